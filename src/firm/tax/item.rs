//! What a tax computation yields: items with what is due, relieved and payable, and the accounts they are booked to.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::calendar::DateError;
use crate::firm::accounts::{self, AccountCode};
use crate::money::{Money, MoneyError, Rate};
use crate::policy::PolicyError;

/// Why a tax cannot be worked out.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TaxError {
    /// A figure of law is missing, or does not hold on the day.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// A sum is out of bounds.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A date is out of bounds.
    #[error(transparent)]
    Date(#[from] DateError),
    /// An amount that must be nought or more is not.
    #[error("`{0}` must not be below nought")]
    Negative(&'static str),
    /// A count or a list is outside what the computation takes.
    #[error("`{0}` is outside its range")]
    OutOfRange(&'static str),
    /// The law does not allow it.
    #[error("`{what}` is not allowed by rule `{rule}`")]
    NotAllowed {
        /// What was asked for.
        what: &'static str,
        /// The id of the rule that bars it.
        rule: &'static str,
    },
}

/// A tax, fee or charge with its own place in the books and among the filings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TaxItem {
    /// 增值税, small-scale: already credited to 应交增值税 with each sale.
    VatSmallScale,
    /// 增值税, general method: the month's balance moved to 未交增值税.
    VatGeneral,
    /// 增值税, simple method of a general taxpayer: credited to 简易计税 with each sale.
    VatSimple,
    /// 城市维护建设税.
    CityMaintenance,
    /// 教育费附加.
    EducationSurcharge,
    /// 地方教育附加.
    LocalEducationSurcharge,
    /// 印花税.
    StampDuty,
    /// 企业所得税.
    CorporateIncomeTax,
    /// 个人所得税 withheld from wages.
    IncomeTaxWithheld,
    /// 个人所得税 withheld from dividends.
    DividendTaxWithheld,
    /// 税收滞纳金.
    LateFee,
    /// 罚款.
    Fine,
}

/// A double entry that books an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaxEntry {
    /// The account debited.
    pub debit: AccountCode,
    /// The account credited.
    pub credit: AccountCode,
    /// How much; nought or more.
    pub amount: Money,
}

impl TaxItem {
    /// All items.
    pub const ALL: [TaxItem; 12] = [
        TaxItem::VatSmallScale,
        TaxItem::VatGeneral,
        TaxItem::VatSimple,
        TaxItem::CityMaintenance,
        TaxItem::EducationSurcharge,
        TaxItem::LocalEducationSurcharge,
        TaxItem::StampDuty,
        TaxItem::CorporateIncomeTax,
        TaxItem::IncomeTaxWithheld,
        TaxItem::DividendTaxWithheld,
        TaxItem::LateFee,
        TaxItem::Fine,
    ];

