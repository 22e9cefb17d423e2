//! Depreciation and amortisation against the facts (§2.3, §2.4 #27, #28): DEP-V01 to DEP-V04, least lives, disposals.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod reading;

use reading::{date, money};
use startup_metaverse::firm::accounts::{self, AccountCode};
use startup_metaverse::firm::assets::{Asset, AssetError, AssetKind, AssetRegister, Method, Purchase, Sale};
use startup_metaverse::firm::ledger::{AssetId, SubKey};
use startup_metaverse::firm::{Ledger, Period, VoucherLine};
use startup_metaverse::money::Money;
use startup_metaverse::policy::Policy;

fn purchase(kind: AssetKind, cost: &str, residual: &str, months: i32, in_use: &str) -> Purchase {
    Purchase {
        name: "资产".to_owned(),
        kind,
        cost: money(cost),
        residual: money(residual),
        months,
        method: Method::StraightLine,
        in_use: date(in_use),
        bears: accounts::ADMIN_DEPRECIATION,
    }
}

fn asset(purchase: Purchase) -> Result<Asset, AssetError> {
    let policy = Policy::qingdao_2026();
    let day = purchase.in_use;
    Asset::new(AssetId(1), purchase, &policy.at(day))
}

fn period(text: &str) -> Period {
    Period::of(date(&format!("{text}-01")))
}

#[test]
fn dep_v01_a_computer() {
    let computer = asset(purchase(AssetKind::Electronics, "30000.00", "1500.00", 36, "2026-01-06")).unwrap();
    assert_eq!(computer.charge(period("2026-01")).unwrap(), Money::ZERO);
    assert_eq!(computer.first_period().unwrap(), period("2026-02"));
    for month in 0..35 {
        assert_eq!(computer.charge(period("2026-02").plus_months(month).unwrap()).unwrap(), money("791.67"));
    }
    assert_eq!(computer.charge(period("2029-01")).unwrap(), money("791.55"));
    assert_eq!(computer.charge(period("2029-02")).unwrap(), Money::ZERO);
    assert_eq!(computer.charged_through(period("2035-12")).unwrap(), money("28500.00"));
}

#[test]
fn dep_v02_to_v04_a_van_furniture_and_rebuilding() {
    for (kind, cost, residual, months, monthly) in [
        (AssetKind::Vehicle, "120000.00", "6000.00", 48, "2375.00"),
        (AssetKind::Tools, "24000.00", "1200.00", 60, "380.00"),
        (AssetKind::LeaseholdImprovement, "36000.00", "0.00", 36, "1000.00"),
    ] {
        let it = asset(purchase(kind, cost, residual, months, "2026-01-31")).unwrap();
        assert_eq!(it.charge(period("2026-01")).unwrap(), Money::ZERO, "from the month after");
        for month in 0..months {
            let bears = it.charge(period("2026-02").plus_months(month).unwrap()).unwrap();
            assert_eq!(bears, money(monthly), "{kind:?} month {month}");
        }
    }
}

#[test]
fn an_intangible_begins_in_its_month() {
    // §2.3: 200,000 over 120 months is 1,666.67 from the month it is contributed.
    let patent = asset(purchase(AssetKind::Intangible, "200000.00", "0.00", 120, "2026-01-31")).unwrap();
    assert_eq!(patent.charge(period("2025-12")).unwrap(), Money::ZERO);
    assert_eq!(patent.charge(period("2026-01")).unwrap(), money("1666.67"));
    assert_eq!(patent.charge(period("2035-12")).unwrap(), money("1666.27"));
    assert_eq!(patent.charged_through(period("2035-12")).unwrap(), money("200000.00"));
}

