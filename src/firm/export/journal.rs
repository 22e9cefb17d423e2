//! A journal for hledger and ledger: `hledger -f books.journal check --strict`, `ledger -f books.journal --pedantic balance`.
//! Accounts and the commodity are declared, and the last entry asserts every balance.

use std::fmt::Write;

use super::super::accounts::AccountCode;
use super::super::ledger::Ledger;
use super::names::{CURRENCY, account_path, one_line, used};
use crate::money::Money;

/// The books as a journal; `title` is the company's name. hledger wants a UTF-8 locale (`LC_ALL=C.UTF-8`) to read it.
pub fn journal(ledger: &Ledger, title: &str) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write_journal(&mut text, ledger, title);
    text
}

fn write_journal(text: &mut String, ledger: &Ledger, title: &str) -> std::fmt::Result {
    writeln!(text, "; {}", one_line(title))?;
    writeln!(text, "\ncommodity {CURRENCY}\n    format 1000.00 {CURRENCY}\n")?;
    let accounts = used(ledger);
    for account in &accounts {
        writeln!(text, "account {}", account_path(*account))?;
    }
    for voucher in ledger.vouchers() {
        let code = voucher.label();
        writeln!(text, "\n{} * ({code}) {}", voucher.date, description(voucher.summary))?;
        for line in voucher.lines {
            writeln!(text, "    {}    {} {CURRENCY}", account_path(line.account), line.signed().plain())?;
        }
    }
    assert_balances(text, ledger, &accounts)
}

fn assert_balances(text: &mut String, ledger: &Ledger, accounts: &[AccountCode]) -> std::fmt::Result {
    let Some(last) = ledger.vouchers().last() else { return Ok(()) };
    writeln!(text, "\n{} * 余额核对", last.date)?;
    for account in accounts {
        let (nothing, balance) = (Money::ZERO.plain(), ledger.balance(*account).plain());
        writeln!(text, "    {}    {nothing} {CURRENCY} = {balance} {CURRENCY}", account_path(*account))?;
    }
    Ok(())
}

/// A summary that neither program takes for a comment, a code, a status or a payee's note.
fn description(summary: &str) -> String {
    let plain = one_line(summary).replace([';', '|'], ",");
    let plain = plain.trim_start_matches(['*', '!', '(', '=', ' ']);
    if plain.is_empty() { "无摘要".to_owned() } else { plain.to_owned() }
}
