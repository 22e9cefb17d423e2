//! Severance: months owed by length of service, the wage they are counted in, N, N+1 and 2N (HR-18 to HR-20).

use super::error::PeopleError;
use super::span::Service;
use super::wages::{self, Zone};
use crate::money::Money;
use crate::policy::PolicyOn;

/// Half months of a year's service.
const HALVES_A_YEAR: i32 = 2;
/// Months of a year.
const MONTHS: i32 = 12;

/// The wage a month of severance is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The wage.
    pub monthly: Money,
    /// Whether it was cut to three times the local average, which also limits the years.
    pub capped: bool,
}

/// The average of the wages earned in the months before the ending, at most twelve, newest last; the sum divided once.
///
/// Source: 实施条例 27.
pub fn average(earned: &[Money], on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    let most = usize::try_from(on.months("severance.average")?).map_err(|_| PeopleError::BadCount)?;
    let counted = earned.get(earned.len().saturating_sub(most)..).unwrap_or_default();
    if counted.is_empty() {
        return Err(PeopleError::BadCount);
    }
    let months = i64::try_from(counted.len()).map_err(|_| PeopleError::BadCount)?;
    Ok(Money::total(counted.iter().copied())?.checked_div_int(months)?)
}

/// The wage severance is counted in: the average, at least the minimum wage, and three times the local average where it is
/// higher than that; exactly three times is not cut. The local average is not confirmed (U-16).
pub fn basis(average: Money, zone: Zone, on: &PolicyOn<'_>) -> Result<Basis, PeopleError> {
    let monthly = average.max(wages::monthly(zone, on)?);
    let cap = on.money("severance.cap")?;
    Ok(Basis { monthly: monthly.min(cap), capped: monthly > cap })
}

/// Half months of wage owed: two for each year, two for six months or more, one for less, none for nothing.
pub fn half_months(service: Service, capped: bool, on: &PolicyOn<'_>) -> Result<i32, PeopleError> {
    let years = service.months.checked_div(MONTHS).unwrap_or(0);
    let rest = service.months.checked_rem(MONTHS).unwrap_or(0);
    let more = if rest >= on.months("severance.half-from")? {
        HALVES_A_YEAR
    } else {
        i32::from(rest > 0 || service.more_days)
    };
    let halves = years.saturating_mul(HALVES_A_YEAR).saturating_add(more);
    let most = on.years("severance.cap-years")?.saturating_mul(HALVES_A_YEAR);
    Ok(if capped { halves.min(most) } else { halves })
}

/// N: severance for the service, rounded once (LAB-V07 to LAB-V10).
///
/// Source: 劳动合同法 47.
pub fn severance(basis: Basis, service: Service, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    let halves = half_months(service, basis.capped, on)?;
    Ok(basis.monthly.prorate(i64::from(halves), 2)?)
}

/// The month's wage instead of notice, by the last month before; it has no cap (实施条例 20).
pub fn notice_pay(last_month: Money, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    Ok(last_month.checked_mul_int(i64::from(on.months("notice.pay")?))?)
}

/// 2N: what an unlawful ending costs where the employee does not go on working (劳动合同法 87).
pub fn wrongful(basis: Basis, service: Service, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    Ok(severance(basis, service, on)?.checked_mul_int(on.count("severance.wrongful")?)?)
}
