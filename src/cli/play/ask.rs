//! What the terminal player asks, and how a typed line is understood. What takes more than a line has a file of its own.

mod books;
mod dials;
mod form;
mod people;
mod talk;

use std::collections::BTreeMap;
use std::io::BufRead as _;

use super::{Turn, show};
use crate::cli::paint;
use crate::scenario::activity::{Answer, ItemSheet, Sheet};
use crate::session::{Decision, Session, StepView};
use crate::text::{Lang, say as word};

/// A line typed; nothing at the end of input.
fn line() -> Option<String> {
    let mut text = String::new();
    match std::io::stdin().lock().read_line(&mut text) {
        Ok(0) | Err(_) => None,
        Ok(_) => Some(text.trim().to_owned()),
    }
}

/// Asks what to do, until a line means something.
pub(super) fn turn(lang: Lang, session: &Session) -> Turn {
    let Some(step) = session.view().step else { return Turn::Quit };
    show::sheet(lang, &step.sheet);
    loop {
        paint::prompt(&word(lang, prompt_key(&step.sheet), &[]));
        let Some(typed) = line() else { return Turn::Quit };
        if let Some(turn) = command(lang, &typed, session, &step) {
            return turn;
        }
        if let Some(answer) = answer(lang, &typed, session, &step) {
            return Turn::Decide(Decision::Answer(answer));
        }
        paint::line(&paint::tile(&word(lang, "play-not-understood", &[])));
    }
}

fn prompt_key(sheet: &Sheet) -> &'static str {
    match sheet {
        Sheet::Choose { .. } => "play-prompt-choose",
        Sheet::Pitch { questions, .. } if questions.is_empty() => "play-prompt-pitch",
        Sheet::Form { .. }
        | Sheet::Voucher { .. }
        | Sheet::Worksheet { .. }
        | Sheet::Hire { .. }
        | Sheet::Allocate { .. }
        | Sheet::Operate { .. }
        | Sheet::Pitch { .. } => "play-prompt-form",
        Sheet::Arrange { .. } => "play-prompt-arrange",
        Sheet::Classify { .. } => "play-prompt-classify",
        Sheet::Inspect { .. } => "play-prompt-inspect",
        Sheet::Negotiate { left: 0, .. } => "play-prompt-last-word",
        Sheet::Negotiate { .. } => "play-prompt-negotiate",
    }
}

fn command(lang: Lang, typed: &str, session: &Session, step: &StepView) -> Option<Turn> {
    Some(match typed {
        "q" => Turn::Quit,
        "u" => Turn::Undo,
        "?" => Turn::Decide(Decision::Hint),
        "h" => {
            paint::line(&word(lang, "play-keys", &[]));
            Turn::Again
        }
        "c" => {
            show::company(lang, &session.view().company);
            Turn::Again
        }
        _ => {
            let place: usize = typed.strip_prefix('e')?.parse().ok()?;
            let paper = step.evidence.get(place.checked_sub(1)?)?;
            match &paper.opened {
                None => Turn::Decide(Decision::Open(paper.id.clone())),
                Some(read) => {
                    show::paper(&paper.title, &read.text, &read.rows);
                    Turn::Again
                }
            }
        }
    })
}

fn answer(lang: Lang, typed: &str, session: &Session, step: &StepView) -> Option<Answer> {
    match &step.sheet {
        Sheet::Choose { options, reasons, .. } => {
            let option = nth(options, typed)?;
            let reason = if reasons.is_empty() { None } else { Some(ask_one(lang, "play-why", reasons)?) };
            Some(Answer::Choose { option, reason })
        }
        Sheet::Form { fields, .. } => {
            let before = match &step.last {
                Some(Answer::Form { fields }) => fields.clone(),
                _ => BTreeMap::new(),
            };
            Some(Answer::Form { fields: form::fields(lang, session, fields, &before)? })
        }
        Sheet::Arrange { items, .. } => {
            let order: Option<Vec<String>> = words_of(typed).map(|place| nth(items, place)).collect();
            Some(Answer::Arrange { order: order? })
        }
        Sheet::Classify { bins, items, .. } => {
            let chosen: Option<Vec<String>> = words_of(typed).map(|place| nth(bins, place)).collect();
            let chosen = chosen.filter(|chosen| chosen.len() == items.len())?;
            Some(Answer::Classify { bins: items.iter().map(|item| item.id.clone()).zip(chosen).collect() })
        }
        Sheet::Inspect { clauses, reasons, .. } => {
            let mark = |pair: &str| {
                let (clause, reason) = pair.split_once('=')?;
                Some((nth(clauses, clause)?, nth(reasons, reason)?))
            };
            let marks: Option<BTreeMap<String, String>> =
                words_of(typed).filter(|pair| *pair != "0").map(mark).collect();
            Some(Answer::Inspect { marks: marks? }).filter(|_| !typed.is_empty())
        }
        Sheet::Voucher { accounts, .. } => books::voucher(lang, accounts),
        Sheet::Worksheet { columns, rows, .. } => books::worksheet(lang, columns, rows),
        Sheet::Allocate { lines, .. } => books::allocate(lang, lines),
        Sheet::Hire { candidates, terms, may_decline, .. } => {
            people::hire(lang, session, step, candidates, terms, *may_decline)
        }
        Sheet::Negotiate { issues, left, .. } => people::negotiate(lang, typed, issues, *left),
        Sheet::Operate { levers, .. } => Some(Answer::Operate { plan: dials::values(lang, levers)? }),
        Sheet::Pitch { cards, questions, .. } if questions.is_empty() => talk::cards(typed, cards),
        Sheet::Pitch { questions, .. } => talk::replies(questions),
    }
}

fn words_of(typed: &str) -> impl Iterator<Item = &str> {
    typed.split([' ', ',', ',', '、']).filter(|word| !word.is_empty())
}

fn nth(items: &[ItemSheet], typed: &str) -> Option<String> {
    let place: usize = typed.trim().parse().ok()?;
    items.get(place.checked_sub(1)?).map(|item| item.id.clone())
}

fn ask_one(lang: Lang, question: &str, items: &[ItemSheet]) -> Option<String> {
    paint::line(&word(lang, question, &[]));
    for (place, item) in (1..).zip(items) {
        paint::line(&format!("{place:>3}. {}", item.label));
    }
    loop {
        paint::prompt("> ");
        if let Some(id) = nth(items, &line()?) {
            return Some(id);
        }
        paint::line(&paint::tile(&word(lang, "play-not-understood", &[])));
    }
}
