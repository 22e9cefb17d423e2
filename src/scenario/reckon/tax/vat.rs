//! VAT: a small-scale taxpayer's sale and quarter, a general taxpayer's sale, purchase and month, the charges on what is payable.

use serde::{Deserialize, Serialize};

use super::super::{Figure, Reckon, ReckonError, Reckoned, amounts, or_nought, reckoned_or_nought};
use super::{payer, yes};
use crate::firm::tax::surcharge::{self, Payer, Place, SurchargeBase};
use crate::firm::tax::vat::general::{self, GeneralPeriod};
use crate::firm::tax::vat::input::{Document, Purchase, Use};
use crate::firm::tax::vat::invoice::Invoice;
use crate::firm::tax::vat::small_scale::{self, Levy, SmallSale};
use crate::firm::tax::vat::supply::Supply;
use crate::firm::tax::vat::{Split, VatPeriod, VatStatus, split};
use crate::money::Money;
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;

/// A part of a sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SalePart {
    /// The price without tax.
    Net,
    /// The tax in it.
    Tax,
}

fn of_split(part: SalePart, split: Split) -> Money {
    match part {
        SalePart::Net => split.net,
        SalePart::Tax => split.tax,
    }
}

/// A part of a small-scale taxpayer's sale, by its price with tax.
pub(in super::super) fn sale(part: SalePart, gross: Money, moment: &Moment<'_>) -> Result<Money, ReckonError> {
    let sale = SmallSale::from_gross(Levy::Reduced, Invoice::Ordinary, gross, moment.policy.at(moment.today()))?;
    Ok(of_split(part, Split { net: sale.net, tax: sale.tax }))
}

/// A part of a small-scale taxpayer's return for a quarter, with its surcharges in the city.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quarter {
    /// Which part.
    pub part: QuarterPart,
    /// Sales without tax, those with special invoices not among them.
    pub sales: Term,
    /// Sales without tax with special invoices.
    pub special: Term,
}

/// A part of a quarter's return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuarterPart {
    /// VAT payable.
    Vat,
    /// What was booked as tax and is not owed.
    Waived,
    /// City maintenance tax payable.
    CityTax,
    /// Education surcharge payable.
    Education,
    /// Local education surcharge payable.
    LocalEducation,
}

impl Figure for Quarter {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let on = moment.policy.at(moment.today());
        let [sales, special] = amounts([&self.sales, &self.special], moment)?;
        let sold = [
            SmallSale::from_net(Levy::Reduced, Invoice::Ordinary, sales, on)?,
            SmallSale::from_net(Levy::Reduced, Invoice::Special, special, on)?,
        ];
        let filed = small_scale::assess(VatPeriod::Quarter, &sold, on)?;
        let base = SurchargeBase {
            vat: filed.tax,
            sales: filed.sales,
            status: VatStatus::SmallScale(VatPeriod::Quarter),
            payer: Payer::SmallScale,
            place: Place::City,
        };
        let [city, education, local] = surcharge::assess(&base, on)?;
        Ok(match self.part {
            QuarterPart::Vat => filed.tax,
            QuarterPart::Waived => filed.forgone,
            QuarterPart::CityTax => city.payable,
            QuarterPart::Education => education.payable,
            QuarterPart::LocalEducation => local.payable,
        }
        .into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        [&self.sales, &self.special].into_iter().for_each(visit);
    }
}

/// Which sales.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OpenSalesPart {
    /// All.
    #[default]
    All,
    /// Those with special invoices.
    Special,
    /// Those without.
    Ordinary,
}

/// What was sold in the open VAT period without tax, as a small-scale taxpayer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenSales {
    /// Which; all where left out.
    #[serde(default)]
    pub part: OpenSalesPart,
}

impl Figure for OpenSales {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let Some(business) = moment.firm.business() else { return Ok(Money::ZERO.into()) };
        let (all, special) = (business.open_sales(), business.open_special_sales());
        Ok(match self.part {
            OpenSalesPart::All => all,
            OpenSalesPart::Special => special,
            OpenSalesPart::Ordinary => all.checked_sub(special)?,
        }
        .into())
    }

    fn terms<'a>(&'a self, _: &mut dyn FnMut(&'a Term)) {}
}

/// A part of a general taxpayer's sale, by its price with tax.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GeneralSale {
    /// Which part.
    pub part: SalePart,
    /// The price with tax.
    pub gross: Term,
    /// What is supplied, and so at which rate.
    pub supply: Supply,
}

impl Figure for GeneralSale {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let rate = self.supply.rate(moment.policy.at(moment.today()))?;
        Ok(of_split(self.part, split(self.gross.money(moment)?, rate)?).into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        visit(&self.gross);
    }
}

