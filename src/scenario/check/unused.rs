//! What is written and never used, and what is read before anything has written it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Subject, graph, names, walk};
use crate::scenario::activity::Activity;
use crate::scenario::effect::Effect;
use crate::scenario::problem::{Code, Diagnostic};
use crate::scenario::term::Piece;

/// Variables, people, misconceptions and events that nothing uses.
pub(super) fn things(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let read = referred(subject);
    let times = times_written(subject);
    let once = |name: &str| times.get(name).is_none_or(|times| *times < 2);
    let tell = |code, name: &str| subject.source.near(code, &[name], &[("name", name)]);
    let mut out = Vec::new();
    let idle = scenario.vary.names().filter(|name| once(name) && !read.contains(name));
    out.extend(idle.map(|name| tell(Code::UnreadVariable, name)));
    out.extend(scenario.cast.names().filter(|name| once(name)).map(|name| tell(Code::SilentPerson, name)));
    let beliefs = scenario.misconceptions.names().filter(|name| once(name));
    out.extend(beliefs.map(|name| tell(Code::UnusedMisconception, name)));
    let scheduled: BTreeSet<&str> = walk::effects(scenario)
        .into_iter()
        .filter_map(|(_, effect)| match effect {
            Effect::Schedule(event, _) => Some(event.as_str()),
            _ => None,
        })
        .collect();
    let waiting = scenario.events.iter().filter(|event| !scheduled.contains(event.id.as_str()));
    out.extend(waiting.map(|event| tell(Code::UnscheduledEvent, &event.id)));
    out
}

/// Names that some text refers to in braces.
fn referred<'a>(subject: &Subject<'a>) -> BTreeSet<&'a str> {
    let mut names = BTreeSet::new();
    for literal in subject.source.scan().literals.iter().filter(|literal| literal.text.contains('{')) {
        for piece in literal.text.split('{').skip(1) {
            let name = piece.split('}').next().unwrap_or("");
            names.insert(name.split_once('+').map_or(name, |(base, _)| base));
        }
    }
    names
}

/// How often each name that must be used is written in the file.
fn times_written<'a>(subject: &Subject<'a>) -> BTreeMap<&'a str, usize> {
    let scenario = subject.scenario;
    let names = scenario.vary.names().chain(scenario.cast.names()).chain(scenario.misconceptions.names());
    // Lengths are compared before letters: most that is written is sentences, which are as long as no name.
    let mut times: BTreeMap<(usize, &str), usize> = names.map(|name| ((name.len(), name), 0)).collect();
    for literal in &subject.source.scan().literals {
        if let Some(count) = times.get_mut(&(literal.text.len(), literal.text.as_str())) {
            *count = count.saturating_add(1);
        }
    }
    times.into_iter().map(|((_, name), count)| (name, count)).collect()
}

/// References in a step to what is set or filled in only at steps that cannot come before it.
pub(super) fn early_reads(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let mut writers: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    let mut anywhere: BTreeSet<&str> = scenario.vary.names().collect();
    anywhere.extend(scenario.start.fresh().before.iter().filter_map(Effect::writes));
    for (place, step) in scenario.steps.iter().enumerate() {
        let options = match &step.activity {
            Activity::Choose(choose) => choose.options.as_slice(),
            _ => &[],
        };
        let effects = options.iter().flat_map(|option| &option.effects).chain(&step.effects);
        let set = effects.filter_map(Effect::writes);
        for name in set.chain(step.activity.task().ids()) {
            writers.entry(name).or_default().insert(place);
        }
    }
    for event in &scenario.events {
        anywhere.extend(event.effects.iter().filter_map(Effect::writes));
    }
    let known = names::variables(scenario);
    let ways = graph::Ways::of(scenario);
    let written: BTreeSet<usize> = writers.values().flatten().copied().collect();
    let reach: BTreeMap<usize, BTreeSet<usize>> =
        written.into_iter().map(|place| (place, ways.reached(place).0)).collect();
    let comes_after = |writer: &usize, place: usize| reach.get(writer).is_some_and(|places| places.contains(&place));
    let mut out = Vec::new();
    for (path, text) in subject.texts.iter().filter(|(_, text)| !text.is_plain()) {
        let Some(place) = scenario.steps.iter().position(|step| Some(&step.id.as_str()) == path.first()) else {
            continue;
        };
        let mut path = path.clone();
        path.push(text.raw());
        for piece in text.pieces().unwrap_or_default() {
            let Piece::Reference(name) = piece else { continue };
            let base = name.split_once('+').map_or(name, |(base, _)| base);
            if anywhere.contains(base) || !known.contains(base) {
                continue;
            }
            let before = writers.get(base).is_some_and(|writers| writers.iter().any(|at| comes_after(at, place)));
            if !before {
                out.push(subject.source.reference(Code::ReadBeforeSet, &path, name, &[("name", base)]));
            }
        }
    }
    out
}
