//! What moves by itself: water, sails, the flag, smoke, passers-by. All of it stops under reduced motion and at rest.

use bevy::prelude::*;

use super::Stages;
use super::bridge::Orders;
use super::paint::{Painted, Paints, mesh};
use super::town::{Movables, Stagehand};
use crate::town::moving::{POSES, STREET_SCALE, STRIDE, WALK_SPEED, along, flag};

/// How fast dinghies sail, metres a second.
const SAIL_SPEED: f32 = 0.8;
/// Puffs of smoke in the air at once.
const PUFFS: u8 = 5;
/// Seconds a puff lasts.
const PUFF_SECONDS: f32 = 6.0;

/// A dinghy on its course.
#[derive(Component)]
struct Sail(Vec3, Vec3, f32);

/// Somebody on a walk.
#[derive(Component)]
struct Passer {
    poses: Vec<Handle<Mesh>>,
    way: Vec<Vec3>,
    start: f32,
}

/// A puff of smoke: its turn among the puffs.
#[derive(Component)]
struct Puff(f32);

/// The flag, in the poses of its wave.
#[derive(Component)]
struct Flag(Vec<Handle<Mesh>>);

/// Poses of the flag's wave, and how long the wave takes in seconds.
const FLAG_POSES: u8 = 10;
const FLAG_SECONDS: f32 = std::f32::consts::TAU / 5.0;

/// The town's own clock, seconds; it stands still while motion is reduced.
#[derive(Resource, Default)]
struct Hours(f32);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Hours>()
        .add_systems(Startup, spawn)
        .add_systems(Update, (tick, (sails, passers, smoke, wave, water)).chain().in_set(Stages::Move));
}

fn spawn(mut commands: Commands, mut meshes: ResMut<Assets<Mesh>>, movables: Res<Movables>, paints: Res<Paints>) {
    let moving = &movables.0;
    let sail = meshes.add(mesh(&moving.sail));
    let puff = meshes.add(mesh(&moving.puff));
    let flags: Vec<Handle<Mesh>> = (0..FLAG_POSES)
        .map(|pose| meshes.add(mesh(&flag(f32::from(pose) / f32::from(FLAG_POSES) * FLAG_SECONDS))))
        .collect();
    let mut hand = Stagehand { commands: &mut commands, meshes: &mut meshes };
    for (index, (from, to)) in moving.courses.iter().enumerate() {
        let boat = hand.put_again(sail.clone(), &paints.town, Transform::from_translation(*from));
        #[expect(clippy::cast_precision_loss, reason = "a handful of boats")]
        hand.commands.entity(boat).insert(Sail(*from, *to, index as f32 * 17.0));
    }
    for (index, walker) in moving.walkers.iter().enumerate() {
        let poses: Vec<Handle<Mesh>> = walker.poses.iter().map(|pose| hand.meshes.add(mesh(pose))).collect();
        let (Some(first), Some(at)) = (poses.first().cloned(), walker.way.first()) else { continue };
        let place = Transform::from_translation(*at).with_scale(Vec3::splat(STREET_SCALE));
        let figure = hand.put_again(first, &paints.town, place);
        #[expect(clippy::cast_precision_loss, reason = "a handful of people")]
        let start = 5.0 + index as f32 * 9.0;
        hand.commands.entity(figure).insert(Passer { poses, way: walker.way.clone(), start });
    }
    for turn in 0..PUFFS {
        let smoke = hand.put_again(puff.clone(), &paints.town, Transform::from_scale(Vec3::ZERO));
        hand.commands.entity(smoke).insert(Puff(f32::from(turn) / f32::from(PUFFS)));
    }
    if let Some(first) = flags.first().cloned() {
        let cloth = hand.put_again(first, &paints.town, Transform::from_translation(moving.flag));
        hand.commands.entity(cloth).insert(Flag(flags));
    }
}

fn tick(time: Res<Time<Real>>, orders: Res<Orders>, mut hours: ResMut<Hours>) {
    if !orders.reduced_motion && !orders.covered {
        hours.0 += time.delta_secs().min(0.1);
    }
}

fn sails(hours: Res<Hours>, mut boats: Query<(&Sail, &mut Transform)>) {
    for (sail, mut place) in &mut boats {
        let way = [sail.0, sail.1];
        let Some((at, toward)) = along(&way, (hours.0 + sail.2) * SAIL_SPEED) else { continue };
        let heel = 0.06 + 0.03 * (hours.0 * 0.9 + sail.2).sin();
        let heave = Vec3::Y * (0.08 * (hours.0 * 1.3 + sail.2).sin());
        place.translation = at + heave;
        place.rotation = Quat::from_rotation_y((-toward.z).atan2(toward.x)) * Quat::from_rotation_x(heel);
        place.scale = Vec3::splat(1.15);
    }
}

fn passers(hours: Res<Hours>, mut people: Query<(&Passer, &mut Transform, &mut Mesh2d)>) {
    for (passer, mut place, mut shown) in &mut people {
        let metres = passer.start + hours.0 * WALK_SPEED;
        let Some((at, toward)) = along(&passer.way, metres) else { continue };
        place.translation = at;
        place.rotation = Quat::from_rotation_y(toward.x.atan2(toward.z));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a share of eight poses"
        )]
        let pose = ((metres / STRIDE).fract() * POSES as f32) as usize;
        if let Some(wanted) = passer.poses.get(pose)
            && shown.0 != *wanted
        {
            shown.0 = wanted.clone();
        }
    }
}

fn smoke(hours: Res<Hours>, movables: Res<Movables>, mut puffs: Query<(&Puff, &mut Transform)>) {
    for (puff, mut place) in &mut puffs {
        let age = (hours.0 / PUFF_SECONDS + puff.0).fract();
        place.translation = movables.0.chimney + Vec3::new(-2.6, 4.4, -0.8) * age + Vec3::Y * 0.3;
        let size = 0.35 + age * 0.9;
        let fading = ((1.0 - age) * 3.0).min(1.0);
        place.scale = Vec3::splat(size * fading);
    }
}

fn wave(hours: Res<Hours>, flag: Single<(&Flag, &mut Mesh2d)>) {
    let (flag, mut shown) = flag.into_inner();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of ten poses")]
    let pose = ((hours.0 / FLAG_SECONDS).fract() * f32::from(FLAG_POSES)) as usize;
    if let Some(wanted) = flag.0.get(pose)
        && shown.0 != *wanted
    {
        shown.0 = wanted.clone();
    }
}

fn water(hours: Res<Hours>, paints: Res<Paints>, mut materials: ResMut<Assets<Painted>>, mut shown: Local<f32>) {
    if (hours.0 - *shown).abs() < 0.03 {
        return;
    }
    *shown = hours.0;
    if let Some(mut sea) = materials.get_mut(&paints.sea) {
        sea.mood.time.x = hours.0;
    }
}
