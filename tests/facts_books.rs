//! The ledger's own rules: numbers, closed months, taking back, sub-ledgers, stock at weighted average, reclassified parties,
//! CSV.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod books;

use books::{date, lines, money, post};
use startup_metaverse::firm::accounts::{self, CHART};
use startup_metaverse::firm::ledger::{EmployeeId, ItemId, PartyId, SubKey};
use startup_metaverse::firm::statements::{Maturities, Statements};
use startup_metaverse::firm::{Ledger, Period, Unposted, VoucherKind, VoucherLine, export};
use startup_metaverse::money::Money;

const TEA: ItemId = ItemId(1);

fn january() -> Period {
    Period::new(2026, 1).unwrap()
}

/// Posts and expects a refusal that changes nothing.
#[track_caller]
fn refused(ledger: &mut Ledger, day: &str, lines: &[VoucherLine]) -> Unposted {
    let before = ledger.clone();
    let refusal = ledger.post(date(day), "凭证", lines).unwrap_err();
    assert_eq!(*ledger, before, "a refusal changes nothing");
    refusal
}

#[test]
fn numbers_begin_again_each_month_and_have_no_gaps() {
    let mut ledger = Ledger::default();
    for (day, number) in [("2026-01-04", 1), ("2026-01-31", 2), ("2026-02-01", 1), ("2026-02-01", 2), ("2027-02-01", 1)]
    {
        let posted = ledger.post(date(day), "凭证", lines("借560203 1.00 贷1002 1.00")).unwrap();
        assert_eq!(posted.number, number);
        refused(&mut ledger, day, &lines("借560203 1.00 贷1002 1.01"));
    }
    assert!(ledger.audit());
}

#[test]
fn a_voucher_that_cannot_be_is_refused_with_its_reason() {
    let mut ledger = Ledger::default();
    post(&mut ledger, "2026-01-10 借1002 100.00 贷3001 100.00");
    let unbalanced = Unposted::Unbalanced { debits: money("1.00"), credits: money("0.99") };
    assert_eq!(refused(&mut ledger, "2026-01-10", &lines("借5602 1.00 贷1002 0.99")), unbalanced);
    assert_eq!(refused(&mut ledger, "2026-01-10", &lines("借5602 1.00")), Unposted::TooFewLines);
    let nothing = lines("借5602 0.00 贷1002 0.00");
    assert_eq!(refused(&mut ledger, "2026-01-10", &nothing), Unposted::Amount(Money::ZERO));
    let below = lines("借5602 -1.00 贷1002 -1.00");
    assert_eq!(refused(&mut ledger, "2026-01-10", &below), Unposted::Amount(money("-1.00")));
    let back = Unposted::DatedBack { date: date("2026-01-09"), last: date("2026-01-10") };
    assert_eq!(refused(&mut ledger, "2026-01-09", &lines("借5602 1.00 贷1002 1.00")), back);
    let wrong = [
        VoucherLine::debit(accounts::BANK, money("1.00")).party(PartyId(1)),
        VoucherLine::credit(accounts::SALES, money("1.00")),
    ];
    assert_eq!(refused(&mut ledger, "2026-01-10", &wrong), Unposted::Detail { account: accounts::BANK });
    assert_eq!(
        refused(&mut ledger, "2026-01-10", &lines("借1002 1.00#1 借1001 1.00 贷5001 2.00")),
        Unposted::HalfTagged
    );
    // The bounds of an amount hold for each side of the trial balance.
    let most = VoucherLine::debit(accounts::BANK, Money::MAX);
    let huge = [most, VoucherLine::credit(accounts::SALES, Money::MAX)];
    assert!(matches!(refused(&mut ledger, "2026-01-10", &huge), Unposted::Money(_)));
}

