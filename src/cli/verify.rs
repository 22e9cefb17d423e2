//! `metaverse verify`: re-simulates results and saves, and gives a verdict on each.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use serde::Serialize;

use super::check::cannot_read;
use super::{Format, Verdict, files, key, paint, say};
use crate::assess::result::{Alike, Checked, Examiner, alike};
use crate::policy::Policy;
use crate::session::Known;
use crate::text::{self, Lang};

/// 重演成绩文件与存档：同一份场景、政策、种子与决定，必得同一个结果；分数以重演为准。
#[derive(Args)]
pub(super) struct Verify {
    /// 成绩文件、存档或目录 · result files, saves or folders
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// 场景所在目录 · the folder of scenes
    #[arg(long, default_value = "scenarios")]
    scenarios: PathBuf,
    /// 出票教师的密钥文件或公钥：只认这些人签的考核票 · key files or public keys of the trainers whose tickets count
    #[arg(long = "key", value_name = "FILE|HEX")]
    keys: Vec<String>,
    /// 收到文件的日期，用来对照考核票的期限；不写则按文件自己写的日期 · the day of receipt, for tickets' terms
    #[arg(long, value_name = "YYYY-MM-DD")]
    on: Option<String>,
    /// 只找证书上的这个核验码属于哪一份 · which of the results this certificate's code belongs to
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    /// 输出格式 · text for people, json for programs
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// What is told of a file.
#[derive(Serialize)]
struct Told {
    file: String,
    verdict: &'static str,
    learner: String,
    scene: String,
    decisions: u32,
    closed: bool,
    assessed: bool,
    score: Option<String>,
    claimed: Option<u32>,
    seconds: u64,
    code: String,
    duplicate_of: Option<String>,
    near_duplicate_of: Option<String>,
    alike_ppm: Option<u32>,
    message: String,
}

impl Verify {
    pub(super) fn run(&self, lang: Lang) -> Verdict {
        let trainers = match self.keys.iter().map(|named| key::public(lang, named)).collect() {
            Ok(trainers) => trainers,
            Err(said) => return misused(&said),
        };
        let policy = Arc::new(Policy::qingdao_2026());
        let known = Known::new(&files::scenes(&self.scenarios, &policy), &policy);
        let examiner = Examiner::new(known).trusting(trainers).received(self.on.clone());
        let files = files::with_ending(&self.paths, "ron");
        let (places, found): (Vec<usize>, Vec<_>) =
            files.iter().enumerate().filter_map(|(place, file)| Some((place, check(&examiner, file)?))).unzip();
        let marked = alike(&found);
        let mut told: Vec<Told> = Vec::new();
        for (place, file) in files.iter().enumerate() {
            let at = places.binary_search(&place).ok();
            let one = at.and_then(|at| Some((found.get(at)?, marked.get(at).copied().flatten())));
            told.push(match one {
                Some((found, like)) => self::told(lang, file, found, like, &|of| name(&files, &places, of)),
                None => unread(lang, file),
            });
        }
        self.say(lang, &told)
    }

    fn say(&self, lang: Lang, told: &[Told]) -> Verdict {
        if let Some(code) = &self.code {
            return self.certificate(lang, told, code);
        }
        match self.format {
            Format::Json => paint::line(&serde_json::to_string_pretty(told).unwrap_or_default()),
            Format::Text => {
                for one in told {
                    paint::line(&format!("{}: {}", one.file, one.message));
                }
                if told.len() > 1 {
                    paint::line(&summary(lang, told));
                }
            }
        }
        let well = !told.is_empty() && told.iter().all(Told::is_well);
        if well { Verdict::Well } else { Verdict::Wrong }
    }

