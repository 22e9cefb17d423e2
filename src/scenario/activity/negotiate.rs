//! `Negotiate`: trade offers over rounds with a counterpart who has limits. The limits and the patience are this learner's,
//! drawn from the seed; the counterpart gives way step by step, to those who give a serious offer.

mod counterpart;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::worksheet::{fits, read};
use super::{
    Answer, Credit, DialSheet, Fault, Finding, Judgement, Misfit, Note, Quality, RoundSheet, Sheet, Talk, Task, Unit,
};
use crate::chance::Chance;
use crate::scenario::condition::Condition;
use crate::scenario::moment::Moment;
use crate::scenario::reckon::Reckoned;
use crate::scenario::table::Table;
use crate::scenario::term::Term;
use crate::scenario::trial::{Instead, Move};
use counterpart::Counterpart;

/// A negotiation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Negotiate {
    /// The question.
    pub ask: Term,
    /// The other side: a name of the cast.
    pub with: String,
    /// How many offers the trainee may make.
    pub rounds: u8,
    /// What is traded.
    pub issues: Vec<Issue>,
    /// What the other side says.
    pub says: Says,
    /// The share of what could be won that earns all points, in percent.
    #[serde(default = "good")]
    pub good: u16,
    /// Leaving is right where this holds.
    #[serde(default = "never")]
    pub leave: Condition,
    /// What is said of leaving where it is not, and of agreeing where it is.
    pub otherwise: Otherwise,
    /// Terms that should not be agreed to.
    #[serde(default)]
    pub wrong: Vec<WrongTerm>,
}

/// One thing that is traded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// The stable name within the scene; what is agreed is a variable of this name afterwards.
    pub id: String,
    /// What it is.
    pub label: Term,
    /// The small print beside it.
    #[serde(default)]
    pub help: Option<Term>,
    /// What kind of number it is.
    pub unit: Unit,
    /// The least that can be said.
    pub from: Term,
    /// The most that can be said.
    pub to: Term,
    /// The distance between two neighbours.
    pub step: Term,
    /// What the other side begins with.
    pub opens: Term,
    /// Where the other side stops: between these two, drawn for this learner.
    pub limit: (Term, Term),
    /// How much it weighs for the other side.
    pub weight: u16,
    /// How much it weighs for the trainee.
    pub worth: u16,
    /// What an expert offers.
    pub best: Term,
}

/// What the other side says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Says {
    /// To begin with.
    pub first: Term,
    /// After a serious offer.
    pub closer: Term,
    /// After an offer that is none.
    pub hurt: Term,
    /// When it is the last word.
    pub last: Term,
}

/// What is said of leaving or agreeing at the wrong time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Otherwise {
    /// What is said.
    pub because: Term,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// The misconception it stands for.
    #[serde(default)]
    pub misconception: Option<String>,
}

/// A term that should not be agreed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrongTerm {
    /// The issue.
    pub issue: String,
    /// Above this.
    #[serde(default)]
    pub above: Option<Term>,
    /// Below this.
    #[serde(default)]
    pub below: Option<Term>,
    /// What is said of it.
    pub because: Term,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// The misconception it stands for.
    #[serde(default)]
    pub misconception: Option<String>,
}

/// Values by issue.
type Values = BTreeMap<String, String>;

/// The option that a condition knows an agreement by.
pub const AGREED: &str = "agreed";
/// The option that a condition knows leaving by.
pub const LEFT: &str = "left";

fn good() -> u16 {
    70
}

fn never() -> Condition {
    Condition::Any(Vec::new())
}

impl Negotiate {
    fn counterpart<'a>(&'a self, moment: &Moment<'a>) -> Counterpart<'a> {
        Counterpart::new(self, moment)
    }

