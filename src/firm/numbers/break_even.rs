//! Break-even: how many units cover the fixed costs, and with them a profit aimed at.

use super::NumberError;
use super::quotient::share_of;
use crate::money::{Money, Rate};

/// Where income meets cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakEven {
    /// The fewest whole units that cover the fixed costs.
    pub units: i64,
    /// What those units sell for.
    pub revenue: Money,
}

/// What a unit contributes to the fixed costs: its price less its variable cost. Refuses nought and less.
pub fn contribution_margin(price: Money, variable: Money) -> Result<Money, NumberError> {
    if variable.is_negative() {
        return Err(NumberError::Negative);
    }
    let each = price.checked_sub(variable)?;
    if each.is_positive() { Ok(each) } else { Err(NumberError::NoContribution) }
}

/// The break-even point (FIN-V01, FIN-V03); units are rounded up.
pub fn break_even(fixed: Money, price: Money, variable: Money) -> Result<BreakEven, NumberError> {
    let units = units_for_profit(fixed, Money::ZERO, price, variable)?;
    Ok(BreakEven { units, revenue: price.checked_mul_int(units)? })
}

/// The fewest whole units that cover the fixed costs and bring a profit (FIN-V02).
pub fn units_for_profit(fixed: Money, profit: Money, price: Money, variable: Money) -> Result<i64, NumberError> {
    if fixed.is_negative() || profit.is_negative() {
        return Err(NumberError::Negative);
    }
    let each = contribution_margin(price, variable)?.fen();
    let needed = fixed.checked_add(profit)?.fen();
    let whole = needed.checked_div(each).ok_or(NumberError::BadDivisor)?;
    let rest = needed.checked_rem(each).ok_or(NumberError::BadDivisor)?;
    whole.checked_add(i64::from(rest > 0)).ok_or(NumberError::OutOfRange)
}

/// 安全边际率: by how much revenue may fall before the profit is gone, as a share of revenue; below nought if there is
/// a loss already.
pub fn margin_of_safety(revenue: Money, break_even_revenue: Money) -> Result<Rate, NumberError> {
    share_of(revenue.checked_sub(break_even_revenue)?, revenue)
}
