//! `Form`: fill a real document. A field that `fills` the application for registration is judged by the core's own rules.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Answer, Credit, Entry, Fault, FieldSheet, Finding, Item, ItemSheet, Judgement, Misfit, Note, Quality, Sheet,
    SheetKind, Task, count,
};
use crate::calendar::Date;
use crate::chance::Chance;
use crate::firm::registry::{ApplicationField, Deficiency, DeficiencyCode, FieldValue};
use crate::money::Money;
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;
use crate::scenario::trial::Instead;

/// A document with fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Its title.
    pub document: Term,
    /// Its opening lines.
    #[serde(default)]
    pub note: Option<Term>,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// A field of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The stable name within the scene; its entry is a variable of this name afterwards.
    pub id: String,
    /// Its label on the document.
    pub label: Term,
    /// The small print beside it.
    #[serde(default)]
    pub help: Option<Term>,
    /// What it takes.
    pub kind: FieldKind,
    /// The field of the application that it fills; the core judges it by the law.
    #[serde(default)]
    pub fills: Option<ApplicationField>,
    /// What is right beyond the core's rules.
    #[serde(default)]
    pub right: Right,
    /// What an expert enters: one text, or the items ticked.
    pub best: Vec<Term>,
    /// Wrong entries that stand for a misconception; the first that matches is said.
    #[serde(default)]
    pub wrong: Vec<WrongEntry>,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum FieldKind {
    /// A line of so many characters at most.
    Line(u16),
    /// An amount in yuan.
    Amount,
    /// A date.
    Day,
    /// One of these.
    One(Vec<Item>),
    /// Any of these, at least one.
    Many(Vec<Item>),
}

/// What is right in a field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Right {
    /// Whatever the core accepts.
    #[default]
    Accepted,
    /// Just what an expert enters.
    Exactly,
    /// One of these.
    OneOf(Vec<Term>),
    /// An amount within these bounds, both included.
    Within {
        /// The least.
        from: Term,
        /// The most.
        to: Term,
    },
    /// A date from the first to the second, both included.
    Between {
        /// The earliest.
        from: Term,
        /// The latest.
        to: Term,
    },
    /// All of the first ticked, none of the second; a term may name a variable that holds an item's id.
    Ticked {
        /// Must be ticked.
        all: Vec<Term>,
        /// Must not be ticked.
        #[serde(default)]
        none: Vec<Term>,
    },
}

/// A wrong entry and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrongEntry {
    /// What it looks like.
    pub when: Match,
    /// The misconception it stands for.
    #[serde(default)]
    pub misconception: Option<String>,
    /// What is said of it.
    pub because: Term,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
}

/// What a wrong entry looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Match {
    /// Any wrong entry.
    Any,
    /// Just this.
    Is(Term),
    /// This item is ticked.
    Ticked(String),
    /// This item is not ticked.
    Unticked(String),
    /// An amount above this.
    Above(Term),
    /// An amount below this.
    Below(Term),
    /// A date after this.
    After(Term),
    /// The core found this.
    Core(DeficiencyCode),
}

impl Form {
    fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// Whether one entry has the shape its field takes, for a word beside the field as soon as it is left.
    pub fn fit_entry(&self, id: &str, entry: &Entry) -> Result<(), Misfit> {
        self.field(id).ok_or_else(|| Misfit::Unknown(id.to_owned()))?.fit(entry)
    }

    /// Entries in the exact form of variables.
    pub fn variables(&self, fields: &BTreeMap<String, Entry>) -> Vec<(String, String)> {
        let exact = |field: &Field| Some((field.id.clone(), field.exact(fields.get(&field.id)?)));
        self.fields.iter().filter_map(exact).collect()
    }

    /// What the entries write into the application for registration.
    pub fn filings(&self, fields: &BTreeMap<String, Entry>) -> Vec<(ApplicationField, FieldValue)> {
        let filing = |field: &Field| Some((field.fills?, field.value(fields.get(&field.id)?)?));
        self.fields.iter().filter_map(filing).collect()
    }
}

