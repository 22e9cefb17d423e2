//! The company's own trade, run by the month (see [`super::month`]): a month is worked out when it begins and goes into the
//! books day by day, each voucher on its day. What the month will still pay is not there for anything else.

use serde::{Deserialize, Serialize};

use super::accounts::AccountCode;
use super::market::Market;
use super::month::{MonthError, MonthReport, MonthRules, Plan, Recorder, Sink, Slot, Solvency, Trade, Unrecorded};
use super::{Firm, FirmEvent, FirmNews, Refusal, VoucherLine, accounts};
use crate::calendar::Date;
use crate::money::{Money, Rate};
use crate::policy::Policy;

/// How a business stands before its first month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Keys its chance, beside the seed.
    pub name: String,
    /// The learner's seed.
    pub seed: u64,
    /// How many of those who might buy know it.
    pub awareness: Rate,
    /// How many rivals there are.
    pub rivals: u8,
}

/// The company's trade and the months it has run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trading {
    trade: Trade,
    months: Vec<TradedMonth>,
    due: Vec<DueEntry>,
}

/// A month that was traded, with how it left the business.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TradedMonth {
    /// The business before it.
    before: Trade,
    /// Its first day.
    pub month: Date,
    /// What was decided.
    pub plan: Plan,
    /// What it brought.
    pub report: MonthReport,
    /// What it earned before income tax; below nought a loss.
    pub profit: Money,
    /// Money at the bank at its end.
    pub bank: Money,
    /// Units in stock at its end.
    pub stock: i64,
}

/// A voucher that waits for its day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct DueEntry {
    date: Date,
    summary: String,
    lines: Vec<VoucherLine>,
}

impl Trading {
    /// The months run so far, first to last.
    pub fn months(&self) -> &[TradedMonth] {
        &self.months
    }

    /// The business as it stands after the last of them.
    pub fn trade(&self) -> &Trade {
        &self.trade
    }

    /// The business as it stood before the last `months` months; nothing where it has not run so many.
    pub fn before(&self, months: usize) -> Option<&Trade> {
        match self.months.len().checked_sub(months)? {
            place if months > 0 => self.months.get(place).map(|month| &month.before),
            _ => Some(&self.trade),
        }
    }

    /// What the rest of the month still takes from the bank at the most, at any day of it.
    fn spoken_for(&self) -> Money {
        let (mut sum, mut most) = (0_i64, 0_i64);
        for line in self.due.iter().flat_map(|entry| &entry.lines).filter(|line| line.account == accounts::BANK) {
            sum = sum.saturating_sub(line.signed().fen());
            most = most.max(sum);
        }
        Money::try_from_fen(most).unwrap_or(Money::MAX)
    }
}

/// A business before its first month, with the money the company has.
pub fn open(opening: &Opening, month: Date, bank: Money) -> Result<Trade, MonthError> {
    let Opening { name, seed, awareness, rivals } = opening;
    Trade::open(name, *seed, month, bank, *awareness, *rivals, &mut Unrecorded)
}

/// Runs one month of a business and tells it. On refusal the business is as it was.
pub fn run(
    trade: &mut Trade,
    market: &Market,
    plan: &Plan,
    policy: &Policy,
    sink: &mut impl Sink,
) -> Result<TradedMonth, Refusal> {
    let month = trade.month();
    // A quarter is judged by the rules of its last month.
    let rules = MonthRules::at(&policy.at(month.last_of_month()))?;
    let (before, earned_before) = (trade.clone(), earned(trade)?);
    let report = trade.run_month(market, plan, &rules, sink)?;
    let profit = earned(trade)?.checked_sub(earned_before)?;
    Ok(TradedMonth { before, month, plan: *plan, report, profit, bank: trade.bank(), stock: trade.stock() })
}

/// Profit and loss so far.
fn earned(trade: &Trade) -> Result<Money, Refusal> {
    let earning = |slot: &Slot| slot.account().is_some_and(AccountCode::is_profit_and_loss);
    let balances = Slot::ALL.into_iter().filter(earning).map(|slot| trade.balance(slot));
    Ok(Money::total(balances)?.checked_neg()?)
}

impl Firm {
    /// The company's trade, once it has begun.
    pub fn trading(&self) -> Option<&Trading> {
        self.trading.as_ref()
    }

    /// Money at the bank that the month under way does not need.
    pub(super) fn free_bank(&self) -> Money {
        let spoken_for = self.trading.as_ref().map_or(Money::ZERO, Trading::spoken_for);
        self.bank().checked_sub(spoken_for).unwrap_or(Money::ZERO).max(Money::ZERO)
    }

    /// Begins a month of trade on its first day: works it out, books what is dated today, and keeps the rest for the days to
    /// come. Refused, the company is as it was.
    pub fn trade_month(
        &mut self,
        opening: &Opening,
        market: &Market,
        plan: &Plan,
        policy: &Policy,
    ) -> Result<Vec<FirmEvent>, Refusal> {
        if self.registration.is_none() {
            return Err(Refusal::NotFounded);
        }
        let today = self.today;
        if today != today.first_of_month() || self.trading.as_ref().is_some_and(|trading| !trading.due.is_empty()) {
            return Err(Refusal::MidMonth);
        }
        let mut trading = match self.trading.clone() {
            Some(mut trading) => {
                trading.trade.resume(today, self.bank())?;
                trading
            }
            None => Trading { trade: open(opening, today, self.bank())?, months: Vec::new(), due: Vec::new() },
        };
        let mut recorder = Recorder::default();
        let traded = run(&mut trading.trade, market, plan, policy, &mut recorder)?;
        for entry in recorder.entries() {
            let (date, summary) = (entry.date()?, entry.kind.summary().to_owned());
            trading.due.push(DueEntry { date, summary, lines: entry.voucher_lines()? });
        }
        trading.months.push(traded);
        let mut next = self.clone();
        next.trading = Some(trading);
        next.book_trade()?;
        *self = next;
        Ok(Vec::new())
    }

    /// Books what is dated today, and tells the month on its last day.
    pub(super) fn book_trade(&mut self) -> Result<Vec<FirmEvent>, Refusal> {
        let today = self.today;
        let Some(trading) = &mut self.trading else { return Ok(Vec::new()) };
        let (now, later) = trading.due.drain(..).partition(|entry: &DueEntry| entry.date <= today);
        trading.due = later;
        let now: Vec<DueEntry> = now;
        for entry in &now {
            self.ledger.post(entry.date, &entry.summary, &entry.lines)?;
        }
        let ended = self.trading.as_ref().and_then(|trading| trading.months.last());
        let Some(ended) = ended.filter(|ended| ended.month.last_of_month() == today) else { return Ok(Vec::new()) };
        let (sold, sales, profit) = (ended.report.sold, ended.report.sales, ended.profit);
        let insolvent = ended.report.became_insolvent;
        Ok(vec![self.event(FirmNews::MonthTraded { month: ended.month, sold, sales, profit, insolvent })])
    }

    /// Whether the trade has ended because dues remained unpaid.
    pub fn trade_ended(&self) -> bool {
        self.trading.as_ref().is_some_and(|trading| matches!(trading.trade.solvency(), Solvency::Insolvent { .. }))
    }
}
