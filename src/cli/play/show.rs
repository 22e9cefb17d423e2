//! What the terminal player shows.

mod sheet;

pub(super) use sheet::sheet;

use crate::assess::Debrief;
use crate::cli::{paint, say};
use crate::policy::Policy;
use crate::scenario::activity::{Finding, Quality};
use crate::session::{CompanyView, HintView, NewsKind, NewsView, Refused, SaidView, Session, StepView, View};
use crate::text::{Lang, say as word};

/// Columns of text: 38 Chinese characters, as long as a line reads well.
const WIDTH: usize = 76;

fn paragraph(text: &str, indent: &str) {
    for line in paint::wrapped(text, WIDTH) {
        paint::line(&format!("{indent}{line}"));
    }
}

/// The scene's head.
pub(super) fn head(lang: Lang, session: &Session) {
    let view = session.view();
    paint::line("");
    paint::line(&paint::strong(&view.scene.title));
    paragraph(&view.scene.about, "");
    paint::line(&paint::faint(&word(lang, "play-keys-short", &[])));
}

/// The step to do.
pub(super) fn step(lang: Lang, view: &View) {
    let Some(step) = &view.step else { return };
    let company = &view.company;
    paint::line("");
    paint::line(&paint::strong(&format!("{}/{} {}", step.number, step.of, step.title)));
    let funds = word(lang, "play-funds", &[("funds", &company.funds)]);
    let venue = word(lang, &format!("venue-{}", step.venue), &[]);
    paint::line(&paint::faint(&format!("{} · {venue} · {funds}", company.date)));
    step.said.iter().for_each(speech);
    for (place, paper) in (1..).zip(&step.evidence) {
        let mark = if paper.opened.is_some() { "✓" } else { " " };
        paint::line(&paint::faint(&format!("  {mark} e{place} {}", paper.title)));
    }
    hint(lang, step);
    step.returned.iter().for_each(|found| objection(lang, found));
}

fn hint(lang: Lang, step: &StepView) {
    if let HintView::Given(text) = &step.hint {
        paint::line(&paint::faint(&word(lang, "play-hint", &[])));
        paragraph(text, "  ");
    }
}

fn objection(lang: Lang, found: &Finding) {
    let note = found.note.as_ref().map(|note| say::note(lang, note)).unwrap_or_default();
    paragraph(&format!("✗ {}：{note}", found.label), "  ");
}

fn speech(said: &SaidView) {
    if said.name.is_empty() {
        paragraph(&said.text, "");
    } else {
        paint::line(&paint::sea(&format!("{} · {}", said.name, said.role)));
        paragraph(&said.text, "  ");
    }
}

/// A paper that was opened.
pub(super) fn paper(title: &str, text: &str, rows: &[Vec<String>]) {
    paint::line(&paint::strong(&format!("《{title}》")));
    paragraph(text, "  ");
    for row in rows {
        paragraph(&row.join(" | "), "  ");
    }
}

/// What the last decision brought about.
pub(super) fn news(lang: Lang, session: &Session) {
    let view = session.view();
    opened(&view, session);
    view.news.iter().for_each(|news| one(lang, news, session.policy()));
}

fn opened(view: &View, session: &Session) {
    let Some(crate::session::Decision::Open(id)) = session.decisions().last() else { return };
    let papers = view.step.iter().flat_map(|step| &step.evidence).filter(|paper| paper.id == *id);
    for paper in papers {
        if let Some(read) = &paper.opened {
            self::paper(&paper.title, &read.text, &read.rows);
        }
    }
}

fn one(lang: Lang, news: &NewsView, policy: &Policy) {
    match news.kind {
        NewsKind::Feedback => news.findings.iter().for_each(|found| feedback(lang, found, policy)),
        NewsKind::Company => {
            let note = news.note.as_ref().map(|note| say::note(lang, note)).unwrap_or_default();
            paint::line(&paint::faint(&format!("  {} {note}", news.date)));
        }
        NewsKind::Returned => paint::line(&paint::tile(&word(lang, "play-returned", &[]))),
        NewsKind::Letter => {
            let title = news.title.as_deref().unwrap_or_default();
            paint::line(&paint::strong(&format!("── {} {title} ──", news.date)));
        }
        NewsKind::Reply | NewsKind::Helped | NewsKind::Hint => {}
    }
    news.said.iter().for_each(speech);
    if let (NewsKind::Letter, Some(rule)) = (news.kind, &news.rule) {
        paint::line(&paint::faint(&say::rule(rule, policy)));
    }
}

