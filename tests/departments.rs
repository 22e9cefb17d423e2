//! The company's further departments through its operations: shares, grants, guaranteed loans, goods lost and given away, money
//! before the goods, costs paid ahead, insolvency. Each to the fen, with what is refused.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod company;
mod reading;

use company::{QUARTERLY, check, trading, wait_until};
use reading::{date, money, rate};
use startup_metaverse::firm::accounts::{self, AccountCode};
use startup_metaverse::firm::assets::{AssetKind, Method, Purchase};
use startup_metaverse::firm::equity::{CapTable, EquityError, Holding, PoolTiming, PriceRound, ShareClass};
use startup_metaverse::firm::grants::GrantCase;
use startup_metaverse::firm::ledger::{ItemId, PartyId};
use startup_metaverse::firm::loans::{
    Borrower, LoanApplication, LoanError, LoanTerms, Member, Recruits, RepaymentMethod,
};
use startup_metaverse::firm::people::contract::Contract;
use startup_metaverse::firm::people::staff::Hire;
use startup_metaverse::firm::people::voucher::Department;
use startup_metaverse::firm::tax::TaxItem;
use startup_metaverse::firm::tax::stamp::{StampItem, Stamped};
use startup_metaverse::firm::tax::vat::VatStatus;
use startup_metaverse::firm::tax::vat::input::Document;
use startup_metaverse::firm::tax::vat::invoice::{Buyer, Invoice};
use startup_metaverse::firm::tax::vat::small_scale::Levy;
use startup_metaverse::firm::tax::vat::supply::Supply;
use startup_metaverse::firm::{BoughtGoods, Firm, FirmNews, Post, Refusal, Sold};
use startup_metaverse::money::Money;
use startup_metaverse::policy::Policy;

const TEA: ItemId = ItemId(1);

fn policy() -> Policy {
    Policy::qingdao_2026()
}

fn firm(vat: VatStatus, policy: &Policy) -> Firm {
    trading(date("2026-01-04"), money("1000000.00"), vat, policy)
}

fn balance(firm: &Firm, number: u32) -> Money {
    firm.ledger().total(AccountCode::new(number).unwrap())
}

fn founders() -> CapTable {
    let of = |holder: &str, shares| Holding { holder: holder.to_owned(), class: ShareClass::Common, shares };
    CapTable::new([of("甲", 600_000), of("乙", 400_000)]).unwrap()
}

fn round(pre: &str, invested: &str) -> PriceRound {
    PriceRound {
        pre_money: money(pre),
        invested: money(invested),
        investor: "海青基金".to_owned(),
        class: ShareClass::Preferred(1),
        pool: PoolTiming::Unchanged,
    }
}

/// Two thousand tins at 100 yuan, with a special invoice.
fn stocked(vat: VatStatus, policy: &Policy) -> Firm {
    let mut firm = firm(vat, policy);
    let bought = BoughtGoods {
        supplier: None,
        item: TEA,
        units: 2000,
        gross: money("226000.00"),
        document: Document::SpecialInvoice,
        stated: money("26000.00"),
        contract: false,
    };
    firm.buy_goods(&bought, policy).unwrap();
    firm
}

fn sold(customer: Option<PartyId>, units: u32, gross: &str) -> Sold {
    Sold {
        customer,
        goods: Some((TEA, units)),
        gross: money(gross),
        supply: Supply::Goods,
        levy: Levy::Reduced,
        invoice: Invoice::Ordinary,
        buyer: Buyer::Business,
        contract: false,
    }
}

/// Refused with the rule's id, and nothing changed.
#[track_caller]
fn refused<T: std::fmt::Debug>(
    firm: &mut Firm,
    rule: Option<&str>,
    act: impl FnOnce(&mut Firm) -> Result<T, Refusal>,
) -> Refusal {
    let before = firm.state_hash();
    let refusal = act(firm).unwrap_err();
    assert_eq!(refusal.rule(), rule, "{refusal}");
    assert_eq!(firm.state_hash(), before, "a refusal changes nothing");
    refusal
}

