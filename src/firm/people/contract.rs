//! The employment contract and what the law finds wrong with it (HR-01 to HR-11, HR-23).

use super::error::PeopleError;
use super::span::{span_pay, whole_months};
use super::wages::{self, Zone};
use crate::calendar::Date;
use crate::money::{Money, Rate};
use crate::policy::{PolicyError, PolicyOn};

/// A contract as agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contract {
    /// The first day of work.
    pub first: Date,
    /// How long it lasts.
    pub length: Length,
    /// How the working time is agreed.
    pub time: WorkTime,
    /// Where the wage is earned.
    pub zone: Zone,
    /// The month's wage after probation; for part-time work the hour's.
    pub wage: Money,
    /// The lowest wage of the same post, if the employer has others.
    pub lowest_of_post: Option<Money>,
    /// Probation, if agreed.
    pub probation: Option<Probation>,
    /// Whether the same employer has had probation with the same person before.
    pub probation_before: bool,
    /// Further terms.
    pub clauses: Vec<Clause>,
}

impl Contract {
    /// An open-ended contract for full-time work in the city's districts, without probation or further terms.
    pub fn plain(first: Date, wage: Money) -> Self {
        Self {
            first,
            length: Length::OpenEnded,
            time: WorkTime::Full,
            zone: Zone::Urban,
            wage,
            lowest_of_post: None,
            probation: None,
            probation_before: false,
            clauses: Vec::new(),
        }
    }
}

/// How long a contract lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// To a last day.
    Fixed(Date),
    /// Open-ended.
    OpenEnded,
    /// Until a task is done.
    Task,
}

/// How the working time is agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkTime {
    /// Full time.
    Full,
    /// By the hour (非全日制).
    Part {
        /// Hours on an average day.
        day_hours: u32,
        /// Hours in a week.
        week_hours: u32,
        /// Days between settlements of the wage.
        settlement_days: i32,
    },
}

/// Agreed probation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Probation {
    /// Its last day.
    pub last: Date,
    /// The month's wage in it.
    pub wage: Money,
}

/// A further term of a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clause {
    /// The employee may not compete after leaving.
    NonCompete {
        /// For so many months.
        months: i32,
        /// Whether the person is a senior manager, a senior engineer or bound to secrecy, and knows secrets indeed.
        knows_secrets: bool,
        /// What is paid for it each month.
        monthly: Money,
    },
    /// A promise to stay after training that the employer paid for.
    ServicePeriod {
        /// What the training cost.
        cost: Money,
        /// Months promised.
        months: i32,
        /// What leaving at once would cost.
        damages: Money,
    },
    /// Damages for anything else.
    OtherDamages(Money),
    /// Papers are kept.
    KeepsPapers,
    /// A deposit is taken.
    Deposit(Money),
    /// Social insurance is given up.
    NoSocialInsurance,
}

/// What is wrong with a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Defect {
    /// The last day lies before the first.
    EndsBeforeBegin,
    /// This kind of contract may have no probation.
    ProbationNotAllowed,
    /// Probation is longer than the law allows; the last day it may have.
    ProbationTooLong(Date),
    /// Probation goes beyond the contract, or is all of it: then it is the contract.
    ProbationIsContract,
    /// Probation for the second time.
    ProbationTwice,
    /// Probation pays too little; the least it may pay.
    ProbationPaysTooLittle(Money),
    /// The wage is below the minimum; the minimum.
    BelowMinimumWage(Money),
    /// Part-time work of too many hours.
    PartTimeHours,
    /// Part-time work settled too seldom.
    PartTimeSettlement,
    /// Competition is forbidden to somebody who knows no secrets.
    NonCompeteWithoutSecrets,
    /// Competition is forbidden for too long; the months allowed.
    NonCompeteTooLong(i32),
    /// Nothing is paid for not competing.
    NonCompeteUnpaid,
    /// Damages above the cost of training.
    ServiceDamagesTooHigh(Money),
    /// Damages that the law does not know.
    DamagesForbidden,
    /// Papers may not be kept.
    PapersKept,
    /// A deposit may not be taken.
    DepositTaken,
    /// Social insurance cannot be given up.
    SocialInsuranceWaived,
}

/// One of each kind, to look one up by its id.
const KINDS: [Defect; 17] = [
    Defect::EndsBeforeBegin,
    Defect::ProbationNotAllowed,
    Defect::ProbationTooLong(Date::MIN),
    Defect::ProbationIsContract,
    Defect::ProbationTwice,
    Defect::ProbationPaysTooLittle(Money::ZERO),
    Defect::BelowMinimumWage(Money::ZERO),
    Defect::PartTimeHours,
    Defect::PartTimeSettlement,
    Defect::NonCompeteWithoutSecrets,
    Defect::NonCompeteTooLong(0),
    Defect::NonCompeteUnpaid,
    Defect::ServiceDamagesTooHigh(Money::ZERO),
    Defect::DamagesForbidden,
    Defect::PapersKept,
    Defect::DepositTaken,
    Defect::SocialInsuranceWaived,
];

