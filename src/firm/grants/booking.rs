//! What a grant is in the books (facts §2.4 #33, #34; 准则69): income at once for what has been spent, deferred income for
//! what is still to come.

use crate::firm::VoucherLine;
use crate::firm::accounts;
use crate::money::{Money, MoneyError};

/// A grant for expenses already borne comes in.
pub fn received(amount: Money) -> [VoucherLine; 2] {
    [VoucherLine::debit(accounts::BANK, amount), VoucherLine::credit(accounts::GRANTS, amount)]
}

/// A grant for an asset or for later periods comes in.
pub fn received_ahead(amount: Money) -> [VoucherLine; 2] {
    [VoucherLine::debit(accounts::BANK, amount), VoucherLine::credit(accounts::DEFERRED_INCOME, amount)]
}

/// A period's part of deferred income becomes income.
pub fn earned(amount: Money) -> [VoucherLine; 2] {
    [VoucherLine::debit(accounts::DEFERRED_INCOME, amount), VoucherLine::credit(accounts::GRANTS, amount)]
}

/// What of a deferred grant is income by the end of each of `periods`, evenly, the last taking what rounding left.
pub fn spread(amount: Money, periods: u32) -> Result<Vec<Money>, MoneyError> {
    let each = amount.checked_div_int(i64::from(periods))?;
    let mut left = amount;
    let mut parts = Vec::new();
    for period in 1..=periods {
        let part = if period == periods { left } else { each.min(left) };
        left = left.checked_sub(part)?;
        parts.push(part);
    }
    Ok(parts)
}
