//! Vouchers written in short: `01-05 借1123 60000.00 借22210101 5400.00 贷1002 65400.00#6`, where `#6` names the row of the
//! cash-flow statement.

use startup_metaverse::calendar::Date;
use startup_metaverse::firm::accounts::{AccountCode, CashFlow};
use startup_metaverse::firm::{Ledger, VoucherLine};
use startup_metaverse::money::Money;

pub(crate) fn money(text: &str) -> Money {
    text.parse().unwrap()
}

pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn account(number: u32) -> AccountCode {
    AccountCode::new(number).unwrap()
}

pub(crate) fn line(side_and_account: &str, amount: &str) -> VoucherLine {
    let (amount, row) = amount.split_once('#').map_or((amount, None), |(amount, row)| (amount, Some(row)));
    let mut characters = side_and_account.chars();
    let side = characters.next().unwrap();
    let code = account(characters.as_str().parse().unwrap());
    let line = match side {
        '借' => VoucherLine::debit(code, money(amount)),
        '贷' => VoucherLine::credit(code, money(amount)),
        other => panic!("a line begins with 借 or 贷, not {other}"),
    };
    match row {
        Some(row) => {
            let number: u8 = row.parse().unwrap();
            line.flow(CashFlow::ALL.into_iter().find(|flow| flow.row() == number).unwrap())
        }
        None => line,
    }
}

/// The lines of a voucher.
pub(crate) fn lines(text: &str) -> Vec<VoucherLine> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (sides, amounts) = (words.iter().step_by(2), words.iter().skip(1).step_by(2));
    sides.zip(amounts).map(|(side, amount)| line(side, amount)).collect()
}

/// Posts a voucher: `2026-01-05 借… 贷…`.
#[track_caller]
pub(crate) fn post(ledger: &mut Ledger, text: &str) {
    let (day, rest) = text.trim().split_once(' ').unwrap();
    ledger.post(date(day), "凭证", lines(rest)).unwrap_or_else(|refusal| panic!("{text}: {refusal}"));
}

/// The vouchers 1 to 35 of ACC-V01 (facts §2.5), up to the closing. Where a row of a statement needs it, the sub-account is
/// named; 03 and 08 say their row of the cash-flow statement (rent paid ahead is row 6, freight on purchases row 3).
#[allow(dead_code, reason = "not every test file needs the whole month")]
pub(crate) const ACC_V01: &[&str] = &[
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
