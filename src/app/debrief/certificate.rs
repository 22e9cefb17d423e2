//! What is handed in: the result as a file that proves itself, and the certificate on a sheet of paper.

use leptos::prelude::*;

use super::Looked;
use crate::app::dom;
use crate::app::page::Page;
use crate::assess;
use crate::assess::Certificate;
use crate::assess::result::{Claims, write};

/// The learner's id, the result file, the certificate.
#[component]
pub(super) fn HandIn(
    /// The play-through.
    looked: Looked,
) -> impl IntoView {
    let words = Page::here().words;
    let Looked { session, seconds, debrief, .. } = looked;
    let seat = session.mode().seat().map(|seat| seat.learner.clone());
    let assessed = seat.is_some();
    let learner = RwSignal::new(seat.unwrap_or_default());
    let scene = debrief.scene.id.clone();
    let session = StoredValue::new(session);
    let export = move |_| {
        let learner = learner.get_untracked().trim().to_owned();
        let claims = Claims { learner: learner.clone(), day: dom::today(), seconds: seconds.clone() };
        let name = if learner.is_empty() { format!("{scene}.ron") } else { format!("{}-{scene}.ron", plain(&learner)) };
        dom::download(&name, &session.with_value(|session| write(session, &claims)));
    };
    let sheet = move || {
        let learner = learner.get();
        session
            .with_value(|session| assess::certificate(session, learner.trim()))
            .map(|certificate| view! { <Sheet certificate=certificate/> })
    };
    view! {
        <section class="hand-in" aria-labelledby="hand-in">
            <h2 id="hand-in">{words.t("hand-in")}</h2>
            <p>{words.t("hand-in-explained")}</p>
            <div class="hand-in-form">
                <label for="hand-in-learner">{words.t("assessed-learner")}</label>
                <input id="hand-in-learner" type="text" autocomplete="off" maxlength="60" readonly=assessed
                    prop:value=move || learner.get() on:input=move |event| learner.set(event_target_value(&event))/>
                <button type="button" class="button" on:click=export>{words.t("hand-in-export")}</button>
            </div>
            {sheet}
        </section>
    }
}

/// A learner's id as part of a file's name.
fn plain(learner: &str) -> String {
    learner.chars().map(|letter| if letter.is_alphanumeric() || letter == '-' { letter } else { '_' }).collect()
}

/// The certificate.
#[component]
fn Sheet(
    /// What it says.
    certificate: Certificate,
) -> impl IntoView {
    let words = Page::here().words;
    let Certificate { learner, scene, ending, score, assessed, date, code } = certificate;
    let mode = if assessed { "results-assessed" } else { "results-practice" };
    let points = score.text;
    view! {
        <article class="certificate" aria-label=words.t("certificate")>
            <p class="certificate-brand">{words.t("product")}</p>
            <h3>{words.t("certificate")}</h3>
            <p class="certificate-learner">{if learner.is_empty() { "　".to_owned() } else { learner }}</p>
            <p>{move || words.say("certificate-says", &[("scene", &scene), ("ending", &ending.title), ("points", &points)])}</p>
            <dl class="certificate-facts">
                <dt>{words.t("results-mode")}</dt><dd>{words.t(mode)}</dd>
                <dt>{words.t("certificate-date")}</dt><dd>{date}</dd>
                <dt>{words.t("results-code")}</dt><dd class="mono">{code}</dd>
            </dl>
            <p class="certificate-note">{words.t("certificate-note")}</p>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_files_name_has_no_path_in_it() {
        assert_eq!(plain("2026-017"), "2026-017");
        assert_eq!(plain("../王 小明"), "___王_小明");
    }
}
