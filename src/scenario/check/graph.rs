//! The scene as a graph: every step can be reached, from every step there is a way out, and an ending waits there.

use std::collections::{BTreeMap, BTreeSet};

use super::Subject;
use crate::scenario::activity::Activity;
use crate::scenario::condition::Condition;
use crate::scenario::effect::Effect;
use crate::scenario::format::{Scenario, Step};
use crate::scenario::problem::{Code, Diagnostic};

/// Where play may go after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    /// To the step at this place.
    Step(usize),
    /// Out of the scene.
    Out,
}

/// Every way between steps, found once.
pub(super) struct Ways(Vec<Vec<Way>>);

impl Ways {
    /// The ways of a scene.
    pub(super) fn of(scenario: &Scenario) -> Self {
        let places: BTreeMap<&str, usize> =
            scenario.steps.iter().enumerate().rev().map(|(at, step)| (step.id.as_str(), at)).collect();
        let steps = scenario.steps.iter().enumerate();
        Self(steps.map(|(at, step)| ways_on(step, at, scenario.steps.len(), &places)).collect())
    }

    /// The places that can be reached from a place, itself among them, and whether the way out can.
    pub(super) fn reached(&self, from: usize) -> (BTreeSet<usize>, bool) {
        let mut places = BTreeSet::new();
        let mut out = false;
        let mut todo = vec![from];
        while let Some(at) = todo.pop() {
            let Some(ways) = self.0.get(at) else { continue };
            if !places.insert(at) {
                continue;
            }
            for way in ways {
                match way {
                    Way::Step(place) => todo.push(*place),
                    Way::Out => out = true,
                }
            }
        }
        (places, out)
    }

    /// The places from which the way out can be reached.
    fn leaving(&self) -> BTreeSet<usize> {
        let mut leaving = BTreeSet::new();
        loop {
            let before = leaving.len();
            for (at, ways) in self.0.iter().enumerate().rev() {
                let leads_out = |way: &Way| match way {
                    Way::Step(place) => leaving.contains(place),
                    Way::Out => true,
                };
                if ways.iter().any(leads_out) {
                    leaving.insert(at);
                }
            }
            if leaving.len() == before {
                return leaving;
            }
        }
    }
}

/// Every way out of a step. One whose condition may fail is passed over, so its neighbour is a way on too.
fn ways_on(step: &Step, at: usize, steps: usize, places: &BTreeMap<&str, usize>) -> Vec<Way> {
    let following = at.saturating_add(1);
    let neighbour = if following < steps { Way::Step(following) } else { Way::Out };
    let named = |id: &str| match places.get(id) {
        Some(place) => Some(Way::Step(*place)),
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

/// Steps that nothing leads to, and a scene without any.
pub(super) fn steps_reached(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let steps = &subject.scenario.steps;
    if steps.is_empty() {
        return vec![subject.source.field(Code::NoSteps, "steps", &[])];
    }
    let (reached, _) = Ways::of(subject.scenario).reached(0);
    let missed = steps.iter().enumerate().filter(|(at, _)| !reached.contains(at));
    let tell =
        |(_, step): (usize, &Step)| subject.source.near(Code::UnreachableStep, &[&step.id], &[("name", &step.id)]);
    missed.map(tell).collect()
}

/// Steps that can be reached and from which the scene never closes: a loop with no exit. Told of once for each loop.
pub(super) fn exits(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let ways = Ways::of(scenario);
    let (alive, _) = ways.reached(0);
    let leaving = ways.leaving();
    let mut told: BTreeSet<usize> = BTreeSet::new();
    let mut found = Vec::new();
    for at in alive {
        if told.contains(&at) || leaving.contains(&at) {
            continue;
        }
        let (places, _) = ways.reached(at);
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
