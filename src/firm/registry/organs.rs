//! A company's organs and who may sit in them (REG-10 to REG-12, REG-21, 公司法68, 69, 75, 76, 83, 178).

use crate::calendar::Date;
use crate::policy::{PolicyError, PolicyOn};

/// Who supervises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Supervision {
    /// Nobody.
    None {
        /// Whether all shareholders agreed to that.
        unanimous: bool,
    },
    /// A supervisor.
    One,
    /// A board of supervisors.
    Board {
        /// Its members.
        members: u32,
        /// Those of them who represent the employees.
        employees: u32,
    },
    /// An audit committee of directors, within the board.
    AuditCommittee,
}

/// The organs of a limited company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Organs {
    /// How many directors.
    pub directors: u32,
    /// Who supervises.
    pub supervision: Supervision,
    /// Whether a director or a senior manager supervises too.
    pub director_supervises: bool,
}

/// What is wrong with the organs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrgansDefect {
    /// No director.
    NoDirector,
    /// More than one director and fewer than a board has.
    BoardTooSmall,
    /// No supervisor without the consent of all shareholders.
    NoSupervisor,
    /// A board of supervisors with too few members.
    SupervisorsTooFew,
    /// Too few of its members represent the employees.
    EmployeesTooFew,
    /// An audit committee without a board of directors.
    CommitteeWithoutBoard,
    /// A director or senior manager supervises.
    DirectorSupervises,
}

impl OrgansDefect {
    /// The rule's id.
    pub const fn rule(self) -> &'static str {
        match self {
            OrgansDefect::NoDirector => "company-law-75",
            OrgansDefect::BoardTooSmall => "company-law-68",
            OrgansDefect::NoSupervisor => "company-law-83",
            OrgansDefect::SupervisorsTooFew | OrgansDefect::EmployeesTooFew | OrgansDefect::DirectorSupervises => {
                "company-law-76"
            }
            OrgansDefect::CommitteeWithoutBoard => "company-law-69",
        }
    }
}

/// Everything wrong with a limited company's organs.
pub fn examine(organs: &Organs, on: &PolicyOn<'_>) -> Result<Vec<OrgansDefect>, PolicyError> {
    let mut found = Vec::new();
    let has_board = i64::from(organs.directors) >= on.count("company.board-min")?;
    if organs.directors == 0 {
        found.push(OrgansDefect::NoDirector);
    } else if organs.directors > 1 && !has_board {
        found.push(OrgansDefect::BoardTooSmall);
    }
    match organs.supervision {
        Supervision::None { unanimous: true } | Supervision::One => {}
        Supervision::None { unanimous: false } => found.push(OrgansDefect::NoSupervisor),
        Supervision::AuditCommittee if has_board => {}
        Supervision::AuditCommittee => found.push(OrgansDefect::CommitteeWithoutBoard),
        Supervision::Board { members, employees } => {
            if i64::from(members) < on.count("supervisors.board-min")? {
                found.push(OrgansDefect::SupervisorsTooFew);
            }
            let share = on.ratio("supervisors.employees")?;
            let has = u64::from(employees).saturating_mul(u64::from(share.den));
            if has < u64::from(members).saturating_mul(u64::from(share.num)) {
                found.push(OrgansDefect::EmployeesTooFew);
            }
        }
    }
    if organs.director_supervises {
        found.push(OrgansDefect::DirectorSupervises);
    }
    Ok(found)
}

/// What stands against somebody as a director, supervisor or senior manager.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Without full capacity.
    pub incapable: bool,
    /// Convicted of one of the economic crimes; the day the sentence was served.
    pub crime_served: Option<Date>,
    /// The same with a suspended sentence; the day its probation ended.
    pub probation_ended: Option<Date>,
    /// Personally responsible for a bankruptcy, or as legal representative for a revocation; the day of it.
    pub ruined: Option<Date>,
    /// Listed as a judgment debtor for a large debt due and unpaid.
    pub judgment_debtor: bool,
}

/// Why somebody may not hold the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// Without full capacity.
    Incapable,
    /// Convicted, and the years are not over.
    Convicted,
    /// Responsible for a bankruptcy or revocation, and the years are not over.
    Ruined,
    /// A judgment debtor.
    JudgmentDebtor,
}

/// Everything that bars somebody from office on the policy's day (REG-21, 公司法178); on the day the years are over, nothing
/// does.
pub fn bars(person: &Person, on: &PolicyOn<'_>) -> Result<Vec<Bar>, PolicyError> {
    let within = |since: Option<Date>, figure: &str| -> Result<bool, PolicyError> {
        since.map_or(Ok(false), |since| Ok(on.date() < on.term_from(figure, since)?))
    };
    let convicted = within(person.crime_served, "officer.crime-years")?
        || within(person.probation_ended, "officer.probation-years")?;
    let all = [
        (person.incapable, Bar::Incapable),
        (convicted, Bar::Convicted),
        (within(person.ruined, "officer.bankrupt-years")?, Bar::Ruined),
        (person.judgment_debtor, Bar::JudgmentDebtor),
    ];
    Ok(all.into_iter().filter(|(barred, _)| *barred).map(|(_, bar)| bar).collect())
}
