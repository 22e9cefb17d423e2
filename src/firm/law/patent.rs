//! Patents and copyright: terms, fees and their relief, novelty (facts §6.4, PAT-V01).

use super::error::LawError;
use crate::calendar::Date;
use crate::money::{Money, Rate};
use crate::policy::{PolicyOn, RestDay};

/// The kinds of patents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 发明.
    Invention,
    /// 实用新型.
    Utility,
    /// 外观设计.
    Design,
}

/// Who applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applicants {
    /// How many.
    pub count: u32,
    /// The taxable income of last year, the highest among them.
    pub income: Money,
}

/// The last day of a patent, from the day it was applied for.
pub fn expires(kind: Kind, applied: Date, on: &PolicyOn<'_>) -> Result<Date, LawError> {
    let years = on.years(match kind {
        Kind::Invention => "patent.term.invention",
        Kind::Utility => "patent.term.utility",
        Kind::Design => "patent.term.design",
    })?;
    Ok(applied.plus_years(years)?.plus_days(-1)?)
}

/// The day an invention is published: eighteen months after it was applied for, unless sooner asked for.
pub fn published_on(applied: Date, on: &PolicyOn<'_>) -> Result<Date, LawError> {
    Ok(on.term_from("patent.publication", applied)?)
}

/// The last day to ask for the examination of an invention; a rest day at the end prolongs it.
pub fn request_exam_by(applied: Date, on: &PolicyOn<'_>) -> Result<Date, LawError> {
    Ok(on.term_end(on.term("patent.exam-request")?, RestDay::NextWorkingDay, applied)?)
}

/// How something became known before it was applied for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disclosure {
    /// In an emergency, for the public good.
    Emergency,
    /// At an international exhibition that the government recognises.
    Exhibition,
    /// At an academic or technical meeting of the kind the law names.
    Meeting,
    /// By somebody else against the applicant's will.
    Leak,
    /// By the applicant: an article, a post, an offer for sale.
    Own,
}

/// Whether it is still new when applied for on a day (专利法 24): only the four cases, within six months.
pub fn is_still_new(how: Disclosure, disclosed: Date, applied: Date, on: &PolicyOn<'_>) -> Result<bool, LawError> {
    if applied <= disclosed {
        return Ok(true);
    }
    Ok(how != Disclosure::Own && applied <= on.term_from("patent.novelty-grace", disclosed)?)
}

/// The share of fees that is waived: for one applicant more than for several, and none from a limit of income on (K).
pub fn relief(applicants: Applicants, on: &PolicyOn<'_>) -> Result<Rate, LawError> {
    if applicants.income >= on.money("patent.relief.income")? {
        return Ok(Rate::ZERO);
    }
    Ok(on.rate(if applicants.count <= 1 { "patent.relief.single" } else { "patent.relief.several" })?)
}

/// The fees up to the examination: application, and for an invention publication, which is never waived, and examination
/// (PAT-V01). Each fee is rounded by itself.
pub fn fees_to_exam(kind: Kind, applicants: Applicants, on: &PolicyOn<'_>) -> Result<Money, LawError> {
    let relief = relief(applicants, on)?;
    let reduced = |figure: &str| -> Result<Money, LawError> {
        let fee = on.money(figure)?;
        Ok(fee.checked_sub(fee.at(relief)?)?)
    };
    match kind {
        Kind::Invention => {
            let publication = on.money("patent.fee.publication")?;
            Ok(Money::total([reduced("patent.fee.invention")?, publication, reduced("patent.fee.exam")?])?)
        }
        Kind::Utility => reduced("patent.fee.utility"),
        Kind::Design => reduced("patent.fee.design"),
    }
}

/// The last day a company's work is protected: the last of the fiftieth year after it was first published (K).
pub fn copyright_until(published: Date, on: &PolicyOn<'_>) -> Result<Date, LawError> {
    let last = published.plus_years(on.years("copyright.years")?)?;
    Ok(Date::new(last.year(), 12, 31)?)
}
