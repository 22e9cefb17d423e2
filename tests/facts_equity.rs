//! Equity against the facts (§5.5): rounds, pools, convertibles, exits, down rounds, vesting, transfers.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod reading;

use reading::{date, money, rate};
use startup_metaverse::firm::equity::{
    AntiDilution, Cap, CapTable, Convertible, DownRound, EquityError, Holding, Participation, PoolTiming, Preference,
    PriceRound, Repriced, RoundOutcome, ShareClass, SharePrice, Vesting, after_dilution, convert, offering_is_public,
    payout, reprice, transfer_tax, venture_valuation,
};
use startup_metaverse::money::{Money, Rate};
use startup_metaverse::policy::Policy;

fn founders(shares: u64) -> CapTable {
    let holding = Holding { holder: "创始人".to_owned(), class: ShareClass::Common, shares };
    CapTable::new([holding]).unwrap()
}

fn eight_million(pool: PoolTiming) -> PriceRound {
    PriceRound {
        pre_money: money("8000000"),
        invested: money("2000000"),
        investor: "甲基金".to_owned(),
        class: ShareClass::Preferred(1),
        pool,
    }
}

/// Total, investor, pool.
fn counts(outcome: &RoundOutcome) -> (u64, u64, u64) {
    let table = &outcome.table;
    assert_eq!(table.percentages().iter().map(|rate| rate.ppm()).sum::<i64>(), 1_000_000);
    (table.total(), table.of_class(ShareClass::Preferred(1)), table.of_class(ShareClass::Pool))
}

#[test]
fn eq_v01_a_plain_round() {
    let outcome = eight_million(PoolTiming::Unchanged).close(&founders(1_000_000)).unwrap();
    assert_eq!(outcome.post_money, money("10000000"));
    assert_eq!(outcome.price.to_string(), "8.00");
    assert_eq!(counts(&outcome), (1_250_000, 250_000, 0));
    assert_eq!(outcome.table.percentages(), [rate("80%"), rate("20%")]);
    assert_eq!(outcome.effective_pre_money, money("8000000"));
}

#[test]
fn eq_v02_the_pool_before_the_money() {
    let outcome = eight_million(PoolTiming::BeforeMoney(rate("10%"))).close(&founders(700_000)).unwrap();
    assert_eq!(counts(&outcome), (1_000_000, 200_000, 100_000));
    assert_eq!(outcome.price.to_string(), "10.00");
    assert_eq!(outcome.effective_pre_money, money("7000000"));
    assert_eq!(outcome.table.percentages(), [rate("70%"), rate("10%"), rate("20%")]);
}

#[test]
fn eq_v03_the_pool_before_the_money_rounded() {
    let outcome = eight_million(PoolTiming::BeforeMoney(rate("10%"))).close(&founders(1_000_000)).unwrap();
    assert_eq!(counts(&outcome), (1_428_571, 285_714, 142_857));
    assert_eq!(outcome.price.to_string(), "7.00");
}

#[test]
fn a_pool_after_the_money_dilutes_the_investor_too() {
    let outcome = eight_million(PoolTiming::AfterMoney(rate("10%"))).close(&founders(900_000)).unwrap();
    assert_eq!(counts(&outcome), (1_250_000, 225_000, 125_000));
    assert_eq!(outcome.table.percentages(), [rate("72%"), rate("10%"), rate("18%")]);
    // A pool that is there already is only made up.
    let mut table = founders(600_000);
    table.issue("期权池", ShareClass::Pool, 50_000).unwrap();
    let outcome = eight_million(PoolTiming::BeforeMoney(rate("10%"))).close(&table).unwrap();
    assert_eq!((outcome.pool_added, outcome.table.of_class(ShareClass::Pool)), (35_714, 85_714));
}

#[test]
fn impossible_rounds_are_refused() {
    let all = eight_million(PoolTiming::BeforeMoney(rate("80%"))).close(&founders(1)).unwrap_err();
    assert_eq!(all, EquityError::Share);
    let free = PriceRound { invested: Money::ZERO, ..eight_million(PoolTiming::Unchanged) };
    assert_eq!(free.close(&founders(1)).unwrap_err(), EquityError::Amount);
    let empty = eight_million(PoolTiming::Unchanged).close(&CapTable::default()).unwrap_err();
    assert_eq!(empty, EquityError::Shares);
}

#[test]
fn eq_v04_dilution_by_two_rounds() {
    assert_eq!(after_dilution(rate("100%"), &[rate("20%"), rate("15%")]).unwrap(), rate("68%"));
}

fn safe(amount: &str, cap: Cap, discount: &str) -> Convertible {
    Convertible { holder: "乙".to_owned(), amount: money(amount), cap, discount: rate(discount) }
}