#[test]
fn months_close_in_turn_and_stay_closed() {
    let mut ledger = Ledger::default();
    post(&mut ledger, "2026-01-10 借1002 100.00 贷3001 100.00");
    let february = january().plus_months(1).unwrap();
    let early = Unposted::OutOfTurn { period: february, next: january() };
    assert_eq!(ledger.close(february), Err(early));
    ledger.close(january()).unwrap();
    assert_eq!(ledger.closed_through(), Some(january()));
    assert_eq!(
        refused(&mut ledger, "2026-01-31", &lines("借1002 1.00 贷3001 1.00")),
        Unposted::Closed { period: january() }
    );
    assert_eq!(ledger.close(january()), Err(Unposted::OutOfTurn { period: january(), next: february }));
    post(&mut ledger, "2026-03-01 借1002 1.00 贷3001 1.00");
    let skipped = Unposted::DatedBack { date: february.last_day(), last: date("2026-03-01") };
    assert_eq!(ledger.close(february), Err(skipped), "a later voucher was posted before closing");
}

#[test]
fn a_mistake_is_taken_back_by_name_and_once() {
    let mut ledger = Ledger::default();
    post(&mut ledger, "2026-01-10 借1002 100.00 贷5001 100.00");
    let wrong = ledger.vouchers().last().unwrap().id;
    ledger.close(january()).unwrap_err();
    let red = ledger.reverse(date("2026-02-03"), wrong, "金额记错").unwrap();
    assert_eq!((red.kind, red.number), (VoucherKind::Reversal(wrong), 1));
    assert_eq!(red.summary, "冲销 2026-01 记-1:金额记错");
    assert_eq!(
        red.lines,
        [VoucherLine::debit(accounts::BANK, money("-100.00")), VoucherLine::credit(accounts::SALES, money("-100.00")),]
    );
    let by = red.id;
    assert!(ledger.trial_balance().next().is_none());
    assert_eq!(ledger.voucher(wrong).unwrap().reversed_by, Some(by));
    let before = ledger.clone();
    let label = "2026-01 记-1".to_owned();
    assert_eq!(ledger.reverse(date("2026-02-03"), wrong, "再来").unwrap_err(), Unposted::AlreadyReversed { label });
    let label = "2026-02 记-1".to_owned();
    assert_eq!(ledger.reverse(date("2026-02-03"), by, "再来").unwrap_err(), Unposted::NotReversible { label });
    assert_eq!(ledger, before);
    // Turnover shrinks instead of growing on the other side, so the statements show nothing.
    let statements = Statements::of(&ledger, january().plus_months(1).unwrap(), &Maturities::default()).unwrap();
    statements.check().unwrap();
    assert!(statements.income.row(1).is_zero() && statements.cash_flow.row(1).is_zero());
    let again: Ledger = postcard::from_bytes(&postcard::to_allocvec(&ledger).unwrap()).unwrap();
    assert_eq!(again, ledger);
}

#[test]
fn an_attempt_that_fails_leaves_no_trace() {
    let mut ledger = Ledger::default();
    post(&mut ledger, "2026-01-10 借1002 100.00 贷5001 100.00");
    let (before, wrong) = (ledger.clone(), ledger.vouchers().last().unwrap().id);
    let failed: Result<(), Unposted> = ledger.attempt(|ledger| {
        ledger.reverse(date("2026-01-11"), wrong, "试")?;
        ledger.post(date("2026-01-11"), "试", lines("借5602 1.00 贷1002 1.00"))?;
        ledger.post(date("2026-01-01"), "试", lines("借5602 1.00 贷1002 1.00"))?;
        Ok(())
    });
    assert!(failed.is_err());
    assert_eq!(ledger, before);
}

/// Tea bought at two prices, and some sold.
fn tea() -> Ledger {
    let mut ledger = Ledger::default();
    let buy = |ledger: &mut Ledger, quantity, value| {
        let goods = VoucherLine::debit(accounts::GOODS, money(value)).item(TEA, quantity);
        ledger.post(date("2026-01-08"), "进货", [goods, VoucherLine::credit(accounts::BANK, money(value))]).unwrap();
    };
    buy(&mut ledger, 3, "100.00");
    buy(&mut ledger, 4, "150.00");
    ledger
}

