//! The checks between the statements (facts §2.4 ⑧, assessment's monthly invariants): they look and report, and repair nothing.

use serde::Serialize;
use thiserror::Error;

use super::super::accounts::{AccountCode, Class, YEAR_PROFIT};
use super::super::ledger::{Ledger, Movements, Period, Voucher, VoucherKind, VoucherLine};
use super::Statements;
use crate::money::{Money, MoneyError};

/// A check that fails, with both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Untied {
    /// 表1行30 and 行53 differ.
    #[error("assets are {assets}, liabilities and equity {claims}")]
    BalanceSheet {
        /// 资产总计.
        assets: Money,
        /// 负债和所有者权益总计.
        claims: Money,
    },
    /// 表3行22 and 表1行1 differ.
    #[error("cash is {statement} by the cash-flow statement, {balance} by the balance sheet")]
    Cash {
        /// 期末现金余额.
        statement: Money,
        /// 货币资金.
        balance: Money,
    },
    /// 表2行32 and what came to 本年利润 differ.
    #[error("profit is {statement} by the income statement, {books} by the books")]
    Profit {
        /// 净利润, 本年累计.
        statement: Money,
        /// Moved to 本年利润, with what is still to be moved.
        books: Money,
    },
    /// The change in equity is not profit and what owners put in and took out.
    #[error("equity changed by {change}, but profit and owners make {explained}")]
    Equity {
        /// 所有者权益合计, the end less the start of the year.
        change: Money,
        /// Profit and the owners' moves.
        explained: Money,
    },
    /// The month's column does not lead from the cash before it to the cash after it.
    #[error("the month's cash ends at {month}, the year's at {year}")]
    Columns {
        /// 期末现金余额, 本月.
        month: Money,
        /// 期末现金余额, 本年累计.
        year: Money,
    },
}

/// Sums from the books that the statements are held against; counted another way than the statements count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Control {
    /// What came to 本年利润 this year, with what still stands in profit and loss.
    profit: Money,
    /// What owners put in less what they were given this year.
    owners: Money,
}

impl Control {
    pub(super) fn of(ledger: &Ledger, period: Period) -> Result<Control, MoneyError> {
        let year = ledger.vouchers_dated(period.first_day_of_year()..=period.last_day());
        let moved = Movements::of(year.iter().filter(|voucher| voucher.kind == VoucherKind::ProfitTransfer))?;
        let transferred = moved.net(YEAR_PROFIT)?.checked_neg()?;
        let open = year.lines().iter().filter(|line| line.account.is_profit_and_loss());
        let open = Money::total(open.map(VoucherLine::signed))?.checked_neg()?;
        let owners = year.iter().filter_map(owners_move).collect::<Result<Vec<_>, _>>()?;
        Ok(Control { profit: transferred.checked_add(open)?, owners: Money::total(owners)? })
    }
}

/// What a voucher does to equity directly; moving profit and loss to 本年利润 does nothing.
fn owners_move(voucher: Voucher<'_>) -> Option<Result<Money, MoneyError>> {
    if voucher.kind == VoucherKind::ProfitTransfer {
        return None;
    }
    let equity = voucher.lines.iter().filter(|line| AccountCode::class(line.account) == Class::Equity);
    Some(Money::total(equity.map(VoucherLine::signed)).and_then(Money::checked_neg))
}

pub(super) fn check(of: &Statements) -> Result<(), Untied> {
    let (assets, claims) = (of.balance_sheet.row(30), of.balance_sheet.row(53));
    if assets != claims {
        return Err(Untied::BalanceSheet { assets, claims });
    }
    let (statement, balance) = (of.cash_flow.row(22), of.balance_sheet.row(1));
    if statement != balance {
        return Err(Untied::Cash { statement, balance });
    }
    let [year, month] = of.cash_flow.amounts(22);
    if year != month {
        return Err(Untied::Columns { month, year });
    }
    let statement = of.income.row(32);
    if statement != of.control.profit {
        return Err(Untied::Profit { statement, books: of.control.profit });
    }
    let [end, start] = of.balance_sheet.amounts(52);
    let change = end.checked_sub(start).unwrap_or(Money::MAX);
    let explained = statement.checked_add(of.control.owners).unwrap_or(Money::MIN);
    if change != explained {
        return Err(Untied::Equity { change, explained });
    }
    Ok(())
}
