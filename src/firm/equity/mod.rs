//! Equity: who owns how many shares, what a round of money changes, what convertibles become, who gets what at the exit
//! (facts §5.5).
//!
//! Shares are whole; prices are exact fractions; percentages keep four decimals and add up to a hundred. What the law
//! limits (how many shareholders) is the policy's. Nothing here posts;
//! [`booking`] gives the lines.

mod anti_dilution;
pub mod booking;
mod cap_table;
mod convertible;
mod liquidation;
mod price;
mod round;
mod transfer;
mod vesting;

use thiserror::Error;

pub use anti_dilution::{AntiDilution, DownRound, Repriced, reprice};
pub use cap_table::{CapTable, Holding, ShareClass};
pub use convertible::{Cap, Conversion, Convertible, convert};
pub use liquidation::{Participation, Payout, Preference, payout};
pub use price::SharePrice;
pub use round::{PoolTiming, PriceRound, RoundOutcome, after_dilution, venture_valuation};
pub use transfer::{TransferTax, offering_is_public, transfer_tax};
pub use vesting::Vesting;

use crate::money::MoneyError;
use crate::policy::PolicyError;

/// Why something about equity is refused or cannot be worked out.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EquityError {
    /// A number of shares is nought where some are needed, or more than [`CapTable::SHARES_MAX`].
    #[error("the number of shares is nought or too large")]
    Shares,
    /// An amount is nought or below where it must be above.
    #[error("an amount must be above nought")]
    Amount,
    /// A share of the company that is not between nought and the whole, or that leaves nothing for anyone else.
    #[error("a share of the company out of bounds")]
    Share,
    /// The cap table has no such holder.
    #[error("`{0}` holds no shares")]
    UnknownHolder(String),
    /// The holder has fewer shares of the class.
    #[error("`{holder}` holds {held} shares, fewer than {asked}")]
    TooFewShares {
        /// Who.
        holder: String,
        /// How many are held.
        held: u64,
        /// How many were asked for.
        asked: u64,
    },
    /// More shareholders than the legal form allows.
    #[error("{found} shareholders, at most {max} are allowed")]
    TooManyHolders {
        /// How many there would be.
        found: u64,
        /// How many there may be.
        max: u64,
    },
    /// A later round is not below the earlier price, so that nothing is repriced.
    #[error("the new price is not below the old")]
    NoDownRound,
    /// A vesting plan without months, or whose cliff comes after its end.
    #[error("a vesting plan needs months, and its cliff within them")]
    Vesting,
    /// A figure of law is missing.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// A sum is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

/// `part * times / whole`, half-up; everything at least nought, `whole` above.
fn scaled(part: u128, times: u128, whole: u128) -> Result<u128, EquityError> {
    let exact = part.checked_mul(times).ok_or(EquityError::Shares)?;
    let floor = exact.checked_div(whole).ok_or(EquityError::Shares)?;
    let rest = exact.checked_rem(whole).ok_or(EquityError::Shares)?;
    floor.checked_add(u128::from(rest >= whole.saturating_sub(rest))).ok_or(EquityError::Shares)
}

/// A number of shares within the limit.
fn shares(number: u128) -> Result<u64, EquityError> {
    u64::try_from(number).ok().filter(|number| *number <= CapTable::SHARES_MAX).ok_or(EquityError::Shares)
}
