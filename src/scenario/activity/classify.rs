//! `Classify`: sort things into bins.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Answer, Credit, Fault, Finding, Item, ItemSheet, Judgement, Misfit, Note, Quality, Sheet, Task, count, shuffled,
};
use crate::chance::Chance;
use crate::scenario::condition::Condition;
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;
use crate::scenario::trial::Instead;

/// Things to sort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classify {
    /// The question.
    pub ask: Term,
    /// Where they can go.
    pub bins: Vec<Item>,
    /// What is to be sorted.
    pub items: Vec<Sort>,
}

/// A thing and where it belongs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sort {
    /// The stable name within the step.
    pub id: String,
    /// What the trainee reads.
    pub label: Term,
    /// There only where this holds.
    #[serde(default)]
    pub when: Condition,
    /// The bin it belongs in.
    pub bin: String,
    /// Why.
    pub because: Term,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// The misconception of putting it elsewhere.
    #[serde(default)]
    pub misconception: Option<String>,
}

impl Classify {
    fn present(&self, moment: &Moment<'_>) -> Vec<&Sort> {
        self.items.iter().filter(|item| item.when.holds(moment)).collect()
    }

    fn right(&self, moment: &Moment<'_>) -> BTreeMap<String, String> {
        self.present(moment).into_iter().map(|item| (item.id.clone(), item.bin.clone())).collect()
    }
}

impl Task for Classify {
    fn sheet(&self, moment: &Moment<'_>) -> Sheet {
        let item = |id: &String, label: &Term| ItemSheet { id: id.clone(), label: label.text(moment) };
        let bins = self.bins.iter().map(|bin| item(&bin.id, &bin.label)).collect();
        let items = self.present(moment).into_iter().map(|sort| item(&sort.id, &sort.label)).collect();
        Sheet::Classify { ask: self.ask.text(moment), bins, items: shuffled(items, &mut moment.chance("items")) }
    }

    fn fit(&self, answer: &Answer, moment: &Moment<'_>) -> Result<(), Misfit> {
        let Answer::Classify { bins } = answer else { return Err(Misfit::Kind("Classify".to_owned())) };
        let present = self.present(moment);
        if let Some(unknown) = bins.keys().find(|id| !present.iter().any(|item| item.id == **id)) {
            return Err(Misfit::Unknown(unknown.clone()));
        }
        if let Some(unknown) = bins.values().find(|id| !self.bins.iter().any(|bin| bin.id == **id)) {
            return Err(Misfit::Unknown(unknown.clone()));
        }
        match present.iter().find(|item| !bins.contains_key(&item.id)) {
            Some(item) => Err(Misfit::Incomplete(item.id.clone())),
            None => Ok(()),
        }
    }

    fn judge(&self, answer: &Answer, moment: &Moment<'_>) -> Judgement {
        let Answer::Classify { bins } = answer else { return Judgement::plain(Credit::NONE, Vec::new()) };
        let present = self.present(moment);
        let wrong: Vec<&Sort> =
            present.iter().copied().filter(|item| bins.get(&item.id).is_none_or(|bin| *bin != item.bin)).collect();
        let findings = wrong.iter().map(|item| Finding {
            at: item.id.clone(),
            label: item.label.text(moment),
            quality: Quality::Wrong,
            misconception: item.misconception.clone(),
            note: Some(Note::Scene(item.because.text(moment))),
            rule: item.rule.clone(),
        });
        // A wrong item cancels a right one: sorting by chance earns next to nothing.
        let (all, wrong_count) = (count(present.len()), count(wrong.len()));
        let credit = Credit::share(all.saturating_sub(wrong_count.saturating_mul(2)), all);
        Judgement::plain(credit, findings.collect())
    }

    fn best(&self, moment: &Moment<'_>) -> Answer {
        Answer::Classify { bins: self.right(moment) }
    }

    fn random(&self, moment: &Moment<'_>, chance: &mut Chance) -> Answer {
        let mut draw = |item: &Sort| {
            let bin = chance.pick(&self.bins).map(|bin| bin.id.clone()).unwrap_or_default();
            (item.id.clone(), bin)
        };
        Answer::Classify { bins: self.present(moment).into_iter().map(&mut draw).collect() }
    }

    fn instead(&self, instead: &Instead, moment: &Moment<'_>) -> Option<Answer> {
        let Instead::Classify(other) = instead else { return None };
        let mut bins = self.right(moment);
        for (item, bin) in other.iter() {
            if let Some(held) = bins.get_mut(item) {
                bin.clone_into(held);
            }
        }
        Some(Answer::Classify { bins })
    }

    fn words(&self, answer: &Answer, moment: &Moment<'_>) -> String {
        let Answer::Classify { bins } = answer else { return String::new() };
        let mut words = String::new();
        for (place, item) in self.present(moment).into_iter().enumerate() {
            words.push_str(if place == 0 { "" } else { "；" });
            words.push_str(&item.label.reads(moment));
            words.push('：');
            let bin = bins.get(&item.id).and_then(|id| self.bins.iter().find(|bin| bin.id == *id));
            words.push_str(&bin.map(|bin| bin.label.reads(moment)).unwrap_or_default());
        }
        words
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term)) {
        visit("", &self.ask);
        self.bins.iter().for_each(|bin| visit(&bin.id, &bin.label));
        for item in &self.items {
            visit(&item.id, &item.label);
            visit(&item.id, &item.because);
        }
    }

    fn faults<'a>(&'a self, visit: &mut dyn FnMut(Fault<'a>)) {
        for item in &self.items {
            visit(Fault {
                at: &item.id,
                misconception: item.misconception.as_deref(),
                because: Some(&item.because),
                rule: item.rule.as_deref(),
            });
        }
    }

    fn ids(&self) -> Vec<&str> {
        let bins = self.bins.iter().map(|bin| bin.id.as_str());
        bins.chain(self.items.iter().map(|item| item.id.as_str())).collect()
    }
}
