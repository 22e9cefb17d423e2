//! What judging an answer yields: how much of it was right, and what is to be said of the rest.

use serde::{Deserialize, Serialize};

/// A share of what can be had, in parts per million.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Credit(u32);

impl Credit {
    /// All of it.
    pub const FULL: Self = Self(1_000_000);
    /// None of it.
    pub const NONE: Self = Self(0);

    /// `got` of `of`, never below none nor above all.
    pub fn share(got: i64, of: i64) -> Self {
        if of <= 0 {
            return Self::FULL;
        }
        let ppm = got.clamp(0, of).saturating_mul(1_000_000).checked_div(of).unwrap_or(0);
        Self(u32::try_from(ppm).unwrap_or(0))
    }

    /// So many percent.
    pub fn percent(percent: u16) -> Self {
        Self::share(i64::from(percent), 100)
    }

    /// Parts per million.
    pub fn ppm(self) -> u32 {
        self.0
    }

    /// Both shares multiplied.
    #[must_use]
    pub fn of(self, other: Self) -> Self {
        let ppm = u64::from(self.0).saturating_mul(u64::from(other.0)).checked_div(1_000_000).unwrap_or(0);
        Self(u32::try_from(ppm).unwrap_or(0))
    }

    /// Whether nothing is missing.
    pub fn is_full(self) -> bool {
        self == Self::FULL
    }
}

/// How good one thing in an answer was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quality {
    /// Right.
    Right,
    /// Defensible, with another risk.
    Fair,
    /// Wrong.
    Wrong,
}

/// What is said, by the scene's author or by the core.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// The author's words, with this learner's figures.
    Scene(String),
    /// A finding of the core: the key of its message in the interface's texts, and what it names.
    Core {
        /// The message's key.
        key: String,
        /// Named values in the message.
        args: Vec<(String, String)>,
    },
}

/// One thing found in an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The element: option, field, item or clause.
    pub at: String,
    /// How the trainee knows the element.
    pub label: String,
    /// How good it was.
    pub quality: Quality,
    /// The misconception it stands for.
    pub misconception: Option<String>,
    /// What is to be said.
    pub note: Option<Note>,
    /// The rule's id.
    pub rule: Option<String>,
}

/// What judging an answer yields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// How much of the answer was right.
    pub credit: Credit,
    /// How well the reason fits, where one was asked; else the credit.
    pub reasoning: Credit,
    /// What was found.
    pub findings: Vec<Finding>,
}

impl Judgement {
    /// A judgement without a reason of its own.
    pub fn plain(credit: Credit, findings: Vec<Finding>) -> Self {
        Self { credit, reasoning: credit, findings }
    }

    /// Whether anything was wrong.
    pub fn has_wrong(&self) -> bool {
        self.findings.iter().any(|finding| finding.quality == Quality::Wrong)
    }
}
