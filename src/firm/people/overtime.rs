//! Overtime: what an hour more pays by the kind of day, and how many hours are allowed (HR-25 to HR-29).

use serde::{Deserialize, Serialize};

use super::error::PeopleError;
use crate::calendar::Date;
use crate::money::{Money, Rate};
use crate::policy::PolicyOn;

/// Minutes of an hour.
const MINUTES: i64 = 60;

/// The kind of day on which somebody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DayKind {
    /// A working day, weekend days moved by the holiday notice among them.
    Workday,
    /// A rest day without time off in lieu, days off moved by the notice among them.
    RestDay,
    /// One of the thirteen statutory holidays.
    Holiday,
}

impl DayKind {
    /// The kind of a date.
    pub fn of(date: Date, on: &PolicyOn<'_>) -> DayKind {
        if on.is_statutory_holiday(date) {
            DayKind::Holiday
        } else if on.is_working_day(date) {
            DayKind::Workday
        } else {
            DayKind::RestDay
        }
    }

    const fn figure(self) -> &'static str {
        match self {
            DayKind::Workday => "overtime.workday",
            DayKind::RestDay => "overtime.rest-day",
            DayKind::Holiday => "overtime.holiday",
        }
    }
}

/// Time worked beyond the day's hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overtime {
    /// On what kind of day.
    pub kind: DayKind,
    /// How long, in minutes.
    pub minutes: u32,
}

/// The pay of overtime on one kind of day, from the unrounded hour's wage, rounded once (LAB-V02 to LAB-V05).
///
/// Source: 劳动法 44.
pub fn pay(monthly: Money, overtime: Overtime, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    let month = on.ratio("pay.days-month")?;
    let rate = on.rate(overtime.kind.figure())?;
    let parts = i64::from(overtime.minutes).saturating_mul(rate.ppm()).saturating_mul(i64::from(month.den));
    let minutes = i64::from(month.num).saturating_mul(on.count("hours.day")?).saturating_mul(MINUTES);
    Ok(monthly.prorate(parts, minutes.saturating_mul(Rate::ONE.ppm()))?)
}

/// A month's overtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthOvertime {
    /// What is owed, in full even where the hours were too many.
    pub pay: Money,
    /// Minutes beyond the month's limit; the law forbids them.
    pub minutes_over: u32,
}

/// The pay of a month's overtime, each stretch rounded once, and how far it goes beyond the limit (LAB-V16).
pub fn month(monthly: Money, worked: &[Overtime], on: &PolicyOn<'_>) -> Result<MonthOvertime, PeopleError> {
    let mut owed = Money::ZERO;
    let mut minutes: u32 = 0;
    for overtime in worked {
        owed = owed.checked_add(pay(monthly, *overtime, on)?)?;
        minutes = minutes.saturating_add(overtime.minutes);
    }
    Ok(MonthOvertime { pay: owed, minutes_over: minutes.saturating_sub(limit_minutes("overtime.month", on)?) })
}

/// Minutes of one day's overtime beyond the day's limit: an hour as a rule, three for special reasons (劳动法 41).
pub fn day_minutes_over(minutes: u32, special: bool, on: &PolicyOn<'_>) -> Result<u32, PeopleError> {
    let figure = if special { "overtime.day-special" } else { "overtime.day" };
    Ok(minutes.saturating_sub(limit_minutes(figure, on)?))
}

fn limit_minutes(figure: &str, on: &PolicyOn<'_>) -> Result<u32, PeopleError> {
    u32::try_from(on.count(figure)?.saturating_mul(MINUTES)).map_err(|_| PeopleError::BadCount)
}
