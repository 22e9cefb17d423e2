//! The view of the town: the three-dimensional one in its frame, or the illustrated map; labels over either.
//!
//! It stands beside the routes, so that the frame outlives a walk to a scene and back: opening it again costs nothing.

use leptos::html::Div;
use leptos::prelude::*;

use super::labels::Labels;
use super::map::PICTURE;
use crate::app::page::Page;
use crate::app::route::Route;
use crate::app::settings::Switch;
use crate::app::world_bridge::{Bridge, Gone, Standing};

/// The view of the town.
#[component]
pub(crate) fn WorldHost() -> impl IntoView {
    let page = Page::here();
    let host = NodeRef::<Div>::new();
    let shown = Memo::new(move |_| page.route.with(|route| *route == Route::Town));
    let wanted = Memo::new(move |_| wants_world(page.settings.get().world));
    let by_scene = Memo::new(move |_| page.route.with(|route| matches!(route, Route::Play { .. })));
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        let gone = page.world.standing.with_untracked(|standing| matches!(standing, Standing::Gone(_)));
        if !wanted.get() {
            if !gone {
                page.world.close(None);
            }
        } else if (shown.get() || by_scene.get()) && !gone {
            page.world.open(&host);
        }
    });
    // Who has asked for the town keeps it, however slowly it is drawn.
    Effect::new(move |_| page.world.patient.set(page.settings.with(|settings| settings.world == Switch::On)));
    Effect::new(move |_| page.world.cover(!shown.get()));
    Effect::new(move |_| page.world.reduce_motion(page.reduced_motion()));
    let word = move || page.world.standing.with(standing_word);
    let in_world = Memo::new(move |_| page.world.standing.with(|standing| *standing == Standing::Ready));
    view! {
        <section class="town-view" class:shown=move || shown.get() class:in-world=move || in_world.get() data-world=word
            data-agreed=move || page.world.agreed.get().map(|count| count.to_string())
        >
            <div class="town-canvas">
                <Show when=move || shown.get() && !in_world.get()>
                    <img class="town-map" src=PICTURE alt="" width="1600" height="900"/>
                </Show>
                <div class="town-frame" node_ref=host></div>
                <Show when=move || shown.get()>
                    <Labels in_world=in_world/>
                </Show>
            </div>
            <Show when=move || shown.get()><ViewBar host=host wanted=wanted/></Show>
        </section>
    }
}

/// Whether the three-dimensional town is to be opened unasked, or has been asked for.
fn wants_world(switch: Switch) -> bool {
    match switch {
        Switch::On => true,
        Switch::Off => false,
        Switch::Auto => Bridge::verdict() == "yes",
    }
}

fn standing_word(standing: &Standing) -> &'static str {
    match standing {
        Standing::Closed => "closed",
        Standing::Opening(_) => "opening",
        Standing::Ready => "ready",
        Standing::Gone(_) => "gone",
    }
}

/// How the view stands, and the switch between the two.
#[component]
fn ViewBar(
    /// Where the frame is put.
    host: NodeRef<Div>,
    /// Whether the three-dimensional town is wanted.
    wanted: Memo<bool>,
) -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let open = move |_| {
        page.set(|settings| settings.world = Switch::On);
        if let Some(host) = host.get_untracked() {
            page.world.open(&host);
        }
    };
    let to_map = move |_| {
        page.set(|settings| settings.world = Switch::Off);
        page.world.close(None);
    };
    let out = move |_| page.world.visit(None);
    let said = move || match page.world.standing.get() {
        Standing::Opening(percent) => words.say("town-opening", &[("percent", &percent.to_string())]),
        Standing::Ready if page.world.slow.get() => words.say("town-slow-stays", &[]),
        Standing::Ready => words.say("town-how-world", &[]),
        Standing::Gone(gone) => gone_words(page, &gone),
        Standing::Closed => words.say(closed_key(&Bridge::verdict()), &[]),
    };
    let three = move || matches!(page.world.standing.get(), Standing::Ready | Standing::Opening(_)) && wanted.get();
    let possible = !matches!(Bridge::verdict().as_str(), "absent" | "no-webgl2");
    view! {
        <div class="view-bar">
            <p class="view-said" role="status">{said}</p>
            <Show when=move || page.world.at.with(Option::is_some) && three()>
                <button type="button" class="plain-button" on:click=out>{words.t("town-whole")}</button>
            </Show>
            <Show when=three fallback=move || possible.then(|| view! {
                <button type="button" class="plain-button" on:click=open>{words.t("town-to-world")}</button>
            })>
                <button type="button" class="plain-button" on:click=to_map>{words.t("town-to-map")}</button>
            </Show>
        </div>
    }
}

fn gone_words(page: Page, gone: &Gone) -> String {
    match gone {
        Gone::Absent => page.words.say("town-absent", &[]),
        Gone::Slow => page.words.say("town-slow", &[]),
        Gone::OtherProtocol => page.words.say("town-other-version", &[]),
        Gone::Crashed(_) => page.words.say("town-crashed", &[]),
    }
}

fn closed_key(verdict: &str) -> &'static str {
    match verdict {
        "no-webgl2" => "town-no-webgl",
        "absent" => "town-absent",
        "ask" => "town-ask",
        _ => "town-how-map",
    }
}
