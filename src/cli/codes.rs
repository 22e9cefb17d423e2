//! The table of diagnostic codes: what each means, why it matters, what to do, and a scene that has it and one that has
//! not. `explain`, `docs/diagnostics.md` and the tests are made from it. It is no part of the page.

use std::fmt::Write as _;

use serde::Deserialize;

use crate::scenario::problem::{Code, Confidence, Severity};
use crate::text::{Lang, say};

/// The scene that examples change; `metaverse new` writes it under another name.
pub const SAMPLE: &str = include_str!("../../assets/diagnostics/first.ron");
const SAMPLE_ID: &str = "first-agreement";
const HEAD: &str = include_str!("../../assets/diagnostics/head.md");
const TABLE: &str = include_str!("../../assets/diagnostics/codes.ron");

/// What is said of a code in one language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Its name, a few words.
    pub name: String,
    /// Why it is a problem.
    pub cause: String,
    /// What to do.
    pub cure: String,
}

/// A change of the sample scene.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Change {
    /// The first place that has the first text gets the second.
    Swap(String, String),
    /// The first place that has the text gets the unit so many times.
    Repeat(String, String, usize),
    /// The whole text is this.
    Whole(String),
}

/// A code's entry in the table.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    code: String,
    zh: Words,
    en: Words,
    /// Changes that make the sample scene have the problem.
    pub raises: Vec<Change>,
    /// Changes close to it that do not; none for the sample as it is.
    pub spares: Vec<Change>,
}

impl Entry {
    /// The code as printed.
    pub fn id(&self) -> &str {
        &self.code
    }

    /// What is said of it in a language.
    pub fn words(&self, lang: Lang) -> &Words {
        match lang {
            Lang::ZhCn => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// The sample scene under another id.
pub fn sample(id: &str) -> String {
    SAMPLE.replacen(&format!("id: \"{SAMPLE_ID}\""), &format!("id: \"{id}\""), 1)
}

/// Every entry, in the order of the table. The tests hold it against [`Code::ALL`].
pub fn table() -> Result<Vec<Entry>, String> {
    ron::from_str(TABLE).map_err(|fault| fault.to_string())
}

/// The sample scene with changes made; nothing where a change finds no place.
pub fn changed(changes: &[Change]) -> Option<String> {
    let mut text = SAMPLE.to_owned();
    for change in changes {
        let (find, put) = match change {
            Change::Swap(find, put) => (find, put.clone()),
            Change::Repeat(find, unit, times) => (find, unit.repeat(*times)),
            Change::Whole(whole) => {
                whole.clone_into(&mut text);
                continue;
            }
        };
        let (before, after) = text.split_once(find.as_str())?;
        text = [before, &put, after].concat();
    }
    Some(text)
}

/// A code explained, as text: heading, cause, cure, example.
pub fn explained(entry: &Entry, lang: Lang) -> String {
    let words = entry.words(lang);
    let mut out = format!("{} {}\n", entry.id(), words.name);
    if let Some(code) = Code::of_id(entry.id()) {
        let _ = writeln!(out, "{}", grade(code, lang));
    }
    for (label, text) in [("explain-cause", &words.cause), ("explain-cure", &words.cure)] {
        let _ = writeln!(out, "\n{}\n  {text}", say(lang, label, &[]));
    }
    let _ = writeln!(out, "\n{}\n{}", say(lang, "explain-raises", &[]), indented(&shown(&entry.raises)));
    if !entry.spares.is_empty() {
        let _ = writeln!(out, "\n{}\n{}", say(lang, "explain-spares", &[]), indented(&shown(&entry.spares)));
    }
    let _ = write!(out, "\n{}", say(lang, "explain-more", &[]));
    out
}

/// A code's severity and the checker's confidence, in words.
pub fn grade(code: Code, lang: Lang) -> String {
    let severity = match code.severity() {
        Severity::Error => "grade-error",
        Severity::Warning => "grade-warning",
    };
    let confidence = match code.confidence() {
        Confidence::Certain => "grade-certain",
        Confidence::Likely => "grade-likely",
        Confidence::Rough => "grade-rough",
    };
    format!("{} · {}", say(lang, severity, &[]), say(lang, confidence, &[]))
}

/// Changes as a reader sees them: what goes and what comes, line by line.
pub fn shown(changes: &[Change]) -> String {
    let marked = |sign: &str, text: &str| -> String {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| [sign, " ", &visible(line), "\n"].concat()).collect()
    };
    let one = |change: &Change| match change {
        Change::Swap(find, put) => marked("-", find) + &marked("+", put),
        Change::Repeat(find, unit, times) => marked("-", find) + &marked("+", &format!("{} × {times}", unit.trim())),
        Change::Whole(text) => marked("+", text),
    };
    changes.iter().map(one).collect::<String>().trim_end().to_owned()
}

/// Characters that turn or hide text, by their number.
fn visible(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        if character.is_control() || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
        {
            let _ = write!(out, "‹U+{:04X}›", u32::from(character));
        } else {
            out.push(character);
        }
    }
    out
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

/// The document of all codes, `docs/diagnostics.md`.
pub fn document(entries: &[Entry]) -> String {
    let mut out = HEAD.to_owned();
    for entry in entries {
        let _ = writeln!(out, "- [{0}](#{1}) {2}", entry.id(), entry.id().to_lowercase(), entry.zh.name);
    }
    for entry in entries {
        let grade = Code::of_id(entry.id()).map(|code| grade(code, Lang::ZhCn)).unwrap_or_default();
        let _ = write!(
            out,
            "\n## {}\n\n**{}** · {grade}\n\n{}\n\n改法：{}\n\n**{}.** {} *Fix:* {}\n\n```diff\n{}\n```\n",
            entry.id(),
            entry.zh.name,
            entry.zh.cause,
            entry.zh.cure,
            entry.en.name,
            entry.en.cause,
            entry.en.cure,
            shown(&entry.raises),
        );
        if !entry.spares.is_empty() {
            let _ = write!(out, "\n这样写就不报：\n\n```diff\n{}\n```\n", shown(&entry.spares));
        }
    }
    out
}
