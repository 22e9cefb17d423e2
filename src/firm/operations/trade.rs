//! Trade: sales and purchases with their VAT, customers who pay or do not, suppliers. What a supply is taxed at, which
//! invoice may be given and which input may be deducted is [`crate::firm::tax::vat`]'s to say.

use super::Reported;
use crate::firm::accounts::{self, AccountCode};
use crate::firm::ledger::{Detail, ItemId, PartyId, SubKey, VoucherLine};
use crate::firm::tax::stamp::{self, StampItem, Stamped};
use crate::firm::tax::surcharge::Payer;
use crate::firm::tax::vat::input::{self, Document, Use};
use crate::firm::tax::vat::invoice::{self, Buyer, Invoice};
use crate::firm::tax::vat::small_scale::{self, Levy, SmallSale};
use crate::firm::tax::vat::supply::Supply;
use crate::firm::tax::vat::{Split, VatStatus, split};
use crate::firm::{Firm, FirmEvent, FirmNews, Refusal, Unposted};
use crate::money::Money;
use crate::policy::{Policy, PolicyOn};

/// A sale as agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sold {
    /// Who buys on account; nobody named pays at once.
    pub customer: Option<PartyId>,
    /// What goes out of 库存商品, and how many; nothing for a service.
    pub goods: Option<(ItemId, u32)>,
    /// The price with tax; above nought.
    pub gross: Money,
    /// What is supplied.
    pub supply: Supply,
    /// How a small-scale taxpayer's sale is levied; a general taxpayer's goes by the supply.
    pub levy: Levy,
    /// What invoice is issued.
    pub invoice: Invoice,
    /// Who buys.
    pub buyer: Buyer,
    /// Whether a contract was signed that stamp duty is due on.
    pub contract: bool,
}

/// Goods as bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoughtGoods {
    /// From whom on account; nobody named is paid at once.
    pub supplier: Option<PartyId>,
    /// What.
    pub item: ItemId,
    /// How many.
    pub units: u32,
    /// The price with tax; above nought.
    pub gross: Money,
    /// The document that came with them.
    pub document: Document,
    /// The tax that the document states.
    pub stated: Money,
    /// Whether a contract was signed that stamp duty is due on.
    pub contract: bool,
}

impl Firm {
    /// Sells goods or services, on account or for money, and books their cost (#12, #13, #15, #18).
    pub fn sell(&mut self, sold: &Sold, policy: &Policy) -> Reported {
        self.booked(|firm, events| {
            let money = match sold.customer {
                Some(customer) => VoucherLine::debit(accounts::RECEIVABLES, sold.gross).party(customer),
                None => VoucherLine::debit(accounts::BANK, sold.gross),
            };
            firm.sell_for(money, sold, policy, events)
        })
    }

    /// Sells for what a line of the voucher says.
    pub(super) fn sell_for(
        &mut self,
        money: VoucherLine,
        sold: &Sold,
        policy: &Policy,
        events: &mut Vec<FirmEvent>,
    ) -> Result<(), Refusal> {
        let on = policy.at(self.today);
        let Split { net, tax } = self.split_sale(sold, on)?;
        let general = self.open_business()?.vat == VatStatus::General;
        let vat = if general { accounts::VAT_OUTPUT } else { accounts::VAT };
        let lines = [money, VoucherLine::credit(accounts::SALES, net), VoucherLine::credit(vat, tax)];
        self.post_lines("销售", &present(&lines), events)?;
        if let Some((item, units)) = sold.goods {
            let cost = self.ledger.issue(accounts::GOODS, item, units, accounts::COST_OF_SALES)?;
            self.post_lines("结转销售成本", &cost, events)?;
        }
        if sold.contract && sold.buyer == Buyer::Business {
            self.sign(StampItem::Sale, sold.gross, tax, on)?;
        }
        let on_account = money.account == accounts::RECEIVABLES;
        events.push(self.event(FirmNews::Sold { amount: sold.gross, on_account }));
        Ok(())
    }

