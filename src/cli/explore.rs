//! `metaverse explore`: bots and a search play a scene; the report as text, JSON or a page; shards and their merging.

mod page;
mod told;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, Subcommand, ValueEnum};

use super::check::cannot_read;
use super::{Verdict, files, paint, say};
use crate::assess::score;
use crate::explore::{Part, Plan, Report, Shard, replay};
use crate::policy::Policy;
use crate::scenario::activity::Answer;
use crate::scenario::format::Scenario;
use crate::scenario::load::load;
use crate::session::{Happened, Session};
use crate::text::{self, Lang};

/// 让六种机器人先玩一遍：覆盖、得分、用时、没人该选的选项、走不下去的路。
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Explore {
    #[command(subcommand)]
    merge: Option<Merging>,
    /// 场景文件 · the scene file
    #[arg(required = true)]
    scene: Option<PathBuf>,
    /// 每种机器人玩多少位学员 · learners that each bot plays
    #[arg(long, default_value_t = Plan::default().runs)]
    runs: u64,
    /// 搜索多少位学员 · learners that the search plays
    #[arg(long, default_value_t = Plan::default().learners)]
    learners: u64,
    /// 搜索时最多偏离老手几步，0 是不搜 · answers in which the search departs from the expert; 0 for none
    #[arg(long, default_value_t = Plan::default().departures, value_parser = clap::value_parser!(u8).range(0..=3))]
    departures: u8,
    /// 只做第几份，例如 3/16；输出给 merge 用 · one part of the work, such as 3/16, to be merged
    #[arg(long, value_parser = shard)]
    shard: Option<Shard>,
    /// 重演一条路：老手的走法，除了这些回答 · the expert's way but for these answers
    #[arg(long, value_name = "ANSWERS")]
    replay: Option<String>,
    /// 重演哪位学员 · the learner to replay
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    output: Output,
}

#[derive(Subcommand)]
enum Merging {
    /// 把各份合成一份报告，与一次做完逐字节相同 · put parts together, the same to the byte as one run
    Merge(Merge),
}

#[derive(Args)]
struct Merge {
    /// 场景文件 · the scene file
    scene: PathBuf,
    /// 各份 · the parts
    #[arg(required = true)]
    parts: Vec<PathBuf>,
    #[command(flatten)]
    output: Output,
}

#[derive(Args)]
struct Output {
    /// 报告的样子 · text for a terminal, json for programs, html as one page
    #[arg(long, value_enum, default_value_t)]
    format: Form,
    /// 写到文件 · the file to write to
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For a terminal.
    #[default]
    Text,
    /// For programs.
    Json,
    /// One page that needs nothing else.
    Html,
}

fn shard(written: &str) -> Result<Shard, String> {
    let parts = written.split_once('/').and_then(|(index, of)| Some((index.parse().ok()?, of.parse().ok()?)));
    match parts {
        Some((index, of)) if (1..=of).contains(&index) => Ok(Shard { index, of }),
        _ => Err(format!("`{written}`: 1/16 … 16/16")),
    }
}

impl Explore {
    pub(super) fn run(&self, lang: Lang) -> Verdict {
        if let Some(Merging::Merge(merge)) = &self.merge {
            return merge.run(lang);
        }
        let path = self.scene.as_deref().unwrap_or(Path::new(""));
        let Some((scenario, policy)) = scene(lang, path) else { return Verdict::Wrong };
        if let Some(script) = &self.replay {
            return retell(lang, Session::start(scenario, policy, self.seed), script);
        }
        let plan = Plan { runs: self.runs, learners: self.learners, departures: self.departures };
        let part = Part::run(&scenario, &policy, &plan, self.shard.unwrap_or(Shard::WHOLE));
        if self.shard.is_some() {
            let text = serde_json::to_string(&part).unwrap_or_default();
            return self.output.put(lang, &text, Verdict::Well);
        }
        self.output.report(lang, path, &part, &scenario)
    }
}

