//! Programmes of support: grants and subsidies with their windows, amounts and criteria (facts §5.4). Whether a case
//! meets them is for the firm floor to examine.

use serde::{Deserialize, Serialize};

use super::mark::Mark;
use crate::calendar::Date;

/// A grant or subsidy that can be applied for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantProgramme {
    /// Stable name, as `startup-subsidy`.
    pub id: String,
    /// In Chinese.
    pub name: String,
    /// In English.
    pub en: String,
    /// Who decides, in Chinese.
    pub authority: String,
    /// The first day it can be applied for.
    pub from: Date,
    /// The last day it can be applied for, if one is known.
    #[serde(default)]
    pub until: Option<Date>,
    /// Who may apply, by legal form, and which figure holds the amount.
    pub amounts: Vec<GrantAmount>,
    /// What must be met, all of it, in the order in which it is examined.
    pub criteria: Vec<GrantCriterion>,
    /// The id of the rule it comes from.
    pub rule: String,
    /// How well it is known.
    pub mark: Mark,
    /// One line in Chinese: what it is and where its edges lie.
    pub note: String,
}

/// What an applicant of a legal form gets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantAmount {
    /// The legal forms, by id.
    pub forms: Vec<String>,
    /// The figure with the amount.
    pub figure: String,
    /// What it is given for.
    #[serde(default)]
    pub per: GrantUnit,
}

/// What an amount is given for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum GrantUnit {
    /// Once for the applicant.
    #[default]
    Applicant,
    /// For each job created.
    Job,
}

/// One thing a programme asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantCriterion {
    /// Stable name within the programme, as `operating`.
    pub id: String,
    /// What is checked.
    pub check: GrantCheck,
    /// What it asks for, in one Chinese sentence.
    pub says: String,
}

/// What a criterion checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GrantCheck {
    /// The founder belongs to one of these groups.
    Group(Vec<FounderGroup>),
    /// The licence is the founder's first since a day, that day included.
    FirstLicenceSince(Date),
    /// The business has run normally for so many months on the day of applying.
    OperatingMonths(i32),
    /// The founder has been insured by this business for so many months; for the forms named, a smaller number will do,
    /// or insurance as a flexible worker.
    InsuredMonths {
        /// How many.
        months: i32,
        /// The legal forms with the easier condition, by id.
        easier_forms: Vec<String>,
        /// How many for these.
        easier_months: i32,
    },
    /// So many jobs at least have been created.
    Jobs(u32),
}

/// A group of founders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FounderGroup {
    /// Its name in Chinese, as 高校毕业生.
    pub name: String,
    /// Within how many years of leaving school the licence must be issued, the corresponding day included; none if no
    /// such time is set.
    #[serde(default)]
    pub left_school_within_years: Option<i32>,
}
