//! An open venue: its room as a diorama, people who breathe, look up and nod.

use bevy::prelude::*;

use super::Stages;
use super::bridge::Orders;
use super::camera::Gaze;
use super::paint::{Painted, Paints, mesh};
use super::power::Activity;
use super::town::{Building, Ground, Stagehand};
use super::truth::Truth;
use crate::town::people::NECK;
use crate::town::room::{Figure, Room, RoomPlan, SHEET};

/// The most sheets that pile up.
const SHEETS_MOST: u16 = 24;

/// Which room is open.
#[derive(Resource, Debug, Default)]
pub(super) struct OpenRoom {
    /// The venue's id; none while the town is shown.
    pub(super) id: Option<String>,
    since: f32,
}

/// Everything that belongs to the open room.
#[derive(Component)]
struct OfRoom;

/// A moving part of somebody.
#[derive(Component)]
struct Limb {
    part: Part,
    person: f32,
    foot: Transform,
}

/// Which part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Torso,
    Head,
}

/// A stamped sheet: how many must have been stamped for it to lie there.
#[derive(Component)]
struct Sheet(u16);

/// The framed licence.
#[derive(Component)]
struct Licence;

/// The lamp: shown unlit (false) or lit (true).
#[derive(Component)]
struct Lamp(bool);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<OpenRoom>()
        .add_systems(Update, visit.in_set(Stages::Act))
        .add_systems(Update, (live, show_truth).in_set(Stages::Move));
}

/// Opens, changes or closes a room as the page asks.
fn visit(
    mut commands: Commands,
    (mut meshes, paints): (ResMut<Assets<Mesh>>, Res<Paints>),
    (ground, time): (Res<Ground>, Res<Time<Real>>),
    (mut orders, mut open, mut gaze, mut activity): (ResMut<Orders>, ResMut<OpenRoom>, ResMut<Gaze>, ResMut<Activity>),
    old: Query<Entity, With<OfRoom>>,
    mut buildings: Query<(&Building, &mut Visibility)>,
) {
    let Some(wanted) = orders.visit.take() else { return };
    if wanted == open.id {
        return;
    }
    activity.touched();
    for entity in &old {
        commands.entity(entity).despawn();
    }
    let index = wanted.as_ref().and_then(|id| ground.0.places.iter().position(|place| place.id == *id));
    let room = index.zip(wanted.as_ref().and_then(|id| RoomPlan::of_venue(id).ok()));
    for (building, mut shown) in &mut buildings {
        let hidden = room.is_some() && index == Some(building.0);
        shown.set_if_neq(if hidden { Visibility::Hidden } else { Visibility::Visible });
    }
    open.since = time.elapsed_secs();
    open.id = room.as_ref().and(wanted);
    gaze.veiled = room.is_some();
    gaze.wanted = gaze.over_bay;
    let Some((place, (_, plan))) = room.as_ref().and_then(|pair| Some((ground.0.places.get(pair.0)?, pair))) else {
        return;
    };
    let built = Room::build(plan);
    let base = place.room + Vec3::Y * ground.0.room_lift(place);
    gaze.wanted = built.view(base, 0.0);
    let mut hand = Stagehand { commands: &mut commands, meshes: &mut meshes };
    furnish(&mut hand, &built, base, &paints.room);
}

fn furnish(hand: &mut Stagehand<'_, '_, '_>, room: &Room, base: Vec3, paint: &Handle<Painted>) {
    let at = |local: Vec3| Transform::from_translation(base + local);
    let shell = hand.put(&room.shell, paint, at(Vec3::ZERO));
    hand.commands.entity(shell).insert(OfRoom);
    for (index, figure) in room.people.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of people")]
        place_person(hand, figure, index as f32, base, paint);
    }
    let sheet = hand.meshes.add(mesh(&room.sheet));
    for number in 0..SHEETS_MOST {
        let height = Vec3::Y * (SHEET * f32::from(number));
        let turn = Quat::from_rotation_y(0.5 * (f32::from(number) * 2.4).sin());
        let lying = at(room.papers + height).with_rotation(turn);
        let entity = hand.put_again(sheet.clone(), paint, lying);
        hand.commands.entity(entity).insert((OfRoom, Sheet(number), Visibility::Hidden));
    }
    let licence = hand.put(&room.licence, paint, at(room.licence_at));
    hand.commands.entity(licence).insert((OfRoom, Licence, Visibility::Hidden));
    for (work, lit) in room.lamp.iter().zip([false, true]) {
        let lamp = hand.put(work, paint, at(room.lamp_at));
        hand.commands.entity(lamp).insert((OfRoom, Lamp(lit), Visibility::Hidden));
    }
}