impl Defect {
    /// Its stable name.
    pub const fn id(self) -> &'static str {
        match self {
            Defect::EndsBeforeBegin => "ends-before-begin",
            Defect::ProbationNotAllowed => "probation-not-allowed",
            Defect::ProbationTooLong(_) => "probation-too-long",
            Defect::ProbationIsContract => "probation-is-contract",
            Defect::ProbationTwice => "probation-twice",
            Defect::ProbationPaysTooLittle(_) => "probation-pays-too-little",
            Defect::BelowMinimumWage(_) => "below-minimum-wage",
            Defect::PartTimeHours => "part-time-hours",
            Defect::PartTimeSettlement => "part-time-settlement",
            Defect::NonCompeteWithoutSecrets => "non-compete-without-secrets",
            Defect::NonCompeteTooLong(_) => "non-compete-too-long",
            Defect::NonCompeteUnpaid => "non-compete-unpaid",
            Defect::ServiceDamagesTooHigh(_) => "service-damages-too-high",
            Defect::DamagesForbidden => "damages-forbidden",
            Defect::PapersKept => "papers-kept",
            Defect::DepositTaken => "deposit-taken",
            Defect::SocialInsuranceWaived => "social-insurance-waived",
        }
    }

    /// The rule behind the kind of this name; none where no kind has it.
    pub fn rule_of(id: &str) -> Option<&'static str> {
        KINDS.iter().find(|kind| kind.id() == id).map(|kind| kind.rule())
    }

    /// Named values of its message: the limit that the law sets.
    pub fn args(self) -> Vec<(String, String)> {
        let limit = match self {
            Defect::ProbationTooLong(last) => last.chinese(),
            Defect::ProbationPaysTooLittle(least)
            | Defect::BelowMinimumWage(least)
            | Defect::ServiceDamagesTooHigh(least) => least.to_string(),
            Defect::NonCompeteTooLong(months) => months.to_string(),
            _ => return Vec::new(),
        };
        vec![("limit".to_owned(), limit)]
    }

    /// The rule's id.
    pub const fn rule(self) -> &'static str {
        match self {
            Defect::EndsBeforeBegin => "labour-contract-law-17",
            Defect::ProbationNotAllowed
            | Defect::ProbationTooLong(_)
            | Defect::ProbationIsContract
            | Defect::ProbationTwice => "labour-contract-law-19",
            Defect::ProbationPaysTooLittle(_) | Defect::BelowMinimumWage(_) => "labour-contract-law-20",
            Defect::PartTimeHours | Defect::PartTimeSettlement => "labour-contract-law-68",
            Defect::NonCompeteWithoutSecrets => "labour-interpretation-2025-13",
            Defect::NonCompeteTooLong(_) | Defect::NonCompeteUnpaid => "labour-contract-law-23",
            Defect::ServiceDamagesTooHigh(_) => "labour-contract-law-22",
            Defect::DamagesForbidden => "labour-contract-law-25",
            Defect::PapersKept | Defect::DepositTaken => "labour-contract-law-9",
            Defect::SocialInsuranceWaived => "labour-interpretation-2025-19",
        }
    }
}

/// Everything that is wrong with a contract, on its first day. A written form is asked for within a month of it and is
/// judged by [`super::unsigned`].
pub fn examine(contract: &Contract, on: &PolicyOn<'_>) -> Result<Vec<Defect>, PeopleError> {
    let mut found = Vec::new();
    if let Length::Fixed(last) = contract.length
        && last < contract.first
    {
        return Ok(vec![Defect::EndsBeforeBegin]);
    }
    found.extend(wage_defects(contract, on)?);
    if let Some(probation) = contract.probation {
        found.extend(probation_defects(contract, probation, on)?);
    }
    for clause in &contract.clauses {
        found.extend(clause_defect(*clause, on)?);
    }
    Ok(found)
}

fn wage_defects(contract: &Contract, on: &PolicyOn<'_>) -> Result<Vec<Defect>, PeopleError> {
    let mut found = Vec::new();
    let least = match contract.time {
        WorkTime::Full => wages::monthly(contract.zone, on)?,
        WorkTime::Part { .. } => wages::hourly(contract.zone, on)?,
    };
    if contract.wage < least {
        found.push(Defect::BelowMinimumWage(least));
    }
    if let WorkTime::Part { day_hours, week_hours, settlement_days } = contract.time {
        let day_over = i64::from(day_hours) > on.count("part-time.day")?;
        let week_over = i64::from(week_hours) > on.count("part-time.week")?;
        if day_over || week_over {
            found.push(Defect::PartTimeHours);
        }
        if settlement_days > on.days("part-time.settlement")? {
            found.push(Defect::PartTimeSettlement);
        }
    }
    Ok(found)
}

