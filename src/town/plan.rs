//! `assets/world/town.ron`: where everything stands. Metres; x east, z south; turns in degrees counter-clockwise.

use glam::{Vec2, vec2};
use serde::Deserialize;

use super::greens::Tree;
use super::moving::{Course, Walk};

/// The plan that ships with the product.
const SOURCE: &str = include_str!("../../assets/world/town.ron");

/// A place on the plan: (x, z).
pub type Spot = (f32, f32);

/// The whole plan.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The eighteen venues.
    pub venues: Vec<Venue>,
    /// The player's own office.
    pub office: Standing,
    /// Where the player's figure begins.
    pub spawn: Spot,
    /// Streets as lines with a width.
    pub roads: Vec<Road>,
    /// Paved places.
    pub squares: Vec<Square>,
    /// Rectangles filled with dwellings.
    pub quarters: Vec<Quarter>,
    /// Lines of trees.
    pub avenues: Vec<Avenue>,
    /// Areas scattered with trees.
    pub groves: Vec<Grove>,
    /// Single things.
    pub props: Vec<Prop>,
    /// Who walks where.
    pub walks: Vec<Walk>,
    /// Where the dinghies sail.
    pub courses: Vec<Course>,
    /// The named cameras.
    pub cameras: Vec<CameraPlan>,
}

/// One of the eighteen places that can be visited.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Venue {
    /// Its id across the product.
    pub id: String,
    /// Which building.
    pub kit: Kit,
    /// Where its middle stands.
    pub at: Spot,
    /// Which way its front is turned; 0 looks south.
    #[serde(default)]
    pub turn: f32,
    /// Its plot: half width, half depth, before turning.
    pub plot: Spot,
}

/// The eighteen buildings of the kit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Kit {
    /// White drum with a spiral ramp.
    StartupCentre,
    /// Gabled house, striped awning, smoking chimney.
    Cafe,
    /// Steps, columns, flat roof, red disc.
    ServiceHall,
    /// Low glass wing with a long counter.
    OneStop,
    /// Brick sheds round a court, saw-tooth skylights.
    Incubator,
    /// Long hall with three arches.
    TalentMarket,
    /// Clock tower and two gabled wings.
    University,
    /// Narrow townhouse, red mansard.
    FinanceOffice,
    /// Blue-banded slab, revolving door.
    TaxHall,
    /// Warehouse, boxes, two gantry cranes.
    PortWarehouse,
    /// Five small shops, each its awning.
    ShoppingStreet,
    /// Townhouse with bay window and brass plate.
    LawFirm,
    /// Pavilion with a coin-shaped window.
    LoanStation,
    /// Shell roof in three petals.
    RoadshowCentre,
    /// Stepped glass tower.
    Investor,
    /// Pair of towers with a bridge.
    InvestmentOffice,
    /// Laboratory with an observatory dome.
    Institute,
    /// Hall with a roof garden and a flag.
    ParkCommittee,
}

/// Something standing somewhere.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// Its middle.
    pub at: Spot,
    /// Its turn.
    #[serde(default)]
    pub turn: f32,
    /// Half width and half depth of its plot.
    pub plot: Spot,
}

/// A street: a line through spots.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Road {
    /// Its spots in order.
    pub line: Vec<Spot>,
    /// Width in metres.
    pub width: f32,
}

/// A paved rectangle with round corners.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Square {
    /// Its middle.
    pub at: Spot,
    /// Half width and half depth.
    pub half: Spot,
    /// What covers it.
    pub cover: Cover,
}

/// What covers a square.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Cover {
    /// Pale slabs with rings about the middle.
    Plaza,
    /// Mown lawn.
    Lawn,
    /// Quay concrete.
    Quay,
}

/// A rectangle filled with dwellings on a loose grid.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quarter {
    /// North-west corner.
    pub from: Spot,
    /// South-east corner.
    pub to: Spot,
    /// Distance between houses.
    pub spacing: f32,
    /// Turn of the whole quarter.
    #[serde(default)]
    pub turn: f32,
    /// Houses or glass towers.
    pub kind: QuarterKind,
}

/// What a quarter is built of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum QuarterKind {
    /// Red-roofed houses.
    Houses,
    /// Glass towers of the business quarter.
    Towers,
}

/// A line of trees.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Avenue {
    /// One end.
    pub from: Spot,
    /// The other end.
    pub to: Spot,
    /// Distance between trees.
    pub spacing: f32,
    /// Which tree.
    pub tree: Tree,
}

/// An area scattered with trees.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grove {
    /// North-west corner.
    pub from: Spot,
    /// South-east corner.
    pub to: Spot,
    /// How many are tried; those that would stand on something are left out.
    pub count: u32,
    /// Which tree.
    pub tree: Tree,
}

/// One thing of its own.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prop {
    /// What.
    pub kind: PropKind,
    /// Where.
    pub at: Spot,
    /// Its turn.
    #[serde(default)]
    pub turn: f32,
}

/// The single things there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum PropKind {
    /// 栈桥 with 回澜阁 at its end, running south from here.
    Pier,
    /// 五月的风.
    MayWind,
    /// The plaza's fountain.
    Fountain,
    /// Breakwater and lighthouse, its head here.
    Lighthouse,
    /// A park bench.
    Bench,
    /// A street lamp.
    Lamp,
    /// A café table under a parasol.
    Parasol,
    /// A fishing boat at anchor.
    FishingBoat,
    /// A flower bed.
    Flowers,
    /// The company's van, parked.
    Van,
}

/// A named camera.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CameraPlan {
    /// Its name.
    pub name: String,
    /// Where the eye is: (x, y, z).
    pub eye: (f32, f32, f32),
    /// What it looks at.
    pub target: (f32, f32, f32),
    /// Vertical field of view on a wide picture, degrees.
    pub fov: f32,
    /// On tall pictures the horizontal field of view stays at least this, degrees.
    pub least_across: f32,
}

/// Why a plan cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// The text is not the RON that is expected.
    #[error("the town plan does not parse: {0}")]
    Syntax(#[from] ron::error::SpannedError),
}

impl Plan {
    /// Reads a plan.
    pub fn parse(text: &str) -> Result<Self, PlanError> {
        Ok(ron::from_str(text)?)
    }

    /// The plan that ships with the product.
    ///
    /// # Panics
    /// Never in a build that passed its tests: the text is part of the program and `the_shipped_plan_parses` reads it.
    pub fn shipped() -> Self {
        Self::parse(SOURCE).expect("the shipped plan parses; a test reads it")
    }

    /// The venue of that id.
    pub fn venue(&self, id: &str) -> Option<&Venue> {
        self.venues.iter().find(|venue| venue.id == id)
    }

    /// Every plot that buildings keep free: (middle, half size, turn in degrees).
    pub(crate) fn plots(&self) -> impl Iterator<Item = (Vec2, Vec2, f32)> + '_ {
        let own = &self.office;
        let office = (spot(own.at), spot(own.plot), own.turn);
        self.venues.iter().map(|venue| (spot(venue.at), spot(venue.plot), venue.turn)).chain([office])
    }
}

/// A spot as a vector.
pub(crate) fn spot(at: Spot) -> Vec2 {
    vec2(at.0, at.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_plan_parses() {
        let plan = Plan::parse(SOURCE).expect("parses");
        assert_eq!(plan.venues.len(), 18);
        let mut ids: Vec<&str> = plan.venues.iter().map(|venue| venue.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 18, "each venue has an id of its own");
    }

    #[test]
    fn unknown_fields_are_refused() {
        assert!(Plan::parse("(venues: [], flying: true)").is_err());
    }
}
