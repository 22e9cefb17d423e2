//! Two branches side by side: this play-through and another of the same scene, criterion by criterion, decision by decision.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Looked;
use super::result::criterion_keys;
use crate::app::home::points;
use crate::app::keep::Record;
use crate::app::page::Page;
use crate::app::scene::kept_session;
use crate::assess;
use crate::assess::{Debrief, Pair, pairs};

/// The choice of another play-through, and the comparison.
#[component]
pub(super) fn Compare(
    /// The play-through looked back at.
    looked: Looked,
) -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let chosen = RwSignal::new(String::new());
    let (save, scene) = (looked.save.clone(), looked.debrief.scene.id.clone());
    let others = Memo::new(move |_| {
        let alike = |(id, record): &(String, Record)| *id != save && record.scene == scene && record.decisions > 0;
        page.records().into_iter().filter(alike).collect::<Vec<_>>()
    });
    let mine = looked.debrief;
    let here = RwSignal::new(String::new());
    let choose = move |event| {
        let id = event_target_value(&event);
        chosen.set(id.clone());
        spawn_local(async move {
            page.bring(&page.scenes_of(&id)).await;
            // Another may have been chosen meanwhile, or the page left.
            if chosen.try_get_untracked().as_ref() == Some(&id) {
                let _ = here.try_set(id);
            }
        });
    };
    let table = move || {
        let id = here.get();
        let (session, _) = (!id.is_empty()).then(|| kept_session(page, &id)).flatten()?;
        Some(view! { <SideBySide mine=(*mine).clone() other=assess::debrief(&session)/> })
    };
    let option = move |(id, record): (String, Record)| {
        let points = record.centipoints.map(points);
        let said = move || match &points {
            Some(points) => words.say("review-other-ended", &[("at", &record.at), ("points", points)]),
            None => words.say("review-other-open", &[("at", &record.at), ("count", &record.decisions.to_string())]),
        };
        view! { <option value=id>{said}</option> }
    };
    view! {
        <Show when=move || !others.with(Vec::is_empty)>
            <section class="compare" aria-labelledby="compare">
                <h2 id="compare">{words.t("review-compare")}</h2>
                <label for="compare-with">{words.t("review-compare-with")}</label>
                <select id="compare-with" on:change=choose>
                    <option value="">{words.t("review-compare-none")}</option>
                    {move || others.get().into_iter().map(option).collect_view()}
                </select>
            </section>
        </Show>
        {table}
    }
}

/// The comparison.
#[component]
fn SideBySide(
    /// This play-through.
    mine: Debrief,
    /// The other.
    other: Debrief,
) -> impl IntoView {
    let words = Page::here().words;
    let totals = (mine.score.text.clone(), other.score.text.clone());
    let of = |debrief: &Debrief, criterion| {
        let found = debrief.score.criteria.iter().find(|score| score.criterion == criterion);
        found.map(|score| score.text.clone()).unwrap_or_default()
    };
    let criteria = mine.score.criteria.iter().map(|score| {
        let (name, _) = criterion_keys(score.criterion);
        let theirs = of(&other, score.criterion);
        view! { <tr><th scope="row">{words.t(name)}</th><td class="number">{score.text.clone()}</td><td class="number">{theirs}</td></tr> }
    });
    let criteria = criteria.collect_view();
    let decisions = pairs(&mine.timeline, &other.timeline).into_iter().map(|Pair { title, mine, other }| {
        let differs = mine != other;
        let [mine, other] = [mine, other].map(|decided| decided.unwrap_or_else(|| "—".to_owned()));
        view! { <tr class:differs=differs><th scope="row">{title}</th><td>{mine}</td><td>{other}</td></tr> }
    });
    let decisions = decisions.collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="compare">
            <table class="compare-table">
                <thead><tr>
                    <td></td>
                    <th scope="col">{words.t("review-this-one")}</th>
                    <th scope="col">{words.t("review-that-one")}</th>
                </tr></thead>
                <tbody>
                    <tr class="total"><th scope="row">{words.t("review-total")}</th><td class="number">{totals.0}</td><td class="number">{totals.1}</td></tr>
                    {criteria}
                </tbody>
                <tbody>{decisions}</tbody>
            </table>
        </div>
    }
}
