//! The price of a share, an exact fraction of money over shares.

use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{EquityError, scaled, shares};
use crate::money::{Money, Rate};

/// So much money for so many shares; both above nought. Compared exactly, shown in yuan with four decimals.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct SharePrice {
    fen: u128,
    shares: u128,
}

impl SharePrice {
    /// The price at which `shares` are worth `money`.
    pub fn of(money: Money, shares: u64) -> Result<SharePrice, EquityError> {
        let fen = u128::try_from(money.fen()).map_err(|_| EquityError::Amount)?;
        SharePrice::fraction(fen, u128::from(shares))
    }

    /// A price as a fraction of fen over shares.
    pub(super) fn fraction(fen: u128, shares: u128) -> Result<SharePrice, EquityError> {
        if fen == 0 {
            return Err(EquityError::Amount);
        }
        if shares == 0 {
            return Err(EquityError::Shares);
        }
        let common = greatest_common(fen, shares);
        let by = |number: u128| number.checked_div(common).ok_or(EquityError::Shares);
        Ok(SharePrice { fen: by(fen)?, shares: by(shares)? })
    }

    /// The fen above and the shares below the line.
    pub(super) fn parts(self) -> (u128, u128) {
        (self.fen, self.shares)
    }

    /// The whole shares that an amount buys, half-up.
    pub fn buys(self, money: Money) -> Result<u64, EquityError> {
        let fen = u128::try_from(money.fen()).map_err(|_| EquityError::Amount)?;
        shares(scaled(fen, self.shares, self.fen)?)
    }

    /// What so many shares are worth, half-up to the fen.
    pub fn value(self, number: u64) -> Result<Money, EquityError> {
        let fen = scaled(self.fen, u128::from(number), self.shares)?;
        Ok(Money::try_from_fen(i64::try_from(fen).map_err(|_| EquityError::Amount)?)?)
    }

    /// The price less a discount, which lies between nought and the whole.
    pub fn discounted(self, discount: Rate) -> Result<SharePrice, EquityError> {
        if discount < Rate::ZERO || discount >= Rate::ONE {
            return Err(EquityError::Share);
        }
        let whole = u128::from(Rate::ONE.ppm().unsigned_abs());
        let left = whole.saturating_sub(u128::from(discount.ppm().unsigned_abs()));
        let fen = self.fen.checked_mul(left).ok_or(EquityError::Amount)?;
        SharePrice::fraction(fen, self.shares.checked_mul(whole).ok_or(EquityError::Shares)?)
    }

    /// The price in ten-thousandths of a yuan, half-up.
    pub fn ten_thousandths(self) -> u128 {
        scaled(self.fen, 100, self.shares).unwrap_or(u128::MAX)
    }

    /// Which price is higher, without rounding.
    pub fn compare(self, other: SharePrice) -> Ordering {
        let left = self.fen.checked_mul(other.shares);
        let right = other.fen.checked_mul(self.shares);
        match (left, right) {
            (Some(left), Some(right)) => left.cmp(&right),
            // Beyond 128 bits the prices differ by far more than their fourth decimal.
            _ => self.ten_thousandths().cmp(&other.ten_thousandths()),
        }
    }
}

impl PartialEq for SharePrice {
    fn eq(&self, other: &SharePrice) -> bool {
        self.compare(*other) == Ordering::Equal
    }
}

impl Eq for SharePrice {}

impl fmt::Display for SharePrice {
    /// In yuan with at least two and at most four decimals: `8.00`, `7.2222`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.ten_thousandths();
        let (yuan, rest) = (all.checked_div(10_000).unwrap_or(0), all.checked_rem(10_000).unwrap_or(0));
        let mut decimals = format!("{rest:04}");
        while decimals.len() > 2 && decimals.ends_with('0') {
            decimals.pop();
        }
        f.pad(&format!("{yuan}.{decimals}"))
    }
}

fn greatest_common(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a.checked_rem(b).unwrap_or(0));
    }
    a
}
