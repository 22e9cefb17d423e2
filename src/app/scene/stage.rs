//! The stage: the step to do, or what the last answer brought about, or the end.

use leptos::prelude::*;

use super::brought::Brought;
use super::speech::Speech;
use super::step::StepCard;
use crate::app::page::Page;
use crate::app::play::Play;
use crate::app::route::{Route, Which};
use crate::session::EndingView;

/// What is in front of one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scenery {
    /// What the last answer brought about.
    Reading,
    /// The step to do.
    Step,
    /// The end.
    End,
}

/// The stage.
#[component]
pub(super) fn Stage(
    /// The play-through.
    play: Play,
) -> impl IntoView {
    let scenery = Memo::new(move |_| {
        let ended = play.view.with(|view| view.step.is_none());
        match (play.reading.get(), ended) {
            (true, _) => Scenery::Reading,
            (false, true) => Scenery::End,
            (false, false) => Scenery::Step,
        }
    });
    view! {
        <section class="stage">
            {move || match scenery.get() {
                Scenery::Reading => view! { <Brought play=play/> }.into_any(),
                Scenery::Step => view! { <StepCard play=play/> }.into_any(),
                Scenery::End => {
                    let ending = play.view.with_untracked(|view| view.ending.clone());
                    view! { <End play=play ending=ending/> }.into_any()
                }
            }}
        </section>
    }
}

/// The end of the scene, and the way to the debrief.
#[component]
fn End(
    /// The play-through.
    play: Play,
    /// How it ended.
    ending: Option<EndingView>,
) -> impl IntoView {
    let words = Page::here().words;
    let debrief = Route::Debrief { save: play.id() }.hash();
    let again =
        Route::Play { scene: play.view.with_untracked(|view| view.scene.id.clone()), which: Which::New(None) }.hash();
    let said = ending.as_ref().map(|ending| {
        let narrator = |text: &str| crate::session::SaidView {
            who: "narrator".to_owned(),
            name: String::new(),
            role: String::new(),
            text: text.to_owned(),
        };
        ending.text.lines().filter(|line| !line.trim().is_empty()).map(narrator).collect::<Vec<_>>()
    });
    view! {
        <article class="sheet ending">
            <p class="eyebrow">{words.t("the-end")}</p>
            <h2 id="step-title" tabindex="-1">{ending.map(|ending| ending.title).unwrap_or_default()}</h2>
            <Speech said=said.unwrap_or_default()/>
            <div class="actions">
                <a class="button" href=debrief>{words.t("to-debrief")}</a>
                <a class="button quiet" href=again>{words.t("play-again")}</a>
            </div>
        </article>
    }
}
