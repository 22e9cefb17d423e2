//! Conditions whose answer never changes: an option nobody is offered, a question that asks nothing.

use std::collections::BTreeSet;

use super::{Subject, walk};
use crate::scenario::activity::Activity;
use crate::scenario::condition::{Condition, is_of_journey};
use crate::scenario::effect::Effect;
use crate::scenario::format::{Scenario, Wrong};
use crate::scenario::problem::{Code, Diagnostic};
use crate::scenario::vary::Vary;

/// Conditions of one list that are compared with each other.
const COMPARED_MAX: usize = 64;

/// Conditions that hold always or never.
pub(super) fn conditions(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let facts = Facts::of(scenario);
    let subject = &(subject, &facts);
    let mut out = Vec::new();
    for step in &scenario.steps {
        let path = [step.id.as_str()];
        out.extend(judged(subject, &path, "when", &step.when, Code::NeverTrue));
        if let Activity::Choose(choose) = &step.activity {
            for option in &choose.options {
                let path = [step.id.as_str(), option.id.as_str()];
                out.extend(judged(subject, &path, "when", &option.when, Code::NeverOffered));
                let best = option.best_when.as_ref();
                out.extend(best.and_then(|when| judged(subject, &path, "best_when", when, Code::NeverTrue)));
            }
        }
    }
    for event in &scenario.events {
        out.extend(judged(subject, &[&event.id], "when", &event.when, Code::NeverTrue));
    }
    for ending in &scenario.endings {
        out.extend(judged(subject, &[&ending.id], "when", &ending.when, Code::NeverTrue));
    }
    out
}

fn judged(
    (subject, facts): &(&Subject<'_>, &Facts<'_>),
    path: &[&str],
    field: &str,
    condition: &Condition,
    never: Code,
) -> Option<Diagnostic> {
    if *condition == Condition::Always {
        return None;
    }
    let code = if constant(condition, facts)? { Code::AlwaysTrue } else { never };
    let name = path.last().copied().unwrap_or_default();
    Some(subject.source.part(code, path, field, &[("name", name)]))
}

/// What a condition always is; nothing where it depends on play.
fn constant(condition: &Condition, facts: &Facts<'_>) -> Option<bool> {
    let scenario = facts.scenario;
    let of = |inner: &Condition| constant(inner, facts);
    // A long list is compared with itself only so far.
    let opposed = |inner: &[Condition]| {
        let some = inner.get(..inner.len().min(COMPARED_MAX)).unwrap_or_default();
        some.iter().any(|one| some.contains(&Condition::Not(Box::new(one.clone()))))
    };
    match condition {
        Condition::Always | Condition::Returned(_, 0) => Some(true),
        Condition::All(inner) => {
            if opposed(inner) || inner.iter().any(|one| of(one) == Some(false)) {
                return Some(false);
            }
            inner.iter().all(|one| of(one) == Some(true)).then_some(true)
        }
        Condition::Any(inner) => {
            if opposed(inner) || inner.iter().any(|one| of(one) == Some(true)) {
                return Some(true);
            }
            inner.iter().all(|one| of(one) == Some(false)).then_some(false)
        }
        Condition::Not(inner) => of(inner).map(|held| !held),
        Condition::Var(name, value) => variable(name, value, facts),
        // Days only go forward.
        Condition::Before(date) | Condition::From(date) => {
            (*date <= first_day(scenario)?).then_some(matches!(condition, Condition::From(_)))
        }
        Condition::Returned(step, times) => {
            let step = scenario.steps.iter().find(|known| known.id == *step)?;
            match &step.wrong {
                Wrong::Return { tries, .. } => (tries <= times).then_some(false),
                Wrong::GoOn => Some(false),
            }
        }
        Condition::Happened(event) => (!facts.scheduled.contains(event.as_str())).then_some(false),
        Condition::AtLeast(..)
        | Condition::Known(_)
        | Condition::VarAtLeast(..)
        | Condition::Positive(_)
        | Condition::Works(_)
        | Condition::Share(..)
        | Condition::Has(_)
        | Condition::Chose(..)
        | Condition::Flawless(_)
        | Condition::Opened(_)
        | Condition::Overdue(_)
        | Condition::InTime(_) => None,
    }
}

/// The first day; nothing where it may be the day on which another scene ended.
fn first_day(scenario: &Scenario) -> Option<crate::calendar::Date> {
    scenario.start.needs().is_none().then(|| scenario.start.fresh().date)
}

/// A variable that is only drawn, and never set or filled in, has one of the values it is drawn from.
fn variable(name: &str, value: &str, facts: &Facts<'_>) -> Option<bool> {
    if facts.written.contains(name) || (is_of_journey(name) && facts.scenario.start.needs().is_some()) {
        return None;
    }
    let values = values(facts.scenario.vary.get(name)?)?;
    if !values.contains(&value) {
        return Some(false);
    }
    values.iter().all(|one| *one == value).then_some(true)
}

/// What conditions are judged by, gathered once.
struct Facts<'a> {
    scenario: &'a Scenario,
    /// Names that effects set or that parts of activities bear, for a form fills in what is called like its field.
    written: BTreeSet<&'a str>,
    /// Events that some effect schedules.
    scheduled: BTreeSet<&'a str>,
}

impl<'a> Facts<'a> {
    fn of(scenario: &'a Scenario) -> Self {
        let mut written: BTreeSet<&str> = scenario.steps.iter().flat_map(|step| step.activity.task().ids()).collect();
        let mut scheduled = BTreeSet::new();
        for (_, effect) in walk::effects(scenario) {
            written.extend(effect.writes());
            if let Effect::Schedule(event, _) = effect {
                scheduled.insert(event.as_str());
            }
        }
        Self { scenario, written, scheduled }
    }
}

/// The texts a variable is drawn from, where they can be listed.
pub(super) fn values(how: &Vary) -> Option<Vec<&str>> {
    match how {
        Vary::OneOf(texts) => Some(texts.iter().map(String::as_str).collect()),
        Vary::By(_, table) => Some(table.iter().map(|(_, text)| text.as_str()).collect()),
        Vary::Range { .. } | Vary::Count { .. } | Vary::Day { .. } => None,
    }
}
