//! Advertisements: words they may not have and claims that need evidence (facts §6.7, ADV-V01, ADV-V02).

use super::error::LawError;
use crate::policy::PolicyOn;

/// What is wrong with an advertisement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AdDefect {
    /// A word that no advertisement may have; the word.
    Absolute(String),
    /// A claim by data or a survey whose source is not told; the word that gives it away.
    NoEvidence(String),
}

impl AdDefect {
    /// The rule's id.
    pub const fn rule(&self) -> &'static str {
        match self {
            AdDefect::Absolute(_) => "advertising-law-9",
            AdDefect::NoEvidence(_) => "advertising-law-11",
        }
    }
}

/// What an advertisement says of where its data come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Whose survey or data.
    pub source: String,
    /// From when, in words.
    pub when: String,
}

/// Everything wrong with an advertisement. The words are those of the tables, and so examples: an advertisement without any
/// of them can still mislead.
pub fn examine(text: &str, evidence: Option<&Evidence>, on: &PolicyOn<'_>) -> Result<Vec<AdDefect>, LawError> {
    let listed = on.words("advertising.absolute")?.iter().chain(on.words("advertising.absolute-more")?);
    let absolute = listed.filter(|word| text.contains(word.as_str())).cloned().map(AdDefect::Absolute);
    let mut found: Vec<AdDefect> = absolute.collect();
    let told = evidence.is_some_and(|told| !told.source.trim().is_empty() && !told.when.trim().is_empty());
    if !told {
        let claims = on.words("advertising.evidence")?;
        let claim = claims.iter().find(|word| text.contains(word.as_str()));
        found.extend(claim.cloned().map(AdDefect::NoEvidence));
    }
    Ok(found)
}
