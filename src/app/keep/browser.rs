//! The browser's storage as a shelf. Where it is refused, what is kept lasts as long as the page does, and the page says so.

use std::cell::RefCell;
use std::collections::BTreeMap;

use leptos::prelude::window;
use web_sys::Storage;

use super::shelf::{Shelf, ShelfFault};

thread_local! {
    /// What is kept while the browser refuses storage.
    static MEMORY: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// The browser's storage, or memory in its place.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct BrowserShelf;

impl BrowserShelf {
    /// Whether the browser keeps anything for this page.
    pub(crate) fn is_lasting() -> bool {
        let Some(storage) = storage() else { return false };
        let probe = "startup.probe";
        let kept = storage.set_item(probe, "1").is_ok();
        // Removing what was just written cannot matter if it fails.
        let _ = storage.remove_item(probe);
        kept
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

impl Shelf for BrowserShelf {
    fn get(&self, key: &str) -> Option<String> {
        let kept = storage().and_then(|storage| storage.get_item(key).ok().flatten());
        kept.or_else(|| MEMORY.with_borrow(|memory| memory.get(key).cloned()))
    }

    fn put(&self, key: &str, text: &str) -> Result<(), ShelfFault> {
        let kept = storage().map(|storage| storage.set_item(key, text).is_ok());
        if kept == Some(true) {
            MEMORY.with_borrow_mut(|memory| memory.remove(key));
            return Ok(());
        }
        MEMORY.with_borrow_mut(|memory| memory.insert(key.to_owned(), text.to_owned()));
        if kept.is_some() && BrowserShelf::is_lasting() { Err(ShelfFault::Full) } else { Err(ShelfFault::Refused) }
    }

    fn forget(&self, key: &str) {
        if let Some(storage) = storage() {
            // Nothing is lost if a key cannot be removed.
            let _ = storage.remove_item(key);
        }
        MEMORY.with_borrow_mut(|memory| memory.remove(key));
    }

    fn keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = MEMORY.with_borrow(|memory| memory.keys().cloned().collect());
        if let Some(storage) = storage() {
            let count = storage.length().unwrap_or(0);
            keys.extend((0..count).filter_map(|index| storage.key(index).ok().flatten()));
        }
        keys.sort();
        keys.dedup();
        keys
    }
}
