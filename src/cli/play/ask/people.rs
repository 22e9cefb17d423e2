//! People: a contract for a candidate, a round of a negotiation.

use std::collections::BTreeMap;

use super::{dials, form, line, nth};
use crate::cli::paint;
use crate::scenario::activity::{Answer, CandidateSheet, DialSheet, FieldSheet, ItemSheet, Talk};
use crate::session::{Session, StepView};
use crate::text::{Lang, say as word};

/// Asks who is hired, and the contract's terms.
pub(super) fn hire(
    lang: Lang,
    session: &Session,
    step: &StepView,
    candidates: &[CandidateSheet],
    terms: &[FieldSheet],
    may_decline: bool,
) -> Option<Answer> {
    let names: Vec<ItemSheet> =
        candidates.iter().map(|one| ItemSheet { id: one.id.clone(), label: one.name.clone() }).collect();
    let candidate = loop {
        paint::prompt(&word(lang, if may_decline { "play-ask-candidate-or-none" } else { "play-ask-candidate" }, &[]));
        let typed = line()?;
        if typed == "0" && may_decline {
            return Some(Answer::Hire { candidate: None, terms: BTreeMap::new() });
        }
        match nth(&names, &typed) {
            Some(id) => break id,
            None => paint::line(&paint::tile(&word(lang, "play-not-understood", &[]))),
        }
    };
    let before = match &step.last {
        Some(Answer::Hire { terms, .. }) => terms.clone(),
        _ => BTreeMap::new(),
    };
    Some(Answer::Hire { candidate: Some(candidate), terms: form::fields(lang, session, terms, &before)? })
}

/// A round: `a` takes what is on the table, `l` leaves, an empty line makes an offer.
pub(super) fn negotiate(lang: Lang, typed: &str, issues: &[DialSheet], left: u8) -> Option<Answer> {
    let talk = match typed {
        "a" => Talk::Accept,
        "l" => Talk::Leave,
        "" if left > 0 => Talk::Offer(dials::values(lang, issues)?),
        _ => return None,
    };
    Some(Answer::Negotiate { talk })
}
