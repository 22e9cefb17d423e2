//! What moves in town, as meshes about their own origin: sails, the flag, smoke, people walking.

use glam::{Vec2, Vec3, vec2, vec3};
use serde::Deserialize;

use super::colour::{canvas, hex, horizon, mix, seal};
use super::harbour::sail_boat;
use super::light::Light;
use super::mesh::Mesh;
use super::people::{Role, figure};
use super::plan::{Spot, spot};
use super::scene::Town;
use super::sculpt::{Finish, Sculpt};

/// How many poses a stride is cut into.
pub const POSES: usize = 8;
/// How fast people walk, metres a second.
pub const WALK_SPEED: f32 = 1.5;
/// Metres covered by one full stride of two steps.
pub const STRIDE: f32 = 1.5;
/// Figures in the street are drawn a little larger than life, so that they read from above.
pub const STREET_SCALE: f32 = 1.3;

/// Somebody's daily walk in the plan: to and fro along a line.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Walk {
    /// What they wear.
    pub role: Role,
    /// The spots passed.
    pub line: Vec<Spot>,
}

/// A boat's course in the plan: to and fro between two spots.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// One end.
    pub from: Spot,
    /// The other end.
    pub to: Spot,
}

/// Somebody walking: the poses of a stride and the way.
pub struct Walker {
    /// Meshes of one stride, [`POSES`] of them.
    pub poses: Vec<Mesh>,
    /// The way as points on the ground.
    pub way: Vec<Vec3>,
}

/// All that moves.
pub struct Moving {
    /// A sailing dinghy heading east.
    pub sail: Mesh,
    /// The dinghies' courses at sea level.
    pub courses: Vec<(Vec3, Vec3)>,
    /// Passers-by.
    pub walkers: Vec<Walker>,
    /// The trainee's own figure, standing first, then the stride.
    pub founder: Vec<Mesh>,
    /// One puff of smoke about its middle, radius 1.
    pub puff: Mesh,
    /// The chimney's mouth.
    pub chimney: Vec3,
    /// Top of the committee's flag pole.
    pub flag: Vec3,
}

impl Moving {
    /// What moves in a town.
    pub fn of(town: &Town) -> Self {
        let light = Light::open();
        let ground = |at: Vec2| vec3(at.x, town.terrain.height(at), at.y);
        let walkers = town.plan.walks.iter().map(|walk| Walker {
            poses: poses(walk.role),
            way: walk.line.iter().map(|at| ground(spot(*at))).collect(),
        });
        let sea = |at: Spot| vec3(at.0, 0.0, at.1);
        let on_venue = |id: &str, local: Vec3| {
            town.plan.venue(id).map_or(Vec3::ZERO, |venue| {
                let at = spot(venue.at);
                let turned = glam::Quat::from_rotation_y(venue.turn.to_radians()) * local;
                vec3(at.x, super::terrain::plot_height(at), at.y) + turned
            })
        };
        Self {
            sail: light.paint(&sail_boat(canvas()), 9.0),
            courses: town.plan.courses.iter().map(|course| (sea(course.from), sea(course.to))).collect(),
            walkers: walkers.collect(),
            founder: std::iter::once(light.paint(&figure(Role::Founder, 0.0), 9.0))
                .chain(poses(Role::Founder))
                .collect(),
            puff: puff(),
            chimney: on_venue("cafe", vec3(2.4, 10.4, -1.6)),
            flag: on_venue("park-committee", vec3(-10.2, 12.9, 6.4)),
        }
    }
}

fn poses(role: Role) -> Vec<Mesh> {
    let light = Light::open();
    (0..POSES)
        .map(|pose| {
            let swing = (pose as f32 / POSES as f32 * std::f32::consts::TAU).sin() * 26.0;
            light.paint(&figure(role, swing), 9.0)
        })
        .collect()
}

fn puff() -> Mesh {
    let mut work = Sculpt::new();
    work.lump(Vec3::ZERO, Vec3::ONE, 0.08, 0.5, (mix(horizon(), hex(0xb9_c4c8), 0.5), hex(0xf8_f4ec)));
    Light::open().paint(&work.finished(Finish::Plain), 9.0)
}

/// The flag at a time in seconds, its hoist at the origin, flying to the west; at rest it hangs in one long fold.
pub fn flag(seconds: f32) -> Mesh {
    let (columns, width, height) = (8_u32, 3.3, 2.2);
    let mut work = Sculpt::new();
    let point = |column: u32, up: f32| {
        let share = column as f32 / columns as f32;
        let wave = (share * 6.0 - seconds * 5.0).sin() * 0.34 * share;
        vec3(-share * width, up - 0.12 * share, wave)
    };
    for column in 0..columns {
        let (low, high) = (-height, 0.0);
        work.quad([point(column + 1, low), point(column, low), point(column, high), point(column + 1, high)], seal());
    }
    let star = hex(0xf2_cf55);
    for (at, size) in [
        (vec2(0.75, 0.62), 0.36),
        (vec2(1.45, 0.3), 0.12),
        (vec2(1.7, 0.6), 0.12),
        (vec2(1.7, 0.95), 0.12),
        (vec2(1.45, 1.25), 0.12),
    ] {
        let share = at.x / width;
        let wave = (share * 6.0 - seconds * 5.0).sin() * 0.34 * share;
        for side in [0.05, -0.05] {
            let middle = vec3(-at.x, -at.y - 0.12 * share, wave + side);
            for turn in 0..5 {
                let tip = |n: f32, r: f32| middle + vec3((n * 1.2566).sin() * r, (n * 1.2566).cos() * r, 0.0);
                let n = turn as f32;
                work.quad([middle, tip(n - 0.5, size * 0.4), tip(n, size), tip(n + 0.5, size * 0.4)], star);
            }
        }
    }
    Light::open().paint(&work, 9.0)
}

/// Where somebody is after walking so many metres along a way, to and fro: the place and the direction.
pub fn along(way: &[Vec3], metres: f32) -> Option<(Vec3, Vec3)> {
    let length: f32 = way.iter().zip(way.iter().skip(1)).map(|(from, to)| from.distance(*to)).sum();
    if length < 0.01 {
        return None;
    }
    let lap = metres.rem_euclid(length * 2.0);
    let back = lap > length;
    let mut left = if back { length * 2.0 - lap } else { lap };
    for (from, to) in way.iter().zip(way.iter().skip(1)) {
        let leg = from.distance(*to);
        if left <= leg {
            let direction = (*to - *from).normalize_or(Vec3::Z);
            return Some((from.lerp(*to, left / leg.max(0.01)), if back { -direction } else { direction }));
        }
        left -= leg;
    }
    way.last().map(|end| (*end, Vec3::Z))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_walk_goes_to_and_fro() {
        let way = [Vec3::ZERO, Vec3::X * 4.0, vec3(4.0, 0.0, 2.0)];
        assert_eq!(along(&way, 2.0), Some((Vec3::X * 2.0, Vec3::X)));
        assert_eq!(along(&way, 11.0), Some((Vec3::X * 1.0, Vec3::NEG_X)));
        assert_eq!(along(&[Vec3::ZERO], 1.0), None);
    }
}
