//! Open-ended contracts: when the employee may ask for one, and what refusing costs (HR-08).

use super::error::PeopleError;
use super::span::{Service, span_pay};
use crate::calendar::Date;
use crate::money::Money;
use crate::policy::PolicyOn;

/// What gives the right to an open-ended contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entitlement {
    /// Ten years with this employer without a break.
    LongService,
    /// Two fixed terms in a row, and renewal now.
    TwoTerms,
}

/// Why two fixed terms give no right: the employee's own doing or condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exception {
    /// A fault of article 39.
    Fault,
    /// Unable to work after the medical period (article 40, 1).
    UnfitAfterSickness,
    /// Incompetent even after training or a change of post (article 40, 2).
    Incompetent,
}

/// The right to an open-ended contract when a contract is renewed, if there is one.
///
/// Source: 劳动合同法 14.
pub fn entitlement(
    service: Service,
    fixed_terms: u32,
    exception: Option<Exception>,
    on: &PolicyOn<'_>,
) -> Result<Option<Entitlement>, PeopleError> {
    let years = on.years("contract.open-ended.service")?;
    if service.reaches(years.saturating_mul(12)) {
        return Ok(Some(Entitlement::LongService));
    }
    let two = i64::from(fixed_terms) >= on.count("contract.open-ended.terms")?;
    Ok(Some(Entitlement::TwoTerms).filter(|_| two && exception.is_none()))
}

/// The second wage owed where an open-ended contract was due and not made, from the day it was due to the last day before
/// it is made (劳动合同法 82).
pub fn refused_pay(monthly: Money, due: Date, last: Date, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    span_pay(monthly, due, last, on)
}
