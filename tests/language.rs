//! What scenes may do to a company, each in the smallest scene that shows it; and scenes that go on with another's company.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a panic here is a failed test")]

use std::sync::Arc;

use startup_metaverse::calendar::Date;
use startup_metaverse::firm::accounts::{self, AccountCode};
use startup_metaverse::firm::people::PeopleError;
use startup_metaverse::firm::{Firm, Refusal};
use startup_metaverse::money::Money;
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::format::Scenario;
use startup_metaverse::scenario::load::load;
use startup_metaverse::scenario::term::TermError;
use startup_metaverse::session::autoplay::expert;
use startup_metaverse::session::{Decision, NoSequel, Refused, SaveError, Session, read, write};

const FRESH: &str = r#"Fresh(date: "2026-03-02", cash: "300000.00", authority: "370212")"#;

/// Founds a limited company with 200,000 yuan subscribed, and opens its account with half of it.
const FOUND: &str = r#"Fill(Form, ["llc"]), Fill(Region, ["青岛"]), Fill(TradeName, ["海青"]), Fill(Industry, ["科技"]),
    Fill(Organisation, ["有限公司"]), Fill(Premises, ["leased"]), Fill(Scope, ["software-development"]),
    Fill(LegalRepresentative, ["甲"]), Fill(Directors, ["甲"]), Fill(Supervisor, ["none"]), Fill(Liaison, ["乙"]),
    Fill(BeneficialOwner, ["promise"]), Fill(Capital, ["200000.00"]), Fill(PaidInBy, ["2028-03-02"]), Register, PayInCapital("100000.00"), FulfilAll"#;

const OPEN: &str = r#"Open(housing: "5%")"#;

fn policy() -> Arc<Policy> {
    Arc::new(Policy::qingdao_2026())
}

/// A scene of one option a step, with these effects.
fn text(id: &str, start: &str, vary: &str, steps: &[&str], endings: &str) -> String {
    let step = |(place, effects): (usize, &&str)| {
        format!(
            r#"(id: "step-{place}", title: "一步", at: "cafe", expert: "照做。", marks: [(Compliance, 1)],
            do: Choose(ask: "做吗？", best: "go", options: [(id: "go", label: "做", effects: [{effects}])])),"#
        )
    };
    let steps: String = steps.iter().enumerate().map(step).collect();
    format!(
        r#"#![enable(implicit_some, unwrap_newtypes, unwrap_variant_newtypes)]
        (format: 1, id: "{id}", title: "试", minutes: 1, policy: "qingdao-2026", law_as_of: "2026-11-24", about: "试", objectives: ["试"],
        start: {start}, vary: {{{vary}}}, cast: {{}}, steps: [{steps}],
        endings: [{endings}(id: "done", title: "完", text: "完", outcome: 100)],
        rubric: [(criterion: Compliance, weight: 100)], tests: [(name: "expert", play: Expert, score: AtLeast(95))])"#
    )
}

fn scene(id: &str, start: &str, vary: &str, steps: &[&str]) -> Arc<Scenario> {
    let text = text(id, start, vary, steps, "");
    Arc::new(load(&text, &policy()).unwrap_or_else(|problems| panic!("{problems:#?}")).scenario)
}

/// Plays these effects, a step each, as far as they go.
fn played(steps: &[&str]) -> Session {
    expert(Session::start(scene("trying", FRESH, "", steps), policy(), 1))
}

/// The company after all of these effects.
fn company(steps: &[&str]) -> Firm {
    let session = played(steps);
    assert!(session.is_closed(), "{:?}", refusal(&session));
    session.state().firm.clone()
}

/// Why the present step's only answer is refused.
fn refusal(session: &Session) -> Option<Refused> {
    let answer = session.step()?.activity.task().best(&session.moment());
    session.clone().decide(Decision::Answer(answer)).err()
}

/// Why the last of these effects is refused; the company is then as it was.
fn refused(steps: &[&str]) -> Refused {
    let session = played(steps);
    let why = refusal(&session).expect("the last step is refused");
    assert_eq!(session.state().answers.len().checked_add(1), Some(steps.len()), "{why:?}");
    why
}

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn codes(text: &str) -> Vec<&'static str> {
    load(text, &policy())
        .err()
        .unwrap_or_default()
        .iter()
        .map(|problem| problem.code.id())
        .filter(|code| code.starts_with('E'))
        .collect()
}

