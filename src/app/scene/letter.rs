//! A letter: it arrives days later, and looks like one.

use leptos::prelude::*;

use super::speech::Speech;
use crate::app::page::Page;
use crate::app::rule::Footnote;
use crate::session::NewsView;

/// A letter, a call or a visit.
#[component]
pub(crate) fn Letter(
    /// What arrived.
    news: NewsView,
) -> impl IntoView {
    let words = Page::here().words;
    let title = news.title.unwrap_or_default();
    view! {
        <article class="letter">
            <header class="letter-head">
                <span class="postmark" aria-hidden="true"><span>{words.t("arrived")}</span><span>{news.date.clone()}</span></span>
                <p class="letter-date"><time datetime=news.date.clone()>{news.date.clone()}</time>" "{words.t("letter-arrived")}</p>
                <h3>{title}</h3>
            </header>
            <Speech said=news.said/>
            {news.rule.map(|rule| view! { <Footnote id=rule/> })}
        </article>
    }
}
