//! Along the streets: dwelling houses, benches, lamps, parasols, flags.

use glam::{Vec3, vec3};

use super::colour::{Colour, brass, canvas, granite, horizon, ink, mix, ochre, plaster, rose, stone, tile, timber};
use super::dice::Dice;
use super::roofs::{RoofSize, chimney, gable, hip};
use super::sculpt::{Finish, Sculpt};
use super::walls::{Pane, Wall};

/// A dwelling: its walls, roof, windows, sometimes a dormer, by its own dice.
pub(crate) fn house(dice: &mut Dice) -> Sculpt {
    let (width, depth) = (dice.between(6.2, 8.6), dice.between(5.4, 6.8));
    let storeys = if dice.unit() < 0.35 { 1 } else { 2 };
    let eave = 0.7 + 2.7 * storeys as f32;
    let wall = dice.pick([plaster(), ochre(), rose(), mix(plaster(), stone(), 0.4)]) * dice.between(0.95, 1.03);
    let tiles = roof_tone(dice);
    let size = RoofSize { width, depth, eave, rise: depth * dice.between(0.34, 0.46) };
    let mut home = body(width, depth, eave, wall);
    let roof = if dice.unit() < 0.66 { gable(size, tiles, wall) } else { hip(size, tiles) };
    home.put(&roof, Vec3::ZERO, 0.0);
    let rows: Vec<f32> = (0..storeys).map(|storey| 1.55 + 2.7 * storey as f32).collect();
    let kind = if dice.unit() < 0.4 { Pane::Shuttered } else { Pane::Framed };
    let [south, east, north, west] = Wall::around(width, depth);
    home.windows(south, 3, rows.get(1..).unwrap_or(&[]), (0.95, 1.3), kind);
    home.window(south, (width * 0.17, 1.55), (0.95, 1.3), kind);
    home.window(south, (width * 0.83, 1.55), (0.95, 1.3), kind);
    home.door(south, width * 0.5, (1.1, 2.2));
    home.windows(west, 2, &rows, (0.95, 1.3), Pane::Framed);
    home.windows(east, 2, &rows, (0.95, 1.3), Pane::Framed);
    home.windows(north, 2, &rows, (0.95, 1.3), Pane::Framed);
    if dice.unit() < 0.6 {
        let side = if dice.unit() < 0.5 { 1.0 } else { -1.0 };
        home.put(
            &chimney(vec3(width * 0.24 * side, eave + size.rise * 0.3, -0.9), size.rise * 0.7 + 0.9),
            Vec3::ZERO,
            0.0,
        );
    }
    home
}

/// Tile red with a neighbour's difference of at most six hundredths.
pub(crate) fn roof_tone(dice: &mut Dice) -> Colour {
    let light = dice.pick([-0.06, 0.0, 0.05, 0.02]);
    mix(tile(), timber(), dice.between(0.0, 0.12)) * (1.0 + light * 2.0)
}

/// Walls on a stone plinth that goes down into the slope.
pub(crate) fn body(width: f32, depth: f32, eave: f32, wall: Colour) -> Sculpt {
    let mut walls = Sculpt::new();
    let (x, z) = (width / 2.0, depth / 2.0);
    walls.block(vec3(-x, 0.3, -z), vec3(x, eave, z), wall);
    walls.block(vec3(-x - 0.12, -2.2, -z - 0.12), vec3(x + 0.12, 0.55, z + 0.12), granite());
    walls
}

/// A park bench facing south.
pub(crate) fn bench() -> Sculpt {
    let mut seat = Sculpt::new();
    seat.brick(vec3(-0.9, 0.42, -0.25), vec3(0.9, 0.5, 0.25), timber());
    seat.brick(vec3(-0.9, 0.6, -0.3), vec3(0.9, 0.95, -0.22), timber());
    for x in [-0.75, 0.75] {
        seat.brick(vec3(x - 0.06, 0.0, -0.25), vec3(x + 0.06, 0.44, 0.22), ink());
    }
    seat
}

