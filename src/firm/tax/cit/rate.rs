//! Which rate applies. Small low-profit is all or nothing: a fen above the limit and the whole income is at the standard
//! rate (CIT-03). Where several regimes are open, the company takes the lowest (CIT-V05).

use serde::{Deserialize, Serialize};

use super::small_profit::{Size, is_small_profit};
use crate::firm::tax::{TaxError, TaxItem, TaxLine};
use crate::money::{Money, Rate};
use crate::policy::PolicyOn;

/// A rate regime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Regime {
    /// 25%.
    Standard,
    /// 高新技术企业.
    HighTech,
    /// 小型微利企业, at its effective rate.
    SmallProfit,
}

impl Regime {
    /// The figure with the rate.
    pub const fn figure(self) -> &'static str {
        match self {
            Regime::Standard => "cit.rate",
            Regime::HighTech => "cit.high-tech.rate",
            Regime::SmallProfit => "cit.small.rate",
        }
    }
}

/// What decides on the regime beside income.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Company<'a> {
    /// Whether it holds a valid certificate as a high-tech enterprise.
    pub high_tech: bool,
    /// Its size.
    pub size: Size<'a>,
}

/// The regime with the lowest rate among those open to the company.
pub fn regime(taxable: Money, company: &Company<'_>, on: PolicyOn<'_>) -> Result<Regime, TaxError> {
    let small = is_small_profit(taxable, &company.size, on)?;
    let mut best = (on.rate(Regime::Standard.figure())?, Regime::Standard);
    for (open, regime) in [(company.high_tech, Regime::HighTech), (small, Regime::SmallProfit)] {
        if open {
            best = best.min((on.rate(regime.figure())?, regime));
        }
    }
    Ok(best.1)
}

/// The tax on a taxable income; nothing on a loss.
pub fn assess(taxable: Money, company: &Company<'_>, on: PolicyOn<'_>) -> Result<(Regime, TaxLine), TaxError> {
    let regime = regime(taxable, company, on)?;
    let figure = regime.figure();
    let base = taxable.max(Money::ZERO);
    Ok((regime, TaxLine::new(TaxItem::CorporateIncomeTax, base, on.rate(figure)?, Rate::ZERO, figure)?))
}
