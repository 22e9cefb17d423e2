//! Who gets a guaranteed startup loan, and how much (GL-01 to GL-12). Every unmet criterion is told, not the first.

use serde::{Deserialize, Serialize};

use super::LoanError;
use super::rates::one_year;
use crate::money::{Money, Rate};
use crate::policy::{PolicyError, PolicyOn};

/// An application for a guaranteed startup loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoanApplication {
    /// Who borrows.
    pub borrower: Borrower,
    /// The yearly rate the bank offers.
    pub rate: Rate,
    /// The term in months.
    pub months: i32,
    /// What the money is for, as 进货.
    pub purposes: Vec<String>,
    /// How many such loans the borrower has had, repaid ones included.
    pub loans_before: u32,
    /// Whether a counter-guarantee is offered.
    pub counter_guarantee: bool,
}

/// Who borrows and what was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Borrower {
    /// One person.
    Person(Member),
    /// Several who start a business together.
    Partnership(Vec<Member>),
    /// A small or micro enterprise.
    Enterprise {
        /// What it asks for.
        amount: Money,
        /// Its staff and whom it recruited.
        recruits: Recruits,
    },
}

/// A person who borrows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// What this person asks for.
    pub amount: Money,
    /// The group the person belongs to, in the words of the figure `startup-loan.groups`; empty for none.
    pub group: String,
    /// Whether the person owes another business loan.
    pub other_business_loan: bool,
}

/// An enterprise's staff and whom it recruited within the time that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recruits {
    /// Those employed on the day of applying.
    pub staff: u32,
    /// Recruits of the eligible groups within the last twelve months whose contracts run a year or more.
    pub recruited: u32,
}

/// A criterion of the loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LoanCriterion {
    /// The amount is above nought and, for a person or an enterprise, within the cap (GL-01, GL-04).
    Amount,
    /// No member of a partnership asks for more than a member may (GL-03).
    MemberAmount,
    /// A partnership has two members or more.
    Members,
    /// The term is within the limit (GL-02, GL-05).
    Term,
    /// The rate does not exceed the cap (GL-11).
    Rate,
    /// The money is for starting and running the business (GL-06).
    Purpose,
    /// Each person belongs to one of the groups (GL-12).
    Group,
    /// No person owes another business loan (GL-12).
    OtherLoans,
    /// It is not one loan too many (GL-09).
    Times,
    /// The enterprise recruited enough (GL-10).
    Recruits,
    /// A counter-guarantee is offered where one is asked for (GL-08).
    CounterGuarantee,
}

/// A criterion that is not met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FailedCriterion {
    /// Which.
    pub criterion: LoanCriterion,
    /// The id of the rule that asks for it.
    pub rule: String,
    /// What was asked for and found, in Chinese.
    pub says: String,
}

/// What is granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// The principal.
    pub amount: Money,
    /// The yearly rate.
    pub rate: Rate,
    /// The term in months.
    pub months: u32,
    /// The share of the interest that the treasury pays.
    pub subsidy: Rate,
}

/// The three kinds of borrower, whom the programme treats each in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StartupBorrower {
    /// One person.
    Person,
    /// Several who start a business together.
    Partnership,
    /// A small or micro enterprise.
    Enterprise,
}

impl StartupBorrower {
    /// The word in the names of its figures.
    const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Partnership => "partnership",
            Self::Enterprise => "enterprise",
        }
    }
}

impl Borrower {
    /// Which of the three kinds.
    const fn kind(&self) -> StartupBorrower {
        match self {
            Self::Person(_) => StartupBorrower::Person,
            Self::Partnership(_) => StartupBorrower::Partnership,
            Self::Enterprise { .. } => StartupBorrower::Enterprise,
        }
    }
}

/// The most that can be lent: a person's or an enterprise's cap; to partners a member's cap for each of so many, within the
/// common cap (GL-01, GL-03, GL-04).
pub fn startup_limit(borrower: StartupBorrower, people: u32, on: &PolicyOn<'_>) -> Result<Money, LoanError> {
    let cap = on.money(&format!("startup-loan.{}.cap", borrower.word()))?;
    match borrower {
        StartupBorrower::Person | StartupBorrower::Enterprise => Ok(cap),
        StartupBorrower::Partnership => {
            let each = on.money("startup-loan.partnership.member-cap")?;
            Ok(each.checked_mul_int(i64::from(people))?.min(cap))
        }
    }
}

/// The share of the interest that the treasury pays (GL-V04, GL-V05).
pub fn startup_subsidy(borrower: StartupBorrower, on: &PolicyOn<'_>) -> Result<Rate, PolicyError> {
    on.rate(&format!("startup-loan.{}.subsidy", borrower.word()))
}

/// The highest yearly rate of a startup loan on the day: the one-year loan prime rate and the margin, itself allowed.
pub fn rate_cap(on: &PolicyOn<'_>) -> Result<Rate, PolicyError> {
    let ppm = one_year(on)?.ppm().saturating_add(on.rate("startup-loan.margin")?.ppm());
    Ok(Rate::try_from_ppm(ppm).unwrap_or(Rate::ZERO))
}

/// Examines an application. Grants the amount asked for (to a partnership at most the common cap, GL-V07), or refuses
/// with every criterion that is not met ([`LoanError::Ineligible`]).
pub fn examine(application: &LoanApplication, on: &PolicyOn<'_>) -> Result<Approval, LoanError> {
    let mut desk = Desk { on, failed: Vec::new() };
    let kind = application.borrower.kind();
    let amount = match &application.borrower {
        Borrower::Person(member) => desk.person(member, application.counter_guarantee)?,
        Borrower::Partnership(members) => desk.partnership(members)?,
        Borrower::Enterprise { amount, recruits } => desk.enterprise(*amount, *recruits)?,
    };
    desk.common(application, kind.word())?;
    if !desk.failed.is_empty() {
        return Err(LoanError::Ineligible(desk.failed));
    }
    Ok(Approval {
        amount,
        rate: application.rate,
        months: u32::try_from(application.months).map_err(|_| LoanError::Months(0))?,
        subsidy: startup_subsidy(kind, on)?,
    })
}

