//! Taking up saves: replaying them from their beginning, the scenes before included, and holding each to its hashes.

use std::sync::{Arc, OnceLock};

use super::super::journey::EARLIER_MAX;
use super::super::mode::Seat;
use super::super::{Decision, Session};
use super::error::{Part, SaveError};
use super::{BYTES_MAX, FORMAT, Save, check, policy_hash, scenario_hash};
use crate::policy::Policy;
use crate::scenario::format::Scenario;

/// Brackets inside brackets deeper than any save has.
const DEPTH_MAX: usize = 34;

/// Where a replay is held to the hashes that were kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checks {
    /// After each decision.
    Each,
    /// Where a month has ended, and after the last one: enough to know whether all hold, as each leaves its trace in the state.
    Months,
}

/// The scenes and the policy that saves are replayed by; their hashes are found once.
#[derive(Debug)]
pub struct Known {
    scenes: Vec<(Arc<Scenario>, OnceLock<String>)>,
    policy: Arc<Policy>,
    policy_hash: String,
}

impl Known {
    /// Scenes and policy.
    pub fn new(scenes: &[Arc<Scenario>], policy: &Arc<Policy>) -> Self {
        Self {
            scenes: scenes.iter().map(|scene| (Arc::clone(scene), OnceLock::new())).collect(),
            policy: Arc::clone(policy),
            policy_hash: policy_hash(policy),
        }
    }

    /// The policy.
    pub fn policy(&self) -> &Arc<Policy> {
        &self.policy
    }

    /// A scene by its id, with its canonical hash.
    pub fn scene(&self, id: &str) -> Option<(&Arc<Scenario>, &str)> {
        let (scene, hash) = self.scenes.iter().find(|(scene, _)| scene.id == id)?;
        Some((scene, hash.get_or_init(|| scenario_hash(scene))))
    }

    fn named(&self, id: &str) -> Result<(&Arc<Scenario>, &str), SaveError> {
        self.scene(id).ok_or_else(|| SaveError::UnknownScene(id.to_owned()))
    }

    /// Takes up a save by replaying it.
    pub fn take_up(&self, save: &Save, checks: Checks) -> Result<Session, SaveError> {
        if save.format != FORMAT {
            return Err(SaveError::OtherFormat(save.format));
        }
        if save.earlier.len() > EARLIER_MAX {
            return Err(SaveError::TooLong(save.earlier.len()));
        }
        let (scenario, hash) = self.named(&save.scene)?;
        let policy_changed = self.policy_hash != save.policy_hash;
        let (start, earlier_changed) = self.begin(save, scenario, policy_changed)?;
        let changed = match (earlier_changed || hash != save.scene_hash, policy_changed) {
            (true, _) => Some(Part::Scene),
            (_, true) => Some(Part::Policy),
            _ => None,
        };
        replay(start, &save.decisions, changed, checks)
    }

    /// The scene at its beginning, after the scenes before it where there are any, and whether one of those has changed.
    fn begin(&self, save: &Save, scenario: &Arc<Scenario>, policy_changed: bool) -> Result<(Session, bool), SaveError> {
        let mut last: Option<Session> = None;
        let mut changed = false;
        for part in &save.earlier {
            let broken = || SaveError::Earlier(part.scene.clone());
            let (scene, hash) = self.named(&part.scene)?;
            let mut session =
                self.follow_on(last.as_ref(), scene, part.seed, part.seat.as_ref())?.ok_or_else(broken)?;
            for decision in &part.decisions {
                session.decide(decision.clone()).map_err(|_| broken())?;
            }
            changed = changed || hash != part.scene_hash;
            let ends_so = changed || policy_changed || check(&session) == part.end;
            if !session.is_closed() || !ends_so {
                return Err(broken());
            }
            last = Some(session);
        }
        let broken = || SaveError::Earlier(last.as_ref().map_or_else(String::new, |last| last.scenario().id.clone()));
        let start = self.follow_on(last.as_ref(), scenario, save.seed, save.seat.as_ref())?.ok_or_else(broken)?;
        Ok((start, changed))
    }

    /// A scene at its beginning; nothing where it cannot go on with the company of the one before. What is assessed goes on
    /// with nobody's company.
    fn follow_on(
        &self,
        last: Option<&Session>,
        scene: &Arc<Scenario>,
        seed: u64,
        seat: Option<&Seat>,
    ) -> Result<Option<Session>, SaveError> {
        if seat.is_some_and(|seat| seat.seed() != seed) {
            return Err(SaveError::OtherSeed);
        }
        let (scene, policy) = (Arc::clone(scene), Arc::clone(&self.policy));
        Ok(match (last, seat) {
            (None, None) => Some(Session::start(scene, policy, seed)),
            (None, Some(seat)) => Some(Session::assessed(scene, policy, seat.clone())),
            (Some(_), Some(_)) => None,
            (Some(last), None) => last.sequel(scene, seed).ok().filter(Session::continues),
        })
    }
}

/// Takes up a save's text by replaying it.
pub fn read(text: &str, scenarios: &[Arc<Scenario>], policy: &Arc<Policy>) -> Result<Session, SaveError> {
    let save: Save = parsed(text)?;
    Known::new(scenarios, policy).take_up(&save, Checks::Each)
}

/// Reads text that holds a save; longer text than any has is refused unread.
pub fn parsed<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, SaveError> {
    if text.len() > BYTES_MAX {
        return Err(SaveError::TooLong(text.len()));
    }
    ron::Options::default().with_recursion_limit(DEPTH_MAX).from_str(text).map_err(|error| {
        let position = error.span.start;
        SaveError::NotASave {
            line: u32::try_from(position.line).unwrap_or(u32::MAX),
            column: u32::try_from(position.col).unwrap_or(u32::MAX),
            cause: error.code.to_string(),
        }
    })
}

fn replay(
    mut session: Session,
    decisions: &[(Decision, String)],
    changed: Option<Part>,
    checks: Checks,
) -> Result<Session, SaveError> {
    let last = decisions.len().saturating_sub(1);
    for (place, (decision, claimed)) in decisions.iter().enumerate() {
        let month = session.state().firm.today().first_of_month();
        let decided = session.decide(decision.clone()).is_ok();
        let turned = session.state().firm.today().first_of_month() != month;
        let looks = changed.is_none() && (checks == Checks::Each || turned || place == last);
        let holds = decided && (!looks || check(&session) == *claimed);
        if !holds {
            let so_far = Box::new(session.rewound(place));
            return Err(match changed {
                Some(part) => SaveError::Changed(part, so_far),
                None => SaveError::BrokenAt { decision: u32::try_from(place).unwrap_or(u32::MAX), so_far },
            });
        }
    }
    match changed {
        Some(part) => Err(SaveError::Changed(part, Box::new(session))),
        None => Ok(session),
    }
}
