//! Simple bodies: bevelled boxes, drums, cones, domes, prisms, bands.

use std::f32::consts::TAU;

use glam::{Vec2, Vec3, vec2, vec3};

use super::colour::Colour;
use super::sculpt::Sculpt;

/// Everything in town has this bevel, metres.
pub(crate) const BEVEL: f32 = 0.14;

/// The point of a circle at `turn` (0 to 1, counter-clockwise from south as seen from above), at height `y`.
pub(crate) fn on_circle(radius: f32, turn: f32, y: f32) -> Vec3 {
    let angle = turn * TAU;
    vec3(radius * angle.sin(), y, radius * angle.cos())
}

impl Sculpt {
    /// A box with bevelled edges and no underside, from its least to its greatest corner.
    pub(crate) fn block(&mut self, low: Vec3, high: Vec3, colour: Colour) {
        let size = high - low;
        let bevel = BEVEL.min(size.min_element() * 0.3);
        let side = high.y - bevel;
        let outline = [
            vec2(low.x + bevel, high.z),
            vec2(high.x - bevel, high.z),
            vec2(high.x, high.z - bevel),
            vec2(high.x, low.z + bevel),
            vec2(high.x - bevel, low.z),
            vec2(low.x + bevel, low.z),
            vec2(low.x, low.z + bevel),
            vec2(low.x, high.z - bevel),
        ];
        let first = self.faces.len();
        self.upright(&outline, low.y, side, colour);
        for bevel in self.faces.iter_mut().skip(first).skip(1).step_by(2) {
            bevel.trim = true;
        }
        let (x0, x1, z0, z1) = (low.x + bevel, high.x - bevel, low.z + bevel, high.z - bevel);
        let rim = [vec3(x0, high.y, z1), vec3(x1, high.y, z1), vec3(x1, high.y, z0), vec3(x0, high.y, z0)];
        let [sw, se, ne, nw] = rim;
        let at = outline.map(|p| vec3(p.x, side, p.y));
        let [a, b, c, d, e, f, g, h] = at;
        let first = self.faces.len();
        self.quad([a, b, se, sw], colour);
        self.quad([c, d, ne, se], colour);
        self.quad([e, f, nw, ne], colour);
        self.quad([g, h, sw, nw], colour);
        self.triangle([b, c, se], colour);
        self.triangle([d, e, ne], colour);
        self.triangle([f, g, nw], colour);
        self.triangle([h, a, sw], colour);
        for bevel in self.faces.iter_mut().skip(first) {
            bevel.trim = true;
        }
        self.quad(rim, colour);
    }

    /// A bevelled box standing at `base` (middle of its underside) with the given size.
    pub(crate) fn stand(&mut self, base: Vec3, size: Vec3, colour: Colour) {
        let half = vec3(size.x / 2.0, 0.0, size.z / 2.0);
        self.block(base - half, base + half + Vec3::Y * size.y, colour);
    }

    /// Upright walls over an outline (x, z; counter-clockwise seen from above), without top or underside.
    pub(crate) fn upright(&mut self, outline: &[Vec2], y0: f32, y1: f32, colour: Colour) {
        for (from, to) in edges(outline) {
            let corners =
                [vec3(from.x, y0, from.y), vec3(to.x, y0, to.y), vec3(to.x, y1, to.y), vec3(from.x, y1, from.y)];
            self.quad(corners, colour);
        }
    }

    /// A plain box with sharp edges, closed on all six sides: for thin and small things.
    pub(crate) fn brick(&mut self, low: Vec3, high: Vec3, colour: Colour) {
        let outline = [vec2(low.x, high.z), vec2(high.x, high.z), vec2(high.x, low.z), vec2(low.x, low.z)];
        self.upright(&outline, low.y, high.y, colour);
        let [a, b, c, d] = outline;
        self.quad([a, b, c, d].map(|p| vec3(p.x, high.y, p.y)), colour);
        self.quad([d, c, b, a].map(|p| vec3(p.x, low.y, p.y)), colour);
    }

    /// A beam of square section from one point to another.
    pub(crate) fn beam(&mut self, from: Vec3, to: Vec3, thick: f32, colour: Colour) {
        let along = (to - from).normalize_or(Vec3::Y);
        let side = along.any_orthonormal_vector() * (thick / 2.0);
        let up = along.cross(side);
        let ring = |at: Vec3| [at + side + up, at - side + up, at - side - up, at + side - up];
        let (near, far) = (ring(from), ring(to));
        let [a, b, c, d] = near;
        let [e, f, g, h] = far;
        for corners in [[b, a, e, f], [c, b, f, g], [d, c, g, h], [a, d, h, e], [e, h, g, f], [a, b, c, d]] {
            self.quad(corners, colour);
        }
    }

    /// A round wall from radius `low` at height `y0` to radius `high` at `y1`, smooth all round.
    pub(crate) fn drum(&mut self, sides: u32, (y0, low): (f32, f32), (y1, high): (f32, f32), colour: Colour) {
        let lean = (low - high) / (y1 - y0).abs().max(0.01);
        for side in 0..sides {
            let (t0, t1) = (side as f32 / sides as f32, (side + 1) as f32 / sides as f32);
            let normal = |t: f32| (on_circle(1.0, t, 0.0) + Vec3::Y * lean).normalize();
            let corners =
                [on_circle(low, t0, y0), on_circle(low, t1, y0), on_circle(high, t1, y1), on_circle(high, t0, y1)];
            self.quad_round(corners, [normal(t0), normal(t1), normal(t1), normal(t0)], colour);
        }
    }

