//! Figures of running a business: how much must be sold, how long the money lasts.

use serde::{Deserialize, Serialize};

use super::{Figure, ReckonError, Reckoned, amounts};
use crate::firm::numbers;
use crate::scenario::activity::Unit;
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;

/// How many units must be sold so that nothing is lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BreakEvenUnits {
    /// Fixed costs.
    pub fixed: Term,
    /// The price of a unit.
    pub price: Term,
    /// The variable cost of a unit.
    pub variable: Term,
}

impl Figure for BreakEvenUnits {
    fn unit(&self) -> Unit {
        Unit::Count
    }

    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let [fixed, price, variable] = amounts([&self.fixed, &self.price, &self.variable], moment)?;
        Ok(Reckoned::Count(numbers::break_even(fixed, price, variable)?.units))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        [&self.fixed, &self.price, &self.variable].into_iter().for_each(visit);
    }
}

/// Whole months that the money lasts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunwayMonths {
    /// The money.
    pub cash: Term,
    /// What goes out in a month.
    pub out: Term,
    /// What comes in in a month.
    pub income: Term,
}

impl Figure for RunwayMonths {
    fn unit(&self) -> Unit {
        Unit::Count
    }

    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let [cash, out, income] = amounts([&self.cash, &self.out, &self.income], moment)?;
        let months = numbers::runway_months(cash, out, income)?.ok_or(ReckonError::NothingUsed)?;
        Ok(Reckoned::Count(months.whole()))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        [&self.cash, &self.out, &self.income].into_iter().for_each(visit);
    }
}
