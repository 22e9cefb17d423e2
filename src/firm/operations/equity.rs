//! Shares for money: a priced round. How many shares it comes to and what of the money is registered capital is
//! [`crate::firm::equity`]'s to say.

use super::Reported;
use crate::firm::equity::{CapTable, EquityError, Holding, PriceRound, RoundOutcome, ShareClass, booking};
use crate::firm::registry::ApplicationField;
use crate::firm::tax::stamp::{StampItem, Stamped};
use crate::firm::{Firm, FirmNews, Refusal};
use crate::money::Money;
use crate::policy::Policy;

/// The holder's name under which the founders stand in the table.
const FOUNDERS: &str = "创始人";

/// The founders hold one share for each yuan subscribed.
const FEN_A_SHARE: i64 = 100;

impl Firm {
    /// Closes a round today: the money comes in, registered capital grows with the issued shares, what is above it is 资本公积
    /// (#3). Refused for what is no company, for money below the par of its shares, and for more shareholders than the law
    /// allows.
    pub fn issue_shares(&mut self, round: &PriceRound, policy: &Policy) -> Reported {
        let capital = self.capital().ok_or(Refusal::NotFounded)?;
        let form = self.application.text(ApplicationField::Form).and_then(|form| policy.entity_form(form));
        if form.is_none_or(|form| !form.legal_person) {
            return Err(Refusal::NotLegalPerson);
        }
        self.whole(|firm, events| {
            let on = policy.at(firm.today);
            let before = match firm.shares.take() {
                Some(table) => table,
                None => founders_table(capital)?,
            };
            let RoundOutcome { new_shares, table, .. } = round.close(&before)?;
            table.check_holders(&on)?;
            let registered = booking::registered_part(capital, new_shares, before.issued())?;
            firm.post_lines("收到投资款", &booking::paid_in(round.invested, registered)?, events)?;
            let capital = capital.checked_add(registered)?;
            if let Some(registration) = &mut firm.registration {
                registration.capital = capital;
            }
            firm.shares = Some(table);
            if firm.business.is_some() {
                let (item, amount) = (StampItem::Capital, round.invested);
                firm.stamp(&Stamped { item, amount, stated_vat: Money::ZERO, exemption: None }, on)?;
            }
            let (investor, amount) = (round.investor.clone(), round.invested);
            events.push(firm.event(FirmNews::SharesIssued { investor, shares: new_shares, amount, capital }));
            Ok(())
        })
    }
}

fn founders_table(capital: Money) -> Result<CapTable, EquityError> {
    let shares = capital.fen().checked_div(FEN_A_SHARE).and_then(|shares| u64::try_from(shares).ok());
    let shares = shares.ok_or(EquityError::Shares)?;
    CapTable::new([Holding { holder: FOUNDERS.to_owned(), class: ShareClass::Common, shares }])
}
