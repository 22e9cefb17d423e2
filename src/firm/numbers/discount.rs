//! Discounted cash flow: present values, the internal rate of return, the payment of an annuity.

use std::cmp::Ordering;

use super::NumberError;
use super::fixed::Fixed;
use crate::money::{Money, Rate};

/// More periods than any plan or loan here has: fifty years of months.
const PERIODS_MAX: u32 = 600;
/// Half parts per million in one whole; the internal rate is searched in these steps and rounded to whole parts.
const HALF_PPM: i64 = 2_000_000;
/// The lowest rate searched, in half parts per million: -99.99 %.
const LOWEST: i64 = -1_999_800;
/// The highest rate searched, in half parts per million: 100,000 %.
const HIGHEST: i64 = 2_000_000_000;

/// The net present value of a cash flow, whose first payment is today and each next a period later, half-up to the fen
/// once at the end. `rate` is per period, above -100 %.
///
/// ```
/// # use startup_metaverse::{firm::numbers::npv, money::{Money, Rate}};
/// let flow = [-300_000_00, 120_000_00, 120_000_00, 120_000_00].map(Money::from_fen);
/// assert_eq!(npv(Rate::from_ppm(100_000), &flow)?, Money::from_fen(-1_577_76));
/// # Ok::<(), startup_metaverse::firm::numbers::NumberError>(())
/// ```
pub fn npv(rate: Rate, flow: &[Money]) -> Result<Money, NumberError> {
    limit(flow.len())?;
    value_at(rate.ppm().checked_mul(2).ok_or(NumberError::OutOfRange)?, flow)?.fen()
}

/// What an amount due after `periods` is worth today, half-up to the fen.
pub fn present_value(rate: Rate, amount: Money, periods: u32) -> Result<Money, NumberError> {
    limit(usize::try_from(periods).unwrap_or(usize::MAX))?;
    let factor = discount(rate.ppm().checked_mul(2).ok_or(NumberError::OutOfRange)?)?.pow(periods)?;
    factor.checked_mul(Fixed::whole(amount.fen()))?.fen()
}

/// The internal rate of return per period, to the nearest part per million (four decimals of a percentage).
///
/// Refuses a flow whose sign never changes (there is no rate) or changes more than once (there may be several).
pub fn irr(flow: &[Money]) -> Result<Rate, NumberError> {
    limit(flow.len())?;
    let signs: Vec<bool> = flow.iter().filter(|one| !one.is_zero()).map(|one| one.is_negative()).collect();
    let changes = signs.iter().zip(signs.iter().skip(1)).filter(|(earlier, later)| earlier != later).count();
    match changes {
        0 => return Err(NumberError::NoSignChange),
        1 => {}
        more => return Err(NumberError::ManySignChanges(u32::try_from(more).unwrap_or(u32::MAX))),
    }
    // With money first going out, the value falls as the rate rises; with money first coming in, it rises.
    let falling = signs.first() == Some(&true);
    let above = |half_ppm: i64| -> Result<bool, NumberError> {
        let sign = value_sign(half_ppm, flow)?;
        Ok(sign == Ordering::Equal || (sign == Ordering::Greater) == falling)
    };
    let (mut low, mut high) = (LOWEST, HIGHEST);
    if !above(low)? || above(high)? {
        return Err(NumberError::NoRoot);
    }
    while high.saturating_sub(low) > 1 {
        let middle = low.saturating_add(high.saturating_sub(low).wrapping_shr(1));
        if above(middle)? {
            low = middle;
        } else {
            high = middle;
        }
    }
    // The root lies in [low, low + ½ ppm); an odd number of halves is rounded up.
    let ppm = low.saturating_add(1).div_euclid(2);
    Rate::try_from_ppm(ppm).ok_or(NumberError::OutOfRange)
}

/// The level payment at the end of each of `periods` that pays off a principal, half-up to the fen. The rate per period
/// is `annual` over `per_year` (12 for months); at a rate of nought it is the principal in equal parts.
pub fn annuity_payment(principal: Money, annual: Rate, per_year: u32, periods: u32) -> Result<Money, NumberError> {
    limit(usize::try_from(periods).unwrap_or(usize::MAX))?;
    if periods == 0 || per_year == 0 {
        return Err(NumberError::BadDivisor);
    }
    if annual < Rate::ZERO {
        return Err(NumberError::Negative);
    }
    if annual == Rate::ZERO {
        return Ok(principal.checked_div_int(i64::from(periods))?);
    }
    let whole = Rate::ONE.ppm().checked_mul(i64::from(per_year)).ok_or(NumberError::OutOfRange)?;
    let rate = Fixed::ratio(annual.ppm(), whole)?;
    let discount = Fixed::ONE.checked_div(Fixed::ONE.checked_add(rate)?)?;
    let annuity = Fixed::ONE.checked_sub(discount.pow(periods)?)?;
    Fixed::whole(principal.fen()).checked_mul(rate)?.checked_div(annuity)?.fen()
}

fn limit(periods: usize) -> Result<(), NumberError> {
    match u32::try_from(periods) {
        Ok(periods) if periods <= PERIODS_MAX => Ok(()),
        _ => Err(NumberError::TooManyPeriods { max: PERIODS_MAX }),
    }
}

/// One over one plus the rate.
fn discount(half_ppm: i64) -> Result<Fixed, NumberError> {
    let whole = HALF_PPM.checked_add(half_ppm).filter(|whole| *whole > 0).ok_or(NumberError::BadDivisor)?;
    Fixed::ratio(HALF_PPM, whole)
}

fn value_at(half_ppm: i64, flow: &[Money]) -> Result<Fixed, NumberError> {
    let step = discount(half_ppm)?;
    // Horner's scheme from the last payment to the first: one product a period.
    flow.iter()
        .rev()
        .try_fold(Fixed::ZERO, |later, payment| later.checked_mul(step)?.checked_add(Fixed::whole(payment.fen())))
}

/// The sign of the value. Near -100 % late payments weigh more than the type holds; then they alone give the sign.
fn value_sign(half_ppm: i64, flow: &[Money]) -> Result<Ordering, NumberError> {
    match value_at(half_ppm, flow) {
        Ok(value) => Ok(value.sign()),
        Err(NumberError::OutOfRange) => {
            let last = flow.iter().rev().find(|payment| !payment.is_zero());
            last.map(|payment| payment.fen().cmp(&0)).ok_or(NumberError::NoSignChange)
        }
        Err(other) => Err(other),
    }
}
