//! Running a scene's own tests: the expert, and the expert who makes a named mistake, for every seed the test names.

use std::collections::BTreeSet;
use std::sync::Arc;

use thiserror::Error;

use super::score::score;
use crate::policy::Policy;
use crate::scenario::activity::Answer;
use crate::scenario::format::Scenario;
use crate::scenario::table::Table;
use crate::scenario::trial::{Bound, Instead, Play, Trial};
use crate::session::{Decision, Happened, Refused, Session, autoplay};

/// Seeds of a trial that names none.
const SEEDS: std::ops::RangeInclusive<u64> = 1..=8;

/// More answers than any scene takes.
const ANSWERS_MAX: usize = 2_000;

/// What came of one trial with one seed.
#[derive(Clone, Debug)]
pub struct TrialReport {
    /// The trial's name.
    pub name: String,
    /// The seed.
    pub seed: u64,
    /// The play-through.
    pub session: Session,
    /// Its score, in hundredths of a point.
    pub centipoints: u32,
    /// What did not hold.
    pub failures: Vec<TrialFailure>,
}

/// What did not hold in a trial.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TrialFailure {
    /// The score is out of its bound.
    #[error("the score is {got}, wanted {wanted:?}")]
    Score {
        /// What it was.
        got: String,
        /// What it had to be.
        wanted: Bound,
    },
    /// It ended otherwise.
    #[error("it ended with {got:?}, wanted {wanted}")]
    Ending {
        /// How it ended.
        got: Option<String>,
        /// How it had to end.
        wanted: String,
    },
    /// A misconception was not met.
    #[error("the misconception {0} was not met")]
    NotMet(String),
    /// An answer was refused.
    #[error("step {step}: the answer was refused: {cause}")]
    Refused {
        /// The step.
        step: String,
        /// Why.
        cause: Refused,
    },
    /// The trial names a step that was not met.
    #[error("step {0} was not met")]
    StepNotMet(String),
    /// The trial's answer is of another kind than the step's activity.
    #[error("step {0}: the trial's answer is of another kind")]
    OtherKind(String),
}

/// Runs every trial of a scene.
pub fn run_all(scenario: &Arc<Scenario>, policy: &Arc<Policy>) -> Vec<TrialReport> {
    scenario.tests.iter().flat_map(|trial| run(trial, scenario, policy)).collect()
}

/// Every trial's outcome as text, a line each: name, seed, decisions, score, ending, and a hash over the state after each
/// decision. Equal on every machine.
pub fn golden(scenario: &Arc<Scenario>, policy: &Arc<Policy>) -> String {
    let line = |report: TrialReport| {
        let ending = report.session.state().ending.clone().unwrap_or_default();
        let decisions = report.session.decisions().len();
        let hash = chain(&report.session);
        format!(
            "{} | seed {} | {decisions} decisions | {} | {ending} | {hash}\n",
            report.name, report.seed, report.centipoints
        )
    };
    run_all(scenario, policy).into_iter().map(line).collect()
}

/// A hash over the state's hashes after each decision, the first of them before any.
fn chain(session: &Session) -> String {
    let mut replayed = session.rewound(0);
    let mut hasher = blake3::Hasher::new();
    hasher.update(replayed.state_hash().as_bytes());
    for decision in session.decisions() {
        if replayed.decide(decision.clone()).is_err() {
            break;
        }
        hasher.update(replayed.state_hash().as_bytes());
    }
    hasher.finalize().to_hex().as_str().to_owned()
}

/// Runs one trial for each of its seeds.
pub fn run(trial: &Trial, scenario: &Arc<Scenario>, policy: &Arc<Policy>) -> Vec<TrialReport> {
    let seeds: Vec<u64> = if trial.seeds.is_empty() { SEEDS.collect() } else { trial.seeds.clone() };
    seeds.into_iter().map(|seed| run_one(trial, scenario, policy, seed)).collect()
}

fn run_one(trial: &Trial, scenario: &Arc<Scenario>, policy: &Arc<Policy>, seed: u64) -> TrialReport {
    let none = Table::default();
    let (reads, instead) = match &trial.play {
        Play::Expert => (true, &none),
        Play::ExpertBut(instead) => (true, instead),
        Play::UnreadBut(instead) => (false, instead),
    };
    let session = Session::start(Arc::clone(scenario), Arc::clone(policy), seed);
    let (session, mut failures) = play(session, reads, instead);
    let score = score(&session);
    if !trial.score.admits(score.centipoints) {
        failures.push(TrialFailure::Score { got: score.text, wanted: trial.score });
    }
    if let Some(wanted) = &trial.ends
        && session.state().ending.as_ref() != Some(wanted)
    {
        failures.push(TrialFailure::Ending { got: session.state().ending.clone(), wanted: wanted.clone() });
    }
    let met = misconceptions(&session);
    let missing = trial.meets.iter().filter(|wanted| !met.contains(wanted.as_str()));
    failures.extend(missing.map(|wanted| TrialFailure::NotMet(wanted.clone())));
    TrialReport { name: trial.name.clone(), seed, session, centipoints: score.centipoints, failures }
}

fn play(mut session: Session, reads: bool, instead: &Table<Instead>) -> (Session, Vec<TrialFailure>) {
    let mut failures = Vec::new();
    let mut used = BTreeSet::new();
    if let Some(cause) = session.unready() {
        failures.push(TrialFailure::Refused { step: "before".to_owned(), cause: cause.clone() });
    }
    for _ in 0..ANSWERS_MAX {
        if reads {
            autoplay::read_all(&mut session);
        }
        let Some(step) = session.step().cloned() else { break };
        let task = step.activity.task();
        // A step of several rounds is played otherwise until it is passed or sent back.
        let other = instead.get(&step.id).filter(|_| !used.contains(&step.id));
        let answer: Option<Answer> = match other {
            Some(other) => task.instead(other, &session.moment()),
            None => Some(task.best(&session.moment())),
        };
        let Some(answer) = answer else {
            failures.push(TrialFailure::OtherKind(step.id));
            break;
        };
        if let Err(cause) = session.decide(Decision::Answer(answer)) {
            failures.push(TrialFailure::Refused { step: step.id, cause });
            break;
        }
        if session.state().rounds.is_empty() {
            used.insert(step.id);
        }
    }
    let not_met = instead.names().filter(|step| !used.contains(*step));
    failures.extend(not_met.map(|step| TrialFailure::StepNotMet(step.to_owned())));
    (session, failures)
}

/// Misconceptions met in a play-through.
pub(super) fn misconceptions(session: &Session) -> BTreeSet<&str> {
    let findings = session.state().chronicle.iter().flat_map(|record| match &record.what {
        Happened::Answered { judgement, .. } => judgement.findings.as_slice(),
        _ => &[],
    });
    findings.filter_map(|finding| finding.misconception.as_deref()).collect()
}
