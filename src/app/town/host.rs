//! The view of the town: the three-dimensional one in its frame, or the illustrated map; labels over either.
//!
//! It stands beside the routes, so that the frame outlives a walk to a scene and back: opening it again costs nothing.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;

use super::map::{PICTURE, percent, place_of};
use super::spread::{Tag, spread, width_of};
use crate::app::page::Page;
use crate::app::route::Route;
use crate::app::settings::Switch;
use crate::app::venues::{VENUES, Venue};
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

/// The names over the view, kept apart.
#[component]
fn Labels(
    /// Whether the three-dimensional town is shown.
    in_world: Memo<bool>,
) -> impl IntoView {
    let page = Page::here();
    let field = NodeRef::<Div>::new();
    let size = RwSignal::new((0, 0));
    let measure = move || {
        if let Some(field) = field.get_untracked() {
            size.set((field.client_width(), field.client_height()));
        }
    };
    Effect::new(move |_| {
        let _as_shown = in_world.get();
        if field.get().is_some() {
            // The view has its size once the browser has laid it out.
            request_animation_frame(measure);
        }
    });
    let listener = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || listener.remove());
    let places = Memo::new(move |_| {
        let (width, height) = size.get();
        let place = |venue: &Venue| place_in(page, in_world.get(), venue.id);
        let found: Vec<Option<(i16, i16)>> = VENUES.iter().map(place).collect();
        let tags: Vec<(usize, Tag)> = (0..)
            .zip(VENUES.iter().zip(&found))
            .filter_map(|(at, (venue, place))| place.map(|(x, y)| (at, venue, x, y)))
            .map(|(at, venue, x, y)| {
                let first = is_written(page, venue);
                let name = page.words.venue(venue.id);
                let width_px = if first || width >= NAMED_FROM_PX { width_of(&name) } else { NUMBER_PX };
                (at, Tag { x: of_size(x, width), y: of_size(y, height), width: width_px, first })
            })
            .collect();
        let moved = spread(&tags.iter().map(|(_, tag)| *tag).collect::<Vec<_>>());
        let mut shown: Vec<Option<Place>> =
            found.into_iter().map(|place| place.map(|(x, y)| Place { x, y, down: 0 })).collect();
        for ((at, _), down) in tags.iter().zip(moved) {
            if let Some(Some(place)) = shown.get_mut(*at) {
                place.down = down;
            }
        }
        shown
    });
    let label = |(at, venue): (usize, Venue)| {
        let place = Memo::new(move |_| places.with(|places| places.get(at).copied().flatten()));
        view! { <Label venue=venue number=at.saturating_add(1) place=place/> }
    };
    view! {
        <div class="town-labels" aria-hidden="true" node_ref=field>
            {VENUES.into_iter().enumerate().map(label).collect_view()}
        </div>
    }
}

/// Below this width of the view only venues with a scene show their names; `town.css` has the same.
const NAMED_FROM_PX: i32 = 740;
/// The width of a label without its name.
const NUMBER_PX: i32 = 30;

/// Where a label stands: per mille of the view, then so many pixels further down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Place {
    x: i16,
    y: i16,
    down: i32,
}

fn place_in(page: Page, in_world: bool, venue: &str) -> Option<(i16, i16)> {
    if !in_world {
        return place_of(venue);
    }
    let found = page.world.labels.with(|labels| labels.iter().find(|label| label.venue == venue).cloned());
    found.filter(|label| label.visible).map(|label| (label.x, label.y))
}

fn is_written(page: Page, venue: &Venue) -> bool {
    page.library.with(|library| library.get(venue.scene).is_some())
}

fn of_size(per_mille: i16, size: i32) -> i32 {
    i32::from(per_mille).saturating_mul(size).checked_div(1000).unwrap_or(0)
}

/// A venue's label over the view. The list beside it says the same to those who cannot see it.
#[component]
fn Label(
    /// The venue.
    venue: Venue,
    /// Its number, from 1.
    number: usize,
    /// Where it stands, if it is in sight.
    place: Memo<Option<Place>>,
) -> impl IntoView {
    let page = Page::here();
    let id = venue.id;
    let written = move || is_written(page, &venue);
    let here = move || page.world.at.with(|at| at.as_deref() == Some(id));
    view! {
        <button type="button" tabindex="-1" class="town-label" class:written=written class:here=here
            hidden=move || place.get().is_none()
            style:left=move || percent(place.get().unwrap_or_default().x)
            style:top=move || percent(place.get().unwrap_or_default().y)
            style:margin-top=move || format!("{}px", place.get().unwrap_or_default().down)
            on:click=move |_| page.world.visit(Some(id.to_owned()))
        >
            <span class="label-number">{number}</span>
            <span class="label-name">{move || page.words.venue(id)}</span>
        </button>
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
