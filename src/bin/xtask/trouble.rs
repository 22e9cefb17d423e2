//! What can go wrong in a chore, said so that a person knows what to do next.

use std::io;
use std::path::{Path, PathBuf};

/// The result of anything a chore does.
pub(crate) type Outcome<T> = Result<T, Trouble>;

/// A chore could not go on.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    /// Something is not installed and may not be installed from here.
    #[error("缺少 · missing: {what} — {why}. 请先执行 · get it with: {how}")]
    Missing {
        /// The tool, by its usual name.
        what: String,
        /// What it is needed for.
        why: &'static str,
        /// The command that installs it.
        how: String,
    },
    /// A command could not be started at all.
    #[error("无法启动 · cannot start `{command}`: {source}")]
    Start {
        /// The command as a person would type it.
        command: String,
        /// What the system said.
        source: io::Error,
    },
    /// A command ran and reported failure.
    #[error("命令失败 · command failed: `{0}` (its own words are above)")]
    Command(String),
    /// A file could not be read or written.
    #[error("文件 · file {path}: {source}", path = path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Anything else, as a full sentence.
    #[error("{0}")]
    Said(String),
}

impl Trouble {
    /// A sentence of its own.
    pub(crate) fn said(sentence: impl Into<String>) -> Self {
        Self::Said(sentence.into())
    }

    /// For `map_err` on file operations.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}
