//! The town: its places as a list of links.

use leptos::prelude::*;

use super::page::Page;
use super::route::{Route, Which};
use super::venues::VENUES;

/// The town.
#[component]
pub(crate) fn TownScreen() -> impl IntoView {
    let words = Page::here().words;
    let place = |venue: &'static super::venues::Venue| {
        let href = Route::Play { scene: venue.scene.to_owned(), which: Which::Latest }.hash();
        view! { <li><a href=href>{move || words.venue(venue.id)}</a></li> }
    };
    view! {
        <div class="page narrow">
            <h1 id="page-title" tabindex="-1">{words.t("nav-town")}</h1>
            <ul>{VENUES.iter().map(place).collect_view()}</ul>
        </div>
    }
}
