//! Tables as CSV (RFC 4180): vouchers, trial balance, statements.

use super::super::accounts::Side;
use super::super::ledger::{Detail, Ledger};
use super::super::statements::Statement;
use super::names::one_line;
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
    let mut text = row(["日期", "凭证号", "摘要", "科目编码", "科目名称", "借方金额", "贷方金额", "辅助核算"]);
    for voucher in ledger.vouchers() {
        let (date, label, summary) = (voucher.date.to_string(), voucher.label(), field(voucher.summary));
        for line in voucher.lines {
            let amount = line.amount.plain();
            let (debit, credit) = match line.side {
                Side::Debit => (amount.as_str(), ""),
                Side::Credit => ("", amount.as_str()),
            };
            let (number, name, detail) = (line.account.to_string(), line.account.name(), detail(line.detail));
            text.push_str(&row([&date, &label, &summary, &number, &name, debit, credit, &detail]));
        }
    }
    text
}

/// One row per account with a balance, and the sums.
pub fn trial_balance_csv(ledger: &Ledger) -> String {
    let mut text = row(["科目编码", "科目名称", "借方余额", "贷方余额"]);
    let (mut debits, mut credits) = (Money::ZERO, Money::ZERO);
    for (account, balance) in ledger.trial_balance() {
        let (mut debit, mut credit) = (String::new(), String::new());
        // The ledger keeps each side of the trial balance within the bounds of an amount.
        if balance.is_negative() {
            let owed = balance.checked_neg().unwrap_or(Money::ZERO);
            credits = credits.checked_add(owed).unwrap_or(Money::MAX);
            credit = owed.plain();
        } else {
            debits = debits.checked_add(balance).unwrap_or(Money::MAX);
            debit = balance.plain();
        }
        text.push_str(&row([&account.to_string(), &account.name(), &debit, &credit]));
    }
    text.push_str(&row(["", "合计", &debits.plain(), &credits.plain()]));
    text
}

/// One row per row of the statement.
pub fn statement_csv(statement: &Statement) -> String {
    let [first, second] = statement.kind.columns();
    let mut text = row(["行次", "项目", first, second]);
    for line in &statement.rows {
        let [first, second] = line.amounts;
        text.push_str(&row([&line.number.to_string(), &field(line.name), &first.plain(), &second.plain()]));
    }
    text
}

fn row<const FIELDS: usize>(fields: [&str; FIELDS]) -> String {
    let mut line = fields.join(",");
    line.push_str("\r\n");
    line
}

/// A text as a field: on one line, quoted where it must be, and never a formula of a spreadsheet.
fn field(text: &str) -> String {
    let line = one_line(text);
    let safe = if line.starts_with(['=', '+', '-', '@']) { format!("'{line}") } else { line };
    if safe.contains([',', '"']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
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
