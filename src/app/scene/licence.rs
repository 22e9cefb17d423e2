//! The business licence, set as it hangs on the wall. A stamp comes down on it when it is handed over: the loudest thing here.

use leptos::prelude::*;

use crate::app::page::Page;
use crate::session::DocumentView;

/// The licence.
#[component]
pub(crate) fn Licence(
    /// The document.
    document: DocumentView,
    /// Whether the stamp comes down just now.
    stamping: bool,
) -> impl IntoView {
    let words = Page::here().words;
    let title = document.title.clone();
    let line = move |(key, value): (String, String)| {
        view! { <div class="licence-line"><dt>{move || words.say(&key, &[])}</dt><dd>{value}</dd></div> }
    };
    view! {
        <section class="licence" class:stamping=stamping aria-label=move || words.say(&title, &[])>
            <div class="licence-frame">
                <p class="licence-title" aria-hidden="true">{
                    let title = document.title.clone();
                    move || words.say(&title, &[])
                }</p>
                <p class="licence-practice">{words.t("licence-practice")}</p>
                <dl>{document.lines.into_iter().map(line).collect_view()}</dl>
                <Seal/>
            </div>
        </section>
    }
}

/// A round red seal, drawn.
#[component]
fn Seal() -> impl IntoView {
    let words = Page::here().words;
    view! {
        <svg class="seal" viewBox="0 0 120 120" role="img" aria-label=words.t("seal-label")>
            <defs><path id="seal-arc" d="M 60 60 m -43 0 a 43 43 0 1 1 86 0"/></defs>
            <circle cx="60" cy="60" r="56" fill="none" stroke="currentColor" stroke-width="3.2"/>
            <circle cx="60" cy="60" r="51.5" fill="none" stroke="currentColor" stroke-width="0.8"/>
            <text class="seal-arc-text" text-anchor="middle">
                <textPath href="#seal-arc" startOffset="50%">{words.t("seal-authority")}</textPath>
            </text>
            <path fill="currentColor" d="M60 41 l4.6 14.1 h14.8 l-12 8.7 4.6 14.1 -12 -8.7 -12 8.7 4.6 -14.1 -12 -8.7 h14.8 z"/>
            <text class="seal-foot" x="60" y="98" text-anchor="middle">{words.t("seal-practice")}</text>
        </svg>
    }
}
