//! Law and growth against the facts §6: contracts, customers, advertisements, the register, marks, patents and recognitions,
//! each with both sides of its boundary.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod company;
mod contracts;
mod market;
mod marks;
#[path = "../reading/mod.rs"]
mod reading;
mod recognitions;
mod register;

use std::sync::LazyLock;

pub(crate) use reading::{date, money};
use startup_metaverse::policy::{Policy, PolicyOn};

static POLICY: LazyLock<Policy> = LazyLock::new(Policy::qingdao_2026);

pub(crate) fn policy() -> &'static Policy {
    &POLICY
}

/// The policy in the middle of the simulated year.
pub(crate) fn on() -> PolicyOn<'static> {
    POLICY.at(date("2026-06-01"))
}
