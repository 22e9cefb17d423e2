//! Tax against the facts (§3): every vector and worked example, exact to the fen, and both sides of each threshold.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a panic here is a failed test"
)]

mod cit;
mod cit_annual;
mod conduct;
mod filing;
mod iit;
mod iit_oracle;
mod month;
mod properties;
#[path = "../reading/mod.rs"]
mod reading;
mod stamp;
mod surcharge;
mod tables;
mod vat;
mod vat_status;

use std::sync::LazyLock;

use reading::{date, money, rate};
use startup_metaverse::money::Money;
use startup_metaverse::policy::Policy;

/// Amounts in yuan.
fn monies(texts: &[&str]) -> Vec<Money> {
    texts.iter().map(|text| money(text)).collect()
}

/// One fen.
const FEN: Money = Money::from_fen(1);

/// The day that examples without a date of their own are reckoned on.
const TODAY: &str = "2026-03-31";

/// The tables, read once.
fn policy() -> &'static Policy {
    static POLICY: LazyLock<Policy> = LazyLock::new(Policy::qingdao_2026);
    &POLICY
}
