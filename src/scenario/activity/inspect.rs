//! `Inspect`: go through a document, mark what is wrong, and say why.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Answer, Credit, Fault, Finding, Item, ItemSheet, Judgement, Misfit, Note, Quality, Sheet, Task, count};
use crate::chance::Chance;
use crate::scenario::condition::Condition;
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;
use crate::scenario::trial::Instead;

/// A document with or without flaws.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inspect {
    /// The question.
    pub ask: Term,
    /// The document's title.
    pub document: Term,
    /// Its clauses in order.
    pub clauses: Vec<Clause>,
    /// What may be wrong with one.
    pub reasons: Vec<Item>,
}

/// A clause, and how it may be flawed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// The stable name within the step.
    pub id: String,
    /// Its text where it is sound.
    pub text: Term,
    /// Its flaw.
    #[serde(default)]
    pub flaw: Option<Flaw>,
}

/// A flaw of a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flaw {
    /// There only where this holds; else the clause stands in its sound form.
    #[serde(default)]
    pub when: Condition,
    /// The clause's text with the flaw.
    pub text: Term,
    /// The reason that names it.
    pub reason: String,
    /// Why it is wrong.
    pub because: Term,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// The misconception of overlooking it.
    #[serde(default)]
    pub misconception: Option<String>,
}

impl Clause {
    fn flaw_now(&self, moment: &Moment<'_>) -> Option<&Flaw> {
        self.flaw.as_ref().filter(|flaw| flaw.when.holds(moment))
    }

    fn shown<'a>(&'a self, moment: &Moment<'a>) -> Cow<'a, str> {
        self.flaw_now(moment).map_or(&self.text, |flaw| &flaw.text).reads(moment)
    }
}

impl Inspect {
    fn flaws(&self, moment: &Moment<'_>) -> BTreeMap<String, String> {
        let flawed = |clause: &Clause| clause.flaw_now(moment).map(|flaw| (clause.id.clone(), flaw.reason.clone()));
        self.clauses.iter().filter_map(flawed).collect()
    }
}

impl Task for Inspect {
    fn sheet(&self, moment: &Moment<'_>) -> Sheet {
        let clause = |clause: &Clause| ItemSheet { id: clause.id.clone(), label: clause.shown(moment).into_owned() };
        let reason = |reason: &Item| ItemSheet { id: reason.id.clone(), label: reason.label.text(moment) };
        Sheet::Inspect {
            ask: self.ask.text(moment),
            document: self.document.text(moment),
            clauses: self.clauses.iter().map(clause).collect(),
            reasons: self.reasons.iter().map(reason).collect(),
        }
    }

    fn fit(&self, answer: &Answer, _: &Moment<'_>) -> Result<(), Misfit> {
        let Answer::Inspect { marks } = answer else { return Err(Misfit::Kind("Inspect".to_owned())) };
        let known_clause = |id: &String| self.clauses.iter().any(|clause| clause.id == *id);
        let known_reason = |id: &String| self.reasons.iter().any(|reason| reason.id == *id);
        let unknown = marks.keys().find(|id| !known_clause(id)).or_else(|| marks.values().find(|id| !known_reason(id)));
        unknown.map_or(Ok(()), |id| Err(Misfit::Unknown(id.clone())))
    }

    fn judge(&self, answer: &Answer, moment: &Moment<'_>) -> Judgement {
        let Answer::Inspect { marks } = answer else { return Judgement::plain(Credit::NONE, Vec::new()) };
        let mut findings: Vec<Finding> =
            self.clauses.iter().filter_map(|clause| finding(clause, marks.get(&clause.id), moment)).collect();
        if findings.is_empty() {
            findings.push(clean(self.document.text(moment)));
        }
        // In halves: a flaw found earns one, its right reason the other; a sound clause marked costs a whole.
        let flaws = self.flaws(moment);
        let hit = |(clause, reason): (&String, &String)| match marks.get(clause) {
            Some(mark) if mark == reason => 2_i64,
            Some(_) => 1,
            None => 0,
        };
        let hits: i64 = flaws.iter().map(hit).sum();
        let false_alarms = count(marks.keys().filter(|clause| !flaws.contains_key(*clause)).count());
        let halves = count(flaws.len()).saturating_mul(2);
        let credit = match halves {
            0 => Credit::share(i64::from(false_alarms == 0), 1),
            _ => Credit::share(hits.saturating_sub(false_alarms.saturating_mul(2)), halves),
        };
        Judgement::plain(credit, findings)
    }

