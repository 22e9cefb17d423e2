//! Figures of the books: balances and turnover, rows of the statements, what assets bear, what goods cost.

use serde::{Deserialize, Serialize};

use super::{Figure, ReckonError, Reckoned, count, rate};
use crate::firm::Period;
use crate::firm::accounts::{self, AccountCode, Side};
use crate::firm::assets::{Asset, AssetKind, Method, Purchase};
use crate::firm::ledger::{AssetId, Movements, VoucherKind, average_cost};
use crate::money::Money;
use crate::scenario::moment::Moment;
use crate::scenario::slip::Of;
use crate::scenario::term::Term;

/// What stands on an account, on the side where its balance usually stands.
pub(super) fn balance(number: u32, moment: &Moment<'_>) -> Result<Money, ReckonError> {
    let code = AccountCode::new(number).ok_or(ReckonError::Account(number))?;
    let debit = moment.firm.ledger().total(code);
    let side = code.account().map_or(Side::Debit, |account| account.side);
    Ok(if side == Side::Debit { debit } else { debit.checked_neg()? })
}

/// What was posted to one side of an account and its sub-accounts this month.
pub(super) fn moved(number: u32, side: Side, moment: &Moment<'_>) -> Result<Money, ReckonError> {
    let code = AccountCode::new(number).ok_or(ReckonError::Account(number))?;
    let today = moment.today();
    let month = moment.firm.ledger().vouchers_dated(today.first_of_month()..=today.last_of_month());
    let moved = Movements::of(month.iter().filter(|voucher| VoucherKind::happened(voucher.kind)))?;
    Ok(moved.turnover(code, side)?)
}

/// Which statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sheet {
    /// 资产负债表.
    BalanceSheet,
    /// 利润表.
    Income,
    /// 现金流量表.
    CashFlow,
}

/// Which column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Column {
    /// 期末余额, of the balance sheet.
    End,
    /// 年初余额, of the balance sheet.
    YearStart,
    /// 本年累计金额, of the other two.
    YearToDate,
    /// 本月金额, of the other two.
    Month,
}

/// Which month a statement is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum StatementMonth {
    /// The last month closed; this month where none was.
    #[default]
    Closed,
    /// This month, as far as its books go.
    Open,
}

/// A row of a statement of the company's own books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Which statement.
    pub sheet: Sheet,
    /// The row's number on the form.
    pub row: u8,
    /// Which column.
    pub column: Column,
    /// Which month; the last closed where left out.
    #[serde(default)]
    pub month: StatementMonth,
}

impl Figure for Statement {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let open = Period::of(moment.today());
        let period = match self.month {
            StatementMonth::Closed => moment.firm.ledger().closed_through().unwrap_or(open),
            StatementMonth::Open => open,
        };
        let made = moment.firm.statements(period).map_err(Box::new)?;
        let sheet = match self.sheet {
            Sheet::BalanceSheet => &made.balance_sheet,
            Sheet::Income => &made.income,
            Sheet::CashFlow => &made.cash_flow,
        };
        let [first, second] = sheet.amounts(self.row);
        Ok(match self.column {
            Column::End | Column::YearToDate => first,
            Column::YearStart | Column::Month => second,
        }
        .into())
    }

    fn terms<'a>(&'a self, _: &mut dyn FnMut(&'a Term)) {}
}

/// Which charge of an asset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DepreciationPart {
    /// What one month bears.
    #[default]
    Month,
    /// What the months up to that one bear together.
    SoFar,
}

/// What an asset put to use today bears of its cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Depreciation {
    /// Which charge; a month's where left out.
    #[serde(default)]
    pub part: DepreciationPart,
    /// What it is; the law sets its least life.
    pub kind: AssetKind,
    /// What it cost.
    pub cost: Term,
    /// What it will be worth at the end: an amount, or a part of the cost as `5%`; nothing where left out.
    #[serde(default)]
    pub residual: Option<Term>,
    /// Over how many months.
    pub months: i32,
    /// How; evenly where left out.
    #[serde(default = "evenly")]
    pub method: Method,
    /// Which of the months that bear a charge, from 1; the first where left out.
    #[serde(default)]
    pub number: Option<Term>,
}

fn evenly() -> Method {
    Method::StraightLine
}

impl Figure for Depreciation {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let cost = self.cost.money(moment)?;
        let residual = match &self.residual {
            None => Money::ZERO,
            Some(term) if term.exact(moment)?.ends_with('%') => cost.at(rate(term, moment)?)?,
            Some(term) => term.money(moment)?,
        };
        let bought = Purchase {
            name: String::new(),
            kind: self.kind,
            cost,
            residual,
            months: self.months,
            method: self.method,
            in_use: moment.today(),
            bears: accounts::OFFICE,
        };
        let asset = Asset::new(AssetId(0), bought, &moment.policy.at(moment.today()))?;
        let number = self.number.as_ref().map_or(Ok(1), |number| count(number, moment))?;
        let later = i32::try_from(number).unwrap_or(i32::MAX).saturating_sub(1);
        let period = asset.first_period()?.plus_months(later)?;
        Ok(match self.part {
            DepreciationPart::Month => asset.charge(period)?,
            DepreciationPart::SoFar => asset.charged_through(period)?,
        }
        .into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        std::iter::once(&self.cost).chain(&self.residual).chain(&self.number).for_each(visit);
    }
}

/// What of goods is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AverageCostPart {
    /// What goes out.
    Issued,
    /// What stays.
    Left,
    /// One unit, half-up to the fen.
    Unit,
}

/// What goods cost by the weighted average of the lots they come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AverageCost {
    /// Which part.
    pub part: AverageCostPart,
    /// Units and cost of each lot, what was there before among them.
    pub lots: Vec<(Term, Term)>,
    /// How many go out.
    pub out: Term,
}

impl Figure for AverageCost {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let (mut units, mut cost) = (0_i64, Money::ZERO);
        for (some, paid) in &self.lots {
            units = units.saturating_add(i64::from(count(some, moment)?));
            cost = cost.checked_add(paid.money(moment)?)?;
        }
        let issued = average_cost(cost, units, i64::from(count(&self.out, moment)?))?;
        Ok(match self.part {
            AverageCostPart::Issued => issued,
            AverageCostPart::Left => cost.checked_sub(issued)?,
            AverageCostPart::Unit => cost.checked_div_int(units)?,
        }
        .into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        self.lots.iter().flat_map(|(units, cost)| [units, cost]).chain([&self.out]).for_each(visit);
    }
}

/// What vouchers written wrongly, and not put right, make of the books: as posted less as they should have been.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Astray {
    /// What is looked at.
    pub of: Of,
    /// The steps at which they were written.
    pub steps: Vec<String>,
}

impl Figure for Astray {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let slips = self.steps.iter().filter_map(|step| moment.slips.get(step));
        let all = slips.map(|slip| slip.astray(self.of)).collect::<Result<Vec<_>, _>>()?;
        Ok(Money::total(all)?.into())
    }

    fn terms<'a>(&'a self, _: &mut dyn FnMut(&'a Term)) {}

    fn steps(&self) -> &[String] {
        &self.steps
    }

    fn account(&self) -> Option<u32> {
        match self.of {
            Of::Account(number) => Some(number),
            Of::Profit | Of::Assets => None,
        }
    }
}
