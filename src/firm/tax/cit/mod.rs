//! Corporate income tax (企业所得税法; facts §3.4).
//!
//! [`rate`] which regime applies and the tax it makes; [`small_profit`] the conditions of small low-profit enterprises;
//! [`prepay`] the quarters; [`limits`], [`research`] and [`loss`] what the law allows otherwise than the books; [`annual`]
//! the year's reconciliation. What the books say comes from the ledger's department.

pub mod annual;
pub mod limits;
pub mod loss;
pub mod prepay;
pub mod rate;
pub mod research;
pub mod small_profit;
