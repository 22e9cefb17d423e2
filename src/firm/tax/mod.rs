//! Tax: pure computations over [`crate::policy::PolicyOn`] and typed inputs (facts §3, §0.2).
//!
//! One file a tax. Each computation takes amounts and dates, asks the policy of the day for its rates and limits, and
//! returns amounts by [`TaxItem`], so that posting them is a fold over [`TaxLine::entry`]. Nothing here knows the ledger,
//! keeps state or reads a clock; vouchers, payment and the list of what a company owes live elsewhere in the firm.
//! Rounding is half-up to the fen, item by item (facts §0.2.2).

pub mod cit;
pub mod credit;
pub mod filing;
pub mod iit;
mod item;
pub mod penalty;
pub mod stamp;
pub mod surcharge;
pub mod vat;

pub use item::{TaxEntry, TaxError, TaxItem, TaxLine, payable};
