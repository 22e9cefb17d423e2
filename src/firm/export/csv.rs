//! Tables of the books: vouchers, trial balance, statements; and each as CSV (RFC 4180).

use super::super::accounts::Side;
use super::super::ledger::{Detail, Ledger};
use super::super::statements::Statement;
use super::table::{Cell, Table};
use crate::money::Money;

/// Put before a CSV text, this makes Excel read it as UTF-8.
pub const BOM: &str = "\u{feff}";

/// One row per line of a voucher.
///
/// ```
/// # use startup_metaverse::{calendar::Date, firm::{Ledger, VoucherLine, accounts, export}, money::Money};
/// let (mut ledger, yuan) = (Ledger::default(), Money::from_fen(100));
/// let lines = [VoucherLine::debit(accounts::OFFICE, yuan), VoucherLine::credit(accounts::BANK, yuan)];
/// ledger.post(Date::new(2026, 1, 4)?, "买纸,买笔", lines)?;
/// let csv = export::vouchers_csv(&ledger);
/// assert_eq!(csv.lines().nth(1), Some("2026-01-04,2026-01 记-1,\"买纸,买笔\",560203,管理费用—办公费,1.00,,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn vouchers_csv(ledger: &Ledger) -> String {
    vouchers(ledger).csv()
}

/// One row per account with a balance, and the sums.
pub fn trial_balance_csv(ledger: &Ledger) -> String {
    trial_balance(ledger).csv()
}

/// One row per row of the statement.
pub fn statement_csv(statement: &Statement) -> String {
    self::statement(statement).csv()
}

/// The ledger: one row per line of a voucher.
pub fn vouchers(ledger: &Ledger) -> Table {
    let head = ["日期", "凭证号", "摘要", "科目编码", "科目名称", "借方金额", "贷方金额", "辅助核算"];
    let mut table = Table::new("凭证", &head);
    for voucher in ledger.vouchers() {
        let (date, label, summary) = (voucher.date.to_string(), voucher.label(), voucher.summary);
        for line in voucher.lines {
            let (debit, credit) = match line.side {
                Side::Debit => (Cell::Money(line.amount), Cell::Empty),
                Side::Credit => (Cell::Empty, Cell::Money(line.amount)),
            };
            let texts = [&date, &label, summary, &line.account.to_string(), &line.account.name()].map(Cell::text);
            let amounts = [debit, credit, Cell::Text(detail(line.detail))];
            table.rows.push(texts.into_iter().chain(amounts).collect());
        }
    }
    table
}

/// The trial balance: one row per account with a balance, and the sums.
pub fn trial_balance(ledger: &Ledger) -> Table {
    let mut table = Table::new("科目余额表", &["科目编码", "科目名称", "借方余额", "贷方余额"]);
    let (mut debits, mut credits) = (Money::ZERO, Money::ZERO);
    for (account, balance) in ledger.trial_balance() {
        let (mut debit, mut credit) = (Cell::Empty, Cell::Empty);
        // The ledger keeps each side of the trial balance within the bounds of an amount.
        if balance.is_negative() {
            let owed = balance.checked_neg().unwrap_or(Money::ZERO);
            credits = credits.checked_add(owed).unwrap_or(Money::MAX);
            credit = Cell::Money(owed);
        } else {
            debits = debits.checked_add(balance).unwrap_or(Money::MAX);
            debit = Cell::Money(balance);
        }
        table.rows.push(vec![Cell::text(account.to_string()), Cell::text(account.name()), debit, credit]);
    }
    table.rows.push(vec![Cell::Empty, Cell::text("合计"), Cell::Money(debits), Cell::Money(credits)]);
    table
}

/// A statement: one row per row of its form.
pub fn statement(statement: &Statement) -> Table {
    let [first, second] = statement.kind.columns();
    let mut table = Table::new(statement.kind.title(), &["行次", "项目", first, second]);
    for line in &statement.rows {
        let [first, second] = line.amounts.map(Cell::Money);
        table.rows.push(vec![Cell::Number(i64::from(line.number)), Cell::text(line.name), first, second]);
    }
    table
}

fn detail(detail: Detail) -> String {
    match detail {
        Detail::None => String::new(),
        Detail::Party(party) => format!("往来 {}", party.0),
        Detail::Employee(employee) => format!("职工 {}", employee.0),
        Detail::Item(item, quantity) => format!("存货 {} 数量 {quantity}", item.0),
        Detail::Asset(asset) => format!("资产 {}", asset.0),
    }
}
