//! Tests inside a scene: play-throughs by an expert, or by an expert who makes a named mistake, and what must come of them.

use serde::{Deserialize, Serialize};

use super::table::Table;
use super::term::Term;

/// A play-through that must hold, for every seed given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trial {
    /// Its name: `expert`, or `novice:` and the mistake.
    pub name: String,
    /// Seeds to play; 1 to 8 where left out.
    #[serde(default)]
    pub seeds: Vec<u64>,
    /// How it is played.
    pub play: Play,
    /// What the score must be.
    pub score: Bound,
    /// The ending it must reach.
    #[serde(default)]
    pub ends: Option<String>,
    /// Misconceptions that must have been met.
    #[serde(default)]
    pub meets: Vec<String>,
}

/// How a trial is played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Play {
    /// Reads what bears on each decision and answers what is right for this learner.
    Expert,
    /// Like the expert, but answers these steps otherwise, the first time each is met.
    ExpertBut(Table<Instead>),
    /// Like the expert with these answers otherwise, and reads nothing.
    UnreadBut(Table<Instead>),
}

/// What is answered instead of what is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Instead {
    /// This option; with this reason, or else the first that fits it, or else the first.
    Choose {
        /// The option.
        option: String,
        /// The reason.
        #[serde(default)]
        reason: Option<String>,
    },
    /// These fields otherwise, the rest right.
    Form(Table<Vec<Term>>),
    /// This order.
    Arrange(Vec<String>),
    /// These items in other bins, the rest right.
    Classify(Table<String>),
    /// Just these marks: clause and reason.
    Inspect(Table<String>),
}

/// A bound on a score, in points of 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    /// At least.
    AtLeast(u16),
    /// At most.
    AtMost(u16),
    /// Between the two, both included.
    Between(u16, u16),
}

impl Bound {
    /// Whether a score in hundredths of a point is within the bound.
    pub fn admits(self, centipoints: u32) -> bool {
        let points = |points: u16| u32::from(points).saturating_mul(100);
        match self {
            Self::AtLeast(least) => centipoints >= points(least),
            Self::AtMost(most) => centipoints <= points(most),
            Self::Between(least, most) => (points(least)..=points(most)).contains(&centipoints),
        }
    }
}
