//! Rounds of money: what converts before them, the new shares, what a cheaper price gives those who are protected.

use std::cmp::Ordering;

use crate::firm::accounts;
use crate::firm::equity::{
    CapTable, Conversion, Convertible, DownRound, EquityError, EquityNews, Preferred, PriceRound, RoundOutcome,
    ShareClass, SharePrice, Terms, booking, convert, reprice,
};
use crate::firm::operations::Reported;
use crate::firm::{Firm, FirmEvent, FirmNews, Refusal};
use crate::money::Money;
use crate::policy::Policy;

/// The price that convertibles are settled at and what they become follow from each other; so often they are worked out at most.
const PASSES: usize = 32;

impl Firm {
    /// Takes money that becomes shares at the next round, by a cap, a discount, or whichever gives more; until then it is owed
    /// (长期应付款 [D]).
    pub fn sign_convertible(&mut self, convertible: &Convertible) -> Reported {
        self.whole(|firm, events| {
            firm.solvent()?;
            firm.divided()?;
            // Whether it can ever convert is asked now.
            convertible.promised()?;
            SharePrice::of(convertible.amount, 1)?.discounted(convertible.discount)?;
            firm.post_lines("收到可转换投资款", &booking::convertible(convertible.amount), events)?;
            firm.open_business()?.covenants.convertibles.push(convertible.clone());
            let (holder, amount) = (convertible.holder.clone(), convertible.amount);
            events.push(firm.told(EquityNews::ConvertibleSigned { holder, amount }));
            Ok(())
        })
    }

    /// Closes a round of money for shares like anybody else's.
    pub fn issue_shares(&mut self, round: &PriceRound, policy: &Policy) -> Reported {
        self.close_round(round, Terms::default(), policy)
    }

    /// Closes a round of money (#3): convertibles become shares before it; the new shares' part of the registered capital is added
    /// to it, the rest is 资本公积; earlier investors who are protected against a cheaper price get their shares out of 资本公积.
    /// Founders who have not divided the company hold one share for each yuan subscribed. Refuses a price below what the registered capital of the shares comes to.
    pub fn close_round(&mut self, round: &PriceRound, terms: Terms, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let before = firm.divided()?;
            let issued = before.issued();
            let (conversions, mut outcome) = firm.priced(&before, round)?;
            let capital = firm.capital().ok_or(Refusal::NotFounded)?;
            let mut added = firm.convert_all(&conversions, capital, issued, events)?;
            let registered = booking::registered_part(capital, outcome.new_shares, issued)?;
            firm.post_lines("收到投资者出资", &booking::paid_in(round.invested, registered)?, events)?;
            added = added.checked_add(registered)?;
            let (holder, shares, paid) = (round.investor.clone(), outcome.new_shares, Some(round.invested));
            events.push(firm.event(FirmNews::SharesIssued { holder, shares, paid }));
            let counted = outcome.table.total().saturating_sub(outcome.new_shares);
            for (place, extra) in firm.protected(round, &outcome, counted)? {
                let preferred = firm.open_business()?.covenants.preferred.get_mut(place).ok_or(EquityError::Shares)?;
                preferred.shares = preferred.shares.saturating_add(extra);
                let (holder, class) = (preferred.holder.clone(), preferred.class);
                outcome.table.issue(&holder, class, extra)?;
                let part = booking::registered_part(capital, extra, issued)?;
                firm.out_of_surplus(part, events)?;
                added = added.checked_add(part)?;
                events.push(firm.told(EquityNews::Protected { holder, shares: extra }));
            }
            outcome.table.check_holders(&policy.at(firm.today))?;
            if let Some(registration) = &mut firm.registration {
                registration.capital = capital.checked_add(added)?;
            }
            let business = firm.open_business()?;
            business.cap_table = outcome.table;
            business.covenants.convertibles.clear();
            if terms != Terms::default() {
                let (holder, class, shares) = (round.investor.clone(), round.class, outcome.new_shares);
                business.covenants.take(Preferred { holder, class, invested: round.invested, shares, terms })?;
            }
            Ok(())
        })
    }

    /// What the convertibles become at a round and what the round then comes to: its price counts their shares among those before.
    fn priced(
        &self,
        before: &CapTable,
        round: &PriceRound,
    ) -> Result<(Vec<(Convertible, Conversion)>, RoundOutcome), Refusal> {
        let waiting = self.business().map_or(&[][..], |business| business.covenants.convertibles());
        let mut conversions: Vec<Conversion> = Vec::new();
        let mut outcome = round.close(before)?;
        if waiting.is_empty() {
            return Ok((Vec::new(), outcome));
        }
        for _ in 0..PASSES {
            let next = convert(waiting, before.total(), outcome.price)?;
            let settled = next == conversions;
            conversions = next;
            let mut table = before.clone();
            for one in &conversions {
                table.issue(&one.holder, ShareClass::Common, one.shares)?;
            }
            outcome = round.close(&table)?;
            if settled {
                break;
            }
        }
        Ok((waiting.iter().cloned().zip(conversions).collect(), outcome))
    }

    /// Books what converts, and gives the registered capital it adds.
    fn convert_all(
        &mut self,
        conversions: &[(Convertible, Conversion)],
        capital: Money,
        issued: u64,
        events: &mut Vec<FirmEvent>,
    ) -> Result<Money, Refusal> {
        let mut added = Money::ZERO;
        for (convertible, conversion) in conversions {
            let registered = booking::registered_part(capital, conversion.shares, issued)?;
            self.post_lines("可转换投资款转为股权", &booking::converted(convertible.amount, registered)?, events)?;
            added = added.checked_add(registered)?;
            let (holder, shares) = (conversion.holder.clone(), conversion.shares);
            events.push(self.told(EquityNews::Converted { holder, amount: convertible.amount, shares }));
        }
        Ok(added)
    }

    /// The places of the protected investors for whom the round is cheaper than what they paid, and how many more shares each gets.
    fn protected(&self, round: &PriceRound, outcome: &RoundOutcome, before: u64) -> Result<Vec<(usize, u64)>, Refusal> {
        let new = SharePrice::of(round.invested, outcome.new_shares)?;
        let mut more = Vec::new();
        let preferred = self.business().map_or(&[][..], |business| business.covenants.preferred());
        for (place, one) in preferred.iter().enumerate() {
            if new.compare(SharePrice::of(one.invested, one.shares)?) != Ordering::Less {
                continue;
            }
            let down = DownRound {
                invested: one.invested,
                protected: one.shares,
                all_before: before,
                new_money: round.invested,
                new_shares: outcome.new_shares,
            };
            let extra = reprice(one.terms.anti_dilution, &down)?.shares.saturating_sub(one.shares);
            more.extend((extra > 0).then_some((place, extra)));
        }
        Ok(more)
    }

    fn out_of_surplus(&mut self, needed: Money, events: &mut Vec<FirmEvent>) -> Result<(), Refusal> {
        let there = self.ledger.owed(accounts::CAPITAL_SURPLUS);
        if needed > there {
            return Err(EquityError::SurplusTooLow { needed, there }.into());
        }
        self.post_lines("反稀释：资本公积转增资本", &booking::from_surplus(needed), events)
    }
}