#[test]
fn eq_v01_a_round_with_its_premium_in_the_books() {
    let policy = policy();
    let mut firm = firm(VatStatus::General, &policy);
    firm.divide_shares(founders(), &policy).unwrap();
    refused(&mut firm, None, |firm| firm.divide_shares(founders(), &policy));
    firm.issue_shares(&round("8000000.00", "2000000.00"), &policy).unwrap();
    let table = firm.business().unwrap().cap_table();
    assert_eq!((table.total(), table.held_by("海青基金")), (1_250_000, 250_000));
    assert_eq!(table.percentages(), [rate("48%"), rate("32%"), rate("20%")]);
    // #3: 2,000,000, of which 250,000 are registered capital.
    assert_eq!(balance(&firm, 3001), money("-1250000.00"));
    assert_eq!(balance(&firm, 3002), money("-1750000.00"));
    assert_eq!(firm.capital(), Some(money("1250000.00")));
    wait_until(&mut firm, date("2026-03-31"), &policy);
    firm.close_month(&policy).unwrap();
    // STP-V01 on all that was paid in: 3,000,000 at 0.025 %, halved.
    assert_eq!(balance(&firm, 222_111), money("-375.00"));
    check(&firm);
}

#[test]
fn shares_are_not_sold_below_the_registered_capital_nor_to_more_than_fifty() {
    let policy = policy();
    let mut firm = firm(QUARTERLY, &policy);
    let of = |count: u32| {
        let one = |at: u32| Holding { holder: format!("股东{at}"), class: ShareClass::Common, shares: 10 };
        CapTable::new((0..count).map(one)).unwrap()
    };
    refused(&mut firm, Some("company-law-42"), |firm| firm.divide_shares(of(51), &policy));
    firm.divide_shares(of(50), &policy).unwrap();
    refused(&mut firm, Some("company-law-42"), |firm| firm.issue_shares(&round("8000000.00", "2000000.00"), &policy));
    // A price at which 500 shares, a million of registered capital, are worth a fen less than that.
    let mut firm = self::firm(QUARTERLY, &policy);
    firm.divide_shares(founders(), &policy).unwrap();
    let refusal = refused(&mut firm, None, |firm| firm.issue_shares(&round("999990.00", "199998.00"), &policy));
    assert_eq!(refusal, Refusal::Equity(EquityError::Amount));
    firm.issue_shares(&round("1000000.00", "200000.00"), &policy).unwrap();
    assert_eq!(balance(&firm, 3002), Money::ZERO);
}

#[test]
fn a_patent_brought_in_is_capital_and_is_written_off_from_its_month_on() {
    let policy = policy();
    let mut firm = trading(date("2026-01-04"), money("1200000.00"), QUARTERLY, &policy);
    let patent = Purchase {
        name: "专利".to_owned(),
        kind: AssetKind::Intangible,
        cost: money("200000.00"),
        residual: Money::ZERO,
        months: 120,
        method: Method::StraightLine,
        in_use: date("2026-01-04"),
        bears: accounts::ADMIN_AMORTISATION,
    };
    refused(&mut firm, Some("company-law-47"), |firm| firm.pay_in_kind(&patent, &policy));
    let mut firm = company::founded(date("2026-01-04"), money("1200000.00"), &policy);
    firm.pay_in_capital(money("1000000.00")).unwrap();
    firm.open_for_business(company::opening(QUARTERLY), &policy).unwrap();
    firm.pay_in_kind(&patent, &policy).unwrap();
    assert_eq!((balance(&firm, 1701), balance(&firm, 3001)), (money("200000.00"), money("-1200000.00")));
    wait_until(&mut firm, date("2026-01-31"), &policy);
    firm.close_month(&policy).unwrap();
    // §2.3: 200,000 over 120 months, from the month itself.
    assert_eq!(balance(&firm, 1702), money("-1666.67"));
    refused(&mut firm, Some("company-law-47"), |firm| {
        firm.pay_in_kind(&Purchase { cost: Money::from_fen(1), ..patent.clone() }, &policy)
    });
    check(&firm);
}

fn graduate(licensed: &str, insured: Option<&str>) -> GrantCase {
    GrantCase {
        form: "llc".to_owned(),
        licensed: date(licensed),
        group: "高校毕业生".to_owned(),
        left_school: Some(date("2025-07-01")),
        other_licences: Vec::new(),
        insured_since: insured.map(date),
        flexibly_insured: false,
        jobs: 0,
    }
}

fn startup_grant(policy: &Policy) -> String {
    let at = policy.at(date("2027-03-05"));
    let gives = |id: &&str| {
        let ruling = startup_metaverse::firm::grants::examine(id, &graduate("2026-03-05", Some("2026-03-05")), &at);
        ruling.is_ok_and(|ruling| ruling.amount == money("12000.00"))
    };
    let ids: Vec<&str> = policy.grants().iter().map(|grant| grant.id.as_str()).collect();
    (*ids.iter().find(|id| gives(id)).unwrap()).to_owned()
}

