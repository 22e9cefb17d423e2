//! Taxes: what is declared is paid by its day, or later with its late fee; a small-scale taxpayer becomes a general one; the
//! owners get their dividend less the tax on it. What each tax comes to is [`crate::firm::tax`]'s to say.

use super::Reported;
use super::trade::present;
use crate::calendar::Date;
use crate::firm::accounts;
use crate::firm::accounts::CashFlow;
use crate::firm::ledger::VoucherLine;
use crate::firm::tax::iit::flat;
use crate::firm::tax::penalty::{days_late, late_fee};
use crate::firm::tax::vat::small_scale::Levy;
use crate::firm::tax::vat::{VatStatus, split, status};
use crate::firm::tax::{TaxEntry, TaxItem, filing};
use crate::firm::{Firm, FirmEvent, FirmNews, Refusal, TaxDue};
use crate::money::Money;
use crate::policy::{Policy, PolicyOn};

impl Firm {
    /// Pays all taxes whose month to pay has come, each with its late fee where its day has passed; what was paid too much
    /// comes back. Refused where the bank has less.
    pub fn pay_taxes(&mut self, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let today = firm.today;
            let on = policy.at(today);
            let due_now = |tax: &TaxDue| tax.due.first_of_month() <= today.first_of_month();
            let dues = &mut firm.open_business()?.dues;
            let paying: Vec<TaxDue> = dues.iter().copied().filter(due_now).collect();
            dues.retain(|tax| !due_now(tax));
            if paying.is_empty() {
                return Err(Refusal::NothingDue);
            }
            let (mut lines, mut fees, mut back) = (Vec::new(), Money::ZERO, Money::ZERO);
            for tax in &paying {
                lines.extend(tax.item.payment(tax.amount).map(owed_line));
                if tax.amount.is_negative() {
                    back = back.checked_sub(tax.amount)?;
                } else {
                    fees = fees.checked_add(late_fee(tax.amount, days_late(tax.due, today), on)?.payable)?;
                }
            }
            let taxes = Money::total(lines.iter().map(|line| line.amount))?;
            lines.push(VoucherLine::credit(accounts::BANK, taxes));
            firm.receive_back(back, events)?;
            firm.pay_out("缴纳税费", &present(&lines), events)?;
            let fee = TaxItem::LateFee.payment(fees).map(entry_lines);
            firm.pay_out("缴纳税收滞纳金", &fee.unwrap_or_default(), events)
        })
    }

    /// Pays all wages, contributions and taxes that are due, in this order and each the oldest first, as far as the bank account
    /// goes. Nothing due, or too little money, ends it and is no refusal.
    pub fn settle_all(&mut self, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            while firm.paid_off(|firm| firm.pay_wages(policy), events)? {}
            while firm.paid_off(Firm::remit_contributions, events)? {}
            firm.paid_off(|firm| firm.pay_taxes(policy), events)?;
            Ok(())
        })
    }

    /// Whether something was due and there was the money for it.
    pub(super) fn paid_off(
        &mut self,
        pay: impl FnOnce(&mut Firm) -> Reported,
        events: &mut Vec<FirmEvent>,
    ) -> Result<bool, Refusal> {
        match pay(self) {
            Ok(paid) => {
                events.extend(paid);
                Ok(true)
            }
            Err(Refusal::NothingDue | Refusal::NotOpen | Refusal::InsufficientFunds { .. }) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Income tax that was prepaid too much comes back.
    fn receive_back(&mut self, amount: Money, events: &mut Vec<FirmEvent>) -> Result<(), Refusal> {
        if amount.is_zero() {
            return Ok(());
        }
        let from = VoucherLine::credit(accounts::INCOME_TAX_PAYABLE, amount);
        self.post_lines("收到退还的企业所得税", &[VoucherLine::debit(accounts::BANK, amount), from], events)?;
        events.push(self.event(FirmNews::Received { purpose: "收到退还的企业所得税".to_owned(), amount }));
        Ok(())
    }

    /// Notes a tax that is to be paid by a day; nothing where it is nought.
    pub(super) fn declare(&mut self, tax: TaxDue, events: &mut Vec<FirmEvent>) -> Result<(), Refusal> {
        if !tax.amount.is_zero() {
            self.open_business()?.dues.push(tax);
            events.push(self.event(FirmNews::TaxDeclared {
                tax: tax.item.chinese().to_owned(),
                amount: tax.amount,
                due: tax.due,
            }));
        }
        Ok(())
    }

    /// Registers as a general taxpayer of its own will: from the first day of the open VAT period (税务总局公告2026年第2号), so
    /// that the period's sales are reckoned again. There is no way back (条例36).
    pub fn become_general(&mut self, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let today = firm.today;
            let VatStatus::SmallScale(period) = firm.open_business()?.vat else { return Err(Refusal::GeneralAlready) };
            let from = status::voluntary_from(today, period)?;
            firm.reckon_as_general(from, today, policy.at(today), events)
        })
    }

    /// Makes it a general taxpayer and reckons the open period's sales again, by a voucher of `day`: the price stays, the tax
    /// in it is that of the supply. Used assets stay at their own rate, by the simple method.
    pub(super) fn reckon_as_general(
        &mut self,
        from: Date,
        day: Date,
        on: PolicyOn<'_>,
        events: &mut Vec<FirmEvent>,
    ) -> Result<(), Refusal> {
        let business = self.open_business()?;
        business.vat = status::change(business.vat, VatStatus::General)?;
        business.turnover.clear();
        let (mut small, mut output, mut simple) = (Money::ZERO, Money::ZERO, Money::ZERO);
        for open in std::mem::take(&mut business.open_sales) {
            small = small.checked_add(open.sale.tax)?;
            if open.sale.levy == Levy::UsedAsset {
                simple = simple.checked_add(open.sale.tax)?;
            } else {
                let gross = open.sale.net.checked_add(open.sale.tax)?;
                output = output.checked_add(split(gross, open.supply.rate(on)?)?.tax)?;
            }
        }
        business.simple_vat = business.simple_vat.checked_add(simple)?;
        let less = output.checked_add(simple)?.checked_sub(small)?;
        let lines = [
            VoucherLine::debit(accounts::SALES, less),
            VoucherLine::debit(accounts::VAT, small),
            VoucherLine::credit(accounts::VAT_OUTPUT, output),
            VoucherLine::credit(accounts::VAT_SIMPLE, simple),
        ];
        let lines = present(&lines);
        if !lines.is_empty() {
            let label = self.ledger.post(day, "转为一般纳税人，本期销售按一般计税重算", lines)?.label();
            let summary = "转为一般纳税人，本期销售按一般计税重算".to_owned();
            events.push(self.event(FirmNews::VoucherPosted { label, summary, amount: output.checked_add(simple)? }));
        }
        events.push(self.event(FirmNews::BecameGeneral { from }));
        Ok(())
    }

    /// Pays the owners, natural persons, the dividend that was declared, and holds back the tax on it (#52).
    pub fn pay_dividend(&mut self, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            firm.solvent()?;
            let owed = firm.ledger.owed(accounts::PROFIT_PAYABLE);
            let next_month = firm.today.first_of_month().plus_months(1)?;
            let due = filing::due_in_month_of(next_month, policy)?.date;
            let held = flat::dividend(owed, policy.at(firm.today))?;
            let net = owed.checked_sub(held.payable)?;
            if !net.is_positive() {
                return Err(Refusal::NothingDue);
            }
            firm.post_lines("代扣分红个人所得税", &held.entry().map(entry_lines).unwrap_or_default(), events)?;
            let to = VoucherLine::debit(accounts::PROFIT_PAYABLE, net);
            firm.pay_out("支付股东分红", &[to, VoucherLine::credit(accounts::BANK, net)], events)?;
            firm.declare(TaxDue { item: TaxItem::DividendTaxWithheld, amount: held.payable, due }, events)
        })
    }
}

fn entry_lines(entry: TaxEntry) -> Vec<VoucherLine> {
    vec![VoucherLine::debit(entry.debit, entry.amount), VoucherLine::credit(entry.credit, entry.amount)]
}

/// The debit that pays a tax; VAT paid is a tax paid in the cash-flow statement, not part of a price.
fn owed_line(entry: TaxEntry) -> VoucherLine {
    let line = VoucherLine::debit(entry.debit, entry.amount);
    if entry.debit == accounts::VAT || entry.debit == accounts::VAT_SIMPLE { line.flow(CashFlow::Taxes) } else { line }
}
