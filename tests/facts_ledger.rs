//! The whole month of facts §2.5 and what follows it: ACC-V01 to ACC-V04, to the fen on all three statements.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod books;

use books::{account, date, lines, money, post};
use startup_metaverse::firm::accounts::{self, CHART};
use startup_metaverse::firm::assets::{AssetKind, AssetRegister, Method, Purchase};
use startup_metaverse::firm::closing::{Closing, ClosingError, ClosingStep, Surcharges, VatScheme};
use startup_metaverse::firm::statements::{Maturities, Statement, Statements};
use startup_metaverse::firm::{Ledger, Period, Unposted, VoucherKind, VoucherLine};
use startup_metaverse::money::{Money, Rate};
use startup_metaverse::policy::Policy;

/// The vouchers 1 to 35 of ACC-V01 (facts §2.5), up to the closing. Where a row of a statement needs it, the sub-account is
/// named; 03 and 08 say their row of the cash-flow statement (rent paid ahead is row 6, freight on purchases row 3).
const ACC_V01: &[&str] = &[
    "2026-01-04 借1002 1000000.00 贷3001 1000000.00",
    "2026-01-04 借540306 125.00 贷222111 125.00",
    "2026-01-05 借1123 60000.00 借22210101 5400.00 贷1002 65400.00#6",
    "2026-01-05 借122101 10000.00 贷1002 10000.00",
    "2026-01-06 借1601 30000.00 借22210101 3900.00 贷1002 33900.00",
    "2026-01-06 借1002 300000.00 贷2001 300000.00",
    "2026-01-08 借1405 200000.00 借22210101 26000.00 贷1002 113000.00 贷2202 113000.00",
    "2026-01-09 借560105 2000.00 借22210101 180.00 贷1002 2180.00",
    "2026-01-10 借1002 162720.00 贷5001 144000.00 贷22210102 18720.00",
    "2026-01-10 借5401 80000.00 贷1405 80000.00",
    "2026-01-15 借1122 193230.00 贷5001 171000.00 贷22210102 22230.00",
    "2026-01-15 借5401 90000.00 贷1405 90000.00",
    "2026-01-16 借1002 56500.00 贷2203 56500.00",
    "2026-01-18 借1002 53000.00 贷5001 50000.00 贷22210102 3000.00",
    "2026-01-20 借560103 10000.00 借22210101 600.00 贷1002 10600.00",
    "2026-01-20 借560205 3180.00 贷1002 3180.00",
    "2026-01-21 借560210 990.10 借22210101 9.90 贷1002 1000.00",
    "2026-01-22 借1001 5000.00 贷1002 5000.00",
    "2026-01-22 借560203 500.00 贷1001 500.00",
    "2026-01-23 借122102 2000.00 贷1001 2000.00",
    "2026-01-25 借1002 50000.00 贷1122 50000.00",
    "2026-01-26 借2202 60000.00 贷1002 60000.00",
    "2026-01-27 借560204 1760.00 借22210101 90.00 借1001 150.00 贷122102 2000.00",
    "2026-01-28 借1901 565.00 贷1405 500.00 贷22210103 65.00",
    "2026-01-29 借571105 565.00 贷1901 565.00",
    "2026-01-31 借560101 8000.00 借560201 10000.00 借430101 12000.00 贷221101 30000.00",
    "2026-01-31 借560102 1992.00 借560202 2490.00 借430101 2988.00 贷221102 7470.00",
    "2026-01-31 借560102 640.00 借560202 800.00 借430101 960.00 贷221103 2400.00",
    "2026-01-31 借221101 30000.00 贷1002 24224.70 贷224102 3090.00 贷224103 2400.00 贷222110 285.30",
    "2026-01-31 借221102 7470.00 借221103 2400.00 借224102 3090.00 借224103 2400.00 贷1002 15360.00",
    "2026-01-31 借560208 15948.00 贷430101 15948.00",
    "2026-01-31 借560206 10000.00 贷1123 10000.00",
    "2026-01-31 借560301 758.33 贷2231 758.33",
    "2026-01-31 借560303 50.00 贷1002 50.00",
    "2026-01-31 借1002 120.50 贷560302 120.50",
];

fn january() -> Period {
    Period::new(2026, 1).unwrap()
}

