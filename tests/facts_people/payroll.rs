//! Payslips PAY-V01 to PAY-V07 and the vouchers of facts §2.4, 21 to 25.

use startup_metaverse::firm::accounts::WAGES_PAYABLE;
use startup_metaverse::firm::ledger::{EmployeeId, Ledger, SubKey, VoucherLine};
use startup_metaverse::firm::people::contributions::{self, BaseMode, Scheme};
use startup_metaverse::firm::people::payslip::{Claims, Payslip, compute, from_contributions, in_tax_year};
use startup_metaverse::firm::people::voucher::{Department, Paid, PayrollVouchers, payroll_voucher};
use startup_metaverse::firm::people::wages::Zone;
use startup_metaverse::firm::people::{PeopleError, true_up};
use startup_metaverse::firm::tax::iit::withholding::{BasicDeduction, WithholdingYear};
use startup_metaverse::money::Money;

use super::{date, money, policy, rate};

fn usual(housing_rate: &str) -> Scheme {
    Scheme::usual(Zone::Urban, rate(housing_rate))
}

fn new_year() -> WithholdingYear {
    WithholdingYear::begin(1, BasicDeduction::FromJoining).unwrap()
}

/// January's payslip, with the tax department's withholding.
fn slip(gross: &str) -> Payslip {
    let policy = policy();
    let month = date("2026-01-01");
    let parts = contributions::compute(money(gross), month, &usual("8%"), &policy).unwrap();
    in_tax_year(money(gross), month, parts, Claims::default(), &mut new_year(), &policy).unwrap()
}

/// A year of the same wage.
fn year_of(gross: &str, housing_rate: &str, additional: &str) -> Vec<Payslip> {
    let policy = policy();
    let claims = Claims { additional: money(additional), other: Money::ZERO };
    let mut year = new_year();
    let month = |month: i8| {
        let day = date(&format!("2026-{month:02}-01"));
        let parts = contributions::compute(money(gross), day, &usual(housing_rate), &policy).unwrap();
        in_tax_year(money(gross), day, parts, claims, &mut year, &policy).unwrap()
    };
    (1..=12).map(month).collect()
}

fn total(slips: &[Payslip], what: fn(&Payslip) -> Money) -> Money {
    Money::total(slips.iter().map(what)).unwrap()
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
fn iit_a_to_c_a_year_of_payslips() {
    let a = year_of("10000.00", "8%", "0.00");
    assert!(a.iter().take(11).all(|slip| slip.income_tax == money("95.10")));
    assert_eq!(a.last().unwrap().income_tax, money("237.90"));
    assert_eq!(total(&a, |slip| slip.income_tax), money("1284.00"));
    assert_eq!(total(&a, |slip| slip.net), money("96756.00"));
    let b = year_of("25000.00", "8%", "3500.00");
    assert_eq!(b.first().unwrap().contributions.employee_total().unwrap(), money("4354.89"));
    assert_eq!(b.get(2).unwrap().income_tax, money("394.82"));
    assert_eq!(total(&b, |slip| slip.income_tax), money("12228.26"));
    let c = year_of("6500.00", "5%", "0.00");
    assert_eq!(c.first().unwrap().income_tax, money("15.17"));
    assert_eq!(total(&c, |slip| slip.income_tax), money("181.98"));
}

#[test]
fn a_month_is_paid_once_and_a_refusal_changes_nothing() {
    let policy = policy();
    let month = date("2026-03-01");
    let parts = contributions::compute(money("8000.00"), month, &usual("8%"), &policy).unwrap();
    let mut year = new_year();
    let pay = |gross: &str, year: &mut WithholdingYear| {
        in_tax_year(money(gross), month, parts, Claims::default(), year, &policy)
    };
    let before = year;
    assert!(matches!(pay("1000.00", &mut year), Err(PeopleError::DeductionsExceedPay { .. })));
    assert_eq!(year, before);
    assert!(pay("8000.00", &mut year).is_ok());
    let after = year;
    assert!(matches!(pay("8000.00", &mut year), Err(PeopleError::Tax(_))));
    assert_eq!(year, after);
}

#[test]
fn si_v01_the_difference_is_taken_off_the_wage_of_the_month() {
    let policy = policy();
    let scheme = Scheme { bases: BaseMode::Announced, ..usual("8%") };
    let wage = money("3000.00");
    let months: Vec<_> = (1..=8).map(|month| (date(&format!("2026-{month:02}-01")), wage)).collect();
    let owed = true_up::difference(2026, &months, &scheme, &policy).unwrap();
    let september = date("2026-09-01");
    let parts = contributions::compute(wage, september, &scheme, &policy).unwrap().plus(&owed).unwrap();
    let slip = from_contributions(wage, september, parts, |_, _| Ok(Money::ZERO)).unwrap();
    assert_eq!(slip.contributions.pension.employee, money("410.00"));
    // 711.02 of the month; 44.16, 11.04 and 1.68 of the eight months before.
    assert_eq!(slip.net, money("2232.10"));
}

#[test]
fn from_july_the_fund_has_another_cap() {
    let july = compute(money("40000.00"), date("2026-07-01"), &usual("8%"), &policy(), |_, _| Ok(Money::ZERO)).unwrap();
    assert_eq!(july.contributions.housing.employer, money("2747.00"));
}

#[test]
fn a_wage_eaten_up_by_its_deductions_is_refused() {
    let policy = policy();
    let paid = |gross| compute(money(gross), date("2026-01-01"), &usual("8%"), &policy, |_, _| Ok(Money::ZERO));
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
    let none = true_up::difference(2026, &[], &usual("8%"), &policy()).unwrap();
    assert_eq!(none.employer_total().unwrap(), Money::ZERO);
}
