//! Stock: how much to order, when, and how fast it turns.

use super::NumberError;
use super::quotient::Quotient;
use crate::money::Money;

/// How fast stock turns in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turnover {
    /// Cost of sales over average stock.
    pub turns: Quotient,
    /// The days one turn takes.
    pub days: Quotient,
}

/// The turnover of stock: cost of sales over the mean of opening and closing stock, and the days of the period over
/// that. Refuses a period without sales or without stock.
pub fn turnover(cost_of_sales: Money, opening: Money, closing: Money, days: u32) -> Result<Turnover, NumberError> {
    let twice_mean = opening.checked_add(closing)?;
    let twice_cost = cost_of_sales.checked_mul_int(2)?;
    let period_stock = i128::from(twice_mean.fen()).checked_mul(i128::from(days)).ok_or(NumberError::OutOfRange)?;
    let period_stock = i64::try_from(period_stock).map_err(|_| NumberError::OutOfRange)?;
    Ok(Turnover {
        turns: Quotient::of(twice_cost, twice_mean)?,
        days: Quotient::of_counts(period_stock, twice_cost.fen())?,
    })
}

/// The economic order quantity: the whole number of units that makes ordering and holding cheapest together for a yearly
/// demand, a cost per order and a yearly holding cost per unit; at equal cost the smaller.
pub fn order_quantity(yearly_demand: u32, order_cost: Money, holding_cost: Money) -> Result<i64, NumberError> {
    if order_cost.is_negative() {
        return Err(NumberError::Negative);
    }
    if !holding_cost.is_positive() {
        return Err(NumberError::BadDivisor);
    }
    let square = i128::from(yearly_demand)
        .checked_mul(i128::from(order_cost.fen()))
        .and_then(|product| product.checked_mul(2))
        .and_then(|product| product.checked_div(i128::from(holding_cost.fen())))
        .ok_or(NumberError::OutOfRange)?;
    let below = i64::try_from(square.isqrt()).map_err(|_| NumberError::OutOfRange)?.max(1);
    let above = below.checked_add(1).ok_or(NumberError::OutOfRange)?;
    // Cost(q) = D·S/q + H·q/2; ×2q·(q+1) compares q with q + 1 exactly: q is no dearer iff 2·D·S ≤ H·q·(q + 1).
    let ordering = i128::from(yearly_demand)
        .checked_mul(i128::from(order_cost.fen()))
        .and_then(|product| product.checked_mul(2))
        .ok_or(NumberError::OutOfRange)?;
    let holding = i128::from(holding_cost.fen())
        .checked_mul(i128::from(below))
        .and_then(|product| product.checked_mul(i128::from(above)))
        .ok_or(NumberError::OutOfRange)?;
    Ok(if ordering <= holding { below } else { above })
}

/// The stock at which to order again: what is sold in the time an order takes, rounded up, and the safety stock.
/// `demand` units are sold in `demand_days`.
pub fn reorder_point(demand: u32, demand_days: u32, lead_days: u32, safety: u32) -> Result<i64, NumberError> {
    if demand_days == 0 {
        return Err(NumberError::BadDivisor);
    }
    let sold = u64::from(demand).checked_mul(u64::from(lead_days)).ok_or(NumberError::OutOfRange)?;
    let needed = sold.div_ceil(u64::from(demand_days)).checked_add(u64::from(safety));
    needed.and_then(|needed| i64::try_from(needed).ok()).ok_or(NumberError::OutOfRange)
}
