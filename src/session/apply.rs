//! How a decision is carried out: evidence, help, an answer judged and marked, effects, days that pass, the way onward.

use super::Session;
use super::bring::bring_one;
use super::chronicle::{Happened, Line, Record};
use super::decision::{Decision, Refused};
use super::doing::{carry_out, go_on};
use super::state::{Mark, Scheduled, State};
use crate::firm::{FirmEvent, Refusal};
use crate::scenario::activity::{Activity, Answer, Credit, Finding, Judgement, Note, Quality};
use crate::scenario::effect::Effect;
use crate::scenario::format::{self, Criterion, Happening, Step, Wrong};

/// A scene lasts so many months at most: a longer life is several scenes.
const MONTHS_MAX: i32 = 120;

/// More events in a month would not be read, and some would bring the next without end.
const EVENTS_A_MONTH_MAX: usize = 64;

/// Finds the first step whose condition holds.
pub(super) fn enter_first(session: &mut Session) {
    go_to(session, 0);
}

/// Refuses a decision that the present step does not take. It looks and changes nothing.
pub(super) fn admit(session: &Session, decision: &Decision) -> Result<(), Refused> {
    let step = session.step().ok_or(Refused::Closed)?;
    match decision {
        Decision::Open(evidence) => {
            let known = step.evidence.iter().any(|paper| paper.id == *evidence);
            let opened = session.state.opened.contains(evidence);
            if known && !opened { Ok(()) } else { Err(Refused::Evidence(evidence.clone())) }
        }
        Decision::Hint if session.mode.is_assessed() => Err(Refused::NoHelp),
        Decision::Hint if step.hint.is_none() || session.state.hinted.contains(&step.id) => Err(Refused::Hint),
        Decision::Hint => Ok(()),
        Decision::Answer(answer) => Ok(step.activity.task().fit(answer, &session.moment())?),
    }
}

/// Carries out a decision that was admitted. Where the core refuses it, the state is half done and must be restored.
pub(super) fn decide(session: &mut Session, decision: &Decision) -> Result<(), Refused> {
    session.state.deciding = u32::try_from(session.decisions.len()).unwrap_or(u32::MAX);
    let deciding = session.state.deciding;
    session.state.firm.set_cause(Some(deciding));
    let scenario = std::sync::Arc::clone(&session.scenario);
    let place = session.state.at.and_then(|at| usize::try_from(at).ok());
    let step = place.and_then(|place| scenario.steps.get(place)).ok_or(Refused::Closed)?;
    match decision {
        Decision::Open(evidence) => open(session, step, evidence),
        Decision::Hint => hint(session, step),
        Decision::Answer(answer) => return answer_step(session, step, answer),
    }
    Ok(())
}

fn open(session: &mut Session, step: &Step, evidence: &str) {
    session.state.opened.insert(evidence.to_owned());
    record(&mut session.state, Happened::Opened { step: step.id.clone(), evidence: evidence.to_owned() });
}

fn hint(session: &mut Session, step: &Step) {
    session.state.hinted.insert(step.id.clone());
    record(&mut session.state, Happened::Hinted { step: step.id.clone() });
}

fn answer_step(session: &mut Session, step: &Step, answer: &Answer) -> Result<(), Refused> {
    if step.activity.goes_on(answer, &session.moment()) {
        return go_on(session, step, answer);
    }
    let mut judgement = step.activity.task().judge(answer, &session.moment());
    let attempt = session.moment().returns(&step.id).saturating_add(1);
    file(session, step, answer)?;
    let objections = submit(session, step, answer);
    if !objections.is_empty() {
        judgement.credit = Credit::NONE;
        judgement.findings.extend(objections);
    }
    note_answer(session, step, answer, &judgement, attempt);
    mark(session, step, &judgement, attempt);
    match &step.wrong {
        Wrong::Return { days, tries, say, .. } if judgement.has_wrong() && attempt < *tries => {
            send_back(session, step, answer, &judgement, *days, say)
        }
        Wrong::Return { helped, .. } if judgement.has_wrong() => {
            let settled = help(session, step, helped)?;
            pass(session, step, &settled)
        }
        _ => {
            if attempt == 1 && !judgement.has_wrong() {
                session.state.flawless.insert(step.id.clone());
            }
            pass(session, step, answer)
        }
    }
}

/// Writes a form's entries into variables and into the application.
fn file(session: &mut Session, step: &Step, answer: &Answer) -> Result<(), Refusal> {
    let variables = step.activity.variables(answer, &session.moment());
    session.state.vars.extend(variables);
    if let (Activity::Form(form), Answer::Form { fields }) = (&step.activity, answer) {
        for (field, value) in form.filings(fields) {
            let events = session.state.firm.fill(field, value)?;
            record_firm(&mut session.state, events);
        }
    }
    Ok(())
}

