//! Properties of money and dates that hold for every value.

#![allow(clippy::arithmetic_side_effects, clippy::unwrap_used, reason = "a panic here is a failed test")]

use proptest::prelude::*;
use startup_metaverse::calendar::Date;
use startup_metaverse::chance::Chance;
use startup_metaverse::money::{Money, Rate};

fn any_money() -> impl Strategy<Value = Money> {
    (-Money::LIMIT_FEN..=Money::LIMIT_FEN).prop_map(Money::from_fen)
}

fn any_date() -> impl Strategy<Value = Date> {
    (Date::MIN.epoch_days()..=Date::MAX.epoch_days()).prop_map(|days| Date::from_epoch_days(days).unwrap())
}

proptest! {
    #[test]
    fn allocation_loses_no_fen(amount in any_money(), weights in prop::collection::vec(any::<u32>(), 0..12)) {
        if let Ok(parts) = amount.allocate(&weights) {
            prop_assert_eq!(Money::total(parts.iter().copied()), Ok(amount));
            let total: i128 = weights.iter().map(|w| i128::from(*w)).sum();
            for (part, weight) in parts.iter().zip(&weights) {
                let exact = i128::from(amount.fen()) * i128::from(*weight);
                prop_assert!((i128::from(part.fen()) * total - exact).abs() < total, "each part is within a fen");
            }
        } else {
            prop_assert!(weights.iter().all(|weight| *weight == 0));
        }
    }

    #[test]
    fn amounts_survive_writing(amount in any_money()) {
        prop_assert_eq!(amount.to_string().parse(), Ok(amount));
        prop_assert_eq!(amount.plain().parse(), Ok(amount));
        prop_assert_eq!(ron::from_str::<Money>(&ron::to_string(&amount).unwrap()), Ok(amount));
        prop_assert_eq!(postcard::from_bytes(&postcard::to_allocvec(&amount).unwrap()), Ok(amount));
    }

    #[test]
    fn rates_survive_writing(ppm in -Rate::LIMIT_PPM..=Rate::LIMIT_PPM) {
        let rate = Rate::from_ppm(ppm);
        prop_assert_eq!(rate.to_string().parse(), Ok(rate));
    }

    #[test]
    fn shares_are_nearest_and_odd(amount in any_money(), ppm in 0..=1_000_000_i64) {
        let share = amount.at(Rate::from_ppm(ppm)).unwrap();
        let exact = i128::from(amount.fen()) * i128::from(ppm);
        prop_assert!((i128::from(share.fen()) * 1_000_000 - exact).abs() * 2 <= 1_000_000);
        let negative = amount.checked_neg().unwrap().at(Rate::from_ppm(ppm)).unwrap();
        prop_assert_eq!(negative, share.checked_neg().unwrap());
    }

    #[test]
    fn no_text_panics(text in "\\PC*") {
        let _ = text.parse::<Money>();
        let _ = text.parse::<Rate>();
        let _ = text.parse::<Date>();
    }

    #[test]
    fn days_add_up(day in any_date(), days in -40_000..40_000_i32) {
        if let Ok(later) = day.plus_days(days) {
            prop_assert_eq!(day.days_until(later), days);
            prop_assert_eq!(later.plus_days(-days), Ok(day));
        }
        prop_assert_eq!(day.to_string().parse(), Ok(day));
        prop_assert_eq!(postcard::from_bytes(&postcard::to_allocvec(&day).unwrap()), Ok(day));
    }

    #[test]
    fn a_month_later_is_the_same_day_or_the_last(day in any_date(), months in 0..60_i32) {
        if let Ok(later) = day.plus_months(months) {
            prop_assert!(later.day() == day.day() || (later == later.last_of_month() && later.day() < day.day()));
        }
    }

    #[test]
    fn draws_lie_below_their_bound(seed in any::<u64>(), bound in 1..=u32::MAX) {
        prop_assert!(Chance::stream(seed, "p", "e", 0).below(bound) < bound);
    }
}
