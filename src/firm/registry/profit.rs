//! What of a year's profit goes to the statutory reserve (REG-17, 公司法210): losses first, then ten percent, until the
//! reserve, as it stood before, has reached half of the registered capital.

use crate::money::{Money, MoneyError};
use crate::policy::{PolicyError, PolicyOn};
use thiserror::Error;

/// Why an appropriation cannot be worked out.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProfitError {
    /// A figure of law is missing.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// An amount is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

/// What becomes of a year's profit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appropriation {
    /// What makes good earlier losses.
    pub covers_losses: Money,
    /// What must go to the statutory reserve.
    pub reserve: Money,
    /// What may be distributed, before any discretionary reserve.
    pub distributable: Money,
}

/// Works out the appropriation of `profit` after `losses` of earlier years (both at least nought).
pub fn appropriate(
    profit: Money,
    losses: Money,
    reserve_before: Money,
    capital: Money,
    on: &PolicyOn<'_>,
) -> Result<Appropriation, ProfitError> {
    let profit = profit.max(Money::ZERO);
    let covers_losses = profit.min(losses);
    let left = profit.checked_sub(covers_losses)?;
    let reached = reserve_before >= capital.at(on.rate("profit.reserve-stop")?)?;
    let reserve = if reached { Money::ZERO } else { left.at(on.rate("profit.reserve")?)? };
    Ok(Appropriation { covers_losses, reserve, distributable: left.checked_sub(reserve)? })
}
