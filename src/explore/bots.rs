//! Bots: functions from a moment to a decision. Each draws from its own streams of chance, so a run can be repeated, and
//! none remembers another run, so runs can be shared out among machines.

use serde::{Deserialize, Serialize};

use crate::chance::Chance;
use crate::scenario::activity::{Activity, Answer, Choose, Quality, Task as _};
use crate::scenario::format::Step;
use crate::session::{Decision, Refused, Session, autoplay};

/// More decisions than any scene takes; a play that goes on longer is stuck.
pub(super) const DECISIONS_MAX: usize = 4_000;

/// How a bot plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Bot {
    /// Reads what bears on the decision and answers what is right.
    Expert,
    /// Reads everything and answers what is right two times in three, else by chance.
    Cautious,
    /// Reads nothing and takes whatever leaves the most money and the fewest days gone, now.
    Greedy,
    /// Reads half of what there is and takes each option in turn, so that few runs try them all.
    LeastUsed,
    /// Reads half of what there is and answers by chance.
    Uniform,
    /// Reads nothing and believes what beginners believe: a wrong option that stands for a misconception, where there is one.
    Novice,
}

impl Bot {
    /// Every bot, the best first.
    pub const ALL: [Bot; 6] = [Bot::Expert, Bot::Cautious, Bot::Greedy, Bot::LeastUsed, Bot::Uniform, Bot::Novice];

    /// Its name for files and commands.
    pub fn id(self) -> &'static str {
        match self {
            Self::Expert => "expert",
            Self::Cautious => "cautious",
            Self::Greedy => "greedy",
            Self::LeastUsed => "least-used",
            Self::Uniform => "uniform",
            Self::Novice => "novice",
        }
    }
}

/// How a play-through came to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finish {
    /// The scene closed.
    Closed,
    /// This answer was refused; the step is the session's.
    Refused(Refused, Answer),
    /// It went on longer than any scene does.
    Endless,
}

/// Plays a scene to its end, or until an answer is refused.
#[must_use]
pub fn play(session: Session, bot: Bot, run: u64) -> Session {
    play_watched(session, bot, run, &mut |_| {}).0
}

/// Plays a scene and shows every moment before an answer and after it.
pub fn play_watched(mut session: Session, bot: Bot, run: u64, watch: &mut dyn FnMut(&Session)) -> (Session, Finish) {
    let mut chance = Chance::stream(run, "bot", bot.id(), 0);
    while session.decisions().len() < DECISIONS_MAX {
        read(&mut session, bot, &mut chance);
        watch(&session);
        let Some(answer) = answer(&session, bot, run, &mut chance) else { return (session, Finish::Closed) };
        if let Err(refused) = session.decide(Decision::Answer(answer.clone())) {
            return (session, Finish::Refused(refused, answer));
        }
    }
    (session, Finish::Endless)
}

fn read(session: &mut Session, bot: Bot, chance: &mut Chance) {
    match bot {
        Bot::Expert | Bot::Cautious => autoplay::read_all(session),
        Bot::Greedy | Bot::Novice => {}
        Bot::LeastUsed | Bot::Uniform => {
            let papers = session.step().map(|step| step.evidence.iter().map(|paper| paper.id.clone()).collect());
            let papers: Vec<String> = papers.unwrap_or_default();
            for paper in papers {
                if chance.below(2) == 1 {
                    // What is open already is refused, and that is all right.
                    let _ = session.decide(Decision::Open(paper));
                }
            }
        }
    }
}

fn answer(session: &Session, bot: Bot, run: u64, chance: &mut Chance) -> Option<Answer> {
    let step = session.step()?;
    let task = step.activity.task();
    let moment = session.moment();
    Some(match bot {
        Bot::Expert => task.best(&moment),
        Bot::Cautious if chance.below(3) != 0 => task.best(&moment),
        Bot::Cautious | Bot::Uniform => task.random(&moment, chance),
        Bot::LeastUsed => in_turn(session, step, run).unwrap_or_else(|| task.random(&moment, chance)),
        Bot::Greedy => cheapest(session, chance),
        Bot::Novice => mistaken(session, step, chance).unwrap_or_else(|| task.random(&moment, chance)),
    })
}

