//! Result files: what is changed is found, what is cut still tells as far as it goes, and only the decisions make a score.

use std::sync::{Arc, LazyLock};

use startup_metaverse::assess::result::{
    Alike, Checked, Claims, Edited, Examiner, Verdict, alike, sealed, unsealed, write,
};
use startup_metaverse::assess::score;
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::format::Scenario;
use startup_metaverse::scenario::load::load;
use startup_metaverse::session::autoplay::{expert, read_all};
use startup_metaverse::session::{Decision, Known, Session};

static POLICY: LazyLock<Arc<Policy>> = LazyLock::new(|| Arc::new(Policy::qingdao_2026()));
static SCENES: LazyLock<Vec<Arc<Scenario>>> = LazyLock::new(|| {
    let texts = [include_str!("../scenarios/registration.ron"), include_str!("../assets/diagnostics/first.ron")];
    texts.iter().map(|text| Arc::new(load(text, &POLICY).expect("a sound scene").scenario)).collect()
});
static EXAMINER: LazyLock<Examiner> = LazyLock::new(|| Examiner::new(Known::new(&SCENES, &POLICY)));

fn scene(place: usize) -> Arc<Scenario> {
    Arc::clone(SCENES.get(place).expect("a scene"))
}

fn start(place: usize, seed: u64) -> Session {
    Session::start(scene(place), Arc::clone(&POLICY), seed)
}

fn claims(learner: &str) -> Claims {
    Claims { learner: learner.to_owned(), day: "2026-03-05".to_owned(), seconds: vec![7; 12] }
}

/// The scene played by the expert, who takes the first option instead of the right one every few choices.
fn careless(place: usize, seed: u64) -> Session {
    let mut session = start(place, seed);
    read_all(&mut session);
    let _ = session.decide(Decision::Hint);
    expert(session)
}

fn verdict(text: &str) -> Verdict {
    EXAMINER.check(text).0.verdict
}

fn checked(text: &str) -> Checked {
    EXAMINER.check(text).0
}

/// The text changed and sealed anew, as somebody does who knows how.
fn forged(text: &str, find: &str, put: &str) -> String {
    let (body, _) = unsealed(text);
    assert!(body.contains(find), "{find} in {body}");
    sealed(&body.replacen(find, put, 1))
}

#[test]
fn a_result_is_small_text_and_valid() {
    for (place, seed) in [(0, 7), (0, 8), (1, 7)] {
        let played = expert(start(place, seed));
        let text = write(&played, &claims("2026-017"));
        let found = checked(&text);
        assert_eq!(found.verdict, Verdict::Valid, "{text}");
        assert_eq!(found.score, Some(score(&played)));
        assert_eq!((found.learner.as_str(), found.seed), ("2026-017", Some(seed)));
        assert!(text.len() <= 6_144, "{} bytes: {text}", text.len());
        assert_eq!(write(&played, &claims("2026-017")), text, "the same play gives the same text");
        assert!(text.lines().count() > played.decisions().len(), "a decision has a line");
    }
}

#[test]
fn every_byte_flipped_is_found() {
    for text in [write(&careless(1, 3), &claims("a")), write(&expert(start(1, 4)), &claims("海燕"))] {
        let found = checked(&text).verdict;
        assert_eq!(found, Verdict::Valid);
        for at in 0..text.len() {
            for bit in [0x01, 0x10, 0x20] {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= bit;
                let Ok(other) = String::from_utf8(bytes) else { continue };
                let verdict = verdict(&other);
                assert!(!verdict.holds(), "byte {at}: {verdict:?}");
            }
        }
    }
}

#[test]
fn a_flipped_byte_in_a_decision_names_it() {
    let played = expert(start(1, 3));
    let text = write(&played, &claims("a"));
    let (head, decisions) = text.split_once("decisions: [\n").expect("decisions");
    for (place, line) in decisions.lines().take(played.decisions().len()).enumerate() {
        let changed = line.replacen("\", ", "x\", ", 1).replacen("\")), ", "x\")), ", 1);
        let changed = if changed == line { line.replacen("),\"", "), \"f", 1) } else { changed };
        if changed == line {
            continue;
        }
        let text = format!("{head}decisions: [\n{}", decisions.replacen(line, &changed, 1));
        let verdict = verdict(&text);
        let named =
            matches!(verdict, Verdict::Tampered { decision } if usize::try_from(decision).expect("small") == place);
        assert!(named || verdict == Verdict::Edited(Edited::Seal), "{place}: {verdict:?}\n{line}\n{changed}");
    }
}

#[test]
fn a_result_cut_anywhere_tells_as_far_as_it_goes() {
    let played = expert(start(1, 3));
    let text = write(&played, &claims("a"));
    let mut most = 0;
    for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
        match verdict(text.get(..at).expect("a boundary")) {
            Verdict::CutOff { decisions } => {
                assert!(decisions >= most, "byte {at}: {decisions} after {most}");
                most = decisions;
            }
            Verdict::Unread { .. } => assert_eq!(most, 0, "byte {at}"),
            verdict => assert_eq!(verdict, Verdict::Edited(Edited::Seal), "byte {at}"),
        }
    }
    assert_eq!(usize::try_from(most).expect("small"), played.decisions().len());
}

