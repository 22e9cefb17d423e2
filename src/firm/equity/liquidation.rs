//! Who gets what when the company is sold: liquidation preferences.

use serde::{Deserialize, Serialize};

use super::{EquityError, scaled};
use crate::money::{Money, Rate};

/// Whether preferred shares share in what is left after their preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Participation {
    /// 非参与: the preference or the shares' part, whichever is more.
    None,
    /// 参与·不封顶: the preference, and the shares' part of the rest.
    Full,
    /// 参与·封顶: as before, but no more than so many times the money (`"300%"` is 3x), unless the shares' part is more.
    Capped(Rate),
}

/// An investor's preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preference {
    /// The money put in.
    pub invested: Money,
    /// How many times that comes first (`"100%"` is 1x).
    pub multiple: Rate,
    /// The investor's shares.
    pub shares: u64,
    /// All shares.
    pub of: u64,
    /// What of the rest.
    pub participation: Participation,
}

/// What an exit pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payout {
    /// To the investor.
    pub investor: Money,
    /// To everyone else.
    pub others: Money,
    /// Whether the investor did better to give up the preference and share as common.
    pub converted: bool,
}

/// Splits the proceeds of an exit (LIQ-*): the investor's part half-up to the fen, the rest to everyone else.
pub fn payout(exit: Money, preference: &Preference) -> Result<Payout, EquityError> {
    if exit.is_negative() || preference.invested.is_negative() || preference.multiple < Rate::ZERO {
        return Err(EquityError::Amount);
    }
    if preference.of == 0 || preference.shares > preference.of {
        return Err(EquityError::Shares);
    }
    let part_of = |amount: Money| -> Result<Money, EquityError> {
        let fen = u128::try_from(amount.fen()).map_err(|_| EquityError::Amount)?;
        let part = scaled(fen, u128::from(preference.shares), u128::from(preference.of))?;
        Ok(Money::try_from_fen(i64::try_from(part).map_err(|_| EquityError::Amount)?)?)
    };
    let first = exit.min(preference.invested.at(preference.multiple)?);
    let as_common = part_of(exit)?;
    let participating = first.checked_add(part_of(exit.checked_sub(first)?)?)?;
    let preferred = match preference.participation {
        Participation::None => first,
        Participation::Full => participating,
        // A cap below the preference itself would take it away; the preference comes first.
        Participation::Capped(times) => participating.min(preference.invested.at(times)?.max(first)),
    };
    let investor = preferred.max(as_common);
    Ok(Payout { investor, others: exit.checked_sub(investor)?, converted: as_common > preferred })
}
