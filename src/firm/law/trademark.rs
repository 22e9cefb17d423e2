//! Trademarks: fees by class and goods, the days of examination, opposition and renewal (facts §6.3, TM-01 to TM-08).

use super::error::LawError;
use crate::calendar::Date;
use crate::money::Money;
use crate::policy::{Policy, PolicyOn, RestDay};

/// How an application is handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// By the office's web site.
    Online,
    /// On paper.
    Paper,
}

/// The fee of an application: for each class, and for each item of goods beyond ten in it (TM-V01). `items` are the numbers
/// of goods by class.
pub fn application_fee(items: &[u32], channel: Channel, on: &PolicyOn<'_>) -> Result<Money, LawError> {
    let classes = i64::try_from(items.len()).map_err(|_| LawError::NoClasses)?;
    if items.is_empty() || items.contains(&0) || classes > on.count("trademark.classes")? {
        return Err(LawError::NoClasses);
    }
    let (class, item) = match channel {
        Channel::Online => (on.money("trademark.fee.online")?, on.money("trademark.fee.item-online")?),
        Channel::Paper => (on.money("trademark.fee.paper")?, on.money("trademark.fee.item-paper")?),
    };
    let included = on.count("trademark.fee.items")?;
    let mut fee = class.checked_mul_int(classes)?;
    for goods in items {
        let over = i64::from(*goods).saturating_sub(included).max(0);
        fee = fee.checked_add(item.checked_mul_int(over)?)?;
    }
    Ok(fee)
}

/// The fee of a renewal by classes (K).
pub fn renewal_fee(classes: u32, channel: Channel, on: &PolicyOn<'_>) -> Result<Money, LawError> {
    let class = on.money(match channel {
        Channel::Online => "trademark.fee.renewal-online",
        Channel::Paper => "trademark.fee.renewal-paper",
    })?;
    Ok(class.checked_mul_int(i64::from(classes))?)
}

/// The last day of the examination of an application received on a day (TM-01).
pub fn examined_by(received: Date, on: &PolicyOn<'_>) -> Result<Date, LawError> {
    Ok(on.term_from("trademark.exam", received)?)
}

/// The last day to oppose a mark published on a day, by the law of that day (TM-02, TM-V02).
pub fn oppose_by(published: Date, policy: &Policy) -> Result<Date, LawError> {
    Ok(policy.at(published).term_from("trademark.opposition", published)?)
}

/// The last day to ask for a review of a refusal received on a day (TM-05); a rest day at the end prolongs it.
pub fn review_by(received: Date, on: &PolicyOn<'_>) -> Result<Date, LawError> {
    Ok(on.term_end(on.term("trademark.review")?, RestDay::NextWorkingDay, received)?)
}

/// The days of a registration and its renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registered {
    /// The last day of the registration: ten years less a day from the day it was granted.
    pub expires: Date,
    /// The first day to renew.
    pub renew_from: Date,
    /// The last day of the grace period, after which the mark is struck out.
    pub grace_until: Date,
    /// The first day on which three years without use would let anybody have it cancelled.
    pub cancellable_from: Date,
}

/// The days of a mark registered on a day and not used since (TM-03, TM-04, TM-06).
pub fn registered(granted: Date, on: &PolicyOn<'_>) -> Result<Registered, LawError> {
    let expires = granted.plus_years(on.years("trademark.term")?)?.plus_days(-1)?;
    Ok(Registered {
        expires,
        renew_from: expires.plus_months(on.months("trademark.renewal")?.saturating_neg())?,
        grace_until: expires.plus_months(on.months("trademark.renewal-grace")?)?,
        cancellable_from: granted.plus_years(on.years("trademark.non-use")?)?,
    })
}

/// The most an infringement costs: so many times the loss where it is known and the infringer acted in bad faith, the loss
/// where in good faith, and the statutory limit where it cannot be found (TM-07).
pub fn infringement_max(loss: Option<Money>, bad_faith: bool, on: &PolicyOn<'_>) -> Result<Money, LawError> {
    match loss {
        None => Ok(on.money("trademark.damages-max")?),
        Some(loss) if bad_faith => Ok(loss.checked_mul_int(on.count("trademark.punitive-high")?)?),
        Some(loss) => Ok(loss),
    }
}

/// Why a mark is not registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The goods' common name, or what they are made of or good for.
    Generic,
    /// Deceptive.
    Deceptive,
    /// The name of a place: an administrative area of county rank or above, or a foreign place known to the public.
    Place,
    /// Harmful.
    Harmful,
    /// Like an earlier mark for the same or similar goods.
    Earlier,
}

impl Ground {
    /// The rule's id.
    pub const fn rule(self) -> &'static str {
        match self {
            Ground::Generic => "trademark-law-11",
            Ground::Deceptive | Ground::Place | Ground::Harmful => "trademark-law-10",
            Ground::Earlier => "trademark-law-30",
        }
    }

    /// Whether the office refuses by itself, whoever has an earlier right.
    pub const fn is_absolute(self) -> bool {
        !matches!(self, Ground::Earlier)
    }
}
