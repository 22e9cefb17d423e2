//! The company's departments joined: what it does goes through one department each and comes out of the books to the fen.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod company;
mod reading;

use company::{QUARTERLY, founded, opening, ties, trading, wait_until};
use reading::{date, money};
use startup_metaverse::firm::accounts::{self, AccountCode};
use startup_metaverse::firm::assets::{AssetKind, Method, Purchase};
use startup_metaverse::firm::ledger::{AssetId, EmployeeId, ItemId, PartyId};
use startup_metaverse::firm::loans::{LoanTerms, RepaymentMethod};
use startup_metaverse::firm::people::contract::Contract;
use startup_metaverse::firm::people::ending::Ground;
use startup_metaverse::firm::people::voucher::Department;
use startup_metaverse::firm::tax::TaxItem;
use startup_metaverse::firm::tax::vat::VatStatus;
use startup_metaverse::firm::tax::vat::input::Document;
use startup_metaverse::firm::tax::vat::invoice::{Buyer, Invoice};
use startup_metaverse::firm::tax::vat::small_scale::Levy;
use startup_metaverse::firm::tax::vat::supply::Supply;
use startup_metaverse::firm::{BoughtAsset, BoughtGoods, Firm, FirmNews, Period, Post, Refusal, Sold, TaxDue};
use startup_metaverse::money::{Money, Rate};
use startup_metaverse::policy::Policy;

const CUSTOMER: PartyId = PartyId(1);
const SUPPLIER: PartyId = PartyId(2);
const TEA: ItemId = ItemId(1);

fn sale(gross: &str, units: u32) -> Sold {
    Sold {
        customer: None,
        goods: (units > 0).then_some((TEA, units)),
        gross: money(gross),
        supply: Supply::Goods,
        levy: Levy::Reduced,
        invoice: Invoice::Ordinary,
        buyer: Buyer::Business,
        contract: false,
    }
}

fn goods(gross: &str, units: u32, stated: &str) -> BoughtGoods {
    BoughtGoods {
        supplier: None,
        item: TEA,
        units,
        gross: money(gross),
        document: Document::SpecialInvoice,
        stated: money(stated),
        contract: false,
    }
}

fn computer(gross: &str, stated: &str, months: i32) -> BoughtAsset {
    let asset = Purchase {
        name: "电脑".to_owned(),
        kind: AssetKind::Electronics,
        cost: Money::ZERO,
        residual: Money::ZERO,
        months,
        method: Method::StraightLine,
        in_use: date("2026-01-01"),
        bears: accounts::ADMIN_DEPRECIATION,
    };
    BoughtAsset {
        asset,
        gross: money(gross),
        document: Document::SpecialInvoice,
        stated: money(stated),
        supplier: None,
    }
}

fn dues(firm: &Firm) -> Vec<(TaxItem, String, String)> {
    let told = |tax: &TaxDue| (tax.item, tax.amount.plain(), tax.due.to_string());
    firm.business().unwrap().taxes_due().iter().map(told).collect()
}

fn balance(firm: &Firm, number: u32) -> String {
    firm.ledger().balance(AccountCode::new(number).unwrap()).plain()
}

/// Refused, and nothing has changed.
#[track_caller]
fn refuse(
    firm: &mut Firm,
    work: impl FnOnce(&mut Firm) -> Result<Vec<startup_metaverse::firm::FirmEvent>, Refusal>,
) -> Refusal {
    let (hash, before) = (firm.state_hash(), firm.clone());
    let refusal = work(firm).expect_err("it is to be refused");
    assert_eq!(firm.state_hash(), hash);
    assert_eq!(*firm, before, "a refusal changes nothing, not even what is not stored");
    refusal
}

/// Closes months, each on its last day, until one is closed.
fn close_through(firm: &mut Firm, year: i16, month: i8, policy: &Policy) {
    let last = Period::new(year, month).unwrap();
    while firm.next_to_close().unwrap() <= last {
        let period = firm.next_to_close().unwrap();
        wait_until(firm, period.last_day(), policy);
        if period.ends_year() { firm.close_year(Money::ZERO, policy) } else { firm.close_month(policy) }.unwrap();
    }
}

