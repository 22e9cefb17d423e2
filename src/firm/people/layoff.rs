//! Layoffs: when cutting staff needs the reasons and steps of article 41 (HR-16).

use super::error::PeopleError;
use crate::calendar::Date;
use crate::policy::PolicyOn;

/// Whether so many dismissals of so many staff are a layoff of article 41: twenty or more, or a tenth or more. Below it,
/// each dismissal still needs a ground of articles 36, 39 or 40 (LAB-V15). Refuses more dismissals than staff.
pub fn is_layoff(dismissed: u32, staff: u32, on: &PolicyOn<'_>) -> Result<bool, PeopleError> {
    if dismissed > staff {
        return Err(PeopleError::BadCount);
    }
    let share = on.ratio("layoff.share")?;
    let tenth = u64::from(dismissed).saturating_mul(u64::from(share.den))
        >= u64::from(staff).saturating_mul(u64::from(share.num));
    let many = i64::from(dismissed) >= on.count("layoff.people")?;
    Ok(dismissed > 0 && (many || tenth))
}

/// The first day on which staff explained to on a day may be dismissed.
pub fn earliest_dismissal(explained: Date, on: &PolicyOn<'_>) -> Result<Date, PeopleError> {
    Ok(on.term_from("notice.layoff", explained)?.plus_days(1)?)
}
