//! Money and marks that would be given away: amounts that are none, answers as good as the best, criteria earned by nothing.

use super::{Subject, walk};
use crate::money::Money;
use crate::scenario::activity::Activity;
use crate::scenario::effect::Kind;
use crate::scenario::format::Criterion;
use crate::scenario::problem::{Code, Diagnostic};
use crate::scenario::term::Term;
use crate::scenario::trial::Play;

/// What an option that is not the best may earn, in percent, and still be a lesser answer.
const LESSER_PERCENT_MAX: u16 = 99;

/// Amounts that are nought or less: money from nowhere.
pub(super) fn amounts(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (mut path, effect) in walk::effects(subject.scenario) {
        let mut wrong: Option<&Term> = None;
        effect.terms(&mut |term, kind| {
            let none = || term.raw().parse::<Money>().is_ok_and(|amount| amount <= Money::ZERO);
            if kind == Kind::Amount && none() {
                wrong.get_or_insert(term);
            }
        });
        if let Some(amount) = wrong {
            path.push(amount.raw());
            out.push(subject.source.near(Code::NotPositive, &path, &[("name", amount.raw())]));
        }
    }
    out
}

/// Options as good as the best, best options that no reason fits, and evidence that is marked where there is none.
pub(super) fn given_away(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for step in &subject.scenario.steps {
        let marked = step.marks.iter().any(|(criterion, _)| *criterion == Criterion::Evidence);
        if marked && !step.evidence.iter().any(|paper| paper.bears) {
            out.push(subject.source.part(Code::FreeEvidence, &[&step.id], "marks", &[("name", &step.id)]));
        }
        let Activity::Choose(choose) = &step.activity else { continue };
        for option in &choose.options {
            let best = choose.best.as_deref() == Some(option.id.as_str());
            let path = [step.id.as_str(), option.id.as_str()];
            if !best && option.best_when.is_none() && option.credit > LESSER_PERCENT_MAX {
                out.push(subject.source.part(Code::AsGoodAsBest, &path, "credit", &[("name", &option.id)]));
            }
            let fits = choose.reasons.iter().any(|reason| reason.fits.contains(&option.id));
            if best && !choose.reasons.is_empty() && !fits {
                out.push(subject.source.near(Code::BestUnreasoned, &path, &[("name", &option.id)]));
            }
        }
    }
    out
}

/// What a class wants to be told of a scene: what it is for, and that somebody tried to do it wrong.
pub(super) fn promises(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let mut out = Vec::new();
    if scenario.objectives.is_empty() {
        out.push(subject.source.field(Code::NoObjectives, "objectives", &[]));
    }
    let errs = scenario.tests.iter().any(|trial| match &trial.play {
        Play::Expert => false,
        Play::ExpertBut(instead) | Play::UnreadBut(instead) => !instead.is_empty(),
    });
    if !errs {
        out.push(subject.source.field(Code::NoNoviceTest, "tests", &[]));
    }
    if let Some(place) = subject.source.scan().tab {
        out.push(subject.source.at(Code::Tab, place, &[]));
    }
    out
}
