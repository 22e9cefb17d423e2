//! Limits of a scene: what a class could not read, and what a page could not show.

use super::Subject;
use crate::scenario::activity::Activity;
use crate::scenario::problem::{Code, Diagnostic};

const STEPS_MAX: usize = 400;
const OPTIONS_MAX: usize = 12;
const EVENTS_MAX: usize = 2_000;
/// Learners that one test plays at most: a sweep over many is `explore`'s.
const SEEDS_MAX: usize = 256;
const TEXT_CHARS_MAX: usize = 4_000;

/// Steps, options, events and the length of texts.
pub(super) fn sizes(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let mut out = Vec::new();
    let lists = [
        ("steps", scenario.steps.len(), STEPS_MAX),
        ("events", scenario.events.len(), EVENTS_MAX),
        ("endings", scenario.endings.len(), STEPS_MAX),
        ("vary", scenario.vary.len(), STEPS_MAX),
        ("cast", scenario.cast.len(), STEPS_MAX),
        ("misconceptions", scenario.misconceptions.len(), STEPS_MAX),
        ("tests", scenario.tests.len(), STEPS_MAX),
    ];
    for (field, _, most) in lists.into_iter().filter(|(_, got, most)| got > most) {
        out.push(subject.source.field(Code::TooMany, field, &[("most", &most.to_string())]));
    }
    for step in &scenario.steps {
        if let Activity::Choose(choose) = &step.activity
            && choose.options.len() > OPTIONS_MAX
        {
            let most = OPTIONS_MAX.to_string();
            out.push(subject.source.part(Code::TooMany, &[&step.id], "do", &[("most", &most)]));
        }
    }
    for trial in scenario.tests.iter().filter(|trial| trial.seeds.len() > SEEDS_MAX) {
        let most = SEEDS_MAX.to_string();
        out.push(subject.source.part(Code::TooMany, &[&trial.name], "seeds", &[("most", &most)]));
    }
    for (path, text) in &subject.texts {
        // No text has more characters than bytes, so most need no counting.
        if text.raw().len() > TEXT_CHARS_MAX && text.raw().chars().count() > TEXT_CHARS_MAX {
            let mut path = path.clone();
            path.push(text.raw());
            out.push(subject.source.near(Code::TooLong, &path, &[("most", &TEXT_CHARS_MAX.to_string())]));
        }
    }
    out
}
