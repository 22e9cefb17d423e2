//! What a re-simulation says of a result.

use crate::assess::ticket::TicketFault;
use crate::session::{Part, SaveError};

/// What a re-simulation says of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Everything holds, to the end of the scene.
    Valid,
    /// Everything holds; the scene is not finished.
    Incomplete {
        /// How many decisions hold.
        decisions: u32,
    },
    /// The text breaks off; what is left of it holds.
    CutOff {
        /// How many decisions hold.
        decisions: u32,
    },
    /// The decisions do not lead to what is claimed from this one on, counted from 0.
    Tampered {
        /// The first that does not hold.
        decision: u32,
    },
    /// The decisions hold, but something beside them was changed.
    Edited(Edited),
    /// The ticket does not admit this play.
    Ticket(TicketFault),
    /// The scene's file or the policy is another than the one it was played by.
    Other(Part),
    /// The engine that wrote it is another, and the decisions lead elsewhere in this one.
    OtherEngine {
        /// The engine that wrote it.
        wrote: String,
        /// The first decision that does not hold, counted from 0.
        decision: u32,
    },
    /// It cannot be taken up at all: why, by the key of the message and its named values.
    Unread {
        /// The key.
        key: &'static str,
        /// Named values.
        args: Vec<(String, String)>,
    },
}

/// What was changed beside the decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    /// The seal does not fit the text.
    Seal,
    /// The claimed score is not the one earned.
    Score,
    /// There are more or fewer times than decisions.
    Seconds,
    /// The learner is not the one of the seat.
    Learner,
}

impl Verdict {
    /// Whether the play-through counts as it is, finished or not.
    pub fn holds(&self) -> bool {
        matches!(self, Self::Valid | Self::Incomplete { .. })
    }

    /// A word for programs.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Incomplete { .. } => "incomplete",
            Self::CutOff { .. } => "cut-off",
            Self::Tampered { .. } => "tampered",
            Self::Edited(_) => "edited",
            Self::Ticket(_) => "ticket",
            Self::Other(Part::Scene) => "other-scene",
            Self::Other(Part::Policy) => "other-policy",
            Self::OtherEngine { .. } => "other-engine",
            Self::Unread { .. } => "unread",
        }
    }

    /// The key of its message in the interface's texts.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Valid => "result-valid",
            Self::Incomplete { .. } => "result-incomplete",
            Self::CutOff { .. } => "result-cut-off",
            Self::Tampered { .. } => "result-tampered",
            Self::Edited(Edited::Seal) => "result-edited-seal",
            Self::Edited(Edited::Score) => "result-edited-score",
            Self::Edited(Edited::Seconds) => "result-edited-seconds",
            Self::Edited(Edited::Learner) => "result-edited-learner",
            Self::Ticket(fault) => fault.key(),
            Self::Other(Part::Scene) => "result-other-scene",
            Self::Other(Part::Policy) => "result-other-policy",
            Self::OtherEngine { .. } => "result-other-engine",
            Self::Unread { key, .. } => key,
        }
    }

    /// Named values of its message.
    pub fn args(&self) -> Vec<(String, String)> {
        let pair = |name: &str, value: String| (name.to_owned(), value);
        match self {
            Self::Incomplete { decisions } | Self::CutOff { decisions } => {
                vec![pair("decisions", decisions.to_string())]
            }
            Self::Tampered { decision } => vec![pair("decision", decision.saturating_add(1).to_string())],
            Self::OtherEngine { wrote, decision } => {
                vec![pair("wrote", wrote.clone()), pair("decision", decision.saturating_add(1).to_string())]
            }
            Self::Ticket(fault) => fault.args(),
            Self::Unread { args, .. } => args.clone(),
            Self::Valid | Self::Edited(_) | Self::Other(_) => Vec::new(),
        }
    }

    /// The verdict where a save cannot be taken up.
    pub(super) fn of_fault(fault: &SaveError) -> Self {
        match fault {
            SaveError::BrokenAt { decision, .. } => Self::Tampered { decision: *decision },
            SaveError::Changed(part, _) => Self::Other(*part),
            SaveError::OtherSeed => Self::Ticket(TicketFault::OtherSeed),
            fault => Self::Unread { key: fault.key(), args: fault.args() },
        }
    }
}
