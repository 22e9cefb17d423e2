//! How fast the ledger is: a million postings with the running trial balance (goal 5 ms, limit 20 ms), the same with
//! sub-ledgers, and the three statements of a full month. Run by `cargo bench --bench ledger`.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a bench that panics has failed"
)]

use divan::Bencher;
use startup_metaverse::calendar::Date;
use startup_metaverse::firm::ledger::{ItemId, PartyId};
use startup_metaverse::firm::statements::{Maturities, Statements};
use startup_metaverse::firm::{Ledger, Period, VoucherLine, accounts};
use startup_metaverse::money::Money;

const POSTINGS: usize = 1_000_000;

fn main() {
    divan::main();
}

fn fen(amount: i64) -> Money {
    Money::from_fen(amount)
}

/// Vouchers as a shop writes them, over and over: sale, cost, purchase, expense.
fn templates() -> Vec<Vec<VoucherLine>> {
    let debit = VoucherLine::debit;
    let credit = VoucherLine::credit;
    vec![
        vec![
            debit(accounts::BANK, fen(11_300)),
            credit(accounts::SALES, fen(10_000)),
            credit(accounts::VAT_OUTPUT, fen(1_300)),
        ],
        vec![debit(accounts::COST_OF_SALES, fen(6_000)), credit(accounts::GOODS, fen(6_000))],
        vec![
            debit(accounts::GOODS, fen(6_000)),
            debit(accounts::VAT_INPUT, fen(780)),
            credit(accounts::BANK, fen(6_780)),
        ],
        vec![debit(accounts::OFFICE, fen(500)), credit(accounts::BANK, fen(500))],
    ]
}

/// The same with customers, suppliers and an item of stock named.
fn detailed(lines: &[VoucherLine], count: usize) -> Vec<VoucherLine> {
    let party = PartyId(u32::try_from(count % 40).unwrap());
    let item = ItemId(u16::try_from(count % 10).unwrap());
    lines
        .iter()
        .map(|line| match line.account {
            accounts::BANK => VoucherLine { account: accounts::PAYABLES, ..line.party(party) },
            accounts::GOODS => line.item(item, 6),
            _ => *line,
        })
        .collect()
}

/// Posts vouchers in turn until there are so many lines; a month has about three hundred.
fn fill(ledger: &mut Ledger, vouchers: &[Vec<VoucherLine>], postings: usize) {
    let mut day = Date::new(2026, 1, 1).unwrap();
    let (mut posted, mut today) = (0, 0);
    for lines in vouchers.iter().cycle() {
        if posted >= postings {
            break;
        }
        if today >= 100 {
            (day, today) = (day.plus_days(1).unwrap_or(day), 0);
        }
        ledger.post(day, "凭证", lines).unwrap();
        posted += lines.len();
        today += lines.len();
    }
}

#[divan::bench(sample_count = 20)]
fn a_million_postings(bencher: Bencher<'_, '_>) {
    let vouchers = templates();
    bencher.counter(divan::counter::ItemsCount::new(POSTINGS)).bench(|| {
        let mut ledger = Ledger::with_capacity(POSTINGS / 2, POSTINGS + 4);
        fill(&mut ledger, &vouchers, POSTINGS);
        ledger.balance(accounts::BANK)
    });
}

#[divan::bench(sample_count = 20)]
fn a_million_postings_into_growing_books(bencher: Bencher<'_, '_>) {
    let vouchers = templates();
    bencher.counter(divan::counter::ItemsCount::new(POSTINGS)).bench(|| {
        let mut ledger = Ledger::default();
        fill(&mut ledger, &vouchers, POSTINGS);
        ledger.balance(accounts::BANK)
    });
}

#[divan::bench(sample_count = 20)]
fn a_million_postings_with_sub_ledgers(bencher: Bencher<'_, '_>) {
    // Purchases first, so that there is stock to sell.
    let order = [2, 0, 1, 3];
    let vouchers: Vec<_> = (0..400).map(|count| detailed(&templates()[order[count % 4]], count / 4)).collect();
    bencher.counter(divan::counter::ItemsCount::new(POSTINGS)).bench(|| {
        let mut ledger = Ledger::with_capacity(POSTINGS / 2, POSTINGS + 4);
        fill(&mut ledger, &vouchers, POSTINGS);
        ledger.balance(accounts::PAYABLES)
    });
}

#[divan::bench]
fn the_statements_of_a_full_month(bencher: Bencher<'_, '_>) {
    let mut ledger = Ledger::default();
    let day = Date::new(2026, 1, 4).unwrap();
    for lines in templates().iter().cycle().take(120) {
        ledger.post(day, "凭证", lines).unwrap();
    }
    let month = Period::of(day);
    bencher.bench(|| Statements::of(&ledger, month, &Maturities::default()).unwrap());
}