    /// What was agreed by this answer; nothing where it left, or was turned down.
    fn agreed(&self, answer: &Answer, moment: &Moment<'_>) -> Option<Values> {
        let Answer::Negotiate { talk } = answer else { return None };
        let other = self.counterpart(moment);
        match talk {
            Talk::Offer(offer) => other.takes(offer).then(|| offer.clone()),
            Talk::Accept => Some(other.table()),
            Talk::Leave => None,
        }
    }

    /// Whether the step goes on after this answer.
    pub fn goes_on(&self, answer: &Answer, moment: &Moment<'_>) -> bool {
        matches!(answer, Answer::Negotiate { talk: Talk::Offer(_) }) && self.agreed(answer, moment).is_none()
    }

    /// How it came out, as conditions ask for it.
    pub fn came_out(&self, answer: &Answer, moment: &Moment<'_>) -> &'static str {
        if self.agreed(answer, moment).is_some() { AGREED } else { LEFT }
    }

    /// What was agreed, in the exact form of variables.
    pub fn variables(&self, answer: &Answer, moment: &Moment<'_>) -> Vec<(String, String)> {
        self.agreed(answer, moment).unwrap_or_default().into_iter().collect()
    }

    fn offer(&self, moment: &Moment<'_>) -> Values {
        self.issues.iter().map(|issue| (issue.id.clone(), issue.best.exact(moment).unwrap_or_default())).collect()
    }

    fn is_wrong(&self, wrong: &WrongTerm, values: &Values, moment: &Moment<'_>) -> bool {
        let Some(issue) = self.issues.iter().find(|issue| issue.id == wrong.issue) else { return false };
        let Some(value) = values.get(&wrong.issue).and_then(|value| number(issue.unit, value)) else { return false };
        let bound = |term: &Term| term.exact(moment).ok().and_then(|text| number(issue.unit, &text));
        wrong.above.as_ref().and_then(bound).is_some_and(|bound| value > bound)
            || wrong.below.as_ref().and_then(bound).is_some_and(|bound| value < bound)
    }

    fn said(&self, values: &Values, moment: &Moment<'_>) -> String {
        let one = |issue: &Issue| Some(format!("{} {}", issue.label.text(moment), values.get(&issue.id)?));
        self.issues.iter().filter_map(one).collect::<Vec<_>>().join("，")
    }

    fn wrong_terms(&self, values: &Values, moment: &Moment<'_>) -> Vec<Finding> {
        let label = |id: &str| self.issues.iter().find(|issue| issue.id == id).map(|issue| issue.label.text(moment));
        let finding = |wrong: &WrongTerm| Finding {
            at: wrong.issue.clone(),
            label: label(&wrong.issue).unwrap_or_default(),
            quality: Quality::Wrong,
            misconception: wrong.misconception.clone(),
            note: Some(Note::Scene(wrong.because.text(moment))),
            rule: wrong.rule.clone(),
        };
        self.wrong.iter().filter(|wrong| self.is_wrong(wrong, values, moment)).map(finding).collect()
    }

    fn at_the_wrong_time(&self, label: &str, moment: &Moment<'_>) -> Finding {
        Finding {
            at: label.to_owned(),
            label: self.who(moment),
            quality: Quality::Wrong,
            misconception: self.otherwise.misconception.clone(),
            note: Some(Note::Scene(self.otherwise.because.text(moment))),
            rule: self.otherwise.rule.clone(),
        }
    }

    fn who(&self, moment: &Moment<'_>) -> String {
        moment.scenario.cast.get(&self.with).map(|person| person.name.text(moment)).unwrap_or_default()
    }
}

impl Issue {
    fn dial(&self, last: Option<&Values>, moment: &Moment<'_>) -> DialSheet {
        let exact = |term: &Term| term.exact(moment).unwrap_or_default();
        let now = last.and_then(|last| last.get(&self.id)).cloned();
        DialSheet {
            id: self.id.clone(),
            label: self.label.text(moment),
            help: self.help.as_ref().map(|help| help.text(moment)),
            unit: self.unit,
            from: exact(&self.from),
            to: exact(&self.to),
            step: exact(&self.step),
            now: now.unwrap_or_else(|| exact(&self.opens)),
        }
    }

