//! `Worksheet`: a table with cells to compute. The right value of each is what the core makes of it at that moment.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Answer, CellSheet, Credit, Fault, Finding, Judgement, Misfit, Note, Quality, RowSheet, Sheet, Task, Unit, count,
};
use crate::chance::Chance;
use crate::money::{Money, Rate};
use crate::scenario::moment::Moment;
use crate::scenario::reckon::{Reckon, Reckoned};
use crate::scenario::term::Term;
use crate::scenario::trial::Instead;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worksheet {
    /// The question.
    pub ask: Term,
    /// The table's title.
    pub document: Term,
    /// The heading of the rows' labels, then one a column.
    pub columns: Vec<Term>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// What stands at its head.
    pub label: Term,
    /// A cell for each column.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Cell {
    /// Nothing belongs here.
    Blank,
    /// Given.
    Given(Term),
    /// Given as the core reckons it.
    Reckoned(Reckon),
    /// To be computed.
    Ask(Asked),
}

/// A cell to compute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The stable name within the scene; what is entered is a variable of this name afterwards.
    pub id: String,
    /// The right value.
    pub right: Reckon,
    /// Why it is that.
    pub because: Term,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// The misconception of another value.
    #[serde(default)]
    pub misconception: Option<String>,
    /// Wrong ways of computing it, by the value they lead to; the first that matches is said.
    #[serde(default)]
    pub wrong: Vec<WrongValue>,
}

/// A wrong way of computing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrongValue {
    /// What it leads to.
    pub is: Reckon,
    /// What is said of it.
    pub because: Term,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// The misconception it stands for.
    #[serde(default)]
    pub misconception: Option<String>,
}

impl Worksheet {
    /// The cells to compute, each with its row's label and its column's heading.
    fn asked(&self) -> impl Iterator<Item = (&Term, &Term, &Asked)> {
        self.rows.iter().flat_map(|row| {
            let cells = self.columns.iter().skip(1).zip(&row.cells);
            cells.filter_map(|(column, cell)| match cell {
                Cell::Ask(asked) => Some((&row.label, column, asked)),
                _ => None,
            })
        })
    }

    /// Entries in the exact form of variables.
    pub fn variables(&self, cells: &BTreeMap<String, String>) -> Vec<(String, String)> {
        let exact = |(_, _, asked): (&Term, &Term, &Asked)| {
            Some((asked.id.clone(), read(asked.right.unit(), cells.get(&asked.id)?)?.exact()))
        };
        self.asked().filter_map(exact).collect()
    }

    fn best_cells(&self, moment: &Moment<'_>) -> BTreeMap<String, String> {
        let right = |asked: &Asked| asked.right.value(moment).map(Reckoned::exact).unwrap_or_default();
        self.asked().map(|(_, _, asked)| (asked.id.clone(), right(asked))).collect()
    }
}

impl Asked {
    /// What is to be said of a value; nothing where it is right.
    fn finding(&self, label: String, entry: Option<&String>, moment: &Moment<'_>) -> Option<Finding> {
        let entered = entry.and_then(|entry| read(self.right.unit(), entry));
        if entered.is_some() && self.right.value(moment).ok() == entered {
            return None;
        }
        let is_it = |wrong: &&WrongValue| entered.is_some() && wrong.is.value(moment).ok() == entered;
        let (because, rule, misconception) = match self.wrong.iter().find(is_it) {
            Some(wrong) => (&wrong.because, &wrong.rule, &wrong.misconception),
            None => (&self.because, &self.rule, &self.misconception),
        };
        Some(Finding {
            at: self.id.clone(),
            label,
            quality: Quality::Wrong,
            misconception: misconception.clone(),
            note: Some(Note::Scene(because.text(moment))),
            rule: rule.clone(),
        })
    }
}

impl Task for Worksheet {
    fn sheet(&self, moment: &Moment<'_>) -> Sheet {
        let cell = |cell: &Cell| match cell {
            Cell::Blank => CellSheet::Blank,
            Cell::Given(term) => CellSheet::Given(term.text(moment)),
            Cell::Reckoned(figure) => CellSheet::Given(figure.value(moment).map(shown).unwrap_or_default()),
            Cell::Ask(asked) => CellSheet::Ask { id: asked.id.clone(), unit: asked.right.unit() },
        };
        let row = |row: &Row| RowSheet { label: row.label.text(moment), cells: row.cells.iter().map(cell).collect() };
        Sheet::Worksheet {
            ask: self.ask.text(moment),
            document: self.document.text(moment),
            columns: self.columns.iter().map(|column| column.text(moment)).collect(),
            rows: self.rows.iter().map(row).collect(),
        }
    }

    fn fit(&self, answer: &Answer, _: &Moment<'_>) -> Result<(), Misfit> {
        let Answer::Worksheet { cells } = answer else { return Err(Misfit::Kind("Worksheet".to_owned())) };
        if let Some(unknown) = cells.keys().find(|id| !self.asked().any(|(_, _, asked)| asked.id == **id)) {
            return Err(Misfit::Unknown(unknown.clone()));
        }
        for (_, _, asked) in self.asked() {
            fits(&asked.id, asked.right.unit(), cells.get(&asked.id).map_or("", String::as_str))?;
        }
        Ok(())
    }

