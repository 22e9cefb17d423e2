//! What the authority objects to: each objection with its field, its rule and what it names.

use serde::{Deserialize, Serialize};

use super::application::ApplicationField;

/// An objection to an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deficiency {
    /// The field.
    pub field: ApplicationField,
    /// What is wrong.
    pub code: DeficiencyCode,
    /// The rule's id.
    pub rule: String,
    /// What the message names: a word, a date, an amount.
    pub what: String,
}

impl Deficiency {
    pub(super) fn new(
        field: ApplicationField,
        code: DeficiencyCode,
        rule: &str,
        what: &(impl ToString + ?Sized),
    ) -> Self {
        Self { field, code, rule: rule.to_owned(), what: what.to_string() }
    }

    /// Named values of its message.
    pub fn args(&self) -> Vec<(String, String)> {
        vec![("what".to_owned(), self.what.clone()), ("field".to_owned(), self.field.id().to_owned())]
    }
}

/// Kinds of objections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DeficiencyCode {
    /// The field is not filled.
    Missing,
    /// The name's region is neither the city nor a district with the city before it.
    RegionUnknown,
    /// A district without its city.
    DistrictAlone,
    /// A word that only the State Council may allow at a name's head.
    StateWord,
    /// A word that names may not have.
    ForbiddenWord,
    /// The trade name has fewer than two Chinese characters.
    TradeNameTooShort,
    /// The trade name has something that is not a Chinese character.
    TradeNameNotHanzi,
    /// The trade name is only a place's name.
    TradeNameIsPlace,
    /// The trade name is only a word for a trade.
    TradeNameIsIndustry,
    /// The same trade name is on file in the same industry.
    NameTaken,
    /// The organisation does not go with the legal form.
    OrganisationUnfit,
    /// The capital is nought or below.
    CapitalNotPositive,
    /// The capital is to be paid in later than the law allows.
    PaidInTooLate,
    /// The capital is to be paid in before the company exists.
    PaidInTooEarly,
    /// A licence for the scope asks for more capital.
    CapitalBelowLicence,
    /// The catalogue has no such entry.
    ScopeUnknown,
    /// The scope needs a licence before registration.
    ScopeNeedsLicenceFirst,
    /// The policy has no such premises.
    PremisesUnknown,
    /// The legal representative is no director.
    RepresentativeNotDirector,
    /// A director is supervisor too.
    DirectorSupervises,
    /// The policy has no such legal form.
    FormUnknown,
    /// A promise to be excused from filing the beneficial owner that the capital does not allow.
    PromiseNotOpen,
    /// More directors than one and fewer than a board has.
    BoardTooSmall,
    /// More shareholders than a limited company may have.
    TooManyShareholders,
}

impl DeficiencyCode {
    /// Every code.
    pub const ALL: [Self; 24] = [
        Self::Missing,
        Self::RegionUnknown,
        Self::DistrictAlone,
        Self::StateWord,
        Self::ForbiddenWord,
        Self::TradeNameTooShort,
        Self::TradeNameNotHanzi,
        Self::TradeNameIsPlace,
        Self::TradeNameIsIndustry,
        Self::NameTaken,
        Self::OrganisationUnfit,
        Self::CapitalNotPositive,
        Self::PaidInTooLate,
        Self::PaidInTooEarly,
        Self::CapitalBelowLicence,
        Self::ScopeUnknown,
        Self::ScopeNeedsLicenceFirst,
        Self::PremisesUnknown,
        Self::RepresentativeNotDirector,
        Self::DirectorSupervises,
        Self::FormUnknown,
        Self::PromiseNotOpen,
        Self::BoardTooSmall,
        Self::TooManyShareholders,
    ];

    /// The key of its message in the interface's texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Missing => "deficiency-missing",
            Self::RegionUnknown => "deficiency-region-unknown",
            Self::DistrictAlone => "deficiency-district-alone",
            Self::StateWord => "deficiency-state-word",
            Self::ForbiddenWord => "deficiency-forbidden-word",
            Self::TradeNameTooShort => "deficiency-trade-name-too-short",
            Self::TradeNameNotHanzi => "deficiency-trade-name-not-hanzi",
            Self::TradeNameIsPlace => "deficiency-trade-name-is-place",
            Self::TradeNameIsIndustry => "deficiency-trade-name-is-industry",
            Self::NameTaken => "deficiency-name-taken",
            Self::OrganisationUnfit => "deficiency-organisation-unfit",
            Self::CapitalNotPositive => "deficiency-capital-not-positive",
            Self::PaidInTooLate => "deficiency-paid-in-too-late",
            Self::PaidInTooEarly => "deficiency-paid-in-too-early",
            Self::CapitalBelowLicence => "deficiency-capital-below-licence",
            Self::ScopeUnknown => "deficiency-scope-unknown",
            Self::ScopeNeedsLicenceFirst => "deficiency-scope-needs-licence-first",
            Self::PremisesUnknown => "deficiency-premises-unknown",
            Self::RepresentativeNotDirector => "deficiency-representative-not-director",
            Self::DirectorSupervises => "deficiency-director-supervises",
            Self::FormUnknown => "deficiency-form-unknown",
            Self::PromiseNotOpen => "deficiency-promise-not-open",
            Self::BoardTooSmall => "deficiency-board-too-small",
            Self::TooManyShareholders => "deficiency-too-many-shareholders",
        }
    }
}
