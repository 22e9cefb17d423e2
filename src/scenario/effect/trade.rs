//! Trade: sales and purchases, customers and suppliers by their names, costs paid ahead, deposits.

use serde::{Deserialize, Serialize};

use super::Kind;
use super::deed::{Act, Deed, account, count};
use crate::firm::ledger::PartyId;
use crate::firm::tax::vat::input::Document;
use crate::firm::tax::vat::invoice::{Buyer, Invoice};
use crate::firm::tax::vat::small_scale::Levy;
use crate::firm::tax::vat::supply::Supply;
use crate::firm::{BoughtGoods, Firm, FirmEvent, Refusal, Sold};
use crate::money::Money;
use crate::scenario::moment::Moment;
use crate::scenario::reckon::ReckonError;
use crate::scenario::term::Term;

fn services() -> Supply {
    Supply::Services
}

fn reduced() -> Levy {
    Levy::Reduced
}

fn ordinary() -> Invoice {
    Invoice::Ordinary
}

fn business() -> Buyer {
    Buyer::Business
}

pub(super) fn plain() -> Document {
    Document::OrdinaryInvoice
}

pub(super) fn stated(term: Option<&Term>, moment: &Moment<'_>) -> Result<Money, ReckonError> {
    Ok(term.map(|term| term.money(moment)).transpose()?.unwrap_or(Money::ZERO))
}

/// A sale, on account or for money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sell {
    /// The price with tax.
    pub gross: Term,
    /// Who buys on account; paid at once where left out.
    #[serde(default)]
    pub customer: Option<Term>,
    /// The goods that go out and how many; none for a service.
    #[serde(default)]
    pub goods: Option<(Term, Term)>,
    /// What is supplied; a service where left out.
    #[serde(default = "services")]
    pub supply: Supply,
    /// How a small-scale taxpayer's sale is levied.
    #[serde(default = "reduced")]
    pub levy: Levy,
    /// What invoice is issued; an ordinary one where left out.
    #[serde(default = "ordinary")]
    pub invoice: Invoice,
    /// Who buys: a business where left out.
    #[serde(default = "business")]
    pub buyer: Buyer,
    /// Whether a contract was signed that stamp duty is due on.
    #[serde(default)]
    pub contract: bool,
    /// Whether the customer had paid it in advance.
    #[serde(default)]
    pub paid_ahead: bool,
}

impl Deed for Sell {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let gross = self.gross.money(moment)?;
        let customer = self.customer.as_ref().map(|name| name.text(moment));
        let goods =
            self.goods.as_ref().map(|(item, units)| Ok::<_, ReckonError>((item.text(moment), count(units, moment)?)));
        let goods = goods.transpose()?;
        let Self { supply, levy, invoice, buyer, contract, paid_ahead, .. } = *self;
        Ok(Box::new(move |firm, policy| {
            let customer = customer.map(|name| firm.party_named(&name)).transpose()?;
            let goods = goods.map(|(item, units)| Ok::<_, Refusal>((firm.item_named(&item)?, units))).transpose()?;
            let sold = Sold { customer, goods, gross, supply, levy, invoice, buyer, contract };
            if paid_ahead { firm.sell_against_advance(&sold, policy) } else { firm.sell(&sold, policy) }
        }))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.gross, Kind::Amount);
        let goods = self.goods.iter().flat_map(|(item, units)| [item, units]);
        self.customer.iter().chain(goods).for_each(|term| visit(term, Kind::Text));
    }
}

/// A sale whose voucher somebody writes: noted for the period's return, and not booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteSale {
    /// The price with tax.
    pub gross: Term,
    /// What is supplied; a service where left out.
    #[serde(default = "services")]
    pub supply: Supply,
    /// How it is levied.
    #[serde(default = "reduced")]
    pub levy: Levy,
    /// What invoice is issued; an ordinary one where left out.
    #[serde(default = "ordinary")]
    pub invoice: Invoice,
}

impl Deed for NoteSale {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let gross = self.gross.money(moment)?;
        let Self { supply, levy, invoice, .. } = *self;
        Ok(Box::new(move |firm, policy| firm.note_sale(gross, supply, levy, invoice, policy)))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.gross, Kind::Amount);
    }
}

