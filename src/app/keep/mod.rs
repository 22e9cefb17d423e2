//! Keeping play-throughs: a shelf of texts by key (the browser's storage, or memory where that is refused),
//! records on it, and the rule that a newer record is never overwritten by an older one.

mod browser;
mod draft;
mod record;
mod shelf;

pub(crate) use browser::BrowserShelf;
pub(crate) use draft::{Fields, draft_of, keep_draft, place};
pub(crate) use record::{Record, Written, best_of, id_of_key, list, load, new_id, remove, write};
pub(crate) use shelf::Shelf;