    fn best(&self, moment: &Moment<'_>) -> Answer {
        Answer::Inspect { marks: self.flaws(moment) }
    }

    fn random(&self, _: &Moment<'_>, chance: &mut Chance) -> Answer {
        let mut marks = BTreeMap::new();
        for clause in &self.clauses {
            if chance.below(2) == 1
                && let Some(reason) = chance.pick(&self.reasons)
            {
                marks.insert(clause.id.clone(), reason.id.clone());
            }
        }
        Answer::Inspect { marks }
    }

    fn instead(&self, instead: &Instead, _: &Moment<'_>) -> Option<Answer> {
        let Instead::Inspect(marks) = instead else { return None };
        let marks = marks.iter().map(|(clause, reason)| (clause.to_owned(), reason.clone())).collect();
        Some(Answer::Inspect { marks })
    }

    fn words(&self, answer: &Answer, moment: &Moment<'_>) -> String {
        let Answer::Inspect { marks } = answer else { return String::new() };
        let mut words = String::new();
        for (clause, reason) in marks {
            words.push_str(if words.is_empty() { "「" } else { "；「" });
            let clause = self.clauses.iter().find(|known| known.id == *clause);
            words.push_str(&clause.map(|clause| clause.shown(moment)).unwrap_or_default());
            words.push('」');
            let reason = self.reasons.iter().find(|known| known.id == *reason);
            words.push_str(&reason.map(|reason| reason.label.reads(moment)).unwrap_or_default());
        }
        words
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term)) {
        visit("", &self.ask);
        visit("", &self.document);
        for clause in &self.clauses {
            visit(&clause.id, &clause.text);
            if let Some(flaw) = &clause.flaw {
                visit(&clause.id, &flaw.text);
                visit(&clause.id, &flaw.because);
            }
        }
        self.reasons.iter().for_each(|reason| visit(&reason.id, &reason.label));
    }

    fn faults<'a>(&'a self, visit: &mut dyn FnMut(Fault<'a>)) {
        for (clause, flaw) in self.clauses.iter().filter_map(|clause| Some((clause, clause.flaw.as_ref()?))) {
            visit(Fault {
                at: &clause.id,
                misconception: flaw.misconception.as_deref(),
                because: Some(&flaw.because),
                rule: flaw.rule.as_deref(),
            });
        }
    }

    fn ids(&self) -> Vec<&str> {
        let clauses = self.clauses.iter().map(|clause| clause.id.as_str());
        clauses.chain(self.reasons.iter().map(|reason| reason.id.as_str())).collect()
    }
}

/// What is said of a clause: why its flaw is one, whether it was found or overlooked, or that it is sound.
fn finding(clause: &Clause, mark: Option<&String>, moment: &Moment<'_>) -> Option<Finding> {
    let flaw = clause.flaw_now(moment);
    let found = flaw.is_some_and(|flaw| mark == Some(&flaw.reason));
    let (note, rule) = match (flaw, mark) {
        (None, None) => return None,
        (None, Some(_)) => (Note::Core { key: "inspect-sound".to_owned(), args: Vec::new() }, None),
        (Some(flaw), _) => (Note::Scene(flaw.because.text(moment)), flaw.rule.clone()),
    };
    Some(Finding {
        at: clause.id.clone(),
        label: clause.shown(moment).into_owned(),
        quality: if found { Quality::Right } else { Quality::Wrong },
        misconception: flaw.filter(|_| !found).and_then(|flaw| flaw.misconception.clone()),
        note: Some(note),
        rule,
    })
}

/// Nothing was wrong with the document, and nothing was marked.
fn clean(document: String) -> Finding {
    Finding {
        at: String::new(),
        label: document,
        quality: Quality::Right,
        misconception: None,
        note: Some(Note::Core { key: "inspect-clean".to_owned(), args: Vec::new() }),
        rule: None,
    }
}
