//! The three statements of the Accounting Standard for Small Enterprises, with their statutory row numbers (facts §2.2),
//! worked out from the books alone, and the checks between them. They read the ledger and never write to it.

mod balance_sheet;
mod cash_flow;
mod check;
mod income;

use serde::{Deserialize, Serialize};

pub use balance_sheet::Maturities;
pub use check::Untied;

use super::ledger::{Ledger, Period};
use crate::money::{Money, MoneyError};

/// Which of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StatementKind {
    /// 资产负债表 会小企01表: 期末余额, 年初余额.
    BalanceSheet,
    /// 利润表 会小企02表: 本年累计金额, 本月金额.
    Income,
    /// 现金流量表 会小企03表: 本年累计金额, 本月金额.
    CashFlow,
}

impl StatementKind {
    /// Its title.
    pub const fn title(self) -> &'static str {
        match self {
            StatementKind::BalanceSheet => "资产负债表",
            StatementKind::Income => "利润表",
            StatementKind::CashFlow => "现金流量表",
        }
    }

    /// The number of the form.
    pub const fn form(self) -> &'static str {
        match self {
            StatementKind::BalanceSheet => "会小企01表",
            StatementKind::Income => "会小企02表",
            StatementKind::CashFlow => "会小企03表",
        }
    }

    /// What its two columns are called.
    pub const fn columns(self) -> [&'static str; 2] {
        match self {
            StatementKind::BalanceSheet => ["期末余额", "年初余额"],
            StatementKind::Income | StatementKind::CashFlow => ["本年累计金额", "本月金额"],
        }
    }
}

/// A row of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StatementRow {
    /// The statutory row number.
    pub number: u8,
    /// Its name on the form.
    pub name: &'static str,
    /// The amounts of the two columns.
    pub amounts: [Money; 2],
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// Which of the three.
    pub kind: StatementKind,
    /// The month it is made for.
    pub period: Period,
    /// Its rows, every number once, in order.
    pub rows: Vec<StatementRow>,
}

impl Statement {
    /// The first column of a row: 期末余额 or 本年累计金额. Nought where the form has no such row.
    pub fn row(&self, number: u8) -> Money {
        self.amounts(number)[0]
    }

    /// Both columns of a row.
    pub fn amounts(&self, number: u8) -> [Money; 2] {
        self.rows.iter().find(|row| row.number == number).map_or([Money::ZERO; 2], |row| row.amounts)
    }
}

/// The three statements of a month.
///
/// ```
/// # use startup_metaverse::firm::{Ledger, Period, statements::{Maturities, Statements}};
/// let statements = Statements::of(&Ledger::default(), Period::new(2026, 1)?, &Maturities::default())?;
/// assert_eq!(statements.balance_sheet.rows.len(), 53);
/// assert_eq!(statements.income.rows.len(), 32);
/// assert_eq!(statements.cash_flow.rows.len(), 22);
/// statements.check()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Statements {
    /// 资产负债表.
    pub balance_sheet: Statement,
    /// 利润表.
    pub income: Statement,
    /// 现金流量表.
    pub cash_flow: Statement,
    /// What the checks are held against.
    control: check::Control,
}

impl Statements {
    /// Makes the statements of a month, closed or not. `maturities` says what falls due on which side of a year.
    pub fn of(ledger: &Ledger, period: Period, maturities: &Maturities) -> Result<Statements, MoneyError> {
        Ok(Statements {
            balance_sheet: balance_sheet::make(ledger, period, maturities)?,
            income: income::make(ledger, period)?,
            cash_flow: cash_flow::make(ledger, period)?,
            control: check::Control::of(ledger, period)?,
        })
    }

    /// Holds the statements against each other and against the books (facts §2.4 ⑧).
    pub fn check(&self) -> Result<(), Untied> {
        check::check(self)
    }
}

/// Where a row's amount comes from.
enum Source {
    /// Debit balances of these accounts with their sub-accounts.
    Debits(&'static [u32]),
    /// Credit balances of these accounts with their sub-accounts.
    Credits(&'static [u32]),
    /// Rows above it on the same form, added or taken off.
    Rows(&'static [(u8, Sign)]),
    /// Worked out by the form itself.
    Own,
}

/// Whether a row is added or taken off.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Plus,
    Minus,
}

/// A row as the form has it.
type Form = (u8, &'static str, Source);

/// Adds up rows of a column by their signs. `values` holds row `n` at place `n`.
fn sum_rows(values: &[Money], terms: &[(u8, Sign)]) -> Result<Money, MoneyError> {
    terms.iter().try_fold(Money::ZERO, |sum, (number, sign)| {
        let value = values.get(usize::from(*number)).copied().unwrap_or(Money::ZERO);
        match sign {
            Sign::Plus => sum.checked_add(value),
            Sign::Minus => sum.checked_sub(value),
        }
    })
}

/// Fills a column of a form: accounts by `debit_balance`, what the form works out itself by `own`, sums in the order of the
/// form (each sum only uses rows above it). The value of row `n` stands at place `n`.
fn fill(
    form: &[Form],
    debit_balance: impl Fn(u32) -> Result<Money, MoneyError>,
    own: impl Fn(u8) -> Result<Money, MoneyError>,
) -> Result<Vec<Money>, MoneyError> {
    let mut values = vec![Money::ZERO; form.len().saturating_add(1)];
    let total = |accounts: &[u32]| {
        accounts.iter().try_fold(Money::ZERO, |sum, account| sum.checked_add(debit_balance(*account)?))
    };
    for (number, _, source) in form {
        let value = match source {
            Source::Debits(accounts) => total(accounts)?,
            Source::Credits(accounts) => total(accounts)?.checked_neg()?,
            Source::Rows(terms) => sum_rows(&values, terms)?,
            Source::Own => own(*number)?,
        };
        if let Some(place) = values.get_mut(usize::from(*number)) {
            *place = value;
        }
    }
    Ok(values)
}

/// Puts two filled columns together.
fn assemble(kind: StatementKind, period: Period, form: &[Form], columns: [Vec<Money>; 2]) -> Statement {
    let value = |column: &[Money], number: u8| column.get(usize::from(number)).copied().unwrap_or(Money::ZERO);
    let [first, second] = columns;
    let rows = form
        .iter()
        .map(|(number, name, _)| StatementRow {
            number: *number,
            name,
            amounts: [value(&first, *number), value(&second, *number)],
        })
        .collect();
    Statement { kind, period, rows }
}
