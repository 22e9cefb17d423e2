//! What a front shows of an activity: texts with this learner's figures, in this learner's order. No answers inside.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// An item as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemSheet {
    /// Its id, for the answer.
    pub id: String,
    /// What the trainee reads.
    pub label: String,
}

/// A field as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldSheet {
    /// Its id, for the answer.
    pub id: String,
    /// Its label on the document.
    pub label: String,
    /// The small print beside it.
    pub help: Option<String>,
    /// What it takes.
    pub kind: SheetKind,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetKind {
    /// A line of so many characters at most.
    Line(u16),
    /// An amount in yuan.
    Amount,
    /// A date.
    Day,
    /// One of these.
    One(Vec<ItemSheet>),
    /// Any of these.
    Many(Vec<ItemSheet>),
}

/// An account that a voucher may name, with what a trainee may type to find it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountSheet {
    /// Its number, for the answer.
    pub code: String,
    /// Its full name: 管理费用—办公费.
    pub name: String,
    /// The first letters of its name's pinyin, small: `glfybgf`.
    pub initials: String,
}

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// An amount in yuan: `1234.56`.
    Amount,
    /// A whole number: `12`.
    Count,
    /// A percentage: `12.5%`.
    Percent,
}

/// A row of a worksheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowSheet {
    /// What stands at its head.
    pub label: String,
    /// A cell for each column.
    pub cells: Vec<CellSheet>,
}

/// A cell of a worksheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CellSheet {
    /// Nothing belongs here.
    Blank,
    /// Given, formatted.
    Given(String),
    /// To be computed.
    Ask {
        /// Its id, for the answer.
        id: String,
        /// What it takes.
        unit: Unit,
    },
}

/// A line of a budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetLineSheet {
    /// Its id, for the answer.
    pub id: String,
    /// What it is for.
    pub label: String,
    /// The small print beside it.
    pub help: Option<String>,
}

/// Somebody who applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateSheet {
    /// The id, for the answer.
    pub id: String,
    /// The name.
    pub name: String,
    /// What the papers say, and what was said.
    pub about: String,
    /// The month's wage asked for, formatted.
    pub asks: String,
}

/// A number that can be set between two bounds: an issue of a negotiation, a lever of a business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DialSheet {
    /// Its id, for the answer.
    pub id: String,
    /// What it is.
    pub label: String,
    /// The small print beside it.
    pub help: Option<String>,
    /// What it takes.
    pub unit: Unit,
    /// The least, exact.
    pub from: String,
    /// The most, exact.
    pub to: String,
    /// The distance between two neighbours, exact.
    pub step: String,
    /// Where it stands: the trainee's last value, or where it begins; exact.
    pub now: String,
}

/// A round of a negotiation that is over: what was offered, and what came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundSheet {
    /// The trainee's offer: issue id and value, exact.
    pub ours: BTreeMap<String, String>,
    /// The other side's offer after it.
    pub theirs: BTreeMap<String, String>,
    /// What the other side said.
    pub said: String,
}

/// A month of trading that has run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthSheet {
    /// The month: 2026年4月.
    pub month: String,
    /// What was decided: lever id and value, exact.
    pub plan: BTreeMap<String, String>,
    /// How many customers came.
    pub customers: i64,
    /// How many units were sold.
    pub sold: i64,
    /// Customers who left because nobody could serve them.
    pub lost_to_capacity: i64,
    /// Customers who left because nothing was in stock.
    pub lost_to_stock: i64,
    /// Units bought.
    pub bought: i64,
    /// Units in stock at its end.
    pub stock: i64,
    /// Sales without tax.
    pub sales: AmountSheet,
    /// What the month earned before income tax; below nought a loss.
    pub profit: AmountSheet,
    /// Money at the bank at its end.
    pub bank: AmountSheet,
}

/// An amount to read and to plot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmountSheet {
    /// Formatted: `1,234.56`.
    pub text: String,
    /// In fen.
    pub fen: i64,
}

/// A card of a talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardSheet {
    /// Its id, for the answer.
    pub id: String,
    /// Its heading.
    pub label: String,
    /// What is said with it.
    pub text: String,
    /// How many seconds it takes.
    pub seconds: u16,
}