    /// Takes a sale's price apart and notes it for the period's return.
    fn split_sale(&mut self, sold: &Sold, on: PolicyOn<'_>) -> Result<Split, Refusal> {
        if !sold.gross.is_positive() {
            return Err(Unposted::Amount(sold.gross).into());
        }
        invoice::may_issue(sold.invoice, sold.buyer, false, on)?;
        let business = self.open_business()?;
        match business.vat {
            VatStatus::General => Ok(split(sold.gross, sold.supply.rate(on)?)?),
            VatStatus::SmallScale(period) => {
                let sale = SmallSale::from_gross(sold.levy, sold.invoice, sold.gross, on)?;
                small_scale::assess(period, &[sale], on)?;
                business.note_sale(sold.supply, sale)?;
                Ok(Split { net: sale.net, tax: sale.tax })
            }
        }
    }

    /// Notes a sale for the period's return whose voucher is written by somebody else. A general taxpayer's output tax is on the
    /// voucher itself, so nothing is noted.
    pub fn note_sale(
        &mut self,
        gross: Money,
        supply: Supply,
        levy: Levy,
        invoice: Invoice,
        policy: &Policy,
    ) -> Reported {
        if !gross.is_positive() {
            return Err(Unposted::Amount(gross).into());
        }
        self.booked(|firm, _| {
            let business = firm.open_business()?;
            if matches!(business.vat, VatStatus::SmallScale(_)) {
                let sale = SmallSale::from_gross(levy, invoice, gross, policy.at(firm.today))?;
                firm.open_business()?.note_sale(supply, sale)?;
            }
            Ok(())
        })
    }

    /// Buys goods, on account or for money (#9, #10). A general taxpayer deducts what the document allows; the rest is cost.
    pub fn buy_goods(&mut self, bought: &BoughtGoods, policy: &Policy) -> Reported {
        self.booked(|firm, events| {
            if bought.supplier.is_some() {
                firm.solvent()?;
            }
            let on = policy.at(firm.today);
            let tax = firm.input_tax(bought.gross, bought.document, bought.stated, on)?;
            let net = bought.gross.checked_sub(tax)?;
            let goods = VoucherLine::debit(accounts::GOODS, net).item(bought.item, bought.units);
            let lines = [goods, VoucherLine::debit(accounts::VAT_INPUT, tax), owed(bought.supplier, bought.gross)];
            firm.pay_out("购进商品", &present(&lines), events)?;
            if bought.contract {
                firm.sign(StampItem::Sale, bought.gross, bought.stated, on)?;
            }
            let on_account = bought.supplier.is_some();
            events.push(firm.event(FirmNews::Bought { amount: bought.gross, on_account }));
            Ok(())
        })
    }

    /// Pays a running cost against a document (#11, #19): `account` bears it without the input tax that may be deducted.
    pub fn buy_service(
        &mut self,
        purpose: &str,
        account: AccountCode,
        gross: Money,
        document: Document,
        stated: Money,
        policy: &Policy,
    ) -> Reported {
        self.booked(|firm, events| {
            let tax = firm.input_tax(gross, document, stated, policy.at(firm.today))?;
            let cost = VoucherLine::debit(account, gross.checked_sub(tax)?);
            let lines =
                [cost, VoucherLine::debit(accounts::VAT_INPUT, tax), VoucherLine::credit(accounts::BANK, gross)];
            firm.pay_out(purpose, &present(&lines), events)
        })
    }

    /// The input tax of a purchase for taxable business: nothing for a small-scale taxpayer.
    pub(super) fn input_tax(
        &mut self,
        gross: Money,
        document: Document,
        stated: Money,
        on: PolicyOn<'_>,
    ) -> Result<Money, Refusal> {
        if !gross.is_positive() {
            return Err(Unposted::Amount(gross).into());
        }
        if stated.is_negative() || stated >= gross {
            return Err(Unposted::Amount(stated).into());
        }
        match self.open_business()?.vat {
            VatStatus::SmallScale(_) => Ok(Money::ZERO),
            VatStatus::General => {
                Ok(input::Purchase { document, used_for: Use::Taxable, gross, stated }.deductible(on)?)
            }
        }
    }

