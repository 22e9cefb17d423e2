//! Bots that play a scene before a class does, and what their play shows of it; and companies that live by chance.

mod bots;
pub mod companies;
mod report;

pub use bots::{Bot, play};
pub use report::{Exploration, explore};
