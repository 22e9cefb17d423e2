//! VAT of a general taxpayer: output less input, with transfer-out and carry-forward (增值税法21; VAT-V09…V11).

use serde::{Deserialize, Serialize};

use super::invoice::Invoice;
use super::small_scale::{Levy, SmallSale};
use crate::firm::tax::item::nonnegative;
use crate::firm::tax::{TaxEntry, TaxError, TaxItem};
use crate::money::Money;
use crate::policy::PolicyOn;

/// A period's sums, each nought or more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GeneralPeriod {
    /// 销项税额, deemed supplies included.
    pub output: Money,
    /// 进项税额 confirmed for deduction.
    pub input: Money,
    /// 进项税额转出.
    pub transfer_out: Money,
    /// 上期留抵税额.
    pub carried_in: Money,
    /// 简易计税办法应纳税额: payable beside, never set off.
    pub simple: Money,
}

/// A general taxpayer's return for one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GeneralReturn {
    /// 应抵扣税额合计: input and carry-in less transfer-out; below nought if more is transferred out than is there.
    pub deductible: Money,
    /// What is payable under the general method.
    pub general: Money,
    /// What is payable under the simple method.
    pub simple: Money,
    /// All that is payable; the surcharges' base.
    pub payable: Money,
    /// 期末留抵税额.
    pub carried_out: Money,
}

/// Works out a period's return. Either something is payable under the general method or something is carried forward.
pub fn assess(period: &GeneralPeriod) -> Result<GeneralReturn, TaxError> {
    let output = nonnegative(period.output, "output")?;
    let input = nonnegative(period.input, "input")?;
    let transfer_out = nonnegative(period.transfer_out, "transfer_out")?;
    let carried_in = nonnegative(period.carried_in, "carried_in")?;
    let simple = nonnegative(period.simple, "simple")?;
    let deductible = input.checked_add(carried_in)?.checked_sub(transfer_out)?;
    let balance = output.checked_sub(deductible)?;
    let general = balance.max(Money::ZERO);
    Ok(GeneralReturn {
        deductible,
        general,
        simple,
        payable: general.checked_add(simple)?,
        carried_out: general.checked_sub(balance)?,
    })
}

impl GeneralReturn {
    /// 转出未交增值税: moves what is payable under the general method to 未交增值税.
    pub fn entry(&self) -> Option<TaxEntry> {
        TaxItem::VatGeneral.entry(self.general)
    }

    /// The entries that pay the period: the general and the simple method each from its own account.
    pub fn payments(&self) -> Vec<TaxEntry> {
        let parts = [TaxItem::VatGeneral.payment(self.general), TaxItem::VatSimple.payment(self.simple)];
        parts.into_iter().flatten().collect()
    }
}

/// The tax on selling a used fixed asset whose input was never deducted (VAT-22): by the simple method, reduced, on the
/// price without tax at the full levy.
pub fn used_asset(gross: Money, on: PolicyOn<'_>) -> Result<Money, TaxError> {
    Ok(SmallSale::from_gross(Levy::UsedAsset, Invoice::Ordinary, gross, on)?.tax)
}
