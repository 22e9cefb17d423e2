//! `Pitch`: build a talk from cards against a clock, then answer what was asked after it. What the talk left out is asked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Answer, CardSheet, Credit, Fault, Finding, Item, ItemSheet, Judgement, Misfit, Note, Order, PitchPart, Quality,
    QuestionSheet, Sheet, Task, count, shuffled,
};
use crate::chance::Chance;
use crate::scenario::condition::Condition;
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;
use crate::scenario::trial::Instead;

/// A talk and the questions after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pitch {
    /// The question.
    pub ask: Term,
    /// How many seconds there are.
    pub seconds: u16,
    /// What can be told.
    pub cards: Vec<Card>,
    /// What must come before what, where both are told.
    #[serde(default)]
    pub order: Vec<Order>,
    /// What an expert tells, first to last.
    pub best: Vec<String>,
    /// What may be asked.
    pub questions: Vec<Question>,
}

/// A card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// The stable name within the step.
    pub id: String,
    /// Its heading.
    pub label: Term,
    /// What is said with it.
    pub text: Term,
    /// How many seconds it takes.
    pub seconds: u16,
    /// How it belongs to the talk.
    #[serde(default)]
    pub place: Belongs,
    /// What is said of leaving it out where it must be told, or of telling it where it must not.
    #[serde(default)]
    pub because: Option<Term>,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// The misconception it stands for.
    #[serde(default)]
    pub misconception: Option<String>,
}

/// How a card belongs to a talk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Belongs {
    /// It must be told.
    Needed,
    /// It may be told or not.
    #[default]
    Free,
    /// It must not be told.
    Harmful,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The stable name within the step.
    pub id: String,
    /// The question.
    pub ask: Term,
    /// Asked only of those for whom this holds.
    #[serde(default)]
    pub when: Condition,
    /// Asked only where this card was left out.
    #[serde(default)]
    pub without: Option<String>,
    /// What can be replied.
    pub replies: Vec<Item>,
    /// The best reply.
    pub best: String,
    /// What is said of the others.
    pub because: Term,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// The misconception the others stand for.
    #[serde(default)]
    pub misconception: Option<String>,
}

impl Pitch {
    /// What is asked after these cards.
    fn asked(&self, told: &[String], moment: &Moment<'_>) -> Vec<&Question> {
        let left_out = |card: &Option<String>| card.as_ref().is_none_or(|card| !told.contains(card));
        self.questions.iter().filter(|asked| left_out(&asked.without) && asked.when.holds(moment)).collect()
    }

    /// Whether the step goes on after this answer: a talk after which something is asked.
    pub fn goes_on(&self, answer: &Answer, moment: &Moment<'_>) -> bool {
        match answer {
            Answer::Pitch { part: PitchPart::Talk(cards) } => !self.asked(cards, moment).is_empty(),
            _ => false,
        }
    }

    fn label(&self, id: &str, moment: &Moment<'_>) -> String {
        self.cards.iter().find(|card| card.id == id).map(|card| card.label.text(moment)).unwrap_or_default()
    }

    fn fit_talk(&self, cards: &[String]) -> Result<(), Misfit> {
        if cards.is_empty() {
            return Err(Misfit::Empty("cards".to_owned()));
        }
        let mut seconds = 0_u32;
        for (place, id) in cards.iter().enumerate() {
            let card = self.cards.iter().find(|card| card.id == *id).ok_or_else(|| Misfit::Unknown(id.clone()))?;
            if cards.iter().take(place).any(|before| before == id) {
                return Err(Misfit::Incomplete(id.clone()));
            }
            seconds = seconds.saturating_add(u32::from(card.seconds));
        }
        let most = u32::from(self.seconds);
        if seconds > most { Err(Misfit::TooSlow { seconds, most }) } else { Ok(()) }
    }

    fn fit_replies(&self, replies: &BTreeMap<String, String>, moment: &Moment<'_>) -> Result<(), Misfit> {
        let told = told_before(moment).ok_or_else(|| Misfit::Kind("Pitch".to_owned()))?;
        let asked = self.asked(told, moment);
        if let Some(unknown) = replies.keys().find(|id| !asked.iter().any(|question| question.id == **id)) {
            return Err(Misfit::Unknown(unknown.clone()));
        }
        asked.iter().try_for_each(|question| match replies.get(&question.id) {
            Some(reply) if question.replies.iter().any(|known| known.id == *reply) => Ok(()),
            Some(reply) => Err(Misfit::Unknown(reply.clone())),
            None => Err(Misfit::Empty(question.id.clone())),
        })
    }

