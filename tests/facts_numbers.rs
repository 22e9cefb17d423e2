//! The arithmetic of running a business against the facts (§5.6), with the edges where rounding turns.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod reading;

use reading::{money, rate};
use startup_metaverse::firm::numbers::{
    NumberError, Quotient, annuity_payment, break_even, irr, lifetime_value, margin, margin_of_safety, npv,
    order_quantity, payback_months, present_value, reorder_point, runway_months, share_of, turnover, units_for_profit,
    value_to_cost,
};
use startup_metaverse::money::{Money, Rate};

fn flow(amounts: &[&str]) -> Vec<Money> {
    amounts.iter().map(|amount| money(amount)).collect()
}

#[test]
fn fin_v01_to_v03_break_even() {
    let even = break_even(money("50000"), money("180"), money("100")).unwrap();
    assert_eq!((even.units, even.revenue), (625, money("112500.00")));
    assert_eq!(units_for_profit(money("50000"), money("20000"), money("180"), money("100")), Ok(875));
    assert_eq!(break_even(money("50000"), money("180"), money("97")).unwrap().units, 603);
    // A fen more of fixed costs takes another unit.
    assert_eq!(break_even(money("50000.01"), money("180"), money("100")).unwrap().units, 626);
    assert_eq!(break_even(Money::ZERO, money("180"), money("100")).unwrap().units, 0);
    assert_eq!(break_even(money("1"), money("100"), money("100")), Err(NumberError::NoContribution));
    assert_eq!(break_even(money("-1"), money("180"), money("100")), Err(NumberError::Negative));
    assert_eq!(margin_of_safety(money("150000"), money("112500")), Ok(rate("25%")));
}

#[test]
fn fin_v04_v05_v07_net_present_value() {
    let plain = flow(&["-300000", "120000", "120000", "120000"]);
    assert_eq!(npv(rate("10%"), &plain), Ok(money("-1577.76")));
    assert_eq!(npv(rate("8%"), &plain), Ok(money("9251.64")));
    assert_eq!(npv(Rate::ZERO, &plain), Ok(money("60000.00")));
    let uneven = flow(&["-500000", "100000", "200000", "300000", "150000"]);
    assert_eq!(npv(rate("12%"), &uneven), Ok(money("57586.28")));
    assert_eq!(npv(rate("-100%"), &uneven), Err(NumberError::BadDivisor));
    assert_eq!(npv(rate("1%"), &vec![Money::ZERO; 601]), Err(NumberError::TooManyPeriods { max: 600 }));
    assert_eq!(present_value(rate("10%"), money("121"), 2), Ok(money("100.00")));
}

#[test]
fn fin_v06_v08_internal_rate_of_return() {
    assert_eq!(irr(&flow(&["-300000", "120000", "120000", "120000"])), Ok(rate("9.7010%")));
    assert_eq!(irr(&flow(&["-500000", "100000", "200000", "300000", "150000"])), Ok(rate("16.9009%")));
    // Money first, paid back later: a loan's own rate.
    assert_eq!(irr(&flow(&["100000", "-110000"])), Ok(rate("10%")));
    assert_eq!(irr(&flow(&["-100", "50"])), Ok(rate("-50%")));
    assert_eq!(irr(&flow(&["100", "100"])), Err(NumberError::NoSignChange));
    assert_eq!(irr(&[]), Err(NumberError::NoSignChange));
    assert_eq!(irr(&flow(&["-100", "230", "-132"])), Err(NumberError::ManySignChanges(2)));
}

#[test]
fn fin_v09_to_v12_customers_and_runway() {
    let value = lifetime_value(money("100"), rate("60%"), rate("5%")).unwrap();
    assert_eq!(value, money("1200.00"));
    assert_eq!(lifetime_value(money("100"), rate("60%"), Rate::ZERO), Err(NumberError::BadDivisor));
    assert_eq!(value_to_cost(value, money("300")).unwrap().to_string(), "4.0000");
    assert_eq!(payback_months(money("300"), money("100"), rate("60%")).unwrap().to_string(), "5.0000");
    let runway = runway_months(money("600000"), money("150000"), money("50000")).unwrap();
    assert_eq!(runway.unwrap().to_string(), "6.0000");
    assert_eq!(runway_months(money("600000"), money("50000"), money("50000")), Ok(None));
}

#[test]
fn fin_v13_to_v15_margins_and_ratios() {
    assert_eq!(margin(money("365000"), money("170000")), Ok(rate("53.4247%")));
    assert_eq!(share_of(money("418973.83"), money("1543825.80")), Ok(rate("27.1387%")));
    assert_eq!(Quotient::of(money("1513825.80"), money("418973.83")).unwrap().to_string(), "3.6132");
    assert_eq!(Quotient::of(money("-1"), money("3")).unwrap().to_string(), "-0.3333");
    assert_eq!(Quotient::of(money("1"), Money::ZERO), Err(NumberError::BadDivisor));
}

#[test]
fn payments_of_an_annuity() {
    assert_eq!(annuity_payment(money("300000"), rate("3.5%"), 12, 36), Ok(money("8790.62")));
    assert_eq!(annuity_payment(money("1000000"), rate("3.6%"), 12, 360), Ok(money("4546.45")));
    assert_eq!(annuity_payment(money("100"), Rate::ZERO, 12, 3), Ok(money("33.33")));
    assert_eq!(annuity_payment(money("100"), rate("1%"), 12, 0), Err(NumberError::BadDivisor));
}

#[test]
fn stock_orders_and_turnover() {
    // √(2 · 3,600 · 50 / 4) = 300.
    assert_eq!(order_quantity(3_600, money("50"), money("4")), Ok(300));
    // √20 = 4.47; ordering 4 costs 5 + 4, ordering 5 costs 4 + 5: at equal cost the smaller.
    assert_eq!(order_quantity(20, money("1"), money("2")), Ok(4));
    assert_eq!(order_quantity(21, money("1"), money("2")), Ok(5));
    assert_eq!(order_quantity(1, money("1"), Money::ZERO), Err(NumberError::BadDivisor));
    assert_eq!(reorder_point(300, 30, 3, 10), Ok(40));
    assert_eq!(reorder_point(301, 30, 3, 10), Ok(41));
    let turned = turnover(money("120000"), money("25000"), money("35000"), 360).unwrap();
    assert_eq!((turned.turns.to_string(), turned.days.to_string()), ("4.0000".to_owned(), "90.0000".to_owned()));
}
