//! What lies behind and around: the sky, 崂山 in three layers of haze, the sea.

use glam::{Vec2, Vec3, vec2, vec3};

use super::colour::{Colour, foam, hex, horizon, lagoon, mix, sea, shallow, smooth, zenith};
use super::dice::noise;
use super::grain::Grain;
use super::light::{Light, shoulder, sun};
use super::mesh::Mesh;
use super::sculpt::{Finish, Sculpt};
use super::solids::on_circle;
use super::terrain::{inland, to_line};

/// Distance at which haze begins, metres.
pub const HAZE_FROM: f32 = 150.0;
/// Distance at which haze is thickest, metres.
pub const HAZE_TO: f32 = 760.0;
/// The thickest haze, as a share of the horizon's colour.
pub const HAZE_MOST: f32 = 0.86;

/// A colour seen through so many metres of morning air. `keep` is the alpha of a mesh corner: 0 stays as it is.
pub fn haze(colour: Colour, distance: f32, keep: f32) -> Colour {
    mix(colour, horizon(), smooth(HAZE_FROM, HAZE_TO, distance) * HAZE_MOST * keep)
}

/// The sky: a dome of colours, bright at the horizon and toward the sun. Never hazed.
pub(crate) fn sky() -> Mesh {
    let mut mesh = Mesh::default();
    let (rings, sides) = (12_u32, 32_u32);
    for ring in 0..=rings {
        let share = ring as f32 / rings as f32;
        let elevation = -0.16 + 1.7 * share * share;
        for side in 0..=sides {
            let at = on_circle(elevation.cos(), side as f32 / sides as f32, elevation.sin());
            let tone = mix(horizon(), zenith(), smooth(0.0, 0.52, elevation));
            let glow = at.dot(sun()).max(0.0).powi(4) * smooth(0.9, 0.0, elevation);
            let level = smooth(0.16, 0.0, elevation.abs());
            let tone = mix(tone, hex(0xff_f0d8), 0.35 * glow + 0.22 * level);
            let place = at * 1900.0;
            mesh.positions.push(place.to_array());
            mesh.colors.push([tone.x, tone.y, tone.z, 0.0]);
        }
    }
    for ring in 0..rings {
        for side in 0..sides {
            let at = |dr: u32, ds: u32| (ring + dr) * (sides + 1) + side + ds;
            mesh.indices.extend([at(0, 0), at(1, 0), at(1, 1), at(0, 0), at(1, 1), at(0, 1)]);
        }
    }
    mesh
}

/// A ridge of mountains: where it stands, how high, how hazy.
struct Ridge {
    distance: f32,
    base: f32,
    height: f32,
    haze: f32,
    key: f32,
}

/// Three ridges of 崂山 about the town, each paler than the one before it.
pub(crate) fn mountains() -> Mesh {
    let ridges = [
        Ridge { distance: 1150.0, base: 12.0, height: 186.0, haze: 0.72, key: 3.0 },
        Ridge { distance: 820.0, base: 6.0, height: 112.0, haze: 0.52, key: 11.0 },
        Ridge { distance: 540.0, base: 2.0, height: 54.0, haze: 0.27, key: 23.0 },
    ];
    let mut mesh = Mesh::default();
    for ridge in &ridges {
        raise(&mut mesh, ridge);
    }
    mesh
}

