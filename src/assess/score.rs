//! The score: points to criteria, from decisions at the moment they were made.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::scenario::activity::Credit;
use crate::scenario::format::{Criterion, Weight};
use crate::session::{Session, autoplay};

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

/// Scores a play-through. Each step's points count once, at its best attempt, and an attempt after the first earns less;
/// what can be had is what the expert can have with these facts, so that a shorter way round is no way to full marks.
pub fn score(session: &Session) -> Score {
    let expert = autoplay::expert(session.rewound(0));
    let criteria = session.scenario().rubric.iter().map(|weight| criterion_score(weight, session, &expert));
    let criteria: Vec<CriterionScore> = criteria.collect();
    let centipoints = criteria.iter().map(|criterion| criterion.centipoints).fold(0, u32::saturating_add);
    Score { centipoints, text: points(centipoints), criteria }
}

fn criterion_score(weight: &Weight, session: &Session, expert: &Session) -> CriterionScore {
    let share = match weight.criterion {
        Criterion::Outcome => outcome(session),
        criterion => {
            let (got, of) = earned(session, criterion);
            let (_, expert_of) = earned(expert, criterion);
            Credit::share(got, of.max(expert_of).saturating_mul(MILLION))
        }
    };
    let full = u64::from(weight.weight).saturating_mul(100);
    let earned = full.saturating_mul(u64::from(share.ppm())).saturating_add(500_000).checked_div(1_000_000);
    let centipoints = u32::try_from(earned.unwrap_or(0)).unwrap_or(0);
    CriterionScore {
        criterion: weight.criterion,
        weight: weight.weight,
        centipoints,
        text: points(centipoints),
        share_ppm: share.ppm(),
    }
}

const MILLION: i64 = 1_000_000;

/// Points earned, in millionths, and points there were, over the steps met.
fn earned(session: &Session, criterion: Criterion) -> (i64, i64) {
    let mut best: BTreeMap<&str, (u32, u16)> = BTreeMap::new();
    for mark in session.state().marks.iter().filter(|mark| mark.criterion == criterion) {
        let entry = best.entry(&mark.step).or_insert((0, mark.of));
        entry.0 = entry.0.max(mark.share.ppm());
    }
    let got = best.values().map(|(share, of)| i64::from(*share).saturating_mul(i64::from(*of)));
    let of = best.values().map(|(_, of)| i64::from(*of));
    (got.fold(0, i64::saturating_add), of.fold(0, i64::saturating_add))
}

fn outcome(session: &Session) -> Credit {
    let ending = session.state().ending.as_ref();
    let ending = ending.and_then(|id| session.scenario().endings.iter().find(|ending| ending.id == *id));
    ending.map_or(Credit::NONE, |ending| Credit::percent(ending.outcome))
}

fn points(centipoints: u32) -> String {
    let whole = centipoints.checked_div(100).unwrap_or(0);
    let rest = centipoints.checked_rem(100).unwrap_or(0);
    format!("{whole}.{rest:02}")
}
