//! Beneficial owners (受益所有人信息管理办法, facts §1.11): who holds a quarter or more in the end, and who may promise to
//! be excused from filing.

use std::collections::{BTreeMap, BTreeSet};

use crate::money::{Money, Rate};
use crate::policy::{PolicyError, PolicyOn};

/// A holder of shares.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    /// A natural person.
    Person(String),
    /// A company or partnership.
    Company(String),
}

/// A share in a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Who holds it.
    pub holder: Holder,
    /// The company it is a share of.
    pub of: String,
    /// How much of it.
    pub share: Rate,
}

/// The deepest chain of companies that is followed; a longer one, or a circle, ends there.
const DEPTH_MAX: usize = 16;

/// Natural persons whose direct and indirect shares together reach the threshold (BO-V03), with those shares.
pub fn owners(company: &str, holdings: &[Holding], on: &PolicyOn<'_>) -> Result<BTreeMap<String, Rate>, PolicyError> {
    let threshold = on.rate("beneficial-owner.share")?;
    let mut shares = BTreeMap::new();
    let mut above = BTreeSet::new();
    collect(company, Rate::ONE, holdings, &mut above, &mut shares);
    let rates = shares.into_iter().filter_map(|(person, ppm)| Some((person, Rate::try_from_ppm(ppm)?)));
    Ok(rates.filter(|(_, share)| *share >= threshold).collect())
}

fn collect(
    company: &str,
    share: Rate,
    holdings: &[Holding],
    above: &mut BTreeSet<String>,
    shares: &mut BTreeMap<String, i64>,
) {
    if above.len() >= DEPTH_MAX || !above.insert(company.to_owned()) {
        return;
    }
    for holding in holdings.iter().filter(|holding| holding.of == company) {
        let part = through(share, holding.share);
        match &holding.holder {
            Holder::Person(name) => {
                let held = shares.entry(name.clone()).or_insert(0);
                *held = held.saturating_add(part.ppm());
            }
            Holder::Company(name) => collect(name, part, holdings, above, shares),
        }
    }
    above.remove(company);
}

/// A share of a share.
fn through(outer: Rate, inner: Rate) -> Rate {
    let ppm = outer.ppm().saturating_mul(inner.ppm()).checked_div(Rate::ONE.ppm()).unwrap_or(0);
    Rate::try_from_ppm(ppm).unwrap_or(Rate::ZERO)
}

/// What the promise to be excused depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Circumstances {
    /// Registered capital.
    pub capital: Money,
    /// Whether every shareholder is a natural person.
    pub all_natural: bool,
    /// Whether somebody who is no shareholder controls or benefits.
    pub outsider: bool,
    /// Whether somebody controls or benefits by other means than shares.
    pub other_means: bool,
}

/// Whether the company may promise that it is excused from filing (BO-V01, V02, V04): all four conditions, the limit of
/// capital included.
pub fn may_promise(circumstances: Circumstances, on: &PolicyOn<'_>) -> Result<bool, PolicyError> {
    let limit = on.money("beneficial-owner.capital-limit")?;
    let Circumstances { capital, all_natural, outsider, other_means } = circumstances;
    Ok(capital <= limit && all_natural && !outsider && !other_means)
}
