//! Work without a written contract: the window of double pay and what follows after a year (HR-01 to HR-03).

use super::error::PeopleError;
use super::span::span_pay;
use crate::calendar::Date;
use crate::money::Money;
use crate::policy::PolicyOn;

/// Why no contract was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The employer's doing, or nobody's.
    Employer,
    /// Force majeure.
    ForceMajeure,
    /// The employee's intent or gross negligence.
    Employee,
}

/// What working without a written contract costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DoublePay {
    /// The second wage owed for the window.
    pub amount: Money,
    /// The window's first and last day, if there is one.
    pub window: Option<(Date, Date)>,
    /// Since when the contract counts as open-ended, if a year has passed.
    pub open_ended_since: Option<Date>,
}

/// The last day to sign: a month after the first day of work.
pub fn sign_by(hired: Date, on: &PolicyOn<'_>) -> Result<Date, PeopleError> {
    Ok(on.term_from("contract.written", hired)?)
}

/// The second wage owed up to `today` (LAB-V11): from the day after the first month to the day before signing, at most
/// eleven months. After a contract that ran out, `hired` is the day after its last one (山东省劳动合同条例 57).
///
/// Source: 劳动合同法 14, 82; 实施条例 6, 7; 法释〔2025〕12号 6, 7.
pub fn double_pay(
    monthly: Money,
    hired: Date,
    signed: Option<Date>,
    today: Date,
    cause: Cause,
    on: &PolicyOn<'_>,
) -> Result<DoublePay, PeopleError> {
    let first = hired.plus_months(on.months("contract.written")?)?;
    let longest = first.plus_months(on.months("contract.double-pay.max")?)?.plus_days(-1)?;
    let unsigned_to = match signed {
        Some(day) if day <= today => day.plus_days(-1)?,
        _ => today,
    };
    let last = unsigned_to.min(longest);
    let year = hired.plus_years(on.years("contract.deemed-open-ended")?)?;
    let open_ended_since = Some(year).filter(|year| *year <= unsigned_to);
    if last < first || cause != Cause::Employer {
        return Ok(DoublePay { amount: Money::ZERO, window: None, open_ended_since });
    }
    let amount = span_pay(monthly, first, last, on)?;
    Ok(DoublePay { amount, window: Some((first, last)), open_ended_since })
}
