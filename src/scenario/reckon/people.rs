//! Figures of people: payslips, overtime, leave, endings, what comes on top of what was paid late.

use serde::{Deserialize, Serialize};

use super::{Figure, ReckonError, Reckoned, count};
use crate::calendar::Date;
use crate::firm::people::Service;
use crate::firm::people::contributions::{self, Contributions, Scheme};
use crate::firm::people::ending::{self, Owed};
use crate::firm::people::overtime::{self, DayKind};
use crate::firm::people::payslip::{self, Claims, Payslip};
use crate::firm::people::severance;
use crate::firm::people::unsigned::{self, Cause};
use crate::firm::people::wages::Zone;
use crate::firm::people::{arrears, daily, leave};
use crate::firm::tax::iit::withholding::{BasicDeduction, WithholdingYear};
use crate::money::{Money, Rate};
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;

fn urban() -> Zone {
    Zone::Urban
}

/// A part of this month's payslip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wage {
    /// Which part.
    pub part: WagePart,
    /// The month's gross wage.
    pub gross: Term,
    /// The housing fund's rate, the same for both sides.
    pub housing: Rate,
    /// 专项附加扣除 of a month.
    #[serde(default)]
    pub additional: Option<Term>,
    /// Months of this year paid before at the same wage.
    #[serde(default)]
    pub worked: u8,
    /// Where the wage is earned.
    #[serde(default = "urban")]
    pub zone: Zone,
}

/// A part of a payslip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WagePart {
    /// The base of social insurance.
    SocialBase,
    /// What the employee pays to social insurance.
    Social,
    /// What the employee pays to the housing fund.
    Housing,
    /// Income tax withheld.
    IncomeTax,
    /// What is paid out.
    Net,
    /// What the employer pays to social insurance.
    EmployerSocial,
    /// What the employer pays to the housing fund.
    EmployerHousing,
    /// What the employee costs in all.
    Cost,
}

impl Wage {
    /// The payslip of this month after as many months of the same wage as were worked this year before.
    fn payslip(&self, moment: &Moment<'_>) -> Result<Payslip, ReckonError> {
        let gross = self.gross.money(moment)?;
        let additional = super::or_nought(self.additional.as_ref(), moment)?;
        let claims = Claims { additional, other: Money::ZERO };
        let this = moment.today().first_of_month();
        let january = Date::new(this.year(), 1, 1)?;
        let first = this.plus_months(i32::from(self.worked).saturating_neg())?.max(january);
        let scheme = Scheme::usual(self.zone, self.housing);
        let mut year = WithholdingYear::begin(first.month(), BasicDeduction::FromJoining)?;
        let mut month = first;
        loop {
            let parts = contributions::compute(gross, month, &scheme, moment.policy)?;
            let slip = payslip::in_tax_year(gross, month, parts, claims, &mut year, moment.policy)?;
            if month >= this {
                return Ok(slip);
            }
            month = month.plus_months(1)?;
        }
    }
}

impl Figure for Wage {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let slip = self.payslip(moment)?;
        let parts: &Contributions = &slip.contributions;
        let part = match self.part {
            WagePart::SocialBase => parts.social_base,
            WagePart::Social => parts.employee_social()?,
            WagePart::Housing => parts.housing.employee,
            WagePart::IncomeTax => slip.income_tax,
            WagePart::Net => slip.net,
            WagePart::EmployerSocial => parts.employer_social()?,
            WagePart::EmployerHousing => parts.housing.employer,
            WagePart::Cost => slip.cost()?,
        };
        Ok(part.into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        std::iter::once(&self.gross).chain(&self.additional).for_each(visit);
    }
}

/// The second wage owed today for work without a written contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoublePay {
    /// The month's wage.
    pub monthly: Term,
    /// The first day of work.
    pub hired: Term,
    /// The day the contract was signed; today where it was not.
    #[serde(default)]
    pub signed: Option<Term>,
}

impl Figure for DoublePay {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let today = moment.today();
        let signed = self.signed.as_ref().map(|day| day.date(moment)).transpose()?;
        let (monthly, hired) = (self.monthly.money(moment)?, self.hired.date(moment)?);
        let owed = unsigned::double_pay(monthly, hired, signed, today, Cause::Employer, &moment.policy.at(today))?;
        Ok(owed.amount.into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        [&self.monthly, &self.hired].into_iter().chain(&self.signed).for_each(visit);
    }
}

/// How much severance an ending owes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SeveranceKind {
    /// N: a month for each year.
    N,
    /// N+1: and a month instead of notice.
    NPlusOne,
    /// 2N: an unlawful ending.
    TwoN,
}