fn place_person(hand: &mut Stagehand<'_, '_, '_>, figure: &Figure, person: f32, base: Vec3, paint: &Handle<Painted>) {
    let foot =
        Transform::from_translation(base + figure.at).with_rotation(Quat::from_rotation_y(figure.turn.to_radians()));
    let legs = hand.put(&figure.legs, paint, foot);
    hand.commands.entity(legs).insert(OfRoom);
    for (work, part) in [(&figure.torso, Part::Torso), (&figure.head, Part::Head)] {
        let limb = hand.put(work, paint, foot);
        hand.commands.entity(limb).insert((OfRoom, Limb { part, person, foot }));
    }
}

/// People breathe, look about and nod; whoever keeps the counter looks up at the visitor first.
fn live(
    time: Res<Time<Real>>,
    (open, orders): (Res<OpenRoom>, Res<Orders>),
    mut limbs: Query<(&Limb, &mut Transform)>,
    mut activity: ResMut<Activity>,
) {
    if open.id.is_none() || orders.reduced_motion || orders.covered {
        return;
    }
    activity.keep(0.0);
    let now = time.elapsed_secs() - open.since;
    for (limb, mut place) in &mut limbs {
        let breath = (now * 1.7 + limb.person * 2.1).sin();
        *place = match limb.part {
            Part::Torso => limb.foot.with_scale(Vec3::new(1.0, 1.0 + 0.008 * breath, 1.0 + 0.014 * breath)),
            Part::Head => head(limb, now, breath),
        };
    }
}

fn head(limb: &Limb, now: f32, breath: f32) -> Transform {
    let greeting = (-(now - 1.1).powi(2) * 6.0).exp();
    let nod = if limb.person == 0.0 { 0.30 * greeting } else { 0.0 };
    let again = ((now * 0.23 + limb.person * 0.37).fract() - 0.5) * 24.0;
    let nod = nod + 0.16 * (-again * again).exp();
    let look = (now * 0.31 + limb.person * 1.9).sin();
    let turn = if limb.person == 0.0 { -0.22 + 0.10 * look } else { 0.38 * look };
    let spin = Quat::from_rotation_y(turn) * Quat::from_rotation_x(nod);
    let neck = Vec3::Y * NECK;
    let local = Transform::from_translation(neck - spin * neck + Vec3::Y * (0.006 * breath)).with_rotation(spin);
    limb.foot * local
}

/// What changes with the company is to be seen: sheets, the licence, the lamp.
fn show_truth(
    (truth, open): (Res<Truth>, Res<OpenRoom>),
    mut things: ParamSet<(
        Query<(&Sheet, &mut Visibility)>,
        Query<&mut Visibility, With<Licence>>,
        Query<(&Lamp, &mut Visibility)>,
    )>,
) {
    let shown = |yes: bool| if yes { Visibility::Visible } else { Visibility::Hidden };
    for (sheet, mut visible) in &mut things.p0() {
        visible.set_if_neq(shown(sheet.0 < truth.papers));
    }
    for mut visible in &mut things.p1() {
        visible.set_if_neq(shown(truth.licence));
    }
    let alarm = open.id.as_ref().is_some_and(|id| truth.near.contains(id));
    for (lamp, mut visible) in &mut things.p2() {
        visible.set_if_neq(shown(lamp.0 == alarm));
    }
}
