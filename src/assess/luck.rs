//! Luck told apart from judgement: the same decisions, where chance falls otherwise.

use std::ops::Range;

use super::score::{Reach, score, score_within};
use crate::session::Session;

/// From this share of the points for what was decided on, decisions are good, in parts per million.
const GOOD_PPM: u64 = 800_000;

/// What scores the same decisions come to when chance falls otherwise; in hundredths of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LuckBand {
    /// How often chance was drawn anew.
    pub draws: u32,
    /// How often the decisions could be carried out to the same place.
    pub carried_out: u32,
    /// Of those: least, lower quarter, middle, upper quarter, most.
    pub scores: [u32; 5],
    /// What was scored.
    pub yours: u32,
    /// What can be said of it.
    pub fortune: Fortune,
}

/// How decisions and luck stand to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fortune {
    /// Chance plays no part in this score.
    NoChance,
    /// Good decision, bad luck: three of four draws would have ended better.
    GoodDecisionsBadLuck,
    /// Poor decisions that went well: three of four draws would have ended worse.
    PoorDecisionsGoodLuck,
    /// About what these decisions come to.
    AsUsual,
}

/// Scores of the same decisions for these draws of chance: nothing where they cannot be carried out to the same place. A page
/// does some at a time.
pub fn scores_by_luck(session: &Session, draws: Range<u64>) -> Vec<Option<u32>> {
    let reach = Reach::of(session);
    let played = |luck: u64| {
        let elsewhere = session.with_luck(luck);
        let carried_out = elsewhere.decisions().len() == session.decisions().len();
        carried_out.then(|| score_within(&elsewhere, &reach).centipoints)
    };
    draws.map(played).collect()
}

impl LuckBand {
    /// The band of a play-through, from what its decisions scored by luck. Nothing where none could be carried out.
    pub fn of(session: &Session, by_luck: &[Option<u32>]) -> Option<Self> {
        let mut scores: Vec<u32> = by_luck.iter().flatten().copied().collect();
        scores.sort_unstable();
        let at = |quarter: usize| {
            let place = scores.len().saturating_sub(1).saturating_mul(quarter) / 4;
            scores.get(place).copied()
        };
        let band = [at(0)?, at(1)?, at(2)?, at(3)?, at(4)?];
        let yours = score(session).centipoints;
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Some(Self {
            draws: count(by_luck.len()),
            carried_out: count(scores.len()),
            scores: band,
            yours,
            fortune: fortune(session, band, yours),
        })
    }
}

fn fortune(session: &Session, [least, lower, _, upper, most]: [u32; 5], yours: u32) -> Fortune {
    if least == most {
        return Fortune::NoChance;
    }
    match (decided_well(session), yours < lower, yours > upper) {
        (true, true, _) => Fortune::GoodDecisionsBadLuck,
        (false, _, true) => Fortune::PoorDecisionsGoodLuck,
        _ => Fortune::AsUsual,
    }
}

/// Whether most of the points were earned that do not hang on how it went.
fn decided_well(session: &Session) -> bool {
    use crate::scenario::format::Criterion;
    let score = score(session);
    let decided = score.criteria.iter().filter(|one| one.criterion != Criterion::Outcome);
    let sum = |of: u64, one: u64| of.saturating_add(one);
    let earned = decided.clone().map(|one| u64::from(one.centipoints)).fold(0, sum);
    let full = decided.map(|one| u64::from(one.weight).saturating_mul(100)).fold(0, sum);
    earned.saturating_mul(1_000_000) >= full.saturating_mul(GOOD_PPM)
}
