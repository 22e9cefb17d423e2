//! A month of business: customers come, goods are sold as far as stock and hands reach, goods are bought, wages, rent and tax
//! are paid, and all of it is postings. It runs for years.
//!
//! There is one implementation. It keeps its balances in one small array of fen and hands each posting to a [`Sink`]:
//! [`Unrecorded`] throws them away, for simulations by the million; [`Recorder`] keeps them and expands them into vouchers
//! for the ledger. Sales are in cash or on account, stock is valued once a month at the weighted average
//! (全月一次加权平均), VAT is a small-scale taxpayer's. Payroll with insurance, income tax and closing are other
//! departments'.
//!
//! Invariants: every posting adds up to nothing, so that the trial balance is zero; cash and stock are never below nought,
//! and no more is sold than there is; insolvency is a state reached once, after which no month runs.

mod divisor;
mod luck;
mod plan;
mod posting;
mod report;
mod rules;
mod run;
mod state;

use thiserror::Error;

pub use plan::{Plan, PlanProblem};
pub use posting::{Entry, EntryKind, Recorder, SLOTS, Sink, Slot, Unrecorded};
pub use report::MonthReport;
pub use rules::MonthRules;
pub use state::{Solvency, Trade};

use crate::calendar::{Date, DateError};
use crate::money::{Money, MoneyError};

/// Why a month does not run. The business stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MonthError {
    /// The plan cannot be carried out.
    #[error(transparent)]
    Plan(#[from] PlanProblem),
    /// The business became insolvent and does not trade any more.
    #[error("insolvent since {since}")]
    Insolvent {
        /// The last day of the month in which dues remained unpaid.
        since: Date,
    },
    /// An amount of nought or less.
    #[error("{0} is no amount to pay in")]
    Amount(Money),
    /// A balance is too large for another month.
    #[error("a balance is out of bounds for another month")]
    TooRich,
    /// A sum is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// The calendar ends.
    #[error(transparent)]
    Date(#[from] DateError),
}
