//! The owners' side: the company divided into shares, rounds of money and what is agreed with them, options, transfers, the sale
//! of the company; something other than money brought in. Prices, pools and percentages are [`crate::firm::equity`]'s to reckon.

mod exit;
mod options;
mod rounds;
mod transfers;

pub use options::Granted;
pub use transfers::Transfer;

use super::Reported;
use crate::firm::accounts;
use crate::firm::assets::Purchase;
use crate::firm::equity::{Board, CapTable, EquityError, EquityNews, Holding, Preferred, ShareClass};
use crate::firm::ledger::VoucherLine;
use crate::firm::registry::votes::{self, Resolution};
use crate::firm::tax::stamp::StampItem;
use crate::firm::{Firm, FirmEvent, FirmNews, Refusal};
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
            business.covenants.founders = founders.holdings().iter().map(|holding| holding.holder.clone()).collect();
            business.cap_table = founders;
            for holding in firm.business().map_or(&[][..], |business| business.cap_table.holdings()) {
                let (holder, shares) = (holding.holder.clone(), holding.shares);
                events.push(firm.event(FirmNews::SharesIssued { holder, shares, paid: None }));
            }
            Ok(())
        })
    }

    /// Seats the board. Refuses a number of directors that is no board (公司法68, 75), and fewer investors' seats than were
    /// promised in rounds.
    pub fn seat_board(&mut self, board: Board, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            board.check(&policy.at(firm.today))?;
            let covenants = &mut firm.open_business()?.covenants;
            let promised = seats_promised(&covenants.preferred);
            if board.investors < promised {
                let (promised, seated) = (u64::from(promised), u64::from(board.investors));
                return Err(EquityError::SeatsPromised { promised, seated }.into());
            }
            covenants.board = Some(board);
            events.push(firm.told(EquityNews::BoardSeated(board)));
            Ok(())
        })
    }

    /// Whether the votes of these holders carry a resolution of the shareholders' meeting: by issued shares, of which the pool has
    /// none (REG-14, 公司法66). Before the company is divided the founders have all.
    pub fn carries(&self, resolution: Resolution, favour: &[&str], policy: &Policy) -> Result<bool, Refusal> {
        let on = policy.at(self.today);
        let Some(table) = self.shares() else { return Ok(favour.contains(&FOUNDERS)) };
        let voting =
            |holding: &&Holding| holding.class != ShareClass::Pool && favour.contains(&holding.holder.as_str());
        let votes = table.holdings().iter().filter(voting).map(|holding| holding.shares);
        Ok(votes::carried(resolution, votes.fold(0, u64::saturating_add), table.issued(), &on)?)
    }

    /// Who holds what of a company that is open for business; where the founders have not divided it, they hold together one share
    /// for each yuan subscribed.
    pub fn table(&self) -> Option<CapTable> {
        self.shares().cloned().or_else(|| founders_table(self.capital()?).ok())
    }

    /// The table as it is, or, where the founders have not divided the company, one share for each yuan subscribed.
    fn divided(&mut self) -> Result<CapTable, Refusal> {
        let capital = self.capital().ok_or(Refusal::NotFounded)?;
        let business = self.open_business()?;
        if business.cap_table.total() == 0 {
            business.cap_table = founders_table(capital)?;
            business.covenants.founders = vec![FOUNDERS.to_owned()];
        }
        Ok(business.cap_table.clone())
    }

    fn told(&self, news: EquityNews) -> FirmEvent {
        self.event(FirmNews::Equity(news))
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

fn seats_promised(preferred: &[Preferred]) -> u8 {
    preferred.iter().map(|one| one.terms.seats).fold(0, u8::saturating_add)
}

fn founders_table(capital: Money) -> Result<CapTable, EquityError> {
    let shares = capital.fen().checked_div(FEN_A_SHARE).and_then(|shares| u64::try_from(shares).ok());
    let shares = shares.ok_or(EquityError::Shares)?;
    CapTable::new([Holding { holder: FOUNDERS.to_owned(), class: ShareClass::Common, shares }])
}
