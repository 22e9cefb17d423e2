//! What bots found out about a scene: how each kind scores, which steps, options and endings were met, where play got stuck.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::bots::{Bot, play};
use crate::assess::score;
use crate::policy::Policy;
use crate::scenario::activity::Answer;
use crate::scenario::format::Scenario;
use crate::session::{Happened, Session};

/// What bots found out about a scene.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exploration {
    /// Scores of each bot in hundredths of a point, lowest first.
    pub scores: BTreeMap<Bot, Vec<u32>>,
    /// Steps answered.
    pub steps: BTreeSet<String>,
    /// Options chosen: step and option.
    pub options: BTreeSet<(String, String)>,
    /// Endings reached.
    pub endings: BTreeSet<String>,
    /// Play-throughs that did not come to an end: the bot and the run.
    pub stuck: Vec<(Bot, u64)>,
}

impl Exploration {
    /// The middle score of a bot, in hundredths of a point.
    pub fn median(&self, bot: Bot) -> Option<u32> {
        let scores = self.scores.get(&bot)?;
        scores.get(scores.len().checked_div(2)?).copied()
    }
}

/// Lets every bot play a scene with the seeds `1..=runs`.
pub fn explore(scenario: &Arc<Scenario>, policy: &Arc<Policy>, runs: u64) -> Exploration {
    let mut found = Exploration::default();
    for bot in Bot::ALL {
        for run in 1..=runs {
            let session = play(Session::start(Arc::clone(scenario), Arc::clone(policy), run), bot, run);
            note(&mut found, &session, bot, run);
        }
    }
    found.scores.values_mut().for_each(|scores| scores.sort_unstable());
    found
}

fn note(found: &mut Exploration, session: &Session, bot: Bot, run: u64) {
    found.scores.entry(bot).or_default().push(score(session).centipoints);
    match &session.state().ending {
        Some(ending) => {
            found.endings.insert(ending.clone());
        }
        None => found.stuck.push((bot, run)),
    }
    for record in &session.state().chronicle {
        if let Happened::Answered { step, answer, .. } = &record.what {
            found.steps.insert(step.clone());
            if let Answer::Choose { option, .. } = answer {
                found.options.insert((step.clone(), option.clone()));
            }
        }
    }
}
