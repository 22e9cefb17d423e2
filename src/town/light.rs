//! Light, worked out once: one low sun from the east-south-east, a cool sky, shade where things meet, cast shadows.
//!
//! Cast shadows come from a height picture taken from the sun; shade from a height picture taken from above.

use glam::{Vec2, Vec3, vec2, vec3};

use super::colour::Colour;
use super::mesh::Mesh;
use super::sculpt::{Face, Finish, Sculpt};

/// Height of the morning sun over the horizon, degrees.
const SUN_ELEVATION: f32 = 32.0;
/// Where the sun stands, degrees south of east.
const SUN_AZIMUTH: f32 = 20.0;
/// Sunlight on a surface that faces it, linear; the warm `#ffe6c4` and its strength.
const SUN: Vec3 = vec3(1.52, 1.24, 0.90);
/// Light of the open sky from above, linear.
const SKY: Vec3 = vec3(0.35, 0.43, 0.57);
/// Light thrown back by the ground, linear.
const BOUNCE: Vec3 = vec3(0.29, 0.255, 0.21);
/// How wide a cast shadow's soft edge is, metres.
const PENUMBRA: f32 = 0.10;

/// The unit vector toward the sun.
pub(crate) fn sun() -> Vec3 {
    let (elevation, azimuth) = (SUN_ELEVATION.to_radians(), SUN_AZIMUTH.to_radians());
    vec3(elevation.cos() * azimuth.cos(), elevation.sin(), elevation.cos() * azimuth.sin())
}

/// A picture of heights: for each cell of a plane, the greatest depth toward the viewer.
struct Depths {
    right: Vec3,
    up: Vec3,
    toward: Vec3,
    origin: Vec2,
    cells_per_metre: f32,
    width: usize,
    height: usize,
    depth: Vec<f32>,
}

impl Depths {
    fn new(toward: Vec3, right: Vec3, low: Vec3, high: Vec3, cell: f32, side_max: usize) -> Self {
        let up = toward.cross(right);
        let corners =
            (0..8).map(|n| vec3(pick(n, 1, low.x, high.x), pick(n, 2, low.y, high.y), pick(n, 4, low.z, high.z)));
        let flat = corners.map(|at| vec2(at.dot(right), at.dot(up)));
        let (least, most) = flat.fold((Vec2::MAX, Vec2::MIN), |(least, most), at| (least.min(at), most.max(at)));
        let extent = (most - least).max(Vec2::splat(1.0));
        let cell = cell.max(extent.max_element() / side_max as f32);
        let (width, height) = ((extent.x / cell) as usize + 2, (extent.y / cell) as usize + 2);
        Self {
            right,
            up,
            toward,
            origin: least,
            cells_per_metre: 1.0 / cell,
            width,
            height,
            depth: vec![f32::MIN; width * height],
        }
    }

    fn flat(&self, at: Vec3) -> Vec2 {
        (vec2(at.dot(self.right), at.dot(self.up)) - self.origin) * self.cells_per_metre
    }

    fn get(&self, cell: Vec2) -> f32 {
        if cell.x < 0.0 || cell.y < 0.0 || cell.x >= self.width as f32 || cell.y >= self.height as f32 {
            return f32::MIN;
        }
        self.depth.get(cell.y as usize * self.width + cell.x as usize).copied().unwrap_or(f32::MIN)
    }

    fn raise(&mut self, x: usize, y: usize, depth: f32) {
        if let Some(cell) = self.depth.get_mut(y * self.width + x)
            && depth > *cell
        {
            *cell = depth;
        }
    }

    fn draw(&mut self, corners: [Vec3; 3]) {
        let flat = corners.map(|at| self.flat(at));
        let [a, b, c] = flat;
        let depth = corners.map(|at| at.dot(self.toward));
        let area = (b - a).perp_dot(c - a);
        if area.abs() < 1e-6 {
            return;
        }
        let (low, high) = (a.min(b).min(c), a.max(b).max(c));
        let (x0, x1) = (low.x.floor().max(0.0) as usize, (high.x.ceil().max(0.0) as usize).min(self.width - 1));
        let (y0, y1) = (low.y.floor().max(0.0) as usize, (high.y.ceil().max(0.0) as usize).min(self.height - 1));
        for y in y0..=y1 {
            for x in x0..=x1 {
                let at = vec2(x as f32 + 0.5, y as f32 + 0.5);
                let (u, v) = ((at - a).perp_dot(c - a) / area, (b - a).perp_dot(at - a) / area);
                if u >= -0.001 && v >= -0.001 && u + v <= 1.001 {
                    let [d0, d1, d2] = depth;
                    self.raise(x, y, d0 + (d1 - d0) * u + (d2 - d0) * v);
                }
            }
        }
    }

