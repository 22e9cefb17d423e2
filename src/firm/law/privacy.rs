//! Personal information: what a company may collect, and on what ground (facts §6.8).

use crate::policy::PolicyOn;

use super::error::LawError;

/// A piece of personal information.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A name, an address, a telephone number, an order.
    Ordinary,
    /// Biometric features.
    Biometric,
    /// Accounts.
    Financial,
    /// Health.
    Health,
    /// Movements.
    Whereabouts,
}

/// The ground on which it is handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// None.
    None,
    /// Consent among others.
    Consent,
    /// Consent to this alone.
    SeparateConsent,
    /// Needed for a contract with the person.
    Contract,
    /// Needed by a duty of the law.
    Duty,
}

/// How personal information is handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handling {
    /// What it is.
    pub piece: Piece,
    /// The person's age in whole years.
    pub age: u8,
    /// On what ground.
    pub ground: Ground,
    /// Whether the purpose needs it.
    pub needed: bool,
    /// Whether the effect was assessed before.
    pub assessed: bool,
}

/// What is wrong with a handling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrivacyDefect {
    /// No ground.
    NoGround,
    /// More than the purpose needs.
    NotNeeded,
    /// Sensitive, with consent, but not to this alone.
    NoSeparateConsent,
    /// Sensitive, and the effect was not assessed.
    NotAssessed,
}

/// Whether the information is sensitive: by its kind, or because the person is a child.
pub fn is_sensitive(piece: Piece, age: u8, on: &PolicyOn<'_>) -> Result<bool, LawError> {
    Ok(piece != Piece::Ordinary || i32::from(age) < on.years("privacy.child")?)
}

/// Everything wrong with a handling of personal information.
///
/// Source: 个人信息保护法 6, 13, 28, 29, 55.
pub fn examine(handling: &Handling, on: &PolicyOn<'_>) -> Result<Vec<PrivacyDefect>, LawError> {
    let mut found = Vec::new();
    if handling.ground == Ground::None {
        found.push(PrivacyDefect::NoGround);
    }
    if !handling.needed {
        found.push(PrivacyDefect::NotNeeded);
    }
    if is_sensitive(handling.piece, handling.age, on)? {
        if handling.ground == Ground::Consent {
            found.push(PrivacyDefect::NoSeparateConsent);
        }
        if !handling.assessed {
            found.push(PrivacyDefect::NotAssessed);
        }
    }
    Ok(found)
}
