//! Why a save cannot be taken up, or only in part; each with the key of its message.

use thiserror::Error;

use super::super::Session;
use super::FORMAT;

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
    /// Its seed does not follow from the ticket and the learner that it names.
    #[error("the seed does not follow from the ticket and the learner")]
    OtherSeed,
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
            Self::OtherSeed => "save-other-seed",
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
            Self::OtherSeed => Vec::new(),
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