#[test]
fn money_comes_in_and_is_booked_to_its_account() {
    let firm = company(&[FOUND, r#"Receive(what: "收到押金", amount: "3000.00", account: 2241)"#]);
    assert_eq!(firm.bank(), money("103000.00"));
    assert_eq!(firm.ledger().owed(AccountCode::new(2241).unwrap()), money("3000.00"));
}

#[test]
fn money_from_a_debtor_is_no_more_than_is_owed() {
    let lend = r#"Pay(what: "房东押金", amount: "5000.00", account: 122101)"#;
    let firm = company(&[FOUND, lend, r#"Receive(what: "押金退回", amount: "5000.00", account: 122101)"#]);
    assert_eq!(firm.ledger().balance(accounts::DEPOSITS), Money::ZERO);
    let too_much = refused(&[FOUND, lend, r#"Receive(what: "押金退回", amount: "5000.01", account: 122101)"#]);
    assert_eq!(too_much, Refused::Core(Refusal::BeyondOwed { amount: money("5000.01"), owed: money("5000.00") }));
}

#[test]
fn money_comes_to_a_company_only() {
    let why = refused(&[r#"Receive(what: "收到押金", amount: "3000.00", account: 2241)"#]);
    assert_eq!(why, Refused::Core(Refusal::NotFounded));
}

#[test]
fn an_employee_is_paid_by_the_open_companys_payroll() {
    let hire = r#"Employ(name: "李倩", wage: "6000.00", department: Sales, first: "2026-03-02", housing: "5%")"#;
    let firm = company(&[&format!("{FOUND}, {OPEN}, {hire}"), "Take(45)", "Settle(Wages), Settle(Contributions)"]);
    assert_eq!(firm.staff().unwrap().count_on(firm.today()), 1);
    assert_eq!(firm.ledger().owed(accounts::WAGES_PAYABLE), Money::ZERO);
    assert!(firm.bank() < money("95000.00") && firm.bank() > money("90000.00"), "{}", firm.bank());
    let later = company(&[
        &format!("{FOUND}, {OPEN}, {hire}"),
        "Take(45), Settle(Wages), Settle(Contributions)",
        "Take(20), Settle(Taxes)",
    ]);
    assert_eq!(
        firm.bank().checked_sub(later.bank()),
        Ok(money("15.06")),
        "2.46 is 3 % of 6,000 less 918 of contributions and 5,000; 12.50 stamp duty on 100,000 of capital; 0.10 for 16 days late"
    );
    assert_eq!(refused(&[&format!("{FOUND}, {OPEN}"), "Settle(Wages)"]), Refused::Core(Refusal::NothingDue));
}

#[test]
fn somebody_is_employed_from_today_where_no_day_is_said() {
    let hire = r#"Take(3), Employ(name: "李倩", wage: "6000.00", department: Sales, housing: "5%")"#;
    let firm = company(&[FOUND, hire]);
    assert_eq!(firm.staff().unwrap().count_on(date("2026-03-04")), 0);
    assert_eq!(firm.staff().unwrap().count_on(date("2026-03-05")), 1);
}

#[test]
fn a_loan_comes_in_and_is_paid_back_by_instalments() {
    let borrow = r#"Borrow(principal: "60000.00", annual: "3.6%", months: 12, method: EqualPrincipal)"#;
    let firm = company(&[&format!("{FOUND}, {OPEN}"), borrow, "Take(31)", "Settle(Instalment(1))"]);
    assert_eq!(firm.bank(), money("154820.00"), "160,000 less 5,000 and a month's interest of 180");
    assert_eq!(firm.ledger().owed(accounts::SHORT_LOANS), money("55000.00"));
    assert_eq!(refused(&[FOUND, borrow]), Refused::Core(Refusal::NotOpen));
    assert_eq!(refused(&[&format!("{FOUND}, {OPEN}"), "Settle(Instalment(1))"]), Refused::Core(Refusal::NothingDue));
    let usury = borrow.replace("3.6%", "36%");
    let Refused::Core(why) = refused(&[&format!("{FOUND}, {OPEN}"), &usury]) else { panic!("the core refuses") };
    assert_eq!(why.rule(), Some("private-lending-25"));
}

#[test]
fn a_round_brings_money_shares_and_capital() {
    let issue = r#"Issue(investor: "栈桥资本", invested: "500000.00", pre_money: "2000000.00", class: Preferred(1))"#;
    let open = format!("{FOUND}, {OPEN}");
    let firm = company(&[&open, issue]);
    assert_eq!(firm.bank(), money("600000.00"));
    assert_eq!(firm.capital(), Some(money("250000.00")), "a fifth of the company is a fifth of its capital");
    assert_eq!(firm.ledger().owed(accounts::CAPITAL_SURPLUS), money("450000.00"));
    let table = firm.shares().unwrap();
    assert_eq!((table.held_by("栈桥资本"), table.total()), (50_000, 250_000));
    let second = company(&[&open, issue, &issue.replace("栈桥", "浮山")]);
    assert_eq!(second.shares().unwrap().holders(), 3);
    assert_eq!(refused(&[FOUND, issue]), Refused::Core(Refusal::NotOpen));
    assert_eq!(refused(&[issue]), Refused::Core(Refusal::NotFounded));
    let below_par = issue.replace("2000000.00", "100000.00");
    assert!(matches!(refused(&[&open, &below_par]), Refused::Core(Refusal::Equity(_))));
}

#[test]
fn a_duty_may_have_another_last_day() {
    let due = |effects: &str| company(&[&format!("{FOUND}, {effects}")]).obligations().last().unwrap().due;
    assert_eq!(due(r#"Owe("change-filing", In(20))"#), date("2026-03-22"));
    assert_eq!(due(r#"Owe("change-filing", On("2026-04-30"))"#), date("2026-04-30"));
    let by_rule = due(r#"Owe("change-filing")"#);
    assert!(by_rule != date("2026-03-22"), "{by_rule}");
    let passed = refused(&[FOUND, r#"Owe("change-filing", On("2026-02-28"))"#]);
    assert_eq!(passed, Refused::Core(Refusal::DuePassed { due: date("2026-02-28") }));
}

#[test]
fn a_value_that_cannot_be_read_is_refused_by_name() {
    let steps = [r#"Set("ask", "很多")"#, r#"Pay(what: "货款", amount: "{ask}")"#];
    assert_eq!(refused(&steps), Refused::Term(TermError::Amount("很多".to_owned())));
}

#[test]
fn conditions_ask_what_the_company_has() {
    let hire = r#"Employ(name: "李倩", wage: "6000.00", department: Sales, housing: "5%")"#;
    let borrow = r#"Borrow(principal: "60000.00", annual: "3.6%", months: 12, method: Bullet)"#;
    let issue = r#"Issue(investor: "栈桥资本", invested: "500000.00", pre_money: "2000000.00")"#;
    let steps = format!("{FOUND}, {OPEN}, {hire}, {borrow}, {issue}");
    let held = |condition: &str| {
        let ending = format!(r#"(id: "held", when: {condition}, title: "是", text: "是", outcome: 100), "#);
        let ended = |steps: &str| {
            let text = text("asking", FRESH, "", &[steps], &ending);
            let loaded = load(&text, &policy()).unwrap_or_else(|problems| panic!("{condition}: {problems:#?}"));
            let played = expert(Session::start(Arc::new(loaded.scenario), policy(), 1));
            played.state().ending.clone().unwrap() == "held"
        };
        (ended(r#"Set("other", "x")"#), ended(&steps))
    };
    let conditions = [
        "Has(Employees(1))",
        "Has(Books)",
        "Has(Business)",
        r#"Has(Investor("栈桥资本"))"#,
        r#"AtLeast(Bank, "600000.00")"#,
        r#"AtLeast(Debt, "60000.00")"#,
    ];
    for condition in conditions {
        assert_eq!(held(condition), (false, true), "{condition}");
    }
    assert!(!held("Has(Employees(2))").1, "one is not two");
}

#[test]
fn a_variable_is_known_once_it_is_set() {
    let ending = r#"(id: "held", when: Known("partner"), title: "是", text: "是", outcome: 100), "#;
    let choose = |effects: &str| {
        let steps = [effects, "Finish", r#"Set("partner", "韩屿")"#];
        let loaded = load(&text("asking", FRESH, "", &steps, ending), &policy()).expect("a scene");
        expert(Session::start(Arc::new(loaded.scenario), policy(), 1)).state().ending.clone().unwrap()
    };
    assert_eq!(choose(""), "done");
    assert_eq!(choose(r#"Set("partner", "韩屿")"#), "held");
}

#[test]
fn effects_that_cannot_be_are_told_before_play() {
    let of = |effect: &str| codes(&text("trying", FRESH, "", &[effect], ""));
    for (effect, code) in [
        (r#"Borrow(principal: "60000.00", annual: "3.6", months: 12, method: Bullet)"#, "E0140"),
        (r#"Employ(name: "李倩", wage: "六千", department: Sales, housing: "5%")"#, "E0140"),
        (r#"Owe("change-filing", On("明天"))"#, "E0140"),
        (r#"Receive(what: "货款", amount: "60.00", account: 5001)"#, "E0141"),
        (r#"Receive(what: "货款", amount: "60.00", account: 99)"#, "E0130"),
        (r#"Pay(what: "货款", amount: "60.00", account: 99)"#, "E0130"),
        ("Take(4000)", "E0143"),
        (r#"Owe("change-filing", In(4000))"#, "E0143"),
        (r#"Owe("change-filings", In(4))"#, "E0214"),
        (r#"License("food-busines")"#, "E0223"),
        (r#"Issue(investor: "甲", invested: "0.00", pre_money: "100.00")"#, "E0601"),
    ] {
        assert!(of(effect).contains(&code), "{effect}: {:?}", of(effect));
    }
}

#[test]
fn days_and_events_come_to_an_end() {
    let session = played(&["Take(3000)", "Take(600)", "Take(60)"]);
    assert_eq!(refusal(&session), Some(Refused::TooLate));
    let event = r#"events: [(id: "echo", title: "回声", say: [], because: "回声", effects: [Schedule("echo", 0), Schedule("echo", 0)])], endings:"#;
    let echoing = text("trying", FRESH, "", &[r#"Schedule("echo", 0), Take(20)"#], "").replacen("endings:", event, 1);
    let loaded = load(&echoing, &policy()).expect("it loads").scenario;
    let stuck = expert(Session::start(Arc::new(loaded), policy(), 1));
    assert_eq!(refusal(&stuck), Some(Refused::TooMuch));
    let waiting = event.replace("Schedule(\"echo\", 0), Schedule(\"echo\", 0)", "Take(1)");
    let within = text("trying", FRESH, "", &[r#"Schedule("echo", 0), Take(20)"#], "").replacen("endings:", &waiting, 1);
    assert_eq!(codes(&within), ["E0142"]);
}

/// A scene that founds a company, remembers a partner, and passes some days.
fn first() -> Arc<Scenario> {
    let remember =
        r#"Set("journey.partner", "{friend}"), Set("rent", "2800.00"), Owe("change-filing", In(90)), Take(10)"#;
    scene("first", FRESH, r#""friend": Count(from: 1, to: 900000)"#, &[FOUND, remember])
}

const SECOND: &str = r#"Continue(
    needs: [Has(Licence("business")), Has(Books), Known("journey.partner")],
    else: Fresh(date: "2026-06-01", cash: "80000.00", authority: "370212"),
)"#;

fn second() -> Arc<Scenario> {
    let steps = [r#"Set("met", "{journey.partner}")"#, "Take(5)", r#"Set("journey.second", "yes")"#];
    scene("second", SECOND, r#""journey.partner": OneOf(["没有人"])"#, &steps)
}

#[test]
fn a_scene_goes_on_with_the_company_of_another() {
    let before = expert(Session::start(first(), policy(), 3));
    let after = before.sequel(second(), 4).expect("it can follow");
    assert!(after.continues());
    assert_eq!(after.state().firm.today(), date("2026-03-12"));
    assert_eq!(after.state().firm.bank(), before.state().firm.bank());
    assert_eq!(after.state().firm.name(), before.state().firm.name());
    assert!(after.state().firm.obligations().iter().all(|owed| owed.cause.is_none()), "no decision here raised them");
    let friend = before.state().vars.get("friend").unwrap();
    assert_eq!(after.state().vars.get("journey.partner"), Some(friend));
    assert_eq!(after.state().vars.get("rent"), None, "only the journey's variables go along");
    let after = expert(after);
    assert_eq!(after.state().vars.get("met"), Some(friend));
    assert_eq!(after.rounded(), after.state_hash());
}

trait Rounded {
    fn rounded(&self) -> String;
}

impl Rounded for Session {
    /// The hash after playing all decisions once more.
    fn rounded(&self) -> String {
        self.rewound(self.decisions().len()).state_hash()
    }
}

#[test]
fn a_scene_begins_otherwise_where_the_company_is_not_what_it_needs() {
    let fresh = Session::start(second(), policy(), 4);
    assert_eq!(fresh.state().firm.today(), date("2026-06-01"));
    assert_eq!(fresh.state().vars.get("journey.partner").map(String::as_str), Some("没有人"));
    let poor = scene("poor", FRESH, "", &[r#"Set("journey.partner", "韩屿")"#]);
    let otherwise = expert(Session::start(poor, policy(), 3)).sequel(second(), 4).expect("it begins otherwise");
    assert!(!otherwise.continues());
    assert_eq!(otherwise.state_hash(), fresh.state_hash());
    let unfinished = Session::start(first(), policy(), 3).sequel(second(), 4).err();
    assert_eq!(unfinished, Some(NoSequel::Unfinished("first".to_owned())));
    let begins = expert(Session::start(first(), policy(), 3)).sequel(first(), 4).err();
    assert_eq!(begins, Some(NoSequel::Begins("first".to_owned())));
}

#[test]
fn a_save_carries_the_scenes_before_it() {
    let third = scene("third", &SECOND.replace("journey.partner", "journey.second"), "", &["Take(2)", "Take(3)"]);
    let scenes = [first(), second(), Arc::clone(&third)];
    let one = expert(Session::start(first(), policy(), 3));
    let two = expert(one.sequel(second(), 4).unwrap());
    let three = expert(two.sequel(third, 5).unwrap());
    assert_eq!(three.earlier().len(), 2);
    for count in 0..=three.decisions().len() {
        let part = three.rewound(count);
        let again = read(&write(&part), &scenes, &policy()).expect("a save that was just written");
        assert_eq!(again.state_hash(), part.state_hash(), "after {count} decisions");
        assert_eq!(write(&again), write(&part));
    }
    let saved = write(&three);
    let other_seed = saved.replace("seed: 3,", "seed: 4,").replace("seed:3,", "seed:4,");
    assert!(other_seed != saved);
    let broken = read(&other_seed, &scenes, &policy()).err();
    assert!(matches!(&broken, Some(SaveError::Earlier(scene)) if scene == "first"), "{broken:?}");
    let gone = read(&saved, &scenes[1..], &policy()).err();
    assert!(matches!(&gone, Some(SaveError::UnknownScene(scene)) if scene == "first"), "{gone:?}");
    assert!(!write(&one).contains("earlier"), "a scene that begins anew is saved as before");
}

#[test]
fn needs_of_this_scene_are_told() {
    let of = |needs: &str| {
        let start = format!("Continue(needs: [{needs}], else: {FRESH})");
        codes(&text("trying", &start, "", &["Take(1)"], ""))
    };
    assert_eq!(
        of(r#"Has(Licence("business")), Not(Overdue("change-filing")), Var("journey.partner", "韩屿")"#),
        [""; 0]
    );
    for needs in [r#"Chose("step-0", "go")"#, r#"Any([Known("rent"), Has(Books)])"#, r#"Flawless("step-0")"#] {
        assert_eq!(of(needs), ["E0144"], "{needs}");
    }
    assert_eq!(of(r#"InTime("change-filings")"#), ["E0214"]);
    assert_eq!(of(r#"Has(Licence("food"))"#), ["E0223"]);
}

/// A start with a company that has been open for business since spring.
fn opened(more: &str) -> String {
    let found = r#"Found(trade_name: "海青", industry: "餐饮", capital: "300000.00", paid_in_by: "2030-03-01", scope: ["catering"], partner: "{journey.partner}")"#;
    format!(
        r#"Continue(needs: [Has(Business)], else: Fresh(date: "2026-03-10", cash: "90000.00", authority: "370202", before: [{found}, PayInCapital("60000.00"), Open(housing: "5%"), FulfilAll{more}]))"#
    )
}

const PARTNER: &str = r#""journey.partner": OneOf(["孙哲", "吕航"])"#;

#[test]
fn what_had_happened_before_the_first_step_belongs_to_no_decision() {
    let start = opened(r#", Until(On("2026-05-06"))"#);
    let session = Session::start(scene("later", &start, PARTNER, &["Take(1)", "Take(2)"]), policy(), 1);
    let firm = &session.state().firm;
    assert_eq!(firm.today(), date("2026-05-06"));
    assert_eq!(firm.founded(), Some(date("2026-03-10")));
    assert_eq!((firm.bank(), firm.founders_fund()), (money("60000.00"), money("30000.00")));
    assert!(firm.business().is_some());
    assert!(firm.ledger().closed_through().is_some(), "two months were closed in passing");
    assert!(firm.obligations().iter().all(|owed| owed.cause.is_none() && !owed.is_owed()));
    assert!(session.state().chronicle.is_empty());
    let played = expert(session);
    assert!(played.is_closed());
    assert_eq!(played.rounded(), played.state_hash());
    let again = read(&write(&played), &[Arc::clone(played.scenario())], &policy()).expect("a save");
    assert_eq!(again.state_hash(), played.state_hash());
}

#[test]
fn what_the_core_refuses_before_the_first_step_is_told() {
    let start = opened(r#", PayInCapital("60000.00")"#);
    let text = text("poor", &start, PARTNER, &["Take(1)"], "");
    let loaded = load(&text, &policy()).expect("its shape is sound").scenario;
    let session = Session::start(Arc::new(loaded), policy(), 1);
    assert!(session.step().is_none());
    assert!(
        matches!(session.unready(), Some(Refused::Core(Refusal::InsufficientFunds { .. }))),
        "{:?}",
        session.unready()
    );
    let told = startup_metaverse::assess::review(text.as_bytes(), &policy(), true).problems;
    assert!(told.iter().any(|problem| problem.code.id() == "E0405"), "{told:#?}");
    let scheduled = opened(r#", Schedule("letter", 3)"#);
    assert!(codes(&self::text("early", &scheduled, PARTNER, &["Take(1)"], "")).contains(&"E0145"));
}

#[test]
fn days_pass_up_to_a_day() {
    let on = |effects: &str| company(&[effects]).today();
    assert_eq!(on("Until(DayOfMonth(1))"), date("2026-04-01"));
    assert_eq!(on("Until(DayOfMonth(2))"), date("2026-03-02"), "today is the day");
    assert_eq!(on("Take(3), Until(DayOfMonth(2))"), date("2026-04-02"));
    assert_eq!(on("Until(DayOfMonth(31)), Take(1), Until(DayOfMonth(31))"), date("2026-04-30"));
    assert_eq!(on("Take(3), Until(MonthEnd), Until(MonthEnd)"), date("2026-03-31"));
    assert_eq!(on(r#"Until(On("2026-05-06"))"#), date("2026-05-06"));
    assert_eq!(on(r#"Until(On("{today+20d}")), Until(On("2026-03-05"))"#), date("2026-03-22"), "that day has passed");
}

#[test]
fn a_figure_is_reckoned_and_kept() {
    let keep = r#"Reckon("half", AtRate(Balance(1002), "arrears.extra.low"))"#;
    let pay = r#"Pay(what: "货款", amount: "{half}", account: 560203)"#;
    assert_eq!(company(&[FOUND, keep, pay]).bank(), money("50000.00"));
    assert!(matches!(refused(&[FOUND, r#"Reckon("half", Amount("很多"))"#]), Refused::Term(_)));
    assert!(matches!(
        refused(&[FOUND, r#"Reckon("half", Balance(1002)), Reckon("many", Times(Balance(1002), "{half}"))"#]),
        Refused::Reckon(_)
    ));
    assert!(codes(&text("trying", FRESH, "", &[r#"Reckon("half", Balance(99))"#], "")).contains(&"E0130"));
}

#[test]
fn what_follows_from_a_journeys_variable_follows_from_what_was_carried() {
    let vary = r#""journey.biz": OneOf(["catering", "software"]), "shop": By("journey.biz", {"catering": "面馆", "software": "公司"})"#;
    let remember = |biz: &str| {
        let set = format!(r#"Set("journey.biz", "{biz}"), {OPEN}"#);
        expert(Session::start(scene("first", FRESH, "", &[FOUND, &set]), policy(), 3))
    };
    for (biz, shop) in [("catering", "面馆"), ("software", "公司")] {
        let start = opened("").replace("{journey.partner}", "孙哲");
        let after = remember(biz).sequel(scene("second", &start, vary, &["Take(1)"]), 4).expect("it follows");
        assert!(after.continues());
        assert_eq!(after.state().vars.get("shop").map(String::as_str), Some(shop));
    }
}

const HIRE: &str = r#"Employ(name: "李倩", wage: "6000.00", department: Sales, first: "2026-03-02", housing: "5%")"#;

#[test]
fn an_employee_is_raised_works_overtime_and_is_dismissed_by_name() {
    let open = format!("{FOUND}, {OPEN}, {HIRE}");
    let plain = company(&[&open, "Until(MonthEnd), RunPayroll, SettleAll"]);
    let more = r#"Overtime(name: "李倩", kind: RestDay, hours: "8"), PayMore(name: "李倩", amount: "500.00")"#;
    let paid = company(&[&open, more, "Until(MonthEnd), RunPayroll, SettleAll"]);
    let wages = |firm: &Firm| firm.ledger().balance(accounts::SELLING_WAGES);
    let (plain, paid) = (wages(&plain), wages(&paid));
    assert_eq!(paid.checked_sub(plain), Ok(money("1051.72")), "6,000 by 21.75, twice: 551.72; and 500");
    let raised = company(&[
        &open,
        r#"Until(MonthEnd), RunPayroll, Take(1), Raise(name: "李倩", wage: "7000.00"), Until(MonthEnd), CloseMonth"#,
    ]);
    assert_eq!(raised.staff().unwrap().employees()[0].earned().last().map(|earned| earned.1), Some(money("7000.00")));
    assert_eq!(
        refused(&[&open, r#"Raise(name: "鲁航", wage: "7000.00")"#]),
        Refused::Core(Refusal::People(PeopleError::NoSuchName("鲁航".to_owned())))
    );
    for (ground, owed) in [("Resignation", "0.00"), ("NoFault(Incompetent, Given)", "3000.00"), ("None", "6000.00")] {
        let end =
            format!(r#"Until(MonthEnd), RunPayroll, SettleAll, Take(20), Dismiss(name: "李倩", ground: {ground})"#);
        let before = company(&[&open, "Until(MonthEnd), RunPayroll, SettleAll, Take(20)"]);
        let after = company(&[&open, &end]);
        assert_eq!(
            before.bank().checked_sub(after.bank()),
            Ok(money(owed)),
            "{ground}: less than half a year is half a month"
        );
        assert_eq!(after.staff().unwrap().count_on(date("2026-04-21")), 0);
    }
}

#[test]
fn goods_come_in_and_go_out_at_their_average_cost() {
    let open = format!("{FOUND}, {OPEN}");
    let buy = r#"Buy(item: "面", units: "20", gross: "4600.00", supplier: "海岸便利"), Buy(item: "面", units: "30", gross: "7350.00")"#;
    let sell = r#"Sell(gross: "10100.00", customer: "栈桥软装", supply: Goods, goods: ("面", "35"), contract: true)"#;
    let settle = r#"Collect(with: "栈桥软装", amount: "10000.00"), PaySupplier(with: "海岸便利", amount: "4600.00"), WriteOff(with: "栈桥软装", amount: "100.00")"#;
    let firm = company(&[&open, buy, sell, settle]);
    assert_eq!(firm.ledger().balance(accounts::COST_OF_SALES), money("8365.00"), "35 of 50 that cost 11,950");
    assert_eq!(firm.ledger().balance(accounts::GOODS), money("3585.00"));
    assert_eq!(firm.ledger().owed(accounts::SALES), money("10000.00"), "10,100 at one per cent");
    assert_eq!(firm.ledger().balance(accounts::RECEIVABLES), Money::ZERO);
    assert_eq!(firm.bank(), money("98050.00"), "100,000 less 7,350 and 4,600 and with 10,000");
    assert!(matches!(
        refused(&[&open, r#"Collect(with: "栈桥软装", amount: "1.00")"#]),
        Refused::Core(Refusal::BeyondOwed { .. })
    ));
    assert!(matches!(refused(&[&open, buy, &sell.replace("35", "51")]), Refused::Core(Refusal::Unposted(_))));
    assert_eq!(refused(&[FOUND, buy]), Refused::Core(Refusal::NotOpen));
}

#[test]
fn what_is_due_is_paid_as_far_as_the_bank_goes() {
    let open = format!("{FOUND}, {OPEN}, {HIRE}");
    let firm = company(&[&open, "SettleAll, Take(45), SettleAll"]);
    assert_eq!(
        (firm.wages_owed(), firm.contributions_owed(), firm.taxes_owed()),
        (Money::ZERO, Money::ZERO, money("2.46"))
    );
    let poor = r#"Take(45), Pay(what: "货款", amount: "99000.00", account: 1403), SettleAll"#;
    let firm = company(&[&open, poor]);
    assert!(firm.wages_owed().is_positive(), "1,000 do not pay a wage of 6,000");
    assert_eq!(company(&["SettleAll"]).bank(), Money::ZERO);
}

#[test]
fn assets_prepayments_deposits_and_advances() {
    let open = format!("{FOUND}, {OPEN}");
    let buy = r#"BuyAsset(name: "冰柜", kind: Electronics, gross: "7200.00", months: 36), Prepay(gross: "9000.00", months: 3, account: 560206), PayDeposit(with: "老纪", amount: "3000.00")"#;
    let later = r#"Until(MonthEnd), CloseMonth, Take(31), SellAsset(name: "冰柜", gross: "0.00"), DepositBack(with: "老纪", amount: "3000.00")"#;
    let firm = company(&[&open, buy, later]);
    assert_eq!(firm.ledger().balance(accounts::PREPAID), money("3000.00"), "two of three months are over");
    assert_eq!(firm.ledger().balance(accounts::DEPOSITS), Money::ZERO);
    assert!(firm.business().unwrap().assets().assets()[0].gone().is_some());
    let ahead = r#"TakeAdvance(with: "海岸便利", amount: "2020.00"), Sell(gross: "2020.00", customer: "海岸便利", paid_ahead: true, invoice: None, buyer: Person)"#;
    let firm = company(&[&open, ahead]);
    assert_eq!(firm.ledger().owed(accounts::ADVANCES_RECEIVED), Money::ZERO);
    assert_eq!(firm.ledger().owed(accounts::SALES), money("2000.00"));
}

#[test]
fn a_guaranteed_loan_is_drawn_repaid_and_called() {
    let open = format!("{FOUND}, {OPEN}");
    let loan = r#"BorrowGuaranteed(kind: Company, amount: "200000.00", annual: "3.1%", months: 24, method: EqualPrincipal, staff: "4", recruited: "1", purposes: ["进货"])"#;
    let firm = company(&[&open, loan]);
    assert_eq!(firm.bank(), money("300000.00"));
    let called = company(&[&open, loan, r#"Pay(what: "货款", amount: "290000.00", account: 1403), CallLoan(1)"#]);
    assert!(called.bank() < money("1.00"), "what there is goes back: {}", called.bank());
    assert_eq!(company(&[&open, loan, "CallLoan(1)"]).bank(), money("100000.00"));
    assert_eq!(company(&[&open, loan, r#"RepayEarly(loan: 1, amount: "50000.00")"#]).bank(), money("250000.00"));
    let persons = r#"BorrowGuaranteed(kind: Personal, amount: "150000.00", annual: "3.1%", months: 36, purposes: ["进货"], group: "高校毕业生", counter_guarantee: true)"#;
    let lent = company(&[&open, persons]);
    assert_eq!(
        lent.ledger().owed(accounts::OWED_TO_FOUNDERS),
        money("150000.00"),
        "the person's debt is none of the company's loans"
    );
    assert!(lent.business().unwrap().loans().is_empty());
    let barred = loan.replace("进货", "买股票");
    assert!(matches!(
        refused(&[&open, &barred.replace("staff: \"4\"", "staff: \"40\"")]),
        Refused::Core(Refusal::Loan(_))
    ));
}

#[test]
fn shares_are_divided_and_asked_about() {
    let open = format!("{FOUND}, {OPEN}");
    let divide = r#"Divide([("你", "120000"), ("孙哲", "80000")])"#;
    let held = |condition: &str, steps: &[&str]| {
        let ending = format!(r#"(id: "held", when: {condition}, title: "是", text: "是", outcome: 100), "#);
        let loaded = load(&text("asking", FRESH, "", steps, &ending), &policy());
        let scene = loaded.unwrap_or_else(|problems| panic!("{condition}: {problems:#?}")).scenario;
        expert(Session::start(Arc::new(scene), policy(), 1)).state().ending.clone().unwrap() == "held"
    };
    assert!(held(r#"Share("孙哲", "40%")"#, &[&open, divide]));
    assert!(!held(r#"Share("孙哲", "40.01%")"#, &[&open, divide]));
    let issue = r#"Issue(investor: "栈桥资本", invested: "500000.00", pre_money: "2000000.00")"#;
    assert!(held(r#"All([Share("栈桥资本", "20%"), Not(Share("孙哲", "33.34%"))])"#, &[&open, divide, issue]));
    assert!(held(r#"Works("李倩")"#, &[&open, HIRE]) && !held(r#"Works("李倩")"#, &[&open]));
    let sold = r#"Sell(gross: "10100.00")"#;
    for condition in [
        r#"AtLeast(Profit, "10000.00")"#,
        r#"AtLeast(Sales, "10000.00")"#,
        r#"AtLeast(OpenSales, "10000.00")"#,
        r#"Positive(Less(Balance(1002), Amount("110000.00")))"#,
    ] {
        assert!(held(condition, &[&open, sold]), "{condition}");
        assert!(!held(condition, &[&open]), "{condition}");
    }
    assert!(held(r#"VarAtLeast("hold", "20000.00")"#, &[r#"Set("hold", "20000.00")"#]));
    assert!(!held(r#"VarAtLeast("hold", "20000.01")"#, &[r#"Set("hold", "20000.00")"#]));
    assert!(held(r#"AtLeast(WagesOwed, "6000.00")"#, &[&open, HIRE, "Take(40)"]));
    assert!(held("Has(GeneralTaxpayer)", &[&open, "BecomeGeneral"]) && !held("Has(Insolvent)", &[&open]));
}

#[test]
fn a_sale_whose_voucher_is_written_by_hand_is_known_to_the_return() {
    let open = format!("{FOUND}, {OPEN}");
    let firm = company(&[&open, r#"NoteSale(gross: "10100.00", invoice: Special), NoteSale(gross: "20200.00")"#]);
    assert_eq!(firm.business().unwrap().open_sales(), money("30000.00"));
    assert_eq!(firm.business().unwrap().open_special_sales(), money("10000.00"));
    assert_eq!(firm.ledger().owed(accounts::SALES), Money::ZERO);
}
