//! The house keeps itself: what each floor may import, what must never stand in the core, and how long things may grow.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "line numbers of our own sources; a slip fails the test"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Floors and what each may import, besides itself.
const FLOORS: &[(&str, &[&str])] = &[
    ("money", &[]),
    ("calendar", &[]),
    ("chance", &[]),
    ("policy", &["money", "calendar"]),
    ("firm", &["policy", "money", "calendar", "chance"]),
    ("scenario", &["firm", "policy", "money", "calendar", "chance"]),
    ("session", &["scenario", "firm", "policy", "money", "calendar", "chance"]),
    ("assess", &["session", "scenario", "firm", "policy", "money", "calendar", "chance"]),
    ("explore", &["assess", "session", "scenario", "firm", "policy", "money", "calendar", "chance"]),
    ("link", &["session", "scenario", "policy"]),
    ("text", &[]),
    ("town", &[]),
    ("papers", &["assess", "firm", "money"]),
    (
        "cli",
        &[
            "papers", "text", "explore", "assess", "session", "scenario", "firm", "policy", "money", "calendar",
            "chance",
        ],
    ),
    (
        "app",
        &["text", "link", "explore", "assess", "session", "scenario", "firm", "policy", "money", "calendar", "chance"],
    ),
    ("world", &["town", "link", "assess", "session", "scenario", "firm", "policy", "money", "calendar", "chance"]),
];

/// Floors of the core, where nothing outside reaches in.
const CORE: &[&str] =
    &["money", "calendar", "chance", "policy", "firm", "scenario", "session", "assess", "explore", "link"];

/// Words that must not stand in the core's code, and why.
const FORBIDDEN: &[(&str, &str)] = &[
    ("bevy", "the engine"),
    ("leptos", "the page"),
    ("web_sys", "the browser"),
    ("wasm_bindgen", "the browser"),
    ("f32", "a float"),
    ("f64", "a float"),
    ("HashMap", "an unordered map"),
    ("HashSet", "an unordered set"),
    ("SystemTime", "a clock"),
    ("Instant", "a clock"),
    ("std::fs", "I/O"),
    ("std::net", "I/O"),
    ("std::env", "I/O"),
];

/// A file longer than this is no longer one thing.
const FILE_LINES_MAX: usize = 600;
/// A function longer than this cannot be seen whole.
const FUNCTION_LINES_MAX: usize = 70;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).expect("a folder of sources");
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn floor_of(path: &Path) -> Option<&'static str> {
    let inside = path.strip_prefix(root().join("src")).ok()?;
    let first = inside.components().next()?.as_os_str().to_str()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    FLOORS.iter().map(|(floor, _)| *floor).find(|floor| *floor == name)
}

/// The code of a line, without its comment.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or("")
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|character: char| !(character.is_alphanumeric() || character == '_' || character == ':'))
}

#[test]
fn floors_import_downward_only() {
    let mut wrong = Vec::new();
    for path in sources(&root().join("src")) {
        let Some(floor) = floor_of(&path) else { continue };
        let allowed = FLOORS.iter().find(|(name, _)| *name == floor).map_or(&[][..], |(_, allowed)| allowed);
        let text = fs::read_to_string(&path).expect("a source");
        for (number, line) in text.lines().enumerate() {
            for word in words(code(line)).filter_map(|word| word.strip_prefix("crate::")) {
                let used = word.split(':').next().unwrap_or("");
                let is_floor = FLOORS.iter().any(|(name, _)| *name == used);
                if is_floor && used != floor && !allowed.contains(&used) {
                    wrong.push(format!("{}:{}: {floor} reaches to {used}", path.display(), number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_foreign_stands_in_the_core() {
    let mut wrong = Vec::new();
    for path in sources(&root().join("src")) {
        let Some(floor) = floor_of(&path).filter(|floor| CORE.contains(floor)) else { continue };
        let text = fs::read_to_string(&path).expect("a source");
        for (number, line) in text.lines().enumerate() {
            for (word, what) in FORBIDDEN {
                let found = words(code(line)).any(|found| {
                    found.split("::").any(|part| part == *word) || found.contains(word) && word.contains("::")
                });
                if found {
                    wrong.push(format!("{}:{}: {what} in {floor}: {word}", path.display(), number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_and_functions_can_be_seen_whole() {
    let mut wrong = Vec::new();
    for path in sources(&root().join("src")) {
        let text = fs::read_to_string(&path).expect("a source");
        let lines: Vec<&str> = text.lines().collect();
        if lines.len() > FILE_LINES_MAX {
            wrong.push(format!("{}: {} lines", path.display(), lines.len()));
        }
        wrong.extend(long_functions(&path, &lines));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Functions whose closing brace, at their own indentation, is too far down. A `view!` is a page's markup, not a function's work.
fn long_functions(path: &Path, lines: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let trimmed = line.trim_start();
        let indent = line.len() - trimmed.len();
        let begins = ["fn ", "pub fn ", "pub(super) fn ", "pub(crate) fn ", "const fn ", "async fn "];
        if !begins.iter().any(|begin| trimmed.starts_with(begin)) {
            continue;
        }
        let closing = format!("{}}}", " ".repeat(indent));
        let length = lines[start..].iter().take_while(|line| **line != closing).count() + 1;
        let markup = lines[start..start + length.min(lines.len() - start)].iter().any(|line| line.contains("view! {"));
        if length > FUNCTION_LINES_MAX && !markup {
            wrong.push(format!("{}:{}: {length} lines: {}", path.display(), start + 1, trimmed));
        }
    }
    wrong
}

#[test]
fn every_scene_is_tested_and_named_after_itself() {
    let mut scenes = 0;
    for entry in fs::read_dir(root().join("scenarios")).expect("scenarios") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "ron") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a scene");
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
        assert!(text.contains(&format!("id: \"{name}\"")), "{name}: the id is the file's name");
        let golden = root().join("tests/golden").join(format!("{name}.txt"));
        assert!(golden.is_file(), "{name}: no golden replays; run `BLESS=1 cargo test --test golden`");
        scenes += 1;
    }
    assert!(scenes > 0, "no scene at all");
}
