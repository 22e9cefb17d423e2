//! Bots that play a scene before a class does, and what their play shows of it.

mod bots;
mod report;

pub use bots::{Bot, play};
pub use report::{Exploration, explore};
