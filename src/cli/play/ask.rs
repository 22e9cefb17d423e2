//! What the terminal player asks, and how a typed line is understood.

use std::collections::BTreeMap;
use std::io::BufRead as _;

use super::{Turn, show};
use crate::cli::paint;
use crate::scenario::activity::{Answer, Entry, FieldSheet, ItemSheet, Sheet, SheetKind};
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
    show_sheet(lang, &step.sheet);
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
        Sheet::Form { .. } => "play-prompt-form",
        Sheet::Arrange { .. } => "play-prompt-arrange",
        Sheet::Classify { .. } => "play-prompt-classify",
        Sheet::Inspect { .. } => "play-prompt-inspect",
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

fn show_sheet(lang: Lang, sheet: &Sheet) {
    let list = |items: &[ItemSheet]| {
        for (place, item) in (1..).zip(items) {
            for (nth, text) in paint::wrapped(&item.label, 70).iter().enumerate() {
                let lead = if nth == 0 { format!("{place:>3}. ") } else { "     ".to_owned() };
                paint::line(&format!("{lead}{text}"));
            }
        }
    };
    paint::line("");
    match sheet {
        Sheet::Choose { ask, options, .. } => {
            paint::line(&paint::strong(ask));
            list(options);
        }
        Sheet::Form { document, note, fields } => {
            paint::line(&paint::strong(&format!("〔{document}〕")));
            if let Some(note) = note {
                paint::line(note);
            }
            for field in fields {
                paint::line(&format!("  · {}", field.label));
            }
        }
        Sheet::Arrange { ask, items } => {
            paint::line(&paint::strong(ask));
            list(items);
        }
        Sheet::Classify { ask, bins, items } => {
            paint::line(&paint::strong(ask));
            list(items);
            paint::line(&paint::faint(&word(lang, "play-bins", &[])));
            list(bins);
        }
        Sheet::Inspect { ask, document, clauses, reasons } => {
            paint::line(&paint::strong(ask));
            paint::line(&format!("〔{document}〕"));
            list(clauses);
            paint::line(&paint::faint(&word(lang, "play-reasons", &[])));
            list(reasons);
        }
    }
}

fn answer(lang: Lang, typed: &str, session: &Session, step: &StepView) -> Option<Answer> {
    match &step.sheet {
        Sheet::Choose { options, reasons, .. } => {
            let option = nth(options, typed)?;
            let reason = if reasons.is_empty() { None } else { Some(ask_one(lang, "play-why", reasons)?) };
            Some(Answer::Choose { option, reason })
        }
        Sheet::Form { fields, .. } => form(lang, session, step, fields),
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

fn form(lang: Lang, session: &Session, step: &StepView, fields: &[FieldSheet]) -> Option<Answer> {
    let before = match &step.last {
        Some(Answer::Form { fields }) => fields.clone(),
        _ => BTreeMap::new(),
    };
    let mut filled = BTreeMap::new();
    for field in fields {
        filled.insert(field.id.clone(), ask_field(lang, session, field, before.get(&field.id))?);
    }
    Some(Answer::Form { fields: filled })
}

/// Asks one field until its entry has the right shape; an empty line keeps what stood there before.
fn ask_field(lang: Lang, session: &Session, field: &FieldSheet, before: Option<&Entry>) -> Option<Entry> {
    paint::line("");
    paint::line(&paint::strong(&field.label));
    field.help.iter().for_each(|help| paint::line(&paint::faint(help)));
    if let SheetKind::One(items) | SheetKind::Many(items) = &field.kind {
        for (place, item) in (1..).zip(items) {
            paint::line(&format!("{place:>3}. {}", item.label));
        }
    }
    if let Some(before) = before {
        paint::line(&paint::faint(&word(lang, "play-before", &[("before", &before.text())])));
    }
    loop {
        paint::prompt("> ");
        let typed = line()?;
        let entry = match (&field.kind, before) {
            (_, Some(before)) if typed.is_empty() => before.clone(),
            (SheetKind::One(items), _) => Entry::Text(nth(items, &typed).unwrap_or_default()),
            (SheetKind::Many(items), _) => Entry::Items(words_of(&typed).filter_map(|one| nth(items, one)).collect()),
            _ => Entry::Text(typed),
        };
        match session.check_entry(&field.id, &entry) {
            Ok(()) => return Some(entry),
            Err(misfit) => paint::line(&paint::tile(&show::refused(lang, &misfit.into()))),
        }
    }
}
