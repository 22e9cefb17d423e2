//! Vouchers written in short: `01-05 借1123 60000.00 借22210101 5400.00 贷1002 65400.00#6`, where `#6` names the row of the
//! cash-flow statement.

#[path = "../reading/mod.rs"]
mod reading;

pub(crate) use reading::{date, money};
use startup_metaverse::firm::accounts::{AccountCode, CashFlow};
use startup_metaverse::firm::{Ledger, VoucherLine};

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
