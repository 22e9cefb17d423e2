//! An audit of a scene by playing it: its own tests, and whether each ending is reached by one of them.

use std::collections::BTreeSet;
use std::mem::discriminant;
use std::sync::Arc;

use super::trial::run_all;
use crate::policy::Policy;
use crate::scenario::format::Scenario;
use crate::scenario::load::Source;
use crate::scenario::problem::{Code, Diagnostic};
use crate::scenario::scan::scan;

/// Plays a scene's tests and tells what did not hold.
pub fn audit(text: &str, scenario: Scenario, policy: &Policy) -> Vec<Diagnostic> {
    let scanned = scan(text);
    let source = Source::new(text, &scanned);
    let scenario = Arc::new(scenario);
    let reports = run_all(&scenario, &Arc::new(policy.clone()));
    let mut out = Vec::new();
    let mut told = Vec::new();
    for report in &reports {
        for failure in &report.failures {
            // One seed is enough to tell of a failure; the rest would say the same.
            let kind = (report.name.as_str(), discriminant(failure));
            if !told.contains(&kind) {
                told.push(kind);
                let seed = report.seed.to_string();
                let args = [("name", report.name.as_str()), ("seed", &seed), ("cause", &failure.to_string())];
                out.push(source.near(Code::TestFails, &[&report.name], &args));
            }
        }
    }
    let reached: BTreeSet<&str> =
        reports.iter().filter_map(|report| report.session.state().ending.as_deref()).collect();
    let missed = scenario.endings.iter().filter(|ending| !reached.contains(ending.id.as_str()));
    out.extend(missed.map(|ending| source.near(Code::UnreachedEnding, &[&ending.id], &[("name", &ending.id)])));
    out
}
