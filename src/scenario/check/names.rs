//! Names that must lead somewhere.

use std::collections::BTreeSet;

use super::{Subject, walk};
use crate::scenario::activity::{Activity, Form, NOBODY};
use crate::scenario::condition::{Condition, Holding};
use crate::scenario::effect::{Effect, Grant, ReturnGrant};
use crate::scenario::format::{Line, Scenario, Wrong};
use crate::scenario::nearest;
use crate::scenario::problem::{Code, Diagnostic};
use crate::scenario::term::{Piece, Term};
use crate::scenario::trial::Play;
use crate::scenario::venue;

/// A name that leads nowhere, with the nearest of those that lead somewhere.
fn unknown<'a>(
    subject: &Subject<'_>,
    code: Code,
    path: &[&str],
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    let mut path = path.to_vec();
    path.push(name);
    let near = if subject.source.is_weary() { None } else { nearest::to(name, known) };
    subject.source.near(code, &path, &named(name, near))
}

/// The values of such a problem's message.
fn named<'a>(name: &'a str, near: Option<&'a str>) -> Vec<(&'a str, &'a str)> {
    let mut args = vec![("name", name)];
    args.extend(near.map(|near| ("near", near)));
    args
}

fn step_ids(scenario: &Scenario) -> impl Iterator<Item = &str> {
    scenario.steps.iter().map(|step| step.id.as_str())
}

fn event_ids(scenario: &Scenario) -> impl Iterator<Item = &str> {
    scenario.events.iter().map(|event| event.id.as_str())
}

fn duty_ids<'a>(subject: &Subject<'a>) -> impl Iterator<Item = &'a str> {
    subject.policy.duties().iter().map(|duty| duty.id.as_str())
}

fn licence_ids<'a>(subject: &Subject<'a>) -> impl Iterator<Item = &'a str> {
    subject.policy.licences().iter().map(|licence| licence.id.as_str())
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
        out.push(unknown(subject, Code::BadId, &[], &scenario.id, []));
    }
    let mut seen = BTreeSet::new();
    let tops = scenario.steps.iter().map(|step| step.id.as_str());
    let tops = tops.chain(scenario.events.iter().map(|event| event.id.as_str()));
    for id in tops.chain(scenario.endings.iter().map(|ending| ending.id.as_str())) {
        if !sound(id) {
            out.push(unknown(subject, Code::BadId, &[], id, []));
        }
        if !seen.insert(id) {
            out.push(subject.source.second(Code::DuplicateId, &[], id));
        }
    }
    let mut papers = BTreeSet::new();
    for step in &scenario.steps {
        let mut inner = BTreeSet::new();
        for id in step.activity.task().ids() {
            if !inner.insert(id) {
                out.push(subject.source.second(Code::DuplicateId, &[&step.id], id));
            }
        }
        for paper in &step.evidence {
            if !papers.insert(paper.id.as_str()) {
                out.push(subject.source.second(Code::DuplicateId, &[], &paper.id));
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
        if !venue::ids().contains(&person.venue.as_str()) {
            out.push(unknown(subject, Code::UnknownVenue, &[id], &person.venue, venue::ids()));
        }
    }
    for step in &scenario.steps {
        if !venue::ids().contains(&step.at.as_str()) {
            out.push(unknown(subject, Code::UnknownVenue, &[&step.id], &step.at, venue::ids()));
        }
        for who in speakers(step) {
            if who != "narrator" && !scenario.cast.has(who) {
                out.push(unknown(subject, Code::UnknownPerson, &[&step.id], who, speakers_known(scenario)));
            }
        }
    }
    for event in &scenario.events {
        for (who, _) in event.say.iter().filter(|(who, _)| who != "narrator" && !scenario.cast.has(who)) {
            out.push(unknown(subject, Code::UnknownPerson, &[&event.id], who, speakers_known(scenario)));
        }
    }
    out
}

fn speakers_known(scenario: &Scenario) -> impl Iterator<Item = &str> {
    scenario.cast.names().chain(["narrator"])
}

fn speakers(step: &crate::scenario::format::Step) -> Vec<&str> {
    let mut lines: Vec<&Line> = step.say.iter().collect();
    if let Wrong::Return { say, helped, .. } = &step.wrong {
        lines.extend(say.iter().chain(helped));
    }
    if let Activity::Choose(choose) = &step.activity {
        lines.extend(choose.options.iter().flat_map(|option| &option.reply));
    }
    let mut who: Vec<&str> = lines.into_iter().map(|(who, _)| who.as_str()).collect();
    if let Activity::Negotiate(negotiate) = &step.activity {
        who.push(&negotiate.with);
    }
    who
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
            nexts
                .filter(|next| !known(next))
                .map(|next| unknown(subject, Code::UnknownStep, &[&step.id], next, step_ids(scenario).chain(["end"]))),
        );
    }
    out
}