#[test]
fn sub_v01_v04_v05_a_grant_comes_in_once_its_conditions_are_met() {
    let policy = policy();
    let programme = startup_grant(&policy);
    let mut firm = trading(date("2026-03-05"), money("100000.00"), QUARTERLY, &policy);
    let case = graduate("2026-03-05", Some("2026-03-05"));
    wait_until(&mut firm, date("2027-03-04"), &policy);
    // A day short of twelve months.
    let refusal = refused(&mut firm, Some("qingdao-startup-subsidy-2025-5"), |firm| {
        firm.receive_grant(&programme, &case, &policy)
    });
    assert!(matches!(refusal, Refusal::NotGranted(failed) if failed.len() == 2), "operating and insured months");
    wait_until(&mut firm, date("2027-03-05"), &policy);
    refused(&mut firm, Some("qingdao-startup-subsidy-2025-5"), |firm| {
        firm.receive_grant(&programme, &graduate("2026-03-05", None), &policy)
    });
    firm.receive_grant(&programme, &case, &policy).unwrap();
    assert_eq!(firm.ledger().balance(accounts::GRANTS), money("-12000.00"));
    refused(&mut firm, None, |firm| firm.receive_grant(&programme, &case, &policy));
    refused(&mut firm, None, |firm| firm.receive_grant("no such programme", &case, &policy));
    firm.return_grant(&programme, money("12000.00")).unwrap();
    assert_eq!(firm.ledger().balance(accounts::FINES), money("12000.00"));
    refused(&mut firm, None, |firm| firm.return_grant(&programme, money("12000.00")));
}

#[test]
fn a_grant_for_what_is_to_come_is_income_month_by_month() {
    let policy = policy();
    let mut firm = firm(QUARTERLY, &policy);
    firm.receive_grant_ahead(money("100.00"), 3).unwrap();
    refused(&mut firm, None, |firm| firm.receive_grant_ahead(money("100.00"), 0));
    refused(&mut firm, None, |firm| firm.receive_grant_ahead(Money::ZERO, 3));
    let mut left = Vec::new();
    for end in ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"] {
        wait_until(&mut firm, date(end), &policy);
        firm.close_month(&policy).unwrap();
        left.push(balance(&firm, 2401));
    }
    assert_eq!(left, [money("-66.67"), money("-33.34"), Money::ZERO, Money::ZERO]);
    check(&firm);
}

fn enterprise(amount: &str, recruited: u32) -> LoanApplication {
    LoanApplication {
        borrower: Borrower::Enterprise { amount: money(amount), recruits: Recruits { staff: 10, recruited } },
        rate: rate("3.5%"),
        months: 24,
        purposes: vec!["进货".to_owned()],
        loans_before: 0,
        counter_guarantee: true,
    }
}

#[test]
fn gl_v05_half_of_the_interest_comes_back_and_goes_back_after_misuse() {
    let policy = policy();
    let mut firm = firm(VatStatus::General, &policy);
    let draw = |firm: &mut Firm, application: &LoanApplication| {
        firm.borrow_guaranteed(application, RepaymentMethod::Bullet, &policy)
    };
    let refusal =
        refused(&mut firm, Some("qingdao-startup-loan-2024-8"), |firm| draw(firm, &enterprise("4000000.01", 1)));
    assert!(matches!(refusal, Refusal::Loan(LoanError::Ineligible(failed)) if failed.len() == 1));
    refused(&mut firm, Some("startup-loan-recruits"), |firm| draw(firm, &enterprise("4000000.00", 0)));
    let person = Member { amount: money("300000.00"), group: "高校毕业生".to_owned(), other_business_loan: false };
    let personal = LoanApplication { borrower: Borrower::Person(person), ..enterprise("1.00", 1) };
    refused(&mut firm, Some("startup-loan-people"), |firm| draw(firm, &personal));
    draw(&mut firm, &enterprise("4000000.00", 1)).unwrap();
    wait_until(&mut firm, date("2026-02-04"), &policy);
    let bank = firm.bank();
    firm.pay_instalment(0, &policy).unwrap();
    // A month's interest is 11,666.67; the treasury bears half, half-up.
    assert_eq!(bank.checked_sub(firm.bank()), Ok(money("5833.33")));
    assert_eq!(firm.ledger().balance(accounts::GRANTS), money("-5833.34"));
    assert_eq!(firm.business().unwrap().subsidy_on(0), Some(money("5833.34")));
    // The next is paid a day late: nothing comes in (GL-13).
    wait_until(&mut firm, date("2026-03-05"), &policy);
    firm.pay_instalment(0, &policy).unwrap();
    assert_eq!(firm.business().unwrap().subsidy_on(0), Some(money("5833.34")));
    // GL-V08: the loan is called, principal and interest of five days are paid, the subsidy goes back.
    let bank = firm.bank();
    wait_until(&mut firm, date("2026-03-09"), &policy);
    firm.call_guaranteed_loan(0, &policy).unwrap();
    let interest = money("1944.44");
    let gone = Money::total([money("4000000.00"), interest, money("5833.34")]).unwrap();
    assert_eq!(bank.checked_sub(firm.bank()), Ok(gone));
    assert_eq!(firm.business().unwrap().subsidy_on(0), None);
    assert!(firm.business().unwrap().loans()[0].is_repaid());
    refused(&mut firm, None, |firm| firm.call_guaranteed_loan(0, &policy));
    check(&firm);
}

