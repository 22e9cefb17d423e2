//! What an answer brought about: replies, findings, letters, what the core reports, the licence. Read before going on.

use leptos::prelude::*;

use super::finding::Findings;
use super::letter::Letter;
use super::licence::Licence;
use super::speech::Speech;
use crate::app::page::Page;
use crate::app::play::Play;
use crate::app::rule::Footnote;
use crate::session::{NewsKind, NewsView};

/// The document that hangs on the wall.
pub(crate) const LICENCE: &str = "business-licence";

/// The news of the last answer.
#[component]
pub(super) fn Brought(
    /// The play-through.
    play: Play,
) -> impl IntoView {
    let words = Page::here().words;
    let view = play.view.get_untracked();
    let fresh = play.fresh.get_untracked();
    let licence = view.company.documents.iter().find(|held| held.id == LICENCE && fresh.contains(&held.id)).cloned();
    let returned = view.news.iter().any(|news| news.kind == NewsKind::Returned);
    let closed = view.step.is_none();
    let heading = match (returned, licence.is_some()) {
        (true, _) => "brought-returned",
        (false, true) => "brought-licence",
        (false, false) => "brought-news",
    };
    let go_on = match (returned, closed) {
        (true, _) => "go-on-correct",
        (false, true) => "go-on-end",
        (false, false) => "go-on",
    };
    Effect::new(move |_| crate::app::dom::focus_soon("brought-title"));
    let (company, told): (Vec<NewsView>, Vec<NewsView>) =
        view.news.iter().cloned().partition(|news| news.kind == NewsKind::Company);
    view! {
        <article class="brought" class:brought-returned=returned>
            <header class="brought-head">
                {returned.then(|| view! { <span class="stamp stamp-returned" aria-hidden="true">{words.t("stamp-returned")}</span> })}
                <h2 id="brought-title" tabindex="-1">{words.t(heading)}</h2>
            </header>
            {licence.map(|document| view! { <Licence document=document stamping=true/> })}
            {told.into_iter().map(|news| view! { <News news=news/> }).collect_view()}
            {(!company.is_empty()).then(|| view! { <Reported news=company/> })}
            <div class="actions">
                <button type="button" class="button" on:click=move |_| play.go_on()>{words.t(go_on)}</button>
            </div>
        </article>
    }
}

/// One piece of news.
#[component]
pub(crate) fn News(
    /// It.
    news: NewsView,
) -> impl IntoView {
    let words = Page::here().words;
    match news.kind {
        NewsKind::Letter => view! { <Letter news=news/> }.into_any(),
        NewsKind::Hint => ().into_any(),
        NewsKind::Reply | NewsKind::Feedback | NewsKind::Returned | NewsKind::Helped | NewsKind::Company => {
            let heading = match news.kind {
                NewsKind::Feedback if !news.findings.is_empty() => Some("news-feedback"),
                NewsKind::Helped => Some("news-helped"),
                _ => None,
            };
            let note = news.note;
            view! {
                <section class="news">
                    {heading.map(|key| view! { <h3>{words.t(key)}</h3> })}
                    {(!news.said.is_empty()).then(|| view! { <Speech said=news.said/> })}
                    {(!news.findings.is_empty()).then(|| view! { <Findings findings=news.findings/> })}
                    {note.map(|note| view! { <p>{move || words.note(&note)}</p> })}
                    {news.rule.map(|rule| view! { <Footnote id=rule/> })}
                </section>
            }
            .into_any()
        }
    }
}

/// What the core reports, as a list by day.
#[component]
fn Reported(
    /// The reports.
    news: Vec<NewsView>,
) -> impl IntoView {
    let words = Page::here().words;
    let line = move |news: NewsView| {
        let note = news.note;
        view! {
            <li>
                <time datetime=news.date.clone()>{news.date.clone()}</time>
                <span>{move || note.as_ref().map(|note| words.note(note)).unwrap_or_default()}</span>
                {news.rule.map(|rule| view! { <Footnote id=rule/> })}
            </li>
        }
    };
    view! {
        <section class="reported">
            <h3>{words.t("news-company")}</h3>
            <ul>{news.into_iter().map(line).collect_view()}</ul>
        </section>
    }
}