#[test]
fn stock_goes_out_at_the_moving_average() {
    let mut ledger = tea();
    // 250.00 over 7: two cost 71.43 half-up.
    let out = ledger.issue(accounts::GOODS, TEA, 2, accounts::COST_OF_SALES).unwrap();
    assert_eq!(out[0].amount, money("71.43"));
    ledger.post(date("2026-01-09"), "结转成本", out).unwrap();
    let left = ledger.stock(accounts::GOODS, TEA);
    assert_eq!((left.quantity, left.balance), (5, money("178.57")));
    // The last ones take what is left, to the fen.
    let out = ledger.issue(accounts::GOODS, TEA, 5, accounts::COST_OF_SALES).unwrap();
    assert_eq!(out[0].amount, money("178.57"));
    ledger.post(date("2026-01-09"), "结转成本", out).unwrap();
    assert_eq!(ledger.sub_ledger(accounts::GOODS).count(), 0);
    assert!(ledger.audit());
}

#[test]
fn stock_is_never_below_nought_nor_worth_something_without_quantity() {
    let mut ledger = tea();
    assert!(matches!(ledger.cost_of(accounts::GOODS, TEA, 8), Err(Unposted::Stock { quantity: -1, .. })));
    assert_eq!(ledger.cost_of(accounts::GOODS, TEA, 7), Ok(money("250.00")));
    let out = |quantity, value| {
        let value = money(value);
        [
            VoucherLine::debit(accounts::COST_OF_SALES, value),
            VoucherLine::credit(accounts::GOODS, value).item(TEA, quantity),
        ]
    };
    assert!(matches!(refused(&mut ledger, "2026-01-09", &out(8, "250.00")), Unposted::Stock { quantity: -1, .. }));
    assert!(matches!(refused(&mut ledger, "2026-01-09", &out(7, "249.99")), Unposted::Stock { quantity: 0, .. }));
    assert!(matches!(refused(&mut ledger, "2026-01-09", &out(6, "250.00")), Unposted::Stock { quantity: 1, .. }));
    assert!(matches!(refused(&mut ledger, "2026-01-09", &out(7, "250.01")), Unposted::Stock { .. }));
    ledger.post(date("2026-01-09"), "全部售出", out(7, "250.00")).unwrap();
}

#[test]
fn sub_ledgers_add_up_to_their_account() {
    let mut ledger = tea();
    let sell = |ledger: &mut Ledger, party, value: &str| {
        let owed = VoucherLine::debit(accounts::RECEIVABLES, money(value)).party(PartyId(party));
        ledger.post(date("2026-01-10"), "赊销", [owed, VoucherLine::credit(accounts::SALES, money(value))]).unwrap();
    };
    sell(&mut ledger, 2, "80.00");
    sell(&mut ledger, 1, "20.00");
    sell(&mut ledger, 2, "5.00");
    let paid = [
        VoucherLine::debit(accounts::BANK, money("30.00")),
        VoucherLine::credit(accounts::RECEIVABLES, money("30.00")).party(PartyId(1)),
    ];
    ledger.post(date("2026-01-11"), "收款", paid).unwrap();
    let pages: Vec<_> = ledger.sub_ledger(accounts::RECEIVABLES).map(|(key, page)| (key, page.balance)).collect();
    let expected = [(SubKey::Party(PartyId(1)), money("-10.00")), (SubKey::Party(PartyId(2)), money("85.00"))];
    assert_eq!(pages, expected);
    let sum = Money::total(pages.iter().map(|(_, balance)| *balance)).unwrap();
    assert_eq!(sum, ledger.balance(accounts::RECEIVABLES));
    let wage = [
        VoucherLine::debit(accounts::OFFICE, money("9.00")),
        VoucherLine::credit(accounts::WAGES_PAYABLE, money("9.00")).employee(EmployeeId(1)),
    ];
    ledger.post(date("2026-01-11"), "工资", wage).unwrap();
    assert_eq!(ledger.page(accounts::WAGES_PAYABLE, SubKey::Employee(EmployeeId(1))).balance, money("-9.00"));
    // A customer who paid too much is owed, not owing: rows 4 and 34.
    let sheet = Statements::of(&ledger, january(), &Maturities::default()).unwrap().balance_sheet;
    assert_eq!((sheet.row(4), sheet.row(34)), (money("85.00"), money("10.00")));
    assert!(ledger.audit());
}

