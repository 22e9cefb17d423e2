//! The law that a month's hot path needs, looked up once.

use super::divisor::Divisor;
use crate::money::{Money, Rate};
use crate::policy::{PolicyError, PolicyOn};

/// VAT of a small-scale taxpayer who files by the quarter, in the city, with its charges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthRules {
    pub(super) levy: Rate,
    /// The price without tax is the price over this many millionths.
    pub(super) gross: Divisor,
    pub(super) threshold: Option<Money>,
    pub(super) education_limit: Option<Money>,
    pub(super) city: Rate,
    pub(super) education: Rate,
    pub(super) local_education: Rate,
    pub(super) reduction: Rate,
}

impl MonthRules {
    /// The rules as they stand on the policy's day. A quarter is judged by those of its last month.
    pub fn at(on: &PolicyOn<'_>) -> Result<MonthRules, PolicyError> {
        let levy = match lapsed(on.rate("vat.levy.reduced"))? {
            Some(reduced) => reduced,
            None => on.rate("vat.levy")?,
        };
        let whole = u64::try_from(Rate::ONE.ppm().saturating_add(levy.ppm())).ok();
        let unusable = || PolicyError::Unknown { id: "vat.levy".to_owned() };
        Ok(MonthRules {
            levy,
            gross: whole.and_then(Divisor::new).ok_or_else(unusable)?,
            threshold: lapsed(on.money("vat.threshold.quarter"))?,
            education_limit: lapsed(on.money("education-surcharge.exempt.quarter"))?,
            city: on.rate("city-tax.city")?,
            education: on.rate("education-surcharge.state")?,
            local_education: on.rate("education-surcharge.local")?,
            reduction: lapsed(on.rate("six-two.reduction"))?.unwrap_or(Rate::ZERO),
        })
    }

    /// The price without tax of what was sold for `gross` fen (nought or more, below 2⁴³), half-up; the rest is tax.
    #[inline]
    pub(super) fn net(&self, gross: i64) -> i64 {
        // (gross × a million + half the divisor) / divisor, in whole numbers: half-up for any divisor.
        let half = Rate::ONE.ppm().saturating_add(self.levy.ppm()).wrapping_shr(1);
        let scaled = gross.wrapping_mul(Rate::ONE.ppm()).wrapping_add(half);
        i64::try_from(self.gross.floor(scaled.unsigned_abs())).unwrap_or(gross)
    }
}

/// A figure that may have ended.
fn lapsed<T>(figure: Result<T, PolicyError>) -> Result<Option<T>, PolicyError> {
    match figure {
        Ok(value) => Ok(Some(value)),
        Err(PolicyError::NotInForce { .. }) => Ok(None),
        Err(other) => Err(other),
    }
}
