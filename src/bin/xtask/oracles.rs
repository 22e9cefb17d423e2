//! Tests that hold our books against hledger, ledger and beancount, our discounting against numpy-financial, and a sweep that
//! GNU parallel shares out against one made whole: what they need is installed, the programs by apt, the Python packages into an environment of their own in the cache.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tally::{self, Tally};
use crate::trouble::{Outcome, Trouble};
use crate::{cache, needs, paths, run};

const WHY: &str = "与其他记账软件对账 · books held against other bookkeeping programs";

/// The Python packages, pinned: another version may round or complain otherwise.
const PACKAGES: &str = "beancount==3.2.3\nnumpy-financial==1.0.0\n";

/// How many companies' books are compared.
const COMPANIES: &str = "200";

/// Runs the comparisons.
pub(crate) fn compare() -> Outcome<Tally> {
    let programs = ["hledger", "ledger"];
    if !programs.into_iter().all(run::exists) {
        needs::apt(&programs, WHY)?;
    }
    if !gnu_parallel() {
        needs::apt(&["parallel"], "分份探索 · sweeps shared out by GNU parallel")?;
    }
    let bin = python()?;
    let mut command = run::cargo();
    command.args(["test", "--features", "oracles,cli"]);
    command.args(["--test", "oracle_books", "--test", "oracle_finance", "--test", "oracle_parallel"]);
    command.env("PATH", before_path(&bin)?).env("METAVERSE_ORACLE_PYTHON", bin.join("python"));
    command.env("METAVERSE_ORACLE_BOOKS", COMPANIES).env_remove("METAVERSE_NO_ORACLES");
    let heard = run::listening(&mut command)?;
    let tally = tally::libtest(&heard.text);
    Ok(if !heard.success && tally.failed == 0 { Tally { failed: 1, ..tally } } else { tally })
}

/// Whether `parallel` is GNU's: moreutils has another program of this name.
fn gnu_parallel() -> bool {
    run::quietly(Command::new("parallel").arg("--version")).is_some_and(|told| told.contains("GNU parallel"))
}

/// The folder of the environment's programs, made where it is missing or of other versions.
fn python() -> Outcome<PathBuf> {
    let _held = cache::lock("oracles")?;
    let folder = cache::folder().join("oracles");
    let (bin, stamp) = (folder.join("bin"), folder.join(".installed"));
    let wanted = cache::digest([PACKAGES.as_bytes()]);
    if std::fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) && works(&bin) {
        return Ok(bin);
    }
    println!("      Python 环境 · a Python environment in {} — {WHY}", folder.display());
    let make = || run::quietly(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder));
    if make().is_none() {
        needs::apt(&["python3-venv"], WHY)?;
        make().ok_or_else(|| Trouble::said("python3 -m venv 失败 · python3 -m venv failed"))?;
    }
    let mut pip = Command::new(bin.join("python"));
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(PACKAGES.lines());
    run::visibly(&mut pip)?;
    paths::write(&stamp, wanted.as_bytes())?;
    Ok(bin)
}

/// Whether the environment's Python still runs and has the packages; a system's upgrade can leave it without.
fn works(bin: &Path) -> bool {
    run::quietly(Command::new(bin.join("python")).args(["-c", "import beancount, numpy_financial"])).is_some()
}

/// The search path with a folder before all others.
fn before_path(bin: &Path) -> Outcome<std::ffi::OsString> {
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(bin.to_path_buf()).chain(std::env::split_paths(&rest));
    std::env::join_paths(folders).map_err(|error| Trouble::said(error.to_string()))
}
