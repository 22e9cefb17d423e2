//! What a trainee does with their hands: one component an activity, one file a component.

mod account;
mod allocate;
mod arrange;
mod beside;
mod choose;
mod classify;
mod dial;
mod field;
mod form;
mod hire;
mod inspect;
mod negotiate;
mod number;
mod operate;
mod order;
mod pitch;
mod plot;
mod voucher;
mod worksheet;

use leptos::prelude::*;

pub(crate) use plot::Bars;

use super::play::Play;
use crate::scenario::activity::{CellSheet, FieldSheet, ItemSheet, Sheet};
use crate::session::StepView;
use allocate::AllocateCard;
use arrange::ArrangeCard;
use choose::ChooseCard;
use classify::ClassifyCard;
use form::FormCard;
use hire::HireCard;
use inspect::InspectCard;
use negotiate::NegotiateCard;
use operate::OperateCard;
use pitch::PitchCard;
use voucher::VoucherCard;
use worksheet::WorksheetCard;

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
        Sheet::Voucher { ask, date, accounts, summary_max, lines_max } => view! {
            <VoucherCard play=play ask=ask date=date accounts=accounts summary_max=summary_max lines_max=lines_max last=last/>
        }
        .into_any(),
        Sheet::Worksheet { ask, document, columns, rows } => view! {
            <WorksheetCard play=play ask=ask document=document columns=columns rows=rows last=last returned=returned/>
        }
        .into_any(),
        Sheet::Hire { ask, post, candidates, terms, may_decline } => view! {
            <HireCard play=play ask=ask post=post candidates=candidates terms=terms may_decline=may_decline last=last returned=returned/>
        }
        .into_any(),
        Sheet::Negotiate { ask, with, issues, table, said, rounds, left } => view! {
            <NegotiateCard play=play ask=ask with=with issues=issues table=table said=said rounds=rounds left=left returned=returned/>
        }
        .into_any(),
        Sheet::Allocate { ask, budget, whole, lines, .. } => view! {
            <AllocateCard play=play ask=ask budget=budget.parse().unwrap_or_default() whole=whole lines=lines last=last returned=returned/>
        }
        .into_any(),
        Sheet::Operate { ask, market, month, left, levers, bank, stock, ran } => view! {
            <OperateCard play=play ask=ask market=market month=month left=left levers=levers bank=bank stock=stock ran=ran returned=returned/>
        }
        .into_any(),
        Sheet::Pitch { ask, seconds, cards, told, questions } => view! {
            <PitchCard play=play ask=ask seconds=seconds cards=cards told=told questions=questions returned=returned/>
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
        // A voucher's right lines have no place on the sheet as it was written: what is said of them stands above it.
        Sheet::Voucher { .. } => false,
        Sheet::Worksheet { rows, .. } => rows.iter().flat_map(|row| &row.cells).any(|cell| match cell {
            CellSheet::Ask { id, .. } => id == at,
            CellSheet::Blank | CellSheet::Given(_) => false,
        }),
        Sheet::Hire { candidates, terms, .. } => {
            candidates.iter().any(|candidate| candidate.id == at) || terms.iter().any(|term| term.id == at)
        }
        Sheet::Negotiate { issues, .. } => issues.iter().any(|issue| issue.id == at),
        Sheet::Allocate { lines, .. } => lines.iter().any(|line| line.id == at),
        Sheet::Operate { levers, .. } => levers.iter().any(|lever| lever.id == at),
        Sheet::Pitch { cards, questions, .. } => {
            cards.iter().any(|card| card.id == at) && questions.is_empty()
                || questions.iter().any(|question| question.id == at)
        }
    }
}
