//! A play-through that cannot be opened whole: what happened, what still holds, what can be done. Nothing kept is touched.

use leptos::prelude::*;

use super::opening::{Opened, Trouble, fresh_id};
use crate::app::dom;
use crate::app::page::Page;
use crate::app::play::Play;
use crate::app::route::Route;

/// Says what happened and offers what can be done.
#[component]
pub(super) fn TroubleNote(
    /// What happened.
    trouble: Trouble,
    /// Where going on is opened.
    opened: RwSignal<Opened>,
) -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let Trouble { key, args, rest, text } = trouble;
    let count = rest.as_ref().map(|(session, _)| session.decisions().len());
    let go_on = rest.map(|(session, scene)| {
        let label = move || words.say("go-on-from", &[("count", &count.unwrap_or(0).to_string())]);
        let resume = move |_| {
            let play = Play::take_up(page, session.clone(), scene.clone(), fresh_id());
            play.keep();
            opened.set(Opened::Playing(play));
            dom::focus_soon("step-title");
        };
        view! { <button type="button" class="button" on:click=resume>{label}</button> }
    });
    let take_away = text.map(|text| {
        let export = move |_| dom::download("startup-metaverse-damaged.save.ron", &text);
        view! { <button type="button" class="button quiet" on:click=export>{words.t("export-as-is")}</button> }
    });
    view! {
        <div class="page narrow">
            <div class="sheet trouble">
                <h1 id="page-title" tabindex="-1">{words.t("cannot-open")}</h1>
                <p>{move || words.keyed(&key, &args)}</p>
                <div class="actions">
                    {go_on}
                    {take_away}
                    <a class="button quiet" href=Route::Home.hash()>{words.t("back-home")}</a>
                </div>
            </div>
        </div>
    }
}
