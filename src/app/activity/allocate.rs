//! `Allocate`: a budget split over its lines, by amount or by slider; what is left stands below all the time.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::beside::{AnswerRow, Beside, Returned, beside_id, element_id, hand_in};
use super::number::total;
use crate::app::page::Page;
use crate::app::play::Play;
use crate::money::Money;
use crate::scenario::activity::{Answer, BudgetLineSheet};

/// Notches of a line's slider: per cent of the whole.
const NOTCHES: i64 = 100;

/// A line with what it is given.
#[derive(Clone)]
struct Line {
    sheet: BudgetLineSheet,
    given: RwSignal<String>,
}

/// The budget.
#[component]
pub(super) fn AllocateCard(
    /// The play-through.
    play: Play,
    /// The question.
    ask: String,
    /// How much there is.
    budget: Money,
    /// Whether all of it must be given out.
    whole: bool,
    /// What it can go to.
    lines: Vec<BudgetLineSheet>,
    /// The answer at the last attempt.
    last: Option<Answer>,
    /// What was found in it.
    returned: Returned,
) -> impl IntoView {
    let words = Page::here().words;
    let last = match last {
        Some(Answer::Allocate { shares }) => shares,
        _ => std::collections::BTreeMap::new(),
    };
    let begun =
        |sheet: BudgetLineSheet| Line { given: RwSignal::new(last.get(&sheet.id).cloned().unwrap_or_default()), sheet };
    let lines: Vec<Line> = lines.into_iter().map(begun).collect();
    let held = StoredValue::new(lines.clone());
    let spent = Memo::new(move |_| {
        let given: Vec<String> = held.with_value(|lines| lines.iter().map(|line| line.given.get()).collect());
        total(given.iter().map(String::as_str))
    });
    let left = move || budget.checked_sub(spent.get()).unwrap_or(Money::ZERO);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let share = |line: &Line| {
            let given = line.given.get_untracked().trim().to_owned();
            (!given.is_empty()).then(|| (line.sheet.id.clone(), given))
        };
        let shares = held.with_value(|lines| lines.iter().filter_map(share).collect());
        hand_in(play, Answer::Allocate { shares });
    };
    let said = move || {
        let left = left();
        let (key, amount) = if left.is_negative() {
            ("allocate-over", left.checked_neg().unwrap_or(left))
        } else {
            ("allocate-left", left)
        };
        words.say(key, &[("amount", &amount.to_string())])
    };
    view! {
        <form class="activity" on:submit=submit novalidate=true>
            <h3 class="ask">{ask}</h3>
            <div class="form-paper">
                <p class="budget-whole">{move || words.say(if whole { "allocate-whole" } else { "allocate-some" }, &[("amount", &budget.to_string())])}</p>
                <div class="form-rows">
                    {lines.into_iter().map(|line| view! { <LineRow play=play line=line budget=budget returned=returned/> }).collect_view()}
                </div>
                <p class="budget-left" class:over=move || left().is_negative() role="status">{said}</p>
            </div>
            <AnswerRow play=play key="answer-allocate"/>
        </form>
    }
}

/// A line of the budget.
#[component]
fn LineRow(
    /// The play-through.
    play: Play,
    /// The line.
    line: Line,
    /// How much there is in all.
    budget: Money,
    /// What was found last time.
    returned: Returned,
) -> impl IntoView {
    let words = Page::here().words;
    let Line { sheet: BudgetLineSheet { id, label, help }, given } = line;
    let amount = move || given.get().trim().parse::<Money>().unwrap_or(Money::ZERO);
    let share = move || {
        let hundredths =
            amount().fen().checked_mul(NOTCHES).and_then(|product| product.checked_div(budget.fen().max(1)));
        hundredths.unwrap_or(0).clamp(0, NOTCHES)
    };
    let slid = move |event| {
        let notch: i64 = event_target_value(&event).parse().unwrap_or(0);
        given.set(budget.prorate(notch, NOTCHES).map(Money::plain).unwrap_or_default());
    };
    view! {
        <div class="field-row dial-row">
            <div class="field-label">
                <label for=element_id(&id)>{label.clone()}</label>
                {help.map(|help| view! { <p class="field-help">{help}</p> })}
            </div>
            <div class="field-blank">
                <div class="dial">
                    <input type="text" inputmode="decimal" class="blank" id=element_id(&id) autocomplete="off" aria-describedby=beside_id(&id)
                        prop:value=move || given.get() on:change=move |event| given.set(event_target_value(&event))
                        on:keydown=move |event| if event.key() == "Enter" { event.prevent_default(); given.set(event_target_value(&event)); }/>
                    <input type="range" class="slider" min="0" max=NOTCHES.to_string() step="1" aria-label=label
                        aria-valuetext=move || words.say("allocate-share", &[("percent", &share().to_string())])
                        prop:value=move || share().to_string() on:input=slid/>
                    <output class="amount-read">{move || words.say("allocate-share", &[("percent", &share().to_string())])}</output>
                </div>
                <Beside play=play at=id returned=returned/>
            </div>
        </div>
    }
}
