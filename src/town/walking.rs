//! Where one can walk, and how high the ground is there.

use glam::{Vec2, vec2};

use super::plan::{PropKind, spot};
use super::planting::PIER;
use super::scene::{Place, Town};
use super::terrain::{TOWN_LEVEL, inland, to_box};

/// Half the width a walker needs, metres.
const ELBOW: f32 = 0.4;
/// Half the width of the pier one can walk on, metres.
const PIER_HALF: f32 = 1.5;
/// How far before a room its camera stands at most, metres.
const ROOM_VIEW: f32 = 18.0;
/// How high a room is lifted where houses stand before it, metres.
const LIFT: f32 = 11.0;

impl Town {
    /// Whether somebody can stand at a spot.
    pub fn walkable(&self, at: Vec2) -> bool {
        if self.on_pier(at) {
            return true;
        }
        let dry = inland(at) > 2.0 && at.x.abs() < 100.0 && at.y > -92.0;
        let own = &self.plan.office;
        let blocks = self.places.iter().map(|place| (place.low, place.high)).all(|(low, high)| {
            let (middle, half) =
                (vec2(low.x + high.x, low.z + high.z) / 2.0, vec2(high.x - low.x, high.z - low.z) / 2.0);
            to_box(at, middle, half, 0.0) > ELBOW - 0.8
        });
        let office = to_box(at, spot(own.at), spot(own.plot) * 0.6, 0.5) > ELBOW;
        dry && blocks
            && office
            && self.standing.iter().all(|(middle, radius)| middle.distance(at) > radius * 0.9 + ELBOW)
    }

    /// Height of what one stands on at a spot.
    pub fn floor(&self, at: Vec2) -> f32 {
        if self.on_pier(at) { TOWN_LEVEL + 0.06 } else { self.terrain.height(at) }
    }

    fn on_pier(&self, at: Vec2) -> bool {
        let pier = self.plan.props.iter().find(|prop| prop.kind == PropKind::Pier);
        pier.is_some_and(|pier| {
            let from = spot(pier.at);
            let deck = (at.x - from.x).abs() < PIER_HALF && at.y > from.y - 1.0 && at.y < from.y + PIER;
            let platform = at.distance(from + vec2(0.0, PIER + 2.4));
            deck || (platform < 6.6 && platform > 5.2)
        })
    }

    /// How much higher a venue's room has to open so that no house stands before its camera, metres.
    pub fn room_lift(&self, place: &Place) -> f32 {
        let before = |at: Vec2, radius: f32| {
            let away = at - vec2(place.room.x - 2.0, place.room.z);
            away.x.abs() < 6.0 + radius && away.y > 3.0 && away.y < ROOM_VIEW + radius
        };
        let houses = self.standing.iter().any(|(at, radius)| before(*at, *radius));
        let venues = self.places.iter().any(|other| {
            let size = vec2(other.high.x - other.low.x, other.high.z - other.low.z).max_element() / 2.0;
            other.id != place.id && before(vec2(other.room.x, other.room.z), size)
        });
        if houses || venues { LIFT } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::town::grain::Grain;
    use crate::town::plan::Plan;

    #[test]
    fn one_can_walk_from_the_plaza_to_every_door_and_down_the_pier() {
        let town = Town::build(Plan::shipped(), 1.0, Grain::Fine);
        let start = vec2(town.spawn.x, town.spawn.z);
        assert!(town.walkable(start));
        for place in &town.places {
            assert!(town.walkable(vec2(place.door.x, place.door.z)), "the door of {} is blocked", place.id);
        }
        let mut at = vec2(-12.0, 22.0);
        while at.y < 62.0 {
            assert!(town.walkable(at), "the way down the pier ends at {at}");
            at.y += 0.5;
        }
        assert!(!town.walkable(vec2(0.0, 50.0)), "nobody walks on water");
    }
}
