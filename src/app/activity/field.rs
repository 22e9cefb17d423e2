//! A field of a document: label, small print, the blank, and what is said beside it once it was left.

use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::beside::{Beside, Returned, beside_id, element_id};
use super::form::Entries;
use crate::app::page::Page;
use crate::app::play::{Complaint, Play};
use crate::money::Money;
use crate::scenario::activity::{Entry, FieldSheet, ItemSheet, SheetKind};

/// From so many items on, one of them is picked from a list instead of from boxes.
const LISTED_FROM: usize = 9;

/// Longer than a press of a button takes.
const SAID_AFTER: Duration = Duration::from_millis(160);

/// What a field does with what is entered.
#[derive(Clone, Copy)]
struct Hand {
    play: Play,
    id: StoredValue<String>,
    entries: Entries,
    checked: RwSignal<Option<Complaint>>,
}

impl Hand {
    /// Keeps an entry.
    fn keep(self, entry: Entry) {
        self.entries.update_value(|entries| {
            entries.insert(self.id.get_value(), entry);
        });
        self.entries.with_value(|entries| self.play.keep_draft(entries));
    }

    /// Keeps an entry and has the core look at it. What it says moves the rows below, so it is shown a moment later: an entry
    /// is often left by pressing one of them, and the press must still find it where it was.
    fn settle(self, entry: Entry) {
        let said = self.play.check_entry(&self.id.get_value(), &entry);
        self.keep(entry);
        if said != self.checked.get_untracked() {
            set_timeout(move || drop(self.checked.try_set(said)), SAID_AFTER);
        }
    }

    fn before(self) -> Entry {
        let none = || Entry::Text(String::new());
        self.entries.with_value(|entries| entries.get(&self.id.get_value()).cloned()).unwrap_or_else(none)
    }

    fn text_before(self) -> String {
        match self.before() {
            Entry::Text(text) => text,
            Entry::Items(_) => String::new(),
        }
    }

    fn ticked_before(self, item: &str) -> bool {
        self.before().items().contains(&item)
    }

    fn tick(self, item: &str, ticked: bool) {
        let mut items: Vec<String> =
            self.before().items().into_iter().filter(|held| *held != item).map(str::to_owned).collect();
        if ticked {
            items.push(item.to_owned());
        }
        self.settle(Entry::Items(items));
    }
}

/// A row of the document.
#[component]
pub(super) fn FieldRow(
    /// The play-through.
    play: Play,
    /// The field.
    field: FieldSheet,
    /// What has been entered.
    entries: Entries,
    /// What was found last time.
    returned: Returned,
) -> impl IntoView {
    let FieldSheet { id, label, help, kind } = field;
    let checked = RwSignal::new(None);
    let hand = Hand { play, id: StoredValue::new(id.clone()), entries, checked };
    let grouped =
        matches!(&kind, SheetKind::Many(_)) || matches!(&kind, SheetKind::One(items) if items.len() < LISTED_FROM);
    let label_id = format!("label-{id}");
    let head = view! {
        <div class="field-label">
            {if grouped {
                view! { <span id=label_id.clone()>{label}</span> }.into_any()
            } else {
                view! { <label for=element_id(&id)>{label}</label> }.into_any()
            }}
            {help.map(|help| view! { <p class="field-help">{help}</p> })}
        </div>
    };
    let blank = match kind {
        SheetKind::Line(most) => view! { <LineBlank hand=hand id=id.clone() most=most/> }.into_any(),
        SheetKind::Amount => view! { <AmountBlank hand=hand id=id.clone()/> }.into_any(),
        SheetKind::Day => view! { <DayBlank hand=hand id=id.clone()/> }.into_any(),
        SheetKind::One(items) if items.len() >= LISTED_FROM => {
            view! { <ListBlank hand=hand id=id.clone() items=items/> }.into_any()
        }
        SheetKind::One(items) => {
            view! { <BoxesBlank hand=hand id=id.clone() items=items many=false label=label_id/> }.into_any()
        }
        SheetKind::Many(items) => {
            view! { <BoxesBlank hand=hand id=id.clone() items=items many=true label=label_id/> }.into_any()
        }
    };
    let wrong = {
        let id = id.clone();
        move || {
            let refused = play.complaint.get().is_some_and(|refused| refused.at.as_deref() == Some(id.as_str()));
            refused || checked.get().is_some()
        }
    };
    view! {
        <div class="field-row" class:field-wrong=wrong>
            {head}
            <div class="field-blank">
                {blank}
                <Beside play=play at=id returned=returned checked=checked/>
            </div>
        </div>
    }
}

/// Enter does not hand a document in; the button does. That holds while an input method composes too: the Enter that chooses
/// characters has done its work before the page hears of it.
fn hold_enter(event: &KeyboardEvent) {
    if event.key() == "Enter" {
        event.prevent_default();
    }
}

