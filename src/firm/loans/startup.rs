//! A guaranteed startup loan once granted: the treasury's share of its interest, and what misuse costs.

use serde::{Deserialize, Serialize};

use super::LoanError;
use super::eligibility::Approval;
use super::loan::{Loan, LoanTerms, Repayment};
use super::schedule::RepaymentMethod;
use crate::calendar::Date;
use crate::money::{Money, MoneyError, Rate};
use crate::policy::PolicyOn;

/// Who bears an interest payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubsidyShare {
    /// The treasury's part (贴息).
    pub treasury: Money,
    /// The borrower's part.
    pub borrower: Money,
}

impl SubsidyShare {
    /// Splits interest by the share that the treasury pays, half-up to the fen; the parts add up (GL-V04, GL-V05).
    pub fn of(interest: Money, subsidy: Rate) -> Result<SubsidyShare, MoneyError> {
        let treasury = interest.at(subsidy)?;
        Ok(SubsidyShare { treasury, borrower: interest.checked_sub(treasury)? })
    }
}

/// What a borrower who misused the loan owes at once (GL-07, GL-V08).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clawback {
    /// The whole principal outstanding, due before its time.
    pub principal: Money,
    /// Interest and overdue interest until the day.
    pub interest: Money,
    /// The subsidy received so far, to be returned.
    pub subsidy: Money,
}

impl Clawback {
    /// Everything owed.
    pub fn total(&self) -> Result<Money, MoneyError> {
        Money::total([self.principal, self.interest, self.subsidy])
    }
}

/// A guaranteed startup loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartupLoan {
    loan: Loan,
    subsidy: Rate,
    subsidised: Money,
    called: Option<Date>,
}

impl StartupLoan {
    /// Draws what was granted.
    pub fn draw(approval: &Approval, method: RepaymentMethod, drawn: Date) -> Result<StartupLoan, LoanError> {
        let terms =
            LoanTerms { principal: approval.amount, annual: approval.rate, months: approval.months, method, drawn };
        let loan = Loan::draw(terms)?;
        Ok(StartupLoan { loan, subsidy: approval.subsidy, subsidised: Money::ZERO, called: None })
    }

    /// The loan itself.
    pub fn loan(&self) -> &Loan {
        &self.loan
    }

    /// The subsidy received and not returned.
    pub fn subsidised(&self) -> Money {
        self.subsidised
    }

    /// The day the loan was called because of misuse.
    pub fn called(&self) -> Option<Date> {
        self.called
    }

    /// Pays the next instalment. The treasury bears its share of the interest, unless the instalment is late (GL-13).
    pub fn pay_instalment(&mut self, on: &PolicyOn<'_>) -> Result<(Repayment, SubsidyShare), LoanError> {
        self.paid_with(|loan| loan.pay_instalment(on))
    }

    /// Repays principal before it is due; the treasury bears its share of the interest until then.
    pub fn repay_early(&mut self, principal: Money, on: &PolicyOn<'_>) -> Result<(Repayment, SubsidyShare), LoanError> {
        self.paid_with(|loan| loan.repay_early(principal, on))
    }

    /// The money went elsewhere than it may (a purpose among `startup-loan.purposes-barred`): the loan is called, the
    /// subsidy reclaimed.
    pub fn call_for_misuse(&mut self, on: &PolicyOn<'_>) -> Result<Clawback, LoanError> {
        if self.called.is_some() {
            return Err(LoanError::Called);
        }
        let arrears = self.loan.arrears(on.date(), on)?;
        let interest = Money::total([arrears.interest, arrears.penalty, self.open_interest(on)?])?;
        let clawback = Clawback { principal: self.loan.outstanding(), interest, subsidy: self.subsidised };
        self.subsidised = Money::ZERO;
        self.called = Some(on.date());
        Ok(clawback)
    }

    /// Interest since the last due day before today; arrears bear their own.
    fn open_interest(&self, on: &PolicyOn<'_>) -> Result<Money, LoanError> {
        let behind = self.loan.ahead().any(|(due, _)| due < on.date());
        if behind { Ok(Money::ZERO) } else { self.loan.accrued_interest(on) }
    }

    fn paid_with(
        &mut self,
        pay: impl FnOnce(&mut Loan) -> Result<Repayment, LoanError>,
    ) -> Result<(Repayment, SubsidyShare), LoanError> {
        if self.called.is_some() {
            return Err(LoanError::Called);
        }
        let mut loan = self.loan.clone();
        let repayment = pay(&mut loan)?;
        let rate = if repayment.is_late() { Rate::ZERO } else { self.subsidy };
        let share = SubsidyShare::of(repayment.interest, rate)?;
        self.subsidised = self.subsidised.checked_add(share.treasury)?;
        self.loan = loan;
        Ok((repayment, share))
    }
}
