//! Figures that the core works out at the moment they are asked for: what a voucher's line or a worksheet's cell must hold.
//! A scene names what is to be reckoned and from which amounts; how it is reckoned stands in the firm's own departments. Each
//! department's figures have a file; here they are named, added up and asked.

mod books;
mod equity;
mod error;
mod loans;
mod numbers;
mod people;
mod tax;

use serde::{Deserialize, Serialize};

pub use books::{
    Astray, AverageCost, AverageCostPart, Column, Depreciation, DepreciationPart, Sheet, Statement, StatementMonth,
};
pub use equity::{Diluted, DividendTax};
pub use error::ReckonError;
pub use loans::{
    GuaranteedKind, GuaranteedLimit, GuaranteedRate, LoanFigure, LoanPart, OverdueInterest, OwnInterest, Subsidy,
};
pub use numbers::{BreakEvenUnits, RunwayMonths};
pub use people::{
    Arrears, ArrearsPart, DailyWage, DoublePay, LeavePay, OvertimePay, Severance, SeveranceKind, Wage, WagePart,
};
pub use tax::{
    Bonus, BonusPart, CitQuarter, CitQuarterPart, CitYear, CitYearPart, GeneralSale, GeneralVat, GeneralVatPart, Iit,
    IitPart, InputTax, Labour, LabourPart, LateFee, OpenSales, OpenSalesPart, Quarter, QuarterPart, SalePart, Stamp,
    Surcharge, SurchargePart,
};

use super::activity::Unit;
use super::condition::Quantity;
use super::moment::Moment;
use super::term::Term;
use crate::firm::accounts::Side;
use crate::money::{Money, Rate};

/// A figure to reckon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Reckon {
    /// An amount as written, drawn, or fixed by law.
    Amount(Term),
    /// What stands on an account now, on the side where its balance usually stands.
    Balance(u32),
    /// What was posted to one side of an account this month, its sub-accounts among it, the moving on of profit left out.
    Moved(u32, Side),
    /// All of these together.
    Sum(Vec<Reckon>),
    /// The first less the second.
    Less(Box<Reckon>, Box<Reckon>),
    /// The greatest of these.
    Most(Vec<Reckon>),
    /// The least of these.
    Least(Vec<Reckon>),
    /// An amount so many times.
    Times(Box<Reckon>, Term),
    /// An amount divided by a whole number; half-up to the fen.
    Part(Box<Reckon>, Term),
    /// An amount at a rate of the policy, by the figure's id; half-up to the fen.
    AtRate(Box<Reckon>, String),
    /// An amount at a rate as written or drawn, `5%`; half-up to the fen.
    Share(Box<Reckon>, Term),
    /// A part of this month's payslip.
    Wage(Wage),
    /// The second wage owed today for work without a written contract.
    DoublePay(DoublePay),
    /// What an ending of a contract pays beside the wage: N, N+1 or 2N.
    Severance(Severance),
    /// The wage of so many days, a month having 21.75.
    DailyWage(DailyWage),
    /// What overtime pays.
    Overtime(OvertimePay),
    /// What unused days of annual leave pay beside the ordinary wage.
    LeavePay(LeavePay),
    /// What comes on top of contributions or wages that were not paid in time.
    Arrears(Arrears),
    /// A part of a small-scale taxpayer's sale, by its price with tax.
    Sale(SalePart, Term),
    /// A part of a small-scale taxpayer's return for a quarter, with its surcharges in the city.
    Quarter(Quarter),
    /// What was sold in the open VAT period without tax, as a small-scale taxpayer.
    OpenSales(OpenSales),
    /// What the company owes, has or has earned; the quantities that conditions ask about.
    Has(Quantity),
    /// A part of a general taxpayer's sale, by its price with tax.
    GeneralSale(GeneralSale),
    /// The input tax of a purchase that a general taxpayer may deduct.
    InputTax(InputTax),
    /// A part of a general taxpayer's return.
    GeneralVat(GeneralVat),
    /// A surcharge on VAT that is payable.
    Surcharge(Surcharge),
    /// Stamp duty on a document.
    Stamp(Stamp),
    /// The late fee on a tax.
    LateFee(LateFee),
    /// Income tax withheld on wages by the year so far.
    Iit(Iit),
    /// Income tax on a year-end bonus.
    Bonus(Bonus),
    /// Income tax withheld on a fee to somebody who is not employed.
    Labour(Labour),
    /// A part of a quarter's prepayment of corporate income tax.
    CitQuarter(CitQuarter),
    /// A part of the year's reconciliation of corporate income tax.
    CitYear(CitYear),
    /// A part of one instalment of a loan.
    Loan(LoanFigure),
    /// The most that a guaranteed startup loan can be.
    GuaranteedLimit(GuaranteedLimit),
    /// The highest yearly rate of a guaranteed startup loan.
    GuaranteedRate(GuaranteedRate),
    /// What the treasury bears of interest on a guaranteed startup loan.
    Subsidy(Subsidy),
    /// What the borrower bears of interest on a guaranteed startup loan.
    OwnInterest(OwnInterest),
    /// Interest on a debt that is overdue, by the day.
    OverdueInterest(OverdueInterest),
    /// A row of a statement of the company's own books.
    Statement(Statement),
    /// What vouchers written wrongly make of the books.
    Astray(Astray),
    /// What an asset bears of its cost.
    Depreciation(Depreciation),
    /// What goods cost by the weighted average of the lots they come from.
    AverageCost(AverageCost),
    /// How many units must be sold so that nothing is lost.
    BreakEvenUnits(BreakEvenUnits),
    /// Whole months that the money lasts.
    RunwayMonths(RunwayMonths),
    /// What is left of a share after rounds that sell these parts of the company.
    Diluted(Diluted),
    /// Income tax withheld on a dividend to a natural person.
    DividendTax(DividendTax),
}

