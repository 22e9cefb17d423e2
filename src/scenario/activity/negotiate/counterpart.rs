//! The other side of a negotiation: what it wants, where it stops, how fast it gives way. All of it follows from the seed
//! and from what was offered; nothing is remembered elsewhere.
//!
//! Satisfaction is measured in parts per million: a million where it began, nought at its limit. After every serious offer
//! it asks for less, until a quarter of the way is left, which only an offer of the trainee's own can win.

use std::collections::BTreeMap;

use super::{Issue, Negotiate, Values, exact, number};
use crate::scenario::activity::{Answer, Talk};
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;

/// The whole, in parts per million.
pub(super) const PPM: i64 = 1_000_000;
/// What the other side still asks for in its last word.
const LAST_WORD: i64 = 250_000;
/// Below this an offer is none, and nothing is given for it.
const SERIOUS_FROM: i64 = -PPM / 2;

/// The other side at a moment.
pub(super) struct Counterpart<'a> {
    talk: &'a Negotiate,
    issues: Vec<Interest<'a>>,
    offers: Vec<&'a Values>,
    patience: u32,
}

/// What it wants of one issue.
#[derive(Clone)]
struct Interest<'a> {
    issue: &'a Issue,
    opens: i64,
    limit: i64,
    step: i64,
}

impl Interest<'_> {
    fn satisfaction(&self, value: i64) -> i64 {
        let (way, whole) = (value.saturating_sub(self.limit), self.opens.saturating_sub(self.limit));
        let share = i128::from(way).saturating_mul(i128::from(PPM)).checked_div(i128::from(whole)).unwrap_or(0);
        i64::try_from(share).unwrap_or(0).clamp(-PPM, PPM)
    }

    /// The value that satisfies so much, rounded to a step towards where it began.
    fn at(&self, satisfaction: i64) -> i64 {
        let whole = i128::from(self.opens.saturating_sub(self.limit));
        let given = i128::from(PPM.saturating_sub(satisfaction)).saturating_mul(whole).checked_div(i128::from(PPM));
        let given = i64::try_from(given.unwrap_or(0)).unwrap_or(0);
        let steps = given.checked_div(self.step).unwrap_or(0);
        self.opens.saturating_sub(steps.saturating_mul(self.step))
    }
}

impl<'a> Counterpart<'a> {
    pub(super) fn new(talk: &'a Negotiate, moment: &Moment<'a>) -> Self {
        let interest = |issue: &'a Issue| {
            let value = |term: &Term| term.exact(moment).ok().and_then(|text| number(issue.unit, &text)).unwrap_or(0);
            let (one, other, step) = (value(&issue.limit.0), value(&issue.limit.1), value(&issue.step).max(1));
            let mut chance = moment.chance(&format!("limit-{}", issue.id));
            let limit = chance.between_steps(one.min(other), one.max(other), step).unwrap_or(one);
            Interest { issue, opens: value(&issue.opens), limit, step }
        };
        let offer = |answer: &'a Answer| match answer {
            Answer::Negotiate { talk: Talk::Offer(offer) } => Some(offer),
            _ => None,
        };
        Self {
            talk,
            issues: talk.issues.iter().map(interest).collect(),
            offers: moment.rounds.iter().filter_map(offer).collect(),
            patience: moment.chance("patience").below(3),
        }
    }

    /// The same side as it was after the first `count` offers.
    pub(super) fn after(&self, count: usize) -> Counterpart<'a> {
        Counterpart {
            talk: self.talk,
            issues: self.issues.clone(),
            offers: self.offers.iter().take(count).copied().collect(),
            patience: self.patience,
        }
    }

    /// What was offered so far.
    pub(super) fn offers(&self) -> &[&'a Values] {
        &self.offers
    }

    pub(super) fn offers_left(&self) -> u8 {
        self.talk.rounds.saturating_sub(u8::try_from(self.offers.len()).unwrap_or(u8::MAX))
    }

    /// What lies on the table.
    pub(super) fn table(&self) -> BTreeMap<String, String> {
        let asked = self.asked(self.serious()).max(LAST_WORD);
        let value =
            |interest: &Interest<'_>| (interest.issue.id.clone(), exact(interest.issue.unit, interest.at(asked)));
        self.issues.iter().map(value).collect()
    }

    /// What is said beside it.
    pub(super) fn says(&self) -> &'a Term {
        let says = &self.talk.says;
        match self.offers.last() {
            None => &says.first,
            Some(_) if self.offers_left() == 0 => &says.last,
            Some(offer) if self.satisfaction(offer) >= SERIOUS_FROM => &says.closer,
            Some(_) => &says.hurt,
        }
    }

    /// Whether it takes an offer made now.
    pub(super) fn takes(&self, offer: &Values) -> bool {
        self.satisfaction(offer) >= self.asked(self.serious().saturating_add(1))
    }

    /// What the trainee wins by an agreement: nought where the other side began, a million at its limit.
    pub(super) fn won(&self, agreed: &Values) -> i64 {
        let won = |interest: &Interest<'_>| {
            let value = agreed.get(&interest.issue.id).and_then(|value| number(interest.issue.unit, value))?;
            Some((PPM.saturating_sub(interest.satisfaction(value)).clamp(0, PPM), interest.issue.worth))
        };
        average(self.issues.iter().filter_map(won))
    }

    /// How many serious offers there were.
    fn serious(&self) -> usize {
        self.offers.iter().filter(|offer| self.satisfaction(offer) >= SERIOUS_FROM).count()
    }

    fn satisfaction(&self, offer: &Values) -> i64 {
        let one = |interest: &Interest<'_>| {
            let value = offer.get(&interest.issue.id).and_then(|value| number(interest.issue.unit, value))?;
            Some((interest.satisfaction(value), interest.issue.weight))
        };
        average(self.issues.iter().filter_map(one))
    }

    /// What it asks for after so many serious offers: a patient one gives way late, an impatient one early.
    fn asked(&self, serious: usize) -> i64 {
        let rounds = i64::from(self.talk.rounds).max(1);
        let made = i64::try_from(serious).unwrap_or(rounds).min(rounds);
        let even = rounds.saturating_sub(made).saturating_mul(PPM).checked_div(rounds).unwrap_or(0);
        let bend = even.saturating_mul(PPM.saturating_sub(even)).checked_div(PPM.saturating_mul(2)).unwrap_or(0);
        match self.patience {
            0 => even.saturating_sub(bend),
            1 => even,
            _ => even.saturating_add(bend),
        }
    }
}

/// Shares averaged by weight.
fn average(shares: impl Iterator<Item = (i64, u16)>) -> i64 {
    let (mut sum, mut weights) = (0_i64, 0_i64);
    for (share, weight) in shares {
        sum = sum.saturating_add(share.saturating_mul(i64::from(weight)));
        weights = weights.saturating_add(i64::from(weight));
    }
    sum.checked_div(weights).unwrap_or(0)
}
