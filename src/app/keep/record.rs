//! A record: a play-through as kept, with what a list shows of it. Its revision rises with each writing, so that two tabs
//! that play the same record notice one another instead of undoing one another's work.

use serde::{Deserialize, Serialize};

use super::shelf::{Shelf, ShelfFault};
use crate::session::Seat;

/// Keys of records begin with this.
const PREFIX: &str = "startup.save.";

/// A play-through as kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Record {
    /// Rises with each writing.
    pub(crate) revision: u64,
    /// The scene's id.
    pub(crate) scene: String,
    /// The scene's title.
    pub(crate) title: String,
    /// The learner's seed.
    pub(crate) seed: u64,
    /// The simulated day, as a person reads it.
    pub(crate) date: String,
    /// The step's title; the ending's once closed.
    pub(crate) at: String,
    /// The step's place, from 1.
    pub(crate) number: u32,
    /// How many steps there are.
    pub(crate) of: u32,
    /// How many decisions were made.
    pub(crate) decisions: u32,
    /// The score in hundredths of a point, once closed.
    pub(crate) centipoints: Option<u32>,
    /// When it was written: milliseconds since 1970.
    pub(crate) written_ms: i64,
    /// The scene's own text, where it came from a file.
    pub(crate) scenario: Option<String>,
    /// Seconds that each decision took.
    pub(crate) seconds: Vec<u32>,
    /// The ticket and the learner's id, where it is assessed.
    pub(crate) seat: Option<Seat>,
    /// The save itself.
    pub(crate) play: String,
}

/// What came of writing a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// It is kept under this revision.
    Kept(u64),
    /// It could not be kept for good; it lasts as long as the page.
    Held(u64, ShelfFault),
    /// Another tab has gone on meanwhile: this is its revision, and nothing was written.
    Newer(u64),
}

impl Record {
    /// Whether it was played to its end.
    pub(crate) fn is_closed(&self) -> bool {
        self.centipoints.is_some()
    }
}

fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// The id of a record whose key this is.
pub(crate) fn id_of_key(key: &str) -> Option<&str> {
    key.strip_prefix(PREFIX)
}

/// A new record's id, from a time and a number drawn by chance.
pub(crate) fn new_id(now_ms: i64, drawn: u32) -> String {
    let mut id = String::from("k");
    let mut rest = u128::from(now_ms.unsigned_abs()).saturating_mul(65_536).saturating_add(u128::from(drawn & 0xffff));
    while rest > 0 {
        let digit = u32::try_from(rest.checked_rem(36).unwrap_or(0)).unwrap_or(0);
        id.push(char::from_digit(digit, 36).unwrap_or('0'));
        rest = rest.checked_div(36).unwrap_or(0);
    }
    id
}

/// Reads a record; nothing where there is none, an error with its text where it cannot be read.
pub(crate) fn load(shelf: &dyn Shelf, id: &str) -> Result<Option<Record>, String> {
    match shelf.get(&key(id)) {
        None => Ok(None),
        Some(text) => ron::from_str(&text).map(Some).map_err(|_| text),
    }
}

/// Writes a record last seen at revision `seen`. A newer one is left alone.
pub(crate) fn write(shelf: &dyn Shelf, id: &str, seen: u64, record: &Record) -> Written {
    if let Ok(Some(kept)) = load(shelf, id)
        && kept.revision > seen
    {
        return Written::Newer(kept.revision);
    }
    let revision = seen.saturating_add(1);
    let record = Record { revision, ..record.clone() };
    // A record is plain data: writing it into text cannot fail.
    let text = ron::to_string(&record).unwrap_or_default();
    match shelf.put(&key(id), &text) {
        Ok(()) => Written::Kept(revision),
        Err(fault) => Written::Held(revision, fault),
    }
}

/// Forgets a record.
pub(crate) fn remove(shelf: &dyn Shelf, id: &str) {
    shelf.forget(&key(id));
}

/// All records with their ids, the newest first. One that cannot be read is left out here and stays where it is.
pub(crate) fn list(shelf: &dyn Shelf) -> Vec<(String, Record)> {
    let keys = shelf.keys();
    let ids = keys.iter().filter_map(|key| id_of_key(key));
    let mut records: Vec<(String, Record)> =
        ids.filter_map(|id| load(shelf, id).ok().flatten().map(|record| (id.to_owned(), record))).collect();
    records.sort_by_key(|(_, record)| std::cmp::Reverse(record.written_ms));
    records
}

/// The best result at a scene, in hundredths of a point.
pub(crate) fn best_of(records: &[(String, Record)], scene: &str) -> Option<u32> {
    records.iter().filter(|(_, record)| record.scene == scene).filter_map(|(_, record)| record.centipoints).max()
}

#[cfg(test)]
mod tests {
    use super::super::shelf::tests::Memory;
    use super::{Record, Shelf, ShelfFault, Written, best_of, key, list, load, new_id, write};

    fn record(decisions: u32) -> Record {
        Record { scene: "registration".to_owned(), decisions, ..Record::default() }
    }

    #[test]
    fn a_newer_record_is_never_overwritten() {
        let shelf = Memory::default();
        assert_eq!(write(&shelf, "a", 0, &record(1)), Written::Kept(1));
        // Two tabs have read revision 1; the first to write wins, the second is told.
        assert_eq!(write(&shelf, "a", 1, &record(2)), Written::Kept(2));
        assert_eq!(write(&shelf, "a", 1, &record(9)), Written::Newer(2));
        assert_eq!(load(&shelf, "a").unwrap().unwrap().decisions, 2);
    }

    #[test]
    fn a_full_shelf_is_told() {
        let shelf = Memory::default();
        shelf.full.set(true);
        assert_eq!(write(&shelf, "a", 0, &record(1)), Written::Held(1, ShelfFault::Full));
    }

    #[test]
    fn a_damaged_record_is_left_where_it_is() {
        let shelf = Memory::default();
        shelf.put(&key("bad"), "(revision: 3, pl").unwrap();
        write(&shelf, "good", 0, &record(1));
        assert_eq!(list(&shelf).len(), 1);
        assert!(load(&shelf, "bad").is_err());
        assert!(shelf.get(&key("bad")).is_some());
    }

    #[test]
    fn the_best_result_is_the_highest_closed_one() {
        let shelf = Memory::default();
        for (id, centipoints) in [("a", Some(7_000)), ("b", None), ("c", Some(9_650))] {
            write(&shelf, id, 0, &Record { centipoints, ..record(3) });
        }
        let records = list(&shelf);
        assert_eq!(best_of(&records, "registration"), Some(9_650));
        assert_eq!(best_of(&records, "premises"), None);
    }

    #[test]
    fn ids_differ_and_are_plain() {
        let id = new_id(1_790_000_000_000, 7);
        assert_ne!(id, new_id(1_790_000_000_000, 8));
        assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) && id.len() < 20);
    }
}
