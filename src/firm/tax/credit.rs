//! The yearly tax credit rating (纳税缴费信用; 税务总局公告2025年第12号; facts §3.6). The points taken off are this project's
//! convention; forgiven first offences do not count.

use serde::{Deserialize, Serialize};

use super::TaxError;
use super::item::nonnegative;
use crate::calendar::Date;
use crate::money::Money;
use crate::policy::{Policy, PolicyOn};

/// A grade, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// A.
    A,
    /// B.
    B,
    /// M: newly set up, or a year without revenue.
    M,
    /// C.
    C,
    /// D.
    D,
}

/// What leads to the lowest grade directly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Grave {
    /// 虚开发票.
    FalseInvoices,
    /// 偷税.
    Evasion,
}

/// Whether there was a year to judge by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// In business all year, with revenue.
    #[default]
    InBusiness,
    /// Set up in the year.
    NewlySetUp,
    /// No revenue in the year.
    WithoutRevenue,
}

/// What counts in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conduct {
    /// Filings that came late.
    pub late_filings: u32,
    /// Payments that came late.
    pub late_payments: u32,
    /// Financial statements or accounting rules not handed in.
    pub missing_reports: u32,
    /// What leads to the lowest grade directly, if anything.
    pub grave: Option<Grave>,
    /// Whether there was a year to judge by.
    pub standing: Standing,
}

/// The outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// The points, nought or more.
    pub points: i64,
    /// The grade.
    pub level: Level,
    /// Whether the grade was given directly, whatever the points.
    pub direct: bool,
}

/// Rates a year. False invoices and evasion lead to D directly.
pub fn rate(conduct: &Conduct, on: PolicyOn<'_>) -> Result<Rating, TaxError> {
    let taken =
        |times: u32, figure: &str| -> Result<i64, TaxError> { Ok(on.count(figure)?.saturating_mul(i64::from(times))) };
    let lost = taken(conduct.late_filings, "credit.late-filing")?
        .saturating_add(taken(conduct.late_payments, "credit.late-payment")?)
        .saturating_add(taken(conduct.missing_reports, "credit.no-report")?);
    let points = on.count("credit.full")?.saturating_sub(lost).max(0);
    let level = match conduct.grave {
        Some(Grave::FalseInvoices | Grave::Evasion) => Level::D,
        None => by_points(points, conduct.standing, on)?,
    };
    Ok(Rating { points, level, direct: conduct.grave.is_some() })
}

fn by_points(points: i64, standing: Standing, on: PolicyOn<'_>) -> Result<Level, TaxError> {
    Ok(if points >= on.count("credit.b")? {
        match standing {
            Standing::NewlySetUp | Standing::WithoutRevenue => Level::M,
            Standing::InBusiness if points >= on.count("credit.a")? => Level::A,
            Standing::InBusiness => Level::B,
        }
    } else if points >= on.count("credit.c")? {
        Level::C
    } else {
        Level::D
    })
}

/// Whether evasion passes the authority's own test for a direct D: an amount and a share of the tax due, both reached.
/// The simulation is stricter, see [`rate`]; this is for telling the difference.
pub fn evasion_is_grave(evaded: Money, tax_due: Money, on: PolicyOn<'_>) -> Result<bool, TaxError> {
    let share = nonnegative(tax_due, "tax_due")?.at(on.rate("credit.evasion-share")?)?;
    Ok(evaded >= on.money("credit.evasion")? && evaded >= share)
}

/// The first day of the month in which the rating of a year is published.
pub fn published(year: i16, policy: &Policy) -> Result<Date, TaxError> {
    let next = Date::new(year.saturating_add(1), 1, 1)?;
    let month = policy.at(next).count("filing.credit-month")?;
    let ahead = i32::try_from(month.saturating_sub(1)).map_err(|_| TaxError::OutOfRange("month"))?;
    Ok(next.plus_months(ahead)?)
}
