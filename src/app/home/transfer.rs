//! Bringing a save in from a file: replayed first, kept under a new id. What is damaged offers the part that holds.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::dom;
use crate::app::page::Page;
use crate::app::route::{Route, Which};
use crate::app::scene::{Import, import};

/// Brings a save in.
#[component]
pub(super) fn Transfer() -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let input = NodeRef::<Input>::new();
    let outcome = RwSignal::new(None::<Import>);
    let picked = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let file = input.files().and_then(|files| files.get(0));
        input.set_value("");
        let Some(file) = file else { return };
        spawn_local(async move {
            let text = dom::read_file(&file).await.unwrap_or_default();
            let imported = import(page, &text).await;
            match &imported {
                Import::Whole { scene, id } => {
                    Page::go(&Route::Play { scene: scene.clone(), which: Which::Save(id.clone()) });
                }
                Import::Part { .. } | Import::Nothing { .. } => {
                    outcome.set(Some(imported));
                    dom::focus_soon("imported-save");
                }
            }
        });
    };
    let said = move || {
        outcome.get().map(|outcome| match outcome {
            Import::Whole { .. } => ().into_any(),
            Import::Nothing { key, args } => view! { <p class="complaint">{words.keyed(&key, &args)}</p> }.into_any(),
            Import::Part { key, args, scene, id, count } => {
                let href = Route::Play { scene, which: Which::Save(id) }.hash();
                view! {
                    <p class="complaint">{words.keyed(&key, &args)}</p>
                    <a class="button small" href=href>{words.say("go-on-from", &[("count", &count.to_string())])}</a>
                }
                .into_any()
            }
        })
    };
    view! {
        <section class="tool" aria-labelledby="transfer">
            <h2 id="transfer">{words.t("transfer")}</h2>
            <p>{words.t("transfer-explained")}</p>
            <label class="button quiet file-button">
                <input type="file" accept=".ron,text/plain" node_ref=input on:change=picked/>
                <span>{words.t("import")}</span>
            </label>
            <div id="imported-save" tabindex="-1" aria-live="polite">{said}</div>
        </section>
    }
}
