//! Closing a month and a year, in the order of facts §2.4 ①–⑧ [D]. The departments work out what is due; here it is booked in
//! its turn, profit and loss are moved on, the year's profit is appropriated, and the month is closed when everything ties.

mod appropriation;
mod transfer;

use thiserror::Error;

pub use appropriation::{YearEnd, capitalise_reserve, cover_losses};

use super::accounts::{self, AccountCode};
use super::ledger::{Ledger, Period, Unposted, VoucherKind, VoucherLine};
use super::registry::profit::ProfitError;
use super::statements::{Maturities, Statements, Untied};
use super::tax::{TaxEntry, TaxItem};
use crate::calendar::DateError;
use crate::money::{Money, MoneyError};
use crate::policy::{PolicyError, PolicyOn};

/// The steps of a closing, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClosingStep {
    /// ① Depreciation, amortisation, pay, interest.
    Accruals,
    /// ② The cost of what was sold.
    Costs,
    /// ③ 转出未交增值税.
    Vat,
    /// ④ Surcharges.
    Surcharges,
    /// ⑤ 所得税, at a quarter's end.
    IncomeTax,
    /// ⑥ Profit and loss to 本年利润.
    ProfitTransfer,
    /// ⑦ 本年利润 to 利润分配, at the year's end.
    YearEnd,
    /// ⑧ Trial balance and statements.
    Statements,
}

/// How the company is taxed, as far as the month's end is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VatScheme {
    /// 一般纳税人: what is due moves to 未交增值税.
    General,
    /// 小规模纳税人: 应交增值税 itself is what is due.
    SmallScale,
}

/// The surcharges on VAT (facts §0.2(6)), each as it is to be paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Surcharges {
    /// 城市维护建设税.
    pub urban: Money,
    /// 教育费附加.
    pub education: Money,
    /// 地方教育附加.
    pub local_education: Money,
}

