//! Money in whole fen and rates in parts per million: the only file that does fixed-point arithmetic.
//!
//! Nothing here is a float and nothing wraps: every operation is checked against [`Money::LIMIT_FEN`], and rounding is
//! always half-up away from zero (四舍五入), once per item, as tax forms and invoices do. Products go through `i128`.

use std::cmp::Reverse;
use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};
use thiserror::Error;

/// Fen in one yuan.
const FEN_PER_YUAN: u64 = 100;
/// Parts in one whole.
const PPM: i128 = 1_000_000;

/// An amount of yuan (CNY), kept in whole fen.
///
/// Read and written by people as `"1234.56"`; in binary formats it is the fen as `i64`.
///
/// ```
/// # use startup_metaverse::money::{Money, Rate};
/// let city_tax: Money = "548.46".parse()?;
/// let half: Rate = "50%".parse()?;
/// assert_eq!(city_tax.at(half)?.plain(), "274.23");
/// // Half a fen goes up, away from nothing.
/// assert_eq!(Money::from_fen(23_505).at(half)?, Money::from_fen(11_753));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

/// What can go wrong when computing with money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MoneyError {
    /// The result lies outside ±[`Money::LIMIT_FEN`].
    #[error("amount outside ±10,000,000,000,000.00")]
    OutOfRange,
    /// [`Money::allocate`] was given no weight above zero.
    #[error("nothing to allocate by: all weights are zero")]
    NoWeight,
    /// A division by zero or by a negative count was asked for.
    #[error("an amount can only be divided by a positive count")]
    BadDivisor,
}

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseMoneyError {
    /// The text is empty or has no digit where one must stand.
    #[error("an amount needs digits, as in 1234.56")]
    Empty,
    /// A character that amounts do not have: 万, a full-width digit, a currency sign, a space.
    #[error("`{0}` does not belong in an amount; write plain digits, as in 1234.56")]
    Character(char),
    /// Commas that do not part thousands.
    #[error("commas must part thousands, as in 1,234.56")]
    Grouping,
    /// More than two decimals, or a point without decimals.
    #[error("an amount has at most two decimals")]
    Decimals,
    /// The amount lies outside ±[`Money::LIMIT_FEN`].
    #[error("amount outside ±10,000,000,000,000.00")]
    OutOfRange,
}

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(0);
    /// The largest magnitude in fen: ten trillion yuan. Nine thousand such amounts still add up within `i64`, and no
    /// company a trainee can found comes near it.
    pub const LIMIT_FEN: i64 = 1_000_000_000_000_000;
    /// The largest amount.
    pub const MAX: Money = Money(Money::LIMIT_FEN);
    /// The smallest (most negative) amount.
    pub const MIN: Money = Money(-Money::LIMIT_FEN);

    /// An amount written in the program, in fen. For amounts that come from data use [`Money::try_from_fen`].
    ///
    /// # Panics
    /// Beyond ±[`Money::LIMIT_FEN`], which only a programmer can cause.
    pub const fn from_fen(fen: i64) -> Money {
        assert!(fen >= -Money::LIMIT_FEN && fen <= Money::LIMIT_FEN, "an amount in the program lies within the limit");
        Money(fen)
    }

    /// An amount in fen from data; refuses what lies beyond the limit.
    #[inline]
    pub const fn try_from_fen(fen: i64) -> Result<Money, MoneyError> {
        if fen < -Money::LIMIT_FEN || fen > Money::LIMIT_FEN { Err(MoneyError::OutOfRange) } else { Ok(Money(fen)) }
    }

    /// The amount in fen.
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// Whether this is exactly nothing.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether this is more than nothing.
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Whether this is less than nothing.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The sum.
    #[inline]
    pub fn checked_add(self, other: Money) -> Result<Money, MoneyError> {
        self.0.checked_add(other.0).ok_or(MoneyError::OutOfRange).and_then(Money::try_from_fen)
    }

    /// The difference.
    #[inline]
    pub fn checked_sub(self, other: Money) -> Result<Money, MoneyError> {
        self.0.checked_sub(other.0).ok_or(MoneyError::OutOfRange).and_then(Money::try_from_fen)
    }

    /// The same amount with the other sign.
    #[inline]
    pub fn checked_neg(self) -> Result<Money, MoneyError> {
        self.0.checked_neg().ok_or(MoneyError::OutOfRange).and_then(Money::try_from_fen)
    }

    /// So many times the amount.
    pub fn checked_mul_int(self, times: i64) -> Result<Money, MoneyError> {
        self.0.checked_mul(times).ok_or(MoneyError::OutOfRange).and_then(Money::try_from_fen)
    }

    /// The amount divided by a positive count, half-up to the fen.
    pub fn checked_div_int(self, by: i64) -> Result<Money, MoneyError> {
        if by <= 0 {
            return Err(MoneyError::BadDivisor);
        }
        narrow(round_half_up(i128::from(self.0), i128::from(by)))
    }

    /// The share of this amount that a rate gives, half-up to the fen, away from zero.
    pub fn at(self, rate: Rate) -> Result<Money, MoneyError> {
        let exact = i128::from(self.0).checked_mul(i128::from(rate.0)).ok_or(MoneyError::OutOfRange)?;
        narrow(round_half_up(exact, PPM))
    }

    /// So many parts of this amount out of so many (the whole above nought), half-up to the fen, away from zero.
    ///
    /// ```
    /// # use startup_metaverse::money::Money;
    /// assert_eq!(Money::from_fen(100).prorate(2, 3)?, Money::from_fen(67));
    /// # Ok::<(), startup_metaverse::money::MoneyError>(())
    /// ```
    pub fn prorate(self, parts: i64, whole: i64) -> Result<Money, MoneyError> {
        if whole <= 0 {
            return Err(MoneyError::BadDivisor);
        }
        let exact = i128::from(self.0).checked_mul(i128::from(parts)).ok_or(MoneyError::OutOfRange)?;
        narrow(round_half_up(exact, i128::from(whole)))
    }

    /// The part without tax of an amount that includes tax at a rate: the amount divided by one plus the rate, rounded
    /// half-up to the fen (facts §0.2.5). The tax is what is left, so that the two always add up.
    ///
    /// ```
    /// # use startup_metaverse::money::{Money, Rate};
    /// let gross: Money = "515000.00".parse()?;
    /// assert_eq!(gross.net_of("1%".parse::<Rate>()?)?, "509900.99".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn net_of(self, rate: Rate) -> Result<Money, MoneyError> {
        let whole = PPM.saturating_add(i128::from(rate.0));
        if whole <= 0 {
            return Err(MoneyError::BadDivisor);
        }
        let exact = i128::from(self.0).checked_mul(PPM).ok_or(MoneyError::OutOfRange)?;
        narrow(round_half_up(exact, whole))
    }

    /// The sum of many amounts.
    pub fn total(amounts: impl IntoIterator<Item = Money>) -> Result<Money, MoneyError> {
        amounts.into_iter().try_fold(Money::ZERO, Money::checked_add)
    }

    /// Splits the amount by weights so that the parts add up to it exactly: largest remainder first, ties to the
    /// earlier part. A part may be nothing; a negative amount is split like its positive twin.
    ///
    /// ```
    /// # use startup_metaverse::money::Money;
    /// let thirds = Money::from_fen(10_000).allocate(&[1, 1, 1])?;
    /// assert_eq!(Money::total(thirds)?, Money::from_fen(10_000));
    /// # Ok::<(), startup_metaverse::money::MoneyError>(())
    /// ```
    pub fn allocate(self, weights: &[u32]) -> Result<Vec<Money>, MoneyError> {
        let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        if sum == 0 {
            return Err(MoneyError::NoWeight);
        }
        let whole = i128::from(self.0.unsigned_abs());
        let mut parts = Vec::with_capacity(weights.len());
        let mut given: i128 = 0;
        for weight in weights {
            let exact = whole.checked_mul(i128::from(*weight)).ok_or(MoneyError::OutOfRange)?;
            let floor = exact.checked_div(sum).ok_or(MoneyError::NoWeight)?;
            let remainder = exact.checked_rem(sum).ok_or(MoneyError::NoWeight)?;
            given = given.checked_add(floor).ok_or(MoneyError::OutOfRange)?;
            parts.push((floor, remainder));
        }
        let mut order: Vec<(Reverse<i128>, usize)> =
            parts.iter().enumerate().map(|(index, part)| (Reverse(part.1), index)).collect();
        order.sort_unstable();
        // Fewer fen are left over than there are parts with a remainder, so each part gets at most one.
        let left = usize::try_from(whole.checked_sub(given).ok_or(MoneyError::OutOfRange)?)
            .map_err(|_| MoneyError::OutOfRange)?;
        for (_, index) in order.into_iter().take(left) {
            if let Some(part) = parts.get_mut(index) {
                part.0 = part.0.checked_add(1).ok_or(MoneyError::OutOfRange)?;
            }
        }
        parts
            .into_iter()
            .map(|(part, _)| narrow(part).and_then(|part| if self.0 < 0 { part.checked_neg() } else { Ok(part) }))
            .collect()
    }

    /// Without commas: `1234.56`, the form that files and form fields use.
    pub fn plain(self) -> String {
        let (yuan, fen) = self.yuan_and_fen();
        format!("{}{yuan}.{fen:02}", self.sign())
    }

    fn sign(self) -> &'static str {
        if self.0 < 0 { "-" } else { "" }
    }

    fn yuan_and_fen(self) -> (u64, u64) {
        let fen = self.0.unsigned_abs();
        (fen.checked_div(FEN_PER_YUAN).unwrap_or(0), fen.checked_rem(FEN_PER_YUAN).unwrap_or(0))
    }
}

