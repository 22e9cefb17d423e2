//! `metaverse check`: every problem of every scene, with its line, cause and fix; and the scenes' own tests played.

use std::path::{Path, PathBuf};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use clap::Args;
use serde::Serialize;

use super::files::{self, Unread};
use super::{Format, Verdict, paint, say};
use crate::assess::audit;
use crate::policy::Policy;
use crate::scenario::load::load;
use crate::scenario::problem::{Diagnostic, Severity};
use crate::text::{self, Lang};

/// 检查场景文件。目录会逐个检查其中的 .ron 文件。
#[derive(Args)]
pub(super) struct Check {
    /// 场景文件或目录 · scene files or folders
    #[arg(default_value = "scenarios")]
    paths: Vec<PathBuf>,
    /// 输出格式 · text for people, json for programs
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// 只看文字与结构，不演练文件里的测试 · do not play the tests in the file
    #[arg(long)]
    no_play: bool,
}

#[derive(Serialize)]
struct Told {
    file: String,
    code: &'static str,
    severity: Severity,
    line: u32,
    column: u32,
    message: String,
    excerpt: String,
}

impl Check {
    pub(super) fn run(&self, lang: Lang) -> Verdict {
        let policy = Policy::qingdao_2026();
        let files = files::with_ending(&self.paths, "ron");
        let mut told: Vec<Told> = Vec::new();
        let mut unread = false;
        for file in &files {
            match files::text(file) {
                Ok(text) => {
                    let found = problems(&text, &policy, !self.no_play);
                    if self.format == Format::Text {
                        for problem in &found {
                            show(lang, file, &text, problem);
                        }
                    }
                    told.extend(found.iter().map(|problem| tell(lang, file, problem)));
                }
                Err(cause) => {
                    unread = true;
                    paint::line(&cannot_read(lang, file, &cause));
                }
            }
        }
        let errors = told.iter().filter(|one| one.severity == Severity::Error).count();
        self.summarise(lang, files.len(), errors, &told);
        if unread || errors > 0 || files.is_empty() { Verdict::Wrong } else { Verdict::Well }
    }

    fn summarise(&self, lang: Lang, files: usize, errors: usize, told: &[Told]) {
        if self.format == Format::Json {
            paint::line(&serde_json::to_string_pretty(told).unwrap_or_default());
            return;
        }
        let warnings = told.len().saturating_sub(errors);
        let (files, errors, warnings) = (files.to_string(), errors.to_string(), warnings.to_string());
        let args = [("files", files.as_str()), ("errors", errors.as_str()), ("warnings", warnings.as_str())];
        paint::line(&text::say(lang, "check-summary", &args));
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

fn problems(text: &str, policy: &Policy, play: bool) -> Vec<Diagnostic> {
    match load(text, policy) {
        Err(problems) => problems,
        Ok(loaded) if !play => loaded.warnings,
        Ok(loaded) => {
            let mut problems = loaded.warnings;
            problems.extend(audit(text, loaded.scenario, policy));
            problems
        }
    }
}

fn tell(lang: Lang, file: &Path, problem: &Diagnostic) -> Told {
    Told {
        file: file.display().to_string(),
        code: problem.code.id(),
        severity: problem.severity(),
        line: problem.place.line,
        column: problem.place.column,
        message: say::diagnostic(lang, problem),
        excerpt: problem.excerpt.clone(),
    }
}

fn show(lang: Lang, file: &Path, text: &str, problem: &Diagnostic) {
    let message = say::diagnostic(lang, problem);
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let path = file.display().to_string();
    let start = offset(text, problem);
    let end = text
        .get(start..)
        .and_then(|rest| rest.chars().next())
        .map_or(start, |first| start.saturating_add(first.len_utf8()));
    let snippet = Snippet::source(text).path(&path).annotation(AnnotationKind::Primary.span(start..end));
    let group = level.primary_title(message.as_str()).id(problem.code.id()).element(snippet);
    paint::line(&Renderer::styled().render(&[group]));
}

/// The byte at which a problem stands.
fn offset(text: &str, problem: &Diagnostic) -> usize {
    let lines = usize::try_from(problem.place.line.saturating_sub(1)).unwrap_or(0);
    let columns = usize::try_from(problem.place.column.saturating_sub(1)).unwrap_or(0);
    let before: usize = text.split_inclusive('\n').take(lines).map(str::len).sum();
    let line = text.get(before..).and_then(|rest| rest.lines().next()).unwrap_or("");
    let inside: usize = line.chars().take(columns).map(char::len_utf8).sum();
    before.saturating_add(inside)
}
