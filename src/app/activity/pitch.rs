//! `Pitch`: a talk built from cards within its time, then the questions. A clock may run; it can be switched off.

use std::collections::BTreeMap;
use std::time::Duration;

use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::beside::{AnswerRow, Beside, Returned, element_id, hand_in};
use super::order::{moved, place};
use crate::app::page::Page;
use crate::app::play::Play;
use crate::scenario::activity::{Answer, CardSheet, PitchPart, QuestionSheet};

/// The talk, or the questions after it.
#[component]
pub(super) fn PitchCard(
    /// The play-through.
    play: Play,
    /// The question.
    ask: String,
    /// How many seconds there are.
    seconds: u16,
    /// What can be told.
    cards: Vec<CardSheet>,
    /// The cards told, in order.
    told: Vec<String>,
    /// What is asked after it.
    questions: Vec<QuestionSheet>,
    /// What was found last time.
    returned: Returned,
) -> impl IntoView {
    let words = Page::here().words;
    view! {
        <section class="activity pitch">
            <h3 class="ask">{ask}</h3>
            <Clock/>
            {if questions.is_empty() {
                view! { <TalkPart play=play seconds=seconds cards=cards returned=returned/> }.into_any()
            } else {
                let telling = told.into_iter().filter_map(|id| cards.iter().find(|card| card.id == id).map(|card| card.label.clone()));
                let telling = telling.collect::<Vec<_>>().join(" → ");
                view! {
                    <p class="how">{move || words.say("pitch-told", &[("cards", &telling)])}</p>
                    <QuestionsPart play=play questions=questions returned=returned/>
                }
                .into_any()
            }}
        </section>
    }
}

/// A clock that counts up once it is asked to; nothing depends on it.
#[component]
fn Clock() -> impl IntoView {
    let words = Page::here().words;
    let running = RwSignal::new(false);
    let passed = RwSignal::new(0_u32);
    let ticking = set_interval_with_handle(
        move || {
            if running.get_untracked() {
                passed.update(|passed| *passed = passed.saturating_add(1));
            }
        },
        Duration::from_secs(1),
    );
    on_cleanup(move || {
        if let Ok(ticking) = ticking {
            ticking.clear();
        }
    });
    let shown = move || {
        let passed = passed.get();
        format!("{}:{:02}", passed.checked_div(60).unwrap_or(0), passed.checked_rem(60).unwrap_or(0))
    };
    view! {
        <p class="pitch-clock">
            <button type="button" class="plain-button" aria-pressed=move || running.get().to_string() on:click=move |_| running.update(|running| *running = !*running)>
                {move || words.say(if running.get() { "pitch-clock-stop" } else { "pitch-clock-start" }, &[])}
            </button>
            <span class="clock" aria-hidden="true">{shown}</span>
        </p>
    }
}

