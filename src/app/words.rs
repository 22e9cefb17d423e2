//! Words in views: closures that follow the language. Keys are literals, so that the tests can find each in the source.

use leptos::prelude::*;

use super::page::Page;
use crate::scenario::activity::Note;
use crate::text::{Lang, say};

/// The interface's language, as a signal that views may keep.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    lang: Memo<Lang>,
}

impl Words {
    /// The words that follow this language.
    pub(crate) fn new(lang: Memo<Lang>) -> Self {
        Self { lang }
    }

    /// The language now; views that ask follow it.
    pub(crate) fn lang(self) -> Lang {
        self.lang.get()
    }

    /// The message `key`, following the language.
    pub(crate) fn t(self, key: &'static str) -> impl Fn() -> String + Copy + Send + Sync + 'static {
        move || say(self.lang.get(), key, &[])
    }

    /// The message `key` with values, as it is now; for use inside closures that follow something anyway.
    pub(crate) fn say(self, key: &str, args: &[(&str, &str)]) -> String {
        say(self.lang.get(), key, args)
    }

    /// What an author or the core says.
    pub(crate) fn note(self, note: &Note) -> String {
        match note {
            Note::Scene(text) => text.clone(),
            Note::Core { key, args } => self.keyed(key, args),
        }
    }

    /// A message of the core by key, with the values it names.
    pub(crate) fn keyed(self, key: &str, args: &[(String, String)]) -> String {
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.say(key, &args)
    }

    /// A venue's name.
    pub(crate) fn venue(self, id: &str) -> String {
        self.say(&format!("venue-{id}"), &[])
    }
}

/// The words of the page a component stands in. To be asked while the component is built, not later.
pub(crate) fn words() -> Words {
    Page::here().words
}