    /// The item's name, as tax lists write it (facts §3.2).
    pub const fn chinese(self) -> &'static str {
        match self {
            TaxItem::VatSmallScale | TaxItem::VatGeneral | TaxItem::VatSimple => "增值税",
            TaxItem::CityMaintenance => "城市维护建设税",
            TaxItem::EducationSurcharge => "教育费附加",
            TaxItem::LocalEducationSurcharge => "地方教育附加",
            TaxItem::StampDuty => "印花税（不含证券交易）",
            TaxItem::CorporateIncomeTax => "企业所得税",
            TaxItem::IncomeTaxWithheld | TaxItem::DividendTaxWithheld => "个人所得税",
            TaxItem::LateFee => "税收滞纳金",
            TaxItem::Fine => "罚款",
        }
    }

    /// The accounts debited and credited when the item becomes owed (facts §2.4). Small-scale VAT and VAT by the simple
    /// method are credited sale by sale and need no entry at the period's end; late fees and fines are booked when they
    /// are paid.
    const fn accounts(self) -> Option<(AccountCode, AccountCode)> {
        match self {
            TaxItem::VatSmallScale | TaxItem::VatSimple => None,
            TaxItem::VatGeneral => Some((accounts::VAT_UNPAID_OUT, accounts::VAT_UNPAID)),
            TaxItem::CityMaintenance => Some((accounts::URBAN_TAX_EXPENSE, accounts::URBAN_TAX)),
            TaxItem::EducationSurcharge => Some((accounts::EDUCATION_EXPENSE, accounts::EDUCATION_SURCHARGE)),
            TaxItem::LocalEducationSurcharge => {
                Some((accounts::LOCAL_EDUCATION_EXPENSE, accounts::LOCAL_EDUCATION_SURCHARGE))
            }
            TaxItem::StampDuty => Some((accounts::STAMP_DUTY_EXPENSE, accounts::STAMP_DUTY_PAYABLE)),
            TaxItem::CorporateIncomeTax => Some((accounts::INCOME_TAX, accounts::INCOME_TAX_PAYABLE)),
            TaxItem::IncomeTaxWithheld => Some((accounts::WAGES_PAYABLE, accounts::WITHHELD_INCOME_TAX)),
            TaxItem::DividendTaxWithheld => Some((accounts::PROFIT_PAYABLE, accounts::WITHHELD_INCOME_TAX)),
            TaxItem::LateFee => Some((accounts::LATE_FEES, accounts::BANK)),
            TaxItem::Fine => Some((accounts::FINES, accounts::BANK)),
        }
    }

    /// The account that is debited when the item is paid.
    const fn paid_from(self) -> AccountCode {
        match self {
            TaxItem::VatSmallScale => accounts::VAT,
            TaxItem::VatGeneral => accounts::VAT_UNPAID,
            TaxItem::VatSimple => accounts::VAT_SIMPLE,
            TaxItem::CityMaintenance => accounts::URBAN_TAX,
            TaxItem::EducationSurcharge => accounts::EDUCATION_SURCHARGE,
            TaxItem::LocalEducationSurcharge => accounts::LOCAL_EDUCATION_SURCHARGE,
            TaxItem::StampDuty => accounts::STAMP_DUTY_PAYABLE,
            TaxItem::CorporateIncomeTax => accounts::INCOME_TAX_PAYABLE,
            TaxItem::IncomeTaxWithheld | TaxItem::DividendTaxWithheld => accounts::WITHHELD_INCOME_TAX,
            TaxItem::LateFee => accounts::LATE_FEES,
            TaxItem::Fine => accounts::FINES,
        }
    }

    /// The entry that books an amount of this item as owed; none where nothing is to be booked, or nothing is owed. For
    /// late fees and fines it is the payment.
    pub fn entry(self, amount: Money) -> Option<TaxEntry> {
        let (debit, credit) = self.accounts()?;
        Some(TaxEntry { debit, credit, amount }).filter(|entry| entry.amount.is_positive())
    }

    /// The entry that pays an amount of this item from the bank; none if there is nothing to pay.
    pub fn payment(self, amount: Money) -> Option<TaxEntry> {
        let (debit, credit) = (self.paid_from(), accounts::BANK);
        Some(TaxEntry { debit, credit, amount }).filter(|entry| entry.amount.is_positive())
    }
}

/// One line of a return: 计税依据, 税率, 应纳, 减免, 应缴.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TaxLine {
    /// The tax.
    pub item: TaxItem,
    /// What it is worked out on.
    pub base: Money,
    /// The rate.
    pub rate: Rate,
    /// 应纳税额: base at the rate, rounded half-up.
    pub due: Money,
    /// 减免税额: of what is due, rounded half-up on its own.
    pub relief: Money,
    /// 应缴: what is due less the relief, never the product of a halved rate (facts §0.2.6).
    pub payable: Money,
    /// The figure the rate comes from; the policy tells its rule and mark.
    pub figure: &'static str,
}

impl TaxLine {
    /// A line from its base; `relief` is the part of the due amount that is forgone.
    pub(super) fn new(
        item: TaxItem,
        base: Money,
        rate: Rate,
        relief: Rate,
        figure: &'static str,
    ) -> Result<TaxLine, TaxError> {
        let due = base.at(rate)?;
        let relief = due.at(relief)?;
        Ok(TaxLine { item, base, rate, due, relief, payable: due.checked_sub(relief)?, figure })
    }

    /// The entry that books what is payable as owed.
    pub fn entry(&self) -> Option<TaxEntry> {
        self.item.entry(self.payable)
    }

    /// The entry that pays it.
    pub fn payment(&self) -> Option<TaxEntry> {
        self.item.payment(self.payable)
    }
}

/// What is payable on all lines together.
pub fn payable(lines: &[TaxLine]) -> Result<Money, TaxError> {
    Ok(Money::total(lines.iter().map(|line| line.payable))?)
}

/// A figure of a concession: none on days when it does not hold, before it began or after it ended.
pub(super) fn while_it_holds<T>(figure: Result<T, PolicyError>) -> Result<Option<T>, PolicyError> {
    match figure {
        Ok(value) => Ok(Some(value)),
        Err(PolicyError::NotInForce { .. }) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Refuses an amount below nought.
pub(super) fn nonnegative(amount: Money, what: &'static str) -> Result<Money, TaxError> {
    if amount.is_negative() { Err(TaxError::Negative(what)) } else { Ok(amount) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_owed_is_paid_from_where_it_was_credited() {
        let one = Money::from_fen(1);
        for item in TaxItem::ALL {
            assert_eq!(item.entry(Money::ZERO), None);
            assert_eq!(item.payment(Money::ZERO), None);
            let payment = item.payment(one).map(|payment| payment.debit);
            let owed = item.entry(one).filter(|entry| entry.credit != accounts::BANK).map(|entry| entry.credit);
            assert!(owed.is_none() || owed == payment, "{item:?}");
        }
    }
}
