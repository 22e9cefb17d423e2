//! The whole town: a handful of painted meshes and what one needs to know about each place.

use glam::{Vec2, Vec3, vec2, vec3};

use super::backdrop::{bay, clouds, mountains, sky};
use super::grain::Grain;
use super::ground::{Ground, beyond};
use super::light::Light;
use super::mesh::Mesh;
use super::office::{Stage, office};
use super::plan::{Plan, Standing, Venue, spot};
use super::planting::{Taken, props, quarters, trees};
use super::sculpt::Sculpt;
use super::terrain::{Terrain, plot_height};
use super::venues::building;

/// Fineness of cast shadows, metres.
const SHADOW_CELL: f32 = 0.11;

/// One venue as it stands in town.
pub struct Place {
    /// Its id across the product.
    pub id: String,
    /// Its building.
    pub mesh: Mesh,
    /// Least corner of the box around it.
    pub low: Vec3,
    /// Greatest corner of the box around it.
    pub high: Vec3,
    /// Where its label hangs: a little above the roof.
    pub label: Vec3,
    /// Where one stands before its door.
    pub door: Vec3,
    /// The way its front looks, a unit vector.
    pub front: Vec3,
    /// Where the middle of its room's floor stands when it opens: just above the plot.
    pub room: Vec3,
}

/// The town, painted.
pub struct Town {
    /// The plan it was built from.
    pub plan: Plan,
    /// Heights, for whoever walks.
    pub terrain: Terrain,
    /// The dome of sky; never hazed.
    pub sky: Mesh,
    /// Mountains, clouds and the land beyond.
    pub far: Mesh,
    /// The painted ground.
    pub ground: Ground,
    /// The sea.
    pub sea: Mesh,
    /// Dwellings, trees and props.
    pub fabric: Mesh,
    /// The eighteen venues, in the plan's order.
    pub places: Vec<Place>,
    /// The player's office at each stage, in the order of [`Stage::ALL`].
    pub offices: Vec<Mesh>,
    /// Where the office's label hangs.
    pub office_label: Vec3,
    /// Where the player's figure begins.
    pub spawn: Vec3,
    /// Round things in the way of whoever walks: houses and trees, (middle, radius).
    pub(crate) standing: Vec<(Vec2, f32)>,
}

impl Town {
    /// Builds and paints the town of a plan, its ground with so many texels a metre (8 looks well from above).
    pub fn build(plan: Plan, texels_per_metre: f32, grain: Grain) -> Self {
        let terrain = Terrain::of(&plan);
        let buildings: Vec<Sculpt> = plan.venues.iter().map(standing_venue).collect();
        let mut taken = Taken::by(&plan);
        let mut fabric = quarters(&mut taken, &terrain);
        fabric.put(&trees(&mut taken, &terrain), Vec3::ZERO, 0.0);
        fabric.put(&props(&plan, &terrain), Vec3::ZERO, 0.0);
        let obstacles = taken.standing();
        let stages: Vec<Sculpt> = Stage::ALL.iter().map(|stage| standing(&office(*stage), &plan.office)).collect();

        let mut casting = fabric.clone();
        for part in buildings.iter().chain(stages.first()) {
            casting.put(part, Vec3::ZERO, 0.0);
        }
        let light = Light::among(&casting, |at| terrain.height(at), SHADOW_CELL, 1.0);
        let mut far = beyond(&terrain);
        far.append(&mountains());
        let mut banks = Light::open().paint(&clouds(), 1e6);
        for color in &mut banks.colors {
            let [r, g, b, _] = *color;
            *color = [r, g, b, 0.0];
        }
        far.append(&banks);
        let places = plan
            .venues
            .iter()
            .zip(&buildings)
            .map(|(venue, work)| place(venue, work, &light, &terrain, grain))
            .collect();
        let start = spot(plan.spawn);
        let office_at = spot(plan.office.at);
        Self {
            sky: sky(),
            far,
            ground: Ground::paint(&plan, &terrain, &light, texels_per_metre),
            sea: bay(&light, grain),
            fabric: grain.paint(&light, &fabric),
            places,
            offices: stages.iter().map(|work| grain.paint(&light, work)).collect(),
            office_label: vec3(office_at.x, terrain.height(office_at) + 5.0, office_at.y),
            spawn: vec3(start.x, terrain.height(start), start.y),
            standing: obstacles,
            terrain,
            plan,
        }
    }

