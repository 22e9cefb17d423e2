//! The table of diagnostic codes: whole, true by its own examples, and the document made from it up to date.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use startup_metaverse::assess::audit;
use startup_metaverse::cli::codes::{self, Change, Entry};
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::load::load;
use startup_metaverse::scenario::problem::{Code, Diagnostic, Severity};
use startup_metaverse::text::{Lang, has};

fn table() -> Vec<Entry> {
    codes::table().expect("the table can be read")
}

/// Everything told of a text: as it is loaded, and where it can be played, by playing it.
fn told(text: &str) -> Vec<Diagnostic> {
    let policy = Policy::qingdao_2026();
    match load(text, &policy) {
        Err(problems) => problems,
        Ok(loaded) => {
            let mut problems = loaded.warnings;
            problems.extend(audit(text, loaded.scenario, &policy));
            problems
        }
    }
}

fn changed(entry: &Entry, changes: &[Change]) -> String {
    codes::changed(changes).unwrap_or_else(|| panic!("{}: the example finds its place in the sample", entry.id()))
}

fn metaverse(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_metaverse")).args(words).output().expect("the command runs")
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_sample_scene_has_no_problem_at_all() {
    let problems = told(codes::SAMPLE);
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn every_code_has_one_entry_in_order_and_its_words() {
    let entries = table();
    let ids: Vec<&str> = entries.iter().map(Entry::id).collect();
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    assert_eq!(ids, codes);
    let unique: BTreeSet<&&str> = codes.iter().collect();
    assert_eq!(unique.len(), codes.len(), "a number stands for one problem");
    for code in Code::ALL {
        assert!(has(Lang::ZhCn, &code.key()) && has(Lang::En, &code.key()), "{}: no message", code.id());
    }
    for entry in &entries {
        for lang in [Lang::ZhCn, Lang::En] {
            let words = entry.words(lang);
            let all = [&words.name, &words.cause, &words.cure];
            assert!(all.iter().all(|text| !text.trim().is_empty()), "{}: words are missing", entry.id());
        }
        assert!(!entry.raises.is_empty(), "{}: no example", entry.id());
    }
}

#[test]
fn every_code_is_raised_by_its_example() {
    let missed: Vec<String> = table()
        .iter()
        .filter_map(|entry| {
            let found = told(&changed(entry, &entry.raises));
            let hit = found.iter().any(|problem| problem.code.id() == entry.id());
            let codes: Vec<&str> = found.iter().map(|problem| problem.code.id()).collect();
            (!hit).then(|| format!("{}: {codes:?}", entry.id()))
        })
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn no_code_is_raised_by_its_counter_example_nor_any_error() {
    let wrong: Vec<String> = table()
        .iter()
        .filter_map(|entry| {
            let found = told(&changed(entry, &entry.spares));
            let hit = |problem: &&Diagnostic| {
                problem.code.id() == entry.id()
                    || problem.severity() == Severity::Error && problem.code != Code::TestFails
            };
            found.iter().find(hit).map(|problem| format!("{}: {} {:?}", entry.id(), problem.code.id(), problem.args))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_document_is_what_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md");
    let made = codes::document(&table());
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &made).expect("the document can be written");
    }
    let stands = fs::read_to_string(&path).unwrap_or_default();
    assert!(stands == made, "docs/diagnostics.md lags; run BLESS=1 cargo test --features cli --test diagnostics");
}

#[test]
fn explain_tells_every_code_in_both_languages() {
    for (lang, name) in [("zh-CN", "引号外的全角符号"), ("en", "Full-width sign outside quotes")] {
        let output = metaverse(&["--lang", lang, "explain", "e0103"]);
        assert_eq!(output.status.code(), Some(0));
        let text = printed(&output);
        assert!(text.contains(name) && text.contains("+ minutes： 6,"), "{text}");
        let list = printed(&metaverse(&["explain", "--list", "--lang", lang]));
        assert_eq!(list.lines().count(), Code::ALL.len());
        assert!(list.contains(name));
    }
}

#[test]
fn an_unknown_code_is_wrong_usage_with_a_hint() {
    let output = metaverse(&["explain", "E0130"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains("E0103"), "{}", printed(&output));
    let far = metaverse(&["explain", "nonsense"]);
    assert_eq!(far.status.code(), Some(2));
    assert!(printed(&far).contains("--list"));
    assert_eq!(metaverse(&["explain"]).status.code(), Some(2));
}

#[test]
fn a_new_scene_passes_check_and_is_never_written_over() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new");
    let _ = fs::remove_dir_all(&folder);
    let folder = folder.to_str().expect("a folder's name");
    let made = metaverse(&["new", "first-lease", "--folder", folder]);
    assert_eq!(made.status.code(), Some(0), "{}", printed(&made));
    let file = format!("{folder}/first-lease.ron");
    let text = fs::read_to_string(&file).expect("the scene");
    assert!(text.contains("id: \"first-lease\""));
    assert!(told(&text).is_empty());
    let checked = metaverse(&["check", &file]);
    assert_eq!(checked.status.code(), Some(0), "{}", printed(&checked));
    fs::write(&file, "mine").expect("a change");
    assert_eq!(metaverse(&["new", "first-lease", "--folder", folder]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(&file).expect("the scene"), "mine");
    assert_eq!(metaverse(&["new", "签约", "--folder", folder]).status.code(), Some(2));
}
