//! The books as other programs read them: a journal that hledger and ledger both take, a beancount file, and tables as rows and as CSV.
//! Each is a function from the books to a text; nothing here writes files.

mod beancount;
mod csv;
mod journal;
mod names;
mod table;

pub use beancount::beancount;
pub use csv::{BOM, statement, statement_csv, trial_balance, trial_balance_csv, vouchers, vouchers_csv};
pub use journal::journal;
pub use names::account_path;
pub use table::{Cell, Table};
