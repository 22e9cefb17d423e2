//! The scene as a graph: every step can be reached, from every step there is a way out, and an ending waits there.

use std::collections::BTreeSet;

use super::Subject;
use crate::scenario::activity::Activity;
use crate::scenario::condition::Condition;
use crate::scenario::effect::Effect;
use crate::scenario::format::{Scenario, Step};
use crate::scenario::problem::{Code, Diagnostic};

/// Where play may go after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// To the step at this place.
    Step(usize),
    /// Out of the scene.
    Out,
}

/// Every way out of the step at a place. A step whose condition may fail is passed over, so its neighbour is one too.
pub(super) fn ways_on(scenario: &Scenario, at: usize) -> Vec<Way> {
    let Some(step) = scenario.steps.get(at) else { return Vec::new() };
    let neighbour = way_to(scenario, at.saturating_add(1));
    let named = |id: &str| match scenario.steps.iter().position(|step| step.id == id) {
        Some(place) => Some(Way::Step(place)),
        None => (id == "end").then_some(Way::Out),
    };
    let default = step.next.as_deref().map_or(Some(neighbour), named);
    let mut ways: Vec<Way> = Vec::new();
    match &step.activity {
        Activity::Choose(choose) if !choose.options.is_empty() => {
            for option in &choose.options {
                ways.extend(option.next.as_deref().map_or(default, named));
                ways.extend(option.effects.contains(&Effect::Finish).then_some(Way::Out));
            }
        }
        _ => ways.extend(default),
    }
    ways.extend((step.when != Condition::Always).then_some(neighbour));
    ways.extend(step.effects.contains(&Effect::Finish).then_some(Way::Out));
    ways
}

fn way_to(scenario: &Scenario, place: usize) -> Way {
    if place < scenario.steps.len() { Way::Step(place) } else { Way::Out }
}

/// The places that can be reached from a place, itself among them, and whether the way out can.
pub(super) fn reached(scenario: &Scenario, from: usize) -> (BTreeSet<usize>, bool) {
    let mut places = BTreeSet::new();
    let mut out = false;
    let mut todo = vec![from];
    while let Some(at) = todo.pop() {
        if at >= scenario.steps.len() || !places.insert(at) {
            continue;
        }
        for way in ways_on(scenario, at) {
            match way {
                Way::Step(place) => todo.push(place),
                Way::Out => out = true,
            }
        }
    }
    (places, out)
}

/// Steps that nothing leads to, and a scene without any.
pub(super) fn steps_reached(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let steps = &subject.scenario.steps;
    if steps.is_empty() {
        return vec![subject.source.field(Code::NoSteps, "steps", &[])];
    }
    let (reached, _) = reached(subject.scenario, 0);
    let missed = steps.iter().enumerate().filter(|(at, _)| !reached.contains(at));
    let tell =
        |(_, step): (usize, &Step)| subject.source.near(Code::UnreachableStep, &[&step.id], &[("name", &step.id)]);
    missed.map(tell).collect()
}

/// Steps that can be reached and from which the scene never closes: a loop with no exit. Told of once for each loop.
pub(super) fn exits(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let (alive, _) = reached(scenario, 0);
    let mut told: BTreeSet<usize> = BTreeSet::new();
    let mut found = Vec::new();
    for at in alive {
        if told.contains(&at) {
            continue;
        }
        let (places, out) = reached(scenario, at);
        if out {
            continue;
        }
        let Some(step) = scenario.steps.get(at) else { continue };
        found.push(subject.source.near(Code::NoExit, &[&step.id], &[("name", &step.id)]));
        told.extend(places);
    }
    found
}

/// Endings: one must always be there to take what no other does, and none may stand behind it.
pub(super) fn endings(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let endings = &subject.scenario.endings;
    let Some(open) = endings.iter().position(|ending| ending.when == Condition::Always) else {
        return vec![subject.source.field(Code::NoEnding, "endings", &[])];
    };
    let hidden = endings.iter().skip(open.saturating_add(1));
    hidden.map(|ending| subject.source.near(Code::HiddenEnding, &[&ending.id], &[("name", &ending.id)])).collect()
}
