//! What a month of a whole company costs: people, stock, customers, suppliers, assets, a loan, taxes and the closing, some three
//! hundred lines; and how much memory ten years of it hold.
//!
//! The checksum is that of the same company on every machine, native and wasm.
#![allow(clippy::print_stdout, reason = "a bench prints")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use divan::{Bencher, black_box};
use startup_metaverse::calendar::Date;
use startup_metaverse::explore::companies::{Life, Strategy};
use startup_metaverse::firm::tax::vat::VatStatus;
use startup_metaverse::money::Money;
use startup_metaverse::policy::Policy;

/// Counts what is held.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);

#[expect(unsafe_code, reason = "an allocator is unsafe by its trait; this one hands everything on to the system's")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        HELD.fetch_add(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `alloc`, which is the system's.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `dealloc`, and every place came from the system.
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    let policy = Policy::qingdao_2026();
    let before = HELD.load(Ordering::Relaxed);
    let life = lived(120, &policy);
    let held = HELD.load(Ordering::Relaxed).saturating_sub(before);
    let books = life.firm.ledger();
    let lines: usize = books.vouchers().iter().map(|voucher| voucher.lines.len()).sum();
    println!("ten years of one company: {} vouchers, {lines} lines, {held} bytes held", books.vouchers().len());
    println!("checksum: {}", life.firm.state_hash());
    divan::main();
}

/// A busy general taxpayer without mistakes, after so many months.
fn lived(months: u32, policy: &Policy) -> Life {
    let first = Date::new(2026, 1, 1).unwrap_or(Date::MIN);
    let mut life = Life::found(7, first, policy).unwrap_or_else(|refusal| unreachable!("{refusal}"));
    life.strategy = Strategy {
        vat: VatStatus::General,
        people: 6,
        wage: Money::from_fen(900_000),
        sales: 46,
        price: Money::from_fen(60_000),
        cost: Money::from_fen(22_600),
        goods_of_ten: 8,
        account_of_ten: 4,
        tax_day: 15,
        borrows: true,
        faults: 0,
        ..life.strategy
    };
    for _ in 0..months {
        month(&mut life, policy);
    }
    life
}

fn month(life: &mut Life, policy: &Policy) {
    let done = life.month(policy, |act, firm| act.perform(firm, policy).is_ok());
    done.unwrap_or_else(|refusal| unreachable!("{refusal}"));
}

/// One month in the company's first and in its third year.
#[divan::bench(args = [6, 30])]
fn full_month(bencher: Bencher<'_, '_>, after: u32) {
    let policy = Policy::qingdao_2026();
    let life = lived(after, &policy);
    let lines = |life: &Life| life.firm.ledger().vouchers().iter().map(|voucher| voucher.lines.len()).sum::<usize>();
    let mut next = life.clone();
    month(&mut next, &policy);
    println!("month {after}: {} lines", lines(&next).saturating_sub(lines(&life)));
    bencher.with_inputs(|| life.clone()).bench_local_refs(|life| month(black_box(life), &policy));
}
