//! A priced round: what the company is worth before and after the money, the new shares, the option pool.

use serde::{Deserialize, Serialize};

use super::cap_table::{CapTable, ShareClass};
use super::price::SharePrice;
use super::{EquityError, scaled, shares};
use crate::money::{Money, Rate};

/// When an option pool is made up to its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PoolTiming {
    /// The pool stays as it is.
    Unchanged,
    /// 池在投前: the pool has this share after the round, and those who held before bear it.
    BeforeMoney(Rate),
    /// 池在投后: the pool has this share after the round, and all bear it, the new investor too.
    AfterMoney(Rate),
}

/// A round as it is negotiated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceRound {
    /// What the company is held to be worth before the money.
    pub pre_money: Money,
    /// The money.
    pub invested: Money,
    /// Who invests.
    pub investor: String,
    /// The class of the new shares.
    pub class: ShareClass,
    /// The option pool.
    pub pool: PoolTiming,
}

/// What a round comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundOutcome {
    /// The worth after the money.
    pub post_money: Money,
    /// The price of a share.
    pub price: SharePrice,
    /// The investor's new shares.
    pub new_shares: u64,
    /// Shares added to the pool.
    pub pool_added: u64,
    /// What the shares before the round, an enlarged pool apart, are worth at the price (有效投前).
    pub effective_pre_money: Money,
    /// Everyone's shares after the round.
    pub table: CapTable,
}

/// The holder's name under which the pool stands in the table.
const POOL: &str = "期权池";

impl PriceRound {
    /// Works the round out over a cap table, which stays as it was; the outcome carries the new one (EQ-V01 to EQ-V03).
    pub fn close(&self, before: &CapTable) -> Result<RoundOutcome, EquityError> {
        if !self.pre_money.is_positive() || !self.invested.is_positive() {
            return Err(EquityError::Amount);
        }
        let old = u128::from(before.total());
        if old == 0 {
            return Err(EquityError::Shares);
        }
        let (new_shares, pool_added) = match self.pool {
            PoolTiming::Unchanged => (self.new_shares(old)?, 0),
            PoolTiming::BeforeMoney(share) => self.pool_before(before, share)?,
            PoolTiming::AfterMoney(share) => {
                let new_shares = self.new_shares(old)?;
                let others = old.saturating_sub(pool_of(before)).saturating_add(u128::from(new_shares));
                let pool = of_rest(others, ppm(share)?)?;
                (new_shares, shares(pool.saturating_sub(pool_of(before)))?)
            }
        };
        let mut table = before.clone();
        if pool_added > 0 {
            table.issue(POOL, ShareClass::Pool, pool_added)?;
        }
        table.issue(&self.investor, self.class, new_shares)?;
        let counted = match self.pool {
            PoolTiming::BeforeMoney(_) => old.saturating_add(u128::from(pool_added)),
            PoolTiming::Unchanged | PoolTiming::AfterMoney(_) => old,
        };
        let price = SharePrice::of(self.pre_money, shares(counted)?)?;
        Ok(RoundOutcome {
            post_money: self.pre_money.checked_add(self.invested)?,
            price,
            new_shares,
            pool_added,
            effective_pre_money: price.value(before.total())?,
            table,
        })
    }

    /// Money over price, where the price is the worth before the money over the old shares.
    fn new_shares(&self, old: u128) -> Result<u64, EquityError> {
        shares(scaled(fen(self.invested), old, fen(self.pre_money))?)
    }

    /// With the pool borne by those before: their shares are what neither the investor nor the pool has of the whole.
    fn pool_before(&self, before: &CapTable, share: Rate) -> Result<(u64, u64), EquityError> {
        let post = fen(self.pre_money.checked_add(self.invested)?);
        let whole = u128::from(Rate::ONE.ppm().unsigned_abs());
        let pool_ppm = ppm(share)?;
        // Of the whole, in units of 1 / (post × a million): investor, pool and the rest.
        let all = post.checked_mul(whole).ok_or(EquityError::Amount)?;
        let investor = fen(self.invested).checked_mul(whole).ok_or(EquityError::Amount)?;
        let pool = post.checked_mul(pool_ppm).ok_or(EquityError::Amount)?;
        let rest = all.checked_sub(investor).and_then(|left| left.checked_sub(pool)).filter(|rest| *rest > 0);
        let rest = rest.ok_or(EquityError::Share)?;
        let others = u128::from(before.total()).saturating_sub(pool_of(before));
        let common = common(common(investor, pool), rest);
        let cut = |part: u128| part.checked_div(common).ok_or(EquityError::Share);
        let wanted = scaled(others, cut(pool)?, cut(rest)?)?;
        let added = wanted.saturating_sub(pool_of(before));
        if wanted < pool_of(before) {
            // The pool is large enough as it is.
            return Ok((self.new_shares(u128::from(before.total()))?, 0));
        }
        Ok((shares(scaled(others, cut(investor)?, cut(rest)?)?)?, shares(added)?))
    }
}

/// What is left of a share after rounds that sell these shares of the company, one after another (EQ-V04).
pub fn after_dilution(start: Rate, sold: &[Rate]) -> Result<Rate, EquityError> {
    let whole = u128::from(Rate::ONE.ppm().unsigned_abs());
    // Kept at a millionth of a part until the end, so that a chain of rounds is rounded once.
    let mut left = ppm_or_all(start)?.saturating_mul(whole);
    for share in sold {
        left = scaled(left, whole.saturating_sub(ppm(*share)?), whole)?;
    }
    let rounded = scaled(left, 1, whole)?;
    i64::try_from(rounded).ok().and_then(Rate::try_from_ppm).ok_or(EquityError::Share)
}

/// The venture capital method: worth after the money for an exit and a multiple aimed at, and the share an investment
/// buys at that (EQ-V06).
pub fn venture_valuation(exit: Money, multiple: u32, invested: Money) -> Result<(Money, Rate), EquityError> {
    let post = exit.checked_div_int(i64::from(multiple))?;
    if !post.is_positive() || !invested.is_positive() || invested > post {
        return Err(EquityError::Amount);
    }
    let share = scaled(fen(invested), u128::from(Rate::ONE.ppm().unsigned_abs()), fen(post))?;
    let share = i64::try_from(share).ok().and_then(Rate::try_from_ppm).ok_or(EquityError::Share)?;
    Ok((post, share))
}

fn fen(money: Money) -> u128 {
    u128::try_from(money.fen()).unwrap_or(0)
}

fn pool_of(table: &CapTable) -> u128 {
    u128::from(table.of_class(ShareClass::Pool))
}

/// A share from nought to below the whole.
fn ppm(share: Rate) -> Result<u128, EquityError> {
    if share >= Rate::ONE { Err(EquityError::Share) } else { ppm_or_all(share) }
}

fn ppm_or_all(share: Rate) -> Result<u128, EquityError> {
    u128::try_from(share.ppm()).ok().filter(|_| share <= Rate::ONE).ok_or(EquityError::Share)
}

/// What has `share_ppm` of the whole when the others together are `others`.
fn of_rest(others: u128, share_ppm: u128) -> Result<u128, EquityError> {
    let whole = u128::from(Rate::ONE.ppm().unsigned_abs());
    scaled(others, share_ppm, whole.saturating_sub(share_ppm))
}

fn common(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a.checked_rem(b).unwrap_or(0));
    }
    a.max(1)
}
