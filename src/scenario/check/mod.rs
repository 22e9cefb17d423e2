//! Checks of a scene that has the right types: names that lead somewhere, texts within limits, teaching that is whole.
//! Each check looks and reports; none repairs. What needs playing is checked where scenes are played.

mod graph;
mod limits;
mod names;
mod teaching;
mod walk;

pub use names::sound as sound_id;

use super::format::Scenario;
use super::load::Source;
use super::problem::Diagnostic;
use crate::policy::Policy;

/// One check.
type Check = fn(&Subject<'_>) -> Vec<Diagnostic>;

/// What a check looks at.
struct Subject<'a> {
    scenario: &'a Scenario,
    policy: &'a Policy,
    source: &'a Source<'a>,
}

/// Every check, in the order they are told.
const CHECKS: &[Check] = &[
    limits::sizes,
    names::ids,
    names::people_and_places,
    names::ways,
    names::conditions,
    names::effects,
    names::texts,
    names::rules,
    names::parts_of_activities,
    names::tests,
    graph::steps_reached,
    teaching::wrong_answers,
    teaching::best_answers,
    teaching::rubric,
    teaching::rules_in_force,
    teaching::richness,
    teaching::minutes,
];

/// Runs every check.
pub fn all(scenario: &Scenario, policy: &Policy, source: &Source<'_>) -> Vec<Diagnostic> {
    let subject = Subject { scenario, policy, source };
    CHECKS.iter().flat_map(|check| check(&subject)).collect()
}
