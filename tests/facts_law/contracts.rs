//! Earnest money, damages, interest and leases: CTR-V01 to CTR-V04, facts §6.9.

use startup_metaverse::firm::law::LawError;
use startup_metaverse::firm::law::damages::{
    self, Remedy, Surety, chosen_remedy, late_payment_rates, loan_rate, may_ask_reduction, surety,
};
use startup_metaverse::firm::law::deposit::{Ahead, Breach, Deposit, effective, settle};
use startup_metaverse::firm::law::lease;
use startup_metaverse::money::Rate;

use super::{date, money, on};

fn earnest(paid: &str) -> Deposit {
    Deposit { price: money("500000.00"), paid: money(paid), kind: Ahead::Earnest, unperformed: (1, 1) }
}

#[test]
fn ctr_v01_earnest_money() {
    let on = on();
    let deposit = earnest("150000.00");
    let after = |breach| settle(&deposit, breach, &on).unwrap();
    assert_eq!(after(Breach::Receiver).effective, money("100000.00"));
    assert_eq!(after(Breach::Receiver).returned, money("250000.00"));
    assert_eq!(after(Breach::Payer).returned, money("50000.00"));
    assert_eq!(after(Breach::Payer).penalty, money("100000.00"));
    for breach in [Breach::Both, Breach::ForceMajeure, Breach::PurposeReached] {
        assert_eq!(after(breach).returned, money("150000.00"));
        assert!(after(breach).penalty.is_zero());
    }
}

#[test]
fn a_fifth_of_the_price_counts_as_earnest_money() {
    let on = on();
    assert_eq!(effective(&earnest("99999.99"), &on).unwrap(), money("99999.99"));
    assert_eq!(effective(&earnest("100000.00"), &on).unwrap(), money("100000.00"));
    assert_eq!(effective(&earnest("100000.01"), &on).unwrap(), money("100000.00"));
    assert_eq!(effective(&earnest("-0.01"), &on), Err(LawError::Negative(money("-0.01"))));
}

#[test]
fn partial_performance_leaves_the_unperformed_share() {
    let on = on();
    let half = Deposit { unperformed: (1, 2), ..earnest("100000.00") };
    assert_eq!(settle(&half, Breach::Receiver, &on).unwrap().returned, money("150000.00"));
    assert_eq!(settle(&half, Breach::Payer, &on).unwrap().returned, money("50000.00"));
    for unperformed in [(2, 1), (0, 0)] {
        let wrong = Deposit { unperformed, ..earnest("100000.00") };
        assert!(matches!(settle(&wrong, Breach::Payer, &on), Err(LawError::BadShare { .. })));
    }
}

#[test]
fn ctr_v04_a_booking_fee_is_no_earnest_money() {
    let booking = Deposit { kind: Ahead::Prepayment, ..earnest("20000.00") };
    for breach in [Breach::Receiver, Breach::Payer] {
        assert_eq!(settle(&booking, breach, &on()).unwrap().returned, money("20000.00"));
    }
}

#[test]
fn ctr_v02_damages_above_130_percent_of_the_loss() {
    let on = on();
    let ask = |agreed, bad_faith| may_ask_reduction(money(agreed), money("100000.00"), bad_faith, &on).unwrap();
    assert!(ask("150000.00", false));
    assert!(!ask("120000.00", false));
    assert!(!ask("130000.00", false));
    assert!(ask("130000.01", false));
    assert!(!ask("150000.00", true));
}

#[test]
fn earnest_money_or_damages_never_both() {
    let chosen = |loss, remedy| chosen_remedy(money("100000.00"), money("80000.00"), money(loss), remedy);
    assert_eq!(chosen("50000.00", Remedy::Earnest), money("100000.00"));
    assert_eq!(chosen("50000.00", Remedy::Damages), money("80000.00"));
    assert_eq!(chosen("120000.00", Remedy::Earnest), money("120000.00"));
}

#[test]
fn interest_surety_and_limitation() {
    let on = on();
    assert_eq!(loan_rate(None), Rate::ZERO);
    let prime: Rate = "3%".parse().unwrap();
    let between = ("3.9%".parse().unwrap(), "4.5%".parse().unwrap());
    assert_eq!(late_payment_rates(prime, &on).unwrap(), between);
    assert_eq!(surety(None), Surety::General);
    assert_eq!(surety(Some(Surety::Joint)), Surety::Joint);
    assert_eq!(damages::claim_by(date("2023-06-01"), &on).unwrap(), date("2026-06-01"));
    // 31 May 2026 is a Sunday.
    assert_eq!(damages::claim_by(date("2023-05-31"), &on).unwrap(), date("2026-06-01"));
    assert_eq!(damages::rescind_by(date("2026-01-01"), false, &on).unwrap(), date("2027-01-01"));
    assert_eq!(damages::rescind_by(date("2026-01-01"), true, &on).unwrap(), date("2026-04-01"));
}

#[test]
fn ctr_v03_leases_hold_for_twenty_years() {
    let on = on();
    let term = |last| lease::term(date("2026-07-01"), date(last), &on).unwrap();
    let long = term("2050-06-30");
    assert_eq!((long.last, long.cut), (date("2046-06-30"), true));
    assert!(!term("2046-06-30").cut);
    assert!(term("2046-07-01").cut);
    assert!(!term("2026-12-30").written);
    assert!(term("2026-12-31").written);
    assert_eq!(lease::term(date("2026-07-01"), date("2026-06-30"), &on), Err(LawError::DatesOutOfOrder));
    assert_eq!(lease::repairs(None), lease::Repairs::Lessor);
    assert!(lease::may_buy_first(true) && !lease::may_buy_first(false));
}
