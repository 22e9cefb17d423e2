//! People against the facts §4: contracts, hours, leave, wages, contributions, payslips and endings, each with both sides of
//! its boundary.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod contracts;
mod contributions;
mod endings;
mod hours;
mod payroll;
#[path = "../reading/mod.rs"]
mod reading;
mod staff;
mod wages;

pub(crate) use reading::{date, money, rate};
use startup_metaverse::money::Money;
use startup_metaverse::policy::Policy;

pub(crate) fn policy() -> Policy {
    Policy::qingdao_2026()
}

/// The wage of the labour vectors.
pub(crate) fn salary() -> Money {
    money("8000.00")
}

pub(crate) const FEN: Money = Money::from_fen(1);
