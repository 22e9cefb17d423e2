//! VAT-V01…V11, V14…V16 and the rules behind them.

use startup_metaverse::firm::tax::vat::general::{self, GeneralPeriod};
use startup_metaverse::firm::tax::vat::input::{Document, Purchase, Use};
use startup_metaverse::firm::tax::vat::invoice::{Buyer, Invoice, may_issue};
use startup_metaverse::firm::tax::vat::small_scale::{Levy, SmallReturn, SmallSale, assess};
use startup_metaverse::firm::tax::vat::supply::{Supply, Unpaid, rate_not_separated, rate_of_one};
use startup_metaverse::firm::tax::vat::{Split, VatPeriod, VatStatus, relief_again_from, split, taxable_from};
use startup_metaverse::firm::tax::{TaxError, TaxItem};
use startup_metaverse::money::Money;

use crate::{FEN, TODAY, date, money, policy, rate};

/// The return on one sum of ordinary sales without tax.
fn ordinary(period: VatPeriod, net: Money) -> SmallReturn {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let sale = SmallSale::from_net(Levy::Reduced, Invoice::Ordinary, net, on).unwrap();
    assess(period, &[sale], on).unwrap()
}

#[test]
fn vat_v01_v02_v04_the_quarters_threshold_is_a_cliff() {
    let below = ordinary(VatPeriod::Quarter, money("299999.99"));
    assert_eq!((below.tax, below.reached, below.exempt_sales), (Money::ZERO, false, money("299999.99")));
    assert_eq!(below.forgone, money("3000.00"));
    assert!(below.lines.is_empty());
    let at = ordinary(VatPeriod::Quarter, money("300000.00"));
    assert_eq!((at.tax, at.reached, at.exempt_sales), (money("3000.00"), true, Money::ZERO));
    assert_eq!(at.threshold, Some(money("300000.00")));
    assert_eq!(ordinary(VatPeriod::Quarter, money("300000.01")).tax, money("3000.00"));
    assert_eq!(ordinary(VatPeriod::Quarter, money("320000.00")).tax, money("3200.00"));
}

#[test]
fn vat_v03_the_months_and_the_days_threshold() {
    assert_eq!(ordinary(VatPeriod::Month, money("99999.99")).tax, Money::ZERO);
    assert_eq!(ordinary(VatPeriod::Month, money("100000.00")).tax, money("1000.00"));
    assert_eq!(ordinary(VatPeriod::Day, money("999.99")).tax, Money::ZERO);
    assert_eq!(ordinary(VatPeriod::Day, money("1000.00")).tax, money("10.00"));
}

#[test]
fn vat_v05_v06_prices_with_tax() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let sale = SmallSale::from_gross(Levy::Reduced, Invoice::Ordinary, money("303000.00"), on).unwrap();
    assert_eq!((sale.net, sale.tax), (money("300000.00"), money("3000.00")));
    assert_eq!(assess(VatPeriod::Quarter, &[sale], on).unwrap().tax, money("3000.00"));
    // V06: the tax booked goes to other income if the quarter stays below.
    let sale = SmallSale::from_gross(Levy::Reduced, Invoice::Ordinary, money("101000.00"), on).unwrap();
    assert_eq!((sale.net, sale.tax), (money("100000.00"), money("1000.00")));
    let quarter = assess(VatPeriod::Quarter, &[sale], on).unwrap();
    assert_eq!((quarter.tax, quarter.forgone), (Money::ZERO, money("1000.00")));
    let entry = quarter.forgone_entry().unwrap().unwrap();
    assert_eq!((entry.debit.number(), entry.credit.number()), (222_101, 530_102));
    assert_eq!(entry.amount, money("1000.00"));
    let month = assess(VatPeriod::Month, &[sale], on).unwrap();
    assert_eq!((month.tax, month.forgone), (money("1000.00"), Money::ZERO));
    assert_eq!(month.forgone_entry(), Ok(None));
    assert_eq!(month.lines[0].payment().unwrap().debit.number(), 222_101);
}

#[test]
fn vat_v07_a_special_invoice_is_taxed_below_the_threshold() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let waived = SmallSale::from_gross(Levy::Waived, Invoice::Special, money("51500.00"), on).unwrap();
    assert_eq!((waived.net, waived.tax), (money("50000.00"), money("1500.00")));
    let rest = SmallSale::from_net(Levy::Reduced, Invoice::Ordinary, money("100000.00"), on).unwrap();
    let special = SmallSale::from_net(Levy::Reduced, Invoice::Special, money("20000.00"), on).unwrap();
    let quarter = assess(VatPeriod::Quarter, &[waived, rest, special], on).unwrap();
    assert_eq!(quarter.tax, money("1700.00"));
    assert_eq!((quarter.exempt_sales, quarter.forgone), (money("100000.00"), money("1000.00")));
    assert_eq!(quarter.lines.iter().map(|line| line.payable).collect::<Vec<_>>(), [money("200.00"), money("1500.00")]);
    assert!(quarter.lines.iter().all(|line| line.item == TaxItem::VatSmallScale && line.entry().is_none()));
}

