//! The chance of a business: two streams a year, of customers and of rivals, read a month at a time.
//!
//! A month reads a fixed number of words whatever happens in it, so that no decision moves the luck of a later month, and a
//! business loaded from a save finds its place in the year again.

use crate::calendar::{Date, DateError};
use crate::chance::Chance;

/// Words of luck a month reads: a byte for each of 31 days.
const WORDS: usize = 8;

/// A month's luck: a byte for each day.
pub(super) type Days = [u8; 4 * WORDS];

/// The streams of one year, and the month they stand before.
#[derive(Clone, Debug)]
pub(super) struct Luck {
    next: Date,
    customers: Chance,
    rivals: Chance,
}

impl Luck {
    /// The streams of the month's year, at the month.
    fn of(seed: u64, name: &str, month: Date) -> Result<Luck, DateError> {
        let year = Date::new(month.year(), 1, 1)?;
        let stream = |purpose: &str| Chance::stream(seed, purpose, name, year.epoch_days());
        let mut luck = Luck { next: year, customers: stream("customers"), rivals: stream("rivals") };
        for _ in 1..month.month() {
            luck.read();
        }
        luck.next = month;
        Ok(luck)
    }

    /// A month's bytes of luck and its draw of rivals in `0..1_000_000`; `kept` are the streams as the last month left them.
    pub(super) fn month(
        kept: &mut Option<Luck>,
        (seed, name): (u64, &str),
        month: Date,
        next: Date,
    ) -> Result<(Days, u32), DateError> {
        let mut luck = match kept.take().filter(|luck| luck.next == month) {
            Some(luck) => luck,
            None => Luck::of(seed, name, month)?,
        };
        let read = luck.read();
        if next.month() > 1 {
            luck.next = next;
            *kept = Some(luck);
        }
        Ok(read)
    }

    fn read(&mut self) -> (Days, u32) {
        let mut days: Days = [0; 4 * WORDS];
        for chunk in days.chunks_exact_mut(4) {
            chunk.copy_from_slice(&self.customers.bits().to_le_bytes());
        }
        // The upper half of a product spreads a word over a million; the bias is below one in four thousand millions.
        let spread = u64::from(self.rivals.bits()).wrapping_mul(1_000_000).wrapping_shr(32);
        (days, u32::try_from(spread).unwrap_or(0))
    }
}
