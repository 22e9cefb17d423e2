//! Startup service vouchers (创业服务券): one of each kind for each business.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::calendar::Date;
use crate::money::Money;
use crate::policy::{PolicyError, PolicyOn};

/// Why a voucher cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum VoucherError {
    /// There is no voucher of this kind.
    #[error("there is no voucher for `{0}`")]
    UnknownKind(String),
    /// The voucher of this kind has been used.
    #[error("the voucher for `{kind}` was used on {on}")]
    Used {
        /// The kind.
        kind: String,
        /// When it was used.
        on: Date,
    },
    /// The bill is nought or less.
    #[error("{0} is no bill")]
    Bill(Money),
    /// A figure is missing.
    #[error(transparent)]
    Policy(#[from] PolicyError),
}

/// The vouchers a business has used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoucherWallet {
    used: BTreeMap<String, Date>,
}

impl VoucherWallet {
    /// The kinds not used yet, in the policy's order.
    pub fn left<'a>(&'a self, on: &PolicyOn<'a>) -> Result<Vec<&'a str>, PolicyError> {
        let kinds = on.words("startup-voucher.kinds")?;
        Ok(kinds.iter().map(String::as_str).filter(|kind| !self.used.contains_key(*kind)).collect())
    }

    /// Uses the voucher of a kind on a bill; returns what it pays, at most its face and at most the bill.
    pub fn spend(&mut self, kind: &str, bill: Money, on: &PolicyOn<'_>) -> Result<Money, VoucherError> {
        if !bill.is_positive() {
            return Err(VoucherError::Bill(bill));
        }
        if !on.words("startup-voucher.kinds")?.iter().any(|known| known == kind) {
            return Err(VoucherError::UnknownKind(kind.to_owned()));
        }
        if let Some(day) = self.used.get(kind) {
            return Err(VoucherError::Used { kind: kind.to_owned(), on: *day });
        }
        let face = on.money("startup-voucher.value")?;
        self.used.insert(kind.to_owned(), on.date());
        Ok(face.min(bill))
    }
}