/// The input tax of a purchase that a general taxpayer may deduct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputTax {
    /// The document.
    pub document: Document,
    /// The price with tax.
    pub gross: Term,
    /// The tax that the document states; not asked of tickets and farm produce.
    #[serde(default)]
    pub stated: Option<Term>,
    /// What it is used for; taxable business where left out.
    #[serde(default = "taxable")]
    pub used_for: Use,
}

fn taxable() -> Use {
    Use::Taxable
}

impl Figure for InputTax {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let stated = or_nought(self.stated.as_ref(), moment)?;
        let gross = self.gross.money(moment)?;
        let bought = Purchase { document: self.document, used_for: self.used_for, gross, stated };
        Ok(bought.deductible(moment.policy.at(moment.today()))?.into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        std::iter::once(&self.gross).chain(&self.stated).for_each(visit);
    }
}

/// A part of a general taxpayer's return.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GeneralVat {
    /// Which part.
    pub part: GeneralVatPart,
    /// Output tax.
    pub output: Box<Reckon>,
    /// Input tax.
    pub input: Box<Reckon>,
    /// Input tax transferred out; nought where left out.
    #[serde(default)]
    pub transfer_out: Option<Box<Reckon>>,
    /// Input tax left over from the month before; nought where left out.
    #[serde(default)]
    pub carried_in: Option<Box<Reckon>>,
}

/// A part of a general taxpayer's return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GeneralVatPart {
    /// Input tax that can be set off in all.
    Deductible,
    /// What is payable.
    Payable,
    /// Input tax left over.
    CarriedOut,
}

impl Figure for GeneralVat {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let period = GeneralPeriod {
            output: self.output.amount(moment)?,
            input: self.input.amount(moment)?,
            transfer_out: reckoned_or_nought(self.transfer_out.as_deref(), moment)?,
            carried_in: reckoned_or_nought(self.carried_in.as_deref(), moment)?,
            simple: Money::ZERO,
        };
        let filed = general::assess(&period)?;
        Ok(match self.part {
            GeneralVatPart::Deductible => filed.deductible,
            GeneralVatPart::Payable => filed.payable,
            GeneralVatPart::CarriedOut => filed.carried_out,
        }
        .into())
    }

    fn terms<'a>(&'a self, _: &mut dyn FnMut(&'a Term)) {}

    fn inside(&self) -> Vec<&Reckon> {
        let more = [&self.transfer_out, &self.carried_in].into_iter().flatten();
        [&self.output, &self.input].into_iter().chain(more).map(AsRef::as_ref).collect()
    }
}

/// A surcharge on VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SurchargePart {
    /// City maintenance tax.
    CityTax,
    /// Education surcharge.
    Education,
    /// Local education surcharge.
    LocalEducation,
    /// All three.
    All,
}

/// A surcharge on VAT that is payable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Surcharge {
    /// Which.
    pub part: SurchargePart,
    /// The VAT.
    pub vat: Box<Reckon>,
    /// The period's sales without tax, by which small-scale taxpayers are excused the education surcharges; so many that
    /// nobody is where left out.
    #[serde(default)]
    pub sales: Option<Box<Reckon>>,
    /// How the taxpayer stands with VAT; a general taxpayer where left out.
    #[serde(default = "general_taxpayer")]
    pub status: VatStatus,
    /// Whether they are halved, as for small-scale taxpayers and small low-profit enterprises; they are where left out.
    #[serde(default = "yes")]
    pub halved: bool,
    /// Where it is; in the city where left out.
    #[serde(default = "city")]
    pub place: Place,
}

fn general_taxpayer() -> VatStatus {
    VatStatus::General
}

fn city() -> Place {
    Place::City
}

impl Figure for Surcharge {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let sales = self.sales.as_ref().map_or(Ok(Money::MAX), |sales| sales.amount(moment))?;
        let (vat, status, place) = (self.vat.amount(moment)?, self.status, self.place);
        let base = SurchargeBase { vat, sales, status, payer: payer(self.halved), place };
        let [city, education, local] =
            surcharge::assess(&base, moment.policy.at(moment.today()))?.map(|line| line.payable);
        Ok(match self.part {
            SurchargePart::CityTax => city,
            SurchargePart::Education => education,
            SurchargePart::LocalEducation => local,
            SurchargePart::All => Money::total([city, education, local])?,
        }
        .into())
    }

    fn terms<'a>(&'a self, _: &mut dyn FnMut(&'a Term)) {}

    fn inside(&self) -> Vec<&Reckon> {
        std::iter::once(&self.vat).chain(&self.sales).map(AsRef::as_ref).collect()
    }
}
