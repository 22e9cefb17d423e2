//! Corporate income tax at a quarter's and a year's end: what the books say is handed to the tax department, which reckons.

use crate::firm::accounts::{self, AccountCode};
use crate::firm::closing::Closing;
use crate::firm::ledger::{Ledger, Movements, Period, VoucherKind};
use crate::firm::statements::{Maturities, Statements};
use crate::firm::tax::cit::annual::{self, YearBooks, YearSettings};
use crate::firm::tax::cit::limits::Outgoing;
use crate::firm::tax::cit::prepay::{self, YearToDate};
use crate::firm::tax::cit::rate::{Company, Regime};
use crate::firm::tax::cit::research::Research;
use crate::firm::tax::cit::small_profit::{QuarterSize, Size};
use crate::firm::{Business, Refusal};
use crate::money::{Money, MoneyError};
use crate::policy::PolicyOn;

/// ⑤ Accrues a quarter's prepayment and returns it. `staff` is how many work on its last day.
pub(super) fn prepay(
    business: &mut Business,
    staff: u32,
    books: &mut Closing<'_>,
    maturities: &Maturities,
    on: PolicyOn<'_>,
) -> Result<Money, Refusal> {
    let assets = Statements::of(books.ledger(), books.period(), maturities)?.balance_sheet.row(30);
    let opened = business.quarter_end;
    business.quarter_end = crate::firm::business::Size { staff, assets };
    let size = QuarterSize { staff: (opened.staff, staff), assets: (opened.assets, assets) };
    business.year.quarters.push(size);
    let profit = books.profit_of_year()?.checked_add(business.year.prepaid)?;
    let losses = Money::total(business.carried.losses.iter().map(|loss| loss.amount))?;
    let year = YearToDate { profit, losses, prepaid: business.year.prepaid, company: company(business) };
    let payable = prepay::prepay(&year, on)?.payable;
    books.income_tax(payable)?;
    business.year.prepaid = business.year.prepaid.checked_add(payable)?;
    Ok(payable)
}

/// ⑤ Reconciles the year, accrues what is still to pay or comes back, and returns it. Another year begins.
pub(super) fn reconcile(
    business: &mut Business,
    books: &mut Closing<'_>,
    period: Period,
    on: PolicyOn<'_>,
) -> Result<Money, Refusal> {
    let prepaid = business.year.prepaid;
    let profit = books.profit_of_year()?.checked_add(prepaid)?;
    let said = year_books(books.ledger(), period, profit, business)?;
    let losses_extended = business.opening.high_tech;
    let settings = YearSettings { year: period.year(), company: company(business), losses_extended, prepaid };
    let found = annual::reconcile(&said, &business.carried, &settings, on)?;
    books.income_tax(found.balance)?;
    business.small_profit = Some(found.regime == Regime::SmallProfit);
    business.carried = found.carried_out;
    business.year = crate::firm::business::TaxYear::default();
    Ok(found.balance)
}

fn company(business: &Business) -> Company<'_> {
    let size = Size { barred_industry: false, quarters: &business.year.quarters };
    Company { high_tech: business.opening.high_tech, size }
}

/// What the books of a year say, before its profit is moved on.
fn year_books(ledger: &Ledger, period: Period, profit: Money, business: &Business) -> Result<YearBooks, MoneyError> {
    let year = ledger.vouchers_dated(period.first_day_of_year()..=period.last_day());
    let moved = Movements::of(year.iter().filter(|voucher| VoucherKind::happened(voucher.kind)))?;
    let spent = |number: u32| match AccountCode::new(number) {
        Some(account) => Ok(moved.net(account)?.max(Money::ZERO)),
        None => Ok(Money::ZERO),
    };
    let earned = |account: AccountCode| moved.net(account)?.checked_neg();
    let other_sales = AccountCode::new(5051).map_or(Ok(Money::ZERO), earned)?;
    let research = Research { expensed: spent(560_208)?, industry: business.opening.industry, ..Research::default() };
    Ok(YearBooks {
        profit,
        revenue: earned(accounts::SALES)?.checked_add(other_sales)?.max(Money::ZERO),
        entertainment: spent(560_205)?,
        advertising: spent(560_103)?,
        wages: moved.credits(accounts::WAGES_PAYABLE).max(Money::ZERO),
        welfare: spent(560_212)?,
        training: spent(560_213)?,
        donations: spent(571_110)?,
        outgoings: vec![(Outgoing::Fine, spent(571_101)?), (Outgoing::TaxLateFee, spent(571_103)?)],
        research,
        ..YearBooks::default()
    })
}
