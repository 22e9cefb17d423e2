//! Borrowed money against the facts (§5.2, §5.3): instalments to the fen, eligibility on both sides of every threshold,
//! subsidies and their clawback, the loan prime rate, late payments.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod reading;

use reading::{date, money, rate};
use startup_metaverse::firm::loans::{
    self, Borrower, Debtor, Loan, LoanApplication, LoanCriterion as Criterion, LoanError, LoanTerms, Member, Recruits,
    RepaymentMethod as Method, StartupLoan, SubsidyShare, daily_interest, examine, monthly_interest, schedule,
};
use startup_metaverse::money::{Money, Rate};
use startup_metaverse::policy::{Mark, Policy};

const TODAY: &str = "2026-03-15";

fn member(amount: &str) -> Member {
    Member { amount: money(amount), group: "高校毕业生".to_owned(), other_business_loan: false }
}

fn application(borrower: Borrower) -> LoanApplication {
    LoanApplication {
        borrower,
        rate: rate("3.5%"),
        months: 24,
        purposes: vec!["进货".to_owned()],
        loans_before: 0,
        counter_guarantee: true,
    }
}

fn person(amount: &str) -> LoanApplication {
    application(Borrower::Person(member(amount)))
}

fn enterprise(amount: &str, staff: u32, recruited: u32) -> LoanApplication {
    application(Borrower::Enterprise { amount: money(amount), recruits: Recruits { staff, recruited } })
}

/// The criteria that fail; none if the loan is granted.
fn failed_on(application: &LoanApplication, day: &str) -> Vec<Criterion> {
    let policy = Policy::qingdao_2026();
    match examine(application, &policy.at(date(day))) {
        Ok(_) => Vec::new(),
        Err(LoanError::Ineligible(failed)) => {
            assert!(failed.iter().all(|one| policy.rule(&one.rule).is_some()), "every refusal cites a rule");
            failed.into_iter().map(|one| one.criterion).collect()
        }
        Err(other) => unreachable!("{other}"),
    }
}

fn failed(application: &LoanApplication) -> Vec<Criterion> {
    failed_on(application, TODAY)
}

#[test]
fn gl_v01_bullet_36_months() {
    let plan = schedule(money("300000"), rate("3.5%"), 36, Method::Bullet).unwrap();
    assert!(plan.instalments().iter().all(|one| one.interest == money("875.00")));
    let year = Money::total(plan.instalments().iter().take(12).map(|one| one.interest)).unwrap();
    assert_eq!(year, money("10500.00"));
    assert_eq!(plan.total_interest().unwrap(), money("31500.00"));
    let last = plan.instalments().last().unwrap();
    assert_eq!((last.number, last.principal, last.balance), (36, money("300000.00"), Money::ZERO));
    assert!(plan.instalments().iter().take(35).all(|one| one.principal.is_zero()));
    assert_eq!(SubsidyShare::of(plan.total_interest().unwrap(), rate("100%")).unwrap().borrower, Money::ZERO);
}

#[test]
fn gl_v02_annuity_36_months() {
    let plan = schedule(money("300000"), rate("3.5%"), 36, Method::Annuity).unwrap();
    let [first, second, ..] = plan.instalments() else { unreachable!("36 instalments") };
    assert_eq!((first.interest, first.principal), (money("875.00"), money("7915.62")));
    assert_eq!((second.interest, second.principal), (money("851.91"), money("7938.71")));
    assert!(plan.instalments().iter().take(35).all(|one| one.payment() == Ok(money("8790.62"))));
    assert_eq!(plan.instalments().last().unwrap().payment(), Ok(money("8790.77")));
    assert_eq!(plan.total_interest().unwrap(), money("16462.47"));
}

