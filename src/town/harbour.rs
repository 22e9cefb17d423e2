//! At the water: the pier with its pavilion, boats, the lighthouse, cranes and containers.

use glam::{Vec3, vec2, vec3};

use super::colour::{Colour, brick, canvas, foam, granite, hex, horizon, ink, mix, plaster, seal, stone, tile, timber};
use super::sculpt::Sculpt;
use super::solids::on_circle;

/// A stone pier running south from the origin, its deck at height `deck`, ending in a round platform.
pub(crate) fn pier(length: f32, deck: f32) -> Sculpt {
    let mut pier = Sculpt::new();
    let half = 1.9;
    pier.block(vec3(-half, deck - 0.75, 0.0), vec3(half, deck, length), stone());
    let mut at = 4.0;
    while at < length - 4.0 {
        pier.block(vec3(-half + 0.15, -3.0, at - 0.9), vec3(half - 0.15, deck - 0.6, at + 0.9), granite());
        at += 6.0;
    }
    for side in [-half + 0.12, half - 0.12] {
        let mut at = 1.0;
        while at < length - 5.0 {
            pier.brick(vec3(side - 0.09, deck, at - 0.09), vec3(side + 0.09, deck + 0.85, at + 0.09), stone());
            at += 3.0;
        }
        for up in [0.45, 0.8] {
            pier.brick(vec3(side - 0.04, deck + up, 1.0), vec3(side + 0.04, deck + up + 0.07, length - 5.0), granite());
        }
        let mut at = 5.0;
        while at < length - 8.0 {
            pier.put(&super::street::lamp(), vec3(side, deck, at), 90.0);
            at += 12.0;
        }
    }
    pier
}

/// 回澜阁: an octagon of red columns under two flared eaves and a golden finial, its platform at height `deck`.
pub(crate) fn pavilion(deck: f32) -> Sculpt {
    let mut hall = Sculpt::new();
    hall.frustum(8, (-3.0, 7.4), (deck - 0.4, 6.9), granite());
    hall.frustum(8, (deck - 0.4, 7.2), (deck, 7.2), stone());
    disc8(&mut hall, 7.2, deck, stone() * 1.05);
    hall.frustum(8, (deck, 4.9), (deck + 0.4, 4.9), stone() * 1.04);
    disc8(&mut hall, 4.9, deck + 0.4, stone() * 1.05);
    let floor = deck + 0.4;
    hall.frustum(8, (floor, 3.1), (floor + 3.6, 3.1), mix(plaster(), hex(0xd8_b98c), 0.35));
    for side in 0..8 {
        let middle = side as f32 / 8.0;
        let column = on_circle(4.35, middle + 0.0625, floor);
        let mut post = Sculpt::new();
        post.drum(7, (0.0, 0.22), (3.6, 0.2), seal() * 0.92);
        hall.put(&post, column, 0.0);
        let mut lattice = Sculpt::new();
        let wall = super::walls::Wall { origin: vec3(-1.0, 0.0, 0.0), right: Vec3::X, width: 2.0 };
        lattice.quad(wall.patch((0.15, 1.85), (0.3, 3.2), 0.05), hex(0x8a_4a38));
        lattice.quad(wall.patch((0.35, 1.65), (0.9, 2.9), 0.09), hex(0xe4_c88e));
        lattice.quad(wall.patch((0.95, 1.05), (0.9, 2.9), 0.12), hex(0x8a_4a38));
        hall.put(&lattice, on_circle(2.87, middle, floor), middle * 360.0);
        rail(&mut hall, deck, middle);
    }
    eaves(&mut hall, (floor + 3.4, 5.9), (floor + 5.3, 3.0));
    hall.frustum(8, (floor + 5.2, 2.7), (floor + 6.7, 2.7), seal() * 0.9);
    for side in 0..8 {
        let middle = side as f32 / 8.0;
        let mut light = Sculpt::new();
        let wall = super::walls::Wall { origin: vec3(-0.7, 0.0, 0.0), right: Vec3::X, width: 1.4 };
        light.quad(wall.patch((0.1, 1.3), (0.25, 1.2), 0.05), hex(0xe4_c88e));
        hall.put(&light, on_circle(2.5, middle, floor + 5.2), middle * 360.0);
    }
    eaves(&mut hall, (floor + 6.5, 4.5), (floor + 9.6, 0.35));
    let mut finial = Sculpt::new();
    finial.lump(Vec3::Y * 0.35, vec3(0.5, 0.5, 0.5), 0.0, 0.0, (hex(0xe0_ac45), hex(0xe8_c060)));
    finial.spike(6, (0.6, 0.22), 1.7, hex(0xe0_ac45));
    hall.put(&finial, Vec3::Y * (floor + 9.5), 0.0);
    hall
}

