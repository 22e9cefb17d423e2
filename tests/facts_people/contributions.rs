//! Bases, rates and arrears: the tables of facts §4.3 and §4.4, SI-V01 to SI-V03, the housing fund's yuan.

use startup_metaverse::firm::people::contributions::{
    BaseMode, Scheme, UnemploymentRate, bounds_by_formula, compute, flexible_pension, housing, social_bounds,
};
use startup_metaverse::firm::people::true_up::difference;
use startup_metaverse::firm::people::wages::Zone;
use startup_metaverse::firm::people::{PeopleError, arrears};
use startup_metaverse::money::Money;

use super::{FEN, date, money, policy, rate, salary};

fn scheme() -> Scheme {
    Scheme::usual(Zone::Urban, rate("8%"))
}

#[test]
fn the_table_of_bases_and_the_formula_behind_it() {
    let policy = policy();
    for (year, lower, upper) in [
        (2020, "3269.00", "17284.00"),
        (2021, "3746.00", "18726.00"),
        (2022, "3980.00", "19899.00"),
        (2023, "4242.00", "21207.00"),
        (2024, "4416.00", "22078.00"),
        (2025, "4504.00", "22518.00"),
        (2026, "4573.00", "22863.00"),
    ] {
        let month = date(&format!("{year}-01-01"));
        let bounds = social_bounds(month, BaseMode::WholeYear, &policy).unwrap();
        assert_eq!(bounds, (money(lower), money(upper)), "{year}");
        let on = policy.at(month);
        let formula = bounds_by_formula(on.money("social.average").unwrap(), &on).unwrap();
        let lower = if year == 2020 { "3457.00" } else { lower };
        assert_eq!(formula, (money(lower), money(upper)), "{year}");
    }
}

#[test]
fn bases_have_a_floor_and_a_cap() {
    let policy = policy();
    let base = |gross: Money| compute(gross, date("2026-01-01"), &scheme(), &policy).unwrap().social_base;
    let (lower, upper) = (money("4573.00"), money("22863.00"));
    assert_eq!(base(lower.checked_sub(FEN).unwrap()), lower);
    assert_eq!(base(lower.checked_add(FEN).unwrap()), money("4573.01"));
    assert_eq!(base(upper.checked_sub(FEN).unwrap()), money("22862.99"));
    assert_eq!(base(upper.checked_add(FEN).unwrap()), upper);
    let negative = compute(money("-0.01"), date("2026-01-01"), &scheme(), &policy);
    assert_eq!(negative, Err(PeopleError::NegativePay(money("-0.01"))));
}

#[test]
fn section_0_2_each_insurance_is_rounded_by_itself() {
    let policy = policy();
    let class = Scheme { injury_class: Some(2), ..scheme() };
    let month = compute(money("4416.00"), date("2024-01-01"), &class, &policy).unwrap();
    assert_eq!(month.unemployment.employer, money("30.91"));
    assert_eq!(month.unemployment.employee, money("13.25"));
    assert_eq!(month.injury.employer, money("17.66"));
}

#[test]
fn si_v01_the_difference_after_new_bases() {
    let policy = policy();
    let scheme = Scheme { bases: BaseMode::Announced, ..scheme() };
    let bounds = |month| social_bounds(date(month), BaseMode::Announced, &policy).unwrap();
    assert_eq!(bounds("2026-08-31"), (money("4504.00"), money("22518.00")));
    assert_eq!(bounds("2026-09-01"), (money("4573.00"), money("22863.00")));
    let wages: Vec<_> = (1..=12).map(|month| (date(&format!("2026-{month:02}-01")), money("3000.00"))).collect();
    let owed = difference(2026, &wages, &scheme, &policy).unwrap();
    assert_eq!(owed.pension.employer, money("88.32"));
    assert_eq!(owed.pension.employee, money("44.16"));
    assert_eq!(owed.social_base, money("552.00"));
    assert_eq!(owed.housing.employer, Money::ZERO);
    // A wage between the bounds has no difference.
    let middle: Vec<_> = wages.iter().map(|(month, _)| (*month, salary())).collect();
    assert_eq!(difference(2026, &middle, &scheme, &policy).unwrap().employer_total().unwrap(), Money::ZERO);
}

#[test]
fn si_v02_and_si_v03_arrears() {
    let policy = policy();
    let on = policy.at(date("2026-03-16"));
    assert_eq!(arrears::late_fee(money("3450.00"), 20, &on).unwrap(), money("34.50"));
    assert_eq!(arrears::late_fee(money("3450.00"), 0, &on).unwrap(), money("0.00"));
    assert_eq!(arrears::assessed(money("10000.00"), &on).unwrap(), money("11000.00"));
    assert_eq!(arrears::fine(money("3450.00"), &on).unwrap(), (money("3450.00"), money("10350.00")));
}

#[test]
fn the_housing_fund_rounds_to_the_yuan() {
    let policy = policy();
    for (day, upper, urban, county, twelve) in [
        ("2021-07-01", "26502.75", "1910.00", "1730.00", "3180.00"),
        ("2022-07-01", "29119.25", "2100.00", "1900.00", "3494.00"),
        ("2024-06-30", "31015.25", "2100.00", "1900.00", "3722.00"),
        ("2024-07-01", "32310.25", "2200.00", "2010.00", "3877.00"),
        ("2026-06-30", "32310.25", "2200.00", "2010.00", "3877.00"),
        ("2026-07-01", "34342.75", "2400.00", "2210.00", "4121.00"),
    ] {
        let on = policy.at(date(day));
        assert_eq!(housing(money(upper), rate("12%"), &on).unwrap(), money(twelve), "{day}");
        let base = |gross: &str, zone| {
            let scheme = Scheme { zone, housing_rate: rate("12%"), ..scheme() };
            compute(money(gross), date(day), &scheme, &policy).unwrap().housing_base
        };
        assert_eq!(base("100000.00", Zone::Urban), money(upper), "{day}");
        assert_eq!(base("1000.00", Zone::Urban), money(urban), "{day}");
        assert_eq!(base("1000.00", Zone::County), money(county), "{day}");
    }
    let on = policy.at(date("2026-07-01"));
    assert_eq!(housing(money("34342.75"), rate("8%"), &on).unwrap(), money("2747.00"));
    assert!(housing(salary(), rate("5%"), &on).is_ok());
    for wrong in ["4.9999%", "12.0001%"] {
        assert!(matches!(housing(salary(), rate(wrong), &on), Err(PeopleError::HousingFundRate { .. })));
    }
}

#[test]
fn rates_that_may_change_have_their_switch() {
    let policy = policy();
    let month = date("2026-01-01");
    let statutory = Scheme { unemployment: UnemploymentRate::Statutory, ..scheme() };
    let dear = compute(salary(), month, &statutory, &policy).unwrap().unemployment;
    assert_eq!((dear.employer, dear.employee), (money("160.00"), money("80.00")));
    for (class, expected) in (1..=8).zip(["16.00", "32.00", "56.00", "72.00", "88.00", "104.00", "128.00", "152.00"]) {
        let scheme = Scheme { injury_class: Some(class), ..scheme() };
        let injury = compute(salary(), month, &scheme, &policy).unwrap().injury;
        assert_eq!((injury.employer, injury.employee), (money(expected), Money::ZERO), "class {class}");
    }
    let unknown = Scheme { injury_class: Some(9), ..scheme() };
    assert!(matches!(compute(salary(), month, &unknown, &policy), Err(PeopleError::Policy(_))));
    assert_eq!(flexible_pension(money("1.00"), month, &policy).unwrap(), money("914.60"));
}
