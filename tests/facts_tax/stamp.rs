//! STP-V01…V05, the table, exemptions and edges of stamp duty.

use startup_metaverse::firm::tax::stamp::{StampExemption, StampItem, Stamped, assess};
use startup_metaverse::firm::tax::surcharge::Payer;
use startup_metaverse::firm::tax::{TaxError, TaxLine};
use startup_metaverse::money::Money;

use crate::{TODAY, date, money, policy, rate};

fn document(item: StampItem, amount: &str) -> Stamped {
    Stamped { item, amount: money(amount), stated_vat: Money::ZERO, exemption: None }
}

fn duty(document: Stamped, payer: Payer, day: &str) -> TaxLine {
    let policy = policy();
    assess(&document, payer, policy.at(date(day))).unwrap()
}

#[test]
fn stp_v01_to_v05_halved() {
    for (item, amount, due, halved) in [
        (StampItem::Capital, "1000000.00", "250.00", "125.00"),
        (StampItem::Sale, "200000.00", "60.00", "30.00"),
        (StampItem::Lease, "120000.00", "120.00", "60.00"),
        (StampItem::Work, "500000.00", "150.00", "75.00"),
        (StampItem::TransferLandEquity, "800000.00", "400.00", "200.00"),
    ] {
        let line = duty(document(item, amount), Payer::SmallScale, TODAY);
        assert_eq!((line.due, line.payable), (money(due), money(halved)), "{item:?}");
        let entry = line.entry().unwrap();
        assert_eq!((entry.debit.number(), entry.credit.number()), (540_306, 222_111));
    }
}

#[test]
fn the_whole_table() {
    let expected = ["0.005%", "0.03%", "0.03%", "0.1%", "0.1%", "0.1%", "0.005%", "0.05%", "0.03%", "0.025%", "0.1%"];
    for (item, text) in StampItem::ALL.into_iter().zip(expected) {
        let line = duty(document(item, "1000000.00"), Payer::General { small_profit: false }, TODAY);
        assert_eq!(line.rate, rate(text), "{item:?}");
        assert_eq!(line.due, money("1000000.00").at(rate(text)).unwrap());
    }
}

#[test]
fn vat_stated_apart_does_not_count() {
    let rent = Stamped { stated_vat: money("5400.00"), ..document(StampItem::Lease, "65400.00") };
    let line = duty(rent, Payer::General { small_profit: false }, TODAY);
    assert_eq!((line.base, line.payable), (money("60000.00"), money("60.00")));
    let policy = policy();
    let wrong = Stamped { stated_vat: money("65400.01"), ..rent };
    assert_eq!(assess(&wrong, Payer::SmallScale, policy.at(date(TODAY))), Err(TaxError::Negative("amount")));
}

#[test]
fn securities_have_a_halving_of_their_own() {
    let whole = Payer::General { small_profit: false };
    assert_eq!(duty(document(StampItem::Securities, "1000.00"), whole, "2023-08-27").payable, money("1.00"));
    assert_eq!(duty(document(StampItem::Securities, "1000.00"), whole, "2023-08-28").payable, money("0.50"));
    assert_eq!(duty(document(StampItem::Securities, "1000.00"), Payer::SmallScale, TODAY).payable, money("0.50"));
}

#[test]
fn exempt_documents() {
    let loan = |ground| Stamped { exemption: Some(ground), ..document(StampItem::Loan, "300000.00") };
    for ground in [
        StampExemption::Copy,
        StampExemption::SubsidisedLoan,
        StampExemption::ElectronicOrder,
        StampExemption::SmallEnterpriseLoan,
    ] {
        let line = duty(loan(ground), Payer::SmallScale, "2027-12-31");
        assert_eq!((line.due, line.payable), (money("15.00"), Money::ZERO), "{ground:?}");
        assert!(line.entry().is_none());
    }
    let after = duty(loan(StampExemption::SmallEnterpriseLoan), Payer::SmallScale, "2028-01-01");
    assert_eq!(after.payable, money("15.00"));
    assert!(duty(loan(StampExemption::Copy), Payer::SmallScale, "2028-01-01").payable.is_zero());
}