#[test]
fn gl_v03_equal_principal_36_months() {
    let plan = schedule(money("300000"), rate("3.5%"), 36, Method::EqualPrincipal).unwrap();
    let paid: Vec<Money> = plan.instalments().iter().map(|one| one.payment().unwrap()).collect();
    assert_eq!(paid.first(), Some(&money("9208.33")));
    assert_eq!(paid.get(1), Some(&money("9184.02")));
    assert_eq!(paid.last(), Some(&money("8357.76")));
    assert_eq!(plan.total_interest().unwrap(), money("16187.50"));
}

#[test]
fn gl_v04_and_v05_who_bears_the_interest() {
    let partnership = money("990000").at(rate("3.5%")).unwrap();
    assert_eq!(partnership, money("34650.00"));
    let share = SubsidyShare::of(partnership, rate("100%")).unwrap();
    assert_eq!((share.treasury, share.borrower), (money("34650.00"), Money::ZERO));
    let enterprise = money("4000000").at(rate("3.5%")).unwrap();
    assert_eq!(enterprise, money("140000.00"));
    let share = SubsidyShare::of(enterprise, rate("50%")).unwrap();
    assert_eq!((share.treasury, share.borrower), (money("70000.00"), money("70000.00")));
    // An odd fen goes to the treasury; together they are the interest.
    let odd = SubsidyShare::of(money("0.01"), rate("50%")).unwrap();
    assert_eq!((odd.treasury, odd.borrower), (money("0.01"), Money::ZERO));
}

#[test]
fn gl_v06_amounts_on_both_sides_of_the_caps() {
    assert_eq!(failed(&person("350000.00")), [Criterion::Amount]);
    assert_eq!(failed(&person("300000.00")), []);
    assert_eq!(failed(&person("300000.01")), [Criterion::Amount]);
    assert_eq!(failed(&person("0.00")), [Criterion::Amount]);
    assert_eq!(failed(&enterprise("4000000.00", 10, 1)), []);
    assert_eq!(failed(&enterprise("4000000.01", 10, 1)), [Criterion::Amount]);
}

#[test]
fn gl_v07_a_partnership_gets_the_common_cap() {
    let policy = Policy::qingdao_2026();
    let on = policy.at(date(TODAY));
    let four = application(Borrower::Partnership(vec![member("300000"); 4]));
    let approval = examine(&four, &on).unwrap();
    assert_eq!((approval.amount, approval.subsidy), (money("990000.00"), rate("100%")));
    let three = application(Borrower::Partnership(vec![member("300000"); 3]));
    assert_eq!(examine(&three, &on).unwrap().amount, money("900000.00"));
    let greedy = application(Borrower::Partnership(vec![member("300000.01"), member("1")]));
    assert_eq!(failed(&greedy), [Criterion::MemberAmount]);
    assert_eq!(failed(&application(Borrower::Partnership(vec![member("1")]))), [Criterion::Members]);
}

#[test]
fn gl_v08_misuse_calls_the_loan_and_takes_the_subsidy_back() {
    let policy = Policy::qingdao_2026();
    let barred = LoanApplication { purposes: vec!["买理财".to_owned()], ..person("200000") };
    assert_eq!(failed(&barred), [Criterion::Purpose]);
    let approval = examine(&person("200000"), &policy.at(date(TODAY))).unwrap();
    let mut loan = StartupLoan::draw(&approval, Method::Bullet, date("2026-03-15")).unwrap();
    for day in ["2026-04-15", "2026-05-15"] {
        let (payment, share) = loan.pay_instalment(&policy.at(date(day))).unwrap();
        assert_eq!(payment.interest, money("583.33"));
        assert_eq!((share.treasury, share.borrower), (money("583.33"), Money::ZERO));
    }
    let clawback = loan.call_for_misuse(&policy.at(date("2026-06-04"))).unwrap();
    assert_eq!(clawback.principal, money("200000.00"));
    assert_eq!(clawback.subsidy, money("1166.66"));
    // Twenty days since 15 May.
    assert_eq!(clawback.interest, daily_interest(money("200000"), rate("3.5%"), 20, 360).unwrap());
    assert_eq!(loan.subsidised(), Money::ZERO);
    assert_eq!(loan.call_for_misuse(&policy.at(date("2026-06-04"))), Err(LoanError::Called));
    assert_eq!(loan.pay_instalment(&policy.at(date("2026-06-15"))).unwrap_err(), LoanError::Called);
}

