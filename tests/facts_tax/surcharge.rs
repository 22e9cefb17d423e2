//! SUR-V01…V04, the surcharges of VAT-V04 and V10, and the edges of the halving.

use startup_metaverse::firm::accounts::AccountCode;
use startup_metaverse::firm::tax::surcharge::{Payer, Place, SurchargeBase, assess, education_exempt, halving};
use startup_metaverse::firm::tax::vat::{VatPeriod, VatStatus};
use startup_metaverse::firm::tax::{TaxEntry, TaxItem, TaxLine, payable};
use startup_metaverse::money::{Money, Rate};

use crate::{FEN, TODAY, date, money, monies, policy, rate};

const QUARTER: VatStatus = VatStatus::SmallScale(VatPeriod::Quarter);
const MONTH: VatStatus = VatStatus::SmallScale(VatPeriod::Month);

/// What is payable on each of the three, in the city.
fn charges(vat: &str, sales: &str, status: VatStatus, payer: Payer) -> Vec<Money> {
    let policy = policy();
    let base = SurchargeBase { vat: money(vat), sales: money(sales), status, payer, place: Place::City };
    let lines = assess(&base, policy.at(date(TODAY))).unwrap();
    lines.iter().map(|line| line.payable).collect()
}

const HALVED: Payer = Payer::General { small_profit: true };

#[test]
fn sur_v01_due_relief_and_payable_are_rounded_apart() {
    let policy = policy();
    let base = SurchargeBase {
        vat: money("7835.10"),
        sales: money("338000.00"),
        status: VatStatus::General,
        payer: HALVED,
        place: Place::City,
    };
    let lines = assess(&base, policy.at(date(TODAY))).unwrap();
    let told = |of: fn(&TaxLine) -> Money| lines.iter().map(of).collect::<Vec<_>>();
    assert_eq!(told(|line| line.due), monies(&["548.46", "235.05", "156.70"]));
    assert_eq!(told(|line| line.relief), monies(&["274.23", "117.53", "78.35"]));
    assert_eq!(told(|line| line.payable), monies(&["274.23", "117.52", "78.35"]));
    assert_eq!(payable(&lines).unwrap(), money("470.10"));
    let items: Vec<_> = lines.iter().map(|line| line.item).collect();
    assert_eq!(items, [TaxItem::CityMaintenance, TaxItem::EducationSurcharge, TaxItem::LocalEducationSurcharge]);
    let of = |side: fn(&TaxEntry) -> AccountCode, entry: fn(&TaxLine) -> Option<TaxEntry>| {
        lines.iter().map(|line| side(&entry(line).unwrap()).number()).collect::<Vec<_>>()
    };
    assert_eq!(of(|entry| entry.debit, TaxLine::entry), [540_302, 540_307, 540_308]);
    assert_eq!(of(|entry| entry.credit, TaxLine::entry), [222_106, 222_107, 222_108]);
    assert_eq!(of(|entry| entry.debit, TaxLine::payment), [222_106, 222_107, 222_108]);
    assert_eq!(of(|entry| entry.credit, TaxLine::payment), [1002, 1002, 1002]);
}

#[test]
fn sur_v02_v03_with_vat_v04_v10() {
    let small = charges("3200.00", "320000.00", QUARTER, Payer::SmallScale);
    assert_eq!(small, monies(&["112.00", "48.00", "32.00"]));
    assert_eq!(Money::total(small).unwrap(), money("192.00"));
    let general = charges("6500.00", "100000.00", VatStatus::General, HALVED);
    assert_eq!(general, monies(&["227.50", "97.50", "65.00"]));
    assert_eq!(Money::total(general).unwrap(), money("390.00"));
}

#[test]
fn sur_v04_education_surcharges_stop_at_the_limit_inclusive() {
    assert_eq!(charges("3000.00", "300000.00", QUARTER, Payer::SmallScale), monies(&["105.00", "0.00", "0.00"]));
    assert_eq!(charges("1000.00", "100000.00", MONTH, Payer::SmallScale), monies(&["35.00", "0.00", "0.00"]));
    assert_eq!(charges("3000.00", "300000.01", QUARTER, Payer::SmallScale), monies(&["105.00", "45.00", "30.00"]));
    assert_eq!(charges("1000.00", "100000.01", MONTH, Payer::SmallScale), monies(&["35.00", "15.00", "10.00"]));
    let policy = policy();
    let on = policy.at(date(TODAY));
    assert_eq!(education_exempt(VatStatus::General, FEN, on), Ok(false));
}

#[test]
fn the_whole_and_the_halved_rate() {
    let whole = charges("10000.00", "500000.00", VatStatus::General, Payer::General { small_profit: false });
    assert_eq!(Money::total(whole).unwrap(), money("1200.00"));
    let half = charges("10000.00", "500000.00", VatStatus::General, HALVED);
    assert_eq!(Money::total(half).unwrap(), money("600.00"));
}

#[test]
fn city_tax_by_place() {
    let policy = policy();
    for (place, due) in [(Place::City, "70.00"), (Place::Town, "50.00"), (Place::Other, "10.00")] {
        let base = SurchargeBase {
            vat: money("1000.00"),
            sales: money("500000.00"),
            status: VatStatus::General,
            payer: Payer::General { small_profit: false },
            place,
        };
        assert_eq!(assess(&base, policy.at(date(TODAY))).unwrap()[0].payable, money(due));
    }
}

#[test]
fn who_is_halved_and_until_when() {
    let policy = policy();
    let new = |staff, assets: &str| Payer::NewGeneral { staff, assets: money(assets) };
    let on = policy.at(date(TODAY));
    for (payer, part) in [
        (Payer::IndividualBusiness, "50%"),
        (Payer::SmallScale, "50%"),
        (Payer::General { small_profit: true }, "50%"),
        (Payer::General { small_profit: false }, "0%"),
        (new(300, "50000000.00"), "50%"),
        (new(301, "50000000.00"), "0%"),
        (new(300, "50000000.01"), "0%"),
    ] {
        assert_eq!(halving(TaxItem::CityMaintenance, payer, on), Ok(rate(part)), "{payer:?}");
        assert_eq!(halving(TaxItem::StampDuty, payer, on), Ok(rate(part)), "{payer:?}");
        assert_eq!(halving(TaxItem::CorporateIncomeTax, payer, on), Ok(Rate::ZERO), "{payer:?}");
    }
    let city = |day: &str| halving(TaxItem::CityMaintenance, Payer::SmallScale, policy.at(date(day)));
    assert_eq!(city("2027-12-31"), Ok(rate("50%")));
    assert_eq!(city("2028-01-01"), Ok(Rate::ZERO));
}

#[test]
fn the_list_of_six_taxes_and_two_fees_has_what_is_computed_here() {
    let policy = policy();
    let listed = policy.at(date(TODAY)).words("six-two.taxes").unwrap();
    assert_eq!(listed.len(), 8);
    for item in
        [TaxItem::CityMaintenance, TaxItem::EducationSurcharge, TaxItem::LocalEducationSurcharge, TaxItem::StampDuty]
    {
        assert!(listed.iter().any(|word| word == item.chinese()), "{item:?}");
    }
}
