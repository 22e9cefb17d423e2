//! What a class's report needs of one play-through.

use std::collections::BTreeMap;

use crate::assess::{Score, score};
use crate::scenario::activity::Quality;
use crate::session::{Happened, Session};

/// One play-through of a scene.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// The learner's id.
    pub learner: String,
    /// Whether it was finished.
    pub closed: bool,
    /// How it ended: the ending's id.
    pub ending: Option<String>,
    /// The step at which it stands, where it was not finished.
    pub at: Option<String>,
    /// The score.
    pub score: Score,
    /// The steps answered, in order.
    pub visits: Vec<Visit>,
    /// Misconceptions met, by id, and how often.
    pub beliefs: BTreeMap<String, u32>,
    /// Seconds by step.
    pub seconds: BTreeMap<String, u64>,
    /// How often a step was sent back, by step.
    pub returned: BTreeMap<String, u8>,
}

/// A step's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The step.
    pub step: String,
    /// Which attempt, from 1.
    pub attempt: u8,
    /// What was decided, in words.
    pub words: String,
    /// Whether nothing in it was wrong.
    pub right: bool,
}

impl Attempt {
    /// What a play-through tells; `seconds` are those of each decision.
    pub fn of(session: &Session, learner: &str, seconds: &[u32]) -> Self {
        let state = session.state();
        let mut visits = Vec::new();
        let mut beliefs: BTreeMap<String, u32> = BTreeMap::new();
        let mut spent: BTreeMap<String, u64> = BTreeMap::new();
        let mut counted = None;
        for record in &state.chronicle {
            if let Some(step) = step_of(&record.what)
                && counted != Some(record.during)
            {
                counted = Some(record.during);
                let took = usize::try_from(record.during).ok().and_then(|place| seconds.get(place));
                let sum = spent.entry(step.to_owned()).or_insert(0);
                *sum = sum.saturating_add(took.copied().map_or(0, u64::from));
            }
            if let Happened::Answered { step, attempt, words, judgement, .. } = &record.what {
                let right = judgement.findings.iter().all(|finding| finding.quality != Quality::Wrong);
                visits.push(Visit { step: step.clone(), attempt: *attempt, words: words.clone(), right });
                for belief in judgement.findings.iter().filter_map(|finding| finding.misconception.as_ref()) {
                    let times = beliefs.entry(belief.clone()).or_insert(0);
                    *times = times.saturating_add(1);
                }
            }
        }
        Self {
            learner: learner.to_owned(),
            closed: session.is_closed(),
            ending: state.ending.clone(),
            at: session.step().map(|step| step.id.clone()),
            score: score(session),
            visits,
            beliefs,
            seconds: spent,
            returned: state.returned.clone(),
        }
    }

    /// Seconds in all.
    pub fn seconds_in_all(&self) -> u64 {
        self.seconds.values().copied().fold(0, u64::saturating_add)
    }
}

/// The step at which a decision was made.
fn step_of(what: &Happened) -> Option<&str> {
    match what {
        Happened::Opened { step, .. }
        | Happened::Hinted { step }
        | Happened::Answered { step, .. }
        | Happened::WentOn { step, .. } => Some(step),
        _ => None,
    }
}
