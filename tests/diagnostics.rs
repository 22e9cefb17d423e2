//! The table of diagnostic codes: whole, true by its own examples, and the document made from it up to date.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use startup_metaverse::assess::review;
use startup_metaverse::cli::codes::{self, Change, Entry};
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::problem::{Code, Diagnostic, Severity};
use startup_metaverse::scenario::source::byte_of;
use startup_metaverse::text::{Lang, has};

fn table() -> Vec<Entry> {
    codes::table().expect("the table can be read")
}

/// Everything told of a file: as it is loaded, and where it can be played, by playing it.
fn told(bytes: &[u8]) -> Vec<Diagnostic> {
    review(bytes, &Policy::qingdao_2026(), true).problems
}

fn changed(entry: &Entry, changes: &[Change]) -> Vec<u8> {
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
    let problems = told(codes::SAMPLE.as_bytes());
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

/// Codes that speak of a file's first characters.
const AT_THE_START: &[&str] = &["E0101", "E0121"];

#[test]
fn every_finding_stands_at_its_own_place() {
    let mut lost = Vec::new();
    for entry in table() {
        let found = told(&changed(&entry, &entry.raises));
        for problem in found.iter().filter(|problem| problem.code.id() == entry.id()) {
            let start = (problem.place.line, problem.place.column) == (1, 1);
            if start != AT_THE_START.contains(&entry.id()) || problem.end <= problem.place {
                lost.push(format!("{} {:?}", entry.id(), problem.place));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// What stands at the first finding of a code, in the sample with one text put for another.
fn stands_at(find: &str, put: &str, code: &str) -> String {
    let text = codes::SAMPLE.replacen(find, put, 1);
    let found = told(text.as_bytes());
    let problem = found.iter().find(|problem| problem.code.id() == code).unwrap_or_else(|| panic!("{code}: {found:?}"));
    assert_eq!(problem.place.line, problem.end.line, "on one line");
    let from = byte_of(&text, problem.place);
    text.get(from..byte_of(&text, problem.end)).expect("a span").to_owned()
}

#[test]
fn spans_cover_what_they_speak_of() {
    assert_eq!(stands_at("minutes: 6", "minutes: 30", "W0424"), "minutes");
    assert_eq!(stands_at("weight: 45", "weight: 40", "E0402"), "rubric");
    assert_eq!(stands_at("criterion: Judgement", "criterion: Finance", "E0406"), "Finance");
    assert_eq!(stands_at("打烊后的", "打烊后{rian}的", "E0207"), "{rian}");
    assert_eq!(stands_at("venue: \"cafe\"", "venue: \"cafee\"", "E0206"), "\"cafee\"");
    assert_eq!(stands_at("when: Not(Flawless(\"draft\"))", "when: Before(\"2026-01-01\")", "W0305"), "when");
    assert_eq!(stands_at("minutes: 6", "minuets: 6", "E0111"), "minuets");
    assert_eq!(stands_at("2026-11-24", "2026-11-31", "E0118"), "\"2026-11-31\"");
}

#[test]
fn a_name_that_leads_nowhere_is_told_with_the_nearest_that_does() {
    let near = |find: &str, put: &str| {
        let found = told(codes::SAMPLE.replacen(find, put, 1).as_bytes());
        let hint =
            |problem: &Diagnostic| problem.args.iter().find(|(name, _)| name == "near").map(|(_, near)| near.clone());
        found.iter().find_map(hint).unwrap_or_else(|| panic!("no hint: {found:?}"))
    };
    assert_eq!(near("minutes: 6", "minuets: 6"), "minutes");
    assert_eq!(near("dress: Hoodie", "dress: Hoody"), "Hoodie");
    assert_eq!(near("at: \"cafe\"", "at: \"caffe\""), "cafe");
    assert_eq!(near("company-law-46", "company-law-646"), "company-law-46");
    assert_eq!(near("{bonus}", "{bonsu}"), "bonus");
    assert_eq!(near("Chose(\"votes\", \"even\")", "Chose(\"votes\", \"evan\")"), "even");
}

#[test]
fn a_folder_is_searched_to_its_depths_and_an_empty_one_is_told_of() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("deep");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("a/b")).expect("folders");
    let name = folder.to_str().expect("a folder's name");
    let none = metaverse(&["check", name]);
    assert_eq!(none.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&none.stderr).contains("没有 .ron 场景文件"));
    fs::write(folder.join("a/b/first-agreement.ron"), codes::SAMPLE).expect("a scene");
    let one = metaverse(&["check", name]);
    assert_eq!(one.status.code(), Some(0), "{}", printed(&one));
    assert!(printed(&one).contains("检查了 1 个文件"));
}

#[test]
fn reports_for_programs_tell_place_reason_and_what_is_new() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reports");
    fs::create_dir_all(&folder).expect("a folder");
    let scene = folder.join("slow.ron");
    let text = codes::SAMPLE.replacen("minutes: 6,", "minutes: 30,", 1);
    fs::write(&scene, &text).expect("a scene");
    let scene = scene.to_str().expect("a name");
    let sarif = metaverse(&["check", scene, "--format", "sarif"]);
    let log: serde_json::Value = serde_json::from_slice(&sarif.stdout).expect("SARIF is JSON");
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "W0424");
    let region = &result["locations"][0]["physicalLocation"]["region"];
    assert_eq!((region["startColumn"].as_u64(), region["endColumn"].as_u64()), (Some(5), Some(12)));
    let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("a small one");
    let rule = &log["runs"][0]["tool"]["driver"]["rules"][index];
    assert_eq!(rule["id"], "W0424");

    let before = folder.join("before.json");
    fs::write(&before, metaverse(&["check", scene, "--format", "json"]).stdout).expect("a report");
    let before = before.to_str().expect("a name");
    fs::write(scene, format!("// a line more\n{text}").replacen("fits: [\"write\"]", "fits: []", 1)).expect("a change");
    let new = metaverse(&["check", scene, "--format", "json", "--baseline", before]);
    let found: Vec<serde_json::Value> = serde_json::from_slice(&new.stdout).expect("JSON");
    let codes: Vec<&str> = found.iter().filter_map(|one| one["code"].as_str()).collect();
    assert!(codes.contains(&"W0427") && !codes.contains(&"W0424"), "{codes:?}");
    assert_eq!(metaverse(&["check", scene, "--baseline", "nowhere.json"]).status.code(), Some(2));
}

#[test]
fn no_code_is_raised_by_its_counter_example_nor_any_error() {
    let wrong: Vec<String> = table()
        .iter()
        .filter_map(|entry| {
            let found = told(&changed(entry, &entry.spares));
            let hit = |problem: &&Diagnostic| {
                problem.code.id() == entry.id() || problem.severity() == Severity::Error && !problem.code.needs_play()
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
    let output = metaverse(&["explain", "E9103"]);
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
    assert!(told(text.as_bytes()).is_empty());
    let checked = metaverse(&["check", &file]);
    assert_eq!(checked.status.code(), Some(0), "{}", printed(&checked));
    fs::write(&file, "mine").expect("a change");
    assert_eq!(metaverse(&["new", "first-lease", "--folder", folder]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(&file).expect("the scene"), "mine");
    assert_eq!(metaverse(&["new", "签约", "--folder", folder]).status.code(), Some(2));
}
