//! Properties of the books: whatever is posted, taken back, closed or refused over the years, the trial balance is zero,
//! sub-ledgers and numbers hold, the statements tie, refusals change nothing, and reading what was stored changes nothing.

#![allow(clippy::arithmetic_side_effects, clippy::unwrap_used, reason = "a panic here is a failed test")]

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed};
use startup_metaverse::firm::accounts::{CHART, DetailKind};
use startup_metaverse::firm::closing::{Closing, VatScheme};
use startup_metaverse::firm::ledger::{AssetId, EmployeeId, ItemId, PartyId, Voucher};
use startup_metaverse::firm::statements::{Maturities, Statements};
use startup_metaverse::firm::{Ledger, Period, VoucherLine, export};
use startup_metaverse::money::{Money, MoneyError};
use startup_metaverse::policy::Policy;

/// The same cases on every run.
fn fixed(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(20_260_104),
        ..Config::default()
    }
}

/// What is done to the books.
#[derive(Clone, Debug)]
enum Act {
    /// Posts lines so many days after the last voucher, or before it.
    Post(i32, Vec<VoucherLine>),
    /// Takes back one of the vouchers.
    Reverse(prop::sample::Index),
    /// Closes the month of the last voucher.
    Close,
    /// Closes a month by hand, whatever stands open.
    CloseAt(i32),
}

/// A line that names something where its account keeps a sub-ledger, mostly.
fn line(largest: i64) -> impl Strategy<Value = VoucherLine> {
    let amount = prop_oneof![9 => 1..largest, 1 => Just(0_i64), 1 => -5..5_i64, 1 => Just(Money::LIMIT_FEN)];
    (0..CHART.len(), any::<bool>(), amount, 0..4_u32, 0..12_u32).prop_map(|(place, debit, fen, who, quantity)| {
        let account = CHART.get(place).unwrap();
        let amount = Money::from_fen(fen);
        let line = if debit { VoucherLine::debit } else { VoucherLine::credit }(account.code, amount);
        match (account.detail, who) {
            (DetailKind::Party, 1..) => line.party(PartyId(who)),
            (DetailKind::Employee, 1..) => line.employee(EmployeeId(who)),
            (DetailKind::Asset, 1..) => line.asset(AssetId(who)),
            (DetailKind::Item, 1..) => line.item(ItemId(1), quantity),
            (DetailKind::None, 3) if quantity == 11 => line.party(PartyId(1)),
            _ => line,
        }
    })
}

/// Lines that balance most of the time.
fn lines() -> impl Strategy<Value = Vec<VoucherLine>> {
    let chance = prop::collection::vec(line(1_000_000), 0..5);
    let balanced = (prop::collection::vec(line(1_000_000), 1..5), 0..CHART.len()).prop_map(|(mut lines, place)| {
        let sum: i64 = lines.iter().map(|line| line.signed().fen()).sum();
        let rest = Money::try_from_fen(sum.abs()).unwrap_or(Money::MAX);
        let code = CHART.get(place).unwrap().code;
        lines.push(if sum > 0 { VoucherLine::credit(code, rest) } else { VoucherLine::debit(code, rest) });
        lines
    });
    prop_oneof![1 => chance, 6 => balanced]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => (-2..25_i32, lines()).prop_map(|(days, lines)| Act::Post(days, lines)),
        2 => any::<prop::sample::Index>().prop_map(Act::Reverse),
        2 => Just(Act::Close),
        1 => (-3..3_i32).prop_map(Act::CloseAt),
    ]
}

