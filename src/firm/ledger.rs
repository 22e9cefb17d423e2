//! The ledger: vouchers that balance, numbered without gaps in each month, and the balances that follow from them.
//! Vouchers are only ever added; a mistake is corrected by another voucher.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::accounts::{AccountCode, Side};
use crate::calendar::Date;
use crate::money::{Money, MoneyError};

/// A voucher (记账凭证).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voucher {
    /// Its number within the month, from 1.
    pub number: u32,
    /// Its day.
    pub date: Date,
    /// The summary (摘要).
    pub summary: String,
    /// Its lines, debits first.
    pub lines: Vec<VoucherLine>,
}

impl Voucher {
    /// Such as `2026-03 记-1`.
    pub fn label(&self) -> String {
        format!("{:04}-{:02} 记-{}", self.date.year(), self.date.month(), self.number)
    }
}

/// A line of a voucher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoucherLine {
    /// The account.
    pub account: AccountCode,
    /// The side.
    pub side: Side,
    /// The amount, above nought.
    pub amount: Money,
}

impl VoucherLine {
    /// A debit line.
    pub fn debit(account: AccountCode, amount: Money) -> Self {
        Self { account, side: Side::Debit, amount }
    }

    /// A credit line.
    pub fn credit(account: AccountCode, amount: Money) -> Self {
        Self { account, side: Side::Credit, amount }
    }
}

/// Why a voucher is not posted. The ledger stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unposted {
    /// Debits and credits differ.
    #[error("debits {debits} and credits {credits} differ")]
    Unbalanced {
        /// The sum of debits.
        debits: Money,
        /// The sum of credits.
        credits: Money,
    },
    /// Fewer than two lines.
    #[error("a voucher has two lines or more")]
    TooFewLines,
    /// A line's amount is nought or below.
    #[error("{0} is no amount for a line")]
    Amount(Money),
    /// The voucher is dated before the one last posted.
    #[error("dated {date}, before the last voucher of {last}")]
    DatedBack {
        /// The voucher's day.
        date: Date,
        /// The last voucher's day.
        last: Date,
    },
    /// A sum is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

/// The books of one company.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    vouchers: Vec<Voucher>,
    /// Debit balances; a credit balance is below nought.
    balances: BTreeMap<AccountCode, Money>,
}

impl Ledger {
    /// Posts a voucher and returns it.
    ///
    /// # Panics
    /// If the trial balance were not zero afterwards, which the checks before posting rule out.
    pub fn post(&mut self, date: Date, summary: &str, lines: Vec<VoucherLine>) -> Result<&Voucher, Unposted> {
        self.check(date, &lines)?;
        let mut balances = self.balances.clone();
        for line in &lines {
            let balance = balances.entry(line.account).or_insert(Money::ZERO);
            *balance = match line.side {
                Side::Debit => balance.checked_add(line.amount)?,
                Side::Credit => balance.checked_sub(line.amount)?,
            };
        }
        assert!(Money::total(balances.values().copied())?.is_zero(), "the trial balance is zero after each posting");
        self.balances = balances;
        let number = self.next_number(date);
        self.vouchers.push(Voucher { number, date, summary: summary.to_owned(), lines });
        self.vouchers.last().ok_or(Unposted::TooFewLines)
    }

    fn check(&self, date: Date, lines: &[VoucherLine]) -> Result<(), Unposted> {
        if lines.len() < 2 {
            return Err(Unposted::TooFewLines);
        }
        if let Some(line) = lines.iter().find(|line| !line.amount.is_positive()) {
            return Err(Unposted::Amount(line.amount));
        }
        if let Some(last) = self.vouchers.last().map(|voucher| voucher.date).filter(|last| date < *last) {
            return Err(Unposted::DatedBack { date, last });
        }
        let side = |side: Side| Money::total(lines.iter().filter(|line| line.side == side).map(|line| line.amount));
        let (debits, credits) = (side(Side::Debit)?, side(Side::Credit)?);
        if debits == credits { Ok(()) } else { Err(Unposted::Unbalanced { debits, credits }) }
    }

    fn next_number(&self, date: Date) -> u32 {
        let same_month =
            |voucher: &&Voucher| (voucher.date.year(), voucher.date.month()) == (date.year(), date.month());
        self.vouchers.iter().rev().find(same_month).map_or(1, |last| last.number.saturating_add(1))
    }

    /// Vouchers, oldest first.
    pub fn vouchers(&self) -> &[Voucher] {
        &self.vouchers
    }

    /// An account's own debit balance, without its sub-accounts; a credit balance is below nought.
    pub fn balance(&self, account: AccountCode) -> Money {
        self.balances.get(&account).copied().unwrap_or(Money::ZERO)
    }

    /// The trial balance: every account with a balance, by code. Its sum is zero.
    pub fn trial_balance(&self) -> impl Iterator<Item = (AccountCode, Money)> {
        self.balances.iter().map(|(code, balance)| (*code, *balance)).filter(|(_, balance)| !balance.is_zero())
    }
}
