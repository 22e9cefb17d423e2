//! What is booked when an asset goes (facts §2.4 #28): sold, scrapped or lost.

use super::super::accounts::{self, AccountCode};
use super::super::ledger::{AssetId, Ledger, Period, VoucherLine};
use super::{Asset, AssetError, AssetKind, AssetRegister};
use crate::calendar::Date;
use crate::money::Money;

/// What an asset is sold for; nought for what is scrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sale {
    /// The price without VAT.
    pub price: Money,
    /// The VAT on it.
    pub vat: Money,
    /// The account of that VAT: 销项税额, 简易计税 or a small-scale taxpayer's 应交增值税.
    pub vat_account: AccountCode,
    /// Where the money goes: 银行存款, or 应收账款.
    pub into: AccountCode,
}

/// The vouchers of a disposal, in their order, each with its summary.
pub type Disposal = Vec<(&'static str, Vec<VoucherLine>)>;

impl AssetRegister {
    /// Lets an asset go on a day and gives the vouchers to post then: the month's last charge, out of the accounts, the price,
    /// the gain or loss.
    pub fn dispose(&mut self, id: AssetId, day: Date, sale: Sale, ledger: &Ledger) -> Result<Disposal, AssetError> {
        let place = self.assets.iter().position(|asset| asset.id == id && asset.gone.is_none());
        let asset = place.and_then(|place| self.assets.get_mut(place)).ok_or(AssetError::NotInUse)?;
        if day < asset.in_use {
            return Err(AssetError::NotInUse);
        }
        let going = Asset { gone: Some(day), ..asset.clone() };
        let vouchers = going.disposal(Period::of(day), sale, ledger)?;
        *asset = going;
        Ok(vouchers)
    }
}

impl Asset {
    fn disposal(&self, period: Period, sale: Sale, ledger: &Ledger) -> Result<Disposal, AssetError> {
        let mut vouchers = Vec::new();
        let last = self.charge_lines(ledger, period)?;
        if !last.is_empty() {
            vouchers.push(("计提处置当月折旧", last));
        }
        let charged = self.charged_through(period)?;
        let value = self.cost.checked_sub(charged)?;
        let gain = sale.price.checked_sub(value)?;
        if self.clears() {
            vouchers.push(("固定资产转入清理", self.out_of_accounts(charged, value)));
            let price = sale_lines(sale, VoucherLine::credit(accounts::DISPOSALS, sale.price).asset(self.id))?;
            if !price.is_empty() {
                vouchers.push(("收到处置价款", price));
            }
            let result = [gain_or_loss(gain)?, clearing(self.id, gain)?].into_iter().flatten().collect::<Vec<_>>();
            if !result.is_empty() {
                vouchers.push(("结转处置净损益", result));
            }
        } else {
            let mut lines = self.out_directly(charged);
            lines.extend(sale_lines(sale, VoucherLine::credit(accounts::VAT, Money::ZERO))?);
            lines.extend(gain_or_loss(gain)?);
            lines.retain(|line| !line.amount.is_zero());
            if !lines.is_empty() {
                vouchers.push(("处置长期资产", lines));
            }
        }
        Ok(vouchers)
    }

    /// Whether it goes through 固定资产清理.
    fn clears(&self) -> bool {
        !self.kind.is_intangible() && !matches!(self.kind, AssetKind::LeaseholdImprovement | AssetKind::OtherDeferred)
    }

    fn out_of_accounts(&self, charged: Money, value: Money) -> Vec<VoucherLine> {
        let lines = [
            VoucherLine::debit(accounts::DISPOSALS, value).asset(self.id),
            VoucherLine::debit(self.kind.charge_account(), charged).asset(self.id),
            VoucherLine::credit(self.kind.cost_account(), self.cost).asset(self.id),
        ];
        lines.into_iter().filter(|line| !line.amount.is_zero()).collect()
    }

    fn out_directly(&self, charged: Money) -> Vec<VoucherLine> {
        if self.kind.is_intangible() {
            return vec![
                VoucherLine::debit(accounts::AMORTISATION, charged).asset(self.id),
                VoucherLine::credit(accounts::INTANGIBLES, self.cost).asset(self.id),
            ];
        }
        // What is left of a deferred cost.
        let left = self.cost.checked_sub(charged).unwrap_or(Money::ZERO);
        vec![VoucherLine::credit(accounts::DEFERRED_COSTS, left).asset(self.id)]
    }
}

/// 借 money / 贷 `price`, VAT; none where there is no price.
fn sale_lines(sale: Sale, price: VoucherLine) -> Result<Vec<VoucherLine>, AssetError> {
    let gross = sale.price.checked_add(sale.vat)?;
    let lines = [VoucherLine::debit(sale.into, gross), price, VoucherLine::credit(sale.vat_account, sale.vat)];
    Ok(lines.into_iter().filter(|line| !line.amount.is_zero()).collect())
}

/// 贷 营业外收入 or 借 营业外支出.
fn gain_or_loss(gain: Money) -> Result<Option<VoucherLine>, AssetError> {
    Ok(match gain {
        gain if gain.is_positive() => Some(VoucherLine::credit(accounts::DISPOSAL_GAINS, gain)),
        gain if gain.is_negative() => Some(VoucherLine::debit(accounts::DISPOSAL_LOSSES, gain.checked_neg()?)),
        _ => None,
    })
}

/// What empties 固定资产清理.
fn clearing(asset: AssetId, gain: Money) -> Result<Option<VoucherLine>, AssetError> {
    Ok(match gain {
        gain if gain.is_positive() => Some(VoucherLine::debit(accounts::DISPOSALS, gain).asset(asset)),
        gain if gain.is_negative() => Some(VoucherLine::credit(accounts::DISPOSALS, gain.checked_neg()?).asset(asset)),
        _ => None,
    })
}
