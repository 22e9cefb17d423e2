//! Traineeships (就业见习): their length, what the trainee gets and what the city pays (facts §4.7). The amounts are
//! teaching parameters.

use super::error::PeopleError;
use super::wages::{self, Zone};
use crate::money::Money;
use crate::policy::PolicyOn;

/// A round of traineeships.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    /// How many trainees.
    pub trainees: u32,
    /// How many months.
    pub months: i32,
    /// How many were hired afterwards.
    pub kept: u32,
    /// Where.
    pub zone: Zone,
    /// What each gets a month.
    pub allowance: Money,
    /// Whether each has accident insurance.
    pub insured: bool,
}

/// What is wrong with a round of traineeships.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlacementDefect {
    /// Too short or too long.
    Length,
    /// The allowance is below the minimum wage.
    Allowance(Money),
    /// No accident insurance.
    Uninsured,
}

/// Everything that keeps the city from paying.
pub fn examine(placement: &Placement, on: &PolicyOn<'_>) -> Result<Vec<PlacementDefect>, PeopleError> {
    let mut found = Vec::new();
    let (low, high) = (on.months("placement.months.low")?, on.months("placement.months.high")?);
    if placement.months < low || placement.months > high {
        found.push(PlacementDefect::Length);
    }
    let least = wages::monthly(placement.zone, on)?;
    if placement.allowance < least {
        found.push(PlacementDefect::Allowance(least));
    }
    if !placement.insured {
        found.push(PlacementDefect::Uninsured);
    }
    Ok(found)
}

/// The city's subsidy: a share of the minimum wage for each trainee and month, more where half or more were kept
/// (INT-V01). Each trainee's month is rounded once. Refuses more kept than trained.
pub fn subsidy(placement: &Placement, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    if placement.kept > placement.trainees || placement.trainees == 0 {
        return Err(PeopleError::BadCount);
    }
    let kept = on.ratio("placement.kept")?;
    let many = u64::from(placement.kept).saturating_mul(u64::from(kept.den))
        >= u64::from(placement.trainees).saturating_mul(u64::from(kept.num));
    let rate = on.rate(if many { "placement.subsidy-kept" } else { "placement.subsidy" })?;
    let each = wages::monthly(placement.zone, on)?.at(rate)?;
    times(each, placement)
}

/// What the employer pays the trainees.
pub fn allowances(placement: &Placement) -> Result<Money, PeopleError> {
    times(placement.allowance, placement)
}

fn times(each: Money, placement: &Placement) -> Result<Money, PeopleError> {
    Ok(each.checked_mul_int(i64::from(placement.trainees))?.checked_mul_int(i64::from(placement.months))?)
}
