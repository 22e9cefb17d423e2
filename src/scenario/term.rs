//! Text with references: `{rent}` a variable or a field filled in, `{today+30d}` a date, `{company.name}`,
//! `{policy.name.reserve}` a figure of law. An amount or a date in a scene is a quoted term too.
//! Formatting is the core's, so that no front end computes.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::moment::Moment;
use crate::calendar::Date;
use crate::money::{Money, Rate};
use crate::policy::Value;

/// A text that may name things of the moment in braces.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Term(String);

/// A piece of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Plain text.
    Plain(&'a str),
    /// What stands between braces.
    Reference(&'a str),
}

/// Why a term has no value.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TermError {
    /// Nothing has this name at this moment.
    #[error("nothing is called `{{{0}}}` here")]
    Unknown(String),
    /// A brace without its partner.
    #[error("a brace without its partner")]
    Brace,
    /// The text is not an amount such as `2800.00`.
    #[error("`{0}` is not an amount")]
    Amount(String),
    /// The text is not a date such as `2026-03-02`.
    #[error("`{0}` is not a date")]
    Date(String),
    /// The text is not a rate such as `3.5%`.
    #[error("`{0}` is not a rate")]
    Rate(String),
}

impl TermError {
    /// The key of its message in the interface's texts.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "term-unknown",
            Self::Brace => "term-brace",
            Self::Amount(_) => "term-amount",
            Self::Date(_) => "term-date",
            Self::Rate(_) => "term-rate",
        }
    }

    /// Named values of its message.
    pub fn args(&self) -> Vec<(String, String)> {
        match self {
            Self::Unknown(text) | Self::Amount(text) | Self::Date(text) | Self::Rate(text) => {
                vec![("text".to_owned(), text.clone())]
            }
            Self::Brace => Vec::new(),
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<&str> for Term {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl Term {
    /// The text as written.
    pub fn raw(&self) -> &str {
        &self.0
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The pieces, or an error where braces do not pair.
    pub fn pieces(&self) -> Result<Vec<Piece<'_>>, TermError> {
        let mut pieces = Vec::new();
        let mut rest = self.0.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let (name, tail) = after.split_once('}').ok_or(TermError::Brace)?;
            if before.contains('}') || name.contains('{') {
                return Err(TermError::Brace);
            }
            if !before.is_empty() {
                pieces.push(Piece::Plain(before));
            }
            pieces.push(Piece::Reference(name));
            rest = tail;
        }
        if rest.contains('}') {
            return Err(TermError::Brace);
        }
        if !rest.is_empty() {
            pieces.push(Piece::Plain(rest));
        }
        Ok(pieces)
    }

    /// The text as a person reads it: amounts as `1,234.00`, dates as `2026年3月2日`.
    /// A reference without a value stays as written; the checker finds it before play.
    pub fn text(&self, moment: &Moment<'_>) -> String {
        self.expand(moment, Style::Reading).unwrap_or_else(|_| self.0.clone())
    }

    /// The value in the exact form that answers and variables use: `1234.00`, `2026-03-02`.
    pub fn exact(&self, moment: &Moment<'_>) -> Result<String, TermError> {
        self.expand(moment, Style::Exact)
    }

    /// The value as an amount.
    pub fn money(&self, moment: &Moment<'_>) -> Result<Money, TermError> {
        let text = self.exact(moment)?;
        text.parse().map_err(|_| TermError::Amount(text))
    }

    /// The value as a date.
    pub fn date(&self, moment: &Moment<'_>) -> Result<Date, TermError> {
        let text = self.exact(moment)?;
        text.parse().map_err(|_| TermError::Date(text))
    }

    /// The value as a rate.
    pub fn rate(&self, moment: &Moment<'_>) -> Result<Rate, TermError> {
        let text = self.exact(moment)?;
        text.parse().map_err(|_| TermError::Rate(text))
    }

    fn expand(&self, moment: &Moment<'_>, style: Style) -> Result<String, TermError> {
        let mut out = String::new();
        for piece in self.pieces()? {
            match piece {
                Piece::Plain(text) => out.push_str(text),
                Piece::Reference(name) => out.push_str(&resolve(name, moment, style)?),
            }
        }
        Ok(out)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Reading,
    Exact,
}

fn resolve(name: &str, moment: &Moment<'_>, style: Style) -> Result<String, TermError> {
    let unknown = || TermError::Unknown(name.to_owned());
    let (base, shift) = match name.split_once('+') {
        Some((base, shift)) => (base, Some(shift)),
        None => (name, None),
    };
    if let Some(figure) = base.strip_prefix("policy.") {
        let figure = moment.figure(figure).ok_or_else(unknown)?;
        return Ok(figure_text(&figure, style));
    }
    let text = match base {
        "today" => moment.today().to_string(),
        "founded" => moment.founded().ok_or_else(unknown)?.to_string(),
        "company.name" => moment.company_name().ok_or_else(unknown)?,
        "company.code" => moment.company_code().ok_or_else(unknown)?,
        "cash" => moment.quantity(super::condition::Quantity::Cash).plain(),
        _ => moment.var(base).ok_or_else(unknown)?.to_owned(),
    };
    let text = match shift {
        Some(shift) => shifted(&text, shift).ok_or_else(unknown)?,
        None => text,
    };
    Ok(if style == Style::Reading { reading(text) } else { text })
}

/// A date moved by `30d`, `2m` or `5y`.
fn shifted(date: &str, shift: &str) -> Option<String> {
    let date: Date = date.parse().ok()?;
    let unit = shift.chars().last()?;
    let count: i32 = shift.strip_suffix(unit)?.parse().ok()?;
    let moved = match unit {
        'd' => date.plus_days(count),
        'm' => date.plus_months(count),
        'y' => date.plus_years(count),
        _ => return None,
    };
    Some(moved.ok()?.to_string())
}

/// Exact forms of amounts and dates turned into what a person reads; other text as it is.
fn reading(text: String) -> String {
    if let Ok(date) = text.parse::<Date>() {
        return date.chinese();
    }
    let amount = text.contains('.') && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    match text.parse::<Money>() {
        Ok(money) if amount => money.to_string(),
        _ => text,
    }
}

fn figure_text(value: &Value, style: Style) -> String {
    match value {
        Value::Money(money) if style == Style::Reading => money.to_string(),
        Value::Money(money) => money.plain(),
        Value::Rate(rate) => rate.to_string(),
        Value::Ratio(ratio) => format!("{}/{}", ratio.num, ratio.den),
        Value::Days(count) | Value::WorkingDays(count) | Value::Months(count) | Value::Years(count) => {
            count.to_string()
        }
        Value::Count(count) => count.to_string(),
        Value::Words(words) => words.join("、"),
        Value::Brackets(_) | Value::Dates(_) => value.chinese(),
    }
}
