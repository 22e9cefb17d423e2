//! The staff's payrolls month by month: part months, new bases, endings; whatever is paid, the books tie.

use proptest::prelude::*;
use startup_metaverse::firm::accounts::{TERMINATION_PAYABLE, WAGES_PAYABLE};
use startup_metaverse::firm::ledger::{EmployeeId, Ledger};
use startup_metaverse::firm::people::PeopleError;
use startup_metaverse::firm::people::contributions::{BaseMode, Scheme};
use startup_metaverse::firm::people::ending::Ground;
use startup_metaverse::firm::people::payslip::{Claims, Payslip};
use startup_metaverse::firm::people::staff::{Extra, Hire, Payroll, Staff};
use startup_metaverse::firm::people::voucher::{Department, ending_voucher};
use startup_metaverse::firm::people::wages::Zone;
use startup_metaverse::firm::tax::iit::withholding::BasicDeduction;
use startup_metaverse::money::Money;

use super::{date, money, policy, rate};

fn scheme(bases: BaseMode) -> Scheme {
    Scheme { bases, ..Scheme::usual(Zone::Urban, rate("8%")) }
}

fn hire(first: &str, wage: &str) -> Hire {
    Hire {
        first: date(first),
        department: Department::Administration,
        wage: money(wage),
        first_job: false,
        basic: BasicDeduction::FromJoining,
        claims: Claims::default(),
    }
}

fn only(payroll: &Payroll) -> Payslip {
    assert_eq!(payroll.paid.len(), 1);
    payroll.paid.first().unwrap().slip
}

fn post(ledger: &mut Ledger, payroll: &Payroll) {
    let day = payroll.month.last_of_month();
    let vouchers = &payroll.vouchers;
    for lines in [&vouchers.accrual, &vouchers.payment, &vouchers.remittance, &vouchers.tax] {
        if !lines.is_empty() {
            ledger.post(day, "工资", lines).unwrap();
        }
    }
}

#[test]
fn iit_a_a_year_on_the_staff() {
    let policy = policy();
    let mut staff = Staff::new(scheme(BaseMode::WholeYear));
    staff.hire(hire("2026-01-01", "10000.00")).unwrap();
    let mut net = Money::ZERO;
    for month in 1..=12 {
        let slip = only(&staff.pay_month(date(&format!("2026-{month:02}-15")), &[], &policy).unwrap());
        net = net.checked_add(slip.net).unwrap();
    }
    assert_eq!(net, money("96756.00"));
    // A new tax year begins anew.
    let january = only(&staff.pay_month(date("2027-01-01"), &[], &policy).unwrap());
    assert_eq!(january.income_tax, money("95.10"));
    assert_eq!(staff.employees().first().unwrap().earned().len(), 12);
}

#[test]
fn pay_v08_joining_in_the_midst_of_a_month() {
    let policy = policy();
    let mut staff = Staff::new(scheme(BaseMode::WholeYear));
    let id = staff.hire(Hire { first_job: true, ..hire("2026-03-16", "8000.00") }).unwrap();
    assert_eq!(staff.count_on(date("2026-03-15")), 0);
    assert_eq!(staff.count_on(date("2026-03-16")), 1);
    let march = only(&staff.pay_month(date("2026-03-01"), &[], &policy).unwrap());
    assert_eq!(march.gross, money("4413.79"));
    assert_eq!(march.contributions.social_base, money("4573.00"));
    assert!(march.contributions.housing.employee.is_zero());
    let april = only(&staff.pay_month(date("2026-04-01"), &[], &policy).unwrap());
    assert_eq!((april.gross, april.contributions.housing.employee), (money("8000.00"), money("640.00")));
    let extra = Extra { employee: id, amount: money("689.66") };
    let may = only(&staff.pay_month(date("2026-05-01"), &[extra], &policy).unwrap());
    assert_eq!(may.gross, money("8689.66"));
    staff.leave(id, date("2026-06-12")).unwrap();
    let june = only(&staff.pay_month(date("2026-06-01"), &[], &policy).unwrap());
    assert_eq!(june.gross, money("3678.16"));
    assert!(staff.pay_month(date("2026-07-01"), &[], &policy).unwrap().paid.is_empty());
}

#[test]
fn si_v01_new_bases_on_the_staff() {
    let policy = policy();
    let pension = |bases| {
        let mut staff = Staff::new(scheme(bases));
        staff.hire(hire("2026-01-01", "3000.00")).unwrap();
        let mut paid = Vec::new();
        for month in 1..=12 {
            let slip = only(&staff.pay_month(date(&format!("2026-{month:02}-01")), &[], &policy).unwrap());
            paid.push(slip.contributions.pension.employer);
        }
        paid
    };
    let announced = pension(BaseMode::Announced);
    assert_eq!(announced.first(), Some(&money("720.64")));
    assert_eq!(announced.get(8), Some(&money("820.00")));
    assert_eq!(announced.get(9), Some(&money("731.68")));
    let total = |all: Vec<Money>| Money::total(all).unwrap();
    assert_eq!(total(announced), total(pension(BaseMode::WholeYear)));
}

