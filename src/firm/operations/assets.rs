//! Fixed, intangible and deferred assets: bought, sold. Their monthly charges are booked when the month is closed; how long
//! they last and what they bear is [`crate::firm::assets`]'s to say.

use super::Reported;
use super::trade::{owed, present};
use crate::firm::accounts;
use crate::firm::assets::{Purchase, Sale};
use crate::firm::ledger::{AssetId, PartyId, VoucherLine};
use crate::firm::tax::vat::input::Document;
use crate::firm::tax::vat::invoice::Invoice;
use crate::firm::tax::vat::small_scale::{Levy, SmallSale};
use crate::firm::tax::vat::supply::Supply;
use crate::firm::tax::vat::{Split, VatStatus, split};
use crate::firm::{Firm, FirmNews, Refusal, Unposted};
use crate::money::Money;
use crate::policy::Policy;

/// An asset as bought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoughtAsset {
    /// What it is, over how long and how its cost is spread; the cost is worked out from the price, put to use today.
    pub asset: Purchase,
    /// The price with tax; above nought.
    pub gross: Money,
    /// The document that came with it.
    pub document: Document,
    /// The tax that the document states.
    pub stated: Money,
    /// From whom on account; nobody named is paid at once.
    pub supplier: Option<PartyId>,
}

impl Firm {
    /// Buys an asset (#26) and takes it into use today.
    pub fn buy_asset(&mut self, bought: &BoughtAsset, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            if bought.supplier.is_some() {
                firm.solvent()?;
            }
            let today = firm.today;
            let on = policy.at(today);
            let tax = firm.input_tax(bought.gross, bought.document, bought.stated, on)?;
            let cost = bought.gross.checked_sub(tax)?;
            let kind = bought.asset.kind;
            let taken = Purchase { cost, in_use: today, ..bought.asset.clone() };
            let id = firm.open_business()?.assets.take(taken, &on)?;
            let lines = [
                VoucherLine::debit(kind.cost_account(), cost).asset(id),
                VoucherLine::debit(accounts::VAT_INPUT, tax),
                owed(bought.supplier, bought.gross),
            ];
            firm.pay_out("购入长期资产", &present(&lines), events)?;
            firm.told_of(FirmNews::AssetBought { name: bought.asset.name.clone(), cost }, events);
            Ok(())
        })
    }

    /// Sells an asset for a price with tax paid at once, or scraps it for nought (#28). A small-scale taxpayer's sale counts
    /// for its return; a general taxpayer's is taxed as goods, its input having been deducted.
    pub fn sell_asset(&mut self, asset: AssetId, gross: Money, policy: &Policy) -> Reported {
        if gross.is_negative() {
            return Err(Unposted::Amount(gross).into());
        }
        self.whole(|firm, events| {
            let on = policy.at(firm.today);
            let business = firm.business.as_deref_mut().ok_or(Refusal::NotOpen)?;
            let (Split { net, tax }, vat_account) = match business.vat {
                VatStatus::General => (split(gross, Supply::Goods.rate(on)?)?, accounts::VAT_OUTPUT),
                VatStatus::SmallScale(_) => {
                    let sale = SmallSale::from_gross(Levy::UsedAsset, Invoice::Ordinary, gross, on)?;
                    business.note_sale(Supply::Goods, sale)?;
                    // The price less the tax charged; the two add up to what is paid.
                    (Split { net: gross.checked_sub(sale.tax)?, tax: sale.tax }, accounts::VAT)
                }
            };
            let sale = Sale { price: net, vat: tax, vat_account, into: accounts::BANK };
            let vouchers = business.assets.dispose(asset, firm.today, sale, &firm.ledger)?;
            for (summary, lines) in vouchers {
                firm.post_lines(summary, &lines, events)?;
            }
            firm.told_of(FirmNews::AssetGone { amount: gross }, events);
            Ok(())
        })
    }
}
