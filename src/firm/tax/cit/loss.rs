//! Amounts carried from year to year: losses (CIT-09; 企业所得税法18) and, in the same form, donations.

use serde::{Deserialize, Serialize};

use crate::firm::tax::TaxError;
use crate::firm::tax::item::nonnegative;
use crate::money::Money;
use crate::policy::PolicyOn;

/// An amount that arose in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearAmount {
    /// The year it arose in.
    pub year: i16,
    /// How much is left of it; nought or more.
    pub amount: Money,
}

/// What became of carried amounts in a year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    /// What was used, oldest first.
    pub used: Vec<YearAmount>,
    /// What goes on to the next year.
    pub left: Vec<YearAmount>,
    /// What may no longer be used after this year.
    pub lapsed: Vec<YearAmount>,
}

impl Carried {
    /// All that was used.
    pub fn total_used(&self) -> Result<Money, TaxError> {
        Ok(Money::total(self.used.iter().map(|one| one.amount))?)
    }
}

/// Uses carried amounts, oldest first, up to `room`, in `year`. An amount may be used in the `years` years after its own:
/// one of 2021 with five years last in 2026. `carried` is in order of years, all before `year`.
pub fn carry(room: Money, year: i16, carried: &[YearAmount], years: i32) -> Result<Carried, TaxError> {
    if !carried.is_sorted_by_key(|one| one.year) || carried.last().is_some_and(|last| last.year >= year) {
        return Err(TaxError::OutOfRange("carried"));
    }
    let mut room = room.max(Money::ZERO);
    let mut result = Carried::default();
    for one in carried {
        let amount = nonnegative(one.amount, "carried")?;
        let age = i32::from(year).saturating_sub(i32::from(one.year));
        let used = if age <= years { amount.min(room) } else { Money::ZERO };
        room = room.checked_sub(used)?;
        let rest = YearAmount { year: one.year, amount: amount.checked_sub(used)? };
        if used.is_positive() {
            result.used.push(YearAmount { year: one.year, amount: used });
        }
        if rest.amount.is_positive() {
            if age < years { result.left.push(rest) } else { result.lapsed.push(rest) }
        }
    }
    Ok(result)
}

/// For how many years a loss may be made good; longer for high-tech enterprises and technology-based small enterprises.
pub fn loss_years(extended: bool, on: PolicyOn<'_>) -> Result<i32, TaxError> {
    Ok(on.years(if extended { "cit.loss.years-extended" } else { "cit.loss.years" })?)
}
