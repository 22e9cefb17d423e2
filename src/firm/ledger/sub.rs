//! Sub-ledgers: what each customer, supplier, employee, item and asset has in the accounts that name them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde::{Deserialize, Serialize};

use super::super::accounts::AccountCode;
use super::voucher::{AssetId, Detail, EmployeeId, ItemId, PartyId, VoucherLine};
use crate::money::{Money, MoneyError};

/// Whose or what page of a sub-ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SubKey {
    /// A customer, supplier, lender or shareholder.
    Party(PartyId),
    /// An employee.
    Employee(EmployeeId),
    /// An item of stock.
    Item(ItemId),
    /// An asset.
    Asset(AssetId),
}

/// What stands on a page of a sub-ledger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// The debit balance; a credit balance is below nought.
    pub balance: Money,
    /// The quantity, for items; whole units.
    pub quantity: i64,
}

impl Holding {
    /// Whether a stock could be so: neither quantity nor value below nought, and none without the other.
    pub(super) fn is_possible_stock(self) -> bool {
        self.quantity >= 0 && !self.balance.is_negative() && (self.quantity == 0) == self.balance.is_zero()
    }
}

impl Detail {
    /// The page it belongs to.
    pub const fn key(self) -> Option<SubKey> {
        match self {
            Detail::None => None,
            Detail::Party(party) => Some(SubKey::Party(party)),
            Detail::Employee(employee) => Some(SubKey::Employee(employee)),
            Detail::Item(item, _) => Some(SubKey::Item(item)),
            Detail::Asset(asset) => Some(SubKey::Asset(asset)),
        }
    }
}

/// All pages of all sub-ledgers, running.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SubLedgers {
    pages: BTreeMap<(AccountCode, SubKey), Holding>,
}

impl SubLedgers {
    /// Adds a line, or takes it back. A page that is empty again is thrown away, so that taking back leaves no trace.
    pub(super) fn apply(&mut self, line: &VoucherLine, back: bool) -> Result<(), MoneyError> {
        let Some(key) = line.detail.key() else { return Ok(()) };
        let amount = if back { line.signed().checked_neg()? } else { line.signed() };
        // A debit takes stock in; a line below nought turns that round.
        let in_or_out = |quantity: u32| {
            let quantity = i64::from(quantity);
            if amount.is_negative() { quantity.saturating_neg() } else { quantity }
        };
        let quantity = if let Detail::Item(_, quantity) = line.detail { in_or_out(quantity) } else { 0 };
        let plus = |old: Holding| -> Result<Holding, MoneyError> {
            Ok(Holding {
                balance: old.balance.checked_add(amount)?,
                quantity: old.quantity.checked_add(quantity).ok_or(MoneyError::OutOfRange)?,
            })
        };
        match self.pages.entry((line.account, key)) {
            Entry::Vacant(page) => {
                let new = plus(Holding::default())?;
                if new != Holding::default() {
                    page.insert(new);
                }
            }
            Entry::Occupied(mut page) => {
                let new = plus(*page.get())?;
                if new == Holding::default() {
                    page.remove();
                } else {
                    page.insert(new);
                }
            }
        }
        Ok(())
    }

    /// What stands on a page.
    pub(super) fn get(&self, account: AccountCode, key: SubKey) -> Holding {
        self.pages.get(&(account, key)).copied().unwrap_or_default()
    }

    /// The pages of an account, in the order of their keys.
    pub(super) fn of(&self, account: AccountCode) -> impl Iterator<Item = (SubKey, Holding)> {
        let first = SubKey::Party(PartyId(0));
        self.pages
            .range((account, first)..)
            .take_while(move |((code, _), _)| *code == account)
            .map(|((_, key), holding)| (*key, *holding))
    }

    /// All pages.
    pub(super) fn pages(&self) -> impl Iterator<Item = (AccountCode, SubKey, Holding)> {
        self.pages.iter().map(|((account, key), holding)| (*account, *key, *holding))
    }
}
