//! Lengths of employment, counted by corresponding days, and the pay of a stretch of days.

use super::daily;
use super::error::PeopleError;
use crate::calendar::{Date, DateError};
use crate::money::Money;
use crate::policy::PolicyOn;

/// How long somebody has worked: whole months, and whether days are left over.
///
/// A month runs from a day to the day before the corresponding day of the next month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Service {
    /// Whole months, nought or more.
    pub months: i32,
    /// Whether days are left after the last whole month.
    pub more_days: bool,
}

impl Service {
    /// Whole months without a day more.
    pub const fn of_months(months: i32) -> Self {
        Self { months, more_days: false }
    }

    /// From the first day worked to the last, both counted.
    pub fn between(first: Date, last: Date) -> Result<Self, PeopleError> {
        let months = whole_months(first, last)?;
        Ok(Self { months, more_days: first.plus_months(months)? <= last })
    }

    /// Whether so many whole months are complete.
    pub const fn reaches(self, months: i32) -> bool {
        self.months >= months
    }
}

/// Whole months from the first day to the last, both counted; refuses a last day more than one day before the first.
pub(super) fn whole_months(first: Date, last: Date) -> Result<i32, PeopleError> {
    let end = last.plus_days(1)?;
    if end < first {
        return Err(PeopleError::DatesOutOfOrder);
    }
    let years = i32::from(end.year()).saturating_sub(i32::from(first.year()));
    let months = i32::from(end.month()).saturating_sub(i32::from(first.month()));
    let guess = years.saturating_mul(12).saturating_add(months);
    if first.plus_months(guess)? <= end { Ok(guess) } else { Ok(guess.saturating_sub(1)) }
}

/// The pay of the days from the first to the last, both counted: whole months by corresponding days, and for the days left
/// over a day's wage for each Monday to Friday, whatever the holiday notice says, at most a month's wage; rounded once.
///
/// `last` may be the day before `first`: nothing is due then. Source: 法释〔2025〕12号 6, and our convention for what it
/// leaves open (facts LAB-V11).
pub fn span_pay(monthly: Money, first: Date, last: Date, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    let months = whole_months(first, last)?;
    let whole = monthly.checked_mul_int(i64::from(months))?;
    let weekdays = weekdays(first.plus_months(months)?, last)?;
    let rest = daily::for_days(monthly, weekdays, on)?.min(monthly);
    Ok(whole.checked_add(rest)?)
}

/// Mondays to Fridays from the first day to the last, both counted.
pub(super) fn weekdays(first: Date, last: Date) -> Result<i64, DateError> {
    let mut day = first;
    let mut count: i64 = 0;
    while day <= last {
        count = count.saturating_add(i64::from(!day.is_weekend()));
        day = day.plus_days(1)?;
    }
    Ok(count)
}
