//! Months of business: sales stay within stock and hands, the quarter's VAT on both sides of its cliff, insolvency once,
//! the same months as vouchers in the ledger.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod reading;

use proptest::prelude::*;
use reading::{date, money, rate};
use startup_metaverse::firm::Ledger;
use startup_metaverse::firm::market::{Conditions, Market, MarketProblem};
use startup_metaverse::firm::month::{
    EntryKind, MonthError, MonthReport, MonthRules, Plan, PlanProblem, Recorder, SLOTS, Slot, Solvency, Trade,
    Unrecorded,
};
use startup_metaverse::firm::tax::surcharge::{self, Payer, Place, SurchargeBase};
use startup_metaverse::firm::tax::vat::{VatPeriod, VatStatus};
use startup_metaverse::money::{Money, Rate};
use startup_metaverse::policy::Policy;

/// A thousand customers every day, whatever is done; a unit is worth 101.00.
const FLAT: &str = r#"(
    format: 1, id: "flat", title: "平", en: "Flat", note: "测试用。",
    base_customers: 1000, reference_price: "101.00",
    price: [("100%", "100%")], season: [(1, "100%")],
    weekdays: ["100%", "100%", "100%", "100%", "100%", "100%", "100%"],
    awareness: [("0%", "100%")], quality: [("0%", "100%")], rivals: [(0, "100%")], luck: [("0%", "100%")],
    advertising: [("0.00", "0%"), ("100.00", "20%")], word_of_mouth: [("0%", "0%")],
    forgetting: "0%", rival_arrives: "0%", rival_leaves: "0%", rivals_max: 0,
)"#;

fn flat() -> Market {
    Market::load("flat", FLAT).unwrap()
}

fn rules() -> MonthRules {
    MonthRules::at(&Policy::qingdao_2026().at(date("2026-03-31"))).unwrap()
}

fn plan() -> Plan {
    Plan {
        price: money("101.00"),
        quality: rate("70%"),
        unit_cost: money("40.00"),
        reorder_point: 1_000,
        order_units: 2_000,
        lead_days: 1,
        staff: 1,
        served_each: 38,
        wage: money("3500"),
        rent: money("3000"),
        advertising: Money::ZERO,
        on_account: Rate::ZERO,
        bad_debts: Rate::ZERO,
    }
}

fn open(name: &str, seed: u64, capital: &str) -> Trade {
    Trade::open(name, seed, date("2026-01-01"), money(capital), rate("30%"), 1, &mut Unrecorded).unwrap()
}

fn run(trade: &mut Trade, market: &Market, plan: &Plan) -> MonthReport {
    trade.run_month(market, plan, &rules(), &mut Unrecorded).unwrap()
}

#[test]
fn every_slot_has_its_account_and_place() {
    for (place, slot) in Slot::ALL.into_iter().enumerate() {
        assert_eq!(slot as usize, place);
        assert!(slot.account().is_some(), "{slot:?}");
    }
    assert_eq!(Slot::ALL.len(), SLOTS);
}

#[test]
fn sales_stay_within_hands_and_stock() {
    let mut trade = open("flat", 1, "500000");
    // Nothing is in stock on the first day; what is ordered that evening comes the next morning.
    let report = run(&mut trade, &flat(), &plan());
    assert_eq!((report.customers, report.sold), (31_000, 30 * 38));
    assert_eq!((report.lost_to_capacity, report.lost_to_stock), (31 * 962, 38));
    assert_eq!((report.bought, trade.stock()), (4_000, 4_000 - 30 * 38));
    assert_eq!(report.sales, money("114000.00"));
    assert_eq!(report.vat, money("1140.00"));
    assert_eq!(report.cost_of_sales, money("45600.00"));
    // Capital, sales with tax, goods, rent; wages are owed until the tenth.
    let bank = 50_000_000 + 11_514_000 - 16_000_000 - 300_000;
    assert_eq!(trade.bank(), Money::from_fen(bank));
    assert_eq!(trade.balance(Slot::WagesPayable), money("-3500.00"));
    // With hands enough, the stock is the limit: 2,860 left, and nothing more is ordered.
    let greedy = Plan { served_each: 2_000, order_units: 0, ..plan() };
    let report = run(&mut trade, &flat(), &greedy);
    assert_eq!((report.sold, report.lost_to_stock, report.lost_to_capacity), (2_860, 28_000 - 2_860, 0));
    assert_eq!((trade.stock(), trade.balance(Slot::Goods)), (0, Money::ZERO));
}

#[test]
fn only_what_can_be_paid_is_bought() {
    let mut trade = open("flat", 1, "3100.00");
    let report = run(&mut trade, &flat(), &Plan { served_each: 0, ..plan() });
    // After the rent 100.00 are left: two units at 40.00.
    assert_eq!((report.bought, trade.bank()), (2, money("20.00")));
}

