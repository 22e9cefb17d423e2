//! What came later and why: each trouble with the decision that brought it about and the links between the two.
//! A passage leads forward to its consequences ([`Passage::led_to`]); a chain leads back. Plain values: the debrief's own facts, put in the order of a story.

use super::debrief::{Consequence, Passage};
use crate::scenario::activity::Note;

/// Something that came later, traced back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// What happened in the end.
    pub end: Consequence,
    /// What lies between it and the decision, the latest first.
    pub between: Vec<Consequence>,
    /// The decision, as a place in the time line.
    pub passage: usize,
}

/// How a consequence weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// A fine, an order, a missed duty, a rejected filing.
    Trouble,
    /// A letter, a call, a visit.
    Letter,
    /// What simply follows: a payment, a licence, a new duty.
    Plain,
}

/// How a consequence weighs.
pub fn weight(consequence: &Consequence) -> Weight {
    match key(consequence) {
        Some(
            "event-duty-missed"
            | "event-duty-done-late"
            | "event-order-issued"
            | "event-fined"
            | "event-fined-personally"
            | "event-returned",
        ) => Weight::Trouble,
        _ if consequence.title.is_some() => Weight::Letter,
        _ => Weight::Plain,
    }
}

/// Troubles and letters in the order of days, each traced back to its decision.
pub fn chains(timeline: &[Passage]) -> Vec<Chain> {
    let mut chains: Vec<Chain> =
        timeline.iter().enumerate().flat_map(|(place, passage)| of_passage(place, passage)).collect();
    // ISO days sort as texts; what happened on one day keeps the order of the decisions.
    chains.sort_by(|one, other| one.end.date.cmp(&other.end.date));
    chains
}

fn of_passage(place: usize, passage: &Passage) -> impl Iterator<Item = Chain> {
    let grave = passage.led_to.iter().enumerate().filter(|(_, what)| weight(what) != Weight::Plain);
    grave.map(move |(at, end)| Chain { end: end.clone(), between: between(&passage.led_to, at), passage: place })
}

/// The links before the consequence at `at`, the latest first; each kind once, all of one matter.
fn between(led_to: &[Consequence], at: usize) -> Vec<Consequence> {
    let mut links: Vec<Consequence> = Vec::new();
    let Some(end) = led_to.get(at) else { return links };
    if weight(end) == Weight::Letter {
        return links;
    }
    for earlier in led_to.iter().take(at).rev().filter(|earlier| weight(earlier) == Weight::Trouble) {
        let later = links.last().unwrap_or(end);
        let known = key(earlier) == key(end) || links.iter().any(|link| key(link) == key(earlier));
        if !known && same_matter(earlier, later) {
            links.push(earlier.clone());
        }
    }
    links
}

/// Whether two troubles are about one duty: a fine names none and belongs to the nearest before it.
fn same_matter(one: &Consequence, other: &Consequence) -> bool {
    match (matter(one), matter(other)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

fn key(consequence: &Consequence) -> Option<&str> {
    match consequence.note.as_ref()? {
        Note::Core { key, .. } => Some(key),
        Note::Scene(_) => None,
    }
}

fn matter(consequence: &Consequence) -> Option<&str> {
    match consequence.note.as_ref()? {
        Note::Core { args, .. } => args.iter().find(|(name, _)| name == "title").map(|(_, title)| title.as_str()),
        Note::Scene(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Weight, chains, weight};
    use crate::assess::{Consequence, Passage};
    use crate::scenario::activity::Note;

    fn core(date: &str, key: &str, title: Option<&str>) -> Consequence {
        let args = title.map(|title| ("title".to_owned(), title.to_owned())).into_iter().collect();
        Consequence {
            date: date.to_owned(),
            days_after: 0,
            title: None,
            note: Some(Note::Core { key: key.to_owned(), args }),
            cost: None,
            rule: None,
        }
    }

    fn passage(led_to: Vec<Consequence>) -> Passage {
        Passage {
            decision: 0,
            date: "2026-03-04".to_owned(),
            step: "step".to_owned(),
            title: "登记之后".to_owned(),
            attempt: 1,
            decided: "先不办".to_owned(),
            seen: Vec::new(),
            unseen: Vec::new(),
            hinted: false,
            credit_ppm: 0,
            findings: Vec::new(),
            expert: String::new(),
            led_to,
        }
    }

    #[test]
    fn a_fine_leads_back_over_the_order_and_the_missed_day() {
        let story = vec![
            core("2026-03-30", "event-duty-missed", Some("税务")),
            core("2026-03-30", "event-duty-missed", Some("社保")),
            core("2026-04-10", "event-order-issued", Some("社保")),
            core("2026-04-20", "event-fined", None),
        ];
        let told = chains(&[passage(story)]);
        assert_eq!(told.len(), 4);
        let last = told.last().expect("the fine");
        let dates: Vec<&str> = last.between.iter().map(|link| link.date.as_str()).collect();
        assert_eq!(dates, ["2026-04-10", "2026-03-30"]);
        assert_eq!(super::matter(last.between.last().expect("the missed day")), Some("社保"));
    }

    #[test]
    fn the_story_is_in_the_order_of_days() {
        let first = passage(vec![core("2026-05-01", "event-fined", None)]);
        let second = passage(vec![core("2026-04-01", "event-returned", None), core("2026-04-02", "event-paid", None)]);
        let told = chains(&[first, second]);
        let places: Vec<usize> = told.iter().map(|chain| chain.passage).collect();
        assert_eq!(places, [1, 0]);
        assert_eq!(weight(&core("2026-04-02", "event-paid", None)), Weight::Plain);
    }
}
