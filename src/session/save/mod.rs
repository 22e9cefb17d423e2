//! Saves: a seed and the decisions, as RON text, with a short hash after each decision. Loading replays them, so an edited
//! or shortened save is found out at the decision where it departs.

mod error;
mod read;

use serde::{Deserialize, Serialize};

pub use error::{Part, SaveError};
pub use read::{Checks, Known, parsed, read};

use super::Session;
use super::decision::Decision;
use super::journey::Earlier;
use super::mode::Seat;
use crate::policy::Policy;
use crate::scenario::format::Scenario;

/// The version of saves that this build writes and reads.
const FORMAT: u16 = 1;

/// A save larger than this is refused unread, in bytes: a whole scene's decisions take a few kB, a journey has some dozen.
pub const BYTES_MAX: usize = 512 * 1024;

/// Hex digits of the state hash kept after each decision.
const CHECK_DIGITS: usize = 16;

/// A play-through as it is kept: what it was played by, and each decision with a short hash of the state after it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Save {
    format: u16,
    /// The scene's id.
    pub scene: String,
    scene_hash: String,
    /// The policy's id.
    pub policy: String,
    policy_hash: String,
    seed: u64,
    /// Ticket and learner, where the play is assessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<Seat>,
    /// The scenes before, the first one first, where the scene goes on with their company.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<Before>,
    /// Each decision, and the first digits of the state's hash after it.
    pub decisions: Vec<(Decision, String)>,
}

/// A finished scene whose company went on.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename = "Before", deny_unknown_fields)]
struct Before {
    scene: String,
    scene_hash: String,
    seed: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seat: Option<Seat>,
    decisions: Vec<Decision>,
    /// A short hash of the state after the last of them.
    end: String,
}

/// The play-through as text.
pub fn write(session: &Session) -> String {
    Scribe::of(session).write(session)
}

/// Writes one play-through again and again as it grows: what was written before is not worked out anew.
#[derive(Clone, Debug)]
pub struct Scribe {
    scene_hash: String,
    policy_hash: String,
    earlier: Vec<Before>,
    written: Vec<(Decision, String)>,
}

impl Scribe {
    /// A scribe for play-throughs of this one's scene under its policy.
    pub fn of(session: &Session) -> Self {
        Self {
            scene_hash: scenario_hash(session.scenario()),
            policy_hash: policy_hash(session.policy()),
            earlier: session.earlier().iter().map(before).collect(),
            written: Vec::new(),
        }
    }

    /// The play-through as text.
    pub fn write(&mut self, session: &Session) -> String {
        let pretty = ron::ser::PrettyConfig::new().depth_limit(2).struct_names(true);
        ron::ser::to_string_pretty(&self.save(session), pretty).unwrap_or_default()
    }

    /// The play-through as it is kept.
    pub fn save(&mut self, session: &Session) -> Save {
        self.follow(session);
        Save {
            format: FORMAT,
            scene: session.scenario().id.clone(),
            scene_hash: self.scene_hash.clone(),
            policy: session.policy().id().to_owned(),
            policy_hash: self.policy_hash.clone(),
            seed: session.seed(),
            seat: session.mode().seat().cloned(),
            earlier: self.earlier.clone(),
            decisions: self.written.clone(),
        }
    }

    /// Brings what is written to where the play-through is: one decision more, or all of it by replay.
    fn follow(&mut self, session: &Session) {
        let before = session.decisions().split_last();
        let one_more = before.filter(|(_, before)| self.written.iter().map(|(decision, _)| decision).eq(*before));
        if let Some((newest, _)) = one_more {
            self.written.push((newest.clone(), check(session)));
            return;
        }
        let mut replayed = session.rewound(0);
        self.written.clear();
        for decision in session.decisions() {
            if replayed.decide(decision.clone()).is_err() {
                break;
            }
            self.written.push((decision.clone(), check(&replayed)));
        }
    }
}

fn before(earlier: &Earlier) -> Before {
    Before {
        scene: earlier.scenario.id.clone(),
        scene_hash: scenario_hash(&earlier.scenario),
        seed: earlier.seed,
        seat: earlier.mode.seat().cloned(),
        decisions: earlier.decisions.clone(),
        end: short(&earlier.state_hash),
    }
}

/// A scene's canonical hash in hex: over what it means, not over its layout.
pub fn scenario_hash(scenario: &Scenario) -> String {
    let bytes = postcard::to_allocvec(scenario).unwrap_or_default();
    blake3::hash(&bytes).to_hex().as_str().to_owned()
}

fn policy_hash(policy: &Policy) -> String {
    blake3::Hash::from_bytes(policy.hash()).to_hex().as_str().to_owned()
}

/// The first digits of the state's hash, as kept beside each decision.
pub fn check(session: &Session) -> String {
    short(&session.state_hash())
}

fn short(hash: &str) -> String {
    hash.chars().take(CHECK_DIGITS).collect()
}
