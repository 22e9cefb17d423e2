//! Invoices and what they bind: who may get a special invoice, and which sales may still be exempt once invoiced
//! (VAT-08, VAT-23; 增值税法实施条例37).

use serde::{Deserialize, Serialize};

use crate::firm::tax::TaxError;
use crate::policy::PolicyOn;

/// What was issued for a sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Invoice {
    /// Nothing was asked for.
    None,
    /// 普通发票.
    Ordinary,
    /// 增值税专用发票: the buyer deducts, so the seller pays.
    Special,
}

impl Invoice {
    /// Whether a sale with this invoice may still fall under the exemption below the threshold. With a special invoice it
    /// may not: that sale is taxed whatever the period's sum.
    pub const fn leaves_exemption(self) -> bool {
        match self {
            Invoice::None | Invoice::Ordinary => true,
            Invoice::Special => false,
        }
    }
}

/// Who buys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Buyer {
    /// A company, an individual business or another organisation.
    Business,
    /// A natural person.
    Person,
}

/// Refuses a special invoice to a natural person or for an exempt supply.
pub fn may_issue(invoice: Invoice, buyer: Buyer, exempt: bool, on: PolicyOn<'_>) -> Result<(), TaxError> {
    let barred = on.words("vat.special-invoice.barred")?;
    let listed = |case: &str| barred.iter().any(|word| word == case);
    let person = buyer == Buyer::Person && listed("购买方是自然人");
    let refuse = |what| Err(TaxError::NotAllowed { what, rule: "vat-rules-37" });
    match invoice {
        Invoice::Special if person => refuse("a special invoice to a natural person"),
        Invoice::Special if exempt && listed("免税") => refuse("a special invoice for an exempt supply"),
        Invoice::None | Invoice::Ordinary | Invoice::Special => Ok(()),
    }
}
