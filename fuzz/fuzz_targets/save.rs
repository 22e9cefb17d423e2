//! Any text as a save: refused, or taken up so far as it holds; what is taken up can be written and read again.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::format::Scenario;
use startup_metaverse::scenario::load::load;
use startup_metaverse::session::{read, write};

static POLICY: LazyLock<Arc<Policy>> = LazyLock::new(|| Arc::new(Policy::qingdao_2026()));
static SCENE: LazyLock<Arc<Scenario>> = LazyLock::new(|| {
    let text = include_str!("../../assets/diagnostics/first.ron");
    Arc::new(load(text, &POLICY).expect("the sample loads").scenario)
});

fuzz_target!(|text: &str| {
    let taken = read(text, &[Arc::clone(&SCENE)], &POLICY).or_else(|fault| fault.so_far().ok_or(()));
    if let Ok(session) = taken {
        let again = read(&write(&session), &[Arc::clone(&SCENE)], &POLICY).expect("what was written is read");
        assert_eq!(again.state_hash(), session.state_hash());
    }
});
