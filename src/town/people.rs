//! Figures of six parts, 1.7 m tall, facing south.

use glam::{Affine3A, Quat, Vec3, vec3};
use serde::Deserialize;

use super::colour::{Colour, canvas, hex, ink, mix, navy};
use super::sculpt::Sculpt;

/// What somebody wears, by what they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Role {
    /// White shirt, navy vest, a badge.
    Clerk,
    /// Grey suit, blue tie.
    Banker,
    /// Brown cardigan.
    Landlord,
    /// Leaf-green hoodie, a rucksack.
    Student,
    /// The trainee's own figure: a tile-red jacket.
    Founder,
    /// Anybody in the street: a coat of some colour.
    Visitor(u8),
}

/// The moving parts of a figure, each already painted by role, in figure coordinates.
pub(crate) struct Parts {
    /// Legs, feet: do not move while somebody stands.
    pub(crate) legs: Sculpt,
    /// Torso and arms: breathe.
    pub(crate) torso: Sculpt,
    /// Head and hair: turn and nod.
    pub(crate) head: Sculpt,
}

/// Where a head turns and nods about, above the ground.
pub const NECK: f32 = 1.36;

struct Dress {
    coat: Colour,
    sleeve: Colour,
    trousers: Colour,
    hair: Colour,
    long_hair: bool,
}

fn dress(role: Role) -> Dress {
    let plain = |coat: u32, trousers: u32, hair: u32, long_hair: bool| Dress {
        coat: hex(coat),
        sleeve: hex(coat),
        trousers: hex(trousers),
        hair: hex(hair),
        long_hair,
    };
    match role {
        Role::Clerk => Dress {
            coat: mix(navy(), hex(0x2a_5a86), 0.45),
            sleeve: canvas(),
            trousers: navy(),
            hair: hex(0x3a_2e2b),
            long_hair: true,
        },
        Role::Banker => plain(0x6f_7a84, 0x56_606a, 0x4a_4340, false),
        Role::Landlord => plain(0x94_6a48, 0x5a_5048, 0xa5_a099, false),
        Role::Student => plain(0x4f_8f68, 0x4a_5d78, 0x33_2a2a, false),
        Role::Founder => plain(0xc4_553b, 0x3d_4a5c, 0x33_2a2a, false),
        Role::Visitor(0) => plain(0x5f_8fb0, 0x4a_4f5c, 0x33_2a2a, true),
        Role::Visitor(1) => plain(0xd6_b36a, 0x5a_5048, 0x4a_3a30, false),
        Role::Visitor(2) => plain(0xb5_6a72, 0x46_5065, 0x3a_2e2b, true),
        Role::Visitor(3) => plain(0x86_9a6c, 0x5d_5a52, 0x8a_857c, false),
        Role::Visitor(_) => plain(0xe6_dcc8, 0x55_6a80, 0x33_2a2a, true),
    }
}

/// Somebody standing with the arms `swing` degrees forward and back (0 at rest) and the legs striding as far.
pub(crate) fn parts(role: Role, swing: f32) -> Parts {
    let dress = dress(role);
    let skin = hex(0xe8_bf9c);
    let (mut legs, mut torso, mut head) = (Sculpt::new(), Sculpt::new(), Sculpt::new());
    for side in [-1.0_f32, 1.0] {
        let mut leg = Sculpt::new();
        leg.brick(vec3(-0.085, -0.72, -0.095), vec3(0.085, 0.05, 0.095), dress.trousers);
        leg.brick(vec3(-0.09, -0.78, -0.10), vec3(0.09, -0.70, 0.17), ink());
        legs.put_as(&leg, hinge(vec3(0.105 * side, 0.78, 0.0), swing * side));
        let mut arm = Sculpt::new();
        arm.brick(vec3(-0.065, -0.50, -0.07), vec3(0.065, 0.04, 0.07), dress.sleeve);
        arm.brick(vec3(-0.055, -0.60, -0.06), vec3(0.055, -0.50, 0.06), skin);
        torso.put_as(&arm, hinge(vec3(0.285 * side, 1.27, 0.0), -swing * side));
    }
    taper(&mut torso, (0.74, vec3(0.18, 0.0, 0.115)), (1.33, vec3(0.235, 0.0, 0.135)), dress.coat);
    torso.brick(vec3(-0.06, 1.3, -0.06), vec3(0.06, 1.42, 0.06), skin);
    details(role, &mut torso, &mut legs);
    head.lump(vec3(0.0, 1.55, 0.0), vec3(0.15, 0.175, 0.16), 0.0, 0.0, (skin * 0.97, skin));
    hair(&mut head, &dress);
    for x in [-0.055, 0.055] {
        head.quad(
            [
                vec3(x - 0.014, 1.55, 0.158),
                vec3(x + 0.014, 1.55, 0.158),
                vec3(x + 0.014, 1.585, 0.156),
                vec3(x - 0.014, 1.585, 0.156),
            ],
            ink(),
        );
    }
    Parts { legs, torso, head }
}