fn disc8(part: &mut Sculpt, radius: f32, y: f32, tone: Colour) {
    for side in 0..8 {
        let (t0, t1) = ((side as f32 - 0.5) / 8.0, (side as f32 + 0.5) / 8.0);
        part.triangle([vec3(0.0, y, 0.0), on_circle(radius, t0, y), on_circle(radius, t1, y)], tone);
    }
}

/// A balustrade along one side of the platform; the side toward land stays open.
fn rail(hall: &mut Sculpt, deck: f32, middle: f32) {
    if (middle - 0.5).abs() < 0.01 {
        return;
    }
    let (from, to) = (on_circle(7.0, middle - 0.0625, deck), on_circle(7.0, middle + 0.0625, deck));
    for up in [0.45, 0.85] {
        hall.beam(from + Vec3::Y * up, to + Vec3::Y * up, 0.12, stone());
    }
    for share in [0.0, 0.5] {
        let foot = from.lerp(to, share);
        hall.brick(foot - vec3(0.13, 0.0, 0.13), foot + vec3(0.13, 1.1, 0.13), stone());
    }
}

/// One ring of roof, octagonal, with corners that sweep up.
fn eaves(hall: &mut Sculpt, (y0, r0): (f32, f32), (y1, r1): (f32, f32)) {
    let (tiles, ridge) = (hex(0xd9_a23f), hex(0xb8_7a2c));
    for side in 0..8 {
        let (t0, tm, t1) = ((side as f32 - 0.5) / 8.0, side as f32 / 8.0, (side as f32 + 0.5) / 8.0);
        let lift = Vec3::Y * 0.55;
        let (a, m, b) = (on_circle(r0, t0, y0) + lift, on_circle(r0 * 0.925, tm, y0), on_circle(r0, t1, y0) + lift);
        let knee = r1 + (r0 - r1) * 0.45;
        let high = y0 + (y1 - y0) * 0.42;
        let (c, d) = (on_circle(knee, t0, high), on_circle(knee, t1, high));
        let (e, f) = (on_circle(r1, t0, y1), on_circle(r1, t1, y1));
        let km = c.midpoint(d);
        hall.quad([a, m, km, c], tiles);
        hall.quad([m, b, d, km], tiles);
        hall.quad([c, d, f, e], tiles * 1.04);
        let drop = Vec3::Y * 0.2;
        hall.quad([a - drop, m - drop, m, a], ridge);
        hall.quad([m - drop, b - drop, b, m], ridge);
        hall.triangle([m - drop, a - drop, on_circle(r1.max(2.6), tm, y0)], seal() * 0.7);
        hall.triangle([b - drop, m - drop, on_circle(r1.max(2.6), tm, y0)], seal() * 0.7);
        hall.beam(a + drop * 0.2, c + drop * 0.4, 0.24, ridge);
        hall.beam(c + drop * 0.4, e + drop * 0.4, 0.24, ridge);
    }
}

