//! Bad input: broken scenes, edited and shortened saves, hostile texts. Each is refused with its place; nothing panics.

use std::sync::Arc;

use startup_metaverse::explore::{Bot, play};
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::format::Scenario;
use startup_metaverse::scenario::load::load;
use startup_metaverse::session::{SaveError, Session, read, write};

const SCENE: &str = include_str!("../scenarios/registration.ron");

fn scene() -> (Arc<Scenario>, Arc<Policy>) {
    let policy = Policy::qingdao_2026();
    let loaded = load(SCENE, &policy).expect("the scene loads");
    (Arc::new(loaded.scenario), Arc::new(policy))
}

/// The codes and lines told of a text.
fn told(text: &str) -> Vec<(&'static str, u32)> {
    match load(text, &Policy::qingdao_2026()) {
        Ok(loaded) => loaded.warnings.iter().map(|problem| (problem.code.id(), problem.place.line)).collect(),
        Err(problems) => problems.iter().map(|problem| (problem.code.id(), problem.place.line)).collect(),
    }
}

fn line_of(text: &str, needle: &str) -> u32 {
    let (before, _) = text.split_once(needle).expect("the needle");
    u32::try_from(before.matches('\n').count()).expect("a line").saturating_add(1)
}

#[test]
fn a_scene_broken_in_one_place_is_told_of_there() {
    let misspelt = SCENE.replacen("minutes:", "minuets:", 1);
    assert_eq!(told(&misspelt)[0].0, "E0110");
    let full_width = SCENE.replacen("format: 1,", "format: 1，", 1);
    assert_eq!(told(&full_width)[0], ("E0103", line_of(&full_width, "format: 1，")));
    let unclosed = SCENE.trim_end().strip_suffix(')').expect("the last bracket");
    assert_eq!(told(unclosed)[0].0, "E0104");
    let other = SCENE.replacen("format: 1,", "format: 2,", 1);
    assert_eq!(told(&other)[0].0, "E0201");
    assert_eq!(told("")[0].0, "E0110");
}

#[test]
fn names_that_lead_nowhere_are_told_of_with_their_line() {
    let lost = SCENE.replacen("at: \"service-hall\"", "at: \"service-hell\"", 1);
    assert!(told(&lost).contains(&("E0206", line_of(&lost, "service-hell"))), "{:?}", told(&lost));
}

#[test]
fn no_shortened_scene_panics() {
    let boundaries: Vec<usize> = SCENE.char_indices().map(|(at, _)| at).step_by(397).collect();
    for at in boundaries {
        assert!(load(SCENE.get(..at).expect("a boundary"), &Policy::qingdao_2026()).is_err(), "cut at byte {at}");
    }
}

#[test]
fn hostile_texts_are_refused_before_they_grow() {
    let hostile = [
        "(),".repeat(300_000),
        "(".repeat(100_000),
        "[".repeat(61) + &"]".repeat(61),
        "\u{202E}(format: 1)".to_owned(),
        format!("(format: 1, id: \"{}\")", "x".repeat(2_000_000)),
        "/*".repeat(50_000),
        "\"".to_owned(),
        "\0".repeat(100),
    ];
    for text in hostile {
        assert!(load(&text, &Policy::qingdao_2026()).is_err());
    }
}

#[test]
fn a_save_cut_anywhere_is_refused_or_names_where_it_departs() {
    let (scene, policy) = scene();
    let text = write(&play(Session::start(Arc::clone(&scene), Arc::clone(&policy), 7), Bot::Cautious, 7));
    for (at, _) in text.char_indices().step_by(41) {
        let cut = text.get(..at).expect("a boundary");
        assert!(read(cut, &[Arc::clone(&scene)], &policy).is_err(), "cut at byte {at} of {}", text.len());
    }
}

#[test]
fn an_edited_save_is_found_out_and_keeps_what_still_holds() {
    let (scene, policy) = scene();
    let session = play(Session::start(Arc::clone(&scene), Arc::clone(&policy), 7), Bot::Cautious, 7);
    let text = write(&session);
    let other_seed = text.replacen("seed: 7", "seed: 8", 1);
    assert_ne!(other_seed, text);
    let fault = read(&other_seed, &[Arc::clone(&scene)], &policy).expect_err("another learner's save");
    assert!(matches!(fault, SaveError::BrokenAt { .. }), "{fault}");
    let so_far = fault.so_far().expect("what still holds");
    assert!(so_far.decisions().len() < session.decisions().len());
    let other_format = text.replacen("format: 1", "format: 9", 1);
    assert!(matches!(read(&other_format, &[Arc::clone(&scene)], &policy), Err(SaveError::OtherFormat(9))));
    assert!(matches!(read(&text, &[], &policy), Err(SaveError::UnknownScene(_))));
    assert!(matches!(read("not a save", &[scene], &policy), Err(SaveError::NotASave { .. })));
}
