//! Names that must lead somewhere.

use std::collections::BTreeSet;

use super::{Subject, walk};
use crate::scenario::activity::{Activity, Form};
use crate::scenario::condition::Condition;
use crate::scenario::effect::Effect;
use crate::scenario::format::{Line, Scenario, Wrong};
use crate::scenario::problem::{Code, Diagnostic};
use crate::scenario::term::{Piece, Term};
use crate::scenario::trial::Play;
use crate::scenario::venue::VENUES;

fn unknown(subject: &Subject<'_>, code: Code, path: &[&str], name: &str) -> Diagnostic {
    let mut path = path.to_vec();
    path.push(name);
    subject.source.near(code, &path, &[("name", name)])
}

/// Whether a text can be an id: small letters, digits and hyphens.
pub fn sound(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Ids: ASCII, and none twice.
pub(super) fn ids(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let mut out = Vec::new();
    if !sound(&scenario.id) {
        out.push(unknown(subject, Code::BadId, &[], &scenario.id));
    }
    let mut seen = BTreeSet::new();
    let tops = scenario.steps.iter().map(|step| step.id.as_str());
    let tops = tops.chain(scenario.events.iter().map(|event| event.id.as_str()));
    for id in tops.chain(scenario.endings.iter().map(|ending| ending.id.as_str())) {
        if !sound(id) {
            out.push(unknown(subject, Code::BadId, &[], id));
        }
        if !seen.insert(id) {
            out.push(subject.source.near(Code::DuplicateId, &[id, id], &[("name", id)]));
        }
    }
    let mut papers = BTreeSet::new();
    for step in &scenario.steps {
        let mut inner = BTreeSet::new();
        for id in step.activity.task().ids() {
            if !inner.insert(id) {
                out.push(subject.source.near(Code::DuplicateId, &[&step.id, id, id], &[("name", id)]));
            }
        }
        for paper in &step.evidence {
            if !papers.insert(paper.id.as_str()) {
                out.push(subject.source.near(Code::DuplicateId, &[&step.id, &paper.id], &[("name", &paper.id)]));
            }
        }
    }
    out
}

/// Who speaks and where.
pub(super) fn people_and_places(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let mut out = Vec::new();
    for (id, person) in scenario.cast.iter() {
        if !VENUES.contains(&person.venue.as_str()) {
            out.push(unknown(subject, Code::UnknownVenue, &[id], &person.venue));
        }
    }
    for step in &scenario.steps {
        if !VENUES.contains(&step.at.as_str()) {
            out.push(unknown(subject, Code::UnknownVenue, &[&step.id], &step.at));
        }
        for who in speakers(step) {
            if who != "narrator" && !scenario.cast.has(who) {
                out.push(unknown(subject, Code::UnknownPerson, &[&step.id], who));
            }
        }
    }
    for event in &scenario.events {
        for (who, _) in event.say.iter().filter(|(who, _)| who != "narrator" && !scenario.cast.has(who)) {
            out.push(unknown(subject, Code::UnknownPerson, &[&event.id], who));
        }
    }
    out
}

fn speakers(step: &crate::scenario::format::Step) -> Vec<&str> {
    let mut lines: Vec<&Line> = step.say.iter().collect();
    if let Wrong::Return { say, helped, .. } = &step.wrong {
        lines.extend(say.iter().chain(helped));
    }
    if let Activity::Choose(choose) = &step.activity {
        lines.extend(choose.options.iter().flat_map(|option| &option.reply));
    }
    lines.into_iter().map(|(who, _)| who.as_str()).collect()
}

/// Where steps and options lead.
pub(super) fn ways(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let mut out = Vec::new();
    let known = |id: &str| id == "end" || scenario.steps.iter().any(|step| step.id == id);
    for step in &scenario.steps {
        let options = match &step.activity {
            Activity::Choose(choose) => choose.options.as_slice(),
            _ => &[],
        };
        let nexts = options.iter().filter_map(|option| option.next.as_deref()).chain(step.next.as_deref());
        out.extend(
            nexts.filter(|next| !known(next)).map(|next| unknown(subject, Code::UnknownStep, &[&step.id], next)),
        );
    }
    out
}

/// What conditions ask about.
pub(super) fn conditions(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let variables = variables(scenario);
    let mut out = Vec::new();
    for (path, condition) in walk::conditions(scenario) {
        let problem = match condition {
            Condition::Var(name, _) if !variables.contains(name.as_str()) => Some((Code::UnknownReference, name)),
            Condition::Chose(step, option) => match chosen(scenario, step, option) {
                Chosen::NoStep => Some((Code::UnknownStep, step)),
                Chosen::NoOption => Some((Code::UnknownOption, option)),
                Chosen::Known => None,
            },
            Condition::Flawless(step) | Condition::Returned(step, _)
                if !scenario.steps.iter().any(|known| known.id == *step) =>
            {
                Some((Code::UnknownStep, step))
            }
            Condition::Opened(paper) if !papers(scenario).contains(paper.as_str()) => {
                Some((Code::UnknownEvidence, paper))
            }
            Condition::Overdue(duty) | Condition::InTime(duty) if subject.policy.duty(duty).is_none() => {
                Some((Code::UnknownDuty, duty))
            }
            Condition::Happened(event) if !scenario.events.iter().any(|known| known.id == *event) => {
                Some((Code::UnknownEvent, event))
            }
            _ => None,
        };
        out.extend(problem.map(|(code, name)| unknown(subject, code, &path, name)));
    }
    out
}

enum Chosen {
    NoStep,
    NoOption,
    Known,
}

fn chosen(scenario: &Scenario, step: &str, option: &str) -> Chosen {
    let Some(step) = scenario.steps.iter().find(|known| known.id == step) else { return Chosen::NoStep };
    match &step.activity {
        Activity::Choose(choose) if choose.options.iter().any(|known| known.id == option) => Chosen::Known,
        _ => Chosen::NoOption,
    }
}

/// Events and duties that effects name.
pub(super) fn effects(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (path, effect) in walk::effects(subject.scenario) {
        match effect {
            Effect::Schedule(event, _) if !subject.scenario.events.iter().any(|known| known.id == *event) => {
                out.push(unknown(subject, Code::UnknownEvent, &path, event));
            }
            Effect::Owe(duty) | Effect::Fulfil(duty) | Effect::PutOff(duty) if subject.policy.duty(duty).is_none() => {
                out.push(unknown(subject, Code::UnknownDuty, &path, duty));
            }
            _ => {}
        }
    }
    out
}

/// References in texts.
pub(super) fn texts(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let variables = variables(subject.scenario);
    let policy = subject.policy;
    let known = |name: &str| {
        let base = name.split_once('+').map_or(name, |(base, _)| base);
        match base.strip_prefix("policy.") {
            Some(figure) => !policy.figure_entries(figure).is_empty(),
            None => {
                ["today", "founded", "company.name", "company.code", "cash"].contains(&base) || variables.contains(base)
            }
        }
    };
    let mut out = Vec::new();
    for (path, text) in walk::texts(subject.scenario) {
        match text.pieces() {
            Err(_) => out.push(unknown(subject, Code::Brace, &path, text.raw())),
            Ok(pieces) => {
                for piece in pieces {
                    if let Piece::Reference(name) = piece
                        && !known(name)
                    {
                        let mut path = path.clone();
                        path.push(text.raw());
                        out.push(subject.source.near(Code::UnknownReference, &path, &[("name", name)]));
                    }
                }
            }
        }
    }
    out
}

/// Rules and misconceptions cited.
pub(super) fn rules(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let cited = walk::rules(subject.scenario).into_iter().filter(|(_, rule)| subject.policy.rule(rule).is_none());
    let mut out: Vec<Diagnostic> = cited.map(|(path, rule)| unknown(subject, Code::UnknownRule, &path, rule)).collect();
    for step in &subject.scenario.steps {
        step.activity.task().faults(&mut |fault| {
            if let Some(misconception) = fault.misconception
                && !subject.scenario.misconceptions.has(misconception)
            {
                out.push(unknown(subject, Code::UnknownMisconception, &[&step.id, fault.at], misconception));
            }
        });
    }
    out
}

/// Options, items, bins and reasons that an activity's parts name.
pub(super) fn parts_of_activities(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for step in &subject.scenario.steps {
        let known: BTreeSet<&str> = step.activity.task().ids().into_iter().collect();
        let named: Vec<&str> = match &step.activity {
            Activity::Choose(choose) => {
                let fits = choose.reasons.iter().flat_map(|reason| reason.fits.iter().map(String::as_str));
                fits.chain(choose.best.as_deref()).collect()
            }
            Activity::Arrange(arrange) => {
                let pairs = arrange.order.iter().flat_map(|order| [order.first.as_str(), order.then.as_str()]);
                pairs.chain(arrange.best.iter().map(String::as_str)).collect()
            }
            Activity::Classify(classify) => classify.items.iter().map(|item| item.bin.as_str()).collect(),
            Activity::Inspect(inspect) => {
                inspect.clauses.iter().filter_map(|clause| Some(clause.flaw.as_ref()?.reason.as_str())).collect()
            }
            Activity::Form(form) => {
                out.extend(ticked(subject, &step.id, form));
                Vec::new()
            }
        };
        let missing = named.into_iter().filter(|name| !known.contains(name));
        out.extend(missing.map(|name| unknown(subject, Code::UnknownItem, &[&step.id], name)));
    }
    out
}

fn ticked(subject: &Subject<'_>, step: &str, form: &Form) -> Vec<Diagnostic> {
    use crate::scenario::activity::{FieldKind, Right};
    let mut out = Vec::new();
    for field in &form.fields {
        let FieldKind::Many(items) = &field.kind else { continue };
        if let Right::Ticked { all, none } = &field.right {
            // What a variable holds is known only once it is drawn.
            let literal = all.iter().chain(none).map(Term::raw).filter(|name| !name.contains('{'));
            let missing = literal.filter(|name| !items.iter().any(|item| item.id == *name));
            out.extend(missing.map(|name| unknown(subject, Code::UnknownItem, &[step, &field.id], name)));
        }
    }
    out
}

/// Steps, endings and misconceptions that tests name.
pub(super) fn tests(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let mut out = Vec::new();
    for trial in &scenario.tests {
        if let Play::ExpertBut(table) | Play::UnreadBut(table) = &trial.play {
            let missing = table.names().filter(|step| !scenario.steps.iter().any(|known| known.id == **step));
            out.extend(missing.map(|step| unknown(subject, Code::UnknownStep, &[&trial.name], step)));
        }
        let ending = trial.ends.iter().filter(|id| !scenario.endings.iter().any(|ending| ending.id == **id));
        out.extend(ending.map(|id| unknown(subject, Code::UnknownEnding, &[&trial.name], id)));
        let missing = trial.meets.iter().filter(|id| !scenario.misconceptions.has(id));
        out.extend(missing.map(|id| unknown(subject, Code::UnknownMisconception, &[&trial.name], id)));
    }
    out
}

/// Every name that a reference may use: what is drawn, what forms fill in, what effects set.
fn variables(scenario: &Scenario) -> BTreeSet<&str> {
    let mut names: BTreeSet<&str> = scenario.vary.names().collect();
    for step in &scenario.steps {
        if let Activity::Form(form) = &step.activity {
            names.extend(form.fields.iter().map(|field| field.id.as_str()));
        }
    }
    for (_, effect) in walk::effects(scenario) {
        if let Effect::Set(name, _) = effect {
            names.insert(name);
        }
    }
    names
}

fn papers(scenario: &Scenario) -> BTreeSet<&str> {
    scenario.steps.iter().flat_map(|step| step.evidence.iter().map(|paper| paper.id.as_str())).collect()
}
