//! The debrief: what was decided, what came of it, and how to try again from any decision.
//!
//! Everything shown is `assess::debrief` of the play-through kept; nothing here judges.

mod aftermath;
mod books;
mod certificate;
mod compare;
mod day;
mod onward;
mod passage;
mod prompts;
mod result;
mod retry;
mod tools;
mod walk;

use std::sync::Arc;

use leptos::prelude::*;

use super::keep::{BrowserShelf, load};
use super::library::Scene;
use super::page::Page;
use super::route::{Route, Which};
use super::scene::kept_session;
use crate::assess;
use crate::assess::Debrief;
use crate::session::Session;
use aftermath::Aftermath;
use books::TheBooks;
use certificate::HandIn;
use compare::Compare;
use onward::Onward;
use prompts::Prompts;
use result::Result;
use tools::Tools;
use walk::Walk;

/// A play-through looked back at.
#[derive(Clone)]
pub(super) struct Looked {
    /// The id it is kept under.
    pub(super) save: String,
    /// The play-through.
    pub(super) session: Session,
    /// The scene, with its text.
    pub(super) scene: Scene,
    /// Seconds that each decision took.
    pub(super) seconds: Vec<u32>,
    /// What is to be said of it.
    pub(super) debrief: Arc<Debrief>,
}

/// What has come of looking.
#[derive(Clone)]
enum Look {
    /// The scenes are not here yet.
    Waiting,
    /// Nothing is kept under this id, or it cannot be read.
    Gone,
    /// Here it is.
    Back(Box<Looked>),
}

/// The debrief of a play-through kept under an id.
#[component]
pub(crate) fn DebriefScreen(
    /// The save's id.
    save: String,
) -> impl IntoView {
    let page = Page::here();
    let look = RwSignal::new(Look::Waiting);
    let here = {
        let save = save.clone();
        page.once_here(move || page.scenes_of(&save))
    };
    Effect::new(move |_| {
        if here.get() && look.with_untracked(|look| matches!(look, Look::Waiting)) {
            look.set(look_back(page, &save));
        }
    });
    move || match look.get() {
        Look::Waiting => view! { <Heading key="review-waiting" busy=true/> }.into_any(),
        Look::Gone => view! { <Heading key="review-gone" busy=false/> }.into_any(),
        Look::Back(looked) => view! { <Told looked=*looked/> }.into_any(),
    }
}

fn look_back(page: Page, save: &str) -> Look {
    let Some((session, scene)) = kept_session(page, save) else { return Look::Gone };
    let debrief = Arc::new(assess::debrief(&session));
    let mut seconds = load(&BrowserShelf, save).ok().flatten().map(|record| record.seconds).unwrap_or_default();
    seconds.resize(session.decisions().len(), 0);
    Look::Back(Box::new(Looked { save: save.to_owned(), session, scene, seconds, debrief }))
}

/// A page of one sentence: while waiting, and where there is nothing to look back at.
#[component]
fn Heading(
    /// The sentence's key.
    key: &'static str,
    /// Whether something is still on its way.
    busy: bool,
) -> impl IntoView {
    let words = Page::here().words;
    view! {
        <div class="page narrow" aria-busy=busy.to_string()>
            <h1 id="page-title" tabindex="-1">{words.t(key)}</h1>
            {(!busy).then(|| view! { <p><a class="button" href=Route::Home.hash()>{words.t("back-home")}</a></p> })}
        </div>
    }
}

/// The debrief told.
#[component]
fn Told(
    /// The play-through.
    looked: Looked,
) -> impl IntoView {
    let words = Page::here().words;
    let going_on =
        Route::Play { scene: looked.debrief.scene.id.clone(), which: Which::Save(looked.save.clone()) }.hash();
    let unfinished = looked.debrief.ending.is_none();
    view! {
        <div class="page review">
            <header class="review-head">
                <p class="eyebrow">{words.t("review")}</p>
                <h1 id="page-title" tabindex="-1">{looked.debrief.scene.title.clone()}</h1>
                {unfinished.then(|| view! {
                    <p class="review-unfinished">
                        {words.t("review-unfinished")}
                        <a class="button small" href=going_on>{words.t("continue")}</a>
                    </p>
                })}
            </header>
            <Result debrief=looked.debrief.clone()/>
            <Onward looked=looked.clone()/>
            <Aftermath timeline=looked.debrief.timeline.clone()/>
            <Walk looked=looked.clone()/>
            <Prompts prompts=looked.debrief.prompts.clone()/>
            <Compare looked=looked.clone()/>
            <TheBooks company=looked.session.view().company firm=looked.session.state().firm.clone()/>
            <HandIn looked=looked.clone()/>
            <Tools looked=looked/>
        </div>
    }
}
