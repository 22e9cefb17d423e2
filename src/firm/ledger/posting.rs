//! Posting, taking back, closing. Each either happens whole or leaves the books as they were.

use super::super::accounts::{APPROPRIATION, AccountCode, CHART, RETAINED, Side, YEAR_PROFIT};
use super::period::Period;
use super::unposted::Unposted;
use super::voucher::{Detail, Head, Voucher, VoucherId, VoucherKind, VoucherLine, wide};
use super::{Closed, Ledger, Sides};
use crate::calendar::Date;
use crate::money::{Money, MoneyError};

impl Ledger {
    /// Posts a voucher and returns it.
    ///
    /// # Panics
    /// If the trial balance were not zero afterwards, which the checks before posting rule out.
    #[inline]
    pub fn post(
        &mut self,
        date: Date,
        summary: &str,
        lines: impl AsRef<[VoucherLine]>,
    ) -> Result<Voucher<'_>, Unposted> {
        let place = self.post_as(VoucherKind::Ordinary, date, summary, lines.as_ref())?;
        Ok(self.vouchers().at(place))
    }

    /// Posts a voucher that closing writes.
    pub(in crate::firm) fn post_closing(
        &mut self,
        kind: VoucherKind,
        date: Date,
        summary: &str,
        lines: &[VoucherLine],
    ) -> Result<Voucher<'_>, Unposted> {
        let place = self.post_as(kind, date, summary, lines)?;
        Ok(self.vouchers().at(place))
    }

    /// Takes a voucher back (红字冲销): the same lines with amounts below nought, dated `date`, which may lie in a later month.
    /// A voucher is taken back once; what is right is posted by another voucher.
    pub fn reverse(&mut self, date: Date, voucher: VoucherId, reason: &str) -> Result<Voucher<'_>, Unposted> {
        let wrong = self.voucher(voucher).ok_or(Unposted::NoSuchVoucher)?;
        if wrong.reversed_by.is_some() {
            return Err(Unposted::AlreadyReversed { label: wrong.label() });
        }
        if wrong.kind != VoucherKind::Ordinary {
            return Err(Unposted::NotReversible { label: wrong.label() });
        }
        let red = |line: &VoucherLine| Ok(VoucherLine { amount: line.amount.checked_neg()?, ..*line });
        let lines = wrong.lines.iter().map(red).collect::<Result<Vec<_>, Unposted>>()?;
        let summary = format!("冲销 {}:{reason}", wrong.label());
        let place = self.post_as(VoucherKind::Reversal(voucher), date, &summary, &lines)?;
        let by = self.vouchers().at(place).id;
        if let Some(head) = self.heads.get_mut(wide(voucher.0)) {
            head.reversed_by = Some(by);
        }
        Ok(self.vouchers().at(place))
    }

    /// Posts a voucher and says its place.
    fn post_as(
        &mut self,
        kind: VoucherKind,
        date: Date,
        summary: &str,
        lines: &[VoucherLine],
    ) -> Result<usize, Unposted> {
        let named = check_lines(kind, lines)?;
        let number = self.number_on(date)?;
        let place = self.heads.len();
        let full = |_| Unposted::Full;
        u32::try_from(place).map_err(full)?;
        let lines_end = u32::try_from(self.lines.len().saturating_add(lines.len())).map_err(full)?;
        let summary_end = u32::try_from(self.summaries.len().saturating_add(summary.len())).map_err(full)?;
        self.apply(lines, named)?;
        self.lines.extend_from_slice(lines);
        self.summaries.push_str(summary);
        self.heads.push(Head { date, number, lines_end, summary_end, kind, reversed_by: None });
        Ok(place)
    }

    /// The number of a voucher posted on a day, if one may be.
    fn number_on(&self, date: Date) -> Result<u32, Unposted> {
        let period = Period::of(date);
        if let Some(closed) = &self.closed
            && period <= closed.period
        {
            return Err(Unposted::Closed { period });
        }
        match self.heads.last() {
            Some(last) if date < last.date => Err(Unposted::DatedBack { date, last: last.date }),
            Some(last) if Period::of(last.date) == period => Ok(last.number.saturating_add(1)),
            _ => Ok(1),
        }
    }

    /// Adds lines to the balances, all or none. `named` says whether one of them names something beside its amount.
    ///
    /// # Panics
    /// If the two sides of the trial balance differed afterwards.
    fn apply(&mut self, lines: &[VoucherLine], named: bool) -> Result<(), Unposted> {
        for (count, line) in lines.iter().enumerate() {
            if let Err(refusal) = self.add(line, false) {
                self.take_off(lines.get(..count).unwrap_or(&[]));
                return Err(refusal.into());
            }
        }
        assert!(self.sides.debits == self.sides.credits, "the trial balance is zero after each posting");
        let sound = if self.sides.debits > Money::LIMIT_FEN {
            Err(MoneyError::OutOfRange.into())
        } else if named {
            self.check_stock(lines)
        } else {
            Ok(())
        };
        if sound.is_err() {
            self.take_off(lines);
        }
        sound
    }

    /// Adds one line or takes it back.
    #[inline]
    pub(super) fn add(&mut self, line: &VoucherLine, back: bool) -> Result<(), MoneyError> {
        let amount = if back { line.signed().checked_neg()? } else { line.signed() };
        let Some(balance) = self.balances.get_mut(line.account.index()) else {
            unreachable!("there is a balance for every account of the chart");
        };
        let (old, new) = (*balance, balance.checked_add(amount)?);
        if line.detail != Detail::None {
            self.subs.apply(line, back)?;
        }
        *balance = new;
        self.sides.turn(old, new);
        Ok(())
    }

    fn take_off(&mut self, lines: &[VoucherLine]) {
        for line in lines.iter().rev() {
            let taken = self.add(line, true);
            assert!(taken.is_ok(), "what was added a moment ago can be taken back");
        }
    }

    fn check_stock(&self, lines: &[VoucherLine]) -> Result<(), Unposted> {
        for line in lines {
            let Detail::Item(item, _) = line.detail else { continue };
            let stock = self.stock(line.account, item);
            if !stock.is_possible_stock() {
                let (account, quantity, balance) = (line.account, stock.quantity, stock.balance);
                return Err(Unposted::Stock { account, item, quantity, balance });
            }
        }
        Ok(())
    }

    /// Does all of `work` or, where it fails, leaves the books as they were. Costs nothing where it goes well, and else as
    /// much as what is taken back.
    pub fn attempt<T, E>(&mut self, work: impl FnOnce(&mut Ledger) -> Result<T, E>) -> Result<T, E> {
        let mark = self.mark();
        let done = work(self);
        if done.is_err() {
            self.roll_back(mark);
        }
        done
    }

    /// Where the books stand, for [`Ledger::roll_back`].
    pub(in crate::firm) fn mark(&self) -> Mark {
        Mark {
            heads: self.heads.len(),
            lines: self.lines.len(),
            summaries: self.summaries.len(),
            closed: self.closed.as_ref().map(|closed| (closed.period, closed.lines)),
        }
    }

    /// Takes back everything since a mark, the last first.
    pub(in crate::firm) fn roll_back(&mut self, mark: Mark) {
        for head in self.heads.split_off(mark.heads.min(self.heads.len())) {
            if let VoucherKind::Reversal(of) = head.kind
                && let Some(wrong) = self.heads.get_mut(wide(of.0))
            {
                wrong.reversed_by = None;
            }
        }
        let undone = self.lines.split_off(mark.lines.min(self.lines.len()));
        self.take_off(&undone);
        self.summaries.truncate(mark.summaries);
        if self.closed.as_ref().map(|closed| (closed.period, closed.lines)) != mark.closed {
            self.closed =
                mark.closed.map(|(period, lines)| Closed { period, lines, balances: self.balances_at(lines) });
        }
    }

    /// The balances after so many lines, from those of now backwards.
    fn balances_at(&self, lines: u32) -> Vec<Money> {
        let mut balances = self.balances.clone();
        for line in self.lines.get(wide(lines)..).unwrap_or(&[]).iter().rev() {
            if let Some(balance) = balances.get_mut(line.account.index()) {
                // It was this balance before the line was added.
                *balance = balance.checked_sub(line.signed()).unwrap_or(*balance);
            }
        }
        balances
    }

    /// Closes a month: from then on nothing posts to it. Months are closed one after the other, from that of the first
    /// voucher on; profit and loss must have been moved to 本年利润, and in December 本年利润 to 未分配利润.
    ///
    /// # Panics
    /// If the running balances were not those of the lines, which posting keeps the same.
    pub fn close(&mut self, period: Period) -> Result<(), Unposted> {
        let next = match self.closed_through() {
            Some(closed) => closed.plus_months(1).ok(),
            None => self.heads.first().map(|head| Period::of(head.date)),
        };
        if let Some(next) = next.filter(|next| *next != period) {
            return Err(Unposted::OutOfTurn { period, next });
        }
        if let Some(last) = self.heads.last().map(|head| head.date).filter(|last| Period::of(*last) > period) {
            return Err(Unposted::DatedBack { date: period.last_day(), last });
        }
        self.check_emptied(period)?;
        self.check_against_lines();
        if period.ends_year() {
            assert!(self.audit(), "the running sub-ledgers are those of the lines");
        }
        let lines = u32::try_from(self.lines.len()).map_err(|_| Unposted::Full)?;
        self.closed = Some(Closed { period, lines, balances: self.balances.clone() });
        Ok(())
    }

    fn check_emptied(&self, period: Period) -> Result<(), Unposted> {
        let settled = |code: AccountCode| code == YEAR_PROFIT || (code.is_within(APPROPRIATION) && code != RETAINED);
        let must_be_empty = |code: AccountCode| code.is_profit_and_loss() || (period.ends_year() && settled(code));
        for account in CHART.iter().filter(|account| must_be_empty(account.code)) {
            let balance = self.balance(account.code);
            if !balance.is_zero() {
                return Err(Unposted::NotEmptied { period, account: account.code, balance });
            }
        }
        Ok(())
    }

    /// Holds the running balances against the lines since the last closing.
    fn check_against_lines(&self) {
        let (from, mut balances) = match &self.closed {
            Some(closed) => (wide(closed.lines), closed.balances.clone()),
            None => (0, vec![Money::ZERO; self.balances.len()]),
        };
        for line in self.lines.get(from..).unwrap_or(&[]) {
            if let Some(balance) = balances.get_mut(line.account.index()) {
                *balance = balance.checked_add(line.signed()).unwrap_or(Money::MAX);
            }
        }
        assert!(balances == self.balances, "the running balances are those of the lines");
        assert!(Money::total(balances) == Ok(Money::ZERO), "the trial balance is zero at each closing");
    }
}

