//! `Arrange`: put things in order; by drag, by tap and tap, by keyboard. Every move is read out.

use leptos::ev::{DragEvent, KeyboardEvent};
use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::beside::{AnswerRow, Beside, Returned, element_id, hand_in};
use super::order::{begin_with, moved, place};
use crate::app::dom;
use crate::app::page::Page;
use crate::app::play::Play;
use crate::scenario::activity::{Answer, ItemSheet};

/// The order being made.
#[derive(Clone, Copy)]
struct Hands {
    page: Page,
    play: Play,
    order: RwSignal<Vec<String>>,
    held: RwSignal<Option<String>>,
    items: StoredValue<Vec<ItemSheet>>,
    returned: Returned,
}

impl Hands {
    fn label(self, id: &str) -> String {
        let label = |items: &Vec<ItemSheet>| items.iter().find(|item| item.id == id).map(|item| item.label.clone());
        self.items.with_value(label).unwrap_or_default()
    }

    /// Takes a thing up, or puts the one in hand where this one stands.
    fn tap(self, id: &str) {
        match self.held.get_untracked() {
            None => {
                self.held.set(Some(id.to_owned()));
                self.page.announce(self.page.words.say("picked-up", &[("item", &self.label(id))]));
            }
            Some(held) if held == id => self.put_down(),
            Some(held) => {
                let to = self.order.with_untracked(|order| place(order, id));
                self.move_to(&held, to.unwrap_or(0));
                self.put_down();
            }
        }
    }

    fn put_down(self) {
        self.held.set(None);
    }

    fn move_to(self, id: &str, to: usize) {
        self.order.update(|order| *order = moved(order, id, to));
        let (at, of) = self.order.with_untracked(|order| (place(order, id).unwrap_or(0), order.len()));
        let place = at.saturating_add(1).to_string();
        let said = [("item", self.label(id)), ("place", place), ("of", of.to_string())];
        let said: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.page.announce(self.page.words.say("moved-to", &said));
        dom::focus_soon(element_id(id));
    }

    fn step(self, id: &str, down: bool) {
        let Some(at) = self.order.with_untracked(|order| place(order, id)) else { return };
        self.move_to(id, if down { at.saturating_add(1) } else { at.saturating_sub(1) });
    }
}

/// The list.
#[component]
pub(super) fn ArrangeCard(
    /// The play-through.
    play: Play,
    /// The question.
    ask: String,
    /// What is to be ordered.
    items: Vec<ItemSheet>,
    /// The answer at the last attempt.
    last: Option<Answer>,
    /// What was found in it.
    returned: Returned,
) -> impl IntoView {
    let page = Page::here();
    let last = last.and_then(|last| match last {
        Answer::Arrange { order } => Some(order),
        _ => None,
    });
    let shown: Vec<String> = items.iter().map(|item| item.id.clone()).collect();
    let order = RwSignal::new(begin_with(&shown, last));
    let hands = Hands { page, play, order, held: RwSignal::new(None), items: StoredValue::new(items), returned };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        hand_in(play, Answer::Arrange { order: order.get_untracked() });
    };
    view! {
        <form class="activity arrange" on:submit=submit novalidate=true>
            <h3 class="ask">{ask}</h3>
            <p class="how">{page.words.t("arrange-how")}</p>
            <ol class="slips" class:holding=move || hands.held.get().is_some()>
                <For each=move || order.get() key=|id| id.clone() let(id)>
                    <Slip hands=hands id=id/>
                </For>
            </ol>
            <AnswerRow play=play key="answer-arrange"/>
        </form>
    }
}

/// A thing in the list.
#[component]
fn Slip(
    /// The order being made.
    hands: Hands,
    /// The thing.
    id: String,
) -> impl IntoView {
    let words = Page::here().words;
    let label = hands.label(&id);
    let id = StoredValue::new(id);
    let at = Memo::new(move |_| hands.order.with(|order| place(order, &id.get_value())).unwrap_or(0));
    let is_last = move || at.get().saturating_add(1) >= hands.order.with(Vec::len);
    let is_held = move || hands.held.get() == Some(id.get_value());
    let keys = move |event: KeyboardEvent| {
        let down = match event.key().as_str() {
            "ArrowDown" => true,
            "ArrowUp" => false,
            "Escape" => return hands.put_down(),
            _ => return,
        };
        if is_held() || event.alt_key() {
            event.prevent_default();
            hands.step(&id.get_value(), down);
        }
    };
    let drag = move |event: DragEvent| {
        hands.held.set(Some(id.get_value()));
        if let Some(transfer) = event.data_transfer() {
            // Some browsers start no drag without data; what is moved is known here.
            let _ = transfer.set_data("text/plain", &id.get_value());
        }
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        if let Some(held) = hands.held.get_untracked().filter(|held| *held != id.get_value()) {
            hands.move_to(&held, at.get_untracked());
        }
        hands.put_down();
    };
    let up_label = {
        let label = label.clone();
        move || words.say("move-up", &[("item", &label)])
    };
    let down_label = {
        let label = label.clone();
        move || words.say("move-down", &[("item", &label)])
    };
    view! {
        <li
            class="slip" class:held=is_held draggable="true" on:dragstart=drag on:dragend=move |_| hands.put_down()
            on:dragover=move |event: DragEvent| event.prevent_default() on:drop=drop
        >
            <span class="slip-number" aria-hidden="true">{move || at.get().saturating_add(1)}</span>
            <button
                type="button" class="slip-text" id=element_id(&id.get_value()) aria-pressed=move || is_held().to_string()
                on:click=move |_| hands.tap(&id.get_value()) on:keydown=keys
            >
                <span class="grip" aria-hidden="true">"⠿"</span>
                {label}
            </button>
            <span class="slip-moves">
                <button type="button" class="icon-button" aria-label=up_label disabled=move || at.get() == 0
                    on:click=move |_| hands.step(&id.get_value(), false)>"↑"</button>
                <button type="button" class="icon-button" aria-label=down_label
                    disabled=is_last
                    on:click=move |_| hands.step(&id.get_value(), true)>"↓"</button>
            </span>
            <Beside play=hands.play at=id.get_value() returned=hands.returned/>
        </li>
    }
}
