//! The debrief of a play-through: what it came to.

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
    let points = Memo::new(move |_| {
        let here = page.library.with(|library| library.ready);
        let kept = here.then(|| kept_session(page, &save)).flatten();
        kept.map(|(session, _)| super::home::points(assess::score(&session).centipoints))
    });
    view! {
        <div class="page narrow">
            <div class="sheet">
                <h1 id="page-title" tabindex="-1">{words.t("look-back")}</h1>
                {move || match points.get() {
                    Some(points) => words.say("points", &[("points", &points)]),
                    None => words.say("save-gone", &[]),
                }}
            </div>
        </div>
    }
}