impl Merge {
    fn run(&self, lang: Lang) -> Verdict {
        let Some((scenario, policy)) = scene(lang, &self.scene) else { return Verdict::Wrong };
        let mut parts = Vec::new();
        for path in &self.parts {
            let read = files::text(path).map_err(|cause| cannot_read(lang, path, &cause));
            let part =
                read.and_then(|text| serde_json::from_str::<Part>(&text).map_err(|error| no_part(lang, path, &error)));
            match part {
                Ok(part) if part.is_of(&scenario, &policy) => parts.push(part),
                Ok(_) => {
                    paint::aside(&text::say(lang, "merge-other-scene", &[("file", &path.display().to_string())]));
                    return Verdict::Wrong;
                }
                Err(said) => {
                    paint::aside(&said);
                    return Verdict::Wrong;
                }
            }
        }
        match Part::merge(parts) {
            Ok(whole) => self.output.report(lang, &self.scene, &whole, &scenario),
            Err(error) => {
                paint::aside(&text::say(lang, error.key(), &[("part", &error.part().to_string())]));
                Verdict::Wrong
            }
        }
    }
}

fn no_part(lang: Lang, path: &Path, error: &serde_json::Error) -> String {
    text::say(lang, "merge-no-part", &[("file", &path.display().to_string()), ("cause", &error.to_string())])
}

impl Output {
    fn report(&self, lang: Lang, path: &Path, part: &Part, scenario: &Scenario) -> Verdict {
        let mut report = Report::of(part, scenario);
        let file = path.display().to_string();
        report.failures.iter_mut().for_each(|failure| failure.command = failure.command.replacen("{file}", &file, 1));
        let text = match self.format {
            Form::Text => told::text(lang, &report),
            Form::Json => serde_json::to_string_pretty(&report).unwrap_or_default(),
            Form::Html => page::html(lang, &report),
        };
        let verdict = if report.failures.is_empty() { Verdict::Well } else { Verdict::Wrong };
        self.put(lang, &text, verdict)
    }

    fn put(&self, lang: Lang, text: &str, verdict: Verdict) -> Verdict {
        let Some(out) = &self.out else {
            paint::line(text);
            return verdict;
        };
        match fs::write(out, format!("{text}\n")) {
            Ok(()) => verdict,
            Err(error) => {
                let file = out.display().to_string();
                paint::aside(&text::say(lang, "file-not-written", &[("file", &file), ("cause", &error.to_string())]));
                Verdict::Wrong
            }
        }
    }
}

fn scene(lang: Lang, path: &Path) -> Option<(Arc<Scenario>, Arc<Policy>)> {
    let policy = Policy::qingdao_2026();
    let text = files::text(path).inspect_err(|cause| paint::aside(&cannot_read(lang, path, cause))).ok()?;
    match load(&text, &policy) {
        Ok(loaded) => Some((Arc::new(loaded.scenario), Arc::new(policy))),
        Err(problems) => {
            for problem in &problems {
                let place = format!("{}:{}:{}", path.display(), problem.place.line, problem.place.column);
                paint::aside(&format!("{place}: {} {}", problem.code.id(), say::diagnostic(lang, problem)));
            }
            None
        }
    }
}

/// A way replayed: each step with what was answered, and how it ended.
fn retell(lang: Lang, session: Session, script: &str) -> Verdict {
    let answers: Vec<(String, Answer)> = match ron::from_str(script) {
        Ok(answers) => answers,
        Err(error) => {
            paint::aside(&text::say(lang, "replay-unread", &[("cause", &error.to_string())]));
            return Verdict::Misused;
        }
    };
    let (session, failure) = replay(session, &answers);
    for record in &session.state().chronicle {
        if let Happened::Answered { step, words, .. } = &record.what {
            paint::line(&format!("{}  {step}: {words}", record.date));
        }
    }
    if let Some(failure) = failure {
        let args = [("step", failure.step.as_str()), ("cause", failure.cause.as_str())];
        paint::line(&text::say(lang, failure.kind.key(), &args));
        return Verdict::Wrong;
    }
    let ending = session.state().ending.as_deref().unwrap_or_default();
    paint::line(&text::say(lang, "replay-ended", &[("ending", ending), ("score", &score(&session).text)]));
    Verdict::Well
}
