//! Figures of tax: VAT of small and general taxpayers, what hangs on it, stamp duty, late fees, income tax of people and of
//! the company.

mod income;
mod vat;

use serde::{Deserialize, Serialize};

pub use income::{
    Bonus, BonusPart, CitQuarter, CitQuarterPart, CitYear, CitYearPart, Iit, IitPart, Labour, LabourPart,
};
pub(super) use vat::sale;
pub use vat::{
    GeneralSale, GeneralVat, GeneralVatPart, InputTax, OpenSales, OpenSalesPart, Quarter, QuarterPart, SalePart,
    Surcharge, SurchargePart,
};

use super::{Figure, Reckon, ReckonError, Reckoned, count};
use crate::firm::tax::penalty::{days_late, late_fee};
use crate::firm::tax::stamp::{self, StampExemption, StampItem, Stamped};
use crate::firm::tax::surcharge::Payer;
use crate::money::Money;
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;

/// Stamp duty on a document that a small company signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// The item of the table.
    pub kind: StampItem,
    /// The amount of the document, VAT that it states apart left out.
    pub amount: Term,
    /// On which ground it is exempt, if on any.
    #[serde(default)]
    pub exempt: Option<StampExemption>,
    /// Whether it is halved, as for small-scale taxpayers and small low-profit enterprises; it is where left out.
    #[serde(default = "yes")]
    pub halved: bool,
}

fn yes() -> bool {
    true
}

/// Who is favoured with the halving, or not.
fn payer(halved: bool) -> Payer {
    if halved { Payer::SmallScale } else { Payer::General { small_profit: false } }
}

impl Figure for Stamp {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let amount = self.amount.money(moment)?;
        let document = Stamped { item: self.kind, amount, stated_vat: Money::ZERO, exemption: self.exempt };
        Ok(stamp::assess(&document, payer(self.halved), moment.policy.at(moment.today()))?.payable.into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        visit(&self.amount);
    }
}

/// The late fee on a tax: by days, or by the days from the last day to pay until today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LateFee {
    /// The tax.
    pub amount: Box<Reckon>,
    /// The days of delay.
    #[serde(default)]
    pub days: Option<Term>,
    /// The last day to pay, where the days are not given.
    #[serde(default)]
    pub due: Option<Term>,
}

impl Figure for LateFee {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let days = match (&self.days, &self.due) {
            (Some(days), _) => count(days, moment)?,
            (None, Some(due)) => days_late(due.date(moment)?, moment.today()),
            (None, None) => return Err(ReckonError::NoDays),
        };
        let tax = self.amount.amount(moment)?;
        Ok(late_fee(tax, days, moment.policy.at(moment.today()))?.payable.into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        self.days.iter().chain(&self.due).for_each(visit);
    }

    fn inside(&self) -> Vec<&Reckon> {
        vec![&self.amount]
    }
}
