//! Fixed, intangible and deferred assets: how long they last at least, what of their cost each month bears, and what is
//! booked when they go (facts §2.3, §2.4 #27, #28). Amounts booked so far are asked of the ledger, not kept here.

mod disposal;
mod method;
mod register;

use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use disposal::{Disposal, Sale};
pub use method::Method;
pub use register::AssetRegister;

use super::accounts::{self, AccountCode};
use super::ledger::{AssetId, Period};
use crate::calendar::{Date, DateError};
use crate::money::{Money, MoneyError};
use crate::policy::{PolicyError, PolicyOn};

/// Months in a year.
const YEAR: i32 = 12;

/// What kind of thing an asset is; the kind decides its least life, its accounts and the month it starts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AssetKind {
    /// 房屋、建筑物.
    Building,
    /// 飞机、火车、轮船、机器、机械和其他生产设备.
    Machinery,
    /// 器具、工具、家具.
    Tools,
    /// 其他运输工具.
    Vehicle,
    /// 电子设备.
    Electronics,
    /// 林木类生产性生物资产.
    Timber,
    /// 畜类生产性生物资产.
    Livestock,
    /// 无形资产 without a term agreed on.
    Intangible,
    /// 无形资产 with a term that law or contract sets.
    IntangibleForTerm,
    /// 租入固定资产的改建支出: over what is left of the lease.
    LeaseholdImprovement,
    /// 其他长期待摊费用.
    OtherDeferred,
}

impl AssetKind {
    /// The figure of its least life; none where lease or contract sets the life.
    pub const fn least_life(self) -> Option<&'static str> {
        match self {
            AssetKind::Building => Some("asset.life.building"),
            AssetKind::Machinery => Some("asset.life.machinery"),
            AssetKind::Tools => Some("asset.life.tools"),
            AssetKind::Vehicle => Some("asset.life.vehicle"),
            AssetKind::Electronics => Some("asset.life.electronics"),
            AssetKind::Timber => Some("asset.life.timber"),
            AssetKind::Livestock => Some("asset.life.livestock"),
            AssetKind::Intangible => Some("asset.life.intangible"),
            AssetKind::OtherDeferred => Some("asset.life.deferred"),
            AssetKind::IntangibleForTerm | AssetKind::LeaseholdImprovement => None,
        }
    }

    /// The account of its cost.
    pub const fn cost_account(self) -> AccountCode {
        match self {
            AssetKind::Building
            | AssetKind::Machinery
            | AssetKind::Tools
            | AssetKind::Vehicle
            | AssetKind::Electronics => accounts::FIXED_ASSETS,
            AssetKind::Timber | AssetKind::Livestock => accounts::BIOLOGICAL_ASSETS,
            AssetKind::Intangible | AssetKind::IntangibleForTerm => accounts::INTANGIBLES,
            AssetKind::LeaseholdImprovement | AssetKind::OtherDeferred => accounts::DEFERRED_COSTS,
        }
    }

    /// The account that its charges gather in; 长期待摊费用 is written down itself.
    pub const fn charge_account(self) -> AccountCode {
        match self {
            AssetKind::Building
            | AssetKind::Machinery
            | AssetKind::Tools
            | AssetKind::Vehicle
            | AssetKind::Electronics => accounts::DEPRECIATION,
            AssetKind::Timber | AssetKind::Livestock => accounts::BIOLOGICAL_DEPRECIATION,
            AssetKind::Intangible | AssetKind::IntangibleForTerm => accounts::AMORTISATION,
            AssetKind::LeaseholdImprovement | AssetKind::OtherDeferred => accounts::DEFERRED_COSTS,
        }
    }

    /// Whether it is amortised from the month itself, not from the one after (准则41), and no longer in the month it goes.
    pub const fn is_intangible(self) -> bool {
        matches!(self, AssetKind::Intangible | AssetKind::IntangibleForTerm)
    }
}

/// An asset as it was bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asset {
    id: AssetId,
    name: String,
    kind: AssetKind,
    cost: Money,
    residual: Money,
    months: i32,
    method: Method,
    in_use: Date,
    bears: AccountCode,
    gone: Option<Date>,
}

