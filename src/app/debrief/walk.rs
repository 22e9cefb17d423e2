//! The time line, to be walked decision by decision: a strip of numbers on top, the decisions below.

use leptos::prelude::*;

use super::Looked;
use super::passage::{PassageCard, passage_id};
use crate::app::dom;
use crate::app::page::Page;
use crate::assess::Passage;

/// All of it was right from this share on, in parts per million.
pub(super) const WHOLE_PPM: u32 = 1_000_000;

/// The time line.
#[component]
pub(super) fn Walk(
    /// The play-through.
    looked: Looked,
) -> impl IntoView {
    let words = Page::here().words;
    let timeline = looked.debrief.timeline.clone();
    let looked = StoredValue::new(looked);
    let stops =
        (1..).zip(timeline.clone()).map(|(place, passage)| view! { <li><Stop passage=passage place=place/></li> });
    let stops = stops.collect_view();
    let cards = (1..).zip(timeline).map(|(place, passage)| {
        view! { <li><PassageCard looked=looked passage=passage place=place/></li> }
    });
    let cards = cards.collect_view();
    view! {
        <section class="walk" aria-labelledby="walk">
            <h2 id="walk">{words.t("review-walk")}</h2>
            <p class="walk-how">{words.t("review-walk-how")}</p>
            <nav class="walk-strip" aria-label=words.t("review-walk-strip")><ol>{stops}</ol></nav>
            <ol class="passages">{cards}</ol>
        </section>
    }
}

/// A stop on the strip: the decision's number and how it went, as a sign and as a word.
#[component]
fn Stop(
    /// The decision.
    passage: Passage,
    /// Its place, from 1.
    place: usize,
) -> impl IntoView {
    let words = Page::here().words;
    let (sign, class, key) = how_it_went(passage.credit_ppm);
    let target = passage_id(passage.decision);
    let title = passage.title;
    let hover = title.clone();
    view! {
        <button type="button" class=format!("stop {class}") title=hover on:click=move |_| dom::unfold_and_focus(&target)>
            <span class="stop-place">{place}</span>
            <span class="stop-sign" aria-hidden="true">{sign}</span>
            <span class="visually-hidden">{title}" "{words.t(key)}</span>
        </button>
    }
}

/// The sign, the class and the key of how a decision went.
fn how_it_went(credit_ppm: u32) -> (&'static str, &'static str, &'static str) {
    match credit_ppm {
        WHOLE_PPM.. => ("✓", "right", "quality-right"),
        0 => ("✗", "wrong", "quality-wrong"),
        _ => ("≈", "fair", "review-partly"),
    }
}
