//! Money of banks, of the treasury and of the owners: guaranteed loans, early repayment, grants, shares, dividends.

use serde::{Deserialize, Serialize};

use super::Kind;
use super::deed::{Act, Deed, count, place};
use crate::firm::equity::{self, CapTable, ShareClass};
use crate::firm::grants::GrantCase;
use crate::firm::loans::{Borrower, Loan, LoanApplication, Member, Recruits, RepaymentMethod};
use crate::firm::registry::ApplicationField;
use crate::money::Money;
use crate::scenario::moment::Moment;
use crate::scenario::reckon::{GuaranteedKind, ReckonError};
use crate::scenario::term::Term;

/// A guaranteed startup loan is applied for and drawn. The company's own comes into its loans; what persons are granted they
/// lend on to the company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BorrowGuaranteed {
    /// Who borrows.
    pub kind: GuaranteedKind,
    /// How much; for partners, each of them.
    pub amount: Term,
    /// The annual rate: `3.1%`.
    pub annual: Term,
    /// How many months it runs.
    pub months: i32,
    /// How the company's own is paid back.
    #[serde(default = "bullet")]
    pub method: RepaymentMethod,
    /// What the money is for, as 进货.
    pub purposes: Vec<Term>,
    /// The persons' group, in the policy's words, as 高校毕业生.
    #[serde(default)]
    pub group: Option<Term>,
    /// How many partners borrow; two where left out.
    #[serde(default)]
    pub people: Option<Term>,
    /// The company's staff on the day.
    #[serde(default)]
    pub staff: Option<Term>,
    /// Whom it recruited of the eligible groups.
    #[serde(default)]
    pub recruited: Option<Term>,
    /// Whether a counter-guarantee is offered.
    #[serde(default)]
    pub counter_guarantee: bool,
    /// How many such loans there were before.
    #[serde(default)]
    pub loans_before: u32,
}

fn bullet() -> RepaymentMethod {
    RepaymentMethod::Bullet
}

impl BorrowGuaranteed {
    fn borrower(&self, moment: &Moment<'_>) -> Result<Borrower, ReckonError> {
        let amount = self.amount.money(moment)?;
        let group = self.group.as_ref().map(|group| group.text(moment)).unwrap_or_default();
        let member = Member { amount, group, other_business_loan: false };
        let number = |term: &Option<Term>, otherwise| term.as_ref().map_or(Ok(otherwise), |term| count(term, moment));
        Ok(match self.kind {
            GuaranteedKind::Personal => Borrower::Person(member),
            GuaranteedKind::Partners => {
                let people = usize::try_from(number(&self.people, 2)?.min(PARTNERS_MAX)).unwrap_or(0);
                Borrower::Partnership(vec![member; people])
            }
            GuaranteedKind::Company => {
                let recruits = Recruits { staff: number(&self.staff, 0)?, recruited: number(&self.recruited, 0)? };
                Borrower::Enterprise { amount, recruits }
            }
        })
    }
}

/// A company has fifty owners at most.
const PARTNERS_MAX: u32 = 50;

impl Deed for BorrowGuaranteed {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let application = LoanApplication {
            borrower: self.borrower(moment)?,
            rate: self.annual.rate(moment)?,
            months: self.months,
            purposes: self.purposes.iter().map(|purpose| purpose.text(moment)).collect(),
            loans_before: self.loans_before,
            counter_guarantee: self.counter_guarantee,
        };
        let (method, own) = (self.method, self.kind == GuaranteedKind::Company);
        Ok(Box::new(move |firm, policy| {
            if own {
                firm.borrow_guaranteed(&application, method, policy)
            } else {
                firm.lend_on_guaranteed(&application, policy)
            }
        }))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.amount, Kind::Amount);
        visit(&self.annual, Kind::Rate);
        let words = [&self.group, &self.people, &self.staff, &self.recruited].into_iter().flatten();
        self.purposes.iter().chain(words).for_each(|term| visit(term, Kind::Text));
    }
}

