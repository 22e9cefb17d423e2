//! A draft: what has been entered into a document that is not handed in yet, so that a reload in the middle of a long
//! form loses nothing. There is one at a time; a draft of another step is no draft.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::shelf::Shelf;
use crate::scenario::activity::Entry;

/// Where the draft is kept.
const KEY: &str = "startup.draft";

/// Entries by field.
pub(crate) type Fields = BTreeMap<String, Entry>;

#[derive(Serialize, Deserialize)]
struct Draft {
    place: String,
    fields: Fields,
}

/// The place a draft belongs to: a play-through, a step, an attempt.
pub(crate) fn place(save: &str, step: &str, attempt: u8) -> String {
    format!("{save}/{step}/{attempt}")
}

/// Keeps a draft; where nothing can be kept it lasts as long as the page.
pub(crate) fn keep_draft(shelf: &dyn Shelf, place: &str, fields: &Fields) {
    let draft = Draft { place: place.to_owned(), fields: fields.clone() };
    // Entries are plain data: writing them into text cannot fail; that storage is refused is said elsewhere.
    let _ = shelf.put(KEY, &ron::to_string(&draft).unwrap_or_default());
}

/// The draft of this place. One that cannot be read counts as none.
pub(crate) fn draft_of(shelf: &dyn Shelf, place: &str) -> Option<Fields> {
    let draft: Draft = ron::from_str(&shelf.get(KEY)?).ok()?;
    (draft.place == place).then_some(draft.fields)
}

#[cfg(test)]
mod tests {
    use super::super::shelf::tests::Memory;
    use super::{Fields, KEY, draft_of, keep_draft, place};
    use crate::app::keep::Shelf;
    use crate::scenario::activity::Entry;

    #[test]
    fn a_draft_is_found_at_its_own_place_only() {
        let shelf = Memory::default();
        let fields = Fields::from([("name".to_owned(), Entry::Text("海".to_owned()))]);
        keep_draft(&shelf, &place("k1", "name", 1), &fields);
        assert_eq!(draft_of(&shelf, &place("k1", "name", 1)), Some(fields));
        assert_eq!(draft_of(&shelf, &place("k1", "name", 2)), None);
        assert_eq!(draft_of(&shelf, &place("k2", "name", 1)), None);
    }

    #[test]
    fn a_broken_draft_is_none() {
        let shelf = Memory::default();
        shelf.put(KEY, "(").expect("memory takes anything");
        assert_eq!(draft_of(&shelf, "k1/name/1"), None);
    }
}
