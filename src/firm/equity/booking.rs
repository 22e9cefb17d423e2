//! What money for shares is in the books (facts §2.4 #1, #3): registered capital, and a premium over it.

use super::EquityError;
use crate::firm::VoucherLine;
use crate::firm::accounts;
use crate::money::Money;

/// Money comes in for shares of which `registered` is new registered capital; the rest is 资本公积.
pub fn paid_in(invested: Money, registered: Money) -> Result<Vec<VoucherLine>, EquityError> {
    if !registered.is_positive() || registered > invested {
        return Err(EquityError::Amount);
    }
    let mut lines =
        vec![VoucherLine::debit(accounts::BANK, invested), VoucherLine::credit(accounts::PAID_IN_CAPITAL, registered)];
    let premium = invested.checked_sub(registered)?;
    if premium.is_positive() {
        lines.push(VoucherLine::credit(accounts::CAPITAL_SURPLUS, premium));
    }
    Ok(lines)
}

/// The registered capital that a round adds so that it stays in the proportion of the shares: new shares over the shares
/// before, of the capital before, half-up to the fen.
pub fn registered_part(capital: Money, new_shares: u64, shares_before: u64) -> Result<Money, EquityError> {
    let fen = u128::try_from(capital.fen()).map_err(|_| EquityError::Amount)?;
    let part = super::scaled(fen, u128::from(new_shares), u128::from(shares_before))?;
    Ok(Money::try_from_fen(i64::try_from(part).map_err(|_| EquityError::Amount)?)?)
}
