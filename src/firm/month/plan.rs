//! What is decided for a month.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::money::{Money, Rate};

/// The highest price or cost of a unit. With the crowd's limit a month's takings stay below a
/// thirtieth of [`Money::LIMIT_FEN`].
const UNIT_MAX: Money = Money::from_fen(10_000_000);
/// The most units in an order, in stock, or sold a day.
const UNITS_MAX: u32 = 10_000_000;
/// The most staff.
const STAFF_MAX: u32 = 10_000;
/// The most that a month's rent, advertising or wage may be.
const COST_MAX: Money = Money::from_fen(1_000_000_000);

/// What is decided for a month. Amounts are at least nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The price of a unit, tax included, above nought.
    pub price: Money,
    /// How good the goods are, nought to the whole.
    pub quality: Rate,
    /// What a unit costs to buy; better goods cost more.
    pub unit_cost: Money,
    /// The stock at which goods are ordered.
    pub reorder_point: u32,
    /// How many units an order is for; fewer come if the cash does not reach.
    pub order_units: u32,
    /// The days from order to delivery, which is paid at once; at least one.
    pub lead_days: u8,
    /// How many there are to serve.
    pub staff: u32,
    /// How many customers one of them serves a day.
    pub served_each: u32,
    /// A month's wage of each, paid on the tenth of the next month.
    pub wage: Money,
    /// A month's rent, paid on the first.
    pub rent: Money,
    /// A month's advertising, spent on the first if the cash reaches.
    pub advertising: Money,
    /// The part of sales on account, collected on the twentieth of the next month.
    pub on_account: Rate,
    /// The part of what was sold on account that is never paid.
    pub bad_debts: Rate,
}

/// What is wrong with a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PlanProblem {
    /// A price of nought, or beyond the limit.
    #[error("the price must be above nought and at most 100,000.00")]
    Price,
    /// A cost below nought or beyond the limit.
    #[error("costs must be at least nought and within bounds")]
    Cost,
    /// More units or staff than are computed.
    #[error("too many units or staff")]
    Count,
    /// A share outside nought to the whole.
    #[error("quality, sales on account and bad debts lie between 0% and 100%")]
    Share,
    /// No day between order and delivery, or more than a month.
    #[error("delivery takes from one day to 28")]
    Lead,
}

impl Plan {
    /// Refuses a plan that cannot be carried out.
    pub fn check(&self) -> Result<(), PlanProblem> {
        let whole = Rate::ZERO..=Rate::ONE;
        let cost = Money::ZERO..=COST_MAX;
        if !self.price.is_positive() || self.price > UNIT_MAX {
            return Err(PlanProblem::Price);
        }
        let unit = (Money::ZERO..=UNIT_MAX).contains(&self.unit_cost);
        if !unit || ![self.wage, self.rent, self.advertising].iter().all(|amount| cost.contains(amount)) {
            return Err(PlanProblem::Cost);
        }
        let units = self.reorder_point.max(self.order_units).max(self.served_each);
        if units > UNITS_MAX || self.staff > STAFF_MAX {
            return Err(PlanProblem::Count);
        }
        if ![self.quality, self.on_account, self.bad_debts].iter().all(|share| whole.contains(share)) {
            return Err(PlanProblem::Share);
        }
        if self.lead_days == 0 || self.lead_days > 28 {
            return Err(PlanProblem::Lead);
        }
        Ok(())
    }

    /// How many customers can be served a day.
    pub fn capacity(&self) -> i64 {
        i64::from(self.staff).saturating_mul(i64::from(self.served_each))
    }
}