#[test]
fn a_prefix_of_a_play_verifies_as_that_prefix() {
    let played = expert(start(0, 5));
    for count in 0..played.decisions().len() {
        let text = write(&played.rewound(count), &claims("a"));
        assert_eq!(verdict(&text), Verdict::Incomplete { decisions: u32::try_from(count).expect("small") });
    }
}

#[test]
fn only_the_decisions_make_a_score() {
    let played = careless(1, 3);
    let text = write(&played, &claims("a"));
    let earned = score(&played).centipoints;
    let forged = forged(&text, &format!("centipoints: {earned}"), "centipoints: 10001");
    let found = checked(&forged);
    assert_eq!(found.verdict, Verdict::Edited(Edited::Score));
    assert_eq!(found.score.map(|score| score.centipoints), Some(earned));
    assert_eq!(found.claimed, Some(10_001));
}

#[test]
fn reordered_doubled_and_foreign_decisions_are_found_though_sealed_anew() {
    let played = expert(start(1, 3));
    let text = write(&played, &claims("a"));
    let (body, _) = unsealed(&text);
    let lines: Vec<&str> = body.lines().collect();
    let first = lines.iter().position(|line| line.contains("decisions: [")).expect("decisions") + 1;
    let last = first + played.decisions().len() - 1;
    let with = |change: &dyn Fn(&mut Vec<&str>)| {
        let mut lines = lines.clone();
        change(&mut lines);
        sealed(&lines.join("\n"))
    };
    for at in first..last {
        for text in [with(&|lines| lines.swap(at, at + 1)), with(&|lines| lines.insert(at, lines[at]))] {
            let found = verdict(&text);
            let upto = u32::try_from(at - first + 1).expect("small");
            assert!(matches!(found, Verdict::Tampered { decision } if decision <= upto), "{at}: {found:?}");
        }
    }
    // The log of another learner under this one's seed.
    let other = write(&expert(start(1, 3)), &claims("a"));
    let foreign = forged(&other, "seed: 3,", "seed: 4,");
    assert!(matches!(verdict(&foreign), Verdict::Tampered { .. }), "{:?}", verdict(&foreign));
}

#[test]
fn another_scene_policy_or_engine_is_named() {
    let text = write(&expert(start(1, 3)), &claims("a"));
    let scene_hash = startup_metaverse::session::scenario_hash(&SCENES[1]);
    let other = forged(&text, &scene_hash, &scene_hash.replace(['0', '1', '2', '3'], "4"));
    assert_eq!(checked(&other).verdict.id(), "other-scene");
    let policy_hash = text.split("policy_hash: \"").nth(1).and_then(|rest| rest.split('"').next()).expect("a hash");
    assert_eq!(verdict(&forged(&text, policy_hash, "0")).id(), "other-policy");
    assert_eq!(verdict(&forged(&text, "scene: \"first-agreement\"", "scene: \"nowhere\"")).id(), "unread");
    // An engine that leads to the same is no fault; one that leads elsewhere is named.
    let engine = format!("engine: \"{}\"", env!("CARGO_PKG_VERSION"));
    let older = forged(&text, &engine, "engine: \"0.0.9\"");
    assert_eq!(verdict(&older), Verdict::Valid);
    let (head, decisions) = older.split_once("decisions: [\n").expect("decisions");
    let body =
        format!("{head}decisions: [\n{}", decisions.replacen("), \"", "), \"f", 1).replacen(")),\"", ")),\"f", 1));
    let elsewhere = sealed(&unsealed(&body).0);
    let found = verdict(&elsewhere);
    assert!(
        matches!(&found, Verdict::OtherEngine { wrote, .. } if wrote == "0.0.9") || found == Verdict::Valid,
        "{found:?}"
    );
}

#[test]
fn duplicates_and_copies_are_told_apart() {
    let results: Vec<Checked> = [(3, "a"), (3, "a"), (3, "b"), (4, "c")]
        .iter()
        .map(|(seed, learner)| checked(&write(&expert(start(1, *seed)), &claims(learner))))
        .collect();
    let marked = alike(&results);
    assert_eq!(marked[0], None);
    assert!(matches!(marked[1], Some(Alike::Duplicate(twin)) if twin.of == 0));
    assert!(matches!(marked[2], Some(Alike::Near(twin)) if twin.share_ppm == 1_000_000));
}

#[test]
fn a_thousand_results_are_checked_one_by_one() {
    let texts: Vec<String> = (0..40).map(|seed| write(&expert(start(1, seed)), &claims("a"))).collect();
    let checked: Vec<Checked> = (0..1_000).map(|place| checked(&texts[place % texts.len()])).collect();
    assert!(checked.iter().all(|found| found.verdict == Verdict::Valid));
    assert_eq!(alike(&checked).iter().flatten().count(), 960);
}
