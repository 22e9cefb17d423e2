//! What a front shows of an activity: texts with this learner's figures, in this learner's order. No answers inside.

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
}
