//! A step: where one is, who speaks, what lies on the table, what is to be done.

use leptos::prelude::*;

use super::evidence::Drawer;
use super::finding::Findings;
use super::hint::Hint;
use super::speech::Speech;
use crate::app::activity::ActivityCard;
use crate::app::page::Page;
use crate::app::play::Play;
use crate::session::StepView;

/// The step to do. It is built anew with each step and each attempt, not when a paper is opened.
#[component]
pub(super) fn StepCard(
    /// The play-through.
    play: Play,
) -> impl IntoView {
    let which = Memo::new(move |_| {
        let step = play.view.with(|view| view.step.as_ref().map(|step| (step.id.clone(), step.attempt)));
        (step, play.turn.get())
    });
    move || {
        // Read, not only tracked: a memo nobody reads never hears of its sources.
        let step = which.with(|_| play.view.with_untracked(|view| view.step.clone()));
        step.map(|step| view! { <StepBody play=play step=step/> })
    }
}

#[component]
fn StepBody(
    /// The play-through.
    play: Play,
    /// The step.
    step: StepView,
) -> impl IntoView {
    let words = Page::here().words;
    let venue = step.venue.clone();
    let attempt = (step.attempt > 1).then(|| {
        let (attempt, tries) = (step.attempt.to_string(), step.tries.map(|tries| tries.to_string()));
        let said = move || match &tries {
            Some(tries) => words.say("attempt-of", &[("attempt", &attempt), ("tries", tries)]),
            None => words.say("attempt", &[("attempt", &attempt)]),
        };
        view! { <p class="attempt">{said}</p> }
    });
    // Findings about the whole, or about an element that is not on this sheet.
    let general: Vec<_> = step
        .returned
        .iter()
        .filter(|found| !super::super::activity::stands_on(&step.sheet, &found.at))
        .cloned()
        .collect();
    view! {
        <article class="step">
            <header class="step-head">
                <p class="eyebrow">
                    <span class="place-pin" aria-hidden="true"></span>
                    {move || words.venue(&venue)}
                </p>
                <h2 id="step-title" tabindex="-1">{step.title.clone()}</h2>
                {attempt}
            </header>
            <Speech said=step.said.clone()/>
            <Drawer play=play/>
            {(!general.is_empty()).then(|| view! { <Findings findings=general/> })}
            <ActivityCard play=play step=step/>
            <Hint play=play/>
        </article>
    }
}
