//! The directory: scenes that can be played, with minutes, goals and the best result; any seed.

use leptos::prelude::*;

use super::going_on::points;
use crate::app::keep::best_of;
use crate::app::library::Library;
use crate::app::page::Page;
use crate::app::route::{Route, Which};
use crate::app::venues::VENUES;
use crate::scenario::head::Head;

/// The scenes that can be played.
#[component]
pub(super) fn Directory() -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let scenes = move || page.library.with(Library::heads);
    let faults = move || page.library.with(|library| library.faults.clone());
    view! {
        <section class="directory" aria-labelledby="directory">
            <h2 id="directory">{words.t("directory")}</h2>
            <Show when=move || !page.library.with(|library| library.ready)><p aria-busy="true">{words.t("directory-waiting")}</p></Show>
            <Show when=move || !faults().is_empty()>
                <div class="notice" role="status">
                    <p>{words.t("directory-faults")}</p>
                    <details><summary>{words.t("details")}</summary><p class="mono">{move || faults().join("; ")}</p></details>
                </div>
            </Show>
            <ul class="cards">
                {move || scenes().into_iter().map(|(head, own)| view! { <li><SceneCard scenario=head own=own/></li> }).collect_view()}
            </ul>
        </section>
    }
}

/// A scene.
#[component]
fn SceneCard(
    /// Its head.
    scenario: Head,
    /// Whether it came from a person's own file.
    own: bool,
) -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let number = VENUES
        .iter()
        .position(|venue| venue.scene == scenario.id)
        .map(|place| format!("{:02}", place.saturating_add(1)));
    let venue = VENUES.iter().find(|venue| venue.scene == scenario.id).map(|venue| venue.id);
    let minutes = scenario.minutes.to_string();
    let id = StoredValue::new(scenario.id.clone());
    let best = move || best_of(&page.records(), &id.get_value()).map(points);
    let seed = RwSignal::new(String::new());
    let fresh = move || {
        let seed = seed.get().trim().parse::<u64>().ok();
        Route::Play { scene: id.get_value(), which: Which::New(seed) }.hash()
    };
    let continues = scenario.continues;
    let company = move || {
        let finished =
            page.records().into_iter().find(|(_, record)| record.is_closed() && record.scene != id.get_value());
        finished.filter(|_| continues).map(|(save, record)| {
            let href = Route::Play { scene: id.get_value(), which: Which::After(save) }.hash();
            view! { <a class="button small quiet" href=href>{words.say("go-on-after", &[("scene", &record.title)])}</a> }
        })
    };
    let seed_id = format!("seed-{}", scenario.id);
    let objective = |line: &String| view! { <li>{line.clone()}</li> };
    view! {
        <article class="card scene-card">
            <p class="eyebrow">
                {number.map(|number| view! { <span class="scene-number">{number}</span> })}
                {venue.map(|venue| view! { <span>{move || words.venue(venue)}</span> })}
                {own.then(|| view! { <span class="tag">{words.t("own-scene")}</span> })}
            </p>
            <h3>{scenario.title.clone()}</h3>
            <p class="scene-about">{scenario.about.clone()}</p>
            <h4>{words.t("objectives")}</h4>
            <ul class="objectives">{scenario.objectives.iter().map(objective).collect_view()}</ul>
            <p class="card-facts">
                <span>{move || words.say("minutes", &[("minutes", &minutes)])}</span>
                <span>{move || match best() {
                    Some(best) => words.say("best", &[("points", &best)]),
                    None => words.say("best-none", &[]),
                }}</span>
            </p>
            <div class="card-actions">
                <a class="button small" href=fresh>{words.t("start-scene")}</a>
                {company}
            </div>
            <details class="variant">
                <summary>{words.t("variant")}</summary>
                <p>{words.t("variant-explained")}</p>
                <label for=seed_id.clone()>{words.t("seed")}</label>
                <input id=seed_id type="text" inputmode="numeric" pattern="[0-9]*" autocomplete="off"
                    on:input=move |event| seed.set(event_target_value(&event))/>
            </details>
        </article>
    }
}
