//! Saves: a seed and the decisions, as RON text, with a short hash after each decision. Loading replays them, so an edited
//! or shortened save is found out at the decision where it departs.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Session;
use super::decision::Decision;
use super::journey::{EARLIER_MAX, Earlier};
use crate::policy::Policy;
use crate::scenario::format::Scenario;

/// The version of saves that this build writes and reads.
const FORMAT: u16 = 1;

/// A save larger than this is refused unread, in bytes: a whole scene's decisions take a few kB, a journey has some dozen.
const BYTES_MAX: usize = 512 * 1024;

/// Hex digits of the state hash kept after each decision.
const CHECK_DIGITS: usize = 16;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Save", deny_unknown_fields)]
struct Save {
    format: u16,
    scene: String,
    scene_hash: String,
    policy: String,
    policy_hash: String,
    seed: u64,
    /// The scenes before, the first one first, where the scene goes on with their company.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<Before>,
    decisions: Vec<(Decision, String)>,
}

/// A finished scene whose company went on.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename = "Before", deny_unknown_fields)]
struct Before {
    scene: String,
    scene_hash: String,
    seed: u64,
    decisions: Vec<Decision>,
    /// A short hash of the state after the last of them.
    end: String,
}

/// Why a save cannot be taken up, or only in part.
#[derive(Debug, Error)]
pub enum SaveError {
    /// The text is not a save, or breaks off.
    #[error("line {line}, column {column}: not a whole save: {cause}")]
    NotASave {
        /// Line, from 1.
        line: u32,
        /// Column, from 1.
        column: u32,
        /// What the reader says.
        cause: String,
    },
    /// The text is longer than any save.
    #[error("{0} bytes are more than any save has")]
    TooLong(usize),
    /// A save of another version of this program.
    #[error("the save has format {0}, this build reads {FORMAT}")]
    OtherFormat(u16),
    /// It is of a scene that is not here.
    #[error("the scene `{0}` is not here")]
    UnknownScene(String),
    /// A scene before this one cannot be replayed to the company that went on.
    #[error("the scene `{0}` before this one no longer leads to this company")]
    Earlier(String),
    /// The scene has changed since; the decisions could still be replayed as far as the session goes.
    #[error("the scene or the policy has changed since; {0:?}")]
    Changed(Part, Box<Session>),
    /// The decisions depart from what they claim at this one, counted from 0.
    #[error("the save departs from what happened at decision {decision}")]
    BrokenAt {
        /// The first decision that does not hold.
        decision: u32,
        /// The play-through up to it.
        so_far: Box<Session>,
    },
}

/// What has changed since a save was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The scene's file.
    Scene,
    /// The policy tables.
    Policy,
}

impl SaveError {
    /// The key of its message in the interface's texts.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotASave { .. } => "save-not-a-save",
            Self::TooLong(_) => "save-too-long",
            Self::OtherFormat(_) => "save-other-format",
            Self::UnknownScene(_) => "save-unknown-scene",
            Self::Earlier(_) => "save-earlier-broken",
            Self::Changed(Part::Scene, _) => "save-scene-changed",
            Self::Changed(Part::Policy, _) => "save-policy-changed",
            Self::BrokenAt { .. } => "save-broken-at",
        }
    }

    /// Named values of its message.
    pub fn args(&self) -> Vec<(String, String)> {
        let pair = |name: &str, value: String| (name.to_owned(), value);
        match self {
            Self::NotASave { line, column, .. } => {
                vec![pair("line", line.to_string()), pair("column", column.to_string())]
            }
            Self::TooLong(bytes) => vec![pair("bytes", bytes.to_string())],
            Self::OtherFormat(format) => vec![pair("format", format.to_string())],
            Self::UnknownScene(scene) | Self::Earlier(scene) => vec![pair("scene", scene.clone())],
            Self::Changed(_, so_far) => vec![pair("decisions", so_far.decisions().len().to_string())],
            Self::BrokenAt { decision, .. } => vec![pair("decision", decision.saturating_add(1).to_string())],
        }
    }

    /// The part of the play-through that still holds.
    pub fn so_far(self) -> Option<Session> {
        match self {
            Self::Changed(_, so_far) | Self::BrokenAt { so_far, .. } => Some(*so_far),
            _ => None,
        }
    }
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
        self.follow(session);
        let save = Save {
            format: FORMAT,
            scene: session.scenario().id.clone(),
            scene_hash: self.scene_hash.clone(),
            policy: session.policy().id().to_owned(),
            policy_hash: self.policy_hash.clone(),
            seed: session.seed(),
            earlier: self.earlier.clone(),
            decisions: self.written.clone(),
        };
        let pretty = ron::ser::PrettyConfig::new().depth_limit(2).struct_names(true);
        ron::ser::to_string_pretty(&save, pretty).unwrap_or_default()
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

