//! Golden replays: each scene's own tests, for every seed, with score, ending and state hash. A changed rule shows up as a
//! difference that a person has to justify: `BLESS=1 cargo test --test golden` writes the new ones.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use startup_metaverse::assess::{golden, run_all};
use startup_metaverse::explore::{Bot, explore};
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::format::Scenario;
use startup_metaverse::scenario::load::load;
use startup_metaverse::session::{Scribe, Session, read, write};

fn scenes() -> Vec<Arc<Scenario>> {
    let policy = Policy::qingdao_2026();
    let mut files: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios"))
        .expect("scenarios")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .collect();
    files.sort();
    let load = |path: &std::path::PathBuf| {
        let text = fs::read_to_string(path).expect("a scene");
        Arc::new(load(&text, &policy).unwrap_or_else(|problems| panic!("{}: {problems:#?}", path.display())).scenario)
    };
    files.iter().map(load).collect()
}

#[test]
fn replays_are_as_they_were() {
    let policy = Arc::new(Policy::qingdao_2026());
    for scene in scenes() {
        let told = golden(&scene, &policy);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{}.txt", scene.id));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &told).expect("a golden file");
        }
        let before = fs::read_to_string(&path).expect("a golden file; BLESS=1 writes it");
        assert_eq!(before, told, "{}: replays differ", scene.id);
    }
}

#[test]
fn scenes_pass_their_own_tests() {
    let policy = Arc::new(Policy::qingdao_2026());
    for scene in scenes() {
        for report in run_all(&scene, &policy) {
            assert!(report.failures.is_empty(), "{} seed {}: {:#?}", report.name, report.seed, report.failures);
        }
    }
}

#[test]
fn play_by_chance_scores_badly_and_always_comes_to_an_end() {
    let policy = Arc::new(Policy::qingdao_2026());
    for scene in scenes() {
        let found = explore(&scene, &policy, 60);
        assert!(found.stuck.is_empty(), "{}: stuck {:?}", scene.id, found.stuck);
        let (random, cautious, expert) =
            (found.median(Bot::Random), found.median(Bot::Cautious), found.median(Bot::Expert));
        assert!(random <= Some(5_000), "{}: random median {random:?}", scene.id);
        assert!(random < cautious && cautious < expert, "{}: {random:?} {cautious:?} {expert:?}", scene.id);
        assert!(expert >= Some(9_500), "{}: expert median {expert:?}", scene.id);
        for step in &scene.steps {
            assert!(found.steps.contains(&step.id), "{}: no bot met {}", scene.id, step.id);
        }
    }
}

#[test]
fn a_save_at_every_decision_takes_the_play_up_again() {
    let policy = Arc::new(Policy::qingdao_2026());
    for scene in scenes() {
        let whole = startup_metaverse::explore::play(
            Session::start(Arc::clone(&scene), Arc::clone(&policy), 3),
            Bot::Cautious,
            3,
        );
        let mut scribe = Scribe::of(&whole);
        for count in 0..=whole.decisions().len() {
            let part = whole.rewound(count);
            assert_eq!(scribe.write(&part), write(&part), "one decision more, after {count}");
            let again = read(&write(&part), &[Arc::clone(&scene)], &policy).expect("a save that was just written");
            assert_eq!(again.state_hash(), part.state_hash(), "after {count} decisions");
        }
        let fewer = whole.rewound(2);
        assert_eq!(scribe.write(&fewer), write(&fewer), "after going back");
        assert_eq!(whole.rewound(whole.decisions().len()).state_hash(), whole.state_hash());
    }
}
