//! What can go wrong when the law is asked.

use thiserror::Error;

use crate::calendar::DateError;
use crate::money::{Money, MoneyError};
use crate::policy::{Measure, PolicyError};

/// Why a question of law has no answer.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LawError {
    /// A figure of law is missing on the day.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// An amount is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A date is out of bounds.
    #[error(transparent)]
    Date(#[from] DateError),
    /// An amount below nought where none can be.
    #[error("{0} is below nought")]
    Negative(Money),
    /// More unperformed than there is to perform, or no whole to take a share of.
    #[error("{part} of {whole} is no share")]
    BadShare {
        /// The part.
        part: u32,
        /// The whole.
        whole: u32,
    },
    /// Nothing to apply for, or more classes than there are.
    #[error("an application needs classes of the Nice classification, each with goods")]
    NoClasses,
    /// The policy has no such recognition.
    #[error("there is no recognition `{0}`")]
    UnknownStandard(String),
    /// A reading is of another kind than the figure it is held against: an amount against a percentage.
    #[error("{measure:?} cannot be held against the figure `{figure}`")]
    KindMismatch {
        /// The measure.
        measure: Measure,
        /// The figure's id.
        figure: String,
    },
    /// Dates that cannot follow each other.
    #[error("the dates cannot follow each other")]
    DatesOutOfOrder,
}
