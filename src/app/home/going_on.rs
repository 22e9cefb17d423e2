//! What was begun: each play-through with its day, its place and its time; go on, look back, take away, forget.

use leptos::prelude::*;

use crate::app::dom;
use crate::app::keep::{BrowserShelf, Record, remove};
use crate::app::page::Page;
use crate::app::route::{Route, Which};

/// So many are shown at first.
const SHOWN: usize = 4;

/// The play-throughs kept here.
#[component]
pub(super) fn GoingOn() -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let records =
        Memo::new(move |_| page.records().into_iter().filter(|(_, record)| record.decisions > 0).collect::<Vec<_>>());
    let all = RwSignal::new(false);
    let shown = move || {
        let records = records.get();
        let most = if all.get() { records.len() } else { SHOWN };
        records.into_iter().take(most).collect::<Vec<_>>()
    };
    view! {
        <Show when=move || records.with(|records| !records.is_empty())>
            <section class="going-on" aria-labelledby="going-on">
                <h2 id="going-on">{words.t("going-on")}</h2>
                <ul class="cards">
                    <For each=shown key=|(id, record)| (id.clone(), record.revision) let((id, record))>
                        <li><SaveCard id=id record=record/></li>
                    </For>
                </ul>
                <Show when=move || (records.with(Vec::len) > SHOWN) && !all.get()>
                    <button type="button" class="plain-button" on:click=move |_| all.set(true)>
                        {move || words.say("show-all", &[("count", &records.with(Vec::len).to_string())])}
                    </button>
                </Show>
            </section>
        </Show>
    }
}

/// A play-through.
#[component]
fn SaveCard(
    /// Its id.
    id: String,
    /// What is kept of it.
    record: Record,
) -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let closed = record.is_closed();
    let way = if closed {
        Route::Debrief { save: id.clone() }
    } else {
        Route::Play { scene: record.scene.clone(), which: Which::Save(id.clone()) }
    };
    let result = record.centipoints.map(points);
    let (number, of) = (record.number, record.of);
    let written = dom::day_and_clock(record.written_ms);
    let name = format!("{}-{}.save.ron", record.scene, record.seed);
    let play = record.play.clone();
    let forget = move |_| {
        let sure = window().confirm_with_message(&words.say("forget-sure", &[])).unwrap_or(false);
        if sure {
            remove(&BrowserShelf, &id);
            page.shelf_changed();
        }
    };
    view! {
        <article class="card save-card">
            <p class="eyebrow">{record.title.clone()}</p>
            <h3>{record.at.clone()}</h3>
            <p class="card-facts">
                <span>{record.date.clone()}</span>
                {match &result {
                    Some(points) => { let points = points.clone(); view! { <span>{move || words.say("points", &[("points", &points)])}</span> }.into_any() }
                    None => view! { <span>{move || words.say("step-of", &[("number", &number.to_string()), ("of", &of.to_string())])}</span> }.into_any(),
                }}
                <span class="card-time">{written}</span>
            </p>
            {(!closed && of > 0).then(|| view! { <progress max=of.to_string() value=number.saturating_sub(1).to_string() aria-hidden="true"></progress> })}
            <div class="card-actions">
                <a class="button small" href=way.hash()>{words.t(if closed { "look-back" } else { "continue" })}</a>
                <button type="button" class="plain-button" on:click=move |_| dom::download(&name, &play)>{words.t("export")}</button>
                <button type="button" class="plain-button" on:click=forget>{words.t("forget")}</button>
            </div>
        </article>
    }
}

/// Hundredths of a point as a person reads them.
pub(crate) fn points(centipoints: u32) -> String {
    let whole = centipoints.checked_div(100).unwrap_or(0);
    let rest = centipoints.checked_rem(100).unwrap_or(0);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:02}") }
}

#[cfg(test)]
mod tests {
    use super::points;

    #[test]
    fn points_read_well() {
        assert_eq!(points(9_650), "96.50");
        assert_eq!(points(10_000), "100");
        assert_eq!(points(7), "0.07");
    }
}
