//! Support against the facts (§5.1, §5.4): grants with each criterion on both sides, their windows, service vouchers, the
//! action plan's own numbers.

#![allow(clippy::unwrap_used, reason = "a panic here is a failed test")]

mod reading;

use reading::{date, money, rate};
use startup_metaverse::firm::grants::{self, GrantCase, Shortfall, VoucherError, VoucherWallet};
use startup_metaverse::money::Money;
use startup_metaverse::policy::{Policy, Term};

const TODAY: &str = "2026-03-15";

fn graduate(left: &str, licensed: &str) -> GrantCase {
    GrantCase {
        form: "llc".to_owned(),
        licensed: date(licensed),
        group: "高校毕业生".to_owned(),
        left_school: Some(date(left)),
        other_licences: Vec::new(),
        insured_since: Some(date(licensed)),
        flexibly_insured: false,
        jobs: 0,
    }
}

/// The failing criteria with what is missing, and the amount.
fn ruled(programme: &str, case: &GrantCase, day: &str) -> (Vec<(String, Shortfall)>, Money) {
    let policy = Policy::qingdao_2026();
    let ruling = grants::examine(programme, case, &policy.at(date(day))).unwrap();
    assert_eq!(ruling.granted(), ruling.amount.is_positive());
    (ruling.failed.into_iter().map(|one| (one.criterion, one.short)).collect(), ruling.amount)
}

fn subsidy(case: &GrantCase, day: &str) -> (Vec<(String, Shortfall)>, Money) {
    ruled("startup-subsidy", case, day)
}

fn only(criterion: &str, short: Shortfall) -> (Vec<(String, Shortfall)>, Money) {
    (vec![(criterion.to_owned(), short)], Money::ZERO)
}

fn all_of(amount: &str) -> (Vec<(String, Shortfall)>, Money) {
    (Vec::new(), money(amount))
}

#[test]
fn sub_v01_and_v02_a_graduate_within_two_years() {
    assert_eq!(subsidy(&graduate("2025-07-01", "2026-03-10"), "2027-03-10"), all_of("12000.00"));
    assert_eq!(subsidy(&graduate("2023-06-30", "2026-03-10"), "2027-03-10"), only("group", Shortfall::None));
    assert_eq!(subsidy(&graduate("2024-06-30", "2026-06-30"), "2027-06-30"), all_of("12000.00"));
    assert_eq!(subsidy(&graduate("2024-06-30", "2026-07-01"), "2027-07-01"), only("group", Shortfall::None));
    let other = GrantCase { group: "返乡入乡农民工".to_owned(), ..graduate("2010-06-30", "2026-03-10") };
    assert_eq!(subsidy(&other, "2027-03-10"), all_of("12000.00"));
}

#[test]
fn sub_v03_only_the_first_licence() {
    let earlier = |day: &str| GrantCase { other_licences: vec![date(day)], ..graduate("2025-07-01", "2026-06-10") };
    assert_eq!(subsidy(&earlier("2025-05-01"), "2027-06-10"), only("first", Shortfall::None));
    assert_eq!(subsidy(&earlier("2013-10-01"), "2027-06-10"), only("first", Shortfall::None));
    assert_eq!(subsidy(&earlier("2013-09-30"), "2027-06-10"), all_of("12000.00"));
}

#[test]
fn sub_v04_a_month_short() {
    let case = graduate("2025-07-01", "2026-03-10");
    let both = vec![("operating".to_owned(), Shortfall::Months(1)), ("insured".to_owned(), Shortfall::Months(1))];
    assert_eq!(subsidy(&case, "2027-02-10"), (both.clone(), Money::ZERO));
    assert_eq!(subsidy(&case, "2027-03-09"), (both, Money::ZERO));
    let insured_elsewhere_before = GrantCase { insured_since: Some(date("2026-02-01")), ..case };
    assert_eq!(subsidy(&insured_elsewhere_before, "2027-02-10"), only("operating", Shortfall::Months(1)));
}