/// A first quarter whose sales without tax are exactly 300,000.00 at 101.00 a unit, or a little less at other prices.
fn quarter(last_price: &str) -> (Trade, Recorder) {
    let market = flat();
    let mut trade = open("flat", 1, "1000000");
    // Stock for the whole quarter comes in December.
    let mut recorder = Recorder::default();
    let early = Plan { served_each: 0, lead_days: 1, order_units: 5_000, ..plan() };
    let mut december =
        Trade::open("flat", 1, date("2025-12-01"), money("1000000"), rate("30%"), 1, &mut Unrecorded).unwrap();
    run(&mut december, &market, &early);
    std::mem::swap(&mut trade, &mut december);
    let sells = |served_each, price: &str| Plan { served_each, price: money(price), order_units: 0, ..plan() };
    for one in [sells(38, "101.00"), sells(23, "101.00"), sells(38, last_price)] {
        trade.run_month(&market, &one, &rules(), &mut recorder).unwrap();
    }
    (trade, recorder)
}

#[test]
fn the_quarters_threshold_is_a_cliff() {
    let (at, _) = quarter("101.00");
    assert_eq!(at.balance(Slot::Sales), money("-300000.00"));
    assert_eq!(at.balance(Slot::Vat), money("-3000.00"));
    assert_eq!((at.balance(Slot::CityTax), at.balance(Slot::VatWaived)), (money("-105.00"), Money::ZERO));
    assert_eq!(at.balance(Slot::Education), Money::ZERO, "up to 300,000.00 the education surcharges are free");
    // A fen less a unit.
    let (below, _) = quarter("100.99");
    assert!(below.balance(Slot::Sales) > money("-300000.00"));
    assert_eq!((below.balance(Slot::Vat), below.balance(Slot::CityTax)), (Money::ZERO, Money::ZERO));
    assert_eq!(below.balance(Slot::VatWaived), money("-3000.00"));
    // Two fen more a unit: the education surcharges are owed too, as the tax department works them out.
    let (above, _) = quarter("101.02");
    let policy = Policy::qingdao_2026();
    let sales = above.balance(Slot::Sales).checked_neg().unwrap();
    let vat = sales.at(rate("1%")).unwrap();
    let status = VatStatus::SmallScale(VatPeriod::Quarter);
    let base = SurchargeBase { vat, sales, status, payer: Payer::SmallScale, place: Place::City };
    let lines = surcharge::assess(&base, policy.at(date("2026-03-31"))).unwrap();
    let owed = lines.map(|line| line.payable);
    let booked = [Slot::CityTax, Slot::Education, Slot::LocalEducation].map(|slot| above.balance(slot));
    assert_eq!(booked.map(|balance| balance.checked_neg().unwrap()), owed);
    assert_eq!(above.balance(Slot::Vat).checked_neg(), Ok(vat));
}

#[test]
fn taxes_are_paid_on_the_fifteenth_of_the_next_month() {
    let (mut trade, mut recorder) = quarter("101.00");
    recorder.clear();
    let idle = Plan { served_each: 0, order_units: 0, ..plan() };
    trade.run_month(&flat(), &idle, &rules(), &mut recorder).unwrap();
    let paid = recorder.entries().find(|entry| entry.kind == EntryKind::TaxesPaid).unwrap();
    assert_eq!(paid.date().unwrap(), date("2026-04-15"));
    assert_eq!(paid.lines.last(), Some(&(Slot::Bank, -310_500)));
    assert_eq!((trade.balance(Slot::Vat), trade.balance(Slot::CityTax)), (Money::ZERO, Money::ZERO));
}

#[test]
fn sales_on_account_are_collected_but_for_the_bad_debts() {
    let market = flat();
    let mut trade = open("flat", 1, "500000");
    let on_account = Plan { on_account: rate("40%"), bad_debts: rate("5%"), ..plan() };
    run(&mut trade, &market, &on_account);
    let owed = money("115140").at(rate("40%")).unwrap();
    assert_eq!(trade.balance(Slot::Receivables), owed);
    run(&mut trade, &market, &on_account);
    assert_eq!(trade.balance(Slot::BadDebts), owed.at(rate("5%")).unwrap());
    let february = money("101").checked_mul_int(28 * 38).unwrap().at(rate("40%")).unwrap();
    assert_eq!(trade.balance(Slot::Receivables), february);
}

