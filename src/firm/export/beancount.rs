//! A beancount file: `bean-check books.beancount`. Accounts are opened on the day of the first voucher, sums must be exact, and
//! the day after the last voucher asserts every balance.

use std::fmt::Write;

use super::super::ledger::Ledger;
use super::names::{CURRENCY, account_path, one_line, used};

/// The books as a beancount file; `title` is the company's name.
pub fn beancount(ledger: &Ledger, title: &str) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write_file(&mut text, ledger, title);
    text
}

fn write_file(text: &mut String, ledger: &Ledger, title: &str) -> std::fmt::Result {
    writeln!(text, "option \"title\" {}", quoted(title))?;
    writeln!(text, "option \"operating_currency\" \"{CURRENCY}\"")?;
    writeln!(text, "option \"tolerance_multiplier\" \"0\"")?;
    let vouchers = ledger.vouchers();
    let (Some(first), Some(last)) = (vouchers.first(), vouchers.last()) else { return Ok(()) };
    let accounts = used(ledger);
    writeln!(text)?;
    for account in &accounts {
        writeln!(text, "{} open {} {CURRENCY}", first.date, account_path(*account))?;
    }
    for voucher in vouchers {
        writeln!(text, "\n{} * {}", voucher.date, quoted(voucher.summary))?;
        writeln!(text, "  voucher: {}", quoted(&voucher.label()))?;
        for line in voucher.lines {
            writeln!(text, "  {}  {} {CURRENCY}", account_path(line.account), line.signed().plain())?;
        }
    }
    // Books that end on the calendar's last day have no day after it to assert balances on.
    if let Ok(after) = last.date.plus_days(1) {
        writeln!(text)?;
        for account in &accounts {
            // Beancount counts sub-accounts in.
            let balance = ledger.total(*account).plain();
            writeln!(text, "{after} balance {} {balance} {CURRENCY}", account_path(*account))?;
        }
    }
    Ok(())
}

fn quoted(text: &str) -> String {
    let escaped = one_line(text).replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}
