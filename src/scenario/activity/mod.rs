//! What a trainee does with their hands. One file an activity: its data, what it refuses, how it judges,
//! what is right for this learner, what a bot may try, and what a front shows of it.

mod allocate;
mod answer;
mod arrange;
mod choose;
mod classify;
mod field;
mod form;
mod hire;
mod inspect;
mod judgement;
mod negotiate;
mod operate;
mod pitch;
mod sheet;
mod voucher;
mod worksheet;

use serde::{Deserialize, Serialize};

pub use allocate::{Allocate, BudgetLine, Demand};
pub use answer::{Answer, EnteredLine, Entry, Misfit, PitchPart, Talk};
pub use arrange::{Arrange, Order};
pub use choose::{Choice, Choose, Reason};
pub use classify::{Classify, Sort};
pub use field::{Field, FieldKind, Match, Right, WrongEntry};
pub use form::Form;
pub use hire::{Candidate, DECLINED, DefectWords, Hire, NOBODY};
pub use inspect::{Clause, Flaw, Inspect};
pub use judgement::{Credit, Finding, Judgement, Note, Quality};
pub use negotiate::{AGREED, Issue, LEFT, Negotiate, Otherwise, Says, WrongTerm};
pub use operate::{Given, Lever, Moves, Operate, Shown, Sign};
pub use pitch::{Belongs, Card, Pitch, Question};
pub use sheet::{
    AccountSheet, AmountSheet, BudgetLineSheet, CandidateSheet, CardSheet, CellSheet, DialSheet, FieldSheet, ItemSheet,
    MonthSheet, QuestionSheet, RoundSheet, RowSheet, Sheet, SheetKind, Unit,
};
pub use voucher::{Posting, Voucher, WrongPosting};
pub use worksheet::{Asked, Cell, Row, Worksheet, WrongValue};

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
    /// Writes a journal entry.
    Voucher(Voucher),
    /// Computes cells of a table.
    Worksheet(Worksheet),
    /// Marks what is wrong in a document, and why.
    Inspect(Inspect),
    /// Reads candidates and offers one a contract.
    Hire(Hire),
    /// Trades offers over rounds.
    Negotiate(Negotiate),
    /// Splits a budget.
    Allocate(Allocate),
    /// Runs the company's trade for some months.
    Operate(Operate),
    /// Builds a talk and answers questions.
    Pitch(Pitch),
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
            Self::Voucher(voucher) => voucher,
            Self::Worksheet(worksheet) => worksheet,
            Self::Inspect(inspect) => inspect,
            Self::Hire(hire) => hire,
            Self::Negotiate(negotiate) => negotiate,
            Self::Allocate(allocate) => allocate,
            Self::Operate(operate) => operate,
            Self::Pitch(pitch) => pitch,
        }
    }

    /// Its kind's name in the language.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Choose(_) => "Choose",
            Self::Form(_) => "Form",
            Self::Arrange(_) => "Arrange",
            Self::Classify(_) => "Classify",
            Self::Voucher(_) => "Voucher",
            Self::Worksheet(_) => "Worksheet",
            Self::Inspect(_) => "Inspect",
            Self::Hire(_) => "Hire",
            Self::Negotiate(_) => "Negotiate",
            Self::Allocate(_) => "Allocate",
            Self::Operate(_) => "Operate",
            Self::Pitch(_) => "Pitch",
        }
    }

    /// What an answer leaves behind under the names of its elements, in the exact form of variables.
    pub fn variables(&self, answer: &Answer, moment: &Moment<'_>) -> Vec<(String, String)> {
        match (self, answer) {
            (Self::Form(form), Answer::Form { fields }) => form.variables(fields),
            (Self::Worksheet(worksheet), Answer::Worksheet { cells }) => worksheet.variables(cells),
            (Self::Allocate(allocate), Answer::Allocate { shares }) => allocate.variables(shares),
            (Self::Hire(hire), _) => hire.variables(answer),
            (Self::Negotiate(negotiate), _) => negotiate.variables(answer, moment),
            _ => Vec::new(),
        }
    }

    /// The names under which an answer leaves something behind.
    pub fn variable_names(&self) -> Vec<&str> {
        match self {
            Self::Form(form) => form.fields.iter().map(|field| field.id.as_str()).collect(),
            Self::Worksheet(_) | Self::Allocate(_) | Self::Negotiate(_) => self.task().ids(),
            Self::Hire(hire) => hire.terms.iter().map(|field| field.id.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether the step goes on after this answer: a round of a negotiation, a month of trade, a talk before its questions.
    pub fn goes_on(&self, answer: &Answer, moment: &Moment<'_>) -> bool {
        match self {
            Self::Negotiate(negotiate) => negotiate.goes_on(answer, moment),
            Self::Operate(operate) => operate.goes_on(answer, moment),
            Self::Pitch(pitch) => pitch.goes_on(answer, moment),
            _ => false,
        }
    }

    /// How the step came out, where it comes out in one of several ways that are no options.
    pub fn came_out(&self, answer: &Answer, moment: &Moment<'_>) -> Option<String> {
        match self {
            Self::Hire(hire) => Some(hire.came_out(answer, moment)),
            Self::Negotiate(negotiate) => Some(negotiate.came_out(answer, moment).to_owned()),
            _ => None,
        }
    }

    /// What a condition may ask whether it was chosen.
    pub fn choices(&self) -> Vec<&str> {
        match self {
            Self::Choose(choose) => choose.options.iter().map(|option| option.id.as_str()).collect(),
            Self::Hire(hire) => hire.candidates.iter().map(|one| one.id.as_str()).chain([NOBODY, DECLINED]).collect(),
            Self::Negotiate(_) => vec![AGREED, LEFT],
            _ => Vec::new(),
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