/// What conditions ask about.
pub(super) fn conditions(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let variables = variables(scenario);
    let papers = papers(scenario);
    let mut out = Vec::new();
    for (path, condition) in walk::conditions(scenario) {
        let lost = |code, name: &str, known: &mut dyn Iterator<Item = &str>| unknown(subject, code, &path, name, known);
        let problem = match condition {
            Condition::Var(name, _) | Condition::Known(name) | Condition::VarAtLeast(name, _)
                if !variables.contains(name.as_str()) =>
            {
                Some(lost(Code::UnknownReference, name, &mut variables.iter().copied()))
            }
            Condition::Chose(step, option) => match chosen(scenario, step, option) {
                Chosen::NoStep => Some(lost(Code::UnknownStep, step, &mut step_ids(scenario))),
                Chosen::NoOption(options) => Some(lost(Code::UnknownOption, option, &mut options.into_iter())),
                Chosen::Known => None,
            },
            Condition::Flawless(step) | Condition::Returned(step, _)
                if !step_ids(scenario).any(|known| known == step) =>
            {
                Some(lost(Code::UnknownStep, step, &mut step_ids(scenario)))
            }
            Condition::Opened(paper) if !papers.contains(paper.as_str()) => {
                Some(lost(Code::UnknownEvidence, paper, &mut papers.iter().copied()))
            }
            Condition::Happened(event) if !event_ids(scenario).any(|known| known == event) => {
                Some(lost(Code::UnknownEvent, event, &mut event_ids(scenario)))
            }
            other => of_company(subject, &path, other),
        };
        out.extend(problem);
    }
    out
}

/// What a condition on the company asks about: a duty or a licence of the policy.
pub(super) fn of_company(subject: &Subject<'_>, path: &[&str], condition: &Condition) -> Option<Diagnostic> {
    match condition {
        Condition::Overdue(duty) | Condition::InTime(duty) if subject.policy.duty(duty).is_none() => {
            Some(unknown(subject, Code::UnknownDuty, path, duty, duty_ids(subject)))
        }
        Condition::Has(Holding::Licence(id)) if id != "business" && subject.policy.licence(id).is_none() => {
            Some(unknown(subject, Code::UnknownLicence, path, id, licence_ids(subject).chain(["business"])))
        }
        _ => None,
    }
}

enum Chosen<'a> {
    NoStep,
    NoOption(Vec<&'a str>),
    Known,
}

fn chosen<'a>(scenario: &'a Scenario, step: &str, option: &str) -> Chosen<'a> {
    let Some(step) = scenario.steps.iter().find(|known| known.id == step) else { return Chosen::NoStep };
    let choices = step.activity.choices();
    if choices.contains(&option) { Chosen::Known } else { Chosen::NoOption(choices) }
}

/// Events and duties that effects name.
pub(super) fn effects(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (path, effect) in walk::effects(subject.scenario) {
        match effect {
            Effect::Schedule(event, _) if !subject.scenario.events.iter().any(|known| known.id == *event) => {
                out.push(unknown(subject, Code::UnknownEvent, &path, event, event_ids(subject.scenario)));
            }
            Effect::Owe(duty, _) | Effect::Fulfil(duty) | Effect::PutOff(duty)
                if subject.policy.duty(duty).is_none() =>
            {
                out.push(unknown(subject, Code::UnknownDuty, &path, duty, duty_ids(subject)));
            }
            Effect::Grant(Grant { programme, .. }) | Effect::ReturnGrant(ReturnGrant { programme, .. })
                if subject.policy.grant(programme).is_none() =>
            {
                let known = subject.policy.grants().iter().map(|known| known.id.as_str());
                out.push(unknown(subject, Code::UnknownProgramme, &path, programme, known));
            }
            Effect::License(id) if subject.policy.licence(id).is_none() => {
                out.push(unknown(subject, Code::UnknownLicence, &path, id, licence_ids(subject)));
            }
            _ => {}
        }
    }
    out
}

/// Names that a reference may use in every scene.
const ALWAYS_KNOWN: [&str; 5] = ["today", "founded", "company.name", "company.code", "cash"];

