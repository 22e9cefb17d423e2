//! What a scene lets the core reckon: the facts' own vectors, to the fen, by the words of the language; and vouchers put right.
#![expect(clippy::unwrap_used, reason = "a panic here is a failed test")]

use std::sync::Arc;

use startup_metaverse::firm::accounts::{self, AccountCode};
use startup_metaverse::money::Money;
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::activity::{Answer, EnteredLine};
use startup_metaverse::scenario::load::load;
use startup_metaverse::session::autoplay::expert;
use startup_metaverse::session::{Decision, Session};

/// A company that opened for business on the scene's first day.
const COMPANY: &str = r#"Found(trade_name: "海青", industry: "餐饮", capital: "300000.00", paid_in_by: "2029-03-01", scope: ["catering"]), PayInCapital("100000.00"), Open(housing: "5%"), FulfilAll"#;

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

/// A scene that begins on a day with a company, and does these steps.
fn scene(date: &str, before: &str, steps: &str) -> Session {
    let text = format!(
        r#"#![enable(implicit_some, unwrap_newtypes, unwrap_variant_newtypes)]
        (format: 1, id: "reckoning", title: "试", minutes: 1, policy: "qingdao-2026", law_as_of: "2026-11-24", about: "试", objectives: ["试"],
        start: Fresh(date: "{date}", cash: "200000.00", authority: "370202", before: [{before}]), cast: {{}}, steps: [{steps}],
        endings: [(id: "done", title: "完", text: "完", outcome: 100)],
        rubric: [(criterion: Compliance, weight: 100)], tests: [(name: "expert", play: Expert, score: AtLeast(95))])"#
    );
    let policy = Arc::new(Policy::qingdao_2026());
    let loaded = load(&text, &policy).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let session = Session::start(Arc::new(loaded.scenario), policy, 1);
    assert_eq!(session.unready(), None);
    session
}

fn choice(id: &str, effects: &str) -> String {
    format!(
        r#"(id: "{id}", title: "一步", at: "cafe", expert: "照做。", marks: [(Compliance, 1)],
        do: Choose(ask: "做吗？", best: "go", options: [(id: "go", label: "做", effects: [{effects}])])),"#
    )
}

