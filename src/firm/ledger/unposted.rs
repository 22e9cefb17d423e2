//! Why the ledger does not take a voucher or close a period.

use thiserror::Error;

use super::super::accounts::AccountCode;
use super::period::Period;
use super::voucher::ItemId;
use crate::calendar::Date;
use crate::money::{Money, MoneyError};

/// Why a voucher is not posted. The ledger stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unposted {
    /// Debits and credits differ.
    #[error("debits {debits} and credits {credits} differ")]
    Unbalanced {
        /// The sum of debits.
        debits: Money,
        /// The sum of credits.
        credits: Money,
    },
    /// Fewer than two lines.
    #[error("a voucher has two lines or more")]
    TooFewLines,
    /// A line's amount is nought or below.
    #[error("{0} is no amount for a line")]
    Amount(Money),
    /// The voucher is dated before the one last posted.
    #[error("dated {date}, before the last voucher of {last}")]
    DatedBack {
        /// The voucher's day.
        date: Date,
        /// The last voucher's day.
        last: Date,
    },
    /// The voucher's month is closed.
    #[error("{period} is closed")]
    Closed {
        /// The month.
        period: Period,
    },
    /// The line names something that its account keeps no sub-ledger of.
    #[error("account {account} keeps no sub-ledger of that kind")]
    Detail {
        /// The account.
        account: AccountCode,
    },
    /// Some of a voucher's cash says its row of the cash-flow statement, some does not.
    #[error("either all cash of a voucher says its row of the cash-flow statement, or none")]
    HalfTagged,
    /// More of an item would go out than is there, or value would stand without quantity.
    #[error("item {} of account {account}: {quantity} at {balance} cannot be", item.0)]
    Stock {
        /// The account.
        account: AccountCode,
        /// The item.
        item: ItemId,
        /// The quantity there would be.
        quantity: i64,
        /// The value there would be.
        balance: Money,
    },
    /// There is no such voucher.
    #[error("there is no such voucher")]
    NoSuchVoucher,
    /// The voucher was taken back before.
    #[error("{label} was taken back before")]
    AlreadyReversed {
        /// The voucher's label.
        label: String,
    },
    /// A reversal or a closing voucher cannot be taken back.
    #[error("{label} cannot be taken back; post what is right instead")]
    NotReversible {
        /// The voucher's label.
        label: String,
    },
    /// Periods are closed one after the other.
    #[error("{period} cannot be closed: {next} comes next")]
    OutOfTurn {
        /// The period to be closed.
        period: Period,
        /// The period that comes first.
        next: Period,
    },
    /// Profit and loss were not moved to 本年利润 before closing, or the year's profit was not moved on.
    #[error("{period} cannot be closed: account {account} still has {balance}")]
    NotEmptied {
        /// The period to be closed.
        period: Period,
        /// The account.
        account: AccountCode,
        /// Its debit balance.
        balance: Money,
    },
    /// The books are full: more lines or text than a company's life can fill.
    #[error("the books are full")]
    Full,
    /// A sum is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
}
