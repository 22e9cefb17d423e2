//! Account names that hledger, ledger and beancount all take.

use super::super::accounts::{AccountCode, CHART, Class};
use super::super::ledger::Ledger;

/// The currency of all amounts.
pub(super) const CURRENCY: &str = "CNY";

/// The full path of an account: `Assets:1002银行存款`, `Liabilities:2221应交税费:222101应交增值税:22210101进项税额`.
///
/// A component begins with its number, as beancount wants a digit or a capital there, and holds letters and digits only.
/// Accounts of cost (4xxx) are work in progress, so they stand among the assets.
pub fn account_path(code: AccountCode) -> String {
    let root = match code.class() {
        Class::Asset | Class::Cost => "Assets",
        Class::Liability => "Liabilities",
        Class::Equity => "Equity",
        Class::Income => "Income",
        Class::Expense => "Expenses",
    };
    let mut components = Vec::new();
    let mut next = Some(code);
    while let Some(code) = next {
        let name = code.account().map_or("", |account| account.name);
        let letters: String = name.chars().filter(|character| character.is_alphanumeric()).collect();
        components.push(format!("{code}{letters}"));
        next = code.parent();
    }
    components.push(root.to_owned());
    components.reverse();
    components.join(":")
}

/// The accounts that the books use, in the order of the chart.
pub(super) fn used(ledger: &Ledger) -> Vec<AccountCode> {
    let mut seen = vec![false; CHART.len()];
    for line in ledger.vouchers().lines() {
        if let Some(seen) = seen.get_mut(line.account.index()) {
            *seen = true;
        }
    }
    CHART.iter().zip(seen).filter(|(_, seen)| *seen).map(|(account, _)| account.code).collect()
}

/// A text on one line: control characters and line ends become spaces, spaces at the ends go.
pub(super) fn one_line(text: &str) -> String {
    let breaks = |character: char| character.is_control() || matches!(character, '\u{2028}' | '\u{2029}');
    let line: String = text.chars().map(|character| if breaks(character) { ' ' } else { character }).collect();
    line.trim().to_owned()
}
