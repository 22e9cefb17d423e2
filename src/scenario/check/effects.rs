//! Effects: values that can be read, accounts that take what is booked to them, days that end.

use super::{Subject, walk};
use crate::calendar::Date;
use crate::firm::accounts::AccountCode;
use crate::firm::takes_receipts;
use crate::money::{Money, Rate};
use crate::scenario::effect::{By, Effect, Kind};
use crate::scenario::problem::{Code, Diagnostic};
use crate::scenario::term::Term;

/// A scene lasts ten years at most: so many days of waiting in one piece would be beyond its end.
const DAYS_MAX: u16 = 3_653;

/// Values as written that are none of their kind; what a variable holds is known only once it is drawn.
pub(super) fn values(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (path, effect) in walk::effects(subject.scenario) {
        effect.terms(&mut |term, kind| {
            if !readable(term, kind) {
                let mut path = path.clone();
                path.push(term.raw());
                out.push(subject.source.near(Code::UnreadableValue, &path, &[("name", term.raw())]));
            }
        });
    }
    out
}

fn readable(term: &Term, kind: Kind) -> bool {
    let text = term.raw();
    text.contains(['{', '}'])
        || match kind {
            Kind::Text => true,
            Kind::Amount => text.parse::<Money>().is_ok(),
            Kind::Day => text.parse::<Date>().is_ok(),
            Kind::Rate => text.parse::<Rate>().is_ok(),
        }
}

/// Accounts that the chart has not, and receipts that come in by another effect.
pub(super) fn accounts(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (path, effect) in walk::effects(subject.scenario) {
        let Some(number) = effect.account() else { continue };
        let code = match AccountCode::new(number) {
            None => Some(Code::UnknownAccount),
            Some(account) => {
                let receives = matches!(effect, Effect::Receive { .. });
                (receives && !takes_receipts(account)).then_some(Code::NoReceipts)
            }
        };
        out.extend(code.map(|code| subject.source.near(code, &path, &[("name", &number.to_string())])));
    }
    out
}

/// Days that an event would let go by while days go by, and waits that no scene lasts.
pub(super) fn days(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let mut out = Vec::new();
    for event in &scenario.events {
        if event.effects.iter().any(Effect::passes_days) {
            out.push(subject.source.near(Code::DaysInEvent, &[&event.id], &[("name", &event.id)]));
        }
    }
    let most = DAYS_MAX.to_string();
    let told = |path: &[&str]| subject.source.near(Code::TooManyDays, path, &[("most", &most)]);
    for (path, effect) in walk::effects(scenario) {
        let (Effect::Take(days) | Effect::Schedule(_, days) | Effect::Owe(_, Some(By::In(days)))) = effect else {
            continue;
        };
        out.extend((*days > DAYS_MAX).then(|| told(&path)));
    }
    out.extend(scenario.steps.iter().filter(|step| step.days > DAYS_MAX).map(|step| told(&[&step.id])));
    out
}