/// Where the answer submits the application, lets the core examine it first: what it objects to sends the answer back.
fn submit(session: &mut Session, step: &Step, answer: &Answer) -> Vec<Finding> {
    if !submits(step.activity.outcome(answer).effects) && !submits(&step.effects) {
        return Vec::new();
    }
    let objections = session.moment().examine_all();
    objections
        .into_iter()
        .map(|found| Finding {
            at: found.field.id().to_owned(),
            label: String::new(),
            quality: Quality::Wrong,
            misconception: None,
            note: Some(Note::Core { key: found.code.key().to_owned(), args: found.args() }),
            rule: Some(found.rule.clone()),
        })
        .collect()
}

fn submits(effects: &[Effect]) -> bool {
    effects.contains(&Effect::Register)
}

fn note_answer(session: &mut Session, step: &Step, answer: &Answer, judgement: &Judgement, attempt: u8) {
    let moment = session.moment();
    let bearing = step.evidence.iter().filter(|paper| paper.bears);
    let evidence = bearing.map(|paper| (paper.title.text(&moment), moment.opened.contains(&paper.id))).collect();
    let what = Happened::Answered {
        step: step.id.clone(),
        attempt,
        answer: answer.clone(),
        words: step.activity.task().words(answer, &moment),
        judgement: judgement.clone(),
        evidence,
    };
    record(&mut session.state, what);
}

/// Marks an answer: evidence by what had been opened, judgement by the reason, the rest by how much was right.
/// A later attempt earns less, and what it earns replaces nothing that an earlier one did.
fn mark(session: &mut Session, step: &Step, judgement: &Judgement, attempt: u8) {
    let factor = Credit::percent(session.mode.attempt_percent(attempt));
    let bearing: Vec<_> = step.evidence.iter().filter(|paper| paper.bears).collect();
    let opened = bearing.iter().filter(|paper| session.state.opened.contains(&paper.id)).count();
    let seen = Credit::share(i64::try_from(opened).unwrap_or(0), i64::try_from(bearing.len()).unwrap_or(0));
    for (criterion, of) in &step.marks {
        let earned = match criterion {
            Criterion::Evidence => seen,
            Criterion::Judgement => judgement.reasoning,
            _ => judgement.credit,
        };
        let mark = Mark {
            decision: session.state.deciding,
            step: step.id.clone(),
            criterion: *criterion,
            share: earned.of(factor),
            of: *of,
        };
        session.state.marks.push(mark);
    }
}

fn send_back(
    session: &mut Session,
    step: &Step,
    answer: &Answer,
    judgement: &Judgement,
    days: u16,
    say: &[format::Line],
) -> Result<(), Refused> {
    let findings: Vec<Finding> =
        judgement.findings.iter().filter(|finding| finding.quality == Quality::Wrong).cloned().collect();
    session.state.objections.clone_from(&findings);
    session.state.attempted = Some(answer.clone());
    session.state.rounds.clear();
    let times = session.state.returned.entry(step.id.clone()).or_insert(0);
    *times = times.saturating_add(1);
    let said = spoken(session, say);
    record(&mut session.state, Happened::Returned { step: step.id.clone(), days, findings, said });
    take_days(session, days)
}

/// After the last attempt somebody fills it in with the trainee: what is right takes the place of what was wrong.
fn help(session: &mut Session, step: &Step, helped: &[format::Line]) -> Result<Answer, Refused> {
    let said = spoken(session, helped);
    record(&mut session.state, Happened::Helped { step: step.id.clone(), said });
    let best = step.activity.task().best(&session.moment());
    file(session, step, &best)?;
    let submitting = submits(&step.effects) || submits(step.activity.outcome(&best).effects);
    // What the authority does not object to stays as the trainee chose it: a name of their own, another fair address.
    if submitting && !session.moment().examine_all().is_empty() {
        amend(session)?;
    }
    Ok(best)
}

/// Puts every field of the application right, as a clerk does who sits down beside the applicant.
fn amend(session: &mut Session) -> Result<(), Refused> {
    let scenario = std::sync::Arc::clone(&session.scenario);
    for step in &scenario.steps {
        if !session.state.answers.contains_key(&step.id) {
            continue;
        }
        let best = step.activity.task().best(&session.moment());
        file(session, step, &best)?;
        let fills = step.activity.outcome(&best).effects.iter().filter(|effect| matches!(effect, Effect::Fill(..)));
        fills.into_iter().try_for_each(|effect| bring_one(session, effect))?;
    }
    Ok(())
}

/// The step is done: what the answer and the step bring about, the days it takes, and the way onward.
fn pass(session: &mut Session, step: &Step, answer: &Answer) -> Result<(), Refused> {
    session.state.answers.insert(step.id.clone(), answer.clone());
    session.state.objections.clear();
    session.state.attempted = None;
    carry_out(session, step, answer)?;
    session.state.rounds.clear();
    let outcome = step.activity.outcome(answer);
    let said = spoken(session, outcome.reply);
    if !said.is_empty() {
        record(&mut session.state, Happened::Replied { said });
    }
    bring_about(session, outcome.effects)?;
    bring_about(session, &step.effects)?;
    take_days(session, step.days)?;
    let next = outcome.next.or(step.next.as_deref());
    onward(session, next);
    Ok(())
}

