//! Money, calendar and chance against fixed values: the roundings of facts §0.2, the terms of §0.2.8, pinned draws.

#![allow(clippy::arithmetic_side_effects, clippy::unwrap_used, reason = "a panic here is a failed test")]

mod reading;

use reading::{date, money};
use startup_metaverse::calendar::{Date, DateError, Weekday};
use startup_metaverse::chance::{Chance, ChanceError};
use startup_metaverse::money::{Money, MoneyError, ParseMoneyError, ParseRateError, Rate};

#[test]
fn rounding_is_half_up_per_item() {
    // Qingdao's own contribution tables (facts §0.2.2).
    for (base, rate, share) in [
        ("4416.00", "0.7%", "30.91"),
        ("4416.00", "0.3%", "13.25"),
        ("4416.00", "0.4%", "17.66"),
        ("0.01", "50%", "0.01"),
        ("-0.01", "50%", "-0.01"),
        ("0.01", "49.9999%", "0.00"),
        ("1000000.00", "0.0125%", "125.00"),
    ] {
        assert_eq!(money(base).at(rate.parse().unwrap()).unwrap(), money(share), "{base} at {rate}");
    }
    assert_eq!(money("10.00").checked_div_int(3).unwrap(), money("3.33"));
    assert_eq!(money("-10.00").checked_div_int(6).unwrap(), money("-1.67"));
    assert_eq!(money("10.00").checked_div_int(0), Err(MoneyError::BadDivisor));
}

#[test]
fn amounts_are_read_strictly() {
    for (text, fen) in [("1234.56", 123_456), ("1,234.56", 123_456), ("1234", 123_400), ("0.5", 50), ("-3.07", -307)] {
        assert_eq!(text.parse::<Money>().map(Money::fen), Ok(fen), "{text}");
    }
    for (text, error) in [
        ("", ParseMoneyError::Empty),
        ("-", ParseMoneyError::Empty),
        (".50", ParseMoneyError::Empty),
        ("5万", ParseMoneyError::Character('万')),
        ("１２", ParseMoneyError::Character('１')),
        ("1，000", ParseMoneyError::Character('，')),
        ("¥1", ParseMoneyError::Character('¥')),
        ("+1", ParseMoneyError::Character('+')),
        (" 1", ParseMoneyError::Character(' ')),
        ("1.234", ParseMoneyError::Decimals),
        ("1.", ParseMoneyError::Decimals),
        ("1.2.", ParseMoneyError::Decimals),
        ("12,34.00", ParseMoneyError::Grouping),
        (",123", ParseMoneyError::Grouping),
        ("1234,567", ParseMoneyError::Grouping),
        ("10000000000000.01", ParseMoneyError::OutOfRange),
        ("99999999999999999999999", ParseMoneyError::OutOfRange),
    ] {
        assert_eq!(text.parse::<Money>(), Err(error), "{text:?}");
    }
    assert_eq!(money("10000000000000.00"), Money::MAX);
}

#[test]
fn amounts_are_written_with_and_without_commas() {
    for (fen, shown, plain) in [
        (0, "0.00", "0.00"),
        (5, "0.05", "0.05"),
        (-123_456, "-1,234.56", "-1234.56"),
        (100_000_000, "1,000,000.00", "1000000.00"),
    ] {
        assert_eq!(Money::from_fen(fen).to_string(), shown);
        assert_eq!(Money::from_fen(fen).plain(), plain);
    }
    assert_eq!(format!("{:>10}", Money::from_fen(100)), "      1.00");
}

#[test]
fn sums_stop_at_the_limit() {
    let fen = Money::from_fen(1);
    assert_eq!(Money::MAX.checked_add(fen), Err(MoneyError::OutOfRange));
    assert_eq!(Money::MIN.checked_sub(fen), Err(MoneyError::OutOfRange));
    assert_eq!(Money::MAX.checked_neg(), Ok(Money::MIN));
    assert_eq!(Money::MAX.checked_mul_int(2), Err(MoneyError::OutOfRange));
    assert_eq!(Money::MAX.at(Rate::from_ppm(1_000_001)), Err(MoneyError::OutOfRange));
    assert_eq!(Money::try_from_fen(Money::LIMIT_FEN + 1), Err(MoneyError::OutOfRange));
}

#[test]
fn allocation_gives_the_remainder_to_the_largest_fraction() {
    let split = |text: &str, weights: &[u32]| {
        money(text).allocate(weights).unwrap().into_iter().map(Money::fen).collect::<Vec<_>>()
    };
    assert_eq!(split("0.10", &[1, 1, 1]), [4, 3, 3]);
    assert_eq!(split("-0.10", &[1, 1, 1]), [-4, -3, -3]);
    assert_eq!(split("1.00", &[60, 40]), [60, 40]);
    assert_eq!(split("0.05", &[0, 1]), [0, 5]);
    assert_eq!(Money::MAX.allocate(&[u32::MAX, 1]).unwrap().len(), 2);
    assert_eq!(money("1.00").allocate(&[0, 0]), Err(MoneyError::NoWeight));
    assert_eq!(money("1.00").allocate(&[]), Err(MoneyError::NoWeight));
}

#[test]
fn rates_are_percentages() {
    for (text, ppm) in [("3.5%", 35_000), ("100%", 1_000_000), ("0.0001%", 1), ("-5%", -50_000), ("0%", 0)] {
        let rate: Rate = text.parse().unwrap();
        assert_eq!((rate.ppm(), rate.to_string()), (ppm, text.to_owned()));
    }
    for (text, error) in [
        ("0.035", ParseRateError::NoPercent),
        ("3.12345%", ParseRateError::Digits),
        ("%", ParseRateError::Digits),
        ("３%", ParseRateError::Digits),
        ("100001%", ParseRateError::OutOfRange),
    ] {
        assert_eq!(text.parse::<Rate>(), Err(error), "{text}");
    }
}

