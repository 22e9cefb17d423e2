//! Where things are: the checkout and the folders chores write to.

use std::path::{Path, PathBuf};

use crate::trouble::{Outcome, Trouble};

/// The root of the checkout, as it was when xtask was compiled there.
pub(crate) fn root() -> PathBuf {
    // Cargo sets the variable when it runs xtask; the compiled-in value serves `target/debug/xtask` called by hand.
    let at_run = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    at_run.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")))
}

/// The assembled site that `play` and `test` serve.
pub(crate) fn site() -> PathBuf {
    root().join("target/site")
}

/// The release folder.
pub(crate) fn dist() -> PathBuf {
    root().join("target/dist")
}

/// The browser tests.
pub(crate) fn e2e() -> PathBuf {
    root().join("web/e2e")
}

/// Reads a text file, naming it in the error.
pub(crate) fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(Trouble::file(path))
}

/// Reads bytes, naming the file in the error.
pub(crate) fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(Trouble::file(path))
}

/// Writes a file whole and at once: readers see the old one or the new one, never half of it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Outcome<()> {
    if let Some(folder) = path.parent() {
        make(folder)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".part{}", std::process::id()));
    let part = path.with_file_name(name);
    std::fs::write(&part, bytes).map_err(Trouble::file(&part))?;
    std::fs::rename(&part, path).map_err(Trouble::file(path))
}

/// Makes a folder and those above it.
pub(crate) fn make(folder: &Path) -> Outcome<()> {
    std::fs::create_dir_all(folder).map_err(Trouble::file(folder))
}

/// Every file below `folder`, sorted, with paths relative to it; none if the folder does not exist.
pub(crate) fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(current) = open.pop() {
        if !current.is_dir() {
            continue;
        }
        for entry in std::fs::read_dir(&current).map_err(Trouble::file(&current))? {
            let path = entry.map_err(Trouble::file(&current))?.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(relative) = path.strip_prefix(folder) {
                found.push(relative.to_owned());
            }
        }
    }
    found.sort();
    Ok(found)
}
