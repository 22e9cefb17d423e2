//! The shell: header, notices, the place where routes are shown, dialogs, and the line that is read out.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::debrief::DebriefScreen;
use super::dom;
use super::header::Header;
use super::help::HelpScreen;
use super::home::HomePage;
use super::keep::id_of_key;
use super::notices::Notices;
use super::page::Page;
use super::results::ResultsScreen;
use super::route::Route;
use super::rule::FootnoteDialog;
use super::scene::ScenePage;
use super::town::{TownScreen, WorldHost};
use crate::app::settings::TextSize;

/// The whole page.
#[component]
pub(crate) fn Shell() -> impl IntoView {
    let page = Page::open();
    follow_address(page);
    follow_other_tabs(page);
    dress_document(page);
    let skip = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        dom::focus_soon("main");
    };
    view! {
        <a class="skip" href="#main" on:click=skip>{page.words.t("skip-to-content")}</a>
        <Header/>
        <Notices/>
        <WorldHost/>
        <main id="main" tabindex="-1">
            {move || match page.route.get() {
                Route::Home => view! { <HomePage/> }.into_any(),
                Route::Town => view! { <TownScreen/> }.into_any(),
                Route::Help => view! { <HelpScreen/> }.into_any(),
                Route::Results => view! { <ResultsScreen/> }.into_any(),
                Route::Play { scene, which } => view! { <ScenePage scene=scene which=which/> }.into_any(),
                Route::Debrief { save } => view! { <DebriefScreen save=save/> }.into_any(),
            }}
        </main>
        <FootnoteDialog/>
        <p class="visually-hidden" role="status" aria-live="polite">{move || page.said.get()}</p>
    }
}

/// The address bar leads; the focus follows to the new page's heading.
fn follow_address(page: Page) {
    let listener = window_event_listener(ev::hashchange, move |_| {
        page.route.set(Route::of_hash(&window().location().hash().unwrap_or_default()));
        dom::scroll_to_top();
        dom::focus_soon("page-title");
    });
    on_cleanup(move || listener.remove());
}

/// What another tab keeps is seen here at once.
fn follow_other_tabs(page: Page) {
    let listener = window_event_listener(ev::storage, move |event: web_sys::StorageEvent| {
        if event.key().as_deref().and_then(id_of_key).is_some() {
            page.shelf_changed();
            spawn_local(page.read_own());
        }
    });
    on_cleanup(move || listener.remove());
}

/// Language, text size, movement and title belong to the document.
fn dress_document(page: Page) {
    Effect::new(move |_| {
        let Some(root) = document().document_element() else { return };
        let settings = page.settings.get();
        let motion = if page.reduced_motion() { "reduced" } else { "full" };
        let size = TextSize::word(settings.size);
        for (name, value) in [("lang", page.words.lang().tag()), ("data-text", size), ("data-motion", motion)] {
            // These attributes exist on every element: setting them cannot fail.
            let _ = root.set_attribute(name, value);
        }
        document().set_title(&page.words.say(page.route.get().title_key(), &[]));
    });
}