fn hair(head: &mut Sculpt, dress: &Dress) {
    let back = if dress.long_hair { 0.19 } else { 0.15 };
    head.lump(vec3(0.0, 1.625, -0.03), vec3(0.172, 0.125, 0.178), 0.03, 1.0, (dress.hair, dress.hair * 1.15));
    head.lump(vec3(0.0, 1.56 - back * 0.35, -0.075), vec3(0.155, back, 0.115), 0.0, 1.0, (dress.hair, dress.hair));
}

fn details(role: Role, torso: &mut Sculpt, legs: &mut Sculpt) {
    let front = |torso: &mut Sculpt, (x0, x1): (f32, f32), (y0, y1): (f32, f32), tone: Colour| {
        let z = |y: f32| 0.115 + (y - 0.74) * 0.034 + 0.012;
        torso.quad([vec3(x0, y0, z(y0)), vec3(x1, y0, z(y0)), vec3(x1, y1, z(y1)), vec3(x0, y1, z(y1))], tone);
    };
    match role {
        Role::Clerk => {
            front(torso, (-0.06, 0.06), (1.05, 1.33), canvas());
            front(torso, (-0.02, 0.02), (1.12, 1.30), hex(0xc8_3a2f));
            front(torso, (0.10, 0.17), (1.14, 1.19), hex(0xe3_b94f));
        }
        Role::Banker => {
            front(torso, (-0.07, 0.07), (1.05, 1.33), canvas());
            front(torso, (-0.025, 0.025), (1.0, 1.31), hex(0x2f_5f8f));
        }
        Role::Landlord => front(torso, (-0.06, 0.06), (0.76, 1.33), hex(0xe2_d8c4)),
        Role::Student => {
            torso.brick(vec3(-0.16, 0.85, -0.28), vec3(0.16, 1.28, -0.12), hex(0x3f_5f86));
            front(torso, (-0.12, 0.12), (0.82, 0.95), hex(0x44_7d5b));
        }
        Role::Founder => front(torso, (-0.05, 0.05), (0.76, 1.33), canvas()),
        Role::Visitor(0 | 2) => legs.frustum(6, (0.45, 0.27), (0.8, 0.19), dress(role).coat * 0.9),
        Role::Visitor(_) => {}
    }
}

fn taper(part: &mut Sculpt, (y0, low): (f32, Vec3), (y1, high): (f32, Vec3), tone: Colour) {
    let ring = |y: f32, half: Vec3| {
        [vec3(-half.x, y, half.z), vec3(half.x, y, half.z), vec3(half.x, y, -half.z), vec3(-half.x, y, -half.z)]
    };
    let ([a, b, c, d], [e, f, g, h]) = (ring(y0, low), ring(y1, high));
    for corners in [[a, b, f, e], [b, c, g, f], [c, d, h, g], [d, a, e, h], [e, f, g, h]] {
        part.quad(corners, tone);
    }
}

fn hinge(at: Vec3, degrees: f32) -> Affine3A {
    Affine3A::from_rotation_translation(Quat::from_rotation_x(degrees.to_radians()), at)
}

/// The whole figure as one piece, standing.
pub(crate) fn figure(role: Role, swing: f32) -> Sculpt {
    let Parts { mut legs, torso, head } = parts(role, swing);
    legs.put(&torso, Vec3::ZERO, 0.0);
    legs.put(&head, Vec3::ZERO, 0.0);
    legs
}