#[test]
fn entries_35_and_36_goods_stolen_take_their_input_tax_along() {
    let policy = policy();
    let mut firm = stocked(VatStatus::General, &policy);
    let told = firm.lose_goods(TEA, 5, true, &policy).unwrap();
    assert!(
        told.iter().any(|event| { event.what == FirmNews::GoodsGone { cost: money("500.00"), vat: money("65.00") } })
    );
    assert_eq!(firm.ledger().balance(accounts::VAT_INPUT_OUT), money("-65.00"));
    assert_eq!(firm.ledger().balance(accounts::GOODS_LOST), money("565.00"));
    assert_eq!(firm.ledger().balance(accounts::PENDING_LOSSES), Money::ZERO);
    // Bought without a document that gives a deduction, they take nothing along.
    firm.lose_goods(TEA, 1, false, &policy).unwrap();
    assert_eq!(firm.ledger().balance(accounts::VAT_INPUT_OUT), money("-65.00"));
    assert_eq!(firm.ledger().stock(accounts::GOODS, TEA).quantity, 1994);
    refused(&mut firm, None, |firm| firm.lose_goods(TEA, 1995, true, &policy));
    let mut small = stocked(QUARTERLY, &policy);
    small.lose_goods(TEA, 5, true, &policy).unwrap();
    assert_eq!(small.ledger().balance(accounts::GOODS_LOST), money("565.00"), "the tax is in the cost");
    assert_eq!(small.ledger().balance(accounts::VAT_INPUT_OUT), Money::ZERO);
    check(&firm);
}

#[test]
fn vat_v15_a_gift_is_taxed_as_a_sale() {
    let policy = policy();
    let mut firm = stocked(VatStatus::General, &policy);
    firm.give_goods(TEA, 10, money("2000.00"), &policy).unwrap();
    assert_eq!(firm.ledger().balance(accounts::VAT_OUTPUT), money("-260.00"));
    assert_eq!(firm.ledger().balance(accounts::PROMOTION), money("1260.00"));
    refused(&mut firm, None, |firm| firm.give_goods(TEA, 10, Money::ZERO, &policy));
    // A small-scale taxpayer's gift counts for the threshold.
    let mut small = stocked(QUARTERLY, &policy);
    small.give_goods(TEA, 10, money("2000.00"), &policy).unwrap();
    assert_eq!(small.business().unwrap().open_sales(), money("2000.00"));
    assert_eq!(small.ledger().balance(accounts::VAT), money("-20.00"));
}

#[test]
fn entries_16_and_17_money_before_the_goods_is_taxed_with_the_goods() {
    let policy = policy();
    let mut firm = stocked(VatStatus::General, &policy);
    let customer = PartyId(7);
    firm.take_advance(customer, money("56500.00")).unwrap();
    assert_eq!(firm.ledger().balance(accounts::VAT_OUTPUT), Money::ZERO);
    assert_eq!(balance(&firm, 2203), money("-56500.00"));
    refused(&mut firm, None, |firm| firm.sell_against_advance(&sold(Some(customer), 300, "56500.01"), &policy));
    refused(&mut firm, None, |firm| firm.sell_against_advance(&sold(None, 300, "56500.00"), &policy));
    firm.sell_against_advance(&sold(Some(customer), 300, "56500.00"), &policy).unwrap();
    assert_eq!(balance(&firm, 2203), Money::ZERO);
    assert_eq!(firm.ledger().balance(accounts::SALES), money("-50000.00"));
    assert_eq!(firm.ledger().balance(accounts::VAT_OUTPUT), money("-6500.00"));
    check(&firm);
}

