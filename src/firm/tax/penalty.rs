//! Late fees, the ranges of fines, and how far back the tax authority may go (税收征收管理法; 发票管理办法; facts §3.6).
//! What a company is fined within a range is decided where the case is told, not here.

use serde::{Deserialize, Serialize};

use super::item::nonnegative;
use super::{TaxError, TaxItem, TaxLine};
use crate::calendar::Date;
use crate::money::{Money, Rate};
use crate::policy::PolicyOn;

/// The days of delay: from the day after the last day to pay, up to and including the day of payment. Nought if in time.
pub fn days_late(due: Date, paid: Date) -> u32 {
    u32::try_from(due.days_until(paid)).unwrap_or(0)
}

/// The late fee on an amount of tax: amount × days × daily rate, rounded once (LATE-V01…03). All natural days count.
pub fn late_fee(tax: Money, days: u32, on: PolicyOn<'_>) -> Result<TaxLine, TaxError> {
    let figure = "late-fee.day";
    let base = nonnegative(tax, "tax")?.checked_mul_int(i64::from(days))?;
    TaxLine::new(TaxItem::LateFee, base, on.rate(figure)?, Rate::ZERO, figure)
}

/// What was done wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Offence {
    /// 未按期申报.
    Unfiled {
        /// 情节严重.
        serious: bool,
    },
    /// 编造虚假计税依据.
    FalseBase,
    /// 应当开具而未开具发票.
    NoInvoice,
    /// 虚开发票, with the amount of the invoices.
    FalseInvoice {
        /// The amount invoiced.
        amount: Money,
    },
    /// 偷税.
    Evasion {
        /// The tax not paid.
        tax: Money,
    },
    /// 不申报而少缴.
    Unreported {
        /// The tax not paid.
        tax: Money,
    },
    /// 应扣未扣.
    Unwithheld {
        /// The tax not withheld.
        tax: Money,
    },
}

/// The least and the most that a fine may be, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FineRange {
    /// The least; nought where the law has none.
    pub low: Money,
    /// The most.
    pub high: Money,
}

impl Offence {
    /// The range of the fine.
    pub fn fine(self, on: PolicyOn<'_>) -> Result<FineRange, TaxError> {
        let amounts = |low, high| Ok(FineRange { low: on.money(low)?, high: on.money(high)? });
        let multiples = |tax: Money, low, high| -> Result<FineRange, TaxError> {
            let tax = nonnegative(tax, "tax")?;
            Ok(FineRange { low: tax.at(on.rate(low)?)?, high: tax.at(on.rate(high)?)? })
        };
        match self {
            Offence::Unfiled { serious: false } => amounts("penalty.unfiled.low", "penalty.unfiled.high"),
            Offence::Unfiled { serious: true } => {
                amounts("penalty.unfiled-serious.low", "penalty.unfiled-serious.high")
            }
            Offence::FalseBase => amounts("penalty.false-base.low", "penalty.false-base.high"),
            Offence::NoInvoice => amounts("penalty.no-invoice.low", "penalty.no-invoice.high"),
            Offence::FalseInvoice { amount } if amount <= on.money("penalty.false-invoice.edge")? => {
                amounts("penalty.false-invoice.low", "penalty.false-invoice.high")
            }
            Offence::FalseInvoice { .. } => {
                amounts("penalty.false-invoice-large.low", "penalty.false-invoice-large.high")
            }
            Offence::Evasion { tax } => multiples(tax, "penalty.evasion.low", "penalty.evasion.high"),
            Offence::Unreported { tax } => multiples(tax, "penalty.unreported.low", "penalty.unreported.high"),
            Offence::Unwithheld { tax } => multiples(tax, "penalty.unwithheld.low", "penalty.unwithheld.high"),
        }
    }
}

/// Whether a fine is forgone (首违不罚): an offence on the list, the first of its kind, set right in time. It then does not
/// count against the credit rating either.
pub const fn first_offence_forgiven(listed: bool, first: bool, corrected_in_time: bool) -> bool {
    listed && first && corrected_in_time
}

/// Why tax was not paid, for how long it may be pursued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shortfall {
    /// A slip of the taxpayer.
    Mistake,
    /// A slip in special circumstances.
    MistakeSpecial,
    /// Evasion, refusal or fraud: without limit.
    Evasion,
}

/// The last day on which tax may still be pursued (税收征收管理法52); none where there is no limit.
pub fn pursued_until(due: Date, shortfall: Shortfall, on: PolicyOn<'_>) -> Result<Option<Date>, TaxError> {
    match shortfall {
        Shortfall::Mistake => Ok(Some(on.term_from("pursuit.usual", due)?)),
        Shortfall::MistakeSpecial => Ok(Some(on.term_from("pursuit.special", due)?)),
        Shortfall::Evasion => Ok(None),
    }
}

/// What is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Records {
    /// Tax papers.
    Tax,
    /// 会计凭证、账簿.
    Accounting,
}

/// The last day that records closed on a day must be kept.
pub fn kept_until(closed: Date, records: Records, on: PolicyOn<'_>) -> Result<Date, TaxError> {
    let figure = match records {
        Records::Tax => "records.tax",
        Records::Accounting => "records.accounting",
    };
    Ok(on.term_from(figure, closed)?)
}
