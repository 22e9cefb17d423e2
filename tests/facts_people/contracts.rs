//! Contracts and their absence: LAB-V11 to LAB-V14, HR-01 to HR-11, HR-23, HR-33.

use startup_metaverse::firm::people::contract::{
    Clause, Contract, Defect, Length, Probation, WorkTime, deposit_fine, examine, longest_probation,
    service_period_damages, unlawful_probation_pay,
};
use startup_metaverse::firm::people::open_ended::{Entitlement, Exception, entitlement, refused_pay};
use startup_metaverse::firm::people::unsigned::{Cause, double_pay, sign_by};
use startup_metaverse::firm::people::wages::Zone;
use startup_metaverse::firm::people::{PeopleError, Service, onboarding};

use super::{date, money, policy, salary};

const FIRST: &str = "2026-03-01";

fn contract(last: &str, probation_last: &str, probation_wage: &str) -> Contract {
    Contract {
        first: date(FIRST),
        length: Length::Fixed(date(last)),
        time: WorkTime::Full,
        zone: Zone::Urban,
        wage: salary(),
        lowest_of_post: Some(salary()),
        probation: Some(Probation { last: date(probation_last), wage: money(probation_wage) }),
        probation_before: false,
        clauses: Vec::new(),
    }
}

fn defects(contract: &Contract) -> Vec<Defect> {
    let policy = policy();
    examine(contract, &policy.at(contract.first)).unwrap()
}

#[test]
fn hr_04_probation_by_the_length_of_the_contract() {
    let policy = policy();
    let on = policy.at(date(FIRST));
    for (last, longest) in [
        ("2026-05-30", None),
        ("2026-05-31", Some("2026-03-31")),
        ("2027-02-27", Some("2026-03-31")),
        ("2027-02-28", Some("2026-04-30")),
        ("2029-02-27", Some("2026-04-30")),
        ("2029-02-28", Some("2026-08-31")),
    ] {
        let contract = contract(last, "2026-03-15", "8000.00");
        assert_eq!(longest_probation(&contract, &on).unwrap(), longest.map(date), "to {last}");
    }
    let of = |length| Contract { length, ..contract("2029-02-28", "2026-08-31", "8000.00") };
    assert_eq!(longest_probation(&of(Length::OpenEnded), &on).unwrap(), Some(date("2026-08-31")));
    assert_eq!(defects(&of(Length::Task)), [Defect::ProbationNotAllowed]);
    assert_eq!(defects(&contract("2029-02-28", "2026-08-31", "8000.00")), []);
    let over = defects(&contract("2029-02-28", "2026-09-01", "8000.00"));
    assert_eq!(over, [Defect::ProbationTooLong(date("2026-08-31"))]);
}

#[test]
fn hr_05_probation_once_and_within_the_contract() {
    let whole = contract("2026-05-31", "2026-05-31", "8000.00");
    assert_eq!(defects(&whole), [Defect::ProbationTooLong(date("2026-03-31")), Defect::ProbationIsContract]);
    let again = Contract { probation_before: true, ..contract("2029-02-28", "2026-08-31", "8000.00") };
    assert_eq!(defects(&again), [Defect::ProbationTwice]);
    let backwards = contract("2026-02-28", "2026-03-31", "8000.00");
    assert_eq!(defects(&backwards), [Defect::EndsBeforeBegin]);
}

#[test]
fn lab_v12_three_months_of_probation_in_a_contract_of_one_year() {
    let policy = policy();
    let on = policy.at(date(FIRST));
    let contract = contract("2027-02-28", "2026-05-31", "6400.00");
    assert_eq!(defects(&contract), [Defect::ProbationTooLong(date("2026-04-30"))]);
    let pay = |to| unlawful_probation_pay(&contract, date(to), &on).unwrap();
    assert_eq!(pay("2026-05-31"), money("8000.00"));
    assert_eq!(pay("2026-06-30"), money("8000.00"));
    assert_eq!(pay("2026-04-30"), money("0.00"));
    // 1 May 2026 is a Friday.
    assert_eq!(pay("2026-05-01"), money("367.82"));
}