/// What is said of an asset when it is bought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: AssetKind,
    /// What it cost, input VAT that may be deducted left out; above nought.
    pub cost: Money,
    /// What it will be worth at the end; nought to the cost.
    pub residual: Money,
    /// Over how many months the cost is spread.
    pub months: i32,
    /// How.
    pub method: Method,
    /// The day it is put to use, or the cost arose.
    pub in_use: Date,
    /// The account that bears the charges: 管理费用—折旧, 销售费用—折旧, 制造费用.
    pub bears: AccountCode,
}

/// Why an asset is not taken or not disposed of so.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AssetError {
    /// The cost would be spread over too short a time.
    #[error("{months} months are fewer than the {least} of {rule}")]
    LifeTooShort {
        /// The months asked for.
        months: i32,
        /// The fewest months.
        least: i32,
        /// The rule's id.
        rule: String,
    },
    /// The cost is not above nought, or the residual value not within it.
    #[error("a cost of {cost} with {residual} left at the end cannot be")]
    Value {
        /// The cost.
        cost: Money,
        /// The residual value.
        residual: Money,
    },
    /// An accelerated method needs whole years, at least two.
    #[error("an accelerated method needs two whole years or more, not {0} months")]
    WholeYears(i32),
    /// There is no such asset, or it has gone.
    #[error("there is no such asset in use")]
    NotInUse,
    /// A figure of law is missing.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// A sum is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A date is out of bounds.
    #[error(transparent)]
    Date(#[from] DateError),
}

impl Asset {
    /// An asset, if cost, life and method can be so on that day (企业所得税法实施条例60, 64, 67, 70).
    pub fn new(id: AssetId, bought: Purchase, on: &PolicyOn<'_>) -> Result<Asset, AssetError> {
        let Purchase { name, kind, cost, residual, months, method, in_use, bears } = bought;
        if !cost.is_positive() || residual.is_negative() || residual > cost {
            return Err(AssetError::Value { cost, residual });
        }
        let (least, rule) = match kind.least_life() {
            Some(figure) => (on.years(figure)?.saturating_mul(YEAR), on.figure(figure)?.rule),
            None => (1, "small-standard-41"),
        };
        if months < least {
            return Err(AssetError::LifeTooShort { months, least, rule: rule.to_owned() });
        }
        if !method.fits(months) {
            return Err(AssetError::WholeYears(months));
        }
        Ok(Asset { id, name, kind, cost, residual, months, method, in_use, bears, gone: None })
    }

    /// Its number.
    pub fn id(&self) -> AssetId {
        self.id
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is.
    pub fn kind(&self) -> AssetKind {
        self.kind
    }

    /// What it cost.
    pub fn cost(&self) -> Money {
        self.cost
    }

    /// The day it went.
    pub fn gone(&self) -> Option<Date> {
        self.gone
    }

    /// The first month that bears a charge: the one after it was put to use; for intangibles that very month.
    pub fn first_period(&self) -> Result<Period, DateError> {
        Period::of(self.in_use).plus_months(i32::from(!self.kind.is_intangible()))
    }

    /// How many months have borne a charge when this one is over.
    fn months_charged(&self, period: Period) -> Result<i32, DateError> {
        let last = match self.gone {
            // The month it goes still bears a charge (条例59), but not an intangible's (准则41).
            Some(day) => {
                period.min(Period::of(day).plus_months(i32::from(self.kind.is_intangible()).saturating_neg())?)
            }
            None => period,
        };
        let count = self.first_period()?.months_until(last).saturating_add(1);
        Ok(count.clamp(0, self.months))
    }

    /// What the months up to and including this one bear together, half-up to the fen each; the last takes what is left.
    pub fn charged_through(&self, period: Period) -> Result<Money, AssetError> {
        let months = self.months_charged(period)?;
        Ok(self.method.charged(self.cost, self.residual, self.months, months)?)
    }

    /// What a month bears.
    pub fn charge(&self, period: Period) -> Result<Money, AssetError> {
        let before = self.charged_through(period.plus_months(-1)?)?;
        Ok(self.charged_through(period)?.checked_sub(before)?)
    }
}
