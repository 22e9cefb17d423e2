//! What can go wrong when people's pay is computed.

use thiserror::Error;

use crate::calendar::DateError;
use crate::firm::tax::TaxError;
use crate::money::{Money, MoneyError, Rate};
use crate::policy::PolicyError;

/// Why a question about people has no answer.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PeopleError {
    /// A figure of law is missing on the day.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// An amount is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A date is out of bounds.
    #[error(transparent)]
    Date(#[from] DateError),
    /// The tax department refuses.
    #[error(transparent)]
    Tax(#[from] TaxError),
    /// The tables give no minimum wage for the district.
    #[error("no minimum wage is known for the district `{0}`")]
    UnknownDistrict(String),
    /// A wage or a price that is below nought.
    #[error("{0} is no wage")]
    NegativePay(Money),
    /// The housing fund takes only rates within its bounds.
    #[error("the housing fund takes {low} to {high}, not {rate}")]
    HousingFundRate {
        /// What was asked for.
        rate: Rate,
        /// The least.
        low: Rate,
        /// The most.
        high: Rate,
    },
    /// What is taken off is more than the wage.
    #[error("{deducted} is taken off a wage of {gross}")]
    DeductionsExceedPay {
        /// The wage.
        gross: Money,
        /// What is taken off.
        deducted: Money,
    },
    /// A span whose end lies before its beginning.
    #[error("the last day lies before the first")]
    DatesOutOfOrder,
    /// The staff has nobody with this number, or not any more.
    #[error("nobody on the staff has the number {0}")]
    NoSuchEmployee(u32),
    /// Nobody of this name works here.
    #[error("nobody called `{0}` works here")]
    NoSuchName(String),
    /// A month is paid once, and months in their order.
    #[error("the month was paid already, or lies before one that was")]
    MonthPaid,
    /// A count that cannot be: more kept than trained, more dismissed than employed, no month to average.
    #[error("the numbers of people or months cannot be")]
    BadCount,
}