#[test]
fn least_lives_one_month_either_side() {
    let kinds = [
        (AssetKind::Building, 20, "cit-regulation-60"),
        (AssetKind::Machinery, 10, "cit-regulation-60"),
        (AssetKind::Tools, 5, "cit-regulation-60"),
        (AssetKind::Vehicle, 4, "cit-regulation-60"),
        (AssetKind::Electronics, 3, "cit-regulation-60"),
        (AssetKind::Timber, 10, "cit-regulation-64"),
        (AssetKind::Livestock, 3, "cit-regulation-64"),
        (AssetKind::Intangible, 10, "cit-regulation-67"),
        (AssetKind::OtherDeferred, 3, "cit-regulation-70"),
    ];
    for (kind, years, rule) in kinds {
        let least = years * 12;
        assert!(asset(purchase(kind, "1000.00", "0.00", least, "2026-01-06")).is_ok(), "{kind:?}");
        assert_eq!(
            asset(purchase(kind, "1000.00", "0.00", least - 1, "2026-01-06")),
            Err(AssetError::LifeTooShort { months: least - 1, least, rule: rule.to_owned() })
        );
    }
    // Lease and contract set their own term.
    assert!(asset(purchase(AssetKind::LeaseholdImprovement, "1000.00", "0.00", 7, "2026-01-06")).is_ok());
    assert!(asset(purchase(AssetKind::IntangibleForTerm, "1000.00", "0.00", 24, "2026-01-06")).is_ok());
    assert!(asset(purchase(AssetKind::LeaseholdImprovement, "1000.00", "0.00", 0, "2026-01-06")).is_err());
}

#[test]
fn values_that_cannot_be_are_refused() {
    let refused = |cost: &str, residual: &str| {
        let expected = AssetError::Value { cost: money(cost), residual: money(residual) };
        assert_eq!(asset(purchase(AssetKind::Tools, cost, residual, 60, "2026-01-06")), Err(expected));
    };
    refused("0.00", "0.00");
    refused("-0.01", "0.00");
    refused("100.00", "100.01");
    refused("100.00", "-0.01");
    assert!(asset(purchase(AssetKind::Tools, "0.01", "0.01", 60, "2026-01-06")).is_ok());
    // Rounding up never charges more than there is: 20 fen over 36 months.
    let small = asset(purchase(AssetKind::Electronics, "0.20", "0.00", 36, "2026-01-06")).unwrap();
    assert_eq!(small.charged_through(period("2027-09")).unwrap(), money("0.20"));
    assert_eq!(small.charge(period("2027-10")).unwrap(), Money::ZERO);
}

#[test]
fn accelerated_methods_end_at_the_residual_value() {
    for (method, years) in [
        (Method::DoubleDeclining, ["40000.00", "24000.00", "14400.00", "8300.00", "8300.00"]),
        (Method::SumOfYears, ["31666.67", "25333.33", "19000.00", "12666.67", "6333.33"]),
    ] {
        let bought = Purchase { method, ..purchase(AssetKind::Tools, "100000.00", "5000.00", 60, "2025-12-31") };
        let it = asset(bought).unwrap();
        let mut before = Money::ZERO;
        for (year, expected) in (2026..).zip(years) {
            let now = it.charged_through(Period::new(year, 12).unwrap()).unwrap();
            assert_eq!(now.checked_sub(before).unwrap(), money(expected), "{method:?} {year}");
            before = now;
        }
        assert_eq!(before, money("95000.00"));
        let odd = Purchase { method, ..purchase(AssetKind::Tools, "100000.00", "5000.00", 61, "2025-12-31") };
        assert_eq!(asset(odd), Err(AssetError::WholeYears(61)));
    }
}

/// A computer bought on 6 January 2026 and charged through a month.
fn computer_in_use(through: &str) -> (Ledger, AssetRegister, AssetId) {
    let (mut ledger, mut register) = (Ledger::default(), AssetRegister::default());
    let policy = Policy::qingdao_2026();
    let bought = date("2026-01-06");
    let computer = purchase(AssetKind::Electronics, "30000.00", "1500.00", 36, "2026-01-06");
    let id = register.take(computer, &policy.at(bought)).unwrap();
    let lines = [
        VoucherLine::debit(accounts::FIXED_ASSETS, money("30000.00")).asset(id),
        VoucherLine::credit(accounts::BANK, money("30000.00")),
    ];
    ledger.post(bought, "购电脑", lines).unwrap();
    let mut month = period("2026-02");
    while month <= period(through) {
        let lines = register.charges(&ledger, month).unwrap();
        ledger.post(month.last_day(), "计提折旧", lines).unwrap();
        assert!(register.charges(&ledger, month).unwrap().is_empty(), "charged once");
        assert!(register.ties(&ledger));
        month = month.plus_months(1).unwrap();
    }
    (ledger, register, id)
}

