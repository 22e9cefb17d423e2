//! `metaverse explain E0103`: what a code means, why it matters, what to do; with examples.

use clap::Args;

use super::{Verdict, codes, paint};
use crate::scenario::nearest;
use crate::text::{Lang, say};

/// 解释诊断代码：为什么、怎么改、什么写法会报。
#[derive(Args)]
pub(super) struct Explain {
    /// 代码，例如 E0103 · a code such as E0103
    code: Option<String>,
    /// 列出全部代码 · list every code
    #[arg(long)]
    list: bool,
}

impl Explain {
    pub(super) fn run(&self, lang: Lang) -> Verdict {
        let entries = match codes::table() {
            Ok(entries) => entries,
            Err(fault) => {
                paint::line(&fault);
                return Verdict::Wrong;
            }
        };
        if self.list {
            for entry in &entries {
                paint::line(&format!("{}  {}", entry.id(), entry.words(lang).name));
            }
            return Verdict::Well;
        }
        let Some(code) = &self.code else {
            paint::line(&say(lang, "explain-nothing", &[]));
            return Verdict::Misused;
        };
        let wanted = code.to_ascii_uppercase();
        if let Some(entry) = entries.iter().find(|entry| entry.id() == wanted) {
            paint::line(&codes::explained(entry, lang));
            return Verdict::Well;
        }
        let known = entries.iter().map(codes::Entry::id);
        paint::line(&match nearest::to(&wanted, known) {
            Some(near) => say(lang, "explain-unknown-near", &[("code", code), ("near", near)]),
            None => say(lang, "explain-unknown", &[("code", code)]),
        });
        Verdict::Misused
    }
}
