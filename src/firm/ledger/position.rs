//! The books as they stood at the end of a day.

use std::borrow::Cow;

use super::super::accounts::{ACCOUNTS, AccountCode};
use super::Ledger;
use super::sub::{Holding, SubKey, SubLedgers};
use super::voucher::Detail;
use crate::calendar::Date;
use crate::money::{Money, MoneyError};

/// Balances and sub-ledgers at the end of a day.
#[derive(Clone, Debug)]
pub struct Position<'a> {
    balances: Cow<'a, [Money]>,
    subs: Cow<'a, SubLedgers>,
}

impl Ledger {
    /// The books at the end of a day: those that run along if nothing was posted later; else these with what came later taken
    /// back, or added up anew, whichever is shorter.
    pub fn position(&self, day: Date) -> Result<Position<'_>, MoneyError> {
        if self.heads.last().is_none_or(|last| last.date <= day) {
            return Ok(Position { balances: Cow::Borrowed(&self.balances), subs: Cow::Borrowed(&self.subs) });
        }
        let earlier = self.vouchers_dated(Date::MIN..=day).lines();
        let later = self.lines.get(earlier.len()..).unwrap_or(&[]);
        let back = later.len() < earlier.len();
        let (mut balances, mut subs, lines) = if back {
            (self.balances.clone(), self.subs.clone(), later)
        } else {
            (vec![Money::ZERO; ACCOUNTS], SubLedgers::default(), earlier)
        };
        for line in lines {
            if let Some(balance) = balances.get_mut(line.account.index()) {
                let signed = line.signed();
                *balance = if back { balance.checked_sub(signed)? } else { balance.checked_add(signed)? };
            }
            if line.detail != Detail::None {
                subs.apply(line, back)?;
            }
        }
        Ok(Position { balances: Cow::Owned(balances), subs: Cow::Owned(subs) })
    }
}

impl Position<'_> {
    /// The debit balance of an account with all its sub-accounts.
    pub fn total(&self, account: AccountCode) -> Result<Money, MoneyError> {
        Money::total(self.balances.get(account.tree()).unwrap_or(&[]).iter().copied())
    }

    /// The debit balances and the credit balances of an account's parties, apart, both at least nought. What named no party
    /// counts as one party.
    pub fn apart(&self, account: AccountCode) -> Result<(Money, Money), MoneyError> {
        let own = self.balances.get(account.index()).copied().unwrap_or(Money::ZERO);
        let (mut debits, mut credits, mut named) = (Money::ZERO, Money::ZERO, Money::ZERO);
        let mut count = |balance: Money| -> Result<(), MoneyError> {
            if balance.is_negative() {
                credits = credits.checked_sub(balance)?;
            } else {
                debits = debits.checked_add(balance)?;
            }
            Ok(())
        };
        for (_, Holding { balance, .. }) in self.pages(account) {
            count(balance)?;
            named = named.checked_add(balance)?;
        }
        count(own.checked_sub(named)?)?;
        Ok((debits, credits))
    }

    /// The pages of an account's sub-ledger.
    pub fn pages(&self, account: AccountCode) -> impl Iterator<Item = (SubKey, Holding)> {
        self.subs.of(account)
    }
}