/// Building the talk.
#[component]
fn TalkPart(
    /// The play-through.
    play: Play,
    /// How many seconds there are.
    seconds: u16,
    /// What can be told.
    cards: Vec<CardSheet>,
    /// What was found last time.
    returned: Returned,
) -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let cards = StoredValue::new(cards);
    let told = RwSignal::new(Vec::<String>::new());
    let card_of = move |id: &str| cards.with_value(|cards| cards.iter().find(|card| card.id == id).cloned());
    let used = Memo::new(move |_| {
        let told = told.get();
        told.iter().filter_map(|id| card_of(id)).map(|card| u32::from(card.seconds)).fold(0, u32::saturating_add)
    });
    let over = move || used.get() > u32::from(seconds);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        hand_in(play, Answer::Pitch { part: PitchPart::Talk(told.get_untracked()) });
    };
    let add = move |id: String| told.update(|told| told.push(id));
    let drop = move |id: &str| told.update(|told| told.retain(|held| held != id));
    let step = move |id: &str, down: bool| {
        told.update(|told| {
            let at = place(told, id).unwrap_or(0);
            *told = moved(told, id, if down { at.saturating_add(1) } else { at.saturating_sub(1) });
        });
    };
    let slip = move |id: String| {
        let Some(card) = card_of(&id) else { return ().into_any() };
        let (up, down, out) = (id.clone(), id.clone(), id.clone());
        let named = |key: &'static str| words.say(key, &[("item", &card.label)]);
        view! {
            <li class="slip">
                <span class="slip-number">{words.say("pitch-seconds", &[("seconds", &card.seconds.to_string())])}</span>
                <span class="slip-text">{card.label.clone()}</span>
                <span class="slip-moves">
                    <button type="button" class="icon-button" aria-label=named("move-up") on:click=move |_| step(&up, false)>"↑"</button>
                    <button type="button" class="icon-button" aria-label=named("move-down") on:click=move |_| step(&down, true)>"↓"</button>
                    <button type="button" class="icon-button" aria-label=named("pitch-drop") on:click=move |_| drop(&out)>"×"</button>
                </span>
            </li>
        }
        .into_any()
    };
    let offer = move |card: CardSheet| {
        let (id, held) = (card.id.clone(), card.id.clone());
        let is_told = move || told.with(|told| told.contains(&held));
        view! {
            <li class="pitch-card">
                <div>
                    <h5>{card.label}" "<span class="pitch-seconds">{move || words.say("pitch-seconds", &[("seconds", &card.seconds.to_string())])}</span></h5>
                    <p>{card.text}</p>
                </div>
                <button type="button" class="button small quiet" id=element_id(&card.id) disabled=is_told on:click=move |_| add(id.clone())>{words.t("pitch-add")}</button>
                <Beside play=play at=card.id returned=returned/>
            </li>
        }
    };
    view! {
        <form on:submit=submit novalidate=true>
            <p class="how">{move || words.say("pitch-how", &[("seconds", &seconds.to_string())])}</p>
            <div class="pitch-desk">
                <section>
                    <h4>{words.t("pitch-cards")}</h4>
                    <ul class="pitch-cards">{cards.get_value().into_iter().map(offer).collect_view()}</ul>
                </section>
                <section>
                    <h4>{words.t("pitch-talk")}</h4>
                    <ol class="slips">{move || told.get().into_iter().map(slip).collect_view()}</ol>
                    <p class="budget-left" class:over=over role="status">
                        {move || words.say("pitch-used", &[("used", &used.get().to_string()), ("seconds", &seconds.to_string())])}
                    </p>
                </section>
            </div>
            <AnswerRow play=play key="answer-pitch"/>
        </form>
    }
}

/// Replying to the questions.
#[component]
fn QuestionsPart(
    /// The play-through.
    play: Play,
    /// What is asked.
    questions: Vec<QuestionSheet>,
    /// What was found last time.
    returned: Returned,
) -> impl IntoView {
    let replies = RwSignal::new(BTreeMap::<String, String>::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        hand_in(play, Answer::Pitch { part: PitchPart::Replies(replies.get_untracked()) });
    };
    let question = move |question: QuestionSheet| {
        let QuestionSheet { id, ask, replies: offered } = question;
        let (of, element) = (id.clone(), element_id(&id));
        let reply = move |item: crate::scenario::activity::ItemSheet| {
            let (of, chosen) = (of.clone(), item.id.clone());
            view! {
                <label class="reason">
                    <input type="radio" name=of.clone() value=item.id on:change=move |_| replies.update(|replies| { replies.insert(of.clone(), chosen.clone()); })/>
                    <span>{item.label}</span>
                </label>
            }
        };
        view! {
            <fieldset class="reasons" id=element tabindex="-1">
                <legend>{ask}</legend>
                <div class="reason-row">{offered.into_iter().map(reply).collect_view()}</div>
                <Beside play=play at=id returned=returned/>
            </fieldset>
        }
    };
    view! {
        <form on:submit=submit novalidate=true>
            {questions.into_iter().map(question).collect_view()}
            <AnswerRow play=play key="answer-replies"/>
        </form>
    }
}
