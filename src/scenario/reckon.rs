//! Figures that the core works out at the moment they are asked for: what a voucher's line or a worksheet's cell must hold.
//! A scene names what is to be reckoned and from which amounts; how it is reckoned stands in the firm's own departments.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::moment::Moment;
use super::term::{Term, TermError};
use crate::calendar::{Date, DateError};
use crate::firm::accounts::{AccountCode, Side};
use crate::firm::equity::{self, EquityError};
use crate::firm::loans::{self, LoanError, RepaymentMethod};
use crate::firm::numbers::{self, NumberError};
use crate::firm::people::PeopleError;
use crate::firm::people::contributions::{self, Contributions, Scheme};
use crate::firm::people::payslip::{self, Claims, Payslip};
use crate::firm::people::unsigned::{self, Cause};
use crate::firm::people::wages::Zone;
use crate::firm::tax::TaxError;
use crate::firm::tax::iit::withholding::{BasicDeduction, WithholdingYear};
use crate::firm::tax::surcharge::{self, Payer, Place, SurchargeBase};
use crate::firm::tax::vat::invoice::Invoice;
use crate::firm::tax::vat::small_scale::{self, Levy, SmallSale};
use crate::firm::tax::vat::{VatPeriod, VatStatus};
use crate::money::{Money, MoneyError, ParseRateError, Rate};
use crate::policy::PolicyError;
use crate::scenario::activity::Unit;

/// A figure to reckon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Reckon {
    /// An amount as written, drawn, or fixed by law.
    Amount(Term),
    /// What stands on an account now, on the side where its balance usually stands.
    Balance(u32),
    /// All of these together.
    Sum(Vec<Reckon>),
    /// The first less the second.
    Less(Box<Reckon>, Box<Reckon>),
    /// An amount at a rate of the policy, by the figure's id; half-up to the fen.
    AtRate(Box<Reckon>, String),
    /// A part of this month's payslip.
    Wage {
        /// Which part.
        part: WagePart,
        /// The month's gross wage.
        gross: Term,
        /// The housing fund's rate, the same for both sides.
        housing: Rate,
        /// 专项附加扣除 of a month.
        #[serde(default)]
        additional: Option<Term>,
        /// Months of this year paid before at the same wage.
        #[serde(default)]
        worked: u8,
        /// Where the wage is earned.
        #[serde(default = "urban")]
        zone: Zone,
    },
    /// A part of a small-scale taxpayer's sale, by its price with tax.
    Sale(SalePart, Term),
    /// A part of a small-scale taxpayer's return for a quarter, with its surcharges in the city.
    Quarter {
        /// Which part.
        part: QuarterPart,
        /// Sales without tax, those with special invoices not among them.
        sales: Term,
        /// Sales without tax with special invoices.
        special: Term,
    },
    /// A part of one instalment of a loan.
    Loan {
        /// Which part.
        part: LoanPart,
        /// The principal.
        principal: Term,
        /// The annual rate: `3.5%`.
        annual: Term,
        /// How many months it runs.
        months: u32,
        /// How it is paid back.
        method: RepaymentMethod,
        /// Which instalment, from 1.
        number: u32,
    },
    /// How many units must be sold so that nothing is lost.
    BreakEvenUnits {
        /// Fixed costs.
        fixed: Term,
        /// The price of a unit.
        price: Term,
        /// The variable cost of a unit.
        variable: Term,
    },
    /// Whole months that the money lasts.
    RunwayMonths {
        /// The money.
        cash: Term,
        /// What goes out in a month.
        out: Term,
        /// What comes in in a month.
        income: Term,
    },
    /// The second wage owed today for work without a written contract.
    DoublePay {
        /// The month's wage.
        monthly: Term,
        /// The first day of work.
        hired: Term,
        /// The day the contract was signed; today where it was not.
        #[serde(default)]
        signed: Option<Term>,
    },
    /// What is left of a share after rounds that sell these parts of the company.
    Diluted {
        /// The share before.
        share: Term,
        /// What each round sells.
        sold: Vec<Term>,
    },
}

