//! What not paying costs: late fees and assessments of social insurance, fines, and wages ordered to be paid (facts §4.5).

use super::error::PeopleError;
use crate::money::Money;
use crate::policy::PolicyOn;

/// The late fee on contributions owed for so many calendar days, rounded once (SI-V02).
///
/// Source: 社会保险法 86.
pub fn late_fee(owed: Money, days: u32, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    Ok(owed.checked_mul_int(i64::from(days))?.at(on.rate("social.late-fee")?)?)
}

/// What is assessed for a month that was not declared, by the month before (SI-V03; 社会保险法 62).
pub fn assessed(last_month: Money, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    Ok(last_month.at(on.rate("social.assessed")?)?)
}

/// The fine for contributions that are not paid, or an employer that is not registered, after an order: the least and the
/// most, in multiples of what is owed.
pub fn fine(owed: Money, on: &PolicyOn<'_>) -> Result<(Money, Money), PeopleError> {
    let low = owed.checked_mul_int(on.count("social.fine.low")?)?;
    Ok((low, owed.checked_mul_int(on.count("social.fine.high")?)?))
}

/// What is paid on top of wages, overtime or severance that an order did not bring in: the least and the most (HR-24).
///
/// Source: 劳动合同法 85.
pub fn ordered_extra(owed: Money, on: &PolicyOn<'_>) -> Result<(Money, Money), PeopleError> {
    Ok((owed.at(on.rate("arrears.extra.low")?)?, owed.at(on.rate("arrears.extra.high")?)?))
}

/// Whether an employer of so many staff need not pay the disability fund (K).
pub fn disability_fund_exempt(staff: u32, on: &PolicyOn<'_>) -> Result<bool, PeopleError> {
    Ok(i64::from(staff) <= on.count("disability-fund.exempt")?)
}
