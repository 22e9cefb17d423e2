//! Minimum wages and traineeships: MW-V01 to MW-V03, INT-V01, with the table of facts §4.2.

use startup_metaverse::firm::people::placement::{self, Placement, PlacementDefect};
use startup_metaverse::firm::people::wages::{self, Zone};
use startup_metaverse::firm::people::{PeopleError, arrears};

use super::{FEN, date, money, policy};

#[test]
fn the_table_of_minimum_wages() {
    let policy = policy();
    for (from, urban, urban_hour, county, county_hour) in [
        ("2018-06-01", "1910.00", "19.10", "1730.00", "17.30"),
        ("2021-10-01", "2100.00", "21.00", "1900.00", "19.00"),
        ("2023-10-01", "2200.00", "22.00", "2010.00", "20.00"),
        ("2025-10-01", "2400.00", "24.00", "2210.00", "22.00"),
    ] {
        let on = policy.at(date(from));
        assert_eq!(wages::monthly(Zone::Urban, &on).unwrap(), money(urban), "{from}");
        assert_eq!(wages::hourly(Zone::Urban, &on).unwrap(), money(urban_hour), "{from}");
        assert_eq!(wages::monthly(Zone::County, &on).unwrap(), money(county), "{from}");
        assert_eq!(wages::hourly(Zone::County, &on).unwrap(), money(county_hour), "{from}");
    }
    assert!(wages::monthly(Zone::Urban, &policy.at(date("2018-05-31"))).is_err());
}

#[test]
fn mw_v01_the_day_of_the_work_counts() {
    let policy = policy();
    let on = |day| wages::monthly(Zone::Urban, &policy.at(date(day))).unwrap();
    assert_eq!(on("2025-09-30"), money("2200.00"));
    assert_eq!(on("2025-10-01"), money("2400.00"));
}

#[test]
fn mw_v02_the_district_counts() {
    let policy = policy();
    let on = policy.at(date("2026-03-16"));
    let lacks = |district, wage| wages::shortfall(wage, Zone::of(district, &on).unwrap(), &on).unwrap();
    assert_eq!(lacks("jiaozhou", money("2300.00")), money("0.00"));
    assert_eq!(lacks("shinan", money("2300.00")), money("100.00"));
    assert_eq!(lacks("shinan", money("2399.99")), FEN);
    assert_eq!(lacks("shinan", money("2400.00")), money("0.00"));
    assert_eq!(Zone::of("jinan", &on), Err(PeopleError::UnknownDistrict("jinan".to_owned())));
    for district in policy.districts().iter().filter(|district| district.id != "qingdao") {
        assert!(Zone::of(&district.id, &on).is_ok(), "{}", district.id);
    }
}

#[test]
fn mw_v03_part_time_by_the_hour() {
    let policy = policy();
    let on = policy.at(date("2026-03-16"));
    assert_eq!(wages::part_time_floor(Zone::Urban, 60, &on).unwrap(), money("1440.00"));
}

#[test]
fn int_v01_the_subsidy_of_traineeships() {
    let policy = policy();
    let on = policy.at(date("2026-03-16"));
    let round = |kept| Placement {
        trainees: 4,
        months: 6,
        kept,
        zone: Zone::Urban,
        allowance: money("2400.00"),
        insured: true,
    };
    assert_eq!(placement::subsidy(&round(2), &on).unwrap(), money("40320.00"));
    assert_eq!(placement::subsidy(&round(1), &on).unwrap(), money("34560.00"));
    assert_eq!(placement::allowances(&round(2)).unwrap(), money("57600.00"));
    assert_eq!(placement::subsidy(&round(5), &on), Err(PeopleError::BadCount));
    assert_eq!(placement::examine(&round(2), &on).unwrap(), []);
    for (months, sound) in [(2, false), (3, true), (12, true), (13, false)] {
        let found = placement::examine(&Placement { months, ..round(0) }, &on).unwrap();
        assert_eq!(found.is_empty(), sound, "{months} months");
    }
    let poor = Placement { allowance: money("2399.99"), insured: false, ..round(0) };
    let expected = [PlacementDefect::Allowance(money("2400.00")), PlacementDefect::Uninsured];
    assert_eq!(placement::examine(&poor, &on).unwrap(), expected);
}

#[test]
fn small_employers_pay_no_disability_fund() {
    let policy = policy();
    let on = policy.at(date("2026-03-16"));
    assert!(arrears::disability_fund_exempt(30, &on).unwrap());
    assert!(!arrears::disability_fund_exempt(31, &on).unwrap());
    assert!(arrears::disability_fund_exempt(30, &policy.at(date("2027-12-31"))).unwrap());
    assert!(arrears::disability_fund_exempt(30, &policy.at(date("2028-01-01"))).is_err());
}
