//! The debrief: what was decided, what it led to, and why. A pure function of the play-through.

use serde::{Deserialize, Serialize};

use super::score::Score;
use crate::scenario::activity::{Finding, Note};
use crate::scenario::head::Head;
use crate::session::EndingView;

/// The debrief of a play-through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Debrief {
    /// The scene.
    pub scene: Head,
    /// How it ended; nothing where it was left unfinished.
    pub ending: Option<EndingView>,
    /// The score by criterion.
    pub score: Score,
    /// Each decision in order, with what it led to.
    pub timeline: Vec<Passage>,
    /// Questions for reflection, from the misconceptions met, most often met first; three at most.
    pub prompts: Vec<Prompt>,
    /// The state's hash at the end: the verification code.
    pub hash: String,
}

/// One decision on the time line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The decision's place in the log, from 0: replay from here plays the log up to just before it.
    pub decision: u32,
    /// The day, ISO.
    pub date: String,
    /// The step's id.
    pub step: String,
    /// The step's title.
    pub title: String,
    /// Which attempt it was, from 1.
    pub attempt: u8,
    /// What was decided, in words.
    pub decided: String,
    /// Evidence bearing on it that had been opened, by title.
    pub seen: Vec<String>,
    /// Evidence bearing on it that had not, by title.
    pub unseen: Vec<String>,
    /// Whether help was asked for.
    pub hinted: bool,
    /// What share of it was right, in parts per million.
    pub credit_ppm: u32,
    /// What was found.
    pub findings: Vec<Finding>,
    /// What an expert does.
    pub expert: String,
    /// What it led to, in the order of days.
    pub led_to: Vec<Consequence>,
}

/// Something that came of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consequence {
    /// The day, ISO.
    pub date: String,
    /// Days after the decision.
    pub days_after: i32,
    /// A letter's title or the like, in the author's words.
    pub title: Option<String>,
    /// What happened.
    pub note: Option<Note>,
    /// Money it cost, formatted; nothing where it cost none.
    pub cost: Option<String>,
    /// The rule's id.
    pub rule: Option<String>,
}

/// A question for reflection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prompt {
    /// The misconception's id.
    pub misconception: String,
    /// The mistaken belief.
    pub belief: String,
    /// The question.
    pub ask: String,
}
