//! What sits on walls: windows, doors, awnings, signs; and columns, arches and steps.

use std::f32::consts::PI;

use glam::{Vec3, vec3};

use super::colour::{Colour, brass, glass, horizon, mix, oak, pane, plaster, stone, verdigris};
use super::sculpt::Sculpt;

/// One side of a building as one stands before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wall {
    /// Its lower left corner.
    pub(crate) origin: Vec3,
    /// Unit vector to the viewer's right.
    pub(crate) right: Vec3,
    /// How wide it is.
    pub(crate) width: f32,
}

impl Wall {
    /// South, east, north and west walls of a building centred on the origin.
    pub(crate) fn around(width: f32, depth: f32) -> [Self; 4] {
        let (x, z) = (width / 2.0, depth / 2.0);
        [
            Self { origin: vec3(-x, 0.0, z), right: Vec3::X, width },
            Self { origin: vec3(x, 0.0, z), right: Vec3::NEG_Z, width: depth },
            Self { origin: vec3(x, 0.0, -z), right: Vec3::NEG_X, width },
            Self { origin: vec3(-x, 0.0, -z), right: Vec3::Z, width: depth },
        ]
    }

    /// The point `along` metres to the right, `up` metres high, `out` metres before the wall.
    pub(crate) fn at(self, along: f32, up: f32, out: f32) -> Vec3 {
        self.origin + self.right * along + Vec3::Y * up + self.right.cross(Vec3::Y) * out
    }

    /// The corners of a rectangle lying `out` metres before the wall.
    pub(crate) fn patch(self, (left, right): (f32, f32), (low, high): (f32, f32), out: f32) -> [Vec3; 4] {
        [self.at(left, low, out), self.at(right, low, out), self.at(right, high, out), self.at(left, high, out)]
    }
}

/// What kind of window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pane {
    /// A white frame and a sill.
    Framed,
    /// With wooden shutters to both sides.
    Shuttered,
    /// A large sheet of glass with a thin frame.
    Sheet,
}

impl Sculpt {
    /// One window, its middle `along` metres from the wall's left end, its sill `up` metres high.
    pub(crate) fn window(&mut self, wall: Wall, (along, up): (f32, f32), (width, height): (f32, f32), kind: Pane) {
        let (left, right) = (along - width / 2.0, along + width / 2.0);
        let rim = if kind == Pane::Sheet { 0.08 } else { 0.14 };
        let frame = if kind == Pane::Sheet { mix(stone(), verdigris(), 0.35) } else { plaster() * 1.02 };
        self.quad(wall.patch((left - rim, right + rim), (up - rim, up + height + rim), 0.05), frame);
        let (dark, bright) = (pane(), mix(pane(), horizon(), 0.5));
        self.quad_shaded(
            wall.patch((left, right), (up, up + height), 0.09),
            [dark, dark, bright, mix(bright, pane(), 0.4)],
        );
        if kind != Pane::Sheet {
            self.quad(wall.patch((along - 0.05, along + 0.05), (up, up + height), 0.12), frame);
            self.shelf(wall, (left - 0.2, right + 0.2), up - rim, 0.22, stone());
        }
        if kind == Pane::Shuttered {
            for (from, to) in [(left - 0.55, left - 0.1), (right + 0.1, right + 0.55)] {
                self.quad(wall.patch((from, to), (up - 0.05, up + height + 0.05), 0.12), verdigris());
            }
        }
    }

    /// Rows and columns of windows spread evenly over a wall; `rows` gives each sill height.
    pub(crate) fn windows(&mut self, wall: Wall, columns: u32, rows: &[f32], size: (f32, f32), kind: Pane) {
        for row in rows {
            for column in 0..columns {
                let along = wall.width * (column as f32 + 0.5) / columns as f32;
                self.window(wall, (along, *row), size, kind);
            }
        }
    }

    /// A little ledge: top and front of a thin slab.
    pub(crate) fn shelf(&mut self, wall: Wall, (left, right): (f32, f32), up: f32, out: f32, tone: Colour) {
        self.quad(wall.patch((left, right), (up - 0.1, up), out), tone);
        self.quad(
            [wall.at(left, up, out), wall.at(right, up, out), wall.at(right, up, 0.0), wall.at(left, up, 0.0)],
            tone,
        );
    }