fn perform(ledger: &mut Ledger, act: &Act, policy: &Policy) -> Result<(), String> {
    let today = ledger.vouchers().last().map_or("2026-01-01".parse().unwrap(), |voucher| voucher.date);
    match act {
        Act::Post(days, lines) => ledger
            .post(today.plus_days(*days).unwrap(), "凭证", lines)
            .map(|_| ())
            .map_err(|refusal| refusal.to_string()),
        Act::Reverse(which) => {
            let all: Vec<Voucher<'_>> = ledger.vouchers().iter().collect();
            if all.is_empty() {
                return Err("nothing to take back".to_owned());
            }
            let id = which.get(&all).id;
            ledger.reverse(today, id, "错").map(|_| ()).map_err(|refusal| refusal.to_string())
        }
        Act::Close => close(ledger, Period::of(today), policy),
        Act::CloseAt(months) => {
            let period = Period::of(today).plus_months(*months).unwrap();
            ledger.close(period).map_err(|refusal| refusal.to_string())
        }
    }
}

fn close(ledger: &mut Ledger, period: Period, policy: &Policy) -> Result<(), String> {
    ledger
        .attempt(|ledger| {
            let mut closing = Closing::begin(ledger, period);
            closing.transfer_vat(VatScheme::General)?;
            closing.transfer_profit()?;
            if period.ends_year() {
                let on = policy.at(period.last_day());
                closing.end_year(Money::from_fen(100_000_000), Money::ZERO, &on)?;
            }
            closing.finish(&Maturities::default())
        })
        .map(|_| ())
        .map_err(|refusal| refusal.to_string())
}

proptest! {
    #![proptest_config(fixed(96))]

    #[test]
    fn the_books_hold_over_the_years(acts in prop::collection::vec(act(), 1..120)) {
        let policy = Policy::qingdao_2026();
        let mut ledger = Ledger::default();
        for act in &acts {
            let before = ledger.clone();
            if perform(&mut ledger, act, &policy).is_err() {
                prop_assert_eq!(&ledger, &before, "a refusal changes nothing: {:?}", act);
                continue;
            }
            let sum = Money::total(ledger.trial_balance().map(|(_, balance)| balance));
            prop_assert_eq!(sum, Ok(Money::ZERO));
            prop_assert!(ledger.vouchers().len() >= before.vouchers().len(), "vouchers are only ever added");
            prop_assert!(ledger.closed_through() >= before.closed_through(), "a closed month stays closed");
        }
        prop_assert!(ledger.audit());
        for (account, _, page) in ledger.sub_ledgers() {
            let stock = account.account().unwrap().detail == DetailKind::Item;
            let possible = page.quantity >= 0 && !page.balance.is_negative() && (page.quantity == 0) == page.balance.is_zero();
            prop_assert!(!stock || possible);
        }
        let again: Ledger = postcard::from_bytes(&postcard::to_allocvec(&ledger).unwrap()).unwrap();
        prop_assert_eq!(&again, &ledger);
        let mut months: Vec<Period> = ledger.vouchers().iter().map(|voucher| voucher.period()).collect();
        months.dedup();
        for month in months {
            // Turnover, unlike balances, may leave the bounds of an amount; that is told, not suffered.
            match Statements::of(&ledger, month, &Maturities::default()) {
                Ok(statements) => prop_assert_eq!(statements.check(), Ok(()), "{}", month),
                Err(error) => prop_assert_eq!(error, MoneyError::OutOfRange),
            }
        }
        let rows = export::vouchers_csv(&ledger).lines().count();
        prop_assert_eq!(rows, ledger.vouchers().lines().len() + 1);
    }

    #[test]
    fn stored_books_that_were_tampered_with_are_not_read(acts in prop::collection::vec(act(), 4..30), at in any::<prop::sample::Index>(), by in 1..=255_u8) {
        let policy = Policy::qingdao_2026();
        let mut ledger = Ledger::default();
        for act in &acts {
            let _ = perform(&mut ledger, act, &policy);
        }
        let mut bytes = postcard::to_allocvec(&ledger).unwrap();
        let place = at.index(bytes.len());
        *bytes.get_mut(place).unwrap() ^= by;
        // Whatever comes of it is either refused or books that hold together.
        if let Ok(read) = postcard::from_bytes::<Ledger>(&bytes) {
            prop_assert!(read.audit());
        }
    }
}
