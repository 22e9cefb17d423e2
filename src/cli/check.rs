//! `metaverse check`: every problem of every scene, with its line, cause and fix; and the scenes' own tests played.

use std::fs;
use std::path::{Path, PathBuf};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use clap::{Args, ValueEnum};
use serde::Serialize;

use super::baseline::Baseline;
use super::files::{self, Unread};
use super::{Verdict, codes, paint, sarif, say};
use crate::assess::review;
use crate::policy::Policy;
use crate::scenario::problem::{Confidence, Diagnostic, Severity};
use crate::scenario::source::byte_of;
use crate::text::{self, Lang};

/// 检查场景文件。目录会逐个检查其中的 .ron 文件，包括里面的文件夹。
#[derive(Args)]
pub(super) struct Check {
    /// 场景文件或目录 · scene files or folders
    #[arg(default_value = "scenarios")]
    paths: Vec<PathBuf>,
    /// 输出格式 · text for people, json for programs, sarif for editors and code hosts
    #[arg(long, value_enum, default_value_t)]
    format: Form,
    /// 只看文字与结构，不演练文件里的测试 · do not play the tests in the file
    #[arg(long)]
    no_play: bool,
    /// 只说比这份 json 报告新的 · tell only what an earlier json report does not know
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
}

/// How the findings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
    /// SARIF 2.1.0.
    Sarif,
}

/// A finding as programs read it.
#[derive(Serialize)]
pub(super) struct Told {
    pub(super) file: String,
    pub(super) code: &'static str,
    pub(super) severity: Severity,
    pub(super) confidence: Confidence,
    pub(super) line: u32,
    pub(super) column: u32,
    pub(super) end_line: u32,
    pub(super) end_column: u32,
    pub(super) message: String,
    pub(super) excerpt: String,
    /// Why the file allows it, where it does.
    pub(super) allowed: Option<String>,
}

/// What a run found.
#[derive(Default)]
struct Found {
    told: Vec<Told>,
    unread: Vec<String>,
    known: usize,
}

impl Check {
    pub(super) fn run(&self, lang: Lang) -> Verdict {
        let mut baseline = match self.baseline.as_deref().map(Baseline::read).transpose() {
            Ok(baseline) => baseline,
            Err(cause) => {
                let file = self.baseline.as_deref().unwrap_or(Path::new("")).display().to_string();
                paint::aside(&text::say(lang, "baseline-unread", &[("file", &file), ("cause", &cause)]));
                return Verdict::Misused;
            }
        };
        let policy = Policy::qingdao_2026();
        let paths = files::with_ending(&self.paths, "ron");
        if paths.is_empty() {
            let places: Vec<String> = self.paths.iter().map(|path| path.display().to_string()).collect();
            paint::aside(&text::say(lang, "check-nothing", &[("places", &places.join("、"))]));
            return Verdict::Wrong;
        }
        let mut found = Found::default();
        for path in &paths {
            match fs::read(path) {
                Ok(bytes) => self.look(lang, path, &bytes, &policy, baseline.as_mut(), &mut found),
                Err(error) => found.unread.push(cannot_read(lang, path, &Unread::System(error.to_string()))),
            }
        }
        let standing = |one: &&Told| one.allowed.is_none() && one.severity == Severity::Error;
        let errors = found.told.iter().filter(standing).count();
        self.summarise(lang, paths.len(), errors, &found);
        if !found.unread.is_empty() || errors > 0 { Verdict::Wrong } else { Verdict::Well }
    }

    fn look(
        &self,
        lang: Lang,
        path: &Path,
        bytes: &[u8],
        policy: &Policy,
        mut baseline: Option<&mut Baseline>,
        found: &mut Found,
    ) {
        let reviewed = review(bytes, policy, !self.no_play);
        let problems = reviewed.problems.iter().map(|problem| (problem, None));
        let allowed = reviewed.allowed.iter().map(|(problem, reason)| (problem, Some(reason.clone())));
        for (problem, reason) in problems.chain(allowed) {
            let one = tell(lang, path, problem, reason);
            if baseline.as_deref_mut().is_some_and(|known| !known.is_new(&one)) {
                found.known = found.known.saturating_add(1);
                continue;
            }
            if self.format == Form::Text && one.allowed.is_none() {
                show(lang, path, &String::from_utf8_lossy(bytes), problem);
            }
            found.told.push(one);
        }
    }

    fn summarise(&self, lang: Lang, files: usize, errors: usize, found: &Found) {
        if self.format != Form::Text {
            found.unread.iter().for_each(|cause| paint::aside(cause));
        }
        match self.format {
            Form::Json => paint::line(&serde_json::to_string_pretty(&found.told).unwrap_or_default()),
            Form::Sarif => {
                let entries = codes::table().unwrap_or_default();
                let log = sarif::log(&found.told, &found.unread, &entries, self.baseline.is_some(), lang);
                paint::line(&serde_json::to_string_pretty(&log).unwrap_or_default());
            }
            Form::Text => {
                found.unread.iter().for_each(|cause| paint::line(cause));
                let allowed = found.told.iter().filter(|one| one.allowed.is_some()).count();
                let warnings = found.told.len().saturating_sub(errors).saturating_sub(allowed);
                let (files, errors, warnings) = (files.to_string(), errors.to_string(), warnings.to_string());
                let args = [("files", files.as_str()), ("errors", errors.as_str()), ("warnings", warnings.as_str())];
                paint::line(&text::say(lang, "check-summary", &args));
                for (key, count) in [("check-allowed", allowed), ("check-known", found.known)] {
                    if count > 0 {
                        paint::line(&text::say(lang, key, &[("count", &count.to_string())]));
                    }
                }
            }
        }
    }
}

/// A file that cannot be read, in words.
pub(super) fn cannot_read(lang: Lang, file: &Path, cause: &Unread) -> String {
    let file = file.display().to_string();
    match cause {
        Unread::System(cause) => text::say(lang, "file-unread", &[("file", &file), ("cause", cause)]),
        Unread::NotUtf8(at) => text::say(lang, "file-not-utf8", &[("file", &file), ("byte", &at.to_string())]),
    }
}

fn tell(lang: Lang, file: &Path, problem: &Diagnostic, allowed: Option<String>) -> Told {
    Told {
        file: file.display().to_string(),
        code: problem.code.id(),
        severity: problem.severity(),
        confidence: problem.code.confidence(),
        line: problem.place.line,
        column: problem.place.column,
        end_line: problem.end.line,
        end_column: problem.end.column,
        message: say::diagnostic(lang, problem),
        excerpt: problem.excerpt.clone(),
        allowed,
    }
}

fn show(lang: Lang, file: &Path, text: &str, problem: &Diagnostic) {
    let message = say::diagnostic(lang, problem);
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let path = file.display().to_string();
    let start = byte_of(text, problem.place);
    let end = byte_of(text, problem.end).max(start);
    let snippet = Snippet::source(text).path(&path).annotation(AnnotationKind::Primary.span(start..end));
    let group = level.primary_title(message.as_str()).id(problem.code.id()).element(snippet);
    paint::line(&Renderer::styled().render(&[group]));
}
