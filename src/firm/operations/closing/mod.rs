//! Closing a month and a year: each department says what is due, [`Closing`] books it in its turn (facts §2.4 ①–⑧), and what
//! was booked of taxes is declared.

mod income_tax;

use super::Reported;
use super::grants::spread_of_month;
use super::loans::maturities;
use crate::calendar::Date;
use crate::firm::accounts;
use crate::firm::business::Size;
use crate::firm::closing::{Closing, ClosingError, Surcharges, VatScheme};
use crate::firm::ledger::{Period, VoucherLine};
use crate::firm::tax::surcharge::{self, SurchargeBase};
use crate::firm::tax::vat::status::{self, PeriodSales};
use crate::firm::tax::vat::{VatPeriod, VatStatus, small_scale};
use crate::firm::tax::{TaxItem, filing};
use crate::firm::{Firm, FirmEvent, FirmNews, Refusal, TaxDue, Unposted};
use crate::money::Money;
use crate::policy::{Policy, PolicyOn};

/// Filing periods that are remembered: the twelve months in which the limit of small-scale taxpayers is looked for.
const PERIODS_KEPT: usize = 12;

/// What a month's end owes in taxes, by item.
type Owed = Vec<(TaxItem, Money)>;

impl Firm {
    /// Closes a month other than December, on its last day or later. A payroll that was not run is run, assets bear their
    /// charges, VAT and its surcharges are reckoned where a period ends, stamp duty and income tax where a quarter does.
    pub fn close_month(&mut self, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let period = firm.next_to_close()?;
            if period.ends_year() {
                return Err(ClosingError::NotYearEnd(period).into());
            }
            firm.close(period, None, policy, events)
        })
    }

    /// Closes December and with it the year: the year's income tax is reconciled with what was prepaid, the profit covers
    /// losses, goes to the reserve and, as far as `dividend` says, to the owners.
    pub fn close_year(&mut self, dividend: Money, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let period = firm.next_to_close()?;
            if !period.ends_year() {
                return Err(ClosingError::NotYearEnd(period).into());
            }
            firm.close(period, Some(dividend), policy, events)
        })
    }

    /// Whether the books of today's month are still to be closed.
    pub(super) fn has_month_to_close(&self) -> bool {
        let open = self.next_to_close().is_ok_and(|next| next <= Period::of(self.today));
        open && self.business.is_some() && !self.ledger.vouchers().is_empty()
    }

    /// Closes today's month, which nobody has closed, without a dividend.
    pub(super) fn close_in_passing(&mut self, policy: &Policy, events: &mut Vec<FirmEvent>) -> Result<(), Refusal> {
        let period = self.next_to_close()?;
        self.close(period, period.ends_year().then_some(Money::ZERO), policy, events)
    }

    /// The month to close next: the one after the last closed, or that of the founding.
    pub fn next_to_close(&self) -> Result<Period, Refusal> {
        let founded = self.founded().ok_or(Refusal::NotFounded)?;
        Ok(match self.ledger.closed_through() {
            Some(closed) => closed.plus_months(1)?,
            None => self.ledger.vouchers().first().map_or(Period::of(founded), |voucher| voucher.period()),
        })
    }

    fn close(
        &mut self,
        period: Period,
        dividend: Option<Money>,
        policy: &Policy,
        events: &mut Vec<FirmEvent>,
    ) -> Result<(), Refusal> {
        self.may_close(period, dividend)?;
        let day = period.last_day();
        let tied = self.ties().is_ok();
        let on = policy.at(day);
        let before = self.ledger.vouchers().len();
        let capital = self.capital().ok_or(Refusal::NotFounded)?;
        self.end_small_scale(period, on, events)?;
        if period.ends_quarter() {
            self.stamp_capital(on)?;
        }
        let payroll = self.late_payroll(period, policy, events)?;
        let payer = self.payer()?;
        let maturities = maturities(self.business(), period)?;
        let people = self.open_staff()?.count_on(day);
        let people = u32::try_from(people).unwrap_or(u32::MAX);
        let business = self.business.as_deref_mut().ok_or(Refusal::NotOpen)?;
        let mut books = Closing::begin(&mut self.ledger, period);
        books.accrue("计提工资与社保公积金", &payroll)?;
        books.accrue("计提折旧与摊销", &business.assets.charges(books.ledger(), period)?)?;
        books.accrue("摊销待摊费用与递延收益", &spread_of_month(&mut business.spreads)?)?;
        books.accrue("结转研究费用", &research(books.ledger().balance(accounts::RESEARCH)))?;
        let mut owed = Owed::new();
        if business.files_vat_after(period) {
            let base = close_vat(business, &mut books, period, on, &mut owed)?;
            surcharges(&mut books, &SurchargeBase { payer, ..base }, on, &mut owed)?;
        }
        if period.ends_quarter() {
            let duty = std::mem::take(&mut business.stamp);
            books.stamp_duty(duty)?;
            owed.push((TaxItem::StampDuty, duty));
            let prepaid = income_tax::prepay(business, people, &mut books, &maturities, on)?;
            owed.push((TaxItem::CorporateIncomeTax, prepaid));
        }
        let annual = match dividend {
            Some(_) => income_tax::reconcile(business, &mut books, period, on)?,
            None => Money::ZERO,
        };
        books.transfer_profit()?;
        let year_end = dividend.map(|dividend| books.end_year(capital, dividend, &on)).transpose()?;
        let statements = books.finish(&maturities)?;
        business.month_end = Size { staff: people, assets: statements.balance_sheet.row(30) };
        self.tell_vouchers(before, events);
        self.declare_all(period, owed, annual, policy, events)?;
        // A closing never unties what a free voucher had not untied before.
        if tied {
            self.ties()?;
        }
        self.judge_solvency(period, &statements, events);
        let [profit_of_year, profit] = statements.income.amounts(32);
        events.push(self.event(FirmNews::MonthClosed { month: period.first_day(), profit }));
        if let Some(end) = year_end {
            let (year, dividend) = (period.year(), end.dividend);
            events.push(self.event(FirmNews::YearClosed { year, profit: profit_of_year, dividend }));
        }
        Ok(())
    }

    fn may_close(&self, period: Period, dividend: Option<Money>) -> Result<(), Refusal> {
        let day = period.last_day();
        if self.today < day {
            return Err(Refusal::NotYet { from: day });
        }
        if self.ledger.vouchers().is_empty() {
            return Err(Unposted::NoSuchVoucher.into());
        }
        if dividend.is_some_and(Money::is_positive) { self.solvent() } else { Ok(()) }
    }

    /// The accrual of a payroll that is still to be run for a month with people in it.
    fn late_payroll(
        &mut self,
        period: Period,
        policy: &Policy,
        events: &mut Vec<FirmEvent>,
    ) -> Result<Vec<VoucherLine>, Refusal> {
        let staff = self.open_staff()?;
        let run = staff.paid_through().is_some_and(|paid| paid >= period.first_day());
        if run || staff.employees().is_empty() {
            return Ok(Vec::new());
        }
        self.reckon_payroll(period, &[], policy, events)
    }

    /// A small-scale taxpayer whose sales have passed the limit is a general one from the period in which they did.
    fn end_small_scale(&mut self, month: Period, on: PolicyOn<'_>, events: &mut Vec<FirmEvent>) -> Result<(), Refusal> {
        let business = self.open_business()?;
        let VatStatus::SmallScale(period) = business.vat else { return Ok(()) };
        if !business.files_vat_after(month) {
            return Ok(());
        }
        let mut sales = business.turnover.clone();
        sales.push(PeriodSales { start: period_start(period, month)?, net: business.open_sales() });
        match status::crossing(period, &sales, on)? {
            Some(crossing) => self.reckon_as_general(crossing.effective, month.last_day(), on, events),
            None => Ok(()),
        }
    }

    fn tell_vouchers(&self, before: usize, events: &mut Vec<FirmEvent>) {
        for voucher in self.ledger.vouchers().iter().skip(before) {
            let (label, amount) = (voucher.label(), voucher.amount());
            events.push(self.event(FirmNews::VoucherPosted { label, summary: voucher.summary.to_owned(), amount }));
        }
    }

    fn declare_all(
        &mut self,
        period: Period,
        owed: Owed,
        annual: Money,
        policy: &Policy,
        events: &mut Vec<FirmEvent>,
    ) -> Result<(), Refusal> {
        let due = filing::due_in_month_of(period.plus_months(1)?.first_day(), policy)?.date;
        for (item, amount) in owed {
            self.declare(TaxDue { item, amount, due }, events)?;
        }
        if !annual.is_zero() {
            let due = filing::annual_reconciliation_due(period.year(), policy)?.date;
            self.declare(TaxDue { item: TaxItem::CorporateIncomeTax, amount: annual, due }, events)?;
        }
        Ok(())
    }
}