    fn talk_findings(&self, told: &[String], moment: &Moment<'_>) -> Vec<Finding> {
        let amiss = |card: &&Card| match card.place {
            Belongs::Needed => !told.contains(&card.id),
            Belongs::Harmful => told.contains(&card.id),
            Belongs::Free => false,
        };
        let of_card = |card: &Card| Finding {
            at: card.id.clone(),
            label: card.label.text(moment),
            quality: Quality::Wrong,
            misconception: card.misconception.clone(),
            note: card.because.as_ref().map(|because| Note::Scene(because.text(moment))),
            rule: card.rule.clone(),
        };
        let place = |id: &str| told.iter().position(|card| card == id);
        let turned = |rule: &&Order| match (place(&rule.first), place(&rule.then)) {
            (Some(first), Some(then)) => first > then,
            _ => false,
        };
        let of_order = |rule: &Order| Finding {
            at: rule.then.clone(),
            label: format!("{} → {}", self.label(&rule.first, moment), self.label(&rule.then, moment)),
            quality: Quality::Wrong,
            misconception: rule.misconception.clone(),
            note: Some(Note::Scene(rule.because.text(moment))),
            rule: rule.rule.clone(),
        };
        let cards = self.cards.iter().filter(amiss).map(of_card);
        cards.chain(self.order.iter().filter(turned).map(of_order)).collect()
    }

    fn reply_finding(question: &Question, replies: &BTreeMap<String, String>, moment: &Moment<'_>) -> Option<Finding> {
        let right = replies.get(&question.id) == Some(&question.best);
        (!right).then(|| Finding {
            at: question.id.clone(),
            label: question.ask.text(moment),
            quality: Quality::Wrong,
            misconception: question.misconception.clone(),
            note: Some(Note::Scene(question.because.text(moment))),
            rule: question.rule.clone(),
        })
    }
}

impl Task for Pitch {
    fn sheet(&self, moment: &Moment<'_>) -> Sheet {
        let card = |card: &Card| CardSheet {
            id: card.id.clone(),
            label: card.label.text(moment),
            text: card.text.text(moment),
            seconds: card.seconds,
        };
        let reply = |item: &Item| ItemSheet { id: item.id.clone(), label: item.label.text(moment) };
        let mut chance = moment.chance("cards");
        let cards = shuffled(self.cards.iter().map(card).collect(), &mut chance);
        let told = told_before(moment);
        let mut question = |asked: &Question| QuestionSheet {
            id: asked.id.clone(),
            ask: asked.ask.text(moment),
            replies: shuffled(asked.replies.iter().map(reply).collect(), &mut chance),
        };
        let asked = told.map(|told| self.asked(told, moment)).unwrap_or_default();
        Sheet::Pitch {
            ask: self.ask.text(moment),
            seconds: self.seconds,
            cards,
            told: told.unwrap_or_default().to_vec(),
            questions: asked.into_iter().map(&mut question).collect(),
        }
    }

    fn fit(&self, answer: &Answer, moment: &Moment<'_>) -> Result<(), Misfit> {
        match answer {
            Answer::Pitch { part: PitchPart::Talk(cards) } if told_before(moment).is_none() => self.fit_talk(cards),
            Answer::Pitch { part: PitchPart::Replies(replies) } => self.fit_replies(replies, moment),
            _ => Err(Misfit::Kind("Pitch".to_owned())),
        }
    }

    fn judge(&self, answer: &Answer, moment: &Moment<'_>) -> Judgement {
        let (told, replies) = whole(answer, moment);
        let asked = self.asked(&told, moment);
        let weighty = self.cards.iter().filter(|card| card.place != Belongs::Free).count();
        let of_talk = weighty.saturating_add(self.order.len());
        let mut findings = self.talk_findings(&told, moment);
        // The talk is one half, what was replied the other; each mistake costs its own share twice, so that chance
        // earns next to nothing.
        let half = |wrong: usize, all: usize| {
            Credit::share(count(all).saturating_sub(count(wrong).saturating_mul(2)), count(all))
        };
        let talk = half(findings.len(), of_talk);
        let wrong: Vec<Finding> =
            asked.iter().filter_map(|question| Self::reply_finding(question, &replies, moment)).collect();
        let answers = half(wrong.len(), asked.len());
        findings.extend(wrong);
        let both = i64::from(talk.ppm()).saturating_add(i64::from(answers.ppm()));
        Judgement::plain(Credit::share(both, i64::from(Credit::FULL.ppm()).saturating_mul(2)), findings)
    }

    fn best(&self, moment: &Moment<'_>) -> Answer {
        let part = match told_before(moment) {
            None => PitchPart::Talk(self.best.clone()),
            Some(told) => {
                let reply = |question: &&Question| (question.id.clone(), question.best.clone());
                PitchPart::Replies(self.asked(told, moment).iter().map(reply).collect())
            }
        };
        Answer::Pitch { part }
    }

