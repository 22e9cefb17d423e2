//! The page's own state hashes of late, to compare with those the town reports.

use std::collections::VecDeque;

/// Reports older than this many plays are not compared any more.
const KEPT_MAX: usize = 64;

/// Hashes by how many decisions had been made. After an undo the same count may have had several.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hashes {
    kept: VecDeque<(u32, String)>,
}

impl Hashes {
    /// Notes the state after so many decisions.
    pub(crate) fn note(&mut self, decisions: u32, hash: String) {
        if self.kept.len() >= KEPT_MAX {
            self.kept.pop_front();
        }
        self.kept.push_back((decisions, hash));
    }

    /// Whether the town's hash is one the page has had after so many decisions; the page's own where it is not.
    /// Nothing where the page remembers no state after so many decisions.
    pub(crate) fn compare(&self, decisions: u32, hash: &str) -> Option<Result<(), String>> {
        let ours: Vec<&String> =
            self.kept.iter().filter(|(count, _)| *count == decisions).map(|(_, ours)| ours).collect();
        let latest = ours.last()?;
        Some(if ours.iter().any(|kept| *kept == hash) { Ok(()) } else { Err((*latest).clone()) })
    }
}

#[cfg(test)]
mod tests {
    use super::{Hashes, KEPT_MAX};

    #[test]
    fn a_late_report_of_an_undone_state_is_no_difference() {
        let mut hashes = Hashes::default();
        hashes.note(5, "a".to_owned());
        hashes.note(4, "b".to_owned());
        hashes.note(5, "c".to_owned());
        assert_eq!(hashes.compare(5, "a"), Some(Ok(())));
        assert_eq!(hashes.compare(5, "c"), Some(Ok(())));
        assert_eq!(hashes.compare(5, "x"), Some(Err("c".to_owned())));
        assert_eq!(hashes.compare(9, "x"), None);
    }

    #[test]
    fn it_does_not_grow() {
        let mut hashes = Hashes::default();
        (0..1000).for_each(|count| hashes.note(count, count.to_string()));
        assert_eq!(hashes.kept.len(), KEPT_MAX);
    }
}
