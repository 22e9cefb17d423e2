//! The vouchers a month's payroll becomes: accrued, paid, remitted (facts §2.4 templates 21 to 25).

use super::error::PeopleError;
use super::payslip::Payslip;
use crate::firm::VoucherLine;
use crate::firm::accounts::AccountCode;
use crate::money::Money;

/// Where an employee works, and so which cost the wage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Department {
    /// 销售费用.
    Sales,
    /// 管理费用.
    Administration,
    /// 生产成本.
    Production,
    /// 研发支出.
    Research,
}

impl Department {
    const ALL: [Department; 4] =
        [Department::Sales, Department::Administration, Department::Production, Department::Research];

    /// The account of wages.
    const fn wages(self) -> u32 {
        match self {
            Department::Sales => 560_101,
            Department::Administration => 560_201,
            Department::Production => 4001,
            Department::Research => 4301,
        }
    }

    /// The account of the employer's contributions.
    const fn contributions(self) -> u32 {
        match self {
            Department::Sales => 560_102,
            Department::Administration => 560_202,
            Department::Production => 4001,
            Department::Research => 4301,
        }
    }
}

/// 银行存款.
const BANK: u32 = 1002;
/// 应付职工薪酬—工资.
const WAGES_PAYABLE: u32 = 221_101;
/// 应付职工薪酬—社会保险费.
const SOCIAL_PAYABLE: u32 = 221_102;
/// 应付职工薪酬—住房公积金.
const HOUSING_PAYABLE: u32 = 221_103;
/// 其他应付款—代扣社会保险费.
const WITHHELD_SOCIAL: u32 = 224_102;
/// 其他应付款—代扣住房公积金.
const WITHHELD_HOUSING: u32 = 224_103;
/// 应交税费—应交个人所得税.
const WITHHELD_TAX: u32 = 222_110;

/// What a month's payroll comes to, by account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Totals {
    gross: Money,
    net: Money,
    tax: Money,
    employer_social: Money,
    employer_housing: Money,
    employee_social: Money,
    employee_housing: Money,
}

impl Totals {
    fn of<'a>(slips: impl IntoIterator<Item = &'a Payslip>) -> Result<Totals, PeopleError> {
        let mut sum = Totals::default();
        for slip in slips {
            let parts = &slip.contributions;
            sum.gross = sum.gross.checked_add(slip.gross)?;
            sum.net = sum.net.checked_add(slip.net)?;
            sum.tax = sum.tax.checked_add(slip.income_tax)?;
            sum.employer_social = sum.employer_social.checked_add(parts.employer_social()?)?;
            sum.employer_housing = sum.employer_housing.checked_add(parts.housing.employer)?;
            sum.employee_social = sum.employee_social.checked_add(parts.employee_social()?)?;
            sum.employee_housing = sum.employee_housing.checked_add(parts.housing.employee)?;
        }
        Ok(sum)
    }
}

/// The four vouchers of a month's payroll, each balanced; a voucher without amounts is empty and is not to be posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayrollVouchers {
    /// Wages and the employer's contributions become costs (#21, #22).
    pub accrual: Vec<VoucherLine>,
    /// Wages are paid, the employees' shares and the tax held back (#23).
    pub payment: Vec<VoucherLine>,
    /// Insurance and housing fund are paid, both shares (#24).
    pub remittance: Vec<VoucherLine>,
    /// The income tax held back is paid (#25).
    pub tax: Vec<VoucherLine>,
}

/// The vouchers of a month's payroll. Afterwards nothing is left on the accounts of wages payable and of what was withheld.
pub fn payroll_voucher(slips: &[(Department, Payslip)]) -> Result<PayrollVouchers, PeopleError> {
    let all = Totals::of(slips.iter().map(|(_, slip)| slip))?;
    let mut accrual = Lines::default();
    for department in Department::ALL {
        let own = Totals::of(slips.iter().filter(|(of, _)| *of == department).map(|(_, slip)| slip))?;
        accrual.debit(department.wages(), own.gross)?;
        accrual.debit(department.contributions(), own.employer_social.checked_add(own.employer_housing)?)?;
    }
    accrual.credit(WAGES_PAYABLE, all.gross)?;
    accrual.credit(SOCIAL_PAYABLE, all.employer_social)?;
    accrual.credit(HOUSING_PAYABLE, all.employer_housing)?;
    let mut payment = Lines::default();
    payment.debit(WAGES_PAYABLE, all.gross)?;
    payment.credit(BANK, all.net)?;
    payment.credit(WITHHELD_SOCIAL, all.employee_social)?;
    payment.credit(WITHHELD_HOUSING, all.employee_housing)?;
    payment.credit(WITHHELD_TAX, all.tax)?;
    let mut remittance = Lines::default();
    let paid = [all.employer_social, all.employer_housing, all.employee_social, all.employee_housing];
    remittance.debit(SOCIAL_PAYABLE, all.employer_social)?;
    remittance.debit(HOUSING_PAYABLE, all.employer_housing)?;
    remittance.debit(WITHHELD_SOCIAL, all.employee_social)?;
    remittance.debit(WITHHELD_HOUSING, all.employee_housing)?;
    remittance.credit(BANK, Money::total(paid)?)?;
    let mut tax = Lines::default();
    tax.debit(WITHHELD_TAX, all.tax)?;
    tax.credit(BANK, all.tax)?;
    Ok(PayrollVouchers { accrual: accrual.0, payment: payment.0, remittance: remittance.0, tax: tax.0 })
}

/// Lines under way; amounts of nought are passed over.
#[derive(Default)]
struct Lines(Vec<VoucherLine>);

impl Lines {
    fn debit(&mut self, number: u32, amount: Money) -> Result<(), PeopleError> {
        if !amount.is_zero() {
            self.0.push(VoucherLine::debit(account(number)?, amount));
        }
        Ok(())
    }

    fn credit(&mut self, number: u32, amount: Money) -> Result<(), PeopleError> {
        if !amount.is_zero() {
            self.0.push(VoucherLine::credit(account(number)?, amount));
        }
        Ok(())
    }
}

/// The account of the chart, or the one above it where the chart does not part it.
fn account(number: u32) -> Result<AccountCode, PeopleError> {
    let above = number.checked_div(100).filter(|above| *above >= 1000);
    let found = AccountCode::new(number).or_else(|| above.and_then(AccountCode::new));
    found.ok_or(PeopleError::NoAccount(number))
}
