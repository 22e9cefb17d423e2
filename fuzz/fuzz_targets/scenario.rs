//! Any bytes as a scene: reviewed, and where they load, laid out without a change of meaning. Nothing may panic.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use startup_metaverse::assess::review;
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::layout::laid_out;
use startup_metaverse::scenario::load::load;

static POLICY: LazyLock<Policy> = LazyLock::new(Policy::qingdao_2026);

fuzz_target!(|bytes: &[u8]| {
    let _ = review(bytes, &POLICY, false);
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let laid = laid_out(text);
    if let Ok(loaded) = load(text, &POLICY) {
        let laid = laid.expect("what loads pairs its brackets");
        let again = load(&laid, &POLICY).expect("what is laid out loads");
        assert_eq!(again.scenario, loaded.scenario, "layout keeps the meaning");
        assert_eq!(laid_out(&laid).as_deref(), Some(laid.as_str()), "twice is as good as once");
    }
});
