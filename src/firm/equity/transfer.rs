//! Selling shares: the tax on a transfer, and when offering shares becomes public.

use super::{EquityError, scaled};
use crate::money::Money;
use crate::policy::{PolicyError, PolicyOn};

/// What a person who sells shares owes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TransferTax {
    /// The income that is taxed: the price the tax office accepts, less cost and fees; at least nought.
    pub income: Money,
    /// The tax.
    pub tax: Money,
    /// Whether the tax office put the share of net assets in the place of the declared price.
    pub assessed: bool,
}

/// The tax on a person's transfer of shares. A price below the shares' part of net assets is replaced by that part unless
/// there is a good reason; a price at or above it stands, even without any gain (2014年67号公告11–13).
pub fn transfer_tax(
    price: Money,
    cost: Money,
    net_assets: Money,
    (shares, of): (u64, u64),
    justified: bool,
    on: &PolicyOn<'_>,
) -> Result<TransferTax, EquityError> {
    if price.is_negative() || cost.is_negative() {
        return Err(EquityError::Amount);
    }
    let assets = u128::try_from(net_assets.fen()).unwrap_or(0);
    let part = scaled(assets, u128::from(shares), u128::from(of))?;
    let part = Money::try_from_fen(i64::try_from(part).map_err(|_| EquityError::Amount)?)?;
    let assessed = price < part && !justified;
    let accepted = if assessed { part } else { price };
    let income = accepted.checked_sub(cost)?.max(Money::ZERO);
    Ok(TransferTax { income, tax: income.at(on.rate("equity.transfer-tax")?)?, assessed })
}

/// Whether offering shares to so many specific persons, those of a lawful employee plan not counted, is a public
/// offering (证券法9): more than the line is, the line itself is not.
pub fn offering_is_public(persons: u32, on: &PolicyOn<'_>) -> Result<bool, PolicyError> {
    Ok(i64::from(persons) > on.count("equity.offering-line")?)
}
