//! Decisions: all that a trainee can do. A play-through is a seed and a list of these.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::firm::Refusal;
use crate::scenario::activity::{Answer, Misfit};
use crate::scenario::reckon::ReckonError;
use crate::scenario::term::TermError;

/// One thing a trainee does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Decision {
    /// Opens a piece of evidence of the present step.
    Open(String),
    /// Asks for help at the present step.
    Hint,
    /// Answers the present step.
    Answer(Answer),
}

/// Why a decision is refused. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// The scene is closed.
    #[error("the scene is closed")]
    Closed,
    /// There is no such evidence at this step, or it is open already.
    #[error("there is no unopened evidence `{0}` at this step")]
    Evidence(String),
    /// There is no help here, or it was given already.
    #[error("there is no help to ask for here")]
    Hint,
    /// The play is assessed: nobody helps.
    #[error("there is no help in assessed play")]
    NoHelp,
    /// The play is assessed: nothing is taken back.
    #[error("nothing is taken back in assessed play")]
    Undo,
    /// There is no decision to take back.
    #[error("nothing was decided yet")]
    NothingToUndo,
    /// The answer does not fit the activity.
    #[error(transparent)]
    Misfit(#[from] Misfit),
    /// The core refused an effect.
    #[error(transparent)]
    Core(#[from] Refusal),
    /// A value that an effect needs cannot be read at this moment.
    #[error(transparent)]
    Term(#[from] TermError),
    /// A figure that an effect needs cannot be reckoned at this moment.
    #[error(transparent)]
    Reckon(ReckonError),
    /// The scene would last longer than any may.
    #[error("a scene lasts ten years at most")]
    TooLate,
    /// More would arrive in a month than anybody reads.
    #[error("a month brings at most 64 events")]
    TooMuch,
}

impl From<ReckonError> for Refused {
    fn from(cause: ReckonError) -> Self {
        match cause {
            ReckonError::Term(cause) => Self::Term(cause),
            ReckonError::Firm(cause) => Self::Core(*cause),
            other => Self::Reckon(other),
        }
    }
}
