//! Roofs: gable, hip, mansard, saw-tooth, flat with parapet. Centred on the origin, eaves at height `eave`, ridge east-west.

use glam::{Vec3, vec3};

use super::colour::{Colour, mix, plaster, stone};
use super::sculpt::Sculpt;
use super::solids::BEVEL;

/// How far tiles stand out over the wall, metres.
const OVERHANG: f32 = 0.45;
/// How thick a roof is, metres.
const THICK: f32 = 0.24;

/// Footprint and heights of a roof.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RoofSize {
    /// East-west, metres.
    pub(crate) width: f32,
    /// North-south, metres.
    pub(crate) depth: f32,
    /// Height of the wall's top.
    pub(crate) eave: f32,
    /// From the wall's top to the ridge.
    pub(crate) rise: f32,
}

/// A saddle roof with thick edges and walled gables to the east and west.
pub(crate) fn gable(size: RoofSize, tiles: Colour, wall: Colour) -> Sculpt {
    let mut roof = Sculpt::new();
    let (half, run) = (size.width / 2.0, size.depth / 2.0);
    let slope = size.rise / run;
    let (lip, edge) = (size.eave - slope * OVERHANG, run + OVERHANG);
    let over = half + OVERHANG;
    let top = size.eave + size.rise;
    for face in [1.0, -1.0] {
        let at = |x: f32, y: f32, z: f32| vec3(x * face, y, z * face);
        let ridge_tone = mix(tiles, plaster(), 0.10);
        roof.quad_shaded(
            [
                at(-over, lip + THICK, edge),
                at(over, lip + THICK, edge),
                at(over, top + THICK, 0.0),
                at(-over, top + THICK, 0.0),
            ],
            [tiles, tiles, ridge_tone, ridge_tone],
        );
        roof.quad(
            [at(-over, lip, edge), at(over, lip, edge), at(over, lip + THICK, edge), at(-over, lip + THICK, edge)],
            mix(tiles, stone(), 0.35),
        );
        roof.quad([at(-over, top, 0.0), at(over, top, 0.0), at(over, lip, edge), at(-over, lip, edge)], plaster());
        for side in [over, -over] {
            let verge = mix(tiles, stone(), 0.35);
            roof.quad(
                [at(side, lip, edge), at(side, top, 0.0), at(side, top + THICK, 0.0), at(side, lip + THICK, edge)],
                verge,
            );
        }
        roof.triangle([at(half, size.eave, run), at(half, size.eave, -run), at(half, top, 0.0)], wall);
    }
    roof.brick(vec3(-over, top + THICK - 0.1, -0.16), vec3(over, top + THICK + 0.12, 0.16), mix(tiles, stone(), 0.2));
    roof
}

/// A roof sloping to all four sides.
pub(crate) fn hip(size: RoofSize, tiles: Colour) -> Sculpt {
    let mut roof = Sculpt::new();
    let (x, z) = (size.width / 2.0 + OVERHANG, size.depth / 2.0 + OVERHANG);
    let ridge = (x - z * 0.85).max(0.05);
    let (y, top) = (size.eave + THICK * 0.4, size.eave + size.rise);
    let tone = mix(tiles, plaster(), 0.10);
    let (east, west) = (vec3(ridge, top, 0.0), vec3(-ridge, top, 0.0));
    let [sw, se, ne, nw] = [vec3(-x, y, z), vec3(x, y, z), vec3(x, y, -z), vec3(-x, y, -z)];
    roof.quad_shaded([sw, se, east, west], [tiles, tiles, tone, tone]);
    roof.quad_shaded([ne, nw, west, east], [tiles, tiles, tone, tone]);
    roof.triangle_shaded([se, ne, east], [tiles, tiles, tone]);
    roof.triangle_shaded([nw, sw, west], [tiles, tiles, tone]);
    let drop = Vec3::Y * THICK;
    let edge = mix(tiles, stone(), 0.35);
    for (from, to) in [(sw, se), (se, ne), (ne, nw), (nw, sw)] {
        roof.quad([from - drop, to - drop, to, from], edge);
    }
    roof.quad([nw - drop, ne - drop, se - drop, sw - drop], plaster());
    roof
}