    fn draw_all(&mut self, work: &Sculpt) {
        for face in &work.faces {
            let [a, b, c, d] = face.corners;
            self.draw([a, b, c]);
            if !face.triangle {
                self.draw([a, c, d]);
            }
        }
    }
}

fn pick(n: u32, bit: u32, low: f32, high: f32) -> f32 {
    if n & bit == 0 { low } else { high }
}

/// The light on one piece of work and what stands around it.
pub(crate) struct Light {
    maps: Option<(Depths, Depths)>,
    /// Steps of shade grow with the scale of things: 1 for the town, less for a room.
    scale: f32,
}

impl Light {
    /// Light in the open, with nothing that casts shadows.
    pub(crate) fn open() -> Self {
        Self { maps: None, scale: 1.0 }
    }

    /// Light among `work`, over ground of the given height. `cell` is the fineness of cast shadows, metres.
    pub(crate) fn among(work: &Sculpt, ground: impl Fn(Vec2) -> f32, cell: f32, scale: f32) -> Self {
        let (low, high) = work.bounds();
        let right = sun().cross(Vec3::Y).normalize();
        let mut sunward = Depths::new(sun(), right, low, high, cell, 2400);
        sunward.draw_all(work);
        let mut above = Depths::new(Vec3::Y, Vec3::X, low, high, 0.5 * scale, 640);
        for y in 0..above.height {
            for x in 0..above.width {
                let flat = (vec2(x as f32 + 0.5, y as f32 + 0.5)) / above.cells_per_metre + above.origin;
                above.raise(x, y, ground(vec2(flat.x, -flat.y)));
            }
        }
        above.draw_all(work);
        Self { maps: Some((sunward, above)), scale }
    }

    /// How much of the sun reaches a spot: 0 in shadow, 1 in the open.
    pub(crate) fn sun_at(&self, at: Vec3, normal: Vec3) -> f32 {
        let Some((sunward, _)) = &self.maps else { return 1.0 };
        let lifted = at + normal * (0.08 * self.scale) + sun() * (0.14 * self.scale);
        let depth = lifted.dot(sunward.toward);
        let cell = sunward.flat(lifted);
        let reach = PENUMBRA * self.scale;
        let facing = normal.dot(sunward.toward).max(0.15);
        let lean = -vec2(normal.dot(sunward.right), normal.dot(sunward.up)) / facing;
        let clear = |(x, y): (f32, f32)| {
            let shift = vec2(x, y) * reach;
            sunward.get(cell + shift * sunward.cells_per_metre) <= depth + lean.dot(shift)
        };
        let count = |taps: &[(f32, f32)]| taps.iter().filter(|tap| clear(**tap)).count();
        let rim = count(&[(1.6, -1.2), (-1.6, 1.2), (1.2, 1.6), (-1.2, -1.6)]);
        let core = count(&[(0.0, 0.0)]);
        if rim + core == 0 || rim + core == 5 {
            return core as f32;
        }
        let open = rim + core + count(&[(0.9, 0.35), (-0.35, 0.9), (-0.9, -0.35), (0.35, -0.9)]);
        open as f32 / 9.0
    }

    /// How much of the sky a spot sees: 1 in the open, about a half in a corner.
    pub(crate) fn sky_at(&self, at: Vec3, normal: Vec3) -> f32 {
        let Some((_, above)) = &self.maps else { return 1.0 };
        let look = |out: Vec3| above.get(above.flat(out));
        let wall = 1.0 - normal.y.clamp(0.0, 1.0);
        let (mut seen, mut weight) = (0.0, 0.0);
        for turn in 0..8 {
            let direction = super::solids::on_circle(1.0, (turn as f32 + 0.3) / 8.0, 0.0);
            let facing = 1.0 - wall + wall * (direction.dot(normal) * 1.4).max(0.0);
            let mut steepest = 0.0_f32;
            for reach in [0.9, 1.9, 3.8, 7.6] {
                let reach = reach * self.scale;
                let top = look(at + direction * reach + normal * (0.3 * self.scale));
                steepest = steepest.max((top - at.y - 0.1 * self.scale) / reach);
            }
            let open = 1.0 - steepest / (1.0 + steepest * steepest).sqrt();
            seen += open * facing;
            weight += facing;
        }
        let sky = if weight > 0.01 { seen / weight } else { 1.0 };
        let outside = at + vec3(normal.x, 0.0, normal.z) * (0.35 * self.scale);
        let near = look(outside) - at.y;
        let eave = if near > 0.1 { 1.0 - 0.42 * wall * (-near / (0.9 * self.scale)).exp() } else { 1.0 };
        let ground = look(at + vec3(normal.x, 0.0, normal.z) * self.scale);
        let foot = 1.0 - 0.34 * wall * (-(at.y - ground).max(0.0) / (0.8 * self.scale)).exp();
        (0.22 + 0.78 * sky) * eave * foot
    }

