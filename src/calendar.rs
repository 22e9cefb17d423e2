//! Civil dates and the counting of terms.
//!
//! A term "within n days / months / years of a day" does not count that day itself and ends on the corresponding day; where
//! a month has no such day it ends on the month's last (Civil Code 201–203). Public holidays and the working days moved by
//! them are data of the policy floor, not of this one. There is no clock here: every date comes from data.

use std::fmt;
use std::str::FromStr;

use jiff::{Span, civil};
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};
use thiserror::Error;

/// The day that binary formats count from.
const EPOCH: civil::Date = civil::date(1970, 1, 1);

/// A day of the Gregorian calendar between [`Date::MIN`] and [`Date::MAX`].
///
/// Read and written by people as `"2026-03-15"`; in binary formats it is the days since 1970-01-01 as `i32`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// Why something is not a date of this calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DateError {
    /// There is no such day, as 2026-02-30.
    #[error("no such day in the calendar")]
    NoSuchDay,
    /// The day lies outside 1949-10-01 to 2100-12-31.
    #[error("dates run from 1949-10-01 to 2100-12-31")]
    OutOfRange,
    /// The text is not of the form `2026-03-15`.
    #[error("a date is written as 2026-03-15")]
    Form,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize)]
pub enum Weekday {
    /// 星期一
    Monday,
    /// 星期二
    Tuesday,
    /// 星期三
    Wednesday,
    /// 星期四
    Thursday,
    /// 星期五
    Friday,
    /// 星期六
    Saturday,
    /// 星期日
    Sunday,
}

impl Weekday {
    /// `星期三`.
    pub const fn chinese(self) -> &'static str {
        match self {
            Weekday::Monday => "星期一",
            Weekday::Tuesday => "星期二",
            Weekday::Wednesday => "星期三",
            Weekday::Thursday => "星期四",
            Weekday::Friday => "星期五",
            Weekday::Saturday => "星期六",
            Weekday::Sunday => "星期日",
        }
    }
}

impl Date {
    /// The first day of this calendar; no rule that is taught is older.
    pub const MIN: Date = Date(civil::date(1949, 10, 1));
    /// The last day. A play lasts at most ten years, so no term counted from it overflows.
    pub const MAX: Date = Date(civil::date(2100, 12, 31));

    /// A day by year, month and day of the month.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Date, DateError> {
        civil::Date::new(year, month, day).map_err(|_| DateError::NoSuchDay).and_then(Date::within)
    }

    /// The day that lies so many days after 1970-01-01.
    pub fn from_epoch_days(days: i32) -> Result<Date, DateError> {
        shift(EPOCH, Span::new().try_days(days))
    }

    /// Days since 1970-01-01; what streams of chance and binary formats count in.
    pub fn epoch_days(self) -> i32 {
        days_between(EPOCH, self.0)
    }

    fn within(date: civil::Date) -> Result<Date, DateError> {
        let date = Date(date);
        if date < Date::MIN || date > Date::MAX { Err(DateError::OutOfRange) } else { Ok(date) }
    }

    /// The year, 1949 to 2100.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day of the year, 1 to 366.
    pub fn day_of_year(self) -> i16 {
        self.0.day_of_year()
    }

    /// The day so many days later (earlier if negative): the last day of a term of `days` days from this one.
    pub fn plus_days(self, days: i32) -> Result<Date, DateError> {
        shift(self.0, Span::new().try_days(days))
    }

    /// The corresponding day so many months later, or that month's last day if it has no such day.
    ///
    /// ```
    /// # use startup_metaverse::calendar::Date;
    /// assert_eq!(Date::new(2026, 1, 31)?.plus_months(1)?, Date::new(2026, 2, 28)?);
    /// # Ok::<(), startup_metaverse::calendar::DateError>(())
    /// ```
    pub fn plus_months(self, months: i32) -> Result<Date, DateError> {
        shift(self.0, Span::new().try_months(months))
    }

    /// The corresponding day so many years later; 29 February becomes 28 February in a common year.
    pub fn plus_years(self, years: i32) -> Result<Date, DateError> {
        shift(self.0, Span::new().try_years(years))
    }

    /// Days from this day to the other; negative if the other is earlier.
    pub fn days_until(self, other: Date) -> i32 {
        days_between(self.0, other.0)
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        match self.0.weekday() {
            civil::Weekday::Monday => Weekday::Monday,
            civil::Weekday::Tuesday => Weekday::Tuesday,
            civil::Weekday::Wednesday => Weekday::Wednesday,
            civil::Weekday::Thursday => Weekday::Thursday,
            civil::Weekday::Friday => Weekday::Friday,
            civil::Weekday::Saturday => Weekday::Saturday,
            civil::Weekday::Sunday => Weekday::Sunday,
        }
    }

    /// Whether it is a Saturday or a Sunday, whatever the holiday notice says.
    pub fn is_weekend(self) -> bool {
        matches!(self.weekday(), Weekday::Saturday | Weekday::Sunday)
    }

    /// The first day of the same month.
    #[must_use]
    pub fn first_of_month(self) -> Date {
        Date(self.0.first_of_month())
    }

    /// The last day of the same month.
    #[must_use]
    pub fn last_of_month(self) -> Date {
        Date(self.0.last_of_month())
    }

    /// `2026年3月15日`.
    pub fn chinese(self) -> String {
        format!("{}年{}月{}日", self.year(), self.month(), self.day())
    }
}

fn shift(date: civil::Date, span: Result<Span, jiff::Error>) -> Result<Date, DateError> {
    let span = span.map_err(|_| DateError::OutOfRange)?;
    date.checked_add(span).map_err(|_| DateError::OutOfRange).and_then(Date::within)
}

fn days_between(from: civil::Date, to: civil::Date) -> i32 {
    // Both ends lie within the calendar or at its epoch, so the number of days fits easily.
    i32::try_from(from.duration_until(to).as_hours().checked_div(24).unwrap_or(0)).unwrap_or(i32::MAX)
}

impl fmt::Display for Date {
    /// `2026-03-15`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day()))
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Date, DateError> {
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(DateError::Form);
        };
        let well_formed = |part: &str, len: usize| part.len() == len && part.chars().all(|c| c.is_ascii_digit());
        if !well_formed(year, 4) || !well_formed(month, 2) || !well_formed(day, 2) {
            return Err(DateError::Form);
        }
        let year = year.parse().map_err(|_| DateError::Form)?;
        let month = month.parse().map_err(|_| DateError::Form)?;
        let day = day.parse().map_err(|_| DateError::Form)?;
        Date::new(year, month, day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            serializer.serialize_i32(self.epoch_days())
        }
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(Iso)
        } else {
            Date::from_epoch_days(i32::deserialize(deserializer)?).map_err(de::Error::custom)
        }
    }
}

/// Reads `"2026-03-15"`.
struct Iso;

impl Visitor<'_> for Iso {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date in quotes, as in \"2026-03-15\"")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
        text.parse().map_err(E::custom)
    }
}
