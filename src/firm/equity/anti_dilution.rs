//! Anti-dilution: what an earlier investor's shares become when a later round is cheaper.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::EquityError;
use super::price::SharePrice;
use crate::money::Money;

/// The clause agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AntiDilution {
    /// None: nothing changes.
    None,
    /// 完全棘轮: the conversion price becomes the new price.
    FullRatchet,
    /// 广义加权: averaged over all shares there were.
    BroadBased,
    /// 狭义加权: averaged over the investor's own shares.
    NarrowBased,
}

/// A round at a price below an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DownRound {
    /// The protected investor's money.
    pub invested: Money,
    /// The protected investor's shares, one for one at the old price.
    pub protected: u64,
    /// All shares before the round, the protected ones included.
    pub all_before: u64,
    /// The money of the new round.
    pub new_money: Money,
    /// The shares of the new round.
    pub new_shares: u64,
}

/// What the protected investor has after the round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repriced {
    /// The new conversion price.
    pub price: SharePrice,
    /// The shares the investment converts into at that price.
    pub shares: u64,
}

/// Works out the conversion after a down round (facts §5.5): CP2 = CP1 × (A + B) / (A + C), where A is the shares counted
/// before, B what the new money would have bought at the old price, C what it bought. Shares are half-up.
pub fn reprice(clause: AntiDilution, round: &DownRound) -> Result<Repriced, EquityError> {
    let old = SharePrice::of(round.invested, round.protected)?;
    let new = SharePrice::of(round.new_money, round.new_shares)?;
    if round.protected > round.all_before {
        return Err(EquityError::Shares);
    }
    if new.compare(old) != Ordering::Less {
        return Err(EquityError::NoDownRound);
    }
    let price = match clause {
        AntiDilution::None => old,
        AntiDilution::FullRatchet => new,
        AntiDilution::BroadBased => weighted(old, round, round.all_before)?,
        AntiDilution::NarrowBased => weighted(old, round, round.protected)?,
    };
    Ok(Repriced { price, shares: price.buys(round.invested)? })
}

/// CP1 × (A + M/CP1) / (A + C) = (CP1·A + M) / (A + C), a fraction of whole numbers.
fn weighted(old: SharePrice, round: &DownRound, counted: u64) -> Result<SharePrice, EquityError> {
    let (fen, per) = old.parts();
    let counted = u128::from(counted);
    let money = u128::try_from(round.new_money.fen()).map_err(|_| EquityError::Amount)?;
    let above = fen.checked_mul(counted).and_then(|sum| sum.checked_add(money.checked_mul(per)?));
    let below = counted.checked_add(u128::from(round.new_shares)).and_then(|sum| sum.checked_mul(per));
    SharePrice::fraction(above.ok_or(EquityError::Amount)?, below.ok_or(EquityError::Shares)?)
}
