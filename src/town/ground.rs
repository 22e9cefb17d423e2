//! The ground: a mesh that follows the terrain and one picture of what covers it, sun and shade painted in.

use glam::{Vec2, Vec3, vec2, vec3};

use super::colour::{
    Colour, bytes, granite, lagoon, lawn, leaf_light, meadow, mix, paving, road, sand, smooth, stone, tile,
};
use super::dice::noise;
use super::light::{Light, on_ground, shoulder};
use super::mesh::Mesh;
use super::plan::{Cover, Plan, spot};
use super::terrain::{Terrain, inland, quay, to_box, to_line};

/// North-west corner of the painted ground, metres.
pub const FROM: Vec2 = vec2(-104.0, -96.0);
/// South-east corner of the painted ground, metres.
pub const TO: Vec2 = vec2(104.0, 48.0);
/// Distance between the mesh's corners on painted ground: east-west, north-south.
const STEP: Vec2 = vec2(2.6, 2.4);
/// Distance between the mesh's corners beyond it.
const FAR_STEP: f32 = 8.0;

/// The painted ground.
pub struct Ground {
    /// Its triangles; colours are white, the picture carries them.
    pub mesh: Mesh,
    /// Where each corner lies on the picture, 0 to 1.
    pub uvs: Vec<[f32; 2]>,
    /// Picture width in texels.
    pub width: u32,
    /// Picture height in texels.
    pub height: u32,
    /// sRGB bytes, four a texel, rows from north to south.
    pub pixels: Vec<u8>,
}

impl Ground {
    /// Paints the ground of a plan with so many texels a metre.
    pub(crate) fn paint(plan: &Plan, terrain: &Terrain, light: &Light, texels_per_metre: f32) -> Self {
        let size = ((TO - FROM) * texels_per_metre).round();
        let (width, height) = (size.x as u32, size.y as u32);
        let (mesh, uvs) = surface(terrain);
        let cover = Neighbourhoods::new(plan);
        let shade = Shade::new(terrain, light);
        let mut pixels = Vec::with_capacity((width * height * 4) as usize);
        for row in 0..height {
            for column in 0..width {
                let share = vec2((column as f32 + 0.5) / width as f32, (row as f32 + 0.5) / height as f32);
                let at = FROM + (TO - FROM) * share;
                let [r, g, b] =
                    if inland(at) < -6.0 { [90, 150, 170] } else { bytes(shade.lit(at, cover.colour(at), light)) };
                pixels.extend([r, g, b, 255]);
            }
        }
        Self { mesh, uvs, width, height, pixels }
    }
}

/// Light on level ground, known on a loose grid: height, slope, open sky.
struct Shade {
    columns: usize,
    cells: Vec<(f32, Vec3, f32)>,
}

const SHADE_CELL: f32 = 0.8;

impl Shade {
    fn new(terrain: &Terrain, light: &Light) -> Self {
        let size = (TO - FROM) / SHADE_CELL;
        let (columns, rows) = (size.x as usize + 2, size.y as usize + 2);
        let heights: Vec<f32> = (0..rows * columns).map(|n| terrain.height(place(n, columns))).collect();
        let height = |n: usize| heights.get(n).copied().unwrap_or(0.0);
        let cells = (0..rows * columns).map(|n| {
            let (east, south) = (height(n + 1) - height(n), height(n + columns) - height(n));
            let normal = vec3(-east, SHADE_CELL, -south).normalize();
            let normal = if normal.y < 0.6 { Vec3::Y } else { normal };
            let at = place(n, columns);
            (height(n), normal, light.sky_at(vec3(at.x, height(n), at.y), normal))
        });
        Self { columns, cells: cells.collect() }
    }

