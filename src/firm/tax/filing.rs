//! The filing calendar (facts §3.7): what a taxpayer files in a month, for which period, and by which day.
//!
//! Periods that end with a month are filed by the official day of the next month; where no official days are published
//! yet, by the fallback day moved off weekends, and the due day says so. Yearly terms move off rest days (细则109).

use serde::{Deserialize, Serialize};

use super::TaxError;
use super::vat::status::Crossing;
use super::vat::{VatPeriod, VatStatus};
use crate::calendar::Date;
use crate::policy::{Policy, RestDay};

/// A last day to file and pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DueDay {
    /// The day.
    pub date: Date,
    /// Whether the calendar of that year is published; if not, fronts must say that the real day will differ.
    pub official: bool,
}

/// What is filed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FilingKind {
    /// 增值税及附加税费.
    Vat,
    /// 个人所得税扣缴申报.
    IncomeTaxWithheld,
    /// 社会保险费.
    SocialInsurance,
    /// 企业所得税预缴.
    CorporatePrepayment,
    /// 经营所得个人所得税预缴.
    BusinessPrepayment,
    /// 印花税按季申报.
    StampDuty,
    /// 财务报表季报.
    QuarterlyStatements,
    /// 一般纳税人混用进项年度清算.
    MixedInputClearing,
    /// 经营所得汇算清缴.
    BusinessAnnual,
    /// 企业所得税汇算清缴.
    CorporateAnnual,
    /// 年度财务报表.
    AnnualStatements,
    /// 工商年报.
    AnnualReport,
}

impl FilingKind {
    /// What is filed, in words.
    pub const fn chinese(self) -> &'static str {
        match self {
            FilingKind::Vat => "增值税及附加税费",
            FilingKind::IncomeTaxWithheld => "个人所得税扣缴申报",
            FilingKind::SocialInsurance => "社会保险费",
            FilingKind::CorporatePrepayment => "企业所得税预缴",
            FilingKind::BusinessPrepayment => "经营所得个人所得税预缴",
            FilingKind::StampDuty => "印花税按季申报",
            FilingKind::QuarterlyStatements => "财务报表季报",
            FilingKind::MixedInputClearing => "一般纳税人混用进项年度清算",
            FilingKind::BusinessAnnual => "经营所得汇算清缴",
            FilingKind::CorporateAnnual => "企业所得税汇算清缴",
            FilingKind::AnnualStatements => "年度财务报表",
            FilingKind::AnnualReport => "工商年报",
        }
    }
}

/// One filing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Filing {
    /// The last day.
    pub due: DueDay,
    /// What.
    pub kind: FilingKind,
    /// The first day of the period it is for.
    pub from: Date,
    /// The last day of the period it is for.
    pub until: Date,
}

/// The legal form, as far as filings ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Pays corporate income tax.
    Company,
    /// Individual business, sole proprietorship or partnership: the owners pay on business income.
    OwnersBusiness,
}

/// Who files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taxpayer {
    /// Its form.
    pub form: Form,
    /// How it stands with VAT.
    pub vat: VatStatus,
    /// Whether it pays wages.
    pub employs: bool,
    /// The day it was founded; nothing is filed for periods that ended before.
    pub founded: Date,
}

/// Months of a quarter and of a year.
const QUARTER: i32 = 3;
const YEAR: i32 = 12;

/// The last day, in the month of `day`, for periods that ended with the month before.
pub fn due_in_month_of(day: Date, policy: &Policy) -> Result<DueDay, TaxError> {
    let first = day.first_of_month();
    if let Some(date) = official_day(first, policy) {
        return Ok(DueDay { date, official: true });
    }
    let count = policy.at(first).count("filing.fallback-day")?;
    let ahead = i32::try_from(count.saturating_sub(1)).map_err(|_| TaxError::OutOfRange("filing.fallback-day"))?;
    let mut date = first.plus_days(ahead)?;
    while date.is_weekend() {
        date = date.plus_days(1)?;
    }
    Ok(DueDay { date, official: false })
}

/// The official day of a month, if it is published.
fn official_day(first: Date, policy: &Policy) -> Option<Date> {
    let days = policy.at(first).dates("filing.official").ok()?;
    days.iter().copied().find(|day| day.first_of_month() == first)
}

/// A term's end after its rest days, with whether that year's calendar is known.
fn term(figure: &str, start: Date, policy: &Policy) -> Result<DueDay, TaxError> {
    let on = policy.at(start);
    let date = on.term_end(on.term(figure)?, RestDay::NextWorkingDay, start)?;
    Ok(DueDay { date, official: official_day(date.first_of_month(), policy).is_some() })
}

/// The day by which someone whose sales passed the limit must register as a general taxpayer (VAT-20).
pub fn general_registration_due(crossing: &Crossing, policy: &Policy) -> Result<DueDay, TaxError> {
    due_in_month_of(crossing.period_end.plus_days(1)?, policy)
}

/// The day by which a company that stopped trading reconciles its income tax (企业所得税法55).
pub fn closing_reconciliation_due(stopped: Date, policy: &Policy) -> Result<DueDay, TaxError> {
    term("filing.cit-closing", stopped, policy)
}

