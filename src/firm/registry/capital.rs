//! Capital: the last day to pay it in (REG-02, 公司法47), companies older than the law (国务院令第784号), the notice of
//! forfeiture (REG-05, 公司法51–52), reduction (REG-18, 公司法224), transfer (REG-15, REG-16) and fines (REG-07, REG-08).

use crate::calendar::Date;
use crate::firm::law::LawError;
use crate::firm::law::penalty::Span;
use crate::money::Money;
use crate::policy::{PolicyError, PolicyOn};

/// The last day on which the capital may be paid in: the term of the law after founding, the day itself included (REG-V01).
pub fn last_day_to_pay_in(founded: Date, on: &PolicyOn<'_>) -> Result<Date, PolicyError> {
    on.term_from("capital.term", founded)
}

/// The first day on which a notice of forfeiture may be sent, after a call to pay sent on `called` (REG-V02). The board's
/// resolution and writing are asked for beside it.
pub fn first_day_to_forfeit(called: Date, on: &PolicyOn<'_>) -> Result<Date, PolicyError> {
    let grace_ends = on.term_from("capital.forfeiture-grace", called)?;
    Ok(grace_ends.plus_days(1).unwrap_or(grace_ends))
}

/// The last day to pay in for a company older than the law, whose articles say `promised`: where more than five years would
/// be left on 1 July 2027, the articles are changed by the day before to five years at most. None for younger companies,
/// whose term is [`last_day_to_pay_in`].
pub fn legacy_last_day(founded: Date, promised: Date, on: &PolicyOn<'_>) -> Result<Option<Date>, PolicyError> {
    let [founded_until, adjust_by] = on.dates("capital.legacy")? else { return Ok(None) };
    if founded > *founded_until {
        return Ok(None);
    }
    let latest = on.term_from("capital.term", *adjust_by)?;
    Ok(Some(promised.min(latest)))
}

/// The days of a reduction of capital.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reduction {
    /// The last day to notify creditors.
    pub notify: Date,
    /// The last day to announce.
    pub announce: Date,
}

/// The days after the meeting resolved a reduction (REG-18).
pub fn reduction(resolved: Date, on: &PolicyOn<'_>) -> Result<Reduction, PolicyError> {
    Ok(Reduction {
        notify: on.term_from("capital.reduction-notice", resolved)?,
        announce: on.term_from("capital.reduction-announcement", resolved)?,
    })
}

/// The last day on which a creditor may ask for payment or security after a reduction: after the notice it got, or after
/// the announcement (REG-18).
pub fn creditor_asks_by(notified: Option<Date>, announced: Date, on: &PolicyOn<'_>) -> Result<Date, PolicyError> {
    match notified {
        Some(day) => on.term_from("capital.reduction-notified", day),
        None => on.term_from("capital.reduction-announced", announced),
    }
}

/// The first day on which a share may go to an outsider after the other shareholders were told in writing and kept silent:
/// their right to buy first has lapsed (REG-15). Consent of more than half is no longer asked for.
pub fn free_to_transfer(told: Date, on: &PolicyOn<'_>) -> Result<Date, PolicyError> {
    let silent_until = on.term_from("transfer.reply", told)?;
    silent_until.plus_days(1).map_err(|_| PolicyError::BeyondCalendar { date: told })
}

/// A breach of the duty to contribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CapitalBreach {
    /// 抽逃出资: by what was withdrawn (REG-07).
    Withdrawal,
    /// 虚报注册资本: by what was reported falsely (REG-19).
    FalseReport,
    /// 虚假出资、未按期出资 (REG-08).
    FalseContribution,
    /// The same, gravely: by what was not contributed.
    FalseContributionGrave,
}

/// The fine for a breach of an amount: its least and its most.
pub fn fine(breach: CapitalBreach, amount: Money, on: &PolicyOn<'_>) -> Result<Span, LawError> {
    let share = |stem: &str| -> Result<Span, LawError> {
        let at = |end: &str| -> Result<Money, LawError> { Ok(amount.at(on.rate(&format!("{stem}.{end}"))?)?) };
        Ok(Span { low: at("low")?, high: at("high")? })
    };
    match breach {
        CapitalBreach::Withdrawal => share("capital.withdrawal"),
        CapitalBreach::FalseReport => share("capital.false-report"),
        CapitalBreach::FalseContributionGrave => share("capital.false-contribution-serious"),
        CapitalBreach::FalseContribution => Ok(Span {
            low: on.money("capital.false-contribution.low")?,
            high: on.money("capital.false-contribution.high")?,
        }),
    }
}

/// The first day on which a company without a good reason may lose its licence: it did not open for six months after the
/// founding, or has not worked since so long, unless it filed a suspension (REG-20).
pub fn idle_from(founded_or_stopped: Date, on: &PolicyOn<'_>) -> Result<Date, PolicyError> {
    let idle_until = on.term_from("company.idle", founded_or_stopped)?;
    idle_until.plus_days(1).map_err(|_| PolicyError::BeyondCalendar { date: founded_or_stopped })
}
