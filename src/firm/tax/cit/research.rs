//! The super deduction of research expenses and who may not have it (CIT-07, CIT-08).

use serde::{Deserialize, Serialize};

use crate::firm::tax::TaxError;
use crate::firm::tax::item::{nonnegative, while_it_holds};
use crate::money::Money;
use crate::policy::PolicyOn;

/// A company's main industry, as far as the super deduction asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Industry {
    /// 烟草制造业.
    Tobacco,
    /// 住宿和餐饮业.
    Hospitality,
    /// 批发和零售业.
    Trade,
    /// 房地产业.
    RealEstate,
    /// 租赁和商务服务业.
    LeasingBusiness,
    /// 娱乐业.
    Amusement,
    /// Any other.
    #[default]
    Other,
}

impl Industry {
    const fn word(self) -> Option<&'static str> {
        match self {
            Industry::Tobacco => Some("烟草制造业"),
            Industry::Hospitality => Some("住宿和餐饮业"),
            Industry::Trade => Some("批发和零售业"),
            Industry::RealEstate => Some("房地产业"),
            Industry::LeasingBusiness => Some("租赁和商务服务业"),
            Industry::Amusement => Some("娱乐业"),
            Industry::Other => None,
        }
    }

    /// Whether the industry is on the negative list.
    pub fn is_excluded(self, on: PolicyOn<'_>) -> Result<bool, TaxError> {
        let excluded = on.words("cit.research.excluded")?;
        Ok(self.word().is_some_and(|word| excluded.iter().any(|listed| listed == word)))
    }
}

/// A year's research.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Research {
    /// 费用化 research expenses of the year; nought or more.
    pub expensed: Money,
    /// The year's amortisation of capitalised research; nought or more.
    pub amortised: Money,
    /// The company's main industry.
    pub industry: Industry,
    /// Whether its tax is assessed (核定征收) and not reckoned from books.
    pub assessed_levy: bool,
    /// Whether it is on the lists of makers of integrated circuits or machine tools.
    pub listed: bool,
}

/// What is deducted on top of what the books already have.
pub fn super_deduction(research: &Research, on: PolicyOn<'_>) -> Result<Money, TaxError> {
    if research.assessed_levy || research.industry.is_excluded(on)? {
        return Ok(Money::ZERO);
    }
    let rate = |listed: &'static str, usual: &'static str| -> Result<_, TaxError> {
        let raised = if research.listed { while_it_holds(on.rate(listed))? } else { None };
        match raised {
            Some(rate) => Ok(rate),
            None => Ok(on.rate(usual)?),
        }
    };
    let expensed = nonnegative(research.expensed, "expensed")?;
    let amortised = nonnegative(research.amortised, "amortised")?;
    let on_expensed = expensed.at(rate("cit.research.expensed-listed", "cit.research.expensed")?)?;
    let on_amortised = amortised.at(rate("cit.research.amortised-listed", "cit.research.amortised")?)?;
    Ok(on_expensed.checked_add(on_amortised)?)
}
