//! Money borrowed: instalments, running loans, the guaranteed startup loan with its eligibility and interest subsidy, the
//! loan prime rate and what it caps, interest on late payments (facts §5.2, §5.3).
//!
//! Rates, caps and terms are the policy's; how a figure is worked out is here. Nothing here posts:
//! [`booking`] gives the lines, the company's operations post them.

pub mod booking;
mod claims;
mod eligibility;
mod interest;
mod loan;
mod rates;
mod schedule;
mod startup;

use thiserror::Error;

pub use claims::{Debtor, late_payment_interest, payment_term_days};
pub use eligibility::{
    Approval, Borrower, FailedCriterion, LoanApplication, LoanCriterion, Member, Recruits, StartupBorrower, examine,
    rate_cap, startup_limit, startup_subsidy,
};
pub use interest::{daily_interest, monthly_interest};
pub use loan::{Arrears, Loan, LoanTerms, Repayment};
pub use rates::{five_year, one_year, private_lending_cap};
pub use schedule::{Instalment, RepaymentMethod, Schedule, schedule};
pub use startup::{Clawback, StartupLoan, SubsidyShare};

use super::numbers::NumberError;
use crate::calendar::{Date, DateError};
use crate::money::{Money, MoneyError};
use crate::policy::PolicyError;

/// Why something about a loan is refused or cannot be worked out. The loan stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LoanError {
    /// A principal of nought or less.
    #[error("{0} is no principal")]
    Principal(Money),
    /// A rate below nought.
    #[error("a rate below nought")]
    Rate,
    /// No month, or more than are computed.
    #[error("a loan runs from one month to 600, not {0}")]
    Months(u32),
    /// A day before the last on which something happened.
    #[error("{date} lies before {last}")]
    DatedBack {
        /// The day given.
        date: Date,
        /// The last day of the loan's history.
        last: Date,
    },
    /// A payment of nought or less, or of more than is owed.
    #[error("{paid} was to be paid where {owed} is owed")]
    Payment {
        /// What was to be paid.
        paid: Money,
        /// What is owed.
        owed: Money,
    },
    /// The next instalment is not due yet.
    #[error("the next instalment is due on {due}")]
    NotDue {
        /// Its day.
        due: Date,
    },
    /// Something overdue must be paid first.
    #[error("{0} is overdue and comes first")]
    Overdue(Money),
    /// The loan is repaid.
    #[error("the loan is repaid")]
    Repaid,
    /// The applicant does not qualify.
    #[error("{} criteria are not met", .0.len())]
    Ineligible(Vec<FailedCriterion>),
    /// The loan was called because of misuse.
    #[error("the loan was called")]
    Called,
    /// A number cannot be worked out.
    #[error(transparent)]
    Number(#[from] NumberError),
    /// A figure of law is missing.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// A sum is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A day is out of bounds.
    #[error(transparent)]
    Date(#[from] DateError),
}