/// Takes up a save by replaying it.
pub fn read(text: &str, scenarios: &[Arc<Scenario>], policy: &Arc<Policy>) -> Result<Session, SaveError> {
    if text.len() > BYTES_MAX {
        return Err(SaveError::TooLong(text.len()));
    }
    let save: Save = ron::Options::default().with_recursion_limit(32).from_str(text).map_err(|error| {
        let position = error.span.start;
        SaveError::NotASave {
            line: u32::try_from(position.line).unwrap_or(u32::MAX),
            column: u32::try_from(position.col).unwrap_or(u32::MAX),
            cause: error.code.to_string(),
        }
    })?;
    if save.format != FORMAT {
        return Err(SaveError::OtherFormat(save.format));
    }
    if save.earlier.len() > EARLIER_MAX {
        return Err(SaveError::TooLong(text.len()));
    }
    let scenario = named(&save.scene, scenarios)?;
    let policy_changed = policy_hash(policy) != save.policy_hash;
    let (start, earlier_changed) = begin(&save, scenario, scenarios, policy, policy_changed)?;
    let scene_changed = earlier_changed || scenario_hash(scenario) != save.scene_hash;
    replay(start, save.decisions, scene_changed, policy_changed)
}

fn named<'a>(scene: &str, scenarios: &'a [Arc<Scenario>]) -> Result<&'a Arc<Scenario>, SaveError> {
    let found = scenarios.iter().find(|scenario| scenario.id == scene);
    found.ok_or_else(|| SaveError::UnknownScene(scene.to_owned()))
}

/// The scene at its beginning, after the scenes before it where there are any, and whether one of those has changed.
fn begin(
    save: &Save,
    scenario: &Arc<Scenario>,
    scenarios: &[Arc<Scenario>],
    policy: &Arc<Policy>,
    policy_changed: bool,
) -> Result<(Session, bool), SaveError> {
    let mut last: Option<Session> = None;
    let mut changed = false;
    for part in &save.earlier {
        let broken = || SaveError::Earlier(part.scene.clone());
        let scene = named(&part.scene, scenarios)?;
        let mut session = follow_on(last.as_ref(), scene, policy, part.seed).ok_or_else(broken)?;
        for decision in &part.decisions {
            session.decide(decision.clone()).map_err(|_| broken())?;
        }
        changed = changed || scenario_hash(scene) != part.scene_hash;
        let ends_so = changed || policy_changed || check(&session) == part.end;
        if !session.is_closed() || !ends_so {
            return Err(broken());
        }
        last = Some(session);
    }
    let broken = || SaveError::Earlier(last.as_ref().map_or_else(String::new, |last| last.scenario().id.clone()));
    let start = follow_on(last.as_ref(), scenario, policy, save.seed).ok_or_else(broken)?;
    Ok((start, changed))
}

/// A scene at its beginning; nothing where it cannot go on with the company of the one before.
fn follow_on(last: Option<&Session>, scene: &Arc<Scenario>, policy: &Arc<Policy>, seed: u64) -> Option<Session> {
    match last {
        None => Some(Session::start(Arc::clone(scene), Arc::clone(policy), seed)),
        Some(last) => last.sequel(Arc::clone(scene), seed).ok().filter(Session::continues),
    }
}

fn replay(
    mut session: Session,
    decisions: Vec<(Decision, String)>,
    scene_changed: bool,
    policy_changed: bool,
) -> Result<Session, SaveError> {
    for (place, (decision, claimed)) in decisions.into_iter().enumerate() {
        let holds = session.decide(decision).is_ok() && (scene_changed || policy_changed || check(&session) == claimed);
        if !holds {
            let so_far = Box::new(session.rewound(place));
            return Err(match (scene_changed, policy_changed) {
                (true, _) => SaveError::Changed(Part::Scene, so_far),
                (_, true) => SaveError::Changed(Part::Policy, so_far),
                _ => SaveError::BrokenAt { decision: u32::try_from(place).unwrap_or(u32::MAX), so_far },
            });
        }
    }
    match (scene_changed, policy_changed) {
        (true, _) => Err(SaveError::Changed(Part::Scene, Box::new(session))),
        (_, true) => Err(SaveError::Changed(Part::Policy, Box::new(session))),
        _ => Ok(session),
    }
}

fn before(earlier: &Earlier) -> Before {
    Before {
        scene: earlier.scenario.id.clone(),
        scene_hash: scenario_hash(&earlier.scenario),
        seed: earlier.seed,
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

fn check(session: &Session) -> String {
    short(&session.state_hash())
}

fn short(hash: &str) -> String {
    hash.chars().take(CHECK_DIGITS).collect()
}
