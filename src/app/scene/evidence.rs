//! The drawer: papers that can be looked at before deciding. Opening one is a decision, and is remembered.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::app::page::Page;
use crate::app::play::Play;
use crate::app::rule::Footnote;
use crate::session::{EvidenceView, PaperView};

/// What lies on the table.
#[component]
pub(super) fn Drawer(
    /// The play-through.
    play: Play,
) -> impl IntoView {
    let words = Page::here().words;
    let papers = Memo::new(move |_| {
        play.view.with(|view| view.step.as_ref().map(|step| step.evidence.clone()).unwrap_or_default())
    });
    let spread = RwSignal::new(BTreeSet::<String>::new());
    view! {
        <Show when=move || papers.with(|papers| !papers.is_empty())>
            <section class="drawer" aria-labelledby="drawer-title">
                <h3 id="drawer-title">{words.t("on-the-table")}</h3>
                <ul>
                    <For each=move || papers.get() key=|paper| (paper.id.clone(), paper.opened.is_some()) let(paper)>
                        <li><PaperCard play=play paper=paper spread=spread/></li>
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// A paper: folded or spread out.
#[component]
fn PaperCard(
    /// The play-through.
    play: Play,
    /// The paper.
    paper: EvidenceView,
    /// Which papers are spread out.
    spread: RwSignal<BTreeSet<String>>,
) -> impl IntoView {
    let words = Page::here().words;
    let (id, opened) = (paper.id.clone(), paper.opened);
    let unread = opened.is_none();
    let body_id = format!("paper-{id}");
    let head_id = format!("paper-head-{id}");
    let is_spread = {
        let id = id.clone();
        Memo::new(move |_| spread.with(|spread| spread.contains(&id)))
    };
    let turn = {
        let (id, head_id) = (id.clone(), head_id.clone());
        move |_| {
            let shown = spread.with_untracked(|spread| spread.contains(&id));
            if unread {
                spread.update(|spread| {
                    spread.insert(id.clone());
                });
                play.open(id.clone());
                crate::app::dom::focus_soon(head_id.clone());
            } else {
                spread.update(|spread| {
                    if shown {
                        spread.remove(&id)
                    } else {
                        spread.insert(id.clone())
                    };
                });
            }
        }
    };
    let body = opened.map(|paper| {
        view! { <div id=body_id.clone() class="paper-body" hidden=move || !is_spread.get()><PaperText paper=paper/></div> }
    });
    view! {
        <div class="paper" class:paper-unread=unread class:paper-spread=move || is_spread.get() && !unread>
            <button
                type="button" class="paper-head" id=head_id aria-controls=(!unread).then_some(body_id)
                aria-expanded=move || (is_spread.get() && !unread).to_string() on:click=turn
            >
                <span class="paper-fold" aria-hidden="true"></span>
                <span class="paper-title">{paper.title}</span>
                <span class="paper-state">{move || match (unread, is_spread.get()) {
                    (true, _) => words.say("paper-unread", &[]),
                    (false, true) => words.say("paper-fold", &[]),
                    (false, false) => words.say("paper-spread", &[]),
                }}</span>
            </button>
            {body}
        </div>
    }
}

/// A paper's text, its table, its rule.
#[component]
pub(crate) fn PaperText(
    /// The paper.
    paper: PaperView,
) -> impl IntoView {
    let paragraphs: Vec<String> =
        paper.text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
    view! {
        {paragraphs.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
        {(!paper.rows.is_empty()).then(|| view! { <PaperTable rows=paper.rows/> })}
        {paper.rule.map(|rule| view! { <Footnote id=rule/> })}
    }
}

/// A table with headings in its first row.
#[component]
fn PaperTable(
    /// The rows.
    rows: Vec<Vec<String>>,
) -> impl IntoView {
    let mut rows = rows.into_iter();
    let head = rows.next().unwrap_or_default();
    let head = head.into_iter().map(|cell| view! { <th scope="col">{cell}</th> }).collect_view();
    let row = |row: Vec<String>| {
        let mut cells = row.into_iter();
        let first = cells.next().map(|cell| view! { <th scope="row">{cell}</th> });
        view! { <tr>{first}{cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}</tr> }
    };
    view! {
        <div class="table-scroll" tabindex="0">
            <table><thead><tr>{head}</tr></thead><tbody>{rows.map(row).collect_view()}</tbody></table>
        </div>
    }
}
