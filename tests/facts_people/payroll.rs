//! Payslips PAY-V01 to PAY-V07 and the vouchers of facts §2.4, 21 to 25.

use startup_metaverse::firm::accounts::WAGES_PAYABLE;
use startup_metaverse::firm::ledger::{EmployeeId, Ledger, SubKey, VoucherLine};
use startup_metaverse::firm::people::contributions::Scheme;
use startup_metaverse::firm::people::payslip::{Payslip, compute};
use startup_metaverse::firm::people::voucher::{Department, Paid, PayrollVouchers, payroll_voucher};
use startup_metaverse::firm::people::wages::Zone;
use startup_metaverse::firm::people::{PeopleError, true_up};
use startup_metaverse::money::Money;

use super::{date, money, policy, rate};

/// Income tax of January for somebody with a job before and no special deductions, the first bracket only.
fn january_tax(gross: Money, deducted: Money) -> Result<Money, PeopleError> {
    let taxed = gross.checked_sub(deducted)?.checked_sub(money("5000.00"))?.max(Money::ZERO);
    assert!(taxed <= money("36000.00"));
    Ok(taxed.at(rate("3%"))?)
}

fn slip(gross: &str) -> Payslip {
    let policy = policy();
    let scheme = Scheme::usual(Zone::Urban, rate("8%"));
    compute(money(gross), date("2026-01-01"), &scheme, &policy, january_tax).unwrap()
}

#[test]
fn pay_v01_to_v07_payslips() {
    for (vector, gross, base, employer, employer_all, cost, employee, employee_all, tax, net) in [
        (
            "PAY-V01",
            "3000.00",
            "4573.00",
            ["731.68", "365.84", "32.01", "9.15", "240.00"],
            "1378.68",
            "4378.68",
            ["365.84", "91.46", "13.72", "240.00"],
            "711.02",
            "0.00",
            "2288.98",
        ),
        (
            "PAY-V02",
            "6000.00",
            "6000.00",
            ["960.00", "480.00", "42.00", "12.00", "480.00"],
            "1974.00",
            "7974.00",
            ["480.00", "120.00", "18.00", "480.00"],
            "1098.00",
            "0.00",
            "4902.00",
        ),
        (
            "PAY-V03",
            "8000.00",
            "8000.00",
            ["1280.00", "640.00", "56.00", "16.00", "640.00"],
            "2632.00",
            "10632.00",
            ["640.00", "160.00", "24.00", "640.00"],
            "1464.00",
            "46.08",
            "6489.92",
        ),
        (
            "PAY-V04",
            "10000.00",
            "10000.00",
            ["1600.00", "800.00", "70.00", "20.00", "800.00"],
            "3290.00",
            "13290.00",
            ["800.00", "200.00", "30.00", "800.00"],
            "1830.00",
            "95.10",
            "8074.90",
        ),
        (
            "PAY-V05",
            "12000.00",
            "12000.00",
            ["1920.00", "960.00", "84.00", "24.00", "960.00"],
            "3948.00",
            "15948.00",
            ["960.00", "240.00", "36.00", "960.00"],
            "2196.00",
            "144.12",
            "9659.88",
        ),
        (
            "PAY-V06",
            "30000.00",
            "22863.00",
            ["3658.08", "1829.04", "160.04", "45.73", "2400.00"],
            "8092.89",
            "38092.89",
            ["1829.04", "457.26", "68.59", "2400.00"],
            "4754.89",
            "607.35",
            "24637.76",
        ),
        (
            "PAY-V07",
            "40000.00",
            "22863.00",
            ["3658.08", "1829.04", "160.04", "45.73", "2585.00"],
            "8277.89",
            "48277.89",
            ["1829.04", "457.26", "68.59", "2585.00"],
            "4939.89",
            "901.80",
            "34158.31",
        ),
    ] {
        let slip = slip(gross);
        let parts = slip.contributions;
        let own = [parts.pension, parts.medical, parts.unemployment, parts.injury, parts.housing];
        assert_eq!(parts.social_base, money(base), "{vector}");
        assert_eq!(own.map(|shares| shares.employer), employer.map(money), "{vector}");
        assert_eq!(parts.employer_total().unwrap(), money(employer_all), "{vector}");
        assert_eq!(slip.cost().unwrap(), money(cost), "{vector}");
        let theirs = [parts.pension, parts.medical, parts.unemployment, parts.housing];
        assert_eq!(theirs.map(|shares| shares.employee), employee.map(money), "{vector}");
        assert_eq!(parts.employee_total().unwrap(), money(employee_all), "{vector}");
        assert_eq!((slip.income_tax, slip.net), (money(tax), money(net)), "{vector}");
    }
}

