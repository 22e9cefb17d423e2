//! A signed fixed-point number with 64 binary digits after the point, for powers and discount factors.

use std::cmp::Ordering;

use super::NumberError;
use crate::money::Money;

/// Binary digits after the point.
const FRACTION_BITS: u32 = 64;
/// The lower half of a `u128`.
const LOW: u128 = 0xFFFF_FFFF_FFFF_FFFF;

/// A number between about ±9.2e18 in steps of 2⁻⁶⁴ (5.4e-20).
///
/// Products and quotients are cut towards zero in the last binary digit, so that a chain of 600 of them stays within
/// 4e-17 of the exact value for factors up to one: far below half a fen for any amount of this simulation.
///
/// ```
/// # use startup_metaverse::firm::numbers::Fixed;
/// let third = Fixed::ratio(1, 3)?;
/// assert_eq!(third.checked_mul(Fixed::ratio(3, 1)?)?.times_rounded(1_000)?, 1_000);
/// # Ok::<(), startup_metaverse::firm::numbers::NumberError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fixed(i128);

impl Fixed {
    /// Nothing.
    pub const ZERO: Fixed = Fixed(0);
    /// The whole.
    pub const ONE: Fixed = Fixed(1 << FRACTION_BITS);

    /// A whole number.
    pub const fn whole(number: i64) -> Fixed {
        Fixed((number as i128) << FRACTION_BITS)
    }

    /// The quotient of two whole numbers.
    pub fn ratio(numerator: i64, denominator: i64) -> Result<Fixed, NumberError> {
        Fixed::whole(numerator).checked_div(Fixed::whole(denominator))
    }

    /// The sum.
    pub fn checked_add(self, other: Fixed) -> Result<Fixed, NumberError> {
        self.0.checked_add(other.0).map(Fixed).ok_or(NumberError::OutOfRange)
    }

    /// The difference.
    pub fn checked_sub(self, other: Fixed) -> Result<Fixed, NumberError> {
        self.0.checked_sub(other.0).map(Fixed).ok_or(NumberError::OutOfRange)
    }

    /// The product.
    pub fn checked_mul(self, other: Fixed) -> Result<Fixed, NumberError> {
        let negative = (self.0 < 0) != (other.0 < 0);
        let magnitude = mul_shifted(self.0.unsigned_abs(), other.0.unsigned_abs())?;
        signed(magnitude, negative)
    }

    /// The quotient; [`NumberError::BadDivisor`] if the divisor is nought.
    pub fn checked_div(self, other: Fixed) -> Result<Fixed, NumberError> {
        let negative = (self.0 < 0) != (other.0 < 0);
        let magnitude = div_shifted(self.0.unsigned_abs(), other.0.unsigned_abs())?;
        signed(magnitude, negative)
    }

    /// The number to a whole power, by repeated squaring.
    pub fn pow(self, exponent: u32) -> Result<Fixed, NumberError> {
        let (mut result, mut base, mut left) = (Fixed::ONE, self, exponent);
        while left > 0 {
            if left & 1 == 1 {
                result = result.checked_mul(base)?;
            }
            left = left.wrapping_shr(1);
            if left > 0 {
                base = base.checked_mul(base)?;
            }
        }
        Ok(result)
    }

    /// So many times the number, half-up away from zero to a whole number.
    pub fn times_rounded(self, times: i64) -> Result<i64, NumberError> {
        let exact = self.checked_mul(Fixed::whole(times))?;
        exact.rounded()
    }

    /// The nearest whole number, half-up away from zero.
    pub fn rounded(self) -> Result<i64, NumberError> {
        let magnitude = self.0.unsigned_abs();
        let half = 1_u128.wrapping_shl(FRACTION_BITS.saturating_sub(1));
        let whole = magnitude.checked_add(half).ok_or(NumberError::OutOfRange)?.wrapping_shr(FRACTION_BITS);
        let whole = i64::try_from(whole).map_err(|_| NumberError::OutOfRange)?;
        Ok(if self.0 < 0 { whole.saturating_neg() } else { whole })
    }

    /// The number as an amount, half-up to the fen, when it counts fen.
    pub fn fen(self) -> Result<Money, NumberError> {
        Ok(Money::try_from_fen(self.rounded()?)?)
    }

    /// Whether the number is below nought, nought or above.
    pub fn sign(self) -> Ordering {
        self.0.cmp(&0)
    }
}

fn signed(magnitude: u128, negative: bool) -> Result<Fixed, NumberError> {
    let magnitude = i128::try_from(magnitude).map_err(|_| NumberError::OutOfRange)?;
    Ok(Fixed(if negative { magnitude.saturating_neg() } else { magnitude }))
}

/// `a * b / 2⁶⁴` over 256 bits, by halves.
fn mul_shifted(a: u128, b: u128) -> Result<u128, NumberError> {
    let (a_high, a_low) = (a.wrapping_shr(64), a & LOW);
    let (b_high, b_low) = (b.wrapping_shr(64), b & LOW);
    // Products of halves below 2⁶⁴ fit a u128.
    let high = a_high.wrapping_mul(b_high);
    if high > LOW {
        return Err(NumberError::OutOfRange);
    }
    let low = a_low.wrapping_mul(b_low).wrapping_shr(64);
    high.wrapping_shl(64)
        .checked_add(a_high.wrapping_mul(b_low))
        .and_then(|sum| sum.checked_add(a_low.wrapping_mul(b_high)))
        .and_then(|sum| sum.checked_add(low))
        .ok_or(NumberError::OutOfRange)
}

/// `a * 2⁶⁴ / b` by long division, one binary digit at a time after the whole part.
fn div_shifted(a: u128, b: u128) -> Result<u128, NumberError> {
    let mut quotient = a.checked_div(b).ok_or(NumberError::BadDivisor)?;
    let mut rest = a.checked_rem(b).ok_or(NumberError::BadDivisor)?;
    for _ in 0..FRACTION_BITS {
        if quotient.leading_zeros() == 0 || rest.leading_zeros() == 0 {
            return Err(NumberError::OutOfRange);
        }
        quotient = quotient.wrapping_shl(1);
        rest = rest.wrapping_shl(1);
        if rest >= b {
            rest = rest.wrapping_sub(b);
            quotient |= 1;
        }
    }
    Ok(quotient)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_and_quotients_are_near_exact() {
        let v = Fixed::ratio(10, 11).unwrap();
        let v3 = v.pow(3).unwrap();
        assert_eq!(v3.times_rounded(1_331_000_000).unwrap(), 1_000_000_000);
        assert_eq!(Fixed::whole(-7).checked_div(Fixed::whole(2)).unwrap().rounded(), Ok(-4));
        assert_eq!(Fixed::ONE.checked_div(Fixed::ZERO), Err(NumberError::BadDivisor));
        assert_eq!(Fixed::whole(i64::MAX).checked_mul(Fixed::whole(2)), Err(NumberError::OutOfRange));
    }
}