    /// Finds the result that a certificate's code belongs to.
    fn certificate(&self, lang: Lang, told: &[Told], code: &str) -> Verdict {
        let wanted: String = letters(code);
        let found: Vec<&Told> =
            told.iter().filter(|one| !wanted.is_empty() && letters(&one.code) == wanted && one.is_well()).collect();
        match self.format {
            Format::Json => paint::line(&serde_json::to_string_pretty(&found).unwrap_or_default()),
            Format::Text if found.is_empty() => paint::line(&text::say(lang, "verify-code-unknown", &[("code", code)])),
            Format::Text => found.iter().for_each(|one| paint::line(&format!("{}: {}", one.file, one.message))),
        }
        if found.is_empty() { Verdict::Wrong } else { Verdict::Well }
    }
}

impl Told {
    fn is_well(&self) -> bool {
        matches!(self.verdict, "valid" | "incomplete") && self.duplicate_of.is_none()
    }
}

fn misused(said: &str) -> Verdict {
    paint::aside(said);
    Verdict::Misused
}

/// A code's letters and digits, so that blanks, hyphens and small letters do not matter.
fn letters(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
}

fn check(examiner: &Examiner, file: &Path) -> Option<Checked> {
    Some(examiner.check(&files::text(file).ok()?).0)
}

fn name(files: &[PathBuf], places: &[usize], of: usize) -> String {
    let file = places.get(of).and_then(|place| files.get(*place));
    file.map(|file| file.display().to_string()).unwrap_or_default()
}

fn unread(lang: Lang, file: &Path) -> Told {
    let cause = files::text(file).err();
    let message = cause.map(|cause| cannot_read(lang, file, &cause)).unwrap_or_default();
    Told {
        file: file.display().to_string(),
        verdict: "unread",
        learner: String::new(),
        scene: String::new(),
        decisions: 0,
        closed: false,
        assessed: false,
        score: None,
        claimed: None,
        seconds: 0,
        code: String::new(),
        duplicate_of: None,
        near_duplicate_of: None,
        alike_ppm: None,
        message,
    }
}

fn told(lang: Lang, file: &Path, found: &Checked, like: Option<Alike>, name: &dyn Fn(usize) -> String) -> Told {
    let (duplicate_of, near, alike_ppm) = match like {
        None => (None, None, None),
        Some(Alike::Duplicate(twin)) => (Some(name(twin.of)), None, Some(twin.share_ppm)),
        Some(Alike::Near(twin)) => (None, Some(name(twin.of)), Some(twin.share_ppm)),
    };
    let percent = alike_ppm.unwrap_or(0).checked_div(10_000).unwrap_or(0).to_string();
    let mut message = message(lang, found);
    for (key, other) in [("result-duplicate", &duplicate_of), ("result-near-duplicate", &near)] {
        if let Some(other) = other {
            message.push_str(&text::say(lang, key, &[("other", other), ("percent", &percent)]));
        }
    }
    Told {
        file: file.display().to_string(),
        verdict: found.verdict.id(),
        learner: found.learner.clone(),
        scene: found.scene.clone(),
        decisions: found.decisions,
        closed: found.closed,
        assessed: found.ticket.is_some(),
        score: found.score.as_ref().map(|score| score.text.clone()),
        claimed: found.claimed,
        seconds: found.seconds_in_all(),
        code: found.code.clone(),
        duplicate_of,
        near_duplicate_of: near,
        alike_ppm,
        message,
    }
}

/// The verdict in words, and what the re-simulation came to.
fn message(lang: Lang, found: &Checked) -> String {
    let said = say::with(lang, found.verdict.key(), &found.verdict.args());
    let Some(score) = &found.score else { return said };
    let mode = text::say(lang, if found.ticket.is_some() { "result-assessed" } else { "result-practice" }, &[]);
    let args = [
        ("scene", found.scene.as_str()),
        ("learner", &found.learner),
        ("score", &score.text),
        ("decisions", &found.decisions.to_string()),
        ("mode", &mode),
        ("code", &found.code),
    ];
    format!("{said}{}", text::say(lang, "result-came-to", &args))
}

fn summary(lang: Lang, told: &[Told]) -> String {
    let well = told.iter().filter(|one| one.is_well()).count().to_string();
    let doubled = told.iter().filter(|one| one.duplicate_of.is_some()).count().to_string();
    text::say(lang, "verify-summary", &[("all", &*told.len().to_string()), ("well", &*well), ("doubled", &*doubled)])
}
