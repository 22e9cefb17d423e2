//! The year's account of comprehensive income (综合所得汇算清缴; 个人所得税法6, 11): wages, labour remuneration, royalties and
//! authors' fees together, against what was withheld.

use serde::{Deserialize, Serialize};

use crate::firm::tax::TaxError;
use crate::firm::tax::item::nonnegative;
use crate::money::{Money, Rate};
use crate::policy::PolicyOn;

/// A person's year; all amounts nought or more, incomes before any deduction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComprehensiveYear {
    /// 工资薪金.
    pub wages: Money,
    /// 劳务报酬.
    pub labour: Money,
    /// 特许权使用费.
    pub royalties: Money,
    /// 稿酬.
    pub authors: Money,
    /// 专项扣除.
    pub social: Money,
    /// 专项附加扣除.
    pub additional: Money,
    /// 依法确定的其他扣除.
    pub other: Money,
    /// What was withheld during the year.
    pub withheld: Money,
}

/// What comes out of the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    /// Taxable income; nought if the deductions are more.
    pub taxable: Money,
    /// The year's tax.
    pub due: Money,
    /// What is still to be paid, or to be given back if below nought.
    pub balance: Money,
}

/// Settles a year. `on` is the policy of the year's last day.
pub fn settle(year: &ComprehensiveYear, on: PolicyOn<'_>) -> Result<Settlement, TaxError> {
    let share = on.rate("iit.labour.share")?;
    let less_expenses = |income: Money, what| -> Result<Money, TaxError> {
        let income = nonnegative(income, what)?;
        Ok(income.checked_sub(income.at(share)?)?)
    };
    let authors: Rate = on.rate("iit.authors.share")?;
    let income = Money::total([
        nonnegative(year.wages, "wages")?,
        less_expenses(year.labour, "labour")?,
        less_expenses(year.royalties, "royalties")?,
        less_expenses(year.authors, "authors")?.at(authors)?,
    ])?;
    let deductions = Money::total([
        on.money("iit.basic.year")?,
        nonnegative(year.social, "social")?,
        nonnegative(year.additional, "additional")?,
        nonnegative(year.other, "other")?,
    ])?;
    let taxable = income.checked_sub(deductions)?.max(Money::ZERO);
    let due = on.brackets("iit.comprehensive.brackets")?.tax_on(taxable)?;
    let balance = due.checked_sub(nonnegative(year.withheld, "withheld")?)?;
    Ok(Settlement { taxable, due, balance })
}
