//! Conditions whose answer never changes: an option nobody is offered, a question that asks nothing.

use super::Subject;
use crate::scenario::activity::Activity;
use crate::scenario::condition::Condition;
use crate::scenario::effect::Effect;
use crate::scenario::format::{Scenario, Start, Wrong};
use crate::scenario::problem::{Code, Diagnostic};
use crate::scenario::vary::Vary;

use super::walk;

/// Conditions that hold always or never.
pub(super) fn conditions(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
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

fn judged(subject: &Subject<'_>, path: &[&str], field: &str, condition: &Condition, never: Code) -> Option<Diagnostic> {
    if *condition == Condition::Always {
        return None;
    }
    let code = if constant(condition, subject.scenario)? { Code::AlwaysTrue } else { never };
    let name = path.last().copied().unwrap_or_default();
    Some(subject.source.part(code, path, field, &[("name", name)]))
}

/// What a condition always is; nothing where it depends on play.
fn constant(condition: &Condition, scenario: &Scenario) -> Option<bool> {
    let of = |inner: &Condition| constant(inner, scenario);
    match condition {
        Condition::Always | Condition::Returned(_, 0) => Some(true),
        Condition::All(inner) => {
            let contradicts = inner.iter().any(|one| inner.contains(&Condition::Not(Box::new(one.clone()))));
            if contradicts || inner.iter().any(|one| of(one) == Some(false)) {
                return Some(false);
            }
            inner.iter().all(|one| of(one) == Some(true)).then_some(true)
        }
        Condition::Any(inner) => {
            let covers = inner.iter().any(|one| inner.contains(&Condition::Not(Box::new(one.clone()))));
            if covers || inner.iter().any(|one| of(one) == Some(true)) {
                return Some(true);
            }
            inner.iter().all(|one| of(one) == Some(false)).then_some(false)
        }
        Condition::Not(inner) => of(inner).map(|held| !held),
        Condition::Var(name, value) => variable(name, value, scenario),
        // Days only go forward.
        Condition::Before(date) | Condition::From(date) => {
            (*date <= first_day(scenario)).then_some(matches!(condition, Condition::From(_)))
        }
        Condition::Returned(step, times) => {
            let step = scenario.steps.iter().find(|known| known.id == *step)?;
            match &step.wrong {
                Wrong::Return { tries, .. } => (tries <= times).then_some(false),
                Wrong::GoOn => Some(false),
            }
        }
        Condition::Happened(event) => {
            let scheduled = |(_, effect): &(walk::Path<'_>, &Effect)| matches!(effect, Effect::Schedule(named, _) if named == event);
            (!walk::effects(scenario).iter().any(scheduled)).then_some(false)
        }
        Condition::AtLeast(..)
        | Condition::Has(_)
        | Condition::Chose(..)
        | Condition::Flawless(_)
        | Condition::Opened(_)
        | Condition::Overdue(_)
        | Condition::InTime(_) => None,
    }
}

fn first_day(scenario: &Scenario) -> crate::calendar::Date {
    let Start::Fresh { date, .. } = &scenario.start;
    *date
}

/// A variable that is only drawn, and never set or filled in, has one of the values it is drawn from.
fn variable(name: &str, value: &str, scenario: &Scenario) -> Option<bool> {
    let set = walk::effects(scenario).iter().any(|(_, effect)| matches!(effect, Effect::Set(set, _) if set == name));
    let filled = scenario.steps.iter().any(|step| step.activity.task().ids().contains(&name));
    if set || filled {
        return None;
    }
    let values = values(scenario.vary.get(name)?)?;
    if !values.contains(&value) {
        return Some(false);
    }
    values.iter().all(|one| *one == value).then_some(true)
}

/// The texts a variable is drawn from, where they can be listed.
pub(super) fn values(how: &Vary) -> Option<Vec<&str>> {
    match how {
        Vary::OneOf(texts) => Some(texts.iter().map(String::as_str).collect()),
        Vary::By(_, table) => Some(table.iter().map(|(_, text)| text.as_str()).collect()),
        Vary::Range { .. } | Vary::Count { .. } | Vary::Day { .. } => None,
    }
}
