//! Interest for a month and for days.

use crate::money::{Money, MoneyError, Rate};

/// A month's interest: a twelfth of the yearly rate, half-up to the fen, the default here (facts §5.2).
pub fn monthly_interest(principal: Money, annual: Rate) -> Result<Money, MoneyError> {
    // ppm over twelve is not whole in general, so that the amount is taken of the exact fraction, not of a rounded rate.
    fraction(principal, annual, 1, 12)
}

/// Interest for days: principal × yearly rate × days / `day_basis` (the banks' 360, facts §0.2), half-up to the fen.
pub fn daily_interest(principal: Money, annual: Rate, days: u32, day_basis: u32) -> Result<Money, MoneyError> {
    fraction(principal, annual, days, day_basis)
}

/// `principal * annual * numerator / denominator`, rounded once.
fn fraction(principal: Money, annual: Rate, numerator: u32, denominator: u32) -> Result<Money, MoneyError> {
    if denominator == 0 {
        return Err(MoneyError::BadDivisor);
    }
    let exact = i128::from(principal.fen())
        .checked_mul(i128::from(annual.ppm()))
        .and_then(|product| product.checked_mul(i128::from(numerator)))
        .ok_or(MoneyError::OutOfRange)?;
    let by = u128::from(denominator).saturating_mul(u128::from(Rate::ONE.ppm().unsigned_abs()));
    let magnitude = exact.unsigned_abs();
    let floor = magnitude.checked_div(by).ok_or(MoneyError::BadDivisor)?;
    let rest = magnitude.checked_rem(by).ok_or(MoneyError::BadDivisor)?;
    let up = u128::from(rest >= by.saturating_sub(rest));
    let fen = i64::try_from(floor.saturating_add(up)).map_err(|_| MoneyError::OutOfRange)?;
    Money::try_from_fen(if exact < 0 { fen.saturating_neg() } else { fen })
}
