//! Days as a person reads them, in the language set.

use crate::app::words::Words;

/// An ISO day such as `2026-03-04` in words; what is no such day stays as it is.
pub(super) fn day(words: Words, iso: &str) -> String {
    in_words(words, iso, "review-date")
}

/// The same without its year, for chains.
pub(super) fn short_day(words: Words, iso: &str) -> String {
    in_words(words, iso, "review-date-short")
}

fn in_words(words: Words, iso: &str, key: &str) -> String {
    let mut parts = iso.splitn(3, '-').map(|part| part.trim_start_matches('0'));
    match (parts.next(), parts.next(), parts.next()) {
        (Some(year), Some(month), Some(day)) => {
            words.say(key, &[("year", year), ("month", month), ("day", day), ("iso", iso)])
        }
        _ => iso.to_owned(),
    }
}

/// A consequence in words: its title in quotes where it has one, and what happened.
pub(super) fn told(words: Words, what: &crate::assess::Consequence) -> String {
    let note = what.note.as_ref().map(|note| words.note(note)).unwrap_or_default();
    match &what.title {
        Some(title) if note.is_empty() => words.say("review-letter", &[("title", title)]),
        Some(title) => words.say("review-letter-because", &[("title", title), ("because", &note)]),
        None => note,
    }
}

/// A consequence in few words, for chains: a letter by its title, all else by what happened.
pub(super) fn told_short(words: Words, what: &crate::assess::Consequence) -> String {
    let said = match (&what.title, &what.note) {
        (Some(title), _) => words.say("review-letter", &[("title", title)]),
        (None, note) => note.as_ref().map(|note| words.note(note)).unwrap_or_default(),
    };
    said.trim_end_matches(['。', '.']).to_owned()
}
