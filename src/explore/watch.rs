//! Watching play: which conditions held, what was said, how long it takes. It looks and counts; it changes nothing.

use std::collections::BTreeMap;

use super::tally::Tally;
use crate::scenario::activity::{Answer, Quality};
use crate::scenario::check::{seconds, walk};
use crate::scenario::condition::Condition;
use crate::scenario::format::Scenario;
use crate::session::{Happened, Session};

/// What there is to watch in a scene.
pub(super) struct Watch<'a> {
    scenario: &'a Scenario,
    /// Conditions by the step they belong to; those of events and endings stand under the number of steps.
    conditions: BTreeMap<usize, Vec<(String, &'a Condition)>>,
    /// Characters read at each step, and of each piece of evidence.
    chars: BTreeMap<&'a str, usize>,
}

impl<'a> Watch<'a> {
    /// Everything of a scene.
    pub(super) fn of(scenario: &'a Scenario) -> Self {
        let place = |id: &str| scenario.steps.iter().position(|step| step.id == id);
        let mut conditions: BTreeMap<usize, Vec<(String, &Condition)>> = BTreeMap::new();
        for (path, condition) in walk::conditions(scenario) {
            if *condition == Condition::Always {
                continue;
            }
            let at = path.first().and_then(|id| place(id)).unwrap_or(scenario.steps.len());
            conditions.entry(at).or_default().push((name(&path, condition), condition));
        }
        let mut chars: BTreeMap<&str, usize> = BTreeMap::new();
        let papers: Vec<&str> =
            scenario.steps.iter().flat_map(|step| &step.evidence).map(|paper| paper.id.as_str()).collect();
        for (path, text) in walk::texts(scenario) {
            let owner = path.get(1).filter(|id| papers.contains(id)).or(path.first());
            if let Some(owner) = owner {
                let sum = chars.entry(owner).or_default();
                *sum = sum.saturating_add(text.raw().chars().count());
            }
        }
        Self { scenario, conditions, chars }
    }

    /// Every condition by its name.
    pub(super) fn conditions(&self) -> impl Iterator<Item = &str> {
        self.conditions.values().flatten().map(|(name, _)| name.as_str())
    }

    /// A moment before an answer, or the last: the conditions of the steps come to since `before`, and of the present one.
    pub(super) fn moment(&self, session: &Session, before: Option<u32>, tally: &mut Tally) {
        let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        let end = self.scenario.steps.len();
        let now = session.state().at.map_or(end, place);
        let from = before.map_or(0, |before| place(before).saturating_add(1)).min(now);
        for at in from..=now {
            for (name, condition) in self.conditions.get(&at).into_iter().flatten() {
                let counts = tally.conditions.entry(name.clone()).or_default();
                if condition.holds(&session.moment()) {
                    counts.1 = counts.1.saturating_add(1);
                } else {
                    counts.0 = counts.0.saturating_add(1);
                }
            }
        }
    }

    /// What a play-through's chronicle tells.
    pub(super) fn story(session: &Session, tally: &mut Tally) {
        for record in &session.state().chronicle {
            match &record.what {
                Happened::Answered { step, answer, judgement, .. } => {
                    Tally::count(&mut tally.steps, step);
                    if let Answer::Choose { option, .. } = answer {
                        Tally::count(&mut tally.options, &format!("{step}/{option}"));
                    }
                    for finding in judgement.findings.iter().filter(|finding| finding.quality != Quality::Right) {
                        Tally::count(&mut tally.feedback, &format!("{step}/{}", finding.at));
                        finding.misconception.iter().for_each(|id| Tally::count(&mut tally.misconceptions, id));
                    }
                }
                Happened::Arrived { event, .. } => Tally::count(&mut tally.events, event),
                Happened::Ended { ending } => Tally::count(&mut tally.endings, ending),
                _ => {}
            }
        }
    }

    /// Days gone by since the scene began.
    pub(super) fn days(&self, session: &Session) -> i32 {
        self.scenario.start.fresh().date.days_until(session.state().firm.today())
    }

    /// Seconds that reading and answering took: what the steps met say, what was opened, and the answers given.
    pub(super) fn seconds(&self, session: &Session) -> u64 {
        let state = session.state();
        let answered = state.chronicle.iter().filter_map(|record| match &record.what {
            Happened::Answered { step, .. } => Some(step.as_str()),
            _ => None,
        });
        let answered: Vec<&str> = answered.collect();
        let mut steps = answered.clone();
        steps.sort_unstable();
        steps.dedup();
        let read = steps.into_iter().chain(state.opened.iter().map(String::as_str));
        let chars = read.filter_map(|id| self.chars.get(id)).fold(0_usize, |sum, chars| sum.saturating_add(*chars));
        // A quarter of a step's texts are answers to what was not answered.
        let chars = chars.saturating_mul(3).checked_div(4).unwrap_or(0);
        u64::try_from(seconds(chars, answered.len())).unwrap_or(u64::MAX)
    }
}

/// A condition's name: where it stands and what it asks.
fn name(path: &[&str], condition: &Condition) -> String {
    format!("{} {condition:?}", path.join("/"))
}
