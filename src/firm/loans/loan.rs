//! A running loan: instalments as they fall due, early repayment, arrears. What was drawn is at any time what was repaid
//! and what is outstanding.

use serde::{Deserialize, Serialize};

use super::LoanError;
use super::interest::daily_interest;
use super::schedule::{Instalment, RepaymentMethod, schedule};
use crate::calendar::{Date, DateError};
use crate::money::{Money, MoneyError, Rate};
use crate::policy::{PolicyError, PolicyOn};

/// What was agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoanTerms {
    /// The principal, above nought.
    pub principal: Money,
    /// The yearly rate.
    pub annual: Rate,
    /// The term in months.
    pub months: u32,
    /// How it is paid back.
    pub method: RepaymentMethod,
    /// The day the money came in; instalments fall due on the corresponding day of each later month.
    pub drawn: Date,
}

/// A loan from the day it is drawn until it is repaid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loan {
    terms: LoanTerms,
    /// Instalments not yet paid, the next first.
    ahead: Vec<Instalment>,
    outstanding: Money,
    repaid: Money,
    interest_paid: Money,
    penalty_paid: Money,
    last: Date,
}

/// A payment on a loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repayment {
    /// When.
    pub date: Date,
    /// When it was due; the day itself for an early repayment.
    pub due: Date,
    /// The principal in it.
    pub principal: Money,
    /// The agreed interest in it.
    pub interest: Money,
    /// The overdue interest in it.
    pub penalty: Money,
}

impl Repayment {
    /// Everything that is paid.
    pub fn total(&self) -> Result<Money, MoneyError> {
        Money::total([self.principal, self.interest, self.penalty])
    }

    /// Whether it came after its due day.
    pub fn is_late(&self) -> bool {
        self.date > self.due
    }
}

/// What is overdue on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrears {
    /// How many instalments.
    pub instalments: u32,
    /// Their principal.
    pub principal: Money,
    /// Their agreed interest.
    pub interest: Money,
    /// Overdue interest on both until that day.
    pub penalty: Money,
}

impl Arrears {
    /// Everything that is overdue.
    pub fn total(&self) -> Result<Money, MoneyError> {
        Money::total([self.principal, self.interest, self.penalty])
    }
}

impl Loan {
    /// Draws a loan.
    pub fn draw(terms: LoanTerms) -> Result<Loan, LoanError> {
        let plan = schedule(terms.principal, terms.annual, terms.months, terms.method)?;
        // The last due day lies within the calendar, so all do.
        due_day(&terms, terms.months)?;
        Ok(Loan {
            terms,
            ahead: plan.instalments().to_vec(),
            outstanding: terms.principal,
            repaid: Money::ZERO,
            interest_paid: Money::ZERO,
            penalty_paid: Money::ZERO,
            last: terms.drawn,
        })
    }

    /// What was agreed.
    pub fn terms(&self) -> &LoanTerms {
        &self.terms
    }

    /// The principal still owed.
    pub fn outstanding(&self) -> Money {
        self.outstanding
    }

    /// The principal paid back so far.
    pub fn repaid(&self) -> Money {
        self.repaid
    }

    /// The agreed interest paid so far.
    pub fn interest_paid(&self) -> Money {
        self.interest_paid
    }

    /// The overdue interest paid so far.
    pub fn penalty_paid(&self) -> Money {
        self.penalty_paid
    }

    /// Whether nothing is owed any more.
    pub fn is_repaid(&self) -> bool {
        self.ahead.is_empty()
    }

    /// The instalments still to pay with their due days, the next first.
    pub fn ahead(&self) -> impl Iterator<Item = (Date, &Instalment)> {
        self.ahead.iter().filter_map(|one| Some((due_day(&self.terms, one.number).ok()?, one)))
    }

    /// The next due day, if anything is owed.
    pub fn next_due(&self) -> Option<Date> {
        self.ahead().next().map(|(due, _)| due)
    }

    /// What is overdue on a day: instalments whose due day lies before it, with overdue interest at the agreed rate and
    /// the surcharge for the calendar days since.
    pub fn arrears(&self, date: Date, on: &PolicyOn<'_>) -> Result<Arrears, LoanError> {
        let mut arrears = Arrears::default();
        for (due, one) in self.ahead().filter(|(due, _)| *due < date) {
            arrears.instalments = arrears.instalments.saturating_add(1);
            arrears.principal = arrears.principal.checked_add(one.principal)?;
            arrears.interest = arrears.interest.checked_add(one.interest)?;
            arrears.penalty = arrears.penalty.checked_add(self.penalty(one, due, date, on)?)?;
        }
        Ok(arrears)
    }

    /// Pays the next instalment on its due day or later, then with overdue interest. The policy is that of the day.
    pub fn pay_instalment(&mut self, on: &PolicyOn<'_>) -> Result<Repayment, LoanError> {
        let date = self.not_back(on.date())?;
        let (due, one) = self.ahead().next().map(|(due, one)| (due, *one)).ok_or(LoanError::Repaid)?;
        if date < due {
            return Err(LoanError::NotDue { due });
        }
        let penalty = self.penalty(&one, due, date, on)?;
        let repayment = Repayment { date, due, principal: one.principal, interest: one.interest, penalty };
        let rest = self.ahead.get(1..).unwrap_or_default().to_vec();
        self.settle(&repayment, rest)?;
        Ok(repayment)
    }