    fn lit(&self, at: Vec2, colour: Colour, light: &Light) -> Colour {
        let cell = ((at - FROM) / SHADE_CELL).max(Vec2::ZERO);
        let (column, row, t) = (cell.x as usize, cell.y as usize, cell.fract());
        let get = |dx: usize, dy: usize| {
            self.cells.get((row + dy) * self.columns + column + dx).copied().unwrap_or((0.0, Vec3::Y, 1.0))
        };
        let ((h0, n0, s0), (h1, n1, s1), (h2, n2, s2), (h3, n3, s3)) = (get(0, 0), get(1, 0), get(0, 1), get(1, 1));
        let four = |a: f32, b: f32, c: f32, d: f32| {
            (a * (1.0 - t.x) + b * t.x) * (1.0 - t.y) + (c * (1.0 - t.x) + d * t.x) * t.y
        };
        let (height, open) = (four(h0, h1, h2, h3), four(s0, s1, s2, s3));
        let normal = (n0.lerp(n1, t.x).lerp(n2.lerp(n3, t.x), t.y)).normalize();
        let sunlight = light.sun_at(vec3(at.x, height, at.y), normal);
        shoulder(colour * on_ground(normal, sunlight, open))
    }
}

fn place(n: usize, columns: usize) -> Vec2 {
    FROM + vec2((n % columns) as f32, (n / columns) as f32) * SHADE_CELL
}

/// A stretch of street: from, to, width.
type Stretch = (Vec2, Vec2, f32);
/// A plot: middle, half size, turn.
type Plot = (Vec2, Vec2, Vec2);

/// What lies in one neighbourhood.
#[derive(Default)]
struct Covering {
    roads: Vec<Stretch>,
    squares: Vec<(Vec2, Vec2, Cover)>,
    plots: Vec<Plot>,
}

/// The plan cut into neighbourhoods, so that a spot asks only what is near it.
struct Neighbourhoods {
    columns: usize,
    cells: Vec<Covering>,
}

/// Side of a neighbourhood, metres.
const NEIGHBOURHOOD: f32 = 8.0;

impl Neighbourhoods {
    fn new(plan: &Plan) -> Self {
        let whole = Covering::new(plan);
        let size = (TO - FROM) / NEIGHBOURHOOD;
        let (columns, rows) = (size.x.ceil() as usize, size.y.ceil() as usize);
        let middle = |n: usize| FROM + (vec2((n % columns) as f32, (n / columns) as f32) + 0.5) * NEIGHBOURHOOD;
        Self { columns, cells: (0..columns * rows).map(|n| whole.near(middle(n))).collect() }
    }

    fn colour(&self, at: Vec2) -> Colour {
        let cell = ((at - FROM) / NEIGHBOURHOOD).max(Vec2::ZERO);
        let found = self.cells.get(cell.y as usize * self.columns + cell.x as usize);
        found.map_or_else(|| wild(at), |covering| covering.colour(at))
    }
}

impl Covering {
    fn new(plan: &Plan) -> Self {
        let lines = plan.roads.iter().flat_map(|road| {
            road.line.iter().zip(road.line.iter().skip(1)).map(|(a, b)| (spot(*a), spot(*b), road.width))
        });
        Self {
            roads: lines.collect(),
            squares: plan.squares.iter().map(|square| (spot(square.at), spot(square.half), square.cover)).collect(),
            plots: plan.plots().map(|(at, half, turn)| (at, half, Vec2::from_angle(turn.to_radians()))).collect(),
        }
    }

    /// What reaches into the neighbourhood of that middle.
    fn near(&self, middle: Vec2) -> Self {
        let reach = NEIGHBOURHOOD * 0.71 + 2.0;
        let road = |road: &&Stretch| to_line(middle, road.0, road.1) < road.2 / 2.0 + reach;
        let square = |square: &&(Vec2, Vec2, Cover)| to_box(middle, square.0, square.1, 0.0) < reach;
        let plot = |plot: &&Plot| to_box(plot.2.rotate(middle - plot.0), Vec2::ZERO, plot.1, 0.0) < reach;
        Self {
            roads: self.roads.iter().filter(road).copied().collect(),
            squares: self.squares.iter().filter(square).copied().collect(),
            plots: self.plots.iter().filter(plot).copied().collect(),
        }
    }