#[test]
fn gl_v09_the_rate_cap_itself_is_allowed() {
    let at = |text: &str| LoanApplication { rate: rate(text), ..person("100000") };
    assert_eq!(loans::rate_cap(&Policy::qingdao_2026().at(date(TODAY))).unwrap(), rate("3.5%"));
    assert_eq!(failed(&at("3.50%")), []);
    assert_eq!(failed(&at("3.5001%")), [Criterion::Rate]);
    assert_eq!(failed(&at("3.51%")), [Criterion::Rate]);
    // A day before the prime rate fell to 3.00 % the cap was 3.60 %.
    assert_eq!(failed_on(&at("3.60%"), "2025-05-19"), []);
    assert_eq!(failed_on(&at("3.60%"), "2025-05-20"), [Criterion::Rate]);
}

#[test]
fn gl_v10_interest_by_days() {
    assert_eq!(daily_interest(money("300000"), rate("3.5%"), 30, 360).unwrap(), money("875.00"));
    assert_eq!(daily_interest(money("300000"), rate("3.5%"), 31, 360).unwrap(), money("904.17"));
    assert_eq!(monthly_interest(money("300000"), rate("3.5%")).unwrap(), money("875.00"));
}

#[test]
fn gl_terms_on_both_sides() {
    let months = |months: i32, application: LoanApplication| failed(&LoanApplication { months, ..application });
    assert_eq!(months(36, person("1")), []);
    assert_eq!(months(37, person("1")), [Criterion::Term]);
    assert_eq!(months(0, person("1")), [Criterion::Term]);
    assert_eq!(months(24, enterprise("1", 1, 1)), []);
    assert_eq!(months(25, enterprise("1", 1, 1)), [Criterion::Term]);
}

#[test]
fn gl_08_counter_guarantee_from_june_2025_only_above_200_000() {
    let bare = |amount: &str| LoanApplication { counter_guarantee: false, ..person(amount) };
    let day = "2025-06-01";
    assert_eq!(failed_on(&bare("200000.00"), day), []);
    assert_eq!(failed_on(&bare("200000.01"), day), [Criterion::CounterGuarantee]);
    let on_the_eve = LoanApplication { rate: rate("3.5%"), ..bare("200000.00") };
    assert_eq!(failed_on(&on_the_eve, "2025-05-31"), [Criterion::CounterGuarantee]);
}

#[test]
fn gl_09_three_times_and_no_more() {
    let before = |loans_before: u32| failed(&LoanApplication { loans_before, ..person("1") });
    assert_eq!(before(2), []);
    assert_eq!(before(3), [Criterion::Times]);
}

#[test]
fn gl_10_recruits_a_tenth_or_a_twentieth_of_the_staff() {
    assert_eq!(failed(&enterprise("1", 10, 1)), []);
    assert_eq!(failed(&enterprise("1", 11, 1)), [Criterion::Recruits]);
    assert_eq!(failed(&enterprise("1", 100, 10)), []);
    assert_eq!(failed(&enterprise("1", 100, 9)), [Criterion::Recruits]);
    assert_eq!(failed(&enterprise("1", 101, 6)), []);
    assert_eq!(failed(&enterprise("1", 101, 5)), [Criterion::Recruits]);
}

#[test]
fn gl_12_groups_and_other_loans_are_all_told() {
    let stranger = Member { group: String::new(), other_business_loan: true, ..member("400000") };
    let told = failed(&application(Borrower::Person(stranger)));
    assert_eq!(told, [Criterion::Amount, Criterion::Group, Criterion::OtherLoans]);
}

