//! What a customer is worth and costs, and how long the money lasts.

use super::NumberError;
use super::quotient::{Quotient, quotient};
use crate::money::{Money, Rate};

/// LTV: monthly revenue per customer × gross margin ÷ monthly churn (FIN-V09), half-up to the fen.
pub fn lifetime_value(monthly_revenue: Money, gross_margin: Rate, monthly_churn: Rate) -> Result<Money, NumberError> {
    // Revenue × margin ppm ÷ churn ppm: both scales cancel.
    let fen = quotient(monthly_revenue.fen(), monthly_churn.ppm(), gross_margin.ppm())?;
    let signed = if gross_margin < Rate::ZERO { fen.saturating_neg() } else { fen };
    Ok(Money::try_from_fen(signed)?)
}

/// LTV / CAC with four decimals (FIN-V10); three and more is held to be healthy.
pub fn value_to_cost(lifetime_value: Money, acquisition_cost: Money) -> Result<Quotient, NumberError> {
    Quotient::of(lifetime_value, acquisition_cost)
}

/// The months until a customer has paid back what winning it cost (FIN-V11), with four decimals.
pub fn payback_months(
    acquisition_cost: Money,
    monthly_revenue: Money,
    gross_margin: Rate,
) -> Result<Quotient, NumberError> {
    Quotient::of(acquisition_cost, monthly_revenue.at(gross_margin)?)
}

/// Runway: the months the cash lasts at this monthly burn, with four decimals (FIN-V12); `None` if nothing is burnt.
pub fn runway_months(cash: Money, monthly_out: Money, monthly_in: Money) -> Result<Option<Quotient>, NumberError> {
    let burn = monthly_out.checked_sub(monthly_in)?;
    if burn.is_positive() { Quotient::of(cash, burn).map(Some) } else { Ok(None) }
}
