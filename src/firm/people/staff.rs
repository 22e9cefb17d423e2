//! The staff: who works here since when and for how much, and the payroll of each month in its order.

use serde::{Deserialize, Serialize};

use super::contributions::{self, BaseMode, Contributions, Scheme, Shares};
use super::daily;
use super::ending::{self, Ground, Protection, Settlement};
use super::error::PeopleError;
use super::onboarding;
use super::payslip::{self, Claims};
use super::severance;
use super::span::{Service, weekdays};
use super::true_up;
use super::voucher::{Department, Paid, PayrollVouchers, payroll_voucher};
use crate::calendar::Date;
use crate::firm::ledger::EmployeeId;
use crate::firm::tax::iit::withholding::{BasicDeduction, WithholdingYear};
use crate::money::{Money, MoneyError};
use crate::policy::Policy;

/// Months of wages that are remembered: what severance averages, and a whole year for the difference after new bases.
const REMEMBERED: usize = 12;

/// More than anybody earns in a month: a year of it, taxed by the year so far, stays far within the bounds of an amount.
const PAY_MAX: Money = Money::from_fen(10_000_000_000);

/// Somebody to be hired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hire {
    /// The first day of work.
    pub first: Date,
    /// Where.
    pub department: Department,
    /// The month's wage.
    pub wage: Money,
    /// Whether it is the first job ever: the housing fund begins a month later.
    pub first_job: bool,
    /// From when the basic deduction of income tax adds up in the first year.
    pub basic: BasicDeduction,
    /// What is claimed each month beside social insurance.
    pub claims: Claims,
}

/// Somebody on the staff, or who was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Employee {
    /// The number.
    pub id: EmployeeId,
    /// The name; empty where nobody asked.
    pub name: String,
    /// As hired; the wage as it stands now.
    pub hire: Hire,
    /// The last day of work, once that is settled.
    pub last: Option<Date>,
    tax_year: i16,
    tax: WithholdingYear,
    earned: Vec<(Date, Money)>,
    /// What the next wage pays beside it.
    waiting: Money,
}

/// What somebody gets in a month beside the wage: overtime, a bonus taxed with the wage; below nought for days not worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extra {
    /// Who.
    pub employee: EmployeeId,
    /// How much.
    pub amount: Money,
}

/// The payroll of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payroll {
    /// The first day of the month.
    pub month: Date,
    /// Everybody paid in it.
    pub paid: Vec<Paid>,
    /// The vouchers.
    pub vouchers: PayrollVouchers,
}

/// Everybody who works or worked for a company. Changes only through its methods; refused, it stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    scheme: Scheme,
    employees: Vec<Employee>,
    paid_through: Option<Date>,
}

impl Staff {
    /// Nobody yet.
    pub const fn new(scheme: Scheme) -> Self {
        Self { scheme, employees: Vec::new(), paid_through: None }
    }

    /// Everybody, in the order of hiring.
    pub fn employees(&self) -> &[Employee] {
        &self.employees
    }

    /// The first day of the last month paid.
    pub fn paid_through(&self) -> Option<Date> {
        self.paid_through
    }

    /// How many work on a day.
    pub fn count_on(&self, day: Date) -> usize {
        self.employees.iter().filter(|employee| employee.works_between(day, day)).count()
    }

    /// Hires somebody and gives a number. Refuses a wage below nought or beyond bounds, and a first day in a month that was paid. Whether
    /// the contract is lawful is asked of [`super::contract`]: an unlawful one binds all the same, and costs.
    pub fn hire(&mut self, hire: Hire) -> Result<EmployeeId, PeopleError> {
        self.hire_named("", hire)
    }

    /// The same under a name.
    pub fn hire_named(&mut self, name: &str, hire: Hire) -> Result<EmployeeId, PeopleError> {
        check_pay(hire.wage)?;
        self.refuse_paid(hire.first)?;
        let number = u32::try_from(self.employees.len()).map_err(|_| PeopleError::BadCount)?;
        let id = EmployeeId(number.saturating_add(1));
        let tax = WithholdingYear::begin(hire.first.month(), hire.basic)?;
        let tax_year = hire.first.year();
        let (name, earned, waiting) = (name.to_owned(), Vec::new(), Money::ZERO);
        self.employees.push(Employee { id, name, hire, last: None, tax_year, tax, earned, waiting });
        Ok(id)
    }

    /// Who of this name works here; of several the one hired last. Refuses a name that nobody at work bears.
    pub fn named(&self, name: &str) -> Result<EmployeeId, PeopleError> {
        let found = self.employees.iter().rev().find(|employee| employee.name == name && employee.last.is_none());
        found.map(|employee| employee.id).ok_or_else(|| PeopleError::NoSuchName(name.to_owned()))
    }

    /// Pays somebody an amount more with the next wage: overtime, a bonus.
    pub fn pay_more(&mut self, id: EmployeeId, amount: Money) -> Result<(), PeopleError> {
        let employee = self.find(id)?;
        employee.waiting = employee.waiting.checked_add(check_pay(amount)?)?;
        Ok(())
    }

    /// Changes a wage from the next month paid on.
    pub fn raise(&mut self, id: EmployeeId, wage: Money) -> Result<(), PeopleError> {
        check_pay(wage)?;
        self.find(id)?.hire.wage = wage;
        Ok(())
    }

    /// Settles somebody's last day. Refuses one before the first, and one in a month that was paid.
    pub fn leave(&mut self, id: EmployeeId, last: Date) -> Result<(), PeopleError> {
        self.refuse_paid(last)?;
        let employee = self.find(id)?;
        if last < employee.hire.first {
            return Err(PeopleError::DatesOutOfOrder);
        }
        employee.last = Some(last);
        Ok(())
    }

