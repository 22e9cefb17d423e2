//! The startup metaverse: a company simulated exactly, a scenario language over it, and what the fronts share.
//!
//! Floors, from the ground up; imports run downward only:
//! `money` · `calendar` · `chance` → `policy` → `firm` → `scenario` → `session` → `assess` → `explore`;
//! `link` is what crosses between page and world, `town` the town's geometry, `papers` books to take home, `text` the interface's words;
//! `cli`, `app` and `world` are the fronts and never see one another.

#[cfg(feature = "app")]
pub mod app;
pub mod assess;
pub mod calendar;
pub mod chance;
#[cfg(feature = "cli")]
pub mod cli;
pub mod explore;
pub mod firm;
#[cfg(feature = "link")]
pub mod link;
pub mod money;
#[cfg(feature = "papers")]
pub mod papers;
pub mod policy;
pub mod scenario;
pub mod session;
#[cfg(feature = "text")]
pub mod text;
#[cfg(feature = "town")]
pub mod town;
#[cfg(feature = "world")]
pub mod world;
