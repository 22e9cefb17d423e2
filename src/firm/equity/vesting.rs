//! Vesting: shares earned over time, none before the cliff.

use serde::{Deserialize, Serialize};

use super::EquityError;
use crate::calendar::Date;

/// A vesting plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vesting {
    shares: u64,
    start: Date,
    cliff_months: u32,
    months: u32,
}

impl Vesting {
    /// Shares earned evenly by month over `months`, none before `cliff_months` have passed (48 and 12 are usual).
    pub fn new(shares: u64, start: Date, cliff_months: u32, months: u32) -> Result<Vesting, EquityError> {
        if months == 0 || cliff_months > months || months > 600 {
            return Err(EquityError::Vesting);
        }
        Ok(Vesting { shares, start, cliff_months, months })
    }

    /// All shares of the plan.
    pub fn shares(&self) -> u64 {
        self.shares
    }

    /// The shares earned by the end of a day, rounded down; all of them once the months have passed.
    pub fn vested(&self, date: Date) -> u64 {
        let passed = self.months_passed(date);
        if passed < self.cliff_months {
            return 0;
        }
        let passed = u128::from(passed.min(self.months));
        let exact = u128::from(self.shares).saturating_mul(passed).checked_div(u128::from(self.months)).unwrap_or(0);
        u64::try_from(exact).unwrap_or(self.shares)
    }

    /// What goes back if the holder leaves on the day.
    pub fn forfeited(&self, date: Date) -> u64 {
        self.shares.saturating_sub(self.vested(date))
    }

    /// Whole months since the start; a month is complete on its corresponding day.
    fn months_passed(&self, date: Date) -> u32 {
        let complete = |months: &u32| {
            let day = i32::try_from(*months).ok().and_then(|months| self.start.plus_months(months).ok());
            day.is_some_and(|day| day <= date)
        };
        let passed = (1..=self.months).take_while(complete).count();
        u32::try_from(passed).unwrap_or(0)
    }
}