    /// What an ending on a day owes somebody, beside the wage (HR-12 to HR-21): the service to that day, the average of the
    /// months paid, the last of them.
    pub fn settlement(
        &self,
        id: EmployeeId,
        last: Date,
        ground: Ground,
        protection: Option<Protection>,
        policy: &Policy,
    ) -> Result<Settlement, PeopleError> {
        let on = policy.at(last);
        let employee = self.employees.iter().find(|employee| employee.id == id);
        let employee = employee.ok_or(PeopleError::NoSuchEmployee(id.0))?;
        let earned: Vec<Money> = employee.earned.iter().map(|(_, gross)| *gross).collect();
        let average = if earned.is_empty() { employee.hire.wage } else { severance::average(&earned, &on)? };
        let basis = severance::basis(average, self.scheme.zone, &on)?;
        let last_month = earned.last().copied().unwrap_or(employee.hire.wage);
        let service = Service::between(employee.hire.first, last)?;
        ending::settle(ending::judge(ground, protection).owed, basis, last_month, service, &on)
    }

    /// Pays a month to everybody who worked in it: part of a month by its working days, the housing fund from the month the
    /// law says, the difference after new bases in the month they are first used, income tax by the year so far.
    ///
    /// Refuses a month that is not later than the last one paid, and any payslip that cannot be; then nothing changes.
    pub fn pay_month(&mut self, month: Date, extras: &[Extra], policy: &Policy) -> Result<Payroll, PeopleError> {
        let month = month.first_of_month();
        self.refuse_paid(month)?;
        let mut next = self.employees.clone();
        let mut paid = Vec::new();
        for employee in &mut next {
            if employee.works_between(month, month.last_of_month()) {
                let own = extras.iter().filter(|extra| extra.employee == employee.id).map(|extra| extra.amount);
                paid.push(employee.pay(month, Money::total(own)?, &self.scheme, policy)?);
            }
        }
        if let Some(extra) = extras.iter().find(|extra| !paid.iter().any(|one| one.employee == Some(extra.employee))) {
            return Err(PeopleError::NoSuchEmployee(extra.employee.0));
        }
        let vouchers = payroll_voucher(&paid)?;
        self.employees = next;
        self.paid_through = Some(month);
        Ok(Payroll { month, paid, vouchers })
    }

    fn refuse_paid(&self, day: Date) -> Result<(), PeopleError> {
        match self.paid_through {
            Some(paid) if day.first_of_month() <= paid => Err(PeopleError::MonthPaid),
            _ => Ok(()),
        }
    }

    fn find(&mut self, id: EmployeeId) -> Result<&mut Employee, PeopleError> {
        let found = self.employees.iter_mut().find(|employee| employee.id == id && employee.last.is_none());
        found.ok_or(PeopleError::NoSuchEmployee(id.0))
    }
}

/// Refuses pay below nought, and more than anybody earns.
fn check_pay(pay: Money) -> Result<Money, PeopleError> {
    if pay.is_negative() {
        Err(PeopleError::NegativePay(pay))
    } else if pay > PAY_MAX {
        Err(MoneyError::OutOfRange.into())
    } else {
        Ok(pay)
    }
}

impl Employee {
    /// The wages of the months remembered, oldest first, by the month's first day.
    pub fn earned(&self) -> &[(Date, Money)] {
        &self.earned
    }

    fn works_between(&self, first: Date, last: Date) -> bool {
        self.hire.first <= last && self.last.is_none_or(|day| day >= first)
    }

    fn pay(&mut self, month: Date, extra: Money, scheme: &Scheme, policy: &Policy) -> Result<Paid, PeopleError> {
        let more = std::mem::take(&mut self.waiting).checked_add(extra)?;
        let gross = check_pay(self.wage_of(month, policy)?.checked_add(more)?)?;
        let parts = self.contributions(gross, month, scheme, policy)?;
        if self.tax_year != month.year() {
            self.tax_year = month.year();
            self.tax = WithholdingYear::begin(1, BasicDeduction::FromJoining)?;
        }
        let slip = payslip::in_tax_year(gross, month, parts, self.hire.claims, &mut self.tax, policy)?;
        self.earned.push((month, gross));
        let beyond = self.earned.len().saturating_sub(REMEMBERED);
        self.earned.drain(..beyond);
        Ok(Paid { department: self.hire.department, employee: Some(self.id), slip })
    }

    /// The wage of a month: all of it, or the working days of a month somebody joined or left in the midst of (PAY-V08).
    fn wage_of(&self, month: Date, policy: &Policy) -> Result<Money, PeopleError> {
        let (opens, closes) = (month, month.last_of_month());
        let first = self.hire.first.max(opens);
        let last = self.last.map_or(closes, |day| day.min(closes));
        let worked = weekdays(first, last)?;
        if worked == weekdays(opens, closes)? {
            return Ok(self.hire.wage);
        }
        Ok(daily::for_days(self.hire.wage, worked, &policy.at(month))?.min(self.hire.wage))
    }

    fn contributions(
        &self,
        gross: Money,
        month: Date,
        scheme: &Scheme,
        policy: &Policy,
    ) -> Result<Contributions, PeopleError> {
        let mut parts = contributions::compute(gross, month, scheme, policy)?;
        if month < onboarding::housing_fund_from(self.hire.first, self.hire.first_job)? {
            parts = Contributions { housing_base: Money::ZERO, housing: Shares::default(), ..parts };
        }
        if scheme.bases == BaseMode::Announced
            && i64::from(month.month()) == policy.at(month).count("social.base.switch-month")?
        {
            let owed = true_up::difference(month.year(), &self.earned, scheme, policy)?;
            parts = parts.plus(&owed)?;
        }
        Ok(parts)
    }
}
