//! The palette, in linear light, and the few ways colours are mixed.

use glam::Vec3;

/// A colour in linear light, 0 to 1 a channel.
pub type Colour = Vec3;

/// A colour from its usual six digits, `0xrrggbb` in sRGB.
pub fn hex(rgb: u32) -> Colour {
    let channel = |shift: u32| from_srgb((rgb >> shift & 0xff) as f32 / 255.0);
    Vec3::new(channel(16), channel(8), channel(0))
}

fn from_srgb(value: f32) -> f32 {
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

fn to_srgb(value: f32) -> f32 {
    if value <= 0.003_130_8 { value * 12.92 } else { 1.055 * value.powf(1.0 / 2.4) - 0.055 }
}

/// The colour as three bytes of sRGB.
pub fn bytes(colour: Colour) -> [u8; 3] {
    colour.to_array().map(|channel| (to_srgb(channel.clamp(0.0, 1.0)) * 255.0 + 0.5) as u8)
}

/// `from` at 0, `to` at 1, mixed evenly between.
pub fn mix(from: Colour, to: Colour, share: f32) -> Colour {
    from.lerp(to, share.clamp(0.0, 1.0))
}

/// 0 below `low`, 1 above `high`, with soft ends.
pub fn smooth(low: f32, high: f32, value: f32) -> f32 {
    let t = ((value - low) / (high - low)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

macro_rules! palette {
    ($($(#[$doc:meta])* $name:ident = $rgb:literal;)*) => {
        $($(#[$doc])* pub fn $name() -> Colour { hex($rgb) })*
    };
}

palette! {
    /// Roof tile.
    tile = 0xc4_553b;
    /// Warm white walls.
    plaster = 0xf1_e9db;
    /// Walls of ochre wash.
    ochre = 0xe6_cf9f;
    /// Walls of pale rose wash.
    rose = 0xe9_cdbb;
    /// Brick.
    brick = 0xa8_654c;
    /// Dressed stone.
    stone = 0xcf_c6b6;
    /// Granite, darker stone.
    granite = 0xa9_a296;
    /// Dark leaf.
    leaf = 0x3f_7d58;
    /// Light leaf.
    leaf_light = 0x6a_9b5d;
    /// Lawn.
    lawn = 0x83_a95a;
    /// Meadow on the hill.
    meadow = 0x74_9d5c;
    /// Deep sea.
    sea = 0x1d_6fa5;
    /// Shallow sea.
    shallow = 0x5f_b2c4;
    /// Wet sand under clear water.
    lagoon = 0x9b_d2cf;
    /// Foam.
    foam = 0xe9_f4f2;
    /// Beach.
    sand = 0xf0_e2c4;
    /// Glass.
    glass = 0x7f_a9bf;
    /// Glass seen from outside in shade: windows.
    pane = 0x4d_6f84;
    /// Sky at the horizon.
    horizon = 0xdc_ebf2;
    /// Sky overhead.
    zenith = 0x8f_bfdc;
    /// Streets.
    road = 0xb5_afa4;
    /// The plaza's paving.
    paving = 0xdc_cfb8;
    /// Timber.
    timber = 0x9a_7350;
    /// Dark timber, doors.
    oak = 0x6b_4a35;
    /// Shutters and ironwork.
    verdigris = 0x3c_6d68;
    /// Brass.
    brass = 0xd0_a44c;
    /// The navy of uniforms and of the product.
    navy = 0x12_324a;
    /// Ink, the darkest thing there is.
    ink = 0x2a_3542;
    /// The red of flags and seals.
    seal = 0xc8_3a2f;
    /// Canvas, sails.
    canvas = 0xfb_f4e6;
}
