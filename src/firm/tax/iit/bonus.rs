//! The year-end bonus (全年一次性奖金): taxed apart by the monthly table, or together with the year's other income
//! (财政部 税务总局公告2023年第30号). Its quick deduction counts once, so the tax jumps at each edge: a trap worth knowing.

use serde::{Deserialize, Serialize};

use crate::firm::tax::TaxError;
use crate::firm::tax::item::{nonnegative, while_it_holds};
use crate::money::Money;
use crate::policy::PolicyOn;

/// Months that a bonus is spread over to find its bracket.
const MONTHS: i64 = 12;

/// Which way a bonus is taxed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BonusWay {
    /// Apart, by the monthly table.
    Separate,
    /// As part of comprehensive income.
    Combined,
}

/// The two ways beside one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BonusChoice {
    /// The tax if taxed apart; none on days when that is not offered.
    pub separate: Option<Money>,
    /// The tax that it adds to the year if taken into comprehensive income.
    pub combined: Money,
    /// The way with less tax; together if both are equal.
    pub better: BonusWay,
}

/// The tax on a bonus taxed apart; none on days when that is not offered.
///
/// The bracket is that of a twelfth, found without rounding; the tax is the whole bonus at its rate less its quick
/// deduction.
pub fn separate(bonus: Money, on: PolicyOn<'_>) -> Result<Option<Money>, TaxError> {
    let bonus = nonnegative(bonus, "bonus")?;
    let Some(table) = while_it_holds(on.brackets("iit.bonus.brackets"))? else {
        return Ok(None);
    };
    for bracket in table.all() {
        let within = match bracket.to {
            Some(to) => bonus <= to.checked_mul_int(MONTHS)?,
            None => true,
        };
        if within {
            return Ok(Some(bonus.at(bracket.rate)?.checked_sub(bracket.quick)?.max(Money::ZERO)));
        }
    }
    Err(TaxError::OutOfRange("bonus"))
}

/// Compares the two ways. `other_taxable` is the year's taxable comprehensive income without the bonus, after all
/// deductions; below nought where deductions are left over.
pub fn choose(bonus: Money, other_taxable: Money, on: PolicyOn<'_>) -> Result<BonusChoice, TaxError> {
    let table = on.brackets("iit.comprehensive.brackets")?;
    let together = table.tax_on(other_taxable.checked_add(nonnegative(bonus, "bonus")?)?)?;
    let combined = together.checked_sub(table.tax_on(other_taxable)?)?;
    let separate = separate(bonus, on)?;
    let better = match separate {
        Some(apart) if apart < combined => BonusWay::Separate,
        Some(_) | None => BonusWay::Combined,
    };
    Ok(BonusChoice { separate, combined, better })
}
