//! The trainee's own figure: walks by keys or to where somebody pointed, goes round what stands in the way.

use bevy::prelude::*;
use bevy::sprite_render::MeshMaterial2d;

use super::Stages;
use super::bridge::{Orders, tell};
use super::camera::Gaze;
use super::input::Wishes;
use super::paint::Paints;
use super::power::Activity;
use super::room::OpenRoom;
use super::town::{Building, Ground, Movables, Stagehand};
use crate::link::FromWorld;
use crate::town::moving::{POSES, STREET_SCALE, STRIDE};
use crate::town::scene::Town;
use crate::town::view::View;

/// How fast the figure walks: brisk, the town is wide, metres a second.
const SPEED: f32 = 7.5;
/// Seconds without a step until the camera goes back over the bay.
const REST_SECONDS: f32 = 12.0;
/// So near a door counts as going in, metres.
const DOORSTEP: f32 = 1.3;

/// The figure.
#[derive(Component, Debug)]
struct Walker {
    poses: Vec<Handle<Mesh>>,
    goal: Option<Vec3>,
    walked: f32,
    still: f32,
    left_door: bool,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, spawn).add_systems(Update, (walk, brighten).in_set(Stages::Move));
}

fn spawn(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    (ground, movables, paints): (Res<Ground>, Res<Movables>, Res<Paints>),
) {
    let poses: Vec<Handle<Mesh>> = movables.0.founder.iter().map(|work| meshes.add(super::paint::mesh(work))).collect();
    let Some(standing) = poses.first().cloned() else { return };
    let at = Transform::from_translation(ground.0.spawn).with_scale(Vec3::splat(STREET_SCALE));
    let turned = at.with_rotation(Quat::from_rotation_y(-0.5));
    let figure = Stagehand { commands: &mut commands, meshes: &mut meshes }.put_again(standing, &paints.town, turned);
    commands.entity(figure).insert(Walker { poses, goal: None, walked: 0.0, still: REST_SECONDS, left_door: true });
}

fn walk(
    time: Res<Time<Real>>,
    (ground, open, orders): (Res<Ground>, Res<OpenRoom>, Res<Orders>),
    figure: Single<(&mut Walker, &mut Transform, &mut Mesh2d)>,
    mut wishes: ResMut<Wishes>,
    mut gaze: ResMut<Gaze>,
    mut activity: ResMut<Activity>,
) {
    let (mut walker, mut place, mut mesh) = figure.into_inner();
    if let Some(spot) = wishes.walk_to.take() {
        walker.goal = Some(spot);
    }
    if open.id.is_some() || orders.covered {
        walker.goal = None;
        return;
    }
    let seconds = time.delta_secs().min(0.1);
    let ahead = (gaze.now.target - gaze.now.eye).xz().normalize_or(Vec2::NEG_Y);
    let by_keys = ahead * wishes.keys.y + ahead.perp() * wishes.keys.x;
    if by_keys != Vec2::ZERO {
        walker.goal = None;
    }
    let to_goal = walker.goal.map_or(Vec2::ZERO, |goal| goal.xz() - place.translation.xz());
    let step =
        if by_keys == Vec2::ZERO { to_goal.clamp_length_max(SPEED * seconds) } else { by_keys * SPEED * seconds };
    let moved = step.length() > 0.002 && advance(&ground.0, &mut place.translation, step);
    if !moved {
        walker.goal = None;
        walker.still += seconds;
        show(&walker, &mut mesh, 0);
        if walker.still < REST_SECONDS {
            activity.keep(0.5);
        } else {
            gaze.wanted = gaze.over_bay;
        }
        return;
    }
    walker.still = 0.0;
    walker.walked += step.length();
    place.rotation = Quat::from_rotation_y(step.x.atan2(step.y));
    let pose = (walker.walked / STRIDE).fract() * 8.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of eight poses")]
    show(&walker, &mut mesh, 1 + (pose as usize).min(POSES.saturating_sub(1)));
    activity.touched();
    gaze.wanted = behind(place.translation);
    enter(&ground.0, &mut walker, place.translation);
}

/// Shows one pose.
fn show(walker: &Walker, mesh: &mut Mut<'_, Mesh2d>, pose: usize) {
    if let Some(wanted) = walker.poses.get(pose)
        && mesh.0 != *wanted
    {
        mesh.0 = wanted.clone();
    }
}

/// The camera that follows somebody standing there.
fn behind(at: Vec3) -> View {
    View {
        eye: at + Vec3::new(-15.0, 13.0, 26.0),
        target: at + Vec3::new(2.0, 2.5, -4.0),
        fov: 34.0,
        least_across: 30.0,
    }
}

/// Goes in where a door is reached; whoever comes out is not sent back in at once.
fn enter(town: &Town, walker: &mut Walker, at: Vec3) {
    let near = town.places.iter().find(|place| place.door.xz().distance(at.xz()) < DOORSTEP);
    match near {
        Some(place) if walker.left_door => {
            walker.left_door = false;
            walker.goal = None;
            tell(&FromWorld::Visit { venue: place.id.clone() });
        }
        Some(_) => {}
        None => walker.left_door = true,
    }
}

/// Takes a step, or slides along what is in the way. Says whether anything moved.
fn advance(town: &Town, at: &mut Vec3, step: Vec2) -> bool {
    for tried in [step, Vec2::new(step.x, 0.0), Vec2::new(0.0, step.y)] {
        let next = at.xz() + tried;
        if tried.length_squared() > 1e-7 && town.walkable(next) {
            *at = Vec3::new(next.x, town.floor(next), next.y);
            return true;
        }
    }
    false
}

/// The venue under the pointer is a little brighter.
fn brighten(
    wishes: Res<Wishes>,
    paints: Res<Paints>,
    mut buildings: Query<(&Building, &mut MeshMaterial2d<super::paint::Painted>)>,
) {
    if !wishes.is_changed() {
        return;
    }
    for (building, mut material) in &mut buildings {
        let wanted = if wishes.over == Some(building.0) { &paints.bright } else { &paints.town };
        if material.0 != *wanted {
            material.0 = wanted.clone();
        }
    }
}
