//! How fast scenes are played by bots and checked: complete play-throughs of the registration scene on one core, and a
//! thousand scenes of some sixty kilobytes loaded and checked. Run by `cargo bench --bench explore`.
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a bench that panics has failed")]

use std::sync::Arc;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use startup_metaverse::explore::{Bot, play};
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::load::load;
use startup_metaverse::session::Session;

const SCENE: &str = include_str!("../scenarios/registration.ron");
const SCENES: usize = 1_000;
const SCENE_BYTES: usize = 60_000;

fn main() {
    divan::main();
}

/// The registration scene without its last steps, which leaves some sixty kilobytes.
fn shorter() -> String {
    let (head, tail) = SCENE.split_once("    endings: [").unwrap();
    let mut steps: Vec<&str> = head.split("\n        (\n            id: ").collect();
    while steps.len() > 2 && steps.iter().map(|step| step.len()).sum::<usize>() + tail.len() > SCENE_BYTES {
        steps.pop();
    }
    let body = steps.join("\n        (\n            id: ");
    [body.trim_end().trim_end_matches("    ],").trim_end(), "\n    ],\n    endings: [", tail].concat()
}

#[divan::bench(args = [Bot::Uniform, Bot::Novice, Bot::Expert], sample_count = 10)]
fn play_throughs_of_registration(bencher: Bencher<'_, '_>, bot: Bot) {
    let policy = Arc::new(Policy::qingdao_2026());
    let scene = Arc::new(load(SCENE, &policy).unwrap().scenario);
    bencher.counter(ItemsCount::new(100_u32)).bench(|| {
        for run in 1..=100 {
            black_box(play(Session::start(Arc::clone(&scene), Arc::clone(&policy), run), bot, run));
        }
    });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn a_thousand_scenes_loaded_and_checked(bencher: Bencher<'_, '_>) {
    let policy = Policy::qingdao_2026();
    let text = shorter();
    // Names that the left out steps would have given are missing, which the checker tells as it should.
    bencher.counter(ItemsCount::new(SCENES)).bench(|| {
        for _ in 0..SCENES {
            let _ = black_box(load(black_box(&text), &policy));
        }
    });
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn the_registration_scene_loaded_and_checked(bencher: Bencher<'_, '_>) {
    let policy = Policy::qingdao_2026();
    bencher.counter(ItemsCount::new(100_u32)).bench(|| {
        for _ in 0..100 {
            black_box(load(black_box(SCENE), &policy).unwrap());
        }
    });
}
