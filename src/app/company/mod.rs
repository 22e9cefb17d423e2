//! The company beside the scene: the day, the money, duties, the folder, the books, papers read. On a narrow screen it is
//! a sheet that rises from the bottom.

mod books;
mod calendar;
mod duties;
mod folder;
mod voucher;

use leptos::prelude::*;

pub(crate) use books::{AccountsTable, OutlaysTable};
pub(crate) use voucher::VoucherCard;

use super::page::Page;
use super::play::Play;
use super::scene::PaperText;
use crate::session::CompanyView;
use books::Books;
use calendar::CalendarLeaf;
use duties::Duties;
use folder::Folder;

/// The company.
#[component]
pub(crate) fn CompanyPanel(
    /// The play-through.
    play: Play,
) -> impl IntoView {
    let words = Page::here().words;
    let company = Memo::new(move |_| play.view.with(|view| view.company.clone()));
    let raised = RwSignal::new(false);
    let keys = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && raised.get_untracked() {
            raised.set(false);
            super::dom::focus_soon("company-bar");
        }
    };
    view! {
        <aside class="company" class:raised=move || raised.get() aria-label=words.t("company") on:keydown=keys>
            <button type="button" class="company-bar" id="company-bar" aria-expanded=move || raised.get().to_string()
                aria-controls="company-body" on:click=move |_| raised.update(|raised| *raised = !*raised)>
                <span>{move || company.with(|company| company.date.clone())}</span>
                <span>{move || company.with(|company| format!("¥{}", company.funds))}</span>
                <span>{move || {
                    let open = company.with(|company| duties::open_count(&company.duties));
                    words.say("duties-open", &[("count", &open.to_string())])
                }}</span>
                <span class="company-chevron" aria-hidden="true"></span>
            </button>
            <div class="company-body" id="company-body">
                <Head company=company/>
                <Duties company=company/>
                <Folder company=company/>
                <Books company=company/>
                <Read play=play/>
            </div>
        </aside>
    }
}

/// The day, the name, the money.
#[component]
fn Head(
    /// The company.
    company: Memo<CompanyView>,
) -> impl IntoView {
    let words = Page::here().words;
    let name = move || company.with(|company| company.name.clone());
    let facts = move || {
        let facts = company.with(|company| company.facts.clone());
        facts.into_iter().map(|(key, value)| view! { <dt>{words.say(&key, &[])}</dt><dd>{value}</dd> }).collect_view()
    };
    view! {
        <section class="company-head">
            <CalendarLeaf company=company/>
            <div class="company-identity">
                <h2>{move || name().unwrap_or_else(|| words.say("no-name-yet", &[]))}</h2>
                <p class="company-state">{move || {
                    if company.with(|company| company.founded) { words.say("founded", &[]) } else { words.say("not-founded", &[]) }
                }}</p>
            </div>
            <dl class="money">
                <dt>{words.t("funds")}</dt>
                <dd class="funds">{move || company.with(|company| format!("¥{}", company.funds))}</dd>
                <dt>{words.t("founders-fund")}</dt>
                <dd>{move || company.with(|company| format!("¥{}", company.founders_fund))}</dd>
                <dt>{words.t("bank")}</dt>
                <dd>{move || company.with(|company| format!("¥{}", company.bank))}</dd>
            </dl>
            <dl class="facts">{facts}</dl>
        </section>
    }
}

/// Papers read so far.
#[component]
fn Read(
    /// The play-through.
    play: Play,
) -> impl IntoView {
    let words = Page::here().words;
    let count = move || play.papers.with(Vec::len).to_string();
    let paper = |paper: super::papers::Paper| {
        let text = paper.evidence.opened;
        view! {
            <details class="read-paper">
                <summary>{paper.evidence.title}<span class="from-step">{paper.step}</span></summary>
                {text.map(|text| view! { <PaperText paper=text/> })}
            </details>
        }
    };
    view! {
        <details class="drawer-section">
            <summary>{words.t("papers-read")}<span class="count">{count}</span></summary>
            <For each=move || play.papers.get() key=|paper| paper.evidence.id.clone() children=paper/>
            <Show when=move || play.papers.with(Vec::is_empty)><p class="empty">{words.t("papers-none")}</p></Show>
        </details>
    }
}