#[test]
fn refusals_change_nothing() {
    let policy = policy();
    let mut staff = Staff::new(scheme(BaseMode::WholeYear));
    let id = staff.hire(hire("2026-01-01", "8000.00")).unwrap();
    staff.pay_month(date("2026-01-01"), &[], &policy).unwrap();
    let before = staff.clone();
    let stranger = Extra { employee: EmployeeId(9), amount: money("1.00") };
    let docked = Extra { employee: id, amount: money("-7900.00") };
    assert_eq!(staff.pay_month(date("2026-01-31"), &[], &policy), Err(PeopleError::MonthPaid));
    let refused = staff.pay_month(date("2026-02-01"), &[stranger], &policy);
    assert_eq!(refused, Err(PeopleError::NoSuchEmployee(9)));
    let refused = staff.pay_month(date("2026-02-01"), &[docked], &policy);
    assert!(matches!(refused, Err(PeopleError::DeductionsExceedPay { .. })));
    assert_eq!(staff.hire(hire("2026-01-31", "8000.00")), Err(PeopleError::MonthPaid));
    assert_eq!(staff.hire(hire("2026-02-01", "-0.01")), Err(PeopleError::NegativePay(money("-0.01"))));
    assert_eq!(staff.leave(id, date("2026-01-31")), Err(PeopleError::MonthPaid));
    assert_eq!(staff.raise(EmployeeId(9), money("1.00")), Err(PeopleError::NoSuchEmployee(9)));
    assert_eq!(staff, before);
}

#[test]
fn lab_v07_an_ending_on_the_staff_and_its_voucher() {
    let policy = policy();
    let mut staff = Staff::new(scheme(BaseMode::WholeYear));
    let id = staff.hire(hire("2024-01-01", "8000.00")).unwrap();
    for month in 1..=12 {
        staff.pay_month(date(&format!("2025-{month:02}-01")), &[], &policy).unwrap();
    }
    staff.raise(id, money("9000.00")).unwrap();
    staff.pay_month(date("2026-01-01"), &[], &policy).unwrap();
    let last = date("2026-01-31");
    let owed = |ground| staff.settlement(id, last, ground, None, &policy).unwrap();
    // Two years and a month: two and a half times the average of 8,083.33.
    assert_eq!(owed(Ground::AgreedEmployerAsked).severance, money("20208.33"));
    assert_eq!(owed(Ground::None).severance, money("40416.66"));
    assert!(owed(Ground::Resignation).total().unwrap().is_zero());
    let mut ledger = Ledger::default();
    let lines = ending_voucher(owed(Ground::AgreedEmployerAsked).total().unwrap(), Some(id));
    ledger.post(last, "经济补偿", &lines).unwrap();
    assert!(ledger.total(TERMINATION_PAYABLE).is_zero());
    assert!(ending_voucher(Money::ZERO, None).is_empty());
}

const DEPARTMENTS: [Department; 4] =
    [Department::Sales, Department::Administration, Department::Production, Department::Research];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whoever is hired for whatever wage: gross is net and deductions, each month's vouchers balance, nothing stays owed,
    /// withheld tax is never below nought, and the bank pays exactly what the staff costs.
    #[test]
    fn whatever_is_paid_the_books_tie(
        people in prop::collection::vec((250_000_i64..8_000_000, 1_i8..=12, 1_i8..=17, 0_usize..4, any::<bool>()), 1..6),
        announced in any::<bool>(),
    ) {
        let policy = policy();
        let bases = if announced { BaseMode::Announced } else { BaseMode::WholeYear };
        let mut staff = Staff::new(scheme(bases));
        for (fen, month, day, department, first_job) in people {
            let first = date(&format!("2026-{month:02}-{day:02}"));
            let department = *DEPARTMENTS.get(department).unwrap();
            staff.hire(Hire { first, department, wage: Money::from_fen(fen), first_job, ..hire("2026-01-01", "0.00") }).unwrap();
        }
        let mut ledger = Ledger::default();
        let mut cost = Money::ZERO;
        for month in 1..=12 {
            let day = date(&format!("2026-{month:02}-01"));
            let before = staff.clone();
            let payroll = match staff.pay_month(day, &[], &policy) {
                Ok(payroll) => payroll,
                Err(refusal) => {
                    prop_assert!(matches!(refusal, PeopleError::DeductionsExceedPay { .. }), "{refusal}");
                    prop_assert_eq!(&staff, &before);
                    return Ok(());
                }
            };
            for paid in &payroll.paid {
                let slip = paid.slip;
                let deducted = slip.contributions.employee_total().unwrap();
                prop_assert!(!slip.income_tax.is_negative() && !slip.net.is_negative());
                prop_assert_eq!(Money::total([slip.net, deducted, slip.income_tax]).unwrap(), slip.gross);
                prop_assert_eq!(slip.contributions.housing.employer, slip.contributions.housing.employee);
                cost = cost.checked_add(slip.cost().unwrap()).unwrap();
            }
            post(&mut ledger, &payroll);
            prop_assert!(ledger.total(WAGES_PAYABLE).is_zero());
        }
        prop_assert_eq!(ledger.balance(startup_metaverse::firm::accounts::BANK), cost.checked_neg().unwrap());
    }
}
