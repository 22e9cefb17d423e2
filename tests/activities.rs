//! The seven activities with numbers and people, tried on the sample scene that uses all twelve.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use startup_metaverse::assess::run_all;
use startup_metaverse::calendar::Date;
use startup_metaverse::explore::{Bot, play};
use startup_metaverse::firm::accounts::{self, AccountCode};
use startup_metaverse::firm::people::contributions::{Scheme, compute};
use startup_metaverse::firm::people::wages::Zone;
use startup_metaverse::money::{Money, Rate};
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::activity::{Answer, EnteredLine, Misfit, Sheet, Talk};
use startup_metaverse::scenario::format::Scenario;
use startup_metaverse::scenario::load::load;
use startup_metaverse::session::{Decision, Refused, Session, autoplay};

fn policy() -> Arc<Policy> {
    Arc::new(Policy::qingdao_2026())
}

fn gallery(policy: &Policy) -> Arc<Scenario> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/samples/gallery.ron");
    let text = fs::read_to_string(path).expect("the sample");
    Arc::new(load(&text, policy).unwrap_or_else(|problems| panic!("{problems:#?}")).scenario)
}

/// The sample played by the expert up to a step.
fn at(step: &str, seed: u64) -> Session {
    let policy = policy();
    let mut session = Session::start(gallery(&policy), policy, seed);
    while session.step().is_some_and(|now| now.id != step) {
        autoplay::read_all(&mut session);
        let answer = session.step().map(|now| now.activity.task().best(&session.moment())).expect("a step");
        session.decide(Decision::Answer(answer)).expect("the expert's answer is taken");
    }
    session
}

fn answer(session: &mut Session, answer: Answer) -> Result<(), Refused> {
    session.decide(Decision::Answer(answer))
}

fn line(account: u32, debit: &str, credit: &str) -> EnteredLine {
    EnteredLine { account: account.to_string(), debit: debit.to_owned(), credit: credit.to_owned() }
}

fn voucher(lines: Vec<EnteredLine>) -> Answer {
    Answer::Voucher { summary: "付摊位的钱".to_owned(), lines }
}

fn code(number: u32) -> AccountCode {
    AccountCode::new(number).expect("an account of the chart")
}