    /// A flat round lid at height `y`.
    pub(crate) fn disc(&mut self, sides: u32, radius: f32, y: f32, colour: Colour) {
        for side in 0..sides {
            let (t0, t1) = (side as f32 / sides as f32, (side + 1) as f32 / sides as f32);
            self.triangle([vec3(0.0, y, 0.0), on_circle(radius, t0, y), on_circle(radius, t1, y)], colour);
        }
    }

    /// A closed drum with a bevelled rim.
    pub(crate) fn cylinder(&mut self, sides: u32, radius: f32, (y0, y1): (f32, f32), colour: Colour) {
        let bevel = BEVEL.min(radius * 0.3).min((y1 - y0) * 0.3);
        self.drum(sides, (y0, radius), (y1 - bevel, radius), colour);
        self.drum(sides, (y1 - bevel, radius), (y1, radius - bevel), colour);
        self.disc(sides, radius - bevel, y1, colour);
    }

    /// A cone or pyramid with flat sides.
    pub(crate) fn spike(&mut self, sides: u32, (y0, radius): (f32, f32), y1: f32, colour: Colour) {
        for side in 0..sides {
            let (t0, t1) = ((side as f32 - 0.5) / sides as f32, (side as f32 + 0.5) / sides as f32);
            self.triangle([on_circle(radius, t0, y0), on_circle(radius, t1, y0), vec3(0.0, y1, 0.0)], colour);
        }
    }

    /// A flat-sided ring: a frustum with `sides` flat faces, one of them facing south.
    pub(crate) fn frustum(&mut self, sides: u32, (y0, low): (f32, f32), (y1, high): (f32, f32), colour: Colour) {
        for side in 0..sides {
            let (t0, t1) = ((side as f32 - 0.5) / sides as f32, (side as f32 + 0.5) / sides as f32);
            let corners =
                [on_circle(low, t0, y0), on_circle(low, t1, y0), on_circle(high, t1, y1), on_circle(high, t0, y1)];
            self.quad(corners, colour);
        }
    }

    /// Half a ball of the given radius standing at height `y`, squeezed to `height`.
    pub(crate) fn dome(&mut self, sides: u32, rows: u32, (radius, height): (f32, f32), y: f32, colour: Colour) {
        let ring = |row: u32| {
            let angle = row as f32 / rows as f32 * TAU / 4.0;
            (radius * angle.cos(), y + height * angle.sin())
        };
        for row in 0..rows {
            let ((r0, y0), (r1, y1)) = (ring(row), ring(row + 1));
            for side in 0..sides {
                let (t0, t1) = (side as f32 / sides as f32, (side + 1) as f32 / sides as f32);
                let corners =
                    [on_circle(r0, t0, y0), on_circle(r0, t1, y0), on_circle(r1, t1, y1), on_circle(r1, t0, y1)];
                let bend = vec3(1.0 / radius.powi(2), 1.0 / height.powi(2), 1.0 / radius.powi(2));
                let normals = corners.map(|at| ((at - Vec3::Y * y) * bend).normalize_or(Vec3::Y));
                self.quad_round(corners, normals, colour);
            }
        }
    }

    /// A lump: a twelve-cornered ball stretched to `size`, roughened by `rough` with a fixed pattern.
    pub(crate) fn lump(&mut self, centre: Vec3, size: Vec3, rough: f32, key: f32, (low, high): (Colour, Colour)) {
        let (rows, sides) = if size.max_element() < 1.2 { (3_u32, 6_u32) } else { (4_u32, 7_u32) };
        let point = |row: u32, side: u32| {
            let up = (row as f32 / rows as f32 - 0.5) * TAU / 2.0;
            let stagger = if row.is_multiple_of(2) { 0.0 } else { 0.5 };
            let turn = ((side % sides) as f32 + stagger) / sides as f32;
            let bump = ((side % sides) as f32 * 2.4 + row as f32 * 4.1 + key).sin() * rough;
            let bump = if row == 0 || row == rows { 0.0 } else { bump };
            let round = on_circle(up.cos() * (1.0 + bump), turn, up.sin());
            (centre + round * size, super::colour::mix(low, high, row as f32 / rows as f32))
        };
        for row in 0..rows {
            for side in 0..sides {
                let (shift_low, shift_high) = if row.is_multiple_of(2) { (0, 0) } else { (0, 1) };
                let (a, b) = (point(row, side + shift_low), point(row, side + 1 + shift_low));
                let (d, c) = (point(row + 1, side + shift_high), point(row + 1, side + 1 + shift_high));
                if row > 0 {
                    self.triangle_shaded([a.0, b.0, d.0], [a.1, b.1, d.1]);
                }
                if row + 1 < rows {
                    self.triangle_shaded([b.0, c.0, d.0], [b.1, c.1, d.1]);
                }
            }
        }
    }
}

/// The sides of a closed outline, each from one corner to the next.
pub(crate) fn edges(outline: &[Vec2]) -> impl Iterator<Item = (Vec2, Vec2)> + '_ {
    outline.iter().copied().zip(outline.iter().copied().cycle().skip(1))
}
