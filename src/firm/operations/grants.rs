//! Money of the treasury: grants at once or for what is still to come, returned where they must be; guaranteed startup loans
//! whose interest it shares. Who gets what is [`crate::firm::grants`]' and [`crate::firm::loans`]' to say.

use super::Reported;
use crate::firm::accounts;
use crate::firm::business::{Spread, Subsidised};
use crate::firm::grants::{self, GrantCase, booking as granted};
use crate::firm::ledger::VoucherLine;
use crate::firm::loans::{Borrower, LoanApplication, LoanTerms, RepaymentMethod, SubsidyShare, booking, examine};
use crate::firm::tax::TaxError;
use crate::firm::{Firm, FirmEvent, FirmNews, Refusal, Unposted};
use crate::money::Money;
use crate::policy::Policy;

impl Firm {
    /// Applies for a grant and gets it (#33). Refuses where conditions are not met, naming each, and a second time.
    pub fn receive_grant(&mut self, programme: &str, case: &GrantCase, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let ruling = grants::examine(programme, case, &policy.at(firm.today))?;
            if !ruling.granted() {
                return Err(Refusal::NotGranted(ruling.failed));
            }
            let received = &mut firm.open_business()?.grants;
            if received.contains(&ruling.programme) {
                return Err(Refusal::GrantedAlready(ruling.programme));
            }
            received.push(ruling.programme);
            firm.post_lines("收到政府补助", &granted::received(ruling.amount), events)?;
            firm.told_of(FirmNews::Received { purpose: "政府补助".to_owned(), amount: ruling.amount }, events);
            Ok(())
        })
    }

    /// Receives a grant for an asset or for later periods, which becomes income month by month from this month's end on (#34).
    pub fn receive_grant_ahead(&mut self, amount: Money, months: u32) -> Reported {
        if !amount.is_positive() {
            return Err(Unposted::Amount(amount).into());
        }
        self.whole(|firm, events| {
            let spread = spread(accounts::DEFERRED_INCOME, accounts::GRANTS, amount, months)?;
            firm.open_business()?.spreads.push(spread);
            firm.post_lines("收到政府补助（递延）", &granted::received_ahead(amount), events)?;
            firm.told_of(FirmNews::Received { purpose: "政府补助".to_owned(), amount }, events);
            Ok(())
        })
    }

    /// Returns a grant whose conditions were not kept.
    pub fn return_grant(&mut self, programme: &str, amount: Money) -> Reported {
        if !amount.is_positive() {
            return Err(Unposted::Amount(amount).into());
        }
        self.whole(|firm, events| {
            let received = &mut firm.open_business()?.grants;
            let place = received.iter().position(|one| one == programme).ok_or(Refusal::NothingDue)?;
            received.remove(place);
            firm.pay_out("退回政府补助", &booking::subsidy_returned(amount), events)
        })
    }

    /// Applies for a guaranteed startup loan of the company and draws what is granted. Refuses what the programme does not
    /// allow, naming every criterion that is not met; a loan to persons is no loan of the company (GL-V01).
    pub fn borrow_guaranteed(
        &mut self,
        application: &LoanApplication,
        method: RepaymentMethod,
        policy: &Policy,
    ) -> Reported {
        if !matches!(application.borrower, Borrower::Enterprise { .. }) {
            return Err(Refusal::NotTheCompanys);
        }
        self.whole(|firm, events| {
            let granted = examine(application, &policy.at(firm.today))?;
            let place = firm.open_business()?.loans.len();
            let terms = LoanTerms {
                principal: granted.amount,
                annual: granted.rate,
                months: granted.months,
                method,
                drawn: firm.today,
            };
            firm.draw(terms, policy, events)?;
            let loan = u32::try_from(place).map_err(|_| TaxError::OutOfRange("loans"))?;
            let subsidised = Subsidised { loan, share: granted.subsidy, received: Money::ZERO };
            firm.open_business()?.subsidised.push(subsidised);
            Ok(())
        })
    }

    /// The treasury's share of interest paid in time comes in (#32); none of what is paid late (GL-13).
    pub(super) fn subsidise(
        &mut self,
        loan: usize,
        interest: Money,
        late: bool,
        events: &mut Vec<FirmEvent>,
    ) -> Result<(), Refusal> {
        let subsidised = &mut self.open_business()?.subsidised;
        let of_loan = |one: &&mut Subsidised| usize::try_from(one.loan) == Ok(loan);
        let Some(one) = subsidised.iter_mut().find(of_loan).filter(|_| !late) else { return Ok(()) };
        let treasury = SubsidyShare::of(interest, one.share)?.treasury;
        one.received = one.received.checked_add(treasury)?;
        self.post_lines("收到财政贴息", &booking::subsidy_received(treasury), events)?;
        if treasury.is_positive() {
            self.told_of(FirmNews::Received { purpose: "财政贴息".to_owned(), amount: treasury }, events);
        }
        Ok(())
    }

    /// The money of a guaranteed loan went elsewhere than it may: all of it is due at once, and the subsidy goes back (GL-07).
    pub fn call_guaranteed_loan(&mut self, loan: usize, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let today = firm.today;
            let business = firm.open_business()?;
            let of_loan = |one: &Subsidised| usize::try_from(one.loan) == Ok(loan);
            let place = business.subsidised.iter().position(of_loan).ok_or(Refusal::NothingDue)?;
            let returned = business.subsidised.remove(place).received;
            while firm.loan(loan)?.next_due().is_some_and(|due| due <= today) {
                firm.pay_next(loan, policy, events)?;
            }
            let outstanding = firm.loan(loan)?.outstanding();
            if outstanding.is_positive() {
                firm.pay_back(loan, outstanding, policy, events)?;
            }
            firm.pay_out("退回财政贴息", &booking::subsidy_returned(returned), events)
        })
    }
}