#[test]
fn a_general_taxpayers_month_as_in_acc_v01() {
    let policy = Policy::qingdao_2026();
    let mut firm = trading(date("2026-01-04"), money("1000000.00"), VatStatus::General, &policy);
    wait_until(&mut firm, date("2026-01-08"), &policy);
    firm.buy_goods(&goods("226000.00", 2000, "26000.00"), &policy).unwrap();
    assert_eq!(balance(&firm, 1405), "200000.00");
    assert_eq!(balance(&firm, 22_210_101), "26000.00");
    firm.buy_asset(&computer("33900.00", "3900.00", 36), &policy).unwrap();
    firm.sell(&sale("162720.00", 800), &policy).unwrap();
    assert_eq!(balance(&firm, 5001), "-144000.00");
    assert_eq!(balance(&firm, 5401), "80000.00");
    let on_account = Sold { customer: Some(CUSTOMER), ..sale("193230.00", 900) };
    firm.sell(&on_account, &policy).unwrap();
    firm.sell(&Sold { supply: Supply::Services, ..sale("53000.00", 0) }, &policy).unwrap();
    firm.collect(CUSTOMER, money("50000.00")).unwrap();
    assert_eq!(firm.ledger().party(accounts::RECEIVABLES, CUSTOMER), money("143230.00"));
    let advertising = AccountCode::new(560_103).unwrap();
    firm.buy_service("广告费", advertising, money("10600.00"), Document::SpecialInvoice, money("600.00"), &policy)
        .unwrap();
    close_through(&mut firm, 2026, 1, &policy);
    // Output 18,720 + 22,230 + 3,000, input 26,000 + 3,900 + 600; a new general taxpayer, small: halved.
    let expected = [
        (TaxItem::VatGeneral, "13450.00"),
        (TaxItem::CityMaintenance, "470.75"),
        (TaxItem::EducationSurcharge, "201.75"),
        (TaxItem::LocalEducationSurcharge, "134.50"),
    ];
    let expected = expected.map(|(item, amount)| (item, amount.to_owned(), "2026-02-24".to_owned()));
    assert_eq!(dues(&firm), expected);
    wait_until(&mut firm, date("2026-02-24"), &policy);
    firm.pay_taxes(&policy).unwrap();
    assert_eq!(balance(&firm, 222_102), "0.00");
    assert_eq!(balance(&firm, 571_103), "0.00", "the last day is in time");
    close_through(&mut firm, 2026, 2, &policy);
    assert_eq!(balance(&firm, 1602), "-833.33", "from the month after it was put to use");
    assert!(firm.ledger().audit() && firm.business().unwrap().assets().ties(firm.ledger()));
}

#[test]
fn a_small_taxpayers_quarter_below_and_at_the_threshold() {
    let policy = Policy::qingdao_2026();
    for (gross, vat, waived) in [("302999.99", None, "3000.00"), ("303000.00", Some("3000.00"), "0.00")] {
        let mut firm = trading(date("2026-01-05"), money("500000.00"), QUARTERLY, &policy);
        firm.sell(&sale(gross, 0), &policy).unwrap();
        close_through(&mut firm, 2026, 3, &policy);
        let declared = dues(&firm).into_iter().find(|(item, ..)| *item == TaxItem::VatSmallScale);
        assert_eq!(declared.map(|(_, amount, _)| amount).as_deref(), vat, "{gross}");
        let books = firm.statements(Period::new(2026, 3).unwrap()).unwrap();
        assert_eq!(books.income.row(22).plain(), waived, "{gross}");
    }
}

#[test]
fn the_limit_passed_makes_a_general_taxpayer_of_the_whole_quarter() {
    let policy = Policy::qingdao_2026();
    for (gross, general) in [("5050000.00", false), ("5050001.01", true)] {
        let mut firm = trading(date("2026-01-05"), money("500000.00"), QUARTERLY, &policy);
        firm.sell(&sale(gross, 0), &policy).unwrap();
        close_through(&mut firm, 2026, 3, &policy);
        assert_eq!(firm.business().unwrap().vat() == VatStatus::General, general, "{gross}");
        let (item, amount, _) = dues(&firm).into_iter().next().unwrap();
        // 13 % out of the same price, or 1 %.
        let expected = if general { (TaxItem::VatGeneral, "580973.57") } else { (TaxItem::VatSmallScale, "50000.00") };
        assert_eq!((item, amount.as_str()), expected);
    }
}

