//! A class counted: ways, options, misconceptions, time, criteria, who is stuck.

use std::collections::BTreeMap;

use super::attempt::Attempt;
use crate::scenario::format::{Criterion, Scenario};

/// Options and answers told apart at a step; the rest is counted together.
const ANSWERS_MAX: usize = 8;

/// A class at a scene.
#[derive(Clone, Debug)]
pub struct Class {
    /// How many play-throughs.
    pub attempts: usize,
    /// How many were finished.
    pub closed: usize,
    /// Scores in hundredths of a point: least, middle, most.
    pub scores: [u32; 3],
    /// Each step of the scene.
    pub steps: Vec<StepTally>,
    /// Misconceptions met, those of most learners first.
    pub beliefs: Vec<Belief>,
    /// Each criterion of the rubric: the mean share earned, in parts per million.
    pub criteria: Vec<(Criterion, u32)>,
    /// Endings by title, and how often.
    pub endings: Vec<(String, u32)>,
    /// Who is stuck: learner and the step's title.
    pub stuck: Vec<(String, String)>,
}

/// A step counted.
#[derive(Clone, Debug)]
pub struct StepTally {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How many answered it.
    pub met: u64,
    /// How many were right the first time.
    pub right_first: u64,
    /// How often it was sent back.
    pub returned: u64,
    /// Seconds that half of them took at most.
    pub seconds: u64,
    /// First answers in words, and how many gave each; the most frequent first.
    pub answers: Vec<(String, u64)>,
    /// First answers of which too few were alike to be told apart.
    pub other_answers: u64,
}

/// A misconception met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belief {
    /// Its id.
    pub id: String,
    /// The mistaken belief.
    pub belief: String,
    /// The question that it asks for.
    pub ask: String,
    /// How many learners met it.
    pub learners: u64,
}

impl Class {
    /// Counts a class's play-throughs of a scene.
    pub fn of(scenario: &Scenario, attempts: &[Attempt]) -> Self {
        let mut scores: Vec<u32> = attempts.iter().map(|attempt| attempt.score.centipoints).collect();
        scores.sort_unstable();
        let [least, most] = [scores.first(), scores.last()].map(|score| score.copied().unwrap_or(0));
        let middle = scores.get(scores.len() / 2).copied().unwrap_or(0);
        Self {
            attempts: attempts.len(),
            closed: attempts.iter().filter(|attempt| attempt.closed).count(),
            scores: [least, middle, most],
            steps: scenario.steps.iter().map(|step| tally(&step.id, &step.title, attempts)).collect(),
            beliefs: beliefs(scenario, attempts),
            criteria: scenario
                .rubric
                .iter()
                .map(|weight| (weight.criterion, mean(weight.criterion, attempts)))
                .collect(),
            endings: endings(scenario, attempts),
            stuck: stuck(scenario, attempts),
        }
    }
}

fn tally(id: &str, title: &str, attempts: &[Attempt]) -> StepTally {
    let firsts = attempts.iter().filter_map(|one| one.visits.iter().find(|visit| visit.step == id));
    let mut answers: BTreeMap<&str, u64> = BTreeMap::new();
    let (mut met, mut right_first) = (0_u64, 0_u64);
    for visit in firsts {
        met = met.saturating_add(1);
        right_first = right_first.saturating_add(u64::from(visit.right && visit.attempt == 1));
        let times = answers.entry(&visit.words).or_insert(0);
        *times = times.saturating_add(1);
    }
    let mut answers: Vec<(String, u64)> = answers.into_iter().map(|(words, times)| (words.to_owned(), times)).collect();
    answers.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    let other_answers = answers.iter().skip(ANSWERS_MAX).map(|(_, times)| *times).fold(0, u64::saturating_add);
    answers.truncate(ANSWERS_MAX);
    let mut seconds: Vec<u64> = attempts.iter().filter_map(|one| one.seconds.get(id).copied()).collect();
    seconds.sort_unstable();
    let returned = attempts.iter().filter_map(|one| one.returned.get(id)).map(|times| u64::from(*times));
    StepTally {
        id: id.to_owned(),
        title: title.to_owned(),
        met,
        right_first,
        returned: returned.fold(0, u64::saturating_add),
        seconds: seconds.get(seconds.len() / 2).copied().unwrap_or(0),
        answers,
        other_answers,
    }
}

fn beliefs(scenario: &Scenario, attempts: &[Attempt]) -> Vec<Belief> {
    let met = scenario.misconceptions.iter().filter_map(|(id, what)| {
        let learners = attempts.iter().filter(|one| one.beliefs.contains_key(id)).count();
        let belief = Belief {
            id: id.to_owned(),
            belief: what.belief.clone(),
            ask: what.ask.clone(),
            learners: u64::try_from(learners).unwrap_or(u64::MAX),
        };
        (learners > 0).then_some(belief)
    });
    let mut met: Vec<Belief> = met.collect();
    met.sort_by_key(|belief| std::cmp::Reverse(belief.learners));
    met
}

fn mean(criterion: Criterion, attempts: &[Attempt]) -> u32 {
    let shares = attempts.iter().flat_map(|one| &one.score.criteria).filter(|score| score.criterion == criterion);
    let sum = shares.map(|score| u64::from(score.share_ppm)).fold(0, u64::saturating_add);
    let mean = sum.checked_div(u64::try_from(attempts.len()).unwrap_or(u64::MAX)).unwrap_or(0);
    u32::try_from(mean).unwrap_or(1_000_000)
}

fn endings(scenario: &Scenario, attempts: &[Attempt]) -> Vec<(String, u32)> {
    let times = |id: &str| attempts.iter().filter(|one| one.ending.as_deref() == Some(id)).count();
    let count = |id: &str| u32::try_from(times(id)).unwrap_or(u32::MAX);
    scenario.endings.iter().map(|ending| (ending.title.clone(), count(&ending.id))).collect()
}

fn stuck(scenario: &Scenario, attempts: &[Attempt]) -> Vec<(String, String)> {
    let title = |id: &str| scenario.steps.iter().find(|step| step.id == id).map(|step| step.title.clone());
    attempts.iter().filter_map(|one| Some((one.learner.clone(), title(one.at.as_deref()?)?))).collect()
}
