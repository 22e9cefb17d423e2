//! The trainer's tools on whole files: layout keeps the meaning, pictures name every step, overlays follow the scene, and a
//! sweep shared out on the command line is the same to the byte.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use startup_metaverse::explore::{End, Graph};
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::format::Scenario;
use startup_metaverse::scenario::layout::laid_out;
use startup_metaverse::scenario::load::load;
use startup_metaverse::scenario::overlay::{Lapse, Overlay, extract, lapses};

const SAMPLE: &str = include_str!("../assets/diagnostics/first.ron");
const SCENE: &str = include_str!("../scenarios/registration.ron");

fn scenario(text: &str) -> Scenario {
    load(text, &Policy::qingdao_2026()).expect("the scene loads").scenario
}

fn metaverse(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_metaverse")).args(words).output().expect("the command runs")
}

/// A folder of this test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn name(path: &Path) -> &str {
    path.to_str().expect("a name")
}

#[test]
fn laying_out_keeps_the_meaning_and_every_comment() {
    for text in [SAMPLE, SCENE] {
        let laid = laid_out(text).expect("it pairs");
        assert_eq!(scenario(&laid), scenario(text));
        assert_eq!(laid_out(&laid).as_deref(), Some(laid.as_str()), "twice is as good as once");
        let comments = |text: &str| text.matches("//").count();
        assert_eq!(comments(&laid), comments(text));
    }
    assert_eq!(laid_out(SAMPLE).as_deref(), Some(SAMPLE), "the sample is laid out");
}