#[test]
fn lab_v13_probation_pays_eighty_percent() {
    assert_eq!(defects(&contract("2029-02-28", "2026-08-31", "6400.00")), []);
    let little = defects(&contract("2029-02-28", "2026-08-31", "6399.99"));
    assert_eq!(little, [Defect::ProbationPaysTooLittle(money("6400.00"))]);
    // One of the two references suffices: the lowest wage of the post.
    let lowest = Contract { lowest_of_post: Some(money("7000.00")), ..contract("2029-02-28", "2026-08-31", "5600.00") };
    assert_eq!(defects(&lowest), []);
}

#[test]
fn lab_v14_probation_never_pays_less_than_the_minimum_wage() {
    let poor =
        |wage| Contract { wage: money("2900.00"), lowest_of_post: None, ..contract("2029-02-28", "2026-08-31", wage) };
    assert_eq!(defects(&poor("2320.00")), [Defect::ProbationPaysTooLittle(money("2400.00"))]);
    assert_eq!(defects(&poor("2400.00")), []);
}

#[test]
fn hr_01_and_hr_02_lab_v11_double_pay_without_a_contract() {
    let policy = policy();
    let on = policy.at(date(FIRST));
    let owed = |signed: Option<&str>, today, cause| {
        double_pay(salary(), date(FIRST), signed.map(date), date(today), cause, &on).unwrap()
    };
    let v11 = owed(Some("2026-06-15"), "2026-07-01", Cause::Employer);
    assert_eq!(v11.amount, money("19678.16"));
    assert_eq!(v11.window, Some((date("2026-04-01"), date("2026-06-14"))));
    assert_eq!(v11.open_ended_since, None);
    assert_eq!(sign_by(date(FIRST), &on).unwrap(), date("2026-04-01"));
    assert_eq!(owed(Some("2026-04-01"), "2026-07-01", Cause::Employer).window, None);
    let one_day = owed(Some("2026-04-02"), "2026-07-01", Cause::Employer);
    assert_eq!(one_day.amount, money("367.82"));
    for cause in [Cause::ForceMajeure, Cause::Employee] {
        assert_eq!(owed(Some("2026-06-15"), "2026-07-01", cause).amount, money("0.00"));
    }
    // Eleven months at most; after a year the contract counts as open-ended.
    let eve = owed(None, "2027-02-28", Cause::Employer);
    assert_eq!((eve.amount, eve.open_ended_since), (money("88000.00"), None));
    let year = owed(None, "2027-03-01", Cause::Employer);
    assert_eq!((year.amount, year.open_ended_since), (money("88000.00"), Some(date(FIRST).plus_years(1).unwrap())));
}

#[test]
fn hr_08_open_ended_after_ten_years_or_two_terms() {
    let policy = policy();
    let on = policy.at(date(FIRST));
    let right = |months, terms, exception| entitlement(Service::of_months(months), terms, exception, &on).unwrap();
    assert_eq!(right(119, 1, None), None);
    assert_eq!(right(120, 1, None), Some(Entitlement::LongService));
    assert_eq!(right(24, 2, None), Some(Entitlement::TwoTerms));
    for exception in [Exception::Fault, Exception::UnfitAfterSickness, Exception::Incompetent] {
        assert_eq!(right(24, 2, Some(exception)), None);
        assert_eq!(right(120, 2, Some(exception)), Some(Entitlement::LongService));
    }
    let refused = refused_pay(salary(), date("2026-03-01"), date("2026-05-31"), &on).unwrap();
    assert_eq!(refused, money("24000.00"));
}

#[test]
fn hr_09_damages_for_training() {
    let left = |served| service_period_damages(money("30000.00"), money("36000.00"), 36, served).unwrap();
    assert_eq!(left(0), money("30000.00"));
    assert_eq!(left(12), money("20000.00"));
    assert_eq!(left(36), money("0.00"));
    assert_eq!(left(40), money("0.00"));
    let none = service_period_damages(money("1.00"), money("1.00"), 0, 0);
    assert!(matches!(none, Err(PeopleError::Money(_))));
}

