//! The difference paid once a year's new bases are announced: for each month before, what the new base asks more (补差).

use super::contributions::{BaseMode, Contributions, Scheme, Shares, social, social_bounds};
use super::error::PeopleError;
use crate::calendar::Date;
use crate::money::Money;
use crate::policy::Policy;

/// The difference for the months of the year before the one in which the new bases are first used (SI-V01).
///
/// `wages` are the month's first days and gross wages already paid on last year's bounds; months from the switch on and
/// other years' are passed over. `social_base` of the answer is the sum of the bases' differences. Each insurance of each
/// month is rounded on both bases, as it was and will be declared; the housing fund has no difference.
pub fn difference(
    year: i16,
    wages: &[(Date, Money)],
    scheme: &Scheme,
    policy: &Policy,
) -> Result<Contributions, PeopleError> {
    let switch = policy.at(Date::new(year, 1, 1)?).count("social.base.switch-month")?;
    let mut sum = Contributions::default();
    for (month, gross) in wages {
        if month.year() != year || i64::from(month.month()) >= switch {
            continue;
        }
        let on = policy.at(*month);
        let (old_lower, old_upper) = social_bounds(*month, BaseMode::Announced, policy)?;
        let (new_lower, new_upper) = social_bounds(*month, BaseMode::WholeYear, policy)?;
        let paid = social((*gross).max(old_lower).min(old_upper), scheme, &on)?;
        let owed = social((*gross).max(new_lower).min(new_upper), scheme, &on)?;
        sum = Contributions {
            social_base: grow(sum.social_base, paid.social_base, owed.social_base)?,
            pension: grow_shares(sum.pension, paid.pension, owed.pension)?,
            medical: grow_shares(sum.medical, paid.medical, owed.medical)?,
            unemployment: grow_shares(sum.unemployment, paid.unemployment, owed.unemployment)?,
            injury: grow_shares(sum.injury, paid.injury, owed.injury)?,
            ..Contributions::default()
        };
    }
    Ok(sum)
}

fn grow(sum: Money, paid: Money, owed: Money) -> Result<Money, PeopleError> {
    Ok(sum.checked_add(owed.checked_sub(paid)?)?)
}

fn grow_shares(sum: Shares, paid: Shares, owed: Shares) -> Result<Shares, PeopleError> {
    Ok(Shares {
        employer: grow(sum.employer, paid.employer, owed.employer)?,
        employee: grow(sum.employee, paid.employee, owed.employee)?,
    })
}
