//! What can be taken away: print, the save as a file; and the code by which anyone can check the result.

use leptos::prelude::*;

use super::Looked;
use crate::app::dom;
use crate::app::page::Page;
use crate::app::route::{Route, Which};
use crate::session;

/// What can be taken away.
#[component]
pub(super) fn Tools(
    /// The play-through.
    looked: Looked,
) -> impl IntoView {
    let words = Page::here().words;
    let again = Route::Play { scene: looked.debrief.scene.id.clone(), which: Which::New(None) }.hash();
    let seed = looked.session.seed().to_string();
    let name = format!("{}-{seed}.save.ron", looked.debrief.scene.id);
    let hash = looked.debrief.hash.clone();
    let export = move |_| dom::download(&name, &session::write(&looked.session));
    let print = move |_| {
        // A browser without a printer shows its own dialog or nothing; the page is unchanged either way.
        let _ = window().print();
    };
    view! {
        <section class="review-tools" aria-labelledby="review-tools">
            <h2 id="review-tools">{words.t("review-take")}</h2>
            <div class="actions">
                <a class="button" href=again>{words.t("play-again")}</a>
                <button type="button" class="button quiet" on:click=print>{words.t("review-print")}</button>
                <button type="button" class="button quiet" on:click=export>{words.t("review-export")}</button>
                <a class="button quiet" href=Route::Home.hash()>{words.t("back-home")}</a>
            </div>
            <dl class="review-proof">
                <dt>{words.t("seed")}</dt>
                <dd>{seed}</dd>
                <dt>{words.t("review-code")}</dt>
                <dd class="mono">{hash}</dd>
            </dl>
            <p class="review-proof-how">{words.t("review-code-how")}</p>
        </section>
    }
}
