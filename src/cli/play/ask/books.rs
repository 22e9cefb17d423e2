//! Books: a voucher line by line, a worksheet cell by cell, a budget line by line.

use std::collections::BTreeMap;

use super::{line, words_of};
use crate::cli::paint;
use crate::scenario::activity::{AccountSheet, Answer, BudgetLineSheet, CellSheet, EnteredLine, RowSheet};
use crate::text::{Lang, say as word};

/// More accounts than this are not listed after a search: the search says too little.
const FOUND_MAX: usize = 12;

/// Asks the summary and then lines such as `d 560203 300` and `c yhck 300`, until an empty line.
pub(super) fn voucher(lang: Lang, accounts: &[AccountSheet]) -> Option<Answer> {
    paint::prompt(&word(lang, "play-ask-summary", &[]));
    let summary = line()?;
    paint::line(&paint::faint(&word(lang, "play-ask-lines", &[])));
    let mut lines = Vec::new();
    loop {
        paint::prompt("> ");
        let typed = line()?;
        if typed.is_empty() {
            return Some(Answer::Voucher { summary, lines });
        }
        match entered(lang, &typed, accounts) {
            Some(entry) => {
                let name = accounts.iter().find(|known| known.code == entry.account).map(|known| known.name.as_str());
                let name = name.unwrap_or_default();
                paint::line(&format!("  {} {name} | {} | {}", entry.account, entry.debit, entry.credit));
                lines.push(entry);
            }
            None => paint::line(&paint::tile(&word(lang, "play-not-understood", &[]))),
        }
    }
}

/// A line as typed: the side, an account by number, name or initials, an amount.
fn entered(lang: Lang, typed: &str, accounts: &[AccountSheet]) -> Option<EnteredLine> {
    let mut parts = words_of(typed);
    let (side, wanted, amount) = (parts.next()?, parts.next()?, parts.next()?.to_owned());
    let account = account(lang, wanted, accounts)?.code.clone();
    match side {
        "d" | "借" => Some(EnteredLine { account, debit: amount, credit: String::new() }),
        "c" | "贷" => Some(EnteredLine { account, debit: String::new(), credit: amount }),
        _ => None,
    }
}

/// The account that was meant; where several may be, they are listed.
fn account<'a>(lang: Lang, wanted: &str, accounts: &'a [AccountSheet]) -> Option<&'a AccountSheet> {
    let exact = accounts.iter().find(|known| known.code == wanted || known.name == wanted);
    if exact.is_some() {
        return exact;
    }
    let fits = |known: &&AccountSheet| {
        known.initials.contains(wanted) || known.name.contains(wanted) || known.code.starts_with(wanted)
    };
    let found: Vec<&AccountSheet> = accounts.iter().filter(fits).collect();
    if let [only] = found.as_slice() {
        return Some(only);
    }
    paint::line(&word(lang, "play-accounts-found", &[("count", &found.len().to_string())]));
    for known in found.iter().take(FOUND_MAX) {
        paint::line(&format!("  {} {} {}", known.code, known.name, known.initials));
    }
    None
}

/// Asks every cell that is to be computed.
pub(super) fn worksheet(lang: Lang, columns: &[String], rows: &[RowSheet]) -> Option<Answer> {
    let mut cells = BTreeMap::new();
    for row in rows {
        // The first heading stands over the rows' labels.
        for (column, cell) in columns.iter().skip(1).zip(&row.cells) {
            if let CellSheet::Ask { id, .. } = cell {
                paint::prompt(&word(lang, "play-ask-cell", &[("row", &row.label), ("column", column)]));
                cells.insert(id.clone(), line()?);
            }
        }
    }
    Some(Answer::Worksheet { cells })
}

/// Asks how much each line gets.
pub(super) fn allocate(lang: Lang, lines: &[BudgetLineSheet]) -> Option<Answer> {
    let mut shares = BTreeMap::new();
    for budget in lines {
        paint::prompt(&word(lang, "play-ask-share", &[("line", &budget.label)]));
        let typed = line()?;
        if !typed.is_empty() {
            shares.insert(budget.id.clone(), typed);
        }
    }
    Some(Answer::Allocate { shares })
}
