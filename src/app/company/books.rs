//! The books: what was paid before founding, accounts, vouchers.

use leptos::prelude::*;

use super::voucher::VoucherCard;
use crate::app::page::Page;
use crate::session::{AccountView, CompanyView, OutlayView};

/// The ledger.
#[component]
pub(super) fn Books(
    /// The company.
    company: Memo<CompanyView>,
) -> impl IntoView {
    let words = Page::here().words;
    let books = Memo::new(move |_| {
        company.with(|company| (company.outlays.clone(), company.accounts.clone(), company.vouchers.clone()))
    });
    let count = move || books.with(|(outlays, _, vouchers)| outlays.len().saturating_add(vouchers.len()));
    view! {
        <details class="drawer-section">
            <summary>{words.t("books")}<span class="count">{count}</span></summary>
            {move || {
                let (outlays, accounts, vouchers) = books.get();
                let nothing = outlays.is_empty() && accounts.is_empty() && vouchers.is_empty();
                view! {
                    {nothing.then(|| view! { <p class="empty">{words.t("books-none")}</p> })}
                    {(!outlays.is_empty()).then(|| view! { <OutlaysTable outlays=outlays/> })}
                    {(!accounts.is_empty()).then(|| view! { <AccountsTable accounts=accounts/> })}
                    {vouchers.into_iter().map(|voucher| view! { <VoucherCard voucher=voucher/> }).collect_view()}
                }
            }}
        </details>
    }
}

/// What the founders paid before founding.
#[component]
pub(crate) fn OutlaysTable(
    /// The payments.
    outlays: Vec<OutlayView>,
) -> impl IntoView {
    let words = Page::here().words;
    let row = |outlay: OutlayView| {
        view! { <tr><td>{outlay.date}</td><th scope="row">{outlay.purpose}</th><td class="number">{outlay.amount}</td></tr> }
    };
    view! {
        <div class="table-scroll" tabindex="0">
            <table class="ledger">
                <caption>{words.t("outlays")}</caption>
                <thead><tr>
                    <th scope="col">{words.t("day")}</th>
                    <th scope="col">{words.t("purpose")}</th>
                    <th scope="col" class="number">{words.t("amount")}</th>
                </tr></thead>
                <tbody>{outlays.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// Accounts with a balance.
#[component]
pub(crate) fn AccountsTable(
    /// The accounts.
    accounts: Vec<AccountView>,
) -> impl IntoView {
    let words = Page::here().words;
    let row = |account: AccountView| {
        view! {
            <tr>
                <th scope="row"><span class="account-code">{account.code}</span>" "{account.name}</th>
                <td class="number">{account.debit}</td>
                <td class="number">{account.credit}</td>
            </tr>
        }
    };
    view! {
        <div class="table-scroll" tabindex="0">
            <table class="ledger">
                <caption>{words.t("accounts")}</caption>
                <thead><tr>
                    <th scope="col">{words.t("account")}</th>
                    <th scope="col" class="number">{words.t("debit")}</th>
                    <th scope="col" class="number">{words.t("credit")}</th>
                </tr></thead>
                <tbody>{accounts.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