    /// Pays back part of the principal, or all of it, before it is due, with interest on that part for the days since
    /// the last due day. The months left keep their due days and are worked out anew. Instalments that are due come first.
    pub fn repay_early(&mut self, principal: Money, on: &PolicyOn<'_>) -> Result<Repayment, LoanError> {
        let date = self.not_back(on.date())?;
        let next = self.ahead.first().copied().ok_or(LoanError::Repaid)?;
        if self.next_due().is_some_and(|due| due <= date) {
            return Err(LoanError::Overdue(next.payment()?));
        }
        if !principal.is_positive() || principal > self.outstanding {
            return Err(LoanError::Payment { paid: principal, owed: self.outstanding });
        }
        let since = due_day(&self.terms, next.number.saturating_sub(1))?;
        let interest = accrued(principal, self.terms.annual, since, date, on)?;
        let left = self.outstanding.checked_sub(principal)?;
        let rest = if left.is_zero() { Vec::new() } else { self.replan(left, next.number)? };
        let repayment = Repayment { date, due: date, principal, interest, penalty: Money::ZERO };
        self.settle(&repayment, rest)?;
        Ok(repayment)
    }

    /// Interest since the last due day that has not fallen due yet.
    pub fn accrued_interest(&self, on: &PolicyOn<'_>) -> Result<Money, LoanError> {
        let Some(next) = self.ahead.first() else { return Ok(Money::ZERO) };
        let since = due_day(&self.terms, next.number.saturating_sub(1))?;
        accrued(self.outstanding, self.terms.annual, since.min(on.date()), on.date(), on)
    }

    fn not_back(&self, date: Date) -> Result<Date, LoanError> {
        if date < self.last { Err(LoanError::DatedBack { date, last: self.last }) } else { Ok(date) }
    }

    /// The instalments from `number` on for another balance.
    fn replan(&self, balance: Money, number: u32) -> Result<Vec<Instalment>, LoanError> {
        let before = number.saturating_sub(1);
        let months = self.terms.months.saturating_sub(before);
        let plan = schedule(balance, self.terms.annual, months, self.terms.method)?;
        let renumbered = |one: &Instalment| Instalment { number: one.number.saturating_add(before), ..*one };
        Ok(plan.instalments().iter().map(renumbered).collect())
    }

    fn penalty(&self, one: &Instalment, due: Date, date: Date, on: &PolicyOn<'_>) -> Result<Money, LoanError> {
        let surcharge = self.terms.annual.ppm().saturating_mul(on.rate("interest.overdue-surcharge")?.ppm());
        let surcharge = surcharge.checked_div(Rate::ONE.ppm()).unwrap_or(0);
        let rate = Rate::try_from_ppm(self.terms.annual.ppm().saturating_add(surcharge)).ok_or(LoanError::Rate)?;
        accrued(one.payment()?, rate, due, date, on)
    }

    /// Books a payment. All sums are made before anything changes.
    ///
    /// # Panics
    /// If what was drawn were not what is repaid and outstanding, which the sums rule out.
    fn settle(&mut self, repayment: &Repayment, rest: Vec<Instalment>) -> Result<(), LoanError> {
        let outstanding = self.outstanding.checked_sub(repayment.principal)?;
        let repaid = self.repaid.checked_add(repayment.principal)?;
        let interest_paid = self.interest_paid.checked_add(repayment.interest)?;
        let penalty_paid = self.penalty_paid.checked_add(repayment.penalty)?;
        assert!(repaid.checked_add(outstanding) == Ok(self.terms.principal), "what was drawn is repaid or outstanding");
        (self.outstanding, self.repaid, self.ahead) = (outstanding, repaid, rest);
        (self.interest_paid, self.penalty_paid, self.last) = (interest_paid, penalty_paid, repayment.date);
        Ok(())
    }
}

/// The due day of an instalment; of the nought-th, the day of drawing.
fn due_day(terms: &LoanTerms, number: u32) -> Result<Date, DateError> {
    terms.drawn.plus_months(i32::try_from(number).map_err(|_| DateError::OutOfRange)?)
}

/// Interest for the days from one day to another.
fn accrued(principal: Money, annual: Rate, from: Date, to: Date, on: &PolicyOn<'_>) -> Result<Money, LoanError> {
    let basis = positive(on.days("interest.day-basis")?)?;
    let days = u32::try_from(from.days_until(to)).map_err(|_| LoanError::DatedBack { date: to, last: from })?;
    Ok(daily_interest(principal, annual, days, basis)?)
}

fn positive(days: i32) -> Result<u32, PolicyError> {
    let unknown = || PolicyError::Unknown { id: "interest.day-basis".to_owned() };
    u32::try_from(days).ok().filter(|days| *days > 0).ok_or_else(unknown)
}