/// A sailing dinghy heading east; its sails are white or `tone`.
pub(crate) fn sail_boat(tone: Colour) -> Sculpt {
    let mut boat = Sculpt::new();
    let deck = [vec2(-2.2, 0.55), vec2(0.6, 0.85), vec2(2.9, 0.0), vec2(0.6, -0.85), vec2(-2.2, -0.55)];
    let keel = deck.map(|p| p * 0.72);
    for ((a, b), (c, d)) in super::solids::edges(&deck).zip(super::solids::edges(&keel)) {
        let up = |p: glam::Vec2, y: f32| vec3(p.x, y, p.y);
        boat.quad([up(c, -0.3), up(d, -0.3), up(b, 0.65), up(a, 0.65)], plaster());
        boat.quad([up(a, 0.55), up(b, 0.55), up(b, 0.72), up(a, 0.72)], tile());
    }
    let [a, b, c, d, e] = deck.map(|p| vec3(p.x, 0.6, p.y));
    boat.quad([a, b, d, e], timber());
    boat.triangle([b, c, d], timber());
    boat.beam(vec3(0.5, 0.5, 0.0), vec3(0.5, 7.0, 0.0), 0.12, timber());
    boat.beam(vec3(0.5, 1.3, 0.0), vec3(-2.3, 1.3, 0.35), 0.1, timber());
    let belly = vec3(-0.9, 3.2, 0.55);
    let (foot, tack, head) = (vec3(-2.3, 1.45, 0.35), vec3(0.4, 1.45, 0.0), vec3(0.45, 6.8, 0.0));
    for corners in [[foot, tack, belly], [tack, head, belly], [head, foot, belly]] {
        boat.triangle(corners, tone);
    }
    boat.triangle([vec3(2.7, 0.9, 0.0), vec3(0.6, 5.9, 0.0), vec3(0.7, 1.5, 0.5)], mix(tone, canvas(), 0.5));
    boat
}

/// A small fishing boat with a wheelhouse, heading east.
pub(crate) fn fishing_boat() -> Sculpt {
    let mut boat = Sculpt::new();
    let hull = mix(hex(0x2f_6f9a), plaster(), 0.1);
    let deck = [vec2(-3.0, 0.9), vec2(1.2, 1.1), vec2(3.6, 0.0), vec2(1.2, -1.1), vec2(-3.0, -0.9)];
    let keel = deck.map(|p| p * 0.75);
    for ((a, b), (c, d)) in super::solids::edges(&deck).zip(super::solids::edges(&keel)) {
        let up = |p: glam::Vec2, y: f32| vec3(p.x, y, p.y);
        boat.quad([up(c, -0.3), up(d, -0.3), up(b, 0.9), up(a, 0.9)], hull);
        boat.quad([up(a, 0.85), up(b, 0.85), up(b, 1.05), up(a, 1.05)], plaster());
    }
    let [a, b, c, d, e] = deck.map(|p| vec3(p.x, 0.8, p.y));
    boat.quad([a, b, d, e], timber());
    boat.triangle([b, c, d], timber());
    boat.block(vec3(-2.2, 0.8, -0.7), vec3(-0.4, 2.6, 0.7), plaster());
    boat.brick(vec3(-2.4, 2.6, -0.85), vec3(-0.2, 2.75, 0.85), tile());
    boat.beam(vec3(0.8, 0.8, 0.0), vec3(0.8, 4.0, 0.0), 0.12, timber());
    boat
}

/// A breakwater of rough blocks from the origin to `end` with a banded lighthouse at its head.
pub(crate) fn lighthouse(end: Vec3) -> Sculpt {
    let mut work = Sculpt::new();
    let steps = (end.length() / 2.4) as u32;
    for step in 0..=steps {
        let share = step as f32 / steps.max(1) as f32;
        let at = end * share;
        let bulge = if share > 0.85 { 3.4 } else { 1.9 };
        for side in [-0.5_f32, 0.5] {
            let key = step as f32 * 1.7 + side;
            let shift = end.normalize().cross(Vec3::Y) * side * bulge;
            work.lump(
                at + shift - Vec3::Y * 0.3,
                vec3(1.9, 1.2 + 0.2 * key.sin(), 1.7),
                0.22,
                key,
                (granite() * 0.8, mix(granite(), stone(), 0.5)),
            );
        }
    }
    let mut tower = Sculpt::new();
    tower.cylinder(12, 2.3, (-0.5, 1.3), stone());
    let bands = [plaster(), tile(), plaster(), tile(), plaster()];
    for (band, tone) in bands.into_iter().enumerate() {
        let (low, high) = (1.3 + 1.7 * band as f32, 1.3 + 1.7 * (band + 1) as f32);
        let radius = |y: f32| 1.45 - (y - 1.3) * 0.058;
        tower.drum(12, (low, radius(low)), (high, radius(high)), tone);
    }
    tower.cylinder(12, 1.35, (9.7, 10.0), stone());
    tower.drum(8, (10.0, 0.7), (11.1, 0.7), mix(horizon(), hex(0xf4_d27a), 0.6));
    tower.spike(8, (11.1, 1.05), 12.3, tile());
    work.put(&tower, end, 0.0);
    work
}

