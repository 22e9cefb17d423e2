//! The unified social credit code (统一社会信用代码, GB 32100-2015; facts §1.8): 18 characters, two of them checks.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The characters a code may have; each one's place is its value. I, O, S, V and Z are left out.
const CHARACTERS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Weights of the first seventeen characters: powers of 3 modulo 31.
const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/// Weights of the organisation code's eight characters (GB 11714).
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
/// How an enterprise's code begins: the market authority, an enterprise.
const ENTERPRISE: &str = "91";
/// Numbers below the range that this project keeps clear of real companies: `0000` and four digits.
const SERIALS: u32 = 10_000;

/// A code whose form and checks hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CreditCode(String);

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CreditCodeError {
    /// It has not 18 characters.
    #[error("a unified social credit code has 18 characters")]
    Length,
    /// A character that codes do not have; letters are capitals without I, O, S, V, Z.
    #[error("`{0}` does not stand in a unified social credit code")]
    Character(char),
    /// The ninth character of the organisation code does not fit the eight before it.
    #[error("the 17th character should be `{0}`")]
    OrganisationCheck(char),
    /// The last character does not fit the seventeen before it.
    #[error("the 18th character should be `{0}`")]
    Check(char),
}

impl FromStr for CreditCode {
    type Err = CreditCodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.chars().count() != 18 {
            return Err(CreditCodeError::Length);
        }
        if let Some(other) = text.chars().find(|character| value(*character).is_none()) {
            return Err(CreditCodeError::Character(other));
        }
        let characters: Vec<char> = text.chars().collect();
        let organisation = organisation_check(characters.get(8..16).unwrap_or_default());
        if characters.get(16) != Some(&organisation) {
            return Err(CreditCodeError::OrganisationCheck(organisation));
        }
        let check = check(characters.get(..17).unwrap_or_default());
        if characters.get(17) != Some(&check) {
            return Err(CreditCodeError::Check(check));
        }
        Ok(Self(text.to_owned()))
    }
}

impl TryFrom<String> for CreditCode {
    type Error = CreditCodeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<CreditCode> for String {
    fn from(code: CreditCode) -> Self {
        code.0
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Issues an enterprise's code at an authority, in the range kept clear of real companies. The same name gets the same code.
pub fn issue(authority: &str, name: &str) -> CreditCode {
    issue_as(ENTERPRISE, authority, name)
}

/// Issues a code that begins with the two characters of a legal form, as `92` for a shop.
pub fn issue_as(prefix: &str, authority: &str, name: &str) -> CreditCode {
    let digest = blake3::hash(name.as_bytes());
    let [first, second, ..] = digest.as_bytes();
    let serial = u32::from(u16::from_le_bytes([*first, *second])).checked_rem(SERIALS).unwrap_or(0);
    coded(prefix, authority, serial)
}

/// The code of an enterprise with a serial number in this project's range.
pub fn numbered(authority: &str, serial: u32) -> CreditCode {
    coded(ENTERPRISE, authority, serial)
}

fn coded(prefix: &str, authority: &str, serial: u32) -> CreditCode {
    let organisation = format!("0000{:04}", serial.checked_rem(SERIALS).unwrap_or(0));
    let body: Vec<char> = organisation.chars().collect();
    let mut code = format!("{prefix}{authority}{organisation}{}", organisation_check(&body));
    let so_far: Vec<char> = code.chars().collect();
    code.push(check(&so_far));
    CreditCode(code)
}

fn value(character: char) -> Option<u32> {
    let place = CHARACTERS.iter().position(|known| char::from(*known) == character)?;
    u32::try_from(place).ok()
}

fn weighted(characters: &[char], weights: &[u32], value: impl Fn(char) -> Option<u32>) -> u32 {
    let terms = characters.iter().zip(weights);
    terms.fold(0_u32, |sum, (character, weight)| {
        sum.saturating_add(value(*character).unwrap_or(0).saturating_mul(*weight))
    })
}

/// The 18th character.
fn check(characters: &[char]) -> char {
    let rest = weighted(characters, &WEIGHTS, value).checked_rem(31).unwrap_or(0);
    let place = 31_u32.saturating_sub(rest).checked_rem(31).unwrap_or(0);
    let place = usize::try_from(place).unwrap_or(0);
    CHARACTERS.get(place).map_or('0', |character| char::from(*character))
}

/// The 17th character, where 10 is written X.
fn organisation_check(characters: &[char]) -> char {
    let rest = weighted(characters, &ORGANISATION_WEIGHTS, |character| character.to_digit(36));
    let check = 11_u32.saturating_sub(rest.checked_rem(11).unwrap_or(0));
    match check {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10).unwrap_or('0'),
    }
}
