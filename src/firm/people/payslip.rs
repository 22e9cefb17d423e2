//! A payslip: gross wage, contributions, income tax withheld, net pay, and what it all costs the employer (facts §4.6).

use super::contributions::{self, Contributions, Scheme};
use super::error::PeopleError;
use crate::calendar::Date;
use crate::firm::tax::iit::withholding::{Pay, WithholdingYear};
use crate::money::Money;
use crate::policy::Policy;

/// A month's pay of one employee. Gross is net and all deductions, to the fen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payslip {
    /// A day of the month of the wage.
    pub month: Date,
    /// 应发.
    pub gross: Money,
    /// Social insurance and housing fund.
    pub contributions: Contributions,
    /// Income tax withheld.
    pub income_tax: Money,
    /// 实发.
    pub net: Money,
}

impl Payslip {
    /// What the employee costs the employer: the gross wage and the employer's shares.
    pub fn cost(&self) -> Result<Money, PeopleError> {
        Ok(self.gross.checked_add(self.contributions.employer_total()?)?)
    }
}

/// Computes a payslip. `withhold` is asked for the month's income tax, given the gross wage and the contributions taken
/// off it.
///
/// Refuses a wage below nought, and one that its deductions eat up: the difference would have to come from the employee.
pub fn compute(
    gross: Money,
    month: Date,
    scheme: &Scheme,
    policy: &Policy,
    withhold: impl FnOnce(Money, Money) -> Result<Money, PeopleError>,
) -> Result<Payslip, PeopleError> {
    from_contributions(gross, month, contributions::compute(gross, month, scheme, policy)?, withhold)
}

/// Computes a payslip on contributions reckoned before: with the difference after new bases added, say. Refuses as
/// [`compute`] does.
pub fn from_contributions(
    gross: Money,
    month: Date,
    contributions: Contributions,
    withhold: impl FnOnce(Money, Money) -> Result<Money, PeopleError>,
) -> Result<Payslip, PeopleError> {
    let deducted = contributions.employee_total()?;
    let income_tax = withhold(gross, deducted)?;
    let deducted = deducted.checked_add(income_tax)?;
    let net = gross.checked_sub(deducted)?;
    if net.is_negative() {
        return Err(PeopleError::DeductionsExceedPay { gross, deducted });
    }
    Ok(Payslip { month, gross, contributions, income_tax, net })
}

/// What an employee claims beside social insurance and housing fund when tax is withheld.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// 专项附加扣除 of the month.
    pub additional: Money,
    /// Other deductions of the month.
    pub other: Money,
}

/// Computes a payslip and takes the month into the employee's tax year. Refused, the tax year is as it was.
///
/// Refuses as [`compute`] does, and a month that is not later than the last one.
pub fn in_tax_year(
    gross: Money,
    month: Date,
    contributions: Contributions,
    claims: Claims,
    year: &mut WithholdingYear,
    policy: &Policy,
) -> Result<Payslip, PeopleError> {
    let mut next = *year;
    let slip = from_contributions(gross, month, contributions, |gross, social| {
        let pay = Pay { gross, social, additional: claims.additional, other: claims.other };
        Ok(next.withhold(month.month(), &pay, policy.at(month))?.tax)
    })?;
    *year = next;
    Ok(slip)
}
