//! A scene as its author writes it. The types here are the reference of the language; `docs/scenario-format.md` explains them.

use serde::{Deserialize, Serialize};

use super::activity::Activity;
use super::condition::Condition;
use super::effect::Effect;
use super::table::Table;
use super::term::Term;
use super::trial::Trial;
use super::vary::Vary;
use crate::calendar::Date;

/// The version of the language that this build reads.
pub const FORMAT: u16 = 1;

/// One scene of a founder's life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// The language's version, [`FORMAT`].
    pub format: u16,
    /// The stable name, ASCII; also the file's name.
    pub id: String,
    /// The title.
    pub title: String,
    /// Minutes of reading and deciding, as promised to a class.
    pub minutes: u16,
    /// The policy it is written against.
    pub policy: String,
    /// The day on which the author compared the scene with the law.
    pub law_as_of: Date,
    /// Two or three sentences for the directory.
    pub about: String,
    /// What a trainee can do afterwards.
    pub objectives: Vec<String>,
    /// How it begins.
    pub start: Start,
    /// What differs by learner.
    #[serde(default)]
    pub vary: Table<Vary>,
    /// Who appears.
    pub cast: Table<Person>,
    /// The misconceptions that wrong answers stand for.
    #[serde(default)]
    pub misconceptions: Table<Misconception>,
    /// The steps in their usual order.
    pub steps: Vec<Step>,
    /// What may arrive later.
    #[serde(default)]
    pub events: Vec<Happening>,
    /// How it may end; the first whose condition holds.
    pub endings: Vec<Ending>,
    /// The criteria and their weights, 100 in all.
    pub rubric: Vec<Weight>,
    /// Play-throughs that must hold.
    pub tests: Vec<Trial>,
}

/// How a scene begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Start {
    /// Founders before their company exists.
    Fresh(Fresh),
    /// The company of the scene played before, on the day it ended. Where there is none, or it is not what this scene needs,
    /// the other start.
    Continue {
        /// What that company must be: conditions on it and on the journey's variables.
        #[serde(default)]
        needs: Vec<Condition>,
        /// How the scene begins otherwise.
        #[serde(rename = "else")]
        otherwise: Otherwise,
    },
}

/// How a scene begins that cannot continue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Otherwise {
    /// Founders before their company exists.
    Fresh(Fresh),
}

/// Founders before their company exists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fresh {
    /// The first day; where `before` lets days pass, the first step comes so much later.
    pub date: Date,
    /// The founders' own money set aside for the company.
    pub cash: Term,
    /// The registration authority's six-digit district code.
    pub authority: String,
    /// Company names that the authority already has on file.
    #[serde(default)]
    pub taken: Vec<Taken>,
    /// What had happened before the first step, from the first day on: a company founded, months of its life. It belongs to no
    /// decision.
    #[serde(default)]
    pub before: Vec<Effect>,
}

impl Start {
    /// How the scene begins for founders without a company.
    pub fn fresh(&self) -> &Fresh {
        match self {
            Self::Fresh(fresh) | Self::Continue { otherwise: Otherwise::Fresh(fresh), .. } => fresh,
        }
    }

    /// What a company must be for the scene to go on with it; nothing where the scene goes on with none.
    pub fn needs(&self) -> Option<&[Condition]> {
        match self {
            Self::Fresh(_) => None,
            Self::Continue { needs, .. } => Some(needs),
        }
    }
}

/// A company name already registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// Its trade name (字号).
    pub trade_name: Term,
    /// Its industry.
    pub industry: Term,
}

/// A person of the scene.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The name.
    pub name: Term,
    /// What they do.
    pub role: Term,
    /// Where they are met.
    pub venue: String,
    /// How the world dresses them.
    #[serde(default)]
    pub dress: Dress,
}

/// Clothing by role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dress {
    /// A clerk's navy vest.
    Clerk,
    /// A banker's grey suit.
    Banker,
    /// A cardigan.
    Cardigan,
    /// A hoodie.
    Hoodie,
    /// A plain shirt.
    #[default]
    Shirt,
}

