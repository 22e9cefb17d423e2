//! A trainer's key: a file that only its owner may read, and the public key that others know it by.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use super::files;
use crate::assess::ticket::Trainer;
use crate::text::{Lang, say};

/// The first line of a key's file.
const HEAD: &str = "startup-metaverse trainer key 1";

/// The trainer of a key's file; nothing where there is no such file, words where it cannot be used.
pub(super) fn trainer(lang: Lang, path: &Path) -> Result<Option<Trainer>, String> {
    if !path.exists() {
        return Ok(None);
    }
    let file = path.display().to_string();
    let bad = |key: &str| say(lang, key, &[("file", &file)]);
    if is_open_to_others(path) {
        return Err(bad("key-open-to-others"));
    }
    let text = files::text(path).map_err(|_| bad("key-unreadable"))?;
    let secret = text.strip_prefix(HEAD).and_then(|rest| bytes(rest.trim()));
    secret.map(|secret| Some(Trainer::new(&secret))).ok_or_else(|| bad("key-unreadable"))
}

/// A new key in a new file that only its owner may read.
pub(super) fn made(lang: Lang, path: &Path) -> Result<Trainer, String> {
    let secret: [u8; 32] = drawn().ok_or_else(|| say(lang, "key-no-chance", &[]))?;
    let text = format!("{HEAD}\n{}\n", hex(&secret));
    write_private(path, &text).map_err(|error| {
        say(lang, "file-not-written", &[("file", &*path.display().to_string()), ("cause", &*error.to_string())])
    })?;
    Ok(Trainer::new(&secret))
}

/// The public key that a word names: in hex, or by the file of its secret.
pub(super) fn public(lang: Lang, named: &str) -> Result<[u8; 32], String> {
    if let Some(key) = bytes(named) {
        return Ok(key);
    }
    let found = trainer(lang, Path::new(named))?;
    found.map(|trainer| trainer.public()).ok_or_else(|| say(lang, "key-unreadable", &[("file", named)]))
}

/// Bytes from the system's chance; nothing where it gives none.
pub(super) fn drawn<const BYTES: usize>() -> Option<[u8; BYTES]> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).ok().map(|()| bytes)
}

/// Thirty-two bytes in hex.
pub(super) fn hex(key: &[u8; 32]) -> String {
    blake3::Hash::from_bytes(*key).to_hex().as_str().to_owned()
}

fn bytes(hex: &str) -> Option<[u8; 32]> {
    blake3::Hash::from_hex(hex).ok().map(|bytes| *bytes.as_bytes())
}

#[cfg(unix)]
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())
}

#[cfg(not(unix))]
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    fs::OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}

/// Whether others than its owner may read a key's file.
#[cfg(unix)]
fn is_open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open_to_others(_: &Path) -> bool {
    false
}