    /// The light on a spot, to be multiplied with its colour.
    pub(crate) fn on(&self, at: Vec3, normal: Vec3, finish: Finish) -> Vec3 {
        let facing = normal.dot(sun());
        let (direct, sky) = match finish {
            Finish::Plain => return Vec3::ONE,
            Finish::Matte => (facing.max(0.0), 0.5 + 0.5 * normal.y),
            Finish::Leaf => ((facing * 0.62 + 0.3).max(0.0), 0.62 + 0.38 * normal.y),
        };
        let sunlight = if direct > 0.0 { direct * self.sun_at(at, normal) } else { 0.0 };
        SUN * sunlight + ambient(normal.y, sky, self.sky_at(at, normal))
    }

    /// Paints `work`: faces wider than `cell` metres are divided so that shadows can fall across them.
    pub(crate) fn paint(&self, work: &Sculpt, cell: f32) -> Mesh {
        let mut mesh = Mesh::default();
        for face in &work.faces {
            if face.triangle {
                self.paint_triangle(face, cell, &mut mesh);
            } else {
                self.paint_quad(face, cell, &mut mesh);
            }
        }
        mesh
    }

    fn corner(&self, mesh: &mut Mesh, at: Vec3, normal: Vec3, colour: Colour, finish: Finish) {
        let lit = shoulder(colour * self.on(at, normal, finish));
        mesh.positions.push(at.to_array());
        mesh.colors.push([lit.x, lit.y, lit.z, 1.0]);
    }

    fn paint_quad(&self, face: &Face, cell: f32, mesh: &mut Mesh) {
        let [a, b, c, d] = face.corners;
        let across = a.distance(b).max(d.distance(c));
        let along = a.distance(d).max(b.distance(c));
        let thin = across.min(along) < 0.35;
        let parts = |length: f32| {
            if thin { (length / (cell * 3.0)).ceil() } else { (length / cell).ceil() }.clamp(1.0, 40.0) as u32
        };
        let (columns, rows) = (parts(across), parts(along));
        let share = |n: u32, of: u32| n as f32 / of as f32;
        let seen = |column: u32, row: u32| {
            let (u, v) = (share(column, columns), share(row, rows));
            let normal = blend(face.normals, u, v).normalize_or(Vec3::Y);
            let at = blend(face.corners, u, v);
            shoulder(blend(face.colours, u, v) * self.on(at, normal, face.finish))
        };
        let grid: Vec<Vec<Colour>> =
            (0..=rows).map(|row| (0..=columns).map(|column| seen(column, row)).collect()).collect();
        let turned: Vec<Vec<Colour>> = (0..=columns)
            .map(|column| grid.iter().filter_map(|row| row.get(column as usize).copied()).collect())
            .collect();
        let (kept_rows, kept_columns) = (lines_that_matter(&grid), lines_that_matter(&turned));
        let base = mesh.positions.len() as u32;
        for row in &kept_rows {
            for column in &kept_columns {
                let colour = grid.get(*row).and_then(|line| line.get(*column)).copied().unwrap_or_default();
                let at = blend(face.corners, share(*column as u32, columns), share(*row as u32, rows));
                mesh.positions.push(at.to_array());
                mesh.colors.push([colour.x, colour.y, colour.z, 1.0]);
            }
        }
        let wide = kept_columns.len() as u32;
        for row in 0..kept_rows.len() as u32 - 1 {
            for column in 0..wide - 1 {
                let p = base + row * wide + column;
                mesh.indices.extend([p, p + 1, p + wide + 1, p, p + wide + 1, p + wide]);
            }
        }
    }

    fn paint_triangle(&self, face: &Face, cell: f32, mesh: &mut Mesh) {
        let [a, b, c, _] = face.corners;
        let longest = a.distance(b).max(b.distance(c)).max(c.distance(a));
        let whole = face.finish != Finish::Matte;
        let parts = if whole { 1 } else { (longest / (cell * 1.4)).ceil().clamp(1.0, 8.0) as u32 };
        let base = mesh.positions.len() as u32;
        let [na, nb, nc, _] = face.normals;
        let [ca, cb, cc, _] = face.colours;
        for row in 0..=parts {
            for column in 0..=parts - row {
                let (u, v) = (column as f32 / parts as f32, row as f32 / parts as f32);
                let mixed = |p: Vec3, q: Vec3, r: Vec3| p + (q - p) * u + (r - p) * v;
                self.corner(
                    mesh,
                    mixed(a, b, c),
                    mixed(na, nb, nc).normalize_or(Vec3::Y),
                    mixed(ca, cb, cc),
                    face.finish,
                );
            }
        }
        let start = |row: u32| base + row * (parts + 1) - row * row.saturating_sub(1) / 2;
        for row in 0..parts {
            for column in 0..parts - row {
                let (p, s) = (start(row) + column, start(row + 1) + column);
                mesh.indices.extend([p, p + 1, s]);
                if column + 1 < parts - row {
                    mesh.indices.extend([p + 1, s + 1, s]);
                }
            }
        }
    }
}

