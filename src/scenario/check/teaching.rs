//! Teaching that is whole: every wrong answer explained, every criterion earned somewhere, minutes honest.

use std::collections::BTreeSet;

use super::{Subject, walk};
use crate::policy::{Mark, RuleStatus};
use crate::scenario::activity::{Activity, Field, FieldKind};
use crate::scenario::format::Criterion;
use crate::scenario::problem::{Code, Diagnostic};
use crate::scenario::trial::Play;

const DECISIONS_MIN: usize = 5;
const ACTIVITIES_MIN: usize = 4;
const ENDINGS_MIN: usize = 3;
const OUTCOME_WEIGHT_MAX: u16 = 20;
/// Chinese characters that an adult reads in a minute when it matters.
const CHARS_A_MINUTE: usize = 420;
/// Seconds of thought for an answer, beside the reading.
const SECONDS_AN_ANSWER: usize = 25;

/// Wrong answers without a misconception, a word or a rule.
pub(super) fn wrong_answers(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for step in &subject.scenario.steps {
        step.activity.task().faults(&mut |fault| {
            let path = [step.id.as_str(), fault.at];
            let missing = [
                (fault.misconception.is_none(), Code::NoMisconception),
                (fault.because.is_none(), Code::NoReasonGiven),
                (fault.rule.is_none(), Code::NoRule),
            ];
            let codes = missing.into_iter().filter(|(lacks, _)| *lacks).map(|(_, code)| code);
            out.extend(codes.map(|code| subject.source.near(code, &path, &[("name", fault.at)])));
        });
    }
    out
}

/// Choices that may have no best option.
pub(super) fn best_answers(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let lacks = |activity: &Activity| match activity {
        Activity::Choose(choose) => {
            choose.best.is_none() && choose.options.iter().all(|option| option.best_when.is_none())
        }
        Activity::Arrange(arrange) => arrange.best.len() != arrange.items.len(),
        Activity::Form(form) => form.fields.iter().any(|field| field.best.is_empty()),
        Activity::Allocate(allocate) => allocate.lines.iter().any(|line| line.best.is_empty()),
        Activity::Pitch(pitch) => pitch.best.is_empty(),
        Activity::Operate(operate) => operate.levers.iter().any(|lever| lever.best.is_empty()),
        Activity::Hire(hire) => {
            // Nothing ticked is an entry of a contract's further terms.
            let open = |field: &Field| field.best.is_empty() && !matches!(field.kind, FieldKind::Many(_));
            hire.best.is_empty() || hire.terms.iter().any(open)
        }
        Activity::Classify(_)
        | Activity::Inspect(_)
        | Activity::Voucher(_)
        | Activity::Worksheet(_)
        | Activity::Negotiate(_) => false,
    };
    let steps = subject.scenario.steps.iter().filter(|step| lacks(&step.activity));
    steps.map(|step| subject.source.near(Code::NoBest, &[&step.id], &[("name", &step.id)])).collect()
}

/// Weights, and whether each criterion can be earned.
pub(super) fn rubric(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let mut out = Vec::new();
    let sum = scenario.rubric.iter().fold(0_u16, |sum, weight| sum.saturating_add(weight.weight));
    if sum != 100 {
        out.push(subject.source.field(Code::Weights, "rubric", &[("sum", &sum.to_string())]));
    }
    for weight in &scenario.rubric {
        if weight.criterion == Criterion::Outcome {
            if weight.weight > OUTCOME_WEIGHT_MAX {
                out.push(subject.source.word(
                    Code::OutcomeTooHeavy,
                    "rubric",
                    "Outcome",
                    &[("weight", &weight.weight.to_string())],
                ));
            }
        } else if !scenario.steps.iter().any(|step| step.marks.iter().any(|(marked, _)| *marked == weight.criterion)) {
            let name = weight.criterion.name();
            out.push(subject.source.word(Code::UnmarkedCriterion, "rubric", name, &[("name", name)]));
        }
    }
    let expert = scenario.tests.iter().any(|trial| trial.play == Play::Expert);
    if !expert {
        out.push(subject.source.field(Code::NoExpertTest, "tests", &[]));
    }
    out
}

/// Rules that have lapsed, are not verified, or are newer than the author's look at the law.
pub(super) fn rules_in_force(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let day = subject.scenario.law_as_of;
    let mut out = Vec::new();
    let mut told = BTreeSet::new();
    for (path, id) in walk::rules(subject.scenario) {
        let Some(rule) = subject.policy.rule(id).filter(|_| told.insert(id)) else { continue };
        let code = match rule.status(day) {
            RuleStatus::Expired => Some(Code::ExpiredRule),
            RuleStatus::NotYet => Some(Code::LawNewer),
            RuleStatus::InForce if rule.mark == Mark::U => Some(Code::UnverifiedRule),
            RuleStatus::InForce => None,
        };
        let mut path = path;
        path.push(id);
        out.extend(code.map(|code| subject.source.near(code, &path, &[("name", id)])));
    }
    out
}

/// Decisions, kinds of activity, endings.
pub(super) fn richness(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let kinds: BTreeSet<&str> = scenario.steps.iter().map(|step| step.activity.kind()).collect();
    let measures = [
        (Code::FewDecisions, "steps", scenario.steps.len(), DECISIONS_MIN),
        (Code::FewActivities, "steps", kinds.len(), ACTIVITIES_MIN),
        (Code::FewEndings, "endings", scenario.endings.len(), ENDINGS_MIN),
    ];
    let few = measures.into_iter().filter(|(_, _, got, least)| got < least);
    few.map(|(code, field, got, least)| {
        subject.source.field(code, field, &[("got", &got.to_string()), ("least", &least.to_string())])
    })
    .collect()
}

/// Minutes promised against the length of what is read and decided: within two fifths either way.
pub(super) fn minutes(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let estimate = minutes_estimated(subject);
    let promised = usize::from(subject.scenario.minutes);
    let tolerance = promised.saturating_mul(2).checked_div(5).unwrap_or(0);
    if promised.abs_diff(estimate) <= tolerance {
        return Vec::new();
    }
    let args = [("estimate", estimate.to_string()), ("promised", promised.to_string())];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    vec![subject.source.field(Code::Minutes, "minutes", &args)]
}

/// Minutes that reading and deciding take, from the length of texts and the number of answers. Half of what is
/// written as feedback is met in one play-through.
fn minutes_estimated(subject: &Subject<'_>) -> usize {
    let chars: usize = subject.texts.iter().map(|(_, text)| text.raw().chars().count()).sum();
    let seconds = seconds(chars.saturating_mul(3) / 4, subject.scenario.steps.len());
    seconds.saturating_add(30).checked_div(60).unwrap_or(0)
}

/// Seconds that it takes to read so many characters and give so many answers.
pub fn seconds(chars: usize, answers: usize) -> usize {
    let reading = chars.saturating_mul(60).checked_div(CHARS_A_MINUTE).unwrap_or(0);
    reading.saturating_add(answers.saturating_mul(SECONDS_AN_ANSWER))
}
