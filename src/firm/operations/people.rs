//! People: hiring, wages, endings; a month's payroll accrued, paid and remitted. What somebody earns, is insured for and is
//! owed is [`crate::firm::people`]'s to say.

use super::Reported;
use crate::calendar::Date;
use crate::firm::ledger::{EmployeeId, Period};
use crate::firm::people::PeopleError;
use crate::firm::people::contract::{self, Contract};
use crate::firm::people::ending::{self, Ground, Protection};
use crate::firm::people::overtime::{self, Overtime};
use crate::firm::people::payslip::Claims;
use crate::firm::people::staff::{Extra, Hire, Staff};
use crate::firm::people::voucher::{Department, ending_voucher};
use crate::firm::people::wages;
use crate::firm::tax::iit::withholding::BasicDeduction;
use crate::firm::tax::{TaxItem, filing};
use crate::firm::{Firm, FirmEvent, FirmNews, PayrollDue, Refusal, TaxDue};
use crate::money::Money;
use crate::policy::Policy;

/// What the employer notes of a new employee beside the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Post {
    /// Where the work is done.
    pub department: Department,
    /// Whether it is the first job ever.
    pub first_job: bool,
    /// From when the basic deduction of income tax adds up in the first year.
    pub basic: BasicDeduction,
    /// What is claimed each month when tax is withheld.
    pub claims: Claims,
}

impl Post {
    /// A post without claims, for somebody who has worked before.
    pub fn plain(department: Department) -> Self {
        Self { department, first_job: false, basic: BasicDeduction::FromJoining, claims: Claims::default() }
    }
}

impl Firm {
    /// Hires somebody under a contract, who is paid its wage from the first day on; a lower wage in probation is not followed
    /// here. Refuses a contract with defects, naming them, and a first day so late in its month that what is taken off the
    /// month's wage is more than the wage.
    pub fn hire(&mut self, contract: &Contract, post: Post, policy: &Policy) -> Reported {
        let defects = contract::examine(contract, &policy.at(contract.first))?;
        if !defects.is_empty() {
            return Err(Refusal::Contract(defects));
        }
        self.whole(|firm, events| {
            firm.open_staff()?;
            let Post { department, first_job, basic, claims } = post;
            let wage = contract.wage;
            let hire = Hire { first: contract.first, department, wage, first_job, basic, claims };
            let employee = firm.take_on("", hire, policy)?;
            events.push(firm.event(FirmNews::Employed { employee, wage }));
            Ok(())
        })
    }

    /// Employs somebody by name, before the company opens for business too: the staff keeps them, as `nobody_yet` where it is
    /// the first. Whether the contract is lawful is asked elsewhere; an unlawful one binds all the same.
    pub fn employ(&mut self, name: &str, hire: Hire, nobody_yet: Staff, policy: &Policy) -> Reported {
        if self.registration.is_none() {
            return Err(Refusal::NotFounded);
        }
        self.whole(|firm, events| {
            firm.staff.get_or_insert(nobody_yet);
            firm.take_on(name, hire, policy)?;
            events.push(firm.event(FirmNews::Hired { name: name.to_owned(), first: hire.first, wage: hire.wage }));
            Ok(())
        })
    }

    /// Takes somebody onto the staff. An insolvent company takes on nobody, and an open one none whom its payroll could not pay.
    fn take_on(&mut self, name: &str, hire: Hire, policy: &Policy) -> Result<EmployeeId, Refusal> {
        self.solvent()?;
        let employee = self.staff.as_mut().ok_or(Refusal::NotOpen)?.hire_named(name, hire)?;
        if self.business.is_some() {
            self.try_payroll(hire.first, policy)?;
        }
        Ok(employee)
    }

