//! CIT-V07, V08, V10 and CIT-10…16: the year's reconciliation, with both sides of each limit.

use startup_metaverse::firm::tax::cit::annual::{
    Adjustment, AdjustmentKind, CarriedIn, Reconciliation, YearBooks, YearSettings, reconcile,
};
use startup_metaverse::firm::tax::cit::limits::{self, Outgoing};
use startup_metaverse::firm::tax::cit::loss::YearAmount;
use startup_metaverse::firm::tax::cit::rate::Regime;
use startup_metaverse::firm::tax::cit::research::Research;
use startup_metaverse::money::Money;

use crate::cit::company;
use crate::{TODAY, date, money, policy};

fn settled(books: &YearBooks, carried_in: &CarriedIn, prepaid: &str) -> Reconciliation {
    let policy = policy();
    let settings =
        YearSettings { year: 2026, company: company(false), losses_extended: false, prepaid: money(prepaid) };
    reconcile(books, carried_in, &settings, policy.at(date("2026-12-31"))).unwrap()
}

/// Reconciles with nothing carried in or prepaid.
fn plain(books: &YearBooks) -> Reconciliation {
    settled(books, &CarriedIn::default(), "0.00")
}

fn change(found: &Reconciliation, kind: AdjustmentKind) -> Option<Money> {
    found.adjustments.iter().find(|one| one.kind == kind).map(|one| one.change)
}

#[test]
fn cit_v07() {
    let books = YearBooks {
        profit: money("760000.00"),
        revenue: money("1000000.00"),
        entertainment: money("20000.00"),
        exempt_income: money("4000.00"),
        outgoings: vec![(Outgoing::Fine, money("8000.00"))],
        ..YearBooks::default()
    };
    let found = settled(&books, &CarriedIn::default(), "38000.00");
    let adjustment = |kind, booked, allowed, change| Adjustment {
        kind,
        booked: money(booked),
        allowed: money(allowed),
        change: money(change),
    };
    assert_eq!(
        found.adjustments,
        [
            adjustment(AdjustmentKind::Entertainment, "20000.00", "5000.00", "15000.00"),
            adjustment(AdjustmentKind::Barred(Outgoing::Fine), "8000.00", "0.00", "8000.00"),
            adjustment(AdjustmentKind::ExemptIncome, "4000.00", "0.00", "-4000.00"),
        ]
    );
    assert_eq!((found.taxable, found.regime), (money("779000.00"), Regime::SmallProfit));
    assert_eq!((found.tax, found.balance), (money("38950.00"), money("950.00")));
    let entry = found.entry().unwrap();
    assert_eq!((entry.debit.number(), entry.credit.number()), (5801, 222_109));
    assert_eq!(entry.amount, money("950.00"));
    let over = settled(&books, &CarriedIn::default(), "40000.00");
    assert_eq!((over.balance, over.entry()), (money("-1050.00"), None));
}

#[test]
fn cit_v08() {
    let research = Research { expensed: money("400000.00"), ..Research::default() };
    let books = YearBooks { profit: money("1000000.00"), research, ..YearBooks::default() };
    let found = plain(&books);
    assert_eq!((found.taxable, found.tax), (money("600000.00"), money("30000.00")));
    assert_eq!(change(&found, AdjustmentKind::Research), Some(money("-400000.00")));
    assert_eq!(plain(&YearBooks { research: Research::default(), ..books }).tax, money("50000.00"));
}

#[test]
fn cit_v10_advertising_is_carried_on() {
    let books = YearBooks {
        profit: money("500000.00"),
        revenue: money("1000000.00"),
        advertising: money("180000.00"),
        ..YearBooks::default()
    };
    let found = plain(&books);
    assert_eq!(change(&found, AdjustmentKind::Advertising), Some(money("30000.00")));
    assert_eq!(found.carried_out.advertising, money("30000.00"));
    // The next year takes it in as far as its own limit leaves room.
    let next = YearBooks { advertising: money("130000.00"), ..books.clone() };
    let after = settled(&next, &found.carried_out, "0.00");
    assert_eq!(change(&after, AdjustmentKind::Advertising), Some(money("-20000.00")));
    assert_eq!(after.carried_out.advertising, money("10000.00"));
    let raised = plain(&YearBooks { advertising_raised: true, ..books });
    assert_eq!((raised.adjustments.len(), raised.carried_out.advertising), (0, Money::ZERO));
}

#[test]
fn cit_10_entertainment_is_the_lesser_of_two() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    for (spent, revenue, allowed) in [
        ("20000.00", "1000000.00", "5000.00"),
        ("8333.33", "1000000.00", "5000.00"),
        ("8333.32", "1000000.00", "4999.99"),
        ("8333.34", "1000000.00", "5000.00"),
        ("1000.00", "1000000.00", "600.00"),
        ("1000.00", "0.00", "0.00"),
    ] {
        assert_eq!(limits::entertainment(money(spent), money(revenue), on), Ok(money(allowed)), "{spent}");
    }
}

#[test]
fn cit_11_the_raised_limit_ends_with_2027() {
    let policy = policy();
    let allowed = |day: &str| {
        let (spent, revenue) = (money("400000.00"), money("1000000.00"));
        limits::advertising(spent, Money::ZERO, revenue, true, policy.at(date(day))).unwrap().allowed
    };
    assert_eq!(allowed("2025-12-31"), money("150000.00"));
    assert_eq!(allowed("2026-01-01"), money("300000.00"));
    assert_eq!(allowed("2027-12-31"), money("300000.00"));
    assert_eq!(allowed("2028-01-01"), money("150000.00"));
}

