//! Paid leave: annual leave and what unused days pay, maternity leave, sick pay and medical periods (HR-30, HR-31).

use super::error::PeopleError;
use super::span::Service;
use super::wages::{self, Zone};
use crate::calendar::Date;
use crate::money::Money;
use crate::policy::{PolicyError, PolicyOn};

/// Months of a year.
const MONTHS: i32 = 12;

/// Days of annual leave by the whole working life, with this employer and before; none before a year has been worked.
///
/// Source: 职工带薪年休假条例 2, 3.
pub fn annual_days(working_life: Service, on: &PolicyOn<'_>) -> Result<i32, PolicyError> {
    let reaches = |figure: &str| -> Result<bool, PolicyError> {
        Ok(working_life.reaches(on.years(figure)?.saturating_mul(MONTHS)))
    };
    if !working_life.reaches(on.months("leave.annual.after")?) {
        Ok(0)
    } else if reaches("leave.annual.long-from")? {
        on.days("leave.annual.long")
    } else if reaches("leave.annual.middle-from")? {
        on.days("leave.annual.middle")
    } else {
        on.days("leave.annual.short")
    }
}

/// What unused days pay beside the ordinary wage, rounded once (LAB-V06). `monthly` is the average of the twelve months
/// before, without overtime pay; an employee who gave the days up in writing gets nothing more.
///
/// Source: 企业职工带薪年休假实施办法 10, 11.
pub fn unused_extra(monthly: Money, days: u32, given_up: bool, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    if given_up {
        return Ok(Money::ZERO);
    }
    let month = on.ratio("pay.days-month")?;
    let parts =
        i64::from(days).saturating_mul(i64::from(month.den)).saturating_mul(on.rate("leave.unused.extra")?.ppm());
    Ok(monthly.prorate(parts, i64::from(month.num).saturating_mul(1_000_000))?)
}

/// Days still owed to somebody who leaves in the year: the year's share by calendar days to the last day worked, less what
/// was taken; a part of a day is dropped and too much taken is not asked back (实施办法 12).
pub fn owed_on_leaving(last: Date, year_days: i32, taken: i32, on: &PolicyOn<'_>) -> Result<i32, PeopleError> {
    let new_year = Date::new(last.year(), 1, 1)?;
    let passed = new_year.days_until(last).saturating_add(1);
    let share = passed.saturating_mul(year_days).checked_div(on.days("leave.annual.year")?).unwrap_or(0);
    Ok(share.min(year_days).saturating_sub(taken).max(0))
}

/// Days of maternity leave, the province's addition among them.
pub fn maternity_days(on: &PolicyOn<'_>) -> Result<i32, PolicyError> {
    Ok(on.days("leave.maternity.national")?.saturating_add(on.days("leave.maternity.province")?))
}

/// The least a month of sickness may pay: a share of the minimum wage.
pub fn sick_pay_floor(zone: Zone, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    Ok(wages::monthly(zone, on)?.at(on.rate("sick.pay")?)?)
}

/// Months of the medical period, in which a contract cannot be ended for sickness.
///
/// Source: 企业职工患病或非因工负伤医疗期规定 3; the table is of common knowledge.
pub fn medical_months(working_life: Service, here: Service, on: &PolicyOn<'_>) -> Result<i32, PolicyError> {
    let step = on.years("medical.step")?.saturating_mul(MONTHS);
    let steps = here.months.checked_div(step).unwrap_or(0);
    let old = working_life.reaches(on.years("medical.total")?.saturating_mul(MONTHS));
    on.months(match (old, steps) {
        (false, 0) => "medical.young.short",
        (false, _) => "medical.young.long",
        (true, 0) => "medical.old.under-5",
        (true, 1) => "medical.old.under-10",
        (true, 2) => "medical.old.under-15",
        (true, 3) => "medical.old.under-20",
        (true, _) => "medical.old.from-20",
    })
}
