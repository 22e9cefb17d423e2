//! A business between its months.

use serde::{Deserialize, Serialize};

use super::luck::Luck;
use super::posting::{Entry, EntryKind, SLOTS, Sink, Slot};
use super::{MonthError, MonthReport, MonthRules, Plan};
use crate::calendar::Date;
use crate::firm::market::Market;
use crate::money::{Money, Rate};

/// Whether the business can pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Solvency {
    /// What fell due was paid, at the latest at the end of its month.
    Solvent,
    /// Dues remained unpaid at the end of a month. There is no way back.
    Insolvent {
        /// That day.
        since: Date,
    },
}

/// A trading business: its books, its stock and how it stands in the market.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Trade {
    pub(super) name: String,
    pub(super) seed: u64,
    pub(super) core: Core,
    /// Follows from the seed, the name and the month; kept only to save the finding of it.
    #[serde(skip)]
    pub(super) luck: Option<Luck>,
}

impl PartialEq for Trade {
    fn eq(&self, other: &Trade) -> bool {
        (&self.name, self.seed, &self.core) == (&other.name, other.seed, &other.core)
    }
}

impl Eq for Trade {}

/// All that a month changes; copied before it and put back only when it went well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Core {
    /// The first day of the month that runs next.
    pub(super) month: Date,
    /// Debit balances; credit balances are below nought.
    pub(super) balances: [i64; SLOTS],
    pub(super) stock: i64,
    pub(super) order: Option<Order>,
    pub(super) awareness: Rate,
    pub(super) rivals: u8,
    /// A part of a customer, in millionths, that the last day left over.
    pub(super) carry: i64,
    pub(super) quarter_sales: i64,
    pub(super) quarter_vat: i64,
    pub(super) due: Dues,
    pub(super) solvency: Solvency,
}

/// Goods on their way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Order {
    /// Days until they come, counted from the next morning.
    pub(super) days: u8,
    pub(super) units: i64,
}

/// What is to be paid or collected in the next month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Dues {
    pub(super) wages: i64,
    pub(super) late_rent: i64,
    /// VAT, city tax, the two education surcharges.
    pub(super) taxes: [i64; 4],
    pub(super) receivables: i64,
}

impl Trade {
    /// A business that opens on the first of a month with money of its owners. `name` and `seed` key its chance.
    pub fn open(
        name: &str,
        seed: u64,
        month: Date,
        capital: Money,
        awareness: Rate,
        rivals: u8,
        sink: &mut impl Sink,
    ) -> Result<Trade, MonthError> {
        let core = Core {
            month: month.first_of_month(),
            balances: [0; SLOTS],
            stock: 0,
            order: None,
            awareness: awareness.clamp(Rate::ZERO, Rate::ONE),
            rivals,
            carry: 0,
            quarter_sales: 0,
            quarter_vat: 0,
            due: Dues::default(),
            solvency: Solvency::Solvent,
        };
        let mut trade = Trade { name: name.to_owned(), seed, core, luck: None };
        trade.pay_in(capital, sink)?;
        Ok(trade)
    }

    /// The owners pay in more, on the first of the next month to run.
    pub fn pay_in(&mut self, amount: Money, sink: &mut impl Sink) -> Result<(), MonthError> {
        if !amount.is_positive() {
            return Err(MonthError::Amount(amount));
        }
        Money::try_from_fen(self.bank().fen().saturating_add(amount.fen()))?;
        let lines = [(Slot::Bank, amount.fen()), (Slot::Capital, amount.fen().saturating_neg())];
        let mut core = self.core;
        core.post(&lines)?;
        self.core = core;
        sink.take(Entry { month: core.month, day: 1, kind: EntryKind::PaidIn, units: 0, lines: &lines });
        Ok(())
    }

    /// Runs the next month. On refusal the business is as it was; what the sink took of the month is to be thrown away.
    ///
    /// # Panics
    /// If the books did not add up afterwards, which the postings rule out.
    pub fn run_month(
        &mut self,
        market: &Market,
        plan: &Plan,
        rules: &MonthRules,
        sink: &mut impl Sink,
    ) -> Result<MonthReport, MonthError> {
        super::run::month(self, market, plan, rules, sink)
    }

    /// The first day of the month that runs next.
    pub fn month(&self) -> Date {
        self.core.month
    }

    /// An account's debit balance; a credit balance is below nought.
    pub fn balance(&self, slot: Slot) -> Money {
        Money::try_from_fen(self.core.fen(slot)).unwrap_or(Money::ZERO)
    }

    /// Money at the bank; at least nought.
    pub fn bank(&self) -> Money {
        self.balance(Slot::Bank)
    }

    /// Units in stock.
    pub fn stock(&self) -> i64 {
        self.core.stock
    }

    /// How many of those who might buy know the business.
    pub fn awareness(&self) -> Rate {
        self.core.awareness
    }

    /// How many rivals there are.
    pub fn rivals(&self) -> u8 {
        self.core.rivals
    }

    /// Whether it can pay.
    pub fn solvency(&self) -> Solvency {
        self.core.solvency
    }

    /// The sum of all balances; zero.
    pub fn trial_balance(&self) -> i64 {
        self.core.balances.iter().fold(0, |sum, balance| sum.wrapping_add(*balance))
    }
}

impl Core {
    #[inline]
    pub(super) fn fen(&self, slot: Slot) -> i64 {
        self.balances.get(slot as usize).copied().unwrap_or(0)
    }

    /// Adds a posting to the balances.
    #[inline]
    pub(super) fn post<const N: usize>(&mut self, lines: &[(Slot, i64); N]) -> Result<(), MonthError> {
        let mut sum: i64 = 0;
        for (slot, fen) in lines {
            let Some(balance) = self.balances.get_mut(*slot as usize) else { return Err(MonthError::TooRich) };
            *balance = balance.checked_add(*fen).ok_or(MonthError::TooRich)?;
            sum = sum.wrapping_add(*fen);
        }
        assert!(sum == 0, "a posting adds up to nothing");
        Ok(())
    }
}
