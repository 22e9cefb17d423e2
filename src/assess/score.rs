//! The score: points to criteria, from decisions at the moment they were made.

use serde::{Deserialize, Serialize};

use crate::scenario::format::Criterion;

/// A score out of 100.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// In hundredths of a point, 0 to 10,000.
    pub centipoints: u32,
    /// As a person reads it, such as `96.50`.
    pub text: String,
    /// Each criterion of the scene's rubric.
    pub criteria: Vec<CriterionScore>,
}

/// One criterion's score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionScore {
    /// The criterion.
    pub criterion: Criterion,
    /// Its weight, of 100.
    pub weight: u16,
    /// What was earned, in hundredths of a point.
    pub centipoints: u32,
    /// As a person reads it.
    pub text: String,
    /// The share earned, in parts per million.
    pub share_ppm: u32,
}