    fn fit(&self, offer: &Values, moment: &Moment<'_>) -> Result<(), Misfit> {
        let entry = offer.get(&self.id).map_or("", String::as_str);
        fits(&self.id, self.unit, entry)?;
        let bound = |term: &Term| term.exact(moment).ok().and_then(|text| number(self.unit, &text));
        let value = number(self.unit, entry);
        let inside = bound(&self.from).is_none_or(|from| value >= Some(from))
            && bound(&self.to).is_none_or(|to| value <= Some(to));
        if inside {
            return Ok(());
        }
        let (least, most) = (self.from.text(moment), self.to.text(moment));
        Err(Misfit::Outside { at: self.id.clone(), least, most })
    }
}

impl Task for Negotiate {
    fn sheet(&self, moment: &Moment<'_>) -> Sheet {
        let other = self.counterpart(moment);
        let last = other.offers().last().copied();
        let issues = self.issues.iter().map(|issue| issue.dial(last, moment)).collect();
        let rounds = (1..=other.offers().len()).filter_map(|count| {
            let (ours, after) = (other.offers().get(count.checked_sub(1)?)?, other.after(count));
            Some(RoundSheet { ours: (*ours).clone(), theirs: after.table(), said: after.says().text(moment) })
        });
        Sheet::Negotiate {
            ask: self.ask.text(moment),
            with: self.who(moment),
            issues,
            table: other.table(),
            said: other.says().text(moment),
            rounds: rounds.collect(),
            left: other.offers_left(),
        }
    }

    fn fit(&self, answer: &Answer, moment: &Moment<'_>) -> Result<(), Misfit> {
        let Answer::Negotiate { talk } = answer else { return Err(Misfit::Kind("Negotiate".to_owned())) };
        let Talk::Offer(offer) = talk else { return Ok(()) };
        if self.counterpart(moment).offers_left() == 0 {
            return Err(Misfit::NoOffersLeft);
        }
        if let Some(unknown) = offer.keys().find(|id| !self.issues.iter().any(|issue| issue.id == **id)) {
            return Err(Misfit::Unknown(unknown.clone()));
        }
        self.issues.iter().try_for_each(|issue| issue.fit(offer, moment))
    }

    fn judge(&self, answer: &Answer, moment: &Moment<'_>) -> Judgement {
        let should_leave = self.leave.holds(moment);
        let Some(agreed) = self.agreed(answer, moment) else {
            let findings = if should_leave { Vec::new() } else { vec![self.at_the_wrong_time(LEFT, moment)] };
            return Judgement::plain(Credit::share(i64::from(should_leave), 1), findings);
        };
        let mut findings = self.wrong_terms(&agreed, moment);
        if should_leave {
            findings.push(self.at_the_wrong_time(AGREED, moment));
            return Judgement::plain(Credit::NONE, findings);
        }
        let won = self.counterpart(moment).won(&agreed);
        let good = i64::from(self.good).saturating_mul(counterpart::PPM / 100);
        // Each term that should not be there takes half of what is left.
        let credit = findings.iter().fold(Credit::share(won, good), |credit, _| credit.of(Credit::percent(50)));
        Judgement::plain(credit, findings)
    }

    fn best(&self, moment: &Moment<'_>) -> Answer {
        let other = self.counterpart(moment);
        let talk = if self.leave.holds(moment) {
            Talk::Leave
        } else if other.offers_left() > 0 {
            Talk::Offer(self.offer(moment))
        } else if self.wrong_terms(&other.table(), moment).is_empty() {
            Talk::Accept
        } else {
            Talk::Leave
        };
        Answer::Negotiate { talk }
    }

