//! Earnest money (定金): how much of it counts, and who gets what when the contract fails (facts §6.9, CTR-V01, CTR-V04).

use super::error::LawError;
use crate::money::Money;
use crate::policy::PolicyOn;

/// What was paid ahead, by what the contract calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// 定金: earnest money, by that word or by its effect.
    Earnest,
    /// 订金, 押金, 保证金 without that effect: part of the price paid ahead.
    Prepayment,
}

/// Whose breach it was that kept the contract's purpose from being reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breach {
    /// Of the one who paid it.
    Payer,
    /// Of the one who received it.
    Receiver,
    /// Of both, grave on each side.
    Both,
    /// Nobody's: force majeure.
    ForceMajeure,
    /// Somebody's, but the purpose was reached.
    PurposeReached,
}

/// A contract with money paid ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deposit {
    /// The price of the main contract.
    pub price: Money,
    /// What was handed over.
    pub paid: Money,
    /// What it is.
    pub kind: Ahead,
    /// Unperformed parts of all parts; one of one where nothing was performed.
    pub unperformed: (u32, u32),
}

/// Where the money goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DepositOutcome {
    /// What counts as earnest money.
    pub effective: Money,
    /// What the breach costs by the rule of earnest money: kept from the payer, or paid by the receiver on top.
    pub penalty: Money,
    /// What the receiver returns, or credits against the price of what was performed.
    pub returned: Money,
}

/// What counts as earnest money: at most a fifth of the price; the rest is paid ahead (民法典 586).
pub fn effective(deposit: &Deposit, on: &PolicyOn<'_>) -> Result<Money, LawError> {
    if deposit.price.is_negative() || deposit.paid.is_negative() {
        return Err(LawError::Negative(deposit.price.min(deposit.paid)));
    }
    match deposit.kind {
        Ahead::Prepayment => Ok(Money::ZERO),
        Ahead::Earnest => Ok(deposit.paid.min(deposit.price.at(on.rate("earnest.max")?)?)),
    }
}

/// Where the money goes after a breach (CTR-V01, CTR-V04).
///
/// Source: 民法典 586, 587; 合同编通则解释 67, 68.
pub fn settle(deposit: &Deposit, breach: Breach, on: &PolicyOn<'_>) -> Result<DepositOutcome, LawError> {
    let effective = effective(deposit, on)?;
    let (part, whole) = deposit.unperformed;
    if part > whole || whole == 0 {
        return Err(LawError::BadShare { part, whole });
    }
    let share = effective.prorate(i64::from(part), i64::from(whole))?;
    let more = on.count("earnest.double")?.saturating_sub(1);
    let (penalty, returned) = match breach {
        Breach::Payer => (share, deposit.paid.checked_sub(share)?),
        Breach::Receiver => {
            let penalty = share.checked_mul_int(more)?;
            (penalty, deposit.paid.checked_add(penalty)?)
        }
        Breach::Both | Breach::ForceMajeure | Breach::PurposeReached => (Money::ZERO, deposit.paid),
    };
    Ok(DepositOutcome { effective, penalty, returned })
}