/// A line of text.
#[component]
fn LineBlank(
    /// What to do with it.
    hand: Hand,
    /// The field's id.
    id: String,
    /// How many characters it takes.
    most: u16,
) -> impl IntoView {
    view! {
        <input
            type="text" class="blank" id=element_id(&id) name=id.clone() value=hand.text_before() maxlength=most.to_string()
            autocomplete="off" spellcheck="false" aria-describedby=beside_id(&id)
            aria-invalid=move || hand.checked.get().is_some().to_string()
            on:input=move |event| hand.keep(Entry::Text(event_target_value(&event)))
            on:change=move |event| hand.settle(Entry::Text(event_target_value(&event)))
            on:keydown=move |event| hold_enter(&event)
        />
    }
}

/// An amount in yuan; how the core reads it stands beside the blank, not in it.
#[component]
fn AmountBlank(
    /// What to do with it.
    hand: Hand,
    /// The field's id.
    id: String,
) -> impl IntoView {
    let words = Page::here().words;
    let read = RwSignal::new(amount_read(&hand.text_before()));
    let settle = move |text: String| {
        read.set(amount_read(&text));
        hand.settle(Entry::Text(text));
    };
    view! {
        <div class="amount">
            <input
                type="text" inputmode="decimal" class="blank" id=element_id(&id) name=id.clone() value=hand.text_before()
                autocomplete="off" aria-describedby=beside_id(&id)
                aria-invalid=move || hand.checked.get().is_some().to_string()
                on:input=move |event| hand.keep(Entry::Text(event_target_value(&event).trim().to_owned()))
                on:change=move |event| settle(event_target_value(&event).trim().to_owned())
                on:keydown=move |event| hold_enter(&event)
            />
            <span class="unit">{words.t("yuan")}</span>
            <output class="amount-read">{move || read.get()}</output>
        </div>
    }
}

/// The amount as the core reads and prints it; empty where it is none.
fn amount_read(text: &str) -> String {
    text.parse::<Money>().map(|money| format!("¥{money}")).unwrap_or_default()
}

/// A date.
#[component]
fn DayBlank(
    /// What to do with it.
    hand: Hand,
    /// The field's id.
    id: String,
) -> impl IntoView {
    view! {
        <input
            type="date" class="blank" id=element_id(&id) name=id.clone() value=hand.text_before() aria-describedby=beside_id(&id)
            aria-invalid=move || hand.checked.get().is_some().to_string()
            on:input=move |event| hand.keep(Entry::Text(event_target_value(&event)))
            on:change=move |event| hand.settle(Entry::Text(event_target_value(&event)))
        />
    }
}

/// One of many, from a list.
#[component]
fn ListBlank(
    /// What to do with it.
    hand: Hand,
    /// The field's id.
    id: String,
    /// The items.
    items: Vec<ItemSheet>,
) -> impl IntoView {
    let words = Page::here().words;
    let before = hand.text_before();
    let option = |item: ItemSheet| {
        let selected = item.id == before;
        view! { <option value=item.id selected=selected>{item.label}</option> }
    };
    let options = items.into_iter().map(option).collect_view();
    view! {
        <select
            class="blank" id=element_id(&id) name=id.clone() aria-describedby=beside_id(&id)
            on:change=move |event| hand.settle(Entry::Text(event_target_value(&event)))
        >
            <option value="" selected=before.is_empty()>{words.t("pick-one")}</option>
            {options}
        </select>
    }
}

/// Boxes to tick: one, or any.
#[component]
fn BoxesBlank(
    /// What to do with them.
    hand: Hand,
    /// The field's id.
    id: String,
    /// The items.
    items: Vec<ItemSheet>,
    /// Whether more than one may be ticked.
    many: bool,
    /// The id of the label.
    label: String,
) -> impl IntoView {
    let kind = if many { "checkbox" } else { "radio" };
    let name = id.clone();
    let one = move |item: ItemSheet| {
        let (ticked, item_id) = (hand.ticked_before(&item.id), item.id.clone());
        let change = move |event| {
            if many {
                hand.tick(&item_id, event_target_checked(&event));
            } else {
                hand.settle(Entry::Text(item_id.clone()));
            }
        };
        view! {
            <label class="tick">
                <input type=kind name=name.clone() value=item.id checked=ticked on:change=change/>
                <span class="tick-box" aria-hidden="true"></span>
                <span>{item.label}</span>
            </label>
        }
    };
    let role = if many { "group" } else { "radiogroup" };
    view! {
        <div class="ticks" role=role id=element_id(&id) tabindex="-1" aria-labelledby=label aria-describedby=beside_id(&id)>
            {items.into_iter().map(one).collect_view()}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::amount_read;

    #[test]
    fn an_amount_is_read_back_as_printed() {
        assert_eq!(amount_read("1000000.00"), "¥1,000,000.00");
        assert_eq!(amount_read("一百万"), "");
    }
}
