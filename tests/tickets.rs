//! Assessed play: no help, nothing taken back, the first answer counts, and a ticket that cannot be forged or lent.
#![cfg(feature = "signing")]

use std::sync::{Arc, LazyLock};

use startup_metaverse::assess::result::{Claims, Examiner, Verdict, sealed, unsealed, write};
use startup_metaverse::assess::score;
use startup_metaverse::assess::ticket::{Terms, Ticket, TicketFault, Trainer};
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::format::Scenario;
use startup_metaverse::scenario::load::load;
use startup_metaverse::session::autoplay::expert;
use startup_metaverse::session::{Decision, HintView, Known, Refused, Seat, Session, read, scenario_hash};

static POLICY: LazyLock<Arc<Policy>> = LazyLock::new(|| Arc::new(Policy::qingdao_2026()));
static SCENE: LazyLock<Arc<Scenario>> = LazyLock::new(|| {
    let text = include_str!("../scenarios/registration.ron");
    Arc::new(load(text, &POLICY).expect("a sound scene").scenario)
});

fn trainer(byte: u8) -> Trainer {
    Trainer::new(&[byte; 32])
}

fn terms(hash: &str) -> Terms {
    let until = "2026-06-30".parse().expect("a day");
    Terms::new("registration", hash, "2026级创业一班", until).expect("terms")
}

fn ticket() -> Ticket {
    trainer(1).ticket(terms(&scenario_hash(&SCENE)), [7; 8])
}

fn assessed(ticket: &Ticket, learner: &str) -> Session {
    Session::assessed(Arc::clone(&SCENE), Arc::clone(&POLICY), Seat::new(&ticket.text(), learner))
}

fn examiner() -> Examiner {
    Examiner::new(Known::new(&[Arc::clone(&SCENE)], &POLICY)).trusting(vec![trainer(1).public()])
}

fn handed_in(session: &Session, day: &str) -> String {
    write(session, &Claims { learner: "nobody asks".to_owned(), day: day.to_owned(), seconds: Vec::new() })
}

fn fault(text: &str) -> Option<TicketFault> {
    match examiner().check(text).0.verdict {
        Verdict::Ticket(fault) => Some(fault),
        _ => None,
    }
}

#[test]
fn a_ticket_is_one_short_line_and_reads_back() {
    let ticket = ticket();
    let line = ticket.text();
    assert!(line.len() <= 320 && !line.contains(char::is_whitespace), "{} letters: {line}", line.len());
    assert_eq!(Ticket::read(&format!("  {line}\n")), Ok(ticket.clone()));
    assert_eq!(ticket.distrusted(&[trainer(1).public()]), Ok(()));
    assert!(matches!(ticket.distrusted(&[trainer(2).public()]), Err(TicketFault::OtherTrainer { .. })));
    assert_eq!(Ticket::read("kaohe"), Err(TicketFault::NoTicket));
}

#[test]
fn a_ticket_with_any_letter_changed_or_missing_is_none() {
    let line = ticket().text();
    for at in 0..line.len() {
        let mut changed = line.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("letters");
        assert!(Ticket::read(&changed).is_err(), "{at}");
        assert!(Ticket::read(line.get(..at).expect("a boundary")).is_err(), "{at}");
    }
}

#[test]
fn a_ticket_made_without_the_key_is_forged() {
    // Somebody with a key of their own writes the trainer's name on it.
    let mut forged = trainer(2).ticket(terms(&scenario_hash(&SCENE)), [7; 8]);
    forged.terms.trainer = trainer(1).public();
    assert_eq!(forged.distrusted(&[trainer(1).public()]), Err(TicketFault::Forged));
    let own = trainer(2).ticket(terms(&scenario_hash(&SCENE)), [7; 8]);
    let text = handed_in(&expert(assessed(&own, "017")), "2026-03-05");
    assert!(matches!(fault(&text), Some(TicketFault::OtherTrainer { .. })));
}

#[test]
fn assessed_play_gives_no_help_and_takes_nothing_back() {
    let mut session = assessed(&ticket(), "017");
    assert!(session.view().step.is_some_and(|step| step.hint == HintView::None));
    assert_eq!(session.decide(Decision::Hint), Err(Refused::NoHelp));
    assert_eq!(session.undone().err(), Some(Refused::Undo));
    let practice = Session::start(Arc::clone(&SCENE), Arc::clone(&POLICY), 1);
    assert_eq!(practice.undone().err(), Some(Refused::NothingToUndo));
    // A reload goes on where it was, in the same mode.
    let played = expert(session).rewound(3);
    let again = read(&startup_metaverse::session::write(&played), &[Arc::clone(&SCENE)], &POLICY).expect("the save");
    assert_eq!((again.mode(), again.state_hash()), (played.mode(), played.state_hash()));
}

#[test]
fn each_learner_has_a_seed_of_their_own_and_a_result_that_holds() {
    let (one, other) = (assessed(&ticket(), "017"), assessed(&ticket(), "018"));
    assert_ne!(one.seed(), other.seed());
    let played = expert(one);
    let (checked, _) = examiner().check(&handed_in(&played, "2026-06-30"));
    assert_eq!((checked.verdict, checked.learner.as_str()), (Verdict::Valid, "017"));
    assert_eq!(checked.score, Some(score(&played)));
}

#[test]
fn a_late_lent_or_misused_ticket_is_named() {
    let text = handed_in(&expert(assessed(&ticket(), "017")), "2026-07-01");
    assert!(matches!(fault(&text), Some(TicketFault::Late { .. })));
    assert_eq!(examiner().received(Some("2026-06-30".to_owned())).check(&text).0.verdict, Verdict::Valid);
    // The seat of another, or a seed that was chosen.
    let text = handed_in(&expert(assessed(&ticket(), "017")), "2026-03-05");
    let lent = sealed(
        &unsealed(&text)
            .0
            .replace("learner: \"017\"", "learner: \"018\"")
            .replace("learner:\"017\"", "learner:\"018\""),
    );
    assert_eq!(fault(&lent), Some(TicketFault::OtherSeed));
    let other_scene =
        trainer(1).ticket(Terms { scene: "premises".to_owned(), ..terms(&scenario_hash(&SCENE)) }, [7; 8]);
    let text = handed_in(&expert(assessed(&other_scene, "017")), "2026-03-05");
    assert!(matches!(fault(&text), Some(TicketFault::OtherScene { .. })));
    let changed = trainer(1).ticket(terms(&"0".repeat(64)), [7; 8]);
    let text = handed_in(&expert(assessed(&changed, "017")), "2026-03-05");
    assert!(matches!(fault(&text), Some(TicketFault::SceneChanged { .. })));
}
