//! LATE-V01…V03, the ranges of fines, terms of pursuit and keeping, and the credit rating (facts §3.6).

use startup_metaverse::firm::tax::credit::{Conduct, Grave, Level, Standing, evasion_is_grave, published, rate};
use startup_metaverse::firm::tax::penalty::{
    FineRange, Offence, Records, Shortfall, days_late, first_offence_forgiven, kept_until, late_fee, pursued_until,
};

use crate::{TODAY, date, money, policy};

#[test]
fn late_v01_to_v03() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    for (tax, days, fee) in
        [("10000.00", 30, "150.00"), ("12345.67", 7, "43.21"), ("7835.10", 10, "39.18"), ("10000.00", 0, "0.00")]
    {
        assert_eq!(late_fee(money(tax), days, on).unwrap().payable, money(fee));
    }
    let entry = late_fee(money("7835.10"), 10, on).unwrap().entry().unwrap();
    assert_eq!((entry.debit.number(), entry.credit.number()), (571_103, 1002));
}

#[test]
fn late_days_begin_after_the_last_day() {
    let due = date("2026-04-20");
    assert_eq!(days_late(due, date("2026-04-19")), 0);
    assert_eq!(days_late(due, due), 0);
    assert_eq!(days_late(due, date("2026-04-21")), 1);
    // Holidays count.
    assert_eq!(days_late(due, date("2026-05-20")), 30);
}

#[test]
fn ranges_of_fines() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let tax = money("10000.00");
    for (offence, low, high) in [
        (Offence::Unfiled { serious: false }, "0.00", "2000.00"),
        (Offence::Unfiled { serious: true }, "2000.00", "10000.00"),
        (Offence::FalseBase, "0.00", "50000.00"),
        (Offence::NoInvoice, "0.00", "10000.00"),
        (Offence::FalseInvoice { amount: money("10000.00") }, "0.00", "50000.00"),
        (Offence::FalseInvoice { amount: money("10000.01") }, "50000.00", "500000.00"),
        (Offence::Evasion { tax }, "5000.00", "50000.00"),
        (Offence::Unreported { tax }, "5000.00", "50000.00"),
        (Offence::Unwithheld { tax }, "5000.00", "30000.00"),
    ] {
        assert_eq!(offence.fine(on), Ok(FineRange { low: money(low), high: money(high) }), "{offence:?}");
    }
    assert!(first_offence_forgiven(true, true, true));
    assert!(!first_offence_forgiven(false, true, true));
    assert!(!first_offence_forgiven(true, false, true));
    assert!(!first_offence_forgiven(true, true, false));
}

#[test]
fn terms_of_pursuit_and_keeping() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let due = date("2026-04-20");
    assert_eq!(pursued_until(due, Shortfall::Mistake, on), Ok(Some(date("2029-04-20"))));
    assert_eq!(pursued_until(due, Shortfall::MistakeSpecial, on), Ok(Some(date("2031-04-20"))));
    assert_eq!(pursued_until(due, Shortfall::Evasion, on), Ok(None));
    assert_eq!(kept_until(date("2026-12-31"), Records::Tax, on), Ok(date("2036-12-31")));
    assert_eq!(kept_until(date("2026-12-31"), Records::Accounting, on), Ok(date("2056-12-31")));
}

fn rated(conduct: Conduct) -> (i64, Level, bool) {
    let policy = policy();
    let found = rate(&conduct, policy.at(date("2026-12-31"))).unwrap();
    (found.points, found.level, found.direct)
}

#[test]
fn credit_rating_by_points() {
    let lost = |late_filings, late_payments, missing_reports| Conduct {
        late_filings,
        late_payments,
        missing_reports,
        ..Conduct::default()
    };
    assert_eq!(rated(lost(0, 0, 0)), (100, Level::A, false));
    assert_eq!(rated(lost(1, 1, 0)), (90, Level::A, false));
    assert_eq!(rated(lost(1, 0, 2)), (89, Level::B, false));
    assert_eq!(rated(lost(3, 3, 0)), (70, Level::B, false));
    assert_eq!(rated(lost(5, 0, 2)), (69, Level::C, false));
    assert_eq!(rated(lost(6, 6, 0)), (40, Level::C, false));
    assert_eq!(rated(lost(5, 6, 2)), (39, Level::D, false));
    assert_eq!(rated(lost(30, 0, 0)), (0, Level::D, false));
}

#[test]
fn credit_rating_of_young_and_of_grave_cases() {
    for standing in [Standing::NewlySetUp, Standing::WithoutRevenue] {
        let young = Conduct { standing, ..Conduct::default() };
        assert_eq!(rated(young), (100, Level::M, false));
        assert_eq!(rated(Conduct { late_filings: 6, ..young }), (70, Level::M, false));
        assert_eq!(rated(Conduct { late_filings: 5, missing_reports: 2, ..young }), (69, Level::C, false));
    }
    for grave in [Grave::FalseInvoices, Grave::Evasion] {
        assert_eq!(rated(Conduct { grave: Some(grave), ..Conduct::default() }), (100, Level::D, true));
    }
    let policy = policy();
    let on = policy.at(date(TODAY));
    assert_eq!(evasion_is_grave(money("100000.00"), money("1000000.00"), on), Ok(true));
    assert_eq!(evasion_is_grave(money("99999.99"), money("1.00"), on), Ok(false));
    assert_eq!(evasion_is_grave(money("100000.00"), money("1000000.10"), on), Ok(false));
    assert_eq!(published(2026, policy), Ok(date("2027-04-01")));
}