    fn judge(&self, answer: &Answer, moment: &Moment<'_>) -> Judgement {
        let Answer::Worksheet { cells } = answer else { return Judgement::plain(Credit::NONE, Vec::new()) };
        let mut findings = Vec::new();
        let mut all = 0_usize;
        for (row, column, asked) in self.asked() {
            all = all.saturating_add(1);
            let label = format!("{} · {}", row.text(moment), column.text(moment));
            findings.extend(asked.finding(label, cells.get(&asked.id), moment));
        }
        let credit = Credit::share(count(all).saturating_sub(count(findings.len())), count(all));
        Judgement::plain(credit, findings)
    }

    fn best(&self, moment: &Moment<'_>) -> Answer {
        Answer::Worksheet { cells: self.best_cells(moment) }
    }

    fn random(&self, moment: &Moment<'_>, chance: &mut Chance) -> Answer {
        let mut cells = self.best_cells(moment);
        for (_, _, asked) in self.asked() {
            // A wrong way of computing, where the author named one, or a slip of a digit.
            let slip = match asked.right.unit() {
                Unit::Amount => format!("{}.00", chance.below(10_000)),
                Unit::Count => chance.below(1_000).to_string(),
                Unit::Percent => format!("{}%", chance.below(100)),
            };
            let wrong = chance.pick(&asked.wrong).and_then(|wrong| wrong.is.value(moment).ok()).map(Reckoned::exact);
            if chance.below(2) == 1 {
                cells.insert(asked.id.clone(), wrong.unwrap_or(slip));
            }
        }
        Answer::Worksheet { cells }
    }

    fn instead(&self, instead: &Instead, moment: &Moment<'_>) -> Option<Answer> {
        let Instead::Worksheet(other) = instead else { return None };
        let mut cells = self.best_cells(moment);
        for (id, value) in other.iter() {
            cells.insert(id.to_owned(), value.value(moment).map(Reckoned::exact).unwrap_or_default());
        }
        Some(Answer::Worksheet { cells })
    }

    fn words(&self, answer: &Answer, moment: &Moment<'_>) -> String {
        let Answer::Worksheet { cells } = answer else { return String::new() };
        let said = |(row, column, asked): (&Term, &Term, &Asked)| {
            let entry = cells.get(&asked.id).map_or("", String::as_str);
            format!("{} · {}：{entry}", row.text(moment), column.text(moment))
        };
        self.asked().map(said).collect::<Vec<_>>().join("；")
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term)) {
        visit("", &self.ask);
        visit("", &self.document);
        self.columns.iter().for_each(|column| visit("", column));
        for row in &self.rows {
            visit("", &row.label);
            for cell in &row.cells {
                match cell {
                    Cell::Blank => {}
                    Cell::Given(term) => visit("", term),
                    Cell::Reckoned(figure) => figure.terms(&mut |term| visit("", term)),
                    Cell::Ask(asked) => asked.texts(visit),
                }
            }
        }
    }

    fn faults<'a>(&'a self, visit: &mut dyn FnMut(Fault<'a>)) {
        for (_, _, asked) in self.asked() {
            let fault = |because: &'a Term, rule: &'a Option<String>, misconception: &'a Option<String>| Fault {
                at: &asked.id,
                misconception: misconception.as_deref(),
                because: Some(because),
                rule: rule.as_deref(),
            };
            visit(fault(&asked.because, &asked.rule, &asked.misconception));
            asked.wrong.iter().for_each(|wrong| visit(fault(&wrong.because, &wrong.rule, &wrong.misconception)));
        }
    }

    fn ids(&self) -> Vec<&str> {
        self.asked().map(|(_, _, asked)| asked.id.as_str()).collect()
    }
}

impl Asked {
    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term)) {
        visit(&self.id, &self.because);
        self.right.terms(&mut |term| visit(&self.id, term));
        for wrong in &self.wrong {
            visit(&self.id, &wrong.because);
            wrong.is.terms(&mut |term| visit(&self.id, term));
        }
    }
}

/// An entry as the number it is.
pub(super) fn read(unit: Unit, entry: &str) -> Option<Reckoned> {
    let entry = entry.trim();
    match unit {
        Unit::Amount => entry.parse::<Money>().ok().map(Reckoned::Amount),
        Unit::Count => entry.parse::<i64>().ok().map(Reckoned::Count),
        Unit::Percent => entry.parse::<Rate>().ok().map(Reckoned::Percent),
    }
}

/// Whether an entry is a number of this kind.
pub(super) fn fits(id: &str, unit: Unit, entry: &str) -> Result<(), Misfit> {
    if entry.trim().is_empty() {
        return Err(Misfit::Empty(id.to_owned()));
    }
    let misfit = match unit {
        Unit::Amount => Misfit::Amount,
        Unit::Count => Misfit::Count,
        Unit::Percent => Misfit::Percent,
    };
    read(unit, entry).map(|_| ()).ok_or_else(|| misfit(id.to_owned()))
}

/// A value as a person reads it.
fn shown(value: Reckoned) -> String {
    match value {
        Reckoned::Amount(amount) => amount.to_string(),
        Reckoned::Count(_) | Reckoned::Percent(_) => value.exact(),
    }
}
