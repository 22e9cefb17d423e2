//! How many months of business a core runs in a second: the lemonade stand of the tests, thirty days of demand, about a
//! hundred lines a month.
//!
//! The checksum is that of the same companies on every machine, native and wasm.
#![allow(clippy::print_stdout, reason = "a bench prints")]

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use startup_metaverse::calendar::Date;
use startup_metaverse::firm::Ledger;
use startup_metaverse::firm::market::Market;
use startup_metaverse::firm::month::{MonthRules, Plan, Recorder, Slot, Trade, Unrecorded};
use startup_metaverse::money::{Money, Rate};
use startup_metaverse::policy::Policy;

/// A business runs so many months before the next takes its place.
const MONTHS: u32 = 120;

fn main() {
    println!("checksum of 100 companies over ten years: {:016x}", checksum(100));
    divan::main();
}

fn plan() -> Plan {
    Plan {
        price: Money::from_fen(800),
        quality: Rate::from_ppm(700_000),
        unit_cost: Money::from_fen(220),
        reorder_point: 900,
        order_units: 2_400,
        lead_days: 2,
        staff: 1,
        served_each: 160,
        wage: Money::from_fen(350_000),
        rent: Money::from_fen(300_000),
        advertising: Money::from_fen(50_000),
        on_account: Rate::ZERO,
        bad_debts: Rate::ZERO,
    }
}

fn open(seed: u64) -> Trade {
    let first = Date::new(2026, 1, 1).unwrap_or(Date::MIN);
    let capital = Money::from_fen(50_000_000);
    Trade::open("lemonade", seed, first, capital, Rate::from_ppm(300_000), 1, &mut Unrecorded)
        .unwrap_or_else(|refusal| unreachable!("{refusal}"))
}

fn rules() -> MonthRules {
    let policy = Policy::qingdao_2026();
    let day = Date::new(2026, 3, 1).unwrap_or(Date::MIN);
    MonthRules::at(&policy.at(day)).unwrap_or_else(|refusal| unreachable!("{refusal}"))
}

fn market() -> Market {
    Market::named("lemonade").unwrap_or_else(|unknown| unreachable!("{unknown}"))
}

fn checksum(companies: u64) -> u64 {
    let (market, rules, plan) = (market(), rules(), plan());
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for seed in 0..companies {
        let mut trade = open(seed);
        for _ in 0..MONTHS {
            if trade.run_month(&market, &plan, &rules, &mut Unrecorded).is_err() {
                break;
            }
        }
        for slot in Slot::ALL {
            sum = (sum ^ trade.balance(slot).fen().cast_unsigned()).wrapping_mul(0x0100_0000_01b3);
        }
    }
    sum
}

/// Ten years of a lemonade stand; the items counted are its months.
#[divan::bench]
fn lemonade_months(bencher: Bencher<'_, '_>) {
    ten_years(bencher, &plan());
}

/// The same with sales on account.
#[divan::bench]
fn months_on_account(bencher: Bencher<'_, '_>) {
    ten_years(bencher, &Plan { on_account: Rate::from_ppm(300_000), bad_debts: Rate::from_ppm(20_000), ..plan() });
}

fn ten_years(bencher: Bencher<'_, '_>, plan: &Plan) {
    let (market, rules) = (market(), rules());
    let mut seed = 0_u64;
    bencher.counter(ItemsCount::new(MONTHS)).bench_local(|| {
        seed = seed.wrapping_add(1);
        let mut trade = open(seed);
        for _ in 0..MONTHS {
            let ran = trade.run_month(&market, black_box(plan), &rules, &mut Unrecorded);
            ran.unwrap_or_else(|refusal| unreachable!("{refusal}"));
        }
        trade.bank()
    });
}

/// The same months written into a ledger as vouchers.
#[divan::bench]
fn lemonade_months_as_vouchers(bencher: Bencher<'_, '_>) {
    let (market, rules, plan) = (market(), rules(), plan());
    let mut seed = 0_u64;
    bencher.counter(ItemsCount::new(12_u32)).bench_local(|| {
        seed = seed.wrapping_add(1);
        let (mut trade, mut ledger, mut recorder) = (open(seed), Ledger::default(), Recorder::default());
        for _ in 0..12 {
            recorder.clear();
            let ran = trade.run_month(&market, black_box(&plan), &rules, &mut recorder);
            ran.unwrap_or_else(|refusal| unreachable!("{refusal}"));
            for entry in recorder.entries() {
                let (Ok(date), Ok(lines)) = (entry.date(), entry.voucher_lines()) else { unreachable!("sound lines") };
                let posted = ledger.post(date, entry.kind.summary(), lines);
                assert!(posted.is_ok(), "the ledger takes what a month posts");
            }
        }
        ledger.vouchers().len()
    });
}
