//! Refusals: what the law or the company's state does not allow. Whoever gets one finds the company as it was.

use thiserror::Error;

use super::ledger::Unposted;
use super::registry::Deficiency;
use crate::calendar::DateError;
use crate::money::{Money, MoneyError};
use crate::policy::PolicyError;

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
        match self {
            Self::InsufficientFunds { .. } => "refusal-insufficient-funds",
            Self::NotFounded => "refusal-not-founded",
            Self::AlreadyFounded => "refusal-already-founded",
            Self::BeyondSubscribed { .. } => "refusal-beyond-subscribed",
            Self::UnknownDuty(_) | Self::NotOwed(_) => "refusal-not-owed",
            Self::UnknownLicence(_) => "refusal-unknown-licence",
            Self::FieldKind => "refusal-field-kind",
            Self::Deficient(_) => "refusal-deficient",
            Self::Unposted(_) => "refusal-unposted",
            Self::Policy(_) => "refusal-policy",
            Self::Money(_) | Self::Date(_) => "refusal-out-of-bounds",
        }
    }

    /// Named values of its message.
    pub fn args(&self) -> Vec<(String, String)> {
        let pair = |name: &str, value: &dyn std::fmt::Display| (name.to_owned(), value.to_string());
        match self {
            Self::InsufficientFunds { needed, available } => {
                vec![pair("needed", needed), pair("available", available)]
            }
            Self::BeyondSubscribed { amount, subscribed } => {
                vec![pair("amount", amount), pair("subscribed", subscribed)]
            }
            Self::UnknownDuty(name) | Self::NotOwed(name) | Self::UnknownLicence(name) => vec![pair("name", name)],
            Self::Deficient(found) => vec![pair("count", &found.len())],
            Self::Unposted(cause) => vec![pair("cause", cause)],
            Self::Policy(cause) => vec![pair("cause", cause)],
            Self::NotFounded | Self::AlreadyFounded | Self::FieldKind | Self::Money(_) | Self::Date(_) => Vec::new(),
        }
    }
}
