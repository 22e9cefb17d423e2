//! What play-throughs showed, counted. Tallies add up in any order: that is why a sweep can be shared out and put together.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::bots::Bot;
use super::failure::Failure;
use crate::money::Money;

/// How often each thing named was met.
pub(super) type Counts = BTreeMap<String, u64>;

/// What play-throughs showed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// Play-throughs in all.
    pub plays: u64,
    /// By bot.
    pub bots: BTreeMap<Bot, BotTally>,
    /// Answers at each step.
    pub steps: Counts,
    /// Options taken: step and option.
    pub options: Counts,
    /// Conditions, and how often each was false and true.
    pub conditions: BTreeMap<String, (u64, u64)>,
    /// Elements of activities of which something was said: step and element.
    pub feedback: Counts,
    /// Misconceptions met.
    pub misconceptions: Counts,
    /// Events that arrived.
    pub events: Counts,
    /// Endings reached.
    pub endings: Counts,
    /// What came of one option and else the expert: by step, option and learner.
    pub trials: BTreeMap<String, BTreeMap<String, BTreeMap<u64, Outcome>>>,
    /// Hashes of the states that the search met.
    pub states: BTreeSet<u64>,
    /// Ways the search left out because there were too many.
    pub left_out: u64,
    /// What went wrong, each by its shortest way.
    pub failures: BTreeMap<String, Failure>,
}

/// What one bot's play-throughs showed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BotTally {
    /// How often each score was had, in hundredths of a point.
    pub scores: BTreeMap<u32, u64>,
    /// How often each ending was reached.
    pub endings: Counts,
    /// How often play took so many seconds of reading and answering.
    pub seconds: BTreeMap<u64, u64>,
    /// How often so many days went by.
    pub days: BTreeMap<i32, u64>,
}

/// What came of a play-through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The score in hundredths of a point.
    pub centipoints: u32,
    /// What there was to spend at the end.
    pub funds: Money,
    /// Days gone by.
    pub days: i32,
    /// What there was to spend right after the decision that is weighed; at the end where none is.
    pub funds_then: Money,
    /// Days gone by right after it.
    pub days_then: i32,
}

impl Outcome {
    /// Whether this is in nothing better than another: neither in score, money and days at the end, nor in the money and days
    /// of the moment, by which what is dear in the end tempts.
    pub fn is_nowhere_better(&self, other: &Outcome) -> bool {
        let then = self.funds_then <= other.funds_then && self.days_then >= other.days_then;
        then && self.centipoints <= other.centipoints && self.funds <= other.funds && self.days >= other.days
    }
}

impl Tally {
    /// Counts one more of a thing.
    pub(super) fn count(counts: &mut Counts, name: &str) {
        let times = counts.entry(name.to_owned()).or_default();
        *times = times.saturating_add(1);
    }

    /// Notes a failure; of two by the same name the shorter way stays.
    pub(super) fn fail(&mut self, failure: Failure) {
        let name = failure.name();
        match self.failures.get(&name) {
            Some(known) if *known <= failure => {}
            _ => {
                self.failures.insert(name, failure);
            }
        }
    }

    /// Adds what other play-throughs showed.
    pub fn add(&mut self, other: Tally) {
        self.plays = self.plays.saturating_add(other.plays);
        for (bot, theirs) in other.bots {
            let ours = self.bots.entry(bot).or_default();
            sum(&mut ours.scores, theirs.scores);
            sum(&mut ours.endings, theirs.endings);
            sum(&mut ours.seconds, theirs.seconds);
            sum(&mut ours.days, theirs.days);
        }
        sum(&mut self.steps, other.steps);
        sum(&mut self.options, other.options);
        sum(&mut self.feedback, other.feedback);
        sum(&mut self.misconceptions, other.misconceptions);
        sum(&mut self.events, other.events);
        sum(&mut self.endings, other.endings);
        for (name, (no, yes)) in other.conditions {
            let ours = self.conditions.entry(name).or_default();
            *ours = (ours.0.saturating_add(no), ours.1.saturating_add(yes));
        }
        for (step, options) in other.trials {
            let ours = self.trials.entry(step).or_default();
            for (option, learners) in options {
                ours.entry(option).or_default().extend(learners);
            }
        }
        self.states.extend(other.states);
        self.left_out = self.left_out.saturating_add(other.left_out);
        other.failures.into_values().for_each(|failure| self.fail(failure));
    }
}

fn sum<K: Ord>(ours: &mut BTreeMap<K, u64>, theirs: BTreeMap<K, u64>) {
    for (key, times) in theirs {
        let count = ours.entry(key).or_default();
        *count = count.saturating_add(times);
    }
}
