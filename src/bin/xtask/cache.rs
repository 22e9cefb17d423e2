//! The shared cache: compiled dependencies and finished products, kept by the hash of what they were made from.
//!
//! Everything in it can be made again; nothing is trusted that does not carry the hash of its inputs.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::paths;
use crate::trouble::{Outcome, Trouble};

/// Files kept on a shelf: a few releases with their compressed neighbours.
const KEPT: usize = 256;

/// The cache's folder: `$STARTUP_METAVERSE_CACHE`, else `~/.cache/startup-metaverse`, else inside `target/`.
pub(crate) fn folder() -> PathBuf {
    if let Some(named) = std::env::var_os("STARTUP_METAVERSE_CACHE") {
        return PathBuf::from(named);
    }
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    match home {
        Some(home) => PathBuf::from(home).join(".cache/startup-metaverse"),
        None => paths::root().join("target/startup-metaverse"),
    }
}

/// Where cargo puts builds for the browser.
pub(crate) fn web_target() -> PathBuf {
    folder().join("web")
}

/// A hash of several parts, in hexadecimal; parts cannot run into one another.
pub(crate) fn digest<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().to_hex().to_string()
}

/// The first sixteen characters of a digest: plenty for a name.
pub(crate) fn short(digest: &str) -> &str {
    digest.get(..16).unwrap_or(digest)
}

/// Holds the cache for one checkout at a time, until dropped.
pub(crate) fn lock(name: &str) -> Outcome<File> {
    let folder = folder();
    paths::make(&folder)?;
    let path = folder.join(format!("{name}.lock"));
    let file = File::create(&path).map_err(Trouble::file(&path))?;
    if file.try_lock().is_err() {
        println!("      等待另一处构建完成 · waiting for another build that uses {}", folder.display());
        file.lock().map_err(Trouble::file(&path))?;
    }
    Ok(file)
}

/// The file made from inputs with this `digest`, making it with `make` when it is not there yet.
pub(crate) fn file(
    kind: &str,
    digest: &str,
    extension: &str,
    make: impl FnOnce(&Path) -> Outcome<()>,
) -> Outcome<PathBuf> {
    let shelf = folder().join(kind);
    let path = shelf.join(format!("{}.{extension}", short(digest)));
    if path.is_file() {
        return Ok(path);
    }
    paths::make(&shelf)?;
    let part = shelf.join(format!("{}.{}.part.{extension}", short(digest), std::process::id()));
    make(&part)?;
    std::fs::rename(&part, &path).map_err(Trouble::file(&path))?;
    prune(&shelf, KEPT)?;
    Ok(path)
}

/// Keeps the `keep` newest entries of a shelf.
pub(crate) fn prune(shelf: &Path, keep: usize) -> Outcome<()> {
    let mut entries: Vec<(SystemTime, PathBuf)> = Vec::new();
    for entry in std::fs::read_dir(shelf).map_err(Trouble::file(shelf))? {
        let entry = entry.map_err(Trouble::file(shelf))?;
        let modified = entry.metadata().and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
        entries.push((modified, entry.path()));
    }
    entries.sort();
    let surplus = entries.len().saturating_sub(keep);
    for (_, path) in entries.into_iter().take(surplus) {
        // Another checkout may have been quicker; what is gone is gone.
        let _ = if path.is_dir() { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
    }
    Ok(())
}
