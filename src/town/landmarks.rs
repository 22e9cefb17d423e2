//! Sculptures on the promenade and plaza.

use glam::{Vec3, vec3};

use super::colour::{Colour, hex, mix, plaster, stone};
use super::sculpt::Sculpt;
use super::solids::on_circle;

/// 五月的风: rings of red steel turning upward like a gust, 11 m high.
pub(crate) fn may_wind() -> Sculpt {
    let mut wind = Sculpt::new();
    wind.cylinder(20, 4.2, (-0.4, 0.3), stone());
    wind.cylinder(20, 3.0, (0.2, 0.6), stone() * 1.04);
    let (low, high) = (hex(0xb8_2f27), hex(0xdd_5440));
    let bands = 9;
    for band in 0..bands {
        let share = band as f32 / (bands - 1) as f32;
        let radius = 1.25 + 1.75 * (share * 2.6).sin().max(0.0) * (1.0 - share * 0.42);
        let y = 0.9 + 9.6 * share;
        ribbon(&mut wind, (radius, y), share * 0.85, mix(low, high, share));
    }
    wind
}

/// One open ring of the gust: a band that climbs once around.
fn ribbon(part: &mut Sculpt, (radius, y): (f32, f32), start: f32, tone: Colour) {
    let steps = 18;
    let place = |step: u32, outward: f32, up: f32| {
        let share = step as f32 / steps as f32;
        on_circle(radius + outward, start + share * 0.94, y + up + share * 0.75)
    };
    for step in 0..steps {
        let ring =
            |at: u32| [place(at, 0.28, 0.0), place(at, 0.34, 0.62), place(at, -0.22, 0.62), place(at, -0.22, 0.0)];
        let ([a, b, c, d], [e, f, g, h]) = (ring(step), ring(step + 1));
        part.quad([a, e, f, b], tone);
        part.quad([b, f, g, c], tone * 1.1);
        part.quad([d, c, g, h], tone * 0.9);
        part.quad([d, h, e, a], tone * 0.75);
    }
}

/// A round basin with a jet, for the plaza.
pub(crate) fn fountain() -> Sculpt {
    let mut basin = Sculpt::new();
    basin.cylinder(20, 2.7, (-0.3, 0.5), stone() * 1.03);
    basin.disc(20, 2.3, 0.53, mix(hex(0x5f_b2c4), plaster(), 0.25));
    basin.cylinder(12, 0.55, (0.4, 1.3), stone());
    basin.cylinder(14, 1.1, (1.2, 1.45), stone() * 1.04);
    basin.disc(14, 0.95, 1.47, mix(hex(0x5f_b2c4), plaster(), 0.45));
    let spray = mix(plaster(), hex(0xbf_e3ea), 0.5);
    basin.spike(5, (1.45, 0.16), 2.9, spray);
    for turn in 0..6 {
        let out = on_circle(0.75, turn as f32 / 6.0, 2.0);
        basin.beam(vec3(0.0, 2.5, 0.0), out, 0.07, spray);
        basin.beam(out, out * vec3(1.5, 0.0, 1.5) + Vec3::Y * 1.45, 0.06, spray);
    }
    basin
}

/// A glass tower of the business quarter, told apart by size and tone only.
pub(crate) fn office_tower(size: Vec3, tone: Colour) -> Sculpt {
    let mut tower = Sculpt::new();
    super::venues::curtain(&mut tower, Vec3::ZERO, size, tone);
    tower
}
