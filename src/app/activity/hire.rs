//! `Hire`: candidates to choose among, and the contract one of them is offered.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::beside::{AnswerRow, Beside, Returned, element_id, hand_in};
use super::field::FieldRow;
use super::form::{Entries, begin_with};
use crate::app::page::Page;
use crate::app::play::Play;
use crate::scenario::activity::{Answer, CandidateSheet, FieldSheet};

/// What stands for hiring nobody in the row of candidates.
const NOBODY: &str = "nobody";

/// The papers on the desk.
#[component]
pub(super) fn HireCard(
    /// The play-through.
    play: Play,
    /// The question.
    ask: String,
    /// The post.
    post: String,
    /// Who applies.
    candidates: Vec<CandidateSheet>,
    /// The contract's terms.
    terms: Vec<FieldSheet>,
    /// Whether nobody need be hired.
    may_decline: bool,
    /// The answer at the last attempt.
    last: Option<Answer>,
    /// What was found in it.
    returned: Returned,
) -> impl IntoView {
    let words = Page::here().words;
    let (before, entered) = match last {
        Some(Answer::Hire { candidate, terms }) => (candidate.unwrap_or_else(|| NOBODY.to_owned()), Some(terms)),
        _ => (String::new(), None),
    };
    let chosen = RwSignal::new(before);
    let entries: Entries = StoredValue::new(begin_with(&terms, play.draft().or(entered)));
    let somebody = Memo::new(move |_| chosen.with(|chosen| !chosen.is_empty() && chosen != NOBODY));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let candidate = Some(chosen.get_untracked()).filter(|_| somebody.get_untracked());
        let terms = if candidate.is_some() { entries.get_value() } else { std::collections::BTreeMap::new() };
        hand_in(play, Answer::Hire { candidate, terms });
    };
    let pick = move |id: String| {
        let this = id.clone();
        view! {
            <input type="radio" name="candidate" id=element_id(&id) value=id.clone()
                prop:checked=move || chosen.with(|chosen| *chosen == this) on:change=move |_| chosen.set(id.clone())/>
        }
    };
    let card = move |candidate: CandidateSheet| {
        let CandidateSheet { id, name, about, asks } = candidate;
        view! {
            <div class="option">
                <label class="option-card candidate">
                    {pick(id.clone())}
                    <span class="option-text">
                        <strong class="candidate-name">{name}</strong>
                        <span class="candidate-asks">{move || words.say("hire-asks", &[("amount", &asks)])}</span>
                        {about.lines().map(|line| view! { <span class="candidate-line">{line.to_owned()}</span> }).collect_view()}
                    </span>
                </label>
                <Beside play=play at=id returned=returned/>
            </div>
        }
    };
    view! {
        <form class="activity" on:submit=submit novalidate=true>
            <fieldset class="options">
                <legend class="ask">{ask}</legend>
                <p class="how">{move || words.say("hire-post", &[("post", &post)])}</p>
                {candidates.into_iter().map(card).collect_view()}
                {may_decline.then(|| view! {
                    <div class="option">
                        <label class="option-card">{pick(NOBODY.to_owned())}<span class="option-text">{words.t("hire-nobody-now")}</span></label>
                    </div>
                })}
            </fieldset>
            <section class="form-paper hire-contract" hidden=move || !somebody.get()>
                <header class="form-head"><h3>{words.t("hire-contract")}</h3></header>
                <div class="form-rows">
                    {terms.into_iter().map(|field| view! { <FieldRow play=play field=field entries=entries returned=returned/> }).collect_view()}
                </div>
            </section>
            <AnswerRow play=play key="answer-hire"/>
        </form>
    }
}