#[test]
fn insolvency_comes_once_and_stays() {
    let market = flat();
    let idle = Plan { served_each: 0, order_units: 0, ..plan() };
    // Rent of 3,000.00 a month and wages of 3,500.00 from February on: 9,500.00 last until the end of February.
    let mut trade = open("flat", 1, "9500.00");
    assert!(!run(&mut trade, &market, &idle).became_insolvent);
    assert!(!run(&mut trade, &market, &idle).became_insolvent);
    assert_eq!((trade.bank(), trade.solvency()), (Money::ZERO, Solvency::Solvent));
    assert!(run(&mut trade, &market, &idle).became_insolvent);
    assert_eq!(trade.solvency(), Solvency::Insolvent { since: date("2026-03-31") });
    let before = trade.clone();
    let again = trade.run_month(&market, &idle, &rules(), &mut Unrecorded);
    assert_eq!(again, Err(MonthError::Insolvent { since: date("2026-03-31") }));
    assert_eq!(trade, before);
    // A fen short in February.
    let mut short = open("flat", 1, "9499.99");
    run(&mut short, &market, &idle);
    assert!(run(&mut short, &market, &idle).became_insolvent);
}

#[test]
fn impossible_plans_change_nothing() {
    let market = flat();
    let mut trade = open("flat", 1, "500000");
    let before = trade.clone();
    for (wrong, problem) in [
        (Plan { price: Money::ZERO, ..plan() }, PlanProblem::Price),
        (Plan { price: money("100000.01"), ..plan() }, PlanProblem::Price),
        (Plan { rent: money("-0.01"), ..plan() }, PlanProblem::Cost),
        (Plan { staff: 10_001, ..plan() }, PlanProblem::Count),
        (Plan { quality: rate("100.0001%"), ..plan() }, PlanProblem::Share),
        (Plan { lead_days: 0, ..plan() }, PlanProblem::Lead),
    ] {
        let refused = trade.run_month(&market, &wrong, &rules(), &mut Unrecorded);
        assert_eq!(refused, Err(MonthError::Plan(problem)));
        assert_eq!(trade, before);
    }
    assert_eq!(trade.pay_in(Money::ZERO, &mut Unrecorded), Err(MonthError::Amount(Money::ZERO)));
}

#[test]
fn the_ledger_takes_every_posting_and_agrees() {
    let market = Market::named("lemonade").unwrap();
    let stall = Plan { price: money("8"), unit_cost: money("2.2"), served_each: 160, ..plan() };
    let mut recorder = Recorder::default();
    let opened = date("2026-01-01");
    let mut trade = Trade::open("stall", 7, opened, money("100000"), rate("30%"), 1, &mut recorder).unwrap();
    let mut dense = open("stall", 7, "100000");
    for _ in 0..36 {
        let report = trade.run_month(&market, &stall, &rules(), &mut recorder).unwrap();
        assert_eq!(run(&mut dense, &market, &stall), report, "both sinks see the same month");
        assert!(report.lines >= 90, "a month is about a hundred lines, not {}", report.lines);
    }
    assert_eq!(trade, dense);
    let mut ledger = Ledger::default();
    for entry in recorder.entries() {
        ledger.post(entry.date().unwrap(), entry.kind.summary(), entry.voucher_lines().unwrap()).unwrap();
    }
    for slot in Slot::ALL {
        assert_eq!(ledger.balance(slot.account().unwrap()), trade.balance(slot), "{slot:?}");
    }
}

#[test]
fn demand_follows_the_curves() {
    let market = Market::named("lemonade").unwrap();
    let usual = |price: &str, awareness: &str, rivals: u8, day: &str| {
        let quality = rate("70%");
        let conditions = Conditions { price: money(price), awareness: rate(awareness), quality, rivals };
        market.outlook(&conditions, date(day)).usual_customers(5)
    };
    // 90 × 170 % in mid-August × 130 % on Saturdays.
    assert_eq!(usual("8.00", "60%", 1, "2026-08-16"), 198);
    assert!(usual("9.00", "60%", 1, "2026-08-16") < 198 && usual("7.00", "60%", 1, "2026-08-16") > 198);
    assert!(usual("8.00", "50%", 1, "2026-08-16") < 198);
    assert!(usual("8.00", "60%", 2, "2026-08-16") < 198);
    assert!(usual("8.00", "60%", 1, "2026-01-16") < 60);
    assert_eq!(usual("24.00", "60%", 1, "2026-08-16"), 0);
    assert_eq!(market.awareness_after(rate("50%"), rate("60%"), money("500")), rate("55%"));
    assert_eq!(market.awareness_after(rate("100%"), rate("100%"), money("8000")), rate("100%"));
    assert_eq!((market.rivals_after(4, 0), market.rivals_after(1, 59_999)), (4, 2));
    assert_eq!((market.rivals_after(1, 60_000), market.rivals_after(0, 60_000)), (0, 0));
    assert_eq!(market.rivals_after(1, 110_000), 1);
}