#[test]
fn a_payroll_is_accrued_paid_and_remitted_to_nothing() {
    let policy = Policy::qingdao_2026();
    let mut firm = trading(date("2026-01-05"), money("500000.00"), QUARTERLY, &policy);
    firm.hire(&Contract::plain(date("2026-01-05"), money("10000.00")), Post::plain(Department::Sales), &policy)
        .unwrap();
    firm.hire(&Contract::plain(date("2026-02-01"), money("12000.00")), Post::plain(Department::Research), &policy)
        .unwrap();
    close_through(&mut firm, 2026, 1, &policy);
    wait_until(&mut firm, date("2026-02-10"), &policy);
    assert_eq!(firm.wages_owed_for(), Some(date("2026-01-01")));
    assert_eq!(refuse(&mut firm, Firm::remit_contributions), Refusal::NothingDue);
    firm.pay_wages(&policy).unwrap();
    firm.remit_contributions().unwrap();
    let withheld = dues(&firm);
    assert!(
        withheld.iter().all(|(item, _, due)| *item == TaxItem::IncomeTaxWithheld && due == "2026-03-16"),
        "{withheld:?}"
    );
    for account in [221_101, 221_102, 221_103, 224_102, 224_103] {
        assert_eq!(balance(&firm, account), "0.00", "{account}");
    }
    firm.run_payroll(&[], &policy).unwrap();
    let twice = refuse(&mut firm, |firm| firm.run_payroll(&[], &policy));
    assert!(matches!(twice, Refusal::People(_)));
    close_through(&mut firm, 2026, 2, &policy);
    let books = firm.statements(Period::new(2026, 2).unwrap()).unwrap();
    assert!(books.income.row(17).is_positive(), "research of the month is an expense");
    assert!(ties(&firm, accounts::WAGES_PAYABLE));
}

#[test]
fn an_unlawful_ending_costs_double() {
    let policy = Policy::qingdao_2026();
    let mut paid = Vec::new();
    for ground in [Ground::AgreedEmployerAsked, Ground::None] {
        let mut firm = trading(date("2026-01-05"), money("500000.00"), QUARTERLY, &policy);
        firm.hire(&Contract::plain(date("2026-01-05"), money("8000.00")), Post::plain(Department::Sales), &policy)
            .unwrap();
        close_through(&mut firm, 2026, 3, &policy);
        wait_until(&mut firm, date("2026-04-15"), &policy);
        let told = firm.end_employment(EmployeeId(1), ground, None, &policy).unwrap();
        let ended = told.iter().find(|event| matches!(event.what, FirmNews::EmploymentEnded { .. })).unwrap();
        let FirmNews::EmploymentEnded { paid: sum, ref rule, .. } = ended.what else { unreachable!() };
        assert!(policy.rule(rule).is_some());
        paid.push(sum);
        let again = refuse(&mut firm, |firm| firm.end_employment(EmployeeId(1), ground, None, &policy));
        assert!(matches!(again, Refusal::People(_)));
    }
    assert_eq!(paid.first().unwrap().checked_mul_int(2).as_ref(), Ok(paid.get(1).unwrap()));
}

#[test]
fn a_loan_is_drawn_paid_and_repaid() {
    let policy = Policy::qingdao_2026();
    let mut firm = trading(date("2026-01-06"), money("100000.00"), QUARTERLY, &policy);
    let terms = LoanTerms {
        principal: money("300000.00"),
        annual: Rate::from_ppm(35_000),
        months: 36,
        method: RepaymentMethod::Annuity,
        drawn: date("2026-01-06"),
    };
    let usury = LoanTerms { annual: Rate::from_ppm(900_000), ..terms };
    let refused = refuse(&mut firm, |firm| firm.borrow(usury, &policy));
    assert_eq!(refused.rule(), Some("private-lending-25"));
    assert!(refused.source(&policy).is_some());
    firm.borrow(terms, &policy).unwrap();
    let early = refuse(&mut firm, |firm| firm.pay_instalment(0, &policy));
    assert!(matches!(early, Refusal::Loan(_)));
    assert_eq!(refuse(&mut firm, |firm| firm.pay_instalment(7, &policy)), Refusal::NothingDue);
    close_through(&mut firm, 2026, 1, &policy);
    let sheet = firm.statements(Period::new(2026, 1).unwrap()).unwrap().balance_sheet;
    assert!(sheet.row(40).is_positive(), "what is due within a year stands apart");
    wait_until(&mut firm, date("2026-02-06"), &policy);
    let before = firm.bank();
    firm.pay_instalment(0, &policy).unwrap();
    assert_eq!(before.checked_sub(firm.bank()), Ok(money("8790.62")), "as in GL-V01");
    wait_until(&mut firm, date("2026-02-16"), &policy);
    let rest = firm.business().unwrap().loans().first().unwrap().outstanding();
    firm.repay_early(0, rest, &policy).unwrap();
    assert_eq!(balance(&firm, 2501), "0.00");
    assert!(matches!(refuse(&mut firm, |firm| firm.pay_instalment(0, &policy)), Refusal::Loan(_)));
}

