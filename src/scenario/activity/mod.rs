//! What a trainee does with their hands. One file an activity: its data, what it refuses, how it judges,
//! what is right for this learner, what a bot may try, and what a front shows of it.

mod answer;
mod arrange;
mod choose;
mod classify;
mod form;
mod inspect;
mod judgement;
mod sheet;

use serde::{Deserialize, Serialize};

pub use answer::{Answer, Entry, Misfit};
pub use arrange::{Arrange, Order};
pub use choose::{Choice, Choose, Reason};
pub use classify::{Classify, Sort};
pub use form::{Field, FieldKind, Form, Match, Right, WrongEntry};
pub use inspect::{Clause, Flaw, Inspect};
pub use judgement::{Credit, Finding, Judgement, Note, Quality};
pub use sheet::{FieldSheet, ItemSheet, Sheet, SheetKind};

use super::effect::Effect;
use super::format::Line;
use super::moment::Moment;
use super::term::Term;
use super::trial::Instead;
use crate::chance::Chance;

/// A thing with a name and a label: an item to arrange, a bin, a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The stable name within the activity.
    pub id: String,
    /// What the trainee reads.
    pub label: Term,
}

/// One kind of activity with its data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Activity {
    /// Picks an option and a reason.
    Choose(Choose),
    /// Fills a document.
    Form(Form),
    /// Puts steps in order.
    Arrange(Arrange),
    /// Sorts items into bins.
    Classify(Classify),
    /// Marks what is wrong in a document, and why.
    Inspect(Inspect),
}

/// What every activity can do. An answer that does not [`fit`](Task::fit) is refused and changes nothing.
pub trait Task {
    /// What a front shows.
    fn sheet(&self, moment: &Moment<'_>) -> Sheet;
    /// Whether the answer is of this activity's kind and complete.
    fn fit(&self, answer: &Answer, moment: &Moment<'_>) -> Result<(), Misfit>;
    /// How good a fitting answer is, and what is to be said of it.
    fn judge(&self, answer: &Answer, moment: &Moment<'_>) -> Judgement;
    /// What is right for this learner at this moment.
    fn best(&self, moment: &Moment<'_>) -> Answer;
    /// An answer drawn by chance, for bots.
    fn random(&self, moment: &Moment<'_>, chance: &mut Chance) -> Answer;
    /// What a trial answers instead of what is right; nothing where the kinds do not match.
    fn instead(&self, instead: &Instead, moment: &Moment<'_>) -> Option<Answer>;
    /// The answer in words, for time lines.
    fn words(&self, answer: &Answer, moment: &Moment<'_>) -> String;
    /// Calls `visit` for each text, with the id of the element it belongs to.
    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term));
    /// Calls `visit` for each thing said of a wrong answer.
    fn faults<'a>(&'a self, visit: &mut dyn FnMut(Fault<'a>));
    /// Every id that must be unique within the activity.
    fn ids(&self) -> Vec<&str>;
}

/// What the author attached to a wrong answer; the checker wants each part of it.
#[derive(Clone, Copy, Debug)]
pub struct Fault<'a> {
    /// The element.
    pub at: &'a str,
    /// The misconception it stands for.
    pub misconception: Option<&'a str>,
    /// What is said of it.
    pub because: Option<&'a Term>,
    /// The rule.
    pub rule: Option<&'a str>,
}

impl Activity {
    /// The activity as a task.
    pub fn task(&self) -> &dyn Task {
        match self {
            Self::Choose(choose) => choose,
            Self::Form(form) => form,
            Self::Arrange(arrange) => arrange,
            Self::Classify(classify) => classify,
            Self::Inspect(inspect) => inspect,
        }
    }

    /// Its kind's name in the language.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Choose(_) => "Choose",
            Self::Form(_) => "Form",
            Self::Arrange(_) => "Arrange",
            Self::Classify(_) => "Classify",
            Self::Inspect(_) => "Inspect",
        }
    }

    /// What an answer brings about of itself.
    pub fn outcome(&self, answer: &Answer) -> Outcome<'_> {
        match (self, answer) {
            (Self::Choose(choose), Answer::Choose { option, .. }) => choose.outcome(option),
            _ => Outcome::default(),
        }
    }
}

/// Effects, words and direction that belong to an answer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcome<'a> {
    /// What it brings about.
    pub effects: &'a [Effect],
    /// What is said to it.
    pub reply: &'a [Line],
    /// The step after it.
    pub next: Option<&'a str>,
}

/// Shuffles for this learner, so that a neighbour's screen is no help.
fn shuffled<T>(mut items: Vec<T>, chance: &mut Chance) -> Vec<T> {
    for last in (1..items.len()).rev() {
        let bound = u32::try_from(last).unwrap_or(u32::MAX).saturating_add(1);
        let other = usize::try_from(chance.below(bound)).unwrap_or(0);
        items.swap(last, other);
    }
    items
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
