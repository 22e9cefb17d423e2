//! `metaverse fmt`: scenes in the canonical layout, comments kept. A file is written only where it means the same after.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::check::cannot_read;
use super::{Verdict, files, paint};
use crate::scenario::layout::laid_out;
use crate::text::{Lang, say};

/// 把场景文件整理成统一的样子：缩进、空格、逗号；注释和断行不动。
#[derive(Args)]
pub(super) struct Fmt {
    /// 场景文件或目录 · scene files or folders
    #[arg(default_value = "scenarios")]
    paths: Vec<PathBuf>,
    /// 只看有没有整理好，不写文件 · only tell whether files are laid out
    #[arg(long)]
    check: bool,
}

impl Fmt {
    pub(super) fn run(&self, lang: Lang) -> Verdict {
        let paths = files::with_ending(&self.paths, "ron");
        let mut changed: usize = 0;
        let mut well = !paths.is_empty();
        for path in &paths {
            match self.one(lang, path) {
                Ok(true) => changed = changed.saturating_add(1),
                Ok(false) => {}
                Err(said) => {
                    paint::aside(&said);
                    well = false;
                }
            }
        }
        let args = [("files", paths.len().to_string()), ("changed", changed.to_string())];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        paint::line(&say(lang, "fmt-done", &args));
        if well && !(self.check && changed > 0) { Verdict::Well } else { Verdict::Wrong }
    }

    /// Whether a file was not laid out; why it could not be.
    fn one(&self, lang: Lang, path: &Path) -> Result<bool, String> {
        let file = path.display().to_string();
        let text = files::text(path).map_err(|cause| cannot_read(lang, path, &cause))?;
        let laid = laid_out(&text).ok_or_else(|| say(lang, "fmt-broken", &[("file", &file)]))?;
        if laid == text {
            return Ok(false);
        }
        if self.check {
            paint::line(&say(lang, "fmt-would", &[("file", &file)]));
            return Ok(true);
        }
        let failed =
            |error: std::io::Error| say(lang, "file-not-written", &[("file", &file), ("cause", &error.to_string())]);
        fs::write(path, laid).map_err(failed)?;
        paint::line(&say(lang, "fmt-changed", &[("file", &file)]));
        Ok(true)
    }
}
