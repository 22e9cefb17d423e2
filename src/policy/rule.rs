//! A rule: one article of a law, one notice, or one convention of ours, told once.

use serde::{Deserialize, Serialize};

use super::mark::Mark;
use crate::calendar::Date;

/// A law's article, a notice or a convention. Refusals, duties, figures and scenes cite it by id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Stable name, as `company-law-47`.
    pub id: String,
    /// The law or notice, in Chinese, with its number where it has one.
    pub name: String,
    /// The article, as 第四十七条; empty if the whole is meant.
    #[serde(default)]
    pub article: String,
    /// The law or notice in English.
    pub en: String,
    /// The first day it holds in this wording.
    pub in_force: Date,
    /// The last day it holds, if one is known.
    #[serde(default)]
    pub expires: Option<Date>,
    /// How well it is known.
    pub mark: Mark,
    /// What it says, in one or two plain sentences of our own.
    pub says: String,
}

/// What only a reader of rules asks for: apart, so that a page need not bring it along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleWords {
    /// The rule's id.
    pub id: String,
    /// [`Rule::en`].
    pub en: String,
    /// [`Rule::says`].
    pub says: String,
}

/// Whether a rule holds on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RuleStatus {
    /// It begins on a later day.
    NotYet,
    /// It holds.
    InForce,
    /// Its last day has passed.
    Expired,
}

impl Rule {
    /// Whether the rule holds on the day.
    pub fn status(&self, date: Date) -> RuleStatus {
        if date < self.in_force {
            RuleStatus::NotYet
        } else if self.expires.is_some_and(|last| date > last) {
            RuleStatus::Expired
        } else {
            RuleStatus::InForce
        }
    }

    /// How the rule is cited in a sentence: 《公司法》第四十七条.
    pub fn citation(&self) -> String {
        format!("{}{}", self.name, self.article)
    }
}
