//! `metaverse ticket`: a line that a class plays a scene with to be assessed.

use std::path::PathBuf;

use clap::Args;

use super::check::cannot_read;
use super::{Verdict, files, key, paint, say};
use crate::assess::ticket::{Terms, Ticket, TicketFault, fingerprint};
use crate::calendar::Date;
use crate::policy::Policy;
use crate::scenario::load::load;
use crate::session::{Seat, scenario_hash};
use crate::text::{self, Lang};

/// 出一张考核票：一行字，发给全班，粘贴到网页里就进入考核。
#[derive(Args)]
pub(super) struct Issue {
    /// 场景文件 · the scene file
    #[arg(long, required_unless_present = "show")]
    scenario: Option<PathBuf>,
    /// 班级名称 · the class
    #[arg(long, default_value = "")]
    class: String,
    /// 最后一天，含当天 · the last day
    #[arg(long, value_name = "YYYY-MM-DD", required_unless_present = "show")]
    until: Option<Date>,
    /// 密钥文件；没有就新建一个，只有自己能读 · the key file, made where there is none
    #[arg(long, default_value = "trainer.key")]
    key: PathBuf,
    /// 看一张票上写着什么 · tell what a ticket says
    #[arg(long, value_name = "TICKET")]
    show: Option<String>,
    /// 连同 --show：这位学员用这张票得到的种子 · with --show: the seed that this learner has with it
    #[arg(long, requires = "show")]
    learner: Option<String>,
}

impl Issue {
    pub(super) fn run(&self, lang: Lang) -> Verdict {
        let done = match &self.show {
            Some(line) => self.told(lang, line),
            None => self.issued(lang),
        };
        match done {
            Ok(line) => {
                paint::line(&line);
                Verdict::Well
            }
            Err(said) => {
                paint::aside(&said);
                Verdict::Wrong
            }
        }
    }

    fn issued(&self, lang: Lang) -> Result<String, String> {
        let (Some(path), Some(until)) = (&self.scenario, self.until) else { return Err(String::new()) };
        let text = files::text(path).map_err(|cause| cannot_read(lang, path, &cause))?;
        let loaded = load(&text, &Policy::qingdao_2026())
            .map_err(|_| text::say(lang, "ticket-scene-unsound", &[("file", &path.display().to_string())]))?;
        let (scene, hash) = (&loaded.scenario.id, scenario_hash(&loaded.scenario));
        let terms = Terms::new(scene, &hash, &self.class, until).map_err(|fault| words(lang, &fault))?;
        let trainer = if let Some(trainer) = key::trainer(lang, &self.key)? {
            trainer
        } else {
            let made = key::made(lang, &self.key)?;
            paint::aside(&text::say(lang, "key-made", &[("file", &self.key.display().to_string())]));
            made
        };
        paint::aside(&text::say(lang, "key-public", &[("key", &key::hex(&trainer.public()))]));
        let nonce = key::drawn().ok_or_else(|| text::say(lang, "key-no-chance", &[]))?;
        Ok(trainer.ticket(terms, nonce).text())
    }

    fn told(&self, lang: Lang, line: &str) -> Result<String, String> {
        let ticket = Ticket::read(line).map_err(|fault| words(lang, &fault))?;
        ticket.distrusted(&[]).map_err(|fault| words(lang, &fault))?;
        let terms = &ticket.terms;
        let (until, key) = (terms.until.to_string(), fingerprint(&terms.trainer));
        let args = [("scene", &*terms.scene), ("class", &*terms.class), ("until", &*until), ("fingerprint", &*key)];
        let said = text::say(lang, "ticket-says", &args);
        let seed = self.learner.as_ref().map(|learner| Seat::new(line, learner).seed().to_string());
        Ok(match (seed, &self.learner) {
            (Some(seed), Some(learner)) => {
                format!("{said}\n{}", text::say(lang, "ticket-seed", &[("learner", learner), ("seed", &seed)]))
            }
            _ => said,
        })
    }
}

fn words(lang: Lang, fault: &TicketFault) -> String {
    say::with(lang, fault.key(), &fault.args())
}