fn raise(mesh: &mut Mesh, ridge: &Ridge) {
    let centre = vec2(-30.0, 60.0);
    let columns = 76_u32;
    let rock = mix(hex(0x4f_8468), hex(0x5f_8ea6), smooth(500.0, 1100.0, ridge.distance));
    let mut work = Sculpt::new();
    let crest = |column: u32| {
        let angle = (-0.27 + 0.62 * column as f32 / columns as f32) * std::f32::consts::TAU;
        let along = column as f32 * 0.23;
        let peaks = 0.5 + 0.42 * noise(vec2(along, ridge.key)) + 0.24 * noise(vec2(along * 2.7, ridge.key + 5.0));
        let ends = smooth(0.0, 9.0, column as f32) * smooth(columns as f32, columns as f32 - 12.0, column as f32);
        let jag = if column.is_multiple_of(2) { 0.10 } else { 0.0 };
        (angle, ridge.height * (peaks + jag).max(0.06) * ends)
    };
    let place = |angle: f32, out: f32, y: f32| vec3(centre.x + angle.sin() * out, y, centre.y - angle.cos() * out);
    for column in 0..columns {
        let ((a0, h0), (a1, h1)) = (crest(column), crest(column + 1));
        let depth = ridge.distance * 0.16;
        let (near0, near1) = (
            place(a0, ridge.distance - depth, ridge.base - 14.0),
            place(a1, ridge.distance - depth, ridge.base - 14.0),
        );
        let knee = |a: f32, h: f32, key: f32| {
            place(
                a + 0.012 * (key * 1.9).sin(),
                ridge.distance - depth * (0.42 + 0.16 * (key * 2.3).sin()),
                ridge.base + h * (0.42 + 0.1 * (key * 3.1).cos()),
            )
        };
        let (mid0, mid1) = (knee(a0, h0, column as f32), knee(a1, h1, (column + 1) as f32));
        let (top0, top1) = (place(a0, ridge.distance, ridge.base + h0), place(a1, ridge.distance, ridge.base + h1));
        for corners in [[near0, near1, mid1], [near0, mid1, mid0], [mid0, mid1, top1], [mid0, top1, top0]] {
            work.triangle(corners, rock);
        }
    }
    for face in &work.faces {
        let [a, b, c, _] = face.corners;
        let [normal, ..] = face.normals;
        let light = 0.58 + 0.75 * normal.dot(sun()).max(0.0) + 0.1 * normal.y;
        for corner in [a, b, c] {
            let foot = smooth(ridge.height * 0.55, 0.0, corner.y - ridge.base);
            let tone = mix(rock * light, horizon(), (ridge.haze + 0.24 * foot).min(0.96));
            mesh.indices.push(mesh.positions.len() as u32);
            mesh.positions.push(corner.to_array());
            mesh.colors.push([tone.x, tone.y, tone.z, 0.0]);
        }
    }
}

/// The bay. Fine near the pier so that shadows fall on it, coarse out to the horizon.
pub(crate) fn bay(light: &Light, grain: Grain) -> Mesh {
    let near_step = match grain {
        Grain::Fine => BLOCK / 4.0,
        Grain::Coarse => BLOCK / 2.0,
    };
    let mut mesh = Mesh::default();
    let fine = (vec2(-112.0, -64.0), vec2(112.0, 96.0));
    let inside = |at: Vec2, (low, high): (Vec2, Vec2)| at.x > low.x && at.x < high.x && at.y > low.y && at.y < high.y;
    let near = |at: Vec2| {
        let block = (at / BLOCK).floor() * BLOCK + Vec2::splat(BLOCK / 2.0);
        let pier = to_line(block, vec2(-12.0, 30.0), vec2(-20.0, 66.0)) < 15.0;
        inside(block, fine) && (inland(block) > -14.0 || pier || block.distance(vec2(48.0, 48.0)) < 14.0)
    };
    sheet(&mut mesh, light, (vec2(-144.0, -128.0), vec2(144.0, 160.0)), BLOCK, |at| !near(at));
    sheet(&mut mesh, light, fine, near_step, near);
    // Left out where a far block, half as wide to each side, lies within the nearer sheet.
    let middle = (vec2(-107.0, -91.0), vec2(107.0, 123.0));
    sheet(&mut mesh, light, (vec2(-1480.0, -1520.0), vec2(1480.0, 1520.0)), FAR_BLOCK, |at| !inside(at, middle));
    mesh
}

