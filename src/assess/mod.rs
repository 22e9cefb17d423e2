//! Assessment: the score, the debrief, trials. Pure functions of a play-through; nothing here is stored or changed.

mod audit;
mod debrief;
mod score;
mod tell;
mod trial;

pub use audit::audit;
pub use debrief::{Consequence, Debrief, Passage, Prompt};
pub use score::{CriterionScore, Score, score};
pub use tell::debrief;
pub use trial::{TrialFailure, TrialReport, golden, run, run_all};