impl Field {
    fn fit(&self, entry: &Entry) -> Result<(), Misfit> {
        if entry.is_empty() {
            return Err(Misfit::Empty(self.id.clone()));
        }
        match (&self.kind, entry) {
            (FieldKind::Line(most), Entry::Text(text)) if text.trim().chars().count() > usize::from(*most) => {
                Err(Misfit::TooLong { field: self.id.clone(), most: *most })
            }
            (FieldKind::Line(_), Entry::Text(_)) => Ok(()),
            (FieldKind::Amount, Entry::Text(text)) => match text.trim().parse::<Money>() {
                Ok(_) => Ok(()),
                Err(_) => Err(Misfit::Amount(self.id.clone())),
            },
            (FieldKind::Day, Entry::Text(text)) => match text.trim().parse::<Date>() {
                Ok(_) => Ok(()),
                Err(_) => Err(Misfit::Date(self.id.clone())),
            },
            (FieldKind::One(items), Entry::Text(text)) => known(items, text),
            (FieldKind::Many(items), Entry::Items(ticked)) => ticked.iter().try_for_each(|item| known(items, item)),
            _ => Err(Misfit::Kind("Form".to_owned())),
        }
    }

    fn exact(&self, entry: &Entry) -> String {
        let text = entry.text();
        let text = text.trim();
        match self.kind {
            FieldKind::Amount => text.parse::<Money>().map_or_else(|_| text.to_owned(), Money::plain),
            _ => text.to_owned(),
        }
    }

    fn value(&self, entry: &Entry) -> Option<FieldValue> {
        match (&self.kind, entry) {
            (FieldKind::Amount, Entry::Text(text)) => text.trim().parse().ok().map(FieldValue::Money),
            (FieldKind::Day, Entry::Text(text)) => text.trim().parse().ok().map(FieldValue::Date),
            (FieldKind::Many(_), entry) => {
                Some(FieldValue::Items(entry.items().into_iter().map(ToOwned::to_owned).collect()))
            }
            (_, Entry::Text(text)) => Some(FieldValue::Text(text.trim().to_owned())),
            _ => None,
        }
    }

    fn expert(&self, moment: &Moment<'_>) -> Entry {
        let mut best = self.best.iter().map(|term| term.exact(moment).unwrap_or_default());
        match self.kind {
            FieldKind::Many(_) => Entry::Items(best.collect()),
            _ => Entry::Text(best.next().unwrap_or_default()),
        }
    }

    fn is_right(&self, entry: &Entry, moment: &Moment<'_>) -> bool {
        let exact = self.exact(entry);
        match &self.right {
            Right::Accepted => true,
            Right::Exactly => same_items(entry, &self.expert(moment)) || exact == self.exact(&self.expert(moment)),
            Right::OneOf(terms) => terms.iter().any(|term| term.exact(moment).is_ok_and(|right| right == exact)),
            Right::Within { from, to } => match (exact.parse::<Money>(), from.money(moment), to.money(moment)) {
                (Ok(amount), Ok(from), Ok(to)) => (from..=to).contains(&amount),
                _ => false,
            },
            Right::Between { from, to } => match (exact.parse::<Date>(), from.date(moment), to.date(moment)) {
                (Ok(date), Ok(from), Ok(to)) => (from..=to).contains(&date),
                _ => false,
            },
            Right::Ticked { all, none } => {
                let ticked = entry.items();
                let is_ticked = |item: &Term| item.exact(moment).is_ok_and(|id| ticked.contains(&id.as_str()));
                all.iter().all(is_ticked) && !none.iter().any(is_ticked)
            }
        }
    }

    fn matches(&self, when: &Match, entry: &Entry, found: Option<&Deficiency>, moment: &Moment<'_>) -> bool {
        let exact = self.exact(entry);
        let amount = || exact.parse::<Money>().ok();
        match when {
            Match::Any => true,
            Match::Is(term) => term.exact(moment).is_ok_and(|wrong| wrong == exact),
            Match::Ticked(item) => entry.items().contains(&item.as_str()),
            Match::Unticked(item) => !entry.items().contains(&item.as_str()),
            Match::Above(term) => amount().zip(term.money(moment).ok()).is_some_and(|(held, limit)| held > limit),
            Match::Below(term) => amount().zip(term.money(moment).ok()).is_some_and(|(held, limit)| held < limit),
            Match::After(term) => {
                exact.parse::<Date>().ok().zip(term.date(moment).ok()).is_some_and(|(held, limit)| held > limit)
            }
            Match::Core(code) => found.is_some_and(|found| found.code == *code),
        }
    }