#[test]
fn hr_10_hr_11_and_hr_33_terms_the_law_does_not_allow() {
    let non_compete = |months, knows_secrets, monthly| Clause::NonCompete { months, knows_secrets, monthly };
    let training = |damages| Clause::ServicePeriod { cost: money("30000.00"), months: 36, damages };
    let paid = money("3000.00");
    for (clause, expected) in [
        (non_compete(24, true, paid), None),
        (non_compete(25, true, paid), Some(Defect::NonCompeteTooLong(24))),
        (non_compete(24, true, money("0.00")), Some(Defect::NonCompeteUnpaid)),
        (non_compete(12, false, paid), Some(Defect::NonCompeteWithoutSecrets)),
        (training(money("30000.00")), None),
        (training(money("30000.01")), Some(Defect::ServiceDamagesTooHigh(money("30000.00")))),
        (Clause::OtherDamages(money("5000.00")), Some(Defect::DamagesForbidden)),
        (Clause::KeepsPapers, Some(Defect::PapersKept)),
        (Clause::Deposit(money("500.00")), Some(Defect::DepositTaken)),
        (Clause::NoSocialInsurance, Some(Defect::SocialInsuranceWaived)),
    ] {
        let with = Contract { clauses: vec![clause], ..contract("2029-02-28", "2026-08-31", "8000.00") };
        assert_eq!(defects(&with).first().copied(), expected, "{clause:?}");
        let policy = policy();
        assert!(defects(&with).iter().all(|defect| policy.rule(defect.rule()).is_some()));
    }
    let policy = policy();
    let fine = deposit_fine(3, &policy.at(date(FIRST))).unwrap();
    assert_eq!(fine, (money("1500.00"), money("6000.00")));
}

#[test]
fn hr_23_part_time_work() {
    let part = |day_hours, week_hours, settlement_days, wage| Contract {
        time: WorkTime::Part { day_hours, week_hours, settlement_days },
        wage: money(wage),
        probation: None,
        ..contract("2027-02-28", "2026-03-31", "8000.00")
    };
    assert_eq!(defects(&part(4, 24, 15, "24.00")), []);
    assert_eq!(defects(&part(5, 24, 15, "24.00")), [Defect::PartTimeHours]);
    assert_eq!(defects(&part(4, 25, 15, "24.00")), [Defect::PartTimeHours]);
    assert_eq!(defects(&part(4, 24, 16, "24.00")), [Defect::PartTimeSettlement]);
    assert_eq!(defects(&part(4, 24, 15, "23.99")), [Defect::BelowMinimumWage(money("24.00"))]);
    let probation = Some(Probation { last: date("2026-03-31"), wage: money("24.00") });
    let tried = Contract { probation, ..part(4, 24, 15, "24.00") };
    assert_eq!(defects(&tried), [Defect::ProbationNotAllowed]);
}

#[test]
fn hiring_and_leaving_have_their_days() {
    let policy = policy();
    let on = policy.at(date(FIRST));
    let hired = onboarding::after_hiring(date("2026-03-16"), &on).unwrap();
    assert_eq!(hired.contract, date("2026-04-16"));
    for day in [hired.social_insurance, hired.housing_fund, hired.employment_filing] {
        assert_eq!(day, date("2026-04-15"));
    }
    let left = onboarding::after_leaving(date("2026-08-31"), &on).unwrap();
    assert_eq!((left.certificate, left.transfer), (date("2026-08-31"), date("2026-09-15")));
    assert_eq!((left.housing_fund, left.contract_kept), (date("2026-09-30"), date("2028-08-31")));
    assert_eq!(onboarding::housing_fund_from(date("2026-03-16"), true).unwrap(), date("2026-04-01"));
    assert_eq!(onboarding::housing_fund_from(date("2026-03-16"), false).unwrap(), date("2026-03-01"));
    assert_eq!(onboarding::remit_by(date("2026-03-10"), &on).unwrap(), date("2026-03-15"));
    assert_eq!(on.words("onboarding.steps").unwrap().len(), 10);
    assert_eq!(on.words("contract.clauses").unwrap().len(), 9);
}
