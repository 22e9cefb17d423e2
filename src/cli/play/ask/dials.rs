//! Numbers set between two bounds.

use std::collections::BTreeMap;

use super::line;
use crate::cli::paint;
use crate::scenario::activity::DialSheet;
use crate::text::{Lang, say as word};

/// Asks every value; an empty line leaves it where it stands.
pub(super) fn values(lang: Lang, dials: &[DialSheet]) -> Option<BTreeMap<String, String>> {
    let mut values = BTreeMap::new();
    for dial in dials {
        let args = [("label", dial.label.as_str()), ("from", &dial.from), ("to", &dial.to), ("now", &dial.now)];
        paint::prompt(&word(lang, "play-ask-dial", &args));
        let typed = line()?;
        values.insert(dial.id.clone(), if typed.is_empty() { dial.now.clone() } else { typed });
    }
    Some(values)
}
