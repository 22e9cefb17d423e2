//! `metaverse play`: a scene in the terminal, with a keyboard, line by line; also readable aloud and fed from a pipe.

mod ask;
mod show;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::check::cannot_read;
use super::{Verdict, files, paint, say};
use crate::assess::debrief;
use crate::policy::Policy;
use crate::scenario::format::Scenario;
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
    /// 接着这个存档里走完的场景，用它的公司 · go on with the company of this save's finished scene
    #[arg(long, conflicts_with = "resume")]
    after: Option<PathBuf>,
    /// 存档里前面各场景的文件 · the files of the scenes before, which a save names
    #[arg(long = "with")]
    with: Vec<PathBuf>,
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
                Turn::Undo => match session.undone() {
                    Ok(earlier) => session = earlier,
                    Err(refused) => paint::line(&paint::tile(&show::refused(lang, &refused))),
                },
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
        let policy = Arc::new(Policy::qingdao_2026());
        let scenario = scene(lang, &self.scene, &policy)?;
        let mut scenes: Vec<Arc<Scenario>> = vec![Arc::clone(&scenario)];
        for path in &self.with {
            scenes.push(scene(lang, path, &policy)?);
        }
        match (&self.resume, &self.after) {
            (Some(save), _) => saved(lang, save, &scenes, &policy),
            (None, Some(save)) => {
                let before = saved(lang, save, &scenes, &policy)?;
                let sequel = before.sequel(scenario, self.seed);
                sequel.inspect_err(|why| paint::line(&say::with(lang, why.key(), &why.args()))).ok()
            }
            (None, None) => Some(Session::start(scenario, policy, self.seed)),
        }
    }

    fn keep(&self, lang: Lang, session: &Session) {
        let Some(file) = &self.save else { return };
        if let Err(error) = std::fs::write(file, write(session)) {
            let file = file.display().to_string();
            paint::line(&text::say(lang, "file-unwritten", &[("file", &file), ("cause", &error.to_string())]));
        }
    }
}

/// A scene's file, or what is wrong with it, told.
fn scene(lang: Lang, path: &Path, policy: &Policy) -> Option<Arc<Scenario>> {
    let text = told(lang, path)?;
    match load(&text, policy) {
        Ok(loaded) => Some(Arc::new(loaded.scenario)),
        Err(problems) => {
            for problem in &problems {
                let place = format!("{}:{}:{}", path.display(), problem.place.line, problem.place.column);
                paint::line(&format!("{place}: {} {}", problem.code.id(), say::diagnostic(lang, problem)));
            }
            None
        }
    }
}

/// The play-through of a save as far as it holds, or why there is none, told.
fn saved(lang: Lang, path: &Path, scenes: &[Arc<Scenario>], policy: &Arc<Policy>) -> Option<Session> {
    read(&told(lang, path)?, scenes, policy)
        .inspect_err(|fault| paint::line(&say::with(lang, fault.key(), &fault.args())))
        .or_else(|fault| fault.so_far().ok_or(()))
        .ok()
}

fn told(lang: Lang, path: &Path) -> Option<String> {
    files::text(path).inspect_err(|cause| paint::line(&cannot_read(lang, path, cause))).ok()
}
