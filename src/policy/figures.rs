//! The figures by their ids. A month of business asks for hundreds of them, so that they are found by a hash of the id and not
//! by comparing ids one after the other; in order they are by id.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::figure::FigureEntry;

/// A slot that leads to no figure.
const EMPTY: u32 = u32::MAX;

/// Every figure's entries, oldest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, Vec<FigureEntry>>", into = "BTreeMap<String, Vec<FigureEntry>>")]
pub(super) struct Figures {
    all: Vec<(String, Vec<FigureEntry>)>,
    /// Places in `all`, at the hash of the id or the next free slot after it; at least three of four are empty.
    slots: Vec<u32>,
}

impl Figures {
    pub(super) fn of(entries: impl IntoIterator<Item = FigureEntry>) -> Figures {
        let mut by_id: BTreeMap<String, Vec<FigureEntry>> = BTreeMap::new();
        for entry in entries {
            by_id.entry(entry.id.clone()).or_default().push(entry);
        }
        for entries in by_id.values_mut() {
            entries.sort_by_key(|entry| entry.from);
        }
        Figures::from(by_id)
    }

    /// A figure's entries; none if there is no such figure.
    pub(super) fn get(&self, id: &str) -> &[FigureEntry] {
        for at in probe(id, self.slots.len()) {
            let place = self.slots.get(at).copied().unwrap_or(EMPTY);
            let Some((known, entries)) = usize::try_from(place).ok().and_then(|place| self.all.get(place)) else {
                break;
            };
            if known == id {
                return entries;
            }
        }
        &[]
    }

    /// Forgets what the entries say of themselves.
    pub(super) fn forget_notes(&mut self) {
        for entry in self.all.iter_mut().flat_map(|(_, entries)| entries) {
            entry.note.clear();
        }
    }

    /// By id.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &[FigureEntry])> {
        self.all.iter().map(|(id, entries)| (id.as_str(), entries.as_slice()))
    }
}

impl From<Figures> for BTreeMap<String, Vec<FigureEntry>> {
    fn from(figures: Figures) -> Self {
        figures.all.into_iter().collect()
    }
}

impl From<BTreeMap<String, Vec<FigureEntry>>> for Figures {
    fn from(by_id: BTreeMap<String, Vec<FigureEntry>>) -> Figures {
        let all: Vec<_> = by_id.into_iter().collect();
        let mut slots = vec![EMPTY; all.len().saturating_mul(4).next_power_of_two()];
        for (place, (id, _)) in (0_u32..).zip(&all) {
            let free = probe(id, slots.len()).find(|at| slots.get(*at) == Some(&EMPTY));
            if let Some(slot) = free.and_then(|at| slots.get_mut(at)) {
                *slot = place;
            }
        }
        Figures { all, slots }
    }
}

/// The slots in which an id may be, in the order in which they are looked at. `slots` is a power of two.
fn probe(id: &str, slots: usize) -> impl Iterator<Item = usize> {
    let mask = slots.saturating_sub(1);
    let first = usize::try_from(hash(id) & 0xffff_ffff).unwrap_or(0);
    (0..slots).map(move |step| first.wrapping_add(step) & mask)
}

/// Eight bytes at a time, multiplied and folded: ids differ in few letters.
fn hash(id: &str) -> u64 {
    let mut sum: u64 = 0x9e37_79b9_7f4a_7c15;
    for part in id.as_bytes().chunks(8) {
        let word = part.iter().fold(0_u64, |word, byte| (word << 8) | u64::from(*byte));
        sum = (sum ^ word).wrapping_mul(0xff51_afd7_ed55_8ccd);
        sum ^= sum >> 32;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::super::Policy;

    #[test]
    fn every_figure_is_found_by_its_id_and_nothing_else_is() {
        let policy = Policy::qingdao_2026();
        for entry in policy.figures() {
            assert!(policy.figure_entries(&entry.id).contains(entry), "{}", entry.id);
            assert!(policy.figure_entries(&format!("{}.", entry.id)).is_empty());
        }
        assert!(policy.figure_entries("").is_empty());
    }
}
