//! A shelf: texts by key. Tests use memory; the page the browser's storage.

/// Why a text could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ShelfFault {
    /// The browser allows no storage here.
    Refused,
    /// There is no room left.
    Full,
}

/// Texts by key.
pub(crate) trait Shelf {
    /// The text under a key.
    fn get(&self, key: &str) -> Option<String>;
    /// Keeps a text under a key.
    fn put(&self, key: &str, text: &str) -> Result<(), ShelfFault>;
    /// Forgets a key.
    fn forget(&self, key: &str);
    /// Every key.
    fn keys(&self) -> Vec<String>;
}

#[cfg(test)]
pub(crate) mod tests {
    use std::cell::{Cell, RefCell};
    use std::collections::BTreeMap;

    use super::{Shelf, ShelfFault};

    /// A shelf in memory that can be told to be full.
    #[derive(Default)]
    pub(crate) struct Memory {
        texts: RefCell<BTreeMap<String, String>>,
        /// Whether nothing more fits.
        pub(crate) full: Cell<bool>,
    }

    impl Shelf for Memory {
        fn get(&self, key: &str) -> Option<String> {
            self.texts.borrow().get(key).cloned()
        }

        fn put(&self, key: &str, text: &str) -> Result<(), ShelfFault> {
            if self.full.get() {
                return Err(ShelfFault::Full);
            }
            self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
            Ok(())
        }

        fn forget(&self, key: &str) {
            self.texts.borrow_mut().remove(key);
        }

        fn keys(&self) -> Vec<String> {
            self.texts.borrow().keys().cloned().collect()
        }
    }
}
