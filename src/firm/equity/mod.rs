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
mod exit;
mod liquidation;
mod news;
mod price;
mod round;
mod terms;
mod transfer;
mod vesting;

use thiserror::Error;

pub use anti_dilution::{AntiDilution, DownRound, Repriced, reprice};
pub use cap_table::{CapTable, Holding, ShareClass};
pub use convertible::{Cap, Conversion, Convertible, convert, promised};
pub use exit::distribute;
pub use liquidation::{Claim, Participation, Payout, Preference, payout, waterfall};
pub use news::EquityNews;
pub use price::SharePrice;
pub use round::{PoolTiming, PriceRound, RoundOutcome, after_dilution, venture_valuation};
pub use terms::{Adjustment, Board, Covenants, OptionGrant, Preferred, Terms, TransferNotice};
pub use transfer::{TransferTax, offering_is_public, transfer_tax};
pub use vesting::Vesting;

use crate::calendar::{Date, DateError};
use crate::money::{Money, MoneyError, Rate};
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
    /// The pool has fewer shares that nobody was promised.
    #[error("the pool has {free} free shares, fewer than {asked}")]
    PoolTooSmall {
        /// How many are free.
        free: u64,
        /// How many were asked for.
        asked: u64,
    },
    /// Nobody of this name holds an option.
    #[error("`{0}` holds no option")]
    NoOption(String),
    /// Fewer shares are earned and not taken.
    #[error("{open} shares are earned and not taken, fewer than {asked}")]
    NotVested {
        /// How many may be taken.
        open: u64,
        /// How many were asked for.
        asked: u64,
    },
    /// Two or more directors that are no board.
    #[error("{seats} directors are no board: one, or {least} at least")]
    Board {
        /// How many there would be.
        seats: u64,
        /// The least size of a board.
        least: u64,
    },
    /// Investors were promised more seats.
    #[error("investors were promised {promised} seats, not {seated}")]
    SeatsPromised {
        /// How many they were promised.
        promised: u64,
        /// How many they would have.
        seated: u64,
    },
    /// Shares of one round and holder on two different terms.
    #[error("the holder's shares of this round have other terms")]
    OtherTerms,
    /// 资本公积 is too low for the registered capital of the shares that protection gives.
    #[error("{needed} of capital surplus are needed, {there} are there")]
    SurplusTooLow {
        /// How much is needed.
        needed: Money,
        /// How much there is.
        there: Money,
    },
    /// A transfer to an outsider that the other shareholders were not told of.
    #[error("the other shareholders were not told of the transfer")]
    NoNotice,
    /// The other shareholders may still answer.
    #[error("the other shareholders may answer until {until}")]
    NoticeRuns {
        /// The last day to answer.
        until: Date,
    },
    /// The company is to pay a shareholder back without reducing its capital.
    #[error("the company may not pay a shareholder back without reducing its capital")]
    CompanyPaysBack,
    /// Nobody promised this investor to make anything good.
    #[error("nobody owes `{0}` an adjustment")]
    NoAdjustment(String),
    /// A figure of law is missing.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// A sum is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A date is out of bounds.
    #[error(transparent)]
    Date(#[from] DateError),
}

/// `part * times / whole`, half-up; everything at least nought, `whole` above.
fn scaled(part: u128, times: u128, whole: u128) -> Result<u128, EquityError> {
    let exact = part.checked_mul(times).ok_or(EquityError::Shares)?;
    let floor = exact.checked_div(whole).ok_or(EquityError::Shares)?;
    let rest = exact.checked_rem(whole).ok_or(EquityError::Shares)?;
    floor.checked_add(u128::from(rest >= whole.saturating_sub(rest))).ok_or(EquityError::Shares)
}

/// So many shares of all as a percentage with four decimals, half-up.
pub fn part(shares: u64, of: u64) -> Result<Rate, EquityError> {
    let ppm = scaled(u128::from(shares), u128::from(Rate::ONE.ppm().unsigned_abs()), u128::from(of))?;
    i64::try_from(ppm).ok().and_then(Rate::try_from_ppm).ok_or(EquityError::Share)
}

/// A number of shares within the limit.
fn shares(number: u128) -> Result<u64, EquityError> {
    u64::try_from(number).ok().filter(|number| *number <= CapTable::SHARES_MAX).ok_or(EquityError::Shares)
}
