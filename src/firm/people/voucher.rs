//! The vouchers a month's payroll becomes: accrued, paid, remitted (facts §2.4 templates 21 to 25).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::error::PeopleError;
use super::payslip::Payslip;
use crate::firm::accounts::{self, AccountCode};
use crate::firm::ledger::{EmployeeId, VoucherLine};
use crate::money::Money;

/// Where an employee works, and so which cost the wage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
    pub const fn wages(self) -> AccountCode {
        match self {
            Department::Sales => accounts::SELLING_WAGES,
            Department::Administration => accounts::ADMIN_WAGES,
            Department::Production => accounts::PRODUCTION,
            Department::Research => accounts::RESEARCH,
        }
    }

    /// The account of the employer's contributions.
    pub const fn contributions(self) -> AccountCode {
        match self {
            Department::Sales => accounts::SELLING_CONTRIBUTIONS,
            Department::Administration => accounts::ADMIN_CONTRIBUTIONS,
            Department::Production => accounts::PRODUCTION,
            Department::Research => accounts::RESEARCH,
        }
    }
}

/// One employee's month in a payroll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paid {
    /// Where the employee works.
    pub department: Department,
    /// The employee's page in the sub-ledger of wages; wages of employees without one are added up.
    pub employee: Option<EmployeeId>,
    /// The payslip.
    pub slip: Payslip,
}

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
    fn of<'a>(payroll: impl Iterator<Item = &'a Paid>) -> Result<Totals, PeopleError> {
        let mut sum = Totals::default();
        for paid in payroll {
            let slip = &paid.slip;
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
pub fn payroll_voucher(payroll: &[Paid]) -> Result<PayrollVouchers, PeopleError> {
    let all = Totals::of(payroll.iter())?;
    let mut accrual = Lines::default();
    for department in Department::ALL {
        let own = Totals::of(payroll.iter().filter(|paid| paid.department == department))?;
        accrual.debit(department.wages(), own.gross);
        accrual.debit(department.contributions(), own.employer_social.checked_add(own.employer_housing)?);
    }
    for (employee, gross) in wages(payroll)? {
        accrual.add(of_employee(VoucherLine::credit(accounts::WAGES_PAYABLE, gross), employee));
    }
    accrual.credit(accounts::SOCIAL_INSURANCE_PAYABLE, all.employer_social);
    accrual.credit(accounts::HOUSING_FUND_PAYABLE, all.employer_housing);
    let mut payment = Lines::default();
    for (employee, gross) in wages(payroll)? {
        payment.add(of_employee(VoucherLine::debit(accounts::WAGES_PAYABLE, gross), employee));
    }
    payment.credit(accounts::BANK, all.net);
    payment.credit(accounts::WITHHELD_SOCIAL_INSURANCE, all.employee_social);
    payment.credit(accounts::WITHHELD_HOUSING_FUND, all.employee_housing);
    payment.credit(accounts::WITHHELD_INCOME_TAX, all.tax);
    Ok(PayrollVouchers { accrual: accrual.0, payment: payment.0, remittance: remittance(&all)?, tax: tax(&all) })
}

/// The voucher of severance, notice pay or other money at an ending, owed and paid at once: costs of administration against
/// the bank, through what is owed for endings (小企业会计准则 49, 50). Nothing to post for nothing.
pub fn ending_voucher(amount: Money, employee: Option<EmployeeId>) -> Vec<VoucherLine> {
    let mut lines = Lines::default();
    lines.debit(accounts::ADMIN_WAGES, amount);
    lines.add(of_employee(VoucherLine::credit(accounts::TERMINATION_PAYABLE, amount), employee));
    lines.add(of_employee(VoucherLine::debit(accounts::TERMINATION_PAYABLE, amount), employee));
    lines.credit(accounts::BANK, amount);
    lines.0
}

/// Insurance and housing fund, both shares, leave the bank.
fn remittance(all: &Totals) -> Result<Vec<VoucherLine>, PeopleError> {
    let parts = [
        (accounts::SOCIAL_INSURANCE_PAYABLE, all.employer_social),
        (accounts::HOUSING_FUND_PAYABLE, all.employer_housing),
        (accounts::WITHHELD_SOCIAL_INSURANCE, all.employee_social),
        (accounts::WITHHELD_HOUSING_FUND, all.employee_housing),
    ];
    let mut lines = Lines::default();
    for (account, amount) in parts {
        lines.debit(account, amount);
    }
    lines.credit(accounts::BANK, Money::total(parts.map(|(_, amount)| amount))?);
    Ok(lines.0)
}

/// The tax held back leaves the bank.
fn tax(all: &Totals) -> Vec<VoucherLine> {
    let mut lines = Lines::default();
    lines.debit(accounts::WITHHELD_INCOME_TAX, all.tax);
    lines.credit(accounts::BANK, all.tax);
    lines.0
}

/// Gross wages by page of the sub-ledger, those without a page together and first.
fn wages(payroll: &[Paid]) -> Result<BTreeMap<Option<EmployeeId>, Money>, PeopleError> {
    let mut sums: BTreeMap<Option<EmployeeId>, Money> = BTreeMap::new();
    for paid in payroll {
        let sum = sums.entry(paid.employee).or_default();
        *sum = sum.checked_add(paid.slip.gross)?;
    }
    Ok(sums)
}

fn of_employee(line: VoucherLine, employee: Option<EmployeeId>) -> VoucherLine {
    match employee {
        Some(employee) => line.employee(employee),
        None => line,
    }
}

/// Lines under way; amounts of nought are passed over.
#[derive(Default)]
struct Lines(Vec<VoucherLine>);

impl Lines {
    fn add(&mut self, line: VoucherLine) {
        if !line.amount.is_zero() {
            self.0.push(line);
        }
    }

    fn debit(&mut self, account: AccountCode, amount: Money) {
        self.add(VoucherLine::debit(account, amount));
    }

    fn credit(&mut self, account: AccountCode, amount: Money) {
        self.add(VoucherLine::credit(account, amount));
    }
}
