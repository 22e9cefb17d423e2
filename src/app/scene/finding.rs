//! Findings: what was right, defensible or wrong in an answer. The quality is a sign and a word, never a colour alone.

use leptos::prelude::*;

use crate::app::page::Page;
use crate::app::rule::Footnote;
use crate::scenario::activity::{Finding, Quality};

/// The sign, the class and the key of a quality.
pub(crate) fn quality_words(quality: Quality) -> (&'static str, &'static str, &'static str) {
    match quality {
        Quality::Right => ("✓", "right", "quality-right"),
        Quality::Fair => ("≈", "fair", "quality-fair"),
        Quality::Wrong => ("✗", "wrong", "quality-wrong"),
    }
}

/// All findings, the ones to learn from first.
#[component]
pub(crate) fn Findings(
    /// The findings.
    findings: Vec<Finding>,
) -> impl IntoView {
    let mut findings = findings;
    findings.sort_by_key(|finding| std::cmp::Reverse(weight(finding.quality)));
    let item = |finding| view! { <li><FindingNote finding=finding named=true/></li> };
    view! { <ul class="findings">{findings.into_iter().map(item).collect_view()}</ul> }
}

const fn weight(quality: Quality) -> u8 {
    match quality {
        Quality::Wrong => 2,
        Quality::Fair => 1,
        Quality::Right => 0,
    }
}

/// One finding.
#[component]
pub(crate) fn FindingNote(
    /// The finding.
    finding: Finding,
    /// Whether its element is named; not where the finding stands beside it.
    named: bool,
) -> impl IntoView {
    let words = Page::here().words;
    let (sign, class, key) = quality_words(finding.quality);
    let label = (named && !finding.label.is_empty()).then_some(finding.label);
    let note = finding.note;
    view! {
        <div class=format!("finding {class}")>
            <p class="finding-head">
                <span class="finding-sign" aria-hidden="true">{sign}</span>
                <span class="finding-word">{words.t(key)}</span>
                {label.map(|label| view! { <span class="finding-label">{label}</span> })}
            </p>
            {note.map(|note| view! { <p class="finding-note">{move || words.note(&note)}</p> })}
            {finding.rule.map(|rule| view! { <Footnote id=rule/> })}
        </div>
    }
}
