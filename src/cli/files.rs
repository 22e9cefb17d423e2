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

/// Folders inside folders deeper than this are not looked into; a link that leads round in a circle ends there.
const FOLDERS_MAX: usize = 16;

/// Files with an ending among the paths: a file as it is, a folder's files in order of their names, folders inside it too.
/// What is hidden, its name beginning with a dot, is passed over.
pub(super) fn with_ending(paths: &[PathBuf], ending: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            inside(path, ending, FOLDERS_MAX, &mut files);
        } else {
            files.push(path.clone());
        }
    }
    files
}

fn inside(folder: &Path, ending: &str, deeper: usize, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    let hidden = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    for path in entries.into_iter().filter(|path| !hidden(path)) {
        if !path.is_dir() {
            files.extend(path.extension().is_some_and(|found| found == ending).then_some(path));
        } else if let Some(deeper) = deeper.checked_sub(1) {
            inside(&path, ending, deeper, files);
        }
    }
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
