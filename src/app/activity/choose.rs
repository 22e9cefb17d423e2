//! `Choose`: an option, and why.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::beside::{AnswerRow, Beside, Returned, element_id, hand_in};
use crate::app::page::Page;
use crate::app::play::Play;
use crate::scenario::activity::{Answer, ItemSheet};

/// Options as cards, then reasons.
#[component]
pub(super) fn ChooseCard(
    /// The play-through.
    play: Play,
    /// The question.
    ask: String,
    /// What can be chosen.
    options: Vec<ItemSheet>,
    /// Reasons to give; none asked for where empty.
    reasons: Vec<ItemSheet>,
    /// The answer at the last attempt.
    last: Option<Answer>,
    /// What was found in it.
    returned: Returned,
) -> impl IntoView {
    let words = Page::here().words;
    let last = last.and_then(|last| match last {
        Answer::Choose { option, .. } => Some(option),
        _ => None,
    });
    let option = RwSignal::new(last.unwrap_or_default());
    let reason = RwSignal::new(None::<String>);
    let asks_reason = !reasons.is_empty();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        hand_in(play, Answer::Choose { option: option.get_untracked(), reason: reason.get_untracked() });
    };
    let card = move |item: ItemSheet| {
        let (id, chosen) = (item.id.clone(), item.id.clone());
        view! {
            <div class="option">
                <label class="option-card">
                    <input
                        type="radio" name="option" id=element_id(&item.id) value=item.id.clone()
                        prop:checked=move || option.with(|option| *option == chosen)
                        on:change=move |_| option.set(id.clone())
                    />
                    <span class="option-text">{item.label}</span>
                </label>
                <Beside play=play at=item.id returned=returned/>
            </div>
        }
    };
    let why = move |item: ItemSheet| {
        let id = item.id.clone();
        view! {
            <label class="reason">
                <input type="radio" name="reason" value=item.id on:change=move |_| reason.set(Some(id.clone()))/>
                <span>{item.label}</span>
            </label>
        }
    };
    view! {
        <form class="activity choose" on:submit=submit novalidate=true>
            <fieldset class="options">
                <legend class="ask">{ask}</legend>
                {options.into_iter().map(card).collect_view()}
            </fieldset>
            {asks_reason.then(|| view! {
                <fieldset class="reasons" class:waiting=move || option.with(String::is_empty)>
                    <legend>{words.t("ask-reason")}</legend>
                    <div class="reason-row">{reasons.into_iter().map(why).collect_view()}</div>
                </fieldset>
            })}
            <AnswerRow play=play key="answer-choose"/>
        </form>
    }
}
