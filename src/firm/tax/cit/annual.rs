//! The year's reconciliation (汇算清缴; CIT-V07, V08, V10): from the books' profit, adjustment by adjustment, to taxable
//! income, the tax, and what is still to pay or to come back.

use serde::{Deserialize, Serialize};

use super::limits::{self, Outgoing};
use super::loss::{YearAmount, carry, loss_years};
use super::rate::{Company, Regime, assess};
use super::research::{Research, super_deduction};
use crate::firm::tax::item::nonnegative;
use crate::firm::tax::{TaxEntry, TaxError, TaxItem};
use crate::money::Money;
use crate::policy::PolicyOn;

/// What the books of a year say; amounts are nought or more, the profit apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearBooks {
    /// 利润总额; below nought for a loss.
    pub profit: Money,
    /// 销售（营业）收入, the base of the limits.
    pub revenue: Money,
    /// 业务招待费.
    pub entertainment: Money,
    /// 广告费和业务宣传费.
    pub advertising: Money,
    /// Whether the raised limit for advertising applies.
    pub advertising_raised: bool,
    /// 工资薪金总额.
    pub wages: Money,
    /// 职工福利费.
    pub welfare: Money,
    /// 工会经费.
    pub union_dues: Money,
    /// 职工教育经费.
    pub training: Money,
    /// 公益性捐赠.
    pub donations: Money,
    /// Wages of disabled staff.
    pub disabled_wages: Money,
    /// Interest to lenders that are no financial institutions.
    pub private_interest: Money,
    /// What that interest would have been at a financial institution's rate.
    pub private_interest_at_bank_rate: Money,
    /// 免税收入, as interest on government bonds.
    pub exempt_income: Money,
    /// Expenses whose kind the law looks at; those it deducts change nothing.
    pub outgoings: Vec<(Outgoing, Money)>,
    /// Expenses whose invoices were not made good before the reconciliation (CIT-17).
    pub uninvoiced: Money,
    /// Research.
    pub research: Research,
    /// Cost of equipment deducted at once this year; see [`limits::deductible_at_once`].
    pub equipment_at_once: Money,
    /// Depreciation in the books on equipment that was deducted at once, this year or earlier.
    pub equipment_depreciation: Money,
}

/// What comes over from earlier years.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedIn {
    /// Advertising above earlier limits.
    pub advertising: Money,
    /// Training above earlier limits.
    pub training: Money,
    /// Donations above earlier limits, by year, oldest first.
    pub donations: Vec<YearAmount>,
    /// Losses, by year, oldest first.
    pub losses: Vec<YearAmount>,
}

/// Why taxable income differs from profit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AdjustmentKind {
    /// 业务招待费.
    Entertainment,
    /// 广告费和业务宣传费.
    Advertising,
    /// 职工福利费.
    Welfare,
    /// 工会经费.
    UnionDues,
    /// 职工教育经费.
    Training,
    /// 公益性捐赠.
    Donations,
    /// 利息.
    PrivateInterest,
    /// An expense that is not deducted.
    Barred(Outgoing),
    /// An expense without its invoice.
    Uninvoiced,
    /// 免税收入.
    ExemptIncome,
    /// 研发费用加计扣除.
    Research,
    /// 残疾职工工资加计扣除.
    DisabledWages,
    /// 设备一次性扣除.
    Equipment,
}

/// One adjustment: what the books have, what the law has, and the change to income.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjustment {
    /// Why.
    pub kind: AdjustmentKind,
    /// 账载金额: deducted, or counted as income, in the books.
    pub booked: Money,
    /// 税收金额: as the law has it.
    pub allowed: Money,
    /// 调增 above nought, 调减 below.
    pub change: Money,
}

/// The reconciliation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reconciliation {
    /// The adjustments that change something.
    pub adjustments: Vec<Adjustment>,
    /// Income after adjustments, before losses; below nought for a loss of this year.
    pub adjusted: Money,
    /// Losses of earlier years made good.
    pub losses_used: Money,
    /// 应纳税所得额; nought or more.
    pub taxable: Money,
    /// The regime taken.
    pub regime: Regime,
    /// The year's tax.
    pub tax: Money,
    /// Still to pay, or to come back if below nought.
    pub balance: Money,
    /// What goes over to the next year.
    pub carried_out: CarriedIn,
}

impl Reconciliation {
    /// The entry that accrues what is still to pay.
    pub fn entry(&self) -> Option<TaxEntry> {
        TaxItem::CorporateIncomeTax.entry(self.balance)
    }
}

/// What a year is reconciled with besides its books.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearSettings<'a> {
    /// The year.
    pub year: i16,
    /// What decides on the rate.
    pub company: Company<'a>,
    /// Whether losses are carried for the longer time.
    pub losses_extended: bool,
    /// What was prepaid for the year; nought or more.
    pub prepaid: Money,
}

/// Gathers adjustments; those of nought are left out.
#[derive(Default)]
struct Adjustments(Vec<Adjustment>);

impl Adjustments {
    /// An expense of which the law deducts `allowed`.
    fn expense(&mut self, kind: AdjustmentKind, booked: Money, allowed: Money) -> Result<(), TaxError> {
        self.push(Adjustment { kind, booked, allowed, change: booked.checked_sub(allowed)? });
        Ok(())
    }