fn feedback(lang: Lang, found: &Finding, policy: &Policy) {
    let sign = match found.quality {
        Quality::Right => "✓",
        Quality::Fair => "≈",
        Quality::Wrong => "✗",
    };
    if found.note.is_some() {
        paragraph(&format!("{sign} {}", say::finding(lang, found, policy)), "  ");
    }
}

/// Why a decision was refused.
pub(super) fn refused(lang: Lang, refused: &Refused) -> String {
    match refused {
        Refused::Closed => word(lang, "refused-closed", &[]),
        Refused::Evidence(_) => word(lang, "refused-evidence", &[]),
        Refused::Hint => word(lang, "refused-hint", &[]),
        Refused::NoHelp => word(lang, "refused-no-help", &[]),
        Refused::Undo => word(lang, "refused-undo", &[]),
        Refused::NothingToUndo => word(lang, "refused-nothing-to-undo", &[]),
        Refused::Misfit(misfit) => say::with(lang, misfit.key(), &misfit.args()),
        Refused::Reckon(_) => word(lang, "refused-reckon", &[]),
        Refused::TooLate => word(lang, "refused-too-late", &[]),
        Refused::TooMuch => word(lang, "refused-too-much", &[]),
        Refused::Term(cause) => say::with(lang, cause.key(), &cause.args()),
        Refused::Core(refusal) => say::with(lang, refusal.key(), &refusal.args()),
    }
}

/// The company: duties, papers, books.
pub(super) fn company(lang: Lang, company: &CompanyView) {
    paint::line(&paint::strong(company.name.as_deref().unwrap_or(&word(lang, "company-unnamed", &[]))));
    for (key, value) in &company.facts {
        paint::line(&format!("  {} {value}", word(lang, key, &[])));
    }
    for duty in &company.duties {
        let title = if lang == Lang::En { &duty.title_en } else { &duty.title };
        paint::line(&format!("  {} · {title}", duty.due));
    }
    for outlay in &company.outlays {
        paint::line(&format!("  {} {} {}", outlay.date, outlay.purpose, outlay.amount));
    }
    for voucher in &company.vouchers {
        paint::line(&format!("  {} {} {}", voucher.number, voucher.date, voucher.summary));
        for line in &voucher.lines {
            paint::line(&format!("    {} {} | {}", line.account, line.debit, line.credit));
        }
    }
}

/// The debrief.
pub(super) fn debrief(lang: Lang, debrief: &Debrief, policy: &Policy) {
    paint::line("");
    if let Some(ending) = &debrief.ending {
        paint::line(&paint::strong(&ending.title));
        paragraph(&ending.text, "");
    }
    paint::line(&paint::strong(&word(lang, "play-score", &[("score", &debrief.score.text)])));
    for criterion in &debrief.score.criteria {
        let name = word(lang, &format!("criterion-{}", format!("{:?}", criterion.criterion).to_lowercase()), &[]);
        paint::line(&format!("  {name} {} / {}", criterion.text, criterion.weight));
    }
    for passage in &debrief.timeline {
        paint::line("");
        paint::line(&paint::strong(&format!("{} {}", passage.date, passage.title)));
        paragraph(&passage.decided, "  ");
        passage.findings.iter().for_each(|found| feedback(lang, found, policy));
        for led in &passage.led_to {
            let note = led.note.as_ref().map(|note| say::note(lang, note)).unwrap_or_default();
            let title = led.title.as_deref().unwrap_or_default();
            paragraph(&format!("→ {} {title}{}{note}", led.date, if title.is_empty() { "" } else { ":" }), "  ");
        }
    }
    for prompt in &debrief.prompts {
        paint::line("");
        paragraph(&prompt.ask, "? ");
    }
    paint::line(&paint::faint(&debrief.hash));
}
