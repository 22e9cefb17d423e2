//! The player's company on the plaza, as it grows.

use glam::{Vec3, vec3};

use super::colour::{Colour, canvas, hex, mix, plaster, stone, tile, timber};
use super::roofs::{RoofSize, flat, gable};
use super::sculpt::Sculpt;
use super::street::body;
use super::walls::{Pane, Wall};

/// How far the company has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// A desk in the co-working corner: a stall under a sail on the plaza.
    Desk,
    /// One room: a small shop.
    Room,
    /// A floor with a sign.
    Floor,
    /// A small building.
    Building,
}

impl Stage {
    /// All stages in order of growth.
    pub const ALL: [Self; 4] = [Self::Desk, Self::Room, Self::Floor, Self::Building];
}

/// The office at one stage, centred, its front to the south.
pub(crate) fn office(stage: Stage) -> Sculpt {
    match stage {
        Stage::Desk => desk(),
        Stage::Room => room(),
        Stage::Floor => floor(),
        Stage::Building => building(),
    }
}

fn accent() -> Colour {
    mix(tile(), hex(0xe0_7a4e), 0.4)
}

fn desk() -> Sculpt {
    let mut corner = Sculpt::new();
    corner.block(vec3(-3.0, -0.6, -2.4), vec3(3.0, 0.22, 2.4), timber() * 1.15);
    let posts = [vec3(-2.7, 0.2, 2.1), vec3(2.7, 0.2, 2.1), vec3(2.7, 0.2, -2.1), vec3(-2.7, 0.2, -2.1)];
    let tops = [3.1, 2.5, 3.4, 2.7];
    for (post, top) in posts.into_iter().zip(tops) {
        corner.beam(post, vec3(post.x, top, post.z), 0.13, timber());
    }
    let peak = vec3(0.0, 2.75, 0.0);
    let sail: Vec<Vec3> =
        posts.iter().zip(tops).map(|(post, top)| vec3(post.x * 1.1, top + 0.05, post.z * 1.1)).collect();
    for (from, to) in sail.iter().zip(sail.iter().cycle().skip(1)) {
        corner.triangle([*from, *to, peak], canvas());
        let drop = Vec3::Y * 0.22;
        corner.quad([*from - drop, *to - drop, *to, *from], accent());
    }
    corner.stand(vec3(-0.3, 0.2, 0.2), vec3(2.2, 0.78, 0.9), timber() * 1.3);
    corner.brick(vec3(-0.6, 0.98, 0.05), vec3(0.1, 1.02, 0.5), hex(0xe4_e9ea));
    corner.brick(vec3(-0.6, 1.0, 0.02), vec3(0.1, 1.42, 0.07), hex(0x6f_8fa5));
    corner.stand(vec3(-0.2, 0.2, -0.8), vec3(0.6, 0.5, 0.6), accent());
    corner.block(vec3(-2.6, 0.2, -2.1), vec3(-1.5, 1.8, -1.6), timber());
    corner.stand(vec3(1.9, 0.2, 1.2), vec3(0.6, 0.6, 0.6), stone());
    corner.put(&super::greens::bush(0.55, None, &mut super::dice::Dice::new(91)), vec3(1.9, 0.7, 1.2), 0.0);
    corner
}

fn room() -> Sculpt {
    let mut shop = body(7.0, 6.0, 3.6, plaster());
    shop.put(&gable(RoofSize { width: 7.0, depth: 6.0, eave: 3.6, rise: 2.2 }, tile(), plaster()), Vec3::ZERO, 0.0);
    let [south, east, _, west] = Wall::around(7.0, 6.0);
    shop.shop_front(south, (0.7, 4.4), (0.8, 2.7), 3);
    shop.door(south, 5.6, (1.2, 2.4));
    shop.sign(south, (0.7, 6.3), (2.95, 3.5), accent());
    shop.windows(west, 2, &[1.2], (1.1, 1.4), Pane::Framed);
    shop.windows(east, 2, &[1.2], (1.1, 1.4), Pane::Framed);
    shop
}

fn floor() -> Sculpt {
    let mut house = body(9.0, 7.0, 6.8, plaster());
    let [south, east, _, west] = Wall::around(9.0, 7.0);
    house.put(&flat(9.0, 7.0, 6.8, stone() * 1.08, mix(stone(), plaster(), 0.4)), Vec3::ZERO, 0.0);
    house.shop_front(south, (0.8, 5.6), (0.8, 2.8), 4);
    house.door(south, 7.2, (1.4, 2.5));
    house.sign(south, (0.4, 8.6), (3.15, 3.85), accent());
    house.windows(south, 4, &[4.5], (1.4, 1.6), Pane::Sheet);
    for wall in [east, west] {
        house.windows(wall, 3, &[1.3, 4.5], (1.2, 1.5), Pane::Sheet);
    }
    house
}

fn building() -> Sculpt {
    let mut house = body(11.0, 8.0, 10.2, plaster());
    let [south, east, _, west] = Wall::around(11.0, 8.0);
    house.put(&flat(11.0, 8.0, 10.2, tile(), mix(stone(), plaster(), 0.4)), Vec3::ZERO, 0.0);
    house.shop_front(south, (0.8, 4.2), (0.8, 2.8), 3);
    house.shop_front(south, (6.8, 10.2), (0.8, 2.8), 3);
    house.door(south, 5.5, (1.8, 2.6));
    house.sign(south, (2.5, 8.5), (3.15, 3.95), accent());
    house.windows(south, 5, &[4.5, 7.6], (1.4, 1.7), Pane::Sheet);
    for wall in [east, west] {
        house.windows(wall, 3, &[1.3, 4.5, 7.6], (1.3, 1.6), Pane::Sheet);
    }
    house.block(vec3(-2.4, 10.1, -2.4), vec3(1.4, 12.6, 1.2), mix(plaster(), stone(), 0.3));
    house.put(&super::greens::bush(0.8, None, &mut super::dice::Dice::new(92)), vec3(3.6, 10.3, 1.6), 0.0);
    house.put(&super::greens::bush(0.65, None, &mut super::dice::Dice::new(93)), vec3(4.2, 10.3, -1.0), 0.0);
    house
}
