//! `Form`: fill a real document. A field that `fills` the application for registration is judged by the core's own rules.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Answer, Credit, Entry, Fault, Field, Finding, Judgement, Misfit, Sheet, Task, count};
use crate::chance::Chance;
use crate::firm::registry::{ApplicationField, FieldValue};
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

impl Task for Form {
    fn sheet(&self, moment: &Moment<'_>) -> Sheet {
        Sheet::Form {
            document: self.document.text(moment),
            note: self.note.as_ref().map(|note| note.text(moment)),
            fields: self.fields.iter().map(|field| field.sheet(moment)).collect(),
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
        let files = self.fields.iter().any(|field| field.fills.is_some());
        let found = if files { moment.examine(&self.filings(fields)) } else { Vec::new() };
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
            let other = other.get(&field.id).map(|terms| field.entry(terms, moment));
            (field.id.clone(), other.unwrap_or_else(|| field.expert(moment)))
        };
        Some(Answer::Form { fields: self.fields.iter().map(entry).collect() })
    }

    fn words(&self, answer: &Answer, moment: &Moment<'_>) -> String {
        let Answer::Form { fields } = answer else { return String::new() };
        let mut words = String::new();
        for (place, field) in self.fields.iter().enumerate() {
            words.push_str(if place == 0 { "" } else { "；" });
            field.say_labelled(fields.get(&field.id), moment, &mut words);
        }
        words
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term)) {
        visit("", &self.document);
        self.note.iter().for_each(|note| visit("", note));
        self.fields.iter().for_each(|field| field.texts(visit));
    }

    fn faults<'a>(&'a self, visit: &mut dyn FnMut(Fault<'a>)) {
        self.fields.iter().for_each(|field| field.faults(visit));
    }

    fn ids(&self) -> Vec<&str> {
        self.fields.iter().map(|field| field.id.as_str()).collect()
    }
}