    fn random(&self, moment: &Moment<'_>, chance: &mut Chance) -> Answer {
        let left = self.counterpart(moment).offers_left();
        let talk = match chance.below(4) {
            0 => Talk::Accept,
            1 if left == 0 => Talk::Leave,
            _ if left == 0 => Talk::Accept,
            _ => Talk::Offer(self.issues.iter().map(|issue| (issue.id.clone(), issue.drawn(moment, chance))).collect()),
        };
        Answer::Negotiate { talk }
    }

    fn instead(&self, instead: &Instead, moment: &Moment<'_>) -> Option<Answer> {
        let Instead::Negotiate(moves) = instead else { return None };
        let Some(next) = moves.get(moment.rounds.len()) else { return Some(self.best(moment)) };
        let offer = |other: &Table<Term>| {
            let mut offer = self.offer(moment);
            offer.extend(other.iter().map(|(id, term)| (id.to_owned(), term.exact(moment).unwrap_or_default())));
            offer
        };
        Some(Answer::Negotiate {
            talk: match next {
                Move::Offer(other) => Talk::Offer(offer(other)),
                Move::Accept => Talk::Accept,
                Move::Leave => Talk::Leave,
            },
        })
    }

    fn words(&self, answer: &Answer, moment: &Moment<'_>) -> String {
        self.agreed(answer, moment).map(|agreed| self.said(&agreed, moment)).unwrap_or_default()
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term)) {
        let Says { first, closer, hurt, last } = &self.says;
        for term in [&self.ask, first, closer, hurt, last, &self.otherwise.because] {
            visit("", term);
        }
        for issue in &self.issues {
            let bounds = [&issue.label, &issue.from, &issue.to, &issue.step, &issue.opens, &issue.best];
            let limits = [&issue.limit.0, &issue.limit.1];
            bounds.into_iter().chain(limits).chain(&issue.help).for_each(|term| visit(&issue.id, term));
        }
        for wrong in &self.wrong {
            visit(&wrong.issue, &wrong.because);
            wrong.above.iter().chain(&wrong.below).for_each(|term| visit(&wrong.issue, term));
        }
    }

    fn faults<'a>(&'a self, visit: &mut dyn FnMut(Fault<'a>)) {
        let Otherwise { because, rule, misconception } = &self.otherwise;
        let fault = |at: &'a str, because: &'a Term, rule: &'a Option<String>, misconception: &'a Option<String>| {
            Fault { at, misconception: misconception.as_deref(), because: Some(because), rule: rule.as_deref() }
        };
        visit(fault("", because, rule, misconception));
        for wrong in &self.wrong {
            visit(fault(&wrong.issue, &wrong.because, &wrong.rule, &wrong.misconception));
        }
    }

    fn ids(&self) -> Vec<&str> {
        self.issues.iter().map(|issue| issue.id.as_str()).collect()
    }
}

impl Issue {
    /// A value between the bounds, by chance.
    fn drawn(&self, moment: &Moment<'_>, chance: &mut Chance) -> String {
        let value = |term: &Term| term.exact(moment).ok().and_then(|text| number(self.unit, &text));
        let drawn = (|| chance.between_steps(value(&self.from)?, value(&self.to)?, value(&self.step)?).ok())();
        drawn.map_or_else(|| self.best.exact(moment).unwrap_or_default(), |drawn| exact(self.unit, drawn))
    }
}

/// A value as a whole number of its smallest unit: fen, ones, parts per million.
fn number(unit: Unit, text: &str) -> Option<i64> {
    Some(match read(unit, text)? {
        Reckoned::Amount(amount) => amount.fen(),
        Reckoned::Count(count) => count,
        Reckoned::Percent(rate) => rate.ppm(),
    })
}

/// The exact form of such a number.
fn exact(unit: Unit, number: i64) -> String {
    use crate::money::{Money, Rate};
    match unit {
        Unit::Amount => Money::try_from_fen(number).unwrap_or_default().plain(),
        Unit::Count => number.to_string(),
        Unit::Percent => Rate::try_from_ppm(number).unwrap_or(Rate::ZERO).to_string(),
    }
}
