//! A journey: scenes one after another with one company. A scene whose start is `Continue` takes up the company of a finished
//! scene, on its day, with the journey's variables; where that company is not what the scene needs, it begins otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::decision::Decision;
use super::{Mode, Session, State};
use crate::firm::Firm;
use crate::policy::Policy;
use crate::scenario::condition::{Condition, is_of_journey};
use crate::scenario::format::Scenario;
use crate::scenario::moment::Moment;

/// Scenes before one: a journey through all venues and as many again is longer than any life told here.
pub(super) const EARLIER_MAX: usize = 36;

/// What goes along from a finished scene: the company and the journey's variables.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Carried {
    /// The company, on the day on which the scene ended.
    pub firm: Firm,
    /// Variables whose names begin with `journey.`, in exact form.
    pub vars: BTreeMap<String, String>,
}

/// A finished play-through that goes before another.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// The learner's seed in it.
    pub seed: u64,
    /// How it was played.
    pub mode: Mode,
    /// What was decided.
    pub decisions: Vec<Decision>,
    /// The state's hash after the last of them.
    pub state_hash: String,
}

/// Where a session's company comes from.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    pub(super) earlier: Vec<Earlier>,
    pub(super) carried: Carried,
}

/// Why a scene cannot follow another.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NoSequel {
    /// The scene before it is not finished.
    #[error("the scene `{0}` is not finished")]
    Unfinished(String),
    /// The scene begins with founders who have no company yet.
    #[error("the scene `{0}` does not continue another")]
    Begins(String),
    /// The journey has as many scenes as one can have.
    #[error("a journey has at most {EARLIER_MAX} scenes before its last")]
    TooLong,
}

impl NoSequel {
    /// The key of its message in the interface's texts.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Unfinished(_) => "sequel-unfinished",
            Self::Begins(_) => "sequel-begins",
            Self::TooLong => "sequel-too-long",
        }
    }

    /// Named values of its message.
    pub fn args(&self) -> Vec<(String, String)> {
        match self {
            Self::Unfinished(scene) | Self::Begins(scene) => vec![("scene".to_owned(), scene.clone())],
            Self::TooLong => vec![("most".to_owned(), EARLIER_MAX.to_string())],
        }
    }
}

impl Carried {
    /// What goes along from a state.
    fn of(state: &State) -> Self {
        let journey = state.vars.iter().filter(|(name, _)| is_of_journey(name));
        let vars = journey.map(|(name, value)| (name.clone(), value.clone())).collect();
        Self { firm: state.firm.clone().handed_on(), vars }
    }

    /// The first of a scene's needs that this company does not meet.
    pub fn lacks<'a>(&self, scenario: &'a Scenario, policy: &Policy, seed: u64) -> Option<&'a Condition> {
        let nothing = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
        let (answers, outcomes, returned, names, slips) = &nothing;
        let moment = Moment {
            scenario,
            policy,
            firm: &self.firm,
            seed,
            step: None,
            vars: &self.vars,
            answers,
            outcomes,
            rounds: &[],
            returned,
            flawless: names,
            opened: names,
            happened: names,
            slips,
        };
        scenario.start.needs().unwrap_or_default().iter().find(|need| !need.holds(&moment))
    }
}

impl Session {
    /// Begins the scene after this one: with its company where that is what the scene needs, else with the scene's other
    /// start. [`Session::continues`] tells which it was.
    pub fn sequel(&self, scenario: Arc<Scenario>, seed: u64) -> Result<Session, NoSequel> {
        if !self.is_closed() {
            return Err(NoSequel::Unfinished(self.scenario.id.clone()));
        }
        if scenario.start.needs().is_none() {
            return Err(NoSequel::Begins(scenario.id.clone()));
        }
        let mut earlier = self.earlier().to_vec();
        if earlier.len() >= EARLIER_MAX {
            return Err(NoSequel::TooLong);
        }
        let carried = Carried::of(&self.state);
        let policy = Arc::clone(&self.policy);
        if carried.lacks(&scenario, &policy, seed).is_some() {
            return Ok(Session::start(scenario, policy, seed));
        }
        earlier.push(Earlier {
            scenario: Arc::clone(&self.scenario),
            seed: self.seed,
            mode: self.mode.clone(),
            decisions: self.decisions.clone(),
            state_hash: self.state_hash(),
        });
        Ok(Session::begin(scenario, policy, (seed, Mode::Practice, None), Some(Arc::new(Origin { earlier, carried }))))
    }

    /// Begins a scene with what goes along from a journey that is kept elsewhere. Its save tells nothing of that journey.
    pub fn carry_on(scenario: Arc<Scenario>, policy: Arc<Policy>, seed: u64, carried: Carried) -> Session {
        Session::begin(
            scenario,
            policy,
            (seed, Mode::Practice, None),
            Some(Arc::new(Origin { earlier: Vec::new(), carried })),
        )
    }

    /// The same beginning, to be assessed: for the world, which is told how the page plays. The seed stays as it is.
    #[must_use]
    pub fn played_as(&self, mode: Mode) -> Session {
        let (scenario, policy) = (Arc::clone(&self.scenario), Arc::clone(&self.policy));
        Session::begin(scenario, policy, (self.seed, mode, None), self.origin.clone())
    }

    /// What it began with, where it goes on with another scene's company.
    pub fn carried(&self) -> Option<&Carried> {
        self.origin.as_deref().map(|origin| &origin.carried)
    }

    /// Whether it goes on with another scene's company.
    pub fn continues(&self) -> bool {
        self.origin.is_some()
    }

    /// The play-throughs before it, the first scene first.
    pub fn earlier(&self) -> &[Earlier] {
        self.origin.as_deref().map_or(&[], |origin| &origin.earlier)
    }
}