/// The day by which a company reconciles its income tax of a year (企业所得税法54).
pub fn annual_reconciliation_due(year: i16, policy: &Policy) -> Result<DueDay, TaxError> {
    term("filing.cit-annual", Date::new(year, 12, 31)?, policy)
}

/// The day by which stamp duty on a single document is filed (印花税法16).
pub fn single_stamp_due(signed: Date, policy: &Policy) -> Result<DueDay, TaxError> {
    term("filing.stamp-by-document", signed, policy)
}

/// The day by which the housing fund is paid over after wages were paid (住房公积金管理条例20); it does not move.
pub fn housing_fund_due(wages_paid: Date, policy: &Policy) -> Result<Date, TaxError> {
    Ok(policy.at(wages_paid).term_from("filing.housing-fund", wages_paid)?)
}

/// The days between which a person settles the comprehensive income of a year.
pub fn comprehensive_window(year: i16, policy: &Policy) -> Result<(Date, DueDay), TaxError> {
    let end = Date::new(year, 12, 31)?;
    let opens = policy.at(end).term_from("filing.comprehensive-opens", end)?.plus_days(1)?;
    Ok((opens, term("filing.comprehensive-annual", end, policy)?))
}

/// Whether a company of this staff is free of the fund for the disabled.
pub fn disabled_fund_exempt(staff: u32, day: Date, policy: &Policy) -> Result<bool, TaxError> {
    let limit = super::item::while_it_holds(policy.at(day).count("disabled-fund.exempt-staff"))?;
    Ok(limit.is_some_and(|limit| i64::from(staff) <= limit))
}

/// All that the taxpayer files in the month of `day`, by due day and kind.
///
/// Filings for quarters and years appear in the month in which they fall due. A period counts from the founding on.
pub fn filings_in_month_of(taxpayer: Taxpayer, day: Date, policy: &Policy) -> Result<Vec<Filing>, TaxError> {
    let first = day.first_of_month();
    let due = due_in_month_of(first, policy)?;
    let mut kinds: Vec<(FilingKind, i32, DueDay)> = Vec::new();
    let after_quarter = i32::from(first.month()).checked_rem(QUARTER) == Some(1);
    match taxpayer.vat {
        VatStatus::General | VatStatus::SmallScale(VatPeriod::Month) => kinds.push((FilingKind::Vat, 1, due)),
        VatStatus::SmallScale(VatPeriod::Quarter) if after_quarter => kinds.push((FilingKind::Vat, QUARTER, due)),
        VatStatus::SmallScale(VatPeriod::Quarter | VatPeriod::Day) => {}
    }
    if taxpayer.employs {
        kinds.push((FilingKind::IncomeTaxWithheld, 1, due));
    }
    if after_quarter {
        kinds.push((FilingKind::StampDuty, QUARTER, due));
        match taxpayer.form {
            Form::Company => {
                kinds.push((FilingKind::CorporatePrepayment, QUARTER, due));
                kinds.push((FilingKind::QuarterlyStatements, QUARTER, due));
            }
            Form::OwnersBusiness => kinds.push((FilingKind::BusinessPrepayment, QUARTER, due)),
        }
    }
    if first.month() == 1 && taxpayer.vat == VatStatus::General {
        kinds.push((FilingKind::MixedInputClearing, YEAR, due));
    }
    let mut filings = Vec::new();
    let before = first.plus_days(-1)?;
    for (kind, months, due) in kinds {
        let from = first.plus_months(months.saturating_neg())?;
        filings.push(Filing { due, kind, from, until: before });
    }
    if taxpayer.employs {
        // Social insurance is for the month itself, by its last day.
        let official = due.official;
        let due = DueDay { date: first.last_of_month(), official };
        filings.push(Filing { due, kind: FilingKind::SocialInsurance, from: first, until: first.last_of_month() });
    }
    filings.extend(annual_filings(taxpayer, first, policy)?);
    filings.retain(|filing| filing.until >= taxpayer.founded);
    for filing in &mut filings {
        filing.from = filing.from.max(taxpayer.founded);
    }
    filings.sort_unstable();
    Ok(filings)
}

/// The filings for the year before that fall due in a month.
fn annual_filings(taxpayer: Taxpayer, first: Date, policy: &Policy) -> Result<Vec<Filing>, TaxError> {
    let last_year = first.year().saturating_sub(1);
    let (from, until) = (Date::new(last_year, 1, 1)?, Date::new(last_year, 12, 31)?);
    let kinds: &[(FilingKind, &str)] = match taxpayer.form {
        Form::Company => &[
            (FilingKind::CorporateAnnual, "filing.cit-annual"),
            (FilingKind::AnnualStatements, "filing.cit-annual"),
            (FilingKind::AnnualReport, "filing.annual-report"),
        ],
        Form::OwnersBusiness => &[
            (FilingKind::BusinessAnnual, "filing.business-annual"),
            (FilingKind::AnnualReport, "filing.annual-report"),
        ],
    };
    let mut filings = Vec::new();
    for (kind, figure) in kinds {
        let due = term(figure, until, policy)?;
        if due.date.first_of_month() == first {
            filings.push(Filing { due, kind: *kind, from, until });
        }
    }
    Ok(filings)
}
