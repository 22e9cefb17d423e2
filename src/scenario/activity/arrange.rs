//! `Arrange`: put things in order.

use serde::{Deserialize, Serialize};

use super::{
    Answer, Credit, Fault, Finding, Item, ItemSheet, Judgement, Misfit, Note, Quality, Sheet, Task, count, shuffled,
};
use crate::chance::Chance;
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;
use crate::scenario::trial::Instead;

/// Things to put in order, and which must come before which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arrange {
    /// The question.
    pub ask: Term,
    /// What is to be ordered.
    pub items: Vec<Item>,
    /// What must come before what; pairs not named are free.
    pub order: Vec<Order>,
    /// An order an expert would choose.
    pub best: Vec<String>,
}

/// One thing that must come before another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// The earlier.
    pub first: String,
    /// The later.
    pub then: String,
    /// Why.
    pub because: Term,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// The misconception of doing it the other way round.
    #[serde(default)]
    pub misconception: Option<String>,
}

impl Arrange {
    fn label(&self, id: &str, moment: &Moment<'_>) -> String {
        self.items.iter().find(|item| item.id == id).map(|item| item.label.text(moment)).unwrap_or_default()
    }

    fn ids_of_items(&self) -> Vec<String> {
        self.items.iter().map(|item| item.id.clone()).collect()
    }
}

fn kept(rule: &Order, order: &[String]) -> bool {
    let place = |id: &str| order.iter().position(|item| item == id);
    place(&rule.first) < place(&rule.then)
}

impl Task for Arrange {
    fn sheet(&self, moment: &Moment<'_>) -> Sheet {
        let items = self.items.iter();
        let items = items.map(|item| ItemSheet { id: item.id.clone(), label: item.label.text(moment) }).collect();
        Sheet::Arrange { ask: self.ask.text(moment), items: shuffled(items, &mut moment.chance("items")) }
    }

    fn fit(&self, answer: &Answer, _: &Moment<'_>) -> Result<(), Misfit> {
        let Answer::Arrange { order } = answer else { return Err(Misfit::Kind("Arrange".to_owned())) };
        if let Some(unknown) = order.iter().find(|id| !self.items.iter().any(|item| item.id == **id)) {
            return Err(Misfit::Unknown(unknown.clone()));
        }
        let once = |item: &&Item| order.iter().filter(|id| **id == item.id).count() == 1;
        match self.items.iter().find(|item| !once(item)) {
            Some(item) => Err(Misfit::Incomplete(item.id.clone())),
            None => Ok(()),
        }
    }

    fn judge(&self, answer: &Answer, moment: &Moment<'_>) -> Judgement {
        let Answer::Arrange { order } = answer else { return Judgement::plain(Credit::NONE, Vec::new()) };
        let broken: Vec<&Order> = self.order.iter().filter(|rule| !kept(rule, order)).collect();
        let findings = broken.iter().map(|rule| Finding {
            at: rule.then.clone(),
            label: format!("{} → {}", self.label(&rule.first, moment), self.label(&rule.then, moment)),
            quality: Quality::Wrong,
            misconception: rule.misconception.clone(),
            note: Some(Note::Scene(rule.because.text(moment))),
            rule: rule.rule.clone(),
        });
        // An order drawn by chance keeps half the pairs, so half kept earns nothing.
        let (pairs, broken_pairs) = (count(self.order.len()), count(broken.len()));
        let credit = Credit::share(pairs.saturating_sub(broken_pairs.saturating_mul(2)), pairs);
        Judgement::plain(credit, findings.collect())
    }

    fn best(&self, _: &Moment<'_>) -> Answer {
        Answer::Arrange { order: self.best.clone() }
    }

    fn random(&self, _: &Moment<'_>, chance: &mut Chance) -> Answer {
        Answer::Arrange { order: shuffled(self.ids_of_items(), chance) }
    }

    fn instead(&self, instead: &Instead, _: &Moment<'_>) -> Option<Answer> {
        let Instead::Arrange(order) = instead else { return None };
        Some(Answer::Arrange { order: order.clone() })
    }

    fn words(&self, answer: &Answer, moment: &Moment<'_>) -> String {
        let Answer::Arrange { order } = answer else { return String::new() };
        order.iter().map(|id| self.label(id, moment)).collect::<Vec<_>>().join(" → ")
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term)) {
        visit("", &self.ask);
        self.items.iter().for_each(|item| visit(&item.id, &item.label));
        self.order.iter().for_each(|rule| visit(&rule.then, &rule.because));
    }

    fn faults<'a>(&'a self, visit: &mut dyn FnMut(Fault<'a>)) {
        for rule in &self.order {
            visit(Fault {
                at: &rule.then,
                misconception: rule.misconception.as_deref(),
                because: Some(&rule.because),
                rule: rule.rule.as_deref(),
            });
        }
    }

    fn ids(&self) -> Vec<&str> {
        self.items.iter().map(|item| item.id.as_str()).collect()
    }
}
