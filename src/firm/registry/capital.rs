//! Paying in the capital: the last day (REG-02, 公司法47) and the notice of forfeiture (REG-05, 公司法51–52).

use crate::calendar::Date;
use crate::policy::{PolicyError, PolicyOn};

/// The last day on which the capital may be paid in: the term of the law after founding, the day itself included (REG-V01).
pub fn last_day_to_pay_in(founded: Date, on: &PolicyOn<'_>) -> Result<Date, PolicyError> {
    on.term_from("capital.term", founded)
}

/// The first day on which a notice of forfeiture may be sent, after a call to pay sent on `called` (REG-V02). The board's
/// resolution and writing are asked for beside it.
pub fn first_day_to_forfeit(called: Date, on: &PolicyOn<'_>) -> Result<Date, PolicyError> {
    let grace_ends = on.term_from("capital.forfeiture-grace", called)?;
    Ok(grace_ends.plus_days(1).unwrap_or(grace_ends))
}
