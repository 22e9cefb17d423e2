//! `Allocate`: split a budget. What must be is said by demands: at least or at most so much for one line, or for several.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Answer, BudgetLineSheet, Credit, Fault, Finding, Judgement, Misfit, Note, Quality, Sheet, Task, count};
use crate::chance::Chance;
use crate::money::Money;
use crate::scenario::moment::Moment;
use crate::scenario::reckon::Reckon;
use crate::scenario::term::Term;
use crate::scenario::trial::Instead;

/// A budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allocate {
    /// The question.
    pub ask: Term,
    /// How much there is.
    pub budget: Term,
    /// Whether all of it must be given out.
    #[serde(default)]
    pub whole: bool,
    /// What it can go to.
    pub lines: Vec<BudgetLine>,
    /// What a sound split keeps to.
    pub demands: Vec<Demand>,
}

/// A line of a budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetLine {
    /// The stable name within the scene; its amount is a variable of this name afterwards.
    pub id: String,
    /// What it is for.
    pub label: Term,
    /// The small print beside it.
    #[serde(default)]
    pub help: Option<Term>,
    /// What an expert gives it.
    pub best: Term,
}

/// What a sound split keeps to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// The lines it is about, together.
    pub of: Vec<String>,
    /// At least so much.
    #[serde(default)]
    pub least: Option<Reckon>,
    /// At most so much.
    #[serde(default)]
    pub most: Option<Reckon>,
    /// Why.
    pub because: Term,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// The misconception of doing otherwise.
    #[serde(default)]
    pub misconception: Option<String>,
}

/// Parts that chance splits a budget into.
const CHANCE_PARTS: i64 = 10;

impl Allocate {
    fn budget(&self, moment: &Moment<'_>) -> Money {
        self.budget.money(moment).unwrap_or_default()
    }

    fn label(&self, id: &str, moment: &Moment<'_>) -> String {
        self.lines.iter().find(|line| line.id == id).map(|line| line.label.text(moment)).unwrap_or_default()
    }

    fn best_shares(&self, moment: &Moment<'_>) -> BTreeMap<String, String> {
        let share = |line: &BudgetLine| (line.id.clone(), line.best.exact(moment).unwrap_or_default());
        self.lines.iter().map(share).collect()
    }

    /// Every line's amount in the exact form of variables; a line left out has nothing.
    pub fn variables(&self, shares: &BTreeMap<String, String>) -> Vec<(String, String)> {
        self.lines.iter().map(|line| (line.id.clone(), amount_of(shares, &line.id).plain())).collect()
    }
}

impl Demand {
    fn is_met(&self, shares: &BTreeMap<String, String>, moment: &Moment<'_>) -> bool {
        let sum = Money::total(self.of.iter().map(|id| amount_of(shares, id))).unwrap_or(Money::MAX);
        let bound = |figure: &Reckon| figure.amount(moment).ok();
        let enough = self.least.as_ref().is_none_or(|least| bound(least).is_some_and(|least| sum >= least));
        let within = self.most.as_ref().is_none_or(|most| bound(most).is_some_and(|most| sum <= most));
        enough && within
    }
}

/// What a line got; nought where it is left out.
fn amount_of(shares: &BTreeMap<String, String>, id: &str) -> Money {
    shares.get(id).and_then(|share| share.trim().parse().ok()).unwrap_or(Money::ZERO)
}

impl Task for Allocate {
    fn sheet(&self, moment: &Moment<'_>) -> Sheet {
        let line = |line: &BudgetLine| BudgetLineSheet {
            id: line.id.clone(),
            label: line.label.text(moment),
            help: line.help.as_ref().map(|help| help.text(moment)),
        };
        let budget = self.budget(moment);
        Sheet::Allocate {
            ask: self.ask.text(moment),
            budget: budget.plain(),
            budget_text: budget.to_string(),
            whole: self.whole,
            lines: self.lines.iter().map(line).collect(),
        }
    }