/// A question after a talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionSheet {
    /// Its id, for the answer.
    pub id: String,
    /// The question.
    pub ask: String,
    /// What can be replied.
    pub replies: Vec<ItemSheet>,
}

/// An activity as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sheet {
    /// Options and reasons.
    Choose {
        /// The question.
        ask: String,
        /// What can be chosen.
        options: Vec<ItemSheet>,
        /// Reasons to give; none asked for where empty.
        reasons: Vec<ItemSheet>,
    },
    /// A document to fill.
    Form {
        /// Its title.
        document: String,
        /// Its opening lines.
        note: Option<String>,
        /// Its fields.
        fields: Vec<FieldSheet>,
    },
    /// Things to put in order.
    Arrange {
        /// The question.
        ask: String,
        /// What is to be ordered.
        items: Vec<ItemSheet>,
    },
    /// Things to sort.
    Classify {
        /// The question.
        ask: String,
        /// Where they can go.
        bins: Vec<ItemSheet>,
        /// What is to be sorted.
        items: Vec<ItemSheet>,
    },
    /// A document to go through.
    Inspect {
        /// The question.
        ask: String,
        /// The document's title.
        document: String,
        /// Its clauses.
        clauses: Vec<ItemSheet>,
        /// What may be wrong with one.
        reasons: Vec<ItemSheet>,
    },
    /// A journal entry to write.
    Voucher {
        /// What happened.
        ask: String,
        /// The day it is booked, as a person reads it.
        date: String,
        /// The accounts it may name, in the chart's order.
        accounts: Vec<AccountSheet>,
        /// How many characters the summary takes.
        summary_max: u16,
        /// How many lines it has room for.
        lines_max: u16,
    },
    /// A table with cells to compute.
    Worksheet {
        /// The question.
        ask: String,
        /// The table's title.
        document: String,
        /// The heading of the rows' labels, then one a column.
        columns: Vec<String>,
        /// Its rows.
        rows: Vec<RowSheet>,
    },
    /// Candidates, and a contract to fill.
    Hire {
        /// The question.
        ask: String,
        /// The post.
        post: String,
        /// Who applies.
        candidates: Vec<CandidateSheet>,
        /// The contract's terms.
        terms: Vec<FieldSheet>,
        /// Whether nobody need be hired.
        may_decline: bool,
    },
    /// Offers to trade.
    Negotiate {
        /// The question.
        ask: String,
        /// The other side's name.
        with: String,
        /// What is traded.
        issues: Vec<DialSheet>,
        /// The other side's offer on the table: issue id and value, exact.
        table: BTreeMap<String, String>,
        /// What was said when it was laid there.
        said: String,
        /// The rounds over so far.
        rounds: Vec<RoundSheet>,
        /// Offers left; at nought the table can only be taken or left.
        left: u8,
    },
    /// A budget to split.
    Allocate {
        /// The question.
        ask: String,
        /// How much there is, exact.
        budget: String,
        /// The same, formatted.
        budget_text: String,
        /// Whether all of it must be given out.
        whole: bool,
        /// What it can go to.
        lines: Vec<BudgetLineSheet>,
    },
    /// A business to run by the month.
    Operate {
        /// The question.
        ask: String,
        /// The market's name.
        market: String,
        /// The month that runs next: 2026年4月.
        month: String,
        /// Months left, this one among them.
        left: u8,
        /// What can be decided.
        levers: Vec<DialSheet>,
        /// Money at the bank.
        bank: AmountSheet,
        /// Units in stock.
        stock: i64,
        /// The months that have run.
        ran: Vec<MonthSheet>,
    },
    /// A talk to build, and questions after it.
    Pitch {
        /// The question.
        ask: String,
        /// How many seconds there are.
        seconds: u16,
        /// What can be told, in this learner's order.
        cards: Vec<CardSheet>,
        /// The cards told, in order; empty until the talk was given.
        told: Vec<String>,
        /// What is asked after it; empty until the talk was given.
        questions: Vec<QuestionSheet>,
    },
}
