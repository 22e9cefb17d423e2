//! What a company that borrows writes in its books (facts §2.4 #29 to #32). A person's loan is not the company's and is not
//! booked; what a founder lends on is money owed to a shareholder.

use super::loan::{LoanTerms, Repayment};
use crate::firm::VoucherLine;
use crate::firm::accounts::{self, AccountCode};
use crate::money::{Money, MoneyError};

/// Months up to which a loan is a short one.
const SHORT_MONTHS: u32 = 12;

/// The account of a loan: 短期借款 up to a year, 长期借款 beyond.
pub const fn account(terms: &LoanTerms) -> AccountCode {
    if terms.months <= SHORT_MONTHS { accounts::SHORT_LOANS } else { accounts::LONG_LOANS }
}

/// The loan comes in (#29).
pub fn drawn(terms: &LoanTerms) -> Vec<VoucherLine> {
    pair(accounts::BANK, account(terms), terms.principal)
}

/// Interest falls due on its day (#30); nothing if there is none.
pub fn interest_due(interest: Money) -> Vec<VoucherLine> {
    pair(accounts::INTEREST_EXPENSE, accounts::INTEREST_PAYABLE, interest)
}

/// An instalment is paid whose interest was booked when it fell due; overdue interest is an expense at once (#31).
pub fn instalment_paid(terms: &LoanTerms, paid: &Repayment) -> Result<Vec<VoucherLine>, MoneyError> {
    payment(terms, paid, accounts::INTEREST_PAYABLE)
}

/// Principal is repaid before its time with interest until then, which was not booked before.
pub fn repaid_early(terms: &LoanTerms, paid: &Repayment) -> Result<Vec<VoucherLine>, MoneyError> {
    payment(terms, paid, accounts::INTEREST_EXPENSE)
}

/// The treasury's subsidy comes to the company for interest that has accrued (#32, 准则69): other income, never less
/// interest expense.
pub fn subsidy_received(amount: Money) -> Vec<VoucherLine> {
    pair(accounts::BANK, accounts::GRANTS, amount)
}

/// A subsidy is returned after misuse.
pub fn subsidy_returned(amount: Money) -> Vec<VoucherLine> {
    pair(accounts::FINES, accounts::BANK, amount)
}

fn payment(terms: &LoanTerms, paid: &Repayment, interest: AccountCode) -> Result<Vec<VoucherLine>, MoneyError> {
    let debits =
        [(account(terms), paid.principal), (interest, paid.interest), (accounts::INTEREST_EXPENSE, paid.penalty)];
    let mut lines: Vec<VoucherLine> = debits
        .into_iter()
        .filter(|(_, amount)| amount.is_positive())
        .map(|(account, amount)| VoucherLine::debit(account, amount))
        .collect();
    let total = paid.total()?;
    if total.is_positive() {
        lines.push(VoucherLine::credit(accounts::BANK, total));
    }
    Ok(lines)
}

/// A debit and a credit of one amount; no lines for nothing.
fn pair(debit: AccountCode, credit: AccountCode, amount: Money) -> Vec<VoucherLine> {
    if amount.is_positive() {
        vec![VoucherLine::debit(debit, amount), VoucherLine::credit(credit, amount)]
    } else {
        Vec::new()
    }
}