    fn finding(&self, entry: &Entry, found: Option<&Deficiency>, moment: &Moment<'_>) -> Option<Finding> {
        if found.is_none() && self.is_right(entry, moment) {
            return None;
        }
        let wrong = self.wrong.iter().find(|wrong| self.matches(&wrong.when, entry, found, moment));
        let note = wrong
            .map(|wrong| Note::Scene(wrong.because.text(moment)))
            .or_else(|| found.map(|found| Note::Core { key: found.code.key().to_owned(), args: found.args() }));
        let rule = wrong.and_then(|wrong| wrong.rule.clone()).or_else(|| found.map(|found| found.rule.clone()));
        Some(Finding {
            at: self.id.clone(),
            label: self.label.text(moment),
            quality: Quality::Wrong,
            misconception: wrong.and_then(|wrong| wrong.misconception.clone()),
            note,
            rule,
        })
    }

    fn random(&self, moment: &Moment<'_>, chance: &mut Chance) -> Entry {
        let wrong = |chance: &mut Chance| match chance.pick(&self.wrong).map(|wrong| &wrong.when) {
            Some(Match::Is(term)) => term.exact(moment).ok(),
            _ => None,
        };
        match &self.kind {
            FieldKind::One(items) => Entry::Text(chance.pick(items).map(|item| item.id.clone()).unwrap_or_default()),
            FieldKind::Many(items) => {
                let mut ticked: Vec<String> =
                    items.iter().filter(|_| chance.below(2) == 1).map(|item| item.id.clone()).collect();
                if ticked.is_empty() {
                    ticked.extend(chance.pick(items).map(|item| item.id.clone()));
                }
                Entry::Items(ticked)
            }
            // A bot has no text of its own: it takes a known wrong one as often as the right one.
            _ if chance.below(2) == 1 => wrong(chance).map_or_else(|| self.expert(moment), Entry::Text),
            _ => self.expert(moment),
        }
    }

    fn said(&self, entry: &Entry, moment: &Moment<'_>) -> String {
        let label = |id: &str, items: &[Item]| {
            items.iter().find(|item| item.id == id).map(|item| item.label.text(moment)).unwrap_or_default()
        };
        match &self.kind {
            FieldKind::One(items) | FieldKind::Many(items) => {
                entry.items().into_iter().map(|id| label(id, items)).collect::<Vec<_>>().join("、")
            }
            _ => entry.text(),
        }
    }
}

impl Task for Form {
    fn sheet(&self, moment: &Moment<'_>) -> Sheet {
        let items = |items: &[Item]| {
            items.iter().map(|item| ItemSheet { id: item.id.clone(), label: item.label.text(moment) }).collect()
        };
        let field = |field: &Field| FieldSheet {
            id: field.id.clone(),
            label: field.label.text(moment),
            help: field.help.as_ref().map(|help| help.text(moment)),
            kind: match &field.kind {
                FieldKind::Line(most) => SheetKind::Line(*most),
                FieldKind::Amount => SheetKind::Amount,
                FieldKind::Day => SheetKind::Day,
                FieldKind::One(list) => SheetKind::One(items(list)),
                FieldKind::Many(list) => SheetKind::Many(items(list)),
            },
        };
        Sheet::Form {
            document: self.document.text(moment),
            note: self.note.as_ref().map(|note| note.text(moment)),
            fields: self.fields.iter().map(field).collect(),
        }
    }

    fn fit(&self, answer: &Answer, _: &Moment<'_>) -> Result<(), Misfit> {
        let Answer::Form { fields } = answer else { return Err(Misfit::Kind("Form".to_owned())) };
        if let Some(unknown) = fields.keys().find(|id| self.field(id).is_none()) {
            return Err(Misfit::Unknown(unknown.clone()));
        }
        self.fields.iter().try_for_each(|field| match fields.get(&field.id) {
            Some(entry) => field.fit(entry),
            None => Err(Misfit::Empty(field.id.clone())),
        })
    }

