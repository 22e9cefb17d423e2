//! The owners' side: the company divided into shares, a round of money, something other than money brought in. Prices, pools
//! and percentages are [`crate::firm::equity`]'s to reckon.

use super::Reported;
use crate::firm::accounts;
use crate::firm::assets::Purchase;
use crate::firm::equity::{CapTable, EquityError, Holding, PriceRound, ShareClass, booking};
use crate::firm::ledger::VoucherLine;
use crate::firm::tax::stamp::StampItem;
use crate::firm::{Firm, FirmNews, Refusal};
use crate::money::Money;
use crate::policy::{Policy, PolicyOn};

/// The holder's name under which the founders stand in the table.
const FOUNDERS: &str = "创始人";

/// The founders hold one share for each yuan subscribed.
const FEN_A_SHARE: i64 = 100;

impl Firm {
    /// Divides the company into its founders' shares, once. Refuses more holders than the law allows (公司法42).
    pub fn divide_shares(&mut self, founders: CapTable, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            founders.check_holders(&policy.at(firm.today))?;
            if founders.total() == 0 {
                return Err(EquityError::Shares.into());
            }
            let business = firm.open_business()?;
            if business.cap_table.total() > 0 {
                return Err(Refusal::DividedAlready);
            }
            business.cap_table = founders;
            for holding in firm.business().map_or(&[][..], |business| business.cap_table.holdings()) {
                let (holder, shares) = (holding.holder.clone(), holding.shares);
                events.push(firm.event(FirmNews::SharesIssued { holder, shares, paid: None }));
            }
            Ok(())
        })
    }

    /// Closes a round of money (#3): the new shares' part of the registered capital is added to it, the rest is 资本公积.
    /// Founders who have not divided the company hold one share for each yuan subscribed. Refuses a price below what the registered capital of the shares comes to.
    pub fn issue_shares(&mut self, round: &PriceRound, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let on = policy.at(firm.today);
            let capital = firm.capital().ok_or(Refusal::NotFounded)?;
            let held = &firm.open_business()?.cap_table;
            let founders = (held.total() == 0).then(|| founders_table(capital)).transpose()?;
            let before = founders.as_ref().unwrap_or(held);
            let outcome = round.close(before)?;
            let registered = booking::registered_part(capital, outcome.new_shares, before.issued())?;
            outcome.table.check_holders(&on)?;
            firm.post_lines("收到投资者出资", &booking::paid_in(round.invested, registered)?, events)?;
            if let Some(registration) = &mut firm.registration {
                registration.capital = capital.checked_add(registered)?;
            }
            firm.open_business()?.cap_table = outcome.table;
            events.push(firm.event(FirmNews::SharesIssued {
                holder: round.investor.clone(),
                shares: outcome.new_shares,
                paid: Some(round.invested),
            }));
            Ok(())
        })
    }

    /// A founder brings in something other than money, at its valuation (#2, 公司法48), never beyond what was subscribed.
    pub fn pay_in_kind(&mut self, brought: &Purchase, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let on = policy.at(firm.today);
            let (amount, kind) = (brought.cost, brought.kind);
            firm.within_subscribed(amount)?;
            let taken = Purchase { in_use: firm.today, ..brought.clone() };
            let id = firm.open_business()?.assets.take(taken, &on)?;
            let lines = [
                VoucherLine::debit(kind.cost_account(), amount).asset(id),
                VoucherLine::credit(accounts::PAID_IN_CAPITAL, amount),
            ];
            firm.post_lines("收到股东非货币出资", &lines, events)?;
            events.push(firm.event(FirmNews::CapitalPaidIn { amount }));
            Ok(())
        })
    }

    /// Refuses to take in more capital than was subscribed and is not paid in yet.
    pub(super) fn within_subscribed(&self, amount: Money) -> Result<(), Refusal> {
        let subscribed = self.capital().ok_or(Refusal::NotFounded)?;
        let paid = self.ledger.balance(accounts::PAID_IN_CAPITAL).checked_neg()?;
        if paid.checked_add(amount)? > subscribed {
            return Err(Refusal::BeyondSubscribed { amount, subscribed });
        }
        Ok(())
    }

    /// Adds the stamp duty on what paid-in capital and 资本公积 have grown by to the quarter's (#4).
    pub(super) fn stamp_capital(&mut self, on: PolicyOn<'_>) -> Result<(), Refusal> {
        let capital = [accounts::PAID_IN_CAPITAL, accounts::CAPITAL_SURPLUS].map(|account| self.ledger.owed(account));
        let capital = Money::total(capital)?;
        let stamped = self.open_business()?.capital_stamped;
        if capital > stamped {
            self.sign(StampItem::Capital, capital.checked_sub(stamped)?, Money::ZERO, on)?;
            self.open_business()?.capital_stamped = capital;
        }
        Ok(())
    }
}

fn founders_table(capital: Money) -> Result<CapTable, EquityError> {
    let shares = capital.fen().checked_div(FEN_A_SHARE).and_then(|shares| u64::try_from(shares).ok());
    let shares = shares.ok_or(EquityError::Shares)?;
    CapTable::new([Holding { holder: FOUNDERS.to_owned(), class: ShareClass::Common, shares }])
}
