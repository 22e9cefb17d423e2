//! Questions for reflection: from the misconceptions met, three at most. What is written stays on the paper it is printed on.

use leptos::prelude::*;

use crate::app::page::Page;
use crate::assess::Prompt;

/// Questions for reflection.
#[component]
pub(super) fn Prompts(
    /// The questions.
    prompts: Vec<Prompt>,
) -> impl IntoView {
    let words = Page::here().words;
    let none = prompts.is_empty();
    let item = move |(place, prompt): (usize, Prompt)| {
        let note_id = format!("reflection-{place}");
        view! {
            <li class="prompt">
                <p class="prompt-belief"><span class="prompt-label">{words.t("review-belief")}</span>{prompt.belief}</p>
                <p class="prompt-ask"><label for=note_id.clone()>{prompt.ask}</label></p>
                <textarea id=note_id rows="3" placeholder=words.t("review-answer-here")></textarea>
            </li>
        }
    };
    (!none).then(|| {
        view! {
            <section class="prompts" aria-labelledby="prompts">
                <h2 id="prompts">{words.t("review-prompts")}</h2>
                <p class="prompts-how">{words.t("review-prompts-how")}</p>
                <ol>{(1..).zip(prompts).map(item).collect_view()}</ol>
            </section>
        }
    })
}