/// A street lamp with two arms.
pub(crate) fn lamp() -> Sculpt {
    let mut post = Sculpt::new();
    post.drum(6, (-0.3, 0.14), (4.4, 0.07), mix(ink(), granite(), 0.35));
    post.brick(vec3(-0.7, 4.3, -0.05), vec3(0.7, 4.4, 0.05), mix(ink(), granite(), 0.35));
    let mut globes = Sculpt::new();
    for x in [-0.7, 0.7] {
        let mut globe = Sculpt::new();
        globe.frustum(6, (0.0, 0.14), (0.4, 0.2), canvas());
        globe.spike(6, (0.4, 0.26), 0.62, mix(ink(), granite(), 0.35));
        globes.put(&globe, vec3(x, 4.35, 0.0), 0.0);
    }
    post.put(&globes, Vec3::ZERO, 0.0);
    post
}

/// A café table under a parasol with two stools.
pub(crate) fn parasol(tone: Colour) -> Sculpt {
    let mut set = Sculpt::new();
    set.drum(5, (0.0, 0.06), (2.5, 0.06), timber());
    for side in 0..8 {
        let mut wedge = Sculpt::new();
        let (t0, t1) = ((side as f32 - 0.5) / 8.0, (side as f32 + 0.5) / 8.0);
        let cloth = if side % 2 == 0 { tone } else { canvas() };
        wedge.triangle(
            [super::solids::on_circle(1.35, t0, 2.2), super::solids::on_circle(1.35, t1, 2.2), vec3(0.0, 2.85, 0.0)],
            cloth,
        );
        set.put(&wedge, Vec3::ZERO, 0.0);
    }
    let mut table = Sculpt::new();
    table.cylinder(10, 0.5, (0.66, 0.74), canvas());
    table.drum(6, (0.0, 0.07), (0.66, 0.07), timber());
    set.put(&table, Vec3::ZERO, 0.0);
    for x in [-0.85, 0.85] {
        set.stand(vec3(x, 0.0, 0.2), vec3(0.4, 0.45, 0.4), timber());
    }
    set
}

/// A flag pole; the flag itself moves and is made apart.
pub(crate) fn flagpole(height: f32) -> Sculpt {
    let mut pole = Sculpt::new();
    pole.stand(Vec3::ZERO, vec3(1.0, 0.4, 1.0), stone());
    pole.drum(6, (0.0, 0.09), (height, 0.05), mix(plaster(), horizon(), 0.3));
    pole.dome(6, 2, (0.14, 0.16), height, brass());
    pole
}

/// A delivery van, its nose to the east.
pub(crate) fn van(tone: Colour) -> Sculpt {
    let mut van = Sculpt::new();
    van.block(vec3(-1.9, 0.35, -0.85), vec3(0.8, 2.05, 0.85), tone);
    van.block(vec3(0.6, 0.35, -0.82), vec3(1.9, 1.25, 0.82), tone);
    van.quad(
        [vec3(0.8, 1.2, 0.75), vec3(1.35, 1.2, 0.75), vec3(0.95, 1.95, 0.75), vec3(0.8, 1.95, 0.75)],
        super::colour::pane(),
    );
    van.quad(
        [vec3(1.4, 1.25, 0.75), vec3(1.4, 1.25, -0.75), vec3(0.8, 2.0, -0.75), vec3(0.8, 2.0, 0.75)],
        super::colour::pane(),
    );
    let mut wheel = Sculpt::new();
    wheel.cylinder(8, 0.38, (-0.1, 0.1), ink());
    for (x, z) in [(-1.2, 0.86), (1.2, 0.86), (-1.2, -0.86), (1.2, -0.86)] {
        let place = glam::Affine3A::from_rotation_translation(glam::Quat::from_rotation_x(1.571), vec3(x, 0.38, z));
        van.put_as(&wheel, place);
    }
    van.finished(Finish::Matte)
}
