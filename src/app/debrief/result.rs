//! The result: one sentence, the ending, and each criterion as a bar with its number.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::home::points;
use crate::app::page::Page;
use crate::app::words::Words;
use crate::assess::Debrief;
use crate::assess::{CriterionScore, Score};
use crate::scenario::format::Criterion;

/// From here on, in hundredths of a point, the sentence praises.
const HIGH: u32 = 9_000;
/// From here on it encourages; below, it advises to begin again.
const MIDDLE: u32 = 6_000;
/// A criterion below this share, in parts per million, is named as the one to practise.
const PRACTISE_PPM: u32 = 900_000;

/// The key of a criterion's name and of what it looks at.
pub(super) fn criterion_keys(criterion: Criterion) -> (&'static str, &'static str) {
    match criterion {
        Criterion::Compliance => ("criterion-compliance", "criterion-compliance-means"),
        Criterion::Evidence => ("criterion-evidence", "criterion-evidence-means"),
        Criterion::Finance => ("criterion-finance", "criterion-finance-means"),
        Criterion::Process => ("criterion-process", "criterion-process-means"),
        Criterion::Judgement => ("criterion-judgement", "criterion-judgement-means"),
        Criterion::Outcome => ("criterion-outcome", "criterion-outcome-means"),
    }
}

/// The result.
#[component]
pub(super) fn Result(
    /// What is to be said.
    debrief: Arc<Debrief>,
) -> impl IntoView {
    let words = Page::here().words;
    let Debrief { score, ending, .. } = Arc::unwrap_or_clone(debrief);
    let said = {
        let score = score.clone();
        move || sentence(words, &score)
    };
    let ending = ending.map(|ending| {
        let lines =
            ending.text.lines().filter(|line| !line.trim().is_empty()).map(|line| view! { <p>{line.to_owned()}</p> });
        view! {
            <div class="review-ending">
                <p class="eyebrow">{words.t("the-end")}</p>
                <h2>{ending.title.clone()}</h2>
                {lines.collect_view()}
            </div>
        }
    });
    view! {
        <section class="review-result" aria-labelledby="review-score">
            <div class="review-verdict">
                <p class="review-points" id="review-score">
                    <span class="review-points-number">{points(score.centipoints)}</span>
                    <span class="review-points-of">{words.t("review-of-hundred")}</span>
                </p>
                <p class="review-sentence">{said}</p>
                {ending}
            </div>
            <Criteria criteria=score.criteria/>
        </section>
    }
}

/// The score by criterion.
#[component]
fn Criteria(
    /// Each criterion.
    criteria: Vec<CriterionScore>,
) -> impl IntoView {
    let words = Page::here().words;
    let row = move |score: CriterionScore| {
        let (name, means) = criterion_keys(score.criterion);
        let percent = percent(score.share_ppm).to_string();
        let width = format!("{percent}%");
        let (points, weight) = (points(score.centipoints), score.weight.to_string());
        view! {
            <li class="criterion">
                <p class="criterion-head">
                    <span class="criterion-name">{words.t(name)}</span>
                    <span class="criterion-number">
                        {move || words.say("review-criterion", &[("points", &points), ("weight", &weight), ("percent", &percent)])}
                    </span>
                </p>
                <div class="bar" aria-hidden="true"><span class="bar-fill" style:width=width></span></div>
                <p class="criterion-means">{words.t(means)}</p>
            </li>
        }
    };
    view! {
        <div class="criteria">
            <h2>{words.t("review-criteria")}</h2>
            <ul>{criteria.into_iter().map(row).collect_view()}</ul>
        </div>
    }
}

/// Whole percent of a share in parts per million.
pub(super) fn percent(ppm: u32) -> u32 {
    ppm.checked_div(10_000).unwrap_or(0)
}

fn sentence(words: Words, score: &Score) -> String {
    let key = match score.centipoints {
        HIGH.. => "review-verdict-high",
        MIDDLE.. => "review-verdict-middle",
        _ => "review-verdict-low",
    };
    let weakest = score.criteria.iter().min_by_key(|criterion| criterion.share_ppm);
    let practise = weakest.filter(|weakest| weakest.share_ppm < PRACTISE_PPM).map(|weakest| {
        let name = words.say(criterion_keys(weakest.criterion).0, &[]);
        words.say("review-practise", &[("criterion", &name)])
    });
    format!("{}{}", words.say(key, &[]), practise.unwrap_or_default())
}
