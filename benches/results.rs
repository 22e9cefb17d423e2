//! How fast results are verified: complete results of the registration scene on one core. Run by `cargo bench --bench results`.
#![allow(clippy::unwrap_used, reason = "a bench that panics has failed")]

use std::sync::Arc;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use startup_metaverse::assess::result::{Claims, Examiner, Verdict, write};
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::load::load;
use startup_metaverse::session::autoplay::expert;
use startup_metaverse::session::{Known, Session};

const SCENES: [&str; 2] =
    [include_str!("../scenarios/registration.ron"), include_str!("../assets/diagnostics/first.ron")];

fn main() {
    divan::main();
}

#[divan::bench(args = [0, 1], sample_count = 10)]
fn results_verified(bencher: Bencher<'_, '_>, scene: usize) {
    let policy = Arc::new(Policy::qingdao_2026());
    let scene = Arc::new(load(SCENES.get(scene).unwrap(), &policy).unwrap().scenario);
    let examiner = Examiner::new(Known::new(&[Arc::clone(&scene)], &policy));
    let result = |seed| {
        let played = expert(Session::start(Arc::clone(&scene), Arc::clone(&policy), seed));
        write(&played, &Claims::default())
    };
    let texts: Vec<String> = (0..50).map(result).collect();
    bencher.counter(ItemsCount::new(50_u32)).bench(|| {
        for text in &texts {
            assert_eq!(black_box(examiner.check(text)).0.verdict, Verdict::Valid);
        }
    });
}
