//! Refusals: what the law or the company's state does not allow. Whoever gets one finds the company as it was.

mod words;

use thiserror::Error;

use super::accounts::AccountCode;
use super::assets::AssetError;
use super::closing::ClosingError;
use super::equity::EquityError;
use super::grants::{FailedCheck, GrantError};
use super::ledger::{Period, Unposted};
use super::loans::LoanError;
use super::month::MonthError;
use super::people::PeopleError;
use super::people::contract::Defect;
use super::registry::Deficiency;
use super::tax::TaxError;
use crate::calendar::{Date, DateError};
use crate::money::{Money, MoneyError};
use crate::policy::{Policy, PolicyError};

/// Why an operation was refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Neither the bank account nor the founders' fund has so much.
    #[error("{needed} is needed, {available} is there")]
    InsufficientFunds {
        /// What is needed.
        needed: Money,
        /// What there is.
        available: Money,
    },
    /// The company does not exist yet.
    #[error("the company has not been founded")]
    NotFounded,
    /// The company exists already.
    #[error("the company has been founded already")]
    AlreadyFounded,
    /// More than was subscribed.
    #[error("{amount} would pay in more than the {subscribed} subscribed")]
    BeyondSubscribed {
        /// What was to be paid in.
        amount: Money,
        /// What is subscribed in all.
        subscribed: Money,
    },
    /// The policy has no such duty.
    #[error("there is no duty `{0}`")]
    UnknownDuty(String),
    /// The company does not owe this duty.
    #[error("the duty `{0}` is not owed")]
    NotOwed(String),
    /// The policy has no such licence.
    #[error("there is no licence `{0}`")]
    UnknownLicence(String),
    /// A value of another type than the field of the application takes.
    #[error("the field takes another kind of value")]
    FieldKind,
    /// The authority objects to what was declared.
    #[error("the application is deficient: {} objections", .0.len())]
    Deficient(Vec<Deficiency>),
    /// The company has not opened for business.
    #[error("the company has not opened for business")]
    NotOpen,
    /// The company has opened for business already.
    #[error("the company has opened for business already")]
    OpenAlready,
    /// Only a legal person pays corporate income tax, which closing reckons with.
    #[error("this is no company, but a business of its owners")]
    NotLegalPerson,
    /// It is a general taxpayer already.
    #[error("the company is a general taxpayer already")]
    GeneralAlready,
    /// There is nothing of the kind to be paid.
    #[error("nothing of the kind is due")]
    NothingDue,
    /// Too early.
    #[error("not before {from}")]
    NotYet {
        /// The first day on which it may be done.
        from: Date,
    },
    /// The books of an earlier month are open and cannot be closed in their turn.
    #[error("the books of {month} were never closed")]
    BooksOpen {
        /// The month.
        month: Period,
    },
    /// More than is owed.
    #[error("{amount} is more than the {owed} owed")]
    BeyondOwed {
        /// What was to be paid or written off.
        amount: Money,
        /// What is owed.
        owed: Money,
    },
    /// The last day set for a duty has passed already.
    #[error("the last day {due} has passed")]
    DuePassed {
        /// The last day.
        due: Date,
    },
    /// Money for this account comes in by another operation: a sale, capital, a loan, a tax.
    #[error("account {account} takes no plain receipts")]
    NoReceipts {
        /// The account.
        account: AccountCode,
    },
    /// The law finds faults with a contract of employment.
    #[error("the contract has {} defects", .0.len())]
    Contract(Vec<Defect>),
    /// The company is insolvent and takes on nothing new.
    #[error("the company has been insolvent since {since}")]
    Insolvent {
        /// Since when.
        since: Date,
    },
    /// The company is divided into shares already.
    #[error("the company is divided into shares already")]
    DividedAlready,
    /// A loan to persons, which is theirs and not in the company's books.
    #[error("such a loan is the persons' own, not the company's")]
    NotTheCompanys,
    /// The programme's conditions are not met.
    #[error("{} conditions of the grant are not met", .0.len())]
    NotGranted(Vec<FailedCheck>),
    /// The programme gives once.
    #[error("`{0}` was granted already")]
    GrantedAlready(String),
    /// A month's end would leave the books untied, which only a fault of this program could bring about.
    #[error("the books would not tie: {0}")]
    Untied(&'static str),
    /// The shares do not allow it.
    #[error(transparent)]
    Equity(#[from] EquityError),
    /// The application for a grant cannot be examined.
    #[error(transparent)]
    Grant(#[from] GrantError),
    /// People's department refuses.
    #[error(transparent)]
    People(#[from] PeopleError),
    /// The card file of assets refuses.
    #[error(transparent)]
    Asset(#[from] AssetError),
    /// The loan does not allow it.
    #[error(transparent)]
    Loan(#[from] LoanError),
    /// The tax department refuses.
    #[error(transparent)]
    Tax(#[from] TaxError),
    /// The books cannot be closed so.
    #[error(transparent)]
    Closing(#[from] ClosingError),
    /// A month of trade begins on its first day, once the one before is over.
    #[error("a month of trade begins on its first day, once the one before is over")]
    MidMonth,
    /// The month does not run.
    #[error(transparent)]
    Month(#[from] MonthError),
    /// The ledger does not take it.
    #[error(transparent)]
    Unposted(#[from] Unposted),
    /// A figure of law is missing.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// A sum is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A date is out of bounds.
    #[error(transparent)]
    Date(#[from] DateError),
}

impl Refusal {
    /// The key of its message in the interface's texts.
    pub fn key(&self) -> &'static str {
        words::of(self).0
    }

    /// Named values of its message.
    pub fn args(&self) -> Vec<(String, String)> {
        words::of(self).1
    }

    /// The id of the rule that bars it; none where the company's state does, or the bounds of what can be computed.
    pub fn rule(&self) -> Option<&str> {
        match self {
            Self::BeyondSubscribed { .. } => Some("company-law-47"),
            Self::Contract(found) => found.first().map(|defect| defect.rule()),
            Self::NotGranted(failed) => failed.first().map(|check| check.rule.as_str()),
            Self::Loan(LoanError::Ineligible(failed)) => failed.first().map(|criterion| criterion.rule.as_str()),
            Self::NotTheCompanys => Some("startup-loan-people"),
            Self::Equity(EquityError::TooManyHolders { .. }) => Some("company-law-42"),
            Self::Asset(AssetError::LifeTooShort { rule, .. }) => Some(rule),
            Self::Tax(TaxError::NotAllowed { rule, .. })
            | Self::People(PeopleError::Tax(TaxError::NotAllowed { rule, .. })) => Some(rule),
            Self::People(PeopleError::HousingFundRate { .. }) => Some("housing-fund-regulation-18"),
            Self::Closing(ClosingError::BeyondProfit { .. }) => Some("company-law-210"),
            Self::Closing(ClosingError::ReserveTooLow { .. }) => Some("company-law-214"),
            _ => None,
        }
    }

    /// The rule that bars it as it is cited, 《公司法》第二百一十条; none where there is none.
    pub fn source(&self, policy: &Policy) -> Option<String> {
        self.rule().and_then(|id| policy.rule(id)).map(crate::policy::Rule::citation)
    }
}
