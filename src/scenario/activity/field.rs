//! The fields of a document: what they take, what is right in them, what a wrong entry stands for.

use serde::{Deserialize, Serialize};

use super::{Entry, Fault, FieldSheet, Finding, Item, ItemSheet, Misfit, Note, Quality, SheetKind};
use crate::calendar::Date;
use crate::chance::Chance;
use crate::firm::registry::{ApplicationField, Deficiency, DeficiencyCode, FieldValue};
use crate::money::Money;
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;

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

impl Field {
    pub(super) fn fit(&self, entry: &Entry) -> Result<(), Misfit> {
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

    pub(super) fn exact(&self, entry: &Entry) -> String {
        let text = entry.text();
        let text = text.trim();
        match self.kind {
            FieldKind::Amount => text.parse::<Money>().map_or_else(|_| text.to_owned(), Money::plain),
            _ => text.to_owned(),
        }
    }

    pub(super) fn value(&self, entry: &Entry) -> Option<FieldValue> {
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

    pub(super) fn expert(&self, moment: &Moment<'_>) -> Entry {
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
            Right::OneOf(terms) => terms.iter().any(|term| term.is_exactly(&exact, moment)),
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
            Match::Is(term) => term.is_exactly(&exact, moment),
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

    /// What is to be said of an entry, beside what the core found in it; nothing where it is right.
    pub(super) fn finding(&self, entry: &Entry, found: Option<&Deficiency>, moment: &Moment<'_>) -> Option<Finding> {
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

    pub(super) fn random(&self, moment: &Moment<'_>, chance: &mut Chance) -> Entry {
        let wrong = |chance: &mut Chance| match chance.pick(&self.wrong).map(|wrong| &wrong.when) {
            Some(Match::Is(term)) => term.exact(moment).ok(),
            Some(Match::Above(term)) => Some(term.money(moment).ok()?.checked_mul_int(10).ok()?.plain()),
            Some(Match::Below(term)) => Some(term.money(moment).ok()?.checked_div_int(10).ok()?.plain()),
            Some(Match::After(term)) => Some(term.date(moment).ok()?.plus_years(1).ok()?.to_string()),
            Some(Match::Any) if self.kind == FieldKind::Day => Some(moment.today().to_string()),
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

    /// Writes the label and the entry in words to the end of a text.
    pub(super) fn say_labelled(&self, entry: Option<&Entry>, moment: &Moment<'_>, words: &mut String) {
        words.push_str(&self.label.reads(moment));
        words.push('：');
        if let Some(entry) = entry {
            self.say(entry, moment, words);
        }
    }

    fn say(&self, entry: &Entry, moment: &Moment<'_>, words: &mut String) {
        let (FieldKind::One(items) | FieldKind::Many(items)) = &self.kind else {
            return words.push_str(&entry.text());
        };
        for (place, id) in entry.items().into_iter().enumerate() {
            words.push_str(if place == 0 { "" } else { "、" });
            let item = items.iter().find(|item| item.id == id);
            words.push_str(&item.map(|item| item.label.reads(moment)).unwrap_or_default());
        }
    }

    /// As [`Field::fit`], where nothing ticked is an entry too.
    pub(super) fn fit_optional(&self, entry: &Entry) -> Result<(), Misfit> {
        match (&self.kind, entry) {
            (FieldKind::Many(_), Entry::Items(ticked)) if ticked.is_empty() => Ok(()),
            _ => self.fit(entry),
        }
    }

    /// As a front shows it.
    pub(super) fn sheet(&self, moment: &Moment<'_>) -> FieldSheet {
        let items = |items: &[Item]| {
            items.iter().map(|item| ItemSheet { id: item.id.clone(), label: item.label.text(moment) }).collect()
        };
        FieldSheet {
            id: self.id.clone(),
            label: self.label.text(moment),
            help: self.help.as_ref().map(|help| help.text(moment)),
            kind: match &self.kind {
                FieldKind::Line(most) => SheetKind::Line(*most),
                FieldKind::Amount => SheetKind::Amount,
                FieldKind::Day => SheetKind::Day,
                FieldKind::One(list) => SheetKind::One(items(list)),
                FieldKind::Many(list) => SheetKind::Many(items(list)),
            },
        }
    }

    /// An entry as a trial writes it.
    pub(super) fn entry(&self, terms: &[Term], moment: &Moment<'_>) -> Entry {
        let mut texts = terms.iter().map(|term| term.exact(moment).unwrap_or_default());
        match self.kind {
            FieldKind::Many(_) => Entry::Items(texts.collect()),
            _ => Entry::Text(texts.next().unwrap_or_default()),
        }
    }

    /// Calls `visit` for each text.
    pub(super) fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term)) {
        visit(&self.id, &self.label);
        self.help.iter().chain(&self.best).for_each(|term| visit(&self.id, term));
        self.wrong.iter().for_each(|wrong| visit(&self.id, &wrong.because));
        if let FieldKind::One(items) | FieldKind::Many(items) = &self.kind {
            for item in items {
                visit(&self.id, &item.label);
            }
        }
    }

    /// Calls `visit` for each thing said of a wrong entry.
    pub(super) fn faults<'a>(&'a self, visit: &mut dyn FnMut(Fault<'a>)) {
        for wrong in &self.wrong {
            visit(Fault {
                at: &self.id,
                misconception: wrong.misconception.as_deref(),
                because: Some(&wrong.because),
                rule: wrong.rule.as_deref(),
            });
        }
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