fn drawn(method: Method) -> Loan {
    let terms =
        LoanTerms { principal: money("300000"), annual: rate("3.5%"), months: 36, method, drawn: date("2026-01-31") };
    Loan::draw(terms).unwrap()
}

#[test]
fn instalments_fall_due_on_the_corresponding_day() {
    let policy = Policy::qingdao_2026();
    let mut loan = drawn(Method::Annuity);
    assert_eq!(loan.next_due(), Some(date("2026-02-28")));
    let early = loan.pay_instalment(&policy.at(date("2026-02-27"))).unwrap_err();
    assert_eq!(early, LoanError::NotDue { due: date("2026-02-28") });
    assert_eq!(loan.pay_instalment(&policy.at(date("2026-02-28"))).unwrap().total(), Ok(money("8790.62")));
    assert_eq!(loan.next_due(), Some(date("2026-03-31")));
    assert_eq!(loan.outstanding(), money("292084.38"));
}

#[test]
fn a_late_instalment_bears_overdue_interest_and_no_subsidy() {
    let policy = Policy::qingdao_2026();
    let mut loan = drawn(Method::Annuity);
    // Not overdue on the due day itself; a day later at 5.25 % of the instalment.
    assert_eq!(loan.arrears(date("2026-02-28"), &policy.at(date("2026-02-28"))).unwrap().instalments, 0);
    let arrears = loan.arrears(date("2026-03-10"), &policy.at(date("2026-03-10"))).unwrap();
    assert_eq!((arrears.principal, arrears.interest), (money("7915.62"), money("875.00")));
    assert_eq!(arrears.penalty, daily_interest(money("8790.62"), rate("5.25%"), 10, 360).unwrap());
    assert_eq!(arrears.penalty, money("12.82"));
    let early = loan.repay_early(money("1000"), &policy.at(date("2026-03-10"))).unwrap_err();
    assert_eq!(early, LoanError::Overdue(money("8790.62")));
    let paid = loan.pay_instalment(&policy.at(date("2026-03-10"))).unwrap();
    assert!(paid.is_late());
    assert_eq!(paid.penalty, money("12.82"));
    assert_eq!(loan.penalty_paid(), money("12.82"));

    let approval = examine(&person("300000"), &policy.at(date(TODAY))).unwrap();
    let mut startup = StartupLoan::draw(&approval, Method::Bullet, date("2026-03-15")).unwrap();
    let (_, share) = startup.pay_instalment(&policy.at(date("2026-04-16"))).unwrap();
    assert_eq!((share.treasury, share.borrower), (Money::ZERO, money("875.00")));
}

#[test]
fn early_repayment_in_part_and_whole() {
    let policy = Policy::qingdao_2026();
    let mut loan = drawn(Method::EqualPrincipal);
    // Fifteen days since it was drawn.
    let part = loan.repay_early(money("120000"), &policy.at(date("2026-02-15"))).unwrap();
    assert_eq!(part.interest, money("175.00"));
    assert_eq!((loan.outstanding(), loan.repaid()), (money("180000.00"), money("120000.00")));
    let (_, next) = loan.ahead().next().unwrap();
    assert_eq!((next.number, next.principal, next.interest), (1, money("5000.00"), money("525.00")));
    assert_eq!(loan.ahead().count(), 36);
    let too_much = loan.repay_early(money("180000.01"), &policy.at(date("2026-02-15"))).unwrap_err();
    assert_eq!(too_much, LoanError::Payment { paid: money("180000.01"), owed: money("180000.00") });
    let back = loan.repay_early(money("1"), &policy.at(date("2026-02-14"))).unwrap_err();
    assert_eq!(back, LoanError::DatedBack { date: date("2026-02-14"), last: date("2026-02-15") });
    loan.repay_early(money("180000"), &policy.at(date("2026-02-20"))).unwrap();
    assert!(loan.is_repaid());
    assert_eq!(loan.pay_instalment(&policy.at(date("2026-02-28"))).unwrap_err(), LoanError::Repaid);
}