/// The options offered now, each with the first reason that fits it.
pub(super) fn offered(choose: &Choose, session: &Session) -> Vec<Answer> {
    let moment = session.moment();
    let answers = choose.options.iter().map(|option| {
        let fitting = choose.reasons.iter().find(|reason| reason.fits.contains(&option.id));
        let reason = fitting.or(choose.reasons.first()).map(|reason| reason.id.clone());
        Answer::Choose { option: option.id.clone(), reason }
    });
    answers.filter(|answer| choose.fit(answer, &moment).is_ok()).collect()
}

/// Options in turn: over as many runs as there are options each is taken once, in an order of the step's own.
fn in_turn(session: &Session, step: &Step, run: u64) -> Option<Answer> {
    let Activity::Choose(choose) = &step.activity else { return None };
    let mut answers = offered(choose, session);
    let count = u64::try_from(answers.len()).ok()?;
    let (cycle, place) = (run.checked_div(count)?, run.checked_rem(count)?);
    let mut chance = Chance::stream(cycle, "bot in turn", &step.id, 0);
    for last in (1..answers.len()).rev() {
        let bound = u32::try_from(last).unwrap_or(u32::MAX).saturating_add(1);
        answers.swap(last, usize::try_from(chance.below(bound)).unwrap_or(0));
    }
    answers.into_iter().nth(usize::try_from(place).ok()?)
}

/// Whatever leaves the most money, then the fewest days gone; of equals the first drawn.
fn cheapest(session: &Session, chance: &mut Chance) -> Answer {
    let candidates = alternatives(session, chance);
    let weighed = candidates.iter().map(|answer| {
        let mut after = session.clone();
        let taken = after.decide(Decision::Answer(answer.clone())).is_ok();
        let firm = &after.state().firm;
        ((taken, firm.funds(), std::cmp::Reverse(firm.today())), answer)
    });
    let mut best = None;
    for (weight, answer) in weighed {
        if best.as_ref().is_none_or(|(most, _)| weight > *most) {
            best = Some((weight, answer));
        }
    }
    best.map(|(_, answer)| answer.clone())
        .or_else(|| candidates.first().cloned())
        .unwrap_or(Answer::Choose { option: String::new(), reason: None })
}

/// An option that stands for a misconception, drawn by chance.
fn mistaken(session: &Session, step: &Step, chance: &mut Chance) -> Option<Answer> {
    let Activity::Choose(choose) = &step.activity else { return None };
    let moment = session.moment();
    let wrong = |answer: &Answer| {
        choose
            .judge(answer, &moment)
            .findings
            .iter()
            .any(|finding| finding.quality == Quality::Wrong && finding.misconception.is_some())
    };
    let answers: Vec<Answer> = offered(choose, session).into_iter().filter(wrong).collect();
    chance.pick(&answers).cloned()
}

/// Answers drawn at a step where options cannot be listed, beside the one that is right.
const DRAWN: usize = 3;

/// What can be answered at the present step, each answer once: every option of a choice; else what is right and some
/// answers drawn by chance.
pub(super) fn alternatives(session: &Session, chance: &mut Chance) -> Vec<Answer> {
    let Some(step) = session.step() else { return Vec::new() };
    if let Activity::Choose(choose) = &step.activity {
        return offered(choose, session);
    }
    let task = step.activity.task();
    let mut answers = vec![task.best(&session.moment())];
    for _ in 0..DRAWN {
        let drawn = task.random(&session.moment(), chance);
        if !answers.contains(&drawn) {
            answers.push(drawn);
        }
    }
    answers
}
