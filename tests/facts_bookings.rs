//! What money that comes in looks like in the books (facts §2.4 #1, #3, #29 to #34): loans and their interest, subsidies,
//! grants, shares.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod reading;

use reading::{date, money, rate};
use startup_metaverse::calendar::Date;
use startup_metaverse::firm::accounts::{self, AccountCode};
use startup_metaverse::firm::equity::{self, EquityError};
use startup_metaverse::firm::loans::{
    Approval, Loan, LoanTerms, RepaymentMethod as Method, StartupLoan, booking as loan,
};
use startup_metaverse::firm::{Ledger, VoucherLine, grants};
use startup_metaverse::money::Money;
use startup_metaverse::policy::Policy;

fn terms(months: u32) -> LoanTerms {
    LoanTerms {
        principal: money("300000"),
        annual: rate("3.5%"),
        months,
        method: Method::Bullet,
        drawn: date("2026-01-31"),
    }
}

fn post(ledger: &mut Ledger, day: Date, lines: impl AsRef<[VoucherLine]>) {
    ledger.post(day, "测试", lines).unwrap();
}

fn balances<const N: usize>(ledger: &Ledger, accounts: [AccountCode; N]) -> [Money; N] {
    accounts.map(|account| ledger.balance(account))
}

#[test]
fn up_to_a_year_is_short() {
    assert_eq!(loan::account(&terms(12)), accounts::SHORT_LOANS);
    assert_eq!(loan::account(&terms(13)), accounts::LONG_LOANS);
}

#[test]
fn a_loan_from_drawing_to_repayment() {
    let policy = Policy::qingdao_2026();
    let mut ledger = Ledger::default();
    post(&mut ledger, date("2026-01-31"), equity::booking::paid_in(money("20000"), money("20000")).unwrap());
    let mut borrowed = Loan::draw(terms(12)).unwrap();
    post(&mut ledger, date("2026-01-31"), loan::drawn(borrowed.terms()));
    assert_eq!(ledger.balance(accounts::BANK), money("320000"));
    while let Some(due) = borrowed.next_due() {
        post(&mut ledger, due, loan::interest_due(money("875.00")));
        assert_eq!(ledger.balance(accounts::INTEREST_PAYABLE), money("-875.00"));
        let paid = borrowed.pay_instalment(&policy.at(due)).unwrap();
        post(&mut ledger, due, loan::instalment_paid(borrowed.terms(), &paid).unwrap());
        let owed = ledger.balance(accounts::SHORT_LOANS).checked_neg();
        assert_eq!(owed, Ok(borrowed.outstanding()), "the books and the loan agree");
    }
    let [payable, expense, bank] =
        balances(&ledger, [accounts::INTEREST_PAYABLE, accounts::INTEREST_EXPENSE, accounts::BANK]);
    assert_eq!((payable, expense, bank), (Money::ZERO, money("10500.00"), money("9500.00")));
}

#[test]
fn overdue_and_early_payments() {
    let policy = Policy::qingdao_2026();
    let mut ledger = Ledger::default();
    let mut borrowed = Loan::draw(terms(24)).unwrap();
    post(&mut ledger, date("2026-01-31"), loan::drawn(borrowed.terms()));
    post(&mut ledger, date("2026-02-28"), loan::interest_due(money("875.00")));
    let late = borrowed.pay_instalment(&policy.at(date("2026-03-10"))).unwrap();
    post(&mut ledger, date("2026-03-10"), loan::instalment_paid(borrowed.terms(), &late).unwrap());
    // 875.00 overdue for ten days at 5.25 %.
    assert_eq!(late.penalty, money("1.28"));
    let early = borrowed.repay_early(money("300000"), &policy.at(date("2026-03-15"))).unwrap();
    post(&mut ledger, date("2026-03-15"), loan::repaid_early(borrowed.terms(), &early).unwrap());
    assert_eq!(early.interest, money("437.50"));
    let [long, payable, expense] =
        balances(&ledger, [accounts::LONG_LOANS, accounts::INTEREST_PAYABLE, accounts::INTEREST_EXPENSE]);
    assert_eq!((long, payable, expense), (Money::ZERO, Money::ZERO, money("1313.78")));
}

#[test]
fn an_enterprise_bears_half_of_its_subsidised_interest() {
    let policy = Policy::qingdao_2026();
    let mut ledger = Ledger::default();
    let approval = Approval { amount: money("4000000"), rate: rate("3.5%"), months: 24, subsidy: rate("50%") };
    let mut borrowed = StartupLoan::draw(&approval, Method::Bullet, date("2026-01-15")).unwrap();
    post(&mut ledger, date("2026-01-15"), loan::drawn(borrowed.loan().terms()));
    for _ in 0..3 {
        let due = borrowed.loan().next_due().unwrap();
        let (paid, share) = borrowed.pay_instalment(&policy.at(due)).unwrap();
        post(&mut ledger, due, loan::interest_due(paid.interest));
        post(&mut ledger, due, loan::instalment_paid(borrowed.loan().terms(), &paid).unwrap());
        post(&mut ledger, due, loan::subsidy_received(share.treasury));
    }
    // The subsidy is other income; the expense stays whole (准则69).
    let [expense, income] = balances(&ledger, [accounts::INTEREST_EXPENSE, accounts::GRANTS]);
    assert_eq!((expense, income), (money("35000.01"), money("-17500.02")));
    assert_eq!(borrowed.subsidised(), money("17500.02"));
    let clawback = borrowed.call_for_misuse(&policy.at(date("2026-04-15"))).unwrap();
    post(&mut ledger, date("2026-04-15"), loan::subsidy_returned(clawback.subsidy));
    assert_eq!(ledger.balance(accounts::FINES), money("17500.02"));
}

#[test]
fn grants_now_and_over_time() {
    let mut ledger = Ledger::default();
    let day = date("2026-03-01");
    post(&mut ledger, day, grants::booking::received(money("12000")));
    assert_eq!(ledger.balance(accounts::GRANTS), money("-12000"));
    post(&mut ledger, day, grants::booking::received_ahead(money("100")));
    for part in grants::booking::spread(money("100"), 3).unwrap() {
        post(&mut ledger, day, grants::booking::earned(part));
    }
    assert_eq!(grants::booking::spread(money("100"), 3).unwrap().last(), Some(&money("33.34")));
    let [ahead, income, bank] = balances(&ledger, [accounts::DEFERRED_INCOME, accounts::GRANTS, accounts::BANK]);
    assert_eq!((ahead, income, bank), (Money::ZERO, money("-12100"), money("12100")));
}

#[test]
fn shares_at_a_premium() {
    let mut ledger = Ledger::default();
    let day = date("2026-03-01");
    let registered = equity::booking::registered_part(money("1000000"), 250_000, 1_000_000).unwrap();
    assert_eq!(registered, money("250000"));
    post(&mut ledger, day, equity::booking::paid_in(money("2000000"), registered).unwrap());
    let [capital, surplus] = balances(&ledger, [accounts::PAID_IN_CAPITAL, accounts::CAPITAL_SURPLUS]);
    assert_eq!((capital, surplus), (money("-250000"), money("-1750000")));
    assert_eq!(equity::booking::paid_in(money("1"), money("1.01")), Err(EquityError::Amount));
}