#[test]
fn values_are_quoted_for_people_and_integers_for_machines() {
    let day = date("2026-03-15");
    assert_eq!(ron::to_string(&money("1234.56")).unwrap(), "\"1234.56\"");
    assert_eq!(ron::to_string(&Rate::from_ppm(35_000)).unwrap(), "\"3.5%\"");
    assert_eq!(ron::to_string(&day).unwrap(), "\"2026-03-15\"");
    assert_eq!(ron::from_str::<Money>("\"1,234.56\"").unwrap(), money("1234.56"));
    assert!(ron::from_str::<Money>("1234.56").is_err(), "a bare number is refused");
    let bytes = postcard::to_allocvec(&(money("1234.56"), day)).unwrap();
    assert_eq!(bytes, postcard::to_allocvec(&(123_456_i64, day.epoch_days())).unwrap());
    assert_eq!(postcard::from_bytes::<(Money, Date)>(&bytes).unwrap(), (money("1234.56"), day));
    let beyond = postcard::to_allocvec(&i64::MAX).unwrap();
    assert!(postcard::from_bytes::<Money>(&beyond).is_err(), "bytes cannot break the limit");
}

#[test]
fn terms_end_on_the_corresponding_day() {
    assert_eq!(date("2026-03-15").plus_years(5), Ok(date("2031-03-15"))); // REG-V01
    assert_eq!(date("2026-09-01").plus_days(60), Ok(date("2026-10-31"))); // REG-V02
    assert_eq!(date("2026-03-15").plus_days(30), Ok(date("2026-04-14"))); // SI-V04
    assert_eq!(date("2026-12-31").plus_months(2), Ok(date("2027-02-28")));
    assert_eq!(date("2024-02-29").plus_years(1), Ok(date("2025-02-28")));
    assert_eq!(date("2024-02-29").plus_years(4), Ok(date("2028-02-29")));
    assert_eq!(date("2026-03-31").plus_months(-1), Ok(date("2026-02-28")));
    assert_eq!(Date::MAX.plus_days(1), Err(DateError::OutOfRange));
    assert_eq!(Date::MAX.plus_months(i32::MAX), Err(DateError::OutOfRange));
    assert_eq!(Date::MIN.plus_days(i32::MIN), Err(DateError::OutOfRange));
}

#[test]
fn dates_are_read_and_written_exactly() {
    let day = date("2026-03-15");
    assert_eq!(day.to_string(), "2026-03-15");
    assert_eq!(day.chinese(), "2026年3月15日");
    assert_eq!((day.weekday(), day.is_weekend()), (Weekday::Sunday, true));
    assert_eq!(day.days_until(date("2026-04-14")), 30);
    assert_eq!(date("2026-04-14").days_until(day), -30);
    assert_eq!(Date::from_epoch_days(day.epoch_days()), Ok(day));
    assert_eq!(date("2026-05-31").weekday().chinese(), "星期日");
    for (text, error) in [
        ("2026-02-30", DateError::NoSuchDay),
        ("2026-3-15", DateError::Form),
        ("2026/03/15", DateError::Form),
        ("2026-03-15-1", DateError::Form),
        ("２０２６-03-15", DateError::Form),
        ("1949-09-30", DateError::OutOfRange),
        ("2101-01-01", DateError::OutOfRange),
    ] {
        assert_eq!(text.parse::<Date>(), Err(error), "{text}");
    }
}

#[test]
fn streams_of_chance_are_pinned() {
    let draws = |seed, purpose, entity, day| {
        let mut chance = Chance::stream(seed, purpose, entity, day);
        [(); 6].map(|()| chance.below(1_000_000))
    };
    // These values are a promise to every saved play: they never change.
    assert_eq!(draws(0, "vary", "", 0), [605_145, 683_929, 877_587, 959_866, 436_974, 3_516]);
    assert_eq!(draws(42, "vary", "rent", 20_514), [777_021, 209_150, 97_178, 288_779, 813_672, 1_269]);
    assert_ne!(draws(42, "vary", "ab", 0), draws(42, "varya", "b", 0), "names do not run together");
    assert_ne!(draws(1, "vary", "rent", 0), draws(2, "vary", "rent", 0));
    assert_ne!(draws(1, "vary", "rent", 0), draws(1, "vary", "rent", 1));
}

#[test]
fn draws_stay_in_range() {
    let mut chance = Chance::stream(7, "test", "range", 0);
    assert_eq!((chance.below(0), chance.below(1)), (0, 0));
    assert_eq!(chance.pick::<u8>(&[]), None);
    let mut seen = [0_u32; 3];
    for _ in 0..3_000 {
        seen[usize::try_from(chance.below(3)).unwrap()] += 1;
    }
    assert!(seen.iter().all(|count| (900..1_100).contains(count)), "{seen:?}");
    for _ in 0..200 {
        let rent = Money::from_fen(chance.between_steps(280_000, 420_000, 10_000).unwrap());
        assert!(rent >= money("2800.00") && rent <= money("4200.00") && rent.fen() % 10_000 == 0);
    }
    assert_eq!(chance.between_steps(1, 1, 1), Ok(1));
    assert_eq!(chance.between_steps(1, 0, 1), Err(ChanceError::EmptyRange));
    assert_eq!(chance.between_steps(0, 1, 0), Err(ChanceError::EmptyRange));
    assert_eq!(chance.between_steps(i64::MIN, i64::MAX, 1), Err(ChanceError::TooMany));
}
