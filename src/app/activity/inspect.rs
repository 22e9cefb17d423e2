//! `Inspect`: a document read on a page and marked with a pen; each mark wants a reason.

use std::collections::BTreeMap;

use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::beside::{AnswerRow, Beside, Returned, element_id, hand_in};
use crate::app::page::Page;
use crate::app::play::Play;
use crate::scenario::activity::{Answer, ItemSheet};

/// Marks made so far: clause and reason; a reason not yet given is empty.
type Marks = RwSignal<BTreeMap<String, String>>;

/// The page.
#[component]
pub(super) fn InspectCard(
    /// The play-through.
    play: Play,
    /// The question.
    ask: String,
    /// The document's title.
    document: String,
    /// Its clauses.
    clauses: Vec<ItemSheet>,
    /// What may be wrong with one.
    reasons: Vec<ItemSheet>,
    /// The answer at the last attempt.
    last: Option<Answer>,
    /// What was found in it.
    returned: Returned,
) -> impl IntoView {
    let page = Page::here();
    let before = match last {
        Some(Answer::Inspect { marks }) => marks,
        _ => BTreeMap::new(),
    };
    let marks: Marks = RwSignal::new(before);
    let reasons = StoredValue::new(reasons);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        hand_in(play, Answer::Inspect { marks: marks.get_untracked() });
    };
    let clause = move |(number, clause): (usize, ItemSheet)| {
        view! { <ClauseRow play=play clause=clause number=number.saturating_add(1) marks=marks reasons=reasons returned=returned/> }
    };
    let count = move || page.words.say("marked-count", &[("count", &marks.with(BTreeMap::len).to_string())]);
    view! {
        <form class="activity inspect" on:submit=submit novalidate=true>
            <h3 class="ask">{ask}</h3>
            <p class="how">{page.words.t("inspect-how")}</p>
            <div class="contract">
                <h4 class="contract-title">{document}</h4>
                <ol class="clauses">{clauses.into_iter().enumerate().map(clause).collect_view()}</ol>
            </div>
            <p class="marked-count" aria-live="polite">{count}</p>
            <AnswerRow play=play key="answer-inspect"/>
        </form>
    }
}

/// Whether a clause begins with a number of its own, as contracts have it: “一、”, “第三条”, “2.”.
fn counts_itself(clause: &str) -> bool {
    clause.starts_with(|first: char| first.is_ascii_digit() || "第一二三四五六七八九十（".contains(first))
}

/// A clause: press it to mark it, press it again to take the mark away.
#[component]
fn ClauseRow(
    /// The play-through.
    play: Play,
    /// The clause.
    clause: ItemSheet,
    /// Its number on the page.
    number: usize,
    /// Marks made so far.
    marks: Marks,
    /// What may be wrong.
    reasons: StoredValue<Vec<ItemSheet>>,
    /// What was found last time.
    returned: Returned,
) -> impl IntoView {
    let words = Page::here().words;
    let id = StoredValue::new(clause.id.clone());
    let marked = Memo::new(move |_| marks.with(|marks| marks.contains_key(&id.get_value())));
    let toggle = move |_| {
        marks.update(|marks| {
            if marks.remove(&id.get_value()).is_none() {
                marks.insert(id.get_value(), String::new());
            }
        });
    };
    let reason_id = format!("reason-{}", clause.id);
    let margin = move || {
        marked.get().then(|| {
            let chosen = marks.with_untracked(|marks| marks.get(&id.get_value()).cloned()).unwrap_or_default();
            let option = |item: ItemSheet| {
                let selected = item.id == chosen;
                view! { <option value=item.id selected=selected>{item.label}</option> }
            };
            let options = reasons.get_value().into_iter().map(option).collect_view();
            let choose = move |event| {
                let reason = event_target_value(&event);
                marks.update(|marks| {
                    marks.insert(id.get_value(), reason);
                });
            };
            view! {
                <p class="margin-note">
                    <label for=reason_id.clone()>{words.t("ask-flaw")}</label>
                    <select id=reason_id.clone() on:change=choose>
                        <option value="" selected=chosen.is_empty()>{words.t("pick-reason")}</option>
                        {options}
                    </select>
                </p>
            }
        })
    };
    view! {
        <li class="clause" class:marked=move || marked.get()>
            <button type="button" class="clause-text" id=element_id(&clause.id) aria-pressed=move || marked.get().to_string() on:click=toggle>
                {(!counts_itself(&clause.label)).then(|| view! {
                    <span class="clause-number" aria-hidden="true">{move || words.say("clause-number", &[("number", &number.to_string())])}</span>
                })}
                <span class="clause-words">{clause.label}</span>
                <svg class="pen" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                    <path d="M1 7 C 14 3, 26 10, 40 6 S 66 3, 78 7 S 94 8, 99 5" fill="none" stroke="currentColor" stroke-width="2.2"
                        stroke-linecap="round" vector-effect="non-scaling-stroke"/>
                </svg>
            </button>
            {margin}
            <Beside play=play at=clause.id returned=returned/>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::counts_itself;

    #[test]
    fn a_clause_is_counted_once() {
        assert!(counts_itself("一、出租人") && counts_itself("第三条 出资") && counts_itself("2. 用途"));
        assert!(!counts_itself("甲方负责修缮。"));
    }
}
