//! Vouchers as they are written and as they are read. The ledger keeps heads, lines and summaries apart, each in one piece of
//! memory; a [`Voucher`] is a view of one.

use serde::{Deserialize, Serialize};

use super::super::accounts::{AccountCode, CashFlow, DetailKind, Side};
use super::period::Period;
use crate::calendar::Date;
use crate::money::Money;

/// A voucher's place in the books, from nought; it never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct VoucherId(pub(super) u32);

/// A customer, a supplier, a lender, a shareholder: whoever the firm numbers so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PartyId(pub u32);

/// An employee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EmployeeId(pub u32);

/// An item of stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ItemId(pub u16);

/// A fixed, intangible or deferred asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AssetId(pub u32);

/// What a line names beside its amount; it goes to the sub-ledger of its account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Detail {
    /// Nothing.
    #[default]
    None,
    /// With whom.
    Party(PartyId),
    /// For whom.
    Employee(EmployeeId),
    /// How much of which item, in whole units; a debit takes it in, a credit gives it out.
    Item(ItemId, u32),
    /// Which asset.
    Asset(AssetId),
}

impl Detail {
    /// The kind of sub-ledger it belongs to.
    pub const fn kind(self) -> DetailKind {
        match self {
            Detail::None => DetailKind::None,
            Detail::Party(_) => DetailKind::Party,
            Detail::Employee(_) => DetailKind::Employee,
            Detail::Item(..) => DetailKind::Item,
            Detail::Asset(_) => DetailKind::Asset,
        }
    }
}

/// What a voucher is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum VoucherKind {
    /// Something that happened.
    Ordinary,
    /// 红字: takes back an earlier voucher, line by line with amounts below nought.
    Reversal(VoucherId),
    /// The month's profit and loss moved to 本年利润 (facts §2.4 #48, #49).
    ProfitTransfer,
    /// The year's profit moved to 利润分配, appropriated and settled there (#50–#52, #54).
    YearEnd,
}

impl VoucherKind {
    /// Whether it says that something happened; the others move on what stands in the books.
    pub const fn happened(self) -> bool {
        matches!(self, VoucherKind::Ordinary | VoucherKind::Reversal(_))
    }
}

/// A line of a voucher.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoucherLine {
    /// The account.
    pub account: AccountCode,
    /// The side.
    pub side: Side,
    /// The row of the cash-flow statement, where the account against it would not say the right one: on a line of cash for
    /// all of that cash, on a line against cash for that line.
    pub flow: Option<CashFlow>,
    /// What it names beside the amount.
    pub detail: Detail,
    /// The amount, above nought; below nought in a reversal.
    pub amount: Money,
}

impl VoucherLine {
    /// A debit line.
    pub const fn debit(account: AccountCode, amount: Money) -> Self {
        Self { account, side: Side::Debit, flow: None, detail: Detail::None, amount }
    }

    /// A credit line.
    pub const fn credit(account: AccountCode, amount: Money) -> Self {
        Self { account, side: Side::Credit, flow: None, detail: Detail::None, amount }
    }

    /// The same line, counted in this row of the cash-flow statement.
    #[must_use]
    pub const fn flow(self, flow: CashFlow) -> Self {
        Self { flow: Some(flow), ..self }
    }

    /// The same line with a party.
    #[must_use]
    pub const fn party(self, party: PartyId) -> Self {
        Self { detail: Detail::Party(party), ..self }
    }

    /// The same line for an employee.
    #[must_use]
    pub const fn employee(self, employee: EmployeeId) -> Self {
        Self { detail: Detail::Employee(employee), ..self }
    }

    /// The same line for so many of an item.
    #[must_use]
    pub const fn item(self, item: ItemId, quantity: u32) -> Self {
        Self { detail: Detail::Item(item, quantity), ..self }
    }

    /// The same line for an asset.
    #[must_use]
    pub const fn asset(self, asset: AssetId) -> Self {
        Self { detail: Detail::Asset(asset), ..self }
    }

    /// Its effect on the debit balance of its account: the amount, or its opposite on the credit side.
    #[inline]
    pub fn signed(&self) -> Money {
        match self.side {
            Side::Debit => self.amount,
            // The bounds of an amount are the same on both sides of nought.
            Side::Credit => self.amount.checked_neg().unwrap_or(Money::ZERO),
        }
    }
}

