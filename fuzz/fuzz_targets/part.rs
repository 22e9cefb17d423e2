//! Any text as a part of a sweep, what `explore merge` reads: refused, or merged and reported on.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use startup_metaverse::explore::{Part, Report};
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::format::Scenario;
use startup_metaverse::scenario::load::load;

static SCENE: LazyLock<Scenario> = LazyLock::new(|| {
    let text = include_str!("../../assets/diagnostics/first.ron");
    load(text, &Policy::qingdao_2026()).expect("the sample loads").scenario
});

fuzz_target!(|text: &str| {
    let Ok(part) = serde_json::from_str::<Part>(text) else { return };
    if let Ok(whole) = Part::merge(vec![part.clone(), part.clone()]).or_else(|_| Part::merge(vec![part])) {
        let _ = Report::of(&whole, &SCENE);
    }
});