    /// Changes a wage from the next payroll on. Refuses one below the minimum of today.
    pub fn raise_wage(&mut self, employee: EmployeeId, wage: Money, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let today = firm.today;
            let zone = firm.open_business()?.opening.scheme.zone;
            let least = wages::monthly(zone, &policy.at(today))?;
            if wage < least {
                return Err(Refusal::Contract(vec![contract::Defect::BelowMinimumWage(least)]));
            }
            firm.open_staff()?.raise(employee, wage)?;
            let name = firm.name_of(employee);
            events.push(firm.event(FirmNews::WageChanged { employee, name, wage }));
            Ok(())
        })
    }

    /// Ends an employment today and pays what that ending owes beside the wage: nothing, N, N+1, or 2N where the law does not
    /// allow it. The wage of the last month comes with the month's payroll; refused, as hiring is, on a day so early in the
    /// month that what is taken off that wage is more than the wage.
    pub fn end_employment(
        &mut self,
        employee: EmployeeId,
        ground: Ground,
        protection: Option<Protection>,
        policy: &Policy,
    ) -> Reported {
        self.whole(|firm, events| {
            let last = firm.today;
            let staff = firm.open_staff()?;
            staff.leave(employee, last)?;
            let owed = staff.settlement(employee, last, ground, protection, policy)?.total()?;
            firm.try_payroll(last, policy)?;
            firm.pay_out("支付离职补偿", &ending_voucher(owed, Some(employee)), events)?;
            let rule = ending::judge(ground, protection).rule.to_owned();
            let name = firm.name_of(employee);
            events.push(firm.event(FirmNews::EmploymentEnded { employee, name, paid: owed, rule }));
            Ok(())
        })
    }

    /// Pays somebody's overtime with the next payroll, by the wage as it is (HR-25 to HR-27).
    pub fn work_overtime(&mut self, employee: EmployeeId, worked: Overtime, policy: &Policy) -> Reported {
        let wage = self.staff().and_then(|staff| staff.employees().iter().find(|one| one.id == employee));
        let wage = wage.map(|one| one.hire.wage).ok_or(PeopleError::NoSuchEmployee(employee.0))?;
        let amount = overtime::pay(wage, worked, &policy.at(self.today))?;
        self.pay_more(employee, amount)
    }

    /// Pays somebody an amount more with the next payroll, taxed with the wage: a bonus.
    pub fn pay_more(&mut self, employee: EmployeeId, amount: Money) -> Reported {
        self.whole(|firm, _| Ok(firm.open_staff()?.pay_more(employee, amount)?))
    }

    /// Books the payroll of today's month: wages and the employer's contributions become costs. Once a month, in order.
    pub fn run_payroll(&mut self, extras: &[Extra], policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let period = Period::of(firm.today);
            let accrual = firm.reckon_payroll(period, extras, policy, events)?;
            firm.post_lines("计提工资与社保公积金", &accrual, events)
        })
    }

    /// Refuses where the payroll of the month of a day could not be run.
    fn try_payroll(&mut self, day: Date, policy: &Policy) -> Result<(), Refusal> {
        self.open_staff()?.clone().pay_month(day, &[], policy)?;
        Ok(())
    }

    /// Reckons a month's payroll, notes what is to be paid, and gives the voucher that accrues it.
    pub(super) fn reckon_payroll(
        &mut self,
        period: Period,
        extras: &[Extra],
        policy: &Policy,
        events: &mut Vec<FirmEvent>,
    ) -> Result<Vec<super::VoucherLine>, Refusal> {
        let payroll = self.open_staff()?.pay_month(period.first_day(), extras, policy)?;
        let vouchers = payroll.vouchers;
        let people = u32::try_from(payroll.paid.len()).map_err(|_| PeopleError::BadCount)?;
        let month = payroll.month;
        if people > 0 {
            let withheld = Money::total(payroll.paid.iter().map(|paid| paid.slip.income_tax))?;
            let (wages, contributions) = (vouchers.payment, vouchers.remittance);
            self.open_business()?.payrolls.push(PayrollDue { month, people, wages, contributions, withheld });
        }
        let mut cost = Money::ZERO;
        for paid in &payroll.paid {
            cost = cost.checked_add(paid.slip.cost()?)?;
        }
        events.push(self.event(FirmNews::PayrollBooked { month, people, cost }));
        Ok(vouchers.accrual)
    }

    /// Pays the wages of the oldest payroll that waits for it and declares the income tax held back.
    pub fn pay_wages(&mut self, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let next_month = firm.today.first_of_month().plus_months(1)?;
            let due = filing::due_in_month_of(next_month, policy)?.date;
            let business = firm.open_business()?;
            let waiting = business.payrolls.iter_mut().find(|payroll| !payroll.wages.is_empty());
            let payroll = waiting.ok_or(Refusal::NothingDue)?;
            let lines = std::mem::take(&mut payroll.wages);
            let amount = std::mem::take(&mut payroll.withheld);
            firm.pay_out("发放工资", &lines, events)?;
            firm.declare(TaxDue { item: TaxItem::IncomeTaxWithheld, amount, due }, events)
        })
    }

    /// Pays insurance and housing fund of the oldest payroll whose wages are paid.
    pub fn remit_contributions(&mut self) -> Reported {
        self.whole(|firm, events| {
            let payrolls = &mut firm.open_business()?.payrolls;
            let ready = |payroll: &PayrollDue| payroll.wages.is_empty() && !payroll.contributions.is_empty();
            let place = payrolls.iter().position(ready).ok_or(Refusal::NothingDue)?;
            let lines = payrolls.remove(place).contributions;
            firm.pay_out("缴纳社会保险费与住房公积金", &lines, events)
        })
    }

    /// The month of the oldest payroll whose wages are not paid.
    pub fn wages_owed_for(&self) -> Option<Date> {
        let payrolls = self.business().map_or(&[][..], |business| &business.payrolls);
        payrolls.iter().find(|payroll| !payroll.wages.is_empty()).map(|payroll| payroll.month)
    }
}
