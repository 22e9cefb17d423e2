//! What a month promises: the customers of a usual day on each day of the week, before luck.

use super::{LUCK_STEPS, Market};
use crate::calendar::Date;
use crate::money::{Money, Rate};

/// Parts in the whole, of which factors and fractions of a customer are counted.
const PPM: i64 = Rate::ONE.ppm();
/// More customers than come on any day, in millionths; keeps every product within `i64`.
const CROWD_MAX: i64 = 100_000 * PPM;

/// How a seller stands in the market in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conditions {
    /// The price, tax included.
    pub price: Money,
    /// How many of those who might buy know the seller, nought to the whole.
    pub awareness: Rate,
    /// How good the goods are, nought to the whole.
    pub quality: Rate,
    /// How many rivals there are.
    pub rivals: u8,
}

/// The customers of a usual day of a month, in millionths of a customer, by day of the week from Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    usual: [i64; 7],
}

impl Market {
    /// Works out a month. `middle` is a day in its middle, at which the season's curve is read.
    pub fn outlook(&self, conditions: &Conditions, middle: Date) -> Outlook {
        let ratio = conditions.price.fen().saturating_mul(PPM).checked_div(self.reference_price).unwrap_or(0);
        let factors = [
            self.price.at(ratio),
            self.season.at(i64::from(middle.day_of_year())),
            self.awareness.at(conditions.awareness.ppm()),
            self.quality.at(conditions.quality.ppm()),
            self.rivals.at(i64::from(conditions.rivals)),
        ];
        let base = self.base_customers.wrapping_mul(PPM);
        let month = factors.iter().fold(base, |crowd, factor| scaled(crowd, *factor));
        Outlook { usual: self.weekdays.map(|weekday| scaled(month, weekday)) }
    }

    /// The customers of a day in millionths, with a byte of luck. `weekday` counts from Monday, nought to six.
    #[inline]
    pub(in crate::firm) fn crowd(&self, outlook: &Outlook, weekday: usize, luck: u8) -> i64 {
        let usual = outlook.usual.get(weekday).copied().unwrap_or(0);
        let factor = self.luck.get(usize::from(luck).min(LUCK_STEPS)).copied().unwrap_or(PPM);
        scaled(usual, factor)
    }

    /// Awareness a month later: some is forgotten, advertising and word of mouth bring some.
    pub fn awareness_after(&self, awareness: Rate, quality: Rate, advertising: Money) -> Rate {
        let kept = scaled(awareness.ppm(), PPM.saturating_sub(self.forgetting));
        let won = self.advertising.at(advertising.fen()).saturating_add(self.word_of_mouth.at(quality.ppm()));
        Rate::try_from_ppm(kept.saturating_add(won).clamp(0, PPM)).unwrap_or(Rate::ZERO)
    }

    /// The rivals of the next month by a draw in `0..1_000_000`: one more, one fewer, or as many.
    pub fn rivals_after(&self, rivals: u8, draw: u32) -> u8 {
        let draw = i64::from(draw);
        if draw < self.rival_arrives {
            rivals.saturating_add(1).min(self.rivals_max)
        } else if draw < self.rival_arrives.saturating_add(self.rival_leaves) {
            rivals.saturating_sub(1)
        } else {
            rivals
        }
    }
}

impl Outlook {
    /// The customers of a usual day of the week, rounded down; `weekday` counts from Monday, nought to six.
    pub fn usual_customers(&self, weekday: usize) -> i64 {
        self.usual.get(weekday).and_then(|usual| usual.checked_div(PPM)).unwrap_or(0)
    }
}

/// `amount × factor` in parts per million, no more than a crowd. Amounts are at most 10¹¹, factors at most 10⁷.
#[inline]
fn scaled(amount: i64, factor: i64) -> i64 {
    amount.wrapping_mul(factor).wrapping_div(PPM).min(CROWD_MAX)
}
