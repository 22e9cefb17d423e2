//! An audit of a scene by playing it: its own tests, and whether each ending is reached by one of them.

use std::collections::BTreeSet;
use std::mem::discriminant;
use std::sync::Arc;

use super::score::score;
use super::sweep::sweep;
use super::trial::{TrialReport, run_all};
use crate::policy::Policy;
use crate::scenario::format::Scenario;
use crate::scenario::problem::{Code, Diagnostic};
use crate::scenario::scan::scan;
use crate::scenario::source::Source;
use crate::scenario::trial::Play;

/// Full marks, in hundredths of a point.
const FULL: u32 = 10_000;

/// Plays a scene's tests and tells what did not hold.
pub fn audit(text: &str, scenario: Scenario, policy: &Policy) -> Vec<Diagnostic> {
    let scanned = scan(text);
    let source = Source::new(text, &scanned);
    let scenario = Arc::new(scenario);
    let policy = Arc::new(policy.clone());
    let reports = run_all(&scenario, &policy);
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
    out.extend(experts(&scenario, &reports, &source));
    let reached: BTreeSet<&str> =
        reports.iter().filter_map(|report| report.session.state().ending.as_deref()).collect();
    let missed = scenario.endings.iter().filter(|ending| !reached.contains(ending.id.as_str()));
    out.extend(missed.map(|ending| source.near(Code::UnreachedEnding, &[&ending.id], &[("name", &ending.id)])));
    out.extend(sweep(&scenario, &policy, &source));
    out
}

/// What the scene's experts came to: a way that breaks off, or full marks that nobody can have. Once for each.
fn experts(scenario: &Scenario, reports: &[TrialReport], source: &Source<'_>) -> Vec<Diagnostic> {
    let expert = |name: &str| scenario.tests.iter().any(|trial| trial.name == name && trial.play == Play::Expert);
    let plays: Vec<&TrialReport> = reports.iter().filter(|report| expert(&report.name)).collect();
    let mut out = Vec::new();
    if let Some(stuck) = plays.iter().find(|report| !report.session.is_closed()) {
        let step = stuck.session.step().map_or("", |step| step.id.as_str());
        let args = [("name", step), ("seed", &stuck.seed.to_string())];
        out.push(source.near(Code::ExpertStuck, &[step], &args));
    } else if let Some(low) = plays.iter().min_by_key(|report| report.centipoints).filter(|low| low.centipoints < FULL)
    {
        let args = [("score", &*score(&low.session).text), ("seed", &*low.seed.to_string())];
        out.push(source.near(Code::Under100, &[&low.name], &args));
    }
    out
}
