//! Playing without hands: the expert, who reads what bears on each decision and answers what is right for this learner.

use super::{Decision, Session};

/// More decisions than any scene has; a play that goes on longer is going in a circle.
const DECISIONS_MAX: usize = 4_000;

/// The scene played by the expert from where the session stands.
#[must_use]
pub fn expert(mut session: Session) -> Session {
    while session.decisions().len() < DECISIONS_MAX {
        read_all(&mut session);
        let Some(step) = session.step() else { break };
        let answer = step.activity.task().best(&session.moment());
        if session.decide(Decision::Answer(answer)).is_err() {
            break;
        }
    }
    session
}

/// Opens all evidence of the present step that bears on the decision.
pub fn read_all(session: &mut Session) {
    let Some(step) = session.step() else { return };
    let bearing = step.evidence.iter().filter(|paper| paper.bears).map(|paper| paper.id.clone());
    for paper in bearing.collect::<Vec<_>>() {
        // What is open already is refused, and that is all right.
        let _ = session.decide(Decision::Open(paper));
    }
}
