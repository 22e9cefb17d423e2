//! The register: what an application must say, what the authority objects to, the unified social credit code, and the
//! company law's arithmetic around founding (capital, votes, profit, beneficial owners).
//! Every threshold and word list is asked of the policy.

mod application;
pub mod beneficial;
pub mod capital;
mod deficiency;
mod examine;
pub mod name;
pub mod organs;
pub mod profit;
pub mod uscc;
pub mod votes;

pub use application::{Application, ApplicationField, FieldValue};
pub use deficiency::{Deficiency, DeficiencyCode};
pub use examine::{examine, examine_all, reservation_figure};
pub use name::TakenName;
pub use uscc::CreditCode;