/// Each surcharge: its rate of the VAT, half-up, less half of that, half-up (facts §0.2(6)).
fn halved(vat: Money, rate: &str) -> Money {
    let full = vat.at(rate.parse::<Rate>().unwrap()).unwrap();
    full.checked_sub(full.at("50%".parse().unwrap()).unwrap()).unwrap()
}

/// ACC-V01 closed: vouchers 36 to 39 come from closing.
fn acc_v01() -> (Ledger, Statements) {
    let mut ledger = Ledger::default();
    for voucher in ACC_V01 {
        post(&mut ledger, voucher);
    }
    let mut closing = Closing::begin(&mut ledger, january());
    let vat = closing.transfer_vat(VatScheme::General).unwrap();
    assert_eq!(vat, money("7835.10"));
    let due = Surcharges { urban: halved(vat, "7%"), education: halved(vat, "3%"), local_education: halved(vat, "2%") };
    assert_eq!((due.urban, due.education, due.local_education), (money("274.23"), money("117.52"), money("78.35")));
    closing.surcharges(due).unwrap();
    closing.transfer_profit().unwrap();
    let statements = closing.finish(&Maturities::default()).unwrap();
    (ledger, statements)
}

/// Rows of a statement as the facts give them: `1=365,000.00;2=…`. Rows that are not named and not sums of named ones must be
/// nought; `sums` are those that the facts leave out.
#[track_caller]
fn check(statement: &Statement, rows: &str, sums: &[u8]) {
    let named: Vec<(u8, Money)> = rows
        .split(';')
        .map(|row| row.split_once('=').unwrap())
        .map(|(row, amount)| (row.trim().parse().unwrap(), money(amount)))
        .collect();
    for (row, amount) in &named {
        assert_eq!(statement.row(*row), *amount, "{} row {row}", statement.kind.title());
    }
    for row in &statement.rows {
        if !named.iter().any(|(number, _)| *number == row.number) && !sums.contains(&row.number) {
            assert!(row.amounts[0].is_zero(), "{} row {}: {}", statement.kind.title(), row.number, row.amounts[0]);
        }
    }
}

const BALANCE_SHEET: &str = "1=1281095.80;4=143230.00;5=50000.00;8=10000.00;9=29500.00;12=29500.00;15=1513825.80;\
    18=30000.00;19=0;20=30000.00;29=30000.00;30=1543825.80;31=300000.00;33=53000.00;34=56500.00;35=0;36=8715.50;37=758.33;\
    39=0;41=418973.83;47=418973.83;48=1000000.00;51=124851.97;52=1124851.97;53=1543825.80";
const INCOME: &str = "1=365000.00;2=170000.00;3=595.10;6=274.23;9=125.00;10=195.87;11=22632.00;13=10000.00;14=45668.10;\
    16=3180.00;17=15948.00;18=687.83;19=637.83;21=125416.97;22=0;24=565.00;30=124851.97;31=0;32=124851.97";
const CASH_FLOW: &str = "1=322220.00;2=120.50;3=175180.00;4=39584.70;5=0;6=92580.00;7=14995.80;12=33900.00;13=-33900.00;\
    14=300000.00;15=1000000.00;19=1300000.00;20=1281095.80;21=0;22=1281095.80";

#[test]
fn acc_v01_the_three_statements_to_the_fen() {
    let (ledger, statements) = acc_v01();
    assert_eq!(ledger.vouchers().len(), 39);
    check(&statements.balance_sheet, BALANCE_SHEET, &[]);
    check(&statements.income, INCOME, &[]);
    check(&statements.cash_flow, CASH_FLOW, &[]);
    // In the first month of the year both columns are the same.
    for statement in [&statements.income, &statements.cash_flow] {
        assert!(statement.rows.iter().all(|row| row.amounts[0] == row.amounts[1]));
    }
    assert!(statements.balance_sheet.rows.iter().all(|row| row.amounts[1].is_zero()), "nothing was there on 1 January");
    // The rounded figures of vectors.json.
    assert_eq!(statements.balance_sheet.row(30).fen(), 154_382_580);
    assert_eq!(statements.income.row(32).fen(), 12_485_197);
    assert_eq!(statements.cash_flow.row(22).fen(), 128_109_580);
}

