//! The company is sold as a whole, or its founders make good what targets were missed by: money between shareholders, not the
//! company's.

use crate::firm::accounts;
use crate::firm::equity::{
    Adjustment, CapTable, Covenants, EquityError, EquityNews, Holding, ShareClass, booking, distribute,
};
use crate::firm::operations::Reported;
use crate::firm::{Firm, Refusal};
use crate::money::Money;
use crate::policy::Policy;

impl Firm {
    /// All shares are sold to one buyer. The proceeds go to the holders by the preferences agreed, later rounds first; each, a
    /// natural person, owes tax on what is more than the capital paid in for the shares, taken in the shares' proportion [D]. What the founders keep comes to their
    /// own purse. The company's books stay as they are; options and the pool come to nothing.
    pub fn sell_company(&mut self, buyer: &str, price: Money, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let table = firm.divided()?;
            let covenants = &firm.open_business()?.covenants;
            if !price.is_positive() {
                return Err(EquityError::Amount.into());
            }
            let founders = covenants.founders.clone();
            let paid = distribute(price, &table, covenants)?;
            events.push(firm.told(EquityNews::CompanySold { buyer: buyer.to_owned(), price }));
            let rate = policy.at(firm.today).rate("equity.transfer-tax")?;
            let capital = firm.ledger.owed(accounts::PAID_IN_CAPITAL);
            for (holding, amount) in paid {
                let cost = booking::registered_part(capital, holding.shares, table.issued())?;
                let tax = amount.checked_sub(cost)?.max(Money::ZERO).at(rate)?;
                if founders.contains(&holding.holder) {
                    firm.to_founders(amount.checked_sub(tax)?)?;
                }
                events.push(firm.told(EquityNews::Proceeds { holder: holding.holder, amount, tax }));
            }
            let all = Holding { holder: buyer.to_owned(), class: ShareClass::Common, shares: table.issued() };
            let today = firm.today;
            let business = firm.open_business()?;
            business.cap_table = CapTable::new([all])?;
            business.covenants = Covenants { sold: Some(today), ..Covenants::default() };
            Ok(())
        })
    }

    /// The founders pay an investor what was agreed for missed targets. Refused where the company was to pay: it may not pay
    /// its shareholders back without reducing its capital (九民纪要5); and where nobody promised.
    pub fn compensate(&mut self, holder: &str, amount: Money) -> Reported {
        self.whole(|firm, events| {
            let preferred = &firm.open_business()?.covenants.preferred;
            let owes = preferred.iter().find(|one| one.holder == holder).map(|one| one.terms.adjustment);
            match owes {
                Some(Adjustment::Founders) => {}
                Some(Adjustment::Company) => return Err(EquityError::CompanyPaysBack.into()),
                Some(Adjustment::Nobody) | None => return Err(EquityError::NoAdjustment(holder.to_owned()).into()),
            }
            if !amount.is_positive() {
                return Err(Refusal::Equity(EquityError::Amount));
            }
            firm.draw_on_founders(amount)?;
            events.push(firm.told(EquityNews::Compensated { holder: holder.to_owned(), amount }));
            Ok(())
        })
    }
}
