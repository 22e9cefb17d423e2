//! Votes of the shareholders' meeting (REG-14, 公司法66), compared as fractions so that two thirds is exactly two thirds.

use crate::money::Rate;
use crate::policy::{PolicyError, PolicyOn};

/// What is voted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// More than half of all votes.
    Ordinary,
    /// Two thirds of all votes or more: articles, capital, merger, division, dissolution, change of form.
    Special,
}

/// Whether the votes in favour carry a resolution. Votes are counted in any unit, out of `all`.
pub fn carried(resolution: Resolution, favour: u64, all: u64, on: &PolicyOn<'_>) -> Result<bool, PolicyError> {
    let ratio = on.ratio(match resolution {
        Resolution::Ordinary => "votes.ordinary",
        Resolution::Special => "votes.special",
    })?;
    let favour = i128::from(favour).saturating_mul(i128::from(ratio.den));
    let needed = i128::from(all).saturating_mul(i128::from(ratio.num));
    Ok(match resolution {
        Resolution::Ordinary => favour > needed,
        Resolution::Special => favour >= needed,
    })
}

/// Shares of votes given as rates, out of the whole.
pub fn carried_by_rates(resolution: Resolution, favour: &[Rate], on: &PolicyOn<'_>) -> Result<bool, PolicyError> {
    let votes = favour.iter().map(|rate| u64::try_from(rate.ppm()).unwrap_or(0)).fold(0_u64, u64::saturating_add);
    let all = u64::try_from(Rate::ONE.ppm()).unwrap_or(0);
    carried(resolution, votes, all, on)
}