    fn fit(&self, answer: &Answer, moment: &Moment<'_>) -> Result<(), Misfit> {
        let Answer::Allocate { shares } = answer else { return Err(Misfit::Kind("Allocate".to_owned())) };
        for (id, share) in shares {
            if !self.lines.iter().any(|line| line.id == *id) {
                return Err(Misfit::Unknown(id.clone()));
            }
            if share.trim().parse::<Money>().is_ok_and(Money::is_negative) || share.trim().parse::<Money>().is_err() {
                return Err(Misfit::Amount(id.clone()));
            }
        }
        let budget = self.budget(moment);
        let spent = Money::total(shares.keys().map(|id| amount_of(shares, id))).unwrap_or(Money::MAX);
        if spent > budget {
            return Err(Misfit::OverBudget { spent: spent.to_string(), budget: budget.to_string() });
        }
        match budget.checked_sub(spent) {
            Ok(left) if self.whole && !left.is_zero() => Err(Misfit::LeftOver { left: left.to_string() }),
            _ => Ok(()),
        }
    }

    fn judge(&self, answer: &Answer, moment: &Moment<'_>) -> Judgement {
        let Answer::Allocate { shares } = answer else { return Judgement::plain(Credit::NONE, Vec::new()) };
        let broken = self.demands.iter().filter(|demand| !demand.is_met(shares, moment));
        let finding = |demand: &Demand| Finding {
            at: demand.of.first().cloned().unwrap_or_default(),
            label: demand.of.iter().map(|id| self.label(id, moment)).collect::<Vec<_>>().join("、"),
            quality: Quality::Wrong,
            misconception: demand.misconception.clone(),
            note: Some(Note::Scene(demand.because.text(moment))),
            rule: demand.rule.clone(),
        };
        let findings: Vec<Finding> = broken.map(finding).collect();
        let all = count(self.demands.len());
        Judgement::plain(Credit::share(all.saturating_sub(count(findings.len())), all), findings)
    }

    fn best(&self, moment: &Moment<'_>) -> Answer {
        Answer::Allocate { shares: self.best_shares(moment) }
    }

    fn random(&self, moment: &Moment<'_>, chance: &mut Chance) -> Answer {
        let budget = self.budget(moment);
        let part = budget.checked_div_int(CHANCE_PARTS).unwrap_or(Money::ZERO);
        let mut shares = vec![Money::ZERO; self.lines.len()];
        let bound = u32::try_from(shares.len()).unwrap_or(u32::MAX);
        let mut left = budget;
        for _ in 1..CHANCE_PARTS {
            let place = usize::try_from(chance.below(bound)).unwrap_or(0);
            if let (Some(share), Ok(rest)) = (shares.get_mut(place), left.checked_sub(part)) {
                *share = share.checked_add(part).unwrap_or(*share);
                left = rest;
            }
        }
        if let Some(first) = shares.first_mut() {
            *first = first.checked_add(left).unwrap_or(*first);
        }
        let named = self.lines.iter().zip(shares).map(|(line, share)| (line.id.clone(), share.plain()));
        Answer::Allocate { shares: named.collect() }
    }

    fn instead(&self, instead: &Instead, moment: &Moment<'_>) -> Option<Answer> {
        let Instead::Allocate(other) = instead else { return None };
        let mut shares = self.best_shares(moment);
        for (id, share) in other.iter() {
            shares.insert(id.to_owned(), share.exact(moment).unwrap_or_default());
        }
        Some(Answer::Allocate { shares })
    }

    fn words(&self, answer: &Answer, moment: &Moment<'_>) -> String {
        let Answer::Allocate { shares } = answer else { return String::new() };
        let said = |line: &BudgetLine| format!("{} {}", line.label.text(moment), amount_of(shares, &line.id));
        self.lines.iter().map(said).collect::<Vec<_>>().join("；")
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term)) {
        visit("", &self.ask);
        visit("", &self.budget);
        for line in &self.lines {
            visit(&line.id, &line.label);
            line.help.iter().for_each(|help| visit(&line.id, help));
            visit(&line.id, &line.best);
        }
        for demand in &self.demands {
            let at = demand.of.first().map_or("", String::as_str);
            visit(at, &demand.because);
            demand.least.iter().chain(&demand.most).for_each(|bound| bound.terms(&mut |term| visit(at, term)));
        }
    }

    fn faults<'a>(&'a self, visit: &mut dyn FnMut(Fault<'a>)) {
        for demand in &self.demands {
            visit(Fault {
                at: demand.of.first().map_or("", String::as_str),
                misconception: demand.misconception.as_deref(),
                because: Some(&demand.because),
                rule: demand.rule.as_deref(),
            });
        }
    }

    fn ids(&self) -> Vec<&str> {
        self.lines.iter().map(|line| line.id.as_str()).collect()
    }
}
