//! When a small-scale taxpayer becomes a general one (VAT-02, VAT-20, VAT-21; 税务总局公告2026年第2号).

use serde::{Deserialize, Serialize};

use super::{VatPeriod, VatStatus};
use crate::calendar::Date;
use crate::firm::tax::TaxError;
use crate::money::Money;
use crate::policy::PolicyOn;

/// The taxable sales of one filing period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodSales {
    /// The period's first day.
    pub start: Date,
    /// 应征增值税销售额 without tax, chance sales of intangibles and real property left out.
    pub net: Money,
}

/// The limit passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crossing {
    /// The first day of the period in which the running sum passed the limit; general status holds from it, so that the
    /// whole period is reckoned again under the general method.
    pub effective: Date,
    /// The last day of the period.
    pub period_end: Date,
    /// The sum that passed.
    pub sum: Money,
}

/// Months in one period.
fn months_of(period: VatPeriod) -> Result<i32, TaxError> {
    match period {
        VatPeriod::Month => Ok(1),
        VatPeriod::Quarter => Ok(3),
        VatPeriod::Day => Err(TaxError::OutOfRange("period")),
    }
}

/// The first period in which the sales of at most twelve running months or four quarters pass the limit, if any does.
/// `sales` are filing periods in order of time; periods before general status only.
pub fn crossing(period: VatPeriod, sales: &[PeriodSales], on: PolicyOn<'_>) -> Result<Option<Crossing>, TaxError> {
    let limit = on.money("vat.small-scale.limit")?;
    let window = on.months("vat.registration.window")?;
    let length = months_of(period)?;
    if !sales.is_sorted_by_key(|one| one.start) {
        return Err(TaxError::OutOfRange("sales"));
    }
    for last in sales {
        let end = last.start.plus_months(length)?;
        let first = end.plus_months(window.saturating_neg())?;
        let within = sales.iter().filter(|one| one.start >= first && one.start <= last.start);
        let sum = Money::total(within.map(|one| one.net))?;
        if sum > limit {
            return Ok(Some(Crossing { effective: last.start, period_end: end.plus_days(-1)?, sum }));
        }
    }
    Ok(None)
}

/// The day from which a taxpayer who did not register is treated as a general one: the last of the working days of grace
/// after the day by which it had to register.
pub fn treated_as_general_from(register_by: Date, on: PolicyOn<'_>) -> Result<Date, TaxError> {
    Ok(on.term_from("vat.registration.grace", register_by)?)
}

/// The day on which general status begins for someone who registers freely: the first of the period of registering.
pub fn voluntary_from(registered: Date, period: VatPeriod) -> Result<Date, TaxError> {
    let month = registered.first_of_month();
    let into = i32::from(month.month()).saturating_sub(1).checked_rem(months_of(period)?).unwrap_or(0);
    Ok(month.plus_months(into.saturating_neg())?)
}

/// Refuses the way back: once general, always general (条例36).
pub fn change(from: VatStatus, to: VatStatus) -> Result<VatStatus, TaxError> {
    match (from, to) {
        (VatStatus::General, VatStatus::SmallScale(_)) => {
            Err(TaxError::NotAllowed { what: "going back to small-scale", rule: "vat-rules-36" })
        }
        (VatStatus::SmallScale(_) | VatStatus::General, to) => Ok(to),
    }
}
