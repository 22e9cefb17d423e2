//! Loading a scene: limits first, then the text's characters, then the types, then the checks that make it playable.

use serde::{Deserialize, Serialize};

use super::check;
use super::format::{FORMAT, Scenario};
use super::problem::{Code, Diagnostic, Severity};
use super::scan::scan;
use super::source::{Source, TOLD_MAX};
use super::syntax::{self, Fault, Read};
use crate::policy::Policy;

/// A scene that can be played, and what could be better in it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Loaded {
    /// The scene.
    pub scenario: Scenario,
    /// Warnings.
    pub warnings: Vec<Diagnostic>,
}

/// What reading a scene's text comes to; it can cross from one module to another.
pub type Reading = Result<Loaded, Vec<Diagnostic>>;

/// Reads a scene's text. All problems are told, not the first.
pub fn load(text: &str, policy: &Policy) -> Reading {
    let scanned = scan(text);
    let source = Source::new(text, &scanned);
    if !scanned.problems.is_empty() {
        let told = scanned.problems.iter();
        return Err(told.map(|(code, place, what)| source.at(*code, *place, &[("what", what)])).collect());
    }
    let Read { scenario, faults } = syntax::read(&source);
    let mut found: Vec<Diagnostic> = faults.iter().map(|fault| tell(fault, &source)).collect();
    let Some(scenario) = scenario else { return Err(found) };
    if scenario.format != FORMAT {
        let what = scenario.format.to_string();
        found.push(source.field(Code::OtherFormat, "format", &[("what", &what)]));
        return Err(found);
    }
    found.extend(check::all(&scenario, policy, &source));
    found.sort_by_key(|problem| (problem.place, problem.code));
    found.truncate(TOLD_MAX);
    if found.iter().any(|problem| problem.severity() == Severity::Error) {
        return Err(found);
    }
    Ok(Loaded { scenario, warnings: found })
}

fn tell(fault: &Fault, source: &Source<'_>) -> Diagnostic {
    let args: Vec<(&str, &str)> = fault.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    source.span(fault.code, fault.span, &args)
}