#[test]
fn acc_v01_the_closing_vouchers_are_those_of_the_facts() {
    let (ledger, _) = acc_v01();
    let last: Vec<_> = ledger.vouchers().iter().skip(35).collect();
    assert_eq!(last[0].lines, lines("借22210105 7835.10 贷222102 7835.10"));
    assert_eq!(last[0].label(), "2026-01 记-36");
    assert_eq!(
        last[1].lines,
        lines("借540302 274.23 借540307 117.52 借540308 78.35 贷222106 274.23 贷222107 117.52 贷222108 78.35")
    );
    assert_eq!(last[1].amount(), money("470.10"));
    assert_eq!(last[2].lines, lines("借5001 365000.00 贷3103 365000.00"));
    assert_eq!(last[2].kind, VoucherKind::ProfitTransfer);
    assert_eq!(last[3].lines[0], lines("借3103 240148.03")[0]);
    // By main account, as the facts sum it up.
    for (main, amount) in [
        (5401, "170000.00"),
        (5403, "595.10"),
        (5601, "22632.00"),
        (5602, "45668.10"),
        (5603, "687.83"),
        (5711, "565.00"),
    ] {
        let parts = last[3].lines.iter().filter(|line| line.account.is_within(account(main)));
        let sum = Money::total(parts.map(VoucherLine::signed)).unwrap();
        assert_eq!(sum.checked_neg().unwrap(), money(amount), "{main}");
    }
}

#[test]
fn acc_v01_the_balances_at_the_end() {
    let (ledger, _) = acc_v01();
    let debits = "1001=2650.00;1002=1278445.80;1122=143230.00;1123=50000.00;1221=10000.00;1405=29500.00;1601=30000.00";
    let credits = "2001=300000.00;2202=53000.00;2203=56500.00;2221=8715.50;2231=758.33;3001=1000000.00;3103=124851.97";
    let mut named = Vec::new();
    for (sums, sign) in [(debits, 1), (credits, -1)] {
        for (number, amount) in sums.split(';').map(|sum| sum.split_once('=').unwrap()) {
            let main = account(number.parse().unwrap());
            assert_eq!(ledger.total(main), money(amount).checked_mul_int(sign).unwrap(), "{number}");
            named.push(main);
        }
    }
    for main in CHART.iter().filter(|main| main.is_main() && !named.contains(&main.code)) {
        assert!(ledger.total(main.code).is_zero(), "{}", main.name);
    }
    let taxes = [(222_102, "7835.10"), (222_110, "285.30"), (222_111, "125.00"), (222_101, "0.00")];
    for (number, amount) in taxes {
        assert_eq!(ledger.owed(account(number)), money(amount));
    }
    assert!(ledger.audit());
    let again: Ledger = postcard::from_bytes(&postcard::to_allocvec(&ledger).unwrap()).unwrap();
    assert_eq!(again, ledger, "stored and read again");
    // VAT by its columns: 43,950.00 − (36,179.90 − 65.00) = 7,835.10.
    assert_eq!(ledger.balance(accounts::VAT_OUTPUT), money("-43950.00"));
    assert_eq!(ledger.balance(accounts::VAT_INPUT), money("36179.90"));
    assert_eq!(ledger.balance(accounts::VAT_INPUT_OUT), money("-65.00"));
    assert!(ledger.total(accounts::VAT).is_zero());
}

#[test]
fn acc_v01_the_month_is_closed() {
    let (mut ledger, _) = acc_v01();
    let before = ledger.clone();
    let late = ledger.post(date("2026-01-31"), "迟到", lines("借560203 1.00 贷1002 1.00")).unwrap_err();
    assert_eq!(late, Unposted::Closed { period: january() });
    assert_eq!(ledger, before);
    assert_eq!(ledger.post(date("2026-02-01"), "次月", lines("借560203 1.00 贷1002 1.00")).unwrap().number, 1);
}

