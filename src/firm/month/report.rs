//! What a month brought.

use serde::{Deserialize, Serialize};

use crate::money::Money;

/// A month in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthReport {
    /// How many customers came.
    pub customers: i64,
    /// How many units were sold.
    pub sold: i64,
    /// Customers who left because nobody could serve them.
    pub lost_to_capacity: i64,
    /// Customers who left because nothing was in stock.
    pub lost_to_stock: i64,
    /// Units bought.
    pub bought: i64,
    /// Sales without tax.
    pub sales: Money,
    /// VAT in the sales, owed or not.
    pub vat: Money,
    /// What the units sold had cost.
    pub cost_of_sales: Money,
    /// Postings, counted in lines.
    pub lines: u32,
    /// Whether the business became insolvent at its end.
    pub became_insolvent: bool,
}
