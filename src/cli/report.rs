//! `metaverse report`: a class's results as a gradebook (CSV, XLSX) and a page for its trainer.

mod gradebook;
mod page;
mod radar;
mod roster;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::{Verdict, files, key, paint, say};
use crate::assess::class::Attempt;
use crate::assess::result::{Checked, Examiner, Marked, alike};
use crate::firm::export::BOM;
use crate::papers::workbook;
use crate::policy::Policy;
use crate::scenario::format::Scenario;
use crate::session::Known;
use crate::text::{self, Lang};
use roster::Roster;

/// 汇总一个班的成绩：成绩册（CSV、XLSX）与一页班级报告。
#[derive(Args)]
pub(super) struct Report {
    /// 成绩文件所在目录 · the folder of results
    folder: PathBuf,
    /// 名单：含“学号”“姓名”两列的 CSV · a CSV with the columns id and name
    #[arg(long)]
    roster: Option<PathBuf>,
    /// 写到哪个目录 · the folder to write to
    #[arg(long, default_value = "report")]
    out: PathBuf,
    /// 场景所在目录 · the folder of scenes
    #[arg(long, default_value = "scenarios")]
    scenarios: PathBuf,
    /// 出票教师的密钥文件或公钥 · key files or public keys of the trainers whose tickets count
    #[arg(long = "key", value_name = "FILE|HEX")]
    keys: Vec<String>,
}

/// A class's results: each file with what was found of it, and the play-throughs that hold, by scene.
struct Results {
    files: Vec<PathBuf>,
    found: Vec<Checked>,
    marked: Marked,
    scenes: BTreeMap<String, (Arc<Scenario>, Vec<Attempt>)>,
}

impl Report {
    pub(super) fn run(&self, lang: Lang) -> Verdict {
        match self.made(lang) {
            Ok(said) => {
                paint::line(&said);
                Verdict::Well
            }
            Err(said) => {
                paint::aside(&said);
                Verdict::Wrong
            }
        }
    }

    fn made(&self, lang: Lang) -> Result<String, String> {
        let roster = match &self.roster {
            Some(path) => Roster::read(lang, path)?,
            None => Roster::default(),
        };
        let trainers = self.keys.iter().map(|named| key::public(lang, named)).collect::<Result<Vec<_>, _>>()?;
        let policy = Arc::new(Policy::qingdao_2026());
        let known = Known::new(&files::scenes(&self.scenarios, &policy), &policy);
        let results = gathered(&Examiner::new(known).trusting(trainers), &self.folder);
        if results.files.is_empty() {
            return Err(text::say(lang, "report-nothing", &[("folder", &self.folder.display().to_string())]));
        }
        let book = gradebook::table(lang, &results, &roster);
        let sheets = [book.clone(), gradebook::files(lang, &results)];
        fs::create_dir_all(&self.out).map_err(|error| unwritten(lang, &self.out, &error))?;
        self.put(lang, "gradebook.csv", format!("{BOM}{}", book.csv()).as_bytes())?;
        self.put(lang, "gradebook.xlsx", &workbook(&sheets).unwrap_or_default())?;
        self.put(lang, "class.html", page::html(lang, &results, &roster).as_bytes())?;
        let count = results.files.len().to_string();
        Ok(text::say(lang, "report-written", &[("folder", &self.out.display().to_string()), ("count", &count)]))
    }

    fn put(&self, lang: Lang, name: &str, bytes: &[u8]) -> Result<(), String> {
        let path = self.out.join(name);
        fs::write(&path, bytes).map_err(|error| unwritten(lang, &path, &error))
    }
}

fn unwritten(lang: Lang, path: &Path, error: &std::io::Error) -> String {
    text::say(lang, "file-not-written", &[("file", &*path.display().to_string()), ("cause", &*error.to_string())])
}

/// Reads and re-simulates a folder's results. A file that is no text is one of no verdict, and is told of by `verify`.
fn gathered(examiner: &Examiner, folder: &Path) -> Results {
    let mut results = Results { files: Vec::new(), found: Vec::new(), marked: Vec::new(), scenes: BTreeMap::new() };
    let mut attempts: Vec<Option<Attempt>> = Vec::new();
    for file in files::with_ending(&[folder.to_path_buf()], "ron") {
        let Ok(text) = files::text(&file) else { continue };
        let (found, session) = examiner.check(&text);
        let session = session.filter(|_| found.verdict.holds());
        attempts.push(session.as_ref().map(|session| Attempt::of(session, &found.learner, &found.seconds)));
        if let Some(session) = &session {
            let entry = (Arc::clone(session.scenario()), Vec::new());
            results.scenes.entry(found.scene.clone()).or_insert(entry);
        }
        results.files.push(file);
        results.found.push(found);
    }
    results.marked = alike(&results.found);
    // What was handed in twice counts once.
    let once = attempts.into_iter().zip(&results.marked).zip(&results.found);
    for ((attempt, marked), found) in once {
        let doubled = matches!(marked, Some(crate::assess::result::Alike::Duplicate(_)));
        if let (Some(attempt), false) = (attempt, doubled)
            && let Some((_, attempts)) = results.scenes.get_mut(&found.scene)
        {
            attempts.push(attempt);
        }
    }
    results
}

/// A verdict in words.
fn verdict(lang: Lang, found: &Checked) -> String {
    say::with(lang, found.verdict.key(), &found.verdict.args()).trim().to_owned()
}
