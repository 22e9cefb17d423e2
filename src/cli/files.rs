//! Finding and reading files for the commands.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::policy::Policy;
use crate::scenario::format::Scenario;
use crate::scenario::load::load;

/// Why a file's text cannot be had.
pub(super) enum Unread {
    /// The system refuses: what it says.
    System(String),
    /// It is not UTF-8: the byte at which it stops being so.
    NotUtf8(usize),
}

/// Files with an ending among the paths: a file as it is, a folder's files in order of their names.
pub(super) fn with_ending(paths: &[PathBuf], ending: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries = fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
            let mut inside: Vec<PathBuf> =
                entries.filter(|file| file.extension().is_some_and(|found| found == ending)).collect();
            inside.sort();
            files.extend(inside);
        } else {
            files.push(path.clone());
        }
    }
    files
}

/// A file's text.
pub(super) fn text(path: &Path) -> Result<String, Unread> {
    let bytes = fs::read(path).map_err(|error| Unread::System(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| Unread::NotUtf8(error.utf8_error().valid_up_to()))
}

/// The scenes of a folder that can be played.
pub(super) fn scenes(folder: &Path, policy: &Policy) -> Vec<Arc<Scenario>> {
    let files = with_ending(&[folder.to_path_buf()], "ron");
    let loaded = files.iter().filter_map(|file| load(&text(file).ok()?, policy).ok());
    loaded.map(|loaded| Arc::new(loaded.scenario)).collect()
}
