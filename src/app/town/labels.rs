//! The venues' names over the view, kept apart; a line leads from a label that had to move to its house.

use js_sys::Array;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

use super::map::place_of;
use super::spread::{Shift, Tag, spread, width_of};
use crate::app::page::Page;
use crate::app::venues::{VENUES, Venue};

/// Below this width of the view only venues with a scene, and the one chosen, show their names; `town.css` has the same.
const NAMED_FROM_PX: i32 = 740;
/// A label with its name is so high.
const NAMED_PX: i32 = 28;
/// A label without its name is so wide and high.
const NUMBER_PX: i32 = 24;
/// From this way on a line leads from label to house, pixels.
const LED_FROM_PX: i32 = 10;

/// Where a label stands, in pixels of the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    tag: Tag,
    shift: Shift,
}

impl Place {
    fn left(self) -> i32 {
        self.tag.x.saturating_add(self.shift.0)
    }

    fn foot(self) -> i32 {
        self.tag.y.saturating_add(self.shift.1)
    }

    /// The line from the house to the label, as a path, if the label had to move.
    fn lead(self) -> Option<String> {
        let far = self.shift.0.saturating_abs().max(self.shift.1.saturating_abs()) >= LED_FROM_PX;
        let middle = self.foot().saturating_sub(self.tag.height.checked_div(2).unwrap_or(0));
        far.then(|| format!("M{} {}L{} {middle}", self.tag.x, self.tag.y, self.left()))
    }
}

/// The names over the view. The list beside it says the same to those who cannot see it.
#[component]
pub(super) fn Labels(
    /// Whether the three-dimensional town is shown.
    in_world: Memo<bool>,
) -> impl IntoView {
    let page = Page::here();
    let field = NodeRef::<Div>::new();
    let size = size_of(field);
    let places = Memo::new(move |_| places(page, in_world.get(), size.get()));
    let leads = move || {
        let leads = places.with(|places| places.iter().flatten().filter_map(|place| place.lead()).collect::<Vec<_>>());
        // A dot where each line begins: a line of no length with round ends.
        let dots = leads.iter().filter_map(|lead| lead.split_once('L')).map(|(from, _)| format!("{from}h0"));
        (leads.concat(), dots.collect::<String>())
    };
    let leads = Memo::new(move |_| leads());
    let label = |(at, venue): (usize, Venue)| {
        let place = Memo::new(move |_| places.with(|places| places.get(at).copied().flatten()));
        view! { <Label venue=venue number=at.saturating_add(1) place=place/> }
    };
    view! {
        <div class="town-labels" aria-hidden="true" node_ref=field>
            <svg class="town-leads" width="100%" height="100%">
                <path d=move || leads.get().0/>
                <path class="dots" d=move || leads.get().1/>
            </svg>
            {VENUES.into_iter().enumerate().map(label).collect_view()}
        </div>
    }
}

/// The size of an element as it is laid out, in whole pixels.
fn size_of(field: NodeRef<Div>) -> RwSignal<(i32, i32)> {
    let size = RwSignal::new((0, 0));
    let measure = move || {
        if let Some(field) = field.get_untracked() {
            size.set((field.client_width(), field.client_height()));
        }
    };
    let seen = Closure::<dyn Fn(Array)>::new(move |_: Array| measure());
    let observer = ResizeObserver::new(seen.as_ref().unchecked_ref()).ok();
    let watching = StoredValue::new_local((observer, seen));
    Effect::new(move |_| {
        let Some(field) = field.get() else { return };
        watching.with_value(|(observer, _)| {
            if let Some(observer) = observer {
                observer.observe(&field);
            }
        });
        measure();
    });
    on_cleanup(move || {
        watching.with_value(|(observer, _)| {
            if let Some(observer) = observer {
                observer.disconnect();
            }
        });
    });
    size
}

/// Where each venue's label stands; none for a venue out of sight.
fn places(page: Page, in_world: bool, view: (i32, i32)) -> Vec<Option<Place>> {
    if view.0 == 0 {
        return vec![None; VENUES.len()];
    }
    let found: Vec<Option<Tag>> = VENUES.iter().map(|venue| tag_of(page, in_world, view, venue)).collect();
    let tags: Vec<Tag> = found.iter().copied().flatten().collect();
    let mut shifts = spread(&tags, view).into_iter();
    found.into_iter().map(|tag| tag.and_then(|tag| Some(Place { tag, shift: shifts.next()? }))).collect()
}

fn tag_of(page: Page, in_world: bool, (width, height): (i32, i32), venue: &Venue) -> Option<Tag> {
    let (x, y) = if in_world { seen_at(page, venue.id)? } else { place_of(venue.id)? };
    let first = is_written(page, venue);
    let here = page.world.at.with(|at| at.as_deref() == Some(venue.id));
    let named = first || here || width >= NAMED_FROM_PX;
    Some(Tag {
        x: of_size(x, width),
        y: of_size(y, height),
        width: if named { width_of(&page.words.venue(venue.id)) } else { NUMBER_PX },
        height: if named { NAMED_PX } else { NUMBER_PX },
        first: first || here,
    })
}

/// Where the three-dimensional town shows a venue, in per mille of the view; none where it does not.
fn seen_at(page: Page, venue: &str) -> Option<(i16, i16)> {
    page.world.labels.with(|labels| {
        labels.iter().find(|label| label.venue == venue && label.visible).map(|label| (label.x, label.y))
    })
}

fn is_written(page: Page, venue: &Venue) -> bool {
    page.library.with(|library| library.knows(venue.scene))
}

fn of_size(per_mille: i16, size: i32) -> i32 {
    i32::from(per_mille).saturating_mul(size).checked_div(1000).unwrap_or(0)
}

/// A venue's label.
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
    let px = |length: Option<i32>| format!("{}px", length.unwrap_or_default());
    view! {
        <button type="button" tabindex="-1" class="town-label" class:written=written class:here=here
            hidden=move || place.get().is_none()
            style:left=move || px(place.get().map(Place::left))
            style:top=move || px(place.get().map(Place::foot))
            on:click=move |_| page.world.visit(Some(id.to_owned()))
        >
            <span class="label-number">{number}</span>
            <span class="label-name">{move || page.words.venue(id)}</span>
        </button>
    }
}
