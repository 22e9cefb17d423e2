//! The scene: what is asked on the left, the company on the right.

mod brought;
mod evidence;
mod finding;
mod hint;
mod import;
mod kept;
mod letter;
mod licence;
mod opening;
mod speech;
mod stage;
mod step;
mod trouble;

use leptos::prelude::*;

pub(crate) use evidence::PaperText;
pub(crate) use finding::{FindingNote, Findings};
pub(crate) use import::{Import, import};
pub(crate) use licence::Licence;
pub(crate) use opening::{fresh_id, kept_session};

use super::company::CompanyPanel;
use super::page::Page;
use super::play::Play;
use super::route::Which;
use kept::KeptLine;
use opening::{Opened, open, wanted};
use stage::Stage;
use trouble::TroubleNote;

/// A scene being played.
#[component]
pub(crate) fn ScenePage(
    /// The scene's id.
    scene: String,
    /// Which play-through of it.
    which: Which,
) -> impl IntoView {
    let page = Page::here();
    let opened = RwSignal::new(Opened::Waiting);
    let here = {
        let (scene, which) = (scene.clone(), which.clone());
        page.once_here(move || wanted(page, &scene, &which))
    };
    // The effect owns what it opens: it must run again for nothing but the scenes' arrival.
    Effect::new(move |_| {
        if here.get() && opened.with_untracked(Opened::is_waiting) {
            opened.set(open(page, &scene, &which));
        }
    });
    move || match opened.get() {
        Opened::Waiting => view! {
            <div class="page narrow" aria-busy="true">
                <h1 id="page-title" tabindex="-1">{page.words.t("opening-scene")}</h1>
            </div>
        }
        .into_any(),
        Opened::Playing(play) => view! { <Playing play=play/> }.into_any(),
        Opened::Trouble(trouble) => view! { <TroubleNote trouble=trouble opened=opened/> }.into_any(),
    }
}

/// The play-through.
#[component]
fn Playing(
    /// It.
    play: Play,
) -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let venue = Memo::new(move |_| play.view.with(|view| view.step.as_ref().map(|step| step.venue.clone())));
    Effect::new(move |_| page.world.visit(venue.get()));
    on_cleanup(move || {
        page.world.visit(None);
        page.world.rest();
    });
    let title = move || play.view.with(|view| view.scene.title.clone());
    let progress = Memo::new(move |_| play.view.with(|view| view.step.as_ref().map(|step| (step.number, step.of))));
    let undo = move |_| {
        play.undo();
        page.announce(words.say("undone", &[]));
    };
    view! {
        <div class="scene">
            <header class="scene-head">
                <div class="scene-title">
                    <h1 id="page-title" tabindex="-1">{title}</h1>
                    {move || progress.get().map(|(number, of)| view! { <Progress number=number of=of/> })}
                </div>
                <div class="scene-tools">
                    <KeptLine play=play/>
                    {(!play.assessed).then(|| view! {
                        <button type="button" class="plain-button" disabled=move || !play.may_undo() on:click=undo>
                            <span aria-hidden="true">"↶ "</span>{words.t("undo")}
                        </button>
                    })}
                    {play.assessed.then(|| view! { <span class="tag">{words.t("assessed-tag")}</span> })}
                </div>
            </header>
            <Show when=move || play.afresh.get()>
                <div class="notice" role="status">
                    <p>{words.t("began-afresh")}</p>
                    <button type="button" class="plain-button" on:click=move |_| play.afresh.set(false)>{words.t("understood")}</button>
                </div>
            </Show>
            <div class="scene-body">
                <Stage play=play/>
                <CompanyPanel play=play/>
            </div>
        </div>
    }
}

/// How far one is.
#[component]
fn Progress(
    /// The step's place, from 1.
    number: u32,
    /// How many steps there are.
    of: u32,
) -> impl IntoView {
    let words = Page::here().words;
    let said = move || words.say("step-of", &[("number", &number.to_string()), ("of", &of.to_string())]);
    view! {
        <p class="progress">
            <progress max=of.to_string() value=number.saturating_sub(1).to_string() aria-hidden="true"></progress>
            <span>{said}</span>
        </p>
    }
}
