//! What the counter has in its drawers: legal forms, districts, scope entries, licences, proofs, documents, steps.

use serde::{Deserialize, Serialize};

use super::duty::Term;
use super::mark::Mark;
use crate::money::Money;

/// A legal form, one column of facts §1.2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntityForm {
    /// Stable name, as `llc`.
    pub id: String,
    /// In Chinese.
    pub name: String,
    /// In English.
    pub en: String,
    /// The fewest investors.
    pub investors_min: u32,
    /// The most investors, if the law sets a number.
    #[serde(default)]
    pub investors_max: Option<u32>,
    /// Who answers for debts, in one sentence.
    pub liability: String,
    /// Whether it is a legal person.
    pub legal_person: bool,
    /// Whether labour may be contributed, in one sentence.
    pub labour_contribution: String,
    /// How income is taxed, in one sentence.
    pub income_tax: String,
    /// The founding document, empty if none is needed.
    pub constitution: String,
    /// How long there is to pay in the capital, in one sentence.
    pub capital_term: String,
    /// Whether the beneficial owner is to be filed.
    pub beneficial_owner: OwnerDuty,
    /// What a name of this form may end in.
    pub organisations: Vec<String>,
    /// Whom its application names.
    pub office: OfficeForm,
    /// The first two characters of its unified credit code.
    pub code_prefix: String,
    /// The id of the rule it comes from.
    pub rule: String,
    /// How well it is known.
    pub mark: Mark,
}

/// Whether a legal form has officers to name in its application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OfficeForm {
    /// A legal representative, directors, a manager, perhaps a supervisor.
    Company,
    /// An operator, an investor or a managing partner.
    Owner,
}

/// Whether a legal form must file its beneficial owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnerDuty {
    /// It need not.
    None,
    /// It must, unless it may and does promise that it is excused.
    FileOrPromise,
}

/// The city or one of its districts, with the code of its registration authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct District {
    /// Stable name, as `shinan`.
    pub id: String,
    /// Its full name, as 市南区.
    pub name: String,
    /// Its name without the last word, where a company name may use that: 青岛 for 青岛市.
    #[serde(default)]
    pub short: Option<String>,
    /// The city it belongs to, whose name must precede it; none for the city itself and for cities of county rank.
    #[serde(default)]
    pub under: Option<String>,
    /// Six digits (GB/T 2260).
    pub code: String,
    /// The registration authority in Chinese.
    pub authority: String,
    /// How well it is known.
    pub mark: Mark,
}

/// An entry of the catalogue of standard scope wordings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScopeEntry {
    /// Stable name, as `catering`.
    pub id: String,
    /// The standard wording.
    pub text: String,
    /// Whether it may be done without asking first.
    pub kind: ScopeKind,
    /// The licence or filing it needs.
    #[serde(default)]
    pub licence: Option<String>,
    /// Words of a name's third part that it goes with.
    #[serde(default)]
    pub industries: Vec<String>,
    /// How well it is known.
    pub mark: Mark,
}

/// The two halves of a registered business scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ScopeKind {
    /// 一般项目: free to begin once registered (a filing may be due).
    General,
    /// 许可项目: only with a licence.
    Licensed,
}

/// A licence or a filing that an activity needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// Stable name, as `food-business`.
    pub id: String,
    /// In Chinese.
    pub name: String,
    /// In English.
    pub en: String,
    /// Before registration, after it, or only a filing.
    pub kind: LicenceKind,
    /// Who grants or takes it, in Chinese.
    pub authority: String,
    /// How long the authority has, or by when to file; none if the law sets no number.
    #[serde(default)]
    pub term: Option<Term>,
    /// The years it is good for, if the law sets a number.
    #[serde(default)]
    pub valid_years: Option<i32>,
    /// The least registered capital it asks for.
    #[serde(default)]
    pub capital_min: Option<Money>,
    /// The id of the rule it comes from.
    pub rule: String,
    /// How well it is known.
    pub mark: Mark,
    /// One line in Chinese: when it is needed.
    pub note: String,
}

/// When an activity's paper is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LicenceKind {
    /// 前置审批: registration itself needs it.
    BeforeRegistration,
    /// 后置审批: the activity may begin only with it.
    AfterRegistration,
    /// 备案: to be filed; no licence.
    Filing,
}

/// A kind of premises and the proof it needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PremisesKind {
    /// Stable name, as `leased`.
    pub id: String,
    /// In Chinese.
    pub name: String,
    /// In English.
    pub en: String,
    /// The proofs, in Chinese.
    pub proofs: Vec<String>,
    /// The id of the rule it comes from.
    pub rule: String,
    /// How well it is known.
    pub mark: Mark,
}

/// A document of founding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentKind {
    /// Stable name, as `application`.
    pub id: String,
    /// In Chinese.
    pub name: String,
    /// In English.
    pub en: String,
    /// The legal forms whose founding needs it, by id.
    pub forms: Vec<String>,
    /// The step of [`SetupStep`] it is handed in at or comes out of.
    pub step: String,
    /// The id of the rule it comes from.
    pub rule: String,
    /// How well it is known.
    pub mark: Mark,
}

/// A step from the name to the last registration, one row of facts §1.7.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetupStep {
    /// Stable name, as `name`.
    pub id: String,
    /// Its place in the order.
    pub order: u32,
    /// In Chinese.
    pub name: String,
    /// In English.
    pub en: String,
    /// The venue where it is done.
    pub venue: String,
    /// How long the authority or the founder has, in Chinese.
    pub term: String,
    /// The id of the rule it comes from.
    pub rule: String,
    /// How well it is known.
    pub mark: Mark,
}
