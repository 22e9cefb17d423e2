//! Quarterly prepayment on the profit of the year so far (CIT-05, CIT-V06; 税务总局公告2023年第6号).

use serde::{Deserialize, Serialize};

use super::rate::{Company, Regime, assess};
use crate::firm::tax::item::nonnegative;
use crate::firm::tax::{TaxEntry, TaxError, TaxItem};
use crate::money::Money;
use crate::policy::PolicyOn;

/// The year so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearToDate<'a> {
    /// 利润总额本年累计; below nought for a loss.
    pub profit: Money,
    /// Losses of earlier years that may still be made good; nought or more.
    pub losses: Money,
    /// Prepaid for the year's earlier quarters.
    pub prepaid: Money,
    /// What decides on the rate, as it stands at the quarter's end.
    pub company: Company<'a>,
}

/// What a quarter's prepayment comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prepayment {
    /// 实际利润额: profit less losses, not below nought.
    pub taxable: Money,
    /// The regime taken.
    pub regime: Regime,
    /// The tax on the year so far.
    pub due: Money,
    /// What is paid now; never below nought, too much is settled with the year.
    pub payable: Money,
}

impl Prepayment {
    /// The entry that accrues it.
    pub fn entry(&self) -> Option<TaxEntry> {
        TaxItem::CorporateIncomeTax.entry(self.payable)
    }
}

/// Works out a quarter's prepayment. `on` is the policy of the quarter's last day.
pub fn prepay(year: &YearToDate<'_>, on: PolicyOn<'_>) -> Result<Prepayment, TaxError> {
    let losses = nonnegative(year.losses, "losses")?;
    let taxable = year.profit.max(Money::ZERO).checked_sub(losses)?.max(Money::ZERO);
    let (regime, line) = assess(taxable, &year.company, on)?;
    let payable = line.payable.checked_sub(nonnegative(year.prepaid, "prepaid")?)?.max(Money::ZERO);
    Ok(Prepayment { taxable, regime, due: line.payable, payable })
}