impl Firm {
    /// The same as far as the bank account goes: what it cannot pay of the loan stays owed, and a subsidy that it cannot return
    /// is owed to the treasury.
    pub fn call_guaranteed_loan_in_part(&mut self, loan: usize, policy: &Policy) -> Reported {
        match self.call_guaranteed_loan(loan, policy) {
            Err(Refusal::InsufficientFunds { .. }) => {}
            other => return other,
        }
        self.whole(|firm, events| {
            let business = firm.open_business()?;
            let of_loan = |one: &Subsidised| usize::try_from(one.loan) == Ok(loan);
            let place = business.subsidised.iter().position(of_loan).ok_or(Refusal::NothingDue)?;
            let returned = business.subsidised.remove(place).received;
            firm.pay_what_there_is(loan, policy, events)?;
            if returned > firm.free_bank() {
                let treasury = firm.party_named("财政部门")?;
                let lines = [
                    VoucherLine::debit(accounts::FINES, returned),
                    VoucherLine::credit(accounts::OTHER_PAYABLES, returned).party(treasury),
                ];
                return firm.post_lines("应退回财政贴息", &lines, events);
            }
            firm.pay_out("退回财政贴息", &booking::subsidy_returned(returned), events)
        })
    }

    /// Pays back of a loan what the bank account has: instalments that are due, then principal.
    fn pay_what_there_is(&mut self, loan: usize, policy: &Policy, events: &mut Vec<FirmEvent>) -> Result<(), Refusal> {
        let today = self.today;
        while self.loan(loan)?.next_due().is_some_and(|due| due <= today) {
            if !self.paid_off(|firm| firm.pay_instalment(loan, policy), events)? {
                return Ok(());
            }
        }
        let interest = self.loan(loan)?.accrued_interest(&policy.at(today))?;
        let there = self.free_bank().checked_sub(interest)?.min(self.loan(loan)?.outstanding());
        if there.is_positive() { self.pay_back(loan, there, policy, events) } else { Ok(()) }
    }

    /// Persons apply for a guaranteed startup loan of their own and lend the company what they are granted. Refused as the
    /// company's own application is; a company's application is no person's.
    pub fn lend_on_guaranteed(&mut self, application: &LoanApplication, policy: &Policy) -> Reported {
        if matches!(application.borrower, Borrower::Enterprise { .. }) {
            return Err(Refusal::NotTheCompanys);
        }
        self.whole(|firm, events| {
            let granted = examine(application, &policy.at(firm.today))?;
            if firm.registration.is_none() {
                return Err(Refusal::NotFounded);
            }
            let lines = [
                VoucherLine::debit(accounts::BANK, granted.amount),
                VoucherLine::credit(accounts::OWED_TO_FOUNDERS, granted.amount),
            ];
            firm.post_lines("股东以个人创业担保贷款借给公司", &lines, events)?;
            firm.told_of(FirmNews::Received { purpose: "股东借给公司".to_owned(), amount: granted.amount }, events);
            Ok(())
        })
    }
}

/// An amount over months, of which there must be some.
pub(super) fn spread(
    debit: accounts::AccountCode,
    credit: accounts::AccountCode,
    amount: Money,
    months: u32,
) -> Result<Spread, Refusal> {
    if months == 0 {
        return Err(TaxError::OutOfRange("months").into());
    }
    Ok(Spread::over(debit, credit, amount, months)?)
}

/// What becomes income or an expense this month of what was spread; what is used up is struck out.
pub(super) fn spread_of_month(spreads: &mut Vec<Spread>) -> Result<Vec<VoucherLine>, Refusal> {
    let mut lines = Vec::new();
    for spread in spreads.iter_mut() {
        lines.extend(spread.take()?.into_iter().filter(|line| line.amount.is_positive()));
    }
    spreads.retain(|spread| spread.months > 0);
    Ok(lines)
}
