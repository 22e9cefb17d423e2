//! The scene as a graph: every step can be reached, whatever its condition says.

use std::collections::BTreeSet;

use super::Subject;
use crate::scenario::activity::Activity;
use crate::scenario::problem::{Code, Diagnostic};

/// Steps that nothing leads to.
pub(super) fn steps_reached(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let steps = &subject.scenario.steps;
    let place = |id: &str| steps.iter().position(|step| step.id == id);
    let mut reached = BTreeSet::new();
    let mut todo = vec![0_usize];
    while let Some(at) = todo.pop() {
        let Some(step) = steps.get(at) else { continue };
        if !reached.insert(at) {
            continue;
        }
        // A step whose condition fails is passed over, so its neighbour is reached too.
        let neighbour = at.saturating_add(1);
        let onward = step.next.as_deref().map_or(Some(neighbour), place);
        let mut leads: Vec<usize> = onward.into_iter().collect();
        if step.when != crate::scenario::condition::Condition::Always {
            leads.push(neighbour);
        }
        if let Activity::Choose(choose) = &step.activity {
            leads.extend(choose.options.iter().filter_map(|option| place(option.next.as_deref()?)));
        }
        todo.extend(leads);
    }
    let missed = steps.iter().enumerate().filter(|(at, _)| !reached.contains(at));
    missed.map(|(_, step)| subject.source.near(Code::UnreachableStep, &[&step.id], &[("name", &step.id)])).collect()
}
