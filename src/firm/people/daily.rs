//! The wage of a day and of an hour, and of part of a month: a month has 21.75 paid days (HR-28).

use super::error::PeopleError;
use crate::money::Money;
use crate::policy::PolicyOn;

/// A day's wage: the month's by 21.75, half-up to the fen (LAB-V01).
pub fn day_wage(monthly: Money, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    for_days(monthly, 1, on)
}

/// An hour's wage: the month's by 21.75 and by the hours of a day, half-up to the fen (LAB-V01).
pub fn hour_wage(monthly: Money, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    let days = on.ratio("pay.days-month")?;
    let whole = i64::from(days.num).saturating_mul(on.count("hours.day")?);
    Ok(monthly.prorate(i64::from(days.den), whole)?)
}

/// The wage of so many days, rounded once: also of the days worked in a month that somebody joins or leaves (PAY-V08).
pub fn for_days(monthly: Money, days: i64, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    let month = on.ratio("pay.days-month")?;
    Ok(monthly.prorate(days.saturating_mul(i64::from(month.den)), i64::from(month.num))?)
}
