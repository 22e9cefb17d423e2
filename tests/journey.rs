//! One company carried through every scene that can take it up: by the expert, by a novice, and by a hundred players who answer by
//! chance. At every scene's end the books tie and the company is sound.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use startup_metaverse::explore::{Bot, Finish, Leg, chronicle, journey};
use startup_metaverse::money::Money;
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::activity::Activity;
use startup_metaverse::scenario::format::Scenario;
use startup_metaverse::scenario::load::load;
use startup_metaverse::session::{Session, read, write};

fn scenes(policy: &Policy) -> Vec<Arc<Scenario>> {
    let folder = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")).expect("scenarios");
    let paths = folder.map(|entry| entry.expect("an entry").path());
    let paths = paths.filter(|path| path.extension().is_some_and(|ending| ending == "ron"));
    let scene = |path: std::path::PathBuf| {
        let text = fs::read_to_string(&path).expect("a scene");
        Arc::new(load(&text, policy).unwrap_or_else(|problems| panic!("{}: {problems:#?}", path.display())).scenario)
    };
    paths.map(scene).collect()
}

/// Whether a voucher was written by hand, in this scene or in one before it.
fn by_hand(session: &Session) -> bool {
    let writes = |scene: &Scenario| scene.steps.iter().any(|step| matches!(step.activity, Activity::Voucher(_)));
    writes(session.scenario()) || session.earlier().iter().any(|earlier| writes(&earlier.scenario))
}

fn sound(Leg { session, finish }: &Leg, who: &str) {
    let scene = &session.scenario().id;
    assert_eq!(*finish, Finish::Closed, "{who}, {scene}");
    let firm = &session.state().firm;
    let sum = firm.ledger().trial_balance().map(|(_, balance)| balance);
    assert_eq!(Money::total(sum), Ok(Money::ZERO), "{who}, {scene}: the trial balance");
    // What somebody wrote freely names no customer and no goods, and may untie the sub-ledgers; no operation does.
    if firm.business().is_some() && !by_hand(session) {
        assert!(firm.ties().is_ok(), "{who}, {scene}: the sub-ledgers tie");
    }
}

#[test]
fn the_experts_company_goes_through_every_scene() {
    let policy = Arc::new(Policy::qingdao_2026());
    let scenes = scenes(&policy);
    for seed in 1..=6 {
        let legs = journey(&scenes, &policy, Bot::Expert, seed);
        assert_eq!(legs.len(), scenes.len());
        for (place, leg) in legs.iter().enumerate() {
            sound(leg, "expert");
            assert_eq!(leg.session.continues(), place > 0, "seed {seed}, {}", leg.session.scenario().id);
        }
        // The whole journey is in the last scene's save.
        let last = &legs.last().expect("scenes").session;
        let read = read(&write(last), &scenes, &policy).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        assert_eq!(read.state_hash(), last.state_hash());
    }
}

#[test]
fn a_novices_company_comes_through_with_its_books_in_order() {
    let policy = Arc::new(Policy::qingdao_2026());
    let scenes = scenes(&policy);
    for seed in 1..=12 {
        let legs = journey(&scenes, &policy, Bot::Novice, seed);
        assert_eq!(legs.len(), scenes.len());
        for leg in &legs {
            sound(leg, &format!("novice {seed}"));
        }
    }
}

#[test]
fn a_hundred_players_by_chance_come_to_an_end_with_their_books_in_order() {
    let policy = Arc::new(Policy::qingdao_2026());
    let scenes = scenes(&policy);
    for seed in 1..=100 {
        let legs = journey(&scenes, &policy, Bot::Uniform, seed);
        assert_eq!(legs.len(), scenes.len());
        for leg in &legs {
            sound(leg, &format!("chance {seed}"));
        }
    }
}

#[test]
fn a_journey_is_the_same_each_time() {
    let policy = Arc::new(Policy::qingdao_2026());
    let scenes = scenes(&policy);
    assert_eq!(chronicle(&scenes, &policy, &[3]), chronicle(&scenes, &policy, &[3]));
}
