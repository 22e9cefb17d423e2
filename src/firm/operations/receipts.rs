//! Money that comes in and is neither a sale, nor capital, nor a loan, nor a tax: those have operations of their own, with
//! what the law attaches to them.

use super::Reported;
use crate::firm::accounts::{AccountCode, Class};
use crate::firm::{Firm, FirmNews, Refusal, VoucherLine, accounts};
use crate::money::Money;

/// Accounts that plain receipts are booked to: what debtors owed, what will be owed back or delivered, other income.
const RECEIPTS: [u32; 16] =
    [1122, 1123, 1131, 1132, 1221, 122_101, 122_102, 2203, 2241, 224_101, 2401, 5111, 5301, 530_101, 530_103, 560_302];

/// Whether plain receipts can be booked to an account.
pub fn takes_receipts(account: AccountCode) -> bool {
    RECEIPTS.contains(&account.number())
}

impl Firm {
    /// Money comes into the bank account: 借 银行存款 / 贷 `account`. Refused before founding, for an account whose money comes
    /// in by another operation, and for more than a debtor owes.
    pub fn receive(&mut self, purpose: &str, amount: Money, account: AccountCode) -> Reported {
        if self.registration.is_none() {
            return Err(Refusal::NotFounded);
        }
        if !takes_receipts(account) {
            return Err(Refusal::NoReceipts { account });
        }
        self.whole(|firm, events| {
            let is_claim = account.class() == Class::Asset;
            let owed = firm.ledger.balance(account);
            if is_claim && amount > owed {
                return Err(Refusal::BeyondOwed { amount, owed: owed.max(Money::ZERO) });
            }
            let lines = [VoucherLine::debit(accounts::BANK, amount), VoucherLine::credit(account, amount)];
            firm.post_lines(purpose, &lines, events)?;
            events.push(firm.event(FirmNews::Received { purpose: purpose.to_owned(), amount }));
            Ok(())
        })
    }
}
