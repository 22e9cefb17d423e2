//! The tables of law and the markets, read and checked here and packed for the browser's modules, which then carry no reader for
//! them; what the rules say lies beside the page.

use std::path::PathBuf;
use std::process::Command;

use serde::Serialize;
use startup_metaverse::firm::market::Market;
use startup_metaverse::policy::Policy;

use crate::paths;
use crate::trouble::{Outcome, Trouble};

/// Where the modules' build looks for the packed tables, and the file that each is.
const PACKED: [(&str, &str); 2] = [("METAVERSE_POLICY", "policy"), ("METAVERSE_MARKETS", "markets")];

fn file(name: &str) -> PathBuf {
    paths::root().join("target/law").join(name).with_extension("postcard")
}

/// Tells a compiler where the packed tables lie.
pub(crate) fn tell(command: &mut Command) {
    command.envs(PACKED.map(|(variable, name)| (variable, file(name))));
}

/// Packs the tables.
pub(crate) fn pack() -> Outcome<()> {
    let [(_, policy), (_, markets)] = PACKED;
    keep(policy, &Policy::qingdao_2026().without_words())?;
    keep(markets, &Market::built_in())
}

/// An unchanged file keeps its time, so that nothing is compiled anew for it.
fn keep(name: &str, tables: &impl Serialize) -> Outcome<()> {
    let packed = postcard::to_allocvec(tables);
    let packed = packed.map_err(|error| Trouble::said(format!("{name} cannot be packed: {error}")))?;
    let file = file(name);
    if std::fs::read(&file).is_ok_and(|kept| kept == packed) { Ok(()) } else { paths::write(&file, &packed) }
}