/// What the ledger keeps of a voucher beside its lines and summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) date: Date,
    pub(super) number: u32,
    /// One past its last line.
    pub(super) lines_end: u32,
    /// One past the last byte of its summary.
    pub(super) summary_end: u32,
    pub(super) kind: VoucherKind,
    /// The voucher that took it back.
    pub(super) reversed_by: Option<VoucherId>,
}

/// A voucher (记账凭证), as read from the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voucher<'a> {
    /// Its place in the books.
    pub id: VoucherId,
    /// Its number within the month, from 1.
    pub number: u32,
    /// Its day.
    pub date: Date,
    /// What it is for.
    pub kind: VoucherKind,
    /// The voucher that took it back, if one did.
    pub reversed_by: Option<VoucherId>,
    /// The summary (摘要).
    pub summary: &'a str,
    /// Its lines, in the order in which they were written.
    pub lines: &'a [VoucherLine],
}

impl Voucher<'_> {
    /// Such as `2026-03 记-1`.
    pub fn label(&self) -> String {
        format!("{} 记-{}", self.period(), self.number)
    }

    /// The month it belongs to.
    pub fn period(&self) -> Period {
        Period::of(self.date)
    }

    /// The sum of its debits; below nought in a reversal.
    pub fn amount(&self) -> Money {
        let debits = self.lines.iter().filter(|line| line.side == Side::Debit).map(|line| line.amount);
        // The ledger took the voucher after adding these very amounts.
        Money::total(debits).unwrap_or(Money::ZERO)
    }
}

/// The vouchers of a ledger or of a part of it, oldest first.
#[derive(Clone, Copy, Debug)]
pub struct Vouchers<'a> {
    pub(super) heads: &'a [Head],
    pub(super) lines: &'a [VoucherLine],
    pub(super) summaries: &'a str,
    /// The range of places.
    pub(super) from: usize,
    pub(super) to: usize,
}

impl<'a> Vouchers<'a> {
    /// How many there are.
    pub fn len(self) -> usize {
        self.to.saturating_sub(self.from)
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// One after the other, from either end.
    #[inline]
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Voucher<'a>> + ExactSizeIterator + Clone {
        (self.from..self.to).map(move |place| self.at(place))
    }

    /// The first.
    pub fn first(self) -> Option<Voucher<'a>> {
        self.iter().next()
    }

    /// The last.
    pub fn last(self) -> Option<Voucher<'a>> {
        self.iter().next_back()
    }

    /// The lines of all of them.
    pub fn lines(self) -> &'a [VoucherLine] {
        let end = self.to.checked_sub(1).and_then(|last| self.heads.get(last)).map_or(0, |head| head.lines_end);
        self.lines.get(self.starts(self.from).0..wide(end)).unwrap_or(&[])
    }

    /// Where the lines and the summary of the voucher at a place begin.
    #[inline]
    fn starts(self, place: usize) -> (usize, usize) {
        let before = place.checked_sub(1).and_then(|before| self.heads.get(before));
        before.map_or((0, 0), |head| (wide(head.lines_end), wide(head.summary_end)))
    }

    #[inline]
    pub(super) fn at(self, place: usize) -> Voucher<'a> {
        let (line, byte) = self.starts(place);
        let Some(head) = self.heads.get(place) else {
            unreachable!("a place in the books holds a voucher");
        };
        Voucher {
            id: VoucherId(u32::try_from(place).unwrap_or(u32::MAX)),
            number: head.number,
            date: head.date,
            kind: head.kind,
            reversed_by: head.reversed_by,
            summary: self.summaries.get(byte..wide(head.summary_end)).unwrap_or(""),
            lines: self.lines.get(line..wide(head.lines_end)).unwrap_or(&[]),
        }
    }
}

impl<'a> IntoIterator for Vouchers<'a> {
    type Item = Voucher<'a>;
    type IntoIter = Box<dyn Iterator<Item = Voucher<'a>> + 'a>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

/// A stored count as a place in memory.
pub(super) fn wide(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
