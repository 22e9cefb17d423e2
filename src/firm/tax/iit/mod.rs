//! Individual income tax, as far as a company withholds it or its owner pays it (个人所得税法; facts §3.5).
//!
//! [`withholding`] month by month on wages, [`bonus`] the year-end bonus, [`labour`] fees to people outside, [`flat`]
//! dividends and other incomes at one rate; [`business`] the income of individual businesses; [`additional`] the special
//! additional deductions; [`settlement`] the year's account. Wages themselves are people's department.

pub mod additional;
pub mod bonus;
pub mod business;
pub mod flat;
pub mod labour;
pub mod settlement;
pub mod withholding;
