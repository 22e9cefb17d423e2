//! Days, hours, overtime and leave: LAB-V01 to LAB-V06, LAB-V16, PAY-V08, HR-25 to HR-32.

use startup_metaverse::firm::people::leave::{self, annual_days, unused_extra};
use startup_metaverse::firm::people::overtime::{self, DayKind, Overtime};
use startup_metaverse::firm::people::wages::Zone;
use startup_metaverse::firm::people::{Service, daily};

use super::{date, money, policy, salary};

const DAY: &str = "2026-03-16";

#[test]
fn lab_v01_a_day_and_an_hour() {
    let policy = policy();
    let on = policy.at(date(DAY));
    assert_eq!(daily::day_wage(salary(), &on).unwrap(), money("367.82"));
    assert_eq!(daily::hour_wage(salary(), &on).unwrap(), money("45.98"));
}

#[test]
fn pay_v08_a_part_of_a_month() {
    let policy = policy();
    assert_eq!(daily::for_days(salary(), 12, &policy.at(date(DAY))).unwrap(), money("4413.79"));
}

#[test]
fn lab_v02_to_v05_overtime_by_kind_of_day() {
    let policy = policy();
    let on = policy.at(date(DAY));
    for (vector, kind, hours, expected) in [
        ("LAB-V02", DayKind::Workday, 1, "68.97"),
        ("LAB-V02", DayKind::RestDay, 1, "91.95"),
        ("LAB-V02", DayKind::Holiday, 1, "137.93"),
        ("LAB-V03", DayKind::Workday, 10, "689.66"),
        ("LAB-V04", DayKind::RestDay, 8, "735.63"),
        ("LAB-V05", DayKind::Holiday, 8, "1103.45"),
    ] {
        let pay = overtime::pay(salary(), Overtime { kind, minutes: hours * 60 }, &on).unwrap();
        assert_eq!(pay, money(expected), "{vector}");
    }
}

#[test]
fn lab_v16_thirty_six_hours_a_month_and_the_pay_all_the_same() {
    let policy = policy();
    let on = policy.at(date(DAY));
    let worked = |minutes| [Overtime { kind: DayKind::Workday, minutes }];
    let allowed = overtime::month(salary(), &worked(36 * 60), &on).unwrap();
    assert_eq!(allowed.minutes_over, 0);
    let over = overtime::month(salary(), &worked(36 * 60 + 1), &on).unwrap();
    assert_eq!(over.minutes_over, 1);
    let v16 = overtime::month(salary(), &worked(37 * 60), &on).unwrap();
    assert_eq!((v16.minutes_over, v16.pay), (60, money("2551.72")));
    assert_eq!(overtime::day_minutes_over(60, false, &on).unwrap(), 0);
    assert_eq!(overtime::day_minutes_over(61, false, &on).unwrap(), 1);
    assert_eq!(overtime::day_minutes_over(180, true, &on).unwrap(), 0);
    assert_eq!(overtime::day_minutes_over(181, true, &on).unwrap(), 1);
}

#[test]
fn hr_29_thirteen_statutory_days_and_the_days_moved() {
    let policy = policy();
    let on = policy.at(date("2026-01-01"));
    let mut holidays = 0;
    let mut day = date("2026-01-01");
    while day <= date("2026-12-31") {
        holidays += i64::from(DayKind::of(day, &on) == DayKind::Holiday);
        day = day.plus_days(1).unwrap();
    }
    assert_eq!(holidays, on.count("holidays.statutory").unwrap());
    for (day, kind) in [
        ("2026-02-15", DayKind::RestDay),
        ("2026-02-16", DayKind::Holiday),
        ("2026-02-19", DayKind::Holiday),
        ("2026-02-20", DayKind::RestDay),
        ("2026-02-14", DayKind::Workday),
        ("2026-05-02", DayKind::Holiday),
        ("2026-05-03", DayKind::RestDay),
        ("2026-05-09", DayKind::Workday),
        ("2026-10-03", DayKind::Holiday),
        ("2026-10-04", DayKind::RestDay),
        ("2026-10-10", DayKind::Workday),
        ("2026-10-11", DayKind::RestDay),
    ] {
        assert_eq!(DayKind::of(date(day), &on), kind, "{day}");
    }
}

#[test]
fn lab_v06_unused_leave() {
    let policy = policy();
    let on = policy.at(date(DAY));
    assert_eq!(unused_extra(salary(), 5, false, &on).unwrap(), money("3678.16"));
    assert_eq!(unused_extra(salary(), 5, true, &on).unwrap(), money("0.00"));
}

#[test]
fn hr_30_days_of_annual_leave() {
    let policy = policy();
    let on = policy.at(date(DAY));
    for (months, days) in [(11, 0), (12, 5), (119, 5), (120, 10), (239, 10), (240, 15)] {
        assert_eq!(annual_days(Service::of_months(months), &on).unwrap(), days, "{months} months");
    }
    // 181 of 365 days of five: 2.48, of which two; one day was taken.
    assert_eq!(leave::owed_on_leaving(date("2026-06-30"), 5, 1, &on).unwrap(), 1);
    // The third day is earned on the 219th day of the year.
    assert_eq!(leave::owed_on_leaving(date("2026-08-06"), 5, 0, &on).unwrap(), 2);
    assert_eq!(leave::owed_on_leaving(date("2026-08-07"), 5, 0, &on).unwrap(), 3);
    assert_eq!(leave::owed_on_leaving(date("2026-01-31"), 5, 5, &on).unwrap(), 0);
    assert_eq!(leave::owed_on_leaving(date("2026-12-31"), 5, 0, &on).unwrap(), 5);
}

#[test]
fn sickness_and_motherhood() {
    let policy = policy();
    let on = policy.at(date(DAY));
    assert_eq!(leave::maternity_days(&on).unwrap(), 158);
    assert_eq!(leave::sick_pay_floor(Zone::Urban, &on).unwrap(), money("1920.00"));
    for (life, here, months) in [
        (119, 59, 3),
        (119, 60, 6),
        (120, 59, 6),
        (120, 60, 9),
        (240, 119, 9),
        (240, 120, 12),
        (240, 180, 18),
        (240, 239, 18),
        (240, 240, 24),
    ] {
        let period = leave::medical_months(Service::of_months(life), Service::of_months(here), &on).unwrap();
        assert_eq!(period, months, "{life}, {here}");
    }
}
