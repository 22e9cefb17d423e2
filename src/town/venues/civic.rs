//! Public authority: the service hall and its glass wing, the tax hall, the park committee.

use glam::{Vec3, vec3};

use crate::town::colour::{canvas, granite, hex, horizon, mix, pane, plaster, seal, stone, tile};
use crate::town::dice::Dice;
use crate::town::greens::{Tree, bush, hedge, tree};
use crate::town::roofs::flat;
use crate::town::sculpt::Sculpt;
use crate::town::street::{body, flagpole};
use crate::town::walls::{Pane, Wall};

/// 政务服务大厅: broad steps, six columns, a red disc on the attic.
pub(super) fn service_hall() -> Sculpt {
    let mut hall = Sculpt::new();
    let pale = mix(stone(), plaster(), 0.6) * 1.04;
    hall.block(vec3(-9.0, -2.2, -5.4), vec3(9.0, 1.5, 5.6), stone());
    hall.stair(6.6, 5.6, 1.5, 5, stone() * 1.06);
    for x in [-7.7, 7.7] {
        hall.block(vec3(x - 1.0, -1.0, 5.4), vec3(x + 1.0, 1.9, 8.0), stone());
        hall.put(&bush(0.7, None, &mut Dice::new((x + 20.0) as u64)), vec3(x, 1.9, 6.8), 0.0);
    }
    hall.block(vec3(-8.2, 1.4, -4.8), vec3(8.2, 9.0, 2.9), pale);
    let front = Wall { origin: vec3(-8.2, 1.5, 2.9), right: Vec3::X, width: 16.4 };
    hall.shop_front(front, (2.2, 14.2), (0.1, 5.6), 8);
    hall.quad(front.patch((7.0, 9.4), (0.0, 3.2), 0.16), mix(pane(), horizon(), 0.2));
    hall.quad(front.patch((8.14, 8.26), (0.0, 3.2), 0.2), canvas());
    for wall in [
        Wall { origin: vec3(-8.2, 1.5, -4.8), right: Vec3::Z, width: 7.7 },
        Wall { origin: vec3(8.2, 1.5, 2.9), right: Vec3::NEG_Z, width: 7.7 },
    ] {
        hall.windows(wall, 3, &[0.8, 4.2], (1.2, 2.2), Pane::Framed);
    }
    hall.colonnade(vec3(-7.2, 1.5, 4.7), vec3(7.2, 1.5, 4.7), 6, (0.52, 7.4), pale * 1.03);
    hall.block(vec3(-8.9, 8.8, -5.2), vec3(8.9, 10.2, 5.7), pale);
    hall.block(vec3(-9.3, 10.1, -5.6), vec3(9.3, 10.7, 6.1), pale * 1.04);
    hall.block(vec3(-5.2, 10.6, -3.4), vec3(5.2, 13.0, 3.8), pale);
    hall.block(vec3(-5.5, 12.9, -3.7), vec3(5.5, 13.4, 4.1), tile());
    let attic = Wall { origin: vec3(-5.2, 10.6, 3.8), right: Vec3::X, width: 10.4 };
    hall.roundel(attic, (5.2, 1.25), 1.12, 0.08, hex(0xe3_b94f));
    hall.roundel(attic, (5.2, 1.25), 0.98, 0.14, seal());
    hall.roundel(attic, (5.2, 1.32), 0.34, 0.19, hex(0xe9_c45c));
    let frieze = Wall { origin: vec3(-8.9, 8.8, 5.7), right: Vec3::X, width: 17.8 };
    for letter in 0..6 {
        let at = 5.4 + 1.2 * letter as f32;
        hall.quad(frieze.patch((at, at + 0.75), (0.35, 1.05), 0.05), seal() * 0.9);
    }
    hall
}

/// 一窗通专区: a low glass wing; the long counter glows inside.
pub(super) fn one_stop() -> Sculpt {
    let mut wing = Sculpt::new();
    wing.block(vec3(-6.5, -2.2, -4.0), vec3(6.5, 0.4, 4.0), stone());
    wing.block(vec3(-6.0, 0.3, -3.6), vec3(6.0, 4.0, -3.0), plaster());
    let [south, east, _, west] = Wall::around(12.0, 7.0);
    let wood = hex(0xb9_8552);
    wing.quad(
        [vec3(-5.9, 0.42, 3.4), vec3(5.9, 0.42, 3.4), vec3(5.9, 0.42, -3.0), vec3(-5.9, 0.42, -3.0)],
        hex(0xdd_cfb4),
    );
    for (wall, room) in [(south, 12.0), (east, 7.0), (west, 7.0)] {
        let (low, high) = (mix(pane(), hex(0xe8_c890), 0.28), mix(pane(), horizon(), 0.62));
        wing.quad_shaded(wall.patch((0.1, room - 0.1), (0.4, 3.9), 0.0), [low, low, high, high]);
        wing.quad(wall.patch((0.6, room - 0.6), (1.0, 1.55), 0.05), wood);
        wing.quad(wall.patch((0.6, room - 0.6), (1.5, 1.62), 0.08), canvas());
        let bars = (room / 1.5) as u32;
        for bar in 0..=bars {
            let at = 0.1 + (room - 0.2) * bar as f32 / bars as f32;
            wing.quad(wall.patch((at - 0.07, at + 0.07), (0.4, 3.9), 0.12), canvas());
        }
    }
    wing.put(&flat(13.2, 8.2, 4.1, canvas(), mix(stone(), plaster(), 0.5)), Vec3::ZERO, 0.0);
    wing.quad(Wall::around(13.44, 8.44)[0].patch((0.4, 13.0), (3.95, 4.28), 0.03), seal());
    for (x, z) in [(-3.0, -0.6), (2.6, 0.4)] {
        wing.block(vec3(x - 1.3, 4.1, z - 1.0), vec3(x + 1.3, 4.9, z + 1.0), mix(pane(), horizon(), 0.6));
    }
    wing
}

