//! Value-added tax (增值税法, in force 2026-01-01; facts §3.1).
//!
//! [`supply`] what is supplied, at which rate, and what counts as a supply at all; [`small_scale`] and [`general`] the two
//! ways to reckon a period; [`input`] what may be deducted; [`invoice`] who may get which invoice; [`status`] when a
//! small-scale taxpayer becomes a general one. Surcharges on VAT are in [`super::surcharge`].

pub mod general;
pub mod input;
pub mod invoice;
pub mod small_scale;
pub mod status;
pub mod supply;

use serde::{Deserialize, Serialize};

use super::TaxError;
use crate::calendar::Date;
use crate::money::{Money, Rate};
use crate::policy::PolicyOn;

/// An amount that includes tax, taken apart; the two parts always add up to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Split {
    /// 不含税额.
    pub net: Money,
    /// 税额.
    pub tax: Money,
}

/// Takes a price that includes tax apart (facts §0.2.5).
pub fn split(gross: Money, rate: Rate) -> Result<Split, TaxError> {
    let net = gross.net_of(rate)?;
    Ok(Split { net, tax: gross.checked_sub(net)? })
}

/// How a taxpayer stands with VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum VatStatus {
    /// 小规模纳税人, with the period it files for.
    SmallScale(VatPeriod),
    /// 一般纳税人; files month by month here.
    General,
}

/// The period a taxpayer reckons and files for (增值税法30). Quarters are for small-scale taxpayers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum VatPeriod {
    /// 按月.
    Month,
    /// 按季.
    Quarter,
    /// 按次: each day that has a sale, for those who file by the sale.
    Day,
}

/// The day a sale becomes taxable: when it was paid for or payment could be asked, or the invoice's day if that is earlier
/// (增值税法28). Money received for what is not yet supplied makes nothing taxable: leave `paid_or_claimable` empty.
/// None while nothing has happened.
pub fn taxable_from(paid_or_claimable: Option<Date>, invoiced: Option<Date>) -> Option<Date> {
    match (paid_or_claimable, invoiced) {
        (Some(claim), Some(invoice)) => Some(claim.min(invoice)),
        (claim, invoice) => claim.or(invoice),
    }
}

/// The first day on which a relief that was waived may be used again (增值税法27): at once for small-scale taxpayers,
/// after the lock for general ones.
pub fn relief_again_from(waived: Date, status: VatStatus, on: PolicyOn<'_>) -> Result<Date, TaxError> {
    match status {
        VatStatus::SmallScale(_) => Ok(waived),
        VatStatus::General => Ok(waived.plus_months(on.months("vat.waiver.lock")?)?),
    }
}
