//! One decision on the time line: what was decided and seen, what an expert does, what was found, what it led to.

use leptos::prelude::*;

use super::Looked;
use super::day::{day, told};
use super::result::percent;
use super::retry::Retry;
use super::walk::WHOLE_PPM;
use crate::app::page::Page;
use crate::app::rule::Footnote;
use crate::app::scene::Findings;
use crate::assess::{Consequence, Passage};
use crate::assess::{Weight, weight};

/// The id of a decision's heading, to be jumped to.
pub(super) fn passage_id(decision: u32) -> String {
    format!("decision-{decision}")
}

/// A decision.
#[component]
pub(super) fn PassageCard(
    /// The play-through it belongs to.
    looked: StoredValue<Looked>,
    /// The decision.
    passage: Passage,
    /// Its place, from 1.
    place: usize,
) -> impl IntoView {
    let words = Page::here().words;
    let (date, iso) = (passage.date.clone(), passage.date.clone());
    let (attempt, share) = (passage.attempt.to_string(), percent(passage.credit_ppm).to_string());
    let again = passage.attempt > 1;
    let findings = passage.findings.clone();
    // What went well and led to no trouble is folded: it is there for whoever wants it, and does not bury the rest.
    let smooth = passage.credit_ppm >= WHOLE_PPM && passage.led_to.iter().all(|what| weight(what) != Weight::Trouble);
    view! {
        <article class="passage" aria-labelledby=passage_id(passage.decision)>
            <details open=!smooth>
                <summary class="passage-head">
                    <span class="passage-place" aria-hidden="true">{place}</span>
                    <h3 id=passage_id(passage.decision) tabindex="-1">{passage.title.clone()}</h3>
                    <p class="passage-facts">
                        <time datetime=iso>{move || day(words, &date)}</time>
                        {again.then(|| view! { <span>{move || words.say("review-attempt", &[("attempt", &attempt)])}</span> })}
                        <span>{move || words.say("review-share", &[("percent", &share)])}</span>
                        {passage.hinted.then(|| view! { <span>{words.t("review-hinted")}</span> })}
                    </p>
                </summary>
                <div class="passage-two">
                    <section class="passage-yours">
                        <h4>{words.t("review-decided")}</h4>
                        <p>{passage.decided.clone()}</p>
                        <Evidence seen=passage.seen.clone() unseen=passage.unseen.clone()/>
                    </section>
                    <section class="passage-expert">
                        <h4>{words.t("review-expert")}</h4>
                        <p>{passage.expert.clone()}</p>
                    </section>
                </div>
                {(!findings.is_empty()).then(|| view! {
                    <section class="passage-found">
                        <h4>{words.t("review-found")}</h4>
                        <Findings findings=findings/>
                    </section>
                })}
                <LedTo led_to=passage.led_to.clone()/>
                <Retry looked=looked decision=passage.decision title=passage.title/>
            </details>
        </article>
    }
}

/// Which papers bearing on the decision were read before it.
#[component]
fn Evidence(
    /// Read, by title.
    seen: Vec<String>,
    /// Not read, by title.
    unseen: Vec<String>,
) -> impl IntoView {
    let words = Page::here().words;
    let paper = |class: &'static str, sign: &'static str, key: &'static str| {
        move |title: String| {
            view! {
                <li class=class>
                    <span class="paper-sign" aria-hidden="true">{sign}</span>
                    <span class="paper-title">{title}</span>
                    <span class="paper-word">{words.t(key)}</span>
                </li>
            }
        }
    };
    let any = !seen.is_empty() || !unseen.is_empty();
    let seen = seen.into_iter().map(paper("paper-seen", "✓", "review-seen")).collect_view();
    let unseen = unseen.into_iter().map(paper("paper-unseen", "○", "review-unseen")).collect_view();
    any.then(|| {
        view! {
            <h5>{words.t("review-evidence")}</h5>
            <ul class="paper-list">{seen}{unseen}</ul>
        }
    })
}

/// What the decision led to, in the order of days.
#[component]
fn LedTo(
    /// The consequences.
    led_to: Vec<Consequence>,
) -> impl IntoView {
    let words = Page::here().words;
    let nothing = led_to.is_empty();
    let item = |what: Consequence| view! { <li><Followed what=what/></li> };
    (!nothing).then(|| {
        view! {
            <section class="passage-led">
                <h4>{words.t("review-led-to")}</h4>
                <ol class="led-to">{led_to.into_iter().map(item).collect_view()}</ol>
            </section>
        }
    })
}

/// One consequence, with its day, how long after, and what it cost.
#[component]
fn Followed(
    /// The consequence.
    what: Consequence,
) -> impl IntoView {
    let words = Page::here().words;
    let (date, iso) = (what.date.clone(), what.date.clone());
    let later = (what.days_after > 0).then(|| what.days_after.to_string());
    let class = if weight(&what) == Weight::Trouble { "followed trouble" } else { "followed" };
    let (cost, rule) = (what.cost.clone(), what.rule.clone());
    view! {
        <div class=class>
            <p class="followed-when">
                <time datetime=iso>{move || day(words, &date)}</time>
                {later.map(|days| view! {
                    <span class="followed-after">{move || words.say("review-days-after", &[("days", &days)])}</span>
                })}
            </p>
            <p class="followed-what">{move || told(words, &what)}</p>
            {cost.map(|cost| view! {
                <p class="followed-cost">{move || words.say("review-cost", &[("amount", &cost)])}</p>
            })}
            {rule.map(|rule| view! { <Footnote id=rule/> })}
        </div>
    }
}
