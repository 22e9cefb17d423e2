//! The eighteen venues as a list of links: the same town without a picture.

use leptos::prelude::*;

use super::Underway;
use crate::app::dom;
use crate::app::page::Page;
use crate::app::route::Route;
use crate::app::venues::{VENUES, Venue};

/// All venues.
#[component]
pub(super) fn VenueList(
    /// The scene that was begun and not ended.
    underway: RwSignal<Option<Underway>>,
) -> impl IntoView {
    let words = Page::here().words;
    let rows =
        (1..).zip(VENUES).map(|(number, venue)| view! { <VenueRow venue=venue number=number underway=underway/> });
    view! {
        <nav class="venues" aria-labelledby="venues">
            <h2 id="venues">{words.t("town-places")}</h2>
            <ol>{rows.collect_view()}</ol>
        </nav>
    }
}

/// A venue of the list.
#[component]
fn VenueRow(
    /// The venue.
    venue: Venue,
    /// Its number, from 1.
    number: usize,
    /// The scene that was begun and not ended.
    underway: RwSignal<Option<Underway>>,
) -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let id = venue.id;
    let written = move || page.library.with(|library| library.knows(venue.scene));
    let state = move || {
        let here = underway.with(|underway| underway.as_ref().is_some_and(|underway| underway.venue == id));
        match (here, written()) {
            (true, _) => words.say("town-you-are-here", &[]),
            (false, true) => words.say("town-written", &[]),
            (false, false) => words.say("town-unwritten-short", &[]),
        }
    };
    let choose = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        page.world.visit(Some(id.to_owned()));
        dom::focus_soon("venue-title");
    };
    let current = move || page.world.at.with(|at| at.as_deref() == Some(id)).then_some("location");
    view! {
        <li>
            <a class="venue-row" class:written=written href=Route::Town.hash() aria-current=current on:click=choose>
                <span class="venue-number" aria-hidden="true">{format!("{number:02}")}</span>
                <span class="venue-name">{move || words.venue(id)}</span>
                <span class="venue-state">{state}</span>
            </a>
        </li>
    }
}
