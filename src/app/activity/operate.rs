//! `Operate`: a business run month by month: levers, and what the months before made of them.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::beside::{AnswerRow, Returned, hand_in};
use super::dial::{Dial, DialRow};
use super::plot::Bars;
use crate::app::page::Page;
use crate::app::play::Play;
use crate::scenario::activity::{AmountSheet, Answer, DialSheet, MonthSheet};

/// The desk of the business.
#[component]
pub(super) fn OperateCard(
    /// The play-through.
    play: Play,
    /// The question.
    ask: String,
    /// The market's name.
    market: String,
    /// The month that runs next.
    month: String,
    /// Months left, this one among them.
    left: u8,
    /// What can be decided.
    levers: Vec<DialSheet>,
    /// Money at the bank.
    bank: AmountSheet,
    /// Units in stock.
    stock: i64,
    /// The months that have run.
    ran: Vec<MonthSheet>,
    /// What was found last time.
    returned: Returned,
) -> impl IntoView {
    let words = Page::here().words;
    let dials = Dial::all(levers);
    let held = StoredValue::new(dials.clone());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        hand_in(play, Answer::Operate { plan: held.with_value(|dials| dials.iter().map(Dial::answer).collect()) });
    };
    view! {
        <form class="activity operate" on:submit=submit novalidate=true>
            <h3 class="ask">{ask}</h3>
            <dl class="desk">
                <div><dt>{words.t("operate-market")}</dt><dd>{market}</dd></div>
                <div><dt>{words.t("operate-bank")}</dt><dd>"¥"{bank.text}</dd></div>
                <div><dt>{words.t("operate-stock")}</dt><dd>{stock}</dd></div>
                <div><dt>{words.t("operate-left")}</dt><dd>{left}</dd></div>
            </dl>
            {(!ran.is_empty()).then(|| view! { <Months ran=ran/> })}
            <section class="form-paper">
                <header class="form-head"><h3>{move || words.say("operate-month", &[("month", &month)])}</h3></header>
                <div class="form-rows">
                    {dials.into_iter().map(|dial| view! { <DialRow play=play dial=dial returned=returned/> }).collect_view()}
                </div>
            </section>
            <AnswerRow play=play key="answer-operate"/>
        </form>
    }
}

/// The months that have run: plots, and every figure in a table.
#[component]
fn Months(
    /// They.
    ran: Vec<MonthSheet>,
) -> impl IntoView {
    let words = Page::here().words;
    let series = |figure: fn(&MonthSheet) -> &AmountSheet| -> Vec<(String, AmountSheet)> {
        ran.iter().map(|month| (month.month.clone(), figure(month).clone())).collect()
    };
    let (sales, profit, bank) =
        (series(|month| &month.sales), series(|month| &month.profit), series(|month| &month.bank));
    let row = |month: MonthSheet| {
        view! {
            <tr>
                <th scope="row">{month.month}</th>
                <td>{month.customers}</td><td>{month.sold}</td><td>{month.lost_to_capacity}</td><td>{month.lost_to_stock}</td>
                <td>{month.bought}</td><td>{month.stock}</td>
                <td>{month.sales.text}</td><td>{month.profit.text}</td><td>{month.bank.text}</td>
            </tr>
        }
    };
    let headings = [
        "operate-col-month",
        "operate-col-customers",
        "operate-col-sold",
        "operate-col-no-hands",
        "operate-col-no-stock",
        "operate-col-bought",
        "operate-col-stock",
        "operate-sales",
        "operate-profit",
        "operate-bank",
    ];
    view! {
        <section class="months">
            <div class="plots">
                <Bars title=words.say("operate-sales", &[]) values=sales/>
                <Bars title=words.say("operate-profit", &[]) values=profit/>
                <Bars title=words.say("operate-bank", &[]) values=bank/>
            </div>
            <details>
                <summary>{words.t("operate-table")}</summary>
                <div class="table-scroll" tabindex="0" role="region" aria-label=words.t("operate-table")>
                    <table class="worksheet">
                        <thead><tr>{headings.into_iter().map(|key| view! { <th scope="col">{words.t(key)}</th> }).collect_view()}</tr></thead>
                        <tbody>{ran.into_iter().rev().map(row).collect_view()}</tbody>
                    </table>
                </div>
            </details>
        </section>
    }
}
