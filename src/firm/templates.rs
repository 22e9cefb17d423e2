//! The fifty-four entries that a small company meets (facts §2.4), as examples to learn from: each with what happened, what to
//! mind, and balanced lines. Data in `assets/books/vouchers.ron`; the amounts are examples and no law.

use ron::extensions::Extensions;
use serde::Deserialize;
use thiserror::Error;

use super::accounts::{AccountCode, CashFlow};
use super::ledger::VoucherLine;
use crate::money::Money;

const TEXT: &str = include_str!("../../assets/books/vouchers.ron");

/// An event and how it is booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its number in the facts, 1 to 54.
    pub number: u8,
    /// What happened.
    pub event: String,
    /// What to mind, in a sentence.
    pub note: String,
    /// The vouchers, in the order in which they are posted; most events need one.
    pub vouchers: Vec<Vec<VoucherLine>>,
}

/// What is wrong with a text of templates.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TemplateProblem {
    /// The text is not RON of this form.
    #[error("line {line}: {message}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        message: String,
    },
    /// An account that the chart does not have.
    #[error("entry {number}: the chart has no account {account}")]
    Account {
        /// The entry.
        number: u8,
        /// The account's number.
        account: u32,
    },
    /// A row that the cash-flow statement does not have.
    #[error("entry {number}: no cash goes to row {row}")]
    Row {
        /// The entry.
        number: u8,
        /// The row.
        row: u8,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    number: u8,
    event: String,
    note: String,
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    debit: Vec<(u32, Money)>,
    credit: Vec<(u32, Money)>,
    /// The row of the cash-flow statement, where the accounts against cash would not say the right one.
    #[serde(default)]
    flow: Option<u8>,
}

/// The entries of this build.
///
/// # Panics
/// Never in a build whose tests passed: the entries are part of the program and a test reads them.
pub fn templates() -> Vec<Template> {
    match read(TEXT) {
        Ok(templates) => templates,
        Err(problem) => unreachable!("the built-in entries are sound: {problem}"),
    }
}

/// Reads entries from a text.
pub fn read(text: &str) -> Result<Vec<Template>, TemplateProblem> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let written: Vec<Written> = options
        .from_str(text)
        .map_err(|error| TemplateProblem::Syntax { line: error.span.start.line, message: error.code.to_string() })?;
    written.into_iter().map(template).collect()
}

fn template(written: Written) -> Result<Template, TemplateProblem> {
    let Written { number, event, note, entries } = written;
    let vouchers = entries.iter().map(|entry| lines(number, entry)).collect::<Result<_, _>>()?;
    Ok(Template { number, event, note, vouchers })
}

fn lines(number: u8, entry: &Entry) -> Result<Vec<VoucherLine>, TemplateProblem> {
    let flow = match entry.flow {
        Some(row) => {
            let flow = CashFlow::ALL.into_iter().find(|flow| flow.row() == row);
            Some(flow.ok_or(TemplateProblem::Row { number, row })?)
        }
        None => None,
    };
    let line = |make: fn(AccountCode, Money) -> VoucherLine, account: u32, amount: Money| {
        let code = AccountCode::new(account).ok_or(TemplateProblem::Account { number, account })?;
        let line = make(code, amount);
        Ok(if code.is_cash() { VoucherLine { flow, ..line } } else { line })
    };
    let debits = entry.debit.iter().map(|(account, amount)| line(VoucherLine::debit, *account, *amount));
    let credits = entry.credit.iter().map(|(account, amount)| line(VoucherLine::credit, *account, *amount));
    debits.chain(credits).collect()
}
