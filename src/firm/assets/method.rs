//! How the cost of an asset is spread over its months.

use serde::{Deserialize, Serialize};

use super::YEAR;
use crate::money::{Money, MoneyError};

/// 折旧方法.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// 年限平均法: the same each month.
    StraightLine,
    /// 双倍余额递减法: twice the straight rate on what is left, the last two years evenly (准则30 [K]).
    DoubleDeclining,
    /// 年数总和法: by the years left over the sum of the years (准则30 [K]).
    SumOfYears,
}

impl Method {
    /// Whether it can be used over so many months.
    pub(super) const fn fits(self, months: i32) -> bool {
        match self {
            Method::StraightLine => months > 0,
            Method::DoubleDeclining | Method::SumOfYears => months >= 24 && months % YEAR == 0,
        }
    }

    /// What the first `months` of `life` bear together.
    pub(super) fn charged(self, cost: Money, residual: Money, life: i32, months: i32) -> Result<Money, MoneyError> {
        let base = cost.checked_sub(residual)?;
        if months >= life {
            return Ok(base);
        }
        if self == Method::StraightLine {
            return Ok(evenly(base, life)?.checked_mul_int(i64::from(months))?.min(base));
        }
        let years = life.checked_div(YEAR).unwrap_or(0);
        let (whole, rest) = (months.checked_div(YEAR).unwrap_or(0), months.checked_rem(YEAR).unwrap_or(0));
        let mut charged = Money::ZERO;
        for year in 0..whole {
            charged = charged.checked_add(self.of_year(cost, residual, charged, years, year)?)?;
        }
        let open = self.of_year(cost, residual, charged, years, whole)?;
        charged.checked_add(evenly(open, YEAR)?.checked_mul_int(i64::from(rest))?.min(open))
    }

    /// What a year bears, counted from nought, after `charged` in the years before.
    fn of_year(self, cost: Money, residual: Money, charged: Money, years: i32, year: i32) -> Result<Money, MoneyError> {
        let left = cost.checked_sub(residual)?.checked_sub(charged)?;
        let years_left = years.saturating_sub(year);
        if years_left <= 1 {
            return Ok(left);
        }
        match self {
            Method::StraightLine => evenly(left, years_left),
            Method::DoubleDeclining if years_left == 2 => evenly(left, 2),
            Method::DoubleDeclining => {
                let twice = cost.checked_sub(charged)?.prorate(2, i64::from(years))?;
                Ok(twice.min(left))
            }
            Method::SumOfYears => {
                let years = i64::from(years);
                let sum = years.saturating_mul(years.saturating_add(1)).checked_div(2).unwrap_or(1);
                cost.checked_sub(residual)?.prorate(i64::from(years_left), sum)
            }
        }
    }
}

fn evenly(amount: Money, by: i32) -> Result<Money, MoneyError> {
    amount.checked_div_int(i64::from(by))
}