/// Why a closing does not go on.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ClosingError {
    /// A step after its turn.
    #[error("{step:?} comes before {done:?}, which is done")]
    OutOfOrder {
        /// The step asked for.
        step: ClosingStep,
        /// The last step done.
        done: ClosingStep,
    },
    /// Income tax in a month that does not end a quarter.
    #[error("income tax is booked at the end of a quarter, not in {0}")]
    NotQuarterEnd(Period),
    /// The year's end in a month other than December, or December without it.
    #[error("the year's profit is moved on in December and only then, not in {0}")]
    NotYearEnd(Period),
    /// More would be given to the owners than there is.
    #[error("{declared} to the owners is more than the {available} that may be distributed (公司法210)")]
    BeyondProfit {
        /// What was declared.
        declared: Money,
        /// What may be distributed.
        available: Money,
    },
    /// Too little of the reserve would be left.
    #[error("{left} of the reserve would be left, {least} must be (公司法214)")]
    ReserveTooLow {
        /// What would be left.
        left: Money,
        /// What must be left.
        least: Money,
    },
    /// The ledger refuses.
    #[error(transparent)]
    Unposted(#[from] Unposted),
    /// The appropriation cannot be worked out.
    #[error(transparent)]
    Profit(#[from] ProfitError),
    /// The statements do not tie.
    #[error(transparent)]
    Untied(#[from] Untied),
    /// A figure of law is missing.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// A sum is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A date is out of bounds.
    #[error(transparent)]
    Date(#[from] DateError),
}

/// A closing under way. Its steps go forward only; a step may be left out where there is nothing to book. To have all of it
/// or nothing, run it inside [`Ledger::attempt`].
#[derive(Debug)]
pub struct Closing<'a> {
    ledger: &'a mut Ledger,
    period: Period,
    done: ClosingStep,
}

impl<'a> Closing<'a> {
    /// Begins to close a month.
    pub fn begin(ledger: &'a mut Ledger, period: Period) -> Closing<'a> {
        Closing { ledger, period, done: ClosingStep::Accruals }
    }

    /// The month that is closed.
    pub fn period(&self) -> Period {
        self.period
    }

    /// The books as they stand now.
    pub fn ledger(&self) -> &Ledger {
        self.ledger
    }

    fn turn(&mut self, step: ClosingStep) -> Result<(), ClosingError> {
        if step < self.done {
            return Err(ClosingError::OutOfOrder { step, done: self.done });
        }
        self.done = step;
        Ok(())
    }

    fn post(&mut self, kind: VoucherKind, summary: &str, lines: &[VoucherLine]) -> Result<(), ClosingError> {
        if !lines.is_empty() {
            self.ledger.post_closing(kind, self.period.last_day(), summary, lines)?;
        }
        Ok(())
    }

    /// ① Books an accrual: depreciation, pay, interest, prepaid rent used up. Nothing where there are no lines.
    pub fn accrue(&mut self, summary: &str, lines: &[VoucherLine]) -> Result<(), ClosingError> {
        self.turn(ClosingStep::Accruals)?;
        self.post(VoucherKind::Ordinary, summary, lines)
    }

    /// ② Books the cost of what was sold, where that was not done sale by sale.
    pub fn cost(&mut self, summary: &str, lines: &[VoucherLine]) -> Result<(), ClosingError> {
        self.turn(ClosingStep::Costs)?;
        self.post(VoucherKind::Ordinary, summary, lines)
    }

    /// ③ Moves the month's VAT to 未交增值税 (#39), for general taxpayers. Returns what is to be paid: nought where input tax is
    /// left to carry forward.
    pub fn transfer_vat(&mut self, scheme: VatScheme) -> Result<Money, ClosingError> {
        self.turn(ClosingStep::Vat)?;
        match scheme {
            VatScheme::SmallScale => Ok(self.ledger.owed(accounts::VAT)),
            VatScheme::General => {
                let lines = transfer::vat(self.ledger, self.period)?;
                self.post(VoucherKind::Ordinary, "转出未交增值税", &lines)?;
                Ok(self.ledger.owed(accounts::VAT_UNPAID))
            }
        }
    }

    /// ③ Moves what of a small-scale taxpayer's VAT is not owed to income, or adds the fen that the return rounds up (#14).
    pub fn relieve_vat(&mut self, entry: Option<TaxEntry>) -> Result<(), ClosingError> {
        self.turn(ClosingStep::Vat)?;
        self.post(VoucherKind::Ordinary, "增值税减免与尾差", &entry.map_or(Vec::new(), lines_of))
    }

    /// ④ Books stamp duty (#4).
    pub fn stamp_duty(&mut self, amount: Money) -> Result<(), ClosingError> {
        self.turn(ClosingStep::Surcharges)?;
        let entry = TaxItem::StampDuty.entry(amount);
        self.post(VoucherKind::Ordinary, "计提印花税", &entry.map_or(Vec::new(), lines_of))
    }

    /// ④ Books the surcharges (#41).
    pub fn surcharges(&mut self, due: Surcharges) -> Result<(), ClosingError> {
        self.turn(ClosingStep::Surcharges)?;
        let parts = [
            (accounts::URBAN_TAX_EXPENSE, accounts::URBAN_TAX, due.urban),
            (accounts::EDUCATION_EXPENSE, accounts::EDUCATION_SURCHARGE, due.education),
            (accounts::LOCAL_EDUCATION_EXPENSE, accounts::LOCAL_EDUCATION_SURCHARGE, due.local_education),
        ];
        let owed = parts.iter().filter(|(_, _, amount)| amount.is_positive());
        let debits = owed.clone().map(|(expense, _, amount)| VoucherLine::debit(*expense, *amount));
        let credits = owed.map(|(_, payable, amount)| VoucherLine::credit(*payable, *amount));
        let lines: Vec<_> = debits.chain(credits).collect();
        self.post(VoucherKind::Ordinary, "计提附加税费", &lines)
    }

    /// What has been earned since the year began, before income tax of this quarter: 利润总额 less income tax booked so far.
    pub fn profit_of_year(&self) -> Result<Money, ClosingError> {
        let open = transfer::open_profit(self.ledger)?;
        Ok(self.ledger.total(accounts::YEAR_PROFIT).checked_neg()?.checked_add(open)?)
    }

    /// ⑤ Books income tax (#44), at a quarter's end; below nought what was prepaid too much and comes back.
    pub fn income_tax(&mut self, amount: Money) -> Result<(), ClosingError> {
        self.turn(ClosingStep::IncomeTax)?;
        if amount.is_zero() {
            return Ok(());
        }
        if !self.period.ends_quarter() {
            return Err(ClosingError::NotQuarterEnd(self.period));
        }
        let (expense, payable) = (accounts::INCOME_TAX, accounts::INCOME_TAX_PAYABLE);
        let (summary, entry) = if amount.is_negative() {
            let amount = amount.checked_neg()?;
            ("冲回多预缴的企业所得税", TaxEntry { debit: payable, credit: expense, amount })
        } else {
            ("计提企业所得税", TaxEntry { debit: expense, credit: payable, amount })
        };
        self.post(VoucherKind::Ordinary, summary, &lines_of(entry))
    }

    /// ⑥ Moves profit and loss to 本年利润: income by one voucher, expenses by another (#48, #49).
    pub fn transfer_profit(&mut self) -> Result<(), ClosingError> {
        self.turn(ClosingStep::ProfitTransfer)?;
        let (income, expenses) = transfer::profit_and_loss(self.ledger)?;
        self.post(VoucherKind::ProfitTransfer, "结转收入", &income)?;
        self.post(VoucherKind::ProfitTransfer, "结转成本费用", &expenses)
    }

    /// ⑦ Moves the year's profit on, appropriates it and settles 利润分配 (#50–#52, #54). December only.
    pub fn end_year(
        &mut self,
        registered_capital: Money,
        dividend: Money,
        on: &PolicyOn<'_>,
    ) -> Result<YearEnd, ClosingError> {
        self.turn(ClosingStep::YearEnd)?;
        if !self.period.ends_year() {
            return Err(ClosingError::NotYearEnd(self.period));
        }
        appropriation::end_year(self.ledger, self.period, registered_capital, dividend, on)
    }

    /// ⑧ Makes the statements, checks them and closes the month.
    pub fn finish(mut self, maturities: &Maturities) -> Result<Statements, ClosingError> {
        self.turn(ClosingStep::Statements)?;
        let statements = Statements::of(self.ledger, self.period, maturities)?;
        statements.check()?;
        self.ledger.close(self.period)?;
        Ok(statements)
    }
}

/// The two lines of an entry.
fn lines_of(entry: TaxEntry) -> Vec<VoucherLine> {
    vec![VoucherLine::debit(entry.debit, entry.amount), VoucherLine::credit(entry.credit, entry.amount)]
}

/// The line that empties an account of this debit balance; or, for the sum of other lines, the line that balances them.
fn empty(account: AccountCode, balance: Money) -> Result<VoucherLine, MoneyError> {
    Ok(if balance.is_negative() {
        VoucherLine::debit(account, balance.checked_neg()?)
    } else {
        VoucherLine::credit(account, balance)
    })
}
