//! What the company owes and has earned so far, in one figure each, for whoever asks how it stands.

use crate::firm::accounts::{self, AccountCode, CHART};
use crate::firm::ledger::{Movements, Period, VoucherKind};
use crate::firm::{Firm, PayrollDue, TaxDue, VoucherLine};
use crate::money::Money;

impl Firm {
    /// Wages booked and not paid, with what is held back of them.
    pub fn wages_owed(&self) -> Money {
        self.waiting(|payroll| &payroll.wages)
    }

    /// Social insurance and housing fund booked and not paid, both shares.
    pub fn contributions_owed(&self) -> Money {
        self.waiting(|payroll| &payroll.contributions)
    }

    /// Taxes declared and not paid; what comes back is left out.
    pub fn taxes_owed(&self) -> Money {
        self.taxes(|_| true)
    }

    /// Taxes declared and not paid whose last day has passed.
    pub fn taxes_overdue(&self) -> Money {
        self.taxes(|tax| tax.due < self.today)
    }

    /// The profit of the year so far before income tax, as the income statement has it; below nought for a loss.
    pub fn profit_of_year(&self) -> Money {
        let profit = |moved: &Movements| {
            let mains = CHART.iter().filter(|account| account.is_main() && account.code.is_profit_and_loss());
            let all =
                mains.filter(|account| account.code != accounts::INCOME_TAX).map(|account| moved.net(account.code));
            Money::total(all.collect::<Result<Vec<_>, _>>()?)?.checked_neg()
        };
        self.moved_this_year().and_then(|moved| profit(&moved).ok()).unwrap_or(Money::ZERO)
    }

    /// Sales of the year so far, without tax.
    pub fn sales_of_year(&self) -> Money {
        let sales = |moved: &Movements, account: AccountCode| moved.net(account)?.checked_neg();
        self.moved_this_year().and_then(|moved| sales(&moved, accounts::SALES).ok()).unwrap_or(Money::ZERO)
    }

    fn moved_this_year(&self) -> Option<Movements> {
        let days = Period::of(self.today).first_day_of_year()..=self.today;
        let year = self.ledger.vouchers_dated(days);
        Movements::of(year.iter().filter(|voucher| VoucherKind::happened(voucher.kind))).ok()
    }

    fn waiting(&self, part: impl Fn(&PayrollDue) -> &Vec<VoucherLine>) -> Money {
        let payrolls = self.business().map_or(&[][..], |business| business.payrolls());
        let debits = payrolls.iter().flat_map(|payroll| part(payroll).iter()).map(VoucherLine::signed);
        Money::total(debits.filter(|amount| amount.is_positive())).unwrap_or(Money::MAX)
    }

    fn taxes(&self, which: impl Fn(&TaxDue) -> bool) -> Money {
        let dues = self.business().map_or(&[][..], |business| business.taxes_due());
        let amounts = dues.iter().filter(|tax| which(tax) && tax.amount.is_positive()).map(|tax| tax.amount);
        Money::total(amounts).unwrap_or(Money::MAX)
    }
}
