//! The cap table: every holder's whole shares. The percentages always add up to a hundred.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::EquityError;
use crate::money::Rate;
use crate::policy::PolicyOn;

/// What kind of shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ShareClass {
    /// 普通股.
    Common,
    /// 优先股 of a round, counted from 1 (A is 1).
    Preferred(u8),
    /// 期权池: set aside, not yet granted.
    Pool,
}

/// So many shares of one class in one hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// Who.
    pub holder: String,
    /// Of what class.
    pub class: ShareClass,
    /// How many, at least one.
    pub shares: u64,
}

/// Who holds what, fully diluted. Holdings stand in the order in which they arose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CapTable {
    holdings: Vec<Holding>,
}

impl CapTable {
    /// The most shares a company here has: a trillion. Products with amounts then fit 128 bits.
    pub const SHARES_MAX: u64 = 1_000_000_000_000;

    /// A table of holdings, which must be of at least one share each and not too many together.
    pub fn new(holdings: impl IntoIterator<Item = Holding>) -> Result<CapTable, EquityError> {
        let mut table = CapTable::default();
        for holding in holdings {
            table.issue(&holding.holder, holding.class, holding.shares)?;
        }
        Ok(table)
    }

    /// The holdings.
    pub fn holdings(&self) -> &[Holding] {
        &self.holdings
    }

    /// All shares, the pool's included (fully diluted).
    pub fn total(&self) -> u64 {
        self.holdings.iter().map(|holding| holding.shares).fold(0, u64::saturating_add)
    }

    /// All shares issued, without the pool's.
    pub fn issued(&self) -> u64 {
        let issued = self.holdings.iter().filter(|holding| holding.class != ShareClass::Pool);
        issued.map(|holding| holding.shares).fold(0, u64::saturating_add)
    }

    /// A holder's shares of all classes.
    pub fn held_by(&self, holder: &str) -> u64 {
        let held = self.holdings.iter().filter(|holding| holding.holder == holder);
        held.map(|holding| holding.shares).fold(0, u64::saturating_add)
    }

    /// Whether a holder has at least this part of all shares, compared without a rounded quotient.
    pub fn holds_at_least(&self, holder: &str, least: Rate) -> bool {
        let held = i128::from(self.held_by(holder)).saturating_mul(i128::from(Rate::ONE.ppm()));
        let asked = i128::from(self.total()).saturating_mul(i128::from(least.ppm()));
        self.total() > 0 && held >= asked
    }

    /// The shares of a class.
    pub fn of_class(&self, class: ShareClass) -> u64 {
        let held = self.holdings.iter().filter(|holding| holding.class == class);
        held.map(|holding| holding.shares).fold(0, u64::saturating_add)
    }

    /// How many different holders there are, the pool apart.
    pub fn holders(&self) -> u64 {
        let owners = self.holdings.iter().filter(|holding| holding.class != ShareClass::Pool);
        let names: BTreeSet<&str> = owners.map(|holding| holding.holder.as_str()).collect();
        u64::try_from(names.len()).unwrap_or(u64::MAX)
    }

    /// Issues new shares to a holder; shares of the same class are put together.
    pub fn issue(&mut self, holder: &str, class: ShareClass, shares: u64) -> Result<(), EquityError> {
        let total = self.total().checked_add(shares).filter(|total| *total <= CapTable::SHARES_MAX);
        if shares == 0 || total.is_none() {
            return Err(EquityError::Shares);
        }
        let same = |holding: &&mut Holding| holding.holder == holder && holding.class == class;
        match self.holdings.iter_mut().find(same) {
            Some(holding) => holding.shares = holding.shares.saturating_add(shares),
            None => self.holdings.push(Holding { holder: holder.to_owned(), class, shares }),
        }
        Ok(())
    }

    /// Moves shares of a class from one holder to another, a grant out of the pool among them (`into` is the class they
    /// become). Nothing changes if the holder has too few.
    pub fn transfer(
        &mut self,
        (from, class): (&str, ShareClass),
        (to, into): (&str, ShareClass),
        shares: u64,
    ) -> Result<(), EquityError> {
        if shares == 0 {
            return Err(EquityError::Shares);
        }
        let same = |holding: &&mut Holding| holding.holder == from && holding.class == class;
        let source = self.holdings.iter_mut().find(same).ok_or_else(|| EquityError::UnknownHolder(from.to_owned()))?;
        source.shares = source.shares.checked_sub(shares).ok_or_else(|| EquityError::TooFewShares {
            holder: from.to_owned(),
            held: source.shares,
            asked: shares,
        })?;
        self.holdings.retain(|holding| holding.shares > 0);
        self.issue(to, into, shares)
    }

    /// Each holding's share of all, in the order of [`CapTable::holdings`], with four decimals of a percentage; they add
    /// up to a hundred exactly (largest remainder first, ties to the earlier).
    pub fn percentages(&self) -> Vec<Rate> {
        let whole = u128::from(Rate::ONE.ppm().unsigned_abs());
        let total = u128::from(self.total());
        let mut parts: Vec<(u128, u128)> = Vec::new();
        for holding in &self.holdings {
            // At most a trillion times a million: far within 128 bits.
            let exact = u128::from(holding.shares).saturating_mul(whole);
            parts.push((exact.checked_div(total).unwrap_or(0), exact.checked_rem(total).unwrap_or(0)));
        }
        let given = parts.iter().map(|part| part.0).fold(0, u128::saturating_add);
        let left = usize::try_from(whole.saturating_sub(given)).unwrap_or(0);
        let mut order: Vec<(Reverse<u128>, usize)> =
            parts.iter().enumerate().map(|(index, part)| (Reverse(part.1), index)).collect();
        order.sort_unstable();
        for (_, index) in order.into_iter().take(left) {
            if let Some(part) = parts.get_mut(index) {
                part.0 = part.0.saturating_add(1);
            }
        }
        let rate = |(ppm, _): (u128, u128)| i64::try_from(ppm).ok().and_then(Rate::try_from_ppm);
        parts.into_iter().filter_map(rate).collect()
    }

    /// Refuses more shareholders than a limited liability company may have (公司法42).
    pub fn check_holders(&self, on: &PolicyOn<'_>) -> Result<(), EquityError> {
        let max = u64::try_from(on.count("company.shareholders-max")?).unwrap_or(0);
        let found = self.holders();
        if found > max { Err(EquityError::TooManyHolders { found, max }) } else { Ok(()) }
    }
}
