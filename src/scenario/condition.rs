//! Conditions: what a scene may ask about the moment. Typed, closed, without loops.

use serde::{Deserialize, Serialize};

use super::moment::Moment;
use super::reckon::Reckon;
use super::term::Term;
use crate::calendar::Date;
use crate::money::Money;

/// A question with the answer yes or no.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Condition {
    /// Always true; what is meant where a condition is left out.
    #[default]
    Always,
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// The opposite.
    Not(Box<Condition>),
    /// A variable has this value.
    Var(String, String),
    /// A quantity of the company is at least this amount.
    AtLeast(Quantity, Term),
    /// Today is before this date.
    Before(Date),
    /// Today is this date or later.
    From(Date),
    /// The company holds this.
    Has(Holding),
    /// At a step (its last accepted answer) this option was chosen.
    Chose(String, String),
    /// The step was answered so well that nothing was wrong at the first attempt.
    Flawless(String),
    /// The step was sent back at least so many times.
    Returned(String, u8),
    /// A piece of evidence was opened.
    Opened(String),
    /// A duty is past its day and not done.
    Overdue(String),
    /// A duty was done in time.
    InTime(String),
    /// An event of the scene has happened.
    Happened(String),
    /// A variable has a value, whichever.
    Known(String),
    /// A variable that holds an amount or a number holds at least this.
    VarAtLeast(String, Term),
    /// A figure, reckoned now, is above nought.
    Positive(Box<Reckon>),
    /// Somebody of this name works here today.
    Works(Term),
    /// A shareholder of this name holds at least this part of all shares.
    Share(Term, Term),
}

/// What the names of variables begin with that go along from scene to scene.
pub const JOURNEY: &str = "journey.";

/// Whether a variable goes along from scene to scene.
pub fn is_of_journey(name: &str) -> bool {
    name.starts_with(JOURNEY)
}

/// A quantity of the company that can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quantity {
    /// What the founders and the company have together to spend.
    Cash,
    /// Registered capital.
    Capital,
    /// Fines paid so far.
    Fines,
    /// Money at the bank.
    Bank,
    /// What the company still owes on its loans, without interest.
    Debt,
    /// Wages booked and not paid.
    WagesOwed,
    /// Social insurance and housing fund booked and not paid, both shares.
    ContributionsOwed,
    /// Taxes declared and not paid.
    TaxesOwed,
    /// Wages, contributions and taxes booked and not paid, together.
    Owed,
    /// Taxes declared and not paid whose last day has passed.
    TaxesOverdue,
    /// What customers owe.
    Receivables,
    /// What suppliers are owed.
    Payables,
    /// The profit of the year so far, before income tax; below nought for a loss.
    Profit,
    /// Sales of the year so far, without tax.
    Sales,
    /// Sales of the open VAT period without tax, as a small-scale taxpayer.
    OpenSales,
    /// Capital paid in.
    PaidIn,
}

/// Something the company may hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Holding {
    /// A licence or filing by its id; `"business"` is the business licence.
    Licence(String),
    /// A reserved name that has not lapsed.
    Name,
    /// So many people at work today, or more.
    Employees(u32),
    /// Books with a voucher in them.
    Books,
    /// An opened business.
    Business,
    /// The state of a general taxpayer of VAT.
    GeneralTaxpayer,
    /// Debts beyond its assets, one of them overdue: insolvency.
    Insolvent,
    /// An investor of this name among its shareholders.
    Investor(Term),
}

impl Condition {
    /// Whether the condition holds at this moment. Unknown names are false; the checker finds them before play.
    pub fn holds(&self, moment: &Moment<'_>) -> bool {
        match self {
            Self::Always => true,
            Self::All(inner) => inner.iter().all(|condition| condition.holds(moment)),
            Self::Any(inner) => inner.iter().any(|condition| condition.holds(moment)),
            Self::Not(inner) => !inner.holds(moment),
            Self::Var(name, value) => moment.var(name).is_some_and(|held| held == *value),
            Self::AtLeast(quantity, amount) => {
                amount.money(moment).is_ok_and(|amount| moment.quantity(*quantity) >= amount)
            }
            Self::Before(date) => moment.today() < *date,
            Self::From(date) => moment.today() >= *date,
            Self::Has(holding) => moment.holds(holding),
            Self::Chose(step, option) => moment.chose(step) == Some(option),
            Self::Flawless(step) => moment.flawless(step),
            Self::Returned(step, times) => moment.returns(step) >= *times,
            Self::Opened(evidence) => moment.opened.contains(evidence),
            Self::Overdue(duty) => moment.overdue(duty),
            Self::InTime(duty) => moment.in_time(duty),
            Self::Happened(event) => moment.happened.contains(event),
            Self::Known(name) => moment.var(name).is_some(),
            Self::VarAtLeast(name, least) => {
                let held = moment.var(name).and_then(|held| held.parse::<Money>().ok());
                held.is_some_and(|held| least.money(moment).is_ok_and(|least| held >= least))
            }
            Self::Positive(figure) => figure.amount(moment).is_ok_and(Money::is_positive),
            Self::Works(name) => moment.works(&name.text(moment)),
            Self::Share(holder, least) => {
                least.rate(moment).is_ok_and(|least| moment.holds_share(&holder.text(moment), least))
            }
        }
    }

    /// Calls `visit` on every term of its own.
    pub fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        match self {
            Self::AtLeast(_, term) | Self::VarAtLeast(_, term) | Self::Works(term) => visit(term),
            Self::Has(Holding::Investor(name)) => visit(name),
            Self::Share(holder, least) => [holder, least].into_iter().for_each(visit),
            Self::Positive(figure) => figure.terms(visit),
            _ => {}
        }
    }

    /// The figure that it lets the core reckon.
    pub fn figure(&self) -> Option<&Reckon> {
        match self {
            Self::Positive(figure) => Some(figure),
            _ => None,
        }
    }

    /// The name it asks for within one scene: a step, a paper, an event, a variable that does not go along to the next scene.
    /// Nothing where it asks about the company and its journey alone, and can be asked before a scene's first step.
    pub fn of_scene(&self) -> Option<&str> {
        match self {
            Self::Chose(name, _)
            | Self::Flawless(name)
            | Self::Returned(name, _)
            | Self::Opened(name)
            | Self::Happened(name) => Some(name),
            Self::Var(name, _) | Self::Known(name) | Self::VarAtLeast(name, _) => {
                (!is_of_journey(name)).then_some(name)
            }
            _ => None,
        }
    }

    /// Calls `visit` on this condition and every one inside it.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Condition)) {
        visit(self);
        match self {
            Self::All(inner) | Self::Any(inner) => inner.iter().for_each(|condition| condition.walk(visit)),
            Self::Not(inner) => inner.walk(visit),
            _ => {}
        }
    }
}
