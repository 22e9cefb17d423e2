//! The line that says how the play-through is kept, and the choice where another tab has gone on with it.

use leptos::prelude::*;

use crate::app::dom;
use crate::app::keep::{BrowserShelf, load};
use crate::app::page::Page;
use crate::app::play::{Kept, Play};

/// How it is kept; a file at any time.
#[component]
pub(super) fn KeptLine(
    /// The play-through.
    play: Play,
) -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    Effect::new(move |_| {
        page.shelf.track();
        if let Ok(Some(record)) = load(&BrowserShelf, &play.id()) {
            play.heard_of(record.revision);
        }
    });
    let said = move || match play.kept.get() {
        Kept::NotYet => String::new(),
        Kept::At(ms) => words.say("saved-at", &[("time", &dom::clock(ms))]),
        Kept::Held => words.say("saved-nowhere", &[]),
        Kept::Elsewhere => words.say("saved-elsewhere", &[]),
    };
    let export = move |_| {
        let scene = play.view.with_untracked(|view| view.scene.id.clone());
        dom::download(&format!("{scene}-{}.save.ron", play.seed()), &play.save_text());
    };
    let reload = move |_| {
        // The address already names this record: loading the page takes up what the other tab has.
        let _ = window().location().reload();
    };
    view! {
        <p class="kept" role="status">{said}</p>
        <Show when=move || play.kept.get() == Kept::Elsewhere>
            <div class="notice" role="alert">
                <p>{words.t("elsewhere-explained")}</p>
                <button type="button" class="plain-button" on:click=reload>{words.t("elsewhere-take")}</button>
                <button type="button" class="plain-button" on:click=move |_| play.keep_as_copy()>{words.t("elsewhere-copy")}</button>
            </div>
        </Show>
        <button type="button" class="plain-button" on:click=export>{words.t("export")}</button>
    }
}
