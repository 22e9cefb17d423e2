//! The interface's words: Fluent files in both languages, compiled in, switched without a reload.
//!
//! `app.ftl` holds the page's own words, `core.ftl` what the core reports by key: notes, misfits, faults of saves,
//! facts and documents of the company, venues. The command line reads `core.ftl` too.

mod lang;
mod speech;

pub use lang::Lang;
pub use speech::{has, keys, say};