#[test]
fn luck_does_not_depend_on_what_is_decided() {
    let market = Market::named("coffee").unwrap();
    let monthly = |staff: u32| {
        let mut trade = open("window", 42, "900000");
        let open_plan = Plan { price: money("15"), unit_cost: money("5"), served_each: 400, staff, ..plan() };
        (0..12).map(|_| run(&mut trade, &market, &open_plan).customers).collect::<Vec<_>>()
    };
    assert_eq!(monthly(1), monthly(0), "the same customers come, served or not");
    let mut other = open("another", 42, "900000");
    let first = run(&mut other, &market, &Plan { price: money("15"), ..plan() }).customers;
    assert_ne!(Some(&first), monthly(1).first(), "another business has other luck");
}

#[test]
fn markets_are_checked_as_a_whole() {
    assert!(Market::built_in().len() >= 2);
    let with = |from: &str, to: &str| Market::load("m", &FLAT.replace(from, to)).unwrap_err();
    assert_eq!(with("format: 1", "format: 2"), [MarketProblem::Format(2)]);
    assert_eq!(with("season: [(1, \"100%\")]", "season: []"), [MarketProblem::Curve("season")]);
    let falling = with("rivals: [(0, \"100%\")]", "rivals: [(1, \"100%\"), (0, \"90%\")]");
    assert_eq!(falling, [MarketProblem::Curve("rivals")]);
    let steep = with("price: [(\"100%\", \"100%\")]", "price: [(\"100%\", \"1000.01%\")]");
    assert_eq!(steep, [MarketProblem::Factor("price")]);
    let two = with("base_customers: 1000, reference_price: \"101.00\"", "base_customers: 0, reference_price: \"0.00\"");
    let impossible = [MarketProblem::Impossible("base_customers"), MarketProblem::Impossible("reference_price")];
    assert_eq!(two, impossible);
    assert!(matches!(with("base_customers", "customers").as_slice(), [MarketProblem::Syntax { line: 3, .. }]));
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let money = |most: i64| (0..=most).prop_map(Money::from_fen);
    let share = || (0..=1_000_000_i64).prop_map(Rate::from_ppm);
    let goods = (1..3_000_i64, 0..1_500_i64, 0..500_u32, 0..900_u32, 1..=28_u8);
    let costs = (0..4_u32, 0..120_u32, money(400_000), money(500_000), money(300_000));
    (goods, costs, share(), share(), share()).prop_map(|(goods, costs, quality, on_account, bad_debts)| Plan {
        price: Money::from_fen(goods.0),
        unit_cost: Money::from_fen(goods.1),
        reorder_point: goods.2,
        order_units: goods.3,
        lead_days: goods.4,
        staff: costs.0,
        served_each: costs.1,
        wage: costs.2,
        rent: costs.3,
        advertising: costs.4,
        quality,
        on_account,
        bad_debts,
    })
}

proptest! {
    #[test]
    fn years_of_months_keep_the_laws(
        seed in any::<u64>(), capital in 1..100_000_000_i64, plans in prop::collection::vec(any_plan(), 1..72), coffee in any::<bool>(),
    ) {
        let market = Market::named(if coffee { "coffee" } else { "lemonade" }).unwrap();
        let rules = rules();
        let opened = date("2026-01-01");
        let capital = Money::from_fen(capital);
        let mut trade = Trade::open("any", seed, opened, capital, rate("30%"), 1, &mut Unrecorded).unwrap();
        let mut insolvent = 0;
        for plan in plans {
            let before = trade.clone();
            match trade.run_month(&market, &plan, &rules, &mut Unrecorded) {
                Ok(report) => {
                    prop_assert_eq!(trade.trial_balance(), 0);
                    prop_assert!(!trade.bank().is_negative() && trade.stock() >= 0);
                    prop_assert!(!trade.balance(Slot::Goods).is_negative() && !trade.balance(Slot::Receivables).is_negative());
                    prop_assert_eq!(trade.stock(), before.stock() + report.bought - report.sold);
                    prop_assert_eq!(report.customers, report.sold + report.lost_to_capacity + report.lost_to_stock);
                    prop_assert!(report.sold <= i64::from(plan.staff) * i64::from(plan.served_each) * 31);
                    insolvent += u32::from(report.became_insolvent);
                }
                Err(MonthError::Insolvent { .. }) => prop_assert_eq!(&trade, &before),
                Err(other) => prop_assert!(false, "{}", other),
            }
            // A save at every month changes nothing.
            let saved: Trade = postcard::from_bytes(&postcard::to_allocvec(&trade).unwrap()).unwrap();
            prop_assert_eq!(&saved, &trade);
            trade = saved;
        }
        prop_assert!(insolvent <= 1);
        prop_assert_eq!(insolvent == 1, trade.solvency() != Solvency::Solvent);
    }
}