fn narrow(fen: i128) -> Result<Money, MoneyError> {
    i64::try_from(fen).map_err(|_| MoneyError::OutOfRange).and_then(Money::try_from_fen)
}

/// `amount / by` rounded half-up away from zero; `by` is positive.
fn round_half_up(amount: i128, by: i128) -> i128 {
    let magnitude = amount.unsigned_abs();
    let by = by.unsigned_abs();
    let floor = magnitude.checked_div(by).unwrap_or(0);
    let rest = magnitude.checked_rem(by).unwrap_or(0);
    let up = u128::from(rest >= by.saturating_sub(rest) && by > 0);
    let rounded = i128::try_from(floor.saturating_add(up)).unwrap_or(i128::MAX);
    if amount < 0 { rounded.saturating_neg() } else { rounded }
}

impl fmt::Display for Money {
    /// With commas and two decimals, without a currency sign: `1,234.56`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (yuan, fen) = self.yuan_and_fen();
        let digits = yuan.to_string();
        let mut text = self.sign().to_owned();
        for (index, digit) in digits.chars().enumerate() {
            let behind = digits.len().saturating_sub(index);
            if index > 0 && behind.is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        f.pad(&format!("{text}.{fen:02}"))
    }
}

impl FromStr for Money {
    type Err = ParseMoneyError;

