//! Damages agreed in a contract, interest, and the times within which claims are brought (facts §6.9, CTR-V02).

use super::error::LawError;
use crate::calendar::Date;
use crate::money::{Money, Rate};
use crate::policy::{PolicyOn, RestDay, Term};

/// Whether agreed damages are grossly above the loss: more than 130 % of it. How far a court cuts them is for the court; the
/// one in breach must ask and show it, and in bad faith asks in vain.
///
/// Source: 合同编通则解释 64, 65.
pub fn may_ask_reduction(agreed: Money, loss: Money, bad_faith: bool, on: &PolicyOn<'_>) -> Result<bool, LawError> {
    Ok(!bad_faith && agreed > loss.at(on.rate("damages.excessive")?)?)
}

/// What the injured side gets in all where both earnest money and damages were agreed: the one it chose, and the loss where
/// that is more (民法典 588).
pub fn chosen_remedy(earnest: Money, agreed: Money, loss: Money, chooses: Remedy) -> Money {
    match chooses {
        Remedy::Earnest => earnest.max(loss),
        Remedy::Damages => agreed.max(loss),
    }
}

/// Which of the two the injured side chose; never both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// The rule of earnest money.
    Earnest,
    /// The agreed damages.
    Damages,
}

/// A loan's yearly rate by its contract: none agreed is none owed (民法典 680).
pub fn loan_rate(agreed: Option<Rate>) -> Rate {
    agreed.unwrap_or(Rate::ZERO)
}

/// The yearly rates between which late payment of a price is charged where nothing was agreed: the loan prime rate and 30 %
/// to 50 % more of it, each half-up to a part per million. Of common knowledge (K).
pub fn late_payment_rates(prime: Rate, on: &PolicyOn<'_>) -> Result<(Rate, Rate), LawError> {
    // A rate on a rate is an amount of parts per million at that rate.
    let at = |figure: &str| -> Result<Rate, LawError> {
        let ppm = Money::try_from_fen(prime.ppm())?.at(on.rate(figure)?)?.fen();
        Rate::try_from_ppm(ppm).ok_or(LawError::Money(crate::money::MoneyError::OutOfRange))
    };
    Ok((at("late-interest.low")?, at("late-interest.high")?))
}

/// The kinds of surety.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surety {
    /// 一般保证: the debtor is sued first.
    General,
    /// 连带责任保证.
    Joint,
}

/// The kind of surety a contract makes; an unclear one is general (民法典 686).
pub fn surety(agreed: Option<Surety>) -> Surety {
    agreed.unwrap_or(Surety::General)
}

/// The last day of the limitation of a claim known on a day; a rest day at the end prolongs it (民法典 188, 203).
pub fn claim_by(known: Date, on: &PolicyOn<'_>) -> Result<Date, LawError> {
    Ok(on.term_end(on.term("claim.limitation")?, RestDay::NextWorkingDay, known)?)
}

/// The last day to have a contract set aside, from the day the ground was known: a year, ninety days for a mistake. The
/// period is fixed and is not prolonged (民法典 152, 199).
pub fn rescind_by(known: Date, mistake: bool, on: &PolicyOn<'_>) -> Result<Date, LawError> {
    let term: Term = on.term(if mistake { "rescission.mistake" } else { "rescission.limit" })?;
    Ok(on.term_end(term, RestDay::Stands, known)?)
}