/// Water is divided into blocks of so many metres, finer near the shore and where something stands in it.
const BLOCK: f32 = 8.0;
/// The same far out.
const FAR_BLOCK: f32 = 74.0;

/// One sheet of water, only where it is wanted.
fn sheet(mesh: &mut Mesh, light: &Light, (from, to): (Vec2, Vec2), step: f32, wanted: impl Fn(Vec2) -> bool) {
    let (columns, rows) = (((to.x - from.x) / step) as u32, ((to.y - from.y) / step) as u32);
    let base = mesh.positions.len() as u32;
    let sunk = if step > 20.0 { -0.35 } else { 0.0 };
    for row in 0..=rows {
        for column in 0..=columns {
            let at = from + vec2(column as f32, row as f32) * step;
            let tone = if inland(at) > 12.0 + step * 2.0 { sea() } else { water(light, at) };
            mesh.positions.push([at.x, sunk, at.y]);
            mesh.colors.push([tone.x, tone.y, tone.z, 1.0]);
        }
    }
    for row in 0..rows {
        for column in 0..columns {
            let middle = from + vec2(column as f32 + 0.5, row as f32 + 0.5) * step;
            if !wanted(middle) || inland(middle) > 9.0 + step {
                continue;
            }
            let at = |dx: u32, dy: u32| base + (row + dy) * (columns + 1) + column + dx;
            mesh.indices.extend([at(0, 1), at(1, 1), at(1, 0), at(0, 1), at(1, 0), at(0, 0)]);
        }
    }
}

/// The water's colour: clear over sand, deep blue outside, foam at the edge, shade of what stands in it.
fn water(light: &Light, at: Vec2) -> Colour {
    let out = -inland(at);
    let drift = noise(at * 0.035) * 5.0 + noise(at * 0.12) * 1.4;
    let tone = mix(lagoon(), shallow(), smooth(1.0, 8.0, out + drift * 0.3));
    let tone = mix(tone, mix(shallow(), sea(), 0.72), smooth(5.0, 26.0, out + drift));
    let tone = mix(tone, sea() * 0.98, smooth(22.0, 80.0, out + drift * 2.0));
    let tone = mix(tone, mix(sea(), horizon(), 0.42), smooth(90.0, 420.0, at.length()));
    let streak = smooth(0.35, 0.75, noise(vec2(at.x * 0.05 + at.y * 0.02, at.y * 0.16))) * 0.10;
    let tone = mix(tone, horizon(), streak);
    let tone = mix(
        tone,
        foam(),
        smooth(1.5, 0.3, (out - 0.7 - 0.35 * noise(at * 0.3)).abs()) * (0.7 - 0.6 * super::terrain::quay(at)),
    );
    let shade = 0.70 + 0.30 * light.sun_at(vec3(at.x, 0.02, at.y), Vec3::Y);
    shoulder(tone * shade * (0.80 + 0.20 * light.sky_at(vec3(at.x, 0.02, at.y), Vec3::Y)))
}

/// Clouds: a few flat white banks low over the ridges.
pub(crate) fn clouds() -> Sculpt {
    let mut all = Sculpt::new();
    for (angle, out, y, wide) in [
        (0.18_f32, 1300.0, 268.0, 130.0),
        (0.62, 1350.0, 300.0, 170.0),
        (-0.28, 1250.0, 300.0, 120.0),
        (1.05, 1300.0, 250.0, 110.0),
    ] {
        for puff in 0..5 {
            let shift = (puff as f32 - 2.0) * wide * 0.34;
            let size = wide * (0.30 - 0.05 * (puff as f32 - 2.0).abs());
            let at = vec3(angle.sin() * out + shift, y + size * 0.2, -angle.cos() * out + shift * 0.4);
            all.lump(
                at,
                vec3(size * 1.5, size * 0.42, size),
                0.1,
                puff as f32,
                (mix(horizon(), hex(0xff_f6ea), 0.4), hex(0xff_fbf4)),
            );
        }
    }
    all.finished(Finish::Plain)
}