#[test]
fn acc_v02_depreciation_of_february() {
    let (mut ledger, _) = acc_v01();
    let policy = Policy::qingdao_2026();
    let mut register = AssetRegister::default();
    let computer = Purchase {
        name: "电脑".to_owned(),
        kind: AssetKind::Electronics,
        cost: money("30000.00"),
        residual: money("30000.00").at(policy.at(date("2026-01-06")).rate("asset.residual").unwrap()).unwrap(),
        months: 36,
        method: Method::StraightLine,
        in_use: date("2026-01-06"),
        bears: accounts::ADMIN_DEPRECIATION,
    };
    register.take(computer, &policy.at(date("2026-01-06"))).unwrap();
    assert!(register.charges(&ledger, january()).unwrap().is_empty(), "nothing in the month it is put to use");
    let charges = register.charges(&ledger, january().plus_months(1).unwrap()).unwrap();
    ledger.post(date("2026-02-28"), "计提折旧", charges).unwrap();
    assert_eq!(ledger.balance(accounts::ADMIN_DEPRECIATION), money("791.67"));
    assert_eq!(ledger.balance(accounts::DEPRECIATION), money("-791.67"));
    let february = Statements::of(&ledger, january().plus_months(1).unwrap(), &Maturities::default()).unwrap();
    february.check().unwrap();
    assert_eq!(february.balance_sheet.row(19), money("791.67"));
    assert_eq!(february.balance_sheet.row(20), money("29208.33"));
    assert_eq!(february.income.amounts(14), [money("46459.77"), money("791.67")]);
}

#[test]
fn acc_v03_taxes_paid_in_february() {
    let (mut ledger, _) = acc_v01();
    post(
        &mut ledger,
        "2026-02-24 借222102 7835.10 借222106 274.23 借222107 117.52 借222108 78.35 借222110 285.30 贷1002 8590.50",
    );
    let february = Statements::of(&ledger, january().plus_months(1).unwrap(), &Maturities::default()).unwrap();
    february.check().unwrap();
    assert_eq!(february.cash_flow.amounts(4), [money("39870.00"), money("285.30")]);
    assert_eq!(february.cash_flow.amounts(5), [money("8305.20"), money("8305.20")]);
    assert_eq!(february.cash_flow.amounts(21), [Money::ZERO, money("1281095.80")]);
    assert_eq!(february.cash_flow.row(22), money("1272505.30"));
    assert_eq!(february.balance_sheet.row(36), money("125.00"), "the stamp duty is still owed");
}

#[test]
fn acc_v04_late_fee_on_the_vat() {
    let (mut ledger, _) = acc_v01();
    // 7,835.10 × 0.05 % × 10 days, rounded once.
    let fee = money("7835.10").at("0.5%".parse().unwrap()).unwrap();
    assert_eq!(fee, money("39.18"));
    post(&mut ledger, "2026-03-06 借571103 39.18 贷1002 39.18");
    let march = Statements::of(&ledger, january().plus_months(2).unwrap(), &Maturities::default()).unwrap();
    march.check().unwrap();
    assert_eq!(march.income.amounts(24), [money("604.18"), money("39.18")]);
    assert_eq!(march.income.amounts(29), [money("39.18"), money("39.18")]);
    assert_eq!(march.cash_flow.amounts(6), [money("92619.18"), money("39.18")]);
}

#[test]
fn the_steps_of_a_closing_go_forward_only() {
    let mut ledger = Ledger::default();
    post(&mut ledger, "2026-01-04 借1002 1000.00 贷5001 1000.00");
    let refused = ledger.attempt(|ledger| {
        let mut closing = Closing::begin(ledger, january());
        closing.transfer_profit()?;
        closing.accrue("计提折旧", &lines("借560207 1.00 贷1602 1.00"))
    });
    let out = ClosingError::OutOfOrder { step: ClosingStep::Accruals, done: ClosingStep::ProfitTransfer };
    assert_eq!(refused, Err(out));
    assert_eq!(ledger.vouchers().len(), 1, "all or nothing");
    assert_eq!(ledger.balance(accounts::SALES), money("-1000.00"));
    let tax = Closing::begin(&mut ledger, january()).income_tax(money("50.00"));
    assert_eq!(tax, Err(ClosingError::NotQuarterEnd(january())));
    let unfinished = Closing::begin(&mut ledger, january()).finish(&Maturities::default());
    assert!(matches!(unfinished, Err(ClosingError::Unposted(Unposted::NotEmptied { .. }))));
}