fn onward(session: &mut Session, next: Option<&str>) {
    if session.state.finishing || next == Some("end") {
        return close(session);
    }
    let following = session.state.at.unwrap_or(0).saturating_add(1);
    let named = next.and_then(|id| session.scenario.steps.iter().position(|step| step.id == id));
    let place = named.and_then(|place| u32::try_from(place).ok()).unwrap_or(following);
    go_to(session, place);
    if session.state.at.is_none() {
        close(session);
    }
}

/// Goes to the step at a place, or the next after it whose condition holds; past the last there is none.
fn go_to(session: &mut Session, place: u32) {
    let mut place = place;
    session.state.at = loop {
        let Some(step) = usize::try_from(place).ok().and_then(|place| session.scenario.steps.get(place)) else {
            break None;
        };
        if step.when.holds(&session.moment()) {
            break Some(place);
        }
        place = place.saturating_add(1);
    };
}

fn close(session: &mut Session) {
    session.state.at = None;
    let moment = session.moment();
    let ending = session.scenario.endings.iter().find(|ending| ending.when.holds(&moment));
    let Some(ending) = ending.map(|ending| ending.id.clone()) else { return };
    session.state.ending = Some(ending.clone());
    record(&mut session.state, Happened::Ended { ending });
}

fn bring_about(session: &mut Session, effects: &[Effect]) -> Result<(), Refused> {
    effects.iter().try_for_each(|effect| bring_one(session, effect))
}

/// Lets days pass one by one: duties fall due and events arrive on their day.
pub(super) fn take_days(session: &mut Session, days: u16) -> Result<(), Refused> {
    let first = match &session.origin {
        Some(origin) => origin.carried.firm.today(),
        None => session.scenario.start.fresh().date,
    };
    for _ in 0..days {
        if first.plus_months(MONTHS_MAX).is_ok_and(|last| session.state.firm.today() >= last) {
            return Err(Refused::TooLate);
        }
        let policy = std::sync::Arc::clone(&session.policy);
        let events = session.state.firm.pass_day(&policy)?;
        record_firm(&mut session.state, events);
        arrive(session)?;
    }
    Ok(())
}

/// Events whose day has come, in the order they were scheduled.
fn arrive(session: &mut Session) -> Result<(), Refused> {
    let today = session.state.firm.today();
    if session.state.scheduled.iter().all(|scheduled| scheduled.due > today) {
        return Ok(());
    }
    let (due, waiting) = session.state.scheduled.drain(..).partition(|scheduled: &Scheduled| scheduled.due <= today);
    session.state.scheduled = waiting;
    let due: Vec<Scheduled> = due;
    let scenario = std::sync::Arc::clone(&session.scenario);
    for scheduled in due {
        let event = scenario.events.iter().find(|event| event.id == scheduled.event);
        let Some(event) = event.filter(|event| event.when.holds(&session.moment())) else { continue };
        if arrived_this_month(session) >= EVENTS_A_MONTH_MAX {
            return Err(Refused::TooMuch);
        }
        arrive_one(session, event, scheduled.cause)?;
    }
    Ok(())
}

fn arrived_this_month(session: &Session) -> usize {
    let month = session.state.firm.today().first_of_month();
    let this_month = session.state.chronicle.iter().rev().take_while(|record| record.date >= month);
    this_month.filter(|record| matches!(record.what, Happened::Arrived { .. })).count()
}

fn arrive_one(session: &mut Session, event: &Happening, cause: u32) -> Result<(), Refused> {
    session.state.happened.insert(event.id.clone());
    let moment = session.moment();
    let what = Happened::Arrived {
        event: event.id.clone(),
        title: event.title.text(&moment),
        said: spoken(session, &event.say),
        because: event.because.text(&moment),
        rule: event.rule.clone(),
    };
    let date = session.state.firm.today();
    session.state.chronicle.push(Record { during: session.state.deciding, cause, date, what });
    session.state.firm.set_cause(Some(cause));
    let done = bring_about(session, &event.effects);
    let deciding = session.state.deciding;
    session.state.firm.set_cause(Some(deciding));
    done
}

fn spoken(session: &Session, lines: &[format::Line]) -> Vec<Line> {
    let moment = session.moment();
    lines.iter().map(|(who, said)| (who.clone(), said.text(&moment))).collect()
}

pub(super) fn record(state: &mut State, what: Happened) {
    let date = state.firm.today();
    state.chronicle.push(Record { during: state.deciding, cause: state.deciding, date, what });
}

pub(super) fn record_firm(state: &mut State, events: Vec<FirmEvent>) {
    for event in events {
        let record = Record {
            during: state.deciding,
            cause: event.cause().unwrap_or(state.deciding),
            date: event.date(),
            what: Happened::Firm(event),
        };
        state.chronicle.push(record);
    }
}