#[test]
fn the_true_cost_of_8000_and_ten_thousand_in_hand() {
    // 132.9 % of the wage.
    assert_eq!(slip("8000.00").cost().unwrap().prorate(1000, 8000).unwrap(), money("1329.00"));
    let near = slip("12430.00").net;
    assert!(near > money("10000.00") && near < money("10020.00"), "{near}");
}

#[test]
fn from_july_the_fund_has_another_cap() {
    let policy = policy();
    let scheme = Scheme::usual(Zone::Urban, rate("8%"));
    let july = compute(money("40000.00"), date("2026-07-01"), &scheme, &policy, |_, _| Ok(Money::ZERO)).unwrap();
    assert_eq!(july.contributions.housing.employer, money("2747.00"));
}

#[test]
fn a_wage_eaten_up_by_its_deductions_is_refused() {
    let policy = policy();
    let scheme = Scheme::usual(Zone::Urban, rate("8%"));
    let paid = |gross| compute(money(gross), date("2026-01-01"), &scheme, &policy, |_, _| Ok(Money::ZERO));
    // 365.84 + 91.46 + 13.72 to insurance, 176 to the fund on its least base.
    assert_eq!(paid("647.02").unwrap().net, Money::ZERO);
    assert!(matches!(paid("647.01"), Err(PeopleError::DeductionsExceedPay { .. })));
}

fn paid(department: Department, employee: Option<EmployeeId>, gross: &str) -> Paid {
    Paid { department, employee, slip: slip(gross) }
}

fn posted(vouchers: &PayrollVouchers) -> Ledger {
    let mut ledger = Ledger::default();
    for lines in [&vouchers.accrual, &vouchers.payment, &vouchers.remittance, &vouchers.tax] {
        ledger.post(date("2026-01-31"), "工资", lines.clone()).unwrap();
    }
    ledger
}

fn amounts(lines: &[VoucherLine]) -> Vec<Money> {
    lines.iter().map(|line| line.amount).collect()
}

#[test]
fn templates_21_to_25_three_wages_of_ten_thousand() {
    let vouchers = payroll_voucher(&[paid(Department::Administration, None, "10000.00"); 3]).unwrap();
    let all = |texts: &[&str]| texts.iter().map(|text| money(text)).collect::<Vec<_>>();
    let accrual = all(&["30000.00", "9870.00", "30000.00", "7470.00", "2400.00"]);
    assert_eq!(amounts(&vouchers.accrual), accrual);
    let payment = all(&["30000.00", "24224.70", "3090.00", "2400.00", "285.30"]);
    assert_eq!(amounts(&vouchers.payment), payment);
    let remittance = all(&["7470.00", "2400.00", "3090.00", "2400.00", "15360.00"]);
    assert_eq!(amounts(&vouchers.remittance), remittance);
    assert_eq!(amounts(&vouchers.tax), all(&["285.30", "285.30"]));
}

#[test]
fn a_payroll_leaves_costs_and_payments_and_nothing_owed() {
    let slips = [
        paid(Department::Sales, Some(EmployeeId(1)), "3000.00"),
        paid(Department::Administration, Some(EmployeeId(2)), "8000.00"),
        paid(Department::Production, None, "6000.00"),
        paid(Department::Research, Some(EmployeeId(3)), "12000.00"),
    ];
    let vouchers = payroll_voucher(&slips).unwrap();
    let mut accrued = Ledger::default();
    accrued.post(date("2026-01-31"), "计提工资", &vouchers.accrual).unwrap();
    let page = |number| accrued.page(WAGES_PAYABLE, SubKey::Employee(EmployeeId(number))).balance;
    assert_eq!((page(1), page(2), page(3)), (money("-3000.00"), money("-8000.00"), money("-12000.00")));
    let ledger = posted(&vouchers);
    let cost = Money::total(slips.iter().map(|paid| paid.slip.cost().unwrap())).unwrap();
    let mut spent = Money::ZERO;
    for (account, balance) in ledger.trial_balance() {
        let number = account.to_string();
        if number.starts_with("1002") {
            assert_eq!(balance, cost.checked_neg().unwrap());
        } else {
            assert!(number.starts_with('4') || number.starts_with("56"), "{number} keeps {balance}");
            spent = spent.checked_add(balance).unwrap();
        }
    }
    assert_eq!(spent, cost);
}

#[test]
fn no_wages_no_vouchers() {
    let vouchers = payroll_voucher(&[]).unwrap();
    assert!(vouchers.accrual.is_empty() && vouchers.payment.is_empty() && vouchers.tax.is_empty());
    let none = true_up::difference(2026, &[], &Scheme::usual(Zone::Urban, rate("8%")), &policy()).unwrap();
    assert_eq!(none.employer_total().unwrap(), Money::ZERO);
}
