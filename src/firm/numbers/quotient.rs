//! Quotients of amounts: shares and margins as percentages with four decimals, ratios with four decimals.

use std::fmt;

use super::NumberError;
use crate::money::{Money, Rate};

/// A quotient in ten-thousandths: 3.6132 is 36,132.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quotient(i64);

impl Quotient {
    /// `part / whole` half-up to four decimals; `whole` is above nought.
    pub fn of(part: Money, whole: Money) -> Result<Quotient, NumberError> {
        Quotient::of_counts(part.fen(), whole.fen())
    }

    /// `part / whole` of plain counts, half-up to four decimals; `whole` is above nought.
    pub fn of_counts(part: i64, whole: i64) -> Result<Quotient, NumberError> {
        quotient(part, whole, 10_000).map(Quotient)
    }

    /// The quotient in ten-thousandths.
    pub const fn ten_thousandths(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Quotient {
    /// With four decimals: `3.6132`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let whole = magnitude.checked_div(10_000).unwrap_or(0);
        let rest = magnitude.checked_rem(10_000).unwrap_or(0);
        let sign = if self.0 < 0 { "-" } else { "" };
        f.pad(&format!("{sign}{whole}.{rest:04}"))
    }
}

/// `part` as a percentage of `whole` with four decimals (资产负债率 is debts over assets); `whole` is above nought.
pub fn share_of(part: Money, whole: Money) -> Result<Rate, NumberError> {
    let ppm = quotient(part.fen(), whole.fen(), Rate::ONE.ppm())?;
    Rate::try_from_ppm(ppm).ok_or(NumberError::OutOfRange)
}

/// 毛利率: what is left of revenue after a cost, as a percentage with four decimals (FIN-V13).
pub fn margin(revenue: Money, cost: Money) -> Result<Rate, NumberError> {
    share_of(revenue.checked_sub(cost)?, revenue)
}

/// `part * scale / whole`, half-up away from zero.
pub(super) fn quotient(part: i64, whole: i64, scale: i64) -> Result<i64, NumberError> {
    if whole <= 0 {
        return Err(NumberError::BadDivisor);
    }
    let exact = i128::from(part).unsigned_abs().checked_mul(i128::from(scale).unsigned_abs());
    let by = i128::from(whole).unsigned_abs();
    let floor = exact.and_then(|exact| exact.checked_div(by)).ok_or(NumberError::OutOfRange)?;
    let rest = exact.and_then(|exact| exact.checked_rem(by)).ok_or(NumberError::OutOfRange)?;
    let up = u128::from(rest >= by.saturating_sub(rest));
    let rounded = i64::try_from(floor.saturating_add(up)).map_err(|_| NumberError::OutOfRange)?;
    Ok(if part < 0 { rounded.saturating_neg() } else { rounded })
}
