//! Replays and prints hashes, a line each, the same natively and as wasm; `cargo xtask test` compares the two.
//!
//! Natively it reads `scenarios/*.ron` itself; as wasm, node hands the texts over (`tests/wasm/replay.cjs`).
#![cfg_attr(
    not(target_family = "wasm"),
    expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line talks through its streams")
)]

use std::sync::Arc;

use startup_metaverse::assess::golden;
#[cfg(not(target_family = "wasm"))]
use startup_metaverse::assess::score;
use startup_metaverse::calendar::Date;
use startup_metaverse::chance::Chance;
use startup_metaverse::explore::{
    self,
    companies::{Life, chronicle},
};
use startup_metaverse::firm::Refusal;
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::load::load;
#[cfg(not(target_family = "wasm"))]
use startup_metaverse::session::Decision;
#[cfg(not(target_family = "wasm"))]
use startup_metaverse::session::Session;
#[cfg(not(target_family = "wasm"))]
use startup_metaverse::session::autoplay::expert;
#[cfg(target_family = "wasm")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Draws hashed of each stream.
const DRAWS: u32 = 4096;

/// Companies that live for ten years each: a thousand company-years.
const COMPANIES: u64 = 100;
const MONTHS: u32 = 120;

/// Every line for these scenes, given as their texts.
#[cfg_attr(target_family = "wasm", wasm_bindgen)]
pub fn hashes(scenes: Vec<String>) -> String {
    let mut lines = ground();
    lines += &companies();
    lines += &journeys(&scenes);
    for scene in scenes {
        lines += &replays(&scene);
    }
    lines
}

/// Seeds of the journeys.
const JOURNEYS: [u64; 3] = [1, 2, 3];

/// One company through all scenes, by who knows, who errs and who answers by chance.
fn journeys(scenes: &[String]) -> String {
    let policy = Arc::new(Policy::qingdao_2026());
    let scenes = scenes.iter().filter_map(|text| load(text, &policy).ok());
    let scenes: Vec<_> = scenes.map(|loaded| Arc::new(loaded.scenario)).collect();
    explore::chronicle(&scenes, &policy, &JOURNEYS)
}

/// Chance itself: the draws of some streams at bounds that meet the rejection rule.
fn ground() -> String {
    let mut lines = String::new();
    for (purpose, bound) in [("vary", 6), ("market", 1000), ("names", 3_000_000_000), ("days", u32::MAX)] {
        let mut stream = Chance::stream(20_260_101, purpose, "", 20_454);
        let mut hasher = blake3::Hasher::new();
        for _ in 0..DRAWS {
            hasher.update(&stream.below(bound).to_le_bytes());
        }
        lines.extend(["chance ", purpose, " ", hasher.finalize().to_hex().as_str(), "\n"]);
    }
    lines
}

/// Companies run by chance, a line each: a hash over their state after every month.
fn companies() -> String {
    let policy = Policy::qingdao_2026();
    let Ok(first) = Date::new(2026, 1, 1) else { return "no first day\n".to_owned() };
    let mut lines = String::new();
    for seed in 1..=COMPANIES {
        lines.extend(["company ", &seed.to_string(), " ", &chronicle(seed, first, MONTHS, &policy), "\n"]);
    }
    lines
}

/// Companies whose years are timed, and their months.
const TIMED: u64 = 20;
const TIMED_MONTHS: u32 = 36;

/// Lives some companies for three years and gives a checksum of them; who calls it takes the time.
#[cfg_attr(target_family = "wasm", wasm_bindgen)]
pub fn timed() -> String {
    let policy = Policy::qingdao_2026();
    let mut hasher = blake3::Hasher::new();
    let mut live = |seed: u64| -> Result<(), Refusal> {
        let mut life = Life::found(seed, Date::new(2026, 1, 1)?, &policy)?;
        for _ in 0..TIMED_MONTHS {
            life.month(&policy, |act, firm| act.perform(firm, &policy).is_ok())?;
        }
        hasher.update(life.firm.state_hash().as_bytes());
        Ok(())
    };
    match (1..=TIMED).try_for_each(&mut live) {
        Ok(()) => hasher.finalize().to_hex().as_str().to_owned(),
        Err(refusal) => format!("ended: {refusal}"),
    }
}

/// Every trial of a scene: score, ending, the state's hash, and a hash over those after each decision.
fn replays(scene: &str) -> String {
    let policy = Policy::qingdao_2026();
    match load(scene, &policy) {
        Ok(loaded) => golden(&Arc::new(loaded.scenario), &Arc::new(policy)),
        Err(problems) => format!("a scene with {} problems\n", problems.len()),
    }
}

#[cfg(not(target_family = "wasm"))]
fn main() -> std::process::ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let told = match words.as_slice() {
        [] => scenes().map(hashes).map_err(|error| format!("scenarios/: {error}")),
        [order] if order == "timed" => Ok(fastest()),
        [order, scene, seed] if order == "answers" => answers(scene, seed),
        _ => Err("hashes [timed | answers <scene.ron> <seed>]".to_owned()),
    };
    match told {
        Ok(text) => {
            print!("{text}");
            std::process::ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("{reason}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(target_family = "wasm")]
fn main() {}

/// The checksum of the timed companies and the microseconds of the fastest of five runs.
#[cfg(not(target_family = "wasm"))]
#[expect(clippy::disallowed_types, reason = "a native program takes the time here, not the core")]
fn fastest() -> String {
    let runs = (0..5).map(|_| {
        let begun = std::time::Instant::now();
        (timed(), begun.elapsed().as_micros())
    });
    let (checksum, micros) = runs.min_by_key(|(_, micros)| *micros).unwrap_or_default();
    format!("{checksum} {micros}\n")
}

/// What the expert answers in a scene, for the browser tests: answers in order, points, ending and final hash as JSON.
#[cfg(not(target_family = "wasm"))]
fn answers(path: &str, seed: &str) -> Result<String, String> {
    let policy = Arc::new(Policy::qingdao_2026());
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let loaded = load(&text, &policy).map_err(|problems| format!("{path}: {} problems", problems.len()))?;
    let seed: u64 = seed.parse().map_err(|_| format!("{seed}: no seed"))?;
    let session = expert(Session::start(Arc::new(loaded.scenario), policy, seed));
    let answers = session.decisions().iter().filter_map(|decision| match decision {
        Decision::Answer(answer) => Some(answer),
        Decision::Open(_) | Decision::Hint => None,
    });
    let told = serde_json::json!({
        "seed": seed,
        "answers": answers.collect::<Vec<_>>(),
        "points": score(&session).text,
        "ending": session.view().ending.map(|ending| ending.title),
        "hash": session.state_hash(),
    });
    Ok(told.to_string())
}

/// The scenes of the checkout, by name.
#[cfg(not(target_family = "wasm"))]
fn scenes() -> std::io::Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir("scenarios")? {
        paths.push(entry?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
    paths.sort();
    paths.iter().map(std::fs::read_to_string).collect()
}
