//! `Form`: a document to fill, set as the real one is. Entries are the browser's own until they are handed in:
//! nothing is written back into a field, so that an input method is never disturbed.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::beside::{AnswerRow, Returned, hand_in};
use super::field::FieldRow;
use crate::app::keep::Fields;
use crate::app::page::Page;
use crate::app::play::Play;
use crate::scenario::activity::{Answer, Entry, FieldSheet, SheetKind};

/// What has been entered so far.
pub(super) type Entries = StoredValue<Fields>;

/// The document.
#[component]
pub(super) fn FormCard(
    /// The play-through.
    play: Play,
    /// Its title.
    document: String,
    /// Its opening lines.
    note: Option<String>,
    /// Its fields.
    fields: Vec<FieldSheet>,
    /// The answer at the last attempt.
    last: Option<Answer>,
    /// What was found in it.
    returned: Returned,
) -> impl IntoView {
    let words = Page::here().words;
    let last = play.draft().or(match last {
        Some(Answer::Form { fields }) => Some(fields),
        _ => None,
    });
    let entries: Entries = StoredValue::new(begin_with(&fields, last));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        hand_in(play, Answer::Form { fields: entries.get_value() });
    };
    let note_lines = note.map(|note| note.lines().map(str::to_owned).collect::<Vec<_>>()).unwrap_or_default();
    view! {
        <form class="activity form-paper" on:submit=submit novalidate=true aria-labelledby="form-title">
            <header class="form-head">
                <h3 id="form-title">{document}</h3>
                {note_lines.into_iter().map(|line| view! { <p class="form-note">{line}</p> }).collect_view()}
            </header>
            <div class="form-rows">
                {fields.into_iter().map(|field| view! { <FieldRow play=play field=field entries=entries returned=returned/> }).collect_view()}
            </div>
            <p class="form-foot">{words.t("form-foot")}</p>
            <AnswerRow play=play key="answer-form"/>
        </form>
    }
}

/// What the document begins with: what was entered before, or blanks.
fn begin_with(fields: &[FieldSheet], before: Option<Fields>) -> Fields {
    let mut before = before.unwrap_or_default();
    let blank = |field: &FieldSheet| match field.kind {
        SheetKind::Many(_) => Entry::Items(Vec::new()),
        SheetKind::Line(_) | SheetKind::Amount | SheetKind::Day | SheetKind::One(_) => Entry::Text(String::new()),
    };
    fields.iter().map(|field| (field.id.clone(), before.remove(&field.id).unwrap_or_else(|| blank(field)))).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn field(id: &str, kind: SheetKind) -> FieldSheet {
        FieldSheet { id: id.to_owned(), label: id.to_owned(), help: None, kind }
    }

    #[test]
    fn a_document_begins_blank_or_as_it_came_back() {
        let fields = [field("name", SheetKind::Line(10)), field("scope", SheetKind::Many(Vec::new()))];
        let blank = begin_with(&fields, None);
        assert_eq!(blank.get("scope"), Some(&Entry::Items(Vec::new())));
        let came_back = BTreeMap::from([("name".to_owned(), Entry::Text("海青".to_owned()))]);
        let begun = begin_with(&fields, Some(came_back));
        assert_eq!(begun.get("name"), Some(&Entry::Text("海青".to_owned())));
        assert_eq!(begun.len(), 2);
    }
}