/// What a department's figure answers.
pub(in crate::scenario) trait Figure {
    /// What kind of number it is.
    fn unit(&self) -> Unit {
        Unit::Amount
    }

    /// Works it out by what the company, the day and the law are at this moment.
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError>;

    /// Calls `visit` on every term of its own.
    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term));

    /// The steps that it asks about.
    fn steps(&self) -> &[String] {
        &[]
    }

    /// The account that it names.
    fn account(&self) -> Option<u32> {
        None
    }

    /// The figures inside it.
    fn inside(&self) -> Vec<&Reckon> {
        Vec::new()
    }
}

/// What was reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reckoned {
    /// An amount.
    Amount(Money),
    /// A whole number.
    Count(i64),
    /// A percentage.
    Percent(Rate),
}

impl Reckoned {
    /// The value in the exact form that answers use.
    pub fn exact(self) -> String {
        match self {
            Self::Amount(amount) => amount.plain(),
            Self::Count(count) => count.to_string(),
            Self::Percent(rate) => rate.to_string(),
        }
    }
}

impl From<Money> for Reckoned {
    fn from(amount: Money) -> Self {
        Self::Amount(amount)
    }
}

impl Reckon {
    /// The department's figure; nothing for what is only put together of others.
    fn figure(&self) -> Option<&dyn Figure> {
        Some(match self {
            Self::Wage(figure) => figure,
            Self::DoublePay(figure) => figure,
            Self::Severance(figure) => figure,
            Self::DailyWage(figure) => figure,
            Self::Overtime(figure) => figure,
            Self::LeavePay(figure) => figure,
            Self::Arrears(figure) => figure,
            Self::Quarter(figure) => figure,
            Self::OpenSales(figure) => figure,
            Self::GeneralSale(figure) => figure,
            Self::InputTax(figure) => figure,
            Self::GeneralVat(figure) => figure,
            Self::Surcharge(figure) => figure,
            Self::Stamp(figure) => figure,
            Self::LateFee(figure) => figure,
            Self::Iit(figure) => figure,
            Self::Bonus(figure) => figure,
            Self::Labour(figure) => figure,
            Self::CitQuarter(figure) => figure,
            Self::CitYear(figure) => figure,
            Self::Loan(figure) => figure,
            Self::GuaranteedLimit(figure) => figure,
            Self::GuaranteedRate(figure) => figure,
            Self::Subsidy(figure) => figure,
            Self::OwnInterest(figure) => figure,
            Self::OverdueInterest(figure) => figure,
            Self::Statement(figure) => figure,
            Self::Astray(figure) => figure,
            Self::Depreciation(figure) => figure,
            Self::AverageCost(figure) => figure,
            Self::BreakEvenUnits(figure) => figure,
            Self::RunwayMonths(figure) => figure,
            Self::Diluted(figure) => figure,
            Self::DividendTax(figure) => figure,
            Self::Amount(_)
            | Self::Balance(_)
            | Self::Moved(..)
            | Self::Has(_)
            | Self::Sale(..)
            | Self::Sum(_)
            | Self::Most(_)
            | Self::Least(_)
            | Self::Less(..)
            | Self::Times(..)
            | Self::Part(..)
            | Self::AtRate(..)
            | Self::Share(..) => return None,
        })
    }

    /// What kind of number it is.
    pub fn unit(&self) -> Unit {
        self.figure().map_or(Unit::Amount, Figure::unit)
    }