    fn colour(&self, at: Vec2) -> Colour {
        let mut tone = wild(at);
        let street = self.roads.iter().fold((f32::MAX, 1.0), |near, (from, to, width)| {
            let away = to_line(at, *from, *to) - width / 2.0;
            if away < near.0 { (away, *width) } else { near }
        });
        for (middle, half, turn) in &self.plots {
            let away = to_box(turn.rotate(at - *middle), Vec2::ZERO, *half, 1.2);
            if away < 1.0 {
                tone = mix(tone, slabs(at, paving() * 0.88, 1.6), smooth(0.12, -0.12, away));
                tone = mix(tone, stone() * 0.9, smooth(0.3, 0.0, (away - 0.05).abs()) * 0.6);
            }
        }
        let kerb = mix(stone(), paving(), 0.5) * 0.92;
        tone = mix(tone, kerb, smooth(1.55, 1.3, street.0));
        tone = mix(tone, slabs(at, kerb, 1.1), smooth(1.3, 1.2, street.0) * 0.6);
        tone = mix(tone, granite(), smooth(0.18, 0.06, street.0));
        tone = mix(tone, road() * (0.93 + 0.02 * noise(at * 0.7)), smooth(0.02, -0.12, street.0));
        self.paved(at, tone)
    }

    fn paved(&self, at: Vec2, mut tone: Colour) -> Colour {
        for (middle, half, cover) in &self.squares {
            let away = to_box(at, *middle, *half, 2.5);
            if away > 1.0 {
                continue;
            }
            let inside = smooth(0.1, -0.1, away);
            let top = match cover {
                Cover::Plaza => rings(at, *middle),
                Cover::Lawn => {
                    let stripe = if (at.x * 0.42).rem_euclid(2.0) < 1.0 { 1.0 } else { 1.07 };
                    lawn() * stripe
                }
                Cover::Quay => slabs(at, mix(stone(), granite(), 0.35), 3.2),
            };
            tone = mix(tone, granite() * 1.05, smooth(0.45, 0.35, away) * 0.8);
            tone = mix(tone, top, inside);
        }
        tone
    }
}

/// Ground nobody has paved: beach, promenade, lawns, meadow, hill.
fn wild(at: Vec2) -> Colour {
    let shore = inland(at);
    let patch = noise(at * 0.09) * 0.5 + noise(at * 0.31) * 0.25;
    let green = mix(mix(lawn(), leaf_light(), 0.25 + 0.35 * patch), meadow(), smooth(-40.0, -74.0, at.y));
    let green = mix(green, meadow() * 0.9, smooth(0.1, 0.5, noise(at * 0.05 + Vec2::splat(9.0))) * 0.7);
    let wet = mix(sand() * 0.80, sand(), smooth(0.2, 2.6, shore + 0.4 * noise(at * 0.25)));
    let beach = mix(lagoon() * 0.9, wet, smooth(-2.5, 0.2, shore));
    let beach = beach * (1.0 + 0.02 * noise(at * 1.7));
    let land = mix(beach, green, smooth(9.6, 9.9, shore));
    let stoned = slabs(at, mix(stone(), granite(), 0.3), 3.0);
    mix(land, stoned, quay(at) * smooth(26.0, 24.0, shore))
}

/// Paving with faint joints.
fn slabs(at: Vec2, tone: Colour, size: f32) -> Colour {
    let cell = (at / size).fract().abs();
    let joint = smooth(0.06, 0.0, cell.x.min(cell.y).min(1.0 - cell.x.max(cell.y)));
    let odd = (at / size).floor();
    let tint = 1.0 + 0.035 * ((odd.x * 12.9 + odd.y * 78.2).sin());
    tone * (tint - 0.07 * joint)
}

