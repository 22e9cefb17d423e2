//! A voucher that a trainee wrote otherwise than it should have been, as long as nobody has put it right: what was posted, and what
//! should have been at that moment.

use serde::{Deserialize, Serialize};

use crate::firm::VoucherLine;
use crate::firm::accounts::{AccountCode, Class, Side};
use crate::firm::ledger::VoucherId;
use crate::money::{Money, MoneyError};

/// A voucher posted wrongly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    /// The voucher as it stands in the books.
    pub voucher: VoucherId,
    /// Its summary.
    pub summary: String,
    /// What was posted.
    pub posted: Vec<VoucherLine>,
    /// What should have been.
    pub right: Vec<VoucherLine>,
}

/// What of the books is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Of {
    /// The profit.
    Profit,
    /// All that the company has, money among it.
    Assets,
    /// An account with its sub-accounts, on the side where its balance usually stands.
    Account(u32),
}

impl Slip {
    /// What the voucher as posted makes of it, less what the right one would have made.
    pub fn astray(&self, of: Of) -> Result<Money, MoneyError> {
        of.weigh(&self.posted)?.checked_sub(of.weigh(&self.right)?)
    }
}

impl Of {
    fn weigh(self, lines: &[VoucherLine]) -> Result<Money, MoneyError> {
        let sum = |which: &dyn Fn(AccountCode) -> bool| {
            Money::total(lines.iter().filter(|line| which(line.account)).map(VoucherLine::signed))
        };
        match self {
            Self::Profit => sum(&AccountCode::is_profit_and_loss)?.checked_neg(),
            Self::Assets => sum(&|account| account.class() == Class::Asset),
            Self::Account(number) => {
                let Some(code) = AccountCode::new(number) else { return Ok(Money::ZERO) };
                let within = sum(&|account| code.tree().contains(&account.index()))?;
                let side = code.account().map_or(Side::Debit, |account| account.side);
                if side == Side::Debit { Ok(within) } else { within.checked_neg() }
            }
        }
    }
}
