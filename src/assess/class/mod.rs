//! A class: what its results have in common. A fold over play-throughs; nobody is named here but by the id on the result.

mod attempt;
mod tally;

pub use attempt::{Attempt, Visit};
pub use tally::{Belief, Class, StepTally};
