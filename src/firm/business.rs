//! What a company that is open for business has beside its books and its people: assets, loans, how it stands with the tax
//! authority, and what of all that is not settled yet. Data and questions only; the company's operations change it. A company that never opened for
//! business has none of it.

use serde::{Deserialize, Serialize};

use super::accounts::AccountCode;
use super::assets::AssetRegister;
use super::equity::CapTable;
use super::ledger::{Period, VoucherLine};
use super::loans::Loan;
use super::people::contributions::Scheme;
use super::tax::TaxItem;
use super::tax::cit::annual::CarriedIn;
use super::tax::cit::research::Industry;
use super::tax::cit::small_profit::QuarterSize;
use super::tax::surcharge::Place;
use super::tax::vat::invoice::Invoice;
use super::tax::vat::small_scale::SmallSale;
use super::tax::vat::status::PeriodSales;
use super::tax::vat::supply::Supply;
use super::tax::vat::{VatPeriod, VatStatus};
use crate::calendar::Date;
use crate::money::{Money, MoneyError, Rate};

/// How a company opens for business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// How it contributes for its people.
    pub scheme: Scheme,
    /// How it stands with VAT; who files by the sale opens no business.
    pub vat: VatStatus,
    /// Where it is, for city maintenance tax.
    pub place: Place,
    /// Its main industry, for the super deduction of research.
    pub industry: Industry,
    /// Whether it holds a certificate as a high-tech enterprise.
    pub high_tech: bool,
}

/// A payroll that is booked but not all paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayrollDue {
    /// The first day of its month.
    pub month: Date,
    /// How many people it is for.
    pub people: u32,
    /// The voucher that pays the wages; empty once they are paid.
    pub wages: Vec<VoucherLine>,
    /// The voucher that pays insurance and housing fund; empty once they are paid.
    pub contributions: Vec<VoucherLine>,
    /// The income tax held back when the wages are paid; at least nought.
    pub withheld: Money,
}

/// A tax declared and not paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaxDue {
    /// The tax.
    pub item: TaxItem,
    /// How much; below nought for what comes back.
    pub amount: Money,
    /// The last day to pay.
    pub due: Date,
}

/// Small-scale sales of the open VAT period that are alike, added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct OpenSale {
    pub(super) supply: Supply,
    pub(super) sale: SmallSale,
}

/// An amount that becomes income or an expense month by month: rent paid ahead, a grant for what is still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Spread {
    pub(super) debit: AccountCode,
    pub(super) credit: AccountCode,
    pub(super) each: Money,
    pub(super) left: Money,
    pub(super) months: u32,
}

impl Spread {
    /// Over so many months, at least one; the last takes what rounding left.
    pub(super) fn over(
        debit: AccountCode,
        credit: AccountCode,
        amount: Money,
        months: u32,
    ) -> Result<Spread, MoneyError> {
        let each = amount.checked_div_int(i64::from(months))?;
        Ok(Spread { debit, credit, each, left: amount, months })
    }

    /// A month's part.
    pub(super) fn take(&mut self) -> Result<[VoucherLine; 2], MoneyError> {
        let part = if self.months <= 1 { self.left } else { self.each.min(self.left) };
        self.left = self.left.checked_sub(part)?;
        self.months = self.months.saturating_sub(1);
        Ok([VoucherLine::debit(self.debit, part), VoucherLine::credit(self.credit, part)])
    }
}

/// Names that the books number, from 1 on in the order in which they came up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names(Vec<String>);

impl Names {
    /// The number of a name that came up before.
    pub fn number(&self, name: &str) -> Option<u32> {
        let place = self.0.iter().position(|known| known == name)?;
        u32::try_from(place).ok()?.checked_add(1)
    }

    /// The number of a name, a new one where it did not come up before.
    pub(super) fn take(&mut self, name: &str) -> u32 {
        self.number(name).unwrap_or_else(|| {
            self.0.push(name.to_owned());
            u32::try_from(self.0.len()).unwrap_or(u32::MAX)
        })
    }
}

/// A guaranteed startup loan among the loans: what the treasury bears of its interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Subsidised {
    /// The loan's place.
    pub(super) loan: u32,
    /// The treasury's share.
    pub(super) share: Rate,
    /// What it paid and was not returned.
    pub(super) received: Money,
}

/// The year so far, as far as corporate income tax asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TaxYear {
    /// Accrued for the year's quarters.
    pub(super) prepaid: Money,
    /// The quarters that are over.
    pub(super) quarters: Vec<QuarterSize>,
}

/// How large the company was at the end of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Size {
    pub(super) staff: u32,
    pub(super) assets: Money,
}

/// A company's business. Read through [`super::Firm::business`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Business {
    pub(super) opening: Opening,
    pub(super) vat: VatStatus,
    pub(super) payrolls: Vec<PayrollDue>,
    pub(super) assets: AssetRegister,
    pub(super) loans: Vec<Loan>,
    pub(super) open_sales: Vec<OpenSale>,
    /// Periods filed as a small-scale taxpayer, at most a year of them.
    pub(super) turnover: Vec<PeriodSales>,
    /// VAT by the simple method that a general taxpayer owes for the open month.
    pub(super) simple_vat: Money,
    /// Stamp duty on the documents of the open quarter.
    pub(super) stamp: Money,
    pub(super) dues: Vec<TaxDue>,
    pub(super) year: TaxYear,
    pub(super) carried: CarriedIn,
    /// Whether the last year's reconciliation found a small low-profit enterprise; none before the first.
    pub(super) small_profit: Option<bool>,
    pub(super) month_end: Size,
    pub(super) quarter_end: Size,
    /// Paid-in capital and 资本公积 that stamp duty was reckoned on.
    pub(super) capital_stamped: Money,
    pub(super) cap_table: CapTable,
    pub(super) spreads: Vec<Spread>,
    pub(super) grants: Vec<String>,
    pub(super) subsidised: Vec<Subsidised>,
    pub(super) insolvent: Option<Date>,
    /// Customers, suppliers, landlords.
    pub(super) parties: Names,
    /// Goods.
    pub(super) items: Names,
}

