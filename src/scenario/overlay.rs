//! An overlay: a scene's texts in another language, each under a stable key, beside the original it was made from. The
//! original says when a translation has gone stale; the key says where it belongs when the wording changes.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::check::walk;
use super::format::Scenario;
use super::term::{Piece, Term};

/// One text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The original.
    pub from: String,
    /// The translation; empty until there is one.
    pub to: String,
}

/// A scene's texts in another language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overlay {
    /// The scene's id.
    pub scene: String,
    /// The language, such as `en`.
    pub lang: String,
    /// Texts by key.
    pub texts: BTreeMap<String, Entry>,
}

/// What is not right in an overlay.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lapse {
    /// The scene has a text that the overlay has not.
    Missing,
    /// The overlay has a text that the scene has no longer.
    Extra,
    /// The original has changed.
    Stale,
    /// There is no translation yet.
    Open,
    /// The translation refers to other values than the original: those that only one of them names.
    References(Vec<String>),
}

impl Lapse {
    /// The key of its message in the interface's texts.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Missing => "i18n-missing",
            Self::Extra => "i18n-extra",
            Self::Stale => "i18n-stale",
            Self::Open => "i18n-open",
            Self::References(_) => "i18n-references",
        }
    }
}

/// A scene's texts by key: the ids that lead to a text, and its number among those of the same part.
pub fn texts(scenario: &Scenario) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    let mut put = |key: String, text: &str| {
        out.insert(key, text.to_owned());
    };
    put("title".to_owned(), &scenario.title);
    put("about".to_owned(), &scenario.about);
    for (number, objective) in (1_u32..).zip(&scenario.objectives) {
        put(format!("objectives/{number}"), objective);
    }
    for (id, what) in scenario.misconceptions.iter() {
        put(format!("misconceptions/{id}/belief"), &what.belief);
        put(format!("misconceptions/{id}/ask"), &what.ask);
    }
    scenario.steps.iter().for_each(|step| put(format!("{}/title", step.id), &step.title));
    scenario.endings.iter().for_each(|ending| put(format!("{}/title", ending.id), &ending.title));
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    for (path, text) in walk::texts(scenario) {
        if !says_something(text) {
            continue;
        }
        let part = if path.is_empty() { "start".to_owned() } else { path.join("/") };
        let number = numbers.entry(part.clone()).or_default();
        *number = number.saturating_add(1);
        put(format!("{part}/{number}"), text.raw());
    }
    out
}

/// Whether a text has words of a language, rather than only figures, dates and references.
fn says_something(text: &Term) -> bool {
    text.pieces().unwrap_or_default().iter().any(|piece| match piece {
        Piece::Plain(plain) => plain.chars().any(|character| character.is_alphabetic() && !character.is_ascii()),
        Piece::Reference(_) => false,
    })
}

/// An overlay to be filled in; what an earlier one has is kept, under the key or, where texts moved, by the original.
pub fn extract(scenario: &Scenario, lang: &str, before: &Overlay) -> Overlay {
    let known: BTreeMap<&str, &str> =
        before.texts.values().map(|entry| (entry.from.as_str(), entry.to.as_str())).collect();
    let entry = |(key, from): (String, String)| {
        let kept = before.texts.get(&key).filter(|entry| entry.from == from).map(|entry| entry.to.as_str());
        let to = kept.or_else(|| known.get(from.as_str()).copied()).unwrap_or_default().to_owned();
        (key, Entry { from, to })
    };
    Overlay {
        scene: scenario.id.clone(),
        lang: lang.to_owned(),
        texts: texts(scenario).into_iter().map(entry).collect(),
    }
}

/// What is not right in an overlay, by key.
pub fn lapses(scenario: &Scenario, overlay: &Overlay) -> Vec<(String, Lapse)> {
    let texts = texts(scenario);
    let mut out: Vec<(String, Lapse)> = Vec::new();
    for (key, from) in &texts {
        let lapse = match overlay.texts.get(key) {
            None => Some(Lapse::Missing),
            Some(entry) if entry.to.trim().is_empty() => Some(Lapse::Open),
            Some(entry) if entry.from != *from => Some(Lapse::Stale),
            Some(entry) => {
                let (ours, theirs) = (references(from), references(&entry.to));
                let odd: Vec<String> = ours.symmetric_difference(&theirs).map(|name| (*name).to_owned()).collect();
                (!odd.is_empty()).then_some(Lapse::References(odd))
            }
        };
        out.extend(lapse.map(|lapse| (key.clone(), lapse)));
    }
    let extra = overlay.texts.keys().filter(|key| !texts.contains_key(*key));
    out.extend(extra.map(|key| (key.clone(), Lapse::Extra)));
    out.sort();
    out
}

fn references(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|piece| piece.split('}').next()).collect()
}