#[test]
fn a_waiver_needs_a_special_invoice() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let sale = SmallSale::from_net(Levy::Waived, Invoice::Ordinary, money("1.00"), on).unwrap();
    assert!(matches!(assess(VatPeriod::Month, &[sale], on), Err(TaxError::NotAllowed { rule: "sta-notice-4", .. })));
}

#[test]
fn vat_v08_and_the_other_price_splits() {
    for (gross, at, net, tax) in [
        ("515000.00", "1%", "509900.99", "5099.01"),
        ("303000.00", "1%", "300000.00", "3000.00"),
        ("51500.00", "3%", "50000.00", "1500.00"),
        ("1090.00", "9%", "1000.00", "90.00"),
        ("200.00", "13%", "176.99", "23.01"),
    ] {
        assert_eq!(split(money(gross), rate(at)).unwrap(), Split { net: money(net), tax: money(tax) });
    }
}

#[test]
fn vat_08_22_levies_and_when_they_end() {
    let policy = policy();
    for (day, levy, expected) in [
        ("2026-01-01", Levy::Reduced, "1%"),
        ("2027-12-31", Levy::Reduced, "1%"),
        ("2028-01-01", Levy::Reduced, "3%"),
        ("2026-01-01", Levy::Waived, "3%"),
        ("2026-01-01", Levy::Property, "3%"),
        ("2027-12-31", Levy::OldProperty, "5%"),
        ("2028-01-01", Levy::OldProperty, "3%"),
        ("2026-01-01", Levy::UsedAsset, "2%"),
    ] {
        assert_eq!(levy.rate(policy.at(date(day))).unwrap().0, rate(expected), "{day} {levy:?}");
    }
    let on = policy.at(date(TODAY));
    let used = SmallSale::from_gross(Levy::UsedAsset, Invoice::Ordinary, money("10300.00"), on).unwrap();
    assert_eq!((used.net, used.tax), (money("10000.00"), money("200.00")));
    assert_eq!(general::used_asset(money("10300.00"), on), Ok(money("200.00")));
}

#[test]
fn vat_09_without_a_threshold_everything_is_taxed() {
    let policy = policy();
    let last = policy.at(date("2027-12-31"));
    let sale = SmallSale::from_net(Levy::Reduced, Invoice::None, money("1000.00"), last).unwrap();
    assert!(!assess(VatPeriod::Month, &[sale], last).unwrap().reached);
    let after = assess(VatPeriod::Month, &[sale], policy.at(date("2028-01-01"))).unwrap();
    assert_eq!((after.threshold, after.tax), (None, money("30.00")));
}

#[test]
fn vat_v09_v10_v11_output_less_input() {
    let check = |output, input, transfer_out, payable, carried_out| {
        let period = GeneralPeriod {
            output: money(output),
            input: money(input),
            transfer_out: money(transfer_out),
            ..GeneralPeriod::default()
        };
        let found = general::assess(&period).unwrap();
        assert_eq!((found.payable, found.carried_out), (money(payable), money(carried_out)));
        assert_eq!(found.entry().map_or(Money::ZERO, |entry| entry.amount), money(payable));
    };
    check("43950.00", "36179.90", "65.00", "7835.10", "0.00");
    let (output, input) = (split(money("113000.00"), rate("13%")), split(money("56500.00"), rate("13%")));
    assert_eq!((output.unwrap().tax, input.unwrap().tax), (money("13000.00"), money("6500.00")));
    check("13000.00", "6500.00", "0.00", "6500.00", "0.00");
    check("13000.00", "20000.00", "0.00", "0.00", "7000.00");
    check("13000.00", "13000.00", "0.00", "0.00", "0.00");
    check("13000.00", "12999.99", "0.00", "0.01", "0.00");
    check("0.00", "0.00", "65.00", "65.00", "0.00");
}

#[test]
fn vat_17_carry_forward_and_the_simple_method_beside() {
    let period = GeneralPeriod {
        output: money("9000.00"),
        input: money("1000.00"),
        carried_in: money("7000.00"),
        simple: money("300.00"),
        ..GeneralPeriod::default()
    };
    let found = general::assess(&period).unwrap();
    assert_eq!((found.general, found.payable, found.carried_out), (money("1000.00"), money("1300.00"), Money::ZERO));
    let paid: Vec<_> = found.payments().iter().map(|entry| (entry.debit.number(), entry.amount)).collect();
    assert_eq!(paid, [(222_102, money("1000.00")), (222_103, money("300.00"))]);
    let covered = general::assess(&GeneralPeriod { output: money("7999.99"), ..period }).unwrap();
    assert_eq!((covered.payable, covered.carried_out), (money("300.00"), FEN));
    let wrong = general::assess(&GeneralPeriod { input: money("-0.01"), ..period });
    assert_eq!(wrong, Err(TaxError::Negative("input")));
}

