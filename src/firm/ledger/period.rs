//! Accounting periods: calendar months (会计法11: the accounting year is the calendar year).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, DateError};

/// A month of the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    year: i16,
    month: i8,
}

impl Period {
    /// The month of a year, 1 to 12.
    pub fn new(year: i16, month: i8) -> Result<Period, DateError> {
        Date::new(year, month, 1).map(Period::of)
    }

    /// The period that a day lies in.
    pub fn of(date: Date) -> Period {
        Period { year: date.year(), month: date.month() }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.month
    }

    /// The first day.
    pub fn first_day(self) -> Date {
        // A period is made from a date of its month, so the month has a first day in the calendar or begins before it.
        Date::new(self.year, self.month, 1).unwrap_or(Date::MIN)
    }

    /// The last day.
    pub fn last_day(self) -> Date {
        self.first_day().last_of_month()
    }

    /// The first day of its year.
    pub fn first_day_of_year(self) -> Date {
        Date::new(self.year, 1, 1).unwrap_or(Date::MIN)
    }

    /// The period so many months later, or earlier where negative.
    pub fn plus_months(self, months: i32) -> Result<Period, DateError> {
        self.first_day().plus_months(months).map(Period::of)
    }

    /// Months from this period to the other; negative where the other is earlier.
    pub fn months_until(self, other: Period) -> i32 {
        let count = |period: Period| i32::from(period.year).saturating_mul(12).saturating_add(i32::from(period.month));
        count(other).saturating_sub(count(self))
    }

    /// Whether it is the last of its quarter.
    pub fn ends_quarter(self) -> bool {
        matches!(self.month, 3 | 6 | 9 | 12)
    }

    /// Whether it is the last of its year.
    pub fn ends_year(self) -> bool {
        self.month == 12
    }
}

impl fmt::Display for Period {
    /// `2026-01`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-{:02}", self.year, self.month))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_follow_each_other_over_the_year() {
        let december = Period::new(2026, 12).unwrap();
        assert_eq!(december.plus_months(2).unwrap().to_string(), "2027-02");
        assert_eq!(december.months_until(Period::new(2027, 2).unwrap()), 2);
        assert_eq!(december.last_day().to_string(), "2026-12-31");
        assert!(december.ends_quarter() && december.ends_year());
        assert!(Period::new(2026, 13).is_err());
    }
}
