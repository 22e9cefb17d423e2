//! A dialog in the browser's own way: it takes the focus, gives it back, and closes on Escape.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::words::words;

/// A dialog with a heading and a button to close it.
#[component]
pub(crate) fn Modal(
    /// Whether it is open; closing it, in whatever way, sets this to false.
    open: RwSignal<bool>,
    /// The heading's id, unique in the page.
    id: &'static str,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What stands in it.
    children: ChildrenFn,
) -> impl IntoView {
    let words = words();
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(element) = dialog.get() else { return };
        if open.get() && !element.open() {
            // A dialog that cannot be shown as one (it left the page) has nobody to show itself to.
            let _ = element.show_modal();
        } else if !open.get() && element.open() {
            element.close();
        }
    });
    let on_backdrop = move |event: web_sys::MouseEvent| {
        let on_itself = dialog.get_untracked().is_some_and(|element| event.target() == Some((*element).clone().into()));
        if on_itself {
            open.set(false);
        }
    };
    view! {
        <dialog class="modal" node_ref=dialog aria-labelledby=id on:close=move |_| open.set(false) on:click=on_backdrop>
            <div class="modal-sheet">
                <header class="modal-head">
                    <h2 id=id>{move || title.get()}</h2>
                    <button type="button" class="icon-button" aria-label=words.t("close") on:click=move |_| open.set(false)>
                        "✕"
                    </button>
                </header>
                <div class="modal-body">{move || open.get().then(|| children())}</div>
            </div>
        </dialog>
    }
}
