//! The company's books at the end: balances, payments before founding, vouchers with the newest first.

use leptos::prelude::*;

use crate::app::company::{AccountsTable, OutlaysTable, VoucherCard};
use crate::app::page::Page;
use crate::session::{CompanyView, VoucherView};

/// The books.
#[component]
pub(super) fn TheBooks(
    /// The company as it stands.
    company: CompanyView,
) -> impl IntoView {
    let words = Page::here().words;
    let CompanyView { accounts, outlays, vouchers, .. } = company;
    let nothing = accounts.is_empty() && outlays.is_empty() && vouchers.is_empty();
    let bound = vouchers.len().to_string();
    let card = |voucher: VoucherView| view! { <VoucherCard voucher=voucher/> };
    view! {
        <section class="review-books" aria-labelledby="review-books">
            <h2 id="review-books">{words.t("books")}</h2>
            {nothing.then(|| view! { <p class="empty">{words.t("books-none")}</p> })}
            {(!accounts.is_empty()).then(|| view! { <AccountsTable accounts=accounts/> })}
            {(!outlays.is_empty()).then(|| view! { <OutlaysTable outlays=outlays/> })}
            {(!vouchers.is_empty()).then(|| view! {
                <h3>{move || words.say("review-vouchers", &[("count", &bound)])}</h3>
                <div class="review-vouchers">{vouchers.into_iter().map(card).collect_view()}</div>
            })}
        </section>
    }
}
