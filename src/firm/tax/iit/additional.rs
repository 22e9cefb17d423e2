//! The seven special additional deductions (专项附加扣除; facts §3.5). A mortgage and rent exclude each other by type.

use serde::{Deserialize, Serialize};

use crate::firm::tax::TaxError;
use crate::firm::tax::item::nonnegative;
use crate::money::Money;
use crate::policy::PolicyOn;

const RULE: &str = "iit-special-additional";

/// The size of the city where a flat is rented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum City {
    /// Municipalities, provincial capitals, cities with plans of their own; Qingdao is one.
    Top,
    /// More than a million registered in its districts.
    Large,
    /// Any other.
    Other,
}

/// 住房贷款利息 or 住房租金.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Housing {
    /// Neither.
    None,
    /// A mortgage on the first flat, with the months already deducted.
    Mortgage {
        /// Months deducted before this one.
        months_before: u16,
    },
    /// Rent.
    Rent(City),
}

/// 赡养老人.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Elderly {
    /// No parents of sixty or more.
    None,
    /// An only child.
    OnlyChild,
    /// The part agreed among brothers and sisters.
    Share(Money),
}

/// What is claimed for one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthlyClaims {
    /// Children in education.
    pub children: u8,
    /// Children under three.
    pub infants: u8,
    /// Parents.
    pub elderly: Elderly,
    /// The flat.
    pub housing: Housing,
    /// Studying for a degree, with the months already deducted.
    pub study_months_before: Option<u16>,
}

/// The deduction of one month.
pub fn monthly(claims: &MonthlyClaims, on: PolicyOn<'_>) -> Result<Money, TaxError> {
    let children = on.money("iit.additional.child")?.checked_mul_int(i64::from(claims.children))?;
    let infants = on.money("iit.additional.infant")?.checked_mul_int(i64::from(claims.infants))?;
    let study = match claims.study_months_before {
        Some(before) if i64::from(before) < on.count("iit.additional.study-months")? => {
            on.money("iit.additional.study")?
        }
        Some(_) | None => Money::ZERO,
    };
    Ok(Money::total([children, infants, elderly(claims.elderly, on)?, housing(claims.housing, on)?, study])?)
}

fn elderly(elderly: Elderly, on: PolicyOn<'_>) -> Result<Money, TaxError> {
    match elderly {
        Elderly::None => Ok(Money::ZERO),
        Elderly::OnlyChild => Ok(on.money("iit.additional.elderly")?),
        Elderly::Share(share) if share > on.money("iit.additional.elderly-share")? => {
            Err(TaxError::NotAllowed { what: "a larger share for parents", rule: RULE })
        }
        Elderly::Share(share) => nonnegative(share, "share"),
    }
}

fn housing(housing: Housing, on: PolicyOn<'_>) -> Result<Money, TaxError> {
    match housing {
        Housing::None => Ok(Money::ZERO),
        Housing::Mortgage { months_before } => {
            let left = i64::from(months_before) < on.count("iit.additional.mortgage-months")?;
            if left { Ok(on.money("iit.additional.mortgage")?) } else { Ok(Money::ZERO) }
        }
        Housing::Rent(City::Top) => Ok(on.money("iit.additional.rent.top")?),
        Housing::Rent(City::Large) => Ok(on.money("iit.additional.rent.large")?),
        Housing::Rent(City::Other) => Ok(on.money("iit.additional.rent.other")?),
    }
}

/// 大病医疗, once a year at settlement: what one bore oneself above the floor, up to the cap.
pub fn illness(borne: Money, on: PolicyOn<'_>) -> Result<Money, TaxError> {
    let above = borne.checked_sub(on.money("iit.additional.illness.floor")?)?;
    Ok(above.max(Money::ZERO).min(on.money("iit.additional.illness.cap")?))
}

/// A vocational certificate, in the year it was obtained.
pub fn certificate(on: PolicyOn<'_>) -> Result<Money, TaxError> {
    Ok(on.money("iit.additional.certificate")?)
}

/// What of a year's payments into a private pension may be deducted.
pub fn private_pension(paid: Money, on: PolicyOn<'_>) -> Result<Money, TaxError> {
    Ok(nonnegative(paid, "paid")?.min(on.money("iit.pension.year")?))
}
