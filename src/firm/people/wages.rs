//! Minimum wages by district and day (facts §4.2). They include what the employee pays into insurance and housing fund, and
//! do not include overtime pay, allowances and benefits.

use serde::{Deserialize, Serialize};

use super::error::PeopleError;
use crate::money::Money;
use crate::policy::{PolicyError, PolicyOn};

/// Where the wage is earned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Zone {
    /// 市内七区.
    Urban,
    /// 胶州、平度、莱西三市.
    County,
}

impl Zone {
    /// The zone of a district of the policy, by its id.
    pub fn of(district: &str, on: &PolicyOn<'_>) -> Result<Zone, PeopleError> {
        let among =
            |figure: &str| -> Result<bool, PolicyError> { Ok(on.words(figure)?.iter().any(|id| id == district)) };
        if among("min-wage.zone.urban")? {
            Ok(Zone::Urban)
        } else if among("min-wage.zone.county")? {
            Ok(Zone::County)
        } else {
            Err(PeopleError::UnknownDistrict(district.to_owned()))
        }
    }

    /// The figure with the least base of the housing fund.
    pub(super) const fn housing_fund_floor(self) -> &'static str {
        match self {
            Zone::Urban => "housing-fund.base.lower.urban",
            Zone::County => "housing-fund.base.lower.county",
        }
    }
}

/// The least a month may pay, on the day the work is done (MW-V01).
pub fn monthly(zone: Zone, on: &PolicyOn<'_>) -> Result<Money, PolicyError> {
    on.money(match zone {
        Zone::Urban => "min-wage.month.urban",
        Zone::County => "min-wage.month.county",
    })
}

/// The least an hour of part-time work may pay.
pub fn hourly(zone: Zone, on: &PolicyOn<'_>) -> Result<Money, PolicyError> {
    on.money(match zone {
        Zone::Urban => "min-wage.hour.urban",
        Zone::County => "min-wage.hour.county",
    })
}

/// What a monthly wage lacks to the minimum; nothing if it reaches it (MW-V02).
pub fn shortfall(wage: Money, zone: Zone, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    Ok(monthly(zone, on)?.checked_sub(wage)?.max(Money::ZERO))
}

/// The least that so many hours of part-time work may pay (MW-V03).
pub fn part_time_floor(zone: Zone, hours: u32, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    Ok(hourly(zone, on)?.checked_mul_int(i64::from(hours))?)
}
