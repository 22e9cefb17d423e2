//! Incomes at one rate (利息股息红利、财产租赁、财产转让、偶然所得; 个人所得税法3): here dividends to natural persons, and the
//! fee that the state pays for withholding.

use crate::firm::tax::item::nonnegative;
use crate::firm::tax::{TaxError, TaxItem, TaxLine};
use crate::money::{Money, Rate};
use crate::policy::PolicyOn;

/// What a company withholds from a dividend to a natural person (IIT-DIV).
pub fn dividend(amount: Money, on: PolicyOn<'_>) -> Result<TaxLine, TaxError> {
    let figure = "iit.flat";
    TaxLine::new(TaxItem::DividendTaxWithheld, nonnegative(amount, "amount")?, on.rate(figure)?, Rate::ZERO, figure)
}

/// The fee a withholding agent is paid back on what it withheld (个人所得税法17).
pub fn handling_fee(withheld: Money, on: PolicyOn<'_>) -> Result<Money, TaxError> {
    Ok(nonnegative(withheld, "withheld")?.at(on.rate("iit.handling-fee")?)?)
}