/// A purchase for taxable business.
fn bought(document: Document, gross: &str, stated: &str) -> Purchase {
    Purchase { document, used_for: Use::Taxable, gross: money(gross), stated: money(stated) }
}

#[test]
fn vat_v14_and_vat_16_what_documents_carry() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    for (purchase, expected) in [
        (bought(Document::RailTicket, "1090.00", "0.00"), "90.00"),
        (bought(Document::AirTicket, "1090.00", "0.00"), "90.00"),
        (bought(Document::RoadWaterTicket, "103.00", "0.00"), "3.00"),
        (bought(Document::Agricultural, "10000.00", "0.00"), "900.00"),
        (bought(Document::SpecialInvoice, "113000.00", "13000.00"), "13000.00"),
        (bought(Document::Toll, "103.00", "3.00"), "3.00"),
        (bought(Document::OrdinaryInvoice, "113.00", "13.00"), "0.00"),
    ] {
        assert_eq!(purchase.deductible(on).unwrap(), money(expected), "{purchase:?}");
    }
}

#[test]
fn vat_15_uses_that_bar_the_input() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let dinner = Purchase { used_for: Use::Entertainment, ..bought(Document::SpecialInvoice, "3180.00", "180.00") };
    assert_eq!((dinner.carried(on).unwrap(), dinner.deductible(on).unwrap()), (money("180.00"), Money::ZERO));
    let interest = Purchase { used_for: Use::LoanInterest, ..dinner };
    assert_eq!(interest.deductible(on).unwrap(), Money::ZERO);
}

#[test]
fn vat_v15_v16_deemed_supplies() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let output = |unpaid: Unpaid, net, supply| unpaid.output(net, supply, on).unwrap();
    assert_eq!(output(Unpaid::GoodsGiven, money("2000.00"), Supply::Goods), money("260.00"));
    let retail = split(money("2000.00"), rate("13%")).unwrap();
    assert_eq!(output(Unpaid::GoodsGiven, retail.net, Supply::Goods), money("230.09"));
    assert_eq!(output(Unpaid::ServiceGiven, money("5000.00"), Supply::Services), Money::ZERO);
    assert_eq!(output(Unpaid::BoughtGoodsConsumed, money("5000.00"), Supply::Goods), Money::ZERO);
}

#[test]
fn a_return_may_round_up_what_invoices_rounded_down() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let small = SmallSale::from_net(Levy::Reduced, Invoice::Special, money("0.49"), on).unwrap();
    let found = assess(VatPeriod::Month, &[small, small], on).unwrap();
    assert_eq!((small.tax, found.tax, found.forgone), (Money::ZERO, FEN, money("-0.01")));
    let entry = found.forgone_entry().unwrap().unwrap();
    assert_eq!((entry.debit.number(), entry.credit.number(), entry.amount), (530_102, 222_101, FEN));
}

#[test]
fn vat_12_mixed_supplies() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    assert_eq!(rate_not_separated(&[Supply::Services, Supply::Goods, Supply::Transport], on), Ok(rate("13%")));
    assert_eq!(rate_not_separated(&[], on), Err(TaxError::OutOfRange("supplies")));
    assert_eq!(rate_of_one(Supply::Services, on), Ok(rate("6%")));
}

#[test]
fn vat_11_a_waived_relief_comes_back_after_36_months() {
    let policy = policy();
    let on = policy.at(date("2026-04-01"));
    let waived = date("2026-04-01");
    assert_eq!(relief_again_from(waived, VatStatus::General, on), Ok(date("2029-04-01")));
    assert_eq!(relief_again_from(waived, VatStatus::SmallScale(VatPeriod::Quarter), on), Ok(waived));
}

#[test]
fn vat_18_when_a_sale_becomes_taxable() {
    let (early, late) = (Some(date("2026-03-30")), Some(date("2026-04-01")));
    assert_eq!(taxable_from(late, early), early);
    assert_eq!(taxable_from(early, late), early);
    assert_eq!(taxable_from(late, None), late);
    assert_eq!(taxable_from(None, None), None);
}

#[test]
fn vat_23_who_may_not_get_a_special_invoice() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    assert_eq!(may_issue(Invoice::Special, Buyer::Business, false, on), Ok(()));
    assert_eq!(may_issue(Invoice::Ordinary, Buyer::Person, true, on), Ok(()));
    for (buyer, exempt) in [(Buyer::Person, false), (Buyer::Business, true)] {
        let found = may_issue(Invoice::Special, buyer, exempt, on);
        assert!(matches!(found, Err(TaxError::NotAllowed { rule: "vat-rules-37", .. })));
    }
}