    /// Reads `1234`, `1234.5`, `1234.56`, `1,234.56` and their negatives, and nothing else.
    fn from_str(text: &str) -> Result<Money, ParseMoneyError> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        if let Some(odd) = unsigned.chars().find(|c| !c.is_ascii_digit() && *c != ',' && *c != '.') {
            return Err(ParseMoneyError::Character(odd));
        }
        let (yuan, fen) = match unsigned.split_once('.') {
            Some((yuan, fen)) => (yuan, parse_decimals(fen)?),
            None => (unsigned, 0),
        };
        let yuan = parse_grouped(yuan)?;
        let magnitude = yuan
            .checked_mul(i64::try_from(FEN_PER_YUAN).unwrap_or(i64::MAX))
            .and_then(|whole| whole.checked_add(fen))
            .ok_or(ParseMoneyError::OutOfRange)?;
        let signed = if negative { magnitude.saturating_neg() } else { magnitude };
        Money::try_from_fen(signed).map_err(|_| ParseMoneyError::OutOfRange)
    }
}

fn parse_decimals(decimals: &str) -> Result<i64, ParseMoneyError> {
    let scale = match decimals.len() {
        1 => 10,
        2 => 1,
        _ => return Err(ParseMoneyError::Decimals),
    };
    // A second point or a comma among the decimals fails to parse.
    let digits: i64 = decimals.parse().map_err(|_| ParseMoneyError::Decimals)?;
    Ok(digits.saturating_mul(scale))
}

fn parse_grouped(yuan: &str) -> Result<i64, ParseMoneyError> {
    if yuan.is_empty() {
        return Err(ParseMoneyError::Empty);
    }
    let mut groups = yuan.split(',');
    let first = groups.next().unwrap_or_default();
    let mut digits = first.to_owned();
    if yuan.contains(',') && !(1..=3).contains(&first.len()) {
        return Err(ParseMoneyError::Grouping);
    }
    for group in groups {
        if group.len() != 3 {
            return Err(ParseMoneyError::Grouping);
        }
        digits.push_str(group);
    }
    digits.parse().map_err(|_| ParseMoneyError::OutOfRange)
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(&self.plain())
        } else {
            serializer.serialize_i64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Money, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(Quoted::<Money>::new("an amount in quotes, as in \"1234.56\""))
        } else {
            Money::try_from_fen(i64::deserialize(deserializer)?).map_err(de::Error::custom)
        }
    }
}