struct Desk<'a> {
    on: &'a PolicyOn<'a>,
    failed: Vec<FailedCriterion>,
}

impl Desk<'_> {
    /// Notes a criterion of a figure as not met.
    fn fail(&mut self, criterion: LoanCriterion, figure: &str, says: String) -> Result<(), PolicyError> {
        let rule = self.on.figure(figure)?.rule.to_owned();
        self.failed.push(FailedCriterion { criterion, rule, says });
        Ok(())
    }

    fn amount(&mut self, amount: Money, figure: &str) -> Result<(), PolicyError> {
        let cap = self.on.money(figure)?;
        if !amount.is_positive() || amount > cap {
            self.fail(LoanCriterion::Amount, figure, format!("最高 {cap} 元，申请 {amount} 元"))?;
        }
        Ok(())
    }

    fn eligible(&mut self, member: &Member) -> Result<(), PolicyError> {
        let groups = self.on.words("startup-loan.groups")?;
        if !groups.contains(&member.group) {
            let says = format!("对象限于{}", groups.join("、"));
            self.fail(LoanCriterion::Group, "startup-loan.groups", says)?;
        }
        if member.other_business_loan {
            let says = "申请前还有其他经营性贷款".to_owned();
            self.fail(LoanCriterion::OtherLoans, "startup-loan.groups", says)?;
        }
        Ok(())
    }

    fn person(&mut self, member: &Member, counter_guarantee: bool) -> Result<Money, LoanError> {
        self.amount(member.amount, "startup-loan.person.cap")?;
        self.eligible(member)?;
        // Before the exemption came into force, every loan needed a counter-guarantee.
        let (free, figure) = match self.on.money("startup-loan.no-guarantor") {
            Ok(free) => (free, "startup-loan.no-guarantor"),
            Err(PolicyError::NotInForce { .. }) => (Money::ZERO, "startup-loan.person.cap"),
            Err(other) => return Err(other.into()),
        };
        if member.amount > free && !counter_guarantee {
            let says = format!("超过 {free} 元的要提供反担保");
            self.fail(LoanCriterion::CounterGuarantee, figure, says)?;
        }
        Ok(member.amount)
    }

    fn partnership(&mut self, members: &[Member]) -> Result<Money, LoanError> {
        let (cap, each) = ("startup-loan.partnership.cap", "startup-loan.partnership.member-cap");
        if members.len() < 2 {
            self.fail(LoanCriterion::Members, cap, "合伙创业至少两人".to_owned())?;
        }
        let member_cap = self.on.money(each)?;
        for member in members {
            if !member.amount.is_positive() || member.amount > member_cap {
                let says = format!("每人最高 {member_cap} 元，申请 {} 元", member.amount);
                self.fail(LoanCriterion::MemberAmount, each, says)?;
            }
            self.eligible(member)?;
        }
        let asked = Money::total(members.iter().map(|member| member.amount))?;
        Ok(asked.min(self.on.money(cap)?))
    }

    fn enterprise(&mut self, amount: Money, recruits: Recruits) -> Result<Money, LoanError> {
        self.amount(amount, "startup-loan.enterprise.cap")?;
        let large = i64::from(recruits.staff) > self.on.count("startup-loan.recruits-large-above")?;
        let figure = if large { "startup-loan.recruits-large" } else { "startup-loan.recruits" };
        let share = self.on.rate(figure)?;
        // Compared as products: recruited / staff ≥ share, without a rounded quotient.
        let found = i128::from(recruits.recruited).saturating_mul(i128::from(Rate::ONE.ppm()));
        let asked = i128::from(recruits.staff).saturating_mul(i128::from(share.ppm()));
        if recruits.staff == 0 || found < asked {
            let says =
                format!("新招人员要达到在职人数的 {share}，在职 {} 人，新招 {} 人", recruits.staff, recruits.recruited);
            self.fail(LoanCriterion::Recruits, figure, says)?;
        }
        Ok(amount)
    }

    fn common(&mut self, application: &LoanApplication, kind: &str) -> Result<(), PolicyError> {
        let months = format!("startup-loan.{kind}.months");
        let longest = self.on.months(&months)?;
        if application.months < 1 || application.months > longest {
            let says = format!("期限最长 {longest} 个月，申请 {} 个月", application.months);
            self.fail(LoanCriterion::Term, &months, says)?;
        }
        let cap = rate_cap(self.on)?;
        if application.rate < Rate::ZERO || application.rate > cap {
            let says = format!("利率最高 {cap}，约定 {}", application.rate);
            self.fail(LoanCriterion::Rate, "startup-loan.margin", says)?;
        }
        let barred = self.on.words("startup-loan.purposes-barred")?;
        for purpose in application.purposes.iter().filter(|purpose| barred.contains(purpose)) {
            let says = format!("贷款不得用于{purpose}");
            self.fail(LoanCriterion::Purpose, "startup-loan.purposes-barred", says)?;
        }
        if application.purposes.is_empty() {
            self.fail(LoanCriterion::Purpose, "startup-loan.purposes", "没有写明用途".to_owned())?;
        }
        let times = self.on.count("startup-loan.times")?;
        if i64::from(application.loans_before) >= times {
            let says = format!("累计最多 {times} 次，已经借过 {} 次", application.loans_before);
            self.fail(LoanCriterion::Times, "startup-loan.times", says)?;
        }
        Ok(())
    }
}
