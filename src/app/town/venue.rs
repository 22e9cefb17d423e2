//! The venue one stands at: its name, its scene, and the way in.

use leptos::prelude::*;

use super::Underway;
use crate::app::page::Page;
use crate::app::route::{Route, Which};
use crate::app::venues::by_id;

/// The venue chosen in the view or in the list.
#[component]
pub(super) fn VenueCard(
    /// The scene that was begun and not ended.
    underway: RwSignal<Option<Underway>>,
) -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let card = move || {
        let at = page.world.at.get()?;
        let venue = by_id(&at)?;
        let scene = page.library.with(|library| library.head(venue.scene));
        let going = underway.get().filter(|underway| underway.scene == venue.scene);
        let inside = match (scene, going) {
            (None, _) => view! { <p class="venue-unwritten">{words.t("town-unwritten")}</p> }.into_any(),
            (Some(scene), going) => {
                let fresh = Route::Play { scene: venue.scene.to_owned(), which: Which::New(None) }.hash();
                let minutes = scene.minutes.to_string();
                view! {
                    <p class="venue-scene">{scene.title.clone()}</p>
                    <p class="venue-about">{scene.about.clone()}</p>
                    <p class="card-facts">{move || words.say("minutes", &[("minutes", &minutes)])}</p>
                    <div class="actions">
                        {going.map(|going| view! { <a class="button" href=going.href>{words.t("continue")}</a> })}
                        <a class="button quiet" href=fresh>{words.t("start-scene")}</a>
                    </div>
                }
                .into_any()
            }
        };
        Some(view! { <h2 id="venue-title" tabindex="-1">{words.venue(&at)}</h2> {inside} })
    };
    view! {
        <section class="venue-card" aria-live="polite" class:empty=move || page.world.at.with(Option::is_none)>
            {card}
        </section>
    }
}