#[test]
fn a_year_closes_with_its_tax_its_reserve_and_its_dividend() {
    let policy = Policy::qingdao_2026();
    let mut firm = trading(date("2026-01-05"), money("500000.00"), VatStatus::General, &policy);
    firm.sell(&Sold { supply: Supply::Services, ..sale("1060000.00", 0) }, &policy).unwrap();
    close_through(&mut firm, 2026, 11, &policy);
    wait_until(&mut firm, date("2026-12-31"), &policy);
    assert!(matches!(refuse(&mut firm, |firm| firm.close_month(&policy)), Refusal::Closing(_)));
    let greedy = refuse(&mut firm, |firm| firm.close_year(money("2000000.00"), &policy));
    assert_eq!(greedy.rule(), Some("company-law-210"));
    firm.close_year(money("300000.00"), &policy).unwrap();
    let books = firm.statements(Period::new(2026, 12).unwrap()).unwrap();
    let (before, tax, net) = (books.income.row(30), books.income.row(31), books.income.row(32));
    // 1,000,000 less 3,600 of surcharges and 62.50 of stamp duty on the capital; the fines for what nobody registered are not deducted. 5 % of it in effect.
    assert_eq!((before.plain().as_str(), tax.plain().as_str()), ("980837.50", "49816.88"));
    assert_eq!(before.checked_sub(tax), Ok(net));
    assert_eq!(firm.ledger().owed(accounts::STATUTORY_RESERVE), net.at(Rate::from_ppm(100_000)).unwrap());
    wait_until(&mut firm, date("2027-01-08"), &policy);
    firm.pay_dividend(&policy).unwrap();
    let held = dues(&firm).into_iter().find(|(item, ..)| *item == TaxItem::DividendTaxWithheld).unwrap();
    assert_eq!(held.1, "60000.00");
    assert_eq!(refuse(&mut firm, |firm| firm.pay_dividend(&policy)), Refusal::NothingDue);
    close_through(&mut firm, 2027, 3, &policy);
}

#[test]
fn what_was_prepaid_too_much_comes_back() {
    let policy = Policy::qingdao_2026();
    let mut firm = trading(date("2026-01-05"), money("500000.00"), VatStatus::General, &policy);
    firm.sell(&Sold { supply: Supply::Services, ..sale("530000.00", 0) }, &policy).unwrap();
    close_through(&mut firm, 2026, 3, &policy);
    wait_until(&mut firm, date("2026-04-10"), &policy);
    firm.pay_taxes(&policy).unwrap();
    let wages = AccountCode::new(560_203).unwrap();
    firm.buy_service("办公费", wages, money("480000.00"), Document::OrdinaryInvoice, Money::ZERO, &policy).unwrap();
    close_through(&mut firm, 2026, 12, &policy);
    let back = dues(&firm).into_iter().find(|(_, amount, _)| amount.starts_with('-')).unwrap();
    assert_eq!((back.0, back.2.as_str()), (TaxItem::CorporateIncomeTax, "2027-05-31"));
    let owed = firm.ledger().owed(accounts::INCOME_TAX_PAYABLE);
    assert!(owed.is_zero() && firm.ledger().total(accounts::INCOME_TAX_PAYABLE).is_positive(), "a claim");
    wait_until(&mut firm, date("2027-05-31"), &policy);
    firm.pay_taxes(&policy).unwrap();
    assert!(firm.ledger().total(accounts::INCOME_TAX_PAYABLE).is_zero());
}

#[test]
fn taxes_late_cost_a_fee() {
    let policy = Policy::qingdao_2026();
    let mut firm = trading(date("2026-01-05"), money("500000.00"), VatStatus::General, &policy);
    firm.sell(&sale("113000.00", 0), &policy).unwrap();
    close_through(&mut firm, 2026, 1, &policy);
    wait_until(&mut firm, date("2026-03-06"), &policy);
    firm.pay_taxes(&policy).unwrap();
    // 13,000, 455, 195, 130, ten days at 0.05 % a day: 65.00, 2.28, 0.98, 0.65, each rounded half-up.
    assert_eq!(balance(&firm, 571_103), "68.91");
    assert_eq!(refuse(&mut firm, |firm| firm.pay_taxes(&policy)), Refusal::NothingDue);
}

