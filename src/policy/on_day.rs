//! The policy as it stands on one day: typed access to figures, and the counting of terms.

use super::Policy;
use super::brackets::Brackets;
use super::duty::{Duty, RestDay, Term};
use super::figure::{Figure, PolicyError, Ratio, Value, ValueKind};
use crate::calendar::Date;
use crate::money::{Money, Rate};

/// A view of the tables on one day; cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct PolicyOn<'a> {
    policy: &'a Policy,
    date: Date,
}

impl<'a> PolicyOn<'a> {
    pub(super) fn new(policy: &'a Policy, date: Date) -> PolicyOn<'a> {
        PolicyOn { policy, date }
    }

    /// The tables themselves.
    pub fn policy(self) -> &'a Policy {
        self.policy
    }

    /// The day looked at.
    pub fn date(self) -> Date {
        self.date
    }

    /// A figure with its rule, mark and days.
    pub fn figure(self, id: &str) -> Result<Figure<'a>, PolicyError> {
        let entries = self.policy.figure_entries(id);
        if entries.is_empty() {
            return Err(PolicyError::Unknown { id: id.to_owned() });
        }
        entries
            .iter()
            .find(|entry| entry.holds_on(self.date))
            .map(Figure::from)
            .ok_or_else(|| PolicyError::NotInForce { id: id.to_owned(), date: self.date })
    }

    /// An amount.
    pub fn money(self, id: &str) -> Result<Money, PolicyError> {
        match self.value(id)? {
            Value::Money(money) => Ok(*money),
            other => Err(wrong_kind(id, ValueKind::Money, other)),
        }
    }

    /// A percentage.
    pub fn rate(self, id: &str) -> Result<Rate, PolicyError> {
        match self.value(id)? {
            Value::Rate(rate) => Ok(*rate),
            other => Err(wrong_kind(id, ValueKind::Rate, other)),
        }
    }

    /// An exact fraction.
    pub fn ratio(self, id: &str) -> Result<Ratio, PolicyError> {
        match self.value(id)? {
            Value::Ratio(ratio) => Ok(*ratio),
            other => Err(wrong_kind(id, ValueKind::Ratio, other)),
        }
    }

    /// A number of calendar days.
    pub fn days(self, id: &str) -> Result<i32, PolicyError> {
        match self.value(id)? {
            Value::Days(days) => Ok(*days),
            other => Err(wrong_kind(id, ValueKind::Days, other)),
        }
    }

    /// A number of months.
    pub fn months(self, id: &str) -> Result<i32, PolicyError> {
        match self.value(id)? {
            Value::Months(months) => Ok(*months),
            other => Err(wrong_kind(id, ValueKind::Months, other)),
        }
    }

    /// A number of years.
    pub fn years(self, id: &str) -> Result<i32, PolicyError> {
        match self.value(id)? {
            Value::Years(years) => Ok(*years),
            other => Err(wrong_kind(id, ValueKind::Years, other)),
        }
    }

    /// A count.
    pub fn count(self, id: &str) -> Result<i64, PolicyError> {
        match self.value(id)? {
            Value::Count(count) => Ok(*count),
            other => Err(wrong_kind(id, ValueKind::Count, other)),
        }
    }

    /// A list of words.
    pub fn words(self, id: &str) -> Result<&'a [String], PolicyError> {
        match self.value(id)? {
            Value::Words(words) => Ok(words),
            other => Err(wrong_kind(id, ValueKind::Words, other)),
        }
    }

    /// A progressive table.
    pub fn brackets(self, id: &str) -> Result<&'a Brackets, PolicyError> {
        match self.value(id)? {
            Value::Brackets(brackets) => Ok(brackets),
            other => Err(wrong_kind(id, ValueKind::Brackets, other)),
        }
    }

    /// A list of days, earliest first.
    pub fn dates(self, id: &str) -> Result<&'a [Date], PolicyError> {
        match self.value(id)? {
            Value::Dates(dates) => Ok(dates),
            other => Err(wrong_kind(id, ValueKind::Dates, other)),
        }
    }

    /// The last day of a term that a figure gives (in days, working days, months or years) counted from a day, which
    /// itself does not count. Rest days at the end do not prolong it; see [`PolicyOn::term_end`] for that.
    pub fn term_from(self, id: &str, start: Date) -> Result<Date, PolicyError> {
        self.term_end(self.term(id)?, RestDay::Stands, start)
    }

    /// A length of time, in whichever unit the law counts it.
    pub fn term(self, id: &str) -> Result<Term, PolicyError> {
        let value = self.value(id)?;
        Term::of(value).ok_or_else(|| wrong_kind(id, ValueKind::Days, value))
    }

    /// The last day to do a duty that arises on a day.
    pub fn due(self, duty: &Duty, start: Date) -> Result<Date, PolicyError> {
        self.term_end(self.term(&duty.term)?, duty.rest_day, start)
    }

    /// The last day of a term counted from a day, which itself does not count (Civil Code 201–203).
    pub fn term_end(self, term: Term, rest_day: RestDay, start: Date) -> Result<Date, PolicyError> {
        let beyond = |_| PolicyError::BeyondCalendar { date: start };
        let end = match term {
            Term::Days(days) => start.plus_days(days).map_err(beyond)?,
            Term::Months(months) => start.plus_months(months).map_err(beyond)?,
            Term::Years(years) => start.plus_years(years).map_err(beyond)?,
            Term::WorkingDays(days) => {
                let mut end = start;
                for _ in 0..days {
                    end = self.working_day_from(end.plus_days(1).map_err(beyond)?)?;
                }
                end
            }
        };
        match rest_day {
            RestDay::Stands => Ok(end),
            RestDay::NextWorkingDay => self.working_day_from(end),
        }
    }

    /// Whether offices work on the day: weekends and holidays off, days moved by the holiday notice on.
    pub fn is_working_day(self, date: Date) -> bool {
        let said = self.policy.holidays.iter().find_map(|notice| notice.says(date));
        said.unwrap_or(!date.is_weekend())
    }

    /// Whether the day is a statutory holiday (法定节假日), not merely a day off.
    pub fn is_statutory_holiday(self, date: Date) -> bool {
        self.policy.holidays.iter().any(|notice| notice.statutory.contains(&date))
    }

    /// The day itself if offices work on it, else the next on which they do.
    pub fn working_day_from(self, date: Date) -> Result<Date, PolicyError> {
        let mut day = date;
        while !self.is_working_day(day) {
            day = day.plus_days(1).map_err(|_| PolicyError::BeyondCalendar { date })?;
        }
        Ok(day)
    }

    fn value(self, id: &str) -> Result<&'a Value, PolicyError> {
        self.figure(id).map(|figure| figure.value)
    }
}

fn wrong_kind(id: &str, expected: ValueKind, found: &Value) -> PolicyError {
    PolicyError::WrongKind { id: id.to_owned(), expected, found: found.kind() }
}
