//! Figures of the owners: shares, rounds, dividends.

use serde::{Deserialize, Serialize};

use super::{Figure, ReckonError, Reckoned, rate};
use crate::firm::equity;
use crate::firm::tax::iit::flat;
use crate::money::Rate;
use crate::scenario::activity::Unit;
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;

/// What is left of a share after rounds that sell these parts of the company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Diluted {
    /// The share before.
    pub share: Term,
    /// What each round sells.
    pub sold: Vec<Term>,
}

impl Figure for Diluted {
    fn unit(&self) -> Unit {
        Unit::Percent
    }

    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let sold: Result<Vec<Rate>, ReckonError> = self.sold.iter().map(|sold| rate(sold, moment)).collect();
        Ok(Reckoned::Percent(equity::after_dilution(rate(&self.share, moment)?, &sold?)?))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        std::iter::once(&self.share).chain(&self.sold).for_each(visit);
    }
}

/// Income tax withheld on a dividend to a natural person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DividendTax {
    /// The dividend before tax.
    pub amount: Term,
}

impl Figure for DividendTax {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        Ok(flat::dividend(self.amount.money(moment)?, moment.policy.at(moment.today()))?.payable.into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        visit(&self.amount);
    }
}
