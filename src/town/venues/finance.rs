//! Money and its stages: the loan station, the roadshow centre, the investor's tower, the investment office.

use glam::{Affine3A, Quat, Vec3, vec3};

use crate::town::colour::{brass, canvas, glass, hex, horizon, ink, mix, pane, plaster, stone, tile};
use crate::town::roofs::{RoofSize, hip};
use crate::town::sculpt::Sculpt;
use crate::town::street::body;
use crate::town::walls::{Pane, Wall};

/// 创贷驿站: a pavilion whose front is one great coin.
pub(super) fn loan_station() -> Sculpt {
    let (width, depth, eave) = (9.4, 7.4, 5.6);
    let mut house = body(width, depth, eave, plaster());
    house.put(&hip(RoofSize { width, depth, eave, rise: 2.6 }, tile()), Vec3::ZERO, 0.0);
    let [south, east, _, west] = Wall::around(width, depth);
    house.block(vec3(-3.4, 0.4, depth / 2.0 - 0.4), vec3(3.4, 7.4, depth / 2.0 + 0.5), mix(plaster(), canvas(), 0.5));
    house.block(vec3(-3.7, 7.3, depth / 2.0 - 0.6), vec3(3.7, 7.75, depth / 2.0 + 0.7), tile());
    let face = Wall { origin: vec3(-3.4, 0.0, depth / 2.0 + 0.5), right: Vec3::X, width: 6.8 };
    let (middle, up) = (3.4, 4.1);
    house.roundel(face, (middle, up), 2.55, 0.06, brass());
    house.roundel(face, (middle, up), 2.2, 0.12, mix(pane(), horizon(), 0.45));
    for turn in 0..4 {
        let spin = Quat::from_rotation_z(std::f32::consts::FRAC_PI_2 * turn as f32);
        let mut bar = Sculpt::new();
        let flat = Wall { origin: Vec3::ZERO, right: Vec3::X, width: 1.0 };
        bar.quad(flat.patch((-0.85, 0.85), (0.6, 0.85), 0.0), brass());
        bar.quad(flat.patch((-0.09, 0.09), (0.85, 2.25), 0.0), brass());
        house.put_as(&bar, Affine3A::from_rotation_translation(spin, face.at(middle, up, 0.18)));
    }
    house.quad(face.patch((middle - 0.6, middle + 0.6), (up - 0.6, up + 0.6), 0.16), mix(pane(), ink(), 0.2));
    house.door(Wall { origin: vec3(-4.7, 0.0, depth / 2.0), right: Vec3::X, width: 1.3 }, 0.62, (0.9, 2.3));
    house.windows(west, 2, &[1.5], (1.3, 2.2), Pane::Sheet);
    house.windows(east, 2, &[1.5], (1.3, 2.2), Pane::Sheet);
    house.window(south, (8.7, 1.5), (0.9, 2.2), Pane::Sheet);
    house
}

/// 路演中心: three white shells, each leaning over the next, glass under their lips.
pub(super) fn roadshow_centre() -> Sculpt {
    let mut hall = Sculpt::new();
    hall.cylinder(28, 9.0, (-2.0, 0.6), stone());
    hall.cylinder(28, 7.6, (0.5, 1.1), stone() * 1.05);
    let petal = shell();
    for (at, size) in [(vec3(0.0, 1.0, -4.2), 1.15), (vec3(0.3, 1.0, 0.2), 0.95), (vec3(0.5, 1.0, 3.7), 0.72)] {
        hall.put_as(&petal, Affine3A::from_scale_rotation_translation(Vec3::splat(size), Quat::IDENTITY, at));
    }
    hall.stair(3.4, 8.2, 0.6, 3, stone() * 1.06);
    hall
}

/// One petal: a pointed vault open to the south, highest over its lip.
fn shell() -> Sculpt {
    let mut petal = Sculpt::new();
    let (rows, ribs) = (8_u32, 6_i32);
    let white = mix(canvas(), plaster(), 0.2) * 1.04;
    let point = |row: u32, rib: i32| {
        let along = row as f32 / rows as f32;
        let across = rib as f32 / ribs as f32;
        let spread = 6.4 * (1.0 - along * along * 0.25) * (along * 2.2 + 0.16).min(1.0).sqrt();
        let crown = 8.6 * along.powf(0.62);
        let height = crown * (1.0 - across.abs().powf(1.7));
        vec3(spread * across, height, -4.6 + 7.4 * along + (1.0 - across * across) * along * 2.4)
    };
    for row in 0..rows {
        for rib in -ribs..ribs {
            petal.quad([point(row + 1, rib), point(row + 1, rib + 1), point(row, rib + 1), point(row, rib)], white);
        }
    }
    for rib in -ribs..ribs {
        let inset = vec3(0.0, 0.0, -0.9);
        let (a, b) = (point(rows, rib), point(rows, rib + 1));
        let lip = vec3(0.97, 0.93, 1.0);
        let (c, d) = (a * lip, b * lip);
        petal.quad([d, c, a, b], tile() * 1.02);
        let (low, high) = (pane(), mix(glass(), horizon(), 0.5));
        let (p, q) = (c + inset, d + inset);
        petal.quad_shaded([vec3(p.x, 0.0, p.z), vec3(q.x, 0.0, q.z), q, p], [low, low, high, high]);
        petal.beam(vec3(p.x, 0.0, p.z + 0.08), p + vec3(0.0, 0.0, 0.08), 0.12, canvas());
        petal.quad([c, d, q, p], white * 0.8);
    }
    petal
}

