//! Text with references: `{rent}` a variable or a field filled in, `{today+30d}` a date, `{company.name}`,
//! `{policy.name.reserve}` a figure of law. An amount or a date in a scene is a quoted term too.
//! Formatting is the core's, so that no front end computes.

use std::borrow::Cow;
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

    /// Whether nothing in it refers to anything, as in most texts: then the text is its own value.
    pub(crate) fn is_plain(&self) -> bool {
        !self.0.bytes().any(|byte| matches!(byte, b'{' | b'}'))
    }

    /// The pieces, or an error where braces do not pair.
    pub fn pieces(&self) -> Result<Vec<Piece<'_>>, TermError> {
        if self.is_plain() {
            return Ok(if self.is_empty() { Vec::new() } else { vec![Piece::Plain(&self.0)] });
        }
        Pieces { rest: &self.0, reference: None }.collect()
    }

    /// The text as a person reads it: amounts as `1,234.00`, dates as `2026年3月2日`.
    /// A reference without a value stays as written; the checker finds it before play.
    pub fn text(&self, moment: &Moment<'_>) -> String {
        self.reads(moment).into_owned()
    }

    /// As [`Term::text`], lent where nothing has to be put in: for those who put it into something else.
    pub fn reads<'a>(&'a self, moment: &Moment<'a>) -> Cow<'a, str> {
        self.expand(moment, Style::Reading).unwrap_or(Cow::Borrowed(&self.0))
    }

    /// The value in the exact form that answers and variables use: `1234.00`, `2026-03-02`.
    pub fn exact(&self, moment: &Moment<'_>) -> Result<String, TermError> {
        self.expand(moment, Style::Exact).map(Cow::into_owned)
    }

    /// Whether the value in the exact form is this.
    pub fn is_exactly(&self, value: &str, moment: &Moment<'_>) -> bool {
        self.expand(moment, Style::Exact).is_ok_and(|exact| exact == value)
    }

    /// The value as an amount.
    pub fn money(&self, moment: &Moment<'_>) -> Result<Money, TermError> {
        let text = self.expand(moment, Style::Exact)?;
        text.parse().map_err(|_| TermError::Amount(text.into_owned()))
    }

    /// The value as a date.
    pub fn date(&self, moment: &Moment<'_>) -> Result<Date, TermError> {
        let text = self.expand(moment, Style::Exact)?;
        text.parse().map_err(|_| TermError::Date(text.into_owned()))
    }

    /// The value as a rate.
    pub fn rate(&self, moment: &Moment<'_>) -> Result<Rate, TermError> {
        let text = self.expand(moment, Style::Exact)?;
        text.parse().map_err(|_| TermError::Rate(text.into_owned()))
    }

    fn expand<'a>(&'a self, moment: &Moment<'a>, style: Style) -> Result<Cow<'a, str>, TermError> {
        if self.is_plain() {
            return Ok(Cow::Borrowed(&self.0));
        }
        let mut out = Cow::Borrowed("");
        for piece in (Pieces { rest: &self.0, reference: None }) {
            let next = match piece? {
                Piece::Plain(text) => Cow::Borrowed(text),
                Piece::Reference(name) => resolve(name, moment, style)?,
            };
            // A text that is one reference is lent on.
            if out.is_empty() {
                out = next;
            } else {
                out.to_mut().push_str(&next);
            }
        }
        Ok(out)
    }
}

/// The pieces of a text, one by one; an error where braces do not pair.
struct Pieces<'a> {
    rest: &'a str,
    /// The reference after the plain text that was given last.
    reference: Option<&'a str>,
}

impl<'a> Pieces<'a> {
    fn split(&mut self) -> Result<Option<Piece<'a>>, TermError> {
        let Some((before, after)) = self.rest.split_once('{') else {
            let last = std::mem::take(&mut self.rest);
            return if last.contains('}') {
                Err(TermError::Brace)
            } else {
                Ok((!last.is_empty()).then_some(Piece::Plain(last)))
            };
        };
        let (name, tail) = after.split_once('}').ok_or(TermError::Brace)?;
        if before.contains('}') || name.contains('{') {
            return Err(TermError::Brace);
        }
        self.rest = tail;
        if before.is_empty() {
            return Ok(Some(Piece::Reference(name)));
        }
        self.reference = Some(name);
        Ok(Some(Piece::Plain(before)))
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Result<Piece<'a>, TermError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(name) = self.reference.take() {
            return Some(Ok(Piece::Reference(name)));
        }
        self.split().transpose()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Reading,
    Exact,
}

fn resolve<'a>(name: &str, moment: &Moment<'a>, style: Style) -> Result<Cow<'a, str>, TermError> {
    let unknown = || TermError::Unknown(name.to_owned());
    let (base, shift) = match name.split_once('+') {
        Some((base, shift)) => (base, Some(shift)),
        None => (name, None),
    };
    if let Some(figure) = base.strip_prefix("policy.") {
        let figure = moment.figure(figure).ok_or_else(unknown)?;
        return Ok(Cow::Owned(figure_text(&figure, style)));
    }
    let text = match base {
        "today" => Cow::Owned(moment.today().to_string()),
        "founded" => Cow::Owned(moment.founded().ok_or_else(unknown)?.to_string()),
        "company.name" => Cow::Owned(moment.company_name().ok_or_else(unknown)?),
        "company.code" => Cow::Owned(moment.company_code().ok_or_else(unknown)?),
        "cash" => Cow::Owned(moment.quantity(super::condition::Quantity::Cash).plain()),
        _ => Cow::Borrowed(moment.vars.get(base).ok_or_else(unknown)?.as_str()),
    };
    let text = match shift {
        Some(shift) => Cow::Owned(shifted(&text, shift).ok_or_else(unknown)?),
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
fn reading(text: Cow<'_, str>) -> Cow<'_, str> {
    // Names and sentences begin otherwise and are not tried.
    if !text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '.')) {
        return text;
    }
    if let Ok(date) = text.parse::<Date>() {
        return Cow::Owned(date.chinese());
    }
    let amount = text.contains('.') && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    match text.parse::<Money>() {
        Ok(money) if amount => Cow::Owned(money.to_string()),
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