/// ③ The VAT of the period that ends, booked and noted as owed; what the surcharges are worked out on, the payer apart.
fn close_vat(
    business: &mut super::Business,
    books: &mut Closing<'_>,
    month: Period,
    on: PolicyOn<'_>,
    owed: &mut Owed,
) -> Result<SurchargeBase, Refusal> {
    let (vat, sales) = match business.vat {
        VatStatus::General => {
            let earlier = books.ledger().total(accounts::VAT_UNPAID);
            books.transfer_vat(VatScheme::General)?;
            let general = earlier.checked_sub(books.ledger().total(accounts::VAT_UNPAID))?;
            let simple = std::mem::take(&mut business.simple_vat);
            owed.extend([(TaxItem::VatGeneral, general), (TaxItem::VatSimple, simple)]);
            (general.checked_add(simple)?, Money::ZERO)
        }
        VatStatus::SmallScale(period) => {
            let sales: Vec<_> = business.open_sales.drain(..).map(|open| open.sale).collect();
            let filed = small_scale::assess(period, &sales, on)?;
            books.relieve_vat(filed.forgone_entry()?)?;
            books.transfer_vat(VatScheme::SmallScale)?;
            business.turnover.push(PeriodSales { start: period_start(period, month)?, net: filed.sales });
            let beyond = business.turnover.len().saturating_sub(PERIODS_KEPT);
            business.turnover.drain(..beyond);
            owed.push((TaxItem::VatSmallScale, filed.tax));
            (filed.tax, filed.sales)
        }
    };
    let place = business.opening.place;
    // The caller knows the payer.
    Ok(SurchargeBase { vat, sales, status: business.vat, payer: surcharge::Payer::SmallScale, place })
}

/// ④ The surcharges on the period's VAT.
fn surcharges(books: &mut Closing<'_>, base: &SurchargeBase, on: PolicyOn<'_>, owed: &mut Owed) -> Result<(), Refusal> {
    let lines = surcharge::assess(base, on)?;
    owed.extend(lines.iter().map(|line| (line.item, line.payable)));
    let [urban, education, local_education] = lines.map(|line| line.payable);
    Ok(books.surcharges(Surcharges { urban, education, local_education })?)
}

/// The first day of the VAT period that ends with a month.
fn period_start(period: VatPeriod, month: Period) -> Result<Date, Refusal> {
    let back = match period {
        VatPeriod::Quarter => -2,
        VatPeriod::Month | VatPeriod::Day => 0,
    };
    Ok(month.plus_months(back)?.first_day())
}

/// Research of the month becomes an expense (#42).
fn research(spent: Money) -> Vec<VoucherLine> {
    if !spent.is_positive() {
        return Vec::new();
    }
    vec![VoucherLine::debit(accounts::RESEARCH_EXPENSE, spent), VoucherLine::credit(accounts::RESEARCH, spent)]
}
