//! The ledger: vouchers that balance, numbered without gaps in each month, and the balances that follow from them.
//!
//! Vouchers are only ever added: a mistake is taken back by a voucher that names it, and nothing posts to a closed month.
//! After each posting the trial balance is zero; at each closing the running balances are held against the lines. What a
//! voucher should say is the departments' business, not the ledger's.

mod period;
mod position;
mod posting;
mod query;
mod stored;
mod sub;
mod unposted;
mod voucher;

pub use period::Period;
pub use position::Position;
pub use query::{Movements, average_cost};
pub use sub::{Holding, SubKey};
pub use unposted::Unposted;
pub use voucher::{
    AssetId, Detail, EmployeeId, ItemId, PartyId, Voucher, VoucherId, VoucherKind, VoucherLine, Vouchers,
};

use super::accounts::{ACCOUNTS, AccountCode};
use crate::money::Money;
use sub::SubLedgers;
use voucher::Head;

/// The books of one company.
///
/// ```
/// # use startup_metaverse::{calendar::Date, firm::{Ledger, VoucherLine, accounts}, money::Money};
/// let mut ledger = Ledger::default();
/// let (day, million) = (Date::new(2026, 1, 4)?, Money::from_fen(100_000_000));
/// let lines = [VoucherLine::debit(accounts::BANK, million), VoucherLine::credit(accounts::PAID_IN_CAPITAL, million)];
/// assert_eq!(ledger.post(day, "收到股东出资", lines)?.label(), "2026-01 记-1");
/// assert_eq!(ledger.balance(accounts::BANK), million);
/// assert!(ledger.trial_balance().map(|(_, balance)| balance.fen()).sum::<i64>() == 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    heads: Vec<Head>,
    lines: Vec<VoucherLine>,
    /// The summaries, one after the other.
    summaries: String,
    /// Debit balances by the accounts' places in the chart; a credit balance is below nought.
    balances: Vec<Money>,
    sides: Sides,
    subs: SubLedgers,
    /// The last month closed, and the balances at its end.
    closed: Option<Closed>,
}

/// The two sides of the trial balance, running: the sum of all debit balances and that of all credit balances, in fen and both at
/// least nought. They are equal after each posting and within the bounds of an amount, so that no sum of balances leaves them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sides {
    debits: i64,
    credits: i64,
}

/// What is known of the books at the end of the last closed month.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Closed {
    period: Period,
    /// How many lines there were.
    lines: u32,
    balances: Vec<Money>,
}

impl Default for Ledger {
    fn default() -> Self {
        Self { balances: vec![Money::ZERO; ACCOUNTS], ..Self::hollow() }
    }
}

impl Ledger {
    /// Holds the place of books that are elsewhere for a moment. It costs nothing and takes no vouchers.
    pub(super) fn hollow() -> Self {
        Self {
            heads: Vec::new(),
            lines: Vec::new(),
            summaries: String::new(),
            balances: Vec::new(),
            sides: Sides::default(),
            subs: SubLedgers::default(),
            closed: None,
        }
    }

    /// Empty books with room for so many vouchers and lines, for whoever knows how many will come.
    pub fn with_capacity(vouchers: usize, lines: usize) -> Self {
        Self { heads: Vec::with_capacity(vouchers), lines: Vec::with_capacity(lines), ..Self::default() }
    }

    /// An account's own debit balance, without its sub-accounts; a credit balance is below nought.
    pub fn balance(&self, account: AccountCode) -> Money {
        self.balances.get(account.index()).copied().unwrap_or(Money::ZERO)
    }

    /// The debit balance of an account with all its sub-accounts.
    pub fn total(&self, account: AccountCode) -> Money {
        let balances = self.balances.get(account.tree()).unwrap_or(&[]);
        // The sides of the trial balance are within bounds, so any sum of balances is.
        Money::total(balances.iter().copied()).unwrap_or(Money::MAX)
    }

    /// What an account with its sub-accounts owes: its credit balance, nought where the balance is a debit.
    pub fn owed(&self, account: AccountCode) -> Money {
        self.total(account).checked_neg().unwrap_or(Money::ZERO).max(Money::ZERO)
    }

    /// Balances by the accounts' places in the chart.
    pub fn balances(&self) -> &[Money] {
        &self.balances
    }

    /// The last month that is closed.
    pub fn closed_through(&self) -> Option<Period> {
        self.closed.as_ref().map(|closed| closed.period)
    }
}
