//! Answers: what a trainee decided in an activity. They are what a save consists of.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An answer to an activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Answer {
    /// An option, and why.
    Choose {
        /// The option's id.
        option: String,
        /// The reason's id, where reasons are asked for.
        #[serde(default)]
        reason: Option<String>,
    },
    /// A document filled in: field id and entry.
    Form {
        /// Every field's entry.
        fields: BTreeMap<String, Entry>,
    },
    /// All item ids in order.
    Arrange {
        /// First to last.
        order: Vec<String>,
    },
    /// Each item's bin.
    Classify {
        /// Item id and bin id.
        bins: BTreeMap<String, String>,
    },
    /// Clauses marked as wrong, each with a reason.
    Inspect {
        /// Clause id and reason id.
        marks: BTreeMap<String, String>,
    },
}

/// What stands in a field: one text, or the items ticked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// Written or picked.
    Text(String),
    /// Ticked.
    Items(Vec<String>),
}

impl Entry {
    /// The text, or the items joined as Chinese lists are.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Items(items) => items.join("、"),
        }
    }

    /// The entry as items; a text is a list of one.
    pub fn items(&self) -> Vec<&str> {
        match self {
            Self::Text(text) if text.is_empty() => Vec::new(),
            Self::Text(text) => vec![text],
            Self::Items(items) => items.iter().map(String::as_str).collect(),
        }
    }

    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Items(items) => items.is_empty(),
        }
    }
}

/// Why an answer cannot be taken. Nothing changes; the front says it beside the element.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum Misfit {
    /// The answer is of another kind than the activity.
    #[error("the step asks for {0}")]
    Kind(String),
    /// There is no such option, item, bin, clause, reason or field.
    #[error("there is no `{0}` here")]
    Unknown(String),
    /// No reason was given.
    #[error("a reason is asked for")]
    NoReason,
    /// The field is empty.
    #[error("the field `{0}` is empty")]
    Empty(String),
    /// The field's text is too long.
    #[error("the field `{field}` takes at most {most} characters")]
    TooLong {
        /// The field.
        field: String,
        /// How many characters it takes.
        most: u16,
    },
    /// The field wants an amount such as 1000000.00.
    #[error("the field `{0}` wants an amount such as 1000000.00")]
    Amount(String),
    /// The field wants a date such as 2031-03-15.
    #[error("the field `{0}` wants a date such as 2031-03-15")]
    Date(String),
    /// An item is missing or given twice.
    #[error("`{0}` is missing or given twice")]
    Incomplete(String),
}

impl Misfit {
    /// The element it is about, where it is about one.
    pub fn at(&self) -> Option<&str> {
        match self {
            Self::Kind(_) | Self::NoReason => None,
            Self::Unknown(at) | Self::Empty(at) | Self::Amount(at) | Self::Date(at) | Self::Incomplete(at) => Some(at),
            Self::TooLong { field, .. } => Some(field),
        }
    }

    /// How many characters the field takes; nought where that is not the matter.
    pub fn most(&self) -> u16 {
        match self {
            Self::TooLong { most, .. } => *most,
            _ => 0,
        }
    }

    /// The key of its message in the interface's texts.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Kind(_) => "misfit-kind",
            Self::Unknown(_) => "misfit-unknown",
            Self::NoReason => "misfit-no-reason",
            Self::Empty(_) => "misfit-empty",
            Self::TooLong { .. } => "misfit-too-long",
            Self::Amount(_) => "misfit-amount",
            Self::Date(_) => "misfit-date",
            Self::Incomplete(_) => "misfit-incomplete",
        }
    }
}
