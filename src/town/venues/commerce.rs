//! Houses of trade: the café, the finance office, the shopping street, the law firm.

use glam::{Vec3, vec3};

use crate::town::colour::{brass, brick, canvas, hex, mix, oak, ochre, plaster, rose, stone, tile, verdigris};
use crate::town::dice::Dice;
use crate::town::greens::bush;
use crate::town::roofs::{RoofSize, chimney, flat, gable, hip, mansard};
use crate::town::sculpt::Sculpt;
use crate::town::street::{body, parasol};
use crate::town::walls::{Pane, Wall};

/// 咖啡馆: a gabled house, a striped awning, a tall chimney, tables outside.
pub(super) fn cafe() -> Sculpt {
    let (width, depth, eave) = (8.4, 7.4, 4.4);
    let wall = mix(ochre(), plaster(), 0.35);
    let mut house = body(width, depth, eave, wall);
    let roof = gable(RoofSize { width: depth, depth: width, eave, rise: 4.4 }, tile(), wall);
    house.put(&roof, Vec3::ZERO, 90.0);
    let [south, east, _, west] = Wall::around(width, depth);
    house.shop_front(south, (0.8, 4.6), (0.8, 2.6), 3);
    house.door(south, 6.2, (1.3, 2.4));
    house.awning(south, (0.4, 8.0), 3.6, (0.8, 1.9), tile());
    house.window(south, (width / 2.0, 5.1), (1.3, 1.5), Pane::Shuttered);
    house.roundel(south, (width / 2.0, 7.4), 0.42, 0.08, oak());
    house.windows(west, 2, &[1.3], (1.2, 1.6), Pane::Shuttered);
    house.windows(east, 2, &[1.3], (1.2, 1.6), Pane::Shuttered);
    house.put(&chimney(vec3(2.4, 5.0, -1.6), 4.9), Vec3::ZERO, 0.0);
    for (x, z) in [(-2.8, 6.6), (0.4, 7.2), (3.4, 6.5)] {
        house.put(&parasol(tile()), vec3(x, 0.0, z), 0.0);
    }
    let mut dice = Dice::new(12);
    for x in [-4.9, 4.9] {
        house.put(&bush(0.65, Some(hex(0xd9_8a8f)), &mut dice), vec3(x, 0.0, 4.3), 0.0);
    }
    house
}

/// 财务办公室: narrow and tall under a red mansard.
pub(super) fn finance_office() -> Sculpt {
    let (width, depth, eave) = (7.2, 7.4, 9.6);
    let mut house = body(width, depth, eave, mix(rose(), plaster(), 0.45));
    house.put(&mansard(RoofSize { width, depth, eave, rise: 3.6 }, tile()), Vec3::ZERO, 0.0);
    let [south, east, north, west] = Wall::around(width, depth);
    for wall in [south, east, north, west] {
        house.windows(wall, 3, &[4.0, 6.9], (0.95, 1.7), Pane::Framed);
        house.shelf(wall, (-0.1, width + 0.1), 3.3, 0.16, stone());
    }
    house.shop_front(south, (0.6, 3.6), (0.9, 2.6), 2);
    house.door(south, 5.3, (1.3, 2.5));
    for (at, face) in
        [(0.0, 0.0), (-1.8, 0.0), (1.8, 0.0)].map(|(x, turn)| (vec3(x, eave + 0.55, depth / 2.0 - 0.75), turn))
    {
        house.put(&dormer(), at, face);
    }
    for z in [-1.7, 1.7] {
        house.put(&dormer(), vec3(-width / 2.0 + 0.75, eave + 0.55, z), -90.0);
    }
    house.put(&chimney(vec3(2.4, eave + 2.2, -2.2), 3.2), Vec3::ZERO, 0.0);
    house
}

fn dormer() -> Sculpt {
    let mut window = Sculpt::new();
    window.block(vec3(-0.6, 0.0, -0.6), vec3(0.6, 1.6, 0.55), plaster());
    window.put(
        &gable(RoofSize { width: 1.3, depth: 1.2, eave: 1.55, rise: 0.55 }, tile() * 0.92, plaster()),
        Vec3::ZERO,
        90.0,
    );
    let wall = Wall { origin: vec3(-0.6, 0.0, 0.55), right: Vec3::X, width: 1.2 };
    window.window(wall, (0.6, 0.35), (0.6, 1.0), Pane::Framed);
    window
}

