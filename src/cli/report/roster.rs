//! The class's roster: a CSV with a column for the id and one for the name.

use std::path::Path;

use super::super::check::cannot_read;
use super::super::files::{self, Unread};
use crate::text::{Lang, say};

/// What the columns may be called.
const ID: [&str; 5] = ["学号", "编号", "学员编号", "id", "learner"];
const NAME: [&str; 3] = ["姓名", "名字", "name"];
/// More learners than any class or year has.
const LEARNERS_MAX: usize = 100_000;

/// Who is in the class, in the roster's order.
#[derive(Clone, Debug, Default)]
pub(super) struct Roster(Vec<(String, String)>);

impl Roster {
    /// Reads a roster. One that is not UTF-8 is refused with how to save it so.
    pub(super) fn read(lang: Lang, path: &Path) -> Result<Self, String> {
        let file = path.display().to_string();
        let text = files::text(path).map_err(|cause| match cause {
            Unread::NotUtf8(_) => say(lang, "roster-not-utf8", &[("file", &file)]),
            other @ Unread::System(_) => cannot_read(lang, path, &other),
        })?;
        Self::of(&text).map_err(|fault| match fault {
            Fault::Columns => say(lang, "roster-columns", &[("file", &file)]),
            Fault::Row(line) => say(lang, "roster-row", &[("file", &file), ("line", &line.to_string())]),
            Fault::Twice(id) => say(lang, "roster-twice", &[("file", &file), ("id", &id)]),
            Fault::TooLong => say(lang, "roster-too-long", &[("file", &file), ("most", &LEARNERS_MAX.to_string())]),
        })
    }

    fn of(text: &str) -> Result<Self, Fault> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
        let head = reader.headers().map_err(|_| Fault::Columns)?.clone();
        let column = |names: &[&str]| head.iter().position(|title| names.contains(&title.to_lowercase().as_str()));
        let (Some(id), Some(name)) = (column(&ID), column(&NAME)) else { return Err(Fault::Columns) };
        let mut learners: Vec<(String, String)> = Vec::new();
        let mut known = std::collections::BTreeSet::new();
        for record in reader.records() {
            let record = record.map_err(|error| Fault::Row(error.position().map_or(0, csv::Position::line)))?;
            let line = record.position().map_or(0, csv::Position::line);
            let id = record.get(id).filter(|id| !id.is_empty());
            let Some(id) = id else {
                // A row of blanks is the end of many a sheet.
                if record.iter().all(str::is_empty) {
                    continue;
                }
                return Err(Fault::Row(line));
            };
            if !known.insert(id.to_owned()) {
                return Err(Fault::Twice(id.to_owned()));
            }
            if learners.len() >= LEARNERS_MAX {
                return Err(Fault::TooLong);
            }
            learners.push((id.to_owned(), record.get(name).unwrap_or("").to_owned()));
        }
        Ok(Self(learners))
    }

    /// Learners in order: id and name.
    pub(super) fn learners(&self) -> &[(String, String)] {
        &self.0
    }

    /// A learner's name; the id where the roster does not know it.
    pub(super) fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.0.iter().find(|(known, _)| known == id).map_or(id, |(_, name)| name.as_str())
    }

    /// Whether the roster has this learner.
    pub(super) fn has(&self, id: &str) -> bool {
        self.0.iter().any(|(known, _)| known == id)
    }
}

/// Why a roster cannot be used.
#[derive(Debug, PartialEq, Eq)]
enum Fault {
    Columns,
    Row(u64),
    Twice(String),
    TooLong,
}

#[cfg(test)]
mod tests {
    use super::{Fault, Roster};

    #[test]
    fn a_roster_is_read_as_spreadsheets_write_it() {
        let roster =
            Roster::of("\u{feff}班级,学号,姓名\r\n一班,017,李海\r\n一班,018,\"王, 小\"\r\n,,\r\n").expect("a roster");
        assert_eq!(roster.learners().len(), 2);
        assert_eq!((roster.name("018"), roster.name("099")), ("王, 小", "099"));
        assert!(roster.has("017") && !roster.has("17"));
    }

    #[test]
    fn what_is_no_roster_is_told() {
        assert_eq!(Roster::of("a,b\n1,2\n").err(), Some(Fault::Columns));
        assert_eq!(Roster::of("ID,Name\n1,x\n1,y\n").err(), Some(Fault::Twice("1".to_owned())));
        assert_eq!(Roster::of("id,name\n,x\n").err(), Some(Fault::Row(2)));
    }
}
