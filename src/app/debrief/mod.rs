//! The debrief of a play-through: what it came to, and where to go on from.

use leptos::prelude::*;

use super::page::Page;
use super::scene::kept_session;
use crate::assess;

/// The debrief of a save.
#[component]
pub(crate) fn DebriefScreen(
    /// The save's id.
    save: String,
) -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let points = kept_session(page, &save).map(|(session, _)| super::home::points(assess::score(&session).centipoints));
    view! {
        <div class="page narrow">
            <div class="sheet">
                <h1 id="page-title" tabindex="-1">{words.t("look-back")}</h1>
                {move || match &points {
                    Some(points) => words.say("points", &[("points", points)]),
                    None => words.say("save-gone", &[]),
                }}
            </div>
        </div>
    }
}