/// A mansard: steep lower slopes, a shallow cap, a cornice between.
pub(crate) fn mansard(size: RoofSize, tiles: Colour) -> Sculpt {
    let mut roof = Sculpt::new();
    let (x, z) = (size.width / 2.0, size.depth / 2.0);
    roof.block(vec3(-x - 0.3, size.eave - 0.1, -z - 0.3), vec3(x + 0.3, size.eave + 0.25, z + 0.3), plaster());
    let (y0, y1) = (size.eave + 0.25, size.eave + size.rise);
    let inset = size.rise * 0.28;
    ring(&mut roof, (x + 0.1, z + 0.1, y0), (x - inset, z - inset, y1), tiles);
    roof.block(
        vec3(-x + inset - 0.15, y1 - 0.05, -z + inset - 0.15),
        vec3(x - inset + 0.15, y1 + 0.2, z - inset + 0.15),
        mix(tiles, stone(), 0.4),
    );
    let cap = y1 + 0.2 + size.rise * 0.22;
    ring(&mut roof, (x - inset, z - inset, y1 + 0.2), (x * 0.3, 0.05, cap), mix(tiles, plaster(), 0.08));
    roof
}

/// Four slopes from one rectangle (half width, half depth, height) to another.
fn ring(roof: &mut Sculpt, (x0, z0, y0): (f32, f32, f32), (x1, z1, y1): (f32, f32, f32), tone: Colour) {
    let low = [vec3(-x0, y0, z0), vec3(x0, y0, z0), vec3(x0, y0, -z0), vec3(-x0, y0, -z0)];
    let high = [vec3(-x1, y1, z1), vec3(x1, y1, z1), vec3(x1, y1, -z1), vec3(-x1, y1, -z1)];
    let [a, b, c, d] = low;
    let [e, f, g, h] = high;
    for corners in [[a, b, f, e], [b, c, g, f], [c, d, h, g], [d, a, e, h]] {
        roof.quad(corners, tone);
    }
}

/// Saw-tooth skylights: `teeth` of them along the width, their glass to the west.
pub(crate) fn saw_tooth(size: RoofSize, teeth: u32, tiles: Colour, pane: Colour, wall: Colour) -> Sculpt {
    let mut roof = Sculpt::new();
    let step = size.width / teeth as f32;
    let z = size.depth / 2.0;
    let (y0, y1) = (size.eave, size.eave + size.rise);
    for tooth in 0..teeth {
        let (x0, x1) = (-size.width / 2.0 + step * tooth as f32, -size.width / 2.0 + step * (tooth + 1) as f32);
        roof.quad([vec3(x0, y1, z), vec3(x1, y0 + 0.15, z), vec3(x1, y0 + 0.15, -z), vec3(x0, y1, -z)], tiles);
        let sky = mix(pane, super::colour::horizon(), 0.55);
        roof.quad_shaded(
            [vec3(x0, y0, -z), vec3(x0, y0, z), vec3(x0, y1, z), vec3(x0, y1, -z)],
            [pane, pane, sky, sky],
        );
        for bar in 0..=4 {
            let at = -z + size.depth * bar as f32 / 4.0;
            roof.brick(vec3(x0 - 0.12, y0, at - 0.09), vec3(x0 + 0.02, y1, at + 0.09), plaster());
        }
        roof.brick(vec3(x0 - 0.18, y1 - 0.1, -z - 0.1), vec3(x0 + 0.2, y1 + 0.14, z + 0.1), plaster());
        roof.triangle([vec3(x0, y0, z), vec3(x1, y0, z), vec3(x0, y1, z)], wall);
        roof.triangle([vec3(x1, y0, -z), vec3(x0, y0, -z), vec3(x0, y1, -z)], wall);
    }
    roof
}

/// A flat roof: parapet and deck.
pub(crate) fn flat(width: f32, depth: f32, top: f32, rim: Colour, deck: Colour) -> Sculpt {
    let mut roof = Sculpt::new();
    let (x, z, wide) = (width / 2.0 + 0.12, depth / 2.0 + 0.12, 0.4);
    let high = top + 0.45;
    roof.block(vec3(-x, top - 0.25, z - wide), vec3(x, high, z), rim);
    roof.block(vec3(-x, top - 0.25, -z), vec3(x, high, -z + wide), rim);
    roof.block(vec3(-x, top - 0.25, -z + wide - BEVEL), vec3(-x + wide, high, z - wide + BEVEL), rim);
    roof.block(vec3(x - wide, top - 0.25, -z + wide - BEVEL), vec3(x, high, z - wide + BEVEL), rim);
    roof.quad(
        [vec3(-x, top + 0.02, z), vec3(x, top + 0.02, z), vec3(x, top + 0.02, -z), vec3(-x, top + 0.02, -z)],
        deck,
    );
    roof
}

/// A chimney with a pot, its foot at `at`.
pub(crate) fn chimney(at: Vec3, height: f32) -> Sculpt {
    let mut stack = Sculpt::new();
    stack.stand(at, vec3(0.85, height, 0.85), super::colour::brick());
    stack.stand(at + Vec3::Y * (height - 0.05), vec3(1.1, 0.22, 1.1), stone());
    stack.stand(at + Vec3::Y * (height + 0.15), vec3(0.45, 0.4, 0.45), super::colour::tile());
    stack
}
