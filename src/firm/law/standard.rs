//! Recognitions: a company's readings held against the criteria of the tables, and which of them fail (facts §6.5, §6.6).

use std::collections::{BTreeMap, BTreeSet};

use super::error::LawError;
use crate::money::{Money, Rate};
use crate::policy::{Band, Measure, PolicyOn, Quality, Standard, Test, Value};

/// Parts per million in a whole.
const PPM: i128 = 1_000_000;

/// What a measure says of a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// An amount.
    Amount(Money),
    /// A count: people, days, years, pieces, points.
    Count(i64),
    /// A part of a whole, exact: of two amounts or counts. Scores are tenths of points of a thousand.
    Share {
        /// The part.
        part: i64,
        /// The whole; a share of nothing is no share, and fails.
        whole: i64,
    },
}

impl Reading {
    /// The share of two amounts.
    pub const fn share(part: Money, whole: Money) -> Reading {
        Reading::Share { part: part.fen(), whole: whole.fen() }
    }
}

/// What is known of a company.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// What was measured.
    pub readings: BTreeMap<Measure, Reading>,
    /// What is the case.
    pub qualities: BTreeSet<Quality>,
}

/// How a criterion came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Met.
    Met,
    /// Not met.
    Failed,
    /// Something it asks about was not measured.
    Unknown,
}

/// A criterion and how it came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding<'a> {
    /// The criterion's id.
    pub criterion: &'a str,
    /// What it asks, in Chinese.
    pub text: &'a str,
    /// How it came out.
    pub outcome: Outcome,
}

/// Every criterion of a recognition and how it came out, in the order of the tables.
pub fn examine<'a>(id: &str, profile: &Profile, on: &PolicyOn<'a>) -> Result<Vec<Finding<'a>>, LawError> {
    let standard: &'a Standard = on.policy().standard(id).ok_or_else(|| LawError::UnknownStandard(id.to_owned()))?;
    let finding = |criterion: &'a crate::policy::Criterion| {
        let outcome = run(&criterion.test, profile, on)?;
        Ok(Finding { criterion: &criterion.id, text: &criterion.text, outcome })
    };
    standard.criteria.iter().map(finding).collect()
}

/// The ids of the criteria that are not met; with none of them, the company qualifies.
pub fn failed<'a>(id: &str, profile: &Profile, on: &PolicyOn<'a>) -> Result<Vec<&'a str>, LawError> {
    let found = examine(id, profile, on)?;
    Ok(found.into_iter().filter(|one| one.outcome != Outcome::Met).map(|one| one.criterion).collect())
}

fn run(test: &Test, profile: &Profile, on: &PolicyOn<'_>) -> Result<Outcome, LawError> {
    match test {
        Test::AtLeast(measure, figure) => hold(*measure, figure, profile, on, std::cmp::Ordering::is_ge),
        Test::AtMost(measure, figure) => hold(*measure, figure, profile, on, std::cmp::Ordering::is_le),
        Test::Above(measure, figure) => hold(*measure, figure, profile, on, std::cmp::Ordering::is_gt),
        Test::GrowsTwoYears(measure, figure) => grows(*measure, figure, profile, on),
        Test::Holds(quality) => Ok(met(profile.qualities.contains(quality))),
        Test::All(tests) => fold(tests, profile, on, Outcome::Met, Ord::max, Outcome::Failed),
        Test::Any(tests) => fold(tests, profile, on, Outcome::Failed, Ord::min, Outcome::Met),
        Test::Bands { by, bands, above } => match band(*by, bands, above, profile, on)? {
            Some(test) => run(test, profile, on),
            None => Ok(Outcome::Unknown),
        },
    }
}

/// All of several or one of several; a decided outcome wins over an unknown one.
fn fold(
    tests: &[Test],
    profile: &Profile,
    on: &PolicyOn<'_>,
    start: Outcome,
    join: fn(Outcome, Outcome) -> Outcome,
    decides: Outcome,
) -> Result<Outcome, LawError> {
    let mut outcomes = Vec::new();
    for test in tests {
        outcomes.push(run(test, profile, on)?);
    }
    if outcomes.contains(&decides) {
        return Ok(decides);
    }
    if outcomes.contains(&Outcome::Unknown) {
        return Ok(Outcome::Unknown);
    }
    Ok(outcomes.into_iter().fold(start, join))
}

/// The test of the band that a measure falls in; none where it was not measured.
fn band<'t>(
    by: Measure,
    bands: &'t [Band],
    above: &'t Test,
    profile: &Profile,
    on: &PolicyOn<'_>,
) -> Result<Option<&'t Test>, LawError> {
    for band in bands {
        match hold(by, &band.up_to, profile, on, std::cmp::Ordering::is_le)? {
            Outcome::Met => return Ok(Some(&band.test)),
            Outcome::Unknown => return Ok(None),
            Outcome::Failed => {}
        }
    }
    Ok(Some(above))
}

fn hold(
    measure: Measure,
    figure: &str,
    profile: &Profile,
    on: &PolicyOn<'_>,
    wanted: fn(std::cmp::Ordering) -> bool,
) -> Result<Outcome, LawError> {
    let Some(reading) = profile.readings.get(&measure) else { return Ok(Outcome::Unknown) };
    let order = match (reading, on.figure(figure)?.value) {
        (Reading::Amount(amount), Value::Money(limit)) => amount.cmp(limit),
        (Reading::Count(count), Value::Count(limit)) => count.cmp(limit),
        (Reading::Share { whole, .. }, Value::Rate(_)) if *whole <= 0 => return Ok(Outcome::Failed),
        (Reading::Share { part, whole }, Value::Rate(rate)) => {
            let has = i128::from(*part).saturating_mul(PPM);
            has.cmp(&i128::from(*whole).saturating_mul(i128::from(rate.ppm())))
        }
        _ => return Err(LawError::KindMismatch { measure, figure: figure.to_owned() }),
    };
    Ok(met(wanted(order)))
}

/// Whether now is then grown twice by the rate: exact, without a root.
fn grows(measure: Measure, figure: &str, profile: &Profile, on: &PolicyOn<'_>) -> Result<Outcome, LawError> {
    let rate: Rate = on.rate(figure)?;
    match profile.readings.get(&measure) {
        None => Ok(Outcome::Unknown),
        Some(Reading::Share { whole, .. }) if *whole <= 0 => Ok(Outcome::Failed),
        Some(Reading::Share { part, whole }) => {
            let year = PPM.saturating_add(i128::from(rate.ppm()));
            let has = i128::from(*part).saturating_mul(PPM).saturating_mul(PPM);
            Ok(met(has >= i128::from(*whole).saturating_mul(year).saturating_mul(year)))
        }
        Some(_) => Err(LawError::KindMismatch { measure, figure: figure.to_owned() }),
    }
}

fn met(yes: bool) -> Outcome {
    if yes { Outcome::Met } else { Outcome::Failed }
}
