//! Reading a market and checking it; every problem is told.

use ron::extensions::Extensions;
use serde::Deserialize;
use thiserror::Error;

use super::curve::Curve;
use super::{LUCK_STEPS, Market};
use crate::money::{Money, Rate};

/// The form of the files this build reads.
const FORMAT: u32 = 1;
/// The most customers on a usual day; bounds every product of the hot path.
const CUSTOMERS_MAX: u32 = 100_000;
/// The highest factor of a curve, in parts per million: tenfold.
const FACTOR_MAX: i64 = 10_000_000;
/// The most rivals.
const RIVALS_MAX: u8 = 100;

/// What is wrong with a market's file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MarketProblem {
    /// The text is not RON of a market's form.
    #[error("{file}:{line}:{column}: {what}")]
    Syntax {
        /// The file's name as it was given.
        file: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the reader says.
        what: String,
    },
    /// The file is written for another build.
    #[error("format {0} is not the format 1 that this build reads")]
    Format(u32),
    /// A curve without points, or whose x does not rise.
    #[error("the curve `{0}` needs points from left to right, within the bounds of a rate")]
    Curve(&'static str),
    /// A curve that leaves the bounds of a factor.
    #[error("the curve `{0}` must stay between 0% and 1000%")]
    Factor(&'static str),
    /// A number that cannot be.
    #[error("`{0}` has a value that cannot be")]
    Impossible(&'static str),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: u32,
    id: String,
    title: String,
    en: String,
    note: String,
    base_customers: u32,
    reference_price: Money,
    price: Vec<(Rate, Rate)>,
    season: Vec<(u16, Rate)>,
    weekdays: Vec<Rate>,
    awareness: Vec<(Rate, Rate)>,
    quality: Vec<(Rate, Rate)>,
    rivals: Vec<(u8, Rate)>,
    luck: Vec<(Rate, Rate)>,
    advertising: Vec<(Money, Rate)>,
    word_of_mouth: Vec<(Rate, Rate)>,
    forgetting: Rate,
    rival_arrives: Rate,
    rival_leaves: Rate,
    rivals_max: u8,
}

pub(super) fn load(file: &str, text: &str) -> Result<Market, Vec<MarketProblem>> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let parsed: File = options.from_str(text).map_err(|error| {
        let (line, column) = (error.span.start.line, error.span.start.col);
        vec![MarketProblem::Syntax { file: file.to_owned(), line, column, what: error.code.to_string() }]
    })?;
    let mut desk = Desk::default();
    let market = desk.market(parsed);
    match market {
        Some(market) if desk.problems.is_empty() => Ok(market),
        _ => Err(desk.problems),
    }
}

#[derive(Default)]
struct Desk {
    problems: Vec<MarketProblem>,
}

impl Desk {
    fn market(&mut self, file: File) -> Option<Market> {
        if file.format != FORMAT {
            self.problems.push(MarketProblem::Format(file.format));
        }
        self.possible("id", !file.id.is_empty());
        self.possible("base_customers", (1..=CUSTOMERS_MAX).contains(&file.base_customers));
        self.possible("reference_price", file.reference_price.is_positive());
        self.possible("rivals_max", file.rivals_max <= RIVALS_MAX);
        for (name, rate) in [
            ("forgetting", file.forgetting),
            ("rival_arrives", file.rival_arrives),
            ("rival_leaves", file.rival_leaves),
        ] {
            self.possible(name, (Rate::ZERO..=Rate::ONE).contains(&rate));
        }
        let weekdays: Result<[Rate; 7], _> = file.weekdays.try_into();
        let weekdays = weekdays.ok().map(|days| days.map(Rate::ppm)).filter(|days| days.iter().copied().all(is_factor));
        self.possible("weekdays", weekdays.is_some());
        let luck = self.factors("luck", file.luck.iter().map(rates));
        Some(Market {
            price: self.factors("price", file.price.iter().map(rates))?,
            season: self.factors("season", file.season.iter().map(|(day, y)| (i64::from(*day), y.ppm())))?,
            awareness: self.factors("awareness", file.awareness.iter().map(rates))?,
            quality: self.factors("quality", file.quality.iter().map(rates))?,
            rivals: self.factors("rivals", file.rivals.iter().map(|(count, y)| (i64::from(*count), y.ppm())))?,
            luck: quantiles(&luck?),
            advertising: self.curve("advertising", file.advertising.iter().map(|(x, y)| (x.fen(), y.ppm())))?,
            word_of_mouth: self.curve("word_of_mouth", file.word_of_mouth.iter().map(rates))?,
            weekdays: weekdays?,
            base_customers: i64::from(file.base_customers),
            reference_price: file.reference_price.fen(),
            forgetting: file.forgetting.ppm(),
            rival_arrives: file.rival_arrives.ppm(),
            rival_leaves: file.rival_leaves.ppm(),
            rivals_max: file.rivals_max,
            id: file.id,
            title: file.title,
            en: file.en,
            note: file.note,
        })
    }

    fn possible(&mut self, name: &'static str, possible: bool) {
        if !possible {
            self.problems.push(MarketProblem::Impossible(name));
        }
    }

    fn curve(&mut self, name: &'static str, points: impl Iterator<Item = (i64, i64)>) -> Option<Curve> {
        let curve = Curve::new(points);
        if curve.is_none() {
            self.problems.push(MarketProblem::Curve(name));
        }
        curve
    }

    fn factors(&mut self, name: &'static str, points: impl Iterator<Item = (i64, i64)>) -> Option<Curve> {
        let curve = self.curve(name, points)?;
        let (lowest, highest) = curve.bounds();
        if is_factor(lowest) && is_factor(highest) {
            return Some(curve);
        }
        self.problems.push(MarketProblem::Factor(name));
        None
    }
}

fn is_factor(ppm: i64) -> bool {
    (0..=FACTOR_MAX).contains(&ppm)
}

fn rates((x, y): &(Rate, Rate)) -> (i64, i64) {
    (x.ppm(), y.ppm())
}

/// The curve of quantiles at the middle of each of the steps that are drawn.
fn quantiles(luck: &Curve) -> Vec<i64> {
    let steps = i64::try_from(LUCK_STEPS).unwrap_or(i64::MAX);
    let middle = |step: i64| {
        // (step + ½) / steps of the whole, in parts per million.
        let twice = step.saturating_mul(2).saturating_add(1).saturating_mul(Rate::ONE.ppm());
        twice.checked_div(steps.saturating_mul(2)).unwrap_or(0)
    };
    (0..steps).map(|step| luck.at(middle(step))).collect()
}
