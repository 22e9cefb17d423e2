//! Withholding on wages by running sums (累计预扣法): the tax on the year's taxable income so far, rounded, less what was
//! withheld before (facts §0.2.4, §3.5). A negative result withholds nothing; the year's settlement gives it back.

use serde::{Deserialize, Serialize};

use crate::firm::tax::item::nonnegative;
use crate::firm::tax::{TaxEntry, TaxError, TaxItem};
use crate::money::Money;
use crate::policy::PolicyOn;

/// From when the monthly basic deduction adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum BasicDeduction {
    /// From the month of joining this employer: the usual case.
    FromJoining,
    /// From January, for someone whose first wages of the year these are (税务总局公告2020年第13号).
    FromJanuary,
    /// The whole year's at once, see [`may_deduct_whole_year`] (税务总局公告2020年第19号).
    WholeYear,
}

/// Whether the whole year's deduction may be taken from January on: last year with the same employer throughout, and an
/// income up to and including the limit.
pub fn may_deduct_whole_year(
    income_last_year: Money,
    same_employer_all_year: bool,
    on: PolicyOn<'_>,
) -> Result<bool, TaxError> {
    Ok(same_employer_all_year && income_last_year <= on.money("iit.low-income")?)
}

/// One month's pay; all amounts nought or more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pay {
    /// 应发工资.
    pub gross: Money,
    /// 专项扣除: the employee's social insurance and housing fund.
    pub social: Money,
    /// 专项附加扣除.
    pub additional: Money,
    /// 依法确定的其他扣除, as a private pension.
    pub other: Money,
}

/// What is withheld in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// The month, 1 to 12.
    pub month: i8,
    /// 累计预扣应纳税所得额; nought if the deductions are more.
    pub taxable: Money,
    /// 累计应纳税额.
    pub due: Money,
    /// 本期应预扣.
    pub tax: Money,
}

impl Withheld {
    /// The entry when wages are paid: out of wages payable, into income tax withheld.
    pub fn entry(&self) -> Option<TaxEntry> {
        TaxItem::IncomeTaxWithheld.entry(self.tax)
    }
}

/// One employee's running sums in one tax year with one employer. A change of employer begins a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithholdingYear {
    basic: BasicDeduction,
    joined: i8,
    last: Option<i8>,
    sums: Pay,
    withheld: Money,
}

impl WithholdingYear {
    /// Begins a year for someone paid from month `joined` (1 to 12) on.
    pub fn begin(joined: i8, basic: BasicDeduction) -> Result<WithholdingYear, TaxError> {
        if !(1..=12).contains(&joined) {
            return Err(TaxError::OutOfRange("joined"));
        }
        Ok(WithholdingYear { basic, joined, last: None, sums: Pay::default(), withheld: Money::ZERO })
    }

    /// The sums so far.
    pub fn sums(&self) -> Pay {
        self.sums
    }

    /// What was withheld so far.
    pub fn withheld(&self) -> Money {
        self.withheld
    }

    /// Withholds on the pay of a month, later than any before and not before joining. Refused, nothing changes.
    pub fn withhold(&mut self, month: i8, pay: &Pay, on: PolicyOn<'_>) -> Result<Withheld, TaxError> {
        let earliest = self.last.map_or(self.joined, |last| last.saturating_add(1));
        if !(earliest..=12).contains(&month) {
            return Err(TaxError::OutOfRange("month"));
        }
        let sums = Pay {
            gross: self.sums.gross.checked_add(nonnegative(pay.gross, "gross")?)?,
            social: self.sums.social.checked_add(nonnegative(pay.social, "social")?)?,
            additional: self.sums.additional.checked_add(nonnegative(pay.additional, "additional")?)?,
            other: self.sums.other.checked_add(nonnegative(pay.other, "other")?)?,
        };
        let deductions = Money::total([self.basic_until(month, on)?, sums.social, sums.additional, sums.other])?;
        let taxable = sums.gross.checked_sub(deductions)?.max(Money::ZERO);
        let due = on.brackets("iit.comprehensive.brackets")?.tax_on(taxable)?;
        let tax = due.checked_sub(self.withheld)?.max(Money::ZERO);
        let withheld = self.withheld.checked_add(tax)?;
        *self = WithholdingYear { last: Some(month), sums, withheld, ..*self };
        Ok(Withheld { month, taxable, due, tax })
    }

    /// The basic deduction that has added up by a month.
    fn basic_until(&self, month: i8, on: PolicyOn<'_>) -> Result<Money, TaxError> {
        let months = match self.basic {
            BasicDeduction::FromJoining => i64::from(month).saturating_sub(i64::from(self.joined)).saturating_add(1),
            BasicDeduction::FromJanuary => i64::from(month),
            BasicDeduction::WholeYear => return Ok(on.money("iit.basic.year")?),
        };
        Ok(on.money("iit.basic.month")?.checked_mul_int(months)?)
    }
}