/// The plaza: pale slabs, darker rings and eight rays about its middle.
fn rings(at: Vec2, middle: Vec2) -> Colour {
    let away = at - middle;
    let distance = vec2(away.x, away.y * 1.35).length();
    let base = slabs(at, paving() * 1.02, 1.5);
    let ring = |radius: f32, wide: f32| smooth(wide, wide - 0.18, (distance - radius).abs());
    let turn = away.y.atan2(away.x) / std::f32::consts::TAU * 16.0;
    let ray =
        smooth(0.5, 0.4, (turn.rem_euclid(2.0) - 1.0).abs()) * smooth(4.6, 4.8, distance) * smooth(9.0, 8.8, distance);
    let warm = mix(paving(), tile(), 0.34);
    let tone = mix(base, mix(paving(), stone(), 0.9) * 0.92, ray);
    let tone = mix(tone, warm, ring(4.6, 0.4).max(ring(9.0, 0.4)));
    mix(tone, mix(paving(), granite(), 0.5), ring(13.2, 0.3))
}

/// The mesh over the painted ground, and where its corners lie on the picture.
fn surface(terrain: &Terrain) -> (Mesh, Vec<[f32; 2]>) {
    let (columns, rows) = (((TO.x - FROM.x) / STEP.x).round() as u32, ((TO.y - FROM.y) / STEP.y).round() as u32);
    let mut mesh = Mesh::default();
    let mut uvs = Vec::new();
    for row in 0..=rows {
        for column in 0..=columns {
            let at = FROM + vec2(column as f32, row as f32) * STEP;
            mesh.positions.push([at.x, terrain.height(at), at.y]);
            mesh.colors.push([1.0; 4]);
            uvs.push(((at - FROM) / (TO - FROM)).to_array());
        }
    }
    for row in 0..rows {
        for column in 0..columns {
            let middle = FROM + vec2(column as f32 + 0.5, row as f32 + 0.5) * STEP;
            if inland(middle) < -7.0 {
                continue;
            }
            let at = |dx: u32, dy: u32| (row + dy) * (columns + 1) + column + dx;
            mesh.indices.extend([at(0, 1), at(1, 1), at(1, 0), at(0, 1), at(1, 0), at(0, 0)]);
        }
    }
    (mesh, uvs)
}

/// The land beyond the painted ground, colours at the corners.
pub(crate) fn beyond(terrain: &Terrain) -> Mesh {
    let (from, to) = (vec2(-296.0, -384.0), vec2(440.0, 112.0));
    let (columns, rows) = (((to.x - from.x) / FAR_STEP) as u32, ((to.y - from.y) / FAR_STEP) as u32);
    let mut mesh = Mesh::default();
    for row in 0..=rows {
        for column in 0..=columns {
            let at = from + vec2(column as f32, row as f32) * FAR_STEP;
            let height = |at: Vec2| terrain.height(at);
            let inner = at.x > FROM.x && at.x < TO.x && at.y > FROM.y && at.y < TO.y;
            let sink = if inner { 0.8 } else { 0.0 };
            let normal = vec3(height(at) - height(at + Vec2::X), 1.0, height(at) - height(at + Vec2::Y)).normalize();
            let lit = shoulder(wild(at) * on_ground(normal, 1.0, 1.0));
            mesh.positions.push([at.x, height(at) - sink, at.y]);
            mesh.colors.push([lit.x, lit.y, lit.z, 1.0]);
        }
    }
    let covered = |at: Vec2| {
        at.x > FROM.x + FAR_STEP && at.x < TO.x - FAR_STEP && at.y > FROM.y + FAR_STEP && at.y < TO.y - FAR_STEP
    };
    for row in 0..rows {
        for column in 0..columns {
            let middle = from + vec2(column as f32 + 0.5, row as f32 + 0.5) * FAR_STEP;
            if covered(middle) || inland(middle) < -16.0 {
                continue;
            }
            let at = |dx: u32, dy: u32| (row + dy) * (columns + 1) + column + dx;
            mesh.indices.extend([at(0, 1), at(1, 1), at(1, 0), at(0, 1), at(1, 0), at(0, 0)]);
        }
    }
    mesh
}
