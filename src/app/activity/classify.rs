//! `Classify`: sort things into trays; by drag, by tap and tap, by keyboard (a number puts the thing in hand into that tray).

use std::collections::BTreeMap;

use leptos::ev::{DragEvent, KeyboardEvent};
use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::beside::{AnswerRow, Beside, Returned, element_id, hand_in};
use crate::app::dom;
use crate::app::page::Page;
use crate::app::play::Play;
use crate::scenario::activity::{Answer, ItemSheet};

/// The sorting being done.
#[derive(Clone, Copy)]
struct Hands {
    page: Page,
    play: Play,
    sorted: RwSignal<BTreeMap<String, String>>,
    held: RwSignal<Option<String>>,
    bins: StoredValue<Vec<ItemSheet>>,
    items: StoredValue<Vec<ItemSheet>>,
    returned: Returned,
}

impl Hands {
    fn tap(self, item: &str) {
        let again = self.held.with_untracked(|held| held.as_deref() == Some(item));
        self.held.set((!again).then(|| item.to_owned()));
        if !again {
            self.page.announce(self.page.words.say("picked-up", &[("item", &label(self.items, item))]));
        }
    }

    /// Puts a thing into a tray, or back onto the table.
    fn put(self, item: &str, bin: Option<&str>) {
        self.sorted.update(|sorted| match bin {
            Some(bin) => {
                sorted.insert(item.to_owned(), bin.to_owned());
            }
            None => {
                sorted.remove(item);
            }
        });
        self.held.set(None);
        let bin = bin.map(|bin| label(self.bins, bin)).unwrap_or_default();
        self.page.announce(self.page.words.say("put-into", &[("item", &label(self.items, item)), ("bin", &bin)]));
        dom::focus_soon(element_id(item));
    }

    fn put_held(self, bin: Option<&str>) {
        if let Some(held) = self.held.get_untracked() {
            self.put(&held, bin);
        }
    }

    /// What lies in a tray, or on the table, in the sheet's order.
    fn lying(self, bin: Option<&str>) -> Vec<ItemSheet> {
        let sorted = self.sorted.get();
        let there = |item: &&ItemSheet| sorted.get(&item.id).map(String::as_str) == bin;
        self.items.with_value(|items| items.iter().filter(there).cloned().collect())
    }
}

fn label(items: StoredValue<Vec<ItemSheet>>, id: &str) -> String {
    let find = |items: &Vec<ItemSheet>| items.iter().find(|item| item.id == id).map(|item| item.label.clone());
    items.with_value(find).unwrap_or_default()
}

/// Table and trays.
#[component]
pub(super) fn ClassifyCard(
    /// The play-through.
    play: Play,
    /// The question.
    ask: String,
    /// Where things can go.
    bins: Vec<ItemSheet>,
    /// What is to be sorted.
    items: Vec<ItemSheet>,
    /// The answer at the last attempt.
    last: Option<Answer>,
    /// What was found in it.
    returned: Returned,
) -> impl IntoView {
    let page = Page::here();
    let before = match last {
        Some(Answer::Classify { bins }) => bins,
        _ => BTreeMap::new(),
    };
    let hands = Hands {
        page,
        play,
        sorted: RwSignal::new(before),
        held: RwSignal::new(None),
        bins: StoredValue::new(bins.clone()),
        items: StoredValue::new(items),
        returned,
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        hand_in(play, Answer::Classify { bins: hands.sorted.get_untracked() });
    };
    let tray =
        move |(number, bin): (usize, ItemSheet)| view! { <Tray hands=hands bin=bin number=number.saturating_add(1)/> };
    let left = move || hands.lying(None).len();
    view! {
        <form class="activity classify" on:submit=submit novalidate=true>
            <h3 class="ask">{ask}</h3>
            <p class="how">{page.words.t("classify-how")}</p>
            <section
                class="tray table-top" aria-labelledby="table-top" class:inviting=move || hands.held.get().is_some()
                on:dragover=move |event: DragEvent| event.prevent_default()
                on:drop=move |event: DragEvent| { event.prevent_default(); hands.put_held(None); }
            >
                <h4 id="table-top">{move || page.words.say("to-sort", &[("left", &left().to_string())])}</h4>
                <ul><For each=move || hands.lying(None) key=|item| item.id.clone() let(item)>
                    <li><Chip hands=hands item=item/></li>
                </For></ul>
            </section>
            <div class="trays">{bins.into_iter().enumerate().map(tray).collect_view()}</div>
            <AnswerRow play=play key="answer-classify"/>
        </form>
    }
}

/// A tray.
#[component]
fn Tray(
    /// The sorting being done.
    hands: Hands,
    /// The tray.
    bin: ItemSheet,
    /// The number that puts a thing into it.
    number: usize,
) -> impl IntoView {
    let words = Page::here().words;
    let id = StoredValue::new(bin.id.clone());
    let title_id = format!("tray-{}", bin.id);
    let put = move || id.with_value(|bin| hands.put_held(Some(bin)));
    view! {
        <section
            class="tray" aria-labelledby=title_id.clone() class:inviting=move || hands.held.get().is_some()
            on:dragover=move |event: DragEvent| event.prevent_default()
            on:drop=move |event: DragEvent| { event.prevent_default(); put(); }
        >
            <h4 id=title_id.clone()><span class="tray-number" aria-hidden="true">{number}</span>{bin.label.clone()}</h4>
            <ul><For each=move || hands.lying(Some(&id.get_value())) key=|item| item.id.clone() let(item)>
                <li><Chip hands=hands item=item/></li>
            </For></ul>
            <button type="button" class="put-here" disabled=move || hands.held.get().is_none() on:click=move |_| put()
                aria-label=move || words.say("put-here-in", &[("bin", &bin.label)])>
                {words.t("put-here")}
            </button>
        </section>
    }
}

/// A thing to sort.
#[component]
fn Chip(
    /// The sorting being done.
    hands: Hands,
    /// The thing.
    item: ItemSheet,
) -> impl IntoView {
    let id = StoredValue::new(item.id.clone());
    let is_held = move || hands.held.get() == Some(id.get_value());
    let keys = move |event: KeyboardEvent| {
        let number = event.key().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let bin = number.and_then(|number| hands.bins.with_value(|bins| bins.get(number).map(|bin| bin.id.clone())));
        match (bin, event.key().as_str()) {
            (Some(bin), _) => hands.put(&id.get_value(), Some(&bin)),
            (None, "Backspace" | "Delete") => hands.put(&id.get_value(), None),
            (None, "Escape") => hands.held.set(None),
            (None, _) => return,
        }
        event.prevent_default();
    };
    let drag = move |event: DragEvent| {
        hands.held.set(Some(id.get_value()));
        if let Some(transfer) = event.data_transfer() {
            // Some browsers start no drag without data; what is moved is known here.
            let _ = transfer.set_data("text/plain", &id.get_value());
        }
    };
    view! {
        <button
            type="button" class="chip" class:held=is_held id=element_id(&item.id) draggable="true"
            aria-pressed=move || is_held().to_string() on:dragstart=drag on:keydown=keys
            on:click=move |_| hands.tap(&id.get_value())
        >
            {item.label}
        </button>
        <Beside play=hands.play at=item.id returned=hands.returned/>
    }
}