#[test]
fn eq_v05_a_safe_with_a_cap_after_the_money() {
    let cap = Cap::AfterMoney(money("6000000"));
    assert_eq!(safe("500000", cap, "0%").promised().unwrap(), Some(rate("8.3333%")));
    let dear = SharePrice::of(money("20"), 1).unwrap();
    let converted = convert(&[safe("500000", cap, "0%")], 1_100_000, dear).unwrap();
    assert_eq!(converted.iter().map(|one| one.shares).collect::<Vec<_>>(), [100_000]);
    assert!(converted[0].by_cap);
    // Two of them share one base: a twelfth and an eighth of all.
    let two = [safe("500000", cap, "0%"), safe("750000", cap, "0%")];
    let converted = convert(&two, 950_000, dear).unwrap();
    assert_eq!(converted.iter().map(|one| one.shares).collect::<Vec<_>>(), [100_000, 150_000]);
    let whole = safe("6000000", cap, "0%");
    assert_eq!(convert(&[whole], 1, dear), Err(EquityError::Share));
}

#[test]
fn a_safe_takes_the_better_of_cap_and_discount() {
    let price = SharePrice::of(money("10"), 1).unwrap();
    // Cap before the money: 6,000,000 over 1,000,000 shares is 6.00, below 8.00 with the discount.
    let low = safe("480000", Cap::BeforeMoney(money("6000000")), "20%");
    let high = safe("480000", Cap::BeforeMoney(money("9000000")), "20%");
    let converted = convert(&[low, high], 1_000_000, price).unwrap();
    assert_eq!(
        converted.iter().map(|one| (one.shares, one.by_cap)).collect::<Vec<_>>(),
        [(80_000, true), (60_000, false)]
    );
    let uncapped = convert(&[safe("480000", Cap::None, "0%")], 1_000_000, price).unwrap();
    assert_eq!(uncapped[0].shares, 48_000);
    let note = Convertible::note("丙", money("480000"), rate("6%"), (180, 360), (Cap::None, rate("20%"))).unwrap();
    assert_eq!(note.amount, money("494400.00"));
    assert_eq!(convert(&[note], 1_000_000, price).unwrap()[0].shares, 61_800);
}

#[test]
fn eq_v06_the_venture_capital_method() {
    let valued = venture_valuation(money("100000000"), 10, money("5000000")).unwrap();
    assert_eq!(valued, (money("10000000"), rate("50%")));
}

fn paid(exit: &str, participation: Participation) -> (Money, bool) {
    let preference = Preference {
        invested: money("2000000"),
        multiple: rate("100%"),
        shares: 200_000,
        of: 1_000_000,
        participation,
    };
    let split = payout(money(exit), &preference).unwrap();
    assert_eq!(split.investor.checked_add(split.others), Ok(money(exit)), "nothing is lost");
    (split.investor, split.converted)
}

#[test]
fn liq_preferences() {
    for (exit, none, full, capped) in [
        ("1500000", "1500000", "1500000", "1500000"),
        ("5000000", "2000000", "2600000", "2600000"),
        ("10000000", "2000000", "3600000", "3600000"),
        ("20000000", "4000000", "5600000", "5600000"),
        ("30000000", "6000000", "7600000", "6000000"),
        ("40000000", "8000000", "9600000", "8000000"),
    ] {
        assert_eq!(paid(exit, Participation::None).0, money(none), "LIQ-nonpart {exit}");
        assert_eq!(paid(exit, Participation::Full).0, money(full), "LIQ-part {exit}");
        assert_eq!(paid(exit, Participation::Capped(rate("300%"))).0, money(capped), "LIQ-cap3x {exit}");
    }
    // At 10,000,000 both ways pay the same and the preference is kept; from there on converting pays.
    assert!(!paid("10000000.00", Participation::None).1);
    assert!(paid("10000000.05", Participation::None).1);
    assert!(!paid("30000000.00", Participation::Capped(rate("300%"))).1);
    assert!(paid("30000000.05", Participation::Capped(rate("300%"))).1);
    // The cap binds from 22,000,000 on: 2,000,000 and a fifth of 20,000,000.
    assert_eq!(paid("21999999.95", Participation::Capped(rate("300%"))).0, money("5999999.99"));
    assert_eq!(paid("22000000.05", Participation::Capped(rate("300%"))).0, money("6000000.00"));
}

fn down_round() -> DownRound {
    DownRound {
        invested: money("2000000"),
        protected: 200_000,
        all_before: 1_000_000,
        new_money: money("1250000"),
        new_shares: 250_000,
    }
}

/// The conversion price, the shares, and everyone's percentages after the round: A, the others, the new investor.
fn after(clause: AntiDilution) -> (String, u64, [Rate; 3]) {
    let Repriced { price, shares } = reprice(clause, &down_round()).unwrap();
    let table = CapTable::new([
        Holding { holder: "A".to_owned(), class: ShareClass::Preferred(1), shares },
        Holding { holder: "其他".to_owned(), class: ShareClass::Common, shares: 800_000 },
        Holding { holder: "新".to_owned(), class: ShareClass::Preferred(2), shares: 250_000 },
    ])
    .unwrap();
    (price.to_string(), shares, table.percentages().try_into().unwrap())
}

