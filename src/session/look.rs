//! How the moment is shown: a [`View`] made from the state.

use super::chronicle::{Happened, Line, Record};
use super::company;
use super::view::{EndingView, EvidenceView, HintView, NewsKind, NewsView, PaperView, SaidView, StepView, View};
use super::{Session, State};
use crate::firm::FirmEvent;
use crate::scenario::activity::{Credit, Finding, Judgement, Note, Quality};
use crate::scenario::format::{self, Evidence, Step, Wrong};
use crate::scenario::head::Head;
use crate::scenario::moment::Moment;

/// The moment as shown.
pub(super) fn view(session: &Session) -> View {
    let moment = session.moment();
    View {
        scene: Head::of(session.scenario()),
        decisions: u32::try_from(session.decisions().len()).unwrap_or(u32::MAX),
        step: session.step().map(|step| step_view(session, step, &moment)),
        company: company::view(session.state(), session.policy()),
        news: news(session, &moment),
        ending: ending(session),
    }
}

/// How the scene ended.
pub fn ending(session: &Session) -> Option<EndingView> {
    let id = session.state().ending.as_ref()?;
    let ending = session.scenario().endings.iter().find(|ending| ending.id == *id)?;
    let text = ending.text.text(&session.moment());
    Some(EndingView { id: id.clone(), title: ending.title.clone(), text })
}

fn step_view(session: &Session, step: &Step, moment: &Moment<'_>) -> StepView {
    let state = session.state();
    let place = state.at.unwrap_or(0);
    StepView {
        id: step.id.clone(),
        title: step.title.clone(),
        number: place.saturating_add(1),
        of: u32::try_from(session.scenario().steps.len()).unwrap_or(u32::MAX),
        venue: step.at.clone(),
        said: step.say.iter().map(|line| say(line, moment)).collect(),
        evidence: step.evidence.iter().map(|paper| evidence(paper, state, moment)).collect(),
        hint: hint(step, state, session.mode().is_assessed(), moment),
        kind: step.activity.kind().to_owned(),
        sheet: step.activity.task().sheet(moment),
        attempt: moment.returns(&step.id).saturating_add(1),
        tries: match &step.wrong {
            Wrong::GoOn => None,
            Wrong::Return { tries, .. } => Some(*tries),
        },
        returned: state.objections.clone(),
        last: state.attempted.clone(),
    }
}

fn hint(step: &Step, state: &State, assessed: bool, moment: &Moment<'_>) -> HintView {
    match &step.hint {
        _ if assessed => HintView::None,
        None => HintView::None,
        Some(hint) if state.hinted.contains(&step.id) => HintView::Given(hint.text(moment)),
        Some(_) => HintView::Offered,
    }
}

fn evidence(paper: &Evidence, state: &State, moment: &Moment<'_>) -> EvidenceView {
    let cells = |row: &Vec<crate::scenario::term::Term>| row.iter().map(|cell| cell.text(moment)).collect();
    let opened = state.opened.contains(&paper.id).then(|| PaperView {
        text: paper.text.text(moment),
        rows: paper.rows.iter().map(cells).collect(),
        rule: paper.rule.clone(),
    });
    EvidenceView { id: paper.id.clone(), title: paper.title.text(moment), opened }
}

fn say(line: &format::Line, moment: &Moment<'_>) -> SaidView {
    said(&(line.0.clone(), line.1.text(moment)), moment)
}

fn said(line: &Line, moment: &Moment<'_>) -> SaidView {
    let person = moment.scenario.cast.get(&line.0);
    SaidView {
        who: line.0.clone(),
        name: person.map(|person| person.name.text(moment)).unwrap_or_default(),
        role: person.map(|person| person.role.text(moment)).unwrap_or_default(),
        text: line.1.clone(),
    }
}

fn news(session: &Session, moment: &Moment<'_>) -> Vec<NewsView> {
    let Some(last) = session.decisions().len().checked_sub(1).and_then(|last| u32::try_from(last).ok()) else {
        return Vec::new();
    };
    let state = session.state();
    state.chronicle.iter().filter(|record| record.during == last).filter_map(|record| report(record, moment)).collect()
}

fn report(record: &Record, moment: &Moment<'_>) -> Option<NewsView> {
    let blank = |kind| NewsView {
        date: record.date.to_string(),
        kind,
        title: None,
        said: Vec::new(),
        findings: Vec::new(),
        note: None,
        rule: None,
    };
    let speak = |lines: &[Line]| lines.iter().map(|line| said(line, moment)).collect();
    Some(match &record.what {
        Happened::Opened { .. } | Happened::WentOn { .. } | Happened::Ended { .. } => return None,
        Happened::Hinted { .. } => blank(NewsKind::Hint),
        Happened::Answered { judgement, .. } => NewsView { findings: findings(judgement), ..blank(NewsKind::Feedback) },
        Happened::Returned { said, .. } => NewsView { said: speak(said), ..blank(NewsKind::Returned) },
        Happened::Helped { said, .. } => NewsView { said: speak(said), ..blank(NewsKind::Helped) },
        Happened::Replied { said } => NewsView { said: speak(said), ..blank(NewsKind::Reply) },
        Happened::Arrived { title, said, rule, .. } => {
            NewsView { title: Some(title.clone()), said: speak(said), rule: rule.clone(), ..blank(NewsKind::Letter) }
        }
        Happened::Firm(event) => {
            NewsView { rule: rule_of(event), note: Some(company::note(event)), ..blank(NewsKind::Company) }
        }
    })
}

/// What is said of an answer; of a faultless one of which nothing else is said, that it is.
fn findings(judgement: &Judgement) -> Vec<Finding> {
    if !judgement.findings.is_empty() || judgement.credit != Credit::FULL {
        return judgement.findings.clone();
    }
    vec![Finding {
        at: String::new(),
        label: String::new(),
        quality: Quality::Right,
        misconception: None,
        note: Some(Note::Core { key: "answer-faultless".to_owned(), args: Vec::new() }),
        rule: None,
    }]
}

fn rule_of(event: &FirmEvent) -> Option<String> {
    event.rule().map(ToOwned::to_owned)
}
