//! Law and growth: what contracts, customers, advertisements, marks, patents, the register and recognitions ask of a
//! company (facts §6). Pure functions of what happened and of the policy on a day; nothing here changes the company, and no
//! figure of law stands in the code.

pub mod advertising;
pub mod annual_report;
pub mod consumer;
pub mod damages;
pub mod deposit;
pub mod deregistration;
mod error;
pub mod lease;
pub mod patent;
pub mod penalty;
pub mod privacy;
pub mod standard;
pub mod trademark;

pub use error::LawError;
