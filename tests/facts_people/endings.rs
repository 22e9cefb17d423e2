//! Endings and what they cost: LAB-V07 to LAB-V10, LAB-V15, HR-12 to HR-21, HR-32, HR-34, HR-35.

use startup_metaverse::firm::people::ending::{
    self, Fault, Ground, LayoffReason, LayoffSteps, NoFault, Notice, Owed, Protection, Renewal, judge, settle,
};
use startup_metaverse::firm::people::layoff::{earliest_dismissal, is_layoff};
use startup_metaverse::firm::people::severance::{self, Basis, average, basis, half_months, severance};
use startup_metaverse::firm::people::wages::Zone;
use startup_metaverse::firm::people::{PeopleError, Service, arrears};
use startup_metaverse::money::Money;

use super::{FEN, date, money, policy, salary};

const DAY: &str = "2026-08-31";

fn plain() -> Basis {
    Basis { monthly: salary(), capped: false }
}

#[test]
fn lab_v07_to_v09_severance_by_service() {
    let policy = policy();
    let on = policy.at(date(DAY));
    let paid = |owed, months| {
        let settled = settle(owed, plain(), salary(), Service::of_months(months), &on).unwrap();
        settled.total().unwrap()
    };
    assert_eq!(paid(Owed::Severance, 43), money("32000.00"));
    assert_eq!(paid(Owed::SeveranceAndNotice, 43), money("40000.00"));
    assert_eq!(paid(Owed::Double, 43), money("64000.00"));
    assert_eq!(paid(Owed::Nothing, 43), money("0.00"));
    assert_eq!(paid(Owed::Severance, 41), money("28000.00"));
    assert_eq!(paid(Owed::Severance, 5), money("4000.00"));
}

#[test]
fn hr_18_half_months_on_both_sides_of_half_a_year() {
    let policy = policy();
    let on = policy.at(date(DAY));
    let halves = |first, last| half_months(Service::between(date(first), date(last)).unwrap(), false, &on).unwrap();
    assert_eq!(halves("2023-03-01", "2026-02-28"), 6);
    assert_eq!(halves("2023-03-01", "2026-03-01"), 7);
    assert_eq!(halves("2023-03-01", "2026-08-30"), 7);
    assert_eq!(halves("2023-03-01", "2026-08-31"), 8);
    assert_eq!(halves("2026-08-31", "2026-08-31"), 1);
    assert_eq!(Service::between(date("2026-03-01"), date("2026-02-27")), Err(PeopleError::DatesOutOfOrder));
}

#[test]
fn lab_v10_three_times_the_average_and_twelve_years() {
    let policy = policy();
    let on = policy.at(date(DAY));
    let fifteen = Service::of_months(180);
    let of = |wage: Money| basis(wage, Zone::Urban, &on).unwrap();
    assert_eq!(severance(of(money("50000.00")), fifteen, &on).unwrap(), money("412113.00"));
    let cap = money("34342.75");
    assert!(!of(cap).capped);
    assert_eq!(severance(of(cap), fifteen, &on).unwrap(), money("515141.25"));
    assert!(of(cap.checked_add(FEN).unwrap()).capped);
    assert_eq!(of(money("2000.00")).monthly, money("2400.00"));
    let before = policy.at(date("2025-12-31"));
    assert_eq!(basis(money("50000.00"), Zone::Urban, &before).unwrap().monthly, money("32310.25"));
    // The month's wage instead of notice has no cap.
    assert_eq!(severance::notice_pay(money("50000.00"), &on).unwrap(), money("50000.00"));
}

#[test]
fn hr_19_the_average_of_twelve_months() {
    let policy = policy();
    let on = policy.at(date(DAY));
    let mut earned = vec![money("99999.00")];
    earned.extend([salary(); 11]);
    earned.push(money("8001.00"));
    assert_eq!(average(&earned, &on).unwrap(), money("8000.08"));
    assert_eq!(average(&[salary(), money("8001.00")], &on).unwrap(), money("8000.50"));
    assert_eq!(average(&[], &on), Err(PeopleError::BadCount));
}

