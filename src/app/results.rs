//! Checking results: files dropped or picked are played again here, in the browser, and each is told for what it is.

use std::sync::Arc;

use leptos::ev::DragEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, FileList};

use super::dom;
use super::page::Page;
use super::reader;
use super::words::Words;
use crate::link::{Found, HandedIn};
use crate::scenario::format::Scenario;

/// More files at once are a whole school's; the command line takes those.
const FILES_MAX: u32 = 500;

/// What has come of checking.
#[derive(Clone)]
enum Look {
    /// Nothing was handed in yet.
    Nothing,
    /// They are being played again.
    Checking,
    /// What checks them could not be fetched.
    NoReader,
    /// What was found.
    Found(Vec<Found>),
}

/// The screen on which a trainer checks results.
#[component]
pub(crate) fn ResultsScreen() -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let look = RwSignal::new(Look::Nothing);
    let over = RwSignal::new(false);
    let input = NodeRef::<Input>::new();
    let take = move |files: Vec<File>| {
        look.set(Look::Checking);
        spawn_local(async move {
            let found = check(page, files).await;
            look.set(found.map_or(Look::NoReader, Look::Found));
            dom::focus_soon("results-found");
        });
    };
    let picked = move |_| {
        let Some(input) = input.get_untracked() else { return };
        take(listed(input.files()));
        // The same files can be picked again.
        input.set_value("");
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(listed(event.data_transfer().and_then(|transfer| transfer.files())));
    };
    view! {
        <div class="page results">
            <h1 id="page-title" tabindex="-1">{words.t("title-results")}</h1>
            <p>{words.t("results-how")}</p>
            <section class="tool" aria-label=words.t("results-pick") class:over=move || over.get()
                on:dragover=move |event: DragEvent| { event.prevent_default(); over.set(true); }
                on:dragleave=move |_| over.set(false) on:drop=dropped
            >
                <p>{words.t("results-drop")}</p>
                <label class="button quiet file-button">
                    <input type="file" multiple accept=".ron,text/plain" node_ref=input on:change=picked/>
                    <span>{words.t("results-pick")}</span>
                </label>
            </section>
            <div id="results-found" tabindex="-1" aria-live="polite">{move || match look.get() {
                Look::Nothing => ().into_any(),
                Look::Checking => view! { <p aria-busy="true">{words.t("results-checking")}</p> }.into_any(),
                Look::NoReader => view! { <p class="complaint">{words.t("no-reader")}</p> }.into_any(),
                Look::Found(found) => view! { <FoundTable found=found/> }.into_any(),
            }}</div>
            <p class="results-proof">{words.t("results-proof")}</p>
        </div>
    }
}

fn listed(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length().min(FILES_MAX)).filter_map(|place| files.get(place)).collect()
}

async fn check(page: Page, files: Vec<File>) -> Option<Vec<Found>> {
    let mut handed_in = Vec::new();
    for file in files {
        // A file that is no text is told as one that cannot be read.
        let text = dom::read_file(&file).await.unwrap_or_default();
        handed_in.push(HandedIn { name: file.name(), text });
    }
    let named: Vec<String> = page.library.with_untracked(|library| {
        let named = handed_in.iter().flat_map(|file| library.named_in(&file.text));
        named.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
    });
    page.bring(&named).await;
    let scenes: Vec<Arc<Scenario>> = page.library.with_untracked(super::library::Library::scenarios);
    let scenes: Vec<&Scenario> = scenes.iter().map(|scene| &**scene).collect();
    reader::check(&scenes, &handed_in).await
}

/// What was found of each file.
#[component]
fn FoundTable(
    /// It.
    found: Vec<Found>,
) -> impl IntoView {
    let words = Page::here().words;
    let all = found.len().to_string();
    let well = found.iter().filter(|found| found.holds).count().to_string();
    let row = move |found: Found| view! { <FoundRow found=found/> };
    view! {
        <p role="status">{move || words.say("results-summary", &[("all", &all), ("well", &well)])}</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label=words.t("title-results")>
            <table class="ledger results-table">
                <thead><tr>
                    <th scope="col">{words.t("results-file")}</th>
                    <th scope="col">{words.t("results-verdict")}</th>
                    <th scope="col">{words.t("results-scene")}</th>
                    <th scope="col">{words.t("results-learner")}</th>
                    <th scope="col">{words.t("results-mode")}</th>
                    <th scope="col" class="number">{words.t("results-score")}</th>
                    <th scope="col">{words.t("results-code")}</th>
                </tr></thead>
                <tbody>{found.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// What was found of one.
#[component]
fn FoundRow(
    /// It.
    found: Found,
) -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let Found { name, holds, verdict: (key, args), scene, learner, assessed, closed, score, code, alike, .. } = found;
    let title = page.library.with_untracked(|library| library.head(&scene)).map_or(scene, |head| head.title);
    let mode = if assessed { "results-assessed" } else { "results-practice" };
    let score = score.map(|score| if closed { score } else { format!("({score})") });
    view! {
        <tr class:differs=!holds>
            <th scope="row">{name}</th>
            <td>
                <span aria-hidden="true">{if holds { "✓ " } else { "✗ " }}</span>
                {move || words.keyed(&key, &args)}
                {alike.map(|alike| view! { <br/> <small>{move || likeness(words, &alike)}</small> })}
            </td>
            <td>{title}</td>
            <td>{learner}</td>
            <td>{words.t(mode)}</td>
            <td class="number">{score}</td>
            <td class="mono">{code}</td>
        </tr>
    }
}

fn likeness(words: Words, (other, percent, same): &(String, u32, bool)) -> String {
    let key = if *same { "result-duplicate" } else { "result-near-duplicate" };
    words.say(key, &[("other", other), ("percent", &percent.to_string())])
}
