//! Opening a scene from a file: picked or dropped. A sound one can be played at once; a faulty one shows where, and what to do.

use leptos::ev::DragEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::app::dom;
use crate::app::page::Page;
use crate::app::route::{Route, Which};
use crate::scenario::problem::{Diagnostic, Severity};

/// What has come of a file.
#[derive(Clone, PartialEq)]
enum Outcome {
    /// Nothing was opened yet.
    None,
    /// It is no text, or too big.
    Unreadable(String),
    /// It has faults; its name and they.
    Faulty(String, Vec<Diagnostic>),
    /// It can be played; its title, its id and warnings.
    Sound(String, String, Vec<Diagnostic>),
}

/// Picks or takes a file.
#[component]
pub(super) fn OpenFile() -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let outcome = RwSignal::new(Outcome::None);
    let over = RwSignal::new(false);
    let input = NodeRef::<Input>::new();
    let take = move |file: File| {
        spawn_local(async move {
            let name = file.name();
            let read = dom::read_file(&file).await;
            outcome.set(read.map_or_else(|| Outcome::Unreadable(name.clone()), |text| admit(page, &name, &text)));
            dom::focus_soon("opened-scene");
        });
    };
    let picked = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            take(file);
        }
        // The same file can be picked again once it has been mended.
        input.set_value("");
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = event.data_transfer().and_then(|transfer| transfer.files()).and_then(|files| files.get(0)) {
            take(file);
        }
    };
    view! {
        <section class="tool" aria-labelledby="open-file" class:over=move || over.get()
            on:dragover=move |event: DragEvent| { event.prevent_default(); over.set(true); }
            on:dragleave=move |_| over.set(false) on:drop=dropped
        >
            <h2 id="open-file">{words.t("open-file")}</h2>
            <p>{words.t("open-file-explained")}</p>
            <label class="button quiet file-button">
                <input type="file" accept=".ron,text/plain" node_ref=input on:change=picked/>
                <span>{words.t("pick-file")}</span>
            </label>
            <div id="opened-scene" tabindex="-1" aria-live="polite">{move || show(outcome.get(), words)}</div>
        </section>
    }
}

fn admit(page: Page, name: &str, text: &str) -> Outcome {
    let policy = page.policy.get_value();
    let admitted = page.library.try_update(|library| library.admit(text, true, &policy));
    match admitted {
        Some(Ok((id, warnings))) => {
            let title =
                page.library.with_untracked(|library| library.get(&id).map(|scene| scene.scenario.title.clone()));
            Outcome::Sound(title.unwrap_or_default(), id, warnings)
        }
        Some(Err(diagnostics)) => Outcome::Faulty(name.to_owned(), diagnostics),
        None => Outcome::Unreadable(name.to_owned()),
    }
}

fn show(outcome: Outcome, words: crate::app::words::Words) -> AnyView {
    match outcome {
        Outcome::None => ().into_any(),
        Outcome::Unreadable(name) => {
            view! { <p class="complaint">{words.say("file-unreadable", &[("name", &name)])}</p> }.into_any()
        }
        Outcome::Faulty(name, diagnostics) => {
            let count = diagnostics.len().to_string();
            view! {
                <p class="complaint">{words.say("file-faulty", &[("name", &name), ("count", &count)])}</p>
                <ol class="diagnostics">{diagnostics.into_iter().map(|one| view! { <li><DiagnosticNote diagnostic=one/></li> }).collect_view()}</ol>
            }
            .into_any()
        }
        Outcome::Sound(title, id, warnings) => {
            let count = warnings.len().to_string();
            let href = Route::Play { scene: id, which: Which::New(None) }.hash();
            let notes = (!warnings.is_empty()).then(|| {
                view! {
                    <details>
                        <summary>{words.say("file-warnings", &[("count", &count)])}</summary>
                        <ol class="diagnostics">{warnings.into_iter().map(|one| view! { <li><DiagnosticNote diagnostic=one/></li> }).collect_view()}</ol>
                    </details>
                }
            });
            view! {
                <p class="file-sound"><span aria-hidden="true">"✓ "</span>{words.say("file-sound", &[("title", &title)])}</p>
                <a class="button small" href=href>{words.say("start-scene", &[])}</a>
                {notes}
            }
            .into_any()
        }
    }
}

/// A fault: its code, its place, its line, and what it means.
#[component]
fn DiagnosticNote(
    /// The fault.
    diagnostic: Diagnostic,
) -> impl IntoView {
    let words = Page::here().words;
    let key = diagnostic.code.key();
    let (line, column) = (diagnostic.place.line.to_string(), diagnostic.place.column.to_string());
    let caret = caret_line(&diagnostic.excerpt, diagnostic.place.column);
    let severity = match diagnostic.severity() {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
    };
    let (args, code, excerpt) = (diagnostic.args.clone(), diagnostic.code.id(), diagnostic.excerpt);
    view! {
        <div class="diagnostic">
            <p class="diagnostic-head">
                <strong>{words.t(severity)}" "{code}</strong>
                <span>{move || words.say("line-column", &[("line", &line), ("column", &column)])}</span>
            </p>
            <pre class="excerpt" tabindex="0"><code>{excerpt}</code>"\n"<span aria-hidden="true">{caret}</span></pre>
            <p>{move || words.keyed(&key, &args)}</p>
        </div>
    }
}

/// Blanks up to a column and a caret; a wide character before it counts two blanks.
fn caret_line(excerpt: &str, column: u32) -> String {
    let before = usize::try_from(column.saturating_sub(1)).unwrap_or(0);
    let blanks = excerpt.chars().take(before).map(|letter| if letter.is_ascii() { " " } else { "\u{3000}" });
    format!("{}▲", blanks.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::caret_line;

    #[test]
    fn the_caret_stands_under_its_column() {
        assert_eq!(caret_line("id: x", 5), "    ▲");
        assert_eq!(caret_line("标题:", 3), "\u{3000}\u{3000}▲");
        assert_eq!(caret_line("", 1), "▲");
    }
}
