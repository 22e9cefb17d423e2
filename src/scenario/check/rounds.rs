//! Activities that take several rounds, and people: bounds that can be chosen between, a trade that runs, a talk that fits
//! its time, a contract that the core can read.

use super::Subject;
use crate::firm::people::contract::Defect;
use crate::money::Money;
use crate::scenario::activity::{Activity, Hire, Negotiate, Operate, Pitch};
use crate::scenario::format::{Step, Wrong};
use crate::scenario::problem::{Code, Diagnostic};
use crate::scenario::term::Term;

/// More months in one step would not be played.
const MONTHS_MAX: u8 = 24;

/// Everything of it.
pub(super) fn shapes(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for step in &subject.scenario.steps {
        match &step.activity {
            Activity::Negotiate(negotiate) => out.extend(negotiation(subject, step, negotiate)),
            Activity::Operate(operate) => out.extend(trade(subject, step, operate)),
            Activity::Pitch(pitch) => out.extend(talk(subject, step, pitch)),
            Activity::Hire(hire) => out.extend(contract(subject, step, hire)),
            _ => {}
        }
        if unnamed_mistakes(&step.activity) {
            out.push(subject.source.near(Code::NoMistakeNamed, &[&step.id], &[]));
        }
    }
    out
}

/// An answer that comes back would have to take back what its rounds did.
fn comes_back(subject: &Subject<'_>, step: &Step) -> Option<Diagnostic> {
    let comes_back = matches!(step.wrong, Wrong::Return { .. });
    comes_back.then(|| subject.source.near(Code::RoundsReturned, &[&step.id], &[]))
}

fn negotiation(subject: &Subject<'_>, step: &Step, negotiate: &Negotiate) -> Vec<Diagnostic> {
    let mut out: Vec<Diagnostic> = comes_back(subject, step).into_iter().collect();
    for issue in &negotiate.issues {
        let weightless = issue.weight == 0 && issue.worth == 0;
        if weightless || empty_range(&issue.from, &issue.to, &issue.step) {
            out.push(subject.source.near(Code::EmptyDial, &[&step.id, &issue.id], &[("name", &issue.id)]));
        }
    }
    out
}

fn trade(subject: &Subject<'_>, step: &Step, operate: &Operate) -> Vec<Diagnostic> {
    let mut out: Vec<Diagnostic> = comes_back(subject, step).into_iter().collect();
    if operate.market().is_none() || operate.months == 0 || operate.months > MONTHS_MAX {
        out.push(subject.source.near(Code::NoTrade, &[&step.id, &operate.market], &[("name", &operate.market)]));
    }
    for lever in &operate.levers {
        if empty_range(&lever.from, &lever.to, &lever.step) {
            let id = lever.moves.id();
            out.push(subject.source.near(Code::EmptyDial, &[&step.id, lever.label.raw()], &[("name", id)]));
        }
    }
    out
}

/// Whether bounds as written leave nothing to choose; what a variable holds is known only once it is drawn.
fn empty_range(from: &Term, to: &Term, step: &Term) -> bool {
    let number = |term: &Term| {
        let text = term.raw().trim_end_matches('%');
        text.parse::<i64>()
            .ok()
            .and_then(|number| number.checked_mul(100))
            .or(text.parse::<Money>().ok().map(Money::fen))
    };
    let none_left = number(from).zip(number(to)).is_some_and(|(from, to)| from >= to);
    none_left || number(step).is_some_and(|step| step <= 0)
}

fn talk(subject: &Subject<'_>, step: &Step, pitch: &Pitch) -> Option<Diagnostic> {
    let told = pitch.cards.iter().filter(|card| pitch.best.contains(&card.id));
    let seconds = told.fold(0_u32, |sum, card| sum.saturating_add(u32::from(card.seconds)));
    let most = u32::from(pitch.seconds);
    let args = [("seconds", seconds.to_string()), ("most", most.to_string())];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    (seconds > most).then(|| subject.source.near(Code::TalkTooLong, &[&step.id], &args))
}

fn contract(subject: &Subject<'_>, step: &Step, hire: &Hire) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    if !hire.terms.iter().any(|field| field.id == "wage") {
        out.push(subject.source.near(Code::UnreadContract, &[&step.id], &[("name", "wage")]));
    }
    let unknown = hire.defects.iter().filter(|words| Defect::rule_of(&words.of).is_none());
    out.extend(
        unknown.map(|words| subject.source.near(Code::UnreadContract, &[&step.id, &words.of], &[("name", &words.of)])),
    );
    out
}

/// Whether none of the mistakes that people make here is named, so that nothing particular can be said of one.
fn unnamed_mistakes(activity: &Activity) -> bool {
    use crate::scenario::activity::Cell;
    match activity {
        Activity::Voucher(voucher) => voucher.wrong.is_empty(),
        Activity::Worksheet(sheet) => {
            let mut cells = sheet.rows.iter().flat_map(|row| &row.cells);
            !cells.any(|cell| matches!(cell, Cell::Ask(asked) if !asked.wrong.is_empty()))
        }
        Activity::Operate(operate) => operate.signs.is_empty(),
        Activity::Negotiate(negotiate) => negotiate.wrong.is_empty(),
        _ => false,
    }
}