/// A ship-to-shore gantry crane; its boom reaches to the west.
pub(crate) fn crane(tone: Colour) -> Sculpt {
    let mut crane = Sculpt::new();
    let thick = 0.42;
    for z in [-2.6, 2.6] {
        for x in [-2.4, 2.4] {
            crane.beam(vec3(x, -0.4, z), vec3(x, 10.5, z * 0.82), thick, tone);
        }
        crane.beam(vec3(-2.4, 5.2, z * 0.9), vec3(2.4, 5.2, z * 0.9), thick * 0.8, tone);
        crane.beam(vec3(-2.4, 5.2, z * 0.9), vec3(2.4, 10.2, z * 0.82), thick * 0.6, tone);
        crane.beam(vec3(-9.5, 10.7, z * 0.3), vec3(6.5, 10.7, z * 0.3), thick, tone);
        crane.beam(vec3(0.8, 15.2, 0.0), vec3(-8.6, 10.9, z * 0.3), thick * 0.45, tone);
        crane.beam(vec3(0.8, 15.2, 0.0), vec3(5.8, 10.9, z * 0.3), thick * 0.45, tone);
        crane.beam(vec3(0.8, 10.7, z * 0.5), vec3(0.8, 15.2, 0.0), thick * 0.8, tone);
    }
    for x in [-2.4, 2.4] {
        crane.beam(vec3(x, 10.4, -2.2), vec3(x, 10.4, 2.2), thick, tone);
    }
    crane.block(vec3(3.4, 10.9, -1.1), vec3(6.2, 12.4, 1.1), plaster());
    crane.block(vec3(-4.6, 8.9, -0.7), vec3(-3.2, 10.4, 0.7), mix(plaster(), horizon(), 0.4));
    crane.beam(vec3(-6.4, 10.6, 0.0), vec3(-6.4, 4.6, 0.0), 0.09, ink());
    crane.block(vec3(-7.6, 3.2, -0.7), vec3(-5.2, 4.6, 0.7), tile());
    crane
}

/// One container, long side east-west.
pub(crate) fn container(tone: Colour) -> Sculpt {
    let mut body = Sculpt::new();
    body.block(vec3(-1.7, 0.0, -0.75), vec3(1.7, 1.5, 0.75), tone);
    let wall = super::walls::Wall { origin: vec3(-1.7, 0.0, 0.75), right: Vec3::X, width: 3.4 };
    for rib in 0..6 {
        let at = 0.35 + 0.52 * rib as f32;
        body.quad(wall.patch((at, at + 0.16), (0.15, 1.3), 0.03), tone * 0.86);
    }
    body
}

/// Rows of containers, their colours by turns.
pub(crate) fn stacks() -> Sculpt {
    let mut yard = Sculpt::new();
    let tones = [tile(), hex(0x3f_7f9f), hex(0xd9_a64a), hex(0x5c_8f6d), mix(plaster(), stone(), 0.5), brick()];
    let plan: [(f32, f32, u32); 8] = [
        (0.0, 0.0, 3),
        (0.0, 1.8, 2),
        (0.0, 3.6, 3),
        (3.8, 0.0, 2),
        (3.8, 1.8, 3),
        (3.8, 3.6, 1),
        (7.6, 0.0, 2),
        (7.6, 1.8, 1),
    ];
    for (place, (x, z, high)) in plan.into_iter().enumerate() {
        for level in 0..high {
            let tone = tones.iter().cycle().nth(place * 2 + level as usize * 3).copied().unwrap_or(tile());
            yard.put(&container(tone), vec3(x, 1.5 * level as f32, z), 0.0);
        }
    }
    yard
}

/// Foam where something stands in the water: a pale ring at sea level.
pub(crate) fn foam_ring(radius: f32) -> Sculpt {
    let mut ring = Sculpt::new();
    for side in 0..20 {
        let (t0, t1) = (side as f32 / 20.0, (side + 1) as f32 / 20.0);
        let wave = |t: f32| radius * (1.06 + 0.04 * (t * 50.0).sin());
        let corners = [
            on_circle(wave(t0), t0, 0.06),
            on_circle(wave(t1), t1, 0.06),
            on_circle(radius * 0.8, t1, 0.06),
            on_circle(radius * 0.8, t0, 0.06),
        ];
        ring.quad(corners, foam());
    }
    ring.finished(super::sculpt::Finish::Plain)
}
