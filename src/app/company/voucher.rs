//! A voucher, set as it is bound.

use leptos::prelude::*;

use crate::app::page::Page;
use crate::session::{VoucherLineView, VoucherView};

/// A voucher.
#[component]
pub(crate) fn VoucherCard(
    /// The voucher.
    voucher: VoucherView,
) -> impl IntoView {
    let words = Page::here().words;
    let summary = voucher.summary;
    let row = |(place, line): (usize, VoucherLineView)| {
        let said = if place == 0 { summary.clone() } else { String::new() };
        view! {
            <tr>
                <td>{said}</td>
                <th scope="row">{line.account}</th>
                <td class="number">{line.debit}</td>
                <td class="number">{line.credit}</td>
            </tr>
        }
    };
    let lines = voucher.lines.into_iter().enumerate().map(row).collect_view();
    view! {
        <div class="voucher table-scroll" tabindex="0">
            <table>
                <caption>
                    <span class="voucher-title">{words.t("voucher")}</span>
                    <span class="voucher-number">{voucher.number}</span>
                    <time datetime=voucher.date.clone()>{voucher.date.clone()}</time>
                </caption>
                <thead><tr>
                    <th scope="col">{words.t("summary")}</th>
                    <th scope="col">{words.t("account")}</th>
                    <th scope="col" class="number">{words.t("debit")}</th>
                    <th scope="col" class="number">{words.t("credit")}</th>
                </tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
}
