//! The company's books at the end: the months as bars, the three statements, balances, payments before founding, vouchers with the
//! newest first; and all of it as files.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::activity::Bars;
use crate::app::company::{AccountsTable, OutlaysTable, VoucherCard};
use crate::app::dom;
use crate::app::page::Page;
use crate::app::reader::papers;
use crate::assess::books::{MonthEnd, months, tables};
use crate::firm::Firm;
use crate::firm::export::Table;
use crate::link::PaperFile;
use crate::money::Money;
use crate::scenario::activity::AmountSheet;
use crate::session::{CompanyView, VoucherView};

/// The statements among the tables: after the ledger and the trial balance, which are shown in their own way.
const STATEMENTS: std::ops::Range<usize> = 2..5;

/// The books.
#[component]
pub(super) fn TheBooks(
    /// The company as it is shown.
    company: CompanyView,
    /// The company.
    firm: Firm,
) -> impl IntoView {
    let words = Page::here().words;
    let CompanyView { accounts, outlays, vouchers, .. } = company;
    let nothing = accounts.is_empty() && outlays.is_empty() && vouchers.is_empty();
    let bound = vouchers.len().to_string();
    let card = |voucher: VoucherView| view! { <VoucherCard voucher=voucher/> };
    let booked = !vouchers.is_empty();
    let statements: Vec<Table> = if booked { tables(&firm) } else { Vec::new() };
    let statements = statements.into_iter().enumerate().filter(|(place, _)| STATEMENTS.contains(place));
    let statements = statements.map(|(_, table)| view! { <Statement table=table/> }).collect_view();
    let months = if booked { months(&firm) } else { Vec::new() };
    view! {
        <section class="review-books" aria-labelledby="review-books">
            <h2 id="review-books">{words.t("books")}</h2>
            {nothing.then(|| view! { <p class="empty">{words.t("books-none")}</p> })}
            {(months.len() > 1).then(|| view! { <Months months=months/> })}
            {statements}
            {(!accounts.is_empty()).then(|| view! { <AccountsTable accounts=accounts/> })}
            {(!outlays.is_empty()).then(|| view! { <OutlaysTable outlays=outlays/> })}
            {booked.then(|| view! { <Papers firm=firm/> })}
            {booked.then(|| view! {
                <h3>{move || words.say("review-vouchers", &[("count", &bound)])}</h3>
                <div class="review-vouchers">{vouchers.into_iter().map(card).collect_view()}</div>
            })}
        </section>
    }
}

/// Cash and profit by month.
#[component]
fn Months(
    /// The months.
    months: Vec<MonthEnd>,
) -> impl IntoView {
    let words = Page::here().words;
    let series = |of: fn(&MonthEnd) -> Money| {
        let sheet = |month: &MonthEnd| {
            let amount = of(month);
            (month.month.clone(), AmountSheet { fen: amount.fen(), text: amount.to_string() })
        };
        months.iter().map(sheet).collect::<Vec<_>>()
    };
    view! {
        <div class="plots">
            <Bars title=words.say("books-cash", &[]) values=series(|month| month.cash)/>
            <Bars title=words.say("books-profit", &[]) values=series(|month| month.profit)/>
        </div>
    }
}

/// One of the three statements, folded.
#[component]
fn Statement(
    /// Its rows.
    table: Table,
) -> impl IntoView {
    let head = table.head.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    let rows = table.rows.into_iter().map(|row| {
        let cells = row.iter().map(|cell| {
            let number = matches!(cell, crate::firm::export::Cell::Money(_));
            view! { <td class:number=number>{cell.plain()}</td> }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <details class="statement">
            <summary>{table.name}</summary>
            <div class="table-scroll" tabindex="0">
                <table class="ledger"><thead><tr>{head}</tr></thead><tbody>{rows.collect_view()}</tbody></table>
            </div>
        </details>
    }
}

/// The books as files, made when they are asked for.
#[component]
fn Papers(
    /// The company.
    firm: Firm,
) -> impl IntoView {
    let words = Page::here().words;
    let made = RwSignal::new(None::<Vec<PaperFile>>);
    let lost = RwSignal::new(false);
    let make = move |_| {
        let firm = firm.clone();
        spawn_local(async move {
            let papers = papers(&firm).await;
            // One may have gone on to another page meanwhile.
            let _ = lost.try_set(papers.is_none());
            let _ = made.try_set(papers);
        });
    };
    let file = move |paper: PaperFile| {
        let name = paper.name.clone();
        view! { <li><button type="button" class="button small quiet" on:click=move |_| dom::download_bytes(&paper.name, &paper.bytes)>{name}</button></li> }
    };
    view! {
        <div class="books-files">
            <p>{words.t("books-files")}</p>
            <Show when=move || made.with(Option::is_none)>
                <button type="button" class="button small quiet" on:click=make.clone()>{words.t("books-files-make")}</button>
            </Show>
            <Show when=move || lost.get()><p class="complaint">{words.t("no-reader")}</p></Show>
            <ul class="onward-ways">{move || made.get().map(|made| made.into_iter().map(file).collect_view())}</ul>
        </div>
    }
}