/// Part of a loan's principal, or all of it, is paid back before its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepayEarly {
    /// Which loan, counted from 1.
    pub loan: u8,
    /// How much; all that is left where left out.
    #[serde(default)]
    pub amount: Option<Term>,
}

impl Deed for RepayEarly {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let loan = place(self.loan);
        let amount = self.amount.as_ref().map(|amount| amount.money(moment)).transpose()?;
        Ok(Box::new(move |firm, policy| {
            let loans = firm.business().map_or(&[][..], |business| business.loans());
            let left = loans.get(loan).map_or(Money::ZERO, Loan::outstanding);
            firm.repay_early(loan, amount.unwrap_or(left), policy)
        }))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        self.amount.iter().for_each(|amount| visit(amount, Kind::Amount));
    }
}

/// The treasury gives a grant, after examining who applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// The programme, by its id in the policy.
    pub programme: String,
    /// The founder's group, as 高校毕业生; none where left out.
    #[serde(default)]
    pub group: Option<Term>,
    /// The day the founder left school.
    #[serde(default)]
    pub left_school: Option<Term>,
    /// Since when the founder has been insured by the company.
    #[serde(default)]
    pub insured_since: Option<Term>,
    /// Whether the founder is insured as a flexible worker.
    #[serde(default)]
    pub flexibly_insured: bool,
    /// Jobs created.
    #[serde(default)]
    pub jobs: u32,
}

impl Deed for Grant {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let day = |term: &Option<Term>| term.as_ref().map(|day| day.date(moment)).transpose();
        let case = GrantCase {
            form: moment.firm.application().text(ApplicationField::Form).unwrap_or_default().to_owned(),
            licensed: moment.founded().unwrap_or(moment.today()),
            group: self.group.as_ref().map(|group| group.text(moment)).unwrap_or_default(),
            left_school: day(&self.left_school)?,
            other_licences: Vec::new(),
            insured_since: day(&self.insured_since)?,
            flexibly_insured: self.flexibly_insured,
            jobs: self.jobs,
        };
        let programme = self.programme.clone();
        Ok(Box::new(move |firm, policy| firm.receive_grant(&programme, &case, policy)))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        self.group.iter().for_each(|group| visit(group, Kind::Text));
        self.left_school.iter().chain(&self.insured_since).for_each(|day| visit(day, Kind::Day));
    }
}

/// A grant for later periods, which becomes income month by month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantAhead {
    /// How much.
    pub amount: Term,
    /// Over how many months.
    pub months: u32,
}

impl Deed for GrantAhead {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let (amount, months) = (self.amount.money(moment)?, self.months);
        Ok(Box::new(move |firm, _| firm.receive_grant_ahead(amount, months)))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.amount, Kind::Amount);
    }
}

/// A grant is returned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnGrant {
    /// The programme, by its id in the policy.
    pub programme: String,
    /// How much.
    pub amount: Term,
}

impl Deed for ReturnGrant {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let (programme, amount) = (self.programme.clone(), self.amount.money(moment)?);
        Ok(Box::new(move |firm, _| firm.return_grant(&programme, amount)))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.amount, Kind::Amount);
    }
}

/// The company is divided into its founders' shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Divide(Vec<(Term, Term)>);

impl Deed for Divide {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let holding = |(holder, shares): &(Term, Term)| {
            let shares = u64::from(count(shares, moment)?);
            Ok(equity::Holding { holder: holder.text(moment), class: ShareClass::Common, shares })
        };
        let holdings: Result<Vec<_>, ReckonError> = self.0.iter().map(holding).collect();
        let founders = CapTable::new(holdings?)?;
        Ok(Box::new(move |firm, policy| firm.divide_shares(founders, policy)))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        self.0.iter().flat_map(|(holder, shares)| [holder, shares]).for_each(|term| visit(term, Kind::Text));
    }
}

/// The books of December are closed with a dividend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CloseYear(Term);

impl Deed for CloseYear {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let dividend = self.0.money(moment)?;
        Ok(Box::new(move |firm, policy| firm.close_year(dividend, policy)))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.0, Kind::Text);
    }
}
