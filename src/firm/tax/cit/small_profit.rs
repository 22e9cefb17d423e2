//! Who is a small low-profit enterprise (小型微利企业; CIT-02…04): income, staff and assets, all three, and no barred
//! industry. Staff and assets are averages over the quarters, compared exactly, without rounding in between.

use serde::{Deserialize, Serialize};

use crate::firm::tax::TaxError;
use crate::firm::tax::item::{nonnegative, while_it_holds};
use crate::money::Money;
use crate::policy::PolicyOn;

/// Each quarter counts with its opening and its closing value.
const ENDS: i64 = 2;

/// A company's size in one quarter; where it opened within the year, only quarters of business count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuarterSize {
    /// Staff at the quarter's beginning and end, dispatched workers included.
    pub staff: (u32, u32),
    /// Total assets at the quarter's beginning and end.
    pub assets: (Money, Money),
}

/// What the conditions are held against, income apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size<'a> {
    /// Whether the state restricts or forbids its industry.
    pub barred_industry: bool,
    /// The quarters so far, one to four.
    pub quarters: &'a [QuarterSize],
}

impl Size<'_> {
    /// How many values an average is over.
    fn values(&self) -> Result<i64, TaxError> {
        match self.quarters.len() {
            1..=4 => Ok(i64::try_from(self.quarters.len()).unwrap_or(0).saturating_mul(ENDS)),
            _ => Err(TaxError::OutOfRange("quarters")),
        }
    }

    /// In fen; wider than an amount, since eight of them need not fit one.
    fn assets_sum(&self) -> Result<i128, TaxError> {
        let mut sum = 0_i128;
        for quarter in self.quarters {
            for assets in [quarter.assets.0, quarter.assets.1] {
                sum = sum.saturating_add(i128::from(nonnegative(assets, "assets")?.fen()));
            }
        }
        Ok(sum)
    }

    /// The year's average assets, to the fen, for showing.
    pub fn average_assets(&self) -> Result<Money, TaxError> {
        let values = i128::from(self.values()?);
        let twice = self.assets_sum()?.saturating_mul(2).saturating_add(values);
        let average = twice.checked_div(values.saturating_mul(2)).unwrap_or(0);
        Ok(Money::try_from_fen(i64::try_from(average).unwrap_or(i64::MAX))?)
    }

    /// Whether the average staff is within a limit, that included.
    fn staff_within(&self, limit: i64) -> Result<bool, TaxError> {
        let sum = self.quarters.iter().fold(0_i64, |sum, quarter| {
            sum.saturating_add(i64::from(quarter.staff.0)).saturating_add(i64::from(quarter.staff.1))
        });
        Ok(sum <= limit.saturating_mul(self.values()?))
    }

    /// Whether the average assets are within a limit, that included.
    fn assets_within(&self, limit: Money) -> Result<bool, TaxError> {
        Ok(self.assets_sum()? <= i128::from(limit.fen()).saturating_mul(i128::from(self.values()?)))
    }
}

/// Whether a company with this taxable income and size is one on the day; never where the concession has ended.
pub fn is_small_profit(taxable: Money, size: &Size<'_>, on: PolicyOn<'_>) -> Result<bool, TaxError> {
    let Some(income_limit) = while_it_holds(on.money("cit.small.income"))? else {
        return Ok(false);
    };
    let staff = size.staff_within(on.count("cit.small.staff")?)?;
    let assets = size.assets_within(on.money("cit.small.assets")?)?;
    Ok(!size.barred_industry && taxable <= income_limit && staff && assets)
}
