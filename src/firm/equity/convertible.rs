//! Convertibles: money now for shares at the next round. SAFEs with a cap before or after the money, a discount, and
//! convertible notes with interest.

use serde::{Deserialize, Serialize};

use super::price::SharePrice;
use super::{EquityError, scaled, shares};
use crate::firm::loans::daily_interest;
use crate::money::{Money, Rate};

/// The most convertibles that convert together here.
const CONVERTIBLES_MAX: usize = 64;

/// A valuation cap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cap {
    /// No cap.
    None,
    /// 投前估值上限: over the shares before any convertible.
    BeforeMoney(Money),
    /// 投后估值上限: over the shares with all convertibles in, so that the money buys money / cap of them.
    AfterMoney(Money),
}

/// A convertible investment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Convertible {
    /// Who invested.
    pub holder: String,
    /// What converts: the money, with a note's interest.
    pub amount: Money,
    /// The valuation cap.
    pub cap: Cap,
    /// The discount on the round's price.
    pub discount: Rate,
}

/// What a convertible becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// Who holds the shares.
    pub holder: String,
    /// How many.
    pub shares: u64,
    /// Whether the cap gave more than the discount.
    pub by_cap: bool,
}

impl Convertible {
    /// A convertible note on the day it converts: the principal and simple interest for the days, over `day_basis`.
    pub fn note(
        holder: &str,
        principal: Money,
        annual: Rate,
        (days, day_basis): (u32, u32),
        (cap, discount): (Cap, Rate),
    ) -> Result<Convertible, EquityError> {
        let amount = principal.checked_add(daily_interest(principal, annual, days, day_basis)?)?;
        Ok(Convertible { holder: holder.to_owned(), amount, cap, discount })
    }

    /// The share of the company that a cap after the money promises, four decimals (EQ-V05); `None` without such a cap.
    pub fn promised(&self) -> Result<Option<Rate>, EquityError> {
        let Cap::AfterMoney(cap) = self.cap else { return Ok(None) };
        let share = scaled(fen(self.amount)?, u128::from(Rate::ONE.ppm().unsigned_abs()), fen(cap)?)?;
        let share = i64::try_from(share).ok().and_then(Rate::try_from_ppm).filter(|share| *share < Rate::ONE);
        share.map(Some).ok_or(EquityError::Share)
    }
}

/// Converts all convertibles before a round's new shares: each at its cap or at the discounted price of the round,
/// whichever gives more shares (half-up). `before` is the shares without any of them. What a discount gives counts
/// among the shares that caps after the money are measured over, so that those are settled last.
pub fn convert(
    convertibles: &[Convertible],
    before: u64,
    round_price: SharePrice,
) -> Result<Vec<Conversion>, EquityError> {
    if convertibles.len() > CONVERTIBLES_MAX || before == 0 {
        return Err(EquityError::Shares);
    }
    // Start with every cap binding; whoever does better by discount leaves, until nobody does. Each pass moves at least
    // one or ends, and moving one only enlarges what the caps of the others are measured over.
    let mut by_discount = vec![false; convertibles.len()];
    loop {
        let result = settle(convertibles, &by_discount, before, round_price)?;
        let mut moved = false;
        for ((one, conversion), flag) in convertibles.iter().zip(&result).zip(by_discount.iter_mut()) {
            if !*flag && discount_shares(one, round_price)? > conversion.shares {
                *flag = true;
                moved = true;
            }
        }
        if !moved {
            return Ok(result);
        }
    }
}

fn settle(
    convertibles: &[Convertible],
    by_discount: &[bool],
    before: u64,
    round_price: SharePrice,
) -> Result<Vec<Conversion>, EquityError> {
    let fixed = |one: &Convertible, discounted: bool| -> Result<Option<u64>, EquityError> {
        match (discounted, one.cap) {
            (true, _) | (false, Cap::None) => discount_shares(one, round_price).map(Some),
            (false, Cap::BeforeMoney(cap)) => {
                shares(scaled(fen(one.amount)?, u128::from(before), fen(cap)?)?).map(Some)
            }
            (false, Cap::AfterMoney(_)) => Ok(None),
        }
    };
    let mut base = u128::from(before);
    let mut promised: u128 = 0;
    for (one, discounted) in convertibles.iter().zip(by_discount) {
        match fixed(one, *discounted)? {
            Some(number) => base = base.saturating_add(u128::from(number)),
            None => promised = promised.saturating_add(promise_of(one)?),
        }
    }
    let left = QUINTILLION.checked_sub(promised).filter(|left| *left > 0).ok_or(EquityError::Share)?;
    let mut conversions = Vec::new();
    for (one, discounted) in convertibles.iter().zip(by_discount) {
        let number = match fixed(one, *discounted)? {
            Some(number) => number,
            None => shares(scaled(base, promise_of(one)?, left)?)?,
        };
        let by_cap = !discounted && one.cap != Cap::None;
        conversions.push(Conversion { holder: one.holder.clone(), shares: number, by_cap });
    }
    Ok(conversions)
}

/// Promised shares are added up in quintillionths, finer than any whole share of a company.
const QUINTILLION: u128 = 1_000_000_000_000_000_000;

fn promise_of(one: &Convertible) -> Result<u128, EquityError> {
    match one.cap {
        Cap::AfterMoney(cap) => scaled(fen(one.amount)?, QUINTILLION, fen(cap)?),
        Cap::None | Cap::BeforeMoney(_) => Ok(0),
    }
}

fn discount_shares(one: &Convertible, round_price: SharePrice) -> Result<u64, EquityError> {
    round_price.discounted(one.discount)?.buys(one.amount)
}

fn fen(money: Money) -> Result<u128, EquityError> {
    u128::try_from(money.fen()).ok().filter(|fen| *fen > 0).ok_or(EquityError::Amount)
}
