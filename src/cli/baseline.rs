//! What was known before: an earlier report of `metaverse check --format json`, to tell of nothing but what is new.
//! A finding is the same when file, code, message and the line's text are; where it stands may have moved.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::check::Told;

/// A finding of the earlier report; what else it says is of no interest here.
#[derive(Debug, Deserialize)]
struct Known {
    file: String,
    code: String,
    message: String,
    excerpt: String,
}

type Key = (String, String, String, String);

/// How often each finding was known.
#[derive(Debug, Default)]
pub(super) struct Baseline(BTreeMap<Key, usize>);

impl Baseline {
    /// Reads an earlier report; says in the system's or the reader's words why it cannot.
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
        let known: Vec<Known> = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let mut counts: BTreeMap<Key, usize> = BTreeMap::new();
        for one in known {
            let count = counts.entry(key(&one.file, &one.code, &one.message, &one.excerpt)).or_default();
            *count = count.saturating_add(1);
        }
        Ok(Self(counts))
    }

    /// Whether the finding is new. Each known one answers for one finding only.
    pub(super) fn is_new(&mut self, told: &Told) -> bool {
        match self.0.get_mut(&key(&told.file, told.code, &told.message, &told.excerpt)) {
            Some(count) if *count > 0 => {
                *count = count.saturating_sub(1);
                false
            }
            _ => true,
        }
    }
}

fn key(file: &str, code: &str, message: &str, excerpt: &str) -> Key {
    (file.replace('\\', "/"), code.to_owned(), message.to_owned(), excerpt.trim().to_owned())
}
