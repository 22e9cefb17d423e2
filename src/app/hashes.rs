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

    /// The page's hash where the town's differs from every one the page has had after so many decisions.
    pub(crate) fn differ(&self, decisions: u32, hash: &str) -> Option<String> {
        let mut ours = self.kept.iter().filter(|(count, _)| *count == decisions).map(|(_, ours)| ours).peekable();
        ours.peek()?;
        let ours: Vec<&String> = ours.collect();
        if ours.iter().any(|kept| *kept == hash) { None } else { ours.last().map(|kept| (*kept).clone()) }
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
        assert_eq!(hashes.differ(5, "a"), None);
        assert_eq!(hashes.differ(5, "c"), None);
        assert_eq!(hashes.differ(5, "x"), Some("c".to_owned()));
        assert_eq!(hashes.differ(9, "x"), None);
    }

    #[test]
    fn it_does_not_grow() {
        let mut hashes = Hashes::default();
        (0..1000).for_each(|count| hashes.note(count, count.to_string()));
        assert_eq!(hashes.kept.len(), KEPT_MAX);
    }
}