/// A rate in parts per million: 35,000 is 3.5 %.
///
/// Read and written by people as a percentage in quotes, `"3.5%"`, with at most four decimals; in binary formats it is
/// the parts per million as `i64`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(i64);

/// Why a text is not a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseRateError {
    /// No percent sign at the end.
    #[error("a rate ends in %, as in 3.5%")]
    NoPercent,
    /// Something other than digits and one point.
    #[error("a rate is digits with at most four decimals and %, as in 3.5%")]
    Digits,
    /// Beyond ±[`Rate::LIMIT_PPM`].
    #[error("rate outside ±100000%")]
    OutOfRange,
}

impl Rate {
    /// Nothing.
    pub const ZERO: Rate = Rate(0);
    /// The whole, 100 %.
    pub const ONE: Rate = Rate(1_000_000);
    /// The largest magnitude in parts per million: a thousandfold. With [`Money::LIMIT_FEN`] any product fits `i128`.
    pub const LIMIT_PPM: i64 = 1_000_000_000;

    /// A rate written in the program, in parts per million.
    ///
    /// # Panics
    /// Beyond ±[`Rate::LIMIT_PPM`], which only a programmer can cause.
    pub const fn from_ppm(ppm: i64) -> Rate {
        assert!(ppm >= -Rate::LIMIT_PPM && ppm <= Rate::LIMIT_PPM, "a rate in the program lies within the limit");
        Rate(ppm)
    }

    /// A rate from data, in parts per million; `None` beyond the limit.
    pub const fn try_from_ppm(ppm: i64) -> Option<Rate> {
        if ppm < -Rate::LIMIT_PPM || ppm > Rate::LIMIT_PPM { None } else { Some(Rate(ppm)) }
    }

    /// The rate in parts per million.
    pub const fn ppm(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Rate {
    /// As a percentage without idle zeros: `3.5%`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let whole = magnitude.checked_div(10_000).unwrap_or(0);
        let rest = magnitude.checked_rem(10_000).unwrap_or(0);
        let sign = if self.0 < 0 { "-" } else { "" };
        let decimals = format!("{rest:04}");
        let decimals = decimals.trim_end_matches('0');
        let point = if decimals.is_empty() { "" } else { "." };
        f.pad(&format!("{sign}{whole}{point}{decimals}%"))
    }
}

impl FromStr for Rate {
    type Err = ParseRateError;

    fn from_str(text: &str) -> Result<Rate, ParseRateError> {
        let number = text.strip_suffix('%').ok_or(ParseRateError::NoPercent)?;
        let (negative, unsigned) = match number.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, number),
        };
        let (whole, decimals) = match unsigned.split_once('.') {
            Some((whole, decimals)) if (1..=4).contains(&decimals.len()) => (whole, decimals),
            Some(_) => return Err(ParseRateError::Digits),
            None => (unsigned, ""),
        };
        if whole.is_empty() || !whole.chars().chain(decimals.chars()).all(|c| c.is_ascii_digit()) {
            return Err(ParseRateError::Digits);
        }
        let magnitude: i64 = format!("{whole}{decimals:0<4}").parse().map_err(|_| ParseRateError::OutOfRange)?;
        let ppm = if negative { magnitude.saturating_neg() } else { magnitude };
        Rate::try_from_ppm(ppm).ok_or(ParseRateError::OutOfRange)
    }
}

impl Serialize for Rate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_str(self) } else { serializer.serialize_i64(self.0) }
    }
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Rate, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(Quoted::<Rate>::new("a rate in quotes, as in \"3.5%\""))
        } else {
            Rate::try_from_ppm(i64::deserialize(deserializer)?)
                .ok_or_else(|| de::Error::custom(ParseRateError::OutOfRange))
        }
    }
}

/// Reads a quoted value by its `FromStr`, so that a bare number is refused with a sentence that shows the right form.
struct Quoted<T> {
    expected: &'static str,
    kind: std::marker::PhantomData<T>,
}

impl<T> Quoted<T> {
    fn new(expected: &'static str) -> Self {
        Quoted { expected, kind: std::marker::PhantomData }
    }
}

impl<T> Visitor<'_> for Quoted<T>
where
    T: FromStr,
    T::Err: fmt::Display,
{
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}