fn probation_defects(contract: &Contract, probation: Probation, on: &PolicyOn<'_>) -> Result<Vec<Defect>, PeopleError> {
    let mut found = Vec::new();
    match longest_probation(contract, on)? {
        None => found.push(Defect::ProbationNotAllowed),
        Some(last) if probation.last > last => found.push(Defect::ProbationTooLong(last)),
        Some(_) => {}
    }
    if matches!(contract.length, Length::Fixed(last) if probation.last >= last) {
        found.push(Defect::ProbationIsContract);
    }
    if contract.probation_before {
        found.push(Defect::ProbationTwice);
    }
    if contract.time == WorkTime::Full {
        let least = probation_floor(contract, on)?;
        if probation.wage < least {
            found.push(Defect::ProbationPaysTooLittle(least));
        }
    }
    Ok(found)
}

/// The last day probation may have, by the length of the contract; none where probation is not allowed (HR-04).
pub fn longest_probation(contract: &Contract, on: &PolicyOn<'_>) -> Result<Option<Date>, PeopleError> {
    let long = on.months("contract.probation.long")?;
    let months = match (contract.time, contract.length) {
        (WorkTime::Part { .. }, _) | (WorkTime::Full, Length::Task) => return Ok(None),
        (WorkTime::Full, Length::OpenEnded) => long,
        (WorkTime::Full, Length::Fixed(last)) => whole_months(contract.first, last)?,
    };
    let figure = if months < on.months("contract.probation.short")? {
        return Ok(None);
    } else if months < on.months("contract.probation.middle")? {
        "contract.probation.short-max"
    } else if months < long {
        "contract.probation.middle-max"
    } else {
        "contract.probation.long-max"
    };
    Ok(Some(contract.first.plus_months(on.months(figure)?)?.plus_days(-1)?))
}

/// The least a month of probation may pay: 80 % of the post's lowest wage or of the agreed one, whichever is less, and never
/// less than the minimum wage (HR-06, LAB-V13, LAB-V14).
pub fn probation_floor(contract: &Contract, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    let share: Rate = on.rate("contract.probation.pay")?;
    let reference = contract.lowest_of_post.map_or(contract.wage, |lowest| lowest.min(contract.wage));
    Ok(reference.at(share)?.max(wages::monthly(contract.zone, on)?))
}

/// What unlawful probation costs once it was served: the wage after probation for the days beyond the lawful last day, at
/// most to `served_to` (HR-07, LAB-V12). The money is owed beside the wage that was paid.
///
/// Source: 劳动合同法 83.
pub fn unlawful_probation_pay(contract: &Contract, served_to: Date, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    let Some(probation) = contract.probation else { return Ok(Money::ZERO) };
    let first_over = match longest_probation(contract, on)? {
        Some(last) => last.plus_days(1)?,
        None => contract.first,
    };
    let last = probation.last.min(served_to);
    if last < first_over {
        return Ok(Money::ZERO);
    }
    span_pay(contract.wage, first_over, last, on)
}

/// What an employee who leaves within the promised time owes for training: the damages agreed, at most the cost, by the
/// months not served, rounded once (HR-09). Refuses a promise of no months.
///
/// Source: 劳动合同法 22.
pub fn service_period_damages(cost: Money, damages: Money, months: i32, served: i32) -> Result<Money, PeopleError> {
    let left = months.saturating_sub(served.max(0)).max(0);
    Ok(damages.min(cost).prorate(i64::from(left), i64::from(months))?)
}

/// The fine for deposits taken, by people: the least and the most (HR-11).
pub fn deposit_fine(people: u32, on: &PolicyOn<'_>) -> Result<(Money, Money), PeopleError> {
    let each =
        |figure: &str| -> Result<Money, PeopleError> { Ok(on.money(figure)?.checked_mul_int(i64::from(people))?) };
    Ok((each("contract.deposit-fine.low")?, each("contract.deposit-fine.high")?))
}

fn clause_defect(clause: Clause, on: &PolicyOn<'_>) -> Result<Option<Defect>, PolicyError> {
    Ok(match clause {
        Clause::NonCompete { knows_secrets: false, .. } => Some(Defect::NonCompeteWithoutSecrets),
        Clause::NonCompete { months, monthly, knows_secrets: true } => {
            let most = on.years("contract.non-compete")?.saturating_mul(12);
            if months > most {
                Some(Defect::NonCompeteTooLong(most))
            } else {
                Some(Defect::NonCompeteUnpaid).filter(|_| !monthly.is_positive())
            }
        }
        Clause::ServicePeriod { cost, damages, .. } => {
            Some(Defect::ServiceDamagesTooHigh(cost)).filter(|_| damages > cost)
        }
        Clause::OtherDamages(_) => Some(Defect::DamagesForbidden),
        Clause::KeepsPapers => Some(Defect::PapersKept),
        Clause::Deposit(_) => Some(Defect::DepositTaken),
        Clause::NoSocialInsurance => Some(Defect::SocialInsuranceWaived),
    })
}