/// 投资机构: a glass tower of three steps, 34 m.
pub(super) fn investor() -> Sculpt {
    let mut tower = Sculpt::new();
    let tone = mix(glass(), hex(0x5f_93b5), 0.5);
    super::curtain(&mut tower, vec3(0.0, 0.0, 0.0), vec3(11.0, 15.0, 10.0), tone);
    super::curtain(&mut tower, vec3(-0.8, 15.0, -0.6), vec3(8.4, 10.6, 7.8), tone);
    super::curtain(&mut tower, vec3(-1.4, 25.6, -1.0), vec3(5.8, 8.4, 5.6), tone);
    tower.block(vec3(-5.8, -2.0, -5.3), vec3(5.8, 0.5, 5.3), stone());
    tower.block(vec3(-2.6, 0.4, 4.6), vec3(2.6, 3.6, 7.0), mix(glass(), horizon(), 0.3));
    tower.block(vec3(-3.1, 3.5, 4.6), vec3(3.1, 4.0, 7.6), brass());
    for (x0, x1, y, z0, z1) in
        [(-5.6, 5.6, 14.9, -5.1, 5.1), (-5.1, 3.5, 25.5, -4.6, 3.4), (-4.4, 1.6, 33.9, -3.9, 1.9)]
    {
        tower.block(vec3(x0, y, z0), vec3(x1, y + 0.35, z1), canvas());
    }
    for (x, z) in [(4.4, 3.6), (4.2, -3.2), (-4.2, 4.2)] {
        tower.put(
            &crate::town::greens::bush(0.75, None, &mut crate::town::dice::Dice::new((x * 3.0 + z + 40.0) as u64)),
            vec3(x, 15.2, z),
            0.0,
        );
    }
    tower.beam(vec3(-1.4, 34.0, -1.0), vec3(-1.4, 39.5, -1.0), 0.22, plaster());
    tower
}

/// 招商中心: two towers joined by a bridge.
pub(super) fn investment_office() -> Sculpt {
    let mut pair = Sculpt::new();
    let tone = mix(glass(), hex(0x86_aab0), 0.5);
    for (x, high, z) in [(-5.2, 22.5, -0.6), (5.2, 19.0, 0.8)] {
        super::curtain(&mut pair, vec3(x, 0.0, z), vec3(6.4, high, 6.4), tone);
        pair.block(vec3(x - 3.5, -2.0, z - 3.5), vec3(x + 3.5, 0.5, z + 3.5), stone());
        pair.block(vec3(x - 3.4, high - 0.1, z - 3.4), vec3(x + 3.4, high + 0.5, z + 3.4), canvas());
        pair.block(vec3(x - 1.6, high + 0.4, z - 1.4), vec3(x + 1.6, high + 1.8, z + 1.4), tile());
    }
    pair.block(vec3(-2.4, 12.6, -1.3), vec3(2.4, 12.9, 1.5), canvas());
    pair.block(vec3(-2.4, 15.4, -1.4), vec3(2.4, 15.8, 1.6), tile());
    let wall = Wall { origin: vec3(-2.1, 12.9, 1.4), right: Vec3::X, width: 4.2 };
    let (low, high) = (pane(), mix(glass(), horizon(), 0.55));
    pair.quad_shaded(wall.patch((0.0, 4.2), (0.0, 2.5), 0.0), [low, low, high, high]);
    let back = Wall { origin: vec3(2.1, 12.9, -1.2), right: Vec3::NEG_X, width: 4.2 };
    pair.quad_shaded(back.patch((0.0, 4.2), (0.0, 2.5), 0.0), [low, low, high, high]);
    for bar in 0..5 {
        let at = 0.1 + bar as f32;
        pair.quad(wall.patch((at - 0.06, at + 0.06), (0.0, 2.5), 0.06), canvas());
    }
    pair.block(vec3(-2.4, 0.3, -0.8), vec3(2.4, 4.0, 1.8), mix(glass(), horizon(), 0.3));
    pair
}
