//! An activity that this page has no component for: what is asked, and that the terminal plays it.

use leptos::prelude::*;

use crate::app::page::Page;

/// What is asked, and where it can be done.
#[component]
pub(super) fn ElsewhereCard(
    /// The question.
    ask: String,
) -> impl IntoView {
    let words = Page::here().words;
    view! {
        <section class="activity elsewhere">
            <h3 class="ask">{ask}</h3>
            <p class="how">{words.t("activity-elsewhere")}</p>
        </section>
    }
}