    /// An income of which the law counts `counted`.
    fn income(&mut self, kind: AdjustmentKind, booked: Money, counted: Money) -> Result<(), TaxError> {
        self.push(Adjustment { kind, booked, allowed: counted, change: counted.checked_sub(booked)? });
        Ok(())
    }

    fn push(&mut self, adjustment: Adjustment) {
        if !adjustment.change.is_zero() {
            self.0.push(adjustment);
        }
    }
}

/// Reconciles a year. `on` is the policy of the year's last day.
pub fn reconcile(
    books: &YearBooks,
    carried_in: &CarriedIn,
    settings: &YearSettings<'_>,
    on: PolicyOn<'_>,
) -> Result<Reconciliation, TaxError> {
    let mut found = Adjustments::default();
    let mut carried_out = limited(&mut found, books, carried_in, settings.year, on)?;
    unlimited(&mut found, books, on)?;
    let change = Money::total(found.0.iter().map(|one| one.change))?;
    let adjusted = books.profit.checked_add(change)?;

    let years = loss_years(settings.losses_extended, on)?;
    let losses = carry(adjusted, settings.year, &carried_in.losses, years)?;
    let losses_used = losses.total_used()?;
    carried_out.losses = losses.left;
    if adjusted.is_negative() {
        carried_out.losses.push(YearAmount { year: settings.year, amount: adjusted.checked_neg()? });
    }
    let taxable = adjusted.max(Money::ZERO).checked_sub(losses_used)?;
    let (regime, line) = assess(taxable, &settings.company, on)?;
    let balance = line.payable.checked_sub(nonnegative(settings.prepaid, "prepaid")?)?;
    Ok(Reconciliation {
        adjustments: found.0,
        adjusted,
        losses_used,
        taxable,
        regime,
        tax: line.payable,
        balance,
        carried_out,
    })
}

/// The expenses with limits, and what they carry on.
fn limited(
    found: &mut Adjustments,
    books: &YearBooks,
    carried_in: &CarriedIn,
    year: i16,
    on: PolicyOn<'_>,
) -> Result<CarriedIn, TaxError> {
    let entertained = limits::entertainment(books.entertainment, books.revenue, on)?;
    found.expense(AdjustmentKind::Entertainment, books.entertainment, entertained)?;
    let raised = books.advertising_raised;
    let advertising = limits::advertising(books.advertising, carried_in.advertising, books.revenue, raised, on)?;
    found.expense(AdjustmentKind::Advertising, books.advertising, advertising.allowed)?;
    found.expense(AdjustmentKind::Welfare, books.welfare, limits::welfare(books.welfare, books.wages, on)?)?;
    let union_dues = limits::union_dues(books.union_dues, books.wages, on)?;
    found.expense(AdjustmentKind::UnionDues, books.union_dues, union_dues)?;
    let training = limits::training(books.training, carried_in.training, books.wages, on)?;
    found.expense(AdjustmentKind::Training, books.training, training.allowed)?;

    // Earlier years' donations come first, then this year's, within one limit.
    let cap = limits::donation_cap(books.profit, on)?;
    let years = on.years("cit.donation.years")?;
    let earlier = carry(cap, year, &carried_in.donations, years)?;
    let earlier_used = earlier.total_used()?;
    let own = nonnegative(books.donations, "donations")?.min(cap.checked_sub(earlier_used)?);
    found.expense(AdjustmentKind::Donations, books.donations, earlier_used.checked_add(own)?)?;
    let mut donations = earlier.left;
    let over = books.donations.checked_sub(own)?;
    if over.is_positive() {
        donations.push(YearAmount { year, amount: over });
    }
    Ok(CarriedIn {
        advertising: advertising.carried_out,
        training: training.carried_out,
        donations,
        losses: Vec::new(),
    })
}

/// The adjustments that carry nothing on.
fn unlimited(found: &mut Adjustments, books: &YearBooks, on: PolicyOn<'_>) -> Result<(), TaxError> {
    let interest = nonnegative(books.private_interest, "private_interest")?;
    let at_bank_rate = nonnegative(books.private_interest_at_bank_rate, "private_interest_at_bank_rate")?;
    found.expense(AdjustmentKind::PrivateInterest, interest, interest.min(at_bank_rate))?;
    for (outgoing, amount) in &books.outgoings {
        let amount = nonnegative(*amount, "outgoings")?;
        let allowed = if outgoing.is_barred(on)? { Money::ZERO } else { amount };
        found.expense(AdjustmentKind::Barred(*outgoing), amount, allowed)?;
    }
    found.expense(AdjustmentKind::Uninvoiced, nonnegative(books.uninvoiced, "uninvoiced")?, Money::ZERO)?;
    found.income(AdjustmentKind::ExemptIncome, nonnegative(books.exempt_income, "exempt_income")?, Money::ZERO)?;
    found.expense(AdjustmentKind::Research, Money::ZERO, super_deduction(&books.research, on)?)?;
    let disabled = nonnegative(books.disabled_wages, "disabled_wages")?.at(on.rate("cit.disabled-wages")?)?;
    found.expense(AdjustmentKind::DisabledWages, Money::ZERO, disabled)?;
    let at_once = nonnegative(books.equipment_at_once, "equipment_at_once")?;
    let depreciation = nonnegative(books.equipment_depreciation, "equipment_depreciation")?;
    found.expense(AdjustmentKind::Equipment, depreciation, at_once)
}
