//! One play-through: `Session::start(scenario, policy, seed)` followed by `decide(Decision)` many times.
//! Everything else is a function of that: the screen is [`Session::view`], the save is the decisions, the debrief a fold
//! over the chronicle, verification a replay. No screen, no clock, no chance of its own.

mod apply;
pub mod autoplay;
mod bring;
mod chronicle;
mod company;
mod decision;
mod doing;
mod journey;
mod look;
mod mode;
mod save;
mod state;
mod view;

use std::sync::Arc;

pub use chronicle::{Happened, Line, Record};
pub use company::note as event_note;
pub use decision::{Decision, Refused};
pub use journey::{Carried, Earlier, NoSequel};
pub use look::ending as ending_view;
pub use mode::{Mode, Seat};
pub use save::{BYTES_MAX, Checks, Known, Part, Save, SaveError, Scribe, check, parsed, read, scenario_hash, write};
pub use state::{Mark, State};
pub use view::{
    AccountView, CompanyView, DocumentView, DutyState, DutyView, EndingView, EvidenceView, HintView, NewsKind,
    NewsView, OutlayView, PaperView, SaidView, StepView, View, VoucherLineView, VoucherView,
};

use journey::Origin;

use crate::policy::Policy;
use crate::scenario::activity::{Activity, Entry, Misfit};
use crate::scenario::format::{Scenario, Step};
use crate::scenario::moment::Moment;

/// A play-through of one scene by one learner.
///
/// ```
/// # use std::sync::Arc;
/// # use startup_metaverse::{policy::Policy, scenario, session::{self, Decision, Session}};
/// let policy = Arc::new(Policy::qingdao_2026());
/// let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/registration.ron"));
/// let scene = scenario::load::load(text, &policy).expect("the scene is sound").scenario;
///
/// let played = session::autoplay::expert(Session::start(Arc::new(scene), policy, 7));
/// assert!(played.is_closed());
/// // The same decisions give the same play-through, to the last bit of the company's books.
/// assert_eq!(played.rewound(played.decisions().len()).state_hash(), played.state_hash());
/// ```
#[derive(Clone, Debug)]
pub struct Session {
    scenario: Arc<Scenario>,
    policy: Arc<Policy>,
    seed: u64,
    mode: Mode,
    luck: Option<u64>,
    decisions: Vec<Decision>,
    state: State,
    origin: Option<Arc<Origin>>,
    /// Why what had happened before the first step could not have, where it could not.
    unready: Option<Refused>,
}

impl Session {
    /// Begins a scene for practice. The seed draws what differs by learner.
    pub fn start(scenario: Arc<Scenario>, policy: Arc<Policy>, seed: u64) -> Self {
        Self::begin(scenario, policy, (seed, Mode::Practice, None), None)
    }

    /// Begins a scene to be assessed. The seed follows from the seat. Whether the ticket is the trainer's, of this scene and
    /// still good is not asked here: whoever gives the mark asks it.
    pub fn assessed(scenario: Arc<Scenario>, policy: Arc<Policy>, seat: Seat) -> Self {
        Self::begin(scenario, policy, (seat.seed(), Mode::Assessed(seat), None), None)
    }

    fn begin(
        scenario: Arc<Scenario>,
        policy: Arc<Policy>,
        (seed, mode, luck): (u64, Mode, Option<u64>),
        origin: Option<Arc<Origin>>,
    ) -> Self {
        let state = State::new(&scenario, seed, origin.as_deref().map(|origin| &origin.carried));
        let mut session =
            Self { state, scenario, policy, seed, mode, luck, decisions: Vec::new(), origin, unready: None };
        if session.origin.is_none() {
            bring::prepare(&mut session);
        }
        if session.unready.is_none() {
            apply::enter_first(&mut session);
        } else {
            session.state.at = None;
        }
        session
    }

    /// Makes a decision. A refused one changes nothing.
    pub fn decide(&mut self, decision: Decision) -> Result<(), Refused> {
        apply::admit(self, &decision)?;
        if let Err(refused) = apply::decide(self, &decision) {
            // The core objects only after it has begun. That is rare, so no copy is kept for it: the way here is played again.
            self.state = self.rewound(self.decisions.len()).state;
            return Err(refused);
        }
        self.decisions.push(decision);
        Ok(())
    }

    /// The play-through as it was after its first `count` decisions.
    #[must_use]
    pub fn rewound(&self, count: usize) -> Self {
        let (scenario, policy) = (Arc::clone(&self.scenario), Arc::clone(&self.policy));
        let mut earlier = Self::begin(scenario, policy, (self.seed, self.mode.clone(), self.luck), self.origin.clone());
        for decision in self.decisions.iter().take(count) {
            if earlier.decide(decision.clone()).is_err() {
                break;
            }
        }
        earlier
    }

    /// The same decisions where chance falls otherwise: what was drawn for the learner at the beginning stays, what markets and
    /// other people do is drawn anew. It ends where a decision is refused there.
    #[must_use]
    pub fn with_luck(&self, luck: u64) -> Self {
        let (scenario, policy) = (Arc::clone(&self.scenario), Arc::clone(&self.policy));
        let drawn = (self.seed, self.mode.clone(), Some(luck));
        let mut elsewhere = Self::begin(scenario, policy, drawn, self.origin.clone());
        for decision in &self.decisions {
            if elsewhere.decide(decision.clone()).is_err() {
                break;
            }
        }
        elsewhere
    }

    /// The play-through without its last decision, for a trainee who takes it back. Refused when assessed, and where nothing
    /// was decided yet.
    pub fn undone(&self) -> Result<Self, Refused> {
        match (&self.mode, self.decisions.len().checked_sub(1)) {
            (Mode::Assessed(_), _) => Err(Refused::Undo),
            (Mode::Practice, None) => Err(Refused::NothingToUndo),
            (Mode::Practice, Some(count)) => Ok(self.rewound(count)),
        }
    }

    /// The moment as shown.
    pub fn view(&self) -> View {
        look::view(self)
    }

    /// Whether one entry has the shape its field takes.
    pub fn check_entry(&self, field: &str, entry: &Entry) -> Result<(), Misfit> {
        match self.step().map(|step| &step.activity) {
            Some(Activity::Form(form)) => form.fit_entry(field, entry),
            Some(Activity::Hire(hire)) => hire.fit_entry(field, entry),
            _ => Err(Misfit::Unknown(field.to_owned())),
        }
    }

    /// The scene.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The figures of law.
    pub fn policy(&self) -> &Arc<Policy> {
        &self.policy
    }

    /// The learner's seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// How it is played.
    pub fn mode(&self) -> &Mode {
        &self.mode
    }

    /// What has been decided.
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// The state: the company, the scene's memory, the chronicle.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The step to do; nothing once the scene is closed.
    pub fn step(&self) -> Option<&Step> {
        self.scenario.steps.get(usize::try_from(self.state.at?).ok()?)
    }

    /// Why the scene has no first step: the core refused what had happened before it. A scene that was checked has none of it.
    pub fn unready(&self) -> Option<&Refused> {
        self.unready.as_ref()
    }

    /// Whether the scene is closed.
    pub fn is_closed(&self) -> bool {
        self.state.at.is_none()
    }

    /// All that conditions and texts may read.
    pub fn moment(&self) -> Moment<'_> {
        self.state.moment(&self.scenario, &self.policy, self.luck.unwrap_or(self.seed))
    }

    /// A stable hash over the whole state, in hex; equal on every machine after the same decisions.
    pub fn state_hash(&self) -> String {
        self.state.hash()
    }
}