/// 商业街: five small shops in a row, no two alike.
pub(super) fn shopping_street() -> Sculpt {
    let mut street = Sculpt::new();
    let awnings = [tile(), hex(0x3f_8f8a), hex(0xe0_a93f), hex(0x4f_7fb0), hex(0x9a_5f86)];
    let fronts = [plaster(), ochre(), rose(), mix(plaster(), stone(), 0.5), mix(ochre(), rose(), 0.5)];
    let heights = [5.4, 6.8, 5.0, 7.4, 5.8];
    for (place, ((awning, front), eave)) in awnings.into_iter().zip(fronts).zip(heights).enumerate() {
        let (width, depth) = (4.1, 7.0);
        let mut shop = body(width, depth, eave, front);
        if place % 2 == 0 {
            shop.put(
                &gable(
                    RoofSize { width: depth, depth: width - 0.5, eave, rise: 2.1 },
                    tile() * (0.95 + 0.04 * place as f32),
                    front,
                ),
                Vec3::ZERO,
                90.0,
            );
        } else {
            shop.put(&flat(width - 0.2, depth, eave, awning * 0.9, mix(stone(), plaster(), 0.4)), Vec3::ZERO, 0.0);
        }
        let [south, east, _, west] = Wall::around(width, depth);
        shop.shop_front(south, (0.4, 2.5), (0.7, 2.4), 2);
        shop.door(south, 3.2, (1.0, 2.3));
        shop.sign(south, (0.3, 3.8), (3.35, 3.9), awning * 0.85);
        shop.awning(south, (0.15, 3.95), 3.3, (0.7, 1.5), awning);
        shop.windows(south, 2, &[4.2], (0.8, (eave - 4.8).clamp(0.5, 1.4)), Pane::Framed);
        if place == 0 {
            shop.windows(west, 2, &[1.3], (1.0, 1.4), Pane::Framed);
        }
        if place == 4 {
            shop.windows(east, 2, &[1.3], (1.0, 1.4), Pane::Framed);
        }
        street.put(&shop, vec3(-8.4 + 4.2 * place as f32, 0.0, 0.25 * (place as f32 * 2.0).sin()), 0.0);
    }
    street
}

/// 律所: brick with a bay window of two storeys and a brass plate.
pub(super) fn law_firm() -> Sculpt {
    let (width, depth, eave) = (8.4, 7.4, 8.2);
    let mut house = body(width, depth, eave, brick());
    house.put(&hip(RoofSize { width, depth, eave, rise: 3.4 }, mix(tile(), hex(0x7d_5148), 0.35)), Vec3::ZERO, 0.0);
    let [south, east, north, west] = Wall::around(width, depth);
    for wall in [east, north, west] {
        house.windows(wall, 3, &[1.5, 5.1], (0.95, 1.7), Pane::Framed);
    }
    for wall in [south, west, east] {
        house.shelf(wall, (-0.05, wall.width + 0.05), 4.25, 0.14, stone());
        house.quad(wall.patch((0.0, wall.width), (eave - 0.5, eave - 0.05), 0.06), plaster());
    }
    house.windows(south, 4, &[], (1.0, 1.7), Pane::Framed);
    house.window(south, (6.6, 5.1), (1.0, 1.7), Pane::Framed);
    house.door(south, 6.6, (1.3, 2.6));
    house.quad(south.patch((5.0, 5.6), (1.3, 2.0), 0.1), brass());
    bay(&mut house, vec3(-width / 2.0 + 2.5, 0.0, depth / 2.0));
    house.put(&chimney(vec3(-2.6, eave + 0.6, -1.5), 3.6), Vec3::ZERO, 0.0);
    house
}

/// A three-sided bay of two storeys with its own little roof.
fn bay(house: &mut Sculpt, at: Vec3) {
    let outline = [(-1.75, 0.0), (-1.0, 1.15), (1.0, 1.15), (1.75, 0.0)].map(|(x, z)| vec3(x, 0.0, z));
    let mut out = Sculpt::new();
    for (from, to) in outline.iter().zip(outline.iter().skip(1)) {
        let wall = Wall { origin: *from, right: (*to - *from).normalize(), width: from.distance(*to) };
        out.quad(wall.patch((0.0, wall.width), (-1.0, 7.3), 0.0), plaster());
        for up in [1.3, 4.9] {
            out.window(wall, (wall.width / 2.0, up), (wall.width * 0.62, 1.9), Pane::Sheet);
        }
        out.quad(wall.patch((-0.05, wall.width + 0.05), (3.9, 4.2), 0.08), stone());
        out.triangle(
            [wall.at(-0.1, 7.3, 0.15), wall.at(wall.width + 0.1, 7.3, 0.15), vec3(0.0, 8.0, 0.0)],
            verdigris(),
        );
        out.quad(wall.patch((-0.1, wall.width + 0.1), (7.1, 7.3), 0.15), canvas());
    }
    house.put(&out, at, 0.0);
}
