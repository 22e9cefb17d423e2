//! VAT-V12, V13 and VAT-20, VAT-21: passing five million and what follows.

use startup_metaverse::calendar::Date;
use startup_metaverse::firm::tax::TaxError;
use startup_metaverse::firm::tax::vat::status::{
    Crossing, PeriodSales, change, crossing, treated_as_general_from, voluntary_from,
};
use startup_metaverse::firm::tax::vat::{VatPeriod, VatStatus};

use crate::{TODAY, date, money, policy};

/// Quarters from 2025-07 on.
fn quarters(nets: &[&str]) -> Vec<PeriodSales> {
    let first = date("2025-07-01");
    let start = |index: usize| first.plus_months(3 * i32::try_from(index).unwrap()).unwrap();
    nets.iter().enumerate().map(|(index, net)| PeriodSales { start: start(index), net: money(net) }).collect()
}

fn crossed(nets: &[&str]) -> Option<Crossing> {
    let policy = policy();
    crossing(VatPeriod::Quarter, &quarters(nets), policy.at(date(TODAY))).unwrap()
}

#[test]
fn vat_v12_status_begins_with_the_period_that_passed() {
    let found = crossed(&["1200000.00", "1300000.00", "1200000.00", "1300000.01"]).unwrap();
    assert_eq!(found.effective, date("2026-04-01"));
    assert_eq!(found.period_end, date("2026-06-30"));
    assert_eq!(found.sum, money("5000000.01"));
}

#[test]
fn vat_v13_exactly_five_million_stays_small() {
    assert_eq!(crossed(&["1200000.00", "1300000.00", "1200000.00", "1300000.00"]), None);
}

#[test]
fn vat_20_only_four_running_quarters_count() {
    assert_eq!(crossed(&["4000000.00", "0.00", "0.00", "0.00", "1000000.01"]), None);
    let found = crossed(&["4000000.00", "0.00", "0.00", "1000000.01"]).unwrap();
    assert_eq!(found.effective, date("2026-04-01"));
}

#[test]
fn vat_20_months_run_over_twelve() {
    let policy = policy();
    let month = |start: Date, net: &str| PeriodSales { start, net: money(net) };
    let thirteen = [month(date("2025-05-01"), "4000000.00"), month(date("2026-05-01"), "1000000.01")];
    let twelve = [month(date("2025-06-01"), "4000000.00"), month(date("2026-05-01"), "1000000.01")];
    let on = policy.at(date(TODAY));
    assert_eq!(crossing(VatPeriod::Month, &thirteen, on), Ok(None));
    assert_eq!(crossing(VatPeriod::Month, &twelve, on).unwrap().unwrap().effective, date("2026-05-01"));
    assert_eq!(crossing(VatPeriod::Day, &twelve, on), Err(TaxError::OutOfRange("period")));
    let turned = [twelve[1], twelve[0]];
    assert_eq!(crossing(VatPeriod::Month, &turned, on), Err(TaxError::OutOfRange("sales")));
}

#[test]
fn vat_20_late_registration_and_free_registration() {
    let policy = policy();
    // Five working days after Wednesday 15 July.
    assert_eq!(treated_as_general_from(date("2026-07-15"), policy.at(date("2026-07-15"))), Ok(date("2026-07-22")));
    for (day, period, first) in [
        ("2026-05-20", VatPeriod::Quarter, "2026-04-01"),
        ("2026-12-31", VatPeriod::Quarter, "2026-10-01"),
        ("2026-01-01", VatPeriod::Quarter, "2026-01-01"),
        ("2026-05-20", VatPeriod::Month, "2026-05-01"),
    ] {
        assert_eq!(voluntary_from(date(day), period), Ok(date(first)));
    }
}

#[test]
fn vat_21_there_is_no_way_back() {
    let small = VatStatus::SmallScale(VatPeriod::Quarter);
    assert!(matches!(change(VatStatus::General, small), Err(TaxError::NotAllowed { rule: "vat-rules-36", .. })));
    assert_eq!(change(small, VatStatus::General), Ok(VatStatus::General));
    assert_eq!(change(small, VatStatus::SmallScale(VatPeriod::Month)), Ok(VatStatus::SmallScale(VatPeriod::Month)));
}
