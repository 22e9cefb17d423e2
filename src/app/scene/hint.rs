//! Help in practice: asked for, then given.

use leptos::prelude::*;

use crate::app::dom;
use crate::app::page::Page;
use crate::app::play::Play;
use crate::session::HintView;

/// Help at this step, where there is any.
#[component]
pub(super) fn Hint(
    /// The play-through.
    play: Play,
) -> impl IntoView {
    let words = Page::here().words;
    let hint =
        Memo::new(move |_| play.view.with(|view| view.step.as_ref().map_or(HintView::None, |step| step.hint.clone())));
    let ask = move |_| {
        if play.hint() {
            dom::focus_soon("hint");
        }
    };
    move || match hint.get() {
        HintView::None => ().into_any(),
        HintView::Offered => view! {
            <button type="button" class="plain-button ask-hint" on:click=ask>{words.t("ask-hint")}</button>
        }
        .into_any(),
        HintView::Given(text) => view! {
            <aside class="hint" id="hint" tabindex="-1">
                <h3>{words.t("hint")}</h3>
                <p>{text}</p>
            </aside>
        }
        .into_any(),
    }
}