/// Light of sky and ground on a surface: how far it looks up, its share of the sky, how open it lies.
fn ambient(up: f32, sky: f32, open: f32) -> Vec3 {
    SKY * (sky * open * 1.12) + BOUNCE * ((0.75 - 0.45 * up) * (0.35 + 0.65 * open))
}

/// The light on open ground that leans so, with that much sun and sky.
pub(crate) fn on_ground(normal: Vec3, sunlight: f32, open: f32) -> Vec3 {
    SUN * (normal.dot(sun()).max(0.0) * sunlight) + ambient(normal.y, 0.5 + 0.5 * normal.y, open)
}

/// Bright colours bend instead of clipping.
pub(crate) fn shoulder(colour: Colour) -> Colour {
    let bend = |value: f32| if value < 0.72 { value } else { 0.72 + 0.28 * (1.0 - (-(value - 0.72) / 0.28).exp()) };
    vec3(bend(colour.x), bend(colour.y), bend(colour.z))
}

/// So far a colour may be from the straight line between its neighbours before the line is needed.
const COLOUR_SLACK: f32 = 0.022;

/// Which lines of a grid are needed: the first, the last, and those that are not nearly between their neighbours.
fn lines_that_matter(grid: &[Vec<Colour>]) -> Vec<usize> {
    let last = grid.len().saturating_sub(1);
    let mut kept = vec![0];
    let mut from = 0;
    while from < last {
        let mut to = last;
        while to > from + 1 && !straight(grid, from, to) {
            to -= 1;
        }
        kept.push(to);
        from = to;
    }
    kept
}

fn straight(grid: &[Vec<Colour>], from: usize, to: usize) -> bool {
    let (Some(first), Some(last)) = (grid.get(from), grid.get(to)) else { return false };
    (from + 1..to).all(|line| {
        let share = (line - from) as f32 / (to - from) as f32;
        let between = first.iter().zip(last).map(|(a, b)| a.lerp(*b, share));
        grid.get(line)
            .is_some_and(|line| line.iter().zip(between).all(|(a, b)| (*a - b).abs().max_element() < COLOUR_SLACK))
    })
}

fn blend(corners: [Vec3; 4], u: f32, v: f32) -> Vec3 {
    let [a, b, c, d] = corners;
    (a * (1.0 - u) + b * u) * (1.0 - v) + (d * (1.0 - u) + c * u) * v
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_casts_its_shadow_away_from_the_sun() {
        let mut work = Sculpt::new();
        work.block(Vec3::new(-1.0, 0.0, -1.0), Vec3::new(1.0, 4.0, 1.0), Vec3::ONE);
        work.quad(
            [vec3(-20.0, 0.0, 20.0), vec3(20.0, 0.0, 20.0), vec3(20.0, 0.0, -20.0), vec3(-20.0, 0.0, -20.0)],
            Vec3::ONE,
        );
        let light = Light::among(&work, |_| 0.0, 0.1, 1.0);
        let away = -vec3(sun().x, 0.0, sun().z).normalize();
        assert!(light.sun_at(away * 3.0, Vec3::Y) < 0.1);
        assert!(light.sun_at(away * -3.0, Vec3::Y) > 0.9);
        assert!(light.sky_at(away * -1.5, Vec3::Y) < light.sky_at(away * -9.0, Vec3::Y));
    }

    #[test]
    fn a_divided_triangle_keeps_its_area() {
        let mut work = Sculpt::new();
        work.triangle([Vec3::ZERO, Vec3::X * 7.0, Vec3::Y * 7.0], Vec3::ONE);
        let mesh = Light::open().paint(&work, 1.0);
        let area: f32 = mesh
            .indices
            .chunks_exact(3)
            .map(|corner| {
                let at = |n: usize| Vec3::from(mesh.positions[corner[n] as usize]);
                (at(1) - at(0)).cross(at(2) - at(0)).length() / 2.0
            })
            .sum();
        assert!((area - 24.5).abs() < 0.01, "{area}");
    }
}