#[test]
fn impossible_loans_are_refused() {
    let whole = |principal: &str, annual: &str, months: u32| {
        schedule(money(principal), rate(annual), months, Method::Annuity).map(|_| ())
    };
    assert_eq!(whole("0", "3.5%", 12), Err(LoanError::Principal(Money::ZERO)));
    assert_eq!(whole("1", "-1%", 12), Err(LoanError::Rate));
    assert_eq!(whole("1", "3.5%", 0), Err(LoanError::Months(0)));
    assert_eq!(whole("1", "3.5%", 601), Err(LoanError::Months(601)));
    let free = schedule(money("100"), Rate::ZERO, 3, Method::Annuity).unwrap();
    let paid: Vec<Money> = free.instalments().iter().map(|one| one.payment().unwrap()).collect();
    assert_eq!(paid, [money("33.33"), money("33.33"), money("33.34")]);
}

#[test]
fn lpr_v01_the_last_published_counts() {
    let policy = Policy::qingdao_2026();
    let at = |day: &str| loans::one_year(&policy.at(date(day))).unwrap();
    assert_eq!(at("2024-08-01"), rate("3.35%"));
    assert_eq!(at("2025-05-19"), rate("3.10%"));
    assert_eq!(at("2025-05-20"), rate("3.00%"));
    for (day, one, five) in [
        ("2022-08-22", "3.65%", "4.30%"),
        ("2023-06-19", "3.65%", "4.30%"),
        ("2023-06-20", "3.55%", "4.20%"),
        ("2023-08-20", "3.55%", "4.20%"),
        ("2023-08-21", "3.45%", "4.20%"),
        ("2024-02-19", "3.45%", "4.20%"),
        ("2024-02-20", "3.45%", "3.95%"),
        ("2024-07-21", "3.45%", "3.95%"),
        ("2024-07-22", "3.35%", "3.85%"),
        ("2024-10-20", "3.35%", "3.85%"),
        ("2024-10-21", "3.10%", "3.60%"),
        ("2026-11-24", "3.00%", "3.50%"),
    ] {
        let on = policy.at(date(day));
        assert_eq!((at(day), loans::five_year(&on).unwrap()), (rate(one), rate(five)), "{day}");
    }
    assert!(loans::one_year(&policy.at(date("2022-08-21"))).is_err());
    let mark = |day: &str| policy.at(date(day)).figure("lpr.one-year").unwrap().mark;
    assert_eq!((mark("2026-10-19"), mark("2026-10-20")), (Mark::R, Mark::U));
    assert_eq!(loans::private_lending_cap(&policy.at(date(TODAY))).unwrap(), rate("12%"));
}

#[test]
fn sme_v01_late_payment_of_a_large_debtor() {
    let policy = Policy::qingdao_2026();
    let on = policy.at(date(TODAY));
    let late = |agreed: Option<Rate>| loans::late_payment_interest(money("100000"), 30, agreed, &on).unwrap();
    assert_eq!(late(None), money("1500.00"));
    // What was agreed counts, but not below the prime rate.
    assert_eq!(late(Some(rate("6%"))), money("500.00"));
    assert_eq!(late(Some(rate("1%"))), money("250.00"));
    let term = |debtor, agreed| loans::payment_term_days(debtor, agreed, &on).unwrap();
    assert_eq!(term(Debtor::PublicBody, None), 30);
    assert_eq!(term(Debtor::PublicBody, Some(45)), 45);
    assert_eq!(term(Debtor::PublicBody, Some(90)), 60);
    assert_eq!(term(Debtor::LargeEnterprise, None), 60);
    assert_eq!(term(Debtor::LargeEnterprise, Some(90)), 90);
}
