//! `Choose`: pick an option, and say why.

use serde::{Deserialize, Serialize};

use super::{
    Answer, Credit, Fault, Finding, ItemSheet, Judgement, Misfit, Note, Outcome, Quality, Sheet, Task, shuffled,
};
use crate::chance::Chance;
use crate::scenario::condition::Condition;
use crate::scenario::effect::Effect;
use crate::scenario::format::Line;
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;
use crate::scenario::trial::Instead;

/// A question with options.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choose {
    /// The question.
    pub ask: Term,
    /// What can be chosen.
    pub options: Vec<Choice>,
    /// The best option, unless an option's own `best_when` holds.
    #[serde(default)]
    pub best: Option<String>,
    /// Reasons of which the trainee gives one; none asked for where empty.
    #[serde(default)]
    pub reasons: Vec<Reason>,
}

/// An option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The stable name within the step.
    pub id: String,
    /// What the trainee reads.
    pub label: Term,
    /// Offered only where this holds.
    #[serde(default)]
    pub when: Condition,
    /// The best one where this holds.
    #[serde(default)]
    pub best_when: Option<Condition>,
    /// What it earns, in percent, where it is not the best.
    #[serde(default)]
    pub credit: u16,
    /// The misconception a wrong option stands for.
    #[serde(default)]
    pub misconception: Option<String>,
    /// What is said of it afterwards.
    #[serde(default)]
    pub because: Option<Term>,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// What it brings about.
    #[serde(default)]
    pub effects: Vec<Effect>,
    /// What is said to it.
    #[serde(default)]
    pub reply: Vec<Line>,
    /// The step after it.
    #[serde(default)]
    pub next: Option<String>,
}

/// A reason to give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The stable name within the step.
    pub id: String,
    /// What the trainee reads.
    pub label: Term,
    /// The options it is a sound reason for.
    #[serde(default)]
    pub fits: Vec<String>,
}

/// What an option that is not the best must earn to count as defensible.
const FAIR_FROM_PERCENT: u16 = 50;

impl Choose {
    fn option(&self, id: &str) -> Option<&Choice> {
        self.options.iter().find(|option| option.id == id)
    }

    fn offered(&self, moment: &Moment<'_>) -> Vec<&Choice> {
        self.options.iter().filter(|option| option.when.holds(moment)).collect()
    }

    /// The best option at this moment.
    pub fn best_option(&self, moment: &Moment<'_>) -> Option<&Choice> {
        let by_moment = |option: &&Choice| option.best_when.as_ref().is_some_and(|when| when.holds(moment));
        let offered = self.offered(moment);
        let named = self.best.as_deref();
        offered
            .iter()
            .copied()
            .find(by_moment)
            .or_else(|| offered.iter().copied().find(|option| Some(option.id.as_str()) == named))
    }

    /// What an option brings about.
    pub fn outcome(&self, option: &str) -> Outcome<'_> {
        self.option(option).map_or_else(Outcome::default, |option| Outcome {
            effects: &option.effects,
            reply: &option.reply,
            next: option.next.as_deref(),
        })
    }

    fn reason_for(&self, option: &str) -> Option<String> {
        let fitting = self.reasons.iter().find(|reason| reason.fits.iter().any(|fits| fits == option));
        fitting.or(self.reasons.first()).map(|reason| reason.id.clone())
    }
}

impl Task for Choose {
    fn sheet(&self, moment: &Moment<'_>) -> Sheet {
        let options = self.offered(moment).into_iter().map(|option| (&option.id, &option.label));
        let reasons = self.reasons.iter().map(|reason| (&reason.id, &reason.label));
        let mut chance = moment.chance("options");
        let options = shuffled(items(options, moment), &mut chance);
        let reasons = shuffled(items(reasons, moment), &mut chance);
        Sheet::Choose { ask: self.ask.text(moment), options, reasons }
    }

