//! The charges on VAT: city maintenance tax and the two education surcharges, and the halving of six taxes and two fees
//! (六税两费; facts §3.2). The halving is a relief on the amount due, rounded on its own (facts §0.2.6).

use serde::{Deserialize, Serialize};

use super::item::{nonnegative, while_it_holds};
use super::vat::{VatPeriod, VatStatus};
use super::{TaxError, TaxItem, TaxLine};
use crate::money::{Money, Rate};
use crate::policy::PolicyOn;

/// Where the taxpayer is, for city maintenance tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// 市区.
    City,
    /// 县城、镇.
    Town,
    /// Elsewhere.
    Other,
}

impl Place {
    const fn figure(self) -> &'static str {
        match self {
            Place::City => "city-tax.city",
            Place::Town => "city-tax.town",
            Place::Other => "city-tax.other",
        }
    }
}

/// What decides on the halving.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Payer {
    /// An individual business.
    IndividualBusiness,
    /// A small-scale taxpayer of any form.
    SmallScale,
    /// A general taxpayer that has been through an annual reconciliation of income tax, with what came out of it.
    General {
        /// Whether it was a small low-profit enterprise (小型微利企业).
        small_profit: bool,
    },
    /// A general taxpayer newly set up, before its first reconciliation, as it stood at the end of the month before.
    NewGeneral {
        /// Staff, dispatched workers included.
        staff: u32,
        /// Total assets.
        assets: Money,
    },
}

/// The part of a tax that the payer is forgiven on the day; nought if the tax is none of the six and two, the payer none of
/// those favoured, or the concession has ended. A natural person who transfers equity counts as a small-scale taxpayer.
pub fn halving(item: TaxItem, payer: Payer, on: PolicyOn<'_>) -> Result<Rate, TaxError> {
    let Some(reduction) = while_it_holds(on.rate("six-two.reduction"))? else {
        return Ok(Rate::ZERO);
    };
    if !on.words("six-two.taxes")?.iter().any(|tax| tax == item.chinese()) {
        return Ok(Rate::ZERO);
    }
    let favoured = match payer {
        Payer::IndividualBusiness | Payer::SmallScale => true,
        Payer::General { small_profit } => small_profit,
        Payer::NewGeneral { staff, assets } => {
            i64::from(staff) <= on.count("six-two.new.staff")? && assets <= on.money("six-two.new.assets")?
        }
    };
    Ok(if favoured { reduction } else { Rate::ZERO })
}

/// Whether a small-scale taxpayer's sales of the period leave it free of the education surcharges: up to and including the
/// limit, unlike VAT's own threshold (facts §3.2, U-17). General taxpayers pay them (VAT-V10).
pub fn education_exempt(status: VatStatus, sales: Money, on: PolicyOn<'_>) -> Result<bool, TaxError> {
    let figure = match status {
        VatStatus::SmallScale(VatPeriod::Month) => "education-surcharge.exempt.month",
        VatStatus::SmallScale(VatPeriod::Quarter) => "education-surcharge.exempt.quarter",
        VatStatus::SmallScale(VatPeriod::Day) | VatStatus::General => return Ok(false),
    };
    Ok(while_it_holds(on.money(figure))?.is_some_and(|limit| sales <= limit))
}

/// What the charges of a period are worked out on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurchargeBase {
    /// VAT actually paid for the period; nought or more.
    pub vat: Money,
    /// The period's sales without tax.
    pub sales: Money,
    /// How the taxpayer stands with VAT.
    pub status: VatStatus,
    /// What decides on the halving.
    pub payer: Payer,
    /// Where it is.
    pub place: Place,
}

/// The three charges, each on its own line, also where nothing is payable.
pub fn assess(base: &SurchargeBase, on: PolicyOn<'_>) -> Result<[TaxLine; 3], TaxError> {
    let vat = nonnegative(base.vat, "vat")?;
    let exempt = education_exempt(base.status, base.sales, on)?;
    let line = |item, figure: &'static str, exempt: bool| {
        let relief = if exempt { Rate::ONE } else { halving(item, base.payer, on)? };
        TaxLine::new(item, vat, on.rate(figure)?, relief, figure)
    };
    Ok([
        line(TaxItem::CityMaintenance, base.place.figure(), false)?,
        line(TaxItem::EducationSurcharge, "education-surcharge.state", exempt)?,
        line(TaxItem::LocalEducationSurcharge, "education-surcharge.local", exempt)?,
    ])
}
