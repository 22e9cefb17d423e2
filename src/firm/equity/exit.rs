//! An exit: what every holder of the cap table gets of the proceeds, by the preferences agreed.

use std::cmp::Reverse;

use super::liquidation::{Claim, waterfall};
use super::{CapTable, Covenants, EquityError, Holding, Preferred, ShareClass, scaled};
use crate::money::{Money, Rate};

/// What each holding gets of the proceeds, in the table's order; the pool, whose shares nobody took, gets nothing. Later rounds
/// come first. The parts add up to the proceeds exactly.
pub fn distribute(exit: Money, table: &CapTable, covenants: &Covenants) -> Result<Vec<(Holding, Money)>, EquityError> {
    let held: Vec<&Holding> = table.holdings().iter().filter(|one| one.class != ShareClass::Pool).collect();
    let mut preferring: Vec<(usize, &Preferred)> = Vec::new();
    for (place, holding) in held.iter().enumerate() {
        preferring.extend(preference(holding, covenants).map(|preferred| (place, preferred)));
    }
    preferring.sort_by_key(|(place, preferred)| (Reverse(preferred.class), *place));
    let claims: Result<Vec<Claim>, EquityError> = preferring.iter().map(|(_, preferred)| claim(preferred)).collect();
    let claims = claims?;
    let common: u64 = held
        .iter()
        .filter(|holding| preference(holding, covenants).is_none())
        .map(|holding| holding.shares)
        .fold(0, u64::saturating_add);
    let paid = waterfall(exit, &claims, common)?;
    let rest = exit.checked_sub(Money::total(paid.iter().copied())?)?;
    let fen = u128::try_from(rest.fen()).map_err(|_| EquityError::Amount)?;
    let (mut shares, mut given) = (0_u128, 0_u128);
    let mut all = Vec::new();
    for (place, holding) in held.into_iter().enumerate() {
        let claimed = preferring.iter().zip(&paid).find(|((of, _), _)| *of == place).map(|(_, paid)| *paid);
        let amount = match claimed {
            Some(paid) => paid,
            None => {
                shares = shares.saturating_add(u128::from(holding.shares));
                let upto = scaled(fen, shares, u128::from(common))?;
                let part = i64::try_from(upto.saturating_sub(given)).map_err(|_| EquityError::Amount)?;
                given = upto;
                Money::try_from_fen(part)?
            }
        };
        all.push((holding.clone(), amount));
    }
    Ok(all)
}

fn preference<'a>(holding: &Holding, covenants: &'a Covenants) -> Option<&'a Preferred> {
    let of = |one: &&Preferred| one.holder == holding.holder && one.class == holding.class;
    covenants.preferred().iter().find(of).filter(|one| one.terms.multiple > Rate::ZERO)
}

fn claim(preferred: &Preferred) -> Result<Claim, EquityError> {
    Ok(Claim {
        shares: preferred.shares,
        first: preferred.invested.at(preferred.terms.multiple)?,
        participation: preferred.terms.participation,
        invested: preferred.invested,
    })
}
