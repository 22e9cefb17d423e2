//! Help.

use leptos::prelude::*;

use super::page::Page;

/// The help.
#[component]
pub(crate) fn HelpScreen() -> impl IntoView {
    let words = Page::here().words;
    view! { <div class="page narrow"><h1 id="page-title" tabindex="-1">{words.t("nav-help")}</h1></div> }
}
