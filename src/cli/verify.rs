//! `metaverse verify`: replays saves and gives a verdict on each.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use serde::Serialize;

use super::check::cannot_read;
use super::{Format, Verdict, files, paint, say};
use crate::assess::score;
use crate::policy::Policy;
use crate::scenario::format::Scenario;
use crate::session::{Session, read};
use crate::text::{self, Lang};

/// 重演存档：同一份场景、政策、种子与决定，必得同一个结果。
#[derive(Args)]
pub(super) struct Verify {
    /// 存档文件或目录 · save files or folders
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// 场景所在目录 · the folder of scenes
    #[arg(long, default_value = "scenarios")]
    scenarios: PathBuf,
    /// 输出格式 · text for people, json for programs
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Serialize)]
struct Told {
    file: String,
    verdict: &'static str,
    scene: Option<String>,
    decisions: Option<usize>,
    closed: Option<bool>,
    score: Option<String>,
    hash: Option<String>,
    message: String,
}

impl Verify {
    pub(super) fn run(&self, lang: Lang) -> Verdict {
        let policy = Arc::new(Policy::qingdao_2026());
        let scenes = files::scenes(&self.scenarios, &policy);
        let files = files::with_ending(&self.paths, "ron");
        let told: Vec<Told> = files.iter().map(|file| verdict(lang, file, &scenes, &policy)).collect();
        match self.format {
            Format::Json => paint::line(&serde_json::to_string_pretty(&told).unwrap_or_default()),
            Format::Text => told.iter().for_each(|one| paint::line(&format!("{}: {}", one.file, one.message))),
        }
        let well = !told.is_empty() && told.iter().all(|one| matches!(one.verdict, "valid" | "unfinished"));
        if well { Verdict::Well } else { Verdict::Wrong }
    }
}

fn verdict(lang: Lang, file: &Path, scenes: &[Arc<Scenario>], policy: &Arc<Policy>) -> Told {
    let blank = |verdict, message| Told {
        file: file.display().to_string(),
        verdict,
        scene: None,
        decisions: None,
        closed: None,
        score: None,
        hash: None,
        message,
    };
    let text = match files::text(file) {
        Ok(text) => text,
        Err(cause) => return blank("unread", cannot_read(lang, file, &cause)),
    };
    match read(&text, scenes, policy) {
        Ok(session) => valid(lang, &session, blank("valid", String::new())),
        Err(fault) => blank("refused", say::with(lang, fault.key(), &fault.args())),
    }
}

fn valid(lang: Lang, session: &Session, blank: Told) -> Told {
    let score = score(session).text;
    let decisions = session.decisions().len();
    let key = if session.is_closed() { "verify-valid" } else { "verify-unfinished" };
    let args = [("scene", session.scenario().title.as_str()), ("score", &score), ("decisions", &decisions.to_string())];
    Told {
        verdict: if session.is_closed() { "valid" } else { "unfinished" },
        scene: Some(session.scenario().id.clone()),
        decisions: Some(decisions),
        closed: Some(session.is_closed()),
        message: text::say(lang, key, &args),
        score: Some(score),
        hash: Some(session.state_hash()),
        ..blank
    }
}