    /// How many triangles there are in all (the office counted once).
    pub fn triangles(&self) -> usize {
        let fixed = [&self.sky, &self.far, &self.ground.mesh, &self.sea, &self.fabric];
        fixed.iter().map(|mesh| mesh.triangles()).sum::<usize>()
            + self.places.iter().map(|place| place.mesh.triangles()).sum::<usize>()
            + self.offices.iter().map(Mesh::triangles).max().unwrap_or(0)
    }
}

fn standing_venue(venue: &Venue) -> Sculpt {
    standing(&building(venue.kit), &Standing { at: venue.at, turn: venue.turn, plot: venue.plot })
}

fn standing(part: &Sculpt, how: &Standing) -> Sculpt {
    let at = spot(how.at);
    let mut work = Sculpt::new();
    work.put(part, vec3(at.x, plot_height(at), at.y), how.turn);
    work
}

fn place(venue: &Venue, work: &Sculpt, light: &Light, terrain: &Terrain, grain: Grain) -> Place {
    let (low, high) = work.bounds();
    let at = spot(venue.at);
    let front = Vec2::from_angle(-venue.turn.to_radians()).rotate(vec2(0.0, 1.0));
    let door = at + front * (venue.plot.1 + 1.5);
    let middle = vec3(at.x, 0.0, at.y);
    Place {
        id: venue.id.clone(),
        mesh: grain.paint(light, work),
        low,
        high,
        label: middle + Vec3::Y * (high.y + 1.2),
        door: vec3(door.x, terrain.height(door), door.y),
        front: vec3(front.x, 0.0, front.y),
        room: middle + Vec3::Y * (plot_height(at) + 0.9),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_town_fits_its_budget_and_is_the_same_twice() {
        let town = Town::build(Plan::shipped(), 1.0, Grain::Fine);
        assert!(town.triangles() <= 150_000, "{} triangles", town.triangles());
        let coarse = Town::build(Plan::shipped(), 1.0, Grain::Coarse);
        assert!(coarse.triangles() <= 75_000, "{} triangles where the processor draws", coarse.triangles());
        let again = Town::build(Plan::shipped(), 1.0, Grain::Fine);
        assert_eq!(town.fabric, again.fabric);
        assert_eq!(town.ground.pixels, again.ground.pixels);
    }

    #[test]
    fn nothing_is_mirrored_or_broken() {
        let town = Town::build(Plan::shipped(), 1.0, Grain::Fine);
        for mesh in town.places.iter().map(|place| &place.mesh).chain([&town.fabric, &town.sea, &town.far, &town.sky]) {
            assert_eq!(mesh.positions.len(), mesh.colors.len());
            assert!(mesh.positions.iter().flatten().chain(mesh.colors.iter().flatten()).all(|value| value.is_finite()));
            assert!(mesh.indices.iter().all(|index| (*index as usize) < mesh.positions.len()));
        }
    }

    #[test]
    fn every_venue_stands_on_dry_land_and_apart() {
        let town = Town::build(Plan::shipped(), 1.0, Grain::Fine);
        for (index, place) in town.places.iter().enumerate() {
            assert!(place.high.y - place.low.y > 4.0, "{} is a building", place.id);
            assert!(
                super::super::terrain::inland(vec2(place.door.x, place.door.z)) > 0.0,
                "{}'s door is on land",
                place.id
            );
            for other in town.places.iter().skip(index + 1) {
                let apart = vec2(place.label.x - other.label.x, place.label.z - other.label.z).length();
                assert!(apart > 11.0, "{} and {} are {apart} m apart", place.id, other.id);
            }
        }
    }
}
