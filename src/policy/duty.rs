//! Duties: what an event makes a company owe, by when, to whom, and what follows if it does not.

use serde::{Deserialize, Serialize};

use super::figure::Value;

/// A duty of the tables. When its trigger happens, the firm owes it as an obligation with a due day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Stable name, as `tax-information`.
    pub id: String,
    /// What is owed, in Chinese.
    pub title: String,
    /// What is owed, in English.
    pub title_en: String,
    /// The venue in the town where it is done, as `tax-hall`.
    pub authority: String,
    /// The authority's name in Chinese.
    pub authority_name: String,
    /// What makes it owed.
    pub trigger: Trigger,
    /// The figure with the time there is, counted from the day after the trigger.
    pub term: String,
    /// What happens if the last day is a rest day.
    pub rest_day: RestDay,
    /// The id of the rule it comes from.
    pub rule: String,
    /// What follows if it is not done in time.
    pub missed: Missed,
}

/// An event that makes duties owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Trigger {
    /// The business licence was issued.
    Founding,
    /// The business licence was issued and the beneficial owner was neither filed nor excused with the application.
    FoundingWithoutBeneficialOwner,
    /// A bank account was opened.
    AccountOpened,
    /// Tax information was confirmed.
    TaxInfoConfirmed,
    /// The firm was registered with the housing fund.
    HousingFundRegistered,
    /// A registered item changed.
    RegisteredItemChanged,
    /// A filed item (officers, the liaison person) changed.
    FiledItemChanged,
    /// The legal representative stepped down.
    LegalRepresentativeLeft,
    /// Subscribed or paid-in capital changed.
    CapitalChanged,
    /// The beneficial owner changed or the excuse from filing lapsed.
    BeneficialOwnerChanged,
}

/// A length of time in the unit the law counts it in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Term {
    /// Calendar days.
    Days(i32),
    /// Working days.
    WorkingDays(i32),
    /// Months.
    Months(i32),
    /// Years.
    Years(i32),
}

impl Term {
    /// The length of time a figure gives, if it is one.
    pub(super) fn of(value: &Value) -> Option<Term> {
        match value {
            Value::Days(days) => Some(Term::Days(*days)),
            Value::WorkingDays(days) => Some(Term::WorkingDays(*days)),
            Value::Months(months) => Some(Term::Months(*months)),
            Value::Years(years) => Some(Term::Years(*years)),
            Value::Money(_)
            | Value::Rate(_)
            | Value::Ratio(_)
            | Value::Count(_)
            | Value::Words(_)
            | Value::Brackets(_)
            | Value::Dates(_) => None,
        }
    }

    /// The term as a Chinese text shows it.
    pub fn chinese(self) -> String {
        match self {
            Term::Days(days) => format!("{days} 日"),
            Term::WorkingDays(days) => format!("{days} 个工作日"),
            Term::Months(months) => format!("{months} 个月"),
            Term::Years(years) => format!("{years} 年"),
        }
    }
}

/// What happens to a term that ends on a rest day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RestDay {
    /// It ends all the same.
    Stands,
    /// It ends on the next working day.
    NextWorkingDay,
}

/// What follows if a duty is not done in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Missed {
    /// Nothing that this simulation shows.
    Nothing,
    /// A fine at once.
    Fine {
        /// The figure with the amount.
        fine: String,
        /// Who pays.
        on: FineOn,
    },
    /// An order to set it right within a time (责令限期改正), and a fine only if that passes too.
    OrderThenFine {
        /// The figure with the days to comply.
        comply: String,
        /// The figure with the amount.
        fine: String,
        /// Who pays.
        on: FineOn,
    },
}

/// Who pays a fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FineOn {
    /// The company; it goes through its books.
    Company,
    /// The responsible person; it goes out of the founder's own purse.
    Responsible,
}
