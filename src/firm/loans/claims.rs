//! What a small enterprise may claim when a large debtor pays late (保障中小企业款项支付条例, facts §5.4).

use crate::money::{Money, MoneyError, Rate};
use crate::policy::{PolicyError, PolicyOn};

use super::LoanError;
use super::interest::daily_interest;
use super::rates::one_year;

/// Who owes a small enterprise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Debtor {
    /// 机关、事业单位.
    PublicBody,
    /// 大型企业.
    LargeEnterprise,
}

/// The days the debtor has to pay, with the days agreed in the contract if any: a public body at most sixty, a large
/// enterprise what was reasonably agreed, else sixty.
pub fn payment_term_days(debtor: Debtor, agreed: Option<i32>, on: &PolicyOn<'_>) -> Result<i32, PolicyError> {
    match (debtor, agreed) {
        (Debtor::PublicBody, None) => on.days("sme-payment.public"),
        (Debtor::PublicBody, Some(agreed)) => Ok(agreed.clamp(0, on.days("sme-payment.public-agreed")?)),
        (Debtor::LargeEnterprise, None) => on.days("sme-payment.large"),
        (Debtor::LargeEnterprise, Some(agreed)) => Ok(agreed.max(0)),
    }
}

/// The interest on a late payment (SME-V01): the yearly rate agreed, but not below the one-year loan prime rate, or the
/// statutory daily rate if none was agreed; half-up to the fen.
pub fn late_payment_interest(
    owed: Money,
    days_late: u32,
    agreed: Option<Rate>,
    on: &PolicyOn<'_>,
) -> Result<Money, LoanError> {
    match agreed {
        Some(agreed) => {
            let basis = u32::try_from(on.days("interest.day-basis")?).map_err(|_| MoneyError::BadDivisor)?;
            Ok(daily_interest(owed, agreed.max(one_year(on)?), days_late, basis)?)
        }
        // A daily rate is a yearly rate of a year of one day.
        None => Ok(daily_interest(owed, on.rate("sme-payment.daily")?, days_late, 1)?),
    }
}
