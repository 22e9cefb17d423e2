//! What happens around trade: goods lost or given away, money before the goods and goods after the money, costs paid ahead,
//! deposits, debts that come in after all.

use super::Reported;
use super::grants::spread;
use super::trade::present;
use crate::firm::accounts::{self, AccountCode};
use crate::firm::ledger::{ItemId, Movements, PartyId, VoucherLine};
use crate::firm::tax::stamp::Stamped;
use crate::firm::tax::vat::VatStatus;
use crate::firm::tax::vat::input::{Document, Use};
use crate::firm::tax::vat::invoice::Invoice;
use crate::firm::tax::vat::small_scale::{Levy, SmallSale};
use crate::firm::tax::vat::supply::Supply;
use crate::firm::{Firm, FirmNews, Refusal, Sold, Unposted};
use crate::money::Money;
use crate::policy::Policy;

impl Firm {
    /// Goods are stolen, lost or spoilt through poor management (#35, #36). The input tax that was deducted for them, if it was,
    /// goes back (VAT-15).
    pub fn lose_goods(&mut self, item: ItemId, units: u32, input_deducted: bool, policy: &Policy) -> Reported {
        self.booked(|firm, events| {
            let on = policy.at(firm.today);
            let [lost, gone] = firm.ledger.issue(accounts::GOODS, item, units, accounts::PENDING_LOSSES)?;
            let general = firm.open_business()?.vat == VatStatus::General;
            let cost = lost.amount;
            let back = general && input_deducted && Use::AbnormalLoss.is_barred(on)?;
            let vat = if back { cost.at(Supply::Goods.rate(on)?)? } else { Money::ZERO };
            let all = cost.checked_add(vat)?;
            let found = [
                VoucherLine::debit(accounts::PENDING_LOSSES, all),
                gone,
                VoucherLine::credit(accounts::VAT_INPUT_OUT, vat),
            ];
            firm.post_lines("商品盘亏，进项税额转出", &present(&found), events)?;
            let off =
                [VoucherLine::debit(accounts::GOODS_LOST, all), VoucherLine::credit(accounts::PENDING_LOSSES, all)];
            firm.post_lines("核销盘亏损失", &off, events)?;
            firm.told_of(FirmNews::GoodsGone { cost, vat }, events);
            Ok(())
        })
    }

    /// Gives goods away, which is taxed as if they were sold at their market price without tax (VAT-13, VAT-V15); cost and tax
    /// are promotion.
    pub fn give_goods(&mut self, item: ItemId, units: u32, market_net: Money, policy: &Policy) -> Reported {
        if !market_net.is_positive() {
            return Err(Unposted::Amount(market_net).into());
        }
        self.booked(|firm, events| {
            let on = policy.at(firm.today);
            let [given, gone] = firm.ledger.issue(accounts::GOODS, item, units, accounts::PROMOTION)?;
            let cost = given.amount;
            let business = firm.open_business()?;
            let (vat, account) = match business.vat {
                VatStatus::General => (market_net.at(Supply::Goods.rate(on)?)?, accounts::VAT_OUTPUT),
                VatStatus::SmallScale(_) => {
                    let sale = SmallSale::from_net(Levy::Reduced, Invoice::None, market_net, on)?;
                    business.note_sale(Supply::Goods, sale)?;
                    (sale.tax, accounts::VAT)
                }
            };
            let all = cost.checked_add(vat)?;
            let lines = [VoucherLine::debit(accounts::PROMOTION, all), gone, VoucherLine::credit(account, vat)];
            firm.post_lines("赠送商品，视同销售", &present(&lines), events)?;
            firm.told_of(FirmNews::GoodsGone { cost, vat }, events);
            Ok(())
        })
    }

    /// A customer pays before anything is delivered or invoiced, which is not taxed yet (#16).
    pub fn take_advance(&mut self, customer: PartyId, amount: Money) -> Reported {
        self.booked(|firm, events| {
            firm.open_business()?;
            let lines = [
                VoucherLine::debit(accounts::BANK, amount),
                VoucherLine::credit(accounts::ADVANCES_RECEIVED, amount).party(customer),
            ];
            firm.post_lines("预收货款", &lines, events)?;
            firm.told_of(FirmNews::Received { purpose: "预收货款".to_owned(), amount }, events);
            Ok(())
        })
    }

