//! `Negotiate`: offers to and fro. What was offered stands above; what is on the table can be taken, or bettered, or left.

use std::collections::BTreeMap;

use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::beside::{AnswerRow, Returned, hand_in};
use super::dial::{Dial, DialRow};
use super::number::read_back;
use crate::app::page::Page;
use crate::app::play::Play;
use crate::scenario::activity::{Answer, DialSheet, RoundSheet, Talk};

/// The table.
#[component]
pub(super) fn NegotiateCard(
    /// The play-through.
    play: Play,
    /// The question.
    ask: String,
    /// The other side's name.
    with: String,
    /// What is traded.
    issues: Vec<DialSheet>,
    /// The other side's offer on the table.
    table: BTreeMap<String, String>,
    /// What was said when it was laid there.
    said: String,
    /// The rounds over so far.
    rounds: Vec<RoundSheet>,
    /// Offers left.
    left: u8,
    /// What was found last time.
    returned: Returned,
) -> impl IntoView {
    let words = Page::here().words;
    let dials = Dial::all(issues.clone());
    let held = StoredValue::new(dials.clone());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let offer = held.with_value(|dials| dials.iter().map(Dial::answer).collect());
        hand_in(play, Answer::Negotiate { talk: Talk::Offer(offer) });
    };
    let say = move |talk: Talk| hand_in(play, Answer::Negotiate { talk });
    let named = with.clone();
    let may_accept = !table.is_empty();
    let offers = {
        let issues = issues.clone();
        let with = with.clone();
        move |(at, round): (usize, RoundSheet)| {
            let number = at.saturating_add(1).to_string();
            view! {
                <li>
                    <p class="round-number">{move || words.say("negotiate-round", &[("number", &number)])}</p>
                    <Offer issues=issues.clone() offer=round.ours who=words.say("negotiate-ours", &[])/>
                    <Offer issues=issues.clone() offer=round.theirs who=with.clone()/>
                    {(!round.said.is_empty()).then(|| view! { <blockquote>{round.said}</blockquote> })}
                </li>
            }
        }
    };
    view! {
        <form class="activity negotiate" on:submit=submit novalidate=true>
            <h3 class="ask">{ask}</h3>
            {(!rounds.is_empty()).then(|| view! { <ol class="rounds">{rounds.into_iter().enumerate().map(offers).collect_view()}</ol> })}
            <section class="paper on-the-table">
                <h4>{move || words.say("negotiate-table", &[("with", &named)])}</h4>
                {(!said.is_empty()).then(|| view! { <blockquote>{said}</blockquote> })}
                <Offer issues=issues offer=table who=with/>
                <div class="actions">
                    <button type="button" class="button quiet" disabled=!may_accept on:click=move |_| say(Talk::Accept)>{words.t("negotiate-accept")}</button>
                    <button type="button" class="plain-button" on:click=move |_| say(Talk::Leave)>{words.t("negotiate-leave")}</button>
                </div>
            </section>
            {(left > 0).then(|| view! {
                <section class="form-paper">
                    <header class="form-head"><h3>{words.t("negotiate-offer")}</h3></header>
                    <div class="form-rows">
                        {dials.into_iter().map(|dial| view! { <DialRow play=play dial=dial returned=returned/> }).collect_view()}
                    </div>
                    <p class="form-foot">{move || words.say("negotiate-left", &[("count", &left.to_string())])}</p>
                </section>
                <AnswerRow play=play key="answer-negotiate"/>
            })}
        </form>
    }
}

/// An offer, issue by issue.
#[component]
fn Offer(
    /// What is traded.
    issues: Vec<DialSheet>,
    /// Issue id and value.
    offer: BTreeMap<String, String>,
    /// Who makes it.
    who: String,
) -> impl IntoView {
    let term = |issue: DialSheet| {
        let value = offer.get(&issue.id)?;
        Some(view! { <div><dt>{issue.label}</dt><dd>{read_back(issue.unit, value)}</dd></div> })
    };
    let terms: Vec<_> = issues.into_iter().filter_map(term).collect();
    (!terms.is_empty()).then(|| view! { <dl class="offer"><div class="offer-who"><dt>{who}</dt></div>{terms}</dl> })
}
