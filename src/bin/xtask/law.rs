//! The tables of law, read and checked here and packed for the browser's modules, which then carry no reader for them; what the
//! rules say lies beside the page.

use std::path::PathBuf;

use startup_metaverse::policy::Policy;

use crate::paths;
use crate::trouble::{Outcome, Trouble};

/// Where the modules' build looks for the packed tables.
pub(crate) const VARIABLE: &str = "METAVERSE_POLICY";

/// The packed tables' file.
pub(crate) fn file() -> PathBuf {
    paths::root().join("target/law/policy.postcard")
}

/// Packs the tables. An unchanged file keeps its time, so that nothing is compiled anew for it.
pub(crate) fn pack() -> Outcome<()> {
    let packed = postcard::to_allocvec(&Policy::qingdao_2026().without_words());
    let packed = packed.map_err(|error| Trouble::said(format!("the tables of law cannot be packed: {error}")))?;
    let file = file();
    if std::fs::read(&file).is_ok_and(|kept| kept == packed) { Ok(()) } else { paths::write(&file, &packed) }
}
