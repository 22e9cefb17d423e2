//! Assessment: the score, the debrief, trials. Pure functions of a play-through; nothing here is stored or changed.

mod audit;
mod debrief;
mod review;
mod score;
mod sweep;
mod tell;
mod trial;

pub use audit::audit;
pub use debrief::{Consequence, Debrief, Passage, Prompt};
pub use review::review;
pub use score::{CriterionScore, Reach, Score, score, score_within};
pub use tell::debrief;
pub use trial::{TrialFailure, TrialReport, golden, run, run_all};
