//! Leaving the register, by the simplified way or the ordinary one (facts §6.2). What is left goes to the shareholders in
//! proportion to their shares (公司法236), after every debt.

use super::Reported;
use crate::calendar::Date;
use crate::firm::accounts::{self, Class};
use crate::firm::equity::{ShareClass, booking};
use crate::firm::law::deregistration::{self, Application, State};
use crate::firm::leaving::{Leaving, LeavingError, LeavingStep, Liquidation, LiquidationStep};
use crate::firm::ledger::VoucherLine;
use crate::firm::{Firm, FirmEvent, FirmNews, Refusal};
use crate::money::Money;
use crate::policy::Policy;

impl Firm {
    /// Where it stands on its way out; nothing while it stays.
    pub fn leaving(&self) -> Option<Leaving> {
        self.leaving
    }

    /// Publishes the intention to leave by the simplified way. Refused by what closes it: what `outside` says, and debts, claims
    /// and people that the company itself knows of. An earlier publication whose time is over may be repeated.
    pub fn publish_simplified(&mut self, outside: &State, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let on = policy.at(firm.today);
            match firm.leaving {
                None => {}
                Some(Leaving::Simplified { published }) => {
                    let days = deregistration::simplified(published, &on).map_err(LeavingError::from)?;
                    if days.applied(firm.today) != Application::StartAgain {
                        return Err(LeavingError::Already.into());
                    }
                }
                Some(_) => return Err(LeavingError::Already.into()),
            }
            if firm.registration.is_none() {
                return Err(Refusal::NotFounded);
            }
            let obstacles =
                deregistration::obstacles(&State { debts: outside.debts || firm.has_claims_or_debts(), ..*outside });
            if !obstacles.is_empty() {
                return Err(LeavingError::Closed(obstacles).into());
            }
            let published = firm.today;
            firm.leaving = Some(Leaving::Simplified { published });
            events.push(firm.event(FirmNews::LeavingStep { step: LeavingStep::Published, late: false }));
            Ok(())
        })
    }

    /// Applies by the simplified way, with an extension granted or without one. Refused before publicity is over, after the time
    /// to apply, and where debts have come up since.
    pub fn apply_simplified(&mut self, extended: bool, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let Some(Leaving::Simplified { published }) = firm.leaving else {
                return Err(LeavingError::NotBegun.into());
            };
            let days = deregistration::simplified(published, &policy.at(firm.today)).map_err(LeavingError::from)?;
            match days.applied(firm.today) {
                Application::TooEarly => return Err(LeavingError::Publicity { from: days.opens }.into()),
                Application::NeedsExtension if !extended => {
                    return Err(LeavingError::NeedsExtension { last: days.closes }.into());
                }
                Application::StartAgain => return Err(LeavingError::StartAgain.into()),
                Application::InTime | Application::NeedsExtension => {}
            }
            if firm.has_claims_or_debts() {
                return Err(LeavingError::DebtsFirst.into());
            }
            firm.distribute_rest(events)?;
            firm.strike_off(false, events);
            Ok(())
        })
    }

    /// Forms a liquidation group for a cause of dissolution of some day, in time or late.
    pub fn form_liquidation(&mut self, cause: Date, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            if firm.registration.is_none() {
                return Err(Refusal::NotFounded);
            }
            if matches!(firm.leaving, Some(Leaving::Ordinary(_))) {
                return Err(LeavingError::Already.into());
            }
            let by = deregistration::form_team_by(cause, &policy.at(firm.today)).map_err(LeavingError::from)?;
            let formed = firm.today;
            firm.leaving = Some(Leaving::Ordinary(Liquidation {
                formed,
                published: None,
                notified: None,
                announced: None,
                cleared: None,
                finished: None,
            }));
            events.push(firm.event(FirmNews::LeavingStep { step: LeavingStep::GroupFormed, late: formed > by }));
            Ok(())
        })
    }

    /// Does a step of the liquidation, in time or late. Clearing taxes is refused while any is open, or wages, or somebody works.
    pub fn liquidate(&mut self, step: LiquidationStep, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let mut done = firm.liquidation()?;
            let days = deregistration::ordinary(done.formed, &policy.at(firm.today)).map_err(LeavingError::from)?;
            let (place, by, told) = match step {
                LiquidationStep::PublishGroup => {
                    (&mut done.published, Some(days.publish_team), LeavingStep::GroupPublished)
                }
                LiquidationStep::NotifyCreditors => {
                    (&mut done.notified, Some(days.notify), LeavingStep::CreditorsNotified)
                }
                LiquidationStep::Announce => (&mut done.announced, Some(days.announce), LeavingStep::Announced),
                LiquidationStep::ClearTaxes if !firm.is_cleared() => return Err(LeavingError::NotCleared.into()),
                LiquidationStep::ClearTaxes => (&mut done.cleared, None, LeavingStep::TaxesCleared),
            };
            if place.is_some() {
                return Err(LeavingError::Already.into());
            }
            *place = Some(firm.today);
            let late = by.is_some_and(|by| firm.today > by);
            firm.leaving = Some(Leaving::Ordinary(done));
            events.push(firm.event(FirmNews::LeavingStep { step: told, late }));
            Ok(())
        })
    }

    /// Ends the liquidation: what is left at the bank goes to the shareholders. Refused before every step is done, while creditors
    /// may declare claims, and while anything is owed.
    pub fn finish_liquidation(&mut self, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let done = firm.liquidation()?;
            let (Some(_), Some(notified), Some(announced), Some(_), None) =
                (done.published, done.notified, done.announced, done.cleared, done.finished)
            else {
                return Err(LeavingError::OutOfOrder.into());
            };
            let on = policy.at(firm.today);
            let until = deregistration::claim_by(Some(notified), announced, &on).map_err(LeavingError::from)?;
            let until = until.max(deregistration::claim_by(None, announced, &on).map_err(LeavingError::from)?);
            if firm.today <= until {
                return Err(LeavingError::ClaimsOpen { until }.into());
            }
            if firm.owes() {
                return Err(LeavingError::DebtsFirst.into());
            }
            firm.distribute_rest(events)?;
            firm.leaving = Some(Leaving::Ordinary(Liquidation { finished: Some(firm.today), ..done }));
            events.push(firm.event(FirmNews::LeavingStep { step: LeavingStep::Distributed, late: false }));
            Ok(())
        })
    }

    /// Applies to be struck off after the liquidation, in time or late.
    pub fn apply_ordinary(&mut self, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let finished = firm.liquidation()?.finished.ok_or(LeavingError::OutOfOrder)?;
            let by = deregistration::apply_by(finished, &policy.at(firm.today)).map_err(LeavingError::from)?;
            let late = firm.today > by;
            firm.strike_off(late, events);
            Ok(())
        })
    }

    fn liquidation(&self) -> Result<Liquidation, Refusal> {
        match self.leaving {
            Some(Leaving::Ordinary(done)) => Ok(done),
            _ => Err(LeavingError::NotBegun.into()),
        }
    }

    /// Refuses whatever a company does that was struck off.
    pub(super) fn exists(&self) -> Result<(), Refusal> {
        match self.leaving {
            Some(Leaving::Gone(since)) => Err(LeavingError::Gone { since }.into()),
            _ => Ok(()),
        }
    }

    fn strike_off(&mut self, late: bool, events: &mut Vec<FirmEvent>) {
        self.leaving = Some(Leaving::Gone(self.today));
        events.push(self.event(FirmNews::LeavingStep { step: LeavingStep::StruckOff, late }));
    }

    fn owes(&self) -> bool {
        self.ledger.trial_balance().any(|(code, balance)| code.class() == Class::Liability && !balance.is_zero())
    }

    fn has_claims_or_debts(&self) -> bool {
        let claim = |(code, balance): (accounts::AccountCode, Money)| {
            code.class() == Class::Asset && !code.is_cash() && !balance.is_zero()
        };
        self.owes() || !self.is_cleared() || self.ledger.trial_balance().any(claim)
    }

    fn is_cleared(&self) -> bool {
        let works = self.staff().is_some_and(|staff| staff.count_on(self.today) > 0);
        let open = self.business().is_some_and(|business| {
            !business.taxes_due().is_empty() || !business.payrolls().is_empty() || !business.open_sales().is_zero()
        });
        !works && !open
    }

    /// The bank's money goes to the shareholders by their shares; the founders' part comes to their own purse. It is taken from
    /// capital first, then from surplus, reserves and profit, as far as each goes.
    fn distribute_rest(&mut self, events: &mut Vec<FirmEvent>) -> Result<(), Refusal> {
        let rest = self.bank();
        if !rest.is_positive() {
            return Ok(());
        }
        let mut lines = Vec::new();
        let mut left = rest;
        for account in [accounts::PAID_IN_CAPITAL, accounts::CAPITAL_SURPLUS, accounts::STATUTORY_RESERVE] {
            let part = self.ledger.owed(account).max(Money::ZERO).min(left);
            left = left.checked_sub(part)?;
            lines.extend(part.is_positive().then(|| VoucherLine::debit(account, part)));
        }
        lines.extend(left.is_positive().then(|| VoucherLine::debit(accounts::RETAINED, left)));
        lines.push(VoucherLine::credit(accounts::BANK, rest));
        self.pay_out("向股东分配剩余财产", &lines, events)?;
        let mut own = rest;
        if let Some(table) = self.shares() {
            let founders = self.covenants().map_or(&[][..], |covenants| covenants.founders());
            let theirs =
                |one: &&crate::firm::equity::Holding| one.class != ShareClass::Pool && founders.contains(&one.holder);
            let shares = table.holdings().iter().filter(theirs).map(|one| one.shares).fold(0, u64::saturating_add);
            own = booking::registered_part(rest, shares, table.issued())?;
        }
        self.founders_fund = self.founders_fund.checked_add(own)?;
        Ok(())
    }
}
