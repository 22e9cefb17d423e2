//! `metaverse new <id>`: writes a small scene that passes `check`, to be changed into one's own.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Verdict, codes, paint};
use crate::scenario::check::sound_id;
use crate::text::{Lang, say};

/// 写一份能通过检查的小场景，照着改成自己的。
#[derive(Args)]
pub(super) struct New {
    /// 名字，也是文件名，例如 first-lease · the id, which is the file's name too
    id: String,
    /// 放在哪个文件夹 · the folder it goes to
    #[arg(long, default_value = "scenarios")]
    folder: PathBuf,
}

impl New {
    pub(super) fn run(&self, lang: Lang) -> Verdict {
        if !sound_id(&self.id) {
            paint::line(&say(lang, "new-bad-id", &[("name", &self.id)]));
            return Verdict::Misused;
        }
        let path = self.folder.join(format!("{}.ron", self.id));
        let file = path.display().to_string();
        match written(&self.folder, &path, &codes::sample(&self.id)) {
            Ok(()) => {
                paint::line(&say(lang, "new-written", &[("file", &file)]));
                Verdict::Well
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                paint::line(&say(lang, "new-exists", &[("file", &file)]));
                Verdict::Wrong
            }
            Err(error) => {
                paint::line(&say(lang, "new-unwritten", &[("file", &file), ("cause", &error.to_string())]));
                Verdict::Wrong
            }
        }
    }
}

/// Writes a file that is not there yet; what stands there is never touched.
fn written(folder: &Path, path: &Path, text: &str) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}