#[test]
fn anti_dilution_clauses() {
    let row = |price: &str, shares, percent: [&str; 3]| (price.to_owned(), shares, percent.map(rate));
    assert_eq!(after(AntiDilution::None), row("10.00", 200_000, ["16%", "64%", "20%"]));
    assert_eq!(after(AntiDilution::FullRatchet), row("5.00", 400_000, ["27.5862%", "55.1724%", "17.2414%"]));
    assert_eq!(after(AntiDilution::BroadBased), row("9.00", 222_222, ["17.4672%", "62.8821%", "19.6507%"]));
    let narrow = after(AntiDilution::NarrowBased);
    assert_eq!((narrow.0.as_str(), narrow.1), ("7.2222", 276_923));
    let level = DownRound { new_money: money("2500000"), ..down_round() };
    assert_eq!(reprice(AntiDilution::FullRatchet, &level), Err(EquityError::NoDownRound));
}

#[test]
fn shares_move_but_are_never_lost() {
    let mut table = founders(1_000_000);
    table.transfer(("创始人", ShareClass::Common), ("员工平台", ShareClass::Common), 100_000).unwrap();
    assert_eq!((table.total(), table.held_by("创始人"), table.holders()), (1_000_000, 900_000, 2));
    let short = table.transfer(("员工平台", ShareClass::Common), ("创始人", ShareClass::Common), 100_001);
    let few = EquityError::TooFewShares { holder: "员工平台".to_owned(), held: 100_000, asked: 100_001 };
    assert_eq!(short, Err(few));
    let nobody = table.transfer(("路人", ShareClass::Common), ("创始人", ShareClass::Common), 1);
    assert_eq!(nobody, Err(EquityError::UnknownHolder("路人".to_owned())));
    assert_eq!(table.total(), 1_000_000);
    assert_eq!(table.issue("创始人", ShareClass::Common, CapTable::SHARES_MAX), Err(EquityError::Shares));
}

#[test]
fn thirds_add_up_to_a_hundred() {
    let third = |holder: &str| Holding { holder: holder.to_owned(), class: ShareClass::Common, shares: 1 };
    let table = CapTable::new(["甲", "乙", "丙"].map(third)).unwrap();
    assert_eq!(table.percentages(), [rate("33.3334%"), rate("33.3333%"), rate("33.3333%")]);
}

#[test]
fn fifty_shareholders_and_two_hundred_offerees() {
    let policy = Policy::qingdao_2026();
    let on = policy.at(date("2026-03-15"));
    let of = |count: u32| {
        let holding = |n| Holding { holder: format!("股东{n}"), class: ShareClass::Common, shares: 1 };
        CapTable::new((0..count).map(holding)).unwrap()
    };
    assert_eq!(of(50).check_holders(&on), Ok(()));
    assert_eq!(of(51).check_holders(&on), Err(EquityError::TooManyHolders { found: 51, max: 50 }));
    assert_eq!(offering_is_public(200, &on), Ok(false));
    assert_eq!(offering_is_public(201, &on), Ok(true));
}

#[test]
fn vesting_over_four_years_with_a_cliff() {
    let plan = Vesting::new(480_000, date("2026-01-31"), 12, 48).unwrap();
    assert_eq!(plan.vested(date("2027-01-30")), 0);
    assert_eq!(plan.vested(date("2027-01-31")), 120_000);
    assert_eq!(plan.vested(date("2027-02-27")), 120_000);
    assert_eq!(plan.vested(date("2027-02-28")), 130_000);
    assert_eq!(plan.forfeited(date("2027-02-28")), 350_000);
    assert_eq!(plan.vested(date("2030-01-30")), 470_000);
    assert_eq!(plan.vested(date("2030-01-31")), 480_000);
    assert_eq!(plan.vested(date("2040-01-31")), 480_000);
    assert_eq!(Vesting::new(1, date("2026-01-31"), 49, 48), Err(EquityError::Vesting));
}

#[test]
fn transfers_are_assessed_only_below_net_assets_without_reason() {
    let policy = Policy::qingdao_2026();
    let on = policy.at(date("2026-03-15"));
    let tax = |price: &str, justified| {
        let sold = transfer_tax(money(price), money("100000"), money("1500000"), (10, 100), justified, &on).unwrap();
        (sold.tax, sold.assessed)
    };
    // The part of net assets is 150,000.
    assert_eq!(tax("200000", false), (money("20000.00"), false));
    assert_eq!(tax("150000.00", false), (money("10000.00"), false));
    assert_eq!(tax("149999.99", false), (money("10000.00"), true));
    assert_eq!(tax("100000", true), (Money::ZERO, false));
}