/// References in texts.
pub(super) fn texts(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let variables = variables(subject.scenario);
    let policy = subject.policy;
    let known = |name: &str| {
        let base = name.split_once('+').map_or(name, |(base, _)| base);
        match base.strip_prefix("policy.") {
            Some(figure) => !policy.figure_entries(figure).is_empty(),
            None => ALWAYS_KNOWN.contains(&base) || variables.contains(base),
        }
    };
    let mut out = Vec::new();
    for (path, text) in subject.texts.iter().filter(|(_, text)| !text.is_plain()) {
        let Ok(pieces) = text.pieces() else {
            out.push(unknown(subject, Code::Brace, path, text.raw(), []));
            continue;
        };
        let mut path = path.clone();
        path.push(text.raw());
        for piece in pieces {
            let Piece::Reference(name) = piece else { continue };
            if !known(name) {
                let near = if subject.source.is_weary() { None } else { nearest_reference(name, &variables, subject) };
                let args = named(name, near.as_deref());
                out.push(subject.source.reference(Code::UnknownReference, &path, name, &args));
            }
        }
    }
    out
}

fn nearest_reference(name: &str, variables: &BTreeSet<&str>, subject: &Subject<'_>) -> Option<String> {
    match name.strip_prefix("policy.") {
        Some(figure) => {
            let near = nearest::to(figure, subject.policy.figures().map(|entry| entry.id.as_str()))?;
            Some(format!("policy.{near}"))
        }
        None => nearest::to(name, variables.iter().copied().chain(ALWAYS_KNOWN)).map(ToOwned::to_owned),
    }
}

/// Rules and misconceptions cited.
pub(super) fn rules(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let cited = walk::rules(subject.scenario).into_iter().filter(|(_, rule)| subject.policy.rule(rule).is_none());
    let mut out: Vec<Diagnostic> = cited
        .map(|(path, rule)| {
            let known = subject.policy.rules().map(|rule| rule.id.as_str());
            unknown(subject, Code::UnknownRule, &path, rule, known)
        })
        .collect();
    for step in &subject.scenario.steps {
        step.activity.task().faults(&mut |fault| {
            if let Some(misconception) = fault.misconception
                && !subject.scenario.misconceptions.has(misconception)
            {
                let known = subject.scenario.misconceptions.names();
                out.push(unknown(subject, Code::UnknownMisconception, &[&step.id, fault.at], misconception, known));
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
            Activity::Allocate(allocate) => {
                allocate.demands.iter().flat_map(|demand| demand.of.iter().map(String::as_str)).collect()
            }
            Activity::Negotiate(negotiate) => negotiate.wrong.iter().map(|wrong| wrong.issue.as_str()).collect(),
            Activity::Hire(hire) => Some(hire.best.as_str()).filter(|best| *best != NOBODY).into_iter().collect(),
            Activity::Pitch(pitch) => {
                let pairs = pitch.order.iter().flat_map(|order| [order.first.as_str(), order.then.as_str()]);
                let asked = pitch.questions.iter();
                let asked = asked.flat_map(|asked| asked.without.as_deref().into_iter().chain([asked.best.as_str()]));
                pairs.chain(asked).chain(pitch.best.iter().map(String::as_str)).collect()
            }
            Activity::Voucher(_) | Activity::Worksheet(_) | Activity::Operate(_) => Vec::new(),
            Activity::Form(form) => {
                out.extend(ticked(subject, &step.id, form));
                Vec::new()
            }
        };
        let missing = named.into_iter().filter(|name| !known.contains(name));
        out.extend(missing.map(|name| unknown(subject, Code::UnknownItem, &[&step.id], name, known.iter().copied())));
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
            let known = || items.iter().map(|item| item.id.as_str());
            out.extend(missing.map(|name| unknown(subject, Code::UnknownItem, &[step, &field.id], name, known())));
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
            out.extend(
                missing.map(|step| unknown(subject, Code::UnknownStep, &[&trial.name], step, step_ids(scenario))),
            );
        }
        let ending = trial.ends.iter().filter(|id| !scenario.endings.iter().any(|ending| ending.id == **id));
        let endings = || scenario.endings.iter().map(|ending| ending.id.as_str());
        out.extend(ending.map(|id| unknown(subject, Code::UnknownEnding, &[&trial.name], id, endings())));
        let missing = trial.meets.iter().filter(|id| !scenario.misconceptions.has(id));
        let known = || scenario.misconceptions.names();
        out.extend(missing.map(|id| unknown(subject, Code::UnknownMisconception, &[&trial.name], id, known())));
    }
    out
}

/// Every name that a reference may use: what is drawn, what forms fill in, what effects set.
pub(super) fn variables(scenario: &Scenario) -> BTreeSet<&str> {
    scenario.vary.names().chain(written(scenario)).collect()
}

/// Variables that answers and effects write.
pub(super) fn written(scenario: &Scenario) -> BTreeSet<&str> {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for step in &scenario.steps {
        names.extend(step.activity.variable_names());
    }
    for (_, effect) in walk::effects(scenario) {
        names.extend(effect.writes());
    }
    names
}

fn papers(scenario: &Scenario) -> BTreeSet<&str> {
    scenario.steps.iter().flat_map(|step| step.evidence.iter().map(|paper| paper.id.as_str())).collect()
}
