//! Why a figure cannot be reckoned.

use thiserror::Error;

use crate::calendar::DateError;
use crate::firm::Refusal;
use crate::firm::assets::AssetError;
use crate::firm::equity::EquityError;
use crate::firm::loans::LoanError;
use crate::firm::numbers::NumberError;
use crate::firm::people::PeopleError;
use crate::firm::tax::TaxError;
use crate::money::{MoneyError, ParseRateError};
use crate::policy::PolicyError;
use crate::scenario::term::TermError;

/// Why a figure cannot be reckoned at this moment.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReckonError {
    /// A term has no value, or another one than is needed.
    #[error(transparent)]
    Term(#[from] TermError),
    /// The chart has no such account.
    #[error("the chart has no account {0}")]
    Account(u32),
    /// A figure that is not an amount stands where one is needed.
    #[error("an amount is needed here")]
    NotAnAmount,
    /// A text that is no whole number stands where one is needed.
    #[error("`{0}` is not a whole number")]
    NotACount(String),
    /// A loan without such an instalment.
    #[error("the loan has no instalment {0}")]
    Instalment(u32),
    /// Nothing is used up, so that the money lasts for ever.
    #[error("no money is used up")]
    NothingUsed,
    /// Neither days nor a day are given from which they could be counted.
    #[error("the days, or the day from which they count, are missing")]
    NoDays,
    /// More months than the year has had.
    #[error("{0} months are more than the year has had")]
    Months(usize),
    /// Payroll refuses.
    #[error(transparent)]
    People(#[from] PeopleError),
    /// Tax refuses.
    #[error(transparent)]
    Tax(#[from] TaxError),
    /// The bank refuses.
    #[error(transparent)]
    Loan(#[from] LoanError),
    /// A number has no value.
    #[error(transparent)]
    Number(#[from] NumberError),
    /// Shares refuse.
    #[error(transparent)]
    Equity(#[from] EquityError),
    /// An asset cannot be so.
    #[error(transparent)]
    Asset(#[from] AssetError),
    /// The company has no such thing.
    #[error(transparent)]
    Firm(#[from] Box<Refusal>),
    /// A figure of law is missing.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// A rate is not one.
    #[error(transparent)]
    Rate(#[from] ParseRateError),
    /// A sum is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A date is out of bounds.
    #[error(transparent)]
    Date(#[from] DateError),
}