/// What a figure is on a day after these effects.
fn after(date: &str, effects: &str, figure: &str) -> String {
    let first = if effects.is_empty() { String::new() } else { format!("{effects}, ") };
    let session = expert(scene(date, COMPANY, &choice("go", &format!(r#"{first}Reckon("x", {figure})"#))));
    assert!(session.is_closed(), "{figure}");
    session.state().vars.get("x").unwrap().clone()
}

fn on(date: &str, figure: &str) -> String {
    after(date, "", figure)
}

#[track_caller]
fn all(date: &str, figures: &[(&str, &str)]) {
    for (figure, wanted) in figures {
        assert_eq!(on(date, figure), *wanted, "{figure}");
    }
}

#[test]
fn lab_v01_to_v06_days_hours_and_leave() {
    all(
        "2026-05-06",
        &[
            (r#"DailyWage(wage: "8000.00")"#, "367.82"),
            (r#"Overtime(kind: Workday, hours: "10", wage: "8000.00")"#, "689.66"),
            (r#"Overtime(kind: RestDay, hours: "8", wage: "8000.00")"#, "735.63"),
            (r#"Overtime(kind: Holiday, hours: "8", wage: "8000.00")"#, "1103.45"),
            (r#"LeavePay(wage: "8000.00", days: "5")"#, "3678.16"),
        ],
    );
}

#[test]
fn lab_v07_to_v09_severance_by_its_three_kinds() {
    let severance = |kind: &str, first: &str| {
        format!(r#"Severance(kind: {kind}, wage: "8000.00", first: "{first}", last: "2026-04-30")"#)
    };
    for (kind, first, wanted) in [
        ("N", "2022-10-01", "32000.00"),
        ("N", "2022-12-01", "28000.00"),
        ("N", "2025-12-01", "4000.00"),
        ("NPlusOne", "2022-10-01", "40000.00"),
        ("TwoN", "2022-10-01", "64000.00"),
    ] {
        assert_eq!(on("2026-05-06", &severance(kind, first)), wanted, "{kind} from {first}");
    }
}

#[test]
fn late_v01_to_v03_by_days_and_by_the_last_day() {
    all(
        "2026-05-06",
        &[
            (r#"LateFee(amount: Amount("10000.00"), days: "30")"#, "150.00"),
            (r#"LateFee(amount: Amount("12345.67"), days: "7")"#, "43.21"),
            (r#"LateFee(amount: Amount("7835.10"), due: "2026-04-26")"#, "39.18"),
            (r#"LateFee(amount: Amount("7835.10"), due: "2026-05-06")"#, "0.00"),
        ],
    );
}

#[test]
fn vat_v09_to_v11_and_sur_v04_what_is_payable_and_what_hangs_on_it() {
    let vat = |part: &str, output: &str, input: &str, out: &str| {
        format!(
            r#"GeneralVat(part: {part}, output: Amount("{output}"), input: Amount("{input}"), transfer_out: Amount("{out}"))"#
        )
    };
    let small = |part: &str| {
        format!(
            r#"Surcharge(part: {part}, vat: Amount("3000.00"), sales: Amount("300000.00"), status: SmallScale(Quarter))"#
        )
    };
    let figures = [
        (vat("Payable", "43950.00", "36179.90", "65.00"), "7835.10"),
        (vat("Payable", "13000.00", "20000.00", "0.00"), "0.00"),
        (vat("CarriedOut", "13000.00", "20000.00", "0.00"), "7000.00"),
        (r#"GeneralSale(part: Tax, gross: "113000.00", supply: Goods)"#.to_owned(), "13000.00"),
        (r#"InputTax(document: SpecialInvoice, gross: "56500.00", stated: "6500.00")"#.to_owned(), "6500.00"),
        (
            r#"InputTax(document: SpecialInvoice, gross: "56500.00", stated: "6500.00", used_for: Entertainment)"#
                .to_owned(),
            "0.00",
        ),
        (r#"Surcharge(part: All, vat: Amount("6500.00"))"#.to_owned(), "390.00"),
        (small("CityTax"), "105.00"),
        (small("Education"), "0.00"),
        (small("All"), "105.00"),
    ];
    for (figure, wanted) in figures {
        assert_eq!(on("2026-05-06", &figure), wanted, "{figure}");
    }
}

#[test]
fn stamp_duty_of_the_months_books() {
    all(
        "2026-01-06",
        &[
            (r#"Stamp(kind: Lease, amount: "60000.00")"#, "30.00"),
            (r#"Stamp(kind: Sale, amount: "200000.00")"#, "30.00"),
            (r#"Stamp(kind: Sale, amount: "200000.00", halved: false)"#, "60.00"),
            (r#"Stamp(kind: Loan, amount: "200000.00", exempt: SmallEnterpriseLoan)"#, "0.00"),
        ],
    );
}

#[test]
fn cit_v06_a_years_four_prepayments() {
    for (profit, prepaid, wanted) in [
        ("-50000.00", "0.00", "0.00"),
        ("120000.00", "0.00", "6000.00"),
        ("380000.00", "6000.00", "13000.00"),
        ("760000.00", "19000.00", "19000.00"),
    ] {
        let figure = format!(r#"CitQuarter(part: Payable, profit: Amount("{profit}"), prepaid: Amount("{prepaid}"))"#);
        assert_eq!(on("2026-12-31", &figure), wanted, "{profit}");
    }
}

#[test]
fn cit_v07_v08_and_v10_the_years_adjustments() {
    let v07 = |part: &str| {
        format!(
            r#"CitYear(part: {part}, profit: Amount("760000.00"), revenue: Amount("1000000.00"), entertainment: Amount("20000.00"), fines: Amount("8000.00"), exempt: Amount("4000.00"), prepaid: Amount("38000.00"))"#
        )
    };
    let v08 = |part: &str| {
        format!(
            r#"CitYear(part: {part}, profit: Amount("1000000.00"), revenue: Amount("5000000.00"), research: Amount("400000.00"))"#
        )
    };
    let v10 = r#"CitYear(part: Advertising, profit: Amount("0.00"), revenue: Amount("1000000.00"), advertising: Amount("180000.00"))"#;
    let figures = [
        (v07("Entertainment"), "15000.00"),
        (v07("Fines"), "8000.00"),
        (v07("Taxable"), "779000.00"),
        (v07("Tax"), "38950.00"),
        (v07("Balance"), "950.00"),
        (v08("Research"), "400000.00"),
        (v08("Tax"), "30000.00"),
        (v10.to_owned(), "30000.00"),
    ];
    for (figure, wanted) in figures {
        assert_eq!(on("2026-12-31", &figure), wanted, "{figure}");
    }
}

#[test]
fn iit_of_a_bonus_and_by_the_year_so_far() {
    for (bonus, wanted) in [("36000.00", "1080.00"), ("36001.00", "3390.10"), ("144001.00", "27390.20")] {
        let figure = format!(r#"Bonus(part: Separate, amount: "{bonus}", other: "0.00")"#);
        assert_eq!(on("2026-12-31", &figure), wanted, "IIT-BON {bonus}");
    }
    let iit = |part: &str| format!(r#"Iit(part: {part}, months: [("10000.00", "2000.00"), ("10000.00", "2000.00")])"#);
    for (part, wanted) in [("Taxable", "6000.00"), ("Due", "180.00"), ("Before", "90.00"), ("Tax", "90.00")] {
        assert_eq!(on("2026-02-28", &iit(part)), wanted, "{part}");
    }
}

#[test]
fn gl_v04_to_v07_who_bears_the_interest_and_how_much_can_be_lent() {
    all(
        "2026-05-06",
        &[
            (r#"Subsidy(kind: Partners, interest: Amount("34650.00"))"#, "34650.00"),
            (r#"OwnInterest(kind: Partners, interest: Amount("34650.00"))"#, "0.00"),
            (r#"Subsidy(kind: Company, interest: Amount("140000.00"))"#, "70000.00"),
            (r#"OwnInterest(kind: Company, interest: Amount("140000.00"))"#, "70000.00"),
            ("GuaranteedLimit(kind: Personal)", "300000.00"),
            (r#"GuaranteedLimit(kind: Partners, people: "4")"#, "990000.00"),
            (r#"GuaranteedLimit(kind: Partners, people: "2")"#, "600000.00"),
        ],
    );
    let interest = r#"Subsidy(kind: Company, interest: Loan(part: Interest, principal: "300000.00", annual: "3.5%", months: 36, method: Bullet, number: 1))"#;
    assert_eq!(on("2026-05-06", interest), "437.50", "half of GL-V01's 875.00");
}

#[test]
fn dep_v01_and_the_average_of_lots() {
    let depreciation =
        |more: &str| format!(r#"Depreciation(kind: Electronics, cost: "30000.00", residual: "5%", months: 36{more})"#);
    assert_eq!(on("2026-01-06", &depreciation("")), "791.67");
    assert_eq!(on("2026-01-06", &depreciation(r#", number: "36""#)), "791.55");
    assert_eq!(on("2026-01-06", &depreciation(r#", number: "12", part: SoFar"#)), "9500.04");
    let lots = |part: &str, out: &str| {
        format!(r#"AverageCost(part: {part}, lots: [("20", "4600.00"), ("30", "7350.00")], out: "{out}")"#)
    };
    assert_eq!(on("2026-01-06", &lots("Issued", "35")), "8365.00");
    assert_eq!(on("2026-01-06", &lots("Left", "35")), "3585.00");
    assert_eq!(on("2026-01-06", &lots("Unit", "35")), "239.00");
}

#[test]
fn the_companys_own_books_are_read() {
    let sold = r#"Sell(gross: "10100.00"), BuyService(what: "打印", gross: "600.00", account: 560203)"#;
    for (figure, wanted) in [
        ("Statement(sheet: Income, row: 1, column: Month, month: Open)", "10000.00"),
        ("Statement(sheet: Income, row: 30, column: YearToDate)", "9400.00"),
        ("Statement(sheet: BalanceSheet, row: 1, column: End)", "109500.00"),
        ("Statement(sheet: BalanceSheet, row: 1, column: YearStart)", "0.00"),
        ("Moved(1002, Debit)", "110100.00"),
        ("Moved(5001, Credit)", "10000.00"),
        ("Has(Profit)", "9400.00"),
        ("OpenSales(part: Ordinary)", "10000.00"),
        ("Most([Balance(1002), Amount(\"1.00\")])", "109500.00"),
        ("Part(Share(Times(Balance(5001), \"3\"), \"10%\"), \"4\")", "750.00"),
    ] {
        assert_eq!(after("2026-05-06", sold, figure), wanted, "{figure}");
    }
    let closed = format!("{sold}, Until(MonthEnd), CloseMonth, Take(1)");
    assert_eq!(after("2026-05-06", &closed, "Statement(sheet: Income, row: 1, column: Month)"), "10000.00", "of May");
    assert_eq!(
        after("2026-05-06", &closed, "Statement(sheet: Income, row: 1, column: Month, month: Open)"),
        "0.00",
        "of June"
    );
}

fn entered(account: &str, debit: &str, credit: &str) -> EnteredLine {
    EnteredLine { account: account.to_owned(), debit: debit.to_owned(), credit: credit.to_owned() }
}

#[test]
fn a_voucher_written_wrongly_is_taken_back_in_red_and_put_right() {
    let step = r#"(id: "deposit", title: "一张凭证", at: "cafe", expert: "照做。", marks: [(Compliance, 1)], do: Voucher(
        ask: "付押金。", summary: "付押金",
        lines: [
            (id: "bond", side: Debit, account: 122101, amount: Amount("3000.00"), because: "要退的。"),
            (id: "none", side: Debit, account: 560203, amount: Amount("0.00"), because: "这回没有。"),
            (id: "bank", side: Credit, account: 1002, amount: Amount("3000.00"), because: "付出去的。"),
        ])),"#;
    let look = r#"Reckon("profit", Astray(of: Profit, steps: ["deposit"])), Reckon("assets", Astray(of: Assets, steps: ["deposit"])), Reckon("bond", Astray(of: Account(122101), steps: ["deposit"])), Take(30)"#;
    let steps = format!(
        "{step}{}{}",
        choice("look", look),
        choice(
            "mend",
            r#"Rectify("deposit"), Rectify("deposit"), Reckon("after", Astray(of: Profit, steps: ["deposit"]))"#
        )
    );
    let mut wrong = scene("2026-05-06", COMPANY, &steps);
    let lines = vec![entered("560203", "3000.00", ""), entered("1002", "", "3000.00")];
    wrong.decide(Decision::Answer(Answer::Voucher { summary: "付押金".to_owned(), lines })).unwrap();
    let wrong = expert(wrong);
    let state = wrong.state();
    let var = |name: &str| state.vars.get(name).unwrap().as_str();
    assert_eq!((var("profit"), var("assets"), var("bond")), ("-3000.00", "-3000.00", "-3000.00"));
    assert_eq!(var("after"), "0.00");
    let books = state.firm.ledger();
    assert_eq!(books.balance(accounts::DEPOSITS), money("3000.00"));
    assert_eq!(books.balance(AccountCode::new(560_203).unwrap()), money("-3000.00"), "May is closed: June has less");
    assert_eq!(state.firm.bank(), money("97000.00"));
    assert_eq!(wrong.rewound(wrong.decisions().len()).state_hash(), wrong.state_hash());
    let right = expert(scene("2026-05-06", COMPANY, &steps));
    assert_eq!(right.state().vars.get("profit").unwrap(), "0.00");
    assert!(right.state().slips.is_empty(), "what comes to nothing has no line and is not missed");
    assert_eq!(right.state().firm.bank(), money("97000.00"));
}
