//! What came later: troubles and letters in the order of days, each leading back to the decision it came from.

use leptos::prelude::*;

use super::day::{day, short_day, told, told_short};
use super::passage::passage_id;
use crate::app::dom;
use crate::app::page::Page;
use crate::app::rule::Footnote;
use crate::app::words::Words;
use crate::assess::{Chain, Passage, Weight, chains, weight};

/// What came later.
#[component]
pub(super) fn Aftermath(
    /// The time line.
    timeline: Vec<Passage>,
) -> impl IntoView {
    let words = Page::here().words;
    let chains = chains(&timeline);
    let quiet = chains.is_empty();
    let item = move |chain: Chain| {
        let cause = timeline.get(chain.passage).cloned()?;
        let class = class_of(&chain);
        Some(view! { <li class=class><Came chain=chain cause=cause/></li> })
    };
    view! {
        <section class="aftermath" aria-labelledby="aftermath">
            <h2 id="aftermath">{words.t("review-later")}</h2>
            {quiet.then(|| view! { <p class="empty">{words.t("review-later-none")}</p> })}
            <ol>{chains.into_iter().filter_map(item).collect_view()}</ol>
        </section>
    }
}

fn class_of(chain: &Chain) -> &'static str {
    match weight(&chain.end) {
        Weight::Trouble => "came trouble",
        Weight::Letter => "came letter-came",
        Weight::Plain => "came",
    }
}

/// Something that came later, traced back in words.
#[component]
fn Came(
    /// What happened, and how it came about.
    chain: Chain,
    /// The decision it came from.
    cause: Passage,
) -> impl IntoView {
    let words = Page::here().words;
    let (date, iso) = (chain.end.date.clone(), chain.end.date.clone());
    let end = chain.end.clone();
    let target = passage_id(cause.decision);
    let focus = move |_| dom::focus_soon(target.clone());
    let rule = chain.end.rule.clone();
    let trouble = weight(&chain.end) == Weight::Trouble;
    let line = move || chain_line(words, &chain, &cause);
    view! {
        <time datetime=iso>{move || day(words, &date)}</time>
        <div class="came-body">
            <p class="came-what">
                {trouble.then(|| view! { <span class="came-sign" aria-hidden="true">"!"</span> })}
                {move || told(words, &end)}
            </p>
            <button type="button" class="chain" on:click=focus>
                <span class="chain-words">{line}</span>
                <span class="chain-go">{words.t("review-to-decision")}</span>
            </button>
            {rule.map(|rule| view! { <Footnote id=rule/> })}
        </div>
    }
}

/// The chain in words: 罚款 500.00 元 ← 3月30日 过期 ← 3月4日 “先不办”.
fn chain_line(words: Words, chain: &Chain, cause: &Passage) -> String {
    let mut line = told_short(words, &chain.end);
    for link in &chain.between {
        let said =
            words.say("review-link", &[("date", &short_day(words, &link.date)), ("what", &told_short(words, link))]);
        line.push_str(" ← ");
        line.push_str(&said);
    }
    let first =
        words.say("review-link-decision", &[("date", &short_day(words, &cause.date)), ("decided", &cause.decided)]);
    format!("{line} ← {first}")
}
