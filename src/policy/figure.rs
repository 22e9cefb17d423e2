//! Figures: the numbers, terms and word lists of the law on given days.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::brackets::{Bracket, Brackets};
use super::mark::Mark;
use crate::calendar::Date;
use crate::money::{Money, Rate};

/// What a figure is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// An amount in yuan.
    Money(Money),
    /// A percentage.
    Rate(Rate),
    /// An exact fraction, for thresholds that are no percentage: two thirds.
    Ratio(Ratio),
    /// So many calendar days.
    Days(i32),
    /// So many working days.
    WorkingDays(i32),
    /// So many months.
    Months(i32),
    /// So many years.
    Years(i32),
    /// So many of something.
    Count(i64),
    /// A list of words.
    Words(Vec<String>),
    /// A progressive table.
    Brackets(Brackets),
    /// A list of days, earliest first.
    Dates(Vec<Date>),
}

/// An exact fraction; the denominator is positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ratio {
    /// Above the line.
    pub num: u32,
    /// Below the line, at least 1.
    pub den: u32,
}

/// The kinds of [`Value`], for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ValueKind {
    /// [`Value::Money`].
    Money,
    /// [`Value::Rate`].
    Rate,
    /// [`Value::Ratio`].
    Ratio,
    /// [`Value::Days`].
    Days,
    /// [`Value::WorkingDays`].
    WorkingDays,
    /// [`Value::Months`].
    Months,
    /// [`Value::Years`].
    Years,
    /// [`Value::Count`].
    Count,
    /// [`Value::Words`].
    Words,
    /// [`Value::Brackets`].
    Brackets,
    /// [`Value::Dates`].
    Dates,
}

impl Value {
    /// The kind of the value.
    pub const fn kind(&self) -> ValueKind {
        match self {
            Value::Money(_) => ValueKind::Money,
            Value::Rate(_) => ValueKind::Rate,
            Value::Ratio(_) => ValueKind::Ratio,
            Value::Days(_) => ValueKind::Days,
            Value::WorkingDays(_) => ValueKind::WorkingDays,
            Value::Months(_) => ValueKind::Months,
            Value::Years(_) => ValueKind::Years,
            Value::Count(_) => ValueKind::Count,
            Value::Words(_) => ValueKind::Words,
            Value::Brackets(_) => ValueKind::Brackets,
            Value::Dates(_) => ValueKind::Dates,
        }
    }

    /// The value as a Chinese text is to show it: `10,000,000.00 元`, `60 日`, `三分之二` as `2/3`.
    pub fn chinese(&self) -> String {
        match self {
            Value::Money(money) => format!("{money} 元"),
            Value::Rate(rate) => rate.to_string(),
            Value::Ratio(ratio) => format!("{}/{}", ratio.num, ratio.den),
            Value::Days(days) => format!("{days} 日"),
            Value::WorkingDays(days) => format!("{days} 个工作日"),
            Value::Months(months) => format!("{months} 个月"),
            Value::Years(years) => format!("{years} 年"),
            Value::Count(count) => count.to_string(),
            Value::Words(words) => words.join("、"),
            Value::Brackets(brackets) => {
                let told: Vec<String> = brackets.all().iter().map(Bracket::chinese).collect();
                told.join("；")
            }
            Value::Dates(dates) => {
                let told: Vec<String> = dates.iter().map(|date| date.chinese()).collect();
                told.join("、")
            }
        }
    }
}

/// One entry of the tables: what a figure is worth from one day until another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureEntry {
    /// Stable name, as `capital.term`.
    pub id: String,
    /// What it is worth.
    pub value: Value,
    /// The first day it holds.
    pub from: Date,
    /// The last day it holds, if one is known.
    #[serde(default)]
    pub until: Option<Date>,
    /// The id of the rule it comes from.
    pub rule: String,
    /// How well it is known.
    pub mark: Mark,
    /// One line in Chinese: what it is and where its edges lie.
    pub note: String,
}

impl FigureEntry {
    /// Whether the entry holds on the day.
    pub fn holds_on(&self, date: Date) -> bool {
        date >= self.from && self.until.is_none_or(|last| date <= last)
    }
}

/// A figure as it stands on a day, with all that must be shown beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure<'a> {
    /// Stable name.
    pub id: &'a str,
    /// What it is worth.
    pub value: &'a Value,
    /// The id of the rule it comes from.
    pub rule: &'a str,
    /// How well it is known.
    pub mark: Mark,
    /// The first day it holds.
    pub from: Date,
    /// The last day it holds, if one is known.
    pub until: Option<Date>,
    /// One line in Chinese.
    pub note: &'a str,
}

impl<'a> From<&'a FigureEntry> for Figure<'a> {
    fn from(entry: &'a FigureEntry) -> Figure<'a> {
        Figure {
            id: &entry.id,
            value: &entry.value,
            rule: &entry.rule,
            mark: entry.mark,
            from: entry.from,
            until: entry.until,
            note: &entry.note,
        }
    }
}

/// Why a figure cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum PolicyError {
    /// The tables know no such figure.
    #[error("no figure `{id}` in the policy")]
    Unknown {
        /// The name asked for.
        id: String,
    },
    /// The figure exists, but not on that day.
    #[error("figure `{id}` does not hold on {date}")]
    NotInForce {
        /// The name asked for.
        id: String,
        /// The day asked for.
        date: Date,
    },
    /// The figure is of another kind.
    #[error("figure `{id}` is a {found:?}, not a {expected:?}")]
    WrongKind {
        /// The name asked for.
        id: String,
        /// The kind asked for.
        expected: ValueKind,
        /// The kind it is of.
        found: ValueKind,
    },
    /// A term counted from the day leaves the calendar.
    #[error("a term from {date} leaves the calendar")]
    BeyondCalendar {
        /// The day counted from.
        date: Date,
    },
}
