//! Answers: what a trainee decided in an activity. They are what a save consists of.

use std::collections::BTreeMap;
use std::fmt;

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
    /// A journal entry.
    Voucher {
        /// The summary (摘要).
        summary: String,
        /// Its lines in order.
        lines: Vec<EnteredLine>,
    },
    /// Cells computed.
    Worksheet {
        /// Cell id and what was entered: an amount `1234.56`, a whole number, or a percentage `12.5%`.
        cells: BTreeMap<String, String>,
    },
    /// Clauses marked as wrong, each with a reason.
    Inspect {
        /// Clause id and reason id.
        marks: BTreeMap<String, String>,
    },
    /// Somebody chosen and the contract offered.
    Hire {
        /// The candidate's id; nothing where nobody is hired.
        candidate: Option<String>,
        /// The contract's terms: field id and entry; empty where nobody is hired.
        #[serde(default)]
        terms: BTreeMap<String, Entry>,
    },
    /// One move of a negotiation; the step goes on until the two agree or somebody leaves.
    Negotiate {
        /// What is said.
        talk: Talk,
    },
    /// A budget split.
    Allocate {
        /// Line id and amount in yuan; a line left out gets nothing.
        shares: BTreeMap<String, String>,
    },
    /// What is decided for one month of trading; the step goes on until the last of its months has run.
    Operate {
        /// Lever id and value: an amount, a whole number, or a percentage.
        plan: BTreeMap<String, String>,
    },
    /// A part of a pitch: first the talk, then the replies to what was asked after it.
    Pitch {
        /// The part.
        part: PitchPart,
    },
}

/// A line of a journal entry as written: an amount on one of its two sides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnteredLine {
    /// The account's number.
    pub account: String,
    /// The debit amount in yuan; empty where the line is a credit.
    #[serde(default)]
    pub debit: String,
    /// The credit amount in yuan; empty where the line is a debit.
    #[serde(default)]
    pub credit: String,
}

/// What is said in one round of a negotiation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Talk {
    /// An offer: issue id and value, for every issue.
    Offer(BTreeMap<String, String>),
    /// Takes what the other side has on the table.
    Accept,
    /// Leaves without an agreement.
    Leave,
}

/// A part of a pitch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PitchPart {
    /// The cards told, first to last.
    Talk(Vec<String>),
    /// Question id and the id of what is replied.
    Replies(BTreeMap<String, String>),
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
    /// There is no such account in the chart.
    #[error("the line `{0}` names no account of the chart")]
    Account(String),
    /// A line has an amount on both sides, or on none.
    #[error("the line `{0}` wants an amount on one side")]
    OneSide(String),
    /// A voucher with fewer than two lines, or with more than it has room for.
    #[error("a voucher has from two to {0} lines")]
    Lines(u16),
    /// Debits and credits differ.
    #[error("debits {debits} and credits {credits} differ")]
    Unbalanced {
        /// The sum of debits, formatted.
        debits: String,
        /// The sum of credits, formatted.
        credits: String,
    },
    /// The cell or lever wants a whole number.
    #[error("`{0}` wants a whole number")]
    Count(String),
    /// The cell or lever wants a percentage such as 12.5%.
    #[error("`{0}` wants a percentage such as 12.5%")]
    Percent(String),
    /// A value outside what can be chosen.
    #[error("`{at}` goes from {least} to {most}")]
    Outside {
        /// The element.
        at: String,
        /// The least, formatted.
        least: String,
        /// The most, formatted.
        most: String,
    },
    /// More was given out than there is.
    #[error("{spent} is given out, {budget} is there")]
    OverBudget {
        /// What was given out, formatted.
        spent: String,
        /// What there is, formatted.
        budget: String,
    },
    /// All of it must be given out.
    #[error("{left} is not given out yet")]
    LeftOver {
        /// What is left, formatted.
        left: String,
    },
    /// The talk takes longer than the time there is.
    #[error("the talk takes {seconds} seconds, there are {most}")]
    TooSlow {
        /// How long it takes.
        seconds: u32,
        /// How long it may take.
        most: u32,
    },
    /// All offers were made; what is on the table can only be taken or left.
    #[error("no offers are left")]
    NoOffersLeft,
}

impl Misfit {
    /// The element it is about, where it is about one.
    pub fn at(&self) -> Option<&str> {
        match self {
            Self::Kind(_)
            | Self::NoReason
            | Self::Lines(_)
            | Self::Unbalanced { .. }
            | Self::OverBudget { .. }
            | Self::LeftOver { .. }
            | Self::TooSlow { .. }
            | Self::NoOffersLeft => None,
            Self::Unknown(at)
            | Self::Empty(at)
            | Self::Amount(at)
            | Self::Date(at)
            | Self::Incomplete(at)
            | Self::Account(at)
            | Self::OneSide(at)
            | Self::Count(at)
            | Self::Percent(at)
            | Self::TooLong { field: at, .. }
            | Self::Outside { at, .. } => Some(at),
        }
    }

    /// Named values of its message.
    pub fn args(&self) -> Vec<(String, String)> {
        let pair = |name: &str, value: &dyn fmt::Display| (name.to_owned(), value.to_string());
        let mut args: Vec<(String, String)> = self.at().map(|at| pair("at", &at)).into_iter().collect();
        args.extend(match self {
            Self::TooLong { most, .. } | Self::Lines(most) => vec![pair("most", most)],
            Self::Unbalanced { debits, credits } => vec![pair("debits", debits), pair("credits", credits)],
            Self::Outside { least, most, .. } => vec![pair("least", least), pair("most", most)],
            Self::OverBudget { spent, budget } => vec![pair("spent", spent), pair("budget", budget)],
            Self::LeftOver { left } => vec![pair("left", left)],
            Self::TooSlow { seconds, most } => vec![pair("seconds", seconds), pair("most", most)],
            _ => Vec::new(),
        });
        args
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
            Self::Account(_) => "misfit-account",
            Self::OneSide(_) => "misfit-one-side",
            Self::Lines(_) => "misfit-lines",
            Self::Unbalanced { .. } => "misfit-unbalanced",
            Self::Count(_) => "misfit-count",
            Self::Percent(_) => "misfit-percent",
            Self::Outside { .. } => "misfit-outside",
            Self::OverBudget { .. } => "misfit-over-budget",
            Self::LeftOver { .. } => "misfit-left-over",
            Self::TooSlow { .. } => "misfit-too-slow",
            Self::NoOffersLeft => "misfit-no-offers-left",
        }
    }
}
