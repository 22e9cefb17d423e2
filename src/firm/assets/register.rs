//! The card file of assets (固定资产卡片) and the monthly voucher of charges.

use serde::{Deserialize, Serialize};

use super::super::ledger::{AssetId, Ledger, Period, SubKey, VoucherLine};
use super::{Asset, AssetError, Purchase};
use crate::money::Money;
use crate::policy::PolicyOn;

/// All assets ever taken, in the order of their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssetRegister {
    pub(super) assets: Vec<Asset>,
}

impl AssetRegister {
    /// Takes an asset in and numbers it from 1. The voucher of the purchase names this number (`VoucherLine::asset`).
    pub fn take(&mut self, bought: Purchase, on: &PolicyOn<'_>) -> Result<AssetId, AssetError> {
        let id = AssetId(u32::try_from(self.assets.len()).unwrap_or(u32::MAX).saturating_add(1));
        self.assets.push(Asset::new(id, bought, on)?);
        Ok(id)
    }

    /// All assets.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// An asset by its number.
    pub fn asset(&self, id: AssetId) -> Option<&Asset> {
        self.assets.iter().find(|asset| asset.id == id)
    }

    /// The lines of a month's charges (§2.4 #27): for each asset what it should have borne by now less what is booked. None
    /// where nothing is to be charged.
    pub fn charges(&self, ledger: &Ledger, period: Period) -> Result<Vec<VoucherLine>, AssetError> {
        let mut lines = Vec::new();
        for asset in self.assets.iter().filter(|asset| asset.gone.is_none()) {
            lines.extend(asset.charge_lines(ledger, period)?);
        }
        Ok(lines)
    }

    /// Whether the cards and the ledger agree on the cost of what is in use.
    pub fn ties(&self, ledger: &Ledger) -> bool {
        self.assets.iter().all(|asset| {
            let expected = if asset.gone.is_some() { Money::ZERO } else { asset.cost };
            asset.booked_cost(ledger) == Ok(expected)
        })
    }
}

impl Asset {
    /// What is booked of its cost; of a deferred cost, what was not yet written down is the page's balance.
    fn booked_cost(&self, ledger: &Ledger) -> Result<Money, AssetError> {
        let page = ledger.page(self.kind.cost_account(), SubKey::Asset(self.id)).balance;
        if self.kind.cost_account() == self.kind.charge_account() {
            let spread = if self.gone.is_some() { Money::ZERO } else { self.cost.checked_sub(page)? };
            return Ok(page.checked_add(spread)?);
        }
        Ok(page)
    }

    /// What has been charged so far, by the ledger.
    pub fn booked_charges(&self, ledger: &Ledger) -> Result<Money, AssetError> {
        let page = ledger.page(self.kind.charge_account(), SubKey::Asset(self.id)).balance;
        if self.kind.cost_account() == self.kind.charge_account() {
            return Ok(self.cost.checked_sub(page)?);
        }
        Ok(page.checked_neg()?)
    }

    /// The two lines of its charge for a month, if there is one.
    pub(super) fn charge_lines(&self, ledger: &Ledger, period: Period) -> Result<Vec<VoucherLine>, AssetError> {
        let due = self.charged_through(period)?.checked_sub(self.booked_charges(ledger)?)?;
        if !due.is_positive() {
            return Ok(Vec::new());
        }
        let credit = VoucherLine::credit(self.kind.charge_account(), due).asset(self.id);
        Ok(vec![VoucherLine::debit(self.bears, due), credit])
    }
}
