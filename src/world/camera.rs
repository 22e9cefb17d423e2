//! The camera: over the bay, behind the walker, or before an open room; it eases from one to the other.

use bevy::core_pipeline::tonemapping::Tonemapping;
use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::Stages;
use super::bridge::Orders;
use super::paint::{Painted, Paints};
use super::power::Activity;
use super::town::Ground;
use crate::town::view::{FAR, NEAR, View};

/// How fast the camera eases, a second: ninety-eight parts in a hundred of the way within 0.6 s.
const EASE: f32 = 6.6;
/// How much of the town the veil hides while a room is open.
const VEIL: f32 = 0.62;

/// Where the camera is, where it wants to be.
#[derive(Resource, Debug)]
pub(super) struct Gaze {
    /// Where it is now.
    pub(super) now: View,
    /// Where it wants to be.
    pub(super) wanted: View,
    /// The view over the bay.
    pub(super) over_bay: View,
    /// Whether the town is to lie under a veil.
    pub(super) veiled: bool,
    veil: f32,
}

impl Gaze {
    /// Width of the picture over its height.
    pub(super) fn aspect(window: &Window) -> f32 {
        (window.width() / window.height().max(1.0)).clamp(0.1, 10.0)
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, spawn).add_systems(Update, ease.after(Stages::Move).before(Stages::Tell));
}

fn spawn(mut commands: Commands, ground: Res<Ground>) {
    let town = &ground.0;
    let over_bay = View::named(&town.plan, "default").unwrap_or(View {
        eye: Vec3::new(-80.0, 60.0, 150.0),
        target: Vec3::ZERO,
        fov: 33.0,
        least_across: 30.0,
    });
    commands.insert_resource(Gaze { now: over_bay, wanted: over_bay, over_bay, veiled: false, veil: 0.0 });
    commands.spawn((
        Camera2d,
        Camera { clear_color: ClearColorConfig::Custom(Color::srgb(0.86, 0.92, 0.95)), ..default() },
        Projection::Perspective(PerspectiveProjection { near: NEAR, far: FAR, ..default() }),
        Msaa::Off,
        Tonemapping::None,
        Transform::default(),
    ));
}

/// Eases toward the wanted view; under reduced motion it is there at once.
fn ease(
    time: Res<Time<Real>>,
    orders: Res<Orders>,
    window: Single<&Window, With<PrimaryWindow>>,
    camera: Single<(&mut Transform, &mut Projection), With<Camera2d>>,
    (paints, mut materials): (Res<Paints>, ResMut<Assets<Painted>>),
    mut gaze: ResMut<Gaze>,
    mut activity: ResMut<Activity>,
) {
    let share = if orders.reduced_motion { 1.0 } else { 1.0 - (-EASE * time.delta_secs().min(0.1)).exp() };
    let (from, to) = (gaze.now, gaze.wanted);
    let veil = if gaze.veiled { VEIL } else { 0.0 };
    if from != to || (gaze.veil - veil).abs() > 0.0 {
        let near =
            from.eye.distance(to.eye) + from.target.distance(to.target) < 0.02 && (gaze.veil - veil).abs() < 0.004;
        gaze.now = if near { to } else { between(from, to, share) };
        let amount = if near { veil } else { gaze.veil + (veil - gaze.veil) * share };
        gaze.veil = amount;
        paints.veil(&mut materials, amount);
        activity.keep(0.3);
    }
    let (mut transform, mut projection) = camera.into_inner();
    let seen = Transform::from_translation(gaze.now.eye).looking_at(gaze.now.target, Vec3::Y);
    transform.set_if_neq(seen);
    let fov = gaze.now.fov_y(Gaze::aspect(&window));
    if let Projection::Perspective(lens) = &*projection
        && (lens.fov - fov).abs() > 1e-4
        && let Projection::Perspective(lens) = &mut *projection
    {
        lens.fov = fov;
    }
}

fn between(from: View, to: View, share: f32) -> View {
    View {
        eye: from.eye.lerp(to.eye, share),
        target: from.target.lerp(to.target, share),
        fov: from.fov + (to.fov - from.fov) * share,
        least_across: from.least_across + (to.least_across - from.least_across) * share,
    }
}
