//! Replay from here: the play-through up to just before a decision, opened as a branch of its own.

use leptos::prelude::*;

use super::Looked;
use crate::app::page::Page;
use crate::app::play::put_away;
use crate::app::route::{Route, Which};
use crate::app::scene::fresh_id;

/// Plays on from just before a decision; what is looked back at stays as it is.
#[component]
pub(super) fn Retry(
    /// The play-through.
    looked: StoredValue<Looked>,
    /// The decision's place in the log.
    decision: u32,
    /// The step's title, so that each button says where it leads.
    title: String,
) -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let again = move |_| {
        let count = usize::try_from(decision).unwrap_or(usize::MAX);
        let branch = looked.with_value(|looked| {
            let session = looked.session.rewound(count);
            let id = fresh_id();
            put_away(page, &session, &looked.scene, &id, &looked.seconds);
            Route::Play { scene: looked.debrief.scene.id.clone(), which: Which::Save(id) }
        });
        Page::go(&branch);
    };
    if looked.with_value(|looked| looked.session.mode().is_assessed()) {
        // What was assessed is not played again from the middle.
        return None;
    }
    Some(view! {
        <p class="retry">
            <button type="button" class="button small quiet" on:click=again>
                <span aria-hidden="true">"↻ "</span>
                {words.t("review-retry")}
                <span class="visually-hidden">{move || words.say("review-retry-where", &[("title", &title)])}</span>
            </button>
        </p>
    })
}
