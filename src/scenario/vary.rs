//! What differs by learner: amounts, dates, names, and which facts bind. Drawn once from the seed, each by its own stream.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::table::Table;
use crate::calendar::Date;
use crate::chance::Chance;
use crate::money::Money;

/// How a variable is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Vary {
    /// An amount from `from` to `to` in whole steps.
    Range {
        /// The smallest.
        from: Money,
        /// The largest.
        to: Money,
        /// The distance between two neighbours.
        step: Money,
    },
    /// One of these texts.
    OneOf(Vec<String>),
    /// A whole number.
    Count {
        /// The smallest.
        from: u32,
        /// The largest.
        to: u32,
    },
    /// A date from `from` to `to`.
    Day {
        /// The earliest.
        from: Date,
        /// The latest.
        to: Date,
    },
    /// Follows from another variable drawn before it.
    By(String, Table<String>),
}

/// Draws every variable of a scene for a seed, in exact form. What is known already, carried along from another scene, is not
/// drawn again, and what follows from it follows from that.
pub fn draw(vary: &Table<Vary>, seed: u64, known: BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut drawn = known;
    for (name, how) in vary.iter() {
        if drawn.contains_key(name) {
            continue;
        }
        let mut chance = Chance::stream(seed, "vary", name, 0);
        let value = match how {
            Vary::Range { from, to, step } => range(*from, *to, *step, &mut chance).plain(),
            Vary::OneOf(texts) => chance.pick(texts).cloned().unwrap_or_default(),
            Vary::Count { from, to } => {
                from.saturating_add(chance.below(to.saturating_sub(*from).saturating_add(1))).to_string()
            }
            Vary::Day { from, to } => {
                let span = u32::try_from(from.days_until(*to)).unwrap_or(0);
                let days = i32::try_from(chance.below(span.saturating_add(1))).unwrap_or(0);
                from.plus_days(days).unwrap_or(*from).to_string()
            }
            Vary::By(other, table) => {
                drawn.get(other).and_then(|key: &String| table.get(key)).cloned().unwrap_or_default()
            }
        };
        drawn.insert(name.to_owned(), value);
    }
    drawn
}

fn range(from: Money, to: Money, step: Money, chance: &mut Chance) -> Money {
    // An empty range, which the checker reports, has its first amount.
    let fen = chance.between_steps(from.fen(), to.fen(), step.fen()).unwrap_or(from.fen());
    Money::try_from_fen(fen).unwrap_or(from)
}
