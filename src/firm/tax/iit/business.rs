//! Income from business (经营所得): individual businesses, sole proprietorships, partners (IIT-BIZ; 个人所得税法12). The
//! owner pays; it is not the business's cost.

use serde::{Deserialize, Serialize};

use crate::firm::tax::TaxError;
use crate::firm::tax::item::{nonnegative, while_it_holds};
use crate::money::Money;
use crate::policy::PolicyOn;

/// Whose income it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Owner {
    /// 个体工商户: half of the tax on the first part is forgiven while the concession lasts.
    IndividualBusiness,
    /// 个人独资企业投资人.
    SoleProprietor,
    /// 合伙企业自然人合伙人, on their share.
    Partner,
}

/// The tax on a year's business income, or on the year so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BusinessTax {
    /// 应纳税额 by the table.
    pub due: Money,
    /// 减免税额.
    pub relief: Money,
    /// What is left to pay for the period as a whole.
    pub payable: Money,
}

/// The tax on taxable business income; nothing on a loss.
pub fn assess(taxable: Money, owner: Owner, on: PolicyOn<'_>) -> Result<BusinessTax, TaxError> {
    let table = on.brackets("iit.business.brackets")?;
    let due = table.tax_on(taxable)?;
    let reduction = while_it_holds(on.rate("iit.business.reduction"))?;
    let relief = match (owner, reduction) {
        (Owner::IndividualBusiness, Some(reduction)) => {
            let favoured = taxable.min(on.money("iit.business.reduction-limit")?);
            table.tax_on(favoured)?.at(reduction)?
        }
        (Owner::IndividualBusiness, None) | (Owner::SoleProprietor | Owner::Partner, _) => Money::ZERO,
    };
    Ok(BusinessTax { due, relief, payable: due.checked_sub(relief)? })
}

/// What is prepaid for a quarter: the tax on the year's income so far, less what was prepaid; never below nought.
pub fn prepay(to_date: Money, prepaid: Money, owner: Owner, on: PolicyOn<'_>) -> Result<Money, TaxError> {
    let payable = assess(to_date, owner, on)?.payable;
    Ok(payable.checked_sub(nonnegative(prepaid, "prepaid")?)?.max(Money::ZERO))
}
