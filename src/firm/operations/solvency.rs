//! Whether the company can go on, and whether its departments and its books still say the same: looked at when a month ends.

use crate::firm::accounts::{self, AccountCode};
use crate::firm::ledger::{Period, VoucherLine};
use crate::firm::loans::Loan;
use crate::firm::statements::Statements;
use crate::firm::tax::TaxItem;
use crate::firm::{Business, Firm, FirmEvent, FirmNews, Refusal};
use crate::money::Money;

/// The accounts of taxes and the items that are declared and not paid on each.
const TAXES: [(AccountCode, &[TaxItem]); 7] = [
    (accounts::VAT_UNPAID, &[TaxItem::VatGeneral]),
    (accounts::URBAN_TAX, &[TaxItem::CityMaintenance]),
    (accounts::EDUCATION_SURCHARGE, &[TaxItem::EducationSurcharge]),
    (accounts::LOCAL_EDUCATION_SURCHARGE, &[TaxItem::LocalEducationSurcharge]),
    (accounts::STAMP_DUTY_PAYABLE, &[TaxItem::StampDuty]),
    (accounts::INCOME_TAX_PAYABLE, &[TaxItem::CorporateIncomeTax]),
    (accounts::WITHHELD_INCOME_TAX, &[TaxItem::IncomeTaxWithheld, TaxItem::DividendTaxWithheld]),
];

/// The accounts that a payroll credits and its payment clears.
const PAYROLL: [AccountCode; 5] = [
    accounts::WAGES_PAYABLE,
    accounts::SOCIAL_INSURANCE_PAYABLE,
    accounts::HOUSING_FUND_PAYABLE,
    accounts::WITHHELD_SOCIAL_INSURANCE,
    accounts::WITHHELD_HOUSING_FUND,
];

impl Firm {
    /// Refuses what an insolvent company may not take on.
    pub(super) fn solvent(&self) -> Result<(), Refusal> {
        match self.business().and_then(Business::insolvent_since) {
            Some(since) => Err(Refusal::Insolvent { since }),
            None => Ok(()),
        }
    }

    /// Whether a debt whose day has passed is not paid: a tax, wages of a month that is over, an instalment.
    fn is_behind(&self, month: Period) -> bool {
        self.business().is_some_and(|business| {
            let today = self.today;
            business.taxes_due().iter().any(|tax| tax.due < today && tax.amount.is_positive())
                || business.payrolls().iter().any(|one| one.month < month.first_day() && !one.wages.is_empty())
                || business.loans().iter().any(|loan| loan.next_due().is_some_and(|due| due < today))
        })
    }

    /// Makes the company insolvent where a debt is overdue and all debts are more than all assets; once, and for good.
    pub(super) fn judge_solvency(&mut self, month: Period, of: &Statements, events: &mut Vec<FirmEvent>) {
        let (assets, debts) = (of.balance_sheet.row(30), of.balance_sheet.row(47));
        if debts <= assets || self.solvent().is_err() || !self.is_behind(month) {
            return;
        }
        let today = self.today;
        if let Some(business) = self.business.as_deref_mut() {
            business.insolvent = Some(today);
            events.push(self.event(FirmNews::BecameInsolvent { debts, assets }));
        }
    }

    /// Holds what the departments know against the books: sub-ledgers, stock, assets, loans, taxes, payrolls. Vouchers that
    /// somebody wrote freely ([`Firm::book`]) may untie them; no operation and no closing does.
    pub fn ties(&self) -> Result<(), Refusal> {
        let Some(business) = self.business() else { return Ok(()) };
        let fails = [
            ("sub-ledgers", !self.pages_tie()?),
            ("assets", !business.assets().ties(&self.ledger)),
            ("loans", !self.loans_tie(business)?),
            ("taxes", !self.taxes_tie(business)?),
            ("payrolls", !self.payrolls_tie(business)?),
        ];
        match fails.into_iter().find(|(_, fails)| *fails) {
            Some((what, _)) => Err(Refusal::Untied(what)),
            None => Ok(()),
        }
    }

    fn pages_tie(&self) -> Result<bool, Refusal> {
        for account in [
            accounts::RECEIVABLES,
            accounts::DEPOSITS,
            accounts::GOODS,
            accounts::PAYABLES,
            accounts::ADVANCES_RECEIVED,
            accounts::WAGES_PAYABLE,
        ] {
            let pages = Money::total(self.ledger.sub_ledger(account).map(|(_, page)| page.balance))?;
            if pages != self.ledger.balance(account) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn loans_tie(&self, business: &Business) -> Result<bool, Refusal> {
        let outstanding = Money::total(business.loans().iter().map(Loan::outstanding))?;
        let borrowed = [accounts::SHORT_LOANS, accounts::LONG_LOANS].map(|account| self.ledger.owed(account));
        Ok(outstanding == Money::total(borrowed)?)
    }

    fn taxes_tie(&self, business: &Business) -> Result<bool, Refusal> {
        for (account, items) in TAXES {
            let dues = business.taxes_due().iter().filter(|tax| items.contains(&tax.item));
            if Money::total(dues.map(|tax| tax.amount))? != self.ledger.total(account).checked_neg()? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn payrolls_tie(&self, business: &Business) -> Result<bool, Refusal> {
        let payrolls = business.payrolls();
        let all = || payrolls.iter().flat_map(|payroll| payroll.wages.iter().chain(&payroll.contributions));
        for account in PAYROLL {
            let waiting = all().filter(|line| line.account == account).map(VoucherLine::signed);
            if Money::total(waiting)? != self.ledger.owed(account) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
