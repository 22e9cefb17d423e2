//! What a trainee does with their hands: one component an activity, one file a component.

mod arrange;
mod beside;
mod choose;
mod classify;
mod field;
mod form;
mod inspect;
mod order;

use leptos::prelude::*;

use super::play::Play;
use crate::scenario::activity::{FieldSheet, ItemSheet, Sheet};
use crate::session::StepView;
use arrange::ArrangeCard;
use choose::ChooseCard;
use classify::ClassifyCard;
use form::FormCard;
use inspect::InspectCard;

/// The activity of a step.
#[component]
pub(crate) fn ActivityCard(
    /// The play-through.
    play: Play,
    /// The step.
    step: StepView,
) -> impl IntoView {
    let returned = StoredValue::new(step.returned);
    let last = step.last;
    match step.sheet {
        Sheet::Choose { ask, options, reasons } => {
            view! { <ChooseCard play=play ask=ask options=options reasons=reasons last=last returned=returned/> }.into_any()
        }
        Sheet::Form { document, note, fields } => {
            view! { <FormCard play=play document=document note=note fields=fields last=last returned=returned/> }.into_any()
        }
        Sheet::Arrange { ask, items } => {
            view! { <ArrangeCard play=play ask=ask items=items last=last returned=returned/> }.into_any()
        }
        Sheet::Classify { ask, bins, items } => {
            view! { <ClassifyCard play=play ask=ask bins=bins items=items last=last returned=returned/> }.into_any()
        }
        Sheet::Inspect { ask, document, clauses, reasons } => view! {
            <InspectCard play=play ask=ask document=document clauses=clauses reasons=reasons last=last returned=returned/>
        }
        .into_any(),
    }
}

/// Whether a finding about `at` has an element on the sheet to stand beside.
pub(crate) fn stands_on(sheet: &Sheet, at: &str) -> bool {
    let among = |items: &[ItemSheet]| items.iter().any(|item| item.id == at);
    match sheet {
        Sheet::Choose { options, .. } => among(options),
        Sheet::Form { fields, .. } => fields.iter().any(|field: &FieldSheet| field.id == at),
        Sheet::Arrange { items, .. } | Sheet::Classify { items, .. } => among(items),
        Sheet::Inspect { clauses, .. } => among(clauses),
    }
}