/// What an ending of a contract pays beside the wage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Severance {
    /// Which.
    pub kind: SeveranceKind,
    /// The average wage of the twelve months before.
    pub wage: Term,
    /// The first day of work.
    pub first: Term,
    /// The last day of work; today where left out.
    #[serde(default)]
    pub last: Option<Term>,
    /// The last month's wage, in which the month instead of notice is paid; the average where left out.
    #[serde(default)]
    pub last_wage: Option<Term>,
    /// Where the wage is earned.
    #[serde(default = "urban")]
    pub zone: Zone,
}

impl Figure for Severance {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let last = self.last.as_ref().map_or(Ok(moment.today()), |day| day.date(moment))?;
        let on = moment.policy.at(last);
        let average = self.wage.money(moment)?;
        let last_wage = self.last_wage.as_ref().map_or(Ok(average), |wage| wage.money(moment))?;
        let basis = severance::basis(average, self.zone, &on)?;
        let service = Service::between(self.first.date(moment)?, last)?;
        let owed = match self.kind {
            SeveranceKind::N => Owed::Severance,
            SeveranceKind::NPlusOne => Owed::SeveranceAndNotice,
            SeveranceKind::TwoN => Owed::Double,
        };
        Ok(ending::settle(owed, basis, last_wage, service, &on)?.total()?.into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        [&self.wage, &self.first].into_iter().chain(&self.last).chain(&self.last_wage).for_each(visit);
    }
}

/// The wage of so many days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DailyWage {
    /// The month's wage.
    pub wage: Term,
    /// How many days; one where left out.
    #[serde(default)]
    pub days: Option<Term>,
}

impl Figure for DailyWage {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let days = self.days.as_ref().map_or(Ok(1), |days| count(days, moment))?;
        Ok(daily::for_days(self.wage.money(moment)?, i64::from(days), &moment.policy.at(moment.today()))?.into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        std::iter::once(&self.wage).chain(&self.days).for_each(visit);
    }
}

/// What overtime on one kind of day pays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OvertimePay {
    /// On what kind of day.
    pub kind: DayKind,
    /// How many hours.
    pub hours: Term,
    /// The month's wage.
    pub wage: Term,
}

/// Minutes of an hour.
const MINUTES: u32 = 60;

impl Figure for OvertimePay {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let minutes = count(&self.hours, moment)?.saturating_mul(MINUTES);
        let worked = overtime::Overtime { kind: self.kind, minutes };
        Ok(overtime::pay(self.wage.money(moment)?, worked, &moment.policy.at(moment.today()))?.into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        [&self.hours, &self.wage].into_iter().for_each(visit);
    }
}

/// What unused days of annual leave pay beside the ordinary wage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeavePay {
    /// The month's wage, without overtime pay.
    pub wage: Term,
    /// How many days were not used.
    pub days: Term,
}

impl Figure for LeavePay {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let (wage, days) = (self.wage.money(moment)?, count(&self.days, moment)?);
        Ok(leave::unused_extra(wage, days, false, &moment.policy.at(moment.today()))?.into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        [&self.wage, &self.days].into_iter().for_each(visit);
    }
}

/// What comes on top of what was not paid in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ArrearsPart {
    /// The late fee on social insurance, by the day.
    LateFee,
    /// The least fine on social insurance that is still not paid after an order.
    FineLow,
    /// The most.
    FineHigh,
    /// The least extra pay on wages not paid after an order.
    ExtraLow,
    /// The most.
    ExtraHigh,
}

/// What comes on top of contributions or wages that were not paid in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arrears {
    /// Which.
    pub part: ArrearsPart,
    /// What is owed.
    pub owed: Term,
    /// Days of delay, for the late fee.
    #[serde(default)]
    pub days: Option<Term>,
}

impl Figure for Arrears {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let (owed, on) = (self.owed.money(moment)?, moment.policy.at(moment.today()));
        let amount = match self.part {
            ArrearsPart::LateFee => {
                let days = self.days.as_ref().ok_or(ReckonError::NoDays)?;
                arrears::late_fee(owed, count(days, moment)?, &on)?
            }
            ArrearsPart::FineLow => arrears::fine(owed, &on)?.0,
            ArrearsPart::FineHigh => arrears::fine(owed, &on)?.1,
            ArrearsPart::ExtraLow => arrears::ordered_extra(owed, &on)?.0,
            ArrearsPart::ExtraHigh => arrears::ordered_extra(owed, &on)?.1,
        };
        Ok(amount.into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        std::iter::once(&self.owed).chain(&self.days).for_each(visit);
    }
}
