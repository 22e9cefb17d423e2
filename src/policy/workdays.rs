//! The yearly holiday notice: which days offices rest and which weekend days they work instead.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;

/// One year's notice on holidays and the working days moved by them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HolidayNotice {
    /// The year it is for.
    pub year: i16,
    /// The id of the notice among the rules.
    pub rule: String,
    /// Rests, first and last day of each.
    pub rests: Vec<(Date, Date)>,
    /// Weekend days that are worked.
    pub worked: Vec<Date>,
    /// The statutory holidays among the rests, on which work is paid threefold; the other rests are days off moved.
    #[serde(default)]
    pub statutory: Vec<Date>,
}

impl HolidayNotice {
    /// Whether offices work on the day, if the notice says anything about it.
    pub(super) fn says(&self, date: Date) -> Option<bool> {
        if self.worked.contains(&date) {
            Some(true)
        } else if self.rests.iter().any(|(first, last)| date >= *first && date <= *last) {
            Some(false)
        } else {
            None
        }
    }
}