#[test]
fn the_sample_uses_every_activity_and_passes_its_tests() {
    let policy = policy();
    let scene = gallery(&policy);
    let kinds: BTreeSet<&str> = scene.steps.iter().map(|step| step.activity.kind()).collect();
    assert_eq!(kinds.len(), 12, "{kinds:?}");
    let failed: Vec<String> = run_all(&scene, &policy)
        .iter()
        .filter(|report| !report.failures.is_empty())
        .map(|report| {
            let (state, name, seed) = (report.session.state(), &report.name, report.seed);
            format!(
                "{name} {seed}: {} {:?} {} {:?}",
                report.centipoints,
                state.ending,
                state.firm.funds(),
                report.failures
            )
        })
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn bots_come_to_the_end_and_the_books_hold() {
    let policy = policy();
    let scene = gallery(&policy);
    for bot in Bot::ALL {
        for seed in 1..=12 {
            let played = play(Session::start(Arc::clone(&scene), Arc::clone(&policy), seed), bot, seed);
            assert!(played.is_closed(), "{bot:?} {seed}: stuck at {:?}", played.step().map(|step| &step.id));
            let firm = &played.state().firm;
            let sum: i64 = firm.ledger().balances().iter().map(|balance| balance.fen()).sum();
            assert_eq!(sum, 0, "{bot:?} {seed}: the trial balance is zero");
            assert!(!firm.bank().is_negative(), "{bot:?} {seed}: the bank account is never overdrawn");
            let last = firm.trading().and_then(|trading| trading.months().last()).expect("months of trade");
            assert_eq!(firm.bank(), last.bank, "{bot:?} {seed}: the trade's bank is the company's");
            assert_eq!(played.rewound(played.decisions().len()).state_hash(), played.state_hash(), "{bot:?} {seed}");
        }
    }
}

#[test]
fn a_voucher_goes_into_the_books_as_it_was_written() {
    let mut session = at("voucher", 2);
    let bank = session.state().firm.bank();
    answer(&mut session, voucher(vec![line(560_203, "900.00", ""), line(1002, "", "900.00")])).expect("it balances");
    let ledger = session.state().firm.ledger();
    assert_eq!(ledger.balance(accounts::OFFICE), Money::from_fen(90_000));
    assert_eq!(ledger.balance(code(122_101)), Money::ZERO);
    assert_eq!(session.state().firm.bank(), bank.checked_sub(Money::from_fen(90_000)).expect("in bounds"));
    let posted = ledger.vouchers().last().expect("a voucher");
    assert_eq!(posted.summary, "付摊位的钱");
}

#[test]
fn vouchers_that_no_ledger_takes_are_refused_and_change_nothing() {
    let mut session = at("voucher", 2);
    let before = session.state_hash();
    let refused = [
        (vec![line(560_203, "900.00", ""), line(1002, "", "800.00")], "misfit-unbalanced"),
        (vec![line(560_203, "900.00", "")], "misfit-lines"),
        (vec![line(560_299, "900.00", ""), line(1002, "", "900.00")], "misfit-account"),
        (vec![line(560_203, "900.00", "900.00"), line(1002, "", "900.00")], "misfit-one-side"),
        (vec![line(560_203, "九百", ""), line(1002, "", "900.00")], "misfit-amount"),
    ];
    for (lines, key) in refused {
        match answer(&mut session, voucher(lines)) {
            Err(Refused::Misfit(misfit)) => assert_eq!(misfit.key(), key),
            other => panic!("{key}: {other:?}"),
        }
    }
    // The account has less than this: the core refuses, not the sheet.
    let all = voucher(vec![line(560_203, "9000000.00", ""), line(1002, "", "9000000.00")]);
    assert!(matches!(answer(&mut session, all), Err(Refused::Core(_))));
    assert_eq!(session.state_hash(), before);
}

#[test]
fn a_worksheet_holds_what_payroll_reckons() {
    let session = at("wages", 1);
    let Some(Answer::Worksheet { cells }) = session.step().map(|step| step.activity.task().best(&session.moment()))
    else {
        panic!("a worksheet")
    };
    let policy = policy();
    let wage: Money = "5200.00".parse().expect("an amount");
    let scheme = Scheme::usual(Zone::Urban, Rate::from_ppm(50_000));
    let parts = compute(wage, session.moment().today(), &scheme, &policy).expect("contributions");
    let social = parts.employee_social().expect("in bounds");
    let cost = wage.checked_add(parts.employer_total().expect("in bounds")).expect("in bounds");
    assert_eq!(cells.get("own-social"), Some(&social.plain()));
    assert_eq!(cells.get("true-cost"), Some(&cost.plain()));
}

#[test]
fn the_other_side_has_limits_of_its_own_and_says_the_same_again() {
    let talk = |seed: u64| {
        let mut session = at("rent-talk", seed);
        let offer: BTreeMap<String, String> =
            [("rent", "3000.00"), ("deposit", "4000.00")].map(|(id, value)| (id.to_owned(), value.to_owned())).into();
        for _ in 0..3 {
            answer(&mut session, Answer::Negotiate { talk: Talk::Offer(offer.clone()) }).expect("an offer");
        }
        let again = Answer::Negotiate { talk: Talk::Offer(offer) };
        assert!(matches!(answer(&mut session, again), Err(Refused::Misfit(Misfit::NoOffersLeft))));
        match session.view().step.map(|step| step.sheet) {
            Some(Sheet::Negotiate { rounds, table, left: 0, .. }) if rounds.len() == 3 => table,
            other => panic!("three rounds are over: {other:?}"),
        }
    };
    assert_eq!(talk(5), talk(5));
    let tables: BTreeSet<_> = (1..=8).map(talk).collect();
    assert!(tables.len() > 1, "limits differ by learner: {tables:?}");
}

#[test]
fn who_is_offered_too_little_declines_and_is_not_employed() {
    let mut session = at("helper", 3);
    let Some(Answer::Hire { candidate, mut terms }) =
        session.step().map(|step| step.activity.task().best(&session.moment()))
    else {
        panic!("a post")
    };
    let mut hired = session.clone();
    answer(&mut hired, Answer::Hire { candidate: candidate.clone(), terms: terms.clone() }).expect("an offer");
    let june = Date::new(2026, 6, 1).expect("a date");
    assert_eq!(hired.state().firm.staff().map(|staff| staff.count_on(june)), Some(1));
    terms.insert("wage".to_owned(), startup_metaverse::scenario::activity::Entry::Text("3000.00".to_owned()));
    answer(&mut session, Answer::Hire { candidate, terms }).expect("an offer");
    assert!(session.state().firm.staff().is_none());
    assert_eq!(session.state().outcomes.get("helper").map(String::as_str), Some("declined"));
}

#[test]
fn a_month_of_trade_is_a_decision_and_its_days_pass() {
    let mut session = at("season", 4);
    let best = |session: &Session| session.step().map(|step| step.activity.task().best(&session.moment()));
    let first = best(&session).expect("a month");
    answer(&mut session, first).expect("June");
    assert_eq!(session.state().firm.today(), Date::new(2026, 7, 1).expect("a date"));
    assert_eq!(session.step().map(|step| step.id.as_str()), Some("season"), "July is still to be decided");
    match session.view().step.map(|step| step.sheet) {
        Some(Sheet::Operate { ran, left: 1, .. }) => assert_eq!(ran.len(), 1),
        other => panic!("one month has run: {other:?}"),
    }
}
