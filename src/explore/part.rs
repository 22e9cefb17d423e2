//! A part of a sweep, to be kept and put together with the others: what was asked, of which scene, and what was seen.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::sweep::{Plan, Shard, sweep};
use super::tally::Tally;
use crate::policy::Policy;
use crate::scenario::format::Scenario;
use crate::session::scenario_hash;

/// The version of parts that this build writes and reads.
const FORMAT: u16 = 1;

/// A part of a sweep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    format: u16,
    scene: String,
    scene_hash: String,
    policy_hash: String,
    plan: Plan,
    of: u32,
    shards: Vec<u32>,
    /// What was seen.
    pub tally: Tally,
}

/// Why parts do not make a whole.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MergeError {
    /// There is no part.
    #[error("there is no part to merge")]
    Nothing,
    /// A part is of another scene, plan, version or division than the first.
    #[error("the parts are not of one sweep")]
    Other,
    /// A part is there twice.
    #[error("part {0} is there twice")]
    Twice(u32),
    /// A part is missing.
    #[error("part {0} is missing")]
    Missing(u32),
}

impl MergeError {
    /// The key of its message in the interface's texts.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Nothing => "merge-nothing",
            Self::Other => "merge-other",
            Self::Twice(_) => "merge-twice",
            Self::Missing(_) => "merge-missing",
        }
    }

    /// The part it names.
    pub fn part(&self) -> u32 {
        match self {
            Self::Twice(part) | Self::Missing(part) => *part,
            Self::Nothing | Self::Other => 0,
        }
    }
}

impl Part {
    /// Sweeps one shard of a scene.
    pub fn run(scenario: &Arc<Scenario>, policy: &Arc<Policy>, plan: &Plan, shard: Shard) -> Self {
        Self {
            format: FORMAT,
            scene: scenario.id.clone(),
            scene_hash: scenario_hash(scenario),
            policy_hash: blake3::Hash::from_bytes(policy.hash()).to_hex().as_str().to_owned(),
            plan: *plan,
            of: shard.of,
            shards: vec![shard.index],
            tally: sweep(scenario, policy, plan, shard),
        }
    }

    /// The scene's id.
    pub fn scene(&self) -> &str {
        &self.scene
    }

    /// What was asked.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Whether it is of this very scene under this policy.
    pub fn is_of(&self, scenario: &Scenario, policy: &Policy) -> bool {
        self.scene_hash == scenario_hash(scenario)
            && self.policy_hash == blake3::Hash::from_bytes(policy.hash()).to_hex().as_str()
    }

    /// Puts parts together. The whole is what one run would have found, whatever the number of parts and their order.
    pub fn merge(parts: Vec<Part>) -> Result<Part, MergeError> {
        let mut parts = parts.into_iter();
        let mut whole = parts.next().filter(|part| part.format == FORMAT).ok_or(MergeError::Nothing)?;
        for part in parts {
            let same = (part.format, part.of, &part.plan) == (whole.format, whole.of, &whole.plan)
                && (&part.scene, &part.scene_hash, &part.policy_hash)
                    == (&whole.scene, &whole.scene_hash, &whole.policy_hash);
            if !same {
                return Err(MergeError::Other);
            }
            if let Some(twice) = part.shards.iter().find(|shard| whole.shards.contains(shard)) {
                return Err(MergeError::Twice(*twice));
            }
            whole.shards.extend(part.shards);
            whole.tally.add(part.tally);
        }
        whole.shards.sort_unstable();
        match (1..=whole.of).find(|shard| !whole.shards.contains(shard)) {
            Some(missing) => Err(MergeError::Missing(missing)),
            None => Ok(Part { of: 1, shards: vec![1], ..whole }),
        }
    }
}
