//! Endings of a contract: on which ground, whether it is lawful, and what is owed (HR-12 to HR-17, HR-21, HR-34, HR-35).

use serde::{Deserialize, Serialize};

use super::error::PeopleError;
use super::severance::{self, Basis};
use super::span::Service;
use crate::calendar::Date;
use crate::money::Money;
use crate::policy::{PolicyOn, RestDay, Term};

/// On which ground a contract ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ground {
    /// Both agree, the employer having asked.
    AgreedEmployerAsked,
    /// Both agree, the employee having asked.
    AgreedEmployeeAsked,
    /// The employee resigns.
    Resignation,
    /// The employee leaves because of the employer's breach: wages or insurance not paid, unlawful rules.
    EmployersBreach,
    /// The employee's fault.
    Fault(Fault),
    /// Nobody's fault.
    NoFault(NoFault, Notice),
    /// Staff is cut for one of the four reasons of article 41; none is named in an unlawful cut.
    Layoff(Option<LayoffReason>, LayoffSteps),
    /// A fixed term runs out.
    Expired(Renewal),
    /// Within the first month the employee will not sign.
    WillNotSign,
    /// Bankruptcy, revocation, an order to close, early dissolution.
    EmployerEnds,
    /// The employer dismisses without a ground.
    None,
}

/// The employee's faults of article 39.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// In probation, not up to the conditions of hiring.
    NotUpToConditions,
    /// A grave breach of the rules.
    GraveBreach,
    /// Grave neglect or self-dealing with great damage.
    GraveDamage,
    /// A second employment that harms the work or is kept up against demand.
    SecondEmployment,
    /// Fraud or duress in making the contract.
    Fraud,
    /// Held criminally responsible.
    Criminal,
}

/// The grounds of article 40.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoFault {
    /// Unable to work after the medical period.
    UnfitAfterSickness,
    /// Incompetent, and still so after training or a change of post.
    Incompetent,
    /// Circumstances changed greatly and no agreement was reached.
    Changed,
}

/// How an ending of article 40 was announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notice {
    /// Thirty days before, in writing.
    Given,
    /// A month's wage instead.
    Paid,
}

/// The reasons of article 41.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LayoffReason {
    /// Reorganisation in bankruptcy.
    Reorganisation,
    /// Grave difficulty in the business.
    Difficulty,
    /// Change of product, a great technical change, a change in the way of business, after contracts were changed.
    Restructuring,
    /// The economic circumstances of the contract changed greatly.
    Changed,
}

/// Whether the steps of a layoff were kept: explained thirty days before and reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LayoffSteps {
    /// They were.
    Kept,
    /// They were not.
    Skipped,
}

/// What the employer offered when a term ran out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Renewal {
    /// Nothing.
    NotOffered,
    /// The same terms or better, which the employee declined.
    SameOrBetterDeclined,
    /// Worse terms, which the employee declined.
    WorseDeclined,
}

/// Who may not be dismissed on articles 40 and 41 (HR-17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Protection {
    /// Pregnant, just delivered or nursing.
    Motherhood,
    /// Within the medical period.
    MedicalPeriod,
    /// An occupational disease, or suspected and under examination.
    OccupationalDisease,
    /// Lost the ability to work by an injury at work.
    WorkInjury,
    /// Fifteen years of service and less than five years to retirement; see [`near_retirement`].
    NearRetirement,
}

/// What an ending makes the employer owe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owed {
    /// Nothing but the wage.
    Nothing,
    /// N.
    Severance,
    /// N and a month's wage.
    SeveranceAndNotice,
    /// 2N, or the work goes on if the employee asks for that.
    Double,
}

/// How an ending is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What is owed.
    pub owed: Owed,
    /// The rule's id.
    pub rule: &'static str,
}

impl Verdict {
    /// Whether the law allows the ending.
    pub const fn is_lawful(self) -> bool {
        !matches!(self.owed, Owed::Double)
    }
}

