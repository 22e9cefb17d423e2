//! Home: go on, practise, open a file.

mod assessed;
mod bay;
mod directory;
mod going_on;
mod open_file;
mod transfer;

use leptos::prelude::*;

use super::page::Page;
use super::route::{Route, Which};
use assessed::Assessed;
use bay::Bay;
pub(crate) use bay::take_over;
use directory::Directory;
use going_on::GoingOn;
pub(crate) use going_on::points;
use open_file::OpenFile;
use transfer::Transfer;

/// The scene a first visit is led to.
const FIRST_SCENE: &str = "registration";

/// The first page.
#[component]
pub(crate) fn HomePage() -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let unfinished =
        Memo::new(move |_| page.records().into_iter().find(|(_, record)| !record.is_closed() && record.decisions > 0));
    let lead = move || {
        if let Some((id, record)) = unfinished.get() {
            let href = Route::Play { scene: record.scene.clone(), which: Which::Save(id) }.hash();
            view! { <a class="button large" href=href>{words.say("lead-continue", &[("at", &record.at)])}</a> }
        } else {
            let href = Route::Play { scene: FIRST_SCENE.to_owned(), which: Which::Latest }.hash();
            view! { <a class="button large" href=href>{words.say("lead-first", &[])}</a> }
        }
    };
    view! {
        <div class="home">
            <section class="hero">
                <Bay/>
                <div class="hero-words">
                    <h1 id="page-title" tabindex="-1">{words.t("product")}</h1>
                    <p class="hero-line">{words.t("hero-line")}</p>
                    <div class="actions">
                        {lead}
                        <a class="button large quiet" href=Route::Town.hash()>{words.t("lead-town")}</a>
                    </div>
                    <p class="hero-small">{words.t("hero-small")}</p>
                </div>
            </section>
            <div class="page">
                <GoingOn/>
                <Directory/>
                <div class="home-tools">
                    <Assessed/>
                    <OpenFile/>
                    <Transfer/>
                    <section class="tool" aria-labelledby="check-results">
                        <h2 id="check-results">{words.t("title-results")}</h2>
                        <p>{words.t("results-short")}</p>
                        <a class="button quiet" href=Route::Results.hash()>{words.t("title-results")}</a>
                    </section>
                </div>
                <p class="colophon">{words.t("colophon")}</p>
            </div>
        </div>
    }
}
