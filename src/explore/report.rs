//! What a sweep says of a scene, drawn from its tally: coverage, scores, time, dominated options, failures.

use std::collections::BTreeMap;

use serde::Serialize;

use super::bots::Bot;
use super::failure::Failure;
use super::part::Part;
use super::tally::{BotTally, Counts, Outcome};
use super::watch::Watch;
use crate::scenario::activity::Activity;
use crate::scenario::format::Scenario;

/// Points in one bar of a histogram.
const BAR_POINTS: u32 = 5;

/// What a sweep says of a scene.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The scene's id.
    pub scene: String,
    /// Its title.
    pub title: String,
    /// Minutes it promises.
    pub minutes: u16,
    /// Play-throughs in all.
    pub plays: u64,
    /// Different states that the search met.
    pub states: u64,
    /// Ways it left out because there were too many.
    pub left_out: u64,
    /// What was met and what was not.
    pub coverage: Vec<Coverage>,
    /// By bot, the best first.
    pub bots: Vec<BotReport>,
    /// By option: what it came to.
    pub options: Vec<OptionReport>,
    /// What went wrong, by the shortest way.
    pub failures: Vec<FailureReport>,
}

/// How much of one kind of thing was met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The kind: the key of its name in the interface's texts.
    pub kind: &'static str,
    /// How many were met.
    pub met: u64,
    /// Of how many.
    pub of: u64,
    /// Those that were not.
    pub missed: Vec<String>,
}

/// What one bot's play-throughs came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BotReport {
    /// The bot.
    pub bot: Bot,
    /// Play-throughs.
    pub plays: u64,
    /// Scores in hundredths of a point: least, quarter, middle, three quarters, most.
    pub scores: [u32; 5],
    /// Play-throughs by score, in bars of five points; a hundred stands in the last.
    pub histogram: Vec<u64>,
    /// Seconds of reading and answering in the middle.
    pub seconds: u64,
    /// Days gone by in the middle.
    pub days: i32,
    /// Endings and how often.
    pub endings: Counts,
}

/// What an option came to, everything else being the expert's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionReport {
    /// The step.
    pub step: String,
    /// The option.
    pub option: String,
    /// Learners who were offered it.
    pub learners: u64,
    /// Scores in hundredths of a point: the least and the most.
    pub scores: (u32, u32),
    /// An option that was nowhere worse for any learner, in score, money or days, and somewhere better: nobody has a
    /// reason to take this one.
    pub dominated_by: Option<String>,
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FailureReport {
    /// The kind: the key of its name in the interface's texts.
    pub kind: &'static str,
    /// The step.
    pub step: String,
    /// What the core said.
    pub cause: String,
    /// Answers other than the expert's.
    pub answers: u64,
    /// What to type to see it again; the file's name is to be put for `{file}`.
    pub command: String,
}

impl Report {
    /// The report of a whole sweep of this scene.
    pub fn of(part: &Part, scenario: &Scenario) -> Self {
        let tally = &part.tally;
        Self {
            scene: scenario.id.clone(),
            title: scenario.title.clone(),
            minutes: scenario.minutes,
            plays: tally.plays,
            states: u64::try_from(tally.states.len()).unwrap_or(u64::MAX),
            left_out: tally.left_out,
            coverage: coverage(part, scenario),
            bots: tally.bots.iter().map(|(bot, told)| bot_report(*bot, told)).collect(),
            options: options(&tally.trials),
            failures: tally.failures.values().map(failure_report).collect(),
        }
    }

    /// A bot's report.
    pub fn bot(&self, bot: Bot) -> Option<&BotReport> {
        self.bots.iter().find(|told| told.bot == bot)
    }
}

fn coverage(part: &Part, scenario: &Scenario) -> Vec<Coverage> {
    let tally = &part.tally;
    let names = |ids: Vec<&str>| ids.into_iter().map(ToOwned::to_owned).collect::<Vec<String>>();
    let steps = names(scenario.steps.iter().map(|step| step.id.as_str()).collect());
    let options = scenario.steps.iter().flat_map(|step| {
        let options = match &step.activity {
            Activity::Choose(choose) => choose.options.as_slice(),
            _ => &[],
        };
        options.iter().map(|option| format!("{}/{}", step.id, option.id))
    });
    let mut feedback: Vec<String> = Vec::new();
    for step in &scenario.steps {
        step.activity.task().faults(&mut |fault| feedback.push(format!("{}/{}", step.id, fault.at)));
    }
    feedback.sort();
    feedback.dedup();
    let both: Counts = tally
        .conditions
        .iter()
        .filter(|(_, (no, yes))| *no > 0 && *yes > 0)
        .map(|(name, _)| (name.clone(), 1))
        .collect();
    let watch = Watch::of(scenario);
    let mut conditions = names(watch.conditions().collect());
    conditions.sort();
    conditions.dedup();
    vec![
        cover("coverage-steps", steps, &tally.steps),
        cover("coverage-options", options.collect(), &tally.options),
        cover("coverage-conditions", conditions, &both),
        cover("coverage-feedback", feedback, &tally.feedback),
        cover("coverage-misconceptions", names(scenario.misconceptions.names().collect()), &tally.misconceptions),
        cover("coverage-events", names(scenario.events.iter().map(|event| event.id.as_str()).collect()), &tally.events),
        cover(
            "coverage-endings",
            names(scenario.endings.iter().map(|ending| ending.id.as_str()).collect()),
            &tally.endings,
        ),
    ]
}

