//! The company's books as rows, for the debrief: ledger, trial balance, the three statements, and month by month what was in
//! the bank and what was earned.

use crate::firm::export::{Cell, Table, statement, trial_balance, vouchers};
use crate::firm::{Firm, Period};
use crate::money::Money;

/// Row 1 of the balance sheet, 货币资金 (facts §2.2).
const CASH: u8 = 1;
/// Row 32 of the income statement, 净利润 (facts §2.2).
const PROFIT: u8 = 32;
/// No company here lives longer, in months.
const MONTHS_MAX: usize = 600;

/// A month of the company's life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthEnd {
    /// The month, as `2026-03`.
    pub month: String,
    /// Money in hand and in the bank at its end; today's for the month that still runs.
    pub cash: Money,
    /// What it earned or lost, after tax.
    pub profit: Money,
}

/// The months from the first voucher to today. A month whose statements cannot be worked out is left out.
pub fn months(firm: &Firm) -> Vec<MonthEnd> {
    let month = |period: Period| {
        let statements = firm.statements(period).ok()?;
        let ([cash, _], [_, profit]) = (statements.balance_sheet.amounts(CASH), statements.income.amounts(PROFIT));
        Some(MonthEnd { month: period.to_string(), cash, profit })
    };
    periods(firm).filter_map(month).collect()
}

/// All tables: the ledger, the trial balance, the statements of the present month, the months.
pub fn tables(firm: &Firm) -> Vec<Table> {
    let ledger = firm.ledger();
    let mut tables = vec![vouchers(ledger), trial_balance(ledger)];
    if let Ok(statements) = firm.statements(Period::of(firm.today())) {
        tables.extend([&statements.balance_sheet, &statements.income, &statements.cash_flow].map(statement));
    }
    let mut by_month = Table::new("逐月", &["月份", "货币资金", "净利润"]);
    let row = |month: MonthEnd| vec![Cell::Text(month.month), Cell::Money(month.cash), Cell::Money(month.profit)];
    by_month.rows = months(firm).into_iter().map(row).collect();
    tables.push(by_month);
    tables
}

fn periods(firm: &Firm) -> impl Iterator<Item = Period> {
    let last = Period::of(firm.today());
    let first = firm.ledger().vouchers().first().map(|voucher| Period::of(voucher.date));
    let following = |period: &Period| period.plus_months(1).ok();
    std::iter::successors(first, following).take_while(move |period| *period <= last).take(MONTHS_MAX)
}
