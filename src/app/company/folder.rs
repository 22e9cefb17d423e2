//! The folder: documents the company holds. The licence can be taken out and looked at.

use leptos::prelude::*;

use crate::app::modal::Modal;
use crate::app::page::Page;
use crate::app::scene::Licence;
use crate::session::{CompanyView, DocumentView};

/// The folder.
#[component]
pub(super) fn Folder(
    /// The company.
    company: Memo<CompanyView>,
) -> impl IntoView {
    let words = Page::here().words;
    let documents = Memo::new(move |_| company.with(|company| company.documents.clone()));
    view! {
        <details class="drawer-section">
            <summary>{words.t("folder")}<span class="count">{move || documents.with(Vec::len)}</span></summary>
            <For each=move || documents.get() key=|document| (document.id.clone(), document.lines.clone()) let(document)>
                <DocumentRow document=document/>
            </For>
            <Show when=move || documents.with(Vec::is_empty)><p class="empty">{words.t("folder-none")}</p></Show>
        </details>
    }
}

/// A document.
#[component]
fn DocumentRow(
    /// The document.
    document: DocumentView,
) -> impl IntoView {
    let words = Page::here().words;
    let is_licence = document.id == "business-licence";
    let title = document.title.clone();
    let modal = is_licence.then(|| {
        let open = RwSignal::new(false);
        let (shown, title) = (document.clone(), document.title.clone());
        view! {
            <button type="button" class="plain-button" aria-haspopup="dialog" on:click=move |_| open.set(true)>{words.t("look-at-licence")}</button>
            <Modal open=open id="licence-title" title=Signal::derive(move || words.say(&title, &[]))>
                <Licence document=shown.clone() stamping=false/>
            </Modal>
        }
    });
    let line = move |(key, value): (String, String)| view! { <dt>{move || words.say(&key, &[])}</dt><dd>{value}</dd> };
    view! {
        <details class="document">
            <summary>{move || words.say(&title, &[])}</summary>
            <dl>{document.lines.into_iter().map(line).collect_view()}</dl>
            {modal}
        </details>
    }
}
