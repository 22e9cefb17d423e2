//! Bots: functions from a moment to a decision. Each draws from its own streams of chance, so a run can be repeated.

use serde::{Deserialize, Serialize};

use crate::chance::Chance;
use crate::scenario::activity::Answer;
use crate::session::{Decision, Session, autoplay};

/// More decisions than any scene takes; a play that goes on longer is stuck.
const DECISIONS_MAX: usize = 4_000;

/// How a bot plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Bot {
    /// Reads what bears on the decision and answers what is right.
    Expert,
    /// Reads everything and answers what is right two times in three, else by chance.
    Cautious,
    /// Reads half of what there is and answers by chance.
    Random,
}

impl Bot {
    /// Every bot.
    pub const ALL: [Bot; 3] = [Bot::Expert, Bot::Cautious, Bot::Random];
}

/// Plays a scene to its end, or until an answer is refused.
#[must_use]
pub fn play(mut session: Session, bot: Bot, run: u64) -> Session {
    if bot == Bot::Expert {
        return autoplay::expert(session);
    }
    let mut chance = Chance::stream(run, "bot", &format!("{bot:?}"), 0);
    while session.decisions().len() < DECISIONS_MAX {
        read(&mut session, bot, &mut chance);
        let Some(answer) = answer(&session, bot, &mut chance) else { break };
        if session.decide(Decision::Answer(answer)).is_err() {
            break;
        }
    }
    session
}

fn read(session: &mut Session, bot: Bot, chance: &mut Chance) {
    if bot == Bot::Cautious {
        return autoplay::read_all(session);
    }
    let papers = session.step().map(|step| step.evidence.iter().map(|paper| paper.id.clone()).collect::<Vec<_>>());
    for paper in papers.unwrap_or_default() {
        if chance.below(2) == 1 {
            // What is open already is refused, and that is all right.
            let _ = session.decide(Decision::Open(paper));
        }
    }
}

fn answer(session: &Session, bot: Bot, chance: &mut Chance) -> Option<Answer> {
    let task = session.step()?.activity.task();
    let by_chance = bot == Bot::Random || chance.below(3) == 0;
    Some(if by_chance { task.random(&session.moment(), chance) } else { task.best(&session.moment()) })
}