/// Judges an ending. `protection` stops only articles 40 and 41.
pub fn judge(ground: Ground, protection: Option<Protection>) -> Verdict {
    let (owed, rule) = match ground {
        Ground::NoFault(..) | Ground::Layoff(..) if protection.is_some() => (Owed::Double, "labour-contract-law-42"),
        Ground::AgreedEmployerAsked => (Owed::Severance, "labour-contract-law-36"),
        Ground::AgreedEmployeeAsked => (Owed::Nothing, "labour-contract-law-36"),
        Ground::Resignation => (Owed::Nothing, "labour-contract-law-37"),
        Ground::EmployersBreach => (Owed::Severance, "labour-contract-law-38"),
        Ground::Fault(_) => (Owed::Nothing, "labour-contract-law-39"),
        Ground::NoFault(_, Notice::Given) => (Owed::Severance, "labour-contract-law-40"),
        Ground::NoFault(_, Notice::Paid) => (Owed::SeveranceAndNotice, "labour-contract-law-40"),
        Ground::Layoff(Some(_), LayoffSteps::Kept) => (Owed::Severance, "labour-contract-law-41"),
        Ground::Layoff(..) => (Owed::Double, "labour-contract-law-41"),
        Ground::Expired(Renewal::SameOrBetterDeclined) => (Owed::Nothing, "labour-contract-law-46"),
        Ground::Expired(_) | Ground::EmployerEnds => (Owed::Severance, "labour-contract-law-46"),
        Ground::WillNotSign => (Owed::Nothing, "labour-contract-regulation-5"),
        Ground::None => (Owed::Double, "labour-contract-law-87"),
    };
    Verdict { owed, rule }
}

/// What is paid at an ending, beside the wage of the last month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// N, or 2N.
    pub severance: Money,
    /// The month's wage instead of notice.
    pub notice: Money,
}

impl Settlement {
    /// Both together.
    pub fn total(self) -> Result<Money, PeopleError> {
        Ok(self.severance.checked_add(self.notice)?)
    }
}

/// What a verdict comes to for somebody's basis, last month's wage and service (LAB-V07).
pub fn settle(
    owed: Owed,
    basis: Basis,
    last_month: Money,
    service: Service,
    on: &PolicyOn<'_>,
) -> Result<Settlement, PeopleError> {
    let none = Money::ZERO;
    Ok(match owed {
        Owed::Nothing => Settlement { severance: none, notice: none },
        Owed::Severance => Settlement { severance: severance::severance(basis, service, on)?, notice: none },
        Owed::SeveranceAndNotice => Settlement {
            severance: severance::severance(basis, service, on)?,
            notice: severance::notice_pay(last_month, on)?,
        },
        Owed::Double => Settlement { severance: severance::wrongful(basis, service, on)?, notice: none },
    })
}

/// Whether somebody is protected as near to retirement: fifteen years of service and less than five years to go.
pub fn near_retirement(service: Service, to_retirement: Service, on: &PolicyOn<'_>) -> Result<bool, PeopleError> {
    let served = service.reaches(on.years("protected.service")?.saturating_mul(12));
    Ok(served && !to_retirement.reaches(on.years("protected.retirement")?.saturating_mul(12)))
}

/// The first day on which a resignation takes effect: thirty days after notice, three in probation (HR-12).
pub fn resignation_effective(given: Date, in_probation: bool, on: &PolicyOn<'_>) -> Result<Date, PeopleError> {
    Ok(on.term_from(if in_probation { "notice.resign-probation" } else { "notice.resign" }, given)?)
}

/// The last day on which a claim may be brought to arbitration: a year after the injury was known, for wages a year after
/// the employment ended (HR-32).
pub fn claim_by(
    known: Date,
    ended: Option<Date>,
    unpaid_wages: bool,
    on: &PolicyOn<'_>,
) -> Result<Option<Date>, PeopleError> {
    let term = Term::Years(on.years("arbitration.limit")?);
    let from = if unpaid_wages { ended } else { Some(known) };
    from.map(|from| on.term_end(term, RestDay::NextWorkingDay, from)).transpose().map_err(PeopleError::from)
}