    /// Delivers what a customer paid in advance (#17): the customer named in the sale, who must have paid the whole price.
    pub fn sell_against_advance(&mut self, sold: &Sold, policy: &Policy) -> Reported {
        let customer = sold.customer.ok_or(Refusal::NothingDue)?;
        self.booked(|firm, events| {
            firm.within(accounts::ADVANCES_RECEIVED, customer, sold.gross)?;
            let from = VoucherLine::debit(accounts::ADVANCES_RECEIVED, sold.gross).party(customer);
            firm.sell_for(from, sold, policy, events)
        })
    }

    /// Pays a cost for months to come against a document (#6); each month's end from this month's on, `bears` takes its part (#8).
    pub fn prepay(
        &mut self,
        bears: AccountCode,
        gross: Money,
        document: Document,
        stated: Money,
        months: u32,
        policy: &Policy,
    ) -> Reported {
        self.whole(|firm, events| {
            let tax = firm.input_tax(gross, document, stated, policy.at(firm.today))?;
            let cost = gross.checked_sub(tax)?;
            let ahead = spread(bears, accounts::PREPAID, cost, months)?;
            firm.open_business()?.spreads.push(ahead);
            let lines = [
                VoucherLine::debit(accounts::PREPAID, cost),
                VoucherLine::debit(accounts::VAT_INPUT, tax),
                VoucherLine::credit(accounts::BANK, gross),
            ];
            firm.pay_out("预付费用", &present(&lines), events)
        })
    }

    /// Pays a deposit to somebody (#7).
    pub fn pay_deposit(&mut self, to: PartyId, amount: Money) -> Reported {
        self.booked(|firm, events| {
            firm.open_business()?;
            let lines =
                [VoucherLine::debit(accounts::DEPOSITS, amount).party(to), VoucherLine::credit(accounts::BANK, amount)];
            firm.pay_out("支付押金", &lines, events)
        })
    }

    /// A deposit comes back, or a part of it.
    pub fn deposit_back(&mut self, from: PartyId, amount: Money) -> Reported {
        self.booked(|firm, events| {
            firm.within(accounts::DEPOSITS, from, amount)?;
            let lines = [
                VoucherLine::debit(accounts::BANK, amount),
                VoucherLine::credit(accounts::DEPOSITS, amount).party(from),
            ];
            firm.post_lines("收回押金", &lines, events)?;
            firm.told_of(FirmNews::Received { purpose: "收回押金".to_owned(), amount }, events);
            Ok(())
        })
    }

    /// What was written off comes in after all (#38), never more than was.
    pub fn recover(&mut self, amount: Money) -> Reported {
        self.booked(|firm, events| {
            firm.open_business()?;
            let moved = Movements::of(firm.ledger.vouchers().iter().filter(|voucher| voucher.kind.happened()))?;
            let owed = moved.net(accounts::BAD_DEBTS)?.checked_add(moved.net(accounts::BAD_DEBTS_RECOVERED)?)?;
            if amount > owed {
                return Err(Refusal::BeyondOwed { amount, owed });
            }
            let lines = [
                VoucherLine::debit(accounts::BANK, amount),
                VoucherLine::credit(accounts::BAD_DEBTS_RECOVERED, amount),
            ];
            firm.post_lines("收回已转销坏账", &lines, events)?;
            firm.told_of(FirmNews::Received { purpose: "收回已转销坏账".to_owned(), amount }, events);
            Ok(())
        })
    }

    /// Signs a document that stamp duty is due on, apart from the sales and purchases that say so themselves.
    pub fn sign_document(&mut self, document: &Stamped, policy: &Policy) -> Reported {
        self.booked(|firm, _| firm.stamp(document, policy.at(firm.today)))
    }
}