#[test]
fn what_falls_due_beyond_or_within_a_year_changes_rows_not_sums() {
    let mut ledger = Ledger::default();
    post(&mut ledger, "2026-01-04 借1002 90000.00 贷2501 90000.00");
    post(&mut ledger, "2026-01-04 借1123 24000.00 借1501 10000.00 贷1002 34000.00");
    let plain = Statements::of(&ledger, january(), &Maturities::default()).unwrap();
    let due = Maturities {
        prepaid_beyond_a_year: money("12000.00"),
        bonds_within_a_year: money("4000.00"),
        loans_within_a_year: money("30000.00"),
    };
    let parted = Statements::of(&ledger, january(), &due).unwrap();
    parted.check().unwrap();
    for (row, before, after) in [
        (5, "24000.00", "12000.00"),
        (14, "0.00", "4000.00"),
        (16, "10000.00", "6000.00"),
        (28, "0.00", "12000.00"),
        (30, "90000.00", "90000.00"),
        (40, "0.00", "30000.00"),
        (42, "90000.00", "60000.00"),
        (53, "90000.00", "90000.00"),
    ] {
        assert_eq!(plain.balance_sheet.row(row), money(before), "row {row}");
        assert_eq!(parted.balance_sheet.row(row), money(after), "row {row}");
    }
}

#[test]
fn tables_as_csv() {
    let mut ledger = tea();
    ledger.post(date("2026-01-12"), "=1+1,\"引号\"", lines("借560203 1.00 贷1002 1.00")).unwrap();
    let vouchers = export::vouchers_csv(&ledger);
    assert_eq!(vouchers.lines().count(), 7);
    assert!(vouchers.contains("2026-01-08,2026-01 记-1,进货,1405,库存商品,100.00,,存货 1 数量 3\r\n"));
    assert!(vouchers.contains("2026-01-12,2026-01 记-3,\"'=1+1,\"\"引号\"\"\",560203,管理费用—办公费,1.00,,\r\n"));
    let trial = export::trial_balance_csv(&ledger);
    assert!(
        trial.ends_with("1405,库存商品,250.00,\r\n560203,管理费用—办公费,1.00,\r\n,合计,251.00,251.00\r\n"),
        "{trial}"
    );
    let sheet = Statements::of(&ledger, january(), &Maturities::default()).unwrap().balance_sheet;
    let csv = export::statement_csv(&sheet);
    assert_eq!(csv.lines().next(), Some("行次,项目,期末余额,年初余额"));
    assert!(csv.contains("12,库存商品,250.00,0.00\r\n"));
    assert_eq!(csv.lines().count(), 54);
}

#[test]
fn every_account_has_a_path_of_its_own() {
    let mut paths: Vec<String> = CHART.iter().map(|account| export::account_path(account.code)).collect();
    assert!(paths.iter().all(|path| path.split(':').skip(1).all(|part| part.chars().all(char::is_alphanumeric))));
    assert_eq!(export::account_path(accounts::BANK), "Assets:1002银行存款");
    assert_eq!(export::account_path(accounts::PAID_IN_CAPITAL), "Equity:3001实收资本或股本");
    assert_eq!(export::account_path(accounts::VAT_INPUT), "Liabilities:2221应交税费:222101应交增值税:22210101进项税额");
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), CHART.len());
}
