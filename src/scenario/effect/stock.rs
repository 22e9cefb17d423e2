//! Goods lost or given away, debts that come in after all, assets bought and sold, something other than money brought in.

use serde::{Deserialize, Serialize};

use super::Kind;
use super::deed::{Act, Deed, account, count};
use super::trade::{plain, stated};
use crate::firm::BoughtAsset;
use crate::firm::accounts;
use crate::firm::assets::{AssetKind, Method, Purchase};
use crate::firm::tax::stamp::{StampExemption, StampItem, Stamped};
use crate::firm::tax::vat::input::Document;
use crate::money::Money;
use crate::scenario::moment::Moment;
use crate::scenario::reckon::ReckonError;
use crate::scenario::term::Term;

/// Goods are stolen, lost or spoilt through poor management.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoseGoods {
    /// What.
    pub item: Term,
    /// How many.
    pub units: Term,
    /// Whether input tax was deducted for them.
    #[serde(default)]
    pub deducted: bool,
}

impl Deed for LoseGoods {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let (item, units, deducted) = (self.item.text(moment), count(&self.units, moment)?, self.deducted);
        Ok(Box::new(move |firm, policy| {
            let item = firm.item_named(&item)?;
            firm.lose_goods(item, units, deducted, policy)
        }))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.item, Kind::Text);
        visit(&self.units, Kind::Text);
    }
}

/// Goods are given away, which is taxed as if they were sold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GiveGoods {
    /// What.
    pub item: Term,
    /// How many.
    pub units: Term,
    /// Their market price without tax.
    pub market: Term,
}

impl Deed for GiveGoods {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let (item, units, market) = (self.item.text(moment), count(&self.units, moment)?, self.market.money(moment)?);
        Ok(Box::new(move |firm, policy| {
            let item = firm.item_named(&item)?;
            firm.give_goods(item, units, market, policy)
        }))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.item, Kind::Text);
        visit(&self.units, Kind::Text);
        visit(&self.market, Kind::Amount);
    }
}

/// An asset is bought and taken into use today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuyAsset {
    /// What it is called.
    pub name: Term,
    /// What it is; the law sets its least life.
    pub kind: AssetKind,
    /// The price with tax.
    pub gross: Term,
    /// Over how many months its cost is spread.
    pub months: i32,
    /// What it will be worth at the end; nothing where left out.
    #[serde(default)]
    pub residual: Option<Term>,
    /// How its cost is spread; evenly where left out.
    #[serde(default = "evenly")]
    pub method: Method,
    /// The account that bears the charges; 管理费用—折旧费 where left out.
    #[serde(default)]
    pub account: Option<u32>,
    /// The document; an ordinary invoice where left out.
    #[serde(default = "plain")]
    pub document: Document,
    /// The tax that the document states.
    #[serde(default)]
    pub stated: Option<Term>,
    /// From whom on account; paid at once where left out.
    #[serde(default)]
    pub supplier: Option<Term>,
}

fn evenly() -> Method {
    Method::StraightLine
}

impl Deed for BuyAsset {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let bears = self.account.map_or(Ok(accounts::ADMIN_DEPRECIATION), account)?;
        let (gross, stated) = (self.gross.money(moment)?, stated(self.stated.as_ref(), moment)?);
        let residual = self.residual.as_ref().map(|term| term.money(moment)).transpose()?.unwrap_or(Money::ZERO);
        let asset = Purchase {
            name: self.name.text(moment),
            kind: self.kind,
            cost: gross,
            residual,
            months: self.months,
            method: self.method,
            in_use: moment.today(),
            bears,
        };
        let (document, supplier) = (self.document, self.supplier.as_ref().map(|name| name.text(moment)));
        Ok(Box::new(move |firm, policy| {
            let supplier = supplier.map(|name| firm.party_named(&name)).transpose()?;
            firm.buy_asset(&BoughtAsset { asset, gross, document, stated, supplier }, policy)
        }))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        std::iter::once(&self.name).chain(&self.supplier).for_each(|term| visit(term, Kind::Text));
        visit(&self.gross, Kind::Amount);
        self.residual.iter().chain(&self.stated).for_each(|term| visit(term, Kind::Text));
    }

    fn account(&self) -> Option<u32> {
        self.account
    }
}

/// An asset is sold for a price with tax, or scrapped for nought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SellAsset {
    /// What it is called.
    pub name: Term,
    /// The price with tax.
    pub gross: Term,
}

impl Deed for SellAsset {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let (name, gross) = (self.name.text(moment), self.gross.money(moment)?);
        Ok(Box::new(move |firm, policy| {
            let asset = firm.asset_named(&name)?;
            firm.sell_asset(asset, gross, policy)
        }))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.name, Kind::Text);
        visit(&self.gross, Kind::Text);
    }
}

/// What was written off comes in after all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Recover(Term);

impl Deed for Recover {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let amount = self.0.money(moment)?;
        Ok(Box::new(move |firm, _| firm.recover(amount)))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.0, Kind::Amount);
    }
}

/// A document is signed that stamp duty is due on, apart from the sales and purchases that say so themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignDocument {
    /// The item of the table.
    pub kind: StampItem,
    /// The amount of the document.
    pub amount: Term,
    /// On which ground it is exempt, if on any.
    #[serde(default)]
    pub exempt: Option<StampExemption>,
}

impl Deed for SignDocument {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let amount = self.amount.money(moment)?;
        let document = Stamped { item: self.kind, amount, stated_vat: Money::ZERO, exemption: self.exempt };
        Ok(Box::new(move |firm, policy| firm.sign_document(&document, policy)))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.amount, Kind::Amount);
    }
}
