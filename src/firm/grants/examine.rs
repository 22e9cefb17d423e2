//! Examining an application for a grant: every criterion that is not met is told.

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, DateError};
use crate::money::{Money, MoneyError};
use crate::policy::{GrantCheck, GrantProgramme, GrantUnit, PolicyError, PolicyOn};
use thiserror::Error;

/// What is known of an applicant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantCase {
    /// The legal form of the business, by its id in the policy.
    pub form: String,
    /// The day of its licence.
    pub licensed: Date,
    /// The founder's group, as 高校毕业生; empty for none.
    pub group: String,
    /// The day the founder left school, if that matters.
    pub left_school: Option<Date>,
    /// The days of the founder's other licences. One that was turned into this business (个转企) is left out.
    pub other_licences: Vec<Date>,
    /// Since when the founder has been insured by this business without a break.
    pub insured_since: Option<Date>,
    /// Whether the founder is insured as a flexible worker.
    pub flexibly_insured: bool,
    /// Jobs created.
    pub jobs: u32,
}

/// What is missing, where it can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shortfall {
    /// Nothing that time mends.
    None,
    /// So many months, counted in whole months begun.
    Months(i32),
    /// So many jobs.
    Jobs(u32),
}

/// A criterion that is not met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FailedCheck {
    /// The criterion's id; `window` and `form` for the programme's own bounds.
    pub criterion: String,
    /// The rule that asks for it.
    pub rule: String,
    /// What it asks for, in Chinese.
    pub says: String,
    /// What is missing.
    pub short: Shortfall,
}

/// The answer to an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// The programme.
    pub programme: String,
    /// What is not met, in the programme's order; nothing if granted.
    pub failed: Vec<FailedCheck>,
    /// What is granted; nought if anything failed.
    pub amount: Money,
}

impl Ruling {
    /// Whether the grant is given.
    pub fn granted(&self) -> bool {
        self.failed.is_empty()
    }
}

/// Why an application cannot be examined.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum GrantError {
    /// The policy has no such programme.
    #[error("there is no programme `{0}`")]
    Unknown(String),
    /// A figure is missing.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// A sum is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A day is out of bounds.
    #[error(transparent)]
    Date(#[from] DateError),
}

/// Examines an application made on the policy's day.
pub fn examine(programme: &str, case: &GrantCase, on: &PolicyOn<'_>) -> Result<Ruling, GrantError> {
    let grant = on.policy().grant(programme).ok_or_else(|| GrantError::Unknown(programme.to_owned()))?;
    let mut failed = Vec::new();
    let mut fail = |criterion: &str, says: String, short: Shortfall| {
        let (criterion, rule) = (criterion.to_owned(), grant.rule.clone());
        failed.push(FailedCheck { criterion, rule, says, short });
    };
    if on.date() < grant.from || grant.until.is_some_and(|until| on.date() > until) {
        let until = grant.until.map_or_else(String::new, Date::chinese);
        fail("window", format!("申请时间为{}至{until}", grant.from.chinese()), Shortfall::None);
    }
    let amount = grant.amounts.iter().find(|amount| amount.forms.contains(&case.form));
    if amount.is_none() {
        fail("form", "这类主体不在对象之内".to_owned(), Shortfall::None);
    }
    for criterion in &grant.criteria {
        if let Some(short) = check(&criterion.check, case, on)? {
            fail(&criterion.id, criterion.says.clone(), short);
        }
    }
    let amount = match amount {
        Some(amount) if failed.is_empty() => granted(grant, &amount.figure, amount.per, case, on)?,
        _ => Money::ZERO,
    };
    Ok(Ruling { programme: grant.id.clone(), failed, amount })
}

fn granted(
    grant: &GrantProgramme,
    figure: &str,
    per: GrantUnit,
    case: &GrantCase,
    on: &PolicyOn<'_>,
) -> Result<Money, GrantError> {
    debug_assert!(grant.amounts.iter().any(|amount| amount.figure == figure), "the figure is the programme's");
    let each = on.money(figure)?;
    Ok(match per {
        GrantUnit::Applicant => each,
        GrantUnit::Job => each.checked_mul_int(i64::from(case.jobs))?,
    })
}

/// What is missing for a criterion, or nothing if it is met.
fn check(check: &GrantCheck, case: &GrantCase, on: &PolicyOn<'_>) -> Result<Option<Shortfall>, DateError> {
    Ok(match check {
        GrantCheck::Group(groups) => {
            let Some(group) = groups.iter().find(|group| group.name == case.group) else {
                return Ok(Some(Shortfall::None));
            };
            let in_time = match (group.left_school_within_years, case.left_school) {
                (None, _) => true,
                (Some(_), None) => false,
                (Some(years), Some(left)) => case.licensed <= left.plus_years(years)?,
            };
            (!in_time).then_some(Shortfall::None)
        }
        GrantCheck::FirstLicenceSince(since) => {
            let first = !case.other_licences.iter().any(|licence| licence >= since && *licence <= case.licensed);
            (!first).then_some(Shortfall::None)
        }
        GrantCheck::OperatingMonths(months) => missing_months(Some(case.licensed), *months, on)?,
        GrantCheck::InsuredMonths { months, easier_forms, easier_months } => {
            if easier_forms.contains(&case.form) {
                if case.flexibly_insured { None } else { missing_months(case.insured_since, *easier_months, on)? }
            } else {
                missing_months(case.insured_since, *months, on)?
            }
        }
        GrantCheck::Jobs(jobs) => {
            let short = jobs.saturating_sub(case.jobs);
            (short > 0).then_some(Shortfall::Jobs(short))
        }
    })
}

/// How many months are missing to so many since a day, on the day of applying; the corresponding day completes a month.
fn missing_months(since: Option<Date>, months: i32, on: &PolicyOn<'_>) -> Result<Option<Shortfall>, DateError> {
    let Some(since) = since else { return Ok(Some(Shortfall::Months(months))) };
    if since.plus_months(months)? <= on.date() {
        return Ok(None);
    }
    let mut complete: i32 = 0;
    while complete < months && since.plus_months(complete.saturating_add(1))? <= on.date() {
        complete = complete.saturating_add(1);
    }
    Ok(Some(Shortfall::Months(months.saturating_sub(complete))))
}
