//! What the books tell: vouchers, trial balance, movements of a span of days, sub-ledgers, the cost of stock going out.

use std::ops::RangeInclusive;

use super::super::accounts::{ACCOUNTS, AccountCode, CHART, Side};
use super::Ledger;
use super::sub::{Holding, SubKey, SubLedgers};
use super::unposted::Unposted;
use super::voucher::{Detail, ItemId, PartyId, Voucher, VoucherId, VoucherLine, Vouchers, wide};
use crate::calendar::Date;
use crate::money::{Money, MoneyError};

/// What was posted to each account over a span of days: 本期发生额.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movements {
    debits: Vec<Money>,
    credits: Vec<Money>,
}

impl Movements {
    /// Adds up the lines of vouchers.
    pub fn of<'a>(vouchers: impl Iterator<Item = Voucher<'a>>) -> Result<Movements, MoneyError> {
        let mut moved = Movements { debits: vec![Money::ZERO; ACCOUNTS], credits: vec![Money::ZERO; ACCOUNTS] };
        for line in vouchers.flat_map(|voucher| voucher.lines) {
            let side = match line.side {
                Side::Debit => &mut moved.debits,
                Side::Credit => &mut moved.credits,
            };
            if let Some(sum) = side.get_mut(line.account.index()) {
                *sum = sum.checked_add(line.amount)?;
            }
        }
        Ok(moved)
    }

    /// What was posted to the debit of an account, without its sub-accounts.
    pub fn debits(&self, account: AccountCode) -> Money {
        self.debits.get(account.index()).copied().unwrap_or(Money::ZERO)
    }

    /// What was posted to the credit of an account, without its sub-accounts.
    pub fn credits(&self, account: AccountCode) -> Money {
        self.credits.get(account.index()).copied().unwrap_or(Money::ZERO)
    }

    /// What was posted to one side of an account and its sub-accounts.
    pub fn turnover(&self, account: AccountCode, side: Side) -> Result<Money, MoneyError> {
        let sums = match side {
            Side::Debit => &self.debits,
            Side::Credit => &self.credits,
        };
        Money::total(sums.get(account.tree()).unwrap_or(&[]).iter().copied())
    }

    /// Debits less credits of an account with its sub-accounts.
    pub fn net(&self, account: AccountCode) -> Result<Money, MoneyError> {
        let side = |sums: &[Money]| Money::total(sums.get(account.tree()).unwrap_or(&[]).iter().copied());
        side(&self.debits)?.checked_sub(side(&self.credits)?)
    }
}

/// What so many of a stock cost by the weighted average, half-up to the fen (准则13); all of them, or more, take the whole.
pub fn average_cost(balance: Money, stock: i64, quantity: i64) -> Result<Money, MoneyError> {
    if quantity >= stock { Ok(balance) } else { balance.prorate(quantity, stock) }
}

impl Ledger {
    /// Vouchers, oldest first.
    #[inline]
    pub fn vouchers(&self) -> Vouchers<'_> {
        let to = self.heads.len();
        Vouchers { heads: &self.heads, lines: &self.lines, summaries: &self.summaries, from: 0, to }
    }

    /// The vouchers dated within these days, both included.
    pub fn vouchers_dated(&self, days: RangeInclusive<Date>) -> Vouchers<'_> {
        let from = self.heads.partition_point(|head| head.date < *days.start());
        let to = self.heads.partition_point(|head| head.date <= *days.end()).max(from);
        Vouchers { from, to, ..self.vouchers() }
    }

    /// A voucher by its place.
    pub fn voucher(&self, id: VoucherId) -> Option<Voucher<'_>> {
        let place = wide(id.0);
        (place < self.heads.len()).then(|| self.vouchers().at(place))
    }

    /// The trial balance: every account with a balance, in the order of the chart. Its sum is zero.
    pub fn trial_balance(&self) -> impl Iterator<Item = (AccountCode, Money)> {
        CHART
            .iter()
            .zip(&self.balances)
            .map(|(account, balance)| (account.code, *balance))
            .filter(|(_, balance)| !balance.is_zero())
    }

    /// The pages of an account's sub-ledger. Lines that named nothing are on no page.
    pub fn sub_ledger(&self, account: AccountCode) -> impl Iterator<Item = (SubKey, Holding)> {
        self.subs.of(account)
    }

    /// All pages of all sub-ledgers, by account.
    pub fn sub_ledgers(&self) -> impl Iterator<Item = (AccountCode, SubKey, Holding)> {
        self.subs.pages()
    }

    /// What a party has in an account: a debit balance, below nought where the company owes it.
    pub fn party(&self, account: AccountCode, party: PartyId) -> Money {
        self.subs.get(account, SubKey::Party(party)).balance
    }

    /// What stands on a page of an account's sub-ledger.
    pub fn page(&self, account: AccountCode, key: SubKey) -> Holding {
        self.subs.get(account, key)
    }

    /// Quantity and value of an item in an account of stock.
    pub fn stock(&self, account: AccountCode, item: ItemId) -> Holding {
        self.page(account, SubKey::Item(item))
    }

    /// What so many of an item cost by the moving weighted average (准则13), half-up to the fen; the last ones take what is
    /// left, so that nothing remains without quantity. Refused where fewer are there.
    pub fn cost_of(&self, account: AccountCode, item: ItemId, quantity: u32) -> Result<Money, Unposted> {
        let stock = self.stock(account, item);
        let left = stock.quantity.saturating_sub(i64::from(quantity));
        if left < 0 {
            return Err(Unposted::Stock { account, item, quantity: left, balance: stock.balance });
        }
        Ok(average_cost(stock.balance, stock.quantity, i64::from(quantity))?)
    }

    /// The two lines that give out so many of an item at their average cost: 借 `to` / 贷 the account of stock.
    pub fn issue(
        &self,
        account: AccountCode,
        item: ItemId,
        quantity: u32,
        to: AccountCode,
    ) -> Result<[VoucherLine; 2], Unposted> {
        let cost = self.cost_of(account, item, quantity)?;
        Ok([VoucherLine::debit(to, cost), VoucherLine::credit(account, cost).item(item, quantity)])
    }

    /// Whether balances and sub-ledgers, worked out anew from every line, are those that run along, every voucher balances,
    /// and numbers have no gaps.
    pub fn audit(&self) -> bool {
        let mut balances = vec![Money::ZERO; ACCOUNTS];
        let mut subs = SubLedgers::default();
        let mut last: Option<Voucher<'_>> = None;
        for voucher in self.vouchers().iter() {
            let follows = match last.filter(|last| last.period() == voucher.period()) {
                Some(last) => voucher.number == last.number.saturating_add(1) && last.date <= voucher.date,
                None => voucher.number == 1,
            };
            let sum = Money::total(voucher.lines.iter().map(VoucherLine::signed));
            if !follows || sum != Ok(Money::ZERO) {
                return false;
            }
            for line in voucher.lines {
                let Some(balance) = balances.get_mut(line.account.index()) else { return false };
                let Ok(new) = balance.checked_add(line.signed()) else { return false };
                *balance = new;
                if line.detail != Detail::None && subs.apply(line, false).is_err() {
                    return false;
                }
            }
            last = Some(voucher);
        }
        balances == self.balances && subs == self.subs
    }
}
