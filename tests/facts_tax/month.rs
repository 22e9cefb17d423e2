//! The taxes of ACC-V01 with ACC-V03 and V04: a whole month of a general taxpayer, from its sums to what the bank pays.

use startup_metaverse::firm::tax::iit::withholding::{BasicDeduction, Pay, WithholdingYear};
use startup_metaverse::firm::tax::penalty::{days_late, late_fee};
use startup_metaverse::firm::tax::stamp::{self, StampItem, Stamped};
use startup_metaverse::firm::tax::surcharge::{Payer, Place, SurchargeBase, assess};
use startup_metaverse::firm::tax::vat::general::{self, GeneralPeriod};
use startup_metaverse::firm::tax::vat::{VatStatus, split};
use startup_metaverse::firm::tax::{TaxEntry, TaxItem, TaxLine};
use startup_metaverse::money::Money;

use crate::{date, money, monies, policy, rate};

fn total(texts: &[&str]) -> Money {
    Money::total(monies(texts)).unwrap()
}

#[test]
fn acc_v01_v03_v04() {
    let policy = policy();
    let on = policy.at(date("2026-01-31"));
    let period = GeneralPeriod {
        output: total(&["18720.00", "22230.00", "3000.00"]),
        input: total(&["5400.00", "3900.00", "26000.00", "180.00", "600.00", "9.90", "90.00"]),
        transfer_out: money("65.00"),
        ..GeneralPeriod::default()
    };
    let vat = general::assess(&period).unwrap();
    let transfer = vat.entry().unwrap();
    assert_eq!((transfer.debit.number(), transfer.credit.number()), (22_210_105, 222_102));
    assert_eq!(transfer.amount, money("7835.10"));
    let payer = Payer::General { small_profit: true };
    let base = SurchargeBase {
        vat: vat.payable,
        sales: money("365000.00"),
        status: VatStatus::General,
        payer,
        place: Place::City,
    };
    let surcharges = assess(&base, on).unwrap();
    let capital =
        Stamped { item: StampItem::Capital, amount: money("1000000.00"), stated_vat: Money::ZERO, exemption: None };
    let stamp = stamp::assess(&capital, payer, on).unwrap();
    assert_eq!(stamp.payable, money("125.00"));
    let pay = Pay { gross: money("10000.00"), social: money("1830.00"), ..Pay::default() };
    let withheld: Vec<Money> = (0..3)
        .map(|_| {
            let mut year = WithholdingYear::begin(1, BasicDeduction::FromJoining).unwrap();
            year.withhold(1, &pay, on).unwrap().tax
        })
        .collect();
    let income_tax = Money::total(withheld).unwrap();
    assert_eq!(income_tax, money("285.30"));

    // ACC-V03: one payment on the last day of the calendar.
    let mut payments: Vec<TaxEntry> = vat.payments();
    payments.extend(surcharges.iter().filter_map(TaxLine::payment));
    payments.extend(TaxItem::IncomeTaxWithheld.payment(income_tax));
    let told: Vec<(u32, Money)> = payments.iter().map(|entry| (entry.debit.number(), entry.amount)).collect();
    let expected =
        [(222_102, "7835.10"), (222_106, "274.23"), (222_107, "117.52"), (222_108, "78.35"), (222_110, "285.30")];
    assert_eq!(told, expected.map(|(account, amount)| (account, money(amount))));
    assert_eq!(Money::total(payments.iter().map(|entry| entry.amount)).unwrap(), money("8590.50"));

    // ACC-V04: ten days late.
    let days = days_late(date("2026-02-24"), date("2026-03-06"));
    let fee = late_fee(vat.payable, days, policy.at(date("2026-03-06"))).unwrap();
    assert_eq!((days, fee.payable), (10, money("39.18")));
    assert_eq!(fee.entry().unwrap().debit.number(), 571_103);
}

#[test]
fn the_months_prices_with_tax_come_apart_as_booked() {
    for (gross, at, net, tax) in [
        ("65400.00", "9%", "60000.00", "5400.00"),
        ("226000.00", "13%", "200000.00", "26000.00"),
        ("2180.00", "9%", "2000.00", "180.00"),
        ("162720.00", "13%", "144000.00", "18720.00"),
        ("193230.00", "13%", "171000.00", "22230.00"),
        ("53000.00", "6%", "50000.00", "3000.00"),
        ("10600.00", "6%", "10000.00", "600.00"),
        ("1000.00", "1%", "990.10", "9.90"),
        ("56500.00", "13%", "50000.00", "6500.00"),
    ] {
        let parts = split(money(gross), rate(at)).unwrap();
        assert_eq!((parts.net, parts.tax), (money(net), money(tax)), "{gross}");
    }
}
