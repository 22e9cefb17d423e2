//! A table as rows: what a CSV text, a workbook and a page's table are made from.

use super::names::one_line;
use crate::money::Money;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is called.
    pub name: String,
    /// What its columns are called.
    pub head: Vec<String>,
    /// Its rows, each as long as the head.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a place of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text; never a formula, whatever it begins with.
    Text(String),
    /// An amount.
    Money(Money),
    /// A whole number.
    Number(i64),
    /// Points, in hundredths.
    Points(u32),
}

impl Table {
    /// A table without rows.
    pub fn new(name: &str, head: &[&str]) -> Self {
        Self { name: name.to_owned(), head: head.iter().map(|name| (*name).to_owned()).collect(), rows: Vec::new() }
    }

    /// As CSV (RFC 4180): quoted where it must be, and no text is a formula of a spreadsheet.
    ///
    /// ```
    /// # use startup_metaverse::firm::export::{Cell, Table};
    /// let mut table = Table::new("成绩", &["学号", "姓名"]);
    /// table.rows.push(vec![Cell::Number(17), Cell::Text("=HYPERLINK(\"http://x\")".to_owned())]);
    /// assert_eq!(table.csv(), "学号,姓名\r\n17,\"'=HYPERLINK(\"\"http://x\"\")\"\r\n");
    /// ```
    pub fn csv(&self) -> String {
        let head = self.head.iter().map(|name| field(name)).collect::<Vec<_>>().join(",");
        let rows = self.rows.iter().map(|row| row.iter().map(Cell::field).collect::<Vec<_>>().join(","));
        std::iter::once(head).chain(rows).map(|line| line + "\r\n").collect()
    }
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// As a person reads it; an amount and points with two digits after the point and no commas.
    pub fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Money(amount) => amount.plain(),
            Self::Number(number) => number.to_string(),
            Self::Points(points) => Money::from_fen(i64::from(*points)).plain(),
        }
    }

    fn field(&self) -> String {
        match self {
            Self::Text(text) => field(text),
            other => other.plain(),
        }
    }
}

/// A text as a field: on one line, quoted where it must be, and never a formula of a spreadsheet.
fn field(text: &str) -> String {
    let line = one_line(text);
    let safe = if line.starts_with(['=', '+', '-', '@']) { format!("'{line}") } else { line };
    if safe.contains([',', '"']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}
