//! The town: the frame above, and its places as a list of links, which says the same without a picture.

mod host;

use leptos::prelude::*;

pub(crate) use host::WorldHost;

use super::page::Page;
use super::route::{Route, Which};
use super::venues::{VENUES, Venue};
use super::world_bridge::{Bridge, Gone, Standing};

/// The town's page.
#[component]
pub(crate) fn TownScreen() -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let verdict = Bridge::verdict();
    if verdict == "no-webgl2" && page.world.standing.with_untracked(|standing| *standing == Standing::Closed) {
        page.world.standing.set(Standing::Gone(Gone::NoWebGl));
    }
    let can_ask = matches!(verdict.as_str(), "ask" | "yes");
    let said = move || match page.world.standing.get() {
        Standing::Opening(percent) => words.say("world-opening", &[("percent", &percent.to_string())]),
        Standing::Gone(gone) => words.say(host::reason_key(&gone), &[]),
        Standing::Closed | Standing::Ready => String::new(),
    };
    let may_open = move || can_ask && !matches!(page.world.standing.get(), Standing::Opening(_) | Standing::Ready);
    let ask = move |_| page.world.wanted.update(|count| *count = count.wrapping_add(1));
    view! {
        <div class="page">
            <h1 id="page-title" tabindex="-1">{words.t("nav-town")}</h1>
            <p role="status">{said}</p>
            <Show when=may_open>
                <button type="button" class="button quiet" on:click=ask>{words.t("open-world")}</button>
            </Show>
            <ul class="places">{VENUES.iter().enumerate().map(|(place, venue)| view! { <Place number=place.saturating_add(1) venue=venue/> }).collect_view()}</ul>
        </div>
    }
}

/// A venue of the list; a link where its scene can be played.
#[component]
fn Place(
    /// Its number in the order of a founder's life.
    number: usize,
    /// It.
    venue: &'static Venue,
) -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let title = Memo::new(move |_| {
        page.library.with(|library| library.get(venue.scene).map(|scene| scene.scenario.title.clone()))
    });
    let name = move || words.venue(venue.id);
    view! {
        <li class="place">
            <span class="scene-number" aria-hidden="true">{format!("{number:02}")}</span>
            {move || match title.get() {
                Some(title) => {
                    let href = Route::Play { scene: venue.scene.to_owned(), which: Which::Latest }.hash();
                    view! { <a href=href>{name}" · "{title}</a> }.into_any()
                }
                None => view! { <span class="place-waiting">{name}" "<small>{words.t("no-scene-yet")}</small></span> }.into_any(),
            }}
        </li>
    }
}