    /// A customer pays what it owes, or part of it.
    pub fn collect(&mut self, customer: PartyId, amount: Money) -> Reported {
        self.booked(|firm, events| {
            firm.within(accounts::RECEIVABLES, customer, amount)?;
            let from = VoucherLine::credit(accounts::RECEIVABLES, amount).party(customer);
            firm.post_lines("收回货款", &[VoucherLine::debit(accounts::BANK, amount), from], events)?;
            events.push(firm.event(FirmNews::Received { purpose: "收回货款".to_owned(), amount }));
            Ok(())
        })
    }

    /// Pays a supplier what is owed, or part of it.
    pub fn pay_supplier(&mut self, supplier: PartyId, amount: Money) -> Reported {
        self.booked(|firm, events| {
            firm.within(accounts::PAYABLES, supplier, amount)?;
            let to = VoucherLine::debit(accounts::PAYABLES, amount).party(supplier);
            firm.pay_out("支付货款", &[to, VoucherLine::credit(accounts::BANK, amount)], events)
        })
    }

    /// Writes off what a customer will not pay (#37, 准则10).
    pub fn write_off(&mut self, customer: PartyId, amount: Money) -> Reported {
        self.booked(|firm, events| {
            firm.within(accounts::RECEIVABLES, customer, amount)?;
            let from = VoucherLine::credit(accounts::RECEIVABLES, amount).party(customer);
            firm.post_lines("核销坏账", &[VoucherLine::debit(accounts::BAD_DEBTS, amount), from], events)?;
            events.push(firm.event(FirmNews::WrittenOff { amount }));
            Ok(())
        })
    }

    /// Refuses an amount beyond what stands between the company and a party, whichever owes.
    pub(super) fn within(&self, account: AccountCode, party: PartyId, amount: Money) -> Result<(), Refusal> {
        let balance = self.ledger.page(account, SubKey::Party(party)).balance;
        let is_debt = account == accounts::PAYABLES || account == accounts::ADVANCES_RECEIVED;
        let owed = if is_debt { balance.checked_neg()? } else { balance };
        if amount > owed { Err(Refusal::BeyondOwed { amount, owed: owed.max(Money::ZERO) }) } else { Ok(()) }
    }

    /// Adds the stamp duty on a document signed today to the quarter's.
    pub(super) fn sign(
        &mut self,
        item: StampItem,
        amount: Money,
        stated_vat: Money,
        on: PolicyOn<'_>,
    ) -> Result<(), Refusal> {
        self.stamp(&Stamped { item, amount, stated_vat, exemption: None }, on)
    }

    pub(super) fn stamp(&mut self, document: &Stamped, on: PolicyOn<'_>) -> Result<(), Refusal> {
        let payer = self.payer()?;
        let duty = stamp::assess(document, payer, on)?.payable;
        let business = self.open_business()?;
        business.stamp = business.stamp.checked_add(duty)?;
        Ok(())
    }

    /// What decides on the halving of small taxes.
    pub(super) fn payer(&self) -> Result<Payer, Refusal> {
        let business = self.business().ok_or(Refusal::NotOpen)?;
        Ok(match (business.vat, business.small_profit) {
            (VatStatus::SmallScale(_), _) => Payer::SmallScale,
            (VatStatus::General, Some(small_profit)) => Payer::General { small_profit },
            (VatStatus::General, None) => {
                Payer::NewGeneral { staff: business.month_end.staff, assets: business.month_end.assets }
            }
        })
    }

    pub(super) fn told_of(&mut self, news: FirmNews, events: &mut Vec<FirmEvent>) {
        events.push(self.event(news));
    }
}

/// The credit for a purchase: 应付账款 of a supplier, or the bank.
pub(super) fn owed(supplier: Option<PartyId>, gross: Money) -> VoucherLine {
    match supplier {
        Some(supplier) => VoucherLine::credit(accounts::PAYABLES, gross).party(supplier),
        None => VoucherLine::credit(accounts::BANK, gross),
    }
}

/// The lines with an amount, and those that move goods: an amount of nought there is to be refused, not left out.
pub(super) fn present(lines: &[VoucherLine]) -> Vec<VoucherLine> {
    let there = |line: &&VoucherLine| !line.amount.is_zero() || line.detail != Detail::None;
    lines.iter().filter(there).copied().collect()
}
