//! `metaverse i18n`: takes a scene's texts out for translation, and checks a translation against the scene.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::check::cannot_read;
use super::{Verdict, files, paint, say};
use crate::policy::Policy;
use crate::scenario::format::Scenario;
use crate::scenario::load::load;
use crate::scenario::overlay::{Lapse, Overlay, extract, lapses};
use crate::scenario::problem::Diagnostic;
use crate::text::{self, Lang};

/// 英文译文：取出待译的文字，核对译文与场景对得上。
#[derive(Args)]
pub(super) struct I18n {
    #[command(subcommand)]
    doing: Doing,
}

#[derive(Subcommand)]
enum Doing {
    /// 取出文字；已有的译文会留着 · take texts out; what is translated already stays
    Extract(Files),
    /// 核对：缺的、旧的、没译的、引用不一样的 · tell what is missing, stale, open or refers otherwise
    Check(Files),
}

#[derive(Args)]
struct Files {
    /// 场景文件 · the scene file
    scene: PathBuf,
    /// 译文文件；不写就是 translations/<id>.en.ron · the overlay, else translations/<id>.en.ron
    #[arg(long)]
    overlay: Option<PathBuf>,
}

/// The language that overlays are in.
const LANG: &str = "en";

impl I18n {
    pub(super) fn run(&self, lang: Lang) -> Verdict {
        let (Doing::Extract(files) | Doing::Check(files)) = &self.doing;
        let done = files.scene(lang).and_then(|scenario| match &self.doing {
            Doing::Extract(_) => files.extract(lang, &scenario),
            Doing::Check(_) => files.check(lang, &scenario),
        });
        match done {
            Ok(said) => {
                paint::line(&said);
                Verdict::Well
            }
            Err(said) => {
                paint::line(&said);
                Verdict::Wrong
            }
        }
    }
}

impl Files {
    fn scene(&self, lang: Lang) -> Result<Scenario, String> {
        let text = files::text(&self.scene).map_err(|cause| cannot_read(lang, &self.scene, &cause))?;
        let told = |problem: &Diagnostic| format!("{}: {}", self.scene.display(), say::diagnostic(lang, problem));
        let loaded = load(&text, &Policy::qingdao_2026());
        Ok(loaded.map_err(|problems| problems.iter().map(told).collect::<Vec<_>>().join("\n"))?.scenario)
    }

    fn path(&self, scenario: &Scenario) -> PathBuf {
        let usual = || Path::new("translations").join(format!("{}.{LANG}.ron", scenario.id));
        self.overlay.clone().unwrap_or_else(usual)
    }

    fn read(lang: Lang, path: &Path) -> Result<Overlay, String> {
        let text = files::text(path).map_err(|cause| cannot_read(lang, path, &cause))?;
        let file = path.display().to_string();
        ron::from_str(&text)
            .map_err(|error| text::say(lang, "i18n-unread", &[("file", &file), ("cause", &error.to_string())]))
    }

    fn extract(&self, lang: Lang, scenario: &Scenario) -> Result<String, String> {
        let path = self.path(scenario);
        let before = if path.exists() { Self::read(lang, &path)? } else { Overlay::default() };
        let made = extract(scenario, LANG, &before);
        let open = made.texts.values().filter(|entry| entry.to.is_empty()).count();
        let pretty = ron::ser::PrettyConfig::new().struct_names(false);
        let text = ron::ser::to_string_pretty(&made, pretty).unwrap_or_default();
        let file = path.display().to_string();
        let unwritten = |error: std::io::Error| {
            text::say(lang, "file-not-written", &[("file", &file), ("cause", &error.to_string())])
        };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(unwritten)?;
        }
        fs::write(&path, format!("{text}\n")).map_err(unwritten)?;
        let kept = made.texts.len().saturating_sub(open);
        let counts = [made.texts.len(), kept, open].map(|count| count.to_string());
        let [texts, kept, open] = counts.each_ref().map(String::as_str);
        Ok(text::say(lang, "i18n-written", &[("file", &file), ("texts", texts), ("kept", kept), ("open", open)]))
    }

    fn check(&self, lang: Lang, scenario: &Scenario) -> Result<String, String> {
        let path = self.path(scenario);
        let overlay = Self::read(lang, &path)?;
        let found = lapses(scenario, &overlay);
        let told = |(key, lapse): &(String, Lapse)| {
            let names = match lapse {
                Lapse::References(names) => names.join(" "),
                _ => String::new(),
            };
            text::say(lang, lapse.key(), &[("key", key), ("names", &names)])
        };
        if !found.is_empty() {
            return Err(found.iter().map(told).collect::<Vec<_>>().join("\n"));
        }
        let (file, texts) = (path.display().to_string(), overlay.texts.len().to_string());
        Ok(text::say(lang, "i18n-well", &[("file", &file), ("texts", &texts)]))
    }
}
