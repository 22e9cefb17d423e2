//! A pitch: cards in order, then replies.

use std::collections::BTreeMap;

use super::{line, nth, words_of};
use crate::cli::paint;
use crate::scenario::activity::{Answer, CardSheet, ItemSheet, PitchPart, QuestionSheet};

/// The cards told, by their numbers.
pub(super) fn cards(typed: &str, cards: &[CardSheet]) -> Option<Answer> {
    let items: Vec<ItemSheet> =
        cards.iter().map(|card| ItemSheet { id: card.id.clone(), label: card.label.clone() }).collect();
    let told: Option<Vec<String>> = words_of(typed).map(|place| nth(&items, place)).collect();
    let told = told.filter(|told| !told.is_empty())?;
    Some(Answer::Pitch { part: PitchPart::Talk(told) })
}

/// Asks every question.
pub(super) fn replies(questions: &[QuestionSheet]) -> Option<Answer> {
    let mut replies = BTreeMap::new();
    for question in questions {
        paint::line("");
        paint::line(&paint::strong(&question.ask));
        for (place, reply) in (1..).zip(&question.replies) {
            paint::line(&format!("{place:>3}. {}", reply.label));
        }
        let reply = loop {
            paint::prompt("> ");
            if let Some(id) = nth(&question.replies, &line()?) {
                break id;
            }
        };
        replies.insert(question.id.clone(), reply);
    }
    Some(Answer::Pitch { part: PitchPart::Replies(replies) })
}
