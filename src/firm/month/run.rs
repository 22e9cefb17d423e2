//! The month itself, day by day.

use super::luck::{Days, Luck};
use super::posting::{Entry, EntryKind, Sink, Slot};
use super::state::{Core, Order, Solvency, Trade};
use super::{MonthError, MonthReport, MonthRules, Plan};
use crate::calendar::{Date, DateError};
use crate::firm::market::{Conditions, Market};
use crate::money::{Money, MoneyError, Rate};

/// The day on which wages of the month before are paid.
const WAGES_DAY: u8 = 10;
/// The day on which taxes of the quarter before are paid.
const TAXES_DAY: u8 = 15;
/// The day on which sales on account of the month before are collected.
const COLLECTION_DAY: u8 = 20;
/// No balance may be beyond this when a month begins; the month then cannot leave the bounds of an amount.
const BALANCE_MAX: i64 = Money::LIMIT_FEN / 2;
/// Millionths in a customer.
const PPM: i64 = Rate::ONE.ppm();

pub(super) fn month<S: Sink>(
    trade: &mut Trade,
    market: &Market,
    plan: &Plan,
    rules: &MonthRules,
    sink: &mut S,
) -> Result<MonthReport, MonthError> {
    if let Solvency::Insolvent { since } = trade.core.solvency {
        return Err(MonthError::Insolvent { since });
    }
    plan.check()?;
    if trade.core.balances.iter().any(|balance| balance.unsigned_abs() > BALANCE_MAX.unsigned_abs()) {
        return Err(MonthError::TooRich);
    }
    let first = trade.core.month;
    let next = month_after(first)?;
    let mut kept = trade.luck.clone();
    let (luck, draw) = Luck::month(&mut kept, (trade.seed, &trade.name), first, next)?;
    let mut run = Run {
        core: trade.core,
        plan,
        rules,
        sink,
        first,
        day: 1,
        on_account: 0,
        served: 0,
        report: MonthReport::default(),
    };
    run.begin()?;
    let spent = run.advertise()?;
    run.days(market, &luck)?;
    run.end(&trade.core)?;
    run.core.awareness = market.awareness_after(run.core.awareness, plan.quality, spent);
    run.core.rivals = market.rivals_after(run.core.rivals, draw);
    run.core.month = next;
    let (core, report) = (run.core, run.report);
    (trade.core, trade.luck) = (core, kept);
    assert!(trade.trial_balance() == 0, "the trial balance is zero");
    assert!(core.fen(Slot::Bank) >= 0 && core.stock >= 0, "cash and stock are never below nought");
    assert!(core.stock > 0 || core.fen(Slot::Goods) == 0, "no goods, no value");
    Ok(report)
}

struct Run<'a, S> {
    core: Core,
    plan: &'a Plan,
    rules: &'a MonthRules,
    sink: &'a mut S,
    first: Date,
    day: u8,
    /// What was sold on account in this month.
    on_account: i64,
    /// How many customers there were hands for.
    served: i64,
    report: MonthReport,
}