#[test]
fn a_scene_typed_with_a_chinese_keyboard_is_put_right() {
    let folder = folder("fmt");
    let file = folder.join("typed.ron");
    let typed = SAMPLE.replacen("minutes: 6,", "\tminutes： 6，", 1).replacen("    rubric: [", "\n\n\n  rubric: [", 1);
    fs::write(&file, &typed).expect("a scene");
    assert_eq!(metaverse(&["check", name(&file)]).status.code(), Some(1));
    assert_eq!(metaverse(&["fmt", "--check", name(&file)]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(&file).expect("the scene"), typed, "looking changes nothing");
    assert_eq!(metaverse(&["fmt", name(&file)]).status.code(), Some(0));
    let laid = fs::read_to_string(&file).expect("the scene");
    assert_eq!(scenario(&laid), scenario(SAMPLE));
    assert_eq!(metaverse(&["fmt", "--check", name(&file)]).status.code(), Some(0));
    fs::write(&file, "(id: \"a\"").expect("a broken scene");
    assert_eq!(metaverse(&["fmt", name(&file)]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(&file).expect("the scene"), "(id: \"a\"", "what does not pair is left alone");
}

#[test]
fn a_picture_names_every_step_option_and_ending() {
    let folder = folder("graph");
    let file = folder.join("first-agreement.ron");
    let forked = SAMPLE.replacen("id: \"handshake\", label:", "id: \"handshake\", next: \"votes\", label:", 1);
    fs::write(&file, &forked).expect("a scene");
    let scene = scenario(&forked);
    let graph = Graph::of(&scene);
    let fork = graph.ways.iter().find(|way| way.options.contains(&"handshake".to_owned())).expect("the way");
    assert_eq!((fork.from, fork.to), (0, End::Step(4)));
    assert_eq!(graph.ways.last().map(|way| way.to), Some(End::Close));
    for format in ["svg", "mermaid"] {
        let told = metaverse(&["graph", name(&file), "--format", format]);
        assert_eq!(told.status.code(), Some(0), "{told:?}");
        let picture = String::from_utf8(told.stdout).expect("text");
        let titles = scene.steps.iter().map(|step| &step.title).chain(scene.endings.iter().map(|ending| &ending.title));
        for title in titles {
            assert!(picture.contains(title.as_str()), "{format}: {title}");
        }
        assert!(picture.contains("handshake"), "{format}");
    }
}

#[test]
fn an_overlay_follows_its_scene() {
    let plain = scenario(SAMPLE);
    let mut overlay = extract(&plain, "en", &Overlay::default());
    assert!(overlay.texts.len() > 60, "{}", overlay.texts.len());
    assert!(lapses(&plain, &overlay).iter().all(|(_, lapse)| *lapse == Lapse::Open));
    for entry in overlay.texts.values_mut() {
        // A translation that keeps every reference.
        let references = entry.from.split('{').skip(1).filter_map(|piece| piece.split('}').next());
        entry.to = references.flat_map(|name| ["{", name, "} "]).chain(["translated"]).collect();
    }
    assert_eq!(lapses(&plain, &overlay), []);
    let changed = scenario(&SAMPLE.replacen("打烊后的咖啡馆。", "打烊后，咖啡馆里。", 1).replacen(
        "合伙的第一张纸",
        "第一张纸",
        1,
    ));
    let told: Vec<(String, Lapse)> = lapses(&changed, &overlay);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.contains(&("title".to_owned(), Lapse::Stale)));
    let again = extract(&changed, "en", &overlay);
    let open: Vec<&String> = again.texts.iter().filter(|(_, entry)| entry.to.is_empty()).map(|(key, _)| key).collect();
    assert_eq!(open.len(), 2, "all else is kept: {open:?}");
    overlay.texts.get_mut("talk/1").expect("a text").to = "{nobody}".to_owned();
    overlay.texts.insert("talk/99".to_owned(), overlay.texts["title"].clone());
    let told = lapses(&plain, &overlay);
    assert!(told.iter().any(|(key, lapse)| key == "talk/1" && matches!(lapse, Lapse::References(_))), "{told:?}");
    assert!(told.contains(&("talk/99".to_owned(), Lapse::Extra)));
}

#[test]
fn overlays_are_written_and_checked_as_files() {
    let folder = folder("i18n");
    let (file, overlay) = (folder.join("first-agreement.ron"), folder.join("en.ron"));
    fs::write(&file, SAMPLE).expect("a scene");
    let words = |doing: &'static str| {
        ["i18n".to_owned(), doing.to_owned(), name(&file).to_owned(), "--overlay".to_owned(), name(&overlay).to_owned()]
    };
    let run = |doing| metaverse(&words(doing).iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(run("check").status.code(), Some(1), "there is none yet");
    assert_eq!(run("extract").status.code(), Some(0));
    assert_eq!(run("check").status.code(), Some(1), "nothing is translated yet");
    let first = fs::read_to_string(&overlay).expect("the overlay");
    assert_eq!(run("extract").status.code(), Some(0));
    assert_eq!(fs::read_to_string(&overlay).expect("the overlay"), first, "twice is as good as once");
}

#[test]
fn a_sweep_shared_out_on_the_command_line_is_the_same_to_the_byte() {
    let folder = folder("shards");
    let file = folder.join("first-agreement.ron");
    fs::write(&file, SAMPLE).expect("a scene");
    let explore = |more: &[&str]| {
        let mut words = vec!["explore", name(&file), "--runs", "6", "--learners", "2"];
        words.extend(more);
        let told = metaverse(&words);
        assert_eq!(told.status.code(), Some(0), "{}", String::from_utf8_lossy(&told.stderr));
        told.stdout
    };
    let parts: Vec<PathBuf> = (1..=3)
        .map(|index| {
            let part = folder.join(format!("part-{index}.json"));
            explore(&["--shard", &format!("{index}/3"), "--out", name(&part)]);
            part
        })
        .collect();
    for format in ["text", "json", "html"] {
        let whole = explore(&["--format", format]);
        let mut words = vec!["explore", "merge", name(&file)];
        words.extend(parts.iter().map(|part| name(part)));
        words.extend(["--format", format]);
        let merged = metaverse(&words);
        assert!(merged.stdout == whole, "{format}");
    }
    let missing = metaverse(&["explore", "merge", name(&file), name(&parts[0])]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("缺第 2 份"));
    let page = String::from_utf8(explore(&["--format", "html"])).expect("text");
    assert!(
        page.contains("<svg") && !page.contains("<script") && !page.contains("http://") && !page.contains("https://")
    );
}

#[test]
fn a_way_is_replayed_by_its_command() {
    let folder = folder("replay");
    let file = folder.join("first-agreement.ron");
    fs::write(&file, SAMPLE).expect("a scene");
    let script = "[(\"votes\",Choose(option:\"even\",reason:Some(\"fair\")))]";
    let told = metaverse(&["explore", name(&file), "--seed", "3", "--replay", script]);
    let text = String::from_utf8(told.stdout).expect("text");
    assert_eq!(told.status.code(), Some(0), "{text}");
    assert!(text.contains("一人一半") && text.contains("stuck"), "{text}");
    assert_eq!(metaverse(&["explore", name(&file), "--replay", "nonsense"]).status.code(), Some(2));
}