/// A part of a payslip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WagePart {
    /// The base of social insurance.
    SocialBase,
    /// What the employee pays to social insurance.
    Social,
    /// What the employee pays to the housing fund.
    Housing,
    /// Income tax withheld.
    IncomeTax,
    /// What is paid out.
    Net,
    /// What the employer pays to social insurance.
    EmployerSocial,
    /// What the employer pays to the housing fund.
    EmployerHousing,
    /// What the employee costs in all.
    Cost,
}

/// A part of a sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SalePart {
    /// The price without tax.
    Net,
    /// The tax in it.
    Tax,
}

/// A part of a quarter's return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuarterPart {
    /// VAT payable.
    Vat,
    /// What was booked as tax and is not owed.
    Waived,
    /// City maintenance tax payable.
    CityTax,
    /// Education surcharge payable.
    Education,
    /// Local education surcharge payable.
    LocalEducation,
}

/// A part of an instalment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LoanPart {
    /// The interest in it.
    Interest,
    /// The principal in it.
    Principal,
    /// Both.
    Payment,
    /// What is owed after it.
    Left,
    /// The interest of all instalments.
    AllInterest,
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

/// Why a figure cannot be reckoned at this moment.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReckonError {
    /// A term has no value, or another one than is needed.
    #[error(transparent)]
    Term(#[from] TermError),
    /// The chart has no such account.
    #[error("the chart has no account {0}")]
    Account(u32),
    /// A figure that is not an amount stands where one is needed.
    #[error("an amount is needed here")]
    NotAnAmount,
    /// A loan without such an instalment.
    #[error("the loan has no instalment {0}")]
    Instalment(u32),
    /// Nothing is used up, so that the money lasts for ever.
    #[error("no money is used up")]
    NothingUsed,
    /// Payroll refuses.
    #[error(transparent)]
    People(#[from] PeopleError),
    /// Tax refuses.
    #[error(transparent)]
    Tax(#[from] TaxError),
    /// The bank refuses.
    #[error(transparent)]
    Loan(#[from] LoanError),
    /// A number has no value.
    #[error(transparent)]
    Number(#[from] NumberError),
    /// Shares refuse.
    #[error(transparent)]
    Equity(#[from] EquityError),
    /// A figure of law is missing.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// A rate is not one.
    #[error(transparent)]
    Rate(#[from] ParseRateError),
    /// A sum is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A date is out of bounds.
    #[error(transparent)]
    Date(#[from] DateError),
}

fn urban() -> Zone {
    Zone::Urban
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

impl Reckon {
    /// What kind of number it is.
    pub fn unit(&self) -> Unit {
        match self {
            Self::BreakEvenUnits { .. } | Self::RunwayMonths { .. } => Unit::Count,
            Self::Diluted { .. } => Unit::Percent,
            _ => Unit::Amount,
        }
    }

    /// Works it out by what the company, the day and the law are at this moment.
    pub fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        Ok(match self {
            Self::BreakEvenUnits { fixed, price, variable } => {
                let [fixed, price, variable] = amounts([fixed, price, variable], moment)?;
                Reckoned::Count(numbers::break_even(fixed, price, variable)?.units)
            }
            Self::RunwayMonths { cash, out, income } => {
                let [cash, out, income] = amounts([cash, out, income], moment)?;
                let months = numbers::runway_months(cash, out, income)?.ok_or(ReckonError::NothingUsed)?;
                Reckoned::Count(months.whole())
            }
            Self::Diluted { share, sold } => {
                let sold: Result<Vec<Rate>, ReckonError> = sold.iter().map(|sold| rate(sold, moment)).collect();
                Reckoned::Percent(equity::after_dilution(rate(share, moment)?, &sold?)?)
            }
            _ => Reckoned::Amount(self.amount(moment)?),
        })
    }

    /// The same as an amount; refuses what is none.
    pub fn amount(&self, moment: &Moment<'_>) -> Result<Money, ReckonError> {
        let on = moment.policy.at(moment.today());
        match self {
            Self::Amount(term) => Ok(term.money(moment)?),
            Self::Balance(number) => balance(*number, moment),
            Self::Sum(parts) => {
                let parts: Result<Vec<Money>, ReckonError> = parts.iter().map(|part| part.amount(moment)).collect();
                Ok(Money::total(parts?)?)
            }
            Self::Less(from, taken) => Ok(from.amount(moment)?.checked_sub(taken.amount(moment)?)?),
            Self::AtRate(of, figure) => Ok(of.amount(moment)?.at(on.rate(figure)?)?),
            Self::Wage { part, .. } => wage_part(*part, &self.payslip(moment)?),
            Self::Sale(part, gross) => {
                let sale = SmallSale::from_gross(Levy::Reduced, Invoice::Ordinary, gross.money(moment)?, on)?;
                Ok(match part {
                    SalePart::Net => sale.net,
                    SalePart::Tax => sale.tax,
                })
            }
            Self::Quarter { part, sales, special } => {
                let [sales, special] = amounts([sales, special], moment)?;
                quarter_part(*part, sales, special, moment)
            }
            Self::Loan { part, principal, annual, months, method, number } => {
                let plan = loans::schedule(principal.money(moment)?, rate(annual, moment)?, *months, *method)?;
                loan_part(*part, &plan, *number)
            }
            Self::DoublePay { monthly, hired, signed } => {
                let signed = signed.as_ref().map(|day| day.date(moment)).transpose()?;
                let (monthly, hired) = (monthly.money(moment)?, hired.date(moment)?);
                Ok(unsigned::double_pay(monthly, hired, signed, moment.today(), Cause::Employer, &on)?.amount)
            }
            Self::BreakEvenUnits { .. } | Self::RunwayMonths { .. } | Self::Diluted { .. } => {
                Err(ReckonError::NotAnAmount)
            }
        }
    }

    /// The payslip of this month after as many months of the same wage as were worked this year before.
    fn payslip(&self, moment: &Moment<'_>) -> Result<Payslip, ReckonError> {
        let Self::Wage { gross, housing, additional, worked, zone, .. } = self else {
            return Err(ReckonError::NotAnAmount);
        };
        let gross = gross.money(moment)?;
        let additional = additional.as_ref().map(|term| term.money(moment)).transpose()?.unwrap_or(Money::ZERO);
        let claims = Claims { additional, other: Money::ZERO };
        let this = moment.today().first_of_month();
        let january = Date::new(this.year(), 1, 1)?;
        let first = this.plus_months(i32::from(*worked).saturating_neg())?.max(january);
        let scheme = Scheme::usual(*zone, *housing);
        let mut year = WithholdingYear::begin(first.month(), BasicDeduction::FromJoining)?;
        let mut month = first;
        loop {
            let parts = contributions::compute(gross, month, &scheme, moment.policy)?;
            let slip = payslip::in_tax_year(gross, month, parts, claims, &mut year, moment.policy)?;
            if month >= this {
                return Ok(slip);
            }
            month = month.plus_months(1)?;
        }
    }

    /// Calls `visit` on every term in it.
    pub fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        match self {
            Self::Balance(_) => {}
            Self::Amount(term) | Self::Sale(_, term) => visit(term),
            Self::Sum(parts) => parts.iter().for_each(|part| part.terms(visit)),
            Self::Less(from, taken) => [from, taken].into_iter().for_each(|part| part.terms(visit)),
            Self::AtRate(of, _) => of.terms(visit),
            Self::Wage { gross, additional, .. } => std::iter::once(gross).chain(additional).for_each(visit),
            Self::Quarter { sales, special, .. } => [sales, special].into_iter().for_each(visit),
            Self::Loan { principal, annual, .. } => [principal, annual].into_iter().for_each(visit),
            Self::BreakEvenUnits { fixed, price, variable } => [fixed, price, variable].into_iter().for_each(visit),
            Self::RunwayMonths { cash, out, income } => [cash, out, income].into_iter().for_each(visit),
            Self::DoublePay { monthly, hired, signed } => [monthly, hired].into_iter().chain(signed).for_each(visit),
            Self::Diluted { share, sold } => std::iter::once(share).chain(sold).for_each(visit),
        }
    }

    /// Calls `visit` on every account it names.
    pub fn accounts(&self, visit: &mut dyn FnMut(u32)) {
        match self {
            Self::Balance(number) => visit(*number),
            Self::Sum(parts) => parts.iter().for_each(|part| part.accounts(visit)),
            Self::Less(from, taken) => [from, taken].into_iter().for_each(|part| part.accounts(visit)),
            Self::AtRate(of, _) => of.accounts(visit),
            _ => {}
        }
    }

    /// Calls `visit` on every figure of law it names.
    pub fn figures<'a>(&'a self, visit: &mut dyn FnMut(&'a str)) {
        match self {
            Self::AtRate(of, figure) => {
                visit(figure);
                of.figures(visit);
            }
            Self::Sum(parts) => parts.iter().for_each(|part| part.figures(visit)),
            Self::Less(from, taken) => [from, taken].into_iter().for_each(|part| part.figures(visit)),
            _ => {}
        }
    }
}

fn amounts<const N: usize>(terms: [&Term; N], moment: &Moment<'_>) -> Result<[Money; N], ReckonError> {
    let mut amounts = [Money::ZERO; N];
    for (amount, term) in amounts.iter_mut().zip(terms) {
        *amount = term.money(moment)?;
    }
    Ok(amounts)
}

fn rate(term: &Term, moment: &Moment<'_>) -> Result<Rate, ReckonError> {
    Ok(term.exact(moment)?.parse()?)
}

fn balance(number: u32, moment: &Moment<'_>) -> Result<Money, ReckonError> {
    let code = AccountCode::new(number).ok_or(ReckonError::Account(number))?;
    let debit = moment.firm.ledger().total(code);
    let side = code.account().map_or(Side::Debit, |account| account.side);
    Ok(if side == Side::Debit { debit } else { debit.checked_neg()? })
}

fn wage_part(part: WagePart, slip: &Payslip) -> Result<Money, ReckonError> {
    let parts: &Contributions = &slip.contributions;
    Ok(match part {
        WagePart::SocialBase => parts.social_base,
        WagePart::Social => parts.employee_social()?,
        WagePart::Housing => parts.housing.employee,
        WagePart::IncomeTax => slip.income_tax,
        WagePart::Net => slip.net,
        WagePart::EmployerSocial => parts.employer_social()?,
        WagePart::EmployerHousing => parts.housing.employer,
        WagePart::Cost => slip.cost()?,
    })
}

fn quarter_part(part: QuarterPart, sales: Money, special: Money, moment: &Moment<'_>) -> Result<Money, ReckonError> {
    let on = moment.policy.at(moment.today());
    let sold = [
        SmallSale::from_net(Levy::Reduced, Invoice::Ordinary, sales, on)?,
        SmallSale::from_net(Levy::Reduced, Invoice::Special, special, on)?,
    ];
    let filed = small_scale::assess(VatPeriod::Quarter, &sold, on)?;
    let base = SurchargeBase {
        vat: filed.tax,
        sales: filed.sales,
        status: VatStatus::SmallScale(VatPeriod::Quarter),
        payer: Payer::SmallScale,
        place: Place::City,
    };
    let [city, education, local] = surcharge::assess(&base, on)?;
    Ok(match part {
        QuarterPart::Vat => filed.tax,
        QuarterPart::Waived => filed.forgone,
        QuarterPart::CityTax => city.payable,
        QuarterPart::Education => education.payable,
        QuarterPart::LocalEducation => local.payable,
    })
}

fn loan_part(part: LoanPart, plan: &loans::Schedule, number: u32) -> Result<Money, ReckonError> {
    let one = plan.instalments().iter().find(|one| one.number == number).ok_or(ReckonError::Instalment(number))?;
    Ok(match part {
        LoanPart::Interest => one.interest,
        LoanPart::Principal => one.principal,
        LoanPart::Payment => one.payment()?,
        LoanPart::Left => one.balance,
        LoanPart::AllInterest => plan.total_interest()?,
    })
}