/// 办税服务厅: a slab in bands of blue with a revolving door.
pub(super) fn tax_hall() -> Sculpt {
    let (width, depth, top) = (16.0, 7.6, 11.6);
    let blue = hex(0x3f_7fae);
    let mut slab = body(width, depth, top, plaster());
    slab.put(&flat(width, depth, top, blue * 0.95, mix(stone(), plaster(), 0.4)), Vec3::ZERO, 0.0);
    for wall in Wall::around(width, depth) {
        for floor in 0..3 {
            let y = 3.9 + 2.6 * floor as f32;
            slab.quad(wall.patch((0.1, wall.width - 0.1), (y - 0.62, y - 0.02), 0.05), blue);
            let (low, high) = (pane(), mix(pane(), horizon(), 0.5));
            let bays = (wall.width / 1.6) as u32;
            for bay in 0..bays {
                let (left, right) = (
                    0.3 + (wall.width - 0.6) * bay as f32 / bays as f32 + 0.1,
                    0.3 + (wall.width - 0.6) * (bay + 1) as f32 / bays as f32 - 0.1,
                );
                slab.quad_shaded(wall.patch((left, right), (y + 0.1, y + 1.6), 0.05), [low, low, high, high]);
            }
        }
    }
    let [south, ..] = Wall::around(width, depth);
    slab.shop_front(south, (0.9, 5.6), (0.8, 2.7), 3);
    slab.shop_front(south, (10.4, 15.1), (0.8, 2.7), 3);
    let mut door = Sculpt::new();
    door.cylinder(20, 1.75, (-0.5, 0.15), stone());
    door.drum(20, (0.15, 1.5), (2.7, 1.5), mix(pane(), horizon(), 0.5));
    for rib in 0..6 {
        let foot = crate::town::solids::on_circle(1.53, rib as f32 / 6.0, 0.15);
        door.beam(foot, foot + Vec3::Y * 2.55, 0.14, blue);
    }
    door.cylinder(20, 1.8, (2.65, 3.15), blue);
    slab.put(&door, vec3(0.0, 0.0, depth / 2.0 + 0.7), 0.0);
    slab.roundel(south, (8.0, 12.6), 1.15, 0.02, hex(0xe3_b94f));
    slab.roundel(south, (8.0, 12.6), 0.95, 0.08, blue);
    slab.block(vec3(-1.6, top, depth / 2.0 - 0.7), vec3(1.6, top + 2.2, depth / 2.0 - 0.05), plaster());
    slab
}

/// 园区管委会: a hall whose roof is a garden; the flag before it is hoisted apart.
pub(super) fn park_committee() -> Sculpt {
    let (width, depth, top) = (17.0, 9.0, 7.2);
    let mut hall = body(width, depth, top, mix(plaster(), stone(), 0.25));
    let [south, east, _, west] = Wall::around(width, depth);
    hall.put(&flat(width, depth, top, stone() * 1.06, hex(0x86_ad62)), Vec3::ZERO, 0.0);
    hall.windows(south, 6, &[4.4], (1.5, 1.7), Pane::Framed);
    hall.windows(east, 3, &[1.3, 4.4], (1.4, 1.7), Pane::Framed);
    hall.windows(west, 3, &[1.3, 4.4], (1.4, 1.7), Pane::Framed);
    hall.colonnade(vec3(-7.2, 0.0, 6.0), vec3(7.2, 0.0, 6.0), 6, (0.3, 3.3), plaster());
    hall.block(vec3(-8.2, 3.2, 4.3), vec3(8.2, 3.75, 6.6), tile());
    hall.shop_front(south, (1.4, 7.0), (0.7, 2.8), 3);
    hall.shop_front(south, (10.0, 15.6), (0.7, 2.8), 3);
    hall.door(south, 8.5, (1.8, 2.7));
    let mut dice = Dice::new(57);
    for (x, z) in [(-6.5, -2.4), (-4.2, 1.2), (-1.6, -1.8), (1.4, 1.6), (3.6, -2.2), (6.4, 0.4)] {
        let mut small = Sculpt::new();
        let grown = tree(Tree::Plane, &mut dice);
        small.put_as(&grown, glam::Affine3A::from_scale(Vec3::splat(0.62)));
        hall.put(&small, vec3(x, top, z), 0.0);
    }
    hall.put(&hedge(vec3(-7.6, top, 3.1), vec3(7.6, top + 0.95, 3.8)), Vec3::ZERO, 0.0);
    hall.block(vec3(-2.0, top, -4.0), vec3(2.0, top + 2.6, -2.9), granite());
    hall.put(&flagpole(13.0), vec3(-10.2, 0.0, 6.4), 0.0);
    hall
}
