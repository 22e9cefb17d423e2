//! Results that are alike: the same one handed in twice, and decisions that were copied from another learner.

use std::collections::BTreeMap;

use super::verify::Checked;
use crate::session::Decision;

/// From this share of decisions in common on, two results of different learners are told as alike, in parts per million.
const ALIKE_PPM: u32 = 900_000;
/// Shorter logs are alike by necessity.
const DECISIONS_MIN: usize = 5;

/// A result among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twin {
    /// The place of the other among those looked at, from 0; it comes first.
    pub of: usize,
    /// The share of decisions in common, in parts per million.
    pub share_ppm: u32,
}

/// How a result is like one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alike {
    /// The same learner, seed and decisions: the same play handed in again.
    Duplicate(Twin),
    /// Another learner or seed, and mostly the same decisions. Where a scene has one right way that proves nothing.
    Near(Twin),
}

/// For each result, the one before it that it is most like; nothing where there is none.
pub type Marked = Vec<Option<Alike>>;

/// A fingerprint of a decision.
pub(super) fn print(decision: &Decision) -> u64 {
    let bytes = postcard::to_allocvec(decision).unwrap_or_default();
    let mut first = [0; 8];
    blake3::Hasher::new().update(&bytes).finalize_xof().fill(&mut first);
    u64::from_le_bytes(first)
}

/// Finds duplicates, and results of others that are alike. Only results with a decision in common that is rare among all are
/// held against each other, so that a whole year's results take no longer than a class's.
pub fn alike(results: &[Checked]) -> Marked {
    let frequency = frequencies(results);
    let mut index: BTreeMap<(&str, u64), Vec<usize>> = BTreeMap::new();
    let mut marked = Vec::with_capacity(results.len());
    let sorted: Vec<Vec<u64>> = results.iter().map(|result| rarest_first(&result.prints, &frequency)).collect();
    for (place, (result, prints)) in results.iter().zip(&sorted).enumerate() {
        // Two sets that share nine tenths share one of the rarest tenth and one more of either.
        let telling = prints.len().div_ceil(10).saturating_add(1).min(prints.len());
        let mut before: Vec<usize> = Vec::new();
        for print in prints.iter().take(telling) {
            let found = index.entry((result.scene.as_str(), *print)).or_default();
            before.extend(found.iter().take(CANDIDATES_MAX));
            found.push(place);
        }
        before.sort_unstable();
        before.dedup();
        marked.push(likest(place, &before, results, &sorted));
    }
    marked
}

/// More results than these with one decision in common say nothing by having it in common.
const CANDIDATES_MAX: usize = 64;

fn likest(place: usize, before: &[usize], results: &[Checked], sorted: &[Vec<u64>]) -> Option<Alike> {
    let (this, prints) = (results.get(place)?, sorted.get(place)?);
    let twins = before.iter().filter_map(|of| {
        let (other, others) = (results.get(*of)?, sorted.get(*of)?);
        let same = other.prints == this.prints && other.seed == this.seed && other.learner == this.learner;
        if same && other.ticket == this.ticket {
            return Some(Alike::Duplicate(Twin { of: *of, share_ppm: 1_000_000 }));
        }
        let share_ppm = share(prints, others);
        let tells = share_ppm >= ALIKE_PPM && prints.len() >= DECISIONS_MIN && other.learner != this.learner;
        tells.then_some(Alike::Near(Twin { of: *of, share_ppm }))
    });
    twins.max_by_key(|alike| match alike {
        Alike::Duplicate(_) => u32::MAX,
        Alike::Near(twin) => twin.share_ppm,
    })
}

fn frequencies(results: &[Checked]) -> BTreeMap<u64, u32> {
    let mut frequency: BTreeMap<u64, u32> = BTreeMap::new();
    for print in results.iter().flat_map(|result| &result.prints) {
        let times = frequency.entry(*print).or_insert(0);
        *times = times.saturating_add(1);
    }
    frequency
}

fn rarest_first(prints: &[u64], frequency: &BTreeMap<u64, u32>) -> Vec<u64> {
    let mut sorted = prints.to_vec();
    sorted.sort_unstable_by_key(|print| (frequency.get(print).copied().unwrap_or(0), *print));
    sorted.dedup();
    sorted
}

/// The share of decisions in common among all of both, in parts per million.
fn share(one: &[u64], other: &[u64]) -> u32 {
    let mut sorted = other.to_vec();
    sorted.sort_unstable();
    let common = one.iter().filter(|print| sorted.binary_search(print).is_ok()).count();
    let all = one.len().saturating_add(other.len()).saturating_sub(common).max(1);
    let ppm = common.saturating_mul(1_000_000).checked_div(all).unwrap_or(0);
    u32::try_from(ppm).unwrap_or(1_000_000)
}