fn dispose(price: &str, vat: &str) -> Ledger {
    let (mut ledger, mut register, id) = computer_in_use("2026-12");
    let sale = Sale { price: money(price), vat: money(vat), vat_account: accounts::VAT_OUTPUT, into: accounts::BANK };
    let day = date("2027-01-15");
    for (summary, lines) in register.dispose(id, day, sale, &ledger).unwrap() {
        ledger.post(day, summary, lines).unwrap();
    }
    assert!(register.ties(&ledger));
    for account in [accounts::FIXED_ASSETS, accounts::DEPRECIATION, accounts::DISPOSALS] {
        assert!(ledger.balance(account).is_zero() && ledger.page(account, SubKey::Asset(id)).balance.is_zero());
    }
    assert_eq!(register.dispose(id, day, sale, &ledger), Err(AssetError::NotInUse));
    // The month it goes still bears a charge: twelve of 791.67.
    assert_eq!(ledger.balance(accounts::ADMIN_DEPRECIATION), money("9500.04"));
    ledger
}

#[test]
fn a_disposal_clears_the_asset_and_books_gain_or_loss() {
    // Worth 30,000.00 − 9,500.04 = 20,499.96.
    let gain = dispose("25000.00", "3250.00");
    assert_eq!(gain.balance(accounts::DISPOSAL_GAINS), money("-4500.04"));
    assert_eq!(gain.balance(accounts::VAT_OUTPUT), money("-3250.00"));
    let loss = dispose("20000.00", "2600.00");
    assert_eq!(loss.balance(accounts::DISPOSAL_LOSSES), money("499.96"));
    let even = dispose("20499.96", "2664.99");
    assert!(even.balance(accounts::DISPOSAL_GAINS).is_zero() && even.balance(accounts::DISPOSAL_LOSSES).is_zero());
    let scrapped = dispose("0.00", "0.00");
    assert_eq!(scrapped.balance(accounts::DISPOSAL_LOSSES), money("20499.96"));
}

#[test]
fn an_intangible_sold_is_not_amortised_in_its_last_month() {
    let (mut ledger, mut register) = (Ledger::default(), AssetRegister::default());
    let policy = Policy::qingdao_2026();
    let day = date("2026-01-31");
    let patent = Purchase {
        bears: accounts::ADMIN_AMORTISATION,
        ..purchase(AssetKind::Intangible, "200000.00", "0.00", 120, "2026-01-31")
    };
    let id = register.take(patent, &policy.at(day)).unwrap();
    let contributed = [
        VoucherLine::debit(accounts::INTANGIBLES, money("200000.00")).asset(id),
        VoucherLine::credit(accounts::PAID_IN_CAPITAL, money("200000.00")),
    ];
    ledger.post(day, "知识产权出资", contributed).unwrap();
    let lines = register.charges(&ledger, Period::of(day)).unwrap();
    ledger.post(day, "摊销", lines).unwrap();
    let sale = Sale {
        price: money("198333.33"),
        vat: money("11900.00"),
        vat_account: accounts::VAT_OUTPUT,
        into: accounts::BANK,
    };
    let sold = date("2026-02-10");
    for (summary, lines) in register.dispose(id, sold, sale, &ledger).unwrap() {
        ledger.post(sold, summary, lines).unwrap();
    }
    assert_eq!(ledger.balance(accounts::ADMIN_AMORTISATION), money("1666.67"));
    assert!(ledger.balance(accounts::INTANGIBLES).is_zero() && ledger.balance(accounts::AMORTISATION).is_zero());
    assert!(ledger.balance(AccountCode::new(530_104).unwrap()).is_zero());
    assert!(register.ties(&ledger));
}

#[test]
fn one_off_deduction_holds_to_the_end_of_2027() {
    let policy = Policy::qingdao_2026();
    let limit = |day: &str| policy.at(date(day)).money("asset.one-off-max");
    assert_eq!(limit("2024-01-01"), Ok(money("5000000.00")));
    assert_eq!(limit("2027-12-31"), Ok(money("5000000.00")));
    assert!(limit("2023-12-31").is_err() && limit("2028-01-01").is_err());
}
