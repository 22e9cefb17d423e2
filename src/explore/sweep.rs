//! A sweep over a scene: bots over many learners, and every way that departs from the expert's once or twice. The work is
//! a list of units that know nothing of each other; a shard takes every n-th of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::bots::{Bot, Finish, alternatives, play_watched};
use super::failure;
use super::tally::{Outcome, Tally};
use super::watch::Watch;
use crate::assess::{Reach, score_within};
use crate::chance::Chance;
use crate::policy::Policy;
use crate::scenario::activity::Answer;
use crate::scenario::format::Scenario;
use crate::session::{Decision, Session, autoplay};

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Learners each bot plays: the seeds from 1 to this.
    pub runs: u64,
    /// Learners the search plays.
    pub learners: u64,
    /// Answers in which the search departs from the expert at most.
    pub departures: u8,
}

impl Default for Plan {
    fn default() -> Self {
        Self { runs: 100, learners: 4, departures: 1 }
    }
}

/// A part of the work: the `index`-th of `of`, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shard {
    /// Which, from 1.
    pub index: u32,
    /// Of how many.
    pub of: u32,
}

impl Shard {
    /// The whole.
    pub const WHOLE: Shard = Shard { index: 1, of: 1 };

    fn takes(self, unit: usize) -> bool {
        let unit = u64::try_from(unit).unwrap_or(0);
        unit.checked_rem(u64::from(self.of)) == Some(u64::from(self.index.saturating_sub(1)))
    }
}

/// Play-throughs that one unit of the search makes at most; what it leaves out is counted and told.
const PLAYS_A_UNIT_MAX: u64 = 2_000;

#[derive(Clone, Copy)]
enum Unit {
    /// A bot and its run.
    Bot(Bot, u64),
    /// A learner, and the step at which the first answer departs.
    Search(u64, usize),
}

/// Sweeps a scene, or a shard of the sweep.
pub(super) fn sweep(scenario: &Arc<Scenario>, policy: &Arc<Policy>, plan: &Plan, shard: Shard) -> Tally {
    let bots = Bot::ALL.into_iter().flat_map(|bot| (1..=plan.runs).map(move |run| Unit::Bot(bot, run)));
    let places = 0..if plan.departures == 0 { 0 } else { scenario.steps.len() };
    let search = (1..=plan.learners).flat_map(|seed| places.clone().map(move |place| Unit::Search(seed, place)));
    let mut sweep =
        Sweep { scenario, policy, plan, watch: Watch::of(scenario), reaches: BTreeMap::new(), tally: Tally::default() };
    for (_, unit) in bots.chain(search).enumerate().filter(|(number, _)| shard.takes(*number)) {
        match unit {
            Unit::Bot(bot, run) => sweep.bot(bot, run),
            Unit::Search(seed, place) => sweep.search(seed, place),
        }
    }
    sweep.tally
}

struct Sweep<'a> {
    scenario: &'a Arc<Scenario>,
    policy: &'a Arc<Policy>,
    plan: &'a Plan,
    watch: Watch<'a>,
    reaches: BTreeMap<u64, Reach>,
    tally: Tally,
}

