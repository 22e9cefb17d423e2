//! What becomes of the year's profit: to 未分配利润, the statutory reserve, the owners; and what a reserve may be used for.

use super::super::accounts::{self, AccountCode, CHART};
use super::super::ledger::{Ledger, Period, Unposted, VoucherKind, VoucherLine};
use super::super::registry::profit::appropriate;
use super::{ClosingError, empty};
use crate::calendar::Date;
use crate::money::Money;
use crate::policy::PolicyOn;

/// What a year's end did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearEnd {
    /// The year's net profit; a loss is below nought.
    pub profit: Money,
    /// What made good earlier losses.
    pub covers_losses: Money,
    /// What went to the statutory reserve.
    pub reserve: Money,
    /// What was declared to the owners.
    pub dividend: Money,
    /// 未分配利润 afterwards; an accumulated loss is below nought.
    pub retained: Money,
}

pub(super) fn end_year(
    ledger: &mut Ledger,
    period: Period,
    registered_capital: Money,
    dividend: Money,
    on: &PolicyOn<'_>,
) -> Result<YearEnd, ClosingError> {
    let day = period.last_day();
    let profit = ledger.total(accounts::YEAR_PROFIT).checked_neg()?;
    let losses = ledger.total(accounts::APPROPRIATION).max(Money::ZERO);
    let reserve_before = statutory_reserve(ledger)?;
    let shares = appropriate(profit, losses, reserve_before, registered_capital, on)?;
    ledger.attempt(|ledger| {
        if !profit.is_zero() {
            let from = empty(accounts::YEAR_PROFIT, profit.checked_neg()?)?;
            write(ledger, day, "结转本年利润", &[from, empty(accounts::RETAINED, profit)?])?;
        }
        if shares.reserve.is_positive() {
            let to = VoucherLine::credit(accounts::STATUTORY_RESERVE, shares.reserve);
            let from = VoucherLine::debit(accounts::TO_STATUTORY_RESERVE, shares.reserve);
            write(ledger, day, "提取法定盈余公积", &[from, to])?;
        }
        let available = ledger.owed(accounts::APPROPRIATION);
        if dividend.is_negative() || dividend > available {
            return Err(ClosingError::BeyondProfit { declared: dividend, available });
        }
        if dividend.is_positive() {
            let to = VoucherLine::credit(accounts::PROFIT_PAYABLE, dividend);
            write(ledger, day, "宣告分配利润", &[VoucherLine::debit(accounts::TO_OWNERS, dividend), to])?;
        }
        settle(ledger, day)?;
        let retained = ledger.total(accounts::APPROPRIATION).checked_neg()?;
        Ok(YearEnd { profit, covers_losses: shares.covers_losses, reserve: shares.reserve, dividend, retained })
    })
}

fn write(ledger: &mut Ledger, day: Date, summary: &str, lines: &[VoucherLine]) -> Result<(), Unposted> {
    ledger.post_closing(VoucherKind::YearEnd, day, summary, lines).map(|_| ())
}

/// 结平: everything in 利润分配 moves to 未分配利润 (#54).
fn settle(ledger: &mut Ledger, day: Date) -> Result<(), ClosingError> {
    let parts = CHART.iter().map(|account| account.code).filter(|code| {
        code.is_within(accounts::APPROPRIATION) && *code != accounts::RETAINED && !ledger.balance(*code).is_zero()
    });
    let parts: Vec<AccountCode> = parts.collect();
    let sum = Money::total(parts.iter().map(|code| ledger.balance(*code)))?;
    let mut lines = Vec::new();
    if !sum.is_zero() {
        lines.push(empty(accounts::RETAINED, sum.checked_neg()?)?);
    }
    for code in parts {
        lines.push(empty(code, ledger.balance(code))?);
    }
    if !lines.is_empty() {
        write(ledger, day, "结平利润分配明细", &lines)?;
    }
    Ok(())
}

/// The statutory reserve: 盈余公积 without what was set aside freely.
fn statutory_reserve(ledger: &Ledger) -> Result<Money, ClosingError> {
    let free = AccountCode::new(310_102).map_or(Money::ZERO, |free| ledger.balance(free));
    Ok(free.checked_sub(ledger.total(accounts::RESERVES))?)
}

/// Makes good losses out of the statutory reserve (#53): 借 盈余公积 / 贷 利润分配—盈余公积补亏, no more than there is of either.
pub fn cover_losses(ledger: &mut Ledger, day: Date, amount: Money) -> Result<(), ClosingError> {
    let losses = ledger.total(accounts::APPROPRIATION).max(Money::ZERO);
    let available = losses.min(statutory_reserve(ledger)?);
    if amount > available {
        return Err(ClosingError::BeyondProfit { declared: amount, available });
    }
    let to = VoucherLine::credit(accounts::LOSSES_COVERED, amount);
    ledger.post(day, "盈余公积补亏", [VoucherLine::debit(accounts::STATUTORY_RESERVE, amount), to])?;
    Ok(())
}

/// Turns statutory reserve into capital (#53, 公司法214): what is left must reach a quarter of the capital before.
pub fn capitalise_reserve(
    ledger: &mut Ledger,
    day: Date,
    amount: Money,
    registered_capital: Money,
    on: &PolicyOn<'_>,
) -> Result<(), ClosingError> {
    let least = registered_capital.at(on.rate("reserve.kept")?)?;
    let left = statutory_reserve(ledger)?.checked_sub(amount)?;
    if left < least {
        return Err(ClosingError::ReserveTooLow { left, least });
    }
    let to = VoucherLine::credit(accounts::PAID_IN_CAPITAL, amount);
    ledger.post(day, "盈余公积转增资本", [VoucherLine::debit(accounts::STATUTORY_RESERVE, amount), to])?;
    Ok(())
}
