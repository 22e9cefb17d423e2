//! `metaverse play`: a scene in the terminal, with a keyboard, line by line; also readable aloud and fed from a pipe.

mod ask;
mod show;

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::check::cannot_read;
use super::{Verdict, files, paint, say};
use crate::assess::debrief;
use crate::policy::Policy;
use crate::scenario::load::load;
use crate::session::{Decision, Session, read, write};
use crate::text::{self, Lang};

/// 在终端里玩一个场景。随时输入 h 看按键。
#[derive(Args)]
pub(super) struct Play {
    /// 场景文件 · the scene file
    scene: PathBuf,
    /// 学员种子，决定这一局的姓名、金额与日期 · the learner's seed
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// 从存档继续 · go on from a save
    #[arg(long)]
    resume: Option<PathBuf>,
    /// 每次决定后自动写入的存档 · the save written after each decision
    #[arg(long)]
    save: Option<PathBuf>,
}

/// What a line typed at the prompt means.
enum Turn {
    Decide(Decision),
    Undo,
    Again,
    Quit,
}

impl Play {
    pub(super) fn run(&self, lang: Lang) -> Verdict {
        let Some(mut session) = self.begin(lang) else { return Verdict::Wrong };
        show::head(lang, &session);
        while !session.is_closed() {
            show::step(lang, &session.view());
            match ask::turn(lang, &session) {
                Turn::Quit => {
                    paint::line(&text::say(lang, "play-left", &[]));
                    return Verdict::Well;
                }
                Turn::Again => {}
                Turn::Undo => session = session.rewound(session.decisions().len().saturating_sub(1)),
                Turn::Decide(decision) => match session.decide(decision) {
                    Ok(()) => show::news(lang, &session),
                    Err(refused) => paint::line(&paint::tile(&show::refused(lang, &refused))),
                },
            }
            self.keep(lang, &session);
        }
        show::debrief(lang, &debrief(&session), session.policy());
        Verdict::Well
    }

    fn begin(&self, lang: Lang) -> Option<Session> {
        let policy = Policy::qingdao_2026();
        let text = match files::text(&self.scene) {
            Ok(text) => text,
            Err(cause) => {
                paint::line(&cannot_read(lang, &self.scene, &cause));
                return None;
            }
        };
        let scenario = match load(&text, &policy) {
            Ok(loaded) => Arc::new(loaded.scenario),
            Err(problems) => {
                for problem in &problems {
                    let place = format!("{}:{}:{}", self.scene.display(), problem.place.line, problem.place.column);
                    paint::line(&format!("{place}: {} {}", problem.code.id(), say::diagnostic(lang, problem)));
                }
                return None;
            }
        };
        let policy = Arc::new(policy);
        let Some(resume) = &self.resume else { return Some(Session::start(scenario, policy, self.seed)) };
        let text = match files::text(resume) {
            Ok(text) => text,
            Err(cause) => {
                paint::line(&cannot_read(lang, resume, &cause));
                return None;
            }
        };
        read(&text, &[scenario], &policy)
            .inspect_err(|fault| paint::line(&say::with(lang, fault.key(), &fault.args())))
            .or_else(|fault| fault.so_far().ok_or(()))
            .ok()
    }

    fn keep(&self, lang: Lang, session: &Session) {
        let Some(file) = &self.save else { return };
        if let Err(error) = std::fs::write(file, write(session)) {
            let file = file.display().to_string();
            paint::line(&text::say(lang, "file-unwritten", &[("file", &file), ("cause", &error.to_string())]));
        }
    }
}
