//! People by their names: a wage changed, overtime and bonuses, endings.

use serde::{Deserialize, Serialize};

use super::Kind;
use super::deed::{Act, Deed, count};
use crate::firm::people::ending::{Ground, Protection};
use crate::firm::people::overtime::{self, DayKind};
use crate::scenario::moment::Moment;
use crate::scenario::reckon::ReckonError;
use crate::scenario::term::Term;

/// Somebody's wage from the next payroll on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Raise {
    /// Who.
    pub name: Term,
    /// The new wage of a month.
    pub wage: Term,
}

impl Deed for Raise {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let (name, wage) = (self.name.text(moment), self.wage.money(moment)?);
        Ok(Box::new(move |firm, policy| {
            let employee = firm.employee_named(&name)?;
            firm.raise_wage(employee, wage, policy)
        }))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.name, Kind::Text);
        visit(&self.wage, Kind::Amount);
    }
}

/// An employment ends today; what that owes is paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dismiss {
    /// Who.
    pub name: Term,
    /// On which ground.
    pub ground: Ground,
    /// What protects against it.
    #[serde(default)]
    pub protection: Option<Protection>,
}

impl Deed for Dismiss {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let (name, ground, protection) = (self.name.text(moment), self.ground, self.protection);
        Ok(Box::new(move |firm, policy| {
            let employee = firm.employee_named(&name)?;
            firm.end_employment(employee, ground, protection, policy)
        }))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.name, Kind::Text);
    }
}

/// Somebody works overtime, which the next payroll pays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkOvertime {
    /// Who.
    pub name: Term,
    /// On what kind of day.
    pub kind: DayKind,
    /// How many hours.
    pub hours: Term,
}

/// Minutes of an hour.
const MINUTES: u32 = 60;

impl Deed for WorkOvertime {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let minutes = count(&self.hours, moment)?.saturating_mul(MINUTES);
        let (name, worked) = (self.name.text(moment), overtime::Overtime { kind: self.kind, minutes });
        Ok(Box::new(move |firm, policy| {
            let employee = firm.employee_named(&name)?;
            firm.work_overtime(employee, worked, policy)
        }))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.name, Kind::Text);
        visit(&self.hours, Kind::Text);
    }
}

/// Somebody gets an amount more with the next payroll: a bonus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayMore {
    /// Who.
    pub name: Term,
    /// How much.
    pub amount: Term,
}

impl Deed for PayMore {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let (name, amount) = (self.name.text(moment), self.amount.money(moment)?);
        Ok(Box::new(move |firm, _| {
            let employee = firm.employee_named(&name)?;
            firm.pay_more(employee, amount)
        }))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.name, Kind::Text);
        visit(&self.amount, Kind::Amount);
    }
}