    /// A door with a stone frame and one step, its middle `along` metres from the left end.
    pub(crate) fn door(&mut self, wall: Wall, along: f32, (width, height): (f32, f32)) {
        let (left, right) = (along - width / 2.0, along + width / 2.0);
        self.quad(wall.patch((left - 0.2, right + 0.2), (0.0, height + 0.2), 0.06), stone());
        self.quad(wall.patch((left, right), (0.05, height), 0.10), oak());
        self.quad(
            wall.patch((left + 0.15, right - 0.15), (height * 0.62, height - 0.15), 0.13),
            mix(pane(), horizon(), 0.3),
        );
        self.quad(wall.patch((right - 0.28, right - 0.16), (0.95, 1.1), 0.13), brass());
        self.step(wall, (left - 0.4, right + 0.4), 0.16, 0.7);
    }

    /// One step before a wall.
    pub(crate) fn step(&mut self, wall: Wall, (left, right): (f32, f32), height: f32, out: f32) {
        self.quad(wall.patch((left, right), (-0.5, height), out), stone());
        self.quad(
            [
                wall.at(left, height, out),
                wall.at(right, height, out),
                wall.at(right, height, 0.0),
                wall.at(left, height, 0.0),
            ],
            stone() * 1.05,
        );
        self.quad(
            [
                wall.at(right, -0.5, out),
                wall.at(right, -0.5, 0.0),
                wall.at(right, height, 0.0),
                wall.at(right, height, out),
            ],
            stone(),
        );
        self.quad(
            [
                wall.at(left, -0.5, 0.0),
                wall.at(left, -0.5, out),
                wall.at(left, height, out),
                wall.at(left, height, 0.0),
            ],
            stone(),
        );
    }

    /// A shop window: glass from knee to lintel with mullions.
    pub(crate) fn shop_front(&mut self, wall: Wall, (left, right): (f32, f32), (low, high): (f32, f32), panes: u32) {
        self.quad(wall.patch((left - 0.12, right + 0.12), (low - 0.12, high + 0.12), 0.05), plaster());
        let (dark, bright) = (mix(pane(), glass(), 0.3), mix(glass(), horizon(), 0.45));
        self.quad_shaded(wall.patch((left, right), (low, high), 0.09), [dark, dark, bright, glass()]);
        for bar in 1..panes {
            let at = left + (right - left) * bar as f32 / panes as f32;
            self.quad(wall.patch((at - 0.06, at + 0.06), (low, high), 0.13), plaster());
        }
    }

    /// A striped awning over the front, hanging `drop` metres, standing out `out` metres.
    pub(crate) fn awning(
        &mut self,
        wall: Wall,
        (left, right): (f32, f32),
        up: f32,
        (drop, out): (f32, f32),
        tone: Colour,
    ) {
        let stripes = ((right - left) / 0.55).round().max(3.0) as u32;
        for stripe in 0..stripes {
            let at = |n: u32| left + (right - left) * n as f32 / stripes as f32;
            let (from, to) = (at(stripe), at(stripe + 1));
            let cloth = if stripe.is_multiple_of(2) { tone } else { super::colour::canvas() };
            let edge = up - drop;
            self.quad(
                [wall.at(from, edge, out), wall.at(to, edge, out), wall.at(to, up, 0.05), wall.at(from, up, 0.05)],
                cloth,
            );
            self.quad(wall.patch((from, to), (edge - 0.28, edge), out), cloth * 0.94);
        }
        for (end, first) in [(left, true), (right, false)] {
            let (a, b, c) = (wall.at(end, up - drop, out), wall.at(end, up, 0.05), wall.at(end, up - drop, 0.05));
            self.triangle(if first { [a, b, c] } else { [a, c, b] }, tone);
        }
    }