#[test]
fn sub_v05_insured_by_this_business() {
    let uninsured = GrantCase { insured_since: None, flexibly_insured: true, ..graduate("2025-07-01", "2026-03-10") };
    assert_eq!(subsidy(&uninsured, "2027-03-10"), only("insured", Shortfall::Months(12)));
    // An individual business may rest on insurance as a flexible worker, or on six months.
    let individual = GrantCase { form: "individual".to_owned(), ..uninsured };
    assert_eq!(subsidy(&individual, "2027-03-10"), all_of("5000.00"));
    let six =
        |since: &str| GrantCase { flexibly_insured: false, insured_since: Some(date(since)), ..individual.clone() };
    assert_eq!(subsidy(&six("2026-09-10"), "2027-03-10"), all_of("5000.00"));
    assert_eq!(subsidy(&six("2026-09-11"), "2027-03-10"), only("insured", Shortfall::Months(1)));
}

#[test]
fn programmes_have_windows() {
    let case = graduate("2025-07-01", "2026-03-10");
    assert_eq!(subsidy(&case, "2028-04-25"), all_of("12000.00"));
    assert_eq!(subsidy(&case, "2028-04-26"), only("window", Shortfall::None));
    let employer = GrantCase { jobs: 2, ..graduate("2024-07-01", "2024-08-01") };
    assert_eq!(ruled("job-subsidy", &employer, "2025-09-30"), all_of("4000.00"));
    assert_eq!(ruled("job-subsidy", &employer, "2025-10-01"), only("window", Shortfall::None));
    let policy = Policy::qingdao_2026();
    assert!(grants::examine("rent-subsidy", &case, &policy.at(date(TODAY))).is_err(), "Qingdao's was not found");
}

#[test]
fn service_vouchers_one_of_each_kind() {
    let policy = Policy::qingdao_2026();
    let on = policy.at(date(TODAY));
    let mut wallet = VoucherWallet::default();
    assert_eq!(wallet.left(&on).unwrap(), ["培训", "场地租赁", "人力资源", "代理记账"]);
    assert_eq!(wallet.spend("培训", money("1500"), &on).unwrap(), money("1000.00"));
    assert_eq!(wallet.spend("代理记账", money("300"), &on).unwrap(), money("300.00"));
    let again = wallet.spend("培训", money("1"), &on).unwrap_err();
    assert_eq!(again, VoucherError::Used { kind: "培训".to_owned(), on: date(TODAY) });
    assert_eq!(wallet.spend("广告", money("1"), &on), Err(VoucherError::UnknownKind("广告".to_owned())));
    assert_eq!(wallet.left(&on).unwrap(), ["场地租赁", "人力资源"]);
}

#[test]
fn the_action_plans_own_numbers() {
    let policy = Policy::qingdao_2026();
    let on = policy.at(date(TODAY));
    for (id, count) in [
        ("park.count-start", 38),
        ("park.count-goal", 65),
        ("park.high-level-goal", 10),
        ("park.area-goal", 500_000),
        ("park.firms-goal", 1_500),
        ("park.jobs-goal", 18_000),
        ("park.hnte-goal", 350),
        ("park.specialised-goal", 170),
        ("park.banks-a-year", 10),
        ("park.matchmaking-a-year", 10),
        ("park.pitches-a-quarter", 1),
        ("park.interns-a-year", 500),
        ("park.talent-a-year", 3_000),
        ("park.operator-staff-min", 10),
    ] {
        assert_eq!(on.count(id), Ok(count), "{id}");
    }
    assert_eq!(on.rate("park.tech-share-start"), Ok(rate("70%")));
    assert_eq!(on.rate("park.tech-share-goal"), Ok(rate("85%")));
    assert_eq!(on.money("park.service-grant-cap"), Ok(money("500000")));
    for kind in ["person", "partnership", "enterprise"] {
        let (park, city) = (format!("park.loan.{kind}-cap"), format!("startup-loan.{kind}.cap"));
        assert_eq!(on.money(&park), on.money(&city), "the plan and the notice agree on {kind}");
    }
    assert_eq!(on.term("startup-loan.examination"), Ok(Term::WorkingDays(5)));
}
