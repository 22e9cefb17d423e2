//! What moves at a month's end: VAT to 未交增值税, profit and loss to 本年利润.

use super::super::accounts::{self, AccountCode, CHART, Class};
use super::super::ledger::{Ledger, Movements, Period, VoucherLine};
use super::empty;
use crate::money::{Money, MoneyError};

/// The lines that move a general taxpayer's VAT (#39). What 应交增值税 owes goes to 未交增值税. Where it has a debit balance, what
/// was paid for this very month and turned out too much goes there as a claim; the rest is input tax to carry forward.
pub(super) fn vat(ledger: &Ledger, period: Period) -> Result<Vec<VoucherLine>, MoneyError> {
    let owed = ledger.total(accounts::VAT).checked_neg()?;
    if owed.is_positive() {
        let to = VoucherLine::credit(accounts::VAT_UNPAID, owed);
        return Ok(vec![VoucherLine::debit(accounts::VAT_UNPAID_OUT, owed), to]);
    }
    let month = ledger.vouchers_dated(period.first_day()..=period.last_day());
    let moved = Movements::of(month.iter())?;
    let paid = moved.net(accounts::VAT_PAID)?.checked_add(moved.net(accounts::VAT_OVERPAID_OUT)?)?;
    let overpaid = paid.min(owed.checked_neg()?);
    if overpaid.is_positive() {
        let from = VoucherLine::credit(accounts::VAT_OVERPAID_OUT, overpaid);
        return Ok(vec![VoucherLine::debit(accounts::VAT_UNPAID, overpaid), from]);
    }
    Ok(Vec::new())
}

/// What stands in profit and loss, not yet moved: income less expenses.
pub(super) fn open_profit(ledger: &Ledger) -> Result<Money, MoneyError> {
    let open = CHART.iter().filter(|account| account.code.is_profit_and_loss());
    Money::total(open.map(|account| ledger.balance(account.code)))?.checked_neg()
}

/// The lines that empty income, and those that empty expenses.
pub(super) fn profit_and_loss(ledger: &Ledger) -> Result<(Vec<VoucherLine>, Vec<VoucherLine>), MoneyError> {
    // Income: 借 5001… / 贷 3103. Expenses: 借 3103 / 贷 5401….
    let mut income = emptied(ledger, Class::Income)?;
    let mut expenses = emptied(ledger, Class::Expense)?;
    if !income.is_empty() {
        income.extend(rest(&income)?);
    }
    if let Some(first) = rest(&expenses)? {
        expenses.insert(0, first);
    }
    Ok((income, expenses))
}

fn emptied(ledger: &Ledger, class: Class) -> Result<Vec<VoucherLine>, MoneyError> {
    let accounts = CHART.iter().map(|account| account.code).filter(|code| code.class() == class);
    let with_balance = accounts.filter(|code: &AccountCode| !ledger.balance(*code).is_zero());
    with_balance.map(|code| empty(code, ledger.balance(code))).collect()
}

/// The line of 本年利润 that balances the others, if they do not balance by themselves.
fn rest(lines: &[VoucherLine]) -> Result<Option<VoucherLine>, MoneyError> {
    let sum = Money::total(lines.iter().map(VoucherLine::signed))?;
    if sum.is_zero() { Ok(None) } else { empty(accounts::YEAR_PROFIT, sum).map(Some) }
}
