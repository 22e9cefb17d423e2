//! Words for what the core reports by key.

use crate::policy::{Mark, Policy};
use crate::scenario::activity::{Finding, Note};
use crate::scenario::problem::Diagnostic;
use crate::text::{Lang, say};

/// A message with named values.
pub(super) fn with(lang: Lang, key: &str, args: &[(String, String)]) -> String {
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    say(lang, key, &args)
}

/// A note in words.
pub(super) fn note(lang: Lang, note: &Note) -> String {
    match note {
        Note::Scene(text) => text.clone(),
        Note::Core { key, args } => with(lang, key, args),
    }
}

/// A finding with its rule.
pub(super) fn finding(lang: Lang, finding: &Finding, policy: &Policy) -> String {
    let said = finding.note.as_ref().map(|told| note(lang, told)).unwrap_or_default();
    let rule = finding.rule.as_deref().map(|id| rule(id, policy)).unwrap_or_default();
    format!("{}：{said}{rule}", finding.label)
}

/// A rule as a footnote: its name, article and the day since when, and whether it is only a teaching parameter.
pub(super) fn rule(id: &str, policy: &Policy) -> String {
    let Some(rule) = policy.rule(id) else { return format!("〔{id}〕") };
    let teaching = if matches!(rule.mark, Mark::U | Mark::D) { " · 教学参数" } else { "" };
    format!("〔{}，{} 起施行{teaching}〕", rule.citation(), rule.in_force)
}

/// A diagnostic's message.
pub(super) fn diagnostic(lang: Lang, problem: &Diagnostic) -> String {
    with(lang, &problem.code.key(), &problem.args)
}
