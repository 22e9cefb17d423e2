//! The annual report, publicity of events, and the list of irregular operations (facts §6.1, CMP-01 to CMP-08).

use super::error::LawError;
use crate::calendar::Date;
use crate::money::Money;
use crate::policy::PolicyOn;

/// The days on which the report of a year is filed: the first and the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub opens: Date,
    /// The last day; rest days do not prolong it.
    pub closes: Date,
}

/// The window for the report of a year: 1 January to 30 June of the next (CMP-01).
///
/// Source: 企业信息公示条例 8.
pub fn window(year: i16, on: &PolicyOn<'_>) -> Result<Window, LawError> {
    let next = year.checked_add(1).ok_or(LawError::DatesOutOfOrder)?;
    let opens = Date::new(next, 1, 1)?;
    let closes = opens.plus_months(on.months("annual-report.months")?)?.plus_days(-1)?;
    Ok(Window { opens, closes })
}

/// The first report of a company: of the year it was founded in, filed in the next (CMP-V01).
pub fn first_window(founded: Date, on: &PolicyOn<'_>) -> Result<Window, LawError> {
    window(founded.year(), on)
}

/// How a report of a year stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filing {
    /// Before the window.
    TooEarly,
    /// Within it.
    InTime,
    /// After it: listed as irregular, and a fine of up to so much.
    Late(Money),
}

/// How a report filed on a day stands (CMP-V02, CMP-03).
pub fn filed(year: i16, day: Date, on: &PolicyOn<'_>) -> Result<Filing, LawError> {
    let window = window(year, on)?;
    Ok(if day < window.opens {
        Filing::TooEarly
    } else if day <= window.closes {
        Filing::InTime
    } else {
        Filing::Late(on.money("annual-report.fine")?)
    })
}

/// The last day to publish an event: contributions, transfers, licences, fines (CMP-02).
pub fn publish_by(happened: Date, on: &PolicyOn<'_>) -> Result<Date, LawError> {
    Ok(on.term_from("disclosure.event", happened)?)
}

/// Why a company is on the list of irregular operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The annual report was not filed.
    NoReport,
    /// Published information hides or feigns.
    FalseReport,
    /// It cannot be reached at its registered premises.
    Unreachable,
}

/// What a listed company does to be taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// File the report.
    FileReport,
    /// Correct what was published.
    Correct,
    /// Change the premises, or show that it can be reached there.
    Reconnect,
}

impl Cause {
    /// What takes it off the list (CMP-04).
    pub const fn remedy(self) -> Remedy {
        match self {
            Cause::NoReport => Remedy::FileReport,
            Cause::FalseReport => Remedy::Correct,
            Cause::Unreachable => Remedy::Reconnect,
        }
    }
}

/// What a company on the list may not do (CMP-05).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barred {
    /// Government procurement.
    Procurement,
    /// Tenders of works.
    Tenders,
    /// Grants of state land.
    Land,
    /// Honours.
    Honours,
    /// Simplified deregistration.
    SimplifiedDeregistration,
}

/// What the list bars.
pub const BARRED: [Barred; 5] =
    [Barred::Procurement, Barred::Tenders, Barred::Land, Barred::Honours, Barred::SimplifiedDeregistration];

/// Whether two letters that did not arrive make a company unreachable: so many letters, so many days apart (K).
pub fn is_unreachable(letters: &[Date], on: &PolicyOn<'_>) -> Result<bool, LawError> {
    let enough = i64::try_from(letters.len()).unwrap_or(i64::MAX) >= on.count("listing.letters")?;
    let gap = on.days("listing.letters-gap")?;
    let apart = match (letters.first(), letters.last()) {
        (Some(first), Some(last)) => first.days_until(*last) >= gap,
        _ => false,
    };
    Ok(enough && apart)
}

/// The first day on which a company listed on a day may go over to the list of grave breaches. Not confirmed (U-23): to be
/// shown, never scored.
pub fn grave_from(listed: Date, on: &PolicyOn<'_>) -> Result<Date, LawError> {
    Ok(on.term_from("listing.serious", listed)?)
}