/// A misconception: what a wrong answer stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Misconception {
    /// The mistaken belief, in one line.
    pub belief: String,
    /// A question for reflection afterwards.
    pub ask: String,
}

/// A line that somebody says: who (a name of the cast, or `"narrator"`), and what.
pub type Line = (String, Term);

/// One step: a place, a situation, one thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The stable name within the scene.
    pub id: String,
    /// The title in time lines and reports.
    pub title: String,
    /// The venue.
    pub at: String,
    /// Skipped where this does not hold.
    #[serde(default)]
    pub when: Condition,
    /// Days it takes once answered.
    #[serde(default)]
    pub days: u16,
    /// What is said.
    #[serde(default)]
    pub say: Vec<Line>,
    /// What can be looked at before deciding.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Help in practice.
    #[serde(default)]
    pub hint: Option<Term>,
    /// What an expert does here and why, for the debrief.
    pub expert: Term,
    /// What the trainee does.
    #[serde(rename = "do")]
    pub activity: Activity,
    /// Points to criteria.
    pub marks: Vec<(Criterion, u16)>,
    /// What a wrong answer meets.
    #[serde(default)]
    pub wrong: Wrong,
    /// Effects once the step is passed, whatever was answered.
    #[serde(default)]
    pub effects: Vec<Effect>,
    /// The step after it; the next in the file where left out; `"end"` closes the scene.
    #[serde(default)]
    pub next: Option<String>,
}

/// What a wrong answer meets at a step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Wrong {
    /// Life goes on; consequences come by themselves.
    #[default]
    GoOn,
    /// It is sent back, which costs days, until it is right or was tried so often that somebody helps.
    Return {
        /// Days lost each time.
        days: u16,
        /// Attempts in all.
        tries: u8,
        /// What is said when it comes back.
        say: Vec<Line>,
        /// What is said when somebody helps after the last attempt.
        helped: Vec<Line>,
    },
}

/// Something to read before deciding. Opening it is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The stable name within the scene.
    pub id: String,
    /// What it is.
    pub title: Term,
    /// Its text.
    pub text: Term,
    /// Rows of a table under the text, the first of them headings.
    #[serde(default)]
    pub rows: Vec<Vec<Term>>,
    /// Whether it bears on the decision; what does not is only there to be told apart.
    #[serde(default = "yes")]
    pub bears: bool,
    /// The rule it reports, where it reports one.
    #[serde(default)]
    pub rule: Option<String>,
}

fn yes() -> bool {
    true
}

/// Something that arrives later: a letter, a call, a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Happening {
    /// The stable name within the scene.
    pub id: String,
    /// The title.
    pub title: Term,
    /// It comes only if this holds on its day.
    #[serde(default)]
    pub when: Condition,
    /// What is said or written.
    pub say: Vec<Line>,
    /// Why it came, for the debrief.
    pub because: Term,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// What it brings about.
    #[serde(default)]
    pub effects: Vec<Effect>,
}

/// A way the scene may end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// The stable name within the scene.
    pub id: String,
    /// When it is this one.
    #[serde(default)]
    pub when: Condition,
    /// The title.
    pub title: String,
    /// What has become of it, in a few sentences.
    pub text: Term,
    /// How good it is, in percent of the outcome's weight.
    pub outcome: u16,
}

/// What is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Criterion {
    /// Law, tax, labour.
    Compliance,
    /// Opened what bears on the decision before deciding.
    Evidence,
    /// Runway, break-even, ties.
    Finance,
    /// Deadlines, completeness, order.
    Process,
    /// The reason fits the facts.
    Judgement,
    /// What happened; at most 20 of 100.
    Outcome,
}

impl Criterion {
    /// Its name, as a scene writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Compliance => "Compliance",
            Self::Evidence => "Evidence",
            Self::Finance => "Finance",
            Self::Process => "Process",
            Self::Judgement => "Judgement",
            Self::Outcome => "Outcome",
        }
    }
}

/// A criterion's weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weight {
    /// The criterion.
    pub criterion: Criterion,
    /// Its share of 100.
    pub weight: u16,
}
