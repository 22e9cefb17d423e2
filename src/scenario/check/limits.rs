//! Limits of a scene: what a class could not read, and what a page could not show.

use super::{Subject, walk};
use crate::scenario::activity::Activity;
use crate::scenario::problem::{Code, Diagnostic};

const STEPS_MAX: usize = 400;
const OPTIONS_MAX: usize = 12;
const EVENTS_MAX: usize = 2_000;
const TEXT_CHARS_MAX: usize = 4_000;

/// Steps, options, events and the length of texts.
pub(super) fn sizes(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let mut out = Vec::new();
    let too_many =
        |path: &[&str], most: usize| subject.source.near(Code::TooMany, path, &[("most", &most.to_string())]);
    if scenario.steps.len() > STEPS_MAX {
        out.push(too_many(&[], STEPS_MAX));
    }
    if scenario.events.len() > EVENTS_MAX {
        out.push(too_many(&[], EVENTS_MAX));
    }
    for step in &scenario.steps {
        if let Activity::Choose(choose) = &step.activity
            && choose.options.len() > OPTIONS_MAX
        {
            out.push(too_many(&[&step.id], OPTIONS_MAX));
        }
    }
    for (path, text) in walk::texts(scenario) {
        if text.raw().chars().count() > TEXT_CHARS_MAX {
            out.push(subject.source.near(Code::TooLong, &path, &[("most", &TEXT_CHARS_MAX.to_string())]));
        }
    }
    out
}
