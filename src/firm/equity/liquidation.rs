//! Who gets what when the company is sold: liquidation preferences.

use serde::{Deserialize, Serialize};

use super::{EquityError, scaled};
use crate::money::{Money, Rate};

/// Whether preferred shares share in what is left after their preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Participation {
    /// 非参与: the preference or the shares' part, whichever is more.
    None,
    /// 参与·不封顶: the preference, and the shares' part of the rest.
    Full,
    /// 参与·封顶: as before, but no more than so many times the money (`"300%"` is 3x), unless the shares' part is more.
    Capped(Rate),
}

/// An investor's preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preference {
    /// The money put in.
    pub invested: Money,
    /// How many times that comes first (`"100%"` is 1x).
    pub multiple: Rate,
    /// The investor's shares.
    pub shares: u64,
    /// All shares.
    pub of: u64,
    /// What of the rest.
    pub participation: Participation,
}

/// What an exit pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payout {
    /// To the investor.
    pub investor: Money,
    /// To everyone else.
    pub others: Money,
    /// Whether the investor did better to give up the preference and share as common.
    pub converted: bool,
}

/// Splits the proceeds of an exit (LIQ-*): the investor's part half-up to the fen, the rest to everyone else.
pub fn payout(exit: Money, preference: &Preference) -> Result<Payout, EquityError> {
    if exit.is_negative() || preference.invested.is_negative() || preference.multiple < Rate::ZERO {
        return Err(EquityError::Amount);
    }
    if preference.of == 0 || preference.shares > preference.of {
        return Err(EquityError::Shares);
    }
    let part_of = |amount: Money| -> Result<Money, EquityError> {
        let fen = u128::try_from(amount.fen()).map_err(|_| EquityError::Amount)?;
        let part = scaled(fen, u128::from(preference.shares), u128::from(preference.of))?;
        Ok(Money::try_from_fen(i64::try_from(part).map_err(|_| EquityError::Amount)?)?)
    };
    let first = exit.min(preference.invested.at(preference.multiple)?);
    let as_common = part_of(exit)?;
    let participating = first.checked_add(part_of(exit.checked_sub(first)?)?)?;
    let preferred = match preference.participation {
        Participation::None => first,
        Participation::Full => participating,
        // A cap below the preference itself would take it away; the preference comes first.
        Participation::Capped(times) => participating.min(preference.invested.at(times)?.max(first)),
    };
    let investor = preferred.max(as_common);
    Ok(Payout { investor, others: exit.checked_sub(investor)?, converted: as_common > preferred })
}

/// What an investor has first at an exit among several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The investor's shares.
    pub shares: u64,
    /// What comes first.
    pub first: Money,
    /// What of the rest.
    pub participation: Participation,
    /// The money put in, that a cap is a multiple of.
    pub invested: Money,
}

/// The most claims that are settled together here.
const CLAIMS_MAX: usize = 64;

/// Splits the proceeds of an exit among claims, the senior first, and the common shares: what each claim gets, in their order;
/// the rest is the common's. Whoever does better as common gives the preference up; of one claim it is [`payout`].
pub fn waterfall(exit: Money, claims: &[Claim], common: u64) -> Result<Vec<Money>, EquityError> {
    if exit.is_negative() {
        return Err(EquityError::Amount);
    }
    if claims.len() > CLAIMS_MAX {
        return Err(EquityError::Shares);
    }
    let mut converted = vec![false; claims.len()];
    // Each pass converts one claim or ends.
    loop {
        let paid = settle(exit, claims, &converted, common)?;
        let mut better = None;
        for (place, now) in paid.iter().enumerate() {
            let mut trial = converted.clone();
            match trial.get_mut(place) {
                Some(flag) if !*flag => *flag = true,
                _ => continue,
            }
            if settle(exit, claims, &trial, common)?.get(place) > Some(now) {
                better = Some(trial);
                break;
            }
        }
        match better {
            Some(trial) => converted = trial,
            None => return Ok(paid),
        }
    }
}

fn settle(exit: Money, claims: &[Claim], converted: &[bool], common: u64) -> Result<Vec<Money>, EquityError> {
    let mut left = exit;
    let mut paid = Vec::new();
    let mut sharing = u128::from(common);
    for (claim, converted) in claims.iter().zip(converted) {
        let first = if *converted { Money::ZERO } else { claim.first.min(left) };
        left = left.checked_sub(first)?;
        paid.push(first);
        if *converted || claim.participation != Participation::None {
            sharing = sharing.saturating_add(u128::from(claim.shares));
        }
    }
    let fen = u128::try_from(left.fen()).map_err(|_| EquityError::Amount)?;
    // Rounded on the running total, so that parts never add up to more than there is.
    let (mut shares, mut given) = (0_u128, 0_u128);
    for ((claim, converted), paid) in claims.iter().zip(converted).zip(paid.iter_mut()) {
        if !*converted && claim.participation == Participation::None {
            continue;
        }
        shares = shares.saturating_add(u128::from(claim.shares));
        let upto = scaled(fen, shares, sharing)?;
        let part = i64::try_from(upto.saturating_sub(given)).map_err(|_| EquityError::Amount)?;
        given = upto;
        let whole = paid.checked_add(Money::try_from_fen(part)?)?;
        *paid = match claim.participation {
            Participation::Capped(times) if !*converted => whole.min(claim.invested.at(times)?.max(*paid)),
            _ => whole,
        };
    }
    Ok(paid)
}