#[test]
fn endings_and_what_they_owe() {
    let policy = policy();
    let kept = LayoffSteps::Kept;
    let difficulty = Some(LayoffReason::Difficulty);
    for (row, ground, owed) in [
        ("HR-12", Ground::Resignation, Owed::Nothing),
        ("HR-13", Ground::EmployersBreach, Owed::Severance),
        ("HR-14", Ground::Fault(Fault::NotUpToConditions), Owed::Nothing),
        ("HR-15 notice", Ground::NoFault(NoFault::Incompetent, Notice::Given), Owed::Severance),
        ("HR-15 pay", Ground::NoFault(NoFault::Changed, Notice::Paid), Owed::SeveranceAndNotice),
        ("HR-16", Ground::Layoff(difficulty, kept), Owed::Severance),
        ("HR-16 without reason", Ground::Layoff(None, kept), Owed::Double),
        ("HR-16 without steps", Ground::Layoff(difficulty, LayoffSteps::Skipped), Owed::Double),
        ("HR-20", Ground::None, Owed::Double),
        ("HR-21", Ground::Expired(Renewal::NotOffered), Owed::Severance),
        ("HR-21 worse", Ground::Expired(Renewal::WorseDeclined), Owed::Severance),
        ("HR-21 same", Ground::Expired(Renewal::SameOrBetterDeclined), Owed::Nothing),
        ("HR-03", Ground::WillNotSign, Owed::Nothing),
        ("HR-34", Ground::AgreedEmployerAsked, Owed::Severance),
        ("HR-34 employee", Ground::AgreedEmployeeAsked, Owed::Nothing),
        ("HR-35", Ground::EmployerEnds, Owed::Severance),
    ] {
        let verdict = judge(ground, None);
        assert_eq!(verdict.owed, owed, "{row}");
        assert_eq!(verdict.is_lawful(), owed != Owed::Double, "{row}");
        assert!(policy.rule(verdict.rule).is_some(), "{row}: {}", verdict.rule);
    }
}

#[test]
fn hr_17_protection_stops_articles_40_and_41_only() {
    let policy = policy();
    let on = policy.at(date(DAY));
    let shielded = Some(Protection::Motherhood);
    assert_eq!(judge(Ground::NoFault(NoFault::Incompetent, Notice::Paid), shielded).owed, Owed::Double);
    let layoff = Ground::Layoff(Some(LayoffReason::Difficulty), LayoffSteps::Kept);
    assert_eq!(judge(layoff, shielded).owed, Owed::Double);
    assert_eq!(judge(Ground::Fault(Fault::GraveBreach), shielded).owed, Owed::Nothing);
    let near =
        |served, left| ending::near_retirement(Service::of_months(served), Service::of_months(left), &on).unwrap();
    assert!(near(180, 59));
    assert!(!near(180, 60));
    assert!(!near(179, 59));
}

#[test]
fn lab_v15_a_tenth_or_twenty_is_a_layoff() {
    let policy = policy();
    let on = policy.at(date(DAY));
    let layoff = |cut, staff| is_layoff(cut, staff, &on).unwrap();
    assert!(layoff(2, 18));
    assert!(!layoff(1, 18));
    assert!(layoff(2, 20));
    assert!(!layoff(2, 21));
    assert!(layoff(20, 500));
    assert!(!layoff(19, 500));
    assert!(!layoff(0, 0));
    assert_eq!(is_layoff(2, 1, &on), Err(PeopleError::BadCount));
    assert_eq!(earliest_dismissal(date("2026-08-31"), &on).unwrap(), date("2026-10-01"));
}

#[test]
fn hr_12_and_hr_32_notice_and_arbitration() {
    let policy = policy();
    let on = policy.at(date(DAY));
    let leaves = |probation| ending::resignation_effective(date("2026-08-01"), probation, &on).unwrap();
    assert_eq!((leaves(false), leaves(true)), (date("2026-08-31"), date("2026-08-04")));
    let claim = |ended: Option<&str>, wages| ending::claim_by(date("2025-03-02"), ended.map(date), wages, &on).unwrap();
    assert_eq!(claim(None, false), Some(date("2026-03-02")));
    assert_eq!(claim(None, true), None);
    assert_eq!(claim(Some("2026-06-30"), true), Some(date("2027-06-30")));
}

#[test]
fn hr_24_wages_ordered_to_be_paid() {
    let policy = policy();
    let extra = arrears::ordered_extra(money("1000.01"), &policy.at(date(DAY))).unwrap();
    assert_eq!(extra, (money("500.01"), money("1000.01")));
}
