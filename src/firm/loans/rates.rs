//! The loan prime rate and what follows from it.

use crate::money::Rate;
use crate::policy::{PolicyError, PolicyOn};

/// The one-year loan prime rate in force on the day: the last published on it or before (LPR-V01).
pub fn one_year(on: &PolicyOn<'_>) -> Result<Rate, PolicyError> {
    on.rate("lpr.one-year")
}

/// The loan prime rate for more than five years in force on the day.
pub fn five_year(on: &PolicyOn<'_>) -> Result<Rate, PolicyError> {
    on.rate("lpr.five-year")
}

/// The highest yearly rate of a private loan that a court upholds, for a contract concluded on the day: four times the
/// one-year rate, which itself is allowed (最高法民间借贷规定25).
pub fn private_lending_cap(on: &PolicyOn<'_>) -> Result<Rate, PolicyError> {
    let times = on.count("private-lending.lpr-multiple")?;
    let ppm = one_year(on)?.ppm().saturating_mul(times);
    Ok(Rate::try_from_ppm(ppm).unwrap_or(Rate::ZERO))
}