#[test]
fn cit_12_expenses_measured_by_wages() {
    let base = YearBooks { profit: money("500000.00"), wages: money("100000.00"), ..YearBooks::default() };
    let within = YearBooks {
        welfare: money("14000.00"),
        union_dues: money("2000.00"),
        training: money("8000.00"),
        ..base.clone()
    };
    assert_eq!(plain(&within).adjustments, []);
    let over =
        YearBooks { welfare: money("14000.01"), union_dues: money("2000.02"), training: money("8000.03"), ..base };
    let found = plain(&over);
    assert_eq!(change(&found, AdjustmentKind::Welfare), Some(money("0.01")));
    assert_eq!(change(&found, AdjustmentKind::UnionDues), Some(money("0.02")));
    assert_eq!(change(&found, AdjustmentKind::Training), Some(money("0.03")));
    assert_eq!(found.carried_out.training, money("0.03"));
}

#[test]
fn cit_13_donations_are_carried_three_years() {
    let books = YearBooks { profit: money("100000.00"), donations: money("12000.00"), ..YearBooks::default() };
    assert_eq!(plain(&books).adjustments, []);
    let over = plain(&YearBooks { donations: money("12000.01"), ..books.clone() });
    assert_eq!(change(&over, AdjustmentKind::Donations), Some(money("0.01")));
    let of = |year, amount: &str| YearAmount { year, amount: money(amount) };
    assert_eq!(over.carried_out.donations, [of(2026, "0.01")]);
    // Earlier years first; 2022 is too old, 2023 has its last year.
    let carried_in = CarriedIn {
        donations: vec![of(2022, "500.00"), of(2023, "3000.00"), of(2025, "1000.00")],
        ..CarriedIn::default()
    };
    let found = settled(&books, &carried_in, "0.00");
    assert_eq!(change(&found, AdjustmentKind::Donations), None, "4,000 in and 4,000 out");
    assert_eq!(found.carried_out.donations, [of(2026, "4000.00")]);
    let loss = plain(&YearBooks { profit: money("-1.00"), ..books });
    assert_eq!(change(&loss, AdjustmentKind::Donations), Some(money("12000.00")));
}

#[test]
fn cit_14_what_is_not_deducted_and_what_is() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let barred = [
        Outgoing::TaxLateFee,
        Outgoing::Fine,
        Outgoing::Confiscation,
        Outgoing::PrivateDonation,
        Outgoing::Sponsorship,
        Outgoing::Dividend,
        Outgoing::IncomeTax,
        Outgoing::Provision,
        Outgoing::Unrelated,
    ];
    assert_eq!(on.words("cit.barred").unwrap().len(), barred.len());
    assert!(barred.iter().all(|one| one.is_barred(on).unwrap()));
    for deducted in [Outgoing::ContractDamages, Outgoing::BankPenaltyInterest] {
        assert!(!deducted.is_barred(on).unwrap());
        let books = YearBooks { outgoings: vec![(deducted, money("100.00"))], ..YearBooks::default() };
        assert_eq!(plain(&books).adjustments, []);
    }
    let uninvoiced = YearBooks { uninvoiced: money("500.00"), ..YearBooks::default() };
    assert_eq!(change(&plain(&uninvoiced), AdjustmentKind::Uninvoiced), Some(money("500.00")));
    let late = YearBooks { outgoings: vec![(Outgoing::TaxLateFee, money("39.18"))], ..YearBooks::default() };
    assert_eq!(plain(&late).taxable, money("39.18"));
}

#[test]
fn cit_15_16_18_interest_equipment_and_disabled_wages() {
    let books = YearBooks {
        profit: money("500000.00"),
        private_interest: money("12000.00"),
        private_interest_at_bank_rate: money("3000.00"),
        equipment_at_once: money("30000.00"),
        equipment_depreciation: money("8708.37"),
        disabled_wages: money("24000.00"),
        ..YearBooks::default()
    };
    let found = plain(&books);
    assert_eq!(change(&found, AdjustmentKind::PrivateInterest), Some(money("9000.00")));
    assert_eq!(change(&found, AdjustmentKind::Equipment), Some(money("-21291.63")));
    assert_eq!(change(&found, AdjustmentKind::DisabledWages), Some(money("-24000.00")));
    let policy = policy();
    let at_once = |cost: &str, day: &str| limits::deductible_at_once(money(cost), policy.at(date(day)));
    assert_eq!(at_once("5000000.00", TODAY), Ok(true));
    assert_eq!(at_once("5000000.01", TODAY), Ok(false));
    assert_eq!(at_once("1.00", "2027-12-31"), Ok(true));
    assert_eq!(at_once("1.00", "2028-01-01"), Ok(false));
    assert_eq!(at_once("1.00", "2023-12-31"), Ok(false));
}

#[test]
fn losses_lower_the_taxable_income_and_decide_on_the_cliff() {
    let of = |year, amount: &str| YearAmount { year, amount: money(amount) };
    let carried_in = CarriedIn { losses: vec![of(2024, "100000.00")], ..CarriedIn::default() };
    let books = YearBooks { profit: money("3100000.00"), ..YearBooks::default() };
    let found = settled(&books, &carried_in, "0.00");
    assert_eq!((found.losses_used, found.taxable), (money("100000.00"), money("3000000.00")));
    assert_eq!((found.regime, found.tax), (Regime::SmallProfit, money("150000.00")));
    assert_eq!(found.carried_out.losses, []);
    let loss = settled(&YearBooks { profit: money("-50000.00"), ..YearBooks::default() }, &carried_in, "0.00");
    assert_eq!((loss.adjusted, loss.taxable, loss.tax), (money("-50000.00"), Money::ZERO, Money::ZERO));
    assert_eq!(loss.carried_out.losses, [of(2024, "100000.00"), of(2026, "50000.00")]);
}