    /// Works it out by what the company, the day and the law are at this moment.
    pub fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        match self.figure() {
            Some(figure) => figure.value(moment),
            None => self.put_together(moment).map(Reckoned::Amount),
        }
    }

    /// The same as an amount; refuses what is none.
    pub fn amount(&self, moment: &Moment<'_>) -> Result<Money, ReckonError> {
        match self.value(moment)? {
            Reckoned::Amount(amount) => Ok(amount),
            Reckoned::Count(_) | Reckoned::Percent(_) => Err(ReckonError::NotAnAmount),
        }
    }

    /// What is made of other figures.
    fn put_together(&self, moment: &Moment<'_>) -> Result<Money, ReckonError> {
        let all = |parts: &[Reckon]| -> Result<Vec<Money>, ReckonError> {
            parts.iter().map(|part| part.amount(moment)).collect()
        };
        match self {
            Self::Amount(term) => Ok(term.money(moment)?),
            Self::Balance(number) => books::balance(*number, moment),
            Self::Moved(number, side) => books::moved(*number, *side, moment),
            Self::Has(quantity) => Ok(moment.quantity(*quantity)),
            Self::Sale(part, gross) => tax::sale(*part, gross.money(moment)?, moment),
            Self::Sum(parts) => Ok(Money::total(all(parts)?)?),
            Self::Most(parts) => Ok(all(parts)?.into_iter().max().unwrap_or(Money::ZERO)),
            Self::Least(parts) => Ok(all(parts)?.into_iter().min().unwrap_or(Money::ZERO)),
            Self::Less(from, taken) => Ok(from.amount(moment)?.checked_sub(taken.amount(moment)?)?),
            Self::Times(of, times) => Ok(of.amount(moment)?.checked_mul_int(i64::from(count(times, moment)?))?),
            Self::Part(of, by) => Ok(of.amount(moment)?.checked_div_int(i64::from(count(by, moment)?))?),
            Self::AtRate(of, figure) => Ok(of.amount(moment)?.at(moment.policy.at(moment.today()).rate(figure)?)?),
            Self::Share(of, at) => Ok(of.amount(moment)?.at(rate(at, moment)?)?),
            _ => Err(ReckonError::NotAnAmount),
        }
    }

    /// The figures that this one is made of.
    fn parts(&self) -> Vec<&Reckon> {
        match self {
            Self::Sum(parts) | Self::Most(parts) | Self::Least(parts) => parts.iter().collect(),
            Self::Less(from, taken) => vec![from, taken],
            Self::Times(of, _) | Self::Part(of, _) | Self::AtRate(of, _) | Self::Share(of, _) => vec![of],
            _ => self.figure().map(Figure::inside).unwrap_or_default(),
        }
    }

    /// Calls `visit` on every term in it.
    pub fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        match self {
            Self::Amount(term)
            | Self::Sale(_, term)
            | Self::Times(_, term)
            | Self::Part(_, term)
            | Self::Share(_, term) => visit(term),
            _ => {}
        }
        if let Some(figure) = self.figure() {
            figure.terms(visit);
        }
        self.parts().into_iter().for_each(|part| part.terms(visit));
    }

    /// Calls `visit` on every account it names.
    pub fn accounts(&self, visit: &mut dyn FnMut(u32)) {
        if let Self::Balance(number) | Self::Moved(number, _) = self {
            visit(*number);
        }
        self.figure().and_then(Figure::account).into_iter().for_each(&mut *visit);
        self.parts().into_iter().for_each(|part| part.accounts(visit));
    }

    /// Calls `visit` on every step it asks about.
    pub fn steps<'a>(&'a self, visit: &mut dyn FnMut(&'a str)) {
        self.figure().map(Figure::steps).unwrap_or_default().iter().for_each(|step| visit(step));
        self.parts().into_iter().for_each(|part| part.steps(visit));
    }

    /// Calls `visit` on every figure of law it names.
    pub fn figures<'a>(&'a self, visit: &mut dyn FnMut(&'a str)) {
        if let Self::AtRate(_, figure) = self {
            visit(figure);
        }
        self.parts().into_iter().for_each(|part| part.figures(visit));
    }
}

fn amounts<const N: usize>(terms: [&Term; N], moment: &Moment<'_>) -> Result<[Money; N], ReckonError> {
    let mut amounts = [Money::ZERO; N];
    for (amount, term) in amounts.iter_mut().zip(terms) {
        *amount = term.money(moment)?;
    }
    Ok(amounts)
}

/// An amount that may be left out, and is nought then.
fn or_nought(term: Option<&Term>, moment: &Moment<'_>) -> Result<Money, ReckonError> {
    Ok(term.map(|term| term.money(moment)).transpose()?.unwrap_or(Money::ZERO))
}

/// A figure that may be left out, and is nought then.
fn reckoned_or_nought(figure: Option<&Reckon>, moment: &Moment<'_>) -> Result<Money, ReckonError> {
    Ok(figure.map(|figure| figure.amount(moment)).transpose()?.unwrap_or(Money::ZERO))
}

fn rate(term: &Term, moment: &Moment<'_>) -> Result<Rate, ReckonError> {
    Ok(term.exact(moment)?.parse()?)
}

/// A whole number, nought or more.
fn count(term: &Term, moment: &Moment<'_>) -> Result<u32, ReckonError> {
    let text = term.exact(moment)?;
    text.parse().map_err(|_| ReckonError::NotACount(text))
}
