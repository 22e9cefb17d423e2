//! What is agreed beside the price of shares: an investor's preference and protection, options on the pool, money that becomes
//! shares later, seats on the board, and notices of transfers. The cap table says who holds what; this says on which terms.

use serde::{Deserialize, Serialize};

use super::{AntiDilution, CapTable, Convertible, EquityError, Participation, ShareClass, Vesting, scaled, shares};
use crate::calendar::Date;
use crate::money::{Money, Rate};
use crate::policy::PolicyOn;

/// The terms of a round beside its price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// How many times the money comes first at an exit (`"100%"` is 1x); nought where nothing does.
    #[serde(default)]
    pub multiple: Rate,
    /// What of the rest then.
    #[serde(default = "not_participating")]
    pub participation: Participation,
    /// What a cheaper round gives.
    #[serde(default = "unprotected")]
    pub anti_dilution: AntiDilution,
    /// Seats on the board.
    #[serde(default)]
    pub seats: u8,
    /// Who makes good what the company was overvalued by (对赌).
    #[serde(default)]
    pub adjustment: Adjustment,
}

/// Who makes good to an investor what targets were missed by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Adjustment {
    /// Nobody.
    #[default]
    Nobody,
    /// The founders, out of their own purse.
    Founders,
    /// The company, which may not pay its shareholders back without reducing its capital (九民纪要5).
    Company,
}

fn not_participating() -> Participation {
    Participation::None
}

fn unprotected() -> AntiDilution {
    AntiDilution::None
}

impl Default for Terms {
    /// Shares like anybody else's.
    fn default() -> Self {
        Self {
            multiple: Rate::ZERO,
            participation: Participation::None,
            anti_dilution: AntiDilution::None,
            seats: 0,
            adjustment: Adjustment::Nobody,
        }
    }
}

/// What an investor of a round holds, and on which terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferred {
    /// Who.
    pub holder: String,
    /// Of which round.
    pub class: ShareClass,
    /// The money put in.
    pub invested: Money,
    /// The shares it stands for now.
    pub shares: u64,
    /// The terms.
    pub terms: Terms,
}

/// An option on shares of the pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionGrant {
    /// Who may take them.
    pub holder: String,
    /// What a share then costs.
    pub price: Money,
    /// When they are earned.
    pub vesting: Vesting,
    /// How many were taken.
    pub exercised: u64,
    /// How many were earned when the holder left; none left yet.
    pub left_with: Option<u64>,
}

impl OptionGrant {
    /// The shares that may be taken by the end of a day.
    pub fn open(&self, date: Date) -> u64 {
        self.left_with.unwrap_or_else(|| self.vesting.vested(date)).saturating_sub(self.exercised)
    }

    /// The shares of the pool that are promised and not taken.
    pub fn promised(&self) -> u64 {
        self.left_with.unwrap_or_else(|| self.vesting.shares()).saturating_sub(self.exercised)
    }
}

/// Who sits on the board (公司法68, 75).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Board {
    /// Directors whom the founders name.
    pub founders: u8,
    /// Directors whom investors name.
    #[serde(default)]
    pub investors: u8,
    /// Directors who belong to neither.
    #[serde(default)]
    pub independent: u8,
}

impl Board {
    /// All of them.
    pub fn seats(self) -> u8 {
        self.founders.saturating_add(self.investors).saturating_add(self.independent)
    }

    /// Whether the founders' directors are more than half.
    pub fn founders_lead(self) -> bool {
        self.founders > self.investors.saturating_add(self.independent)
    }

    /// Refuses a board that is neither a single director nor of the least size of a board.
    pub fn check(self, on: &PolicyOn<'_>) -> Result<(), EquityError> {
        let (seats, least) = (u64::from(self.seats()), u64::try_from(on.count("company.board-min")?).unwrap_or(0));
        if seats == 1 || seats >= least { Ok(()) } else { Err(EquityError::Board { seats, least }) }
    }
}

/// Shares that a holder wants to sell to somebody who holds none: the others were told (公司法84).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferNotice {
    /// Who sells.
    pub from: String,
    /// Who buys.
    pub to: String,
    /// How many shares.
    pub shares: u64,
    /// For how much.
    pub price: Money,
    /// The last day for the others to answer.
    pub answer_by: Date,
}

/// All that is agreed about a company's shares.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Covenants {
    pub(in crate::firm) founders: Vec<String>,
    pub(in crate::firm) preferred: Vec<Preferred>,
    pub(in crate::firm) options: Vec<OptionGrant>,
    pub(in crate::firm) convertibles: Vec<Convertible>,
    pub(in crate::firm) board: Option<Board>,
    pub(in crate::firm) notices: Vec<TransferNotice>,
    pub(in crate::firm) sold: Option<Date>,
}

impl Covenants {
    /// The founders by the names they hold their shares under.
    pub fn founders(&self) -> &[String] {
        &self.founders
    }

    /// What investors hold, and on which terms, in the order of their rounds.
    pub fn preferred(&self) -> &[Preferred] {
        &self.preferred
    }

    /// Options granted, those used up among them.
    pub fn options(&self) -> &[OptionGrant] {
        &self.options
    }

    /// Convertibles that have not become shares yet.
    pub fn convertibles(&self) -> &[Convertible] {
        &self.convertibles
    }

    /// The board, once it was seated.
    pub fn board(&self) -> Option<Board> {
        self.board
    }

    /// Transfers that the other shareholders were told of and that were not carried out.
    pub fn notices(&self) -> &[TransferNotice] {
        &self.notices
    }

    /// When the whole company was sold.
    pub fn sold(&self) -> Option<Date> {
        self.sold
    }

    /// The pool's shares that nobody was promised.
    pub fn free_pool(&self, table: &CapTable) -> u64 {
        let promised = self.options.iter().map(OptionGrant::promised).fold(0, u64::saturating_add);
        table.of_class(ShareClass::Pool).saturating_sub(promised)
    }

    /// The terms of some preferred shares go with them: the money they stand for is split in their proportion.
    pub(in crate::firm) fn hand_over(
        &mut self,
        (from, to): (&str, &str),
        class: ShareClass,
        number: u64,
    ) -> Result<(), EquityError> {
        let held = self.preferred.iter_mut().find(|one| one.holder == from && one.class == class);
        let Some(held) = held.filter(|held| held.shares > 0) else { return Ok(()) };
        let fen = u128::try_from(held.invested.fen()).map_err(|_| EquityError::Amount)?;
        let part = scaled(fen, u128::from(number), u128::from(held.shares))?;
        let part = Money::try_from_fen(i64::try_from(part).map_err(|_| EquityError::Amount)?)?;
        held.invested = held.invested.checked_sub(part)?;
        held.shares = held.shares.checked_sub(number).ok_or(EquityError::Shares)?;
        let terms = Terms { seats: 0, ..held.terms };
        let given = Preferred { holder: to.to_owned(), class, invested: part, shares: number, terms };
        self.preferred.retain(|one| one.shares > 0);
        self.take(given)
    }

    /// Notes what an investor holds; of the same round and terms it is put together.
    pub(in crate::firm) fn take(&mut self, given: Preferred) -> Result<(), EquityError> {
        let same = |one: &&mut Preferred| one.holder == given.holder && one.class == given.class;
        match self.preferred.iter_mut().find(same) {
            Some(held) if held.terms == given.terms => {
                held.invested = held.invested.checked_add(given.invested)?;
                held.shares = shares(u128::from(held.shares).saturating_add(u128::from(given.shares)))?;
            }
            Some(_) => return Err(EquityError::OtherTerms),
            None => self.preferred.push(given),
        }
        Ok(())
    }
}
