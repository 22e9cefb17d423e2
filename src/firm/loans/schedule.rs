//! The instalments of a loan, worked out in advance.

use serde::{Deserialize, Serialize};

use super::LoanError;
use super::interest::monthly_interest;
use crate::firm::numbers::annuity_payment;
use crate::money::{Money, MoneyError, Rate};

/// More months than any loan here runs.
const MONTHS_MAX: u32 = 600;

/// How a loan is paid back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RepaymentMethod {
    /// 先息后本: interest each month, the principal with the last.
    Bullet,
    /// 等额本息: the same payment each month.
    Annuity,
    /// 等额本金: the same principal each month.
    EqualPrincipal,
}

impl RepaymentMethod {
    /// In Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            RepaymentMethod::Bullet => "先息后本",
            RepaymentMethod::Annuity => "等额本息",
            RepaymentMethod::EqualPrincipal => "等额本金",
        }
    }
}

/// One monthly payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instalment {
    /// Which it is, from 1.
    pub number: u32,
    /// The interest in it, of the balance before it.
    pub interest: Money,
    /// The principal in it.
    pub principal: Money,
    /// The principal still owed after it.
    pub balance: Money,
}

impl Instalment {
    /// Interest and principal together.
    pub fn payment(&self) -> Result<Money, MoneyError> {
        self.interest.checked_add(self.principal)
    }
}

/// All payments of a loan. Their principals add up to the loan to the fen: the last pays off what rounding left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    instalments: Vec<Instalment>,
}

impl Schedule {
    /// The instalments in their order; at least one.
    pub fn instalments(&self) -> &[Instalment] {
        &self.instalments
    }

    /// The interest of all instalments.
    pub fn total_interest(&self) -> Result<Money, MoneyError> {
        Money::total(self.instalments.iter().map(|one| one.interest))
    }

    /// Everything that is paid.
    pub fn total_paid(&self) -> Result<Money, MoneyError> {
        self.instalments.iter().try_fold(Money::ZERO, |sum, one| sum.checked_add(one.payment()?))
    }
}

/// Works out the monthly instalments of a loan. Each month's interest is a twelfth of the yearly rate of the balance,
/// half-up to the fen; the last instalment balances (GL-V01 to GL-V03).
///
/// ```
/// # use startup_metaverse::{firm::loans::{schedule, RepaymentMethod}, money::{Money, Rate}};
/// let plan = schedule(Money::from_fen(300_000_00), Rate::from_ppm(35_000), 36, RepaymentMethod::Annuity)?;
/// assert_eq!(plan.instalments()[0].payment()?, Money::from_fen(8_790_62));
/// assert_eq!(plan.total_interest()?, Money::from_fen(16_462_47));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn schedule(principal: Money, annual: Rate, months: u32, method: RepaymentMethod) -> Result<Schedule, LoanError> {
    if !principal.is_positive() {
        return Err(LoanError::Principal(principal));
    }
    if annual < Rate::ZERO {
        return Err(LoanError::Rate);
    }
    if months == 0 || months > MONTHS_MAX {
        return Err(LoanError::Months(months));
    }
    let each = match method {
        RepaymentMethod::Bullet => Money::ZERO,
        RepaymentMethod::Annuity => annuity_payment(principal, annual, 12, months)?,
        RepaymentMethod::EqualPrincipal => principal.checked_div_int(i64::from(months))?,
    };
    let mut balance = principal;
    let mut instalments = Vec::new();
    for number in 1..=months {
        let interest = monthly_interest(balance, annual)?;
        let regular = match method {
            RepaymentMethod::Bullet => Money::ZERO,
            RepaymentMethod::Annuity => each.checked_sub(interest)?,
            RepaymentMethod::EqualPrincipal => each,
        };
        // A tiny loan over many months may be paid off by rounding before its last month.
        let part = if number == months { balance } else { regular.clamp(Money::ZERO, balance) };
        balance = balance.checked_sub(part)?;
        instalments.push(Instalment { number, interest, principal: part, balance });
    }
    Ok(Schedule { instalments })
}