#[test]
fn entries_6_to_8_rent_paid_ahead_and_a_deposit() {
    let policy = policy();
    let mut firm = firm(VatStatus::General, &policy);
    let rent = AccountCode::new(560_206).unwrap();
    firm.prepay(rent, money("65400.00"), Document::SpecialInvoice, money("5400.00"), 6, &policy).unwrap();
    assert_eq!(
        (balance(&firm, 1123), firm.ledger().balance(accounts::VAT_INPUT)),
        (money("60000.00"), money("5400.00"))
    );
    refused(&mut firm, None, |firm| {
        firm.prepay(rent, money("65400.00"), Document::SpecialInvoice, money("5400.00"), 0, &policy)
    });
    let landlord = PartyId(3);
    firm.pay_deposit(landlord, money("10000.00")).unwrap();
    refused(&mut firm, None, |firm| firm.deposit_back(landlord, money("10000.01")));
    // The lease: a thousandth of 60,000 without the tax stated apart, halved.
    let lease =
        Stamped { item: StampItem::Lease, amount: money("65400.00"), stated_vat: money("5400.00"), exemption: None };
    firm.sign_document(&lease, &policy).unwrap();
    let mut left = Vec::new();
    for end in ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31"] {
        wait_until(&mut firm, date(end), &policy);
        firm.close_month(&policy).unwrap();
        left.push(balance(&firm, 1123).fen() / 100);
        if end == "2026-03-31" {
            let duty = firm.business().unwrap().taxes_due().iter().find(|tax| tax.item == TaxItem::StampDuty).unwrap();
            // 30.00 on the lease, 125.00 on the capital (STP-V01).
            assert_eq!(duty.amount, money("155.00"));
        }
    }
    assert_eq!(left, [50_000, 40_000, 30_000, 20_000, 10_000, 0, 0]);
    wait_until(&mut firm, date("2026-08-01"), &policy);
    firm.deposit_back(landlord, money("10000.00")).unwrap();
    assert_eq!(balance(&firm, 1221), Money::ZERO);
    check(&firm);
}

#[test]
fn entries_37_and_38_a_debt_written_off_comes_in_after_all() {
    let policy = policy();
    let mut firm = stocked(VatStatus::General, &policy);
    let customer = PartyId(2);
    firm.sell(&sold(Some(customer), 50, "9040.00"), &policy).unwrap();
    refused(&mut firm, None, |firm| firm.recover(money("0.01")));
    firm.write_off(customer, money("8000.00")).unwrap();
    wait_until(&mut firm, date("2026-02-01"), &policy);
    refused(&mut firm, None, |firm| firm.recover(money("8000.01")));
    firm.recover(money("5000.00")).unwrap();
    refused(&mut firm, None, |firm| firm.recover(money("3000.01")));
    firm.recover(money("3000.00")).unwrap();
    assert_eq!(firm.ledger().balance(accounts::BAD_DEBTS_RECOVERED), money("-8000.00"));
    check(&firm);
}

#[test]
fn insolvency_comes_once_and_bars_new_obligations() {
    let policy = policy();
    let mut firm = trading(date("2026-01-04"), money("10000.00"), QUARTERLY, &policy);
    let loan = LoanTerms {
        principal: money("50000.00"),
        annual: rate("4%"),
        months: 6,
        method: RepaymentMethod::Annuity,
        drawn: date("2026-01-04"),
    };
    firm.borrow(loan, &policy).unwrap();
    let bank = firm.bank();
    firm.pay("推广", bank, AccountCode::new(560_103)).unwrap();
    let mut times = 0;
    for end in ["2026-01-31", "2026-02-28", "2026-03-31"] {
        wait_until(&mut firm, date(end), &policy);
        let told = firm.close_month(&policy).unwrap();
        times += told.iter().filter(|event| matches!(event.what, FirmNews::BecameInsolvent { .. })).count();
        // In January debts are more than assets, but none is overdue.
        assert_eq!(times, usize::from(end != "2026-01-31"), "{end}");
    }
    let since = date("2026-02-28");
    assert_eq!(firm.business().unwrap().insolvent_since(), Some(since));
    let today = firm.today();
    let hire = Contract::plain(today, money("5000.00"));
    let refusal = refused(&mut firm, None, |firm| firm.hire(&hire, Post::plain(Department::Sales), &policy));
    assert_eq!(refusal, Refusal::Insolvent { since });
    let Post { department, first_job, basic, claims } = Post::plain(Department::Sales);
    let by_name = Hire { first: today, department, wage: hire.wage, first_job, basic, claims };
    let staff = firm.staff().unwrap().clone();
    let refusal = refused(&mut firm, None, |firm| firm.employ("李倩", by_name, staff.clone(), &policy));
    assert_eq!(refusal, Refusal::Insolvent { since });
    refused(&mut firm, None, |firm| firm.borrow(LoanTerms { drawn: today, ..loan }, &policy));
    check(&firm);
}
