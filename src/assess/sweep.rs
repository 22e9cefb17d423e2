//! A sweep over a scene's choices: the expert who takes one other option once. Finds options that the core refuses, and
//! single mistakes after which nobody can pass.

use std::sync::Arc;

use super::score::{Reach, score_within};
use crate::policy::Policy;
use crate::scenario::activity::{Activity, Answer, Task as _};
use crate::scenario::format::Scenario;
use crate::scenario::problem::{Code, Diagnostic};
use crate::scenario::source::Source;
use crate::session::{Decision, Refused, Session, autoplay};

/// What a learner needs to pass, in hundredths of a point.
const PASS_CENTIPOINTS: u32 = 6_000;
/// The learner for whom options are tried; a sweep over every learner is `explore`'s.
const SEED: u64 = 1;

/// Tries every option of every choice that the expert meets, and tells what came of it.
pub(super) fn sweep(scenario: &Arc<Scenario>, policy: &Arc<Policy>, source: &Source<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let mut session = Session::start(Arc::clone(scenario), Arc::clone(policy), SEED);
    let reach = Reach::of(&session);
    loop {
        autoplay::read_all(&mut session);
        let Some(step) = session.step().cloned() else { break };
        let best = step.activity.task().best(&session.moment());
        if let Activity::Choose(choose) = &step.activity {
            for option in &choose.options {
                let reason = choose.reasons.iter().find(|reason| reason.fits.contains(&option.id));
                let reason = reason.or(choose.reasons.first()).map(|reason| reason.id.clone());
                let answer = Answer::Choose { option: option.id.clone(), reason };
                let offered = choose.fit(&answer, &session.moment()).is_ok();
                if offered && answer != best {
                    out.extend(tried(&session, answer, &reach, &[&step.id, &option.id], source));
                }
            }
        }
        if session.decide(Decision::Answer(best)).is_err() {
            break;
        }
    }
    out
}

fn tried(before: &Session, answer: Answer, reach: &Reach, path: &[&str], source: &Source<'_>) -> Option<Diagnostic> {
    let name = path.last().copied().unwrap_or_default();
    let mut session = before.clone();
    if let Err(cause @ (Refused::Core(_) | Refused::Reckon(_) | Refused::Term(_))) =
        session.decide(Decision::Answer(answer))
    {
        return Some(source.near(Code::CoreRefuses, path, &[("name", name), ("cause", &cause.to_string())]));
    }
    let score = score_within(&autoplay::expert(session), reach);
    let args = [("name", name), ("score", score.text.as_str())];
    (score.centipoints < PASS_CENTIPOINTS).then(|| source.near(Code::OneMistakeFails, path, &args))
}
