//! Annual report and deregistration: CMP-V01, CMP-V02, DER-V01 to DER-V03, facts §6.1, §6.2.

use startup_metaverse::firm::law::annual_report::{self, BARRED, Barred, Cause, Filing, Remedy, Window};
use startup_metaverse::firm::law::deregistration::{
    self, Application, Obstacle, Ordinary, State, needs_tax_clearance, obstacles,
};

use super::{date, money, on};

#[test]
fn cmp_v01_the_first_report_comes_in_the_next_year() {
    let window = annual_report::first_window(date("2026-03-15"), &on()).unwrap();
    assert_eq!(window, Window { opens: date("2027-01-01"), closes: date("2027-06-30") });
}

#[test]
fn cmp_v02_a_day_late_is_late() {
    let on = on();
    let filed = |day| annual_report::filed(2026, date(day), &on).unwrap();
    assert_eq!(filed("2026-12-31"), Filing::TooEarly);
    assert_eq!(filed("2027-01-01"), Filing::InTime);
    assert_eq!(filed("2027-06-30"), Filing::InTime);
    assert_eq!(filed("2027-07-01"), Filing::Late(money("10000.00")));
}

#[test]
fn cmp_02_to_06_publicity_and_the_list() {
    let on = on();
    // Twenty working days after Monday 1 June 2026, Dragon Boat (19 June) between.
    assert_eq!(annual_report::publish_by(date("2026-06-01"), &on).unwrap(), date("2026-06-30"));
    let unreachable = |days: &[&str]| {
        let letters: Vec<_> = days.iter().map(|day| date(day)).collect();
        annual_report::is_unreachable(&letters, &on).unwrap()
    };
    assert!(unreachable(&["2026-06-01", "2026-06-16"]));
    assert!(!unreachable(&["2026-06-01", "2026-06-15"]));
    assert!(!unreachable(&["2026-06-01"]));
    assert!(!unreachable(&[]));
    let remedies = [Cause::NoReport, Cause::FalseReport, Cause::Unreachable].map(Cause::remedy);
    assert_eq!(remedies, [Remedy::FileReport, Remedy::Correct, Remedy::Reconnect]);
    assert!(BARRED.contains(&Barred::SimplifiedDeregistration));
    assert_eq!(annual_report::grave_from(date("2026-07-01"), &on).unwrap(), date("2029-07-01"));
}

#[test]
fn der_v01_twenty_days_of_publicity_and_twenty_to_apply() {
    let days = deregistration::simplified(date("2026-05-01"), &on()).unwrap();
    assert_eq!(days.publicity_ends, date("2026-05-21"));
    assert_eq!((days.opens, days.closes), (date("2026-05-22"), date("2026-06-10")));
    assert_eq!(days.extended, date("2026-07-10"));
    for (day, stands) in [
        ("2026-05-21", Application::TooEarly),
        ("2026-05-22", Application::InTime),
        ("2026-06-10", Application::InTime),
        ("2026-06-11", Application::NeedsExtension),
        ("2026-07-10", Application::NeedsExtension),
        ("2026-07-11", Application::StartAgain),
    ] {
        assert_eq!(days.applied(date(day)), stands, "{day}");
    }
}

#[test]
fn der_v02_what_closes_the_simplified_way() {
    let clean = State { promised: true, ..State::default() };
    assert_eq!(obstacles(&clean), []);
    for (state, obstacle) in [
        (State { litigation: true, ..clean }, Obstacle::Litigation),
        (State { debts: true, ..clean }, Obstacle::Debts),
        (State { promised: false, ..clean }, Obstacle::NoPromise),
        (State { listed: true, ..clean }, Obstacle::Listed),
        (State { encumbered: true, ..clean }, Obstacle::Encumbered),
        (State { invests: true, ..clean }, Obstacle::Invests),
        (State { fined: true, ..clean }, Obstacle::Fined),
        (State { revoked: true, ..clean }, Obstacle::Revoked),
        (State { needs_approval: true, ..clean }, Obstacle::NeedsApproval),
    ] {
        assert_eq!(obstacles(&state), [obstacle]);
    }
}

#[test]
fn der_v03_the_ordinary_way() {
    let on = on();
    let expected =
        Ordinary { publish_team: date("2026-06-11"), notify: date("2026-06-11"), announce: date("2026-07-31") };
    assert_eq!(deregistration::ordinary(date("2026-06-01"), &on).unwrap(), expected);
    assert_eq!(deregistration::form_team_by(date("2026-05-17"), &on).unwrap(), date("2026-06-01"));
    let claim = |notified: Option<&str>| deregistration::claim_by(notified.map(date), date("2026-06-10"), &on).unwrap();
    assert_eq!(claim(Some("2026-06-05")), date("2026-07-05"));
    assert_eq!(claim(None), date("2026-07-25"));
    assert_eq!(deregistration::apply_by(date("2026-09-01"), &on).unwrap(), date("2026-10-01"));
    assert_eq!(deregistration::shop_checked_by(date("2026-06-01"), &on).unwrap(), date("2026-06-11"));
    let forced = deregistration::forced(date("2023-06-01"), &on).unwrap();
    assert_eq!(forced, (date("2026-06-01"), date("2026-08-30")));
}

#[test]
fn tax_clearance_does_not_ask_for_thresholds() {
    assert!(!needs_tax_clearance(false, false, false));
    assert!(!needs_tax_clearance(true, false, false));
    assert!(needs_tax_clearance(true, true, false));
    assert!(needs_tax_clearance(true, false, true));
}
