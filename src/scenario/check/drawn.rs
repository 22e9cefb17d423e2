//! What is drawn for a learner: ranges that hold something, tables that have a line for every case.

use super::{Subject, constant, names};
use crate::money::Money;
use crate::scenario::condition::is_of_journey;
use crate::scenario::nearest;
use crate::scenario::problem::{Code, Diagnostic};
use crate::scenario::vary::Vary;

/// Each way of drawing, in the order of drawing.
pub(super) fn ways(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let vary = &subject.scenario.vary;
    let written = names::written(subject.scenario);
    let mut out = Vec::new();
    for (place, (name, how)) in vary.iter().enumerate() {
        let tell = |code, args: &[(&str, &str)]| subject.source.near(code, &[name], args);
        let named = [("name", name)];
        match how {
            Vary::Range { from, to, step } if to < from || *step <= Money::ZERO => {
                out.push(tell(Code::EmptyRange, &named));
            }
            Vary::Count { from, to } if to < from => out.push(tell(Code::EmptyRange, &named)),
            Vary::Day { from, to } if to < from => out.push(tell(Code::EmptyRange, &named)),
            Vary::OneOf(texts) if texts.is_empty() => out.push(tell(Code::EmptyRange, &named)),
            // What holds until something else is written, or carried along, need not differ.
            Vary::OneOf(_) if is_of_journey(name) || written.contains(name) => {}
            Vary::OneOf(texts) if texts.iter().all(|text| Some(text) == texts.first()) => {
                out.push(tell(Code::OneValue, &named));
            }
            Vary::By(other, table) => {
                let before = || vary.iter().take(place);
                let Some((_, drawn)) = before().find(|(known, _)| known == other) else {
                    let near = nearest::to(other, before().map(|(known, _)| known));
                    let mut args = vec![("name", other.as_str())];
                    args.extend(near.map(|near| ("near", near)));
                    out.push(subject.source.near(Code::UnknownDrawn, &[name, other], &args));
                    continue;
                };
                let missing = constant::values(drawn).into_iter().flatten().find(|value| !table.has(value));
                out.extend(missing.map(|value| tell(Code::Uncovered, &[("name", name), ("value", value)])));
            }
            Vary::Range { .. } | Vary::Count { .. } | Vary::Day { .. } | Vary::OneOf(_) => {}
        }
    }
    out
}
