//! Any text as a result, as it is and sealed: a verdict is given, and what holds can be handed in again.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use startup_metaverse::assess::result::{Claims, Examiner, Verdict, sealed, write};
use startup_metaverse::assess::ticket::Ticket;
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::load::load;
use startup_metaverse::session::Known;

static EXAMINER: LazyLock<Examiner> = LazyLock::new(|| {
    let policy = Arc::new(Policy::qingdao_2026());
    let text = include_str!("../../assets/diagnostics/first.ron");
    let scene = Arc::new(load(text, &policy).expect("the sample loads").scenario);
    Examiner::new(Known::new(&[scene], &policy))
});

fuzz_target!(|text: &str| {
    let _ = Ticket::read(text);
    for text in [text.to_owned(), sealed(text)] {
        let (checked, session) = EXAMINER.check(&text);
        if let (Some(session), Verdict::Valid | Verdict::Incomplete { .. }, None) =
            (session, &checked.verdict, &checked.ticket)
        {
            let claims = Claims { learner: checked.learner.clone(), day: checked.day.clone(), seconds: Vec::new() };
            let again = EXAMINER.check(&write(&session, &claims)).0;
            assert_eq!(again.verdict, checked.verdict);
            assert_eq!(again.score, checked.score);
        }
    }
});
