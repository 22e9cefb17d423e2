//! What went wrong in play, with the shortest way there: the expert's way but for these answers.

use serde::{Deserialize, Serialize};

use super::bots::{DECISIONS_MAX, Finish};
use crate::scenario::activity::Answer;
use crate::session::{Decision, Happened, Session, autoplay};

/// What kind of thing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// An answer that the step offers was refused.
    Refused,
    /// The scene closed and no ending held.
    NoEnding,
    /// It went on without end.
    Endless,
}

impl Kind {
    /// The key of its message in the interface's texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Refused => "failure-refused",
            Self::NoEnding => "failure-no-ending",
            Self::Endless => "failure-endless",
        }
    }
}

/// A failure and the way to it. Ways are ordered: fewer answers first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Failure {
    /// What went wrong.
    pub kind: Kind,
    /// The step at which it did; empty where the scene had closed.
    pub step: String,
    /// What the core said.
    pub cause: String,
    /// The learner.
    pub seed: u64,
    /// Answers other than the expert's, in the order given: step and answer.
    pub answers: Vec<(String, Answer)>,
}

impl Failure {
    /// What it is counted under: failures of one kind at one step are one.
    pub fn name(&self) -> String {
        format!("{:?} {}", self.kind, self.step)
    }

    /// The answers as text, which `explore --replay` takes.
    pub fn script(&self) -> String {
        ron::to_string(&self.answers).unwrap_or_default()
    }

    fn key(&self) -> (usize, usize, u64, String) {
        let script = self.script();
        (self.answers.len(), script.len(), self.seed, script)
    }
}

impl PartialOrd for Failure {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Failure {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.name(), self.key(), &self.cause).cmp(&(other.name(), other.key(), &other.cause))
    }
}

/// What went wrong in a play-through, if anything did.
pub(super) fn found(session: &Session, finish: &Finish) -> Option<Failure> {
    let step = session.step().map_or("", |step| step.id.as_str()).to_owned();
    let (kind, cause, last) = match finish {
        Finish::Closed if session.state().ending.is_some() => return None,
        Finish::Closed => (Kind::NoEnding, String::new(), None),
        Finish::Refused(refused, answer) => (Kind::Refused, refused.to_string(), Some(answer)),
        Finish::Endless => (Kind::Endless, String::new(), None),
    };
    let given = session.state().chronicle.iter().filter_map(|record| match &record.what {
        Happened::Answered { step, answer, .. } => Some((step.clone(), answer.clone())),
        _ => None,
    });
    let answers = given.chain(last.map(|answer| (step.clone(), answer.clone()))).collect();
    Some(shrunk(session, Failure { kind, step, cause, seed: session.seed(), answers }))
}

/// Answers are left out one by one, the expert's taken in their place, as long as the same goes wrong.
fn shrunk(session: &Session, failure: Failure) -> Failure {
    let mut shortest = failure;
    let mut place = 0;
    while place < shortest.answers.len() {
        let mut fewer = shortest.answers.clone();
        fewer.remove(place);
        match replay(session.rewound(0), &fewer).1 {
            Some(same) if (same.kind, &same.step) == (shortest.kind, &shortest.step) => shortest = same,
            _ => place = place.saturating_add(1),
        }
    }
    shortest
}

/// Plays as the expert does but for these answers, each at the first time its step is met after the one before.
pub fn replay(mut session: Session, answers: &[(String, Answer)]) -> (Session, Option<Failure>) {
    let mut waiting = answers.iter().peekable();
    let failure = |session: &Session, kind, cause: String| Failure {
        kind,
        step: session.step().map_or("", |step| step.id.as_str()).to_owned(),
        cause,
        seed: session.seed(),
        answers: answers.to_vec(),
    };
    while session.decisions().len() < DECISIONS_MAX {
        autoplay::read_all(&mut session);
        let Some(step) = session.step() else {
            let lost = session.state().ending.is_none().then(|| failure(&session, Kind::NoEnding, String::new()));
            return (session, lost);
        };
        let answer = match waiting.next_if(|(at, _)| *at == step.id) {
            Some((_, answer)) => answer.clone(),
            None => step.activity.task().best(&session.moment()),
        };
        if let Err(refused) = session.decide(Decision::Answer(answer)) {
            let lost = failure(&session, Kind::Refused, refused.to_string());
            return (session, Some(lost));
        }
    }
    let lost = failure(&session, Kind::Endless, String::new());
    (session, Some(lost))
}
