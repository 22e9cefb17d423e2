//! The chronicle: all that happened, in order, each with the decision that brought it about. The debrief is a fold over it.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::firm::FirmEvent;
use crate::scenario::activity::{Answer, Finding, Judgement};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The decision during which it happened, counted from 0.
    pub during: u32,
    /// The decision that brought it about; an earlier one where it took its time.
    pub cause: u32,
    /// The day.
    pub date: Date,
    /// What happened.
    pub what: Happened,
}

/// A line as it was said: who, and the words with this learner's figures.
pub type Line = (String, String);

/// Kinds of things that happen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Happened {
    /// Evidence was opened.
    Opened {
        /// The step.
        step: String,
        /// The evidence.
        evidence: String,
    },
    /// Help was given.
    Hinted {
        /// The step.
        step: String,
    },
    /// An answer was judged.
    Answered {
        /// The step.
        step: String,
        /// Which attempt, from 1.
        attempt: u8,
        /// The answer.
        answer: Answer,
        /// In words.
        words: String,
        /// What it was worth.
        judgement: Judgement,
        /// Evidence bearing on it, by title, and whether it had been opened.
        evidence: Vec<(String, bool)>,
    },
    /// The answer was sent back.
    Returned {
        /// The step.
        step: String,
        /// Days lost.
        days: u16,
        /// What was objected to.
        findings: Vec<Finding>,
        /// What was said.
        said: Vec<Line>,
    },
    /// Somebody helped after the last attempt.
    Helped {
        /// The step.
        step: String,
        /// What was said.
        said: Vec<Line>,
    },
    /// Somebody answered.
    Replied {
        /// What was said.
        said: Vec<Line>,
    },
    /// An event of the scene.
    Arrived {
        /// The event.
        event: String,
        /// Its title.
        title: String,
        /// What was said or written.
        said: Vec<Line>,
        /// Why it came.
        because: String,
        /// The rule behind it.
        rule: Option<String>,
    },
    /// Something the company's books or papers show.
    Firm(FirmEvent),
    /// The scene ended.
    Ended {
        /// The ending.
        ending: String,
    },
}
