//! What the company's state looks like in town: the office grows, a red lamp glows over an authority whose day is near.

use std::collections::BTreeSet;

use bevy::prelude::*;

use super::Stages;
use super::paint::{Paints, mesh};
use super::power::Activity;
use super::town::{Ground, Office};
use crate::town::room::{Room, RoomPlan};

/// How much larger than in a room the lamp is over a roof.
const LAMP_SCALE: f32 = 7.0;
/// What can be seen of the company.
#[derive(Resource, Debug, Default, PartialEq, Eq)]
pub(super) struct Truth {
    /// Stamped sheets.
    pub(super) papers: u16,
    /// Whether the licence hangs.
    pub(super) licence: bool,
    /// Venues of authorities whose day is near or past.
    pub(super) near: BTreeSet<String>,
    /// How far the office has grown, as in [`Stage::ALL`](crate::town::office::Stage::ALL).
    pub(super) stage: usize,
}

/// The lamp over a venue's roof.
#[derive(Component)]
struct RoofLamp(usize);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Truth>().add_systems(Startup, spawn).add_systems(Update, show.in_set(Stages::Move));
}

fn spawn(mut commands: Commands, mut meshes: ResMut<Assets<Mesh>>, (ground, paints): (Res<Ground>, Res<Paints>)) {
    let Ok(plan) = RoomPlan::of_venue("office") else { return };
    let [_, lit] = Room::build(&plan).lamp;
    let lamp = meshes.add(mesh(&lit));
    for (index, place) in ground.0.places.iter().enumerate() {
        let at = Transform::from_translation(place.label - Vec3::Y * 1.0).with_scale(Vec3::splat(LAMP_SCALE));
        let mut hand = super::town::Stagehand { commands: &mut commands, meshes: &mut meshes };
        let entity = hand.put_again(lamp.clone(), &paints.town, at);
        hand.commands.entity(entity).insert((RoofLamp(index), Visibility::Hidden));
    }
}

fn show(
    truth: Res<Truth>,
    ground: Res<Ground>,
    mut things: ParamSet<(Query<(&RoofLamp, &mut Visibility)>, Query<(&Office, &mut Visibility)>)>,
    mut activity: ResMut<Activity>,
) {
    if !truth.is_changed() {
        return;
    }
    activity.keep(0.3);
    let shown = |yes: bool| if yes { Visibility::Visible } else { Visibility::Hidden };
    for (lamp, mut visible) in &mut things.p0() {
        let id = ground.0.places.get(lamp.0).map(|place| &place.id);
        visible.set_if_neq(shown(id.is_some_and(|id| truth.near.contains(id))));
    }
    for (office, mut visible) in &mut things.p1() {
        visible.set_if_neq(shown(office.0 == truth.stage));
    }
}
