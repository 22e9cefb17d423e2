//! Assessment: the score, the debrief, trials. Pure functions of a play-through; nothing here is stored or changed.

mod audit;
pub mod books;
mod certificate;
mod chain;
pub mod class;
mod compare;
mod debrief;
mod luck;
pub mod result;
mod review;
mod score;
mod sweep;
mod tell;
pub mod ticket;
mod trial;

pub use audit::audit;
pub use certificate::{Certificate, certificate};
pub use chain::{Chain, Weight, chains, weight};
pub use compare::{Comparison, Pair, Stand, compare, pairs};
pub use debrief::{Consequence, Debrief, Passage, Prompt};
pub use luck::{Fortune, LuckBand, scores_by_luck};
pub use review::review;
pub use score::{CriterionScore, Reach, Score, score, score_within};
pub use tell::debrief;
pub use trial::{TrialFailure, TrialReport, golden, run, run_all};
