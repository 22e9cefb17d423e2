//! VAT of a small-scale taxpayer: the levy of 3 % reduced to 1 %, and the threshold, which is a cliff
//! (增值税法23; 财政部 税务总局公告2026年第10号; VAT-07…11, VAT-22).
//!
//! Below the threshold sales are exempt, save those with a special invoice; at the threshold everything is taxed. What
//! was credited to 应交增值税 with each sale and turns out not to be owed becomes other income (营业外收入).

use serde::{Deserialize, Serialize};

use super::invoice::Invoice;
use super::{Split, VatPeriod, split};
use crate::firm::accounts;
use crate::firm::tax::item::{nonnegative, while_it_holds};
use crate::firm::tax::{TaxEntry, TaxError, TaxItem, TaxLine};
use crate::money::{Money, Rate};
use crate::policy::PolicyOn;

/// At which rate a small-scale sale is levied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Levy {
    /// 减按 1%: the usual case while the reduction lasts, the full levy afterwards.
    Reduced,
    /// The reduction waived for this sale, to give the buyer a special invoice at the full levy.
    Waived,
    /// Real property sold or let, land use rights: no reduction.
    Property,
    /// Old real property on the list of transition, at the rate chosen there.
    OldProperty,
    /// The taxpayer's own used fixed assets: 3 % reduced to 2 %.
    UsedAsset,
}

impl Levy {
    /// All kinds, in the order of a return's lines.
    pub const ALL: [Levy; 5] = [Levy::Reduced, Levy::Waived, Levy::Property, Levy::OldProperty, Levy::UsedAsset];

    /// The rate charged on the net price, with the figure it comes from.
    pub fn rate(self, on: PolicyOn<'_>) -> Result<(Rate, &'static str), TaxError> {
        let special = match self {
            Levy::Reduced => Some("vat.levy.reduced"),
            Levy::OldProperty => Some("vat.levy.old-property"),
            Levy::UsedAsset => Some("vat.levy.used-asset"),
            Levy::Waived | Levy::Property => None,
        };
        if let Some(figure) = special
            && let Some(rate) = while_it_holds(on.rate(figure))?
        {
            return Ok((rate, figure));
        }
        Ok((on.rate("vat.levy")?, "vat.levy"))
    }

    /// The rate that a price with tax contains: the full levy for used assets, else the rate charged.
    fn rate_in_price(self, on: PolicyOn<'_>) -> Result<Rate, TaxError> {
        match self {
            Levy::UsedAsset => Ok(on.rate("vat.levy")?),
            Levy::Reduced | Levy::Waived | Levy::Property | Levy::OldProperty => Ok(self.rate(on)?.0),
        }
    }
}

/// A sale, or several alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SmallSale {
    /// How it is levied.
    pub levy: Levy,
    /// What invoice was issued.
    pub invoice: Invoice,
    /// The price without tax, after the difference where tax is on a difference (VAT-10); nought or more.
    pub net: Money,
    /// The tax booked with the sale; nought or more.
    pub tax: Money,
}

impl SmallSale {
    /// A sale by its price with tax.
    pub fn from_gross(levy: Levy, invoice: Invoice, gross: Money, on: PolicyOn<'_>) -> Result<SmallSale, TaxError> {
        let Split { net, .. } = split(nonnegative(gross, "gross")?, levy.rate_in_price(on)?)?;
        let tax = match levy {
            Levy::UsedAsset => net.at(levy.rate(on)?.0)?,
            Levy::Reduced | Levy::Waived | Levy::Property | Levy::OldProperty => gross.checked_sub(net)?,
        };
        Ok(SmallSale { levy, invoice, net, tax })
    }

    /// A sale by its price without tax.
    pub fn from_net(levy: Levy, invoice: Invoice, net: Money, on: PolicyOn<'_>) -> Result<SmallSale, TaxError> {
        let tax = nonnegative(net, "net")?.at(levy.rate(on)?.0)?;
        Ok(SmallSale { levy, invoice, net, tax })
    }
}

/// A small-scale taxpayer's return for one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SmallReturn {
    /// All sales without tax; what the threshold is held against.
    pub sales: Money,
    /// The threshold of the period, while there is one.
    pub threshold: Option<Money>,
    /// Whether the threshold was reached, so that everything is taxed.
    pub reached: bool,
    /// Sales exempt for staying below.
    pub exempt_sales: Money,
    /// The taxed sales by levy; levies without sales have no line.
    pub lines: Vec<TaxLine>,
    /// The tax payable.
    pub tax: Money,
    /// What was booked as tax with the sales and is not owed: to 营业外收入. Below nought by a few fen where the return
    /// rounds the sum up and the invoices were rounded down.
    pub forgone: Money,
}

impl SmallReturn {
    /// The entry that moves what is not owed out of the tax (facts §2.4, no. 14), or adds the fen that the return rounds
    /// up; none if the sales' own tax is exactly what is owed.
    pub fn forgone_entry(&self) -> Result<Option<TaxEntry>, TaxError> {
        let (tax, income) = (accounts::VAT, accounts::VAT_WAIVED);
        Ok(match self.forgone {
            none if none.is_zero() => None,
            amount if amount.is_positive() => Some(TaxEntry { debit: tax, credit: income, amount }),
            missing => Some(TaxEntry { debit: income, credit: tax, amount: missing.checked_neg()? }),
        })
    }
}

/// The figure with a period's threshold.
const fn threshold_figure(period: VatPeriod) -> &'static str {
    match period {
        VatPeriod::Month => "vat.threshold.month",
        VatPeriod::Quarter => "vat.threshold.quarter",
        VatPeriod::Day => "vat.threshold.day",
    }
}

/// Works out the return of one period from all its sales. `on` is the policy of the period's last day.
///
/// The sum of each levy is taxed and rounded once. A waived reduction needs a special invoice.
pub fn assess(period: VatPeriod, sales: &[SmallSale], on: PolicyOn<'_>) -> Result<SmallReturn, TaxError> {
    for sale in sales {
        nonnegative(sale.net, "net")?;
        nonnegative(sale.tax, "tax")?;
        if sale.levy == Levy::Waived && sale.invoice != Invoice::Special {
            return Err(TaxError::NotAllowed { what: "a waiver without a special invoice", rule: "sta-notice-4" });
        }
    }
    let total = Money::total(sales.iter().map(|sale| sale.net))?;
    let booked = Money::total(sales.iter().map(|sale| sale.tax))?;
    let threshold = while_it_holds(on.money(threshold_figure(period)))?;
    let reached = threshold.is_none_or(|threshold| total >= threshold);
    let taxed = |sale: &SmallSale| reached || !sale.invoice.leaves_exemption();
    let exempt_sales = Money::total(sales.iter().filter(|sale| !taxed(sale)).map(|sale| sale.net))?;
    let mut lines = Vec::new();
    for levy in Levy::ALL {
        let nets = sales.iter().filter(|sale| sale.levy == levy && taxed(sale)).map(|sale| sale.net);
        let base = Money::total(nets)?;
        if base.is_positive() {
            let (rate, figure) = levy.rate(on)?;
            lines.push(TaxLine::new(TaxItem::VatSmallScale, base, rate, Rate::ZERO, figure)?);
        }
    }
    let tax = crate::firm::tax::payable(&lines)?;
    let forgone = booked.checked_sub(tax)?;
    Ok(SmallReturn { sales: total, threshold, reached, exempt_sales, lines, tax, forgone })
}
