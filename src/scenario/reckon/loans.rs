//! Figures of borrowing: instalments, the guaranteed startup loan, interest on what is overdue.

use serde::{Deserialize, Serialize};

use super::{Figure, Reckon, ReckonError, Reckoned, count, rate};
use crate::firm::loans::{self, RepaymentMethod, StartupBorrower, SubsidyShare};
use crate::scenario::activity::Unit;
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;

/// A part of one instalment of a loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoanFigure {
    /// Which part.
    pub part: LoanPart,
    /// The principal.
    pub principal: Term,
    /// The annual rate: `3.5%`.
    pub annual: Term,
    /// How many months it runs.
    pub months: u32,
    /// How it is paid back.
    pub method: RepaymentMethod,
    /// Which instalment, from 1.
    pub number: u32,
}

/// A part of an instalment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LoanPart {
    /// The interest in it.
    Interest,
    /// The principal in it.
    Principal,
    /// Both.
    Payment,
    /// What is owed after it.
    Left,
    /// The interest of all instalments.
    AllInterest,
}

impl Figure for LoanFigure {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let (principal, annual) = (self.principal.money(moment)?, rate(&self.annual, moment)?);
        let plan = loans::schedule(principal, annual, self.months, self.method)?;
        let one = plan.instalments().iter().find(|one| one.number == self.number);
        let one = one.ok_or(ReckonError::Instalment(self.number))?;
        let part = match self.part {
            LoanPart::Interest => one.interest,
            LoanPart::Principal => one.principal,
            LoanPart::Payment => one.payment()?,
            LoanPart::Left => one.balance,
            LoanPart::AllInterest => plan.total_interest()?,
        };
        Ok(part.into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        [&self.principal, &self.annual].into_iter().for_each(visit);
    }
}

/// Who borrows with the guarantee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GuaranteedKind {
    /// One person.
    Personal,
    /// Several who start a business together.
    Partners,
    /// The company.
    Company,
}

impl GuaranteedKind {
    fn borrower(self) -> StartupBorrower {
        match self {
            Self::Personal => StartupBorrower::Person,
            Self::Partners => StartupBorrower::Partnership,
            Self::Company => StartupBorrower::Enterprise,
        }
    }
}

/// The most that a guaranteed startup loan can be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuaranteedLimit {
    /// Who borrows.
    pub kind: GuaranteedKind,
    /// How many start together, for partners; two where left out.
    #[serde(default)]
    pub people: Option<Term>,
}

impl Figure for GuaranteedLimit {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let people = self.people.as_ref().map_or(Ok(2), |people| count(people, moment))?;
        Ok(loans::startup_limit(self.kind.borrower(), people, &moment.policy.at(moment.today()))?.into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        self.people.iter().for_each(visit);
    }
}

/// The highest yearly rate of a guaranteed startup loan: the loan prime rate and the margin, as they are today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuaranteedRate {}

impl Figure for GuaranteedRate {
    fn unit(&self) -> Unit {
        Unit::Percent
    }

    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        Ok(Reckoned::Percent(loans::rate_cap(&moment.policy.at(moment.today()))?))
    }

    fn terms<'a>(&'a self, _: &mut dyn FnMut(&'a Term)) {}
}

/// What the treasury bears of interest on a guaranteed startup loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subsidy {
    /// Who borrows.
    pub kind: GuaranteedKind,
    /// The interest.
    pub interest: Box<Reckon>,
}

/// What the borrower bears of interest on a guaranteed startup loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnInterest {
    /// Who borrows.
    pub kind: GuaranteedKind,
    /// The interest.
    pub interest: Box<Reckon>,
}

fn shared(kind: GuaranteedKind, interest: &Reckon, moment: &Moment<'_>) -> Result<SubsidyShare, ReckonError> {
    let share = loans::startup_subsidy(kind.borrower(), &moment.policy.at(moment.today()))?;
    Ok(SubsidyShare::of(interest.amount(moment)?, share)?)
}

impl Figure for Subsidy {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        Ok(shared(self.kind, &self.interest, moment)?.treasury.into())
    }

    fn terms<'a>(&'a self, _: &mut dyn FnMut(&'a Term)) {}

    fn inside(&self) -> Vec<&Reckon> {
        vec![&self.interest]
    }
}

impl Figure for OwnInterest {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        Ok(shared(self.kind, &self.interest, moment)?.borrower.into())
    }

    fn terms<'a>(&'a self, _: &mut dyn FnMut(&'a Term)) {}

    fn inside(&self) -> Vec<&Reckon> {
        vec![&self.interest]
    }
}

/// Interest on a debt for days, at a yearly rate; a year of interest has 360 days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverdueInterest {
    /// The debt.
    pub amount: Term,
    /// The annual rate: `5.25%`.
    pub annual: Term,
    /// The days.
    pub days: Term,
}

impl Figure for OverdueInterest {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let (amount, annual) = (self.amount.money(moment)?, rate(&self.annual, moment)?);
        let basis = moment.policy.at(moment.today()).days("interest.day-basis")?;
        let basis = u32::try_from(basis).map_err(|_| ReckonError::NotACount(basis.to_string()))?;
        Ok(loans::daily_interest(amount, annual, count(&self.days, moment)?, basis)?.into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        [&self.amount, &self.annual, &self.days].into_iter().for_each(visit);
    }
}
