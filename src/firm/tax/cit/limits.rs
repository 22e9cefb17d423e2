//! Expenses that the law deducts only up to a limit, and those it does not deduct at all (CIT-10…16).

use serde::{Deserialize, Serialize};

use crate::firm::tax::TaxError;
use crate::firm::tax::item::{nonnegative, while_it_holds};
use crate::money::Money;
use crate::policy::PolicyOn;

/// What of an expense is deducted and what goes on to later years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limited {
    /// Deducted this year, out of the year's own and what was carried in.
    pub allowed: Money,
    /// Carried to later years.
    pub carried_out: Money,
}

/// 业务招待费: a share of what was spent, at most a share of the revenue; the rest is lost.
pub fn entertainment(spent: Money, revenue: Money, on: PolicyOn<'_>) -> Result<Money, TaxError> {
    let share = nonnegative(spent, "entertainment")?.at(on.rate("cit.entertainment.share")?)?;
    let cap = nonnegative(revenue, "revenue")?.at(on.rate("cit.entertainment.cap")?)?;
    Ok(share.min(cap))
}

/// 广告费和业务宣传费: up to a share of the revenue, the rest carried on. `raised` for makers and sellers of cosmetics and
/// makers of medicine and drinks, while that concession lasts.
pub fn advertising(
    spent: Money,
    carried_in: Money,
    revenue: Money,
    raised: bool,
    on: PolicyOn<'_>,
) -> Result<Limited, TaxError> {
    let usual = on.rate("cit.advertising.cap")?;
    let rate = if raised { while_it_holds(on.rate("cit.advertising.cap-raised"))?.unwrap_or(usual) } else { usual };
    up_to(spent, carried_in, nonnegative(revenue, "revenue")?.at(rate)?)
}

/// 职工福利费: up to a share of the wages; the rest is lost.
pub fn welfare(spent: Money, wages: Money, on: PolicyOn<'_>) -> Result<Money, TaxError> {
    let cap = nonnegative(wages, "wages")?.at(on.rate("cit.welfare.cap")?)?;
    Ok(nonnegative(spent, "welfare")?.min(cap))
}

/// 工会经费: up to a share of the wages; the rest is lost.
pub fn union_dues(spent: Money, wages: Money, on: PolicyOn<'_>) -> Result<Money, TaxError> {
    let cap = nonnegative(wages, "wages")?.at(on.rate("cit.union.cap")?)?;
    Ok(nonnegative(spent, "union_dues")?.min(cap))
}

/// 职工教育经费: up to a share of the wages, the rest carried on.
pub fn training(spent: Money, carried_in: Money, wages: Money, on: PolicyOn<'_>) -> Result<Limited, TaxError> {
    up_to(spent, carried_in, nonnegative(wages, "wages")?.at(on.rate("cit.training.cap")?)?)
}

fn up_to(spent: Money, carried_in: Money, cap: Money) -> Result<Limited, TaxError> {
    let all = nonnegative(spent, "spent")?.checked_add(nonnegative(carried_in, "carried_in")?)?;
    let allowed = all.min(cap);
    Ok(Limited { allowed, carried_out: all.checked_sub(allowed)? })
}

/// The most that donations may take off in a year: a share of the accounting profit, nothing on a loss.
pub fn donation_cap(profit: Money, on: PolicyOn<'_>) -> Result<Money, TaxError> {
    Ok(profit.max(Money::ZERO).at(on.rate("cit.donation.cap")?)?)
}

/// An expense whose kind the law looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outgoing {
    /// 税收滞纳金.
    TaxLateFee,
    /// 罚金、罚款: administrative and criminal.
    Fine,
    /// 没收财物的损失.
    Confiscation,
    /// 公益以外的捐赠.
    PrivateDonation,
    /// 赞助支出.
    Sponsorship,
    /// 向投资者支付的股息.
    Dividend,
    /// 企业所得税税款.
    IncomeTax,
    /// 未经核定的准备金.
    Provision,
    /// 与取得收入无关的支出.
    Unrelated,
    /// 合同违约金: deductible.
    ContractDamages,
    /// 银行罚息: deductible.
    BankPenaltyInterest,
}

impl Outgoing {
    const fn word(self) -> &'static str {
        match self {
            Outgoing::TaxLateFee => "税收滞纳金",
            Outgoing::Fine => "罚金、罚款",
            Outgoing::Confiscation => "没收财物的损失",
            Outgoing::PrivateDonation => "公益以外的捐赠",
            Outgoing::Sponsorship => "赞助支出",
            Outgoing::Dividend => "向投资者支付的股息",
            Outgoing::IncomeTax => "企业所得税税款",
            Outgoing::Provision => "未经核定的准备金",
            Outgoing::Unrelated => "与取得收入无关的支出",
            Outgoing::ContractDamages => "合同违约金",
            Outgoing::BankPenaltyInterest => "银行罚息",
        }
    }

    /// Whether the law does not deduct it (企业所得税法10).
    pub fn is_barred(self, on: PolicyOn<'_>) -> Result<bool, TaxError> {
        Ok(on.words("cit.barred")?.iter().any(|word| word == self.word()))
    }
}

/// Whether equipment bought on the policy's day may be deducted at once: up to the limit for one piece, that included.
pub fn deductible_at_once(unit_cost: Money, on: PolicyOn<'_>) -> Result<bool, TaxError> {
    Ok(while_it_holds(on.money("cit.equipment.limit"))?.is_some_and(|limit| unit_cost <= limit))
}
