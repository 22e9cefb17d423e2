//! A start that goes on with another scene's company: needs that such a company can meet or not.

use super::{Subject, names};
use crate::scenario::condition::Condition;
use crate::scenario::effect::Effect;
use crate::scenario::problem::{Code, Diagnostic};

/// Needs that ask about this scene, in which nothing has happened yet, or about a variable that does not go along.
pub(super) fn needs(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(needs) = subject.scenario.start.needs() else { return Vec::new() };
    let mut inner: Vec<&Condition> = Vec::new();
    for need in needs {
        need.walk(&mut |one| inner.push(one));
    }
    let mut out: Vec<Diagnostic> = inner.iter().filter_map(|one| names::of_company(subject, &[], one)).collect();
    let elsewhere = inner.iter().filter_map(|one| one.of_scene());
    out.extend(elsewhere.map(|name| subject.source.near(Code::NeedOfScene, &[name], &[("name", name)])));
    out
}

/// Effects that only a scene that has begun can bring about: an event on its way, an end.
pub(super) fn before(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let before = subject.scenario.start.fresh().before.iter();
    let early = before.filter_map(|effect| match effect {
        Effect::Schedule(event, _) => Some(event.as_str()),
        Effect::Finish => Some("Finish"),
        _ => None,
    });
    early.map(|name| subject.source.near(Code::TooEarly, &[name], &[("name", name)])).collect()
}
