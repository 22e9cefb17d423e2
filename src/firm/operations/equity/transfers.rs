//! Shares that change hands between people: the company's books stay as they are.

use crate::firm::equity::{EquityError, EquityNews, ShareClass, TransferNotice, transfer_tax};
use crate::firm::ledger::Period;
use crate::firm::operations::Reported;
use crate::firm::{Firm, Refusal};
use crate::money::Money;
use crate::policy::Policy;

/// A transfer of shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// Who sells.
    pub from: String,
    /// Who buys.
    pub to: String,
    /// Of what class.
    pub class: ShareClass,
    /// How many.
    pub shares: u64,
    /// For how much.
    pub price: Money,
    /// What the seller paid for them.
    pub cost: Money,
    /// Whether there is a good reason for a price below the shares' part of net assets.
    pub justified: bool,
    /// Whether all other shareholders have given up their right to buy first.
    pub waived: bool,
}

impl Firm {
    /// Tells the other shareholders in writing that somebody wants to sell to an outsider: how many, for how much (公司法84). Who
    /// does not answer in time has given up the right to buy first.
    pub fn notify_transfer(&mut self, from: &str, to: &str, shares: u64, price: Money, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let answer_by = policy.at(firm.today).term_from("transfer.reply", firm.today)?;
            let held = firm.divided()?.held_by(from);
            if shares == 0 || shares > held {
                return Err(EquityError::TooFewShares { holder: from.to_owned(), held, asked: shares }.into());
            }
            let (from, to) = (from.to_owned(), to.to_owned());
            let notice = TransferNotice { from: from.clone(), to: to.clone(), shares, price, answer_by };
            firm.open_business()?.covenants.notices.push(notice);
            events.push(firm.told(EquityNews::TransferNoticed { from, to, answer_by }));
            Ok(())
        })
    }

    /// Carries a transfer out; the terms of preferred shares go with them. Refuses one to an outsider that the others were not
    /// told of, or before they can no longer answer, unless all have given up their right (公司法84). The seller, a natural person,
    /// owes tax on the gain, and on the shares' part of net assets where the price lies below it without a reason.
    pub fn transfer_shares(&mut self, transfer: &Transfer, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let today = firm.today;
            let mut table = firm.divided()?;
            let Transfer { from, to, class, shares, .. } = transfer;
            if table.held_by(to) == 0 && !transfer.waived {
                firm.noticed(transfer)?;
            }
            let issued = table.issued();
            table.transfer((from, *class), (to, *class), *shares)?;
            table.check_holders(&policy.at(today))?;
            let sheet = firm.statements(Period::of(today))?.balance_sheet;
            let net_assets = sheet.row(30).checked_sub(sheet.row(47))?;
            let on = policy.at(today);
            let (price, cost) = (transfer.price, transfer.cost);
            let tax = transfer_tax(price, cost, net_assets, (*shares, issued), transfer.justified, &on)?.tax;
            let covenants = &mut firm.open_business()?.covenants;
            covenants.hand_over((from, to), *class, *shares)?;
            let sells = covenants.founders.contains(from);
            let buys = covenants.founders.contains(to);
            firm.open_business()?.cap_table = table;
            let got = if sells { price.checked_sub(tax)? } else { Money::ZERO };
            firm.to_founders(if buys { got.checked_sub(price)? } else { got })?;
            let (from, to) = (from.clone(), to.clone());
            events.push(firm.told(EquityNews::Transferred { from, to, shares: *shares, tax }));
            Ok(())
        })
    }

    /// Uses up the notice of a transfer whose time to answer is over.
    fn noticed(&mut self, transfer: &Transfer) -> Result<(), Refusal> {
        let today = self.today;
        let notices = &mut self.open_business()?.covenants.notices;
        let of = |one: &TransferNotice| {
            (&one.from, &one.to, one.shares, one.price)
                == (&transfer.from, &transfer.to, transfer.shares, transfer.price)
        };
        let place = notices.iter().position(of).ok_or(EquityError::NoNotice)?;
        let until = notices.get(place).ok_or(EquityError::NoNotice)?.answer_by;
        if today <= until {
            return Err(EquityError::NoticeRuns { until }.into());
        }
        notices.remove(place);
        Ok(())
    }

    /// Money comes to the founders' own purse, or goes from it; refused where it has less.
    pub(super) fn to_founders(&mut self, amount: Money) -> Result<(), Refusal> {
        let left = self.founders_fund.checked_add(amount)?;
        if left.is_negative() {
            let needed = amount.checked_neg()?;
            return Err(Refusal::InsufficientFunds { needed, available: self.founders_fund });
        }
        self.founders_fund = left;
        Ok(())
    }
}
