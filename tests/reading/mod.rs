//! Amounts, days and rates as the facts write them.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test takes what it needs of this; a panic here is a failed test"
)]

use startup_metaverse::calendar::Date;
use startup_metaverse::money::{Money, Rate};

/// An amount in yuan, as `1234.56`.
#[track_caller]
pub fn money(text: &str) -> Money {
    text.parse().unwrap()
}

/// A day, as `2026-03-15`.
#[track_caller]
pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// A rate, as `3.5%`.
#[track_caller]
pub fn rate(text: &str) -> Rate {
    text.parse().unwrap()
}
