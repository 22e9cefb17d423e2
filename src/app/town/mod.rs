//! The town: its view, the venue one stands at, and all eighteen as a list.

mod host;
mod labels;
mod list;
mod map;
mod spread;
mod venue;

use leptos::prelude::*;

pub(crate) use host::WorldHost;

use super::keep::Record;
use super::page::Page;
use super::route::{Route, Which};
use super::scene::kept_session;
use list::VenueList;
use venue::VenueCard;

/// A scene that was begun and not ended.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Underway {
    /// The way back into it.
    pub(super) href: String,
    /// The scene's id.
    pub(super) scene: String,
    /// The venue of its step.
    pub(super) venue: String,
    /// The step's title.
    pub(super) at: String,
}

/// The town.
#[component]
pub(crate) fn TownScreen() -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let underway = RwSignal::new(None::<Underway>);
    let here = page.once_here(move || begun(page).map(|(save, _)| page.scenes_of(&save)).unwrap_or_default());
    Effect::new(move |_| {
        if here.get() && underway.with_untracked(Option::is_none) {
            underway.set(take_up(page));
        }
    });
    on_cleanup(move || page.world.rest());
    view! {
        <div class="town-page">
            <h1 id="page-title" tabindex="-1">{words.t("nav-town")}</h1>
            {move || underway.get().map(|underway| view! {
                <section class="underway">
                    <p>{words.say("town-underway", &[("at", &underway.at), ("venue", &words.venue(&underway.venue))])}</p>
                    <a class="button" href=underway.href>{words.t("town-back")}</a>
                </section>
            })}
            <VenueCard underway=underway/>
            <VenueList underway=underway/>
        </div>
    }
}

/// The newest play-through that was begun and not ended.
fn begun(page: Page) -> Option<(String, Record)> {
    page.records().into_iter().find(|(_, record)| !record.is_closed() && record.decisions > 0)
}

/// It, once its scenes are here; the town shows its company.
fn take_up(page: Page) -> Option<Underway> {
    let (id, record) = begun(page)?;
    let (session, _) = kept_session(page, &id)?;
    let step = session.view().step?;
    page.world.take_up(&session);
    page.world.play(&session);
    let href = Route::Play { scene: record.scene.clone(), which: Which::Save(id) }.hash();
    Some(Underway { href, scene: record.scene, venue: step.venue, at: step.title })
}