    /// A sign board: a band of colour with a lighter line of "lettering".
    pub(crate) fn sign(&mut self, wall: Wall, (left, right): (f32, f32), (low, high): (f32, f32), tone: Colour) {
        self.quad(wall.patch((left, right), (low, high), 0.14), tone);
        let (room, middle) = ((right - left) * 0.16, f32::midpoint(low, high));
        let half = (high - low) * 0.17;
        let letters = 4;
        let span = (right - left - 2.0 * room) / letters as f32;
        for letter in 0..letters {
            let from = left + room + span * (letter as f32 + 0.18);
            self.quad(
                wall.patch((from, from + span * 0.64), (middle - half, middle + half), 0.17),
                mix(tone, super::colour::canvas(), 0.85),
            );
        }
    }

    /// A row of round columns with base and capital between two points on the floor.
    pub(crate) fn colonnade(&mut self, from: Vec3, to: Vec3, count: u32, (radius, height): (f32, f32), tone: Colour) {
        let mut column = Sculpt::new();
        column.stand(Vec3::ZERO, vec3(radius * 2.9, 0.35, radius * 2.9), tone);
        column.drum(10, (0.3, radius * 1.08), (height - 0.35, radius * 0.9), tone);
        column.stand(Vec3::Y * (height - 0.4), vec3(radius * 2.9, 0.4, radius * 2.9), tone);
        for index in 0..count {
            let share = if count > 1 { index as f32 / (count - 1) as f32 } else { 0.5 };
            self.put(&column, from.lerp(to, share), 0.0);
        }
    }

    /// Broad steps going down to the south from height `top`, their upper edge at `edge` (z).
    pub(crate) fn stair(&mut self, half_width: f32, edge: f32, top: f32, count: u32, tone: Colour) {
        let rise = top / count as f32;
        for index in 0..count {
            let (y, out) = (top - rise * index as f32, edge + 0.5 * index as f32);
            self.quad(
                [
                    vec3(-half_width, y, out + 0.5),
                    vec3(half_width, y, out + 0.5),
                    vec3(half_width, y, out),
                    vec3(-half_width, y, out),
                ],
                tone * 1.04,
            );
            self.quad(
                [
                    vec3(-half_width, y - rise - 0.3, out + 0.5),
                    vec3(half_width, y - rise - 0.3, out + 0.5),
                    vec3(half_width, y, out + 0.5),
                    vec3(-half_width, y, out + 0.5),
                ],
                tone * 0.93,
            );
            for side in [1.0, -1.0] {
                let x = half_width * side;
                self.quad([vec3(x, -0.6, out + 0.5), vec3(x, -0.6, out), vec3(x, y, out), vec3(x, y, out + 0.5)], tone);
            }
        }
    }

    /// An arched opening drawn on a wall: a stone rim and what is seen inside.
    pub(crate) fn arch(
        &mut self,
        wall: Wall,
        along: f32,
        (width, spring): (f32, f32),
        (rim, inside): (Colour, Colour),
    ) {
        let half = width / 2.0;
        self.half_round(wall, (along, spring), half + 0.35, 0.06, rim);
        self.quad(wall.patch((along - half - 0.35, along + half + 0.35), (0.0, spring), 0.06), rim);
        self.half_round(wall, (along, spring), half, 0.10, inside);
        self.quad(wall.patch((along - half, along + half), (0.0, spring), 0.10), inside);
    }

    /// Half a disc on a wall, flat side down.
    pub(crate) fn half_round(&mut self, wall: Wall, (along, up): (f32, f32), radius: f32, out: f32, tone: Colour) {
        let point = |step: u32| {
            let angle = PI * step as f32 / 10.0;
            wall.at(along + radius * angle.cos(), up + radius * angle.sin(), out)
        };
        for step in 0..10 {
            self.triangle([wall.at(along, up, out), point(step), point(step + 1)], tone);
        }
    }

    /// A whole disc on a wall.
    pub(crate) fn roundel(&mut self, wall: Wall, (along, up): (f32, f32), radius: f32, out: f32, tone: Colour) {
        let point = |step: u32| {
            let angle = 2.0 * PI * step as f32 / 20.0;
            wall.at(along + radius * angle.cos(), up + radius * angle.sin(), out)
        };
        for step in 0..20 {
            self.triangle([wall.at(along, up, out), point(step), point(step + 1)], tone);
        }
    }
}
