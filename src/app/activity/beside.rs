//! What stands beside an element: what the core says of it now, and what was found in it last time. And the button below.

use leptos::prelude::*;

use crate::app::dom;
use crate::app::page::Page;
use crate::app::play::{Complaint, Play};
use crate::app::scene::FindingNote;
use crate::scenario::activity::Finding;

/// What was found at the last attempt, kept while the step is worked on.
pub(super) type Returned = StoredValue<Vec<Finding>>;

/// The id of an element that can be focused.
pub(super) fn element_id(at: &str) -> String {
    format!("el-{at}")
}

/// The id of what is said beside an element.
pub(super) fn beside_id(at: &str) -> String {
    format!("beside-{at}")
}

/// What is to be said beside an element.
#[component]
pub(super) fn Beside(
    /// The play-through.
    play: Play,
    /// The element.
    at: String,
    /// What was found last time.
    returned: Returned,
    /// What the core says of the entry once the field was left.
    #[prop(optional, into)]
    checked: Option<Signal<Option<Complaint>>>,
) -> impl IntoView {
    let words = Page::here().words;
    let found: Vec<Finding> = returned.with_value(|all| all.iter().filter(|found| found.at == at).cloned().collect());
    let id = beside_id(&at);
    let complaint = move || {
        let now = checked.and_then(|checked| checked.get());
        let refused = play.complaint.get().filter(|refused| refused.at.as_deref() == Some(at.as_str()));
        now.or(refused)
    };
    view! {
        <div class="beside" id=id>
            <div aria-live="polite">
                {move || complaint().map(|complaint| view! {
                    <p class="complaint"><span aria-hidden="true">"! "</span>{words.keyed(&complaint.key, &complaint.args)}</p>
                })}
            </div>
            {found.into_iter().map(|finding| view! { <FindingNote finding=finding named=false/> }).collect_view()}
        </div>
    }
}

/// The button that answers, and what is said where the answer was not taken.
#[component]
pub(super) fn AnswerRow(
    /// The play-through.
    play: Play,
    /// The key of the button's words.
    key: &'static str,
) -> impl IntoView {
    let words = Page::here().words;
    view! {
        <div class="answer-row">
            <button type="submit" class="button">{words.t(key)}</button>
            <p class="complaint" role="alert">{move || {
                play.complaint.get().map(|complaint| words.keyed(&complaint.key, &complaint.args))
            }}</p>
        </div>
    }
}

/// Answers; where the answer is not taken, the focus goes to the element it is about.
pub(super) fn hand_in(play: Play, answer: crate::scenario::activity::Answer) {
    if !play.answer(answer)
        && let Some(at) = play.complaint.get_untracked().and_then(|complaint| complaint.at)
    {
        dom::focus_soon(element_id(&at));
    }
}
