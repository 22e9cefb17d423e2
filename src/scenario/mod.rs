//! The scenario language: what a trainer writes, and what it means at a moment. Knows the company; knows no screen,
//! and nothing of how a play-through is kept.

pub mod activity;
pub mod allow;
pub mod check;
pub mod condition;
pub mod effect;
pub mod format;
pub mod head;
pub mod layout;
pub mod load;
pub mod moment;
pub mod nearest;
pub mod overlay;
pub mod problem;
pub mod reckon;
pub mod scan;
pub mod slip;
pub mod source;
mod syntax;
pub mod table;
pub mod term;
pub mod trial;
pub mod vary;
pub mod venue;
