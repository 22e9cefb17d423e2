//! Where the page's labels stand: told when they have moved, at most fifteen times a second.

use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::Stages;
use super::bridge::{Orders, tell};
use super::camera::Gaze;
use super::input::box_hit;
use super::room::OpenRoom;
use super::town::Ground;
use crate::link::{FromWorld, Label};
use crate::town::scene::Town;

/// Least time between two messages, seconds.
const LEAST_SECONDS: f32 = 1.0 / 15.0;

/// What the page was last told.
#[derive(Resource, Default)]
struct Told {
    labels: Vec<Label>,
    at: f32,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Told>().add_systems(Update, place.in_set(Stages::Tell));
}

fn place(
    time: Res<Time<Real>>,
    (ground, gaze, open, orders): (Res<Ground>, Res<Gaze>, Res<OpenRoom>, Res<Orders>),
    window: Single<&Window, With<PrimaryWindow>>,
    mut told: ResMut<Told>,
) {
    let now = time.elapsed_secs();
    if now - told.at < LEAST_SECONDS || orders.covered {
        return;
    }
    let aspect = Gaze::aspect(&window);
    let labels: Vec<Label> = if open.id.is_some() { Vec::new() } else { stand(&ground.0, &gaze, aspect) };
    if labels != told.labels {
        told.at = now;
        tell(&FromWorld::Labels(labels.clone()));
        told.labels = labels;
    }
}

fn stand(town: &Town, gaze: &Gaze, aspect: f32) -> Vec<Label> {
    let places = town.places.iter().enumerate();
    places
        .filter_map(|(index, place)| {
            let (x, y, _) = gaze.now.project(place.label, aspect)?;
            let within = (0.0..1.0).contains(&x) && (0.0..1.0).contains(&y);
            let visible = within && in_sight(town, gaze.now.eye, index, place.label);
            Some(Label { venue: place.id.clone(), x: per_mille(x), y: per_mille(y), visible })
        })
        .collect()
}

/// Whether no other venue stands between the eye and a label.
fn in_sight(town: &Town, eye: Vec3, own: usize, label: Vec3) -> bool {
    let Ok(direction) = Dir3::new(label - eye) else { return true };
    let ray = Ray3d { origin: eye, direction };
    let distance = eye.distance(label);
    let mut others = town.places.iter().enumerate().filter(|(index, _)| *index != own);
    others.all(|(_, place)| box_hit(ray, place.low, place.high).is_none_or(|hit| hit > distance))
}

#[expect(clippy::cast_possible_truncation, reason = "clamped to the type's range just before")]
fn per_mille(share: f32) -> i16 {
    (share * 1000.0).round().clamp(-9999.0, 9999.0) as i16
}