    fn random(&self, moment: &Moment<'_>, chance: &mut Chance) -> Answer {
        let part = match told_before(moment) {
            None => {
                let mut left = u32::from(self.seconds);
                let mut cards = Vec::new();
                for card in shuffled(self.cards.iter().collect(), chance) {
                    if let Some(rest) = left.checked_sub(u32::from(card.seconds)) {
                        left = rest;
                        cards.push(card.id.clone());
                    }
                }
                PitchPart::Talk(cards)
            }
            Some(told) => {
                let mut reply = |question: &Question| {
                    (
                        question.id.clone(),
                        chance.pick(&question.replies).map(|reply| reply.id.clone()).unwrap_or_default(),
                    )
                };
                PitchPart::Replies(self.asked(told, moment).into_iter().map(&mut reply).collect())
            }
        };
        Answer::Pitch { part }
    }

    fn instead(&self, instead: &Instead, moment: &Moment<'_>) -> Option<Answer> {
        let Instead::Pitch { cards, replies } = instead else { return None };
        let part = match (told_before(moment), self.best(moment)) {
            (None, _) if !cards.is_empty() => PitchPart::Talk(cards.clone()),
            (Some(_), Answer::Pitch { part: PitchPart::Replies(mut best) }) => {
                for (question, reply) in replies.iter() {
                    if let Some(held) = best.get_mut(question) {
                        reply.clone_into(held);
                    }
                }
                PitchPart::Replies(best)
            }
            (_, Answer::Pitch { part }) => part,
            _ => return None,
        };
        Some(Answer::Pitch { part })
    }

    fn words(&self, answer: &Answer, moment: &Moment<'_>) -> String {
        let (told, replies) = whole(answer, moment);
        let talk = told.iter().map(|id| self.label(id, moment)).collect::<Vec<_>>().join(" → ");
        let reply = |question: &Question| {
            let id = replies.get(&question.id)?;
            let said = question.replies.iter().find(|reply| reply.id == *id)?;
            Some(format!("{}：{}", question.ask.text(moment), said.label.text(moment)))
        };
        let answers = self.questions.iter().filter_map(reply);
        std::iter::once(talk).chain(answers).collect::<Vec<_>>().join("；")
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term)) {
        visit("", &self.ask);
        for card in &self.cards {
            visit(&card.id, &card.label);
            visit(&card.id, &card.text);
            card.because.iter().for_each(|because| visit(&card.id, because));
        }
        self.order.iter().for_each(|rule| visit(&rule.then, &rule.because));
        for question in &self.questions {
            visit(&question.id, &question.ask);
            visit(&question.id, &question.because);
            question.replies.iter().for_each(|reply| visit(&question.id, &reply.label));
        }
    }

    fn faults<'a>(&'a self, visit: &mut dyn FnMut(Fault<'a>)) {
        for card in self.cards.iter().filter(|card| card.place != Belongs::Free) {
            visit(Fault {
                at: &card.id,
                misconception: card.misconception.as_deref(),
                because: card.because.as_ref(),
                rule: card.rule.as_deref(),
            });
        }
        for rule in &self.order {
            visit(Fault {
                at: &rule.then,
                misconception: rule.misconception.as_deref(),
                because: Some(&rule.because),
                rule: rule.rule.as_deref(),
            });
        }
        for question in &self.questions {
            visit(Fault {
                at: &question.id,
                misconception: question.misconception.as_deref(),
                because: Some(&question.because),
                rule: question.rule.as_deref(),
            });
        }
    }

    fn ids(&self) -> Vec<&str> {
        let cards = self.cards.iter().map(|card| card.id.as_str());
        let questions = self.questions.iter();
        let replies = self.questions.iter().flat_map(|question| question.replies.iter().map(|reply| reply.id.as_str()));
        cards.chain(questions.map(|question| question.id.as_str())).chain(replies).collect()
    }
}

/// The cards told in an earlier part.
fn told_before<'a>(moment: &Moment<'a>) -> Option<&'a [String]> {
    moment.rounds.iter().find_map(|answer| match answer {
        Answer::Pitch { part: PitchPart::Talk(cards) } => Some(cards.as_slice()),
        _ => None,
    })
}

/// Talk and replies together: what was told earlier, or is told by this answer, and what is replied.
fn whole(answer: &Answer, moment: &Moment<'_>) -> (Vec<String>, BTreeMap<String, String>) {
    match answer {
        Answer::Pitch { part: PitchPart::Talk(cards) } => (cards.clone(), BTreeMap::new()),
        Answer::Pitch { part: PitchPart::Replies(replies) } => {
            (told_before(moment).unwrap_or_default().to_vec(), replies.clone())
        }
        _ => (Vec::new(), BTreeMap::new()),
    }
}