#[test]
fn refusals_name_the_rule_and_change_nothing() {
    let policy = Policy::qingdao_2026();
    let (day, capital) = (date("2026-01-05"), money("100000.00"));
    let mut firm = founded(day, capital, &policy);
    assert_eq!(refuse(&mut firm, |firm| firm.sell(&sale("100.00", 0), &policy)), Refusal::NotOpen);
    firm.pay_in_capital(capital).unwrap();
    firm.open_for_business(opening(QUARTERLY), &policy).unwrap();
    assert_eq!(refuse(&mut firm, |firm| firm.open_for_business(opening(QUARTERLY), &policy)), Refusal::OpenAlready);
    let underpaid = Contract::plain(day, money("1000.00"));
    let refused = refuse(&mut firm, |firm| firm.hire(&underpaid, Post::plain(Department::Sales), &policy));
    assert_eq!(refused.rule(), Some("labour-contract-law-20"));
    assert!(refused.source(&policy).unwrap().contains("劳动合同法"));
    let brief = computer("6000.00", "0.00", 12);
    let refused = refuse(&mut firm, |firm| firm.buy_asset(&brief, &policy));
    assert_eq!(refused.rule(), Some("cit-regulation-60"));
    let special = Sold { invoice: Invoice::Special, buyer: Buyer::Person, ..sale("100.00", 0) };
    assert_eq!(refuse(&mut firm, |firm| firm.sell(&special, &policy)).rule(), Some("vat-rules-37"));
    let waived = Sold { levy: Levy::Waived, ..sale("100.00", 0) };
    assert_eq!(refuse(&mut firm, |firm| firm.sell(&waived, &policy)).rule(), Some("sta-notice-4"));
    // The sale is booked and its goods are not there: the whole is taken back.
    assert!(matches!(refuse(&mut firm, |firm| firm.sell(&sale("100.00", 3), &policy)), Refusal::Unposted(_)));
    let dear = goods("100000.01", 1, "0.00");
    assert!(matches!(refuse(&mut firm, |firm| firm.buy_goods(&dear, &policy)), Refusal::InsufficientFunds { .. }));
    firm.buy_goods(&BoughtGoods { supplier: Some(SUPPLIER), ..dear }, &policy).unwrap();
    let beyond = Refusal::BeyondOwed { amount: money("100000.02"), owed: money("100000.01") };
    assert_eq!(refuse(&mut firm, |firm| firm.pay_supplier(SUPPLIER, money("100000.02"))), beyond);
    assert!(matches!(refuse(&mut firm, |firm| firm.collect(CUSTOMER, money("1.00"))), Refusal::BeyondOwed { .. }));
    assert!(matches!(refuse(&mut firm, |firm| firm.collect(CUSTOMER, money("-1.00"))), Refusal::Unposted(_)));
    assert!(matches!(refuse(&mut firm, |firm| firm.sell_asset(AssetId(1), money("1.00"), &policy)), Refusal::Asset(_)));
    let soon = Refusal::NotYet { from: date("2026-01-31") };
    assert_eq!(refuse(&mut firm, |firm| firm.close_month(&policy)), soon);
    firm.become_general(&policy).unwrap();
    assert_eq!(refuse(&mut firm, |firm| firm.become_general(&policy)), Refusal::GeneralAlready);
}

#[test]
fn a_used_asset_and_a_bad_debt() {
    let policy = Policy::qingdao_2026();
    let mut firm = trading(date("2026-01-05"), money("100000.00"), QUARTERLY, &policy);
    firm.buy_asset(&computer("3600.00", "0.00", 36), &policy).unwrap();
    firm.sell(&Sold { customer: Some(CUSTOMER), ..sale("8000.00", 0) }, &policy).unwrap();
    close_through(&mut firm, 2026, 3, &policy);
    assert_eq!(balance(&firm, 1602), "-200.00");
    wait_until(&mut firm, date("2026-04-10"), &policy);
    firm.write_off(CUSTOMER, money("8000.00")).unwrap();
    firm.sell_asset(AssetId(1), money("1030.00"), &policy).unwrap();
    // 1,030 / 1.03 × 2 % = 20.00 of VAT; the card is 300 down and the price 1,010.
    assert_eq!(balance(&firm, 222_101), "-20.00");
    assert_eq!(balance(&firm, 571_104), "2290.00");
    close_through(&mut firm, 2026, 6, &policy);
    assert!(firm.business().unwrap().assets().ties(firm.ledger()) && ties(&firm, accounts::RECEIVABLES));
}

#[test]
fn a_company_without_business_stores_one_byte_more() {
    let policy = Policy::qingdao_2026();
    let idle = founded(date("2026-01-05"), money("100000.00"), &policy);
    let mut open = idle.clone();
    open.open_for_business(opening(QUARTERLY), &policy).unwrap();
    let size = |firm: &Firm| postcard::to_allocvec(firm).unwrap().len();
    let empty = size(&open) - size(&idle);
    assert!(empty < 64, "{empty} bytes for a business in which nothing happened");
    let again: Firm = postcard::from_bytes(&postcard::to_allocvec(&open).unwrap()).unwrap();
    assert_eq!(again, open);
}
