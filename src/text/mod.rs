//! The interface's words: Fluent files in both languages, switched without a reload. The browser's page has Chinese compiled in and
//! is supplied with the rest when it is wanted.
//!
//! `app.ftl` holds the page's own words, `core.ftl` what the core reports by key: notes, misfits, faults of saves,
//! facts and documents of the company, venues; `diagnostics.ftl` what is wrong with a scene. `tools.ftl` is the command line's
//! own and compiled in with it only.

mod lang;
mod speech;

pub use lang::Lang;
pub use speech::{has, keys, say, supply};
