//! `metaverse graph`: a scene as a picture, in SVG or as Mermaid text; shaded by how often bots came to each step.

mod mermaid;
pub(super) mod svg;

use std::fs;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::check::cannot_read;
use super::{Verdict, files, paint, say};
use crate::explore::{Graph, Part};
use crate::policy::Policy;
use crate::scenario::load::load;
use crate::scenario::problem::Diagnostic;
use crate::text::{self, Lang};

/// 把场景画成图：步骤、选项通向哪里、结局。
#[derive(Args)]
pub(super) struct Draw {
    /// 场景文件 · the scene file
    scene: PathBuf,
    /// 图的样子 · svg for a picture, mermaid for documents that draw it themselves
    #[arg(long, value_enum, default_value_t)]
    format: Form,
    /// 用 explore --shard 1/1 的输出着色：走得越多越深 · shade by what explore --shard 1/1 wrote
    #[arg(long, value_name = "FILE")]
    heat: Option<PathBuf>,
    /// 写到文件 · the file to write to
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A picture.
    #[default]
    Svg,
    /// Mermaid text.
    Mermaid,
}

impl Draw {
    pub(super) fn run(&self, lang: Lang) -> Verdict {
        match self.drawn(lang) {
            Ok(picture) => self.put(lang, &picture),
            Err(said) => {
                for line in said {
                    paint::aside(&line);
                }
                Verdict::Wrong
            }
        }
    }

    fn drawn(&self, lang: Lang) -> Result<String, Vec<String>> {
        let text = files::text(&self.scene).map_err(|cause| vec![cannot_read(lang, &self.scene, &cause)])?;
        let loaded = load(&text, &Policy::qingdao_2026()).map_err(|problems| {
            let told = |problem: &Diagnostic| format!("{}: {}", self.scene.display(), say::diagnostic(lang, problem));
            problems.iter().map(told).collect::<Vec<_>>()
        })?;
        let graph = Graph::of(&loaded.scenario);
        let heat = self.heat.as_ref().map(|path| {
            let file = path.display().to_string();
            let no_part = |cause: String| vec![text::say(lang, "merge-no-part", &[("file", &file), ("cause", &cause)])];
            let text = files::text(path).map_err(|cause| vec![cannot_read(lang, path, &cause)])?;
            let part: Part = serde_json::from_str(&text).map_err(|error| no_part(error.to_string()))?;
            Ok::<_, Vec<String>>(
                graph.nodes.iter().map(|node| part.tally.steps.get(&node.id).copied().unwrap_or(0)).collect(),
            )
        });
        let heat: Vec<u64> = heat.transpose()?.unwrap_or_default();
        Ok(match self.format {
            Form::Svg => svg::picture(lang, &graph, &heat),
            Form::Mermaid => mermaid::text(lang, &graph),
        })
    }

    fn put(&self, lang: Lang, picture: &str) -> Verdict {
        let Some(out) = &self.out else {
            paint::line(picture.trim_end());
            return Verdict::Well;
        };
        if let Err(error) = fs::write(out, picture) {
            let args = [("file", &*out.display().to_string()), ("cause", &*error.to_string())];
            paint::aside(&text::say(lang, "file-not-written", &args));
            return Verdict::Wrong;
        }
        Verdict::Well
    }
}
