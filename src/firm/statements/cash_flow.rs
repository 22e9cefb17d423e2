//! 现金流量表 会小企03表, direct method: 22 rows, 本年累计金额 and 本月金额.
//!
//! A voucher's cash goes to the rows that its cash lines say, where they say one. Otherwise each line against cash says it: its
//! own tag, else its account's (see [`Counter`]); VAT goes where the price beside it goes. As a voucher balances, what its
//! other lines say adds up to its cash exactly, so the statement always ties.

use super::super::accounts::{CHART, CashFlow, Counter, Side};
use super::super::ledger::{Ledger, Period, Voucher, VoucherLine};
use super::Sign::{Minus, Plus};
use super::Source::{Own, Rows};
use super::{Form, Statement, StatementKind, assemble, fill};
use crate::calendar::Date;
use crate::money::{Money, MoneyError};

pub(super) const FORM: &[Form] = &[
    (1, "销售产成品、商品、提供劳务收到的现金", Own),
    (2, "收到其他与经营活动有关的现金", Own),
    (3, "购买原材料、商品、接受劳务支付的现金", Own),
    (4, "支付的职工薪酬", Own),
    (5, "支付的税费", Own),
    (6, "支付其他与经营活动有关的现金", Own),
    (7, "经营活动产生的现金流量净额", Rows(&[(1, Plus), (2, Plus), (3, Minus), (4, Minus), (5, Minus), (6, Minus)])),
    (8, "收回短期投资、长期债券投资和长期股权投资收到的现金", Own),
    (9, "取得投资收益收到的现金", Own),
    (10, "处置固定资产、无形资产和其他非流动资产收回的现金净额", Own),
    (11, "短期投资、长期债券投资和长期股权投资支付的现金", Own),
    (12, "购建固定资产、无形资产和其他非流动资产支付的现金", Own),
    (13, "投资活动产生的现金流量净额", Rows(&[(8, Plus), (9, Plus), (10, Plus), (11, Minus), (12, Minus)])),
    (14, "取得借款收到的现金", Own),
    (15, "吸收投资者投资收到的现金", Own),
    (16, "偿还借款本金支付的现金", Own),
    (17, "偿还借款利息支付的现金", Own),
    (18, "分配利润支付的现金", Own),
    (19, "筹资活动产生的现金流量净额", Rows(&[(14, Plus), (15, Plus), (16, Minus), (17, Minus), (18, Minus)])),
    (20, "四、现金净增加额", Rows(&[(7, Plus), (13, Plus), (19, Plus)])),
    (21, "加：期初现金余额", Own),
    (22, "五、期末现金余额", Rows(&[(20, Plus), (21, Plus)])),
];

pub(super) fn make(ledger: &Ledger, period: Period) -> Result<Statement, MoneyError> {
    let year = column(ledger, period.first_day_of_year(), period.last_day())?;
    let month = column(ledger, period.first_day(), period.last_day())?;
    Ok(assemble(StatementKind::CashFlow, period, FORM, [year, month]))
}

fn column(ledger: &Ledger, from: Date, to: Date) -> Result<Vec<Money>, MoneyError> {
    let mut flows = Flows::default();
    for voucher in ledger.vouchers_dated(from..=to).iter() {
        flows.count(&voucher)?;
    }
    let before = match from.plus_days(-1) {
        Ok(day) => cash(ledger, day)?,
        Err(_) => Money::ZERO,
    };
    fill(FORM, |_| Ok(Money::ZERO), |row| if row == 21 { Ok(before) } else { Ok(flows.row(row)) })
}

/// Cash at the end of a day: that of now less what moved since.
fn cash(ledger: &Ledger, day: Date) -> Result<Money, MoneyError> {
    let now = CHART.iter().zip(ledger.balances()).filter(|(account, _)| account.code.is_cash());
    let now = Money::total(now.map(|(_, balance)| *balance))?;
    let since = ledger.vouchers_dated(Date::MIN..=day).lines().len();
    let later = ledger.vouchers().lines().get(since..).unwrap_or(&[]);
    let moved = Money::total(later.iter().filter(|line| line.account.is_cash()).map(VoucherLine::signed))?;
    now.checked_sub(moved)
}

/// What has been counted per row, as the form shows it: receipts and payments both above nought.
#[derive(Default)]
struct Flows {
    rows: [Money; 19],
}

impl Flows {
    fn row(&self, number: u8) -> Money {
        self.rows.get(usize::from(number)).copied().unwrap_or(Money::ZERO)
    }

    /// Counts cash that came in (above nought) or went out (below) by a row.
    fn add(&mut self, flow: CashFlow, came_in: Money) -> Result<(), MoneyError> {
        if let Some(sum) = self.rows.get_mut(usize::from(flow.row())) {
            *sum = if flow.is_receipt() { sum.checked_add(came_in)? } else { sum.checked_sub(came_in)? };
        }
        Ok(())
    }

    fn count(&mut self, voucher: &Voucher<'_>) -> Result<(), MoneyError> {
        let mut cash = voucher.lines.iter().filter(|line| line.account.is_cash()).peekable();
        match cash.peek() {
            None => Ok(()),
            Some(first) if first.flow.is_some() => cash.try_for_each(|line| match line.flow {
                Some(flow) => self.add(flow, line.signed()),
                None => Ok(()),
            }),
            Some(_) => {
                let side = cash_side(voucher.lines);
                let price = price_row(voucher.lines, side);
                let against = voucher.lines.iter().filter(|line| !line.account.is_cash());
                against.into_iter().try_for_each(|line| {
                    let flow = said(line, side).or(price).unwrap_or(CashFlow::Taxes);
                    self.add(flow, line.signed().checked_neg()?)
                })
            }
        }
    }
}

/// The side that most of a voucher's cash stands on: debit where cash came in.
fn cash_side(lines: &[VoucherLine]) -> Side {
    // Magnitudes, so that a reversal counts as what it takes back did.
    let size = |side: Side| {
        let cash = lines.iter().filter(|line| line.account.is_cash() && line.side == side);
        cash.fold(0_u64, |sum, line| sum.saturating_add(line.amount.fen().unsigned_abs()))
    };
    if size(Side::Debit) >= size(Side::Credit) { Side::Debit } else { Side::Credit }
}

/// The row that a line against cash says. None for VAT, which goes with its price; and none for a line on cash's own side whose
/// account tells receipts from payments: it stood in for cash (a founder paid a part of it), so it goes with the price, too.
fn said(line: &VoucherLine, cash: Side) -> Option<CashFlow> {
    line.flow.or_else(|| match line.account.account()?.counter {
        Counter::Cash | Counter::Vat => None,
        Counter::Rows(received, paid) if received != paid && line.side == cash => None,
        // A line below nought takes back what the same side said.
        Counter::Rows(received, paid) => Some(if line.side == Side::Credit { received } else { paid }),
    })
}

/// The row of the largest line against cash that says one: the price that others go with.
fn price_row(lines: &[VoucherLine], cash: Side) -> Option<CashFlow> {
    let against = lines.iter().filter(|line| !line.account.is_cash());
    let prices = against.filter_map(|line| said(line, cash).map(|flow| (line.amount.fen().unsigned_abs(), flow)));
    prices.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, flow)| flow)
}