impl Business {
    pub(super) fn open(opening: Opening) -> Business {
        Business {
            opening,
            vat: opening.vat,
            payrolls: Vec::new(),
            assets: AssetRegister::default(),
            loans: Vec::new(),
            open_sales: Vec::new(),
            turnover: Vec::new(),
            simple_vat: Money::ZERO,
            stamp: Money::ZERO,
            dues: Vec::new(),
            year: TaxYear::default(),
            carried: CarriedIn::default(),
            small_profit: None,
            month_end: Size::default(),
            quarter_end: Size::default(),
            capital_stamped: Money::ZERO,
            cap_table: CapTable::default(),
            spreads: Vec::new(),
            grants: Vec::new(),
            subsidised: Vec::new(),
            insolvent: None,
            parties: Names::default(),
            items: Names::default(),
        }
    }

    /// Customers, suppliers and landlords by their names.
    pub fn parties(&self) -> &Names {
        &self.parties
    }

    /// Goods by their names.
    pub fn items(&self) -> &Names {
        &self.items
    }

    /// How it stands with VAT.
    pub fn vat(&self) -> VatStatus {
        self.vat
    }

    /// Payrolls that are booked and not all paid, oldest first.
    pub fn payrolls(&self) -> &[PayrollDue] {
        &self.payrolls
    }

    /// Its assets.
    pub fn assets(&self) -> &AssetRegister {
        &self.assets
    }

    /// Its loans in the order in which they were drawn, those repaid among them.
    pub fn loans(&self) -> &[Loan] {
        &self.loans
    }

    /// Taxes declared and not paid, in the order of their declaration.
    pub fn taxes_due(&self) -> &[TaxDue] {
        &self.dues
    }

    /// Losses and expenses that go on to later years.
    pub fn carried(&self) -> &CarriedIn {
        &self.carried
    }

    /// Who holds how many shares; empty until the company is divided into shares.
    pub fn cap_table(&self) -> &CapTable {
        &self.cap_table
    }

    /// The ids of the grants received and not returned.
    pub fn grants(&self) -> &[String] {
        &self.grants
    }

    /// The subsidy received on a loan, by the loan's place, and not returned; none where it is no guaranteed startup loan.
    pub fn subsidy_on(&self, loan: usize) -> Option<Money> {
        self.subsidy(loan).map(|subsidised| subsidised.received)
    }

    pub(super) fn subsidy(&self, loan: usize) -> Option<&Subsidised> {
        self.subsidised.iter().find(|one| usize::try_from(one.loan) == Ok(loan))
    }

    /// Since when it has been insolvent: a debt was overdue at a month's end, and all debts were more than all assets. It is so
    /// once and stays so.
    pub fn insolvent_since(&self) -> Option<Date> {
        self.insolvent
    }

    /// What was sold in the open VAT period without tax, as a small-scale taxpayer.
    pub fn open_sales(&self) -> Money {
        // Each sum was within bounds when the sale was posted.
        Money::total(self.open_sales.iter().map(|open| open.sale.net)).unwrap_or(Money::MAX)
    }

    /// The part of it that special invoices were issued for.
    pub fn open_special_sales(&self) -> Money {
        let special = self.open_sales.iter().filter(|open| open.sale.invoice == Invoice::Special);
        Money::total(special.map(|open| open.sale.net)).unwrap_or(Money::MAX)
    }

    /// Adds a small-scale sale to those of the open period. Refused where a year's sales together would be no amount any more:
    /// whoever closes the period adds them up.
    pub(super) fn note_sale(&mut self, supply: Supply, sale: SmallSale) -> Result<(), MoneyError> {
        let open = self.open_sales.iter().map(|open| open.sale.net);
        let filed = self.turnover.iter().map(|period| period.net);
        Money::total(open.chain(filed).chain([sale.net, sale.tax]))?;
        let alike = |open: &&mut OpenSale| {
            open.supply == supply && (open.sale.levy, open.sale.invoice) == (sale.levy, sale.invoice)
        };
        if let Some(open) = self.open_sales.iter_mut().find(alike) {
            open.sale.net = open.sale.net.checked_add(sale.net)?;
            open.sale.tax = open.sale.tax.checked_add(sale.tax)?;
        } else {
            self.open_sales.push(OpenSale { supply, sale });
        }
        Ok(())
    }

    /// Whether a VAT period of its kind ends with a month.
    pub(super) fn files_vat_after(&self, period: Period) -> bool {
        match self.vat {
            VatStatus::General | VatStatus::SmallScale(VatPeriod::Month) => true,
            VatStatus::SmallScale(VatPeriod::Quarter) => period.ends_quarter(),
            VatStatus::SmallScale(VatPeriod::Day) => false,
        }
    }
}
