//! Loans of the company: drawn, paid back by instalments or early. Instalments and overdue interest are
//! [`crate::firm::loans`]'s to reckon and to write.

use super::Reported;
use crate::firm::accounts;
use crate::firm::ledger::Period;
use crate::firm::loans::{Loan, LoanError, LoanTerms, booking, private_lending_cap};
use crate::firm::statements::Maturities;
use crate::firm::tax::TaxError;
use crate::firm::tax::stamp::{StampExemption, StampItem, Stamped};
use crate::firm::{Business, Firm, FirmEvent, FirmNews, Refusal};
use crate::money::Money;
use crate::policy::Policy;

impl Firm {
    /// Draws a loan of a financial institution today (#29). The contract is free of stamp duty where the concession for small
    /// enterprises holds. Refuses a rate above what a court would uphold.
    pub fn borrow(&mut self, terms: LoanTerms, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            if terms.annual > private_lending_cap(&policy.at(firm.today))? {
                return Err(TaxError::NotAllowed { what: "such a rate of interest", rule: "private-lending-25" }.into());
            }
            firm.draw(LoanTerms { drawn: firm.today, ..terms }, policy, events)
        })
    }

    pub(super) fn draw(
        &mut self,
        terms: LoanTerms,
        policy: &Policy,
        events: &mut Vec<FirmEvent>,
    ) -> Result<(), Refusal> {
        self.solvent()?;
        let loan = Loan::draw(terms)?;
        self.open_business()?.loans.push(loan);
        self.post_lines("取得借款", &booking::drawn(&terms), events)?;
        let exemption = Some(StampExemption::SmallEnterpriseLoan);
        let contract = Stamped { item: StampItem::Loan, amount: terms.principal, stated_vat: Money::ZERO, exemption };
        self.stamp(&contract, policy.at(self.today))?;
        events.push(self.event(FirmNews::Received { purpose: "取得借款".to_owned(), amount: terms.principal }));
        Ok(())
    }

    /// Pays a loan's next instalment, on its day or late (#30, #31). `loan` is its place among the loans, from nought. The
    /// treasury's share of a guaranteed loan's interest comes in with it.
    pub fn pay_instalment(&mut self, loan: usize, policy: &Policy) -> Reported {
        self.whole(|firm, events| firm.pay_next(loan, policy, events))
    }

    pub(super) fn pay_next(
        &mut self,
        place: usize,
        policy: &Policy,
        events: &mut Vec<FirmEvent>,
    ) -> Result<(), Refusal> {
        let on = policy.at(self.today);
        let loan = self.open_business()?.loans.get_mut(place).ok_or(Refusal::NothingDue)?;
        let paid = loan.pay_instalment(&on)?;
        let terms = *loan.terms();
        self.post_lines("计提借款利息", &booking::interest_due(paid.interest), events)?;
        let lines = booking::instalment_paid(&terms, &paid).map_err(LoanError::from)?;
        self.pay_out("归还借款本息", &lines, events)?;
        self.subsidise(place, paid.interest, paid.is_late(), events)
    }

    /// Pays back part of a loan's principal, or all of it, before its time.
    pub fn repay_early(&mut self, loan: usize, principal: Money, policy: &Policy) -> Reported {
        self.whole(|firm, events| firm.pay_back(loan, principal, policy, events))
    }

    pub(super) fn pay_back(
        &mut self,
        place: usize,
        principal: Money,
        policy: &Policy,
        events: &mut Vec<FirmEvent>,
    ) -> Result<(), Refusal> {
        let on = policy.at(self.today);
        let loan = self.open_business()?.loans.get_mut(place).ok_or(Refusal::NothingDue)?;
        let paid = loan.repay_early(principal, &on)?;
        let terms = *loan.terms();
        let lines = booking::repaid_early(&terms, &paid).map_err(LoanError::from)?;
        self.pay_out("提前归还借款", &lines, events)?;
        self.subsidise(place, paid.interest, false, events)
    }

    pub(super) fn loan(&self, place: usize) -> Result<&Loan, Refusal> {
        self.business().and_then(|business| business.loans().get(place)).ok_or(Refusal::NothingDue)
    }
}

/// What of the long loans falls due within a year of a month's end.
pub(in crate::firm) fn maturities(business: Option<&Business>, period: Period) -> Result<Maturities, Refusal> {
    let mut maturities = Maturities::default();
    let end = period.last_day().plus_months(12)?;
    for loan in business.map_or(&[][..], |business| business.loans()) {
        // What is drawn after the month is not in its balance sheet.
        if booking::account(loan.terms()) == accounts::LONG_LOANS && loan.terms().drawn <= period.last_day() {
            let within = loan.ahead().filter(|(due, _)| *due <= end).map(|(_, one)| one.principal);
            maturities.loans_within_a_year = maturities.loans_within_a_year.checked_add(Money::total(within)?)?;
        }
    }
    Ok(maturities)
}