impl<S: Sink> Run<'_, S> {
    #[inline]
    fn post<const N: usize>(&mut self, kind: EntryKind, units: i64, lines: [(Slot, i64); N]) -> Result<(), MonthError> {
        self.core.post(&lines)?;
        self.report.lines = self.report.lines.wrapping_add(u32::try_from(N).unwrap_or(0));
        self.sink.take(Entry { month: self.first, day: self.day, kind, units, lines: &lines });
        Ok(())
    }

    /// Moves an amount from one account to another, if there is any.
    fn pay(&mut self, kind: EntryKind, debit: Slot, credit: Slot, fen: i64) -> Result<(), MonthError> {
        if fen == 0 { Ok(()) } else { self.post(kind, 0, [(debit, fen), (credit, fen.wrapping_neg())]) }
    }

    /// Rent and advertising.
    fn begin(&mut self) -> Result<(), MonthError> {
        let rent = self.plan.rent.fen();
        if rent <= self.core.fen(Slot::Bank) {
            self.pay(EntryKind::RentDue, Slot::Rent, Slot::Bank, rent)?;
        } else {
            self.pay(EntryKind::RentDue, Slot::Rent, Slot::OtherPayables, rent)?;
            self.core.due.late_rent = self.core.due.late_rent.wrapping_add(rent);
        }
        Ok(())
    }

    /// The month's advertising, if the cash reaches; what was spent.
    fn advertise(&mut self) -> Result<Money, MonthError> {
        let wanted = self.plan.advertising;
        if wanted.fen() > self.core.fen(Slot::Bank) {
            return Ok(Money::ZERO);
        }
        self.pay(EntryKind::Advertising, Slot::Advertising, Slot::Bank, wanted.fen())?;
        Ok(wanted)
    }

    fn days(&mut self, market: &Market, luck: &Days) -> Result<(), MonthError> {
        let conditions = Conditions {
            price: self.plan.price,
            awareness: self.core.awareness,
            quality: self.plan.quality,
            rivals: self.core.rivals,
        };
        let middle = Date::new(self.first.year(), self.first.month(), 15)?;
        let outlook = market.outlook(&conditions, middle);
        let capacity = self.plan.capacity();
        let days = usize::try_from(self.first.last_of_month().day()).unwrap_or(28);
        // 1970-01-01 was a Thursday, the fourth day from Monday.
        let mut weekday = usize::try_from(self.first.epoch_days().wrapping_add(3).rem_euclid(7)).unwrap_or(0);
        self.day = 0;
        for byte in luck.iter().take(days) {
            self.day = self.day.wrapping_add(1);
            self.receive()?;
            self.settle_dues()?;
            self.sell(market.crowd(&outlook, weekday, *byte), capacity)?;
            self.reorder();
            weekday = if weekday == 6 { 0 } else { weekday.wrapping_add(1) };
        }
        Ok(())
    }

    /// Goods on their way come a day nearer.
    #[inline]
    fn receive(&mut self) -> Result<(), MonthError> {
        let Some(order) = self.core.order else { return Ok(()) };
        if order.days > 1 {
            self.core.order = Some(Order { days: order.days.wrapping_sub(1), ..order });
            return Ok(());
        }
        self.core.order = None;
        self.arrive(order)
    }

    /// Goods come and are paid, as many as the cash reaches for.
    #[inline(never)]
    fn arrive(&mut self, order: Order) -> Result<(), MonthError> {
        let each = self.plan.unit_cost.fen();
        let affordable = self.core.fen(Slot::Bank).checked_div(each).unwrap_or(order.units);
        let units = order.units.min(affordable);
        if units == 0 {
            return Ok(());
        }
        self.core.stock = self.core.stock.wrapping_add(units);
        self.report.bought = self.report.bought.wrapping_add(units);
        let cost = units.wrapping_mul(each);
        self.post(EntryKind::Purchase, units, [(Slot::Goods, cost), (Slot::Bank, cost.wrapping_neg())])
    }

    /// A day's customers: as many buy as can be served and as there are goods.
    #[inline]
    fn sell(&mut self, crowd: i64, capacity: i64) -> Result<(), MonthError> {
        let come = self.core.carry.wrapping_add(crowd);
        let customers = come.wrapping_div(PPM);
        self.core.carry = come.wrapping_rem(PPM);
        let served = customers.min(capacity);
        let sold = served.min(self.core.stock);
        self.report.customers = self.report.customers.wrapping_add(customers);
        self.served = self.served.wrapping_add(served);
        if sold == 0 {
            return Ok(());
        }
        self.core.stock = self.core.stock.wrapping_sub(sold);
        self.report.sold = self.report.sold.wrapping_add(sold);
        // At most 10⁵ customers a day at 10⁷ fen: far within the bounds.
        let gross = self.plan.price.fen().wrapping_mul(sold);
        let net = self.rules.net(gross);
        let tax = gross.wrapping_sub(net);
        let (sales, vat) = ((Slot::Sales, net.wrapping_neg()), (Slot::Vat, tax.wrapping_neg()));
        let units = sold.wrapping_neg();
        if self.plan.on_account == Rate::ZERO {
            return self.post(EntryKind::Sale, units, [(Slot::Bank, gross), sales, vat]);
        }
        let owed = share(gross, self.plan.on_account)?;
        let cash = gross.wrapping_sub(owed);
        self.on_account = self.on_account.wrapping_add(owed);
        self.post(EntryKind::Sale, units, [(Slot::Bank, cash), (Slot::Receivables, owed), sales, vat])
    }

    #[inline]
    fn reorder(&mut self) {
        let low = self.core.stock <= i64::from(self.plan.reorder_point);
        if low && self.core.order.is_none() && self.plan.order_units > 0 {
            self.core.order = Some(Order { days: self.plan.lead_days, units: i64::from(self.plan.order_units) });
        }
    }

    /// What was owed from the month before.
    #[inline]
    fn settle_dues(&mut self) -> Result<(), MonthError> {
        match self.day {
            WAGES_DAY => self.pay_wages(),
            TAXES_DAY => self.pay_taxes(),
            COLLECTION_DAY => self.collect(),
            _ => Ok(()),
        }
    }

    #[inline(never)]
    fn pay_wages(&mut self) -> Result<(), MonthError> {
        let wages = self.core.due.wages;
        if wages <= self.core.fen(Slot::Bank) {
            self.pay(EntryKind::WagesPaid, Slot::WagesPayable, Slot::Bank, wages)?;
            self.core.due.wages = 0;
        }
        Ok(())
    }

    #[inline(never)]
    fn pay_taxes(&mut self) -> Result<(), MonthError> {
        let [vat, city, education, local] = self.core.due.taxes;
        let total = vat.wrapping_add(city).wrapping_add(education).wrapping_add(local);
        if total > 0 && total <= self.core.fen(Slot::Bank) {
            let lines = [
                (Slot::Vat, vat),
                (Slot::CityTax, city),
                (Slot::Education, education),
                (Slot::LocalEducation, local),
                (Slot::Bank, total.wrapping_neg()),
            ];
            self.post(EntryKind::TaxesPaid, 0, lines)?;
            self.core.due.taxes = [0; 4];
        }
        Ok(())
    }

    fn pay_late_rent(&mut self) -> Result<(), MonthError> {
        let rent = self.core.due.late_rent;
        if rent <= self.core.fen(Slot::Bank) {
            self.pay(EntryKind::RentPaid, Slot::OtherPayables, Slot::Bank, rent)?;
            self.core.due.late_rent = 0;
        }
        Ok(())
    }

    /// Sales on account of the month before are paid, but for the part that never is.
    #[inline(never)]
    fn collect(&mut self) -> Result<(), MonthError> {
        let owed = self.core.due.receivables;
        let bad = share(owed, self.plan.bad_debts)?;
        self.pay(EntryKind::Collection, Slot::Bank, Slot::Receivables, owed.wrapping_sub(bad))?;
        self.pay(EntryKind::WriteOff, Slot::BadDebts, Slot::Receivables, bad)?;
        self.core.due.receivables = 0;
        Ok(())
    }

    /// Dues not yet paid, then what the month adds up to.
    fn end(&mut self, before: &Core) -> Result<(), MonthError> {
        self.pay_wages()?;
        self.pay_taxes()?;
        self.pay_late_rent()?;
        let due = &self.core.due;
        if due.wages > 0 || due.late_rent > 0 || due.taxes.iter().any(|tax| *tax > 0) {
            self.core.solvency = Solvency::Insolvent { since: self.first.last_of_month() };
            self.report.became_insolvent = true;
        }
        self.core.due.receivables = self.core.due.receivables.wrapping_add(self.on_account);
        let wages = self.plan.wage.fen().wrapping_mul(i64::from(self.plan.staff));
        self.pay(EntryKind::WagesDue, Slot::Wages, Slot::WagesPayable, wages)?;
        self.core.due.wages = self.core.due.wages.wrapping_add(wages);
        self.cost_of_sales(before.stock)?;
        self.count(before)?;
        if self.first.month() % 3 == 0 {
            self.vat_return()?;
        }
        Ok(())
    }

    /// What the days added up to, from what they left in the books.
    fn count(&mut self, before: &Core) -> Result<(), MonthError> {
        let sales = before.fen(Slot::Sales).wrapping_sub(self.core.fen(Slot::Sales));
        let vat = self.plan.price.fen().wrapping_mul(self.report.sold).wrapping_sub(sales);
        self.core.quarter_sales = self.core.quarter_sales.wrapping_add(sales);
        self.core.quarter_vat = self.core.quarter_vat.wrapping_add(vat);
        self.report.sales = Money::try_from_fen(sales)?;
        self.report.vat = Money::try_from_fen(vat)?;
        self.report.lost_to_capacity = self.report.customers.wrapping_sub(self.served);
        self.report.lost_to_stock = self.served.wrapping_sub(self.report.sold);
        Ok(())
    }

    /// Weighted average of the month: the value of opening stock and purchases by units sold and left.
    fn cost_of_sales(&mut self, opening: i64) -> Result<(), MonthError> {
        let value = self.core.fen(Slot::Goods);
        let sold = self.report.sold;
        let there = opening.wrapping_add(self.report.bought);
        let cost = if self.core.stock == 0 {
            value
        } else {
            let exact = i128::from(value).wrapping_mul(i128::from(sold)).wrapping_mul(2);
            let twice = i128::from(there).wrapping_mul(2);
            // Half-up: (2·value·sold + there) / (2·there).
            let rounded = exact.wrapping_add(i128::from(there)).checked_div(twice).unwrap_or(0);
            i64::try_from(rounded).map_err(|_| MonthError::TooRich)?
        };
        self.report.cost_of_sales = Money::try_from_fen(cost)?;
        self.pay(EntryKind::CostOfSales, Slot::CostOfSales, Slot::Goods, cost)
    }

    /// The quarter's VAT: below the threshold nothing is owed and the tax in the prices is income; from it on the tax on all
    /// sales is owed, with its charges.
    fn vat_return(&mut self) -> Result<(), MonthError> {
        let sales = Money::try_from_fen(self.core.quarter_sales)?;
        let exempt = self.rules.threshold.is_some_and(|threshold| sales < threshold);
        let vat = if exempt { Money::ZERO } else { sales.at(self.rules.levy)? };
        let waived = self.core.quarter_vat.wrapping_sub(vat.fen());
        self.pay(EntryKind::VatWaived, Slot::Vat, Slot::VatWaived, waived)?;
        (self.core.quarter_sales, self.core.quarter_vat) = (0, 0);
        if vat.is_zero() {
            return Ok(());
        }
        let free = self.rules.education_limit.is_some_and(|limit| sales <= limit);
        let charge = |rate: Rate, free: bool| -> Result<i64, MoneyError> {
            let due = vat.at(rate)?;
            let relief = due.at(if free { Rate::ONE } else { self.rules.reduction })?;
            Ok(due.checked_sub(relief)?.fen())
        };
        let city = charge(self.rules.city, false)?;
        let education = charge(self.rules.education, free)?;
        let local = charge(self.rules.local_education, free)?;
        self.post(
            EntryKind::SurchargesDue,
            0,
            [
                (Slot::CityTaxExpense, city),
                (Slot::EducationExpense, education),
                (Slot::LocalEducationExpense, local),
                (Slot::CityTax, city.wrapping_neg()),
                (Slot::Education, education.wrapping_neg()),
                (Slot::LocalEducation, local.wrapping_neg()),
            ],
        )?;
        for (due, more) in self.core.due.taxes.iter_mut().zip([vat.fen(), city, education, local]) {
            *due = due.wrapping_add(more);
        }
        Ok(())
    }
}

/// The first of the next month.
fn month_after(first: Date) -> Result<Date, DateError> {
    match first.month() {
        12 => Date::new(first.year().saturating_add(1), 1, 1),
        month => Date::new(first.year(), month.saturating_add(1), 1),
    }
}

/// A share of an amount, half-up.
fn share(fen: i64, rate: Rate) -> Result<i64, MoneyError> {
    Ok(Money::try_from_fen(fen)?.at(rate)?.fen())
}
