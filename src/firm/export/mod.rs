//! The books as other programs read them: a journal that hledger and ledger both take, a beancount file, and tables as CSV.
//! Each is a function from the books to a text; nothing here writes files.

mod beancount;
mod csv;
mod journal;
mod names;

pub use beancount::beancount;
pub use csv::{BOM, statement_csv, trial_balance_csv, vouchers_csv};
pub use journal::journal;
pub use names::account_path;
