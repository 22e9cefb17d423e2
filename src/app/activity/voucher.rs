//! `Voucher`: a journal entry, on the sheet it is written on in an office.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::account::AccountBlank;
use super::beside::{AnswerRow, element_id, hand_in};
use super::number::total;
use crate::app::dom;
use crate::app::page::Page;
use crate::app::play::Play;
use crate::money::Money;
use crate::scenario::activity::{AccountSheet, Answer, EnteredLine};

/// A line being written.
#[derive(Clone, Copy)]
struct Row {
    key: u32,
    account: RwSignal<String>,
    debit: RwSignal<String>,
    credit: RwSignal<String>,
}

impl Row {
    fn new(key: u32, line: EnteredLine) -> Self {
        let EnteredLine { account, debit, credit } = line;
        Self { key, account: RwSignal::new(account), debit: RwSignal::new(debit), credit: RwSignal::new(credit) }
    }

    fn line(self) -> EnteredLine {
        let text = |signal: RwSignal<String>| signal.get_untracked().trim().to_owned();
        EnteredLine { account: text(self.account), debit: text(self.debit), credit: text(self.credit) }
    }

    fn is_blank(self) -> bool {
        self.line() == EnteredLine::default()
    }
}

/// What is written so far.
#[derive(Clone, Copy)]
struct Sheet {
    play: Play,
    accounts: StoredValue<Vec<AccountSheet>>,
    rows: RwSignal<Vec<Row>>,
    next: StoredValue<u32>,
    most: u16,
}

impl Sheet {
    fn add(self, line: EnteredLine) {
        let key = self.next.get_value();
        self.next.set_value(key.wrapping_add(1));
        self.rows.update(|rows| rows.push(Row::new(key, line)));
    }

    fn remove(self, key: u32) {
        self.rows.update(|rows| rows.retain(|row| row.key != key));
    }

    fn is_full(self) -> bool {
        self.rows.with(Vec::len) >= usize::from(self.most)
    }

    fn sum(self, side: impl Fn(&Row) -> RwSignal<String>) -> Money {
        let texts: Vec<String> = self.rows.with(|rows| rows.iter().map(|row| side(row).get()).collect());
        total(texts.iter().map(String::as_str))
    }

    /// The lines that say anything; what was left blank was only paper.
    fn lines(self) -> Vec<EnteredLine> {
        self.rows.with_untracked(|rows| rows.iter().filter(|row| !row.is_blank()).map(|row| row.line()).collect())
    }
}

