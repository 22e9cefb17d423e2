//! Companies for tests of the joined company: founded, paid in, open for business.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test takes what it needs of this; a panic here is a failed test"
)]

use startup_metaverse::calendar::Date;
use startup_metaverse::firm::accounts::{self, AccountCode};
use startup_metaverse::firm::loans::Loan;
use startup_metaverse::firm::people::contributions::Scheme;
use startup_metaverse::firm::people::wages::Zone;
use startup_metaverse::firm::registry::{ApplicationField as Field, FieldValue};
use startup_metaverse::firm::tax::TaxItem;
use startup_metaverse::firm::tax::cit::research::Industry;
use startup_metaverse::firm::tax::surcharge::Place;
use startup_metaverse::firm::tax::vat::{VatPeriod, VatStatus};
use startup_metaverse::firm::{Firm, Opening, VoucherLine};
use startup_metaverse::money::{Money, Rate};
use startup_metaverse::policy::Policy;

/// How companies open here, unless a test says otherwise.
pub fn opening(vat: VatStatus) -> Opening {
    Opening {
        scheme: Scheme::usual(Zone::Urban, Rate::from_ppm(80_000)),
        vat,
        place: Place::City,
        industry: Industry::Other,
        high_tech: false,
    }
}

/// A small-scale taxpayer that files by the quarter.
pub const QUARTERLY: VatStatus = VatStatus::SmallScale(VatPeriod::Quarter);

/// A company founded on a day with this capital subscribed and the same in its founders' fund; nothing is paid in.
pub fn founded(day: Date, capital: Money, policy: &Policy) -> Firm {
    let mut firm = Firm::new(day, "370212", capital);
    let fields = [
        (Field::Form, "llc"),
        (Field::Region, "青岛"),
        (Field::TradeName, "海青"),
        (Field::Industry, "科技"),
        (Field::Organisation, "有限公司"),
        (Field::Premises, "leased"),
        (Field::Scope, "software-development"),
        (Field::LegalRepresentative, "甲"),
        (Field::Directors, "甲"),
        (Field::Supervisor, "none"),
        (Field::Liaison, "乙"),
    ];
    for (field, text) in fields {
        firm.fill(field, FieldValue::read(field, vec![text.to_owned()])).unwrap();
    }
    for (field, text) in [(Field::Capital, capital.plain()), (Field::PaidInBy, day.to_string())] {
        firm.fill(field, FieldValue::read(field, vec![text])).unwrap();
    }
    firm.register(policy, &[]).unwrap();
    firm
}

/// A company that trades, its capital paid in.
pub fn trading(day: Date, capital: Money, vat: VatStatus, policy: &Policy) -> Firm {
    let mut firm = founded(day, capital, policy);
    firm.pay_in_capital(capital).unwrap();
    firm.open_for_business(opening(vat), policy).unwrap();
    firm
}

/// Lets days pass until one.
pub fn wait_until(firm: &mut Firm, day: Date, policy: &Policy) {
    while firm.today() < day {
        firm.pass_day(policy).unwrap();
    }
}

/// Whether the pages of an account's sub-ledger add up to its balance.
pub fn ties(firm: &Firm, account: AccountCode) -> bool {
    let pages = firm.ledger().sub_ledger(account).map(|(_, page)| page.balance);
    Money::total(pages) == Ok(firm.ledger().balance(account))
}

/// Holds a company's invariants against its books.
#[track_caller]
pub fn check(firm: &Firm) {
    let ledger = firm.ledger();
    assert_eq!(Money::total(ledger.trial_balance().map(|(_, balance)| balance)), Ok(Money::ZERO), "the trial balance");
    assert!(!firm.bank().is_negative() && !firm.founders_fund().is_negative(), "money is never below nought");
    for account in [accounts::RECEIVABLES, accounts::PAYABLES, accounts::GOODS, accounts::WAGES_PAYABLE] {
        assert!(ties(firm, account), "the pages of {account} add up to it");
    }
    for (_, stock) in ledger.sub_ledger(accounts::GOODS) {
        assert!(stock.quantity > 0 && stock.balance.is_positive(), "stock has quantity and value");
    }
    let business = firm.business().expect("it trades");
    assert!(business.assets().ties(ledger), "the cards and the books agree on the assets");
    let outstanding = Money::total(business.loans().iter().map(Loan::outstanding)).unwrap();
    let borrowed = [accounts::SHORT_LOANS, accounts::LONG_LOANS].map(|account| ledger.owed(account));
    assert_eq!(Money::total(borrowed), Ok(outstanding), "what was drawn is repaid or outstanding");
    for loan in business.loans() {
        assert_eq!(loan.repaid().checked_add(loan.outstanding()), Ok(loan.terms().principal));
    }
    check_taxes(firm);
    check_payrolls(firm);
}

/// What is declared and not paid is what stands in the accounts of taxes; of VAT and stamp duty once their period is closed.
fn check_taxes(firm: &Firm) {
    let business = firm.business().expect("it trades");
    let declared = |items: &[TaxItem]| {
        let dues = business.taxes_due().iter().filter(|tax| items.contains(&tax.item));
        Money::total(dues.map(|tax| tax.amount)).unwrap()
    };
    let owed = |account: AccountCode| firm.ledger().total(account).checked_neg().unwrap();
    for (account, items) in [
        (accounts::URBAN_TAX, &[TaxItem::CityMaintenance][..]),
        (accounts::EDUCATION_SURCHARGE, &[TaxItem::EducationSurcharge]),
        (accounts::LOCAL_EDUCATION_SURCHARGE, &[TaxItem::LocalEducationSurcharge]),
        (accounts::STAMP_DUTY_PAYABLE, &[TaxItem::StampDuty]),
        (accounts::INCOME_TAX_PAYABLE, &[TaxItem::CorporateIncomeTax]),
        (accounts::WITHHELD_INCOME_TAX, &[TaxItem::IncomeTaxWithheld, TaxItem::DividendTaxWithheld]),
        (accounts::VAT_UNPAID, &[TaxItem::VatGeneral]),
    ] {
        assert_eq!(owed(account), declared(items), "what is declared is what is owed on {account}");
    }
}

/// What payrolls wait to pay is what stands in the accounts of wages and insurance.
fn check_payrolls(firm: &Firm) {
    let payrolls = firm.business().expect("it trades").payrolls();
    let all = || payrolls.iter().flat_map(|payroll| payroll.wages.iter().chain(&payroll.contributions));
    for account in [
        accounts::WAGES_PAYABLE,
        accounts::SOCIAL_INSURANCE_PAYABLE,
        accounts::HOUSING_FUND_PAYABLE,
        accounts::WITHHELD_SOCIAL_INSURANCE,
        accounts::WITHHELD_HOUSING_FUND,
    ] {
        let waiting = Money::total(all().filter(|line| line.account == account).map(VoucherLine::signed)).unwrap();
        assert_eq!(firm.ledger().owed(account), waiting, "what payrolls wait to pay is what is owed on {account}");
    }
}
