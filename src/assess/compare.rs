//! Two branches side by side: where each stands, what differs first, and what was decided at each step.

use super::debrief::Passage;
use super::score::{Score, score};
use crate::calendar::Date;
use crate::money::Money;
use crate::session::{Session, ending_view};

/// Where a branch stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// The simulated day.
    pub date: Date,
    /// Money in the bank.
    pub bank: Money,
    /// Fines paid or due.
    pub fines: Money,
    /// Duties still owed.
    pub duties: u32,
    /// The score.
    pub score: Score,
    /// How it ended: the ending's title.
    pub ending: Option<String>,
}

/// Two branches of a scene.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Where this one stands, and the other.
    pub stands: [Stand; 2],
    /// The first decision that differs, counted from 0; nothing where one begins with all of the other or they are the same.
    pub differs_at: Option<u32>,
    /// The steps of both.
    pub steps: Vec<Pair>,
}

/// A step with the last that was decided there in either branch; nothing where a branch did not come by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The step's title.
    pub title: String,
    /// In this one.
    pub mine: Option<String>,
    /// In the other.
    pub other: Option<String>,
}

impl Stand {
    /// Where a play-through stands.
    pub fn of(session: &Session) -> Self {
        let firm = &session.state().firm;
        let owed = firm.obligations().iter().filter(|duty| duty.is_owed()).count();
        Self {
            date: firm.today(),
            bank: firm.bank(),
            fines: firm.fines(),
            duties: u32::try_from(owed).unwrap_or(u32::MAX),
            score: score(session),
            ending: ending_view(session).map(|ending| ending.title),
        }
    }
}

/// Compares two branches.
pub fn compare(mine: &Session, other: &Session) -> Comparison {
    let differs = mine.decisions().iter().zip(other.decisions()).position(|(mine, other)| mine != other);
    let timelines = [mine, other].map(|session| super::debrief(session).timeline);
    Comparison {
        stands: [Stand::of(mine), Stand::of(other)],
        differs_at: differs.and_then(|place| u32::try_from(place).ok()),
        steps: pairs(&timelines[0], &timelines[1]),
    }
}

/// The steps of both time lines, in the order in which they were met.
pub fn pairs(mine: &[Passage], other: &[Passage]) -> Vec<Pair> {
    let mut steps: Vec<(&str, &str)> = Vec::new();
    for passage in mine.iter().chain(other) {
        if !steps.iter().any(|(step, _)| *step == passage.step) {
            steps.push((&passage.step, &passage.title));
        }
    }
    let last = |timeline: &[Passage], step: &str| {
        timeline.iter().rfind(|passage| passage.step == step).map(|passage| passage.decided.clone())
    };
    let pair = |(step, title): &(&str, &str)| Pair {
        title: (*title).to_owned(),
        mine: last(mine, step),
        other: last(other, step),
    };
    steps.iter().map(pair).collect()
}
