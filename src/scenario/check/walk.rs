//! Walks over a scene: every effect, condition, text and cited rule, each with the names that lead to its place in the file.

use crate::scenario::activity::{Activity, Right};
use crate::scenario::condition::Condition;
use crate::scenario::effect::Effect;
use crate::scenario::format::{Fresh, Scenario, Step, Wrong};
use crate::scenario::term::Term;

/// Where something stands: names to look for in the file, each after the one before.
pub(crate) type Path<'a> = Vec<&'a str>;

/// Every effect.
pub(crate) fn effects(scenario: &Scenario) -> Vec<(Path<'_>, &Effect)> {
    let before = scenario.start.fresh().before.iter();
    let mut out: Vec<(Path<'_>, &Effect)> = before.map(|effect| (Vec::new(), effect)).collect();
    for step in &scenario.steps {
        out.extend(step.effects.iter().map(|effect| (vec![step.id.as_str()], effect)));
        if let Activity::Choose(choose) = &step.activity {
            for option in &choose.options {
                out.extend(option.effects.iter().map(|effect| (vec![step.id.as_str(), option.id.as_str()], effect)));
            }
        }
    }
    for event in &scenario.events {
        out.extend(event.effects.iter().map(|effect| (vec![event.id.as_str()], effect)));
    }
    out
}

/// Every condition, with those inside it.
pub(crate) fn conditions(scenario: &Scenario) -> Vec<(Path<'_>, &Condition)> {
    let mut roots: Vec<(Path<'_>, &Condition)> = Vec::new();
    for step in &scenario.steps {
        roots.push((vec![step.id.as_str()], &step.when));
        roots.extend(activity_conditions(step));
    }
    roots.extend(scenario.events.iter().map(|event| (vec![event.id.as_str()], &event.when)));
    roots.extend(scenario.endings.iter().map(|ending| (vec![ending.id.as_str()], &ending.when)));
    let mut out: Vec<(Path<'_>, &Condition)> = Vec::new();
    for (path, root) in roots {
        root.walk(&mut |inner| out.push((path.clone(), inner)));
    }
    out
}

/// The path to an element of a step's activity.
fn within<'a>(step: &'a Step, element: &'a str) -> Path<'a> {
    vec![step.id.as_str(), element]
}

fn activity_conditions(step: &Step) -> Vec<(Path<'_>, &Condition)> {
    match &step.activity {
        Activity::Choose(choose) => {
            let whens = choose.options.iter().map(|option| (within(step, &option.id), &option.when));
            let bests = choose.options.iter();
            let bests = bests.filter_map(|option| Some((within(step, &option.id), option.best_when.as_ref()?)));
            whens.chain(bests).collect()
        }
        Activity::Classify(classify) => {
            classify.items.iter().map(|item| (within(step, &item.id), &item.when)).collect()
        }
        Activity::Inspect(inspect) => inspect
            .clauses
            .iter()
            .filter_map(|clause| Some((within(step, &clause.id), &clause.flaw.as_ref()?.when)))
            .collect(),
        Activity::Negotiate(negotiate) => vec![(vec![step.id.as_str()], &negotiate.leave)],
        Activity::Pitch(pitch) => pitch.questions.iter().map(|asked| (within(step, &asked.id), &asked.when)).collect(),
        _ => Vec::new(),
    }
}

/// Every text with references.
pub(crate) fn texts(scenario: &Scenario) -> Vec<(Path<'_>, &Term)> {
    let mut out: Vec<(Path<'_>, &Term)> = Vec::new();
    let Fresh { cash, taken, .. } = scenario.start.fresh();
    out.push((Vec::new(), cash));
    out.extend(taken.iter().flat_map(|name| [(Vec::new(), &name.trade_name), (Vec::new(), &name.industry)]));
    for (id, person) in scenario.cast.iter() {
        out.extend([(vec![id], &person.name), (vec![id], &person.role)]);
    }
    for step in &scenario.steps {
        out.extend(step_texts(step));
    }
    for event in &scenario.events {
        let path = vec![event.id.as_str()];
        out.extend([(path.clone(), &event.title), (path.clone(), &event.because)]);
        out.extend(event.say.iter().map(|(_, said)| (path.clone(), said)));
    }
    out.extend(scenario.endings.iter().map(|ending| (vec![ending.id.as_str()], &ending.text)));
    for (path, effect) in effects(scenario) {
        effect.terms(&mut |term, _| out.push((path.clone(), term)));
    }
    for (path, condition) in conditions(scenario) {
        condition.terms(&mut |term| out.push((path.clone(), term)));
    }
    out
}

fn step_texts(step: &Step) -> Vec<(Path<'_>, &Term)> {
    let path = vec![step.id.as_str()];
    let mut out: Vec<(Path<'_>, &Term)> = vec![(path.clone(), &step.expert)];
    out.extend(step.say.iter().map(|(_, said)| (path.clone(), said)));
    out.extend(step.hint.iter().map(|hint| (path.clone(), hint)));
    if let Wrong::Return { say, helped, .. } = &step.wrong {
        out.extend(say.iter().chain(helped).map(|(_, said)| (path.clone(), said)));
    }
    for paper in &step.evidence {
        let path = vec![step.id.as_str(), paper.id.as_str()];
        out.extend([(path.clone(), &paper.title), (path.clone(), &paper.text)]);
        out.extend(paper.rows.iter().flatten().map(|cell| (path.clone(), cell)));
    }
    step.activity.task().texts(&mut |id, term| {
        let mut path = vec![step.id.as_str()];
        path.extend((!id.is_empty()).then_some(id));
        out.push((path, term));
    });
    if let Activity::Form(form) = &step.activity {
        for field in &form.fields {
            let path = vec![step.id.as_str(), field.id.as_str()];
            match &field.right {
                Right::OneOf(terms) => out.extend(terms.iter().map(|term| (path.clone(), term))),
                Right::Within { from, to } | Right::Between { from, to } => {
                    out.extend([(path.clone(), from), (path, to)]);
                }
                Right::Ticked { all, none } => {
                    out.extend(all.iter().chain(none).map(|term| (path.clone(), term)));
                }
                Right::Accepted | Right::Exactly => {}
            }
        }
    }
    out
}

/// Every rule cited.
pub(crate) fn rules(scenario: &Scenario) -> Vec<(Path<'_>, &str)> {
    let mut out: Vec<(Path<'_>, &str)> = Vec::new();
    for step in &scenario.steps {
        step.activity.task().faults(&mut |fault| {
            out.extend(fault.rule.map(|rule| (vec![step.id.as_str(), fault.at], rule)));
        });
        if let Activity::Choose(choose) = &step.activity {
            let cited = choose.options.iter().filter_map(|option| Some((option.id.as_str(), option.rule.as_deref()?)));
            out.extend(cited.map(|(id, rule)| (vec![step.id.as_str(), id], rule)));
        }
        let papers = step.evidence.iter().filter_map(|paper| Some((paper.id.as_str(), paper.rule.as_deref()?)));
        out.extend(papers.map(|(id, rule)| (vec![step.id.as_str(), id], rule)));
    }
    for event in &scenario.events {
        out.extend(event.rule.iter().map(|rule| (vec![event.id.as_str()], rule.as_str())));
    }
    for (path, effect) in effects(scenario) {
        if let Effect::Fine { rule, .. } = effect {
            out.push((path, rule));
        }
    }
    out
}
