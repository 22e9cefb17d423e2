//! Documents filled in field by field.

use std::collections::BTreeMap;

use super::super::show;
use super::{line, nth, words_of};
use crate::cli::paint;
use crate::scenario::activity::{Entry, FieldSheet, SheetKind};
use crate::session::Session;
use crate::text::{Lang, say as word};

/// Asks every field; nothing at the end of input.
pub(super) fn fields(
    lang: Lang,
    session: &Session,
    fields: &[FieldSheet],
    before: &BTreeMap<String, Entry>,
) -> Option<BTreeMap<String, Entry>> {
    let mut filled = BTreeMap::new();
    for field in fields {
        filled.insert(field.id.clone(), ask_field(lang, session, field, before.get(&field.id))?);
    }
    Some(filled)
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
