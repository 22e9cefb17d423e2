//! The certificate: what a finished play-through says on a sheet of paper, with the code by which it is found to be true.

use super::result::code;
use super::score::{Score, score};
use crate::session::{EndingView, Session, ending_view};

/// What a certificate says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The learner's id, as on the result.
    pub learner: String,
    /// The scene's title.
    pub scene: String,
    /// How it ended.
    pub ending: EndingView,
    /// The score.
    pub score: Score,
    /// Whether it was assessed, with a trainer's ticket.
    pub assessed: bool,
    /// The simulated day on which it ended, ISO.
    pub date: String,
    /// The verification code: `metaverse verify --code` finds the result that gives it.
    pub code: String,
}

/// The certificate of a finished play-through; nothing where it is not finished. In assessed play the learner is the seat's.
pub fn certificate(session: &Session, learner: &str) -> Option<Certificate> {
    let ending = ending_view(session).filter(|_| session.is_closed())?;
    let score = score(session);
    let learner = session.mode().seat().map_or(learner, |seat| &seat.learner).to_owned();
    Some(Certificate {
        code: code(session, &score, &learner),
        learner,
        scene: session.scenario().title.clone(),
        ending,
        score,
        assessed: session.mode().is_assessed(),
        date: session.state().firm.today().to_string(),
    })
}
