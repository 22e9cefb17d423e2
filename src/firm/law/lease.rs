//! Leases: their longest term, when they are written, who repairs and who may buy first (facts §6.9, CTR-V03).

use super::error::LawError;
use crate::calendar::Date;
use crate::policy::PolicyOn;

/// How long a lease holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeaseTerm {
    /// The last day that holds.
    pub last: Date,
    /// Whether the contract goes beyond it; the rest is void.
    pub cut: bool,
    /// Whether it is to be in writing; else it is of indefinite length.
    pub written: bool,
}

/// How long a lease of these days holds: at most twenty years (民法典 705, 707).
pub fn term(first: Date, last: Date, on: &PolicyOn<'_>) -> Result<LeaseTerm, LawError> {
    if last < first {
        return Err(LawError::DatesOutOfOrder);
    }
    let longest = first.plus_years(on.years("lease.max")?)?.plus_days(-1)?;
    let half_year = first.plus_months(on.months("lease.written")?)?.plus_days(-1)?;
    Ok(LeaseTerm { last: last.min(longest), cut: last > longest, written: last >= half_year })
}

/// Who repairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repairs {
    /// The lessor.
    Lessor,
    /// The lessee.
    Lessee,
}

/// Who repairs by a contract: the lessor where nothing else is agreed (民法典 712).
pub fn repairs(agreed: Option<Repairs>) -> Repairs {
    agreed.unwrap_or(Repairs::Lessor)
}

/// Whether the lessee may buy first when the thing is sold: only a house (民法典 726).
pub fn may_buy_first(is_house: bool) -> bool {
    is_house
}