    fn fit(&self, answer: &Answer, moment: &Moment<'_>) -> Result<(), Misfit> {
        let Answer::Choose { option, reason } = answer else { return Err(Misfit::Kind("Choose".to_owned())) };
        if !self.offered(moment).iter().any(|offered| offered.id == *option) {
            return Err(Misfit::Unknown(option.clone()));
        }
        match reason {
            None if self.reasons.is_empty() => Ok(()),
            None => Err(Misfit::NoReason),
            Some(reason) if self.reasons.iter().any(|known| known.id == *reason) => Ok(()),
            Some(reason) => Err(Misfit::Unknown(reason.clone())),
        }
    }

    fn judge(&self, answer: &Answer, moment: &Moment<'_>) -> Judgement {
        let Answer::Choose { option: id, reason } = answer else {
            return Judgement::plain(Credit::NONE, Vec::new());
        };
        let Some(option) = self.option(id) else { return Judgement::plain(Credit::NONE, Vec::new()) };
        let is_best = self.best_option(moment).is_some_and(|best| best.id == *id);
        let credit = if is_best { Credit::FULL } else { Credit::percent(option.credit) };
        let quality = match option.credit {
            _ if is_best => Quality::Right,
            credit if credit >= FAIR_FROM_PERCENT => Quality::Fair,
            _ => Quality::Wrong,
        };
        let fits = reason.as_ref().is_none_or(|reason| {
            self.reasons.iter().any(|known| known.id == *reason && known.fits.iter().any(|fits| fits == id))
        });
        let finding = Finding {
            at: id.clone(),
            label: option.label.text(moment),
            quality,
            misconception: option.misconception.clone().filter(|_| quality == Quality::Wrong),
            note: option.because.as_ref().map(|because| Note::Scene(because.text(moment))),
            rule: option.rule.clone(),
        };
        Judgement { credit, reasoning: if fits { credit } else { Credit::NONE }, findings: vec![finding] }
    }

    fn best(&self, moment: &Moment<'_>) -> Answer {
        let option = self.best_option(moment).map(|best| best.id.clone()).unwrap_or_default();
        let reason = self.reason_for(&option);
        Answer::Choose { option, reason }
    }

    fn random(&self, moment: &Moment<'_>, chance: &mut Chance) -> Answer {
        let option = chance.pick(&self.offered(moment)).map(|option| option.id.clone()).unwrap_or_default();
        let reason = chance.pick(&self.reasons).map(|reason| reason.id.clone());
        Answer::Choose { option, reason }
    }

    fn instead(&self, instead: &Instead, _: &Moment<'_>) -> Option<Answer> {
        let Instead::Choose { option, reason } = instead else { return None };
        let reason = reason.clone().or_else(|| self.reason_for(option));
        Some(Answer::Choose { option: option.clone(), reason })
    }

    fn words(&self, answer: &Answer, moment: &Moment<'_>) -> String {
        let Answer::Choose { option, .. } = answer else { return String::new() };
        self.option(option).map(|option| option.label.text(moment)).unwrap_or_default()
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term)) {
        visit("", &self.ask);
        for option in &self.options {
            visit(&option.id, &option.label);
            option.because.iter().for_each(|because| visit(&option.id, because));
            option.reply.iter().for_each(|(_, said)| visit(&option.id, said));
        }
        self.reasons.iter().for_each(|reason| visit(&reason.id, &reason.label));
    }

    fn faults<'a>(&'a self, visit: &mut dyn FnMut(Fault<'a>)) {
        for option in &self.options {
            let may_be_best = option.best_when.is_some() || self.best.as_deref() == Some(option.id.as_str());
            if !may_be_best && option.credit < FAIR_FROM_PERCENT {
                visit(Fault {
                    at: &option.id,
                    misconception: option.misconception.as_deref(),
                    because: option.because.as_ref(),
                    rule: option.rule.as_deref(),
                });
            }
        }
    }

    fn ids(&self) -> Vec<&str> {
        let options = self.options.iter().map(|option| option.id.as_str());
        options.chain(self.reasons.iter().map(|reason| reason.id.as_str())).collect()
    }
}

fn items<'a>(entries: impl Iterator<Item = (&'a String, &'a Term)>, moment: &Moment<'_>) -> Vec<ItemSheet> {
    entries.map(|(id, label)| ItemSheet { id: id.clone(), label: label.text(moment) }).collect()
}
