//! A dial: a number between two bounds, typed or slid.

use leptos::prelude::*;

use super::beside::{Beside, Returned, beside_id, element_id};
use super::number::{Notches, read_back};
use crate::app::page::Page;
use crate::app::play::Play;
use crate::scenario::activity::DialSheet;

/// A dial with where it stands.
#[derive(Clone)]
pub(super) struct Dial {
    /// What it is.
    pub(super) sheet: DialSheet,
    /// Where it stands, as typed.
    pub(super) value: RwSignal<String>,
}

impl Dial {
    /// The dials of a sheet, each where it begins.
    pub(super) fn all(sheets: Vec<DialSheet>) -> Vec<Self> {
        sheets.into_iter().map(|sheet| Self { value: RwSignal::new(sheet.now.clone()), sheet }).collect()
    }

    /// Id and value, for an answer.
    pub(super) fn answer(&self) -> (String, String) {
        (self.sheet.id.clone(), self.value.get_untracked().trim().to_owned())
    }
}

/// A dial's row: what it is, the blank, the slider, and how the number reads.
#[component]
pub(super) fn DialRow(
    /// The play-through.
    play: Play,
    /// The dial.
    dial: Dial,
    /// What was found last time.
    returned: Returned,
) -> impl IntoView {
    let words = Page::here().words;
    let Dial { sheet, value } = dial;
    let DialSheet { id, label, help, unit, from, to, .. } = sheet.clone();
    let notches = Notches::of(&sheet);
    let bounds = move || words.say("dial-bounds", &[("from", &read_back(unit, &from)), ("to", &read_back(unit, &to))]);
    let slider = notches.map(|notches| {
        let slid = move |event| {
            let notch = event_target_value(&event).parse().unwrap_or(0);
            value.set(notches.value(notch));
        };
        view! {
            <input type="range" class="slider" min="0" max=notches.count.to_string() step="1" aria-label=label.clone()
                aria-valuetext=move || read_back(unit, &value.get())
                prop:value=move || notches.notch(&value.get()).to_string() on:input=slid/>
        }
    });
    view! {
        <div class="field-row dial-row">
            <div class="field-label">
                <label for=element_id(&id)>{label}</label>
                {help.map(|help| view! { <p class="field-help">{help}</p> })}
            </div>
            <div class="field-blank">
                <div class="dial">
                    <input type="text" inputmode="decimal" class="blank" id=element_id(&id) autocomplete="off" aria-describedby=beside_id(&id)
                        prop:value=move || value.get() on:change=move |event| value.set(event_target_value(&event))
                        on:keydown=move |event| if event.key() == "Enter" { event.prevent_default(); value.set(event_target_value(&event)); }/>
                    {slider}
                    <output class="amount-read">{move || read_back(unit, &value.get())}</output>
                </div>
                <p class="field-help">{bounds}</p>
                <Beside play=play at=id returned=returned/>
            </div>
        </div>
    }
}
