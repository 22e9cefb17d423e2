//! How the debrief is told: a fold over the chronicle.

use std::collections::BTreeMap;

use super::debrief::{Consequence, Debrief, Passage, Prompt};
use super::score::score;
use crate::money::Money;
use crate::scenario::activity::{Finding, Note};
use crate::scenario::format::Step;
use crate::scenario::head::Head;
use crate::session::{Happened, Record, Session, ending_view, event_note};

/// Questions for reflection at the end; more would not be answered.
const PROMPTS_MAX: usize = 3;

/// The debrief of a play-through, finished or not.
pub fn debrief(session: &Session) -> Debrief {
    let records = &session.state().chronicle;
    Debrief {
        scene: Head::of(session.scenario()),
        ending: ending_view(session),
        score: score(session),
        timeline: records.iter().filter_map(|record| passage(record, session)).collect(),
        prompts: prompts(session),
        hash: session.state_hash(),
    }
}

fn passage(record: &Record, session: &Session) -> Option<Passage> {
    let Happened::Answered { step: id, attempt, words, judgement, evidence, .. } = &record.what else { return None };
    let step = session.scenario().steps.iter().find(|step| step.id == *id)?;
    let titles = |wanted: bool| {
        evidence.iter().filter(|(_, seen)| *seen == wanted).map(|(title, _)| title.clone()).collect::<Vec<_>>()
    };
    Some(Passage {
        decision: record.during,
        date: record.date.to_string(),
        step: id.clone(),
        title: step.title.clone(),
        attempt: *attempt,
        decided: words.clone(),
        seen: titles(true),
        unseen: titles(false),
        hinted: hinted(session, step),
        credit_ppm: judgement.credit.ppm(),
        findings: judgement.findings.clone(),
        expert: step.expert.text(&session.moment()),
        led_to: led_to(session, record),
    })
}

fn hinted(session: &Session, step: &Step) -> bool {
    session.state().hinted.contains(&step.id)
}

/// What came of a decision, in the order of days.
fn led_to(session: &Session, decision: &Record) -> Vec<Consequence> {
    let caused = session.state().chronicle.iter().filter(|record| record.cause == decision.during);
    caused.filter_map(|record| consequence(record, decision)).collect()
}

fn consequence(record: &Record, decision: &Record) -> Option<Consequence> {
    let blank = Consequence {
        date: record.date.to_string(),
        days_after: decision.date.days_until(record.date),
        title: None,
        note: None,
        cost: None,
        rule: None,
    };
    match &record.what {
        Happened::Arrived { title, because, rule, .. } => Some(Consequence {
            title: Some(title.clone()),
            note: Some(Note::Scene(because.clone())),
            rule: rule.clone(),
            ..blank
        }),
        Happened::Returned { days, .. } => Some(Consequence {
            note: Some(Note::Core {
                key: "event-returned".to_owned(),
                args: vec![("days".to_owned(), days.to_string())],
            }),
            ..blank
        }),
        Happened::Firm(event) if event.is_notable() => Some(Consequence {
            note: Some(event_note(event)),
            cost: event.cost().filter(|cost| *cost != Money::ZERO).map(|cost| cost.to_string()),
            rule: event.rule().map(ToOwned::to_owned),
            ..blank
        }),
        _ => None,
    }
}

/// Questions from the misconceptions met, most often met first, then in the scene's order.
fn prompts(session: &Session) -> Vec<Prompt> {
    let mut met: BTreeMap<&str, u32> = BTreeMap::new();
    for finding in session.state().chronicle.iter().flat_map(findings) {
        if let Some(misconception) = &finding.misconception {
            let times = met.entry(misconception).or_insert(0);
            *times = times.saturating_add(1);
        }
    }
    let table = &session.scenario().misconceptions;
    let mut known: Vec<_> = table.iter().filter_map(|(id, what)| Some((*met.get(id)?, id, what))).collect();
    known.sort_by_key(|(times, ..)| std::cmp::Reverse(*times));
    let prompt = |(_, id, what): &(u32, &str, &crate::scenario::format::Misconception)| Prompt {
        misconception: (*id).to_owned(),
        belief: what.belief.clone(),
        ask: what.ask.clone(),
    };
    known.iter().take(PROMPTS_MAX).map(prompt).collect()
}

fn findings(record: &Record) -> &[Finding] {
    match &record.what {
        Happened::Answered { judgement, .. } => &judgement.findings,
        _ => &[],
    }
}
