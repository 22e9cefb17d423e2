//! Checks of a scene that has the right types: names that lead somewhere, texts within limits, teaching that is whole.
//! Each check looks and reports; none repairs. What needs playing is checked where scenes are played.

mod constant;
mod drawn;
mod economy;
mod effects;
mod figures;
mod graph;
mod limits;
mod names;
mod rounds;
mod start;
mod teaching;
mod unused;
pub(crate) mod walk;

pub use names::sound as sound_id;
pub use teaching::seconds;

use super::format::Scenario;
use super::problem::Diagnostic;
use super::source::Source;
use super::term::Term;
use crate::policy::Policy;

/// One check.
type Check = fn(&Subject<'_>) -> Vec<Diagnostic>;

/// What a check looks at.
struct Subject<'a> {
    scenario: &'a Scenario,
    policy: &'a Policy,
    source: &'a Source<'a>,
    /// Every text of the scene, which several checks read.
    texts: Vec<(walk::Path<'a>, &'a Term)>,
}

/// Every check, in the order they are told.
const CHECKS: &[Check] = &[
    names::ids,
    names::people_and_places,
    names::ways,
    names::conditions,
    names::effects,
    names::texts,
    names::rules,
    names::parts_of_activities,
    names::tests,
    drawn::ways,
    effects::values,
    effects::accounts,
    effects::days,
    start::needs,
    start::before,
    figures::names,
    figures::vouchers,
    figures::shapes,
    rounds::shapes,
    graph::steps_reached,
    graph::exits,
    graph::endings,
    constant::conditions,
    unused::things,
    unused::early_reads,
    economy::amounts,
    economy::given_away,
    economy::promises,
    teaching::wrong_answers,
    teaching::best_answers,
    teaching::rubric,
    teaching::rules_in_force,
    teaching::richness,
    teaching::minutes,
];

/// Runs every check.
pub fn all(scenario: &Scenario, policy: &Policy, source: &Source<'_>) -> Vec<Diagnostic> {
    let subject = Subject { scenario, policy, source, texts: walk::texts(scenario) };
    // What is too large to be read by a class is not read on by the checker either.
    let oversized = limits::sizes(&subject);
    if !oversized.is_empty() {
        return oversized;
    }
    CHECKS.iter().flat_map(|check| check(&subject)).collect()
}