/// How far the books had come.
#[derive(Clone, Copy, Debug)]
pub(in crate::firm) struct Mark {
    heads: usize,
    lines: usize,
    summaries: usize,
    closed: Option<(Period, u32)>,
}

impl Sides {
    /// Counts a balance that went from `old` to `new`. Balances lie within ±[`Money::LIMIT_FEN`] and there are a few hundred, so
    /// the sums stay far within `i64`.
    fn turn(&mut self, old: Money, new: Money) {
        let (was, is) = (old.fen(), new.fen());
        self.debits = self.debits.wrapping_add(is.max(0)).wrapping_sub(was.max(0));
        self.credits = self.credits.wrapping_sub(is.min(0)).wrapping_add(was.min(0));
    }
}

/// What a voucher's lines must be, whatever the books say. Tells whether one of them names something beside its amount.
fn check_lines(kind: VoucherKind, lines: &[VoucherLine]) -> Result<bool, Unposted> {
    if lines.len() < 2 {
        return Err(Unposted::TooFewLines);
    }
    let red = matches!(kind, VoucherKind::Reversal(_));
    let (mut debits, mut credits) = (Money::ZERO, Money::ZERO);
    let (mut named, mut tagged) = (false, false);
    for line in lines {
        if line.amount.is_zero() || line.amount.is_negative() != red {
            return Err(Unposted::Amount(line.amount));
        }
        match line.side {
            Side::Debit => debits = debits.checked_add(line.amount)?,
            Side::Credit => credits = credits.checked_add(line.amount)?,
        }
        named |= line.detail != Detail::None;
        tagged |= line.flow.is_some();
    }
    if debits != credits {
        return Err(Unposted::Unbalanced { debits, credits });
    }
    if named {
        check_details(lines)?;
    }
    if tagged {
        check_tags(lines)?;
    }
    Ok(named)
}

/// A line names only what its account keeps a sub-ledger of.
fn check_details(lines: &[VoucherLine]) -> Result<(), Unposted> {
    let fits = |line: &&VoucherLine| {
        line.detail == Detail::None || line.account.account().is_some_and(|to| to.detail == line.detail.kind())
    };
    match lines.iter().find(|line| !fits(line)) {
        Some(line) => Err(Unposted::Detail { account: line.account }),
        None => Ok(()),
    }
}

/// All cash of a voucher says its row of the cash-flow statement, or none does.
fn check_tags(lines: &[VoucherLine]) -> Result<(), Unposted> {
    let mut cash = lines.iter().filter(|line| line.account.is_cash()).map(|line| line.flow.is_some());
    let first = cash.next();
    if cash.any(|said| Some(said) != first) { Err(Unposted::HalfTagged) } else { Ok(()) }
}
