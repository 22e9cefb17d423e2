//! The arithmetic of running a business: break-even, margins, stock, customers, discounted cash flow (facts §5.6).
//!
//! Everything is whole fen, whole units and parts per million; roots, powers and discount factors go through [`Fixed`], a
//! signed fixed-point number. Percentages keep four decimals ([`Rate`](crate::money::Rate)), quotients four
//! ([`Quotient`]), units that must cover something are rounded up. What a company owes by law is not computed here.

mod break_even;
mod customers;
mod discount;
mod fixed;
mod quotient;
mod stock;

use thiserror::Error;

pub use break_even::{BreakEven, break_even, contribution_margin, margin_of_safety, units_for_profit};
pub use customers::{lifetime_value, payback_months, runway_months, value_to_cost};
pub use discount::{annuity_payment, irr, npv, present_value};
pub use fixed::Fixed;
pub use quotient::{Quotient, margin, share_of};
pub use stock::{Turnover, order_quantity, reorder_point, turnover};

use crate::money::MoneyError;

/// Why a number cannot be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberError {
    /// A result lies outside what the type holds.
    #[error("the result is out of range")]
    OutOfRange,
    /// The divisor is nought or below where it must be above.
    #[error("what is divided by must be above nought")]
    BadDivisor,
    /// A sale brings in no more than it costs, so that no number of sales covers the fixed costs.
    #[error("the price does not exceed the variable cost")]
    NoContribution,
    /// A count, price or cost is below nought.
    #[error("an amount that cannot be below nought is")]
    Negative,
    /// A cash flow without any payment, or with payments of one sign only, has no internal rate of return.
    #[error("the cash flow does not change its sign")]
    NoSignChange,
    /// A cash flow whose sign changes more than once may have several internal rates of return.
    #[error("the cash flow changes its sign {0} times, so that the rate is not unique")]
    ManySignChanges(u32),
    /// No rate in the range searched makes the present value nought.
    #[error("no rate between -99.99% and 100000% makes the present value nought")]
    NoRoot,
    /// More periods than are computed.
    #[error("at most {max} periods are computed")]
    TooManyPeriods {
        /// The limit.
        max: u32,
    },
    /// A sum of money is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
}
