//! The town's meshes on the stage.

use bevy::prelude::*;
use bevy::sprite_render::MeshMaterial2d;

use super::paint::{Painted, Paints, ground_mesh, ground_picture, mesh, mix};
use crate::town::grain::Grain;
use crate::town::mesh::Mesh as Work;
use crate::town::moving::Moving;
use crate::town::plan::Plan;
use crate::town::scene::Town;

/// Fineness of the ground's picture; 208 by 144 metres must stay below 2048 texels a side on small machines.
const TEXELS_PER_METRE: f32 = 9.0;

/// How finely this machine draws.
#[derive(Resource)]
pub(super) struct Fineness(pub(super) Grain);

/// What systems ask the town about.
#[derive(Resource)]
pub(super) struct Ground(pub(super) Town);

/// What moves, waiting to be put on stage.
#[derive(Resource)]
pub(super) struct Movables(pub(super) Moving);

/// A venue's building: its place in the plan's order.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Building(pub(super) usize);

/// The player's office at one stage of growth.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Office(pub(super) usize);

pub(super) fn plugin(app: &mut App) {
    let grain = app.world().get_resource::<Fineness>().map_or(Grain::Fine, |fineness| fineness.0);
    let town = Town::build(Plan::shipped(), TEXELS_PER_METRE, grain);
    app.insert_resource(Movables(Moving::of(&town))).insert_resource(Ground(town)).add_systems(PreStartup, spawn);
}

/// Puts meshes on stage.
pub(super) struct Stagehand<'a, 'w, 's> {
    pub(super) commands: &'a mut Commands<'w, 's>,
    pub(super) meshes: &'a mut Assets<Mesh>,
}

impl Stagehand<'_, '_, '_> {
    /// Something at its own place.
    pub(super) fn put(&mut self, work: &Work, paint: &Handle<Painted>, at: Transform) -> Entity {
        let handle = self.meshes.add(mesh(work));
        self.put_again(handle, paint, at)
    }

    /// Something whose mesh is known already.
    pub(super) fn put_again(&mut self, mesh: Handle<Mesh>, paint: &Handle<Painted>, at: Transform) -> Entity {
        self.commands.spawn((Mesh2d(mesh), MeshMaterial2d(paint.clone()), at)).id()
    }
}

fn spawn(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<Painted>>,
    mut images: ResMut<Assets<Image>>,
    ground: Res<Ground>,
) {
    let town = &ground.0;
    let paints = mix(&mut materials, images.add(ground_picture(&town.ground)));
    let still = Transform::IDENTITY;
    let floor = meshes.add(ground_mesh(&town.ground));
    let mut hand = Stagehand { commands: &mut commands, meshes: &mut meshes };
    hand.put_again(floor, &paints.ground, still);
    for part in [&town.sky, &town.far, &town.fabric] {
        hand.put(part, &paints.town, still);
    }
    hand.put(&town.sea, &paints.sea, still);
    for (index, place) in town.places.iter().enumerate() {
        let entity = hand.put(&place.mesh, &paints.town, still);
        hand.commands.entity(entity).insert(Building(index));
    }
    for (index, office) in town.offices.iter().enumerate() {
        let entity = hand.put(office, &paints.town, still);
        let shown = if index == 0 { Visibility::Visible } else { Visibility::Hidden };
        hand.commands.entity(entity).insert((Office(index), shown));
    }
    commands.insert_resource(paints);
}

impl Paints {
    /// Sets how much of the veil lies over the town.
    pub(super) fn veil(&self, materials: &mut Assets<Painted>, amount: f32) {
        for handle in self.veiled() {
            if let Some(mut paint) = materials.get_mut(handle) {
                paint.mood.veil.w = amount;
            }
        }
    }
}
