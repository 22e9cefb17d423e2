//! Work and goods: the incubator, the talent market, the port warehouse.

use glam::{Vec3, vec3};

use crate::town::colour::{brick, canvas, glass, granite, hex, horizon, mix, oak, pane, plaster, stone, tile};
use crate::town::dice::Dice;
use crate::town::greens::{Tree, tree};
use crate::town::harbour::{crane, stacks};
use crate::town::roofs::{RoofSize, gable, saw_tooth};
use crate::town::sculpt::Sculpt;
use crate::town::street::{body, roof_tone};
use crate::town::walls::{Pane, Wall};

/// 孵化园区: three brick sheds round a court, saw-tooth skylights, one glass stair.
pub(super) fn incubator() -> Sculpt {
    let mut park = Sculpt::new();
    let eave = 5.4;
    let shed = |width: f32, depth: f32, teeth: u32| {
        let mut shed = body(width, depth, eave, brick());
        let size = RoofSize { width, depth, eave, rise: 2.1 };
        shed.put(&saw_tooth(size, teeth, tile() * 0.95, glass(), brick()), Vec3::ZERO, 0.0);
        let [south, east, _, west] = Wall::around(width, depth);
        for wall in [south, east, west] {
            let columns = (wall.width / 2.3).round().max(1.0) as u32;
            shed.windows(wall, columns, &[1.2], (1.35, 2.7), Pane::Sheet);
            shed.quad(wall.patch((0.05, wall.width - 0.05), (eave - 0.55, eave - 0.15), 0.05), stone());
        }
        shed
    };
    park.put(&shed(18.0, 5.6, 5), vec3(0.0, 0.0, -5.0), 0.0);
    park.put(&shed(5.4, 9.2, 2), vec3(-6.3, 0.0, 2.6), 0.0);
    park.put(&shed(5.4, 9.2, 2), vec3(6.3, 0.0, 2.6), 0.0);
    park.block(vec3(-1.6, -0.5, -2.4), vec3(1.6, 8.8, -0.4), mix(glass(), horizon(), 0.35));
    park.block(vec3(-1.9, 8.7, -2.7), vec3(1.9, 9.2, -0.1), canvas());
    let front = Wall { origin: vec3(-1.6, 0.0, -0.4), right: Vec3::X, width: 3.2 };
    for floor in 0..4 {
        let y = 0.4 + 2.1 * floor as f32;
        park.quad(front.patch((0.25, 2.95), (y, y + 1.75), 0.06), mix(pane(), horizon(), 0.25 + 0.1 * floor as f32));
    }
    let mut dice = Dice::new(5);
    park.put(&tree(Tree::Plane, &mut dice), vec3(0.6, 0.0, 4.4), 0.0);
    park.stand(vec3(-1.6, -0.2, 3.0), vec3(2.0, 0.6, 0.6), hex(0xc4_9a66));
    let mut stack = Sculpt::new();
    stack.frustum(8, (-0.5, 0.95), (13.0, 0.6), brick());
    stack.frustum(8, (12.6, 0.75), (13.3, 0.75), stone());
    park.put(&stack, vec3(7.2, 0.0, -6.4), 0.0);
    park
}

/// 人才市场: a long hall with three great arches.
pub(super) fn talent_market() -> Sculpt {
    let (width, depth, eave) = (19.0, 8.0, 6.2);
    let wall = mix(plaster(), hex(0xe6_cf9f), 0.35);
    let mut hall = body(width, depth, eave, wall);
    hall.put(&gable(RoofSize { width, depth, eave, rise: 3.2 }, roof_tone(&mut Dice::new(3)), wall), Vec3::ZERO, 0.0);
    let [_, east, north, west] = Wall::around(width, depth);
    let mut front = Sculpt::new();
    front.block(vec3(-8.4, 0.2, depth / 2.0 - 0.3), vec3(8.4, 7.0, depth / 2.0 + 0.7), wall * 1.02);
    front.block(vec3(-8.8, 6.9, depth / 2.0 - 0.5), vec3(8.8, 7.5, depth / 2.0 + 1.0), stone() * 1.05);
    hall.put(&front, Vec3::ZERO, 0.0);
    let face = Wall { origin: vec3(-8.4, 0.0, depth / 2.0 + 0.7), right: Vec3::X, width: 16.8 };
    for along in [3.0, 8.4, 13.8] {
        hall.arch(face, along, (3.6, 3.3), (stone() * 1.06, mix(pane(), horizon(), 0.15)));
        hall.quad(face.patch((along - 1.8, along + 1.8), (3.2, 3.4), 0.14), canvas());
        hall.quad(face.patch((along - 0.07, along + 0.07), (0.0, 5.1), 0.14), canvas());
        hall.quad(face.patch((along - 0.85, along + 0.85), (0.0, 2.4), 0.12), oak());
        hall.step(face, (along - 2.1, along + 2.1), 0.2, 0.9);
    }
    hall.windows(west, 2, &[1.6], (1.4, 2.6), Pane::Framed);
    hall.windows(east, 2, &[1.6], (1.4, 2.6), Pane::Framed);
    hall.windows(north, 6, &[1.6], (1.4, 2.6), Pane::Framed);
    for x in [-6.0, 0.0, 6.0] {
        hall.block(vec3(x - 0.7, eave + 2.4, -0.7), vec3(x + 0.7, eave + 4.2, 0.7), plaster());
        hall.put(
            &gable(RoofSize { width: 1.5, depth: 1.4, eave: 0.0, rise: 0.7 }, tile(), plaster()),
            vec3(x, eave + 4.2, 0.0),
            0.0,
        );
    }
    hall
}

/// 港口仓库: a long shed, stacked boxes, two gantry cranes over the quay to the west.
pub(super) fn port_warehouse() -> Sculpt {
    let (width, depth, eave) = (13.0, 8.4, 5.8);
    let mut port = Sculpt::new();
    let wall = mix(stone(), hex(0x9f_b1b5), 0.45);
    let mut shed = body(width, depth, eave, wall);
    shed.put(
        &gable(RoofSize { width, depth, eave, rise: 2.2 }, mix(hex(0x7a_97a3), granite(), 0.35), wall),
        Vec3::ZERO,
        0.0,
    );
    let [south, _, _, west] = Wall::around(width, depth);
    for along in [2.6, 6.5, 10.4] {
        shed.quad(south.patch((along - 1.5, along + 1.5), (0.0, 3.6), 0.06), hex(0xd0_7a4a));
        for slat in 0..6 {
            shed.quad(
                south.patch((along - 1.5, along + 1.5), (0.3 + 0.58 * slat as f32, 0.42 + 0.58 * slat as f32), 0.09),
                hex(0xb4_643c),
            );
        }
    }
    shed.windows(west, 3, &[3.6], (1.5, 1.0), Pane::Sheet);
    port.put(&shed, vec3(5.5, 0.0, -2.6), 0.0);
    port.put(&stacks(), vec3(0.6, 0.0, 4.4), 0.0);
    port.put(&crane(hex(0xd2_6a42)), vec3(-8.0, 0.0, -6.6), 0.0);
    port.put(&crane(hex(0x3f_7fae)), vec3(-8.0, 0.0, 5.0), 0.0);
    port
}
