//! Withholding on labour remuneration (劳务报酬预扣; IIT-LAB): fees to people who are not employed.

use serde::{Deserialize, Serialize};

use crate::firm::tax::TaxError;
use crate::firm::tax::item::nonnegative;
use crate::money::Money;
use crate::policy::{PolicyOn, RuleStatus};

/// What is withheld from one payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabourWithheld {
    /// 减除费用.
    pub expense: Money,
    /// 预扣预缴应纳税所得额.
    pub taxable: Money,
    /// The tax.
    pub tax: Money,
}

/// Whether paying a natural person on the day also obliges the payer to withhold VAT (财政部 税务总局公告2026年第28号). The
/// notice's text was not read (U-21): the duty is told, never reckoned.
pub fn vat_is_withheld_too(on: PolicyOn<'_>) -> bool {
    on.policy().rule("vat-withholding-persons").is_some_and(|rule| rule.status(on.date()) == RuleStatus::InForce)
}

/// Works out what is withheld from a payment for one job, or for one month of a running one. `income` is without VAT;
/// see [`vat_is_withheld_too`].
pub fn withhold(income: Money, on: PolicyOn<'_>) -> Result<LabourWithheld, TaxError> {
    let income = nonnegative(income, "income")?;
    let expense = if income <= on.money("iit.labour.flat-limit")? {
        on.money("iit.labour.flat")?.min(income)
    } else {
        income.at(on.rate("iit.labour.share")?)?
    };
    let taxable = income.checked_sub(expense)?;
    let tax = on.brackets("iit.labour.brackets")?.tax_on(taxable)?;
    Ok(LabourWithheld { expense, taxable, tax })
}