fn cover(kind: &'static str, all: Vec<String>, met: &Counts) -> Coverage {
    let count = |length: usize| u64::try_from(length).unwrap_or(u64::MAX);
    let of = count(all.len());
    let missed: Vec<String> = all.into_iter().filter(|name| !met.contains_key(name)).collect();
    Coverage { kind, met: of.saturating_sub(count(missed.len())), of, missed }
}

fn bot_report(bot: Bot, told: &BotTally) -> BotReport {
    let plays = told.scores.values().fold(0_u64, |sum, times| sum.saturating_add(*times));
    let mut histogram = vec![0_u64; 20];
    for (centipoints, times) in &told.scores {
        let bar = centipoints.checked_div(100).and_then(|points| points.checked_div(BAR_POINTS)).unwrap_or(0).min(19);
        if let Some(count) = usize::try_from(bar).ok().and_then(|bar| histogram.get_mut(bar)) {
            *count = count.saturating_add(*times);
        }
    }
    BotReport {
        bot,
        plays,
        scores: [0, 1, 2, 3, 4].map(|quarter| quantile(&told.scores, quarter).unwrap_or(0)),
        histogram,
        seconds: quantile(&told.seconds, 2).unwrap_or(0),
        days: quantile(&told.days, 2).unwrap_or(0),
        endings: told.endings.clone(),
    }
}

/// The value below which so many quarters of what was counted lie.
fn quantile<K: Copy + Ord>(counts: &BTreeMap<K, u64>, quarters: u64) -> Option<K> {
    let all = counts.values().fold(0_u64, |sum, times| sum.saturating_add(*times));
    let wanted = all.saturating_sub(1).saturating_mul(quarters).checked_div(4)?;
    let mut seen: u64 = 0;
    for (value, times) in counts {
        seen = seen.saturating_add(*times);
        if seen > wanted {
            return Some(*value);
        }
    }
    None
}

fn options(trials: &BTreeMap<String, BTreeMap<String, BTreeMap<u64, Outcome>>>) -> Vec<OptionReport> {
    let mut out = Vec::new();
    for (step, options) in trials {
        for (option, learners) in options {
            let scores = || learners.values().map(|outcome| outcome.centipoints);
            let better =
                options.iter().filter(|(other, _)| *other != option).find(|(_, theirs)| dominates(theirs, learners));
            out.push(OptionReport {
                step: step.clone(),
                option: option.clone(),
                learners: u64::try_from(learners.len()).unwrap_or(u64::MAX),
                scores: (scores().min().unwrap_or(0), scores().max().unwrap_or(0)),
                dominated_by: better.map(|(other, _)| other.clone()),
            });
        }
    }
    out
}

/// Whether one option is nowhere worse than another for any learner, and somewhere better.
fn dominates(this: &BTreeMap<u64, Outcome>, other: &BTreeMap<u64, Outcome>) -> bool {
    let pairs: Vec<(&Outcome, &Outcome)> =
        other.iter().filter_map(|(seed, theirs)| Some((this.get(seed)?, theirs))).collect();
    pairs.len() == other.len()
        && pairs.iter().all(|(ours, theirs)| theirs.is_nowhere_better(ours))
        && pairs.iter().any(|(ours, theirs)| ours != theirs)
}

fn failure_report(failure: &Failure) -> FailureReport {
    let script = failure.script().replace('\'', "'\\''");
    FailureReport {
        kind: failure.kind.key(),
        step: failure.step.clone(),
        cause: failure.cause.clone(),
        answers: u64::try_from(failure.answers.len()).unwrap_or(u64::MAX),
        command: format!("metaverse explore {{file}} --seed {} --replay '{script}'", failure.seed),
    }
}
