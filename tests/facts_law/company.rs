//! Organs, officers and capital: REG-05 to REG-21, facts §1.1.

use startup_metaverse::firm::law::penalty::Span;
use startup_metaverse::firm::registry::capital::{self, CapitalBreach, Reduction};
use startup_metaverse::firm::registry::organs::{Bar, Organs, OrgansDefect, Person, Supervision, bars, examine};

use super::{date, money, on, policy};

#[test]
fn reg_10_to_12_organs() {
    let on = on();
    let small = Organs { directors: 1, supervision: Supervision::One, director_supervises: false };
    let found = |organs: Organs| examine(&organs, &on).unwrap();
    assert_eq!(found(small), []);
    assert_eq!(found(Organs { directors: 0, ..small }), [OrgansDefect::NoDirector]);
    assert_eq!(found(Organs { directors: 2, ..small }), [OrgansDefect::BoardTooSmall]);
    assert_eq!(found(Organs { directors: 3, ..small }), []);
    let supervised = |supervision| found(Organs { supervision, ..small });
    assert_eq!(supervised(Supervision::None { unanimous: true }), []);
    assert_eq!(supervised(Supervision::None { unanimous: false }), [OrgansDefect::NoSupervisor]);
    assert_eq!(supervised(Supervision::AuditCommittee), [OrgansDefect::CommitteeWithoutBoard]);
    let committee = Organs { directors: 3, supervision: Supervision::AuditCommittee, ..small };
    assert_eq!(found(committee), []);
    let board = |members, employees| supervised(Supervision::Board { members, employees });
    assert_eq!(board(3, 1), []);
    assert_eq!(board(2, 1), [OrgansDefect::SupervisorsTooFew]);
    assert_eq!(board(4, 1), [OrgansDefect::EmployeesTooFew]);
    let both = Organs { director_supervises: true, ..small };
    assert_eq!(found(both), [OrgansDefect::DirectorSupervises]);
    for defect in [
        OrgansDefect::NoDirector,
        OrgansDefect::BoardTooSmall,
        OrgansDefect::NoSupervisor,
        OrgansDefect::SupervisorsTooFew,
        OrgansDefect::CommitteeWithoutBoard,
    ] {
        assert!(policy().rule(defect.rule()).is_some(), "{defect:?}");
    }
}

#[test]
fn reg_21_who_may_not_be_an_officer() {
    let barred = |person: Person| bars(&person, &on()).unwrap();
    let clean = Person::default();
    assert_eq!(barred(clean), []);
    assert_eq!(barred(Person { incapable: true, ..clean }), [Bar::Incapable]);
    assert_eq!(barred(Person { judgment_debtor: true, ..clean }), [Bar::JudgmentDebtor]);
    for (since, expected) in [("2021-06-02", vec![Bar::Convicted]), ("2021-06-01", vec![])] {
        assert_eq!(barred(Person { crime_served: Some(date(since)), ..clean }), expected, "{since}");
    }
    for (since, expected) in [("2024-06-02", vec![Bar::Convicted]), ("2024-06-01", vec![])] {
        assert_eq!(barred(Person { probation_ended: Some(date(since)), ..clean }), expected, "{since}");
    }
    for (since, expected) in [("2023-06-02", vec![Bar::Ruined]), ("2023-06-01", vec![])] {
        assert_eq!(barred(Person { ruined: Some(date(since)), ..clean }), expected, "{since}");
    }
}

#[test]
fn companies_older_than_the_law_have_until_2032() {
    let on = on();
    let last = |founded, promised| capital::legacy_last_day(date(founded), date(promised), &on).unwrap();
    assert_eq!(last("2024-06-30", "2044-06-30"), Some(date("2032-06-30")));
    assert_eq!(last("2020-01-01", "2032-07-01"), Some(date("2032-06-30")));
    assert_eq!(last("2020-01-01", "2030-01-01"), Some(date("2030-01-01")));
    assert_eq!(last("2024-07-01", "2044-06-30"), None);
}

#[test]
fn reg_15_reg_18_and_reg_20_days() {
    let on = on();
    let expected = Reduction { notify: date("2026-06-11"), announce: date("2026-07-01") };
    assert_eq!(capital::reduction(date("2026-06-01"), &on).unwrap(), expected);
    let asks = |notified: Option<&str>| capital::creditor_asks_by(notified.map(date), date("2026-06-20"), &on).unwrap();
    assert_eq!(asks(Some("2026-06-05")), date("2026-07-05"));
    assert_eq!(asks(None), date("2026-08-04"));
    assert_eq!(capital::free_to_transfer(date("2026-06-01"), &on).unwrap(), date("2026-07-02"));
    assert_eq!(capital::idle_from(date("2026-03-15"), &on).unwrap(), date("2026-09-16"));
}

#[test]
fn reg_07_reg_08_and_reg_19_fines() {
    let on = on();
    for (breach, low, high) in [
        (CapitalBreach::Withdrawal, "50000.00", "150000.00"),
        (CapitalBreach::FalseReport, "50000.00", "150000.00"),
        (CapitalBreach::FalseContributionGrave, "50000.00", "150000.00"),
        (CapitalBreach::FalseContribution, "50000.00", "200000.00"),
    ] {
        let expected = Span { low: money(low), high: money(high) };
        assert_eq!(capital::fine(breach, money("1000000.00"), &on).unwrap(), expected, "{breach:?}");
    }
}