/// Goods are bought into stock, on account or for money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Buy {
    /// What.
    pub item: Term,
    /// How many.
    pub units: Term,
    /// The price with tax.
    pub gross: Term,
    /// From whom on account; paid at once where left out.
    #[serde(default)]
    pub supplier: Option<Term>,
    /// The document that came with them; an ordinary invoice where left out.
    #[serde(default = "plain")]
    pub document: Document,
    /// The tax that the document states.
    #[serde(default)]
    pub stated: Option<Term>,
    /// Whether a contract was signed that stamp duty is due on.
    #[serde(default)]
    pub contract: bool,
}

impl Deed for Buy {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let (item, units) = (self.item.text(moment), count(&self.units, moment)?);
        let supplier = self.supplier.as_ref().map(|name| name.text(moment));
        let (gross, stated) = (self.gross.money(moment)?, stated(self.stated.as_ref(), moment)?);
        let Self { document, contract, .. } = *self;
        Ok(Box::new(move |firm, policy| {
            let supplier = supplier.map(|name| firm.party_named(&name)).transpose()?;
            let item = firm.item_named(&item)?;
            firm.buy_goods(&BoughtGoods { supplier, item, units, gross, document, stated, contract }, policy)
        }))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        [&self.item, &self.units].into_iter().chain(&self.supplier).for_each(|term| visit(term, Kind::Text));
        visit(&self.gross, Kind::Amount);
        self.stated.iter().for_each(|term| visit(term, Kind::Text));
    }
}

/// A running cost is paid against a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuyService {
    /// The purpose, as the voucher's summary says it.
    pub what: Term,
    /// The price with tax.
    pub gross: Term,
    /// The account that bears it, by its code.
    pub account: u32,
    /// The document; an ordinary invoice where left out.
    #[serde(default = "plain")]
    pub document: Document,
    /// The tax that the document states.
    #[serde(default)]
    pub stated: Option<Term>,
}

impl Deed for BuyService {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let (what, bears, document) = (self.what.text(moment), account(self.account)?, self.document);
        let (gross, stated) = (self.gross.money(moment)?, stated(self.stated.as_ref(), moment)?);
        Ok(Box::new(move |firm, policy| firm.buy_service(&what, bears, gross, document, stated, policy)))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.what, Kind::Text);
        visit(&self.gross, Kind::Amount);
        self.stated.iter().for_each(|term| visit(term, Kind::Text));
    }

    fn account(&self) -> Option<u32> {
        Some(self.account)
    }
}

/// A cost is paid for months to come; each month's end takes its part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prepay {
    /// The price with tax.
    pub gross: Term,
    /// Over how many months, this one among them.
    pub months: u32,
    /// The account that bears each month's part, by its code.
    pub account: u32,
    /// The document; an ordinary invoice where left out.
    #[serde(default = "plain")]
    pub document: Document,
    /// The tax that the document states.
    #[serde(default)]
    pub stated: Option<Term>,
}

impl Deed for Prepay {
    fn read(&self, moment: &Moment<'_>) -> Result<Act, ReckonError> {
        let (bears, document, months) = (account(self.account)?, self.document, self.months);
        let (gross, stated) = (self.gross.money(moment)?, stated(self.stated.as_ref(), moment)?);
        Ok(Box::new(move |firm, policy| firm.prepay(bears, gross, document, stated, months, policy)))
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.gross, Kind::Amount);
        self.stated.iter().for_each(|term| visit(term, Kind::Text));
    }

    fn account(&self) -> Option<u32> {
        Some(self.account)
    }
}

/// Money between the company and somebody it names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Between {
    /// Who.
    pub with: Term,
    /// How much.
    pub amount: Term,
}

/// An operation of the company with somebody, over an amount.
pub(super) type Settle = fn(&mut Firm, PartyId, Money) -> Result<Vec<FirmEvent>, Refusal>;

impl Between {
    /// Reads whom and how much, for one of the company's operations.
    pub(super) fn read(&self, moment: &Moment<'_>, settle: Settle) -> Result<Act, ReckonError> {
        let (name, amount) = (self.with.text(moment), self.amount.money(moment)?);
        Ok(Box::new(move |firm, _| {
            let party = firm.party_named(&name)?;
            settle(firm, party, amount)
        }))
    }

    pub(super) fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.with, Kind::Text);
        visit(&self.amount, Kind::Amount);
    }
}