    fn judge(&self, answer: &Answer, moment: &Moment<'_>) -> Judgement {
        let Answer::Form { fields } = answer else { return Judgement::plain(Credit::NONE, Vec::new()) };
        let found = moment.examine(&self.filings(fields));
        let finding = |field: &Field| {
            let found = found.iter().find(|found| Some(found.field) == field.fills);
            field.finding(fields.get(&field.id)?, found, moment)
        };
        let findings: Vec<Finding> = self.fields.iter().filter_map(finding).collect();
        let (all, wrong) = (count(self.fields.len()), count(findings.len()));
        Judgement::plain(Credit::share(all.saturating_sub(wrong.saturating_mul(2)), all), findings)
    }

    fn best(&self, moment: &Moment<'_>) -> Answer {
        let entry = |field: &Field| (field.id.clone(), field.expert(moment));
        Answer::Form { fields: self.fields.iter().map(entry).collect() }
    }

    fn random(&self, moment: &Moment<'_>, chance: &mut Chance) -> Answer {
        let mut entry = |field: &Field| (field.id.clone(), field.random(moment, chance));
        Answer::Form { fields: self.fields.iter().map(&mut entry).collect() }
    }

    fn instead(&self, instead: &Instead, moment: &Moment<'_>) -> Option<Answer> {
        let Instead::Form(other) = instead else { return None };
        let entry = |field: &Field| {
            let Some(terms) = other.get(&field.id) else { return (field.id.clone(), field.expert(moment)) };
            let mut texts = terms.iter().map(|term| term.exact(moment).unwrap_or_default());
            let entry = match field.kind {
                FieldKind::Many(_) => Entry::Items(texts.collect()),
                _ => Entry::Text(texts.next().unwrap_or_default()),
            };
            (field.id.clone(), entry)
        };
        Some(Answer::Form { fields: self.fields.iter().map(entry).collect() })
    }

    fn words(&self, answer: &Answer, moment: &Moment<'_>) -> String {
        let Answer::Form { fields } = answer else { return String::new() };
        let said = |field: &Field| {
            let entry = fields.get(&field.id).map(|entry| field.said(entry, moment)).unwrap_or_default();
            format!("{}：{entry}", field.label.text(moment))
        };
        self.fields.iter().map(said).collect::<Vec<_>>().join("；")
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term)) {
        visit("", &self.document);
        self.note.iter().for_each(|note| visit("", note));
        for field in &self.fields {
            visit(&field.id, &field.label);
            field.help.iter().chain(&field.best).for_each(|term| visit(&field.id, term));
            field.wrong.iter().for_each(|wrong| visit(&field.id, &wrong.because));
            if let FieldKind::One(items) | FieldKind::Many(items) = &field.kind {
                for item in items {
                    visit(&field.id, &item.label);
                }
            }
        }
    }

    fn faults<'a>(&'a self, visit: &mut dyn FnMut(Fault<'a>)) {
        for (field, wrong) in self.fields.iter().flat_map(|field| field.wrong.iter().map(move |wrong| (field, wrong))) {
            visit(Fault {
                at: &field.id,
                misconception: wrong.misconception.as_deref(),
                because: Some(&wrong.because),
                rule: wrong.rule.as_deref(),
            });
        }
    }

    fn ids(&self) -> Vec<&str> {
        self.fields.iter().map(|field| field.id.as_str()).collect()
    }
}

fn known(items: &[Item], id: &str) -> Result<(), Misfit> {
    if items.iter().any(|item| item.id == id) { Ok(()) } else { Err(Misfit::Unknown(id.to_owned())) }
}

fn same_items(one: &Entry, other: &Entry) -> bool {
    match (one, other) {
        (Entry::Items(one), Entry::Items(other)) => {
            one.len() == other.len() && one.iter().all(|item| other.contains(item))
        }
        _ => false,
    }
}
