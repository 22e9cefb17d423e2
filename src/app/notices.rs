//! Notices about the page itself: storage refused, the town's state and the page's differ. Plain words, and what to do.

use leptos::prelude::*;

use super::dom;
use super::page::Page;

/// The notices in force.
#[component]
pub(crate) fn Notices() -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let dismissed = RwSignal::new(false);
    let report = move |_| {
        let Some(drift) = page.world.drift.get_untracked() else { return };
        let text = format!("decisions: {}\npage: {}\nworld: {}\n", drift.decisions, drift.page, drift.world);
        dom::download("startup-metaverse-report.txt", &text);
    };
    view! {
        <Show when=move || !page.lasting.get() && !dismissed.get()>
            <div class="notice" role="status">
                <p>{words.t("storage-refused")}</p>
                <button type="button" class="plain-button" on:click=move |_| dismissed.set(true)>{words.t("understood")}</button>
            </div>
        </Show>
        <Show when=move || page.english_lost.get()>
            <div class="notice" role="status" lang="en">
                <p>{words.t("english-lost")}</p>
                <button type="button" class="plain-button" on:click=move |_| page.english_lost.set(false)>{words.t("close")}</button>
            </div>
        </Show>
        <Show when=move || page.world.drift.get().is_some()>
            <div class="notice notice-fault" role="alert">
                <p>{move || {
                    let decisions = page.world.drift.get().map(|drift| drift.decisions.to_string()).unwrap_or_default();
                    words.say("world-drift", &[("decisions", &decisions)])
                }}</p>
                <button type="button" class="plain-button" on:click=report>{words.t("save-report")}</button>
                <button type="button" class="plain-button" on:click=move |_| page.world.drift.set(None)>{words.t("close")}</button>
            </div>
        </Show>
    }
}
