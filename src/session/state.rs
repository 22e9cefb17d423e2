//! The state of a play-through: the company, the scene's memory, the chronicle. All of it is hashed.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::chronicle::Record;
use super::journey::Carried;
use crate::calendar::Date;
use crate::firm::Firm;
use crate::money::Money;
use crate::policy::Policy;
use crate::scenario::activity::{Answer, Credit, Finding};
use crate::scenario::format::{Criterion, Fresh, Scenario};
use crate::scenario::moment::Moment;
use crate::scenario::slip::Slip;
use crate::scenario::vary;

/// Everything a play-through remembers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// The company.
    pub firm: Firm,
    /// Variables in exact form.
    pub vars: BTreeMap<String, String>,
    /// The present step's place in the scene; nothing once it is closed.
    pub at: Option<u32>,
    /// The last accepted answer of each step.
    pub answers: BTreeMap<String, Answer>,
    /// How each step came out that comes out in one of several ways.
    pub outcomes: BTreeMap<String, String>,
    /// Answers to the present step that did not yet close it.
    pub rounds: Vec<Answer>,
    /// How often each step was sent back.
    pub returned: BTreeMap<String, u8>,
    /// Steps answered at the first attempt with nothing wrong.
    pub flawless: BTreeSet<String>,
    /// Evidence opened.
    pub opened: BTreeSet<String>,
    /// Steps at which help was given.
    pub hinted: BTreeSet<String>,
    /// Events that have happened.
    pub happened: BTreeSet<String>,
    /// Events still to come.
    pub scheduled: Vec<Scheduled>,
    /// Vouchers written wrongly that nobody has put right, by their steps.
    pub slips: BTreeMap<String, Slip>,
    /// What was wrong at the last attempt at the present step.
    pub objections: Vec<Finding>,
    /// The answer of that attempt.
    pub attempted: Option<Answer>,
    /// What was earned.
    pub marks: Vec<Mark>,
    /// All that happened, in order.
    pub chronicle: Vec<Record>,
    /// The decision being carried out, counted from 0.
    pub deciding: u32,
    /// Whether an effect has closed the scene.
    pub finishing: bool,
    /// The ending.
    pub ending: Option<String>,
}

/// An event on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scheduled {
    /// The event's id.
    pub event: String,
    /// The day it comes.
    pub due: Date,
    /// The decision that brought it about.
    pub cause: u32,
}

/// What one answer earned for one criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The decision, counted from 0.
    pub decision: u32,
    /// The step.
    pub step: String,
    /// The criterion.
    pub criterion: Criterion,
    /// The share earned.
    pub share: Credit,
    /// Out of so many points.
    pub of: u16,
}

impl State {
    /// The state in which a scene begins: with founders who have no company yet, or with a company that goes on.
    pub fn new(scenario: &Scenario, seed: u64, carried: Option<&Carried>) -> Self {
        let Fresh { date, cash, authority, .. } = scenario.start.fresh();
        let journey = carried.map(|carried| carried.vars.clone()).unwrap_or_default();
        let vars = vary::draw(&scenario.vary, seed, journey);
        let firm = if let Some(Carried { firm, .. }) = carried {
            firm.clone()
        } else {
            // The founders' fund is a literal or a drawn variable, so it can be read before there is a company.
            let drawn = cash.raw().trim_matches(['{', '}']);
            let cash = vars.get(drawn).map_or(cash.raw(), String::as_str).parse().unwrap_or(Money::ZERO);
            Firm::new(*date, authority, cash)
        };
        Self {
            firm,
            vars,
            at: Some(0),
            answers: BTreeMap::new(),
            outcomes: BTreeMap::new(),
            rounds: Vec::new(),
            returned: BTreeMap::new(),
            flawless: BTreeSet::new(),
            opened: BTreeSet::new(),
            hinted: BTreeSet::new(),
            happened: BTreeSet::new(),
            scheduled: Vec::new(),
            slips: BTreeMap::new(),
            objections: Vec::new(),
            attempted: None,
            marks: Vec::new(),
            chronicle: Vec::new(),
            deciding: 0,
            finishing: false,
            ending: None,
        }
    }

    /// All that conditions and texts may read.
    pub fn moment<'a>(&'a self, scenario: &'a Scenario, policy: &'a Policy, seed: u64) -> Moment<'a> {
        Moment {
            scenario,
            policy,
            firm: &self.firm,
            seed,
            step: self.at,
            vars: &self.vars,
            answers: &self.answers,
            outcomes: &self.outcomes,
            rounds: &self.rounds,
            returned: &self.returned,
            flawless: &self.flawless,
            opened: &self.opened,
            happened: &self.happened,
            slips: &self.slips,
        }
    }

    /// A stable hash in hex.
    pub fn hash(&self) -> String {
        let bytes = postcard::to_allocvec(self).unwrap_or_default();
        blake3::hash(&bytes).to_hex().as_str().to_owned()
    }
}