/// The sheet.
#[component]
pub(super) fn VoucherCard(
    /// The play-through.
    play: Play,
    /// What happened.
    ask: String,
    /// The day it is booked.
    date: String,
    /// The accounts it may name.
    accounts: Vec<AccountSheet>,
    /// How many characters the summary takes.
    summary_max: u16,
    /// How many lines there is room for.
    lines_max: u16,
    /// The answer at the last attempt.
    last: Option<Answer>,
) -> impl IntoView {
    let words = Page::here().words;
    let (summary, lines) = match last {
        Some(Answer::Voucher { summary, lines }) => (summary, lines),
        _ => (String::new(), vec![EnteredLine::default(), EnteredLine::default()]),
    };
    let summary = RwSignal::new(summary);
    let sheet = Sheet {
        play,
        accounts: StoredValue::new(accounts),
        rows: RwSignal::new(Vec::new()),
        next: StoredValue::new(0),
        most: lines_max,
    };
    for line in lines {
        sheet.add(line);
    }
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        hand_in(play, Answer::Voucher { summary: summary.get_untracked().trim().to_owned(), lines: sheet.lines() });
    };
    let debits = Memo::new(move |_| sheet.sum(|row| row.debit));
    let credits = Memo::new(move |_| sheet.sum(|row| row.credit));
    let balance = move || {
        let (debits, credits) = (debits.get(), credits.get());
        let apart = debits.checked_sub(credits).unwrap_or(Money::ZERO);
        match (debits.is_zero() && credits.is_zero(), apart.is_zero()) {
            (true, _) => String::new(),
            (false, true) => words.say("voucher-balanced", &[]),
            (false, false) => {
                let apart = if apart.is_negative() { apart.checked_neg().unwrap_or(apart) } else { apart };
                words.say("voucher-apart", &[("amount", &apart.to_string())])
            }
        }
    };
    let add = move |_| {
        sheet.add(EnteredLine::default());
        let place = sheet.rows.with_untracked(Vec::len);
        dom::focus_soon(element_id(&place.to_string()));
    };
    view! {
        <form class="activity" on:submit=submit novalidate=true>
            <h3 class="ask">{ask}</h3>
            <div class="paper voucher-paper">
                <header class="voucher-head">
                    <h4>{words.t("voucher-title")}</h4>
                    <p class="voucher-date">{date}</p>
                </header>
                <label class="voucher-summary">
                    <span>{words.t("voucher-summary")}</span>
                    <input type="text" class="blank" id=element_id("summary") maxlength=summary_max.to_string()
                        value=summary.get_untracked() autocomplete="off"
                        on:input=move |event| summary.set(event_target_value(&event))
                        on:keydown=move |event| if event.key() == "Enter" { event.prevent_default(); }/>
                </label>
                <table class="voucher-lines">
                    <thead><tr>
                        <th scope="col">{words.t("voucher-account")}</th>
                        <th scope="col" class="sum">{words.t("voucher-debit")}</th>
                        <th scope="col" class="sum">{words.t("voucher-credit")}</th>
                        <td></td>
                    </tr></thead>
                    <tbody>
                        <For each=move || sheet.rows.get() key=|row| row.key let(row)><LineRow sheet=sheet row=row/></For>
                    </tbody>
                    <tfoot><tr>
                        <th scope="row">{words.t("voucher-total")}</th>
                        <td class="sum">{move || debits.get().to_string()}</td>
                        <td class="sum">{move || credits.get().to_string()}</td>
                        <td></td>
                    </tr></tfoot>
                </table>
                <div class="voucher-foot">
                    <button type="button" class="plain-button" disabled=move || sheet.is_full() on:click=add>{words.t("voucher-add")}</button>
                    <output class="voucher-balance">{balance}</output>
                </div>
            </div>
            <AnswerRow play=play key="answer-voucher"/>
        </form>
    }
}

/// A line of the sheet.
#[component]
fn LineRow(
    /// What is written so far.
    sheet: Sheet,
    /// The line.
    row: Row,
) -> impl IntoView {
    let words = Page::here().words;
    let place = Memo::new(move |_| {
        let found = sheet.rows.with(|rows| rows.iter().position(|other| other.key == row.key));
        found.unwrap_or(0).saturating_add(1).to_string()
    });
    let wrong = move || sheet.play.complaint.get().is_some_and(|refused| refused.at == Some(place.get()));
    let named = move |key: &'static str| move || words.say(key, &[("line", &place.get())]);
    let amount = move |signal: RwSignal<String>, side: &'static str, key: &'static str| {
        view! {
            <td class="sum">
                <input type="text" inputmode="decimal" class="blank" aria-label=named(key) placeholder=words.t(side) value=signal.get_untracked()
                    autocomplete="off" on:input=move |event| signal.set(event_target_value(&event))
                    on:keydown=move |event| if event.key() == "Enter" { event.prevent_default(); }/>
            </td>
        }
    };
    view! {
        <tr class:field-wrong=wrong>
            <td>
                <AccountBlank accounts=sheet.accounts taken=row.account
                    id=Signal::derive(move || element_id(&place.get())) label=Signal::derive(named("voucher-account-of"))/>
            </td>
            {amount(row.debit, "voucher-debit", "voucher-debit-of")}
            {amount(row.credit, "voucher-credit", "voucher-credit-of")}
            <td>
                <button type="button" class="icon-button" aria-label=named("voucher-remove") on:click=move |_| sheet.remove(row.key)>"×"</button>
            </td>
        </tr>
    }
}