impl Sweep<'_> {
    fn start(&self, seed: u64) -> Session {
        Session::start(Arc::clone(self.scenario), Arc::clone(self.policy), seed)
    }

    fn outcome(&mut self, session: &Session) -> Outcome {
        let reach = self.reaches.entry(session.seed()).or_insert_with(|| Reach::of(session));
        let (funds, days) = (session.state().firm.funds(), self.watch.days(session));
        let centipoints = score_within(session, reach).centipoints;
        Outcome { centipoints, funds, days, funds_then: funds, days_then: days }
    }

    fn bot(&mut self, bot: Bot, run: u64) {
        let start = self.start(run);
        let (watch, tally) = (&self.watch, &mut self.tally);
        let mut before = None;
        let (session, finish) = play_watched(start, bot, run, &mut |session| {
            watch.moment(session, before, tally);
            before = session.state().at;
        });
        self.note(&session, &finish);
        let outcome = self.outcome(&session);
        let seconds = self.watch.seconds(&session);
        let ours = self.tally.bots.entry(bot).or_default();
        let mut add = |key| {
            let times = ours.scores.entry(key).or_default();
            *times = times.saturating_add(1);
        };
        add(outcome.centipoints);
        let times = ours.days.entry(outcome.days).or_default();
        *times = times.saturating_add(1);
        let times = ours.seconds.entry(seconds).or_default();
        *times = times.saturating_add(1);
        if let Some(ending) = &session.state().ending {
            Tally::count(&mut ours.endings, ending);
        }
    }

    fn note(&mut self, session: &Session, finish: &Finish) {
        self.tally.plays = self.tally.plays.saturating_add(1);
        Watch::story(session, &mut self.tally);
        if let Some(failure) = failure::found(session, finish) {
            self.tally.fail(failure);
        }
    }

    /// Every answer at one step of the expert's way, and from each, where the plan says so, every answer at a later one.
    fn search(&mut self, seed: u64, place: usize) {
        let mut session = self.start(seed);
        let here = u32::try_from(place).ok();
        while session.state().at.is_some() && session.state().at != here {
            if !expert_answers(&mut session) {
                return;
            }
        }
        if session.state().at.is_none() {
            return;
        }
        let mut left = PLAYS_A_UNIT_MAX;
        autoplay::read_all(&mut session);
        self.depart(&session, self.plan.departures, true, &mut left);
    }

    /// Tries every answer from here, `more` departures in all, and then goes on as the expert does.
    fn depart(&mut self, session: &Session, more: u8, first: bool, left: &mut u64) {
        let mut chance = Chance::stream(session.seed(), "search", session.step().map_or("", |step| &step.id), 0);
        for answer in alternatives(session, &mut chance) {
            if *left == 0 {
                self.tally.left_out = self.tally.left_out.saturating_add(1);
                continue;
            }
            *left = left.saturating_sub(1);
            let mut after = session.clone();
            let mut then = None;
            let finish = if let Err(refused) = after.decide(Decision::Answer(answer.clone())) {
                Finish::Refused(refused, answer.clone())
            } else {
                then = Some((after.state().firm.funds(), self.watch.days(&after)));
                self.go_on(&mut after, more.saturating_sub(1), left)
            };
            self.note(&after, &finish);
            if first && let (Some(step), Answer::Choose { option, .. }) = (session.step(), &answer) {
                let mut outcome = self.outcome(&after);
                if let Some((funds, days)) = then {
                    (outcome.funds_then, outcome.days_then) = (funds, days);
                }
                let options = self.tally.trials.entry(step.id.clone()).or_default();
                options.entry(option.clone()).or_default().insert(session.seed(), outcome);
            }
        }
    }

    /// The expert's way from here; where departures are left, each later step is a place for one.
    fn go_on(&mut self, session: &mut Session, more: u8, left: &mut u64) -> Finish {
        while session.decisions().len() < super::bots::DECISIONS_MAX {
            self.tally.states.insert(short_hash(session));
            autoplay::read_all(session);
            let Some(step) = session.step() else { return Finish::Closed };
            if more > 0 {
                self.depart(session, more, false, left);
            }
            let answer = step_best(session).unwrap_or(Answer::Choose { option: step.id.clone(), reason: None });
            if let Err(refused) = session.decide(Decision::Answer(answer.clone())) {
                return Finish::Refused(refused, answer);
            }
        }
        Finish::Endless
    }
}

fn step_best(session: &Session) -> Option<Answer> {
    Some(session.step()?.activity.task().best(&session.moment()))
}

/// Whether the expert's answer was taken.
fn expert_answers(session: &mut Session) -> bool {
    autoplay::read_all(session);
    step_best(session).is_some_and(|answer| session.decide(Decision::Answer(answer)).is_ok())
}

/// The first 64 bits of the state's hash.
fn short_hash(session: &Session) -> u64 {
    let hash = session.state_hash();
    u64::from_str_radix(hash.get(..16).unwrap_or("0"), 16).unwrap_or(0)
}
