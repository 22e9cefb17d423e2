//! Chance: named, independent streams of random numbers from one seed.
//!
//! A stream is keyed by the play's seed, a purpose, an entity and a day, so that one draw more in one place moves no draw
//! anywhere else, and "what if" keeps the same luck under different decisions. The generator is portable (PCG, 64-bit
//! state); the reductions to ranges are ours, because a library may change its own between minor releases and every saved
//! play would then replay differently. Golden tests pin the values.

use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg32;
use thiserror::Error;

/// Separates these keys from any other use of the same hash.
const CONTEXT: &str = "startup-metaverse chance 1";

/// One named stream of chance.
#[derive(Clone, Debug)]
pub struct Chance(Pcg32);

/// Why a range cannot be drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ChanceError {
    /// The step is zero or negative, or the range ends before it begins.
    #[error("a range needs a positive step and must not end before it begins")]
    EmptyRange,
    /// The range has more than four billion steps.
    #[error("a range has at most 4,294,967,295 steps")]
    TooMany,
}

impl Chance {
    /// The stream for a purpose (`"vary"`), an entity (`"rent"`, or `""`) and a day (days since 1970-01-01, or 0).
    pub fn stream(seed: u64, purpose: &str, entity: &str, day: i32) -> Chance {
        let mut hasher = blake3::Hasher::new_derive_key(CONTEXT);
        hasher.update(&seed.to_le_bytes());
        for name in [purpose, entity] {
            // The length goes first, so that ("ab", "c") and ("a", "bc") are different keys.
            hasher.update(&u64::try_from(name.len()).unwrap_or(u64::MAX).to_le_bytes());
            hasher.update(name.as_bytes());
        }
        hasher.update(&day.to_le_bytes());
        let mut key = [0_u8; 16];
        hasher.finalize_xof().fill(&mut key);
        Chance(Pcg32::from_seed(key))
    }

    /// Thirty-two even bits: four draws of one in 256, for those who draw by the million.
    pub fn bits(&mut self) -> u32 {
        self.0.next_u32()
    }

    /// Uniform in `0..bound`, unbiased by rejection; 0 when the bound is 0 or 1.
    pub fn below(&mut self, bound: u32) -> u32 {
        // The draws from `bound * k` up to 2^32 would favour the small results; they are drawn again.
        let Some(surplus) = u32::MAX.checked_rem(bound).map(|rest| rest.saturating_add(1)) else {
            return 0;
        };
        let surplus = surplus.checked_rem(bound).unwrap_or(0);
        let zone = u32::MAX.saturating_sub(surplus);
        loop {
            let draw = self.0.next_u32();
            if draw <= zone {
                return draw.checked_rem(bound).unwrap_or(0);
            }
        }
    }

    /// One of the items, each as likely as any other; `None` if there is none.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let bound = u32::try_from(items.len()).ok().filter(|bound| *bound > 0)?;
        items.get(usize::try_from(self.below(bound)).ok()?)
    }

    /// One of `from`, `from + step`, … up to `to`, each as likely as any other.
    pub fn between_steps(&mut self, from: i64, to: i64, step: i64) -> Result<i64, ChanceError> {
        if step <= 0 || to < from {
            return Err(ChanceError::EmptyRange);
        }
        let span = i128::from(to).checked_sub(i128::from(from)).ok_or(ChanceError::TooMany)?;
        let steps = span.checked_div(i128::from(step)).ok_or(ChanceError::EmptyRange)?;
        let count = u32::try_from(steps).ok().and_then(|steps| steps.checked_add(1)).ok_or(ChanceError::TooMany)?;
        let drawn = i64::from(self.below(count));
        step.checked_mul(drawn).and_then(|way| from.checked_add(way)).ok_or(ChanceError::TooMany)
    }
}
