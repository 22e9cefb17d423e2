//! Sweeps over a scene: a sweep shared out is the same to the byte as one in a single run, repeats itself, and finds the
//! shortest way to what goes wrong.

use std::sync::Arc;

use startup_metaverse::explore::{Bot, MergeError, Part, Plan, Report, Shard, replay};
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::activity::Answer;
use startup_metaverse::scenario::format::Scenario;
use startup_metaverse::scenario::load::load;
use startup_metaverse::session::Session;

const SAMPLE: &str = include_str!("../assets/diagnostics/first.ron");
const PLAN: Plan = Plan { runs: 12, learners: 2, departures: 2 };

fn scene(text: &str) -> (Arc<Scenario>, Arc<Policy>) {
    let policy = Policy::qingdao_2026();
    let scenario = load(text, &policy).expect("the scene loads").scenario;
    (Arc::new(scenario), Arc::new(policy))
}

fn bytes(part: &Part) -> String {
    serde_json::to_string(part).expect("a part is JSON")
}

#[test]
fn a_sweep_shared_out_is_the_same_to_the_byte() {
    let (scene, policy) = scene(SAMPLE);
    let whole = bytes(&Part::run(&scene, &policy, &PLAN, Shard::WHOLE));
    for of in [1, 2, 7, 16] {
        let parts = (1..=of).rev().map(|index| {
            let part = bytes(&Part::run(&scene, &policy, &PLAN, Shard { index, of }));
            serde_json::from_str(&part).expect("a part that was just written")
        });
        let merged = Part::merge(parts.collect()).expect("the parts make a whole");
        assert!(bytes(&merged) == whole, "{of} shards");
    }
}

#[test]
fn parts_that_make_no_whole_are_refused() {
    let (scene, policy) = scene(SAMPLE);
    let plan = Plan { runs: 1, learners: 0, departures: 0 };
    let part = |index, of| Part::run(&scene, &policy, &plan, Shard { index, of });
    assert_eq!(Part::merge(vec![]), Err(MergeError::Nothing));
    assert_eq!(Part::merge(vec![part(1, 3), part(3, 3)]), Err(MergeError::Missing(2)));
    assert_eq!(Part::merge(vec![part(1, 2), part(1, 2)]), Err(MergeError::Twice(1)));
    assert_eq!(Part::merge(vec![part(1, 2), part(2, 3)]), Err(MergeError::Other));
}

#[test]
fn six_bots_play_and_the_better_they_read_the_better_they_score() {
    let (scene, policy) = scene(SAMPLE);
    let report = Report::of(&Part::run(&scene, &policy, &PLAN, Shard::WHOLE), &scene);
    assert_eq!(report.bots.iter().map(|told| told.bot).collect::<Vec<_>>(), Bot::ALL);
    let middle = |bot| report.bot(bot).expect("the bot").scores[2];
    assert_eq!(middle(Bot::Expert), 10_000);
    assert!(middle(Bot::Novice) < middle(Bot::Cautious) && middle(Bot::Cautious) < middle(Bot::Expert));
    for told in &report.bots {
        assert_eq!(told.histogram.iter().sum::<u64>(), told.plays, "{:?}", told.bot);
        assert!(told.scores.is_sorted(), "{:?}", told.bot);
    }
    for covered in &report.coverage {
        assert_eq!(covered.missed, Vec::<String>::new(), "{}", covered.kind);
    }
    assert!(report.states > 100, "{}", report.states);
    assert_eq!(report.left_out, 0);
    assert_eq!(report.failures, []);
}

#[test]
fn an_option_nobody_has_a_reason_to_take_is_named_and_a_cheap_one_is_not() {
    let (plain, policy) = scene(SAMPLE);
    let options = |scene: &Arc<Scenario>| Report::of(&Part::run(scene, &policy, &PLAN, Shard::WHOLE), scene).options;
    let handshake = |scene: &Arc<Scenario>| {
        let told = options(scene).into_iter().find(|told| told.option == "handshake");
        told.expect("the option").dominated_by
    };
    assert_eq!(handshake(&plain).as_deref(), Some("write"));
    // Where writing costs something, shaking hands is at least cheaper: a temptation, as it should be.
    let costly = SAMPLE.replacen(
        "id: \"write\", label:",
        "id: \"write\", effects: [Pay(what: \"纸笔\", amount: \"20.00\")], label:",
        1,
    );
    assert_eq!(handshake(&scene(&costly).0), None);
}

#[test]
fn what_goes_wrong_is_shrunk_to_the_answer_that_does_it() {
    // Only with the handshake and an even split does the last step ask for more money than there is.
    let broken = SAMPLE
        .replacen(
            "id: \"handshake\", label:",
            "id: \"handshake\", effects: [Pay(what: \"定金\", amount: \"70000.00\")], label:",
            1,
        )
        .replacen(
            "(id: \"even\", label:",
            "(id: \"even\", effects: [Pay(what: \"押金\", amount: \"50000.00\")], label:",
            1,
        );
    let (scene, policy) = scene(&broken);
    let report =
        Report::of(&Part::run(&scene, &policy, &Plan { runs: 40, learners: 2, departures: 2 }, Shard::WHOLE), &scene);
    let [failure] = report.failures.as_slice() else { panic!("{:?}", report.failures) };
    assert_eq!((failure.kind, failure.step.as_str(), failure.answers), ("failure-refused", "votes", 2));
    let (_, script) = failure.command.split_once("--replay '").expect("a script");
    let answers: Vec<(String, Answer)> = ron::from_str(script.trim_end_matches('\'')).expect("answers");
    let seed = failure.command.split("--seed ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a seed");
    let start = Session::start(Arc::clone(&scene), policy, seed.parse().expect("a number"));
    let (session, again) = replay(start, &answers);
    assert!(!session.is_closed());
    assert_eq!(again.map(|failure| failure.step), Some("votes".to_owned()));
}
