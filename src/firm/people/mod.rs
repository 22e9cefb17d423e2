//! People: what the law asks of an employer from the first day of work to the last (facts §4).
//!
//! Contracts and their faults, hours and leave, minimum wages, contributions and their bases, payslips and the vouchers
//! they become, endings and what is owed at them, traineeships. Everything here is a pure function of what happened and of
//! the policy on a day; nothing here changes the company, and no figure of law stands in the code. Income tax is the tax
//! department's: [`payslip::in_tax_year`] asks it.

pub mod arrears;
pub mod contract;
pub mod contributions;
pub mod daily;
pub mod ending;
mod error;
pub mod layoff;
pub mod leave;
pub mod onboarding;
pub mod open_ended;
pub mod overtime;
pub mod payslip;
pub mod placement;
pub mod severance;
mod span;
pub mod true_up;
pub mod unsigned;
pub mod voucher;
pub mod wages;

pub use error::PeopleError;
pub use span::{Service, span_pay};
