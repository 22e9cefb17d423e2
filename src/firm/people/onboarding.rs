//! The days by which a new employee, and one who leaves, must be declared (facts §4.5, §4.8).

use super::error::PeopleError;
use crate::calendar::Date;
use crate::policy::PolicyOn;

/// What is due after somebody starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HireDeadlines {
    /// The written contract.
    pub contract: Date,
    /// Social insurance.
    pub social_insurance: Date,
    /// The housing fund.
    pub housing_fund: Date,
    /// The employment filing.
    pub employment_filing: Date,
}

/// The last days for an employee whose first day of work this is. Rest days do not prolong them here.
pub fn after_hiring(first: Date, on: &PolicyOn<'_>) -> Result<HireDeadlines, PeopleError> {
    Ok(HireDeadlines {
        contract: on.term_from("contract.written", first)?,
        social_insurance: on.term_from("hire.social-insurance", first)?,
        housing_fund: on.term_from("hire.housing-fund", first)?,
        employment_filing: on.term_from("hire.employment-filing", first)?,
    })
}

/// What is due after somebody leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeavingDeadlines {
    /// The certificate of leaving: at once.
    pub certificate: Date,
    /// Files and social insurance are moved.
    pub transfer: Date,
    /// The housing fund's account is settled.
    pub housing_fund: Date,
    /// Until when the contract's text is kept.
    pub contract_kept: Date,
}

/// The last days for an employee whose last day this is (HR-22).
pub fn after_leaving(last: Date, on: &PolicyOn<'_>) -> Result<LeavingDeadlines, PeopleError> {
    Ok(LeavingDeadlines {
        certificate: last,
        transfer: on.term_from("leaving.transfer", last)?,
        housing_fund: on.term_from("hire.housing-fund", last)?,
        contract_kept: on.term_from("contract.kept", last)?,
    })
}

/// The first month for which the housing fund is paid: the second month of work for a first job, else the month of the
/// first wage; as its first day (住房公积金管理条例 17).
pub fn housing_fund_from(first: Date, first_job: bool) -> Result<Date, PeopleError> {
    let month = first.first_of_month();
    Ok(if first_job { month.plus_months(1)? } else { month })
}

/// The last day to remit the housing fund after a payday.
pub fn remit_by(payday: Date, on: &PolicyOn<'_>) -> Result<Date, PeopleError> {
    Ok(on.term_from("housing-fund.remit", payday)?)
}
