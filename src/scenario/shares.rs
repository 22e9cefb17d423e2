//! What scenes say of a company's shares: what its owners agree and do, and figures about it. Each is text until it is asked for,
//! so that what was chosen or negotiated in one step binds in a later one.

use serde::{Deserialize, Serialize};

use super::effect::Kind;
use super::moment::Moment;
use super::reckon::{Figure, ReckonError, Reckoned};
use super::term::{Term, TermError};
use crate::firm::equity::{
    self, Adjustment, AntiDilution, CapTable, DownRound, Holding, Participation, PoolTiming, Preference, PriceRound,
    ShareClass, Terms,
};
use crate::money::Money;
use crate::scenario::activity::Unit;

/// The option pool of a round, its share a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PoolAsked {
    /// The pool stays as it is.
    #[default]
    Unchanged,
    /// The pool has this share after the round, and those who held before bear it.
    BeforeMoney(Term),
    /// The pool has this share after the round, and all bear it, the new investor too.
    AfterMoney(Term),
    /// As a variable says: `before` or `after` the money, or `none`; and the share.
    When(Term, Term),
}

/// The terms of a round beside its price. Each may be a variable, so that it is as it was agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundTerms {
    /// How many times the money comes first at an exit: `100%` is 1x, `0%` for none.
    #[serde(default = "nothing")]
    pub multiple: Term,
    /// What of the rest then: `none`, `full`, or a cap as a multiple of the money, `300%`.
    #[serde(default = "none")]
    pub participation: Term,
    /// What a cheaper round gives: `none`, `ratchet`, `broad` or `narrow`.
    #[serde(default = "none")]
    pub anti_dilution: Term,
    /// Seats on the board.
    #[serde(default = "nought")]
    pub seats: Term,
    /// Who makes good missed targets: `nobody`, `founders` or `company`.
    #[serde(default = "nobody")]
    pub adjustment: Term,
}

fn nothing() -> Term {
    Term::from("0%")
}

fn none() -> Term {
    Term::from("none")
}

fn nought() -> Term {
    Term::from("0")
}

fn nobody() -> Term {
    Term::from("nobody")
}

/// Something that a company's owners do. Shares are whole numbers, amounts yuan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ShareDeal {
    /// The option pool is made up to this share of all shares.
    Reserve(Term),
    /// Options are granted out of the pool.
    Grant {
        /// To whom.
        holder: Term,
        /// How many shares.
        shares: Term,
        /// What a share costs who takes it.
        price: Term,
        /// Months until any is earned.
        cliff: u32,
        /// Months until all are.
        months: u32,
    },
    /// Options that are earned are taken and paid for: by whom, how many shares.
    Exercise(Term, Term),
    /// The holder of options leaves; what is not earned goes back to the pool.
    Lapse(Term),
    /// Money comes in that becomes shares at the next round.
    Convertible {
        /// From whom.
        holder: Term,
        /// How much.
        amount: Term,
        /// The most that the company counts as worth with all convertibles in; none where left out.
        #[serde(default)]
        cap: Option<Term>,
        /// What is taken off the round's price.
        #[serde(default = "nothing")]
        discount: Term,
    },
    /// The board is seated: so many directors of the founders, of investors, of neither.
    Board(Term, Term, Term),
    /// The other shareholders are told that a holder wants to sell to an outsider: from, to, shares, price.
    Notify(Term, Term, Term, Term),
    /// Common shares are sold by one person to another.
    Transfer {
        /// Who sells.
        from: Term,
        /// Who buys.
        to: Term,
        /// How many shares.
        shares: Term,
        /// For how much.
        price: Term,
        /// What the seller paid for them.
        cost: Term,
        /// Whether all others have given up their right to buy first.
        #[serde(default)]
        waived: bool,
    },
    /// The whole company is sold: to whom, for how much. The proceeds go by the preferences agreed.
    Sell(Term, Term),
    /// The founders make good to an investor what targets were missed by.
    Compensate(Term, Term),
}

/// A figure about shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ShareFigure {
    /// The share of the company that somebody holds now, the pool counted.
    Held(Term),
    /// How many shares somebody holds now.
    HeldShares(Term),
    /// What somebody would get if the company were sold now for this price, by the preferences agreed, before tax.
    Proceeds(Term, Term),
    /// What a round would come to.
    Round {
        /// Which part of it.
        part: RoundPart,
        /// What the company is held to be worth before the money.
        pre_money: Term,
        /// The money.
        invested: Term,
        /// The option pool.
        #[serde(default)]
        pool: PoolAsked,
        /// The shares before; those of the company where left out.
        #[serde(default)]
        shares: Option<Term>,
    },
    /// What an investor would get at an exit.
    Payout {
        /// The proceeds.
        exit: Term,
        /// The money put in.
        invested: Term,
        /// How many times that comes first.
        #[serde(default = "whole")]
        multiple: Term,
        /// What of the rest: `none`, `full`, or a cap as a multiple.
        participation: Term,
        /// The investor's shares.
        shares: Term,
        /// All shares.
        of: Term,
    },
    /// What an earlier investor would have after a cheaper round.
    Repriced {
        /// Which part of it.
        part: RepricedPart,
        /// The clause: `none`, `ratchet`, `broad` or `narrow`.
        clause: Term,
        /// The earlier investor's money.
        invested: Term,
        /// The earlier investor's shares.
        protected: Term,
        /// All shares before the round.
        before: Term,
        /// The new money.
        new_money: Term,
        /// The new shares.
        new_shares: Term,
    },
    /// The share of the company that convertible money is promised by its cap: the money, the cap.
    Promised(Term, Term),
}

/// A part of what a round comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RoundPart {
    /// The worth after the money.
    PostMoney,
    /// The price of a share, half-up to the fen.
    Price,
    /// The new shares.
    NewShares,
    /// The new shares' part of all.
    NewShare,
    /// Shares added to the pool.
    PoolAdded,
    /// What the shares before the round, an enlarged pool apart, are worth at the price (有效投前).
    EffectivePreMoney,
    /// The part of all that those before the round, the pool apart, keep.
    Kept,
    /// All shares after the round.
    Total,
}

/// A part of what protection gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RepricedPart {
    /// The new conversion price, half-up to the fen.
    Price,
    /// The shares then held.
    Shares,
    /// The part of all shares after the round.
    Share,
}

fn whole() -> Term {
    Term::from("100%")
}

impl PoolAsked {
    /// The pool as it is now agreed.
    pub fn timing(&self, moment: &Moment<'_>) -> Result<PoolTiming, TermError> {
        Ok(match self {
            Self::Unchanged => PoolTiming::Unchanged,
            Self::BeforeMoney(share) => PoolTiming::BeforeMoney(share.rate(moment)?),
            Self::AfterMoney(share) => PoolTiming::AfterMoney(share.rate(moment)?),
            Self::When(when, share) => match when.exact(moment)?.as_str() {
                "before" => PoolTiming::BeforeMoney(share.rate(moment)?),
                "after" => PoolTiming::AfterMoney(share.rate(moment)?),
                "none" => PoolTiming::Unchanged,
                other => return Err(TermError::Unknown(other.to_owned())),
            },
        })
    }

    /// Calls `visit` on every term in it.
    pub fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        match self {
            Self::Unchanged => {}
            Self::BeforeMoney(share) | Self::AfterMoney(share) => visit(share, Kind::Rate),
            Self::When(when, share) => {
                visit(when, Kind::Text);
                visit(share, Kind::Rate);
            }
        }
    }
}

impl Default for RoundTerms {
    fn default() -> Self {
        let [multiple, participation, anti_dilution] = [nothing(), none(), none()];
        Self { multiple, participation, anti_dilution, seats: nought(), adjustment: nobody() }
    }
}

impl RoundTerms {
    /// The terms as they are now agreed.
    pub fn agreed(&self, moment: &Moment<'_>) -> Result<Terms, TermError> {
        let adjustment = match self.adjustment.exact(moment)?.as_str() {
            "nobody" => Adjustment::Nobody,
            "founders" => Adjustment::Founders,
            "company" => Adjustment::Company,
            other => return Err(TermError::Unknown(other.to_owned())),
        };
        Ok(Terms {
            multiple: self.multiple.rate(moment)?,
            participation: participation(&self.participation, moment)?,
            anti_dilution: anti_dilution(&self.anti_dilution, moment)?,
            seats: u8::try_from(count(&self.seats, moment)?).unwrap_or(u8::MAX),
            adjustment,
        })
    }

    /// Calls `visit` on every term in it.
    pub fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        visit(&self.multiple, Kind::Rate);
        visit(&self.seats, Kind::Count);
        [&self.participation, &self.anti_dilution, &self.adjustment]
            .into_iter()
            .for_each(|term| visit(term, Kind::Text));
    }
}

fn participation(term: &Term, moment: &Moment<'_>) -> Result<Participation, TermError> {
    Ok(match term.exact(moment)?.as_str() {
        "none" => Participation::None,
        "full" => Participation::Full,
        _ => Participation::Capped(term.rate(moment)?),
    })
}

fn anti_dilution(term: &Term, moment: &Moment<'_>) -> Result<AntiDilution, TermError> {
    Ok(match term.exact(moment)?.as_str() {
        "none" => AntiDilution::None,
        "ratchet" => AntiDilution::FullRatchet,
        "broad" => AntiDilution::BroadBased,
        "narrow" => AntiDilution::NarrowBased,
        other => return Err(TermError::Unknown(other.to_owned())),
    })
}

/// A term as a whole number.
pub fn count(term: &Term, moment: &Moment<'_>) -> Result<u64, TermError> {
    let text = term.exact(moment)?;
    text.parse().map_err(|_| TermError::Count(text))
}

impl ShareDeal {
    /// Calls `visit` on every term in it, with what its value must be.
    pub fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        match self {
            Self::Reserve(share) => visit(share, Kind::Rate),
            Self::Grant { holder, shares, price, .. } => {
                visit(holder, Kind::Text);
                visit(shares, Kind::Count);
                visit(price, Kind::Amount);
            }
            Self::Exercise(holder, shares) => {
                visit(holder, Kind::Text);
                visit(shares, Kind::Count);
            }
            Self::Lapse(holder) => visit(holder, Kind::Text),
            Self::Convertible { holder, amount, cap, discount } => {
                visit(holder, Kind::Text);
                visit(amount, Kind::Amount);
                cap.iter().for_each(|cap| visit(cap, Kind::Amount));
                visit(discount, Kind::Rate);
            }
            Self::Board(founders, investors, independent) => {
                [founders, investors, independent].into_iter().for_each(|seats| visit(seats, Kind::Count));
            }
            Self::Notify(from, to, shares, price) => {
                [from, to].into_iter().for_each(|who| visit(who, Kind::Text));
                visit(shares, Kind::Count);
                visit(price, Kind::Amount);
            }
            Self::Transfer { from, to, shares, price, cost, .. } => {
                [from, to].into_iter().for_each(|who| visit(who, Kind::Text));
                visit(shares, Kind::Count);
                [price, cost].into_iter().for_each(|amount| visit(amount, Kind::Amount));
            }
            Self::Sell(who, amount) | Self::Compensate(who, amount) => {
                visit(who, Kind::Text);
                visit(amount, Kind::Amount);
            }
        }
    }
}

impl Figure for ShareFigure {
    fn unit(&self) -> Unit {
        match self {
            Self::Held(_) | Self::Promised(..) => Unit::Percent,
            Self::HeldShares(_) => Unit::Count,
            Self::Proceeds(..) | Self::Payout { .. } => Unit::Amount,
            Self::Round { part, .. } => match part {
                RoundPart::PostMoney | RoundPart::Price | RoundPart::EffectivePreMoney => Unit::Amount,
                RoundPart::NewShares | RoundPart::PoolAdded | RoundPart::Total => Unit::Count,
                RoundPart::NewShare | RoundPart::Kept => Unit::Percent,
            },
            Self::Repriced { part, .. } => match part {
                RepricedPart::Price => Unit::Amount,
                RepricedPart::Shares => Unit::Count,
                RepricedPart::Share => Unit::Percent,
            },
        }
    }

    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        Ok(match self {
            Self::Held(holder) => {
                let table = moment.table();
                Reckoned::Percent(equity::part(table.held_by(&holder.text(moment)), table.total())?)
            }
            Self::HeldShares(holder) => counted(moment.table().held_by(&holder.text(moment))),
            Self::Proceeds(holder, exit) => {
                let (table, name) = (moment.table(), holder.text(moment));
                let covenants = moment.firm.covenants().cloned().unwrap_or_default();
                let paid = equity::distribute(exit.money(moment)?, &table, &covenants)?;
                let own = paid.iter().filter(|(holding, _)| holding.holder == name).map(|(_, amount)| *amount);
                Reckoned::Amount(Money::total(own)?)
            }
            Self::Round { part, pre_money, invested, pool, shares } => {
                let table = match shares {
                    Some(shares) => founders(count(shares, moment)?)?,
                    None => moment.table(),
                };
                let round = PriceRound {
                    pre_money: pre_money.money(moment)?,
                    invested: invested.money(moment)?,
                    investor: String::new(),
                    class: ShareClass::Preferred(u8::MAX),
                    pool: pool.timing(moment)?,
                };
                round_part(*part, &round, &table)?
            }
            Self::Payout { exit, invested, multiple, participation, shares, of } => {
                let preference = Preference {
                    invested: invested.money(moment)?,
                    multiple: multiple.rate(moment)?,
                    shares: count(shares, moment)?,
                    of: count(of, moment)?,
                    participation: self::participation(participation, moment)?,
                };
                Reckoned::Amount(equity::payout(exit.money(moment)?, &preference)?.investor)
            }
            Self::Repriced { part, clause, invested, protected, before, new_money, new_shares } => {
                let down = DownRound {
                    invested: invested.money(moment)?,
                    protected: count(protected, moment)?,
                    all_before: count(before, moment)?,
                    new_money: new_money.money(moment)?,
                    new_shares: count(new_shares, moment)?,
                };
                repriced_part(*part, anti_dilution(clause, moment)?, &down)?
            }
            Self::Promised(amount, cap) => {
                let (amount, cap) = (amount.money(moment)?, cap.money(moment)?);
                Reckoned::Percent(equity::promised(amount, cap)?)
            }
        })
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        match self {
            Self::Held(one) | Self::HeldShares(one) => visit(one),
            Self::Proceeds(one, other) | Self::Promised(one, other) => [one, other].into_iter().for_each(visit),
            Self::Round { pre_money, invested, pool, shares, .. } => {
                [pre_money, invested].into_iter().chain(shares).for_each(&mut *visit);
                pool.terms(&mut |term, _| visit(term));
            }
            Self::Payout { exit, invested, multiple, participation, shares, of } => {
                [exit, invested, multiple, participation, shares, of].into_iter().for_each(visit);
            }
            Self::Repriced { clause, invested, protected, before, new_money, new_shares, .. } => {
                [clause, invested, protected, before, new_money, new_shares].into_iter().for_each(visit);
            }
        }
    }
}

fn founders(shares: u64) -> Result<CapTable, ReckonError> {
    Ok(CapTable::new([Holding { holder: String::new(), class: ShareClass::Common, shares }])?)
}

fn counted(shares: u64) -> Reckoned {
    Reckoned::Count(i64::try_from(shares).unwrap_or(i64::MAX))
}

fn round_part(part: RoundPart, round: &PriceRound, before: &CapTable) -> Result<Reckoned, ReckonError> {
    let outcome = round.close(before)?;
    let total = outcome.table.total();
    Ok(match part {
        RoundPart::PostMoney => Reckoned::Amount(outcome.post_money),
        RoundPart::Price => Reckoned::Amount(outcome.price.value(1)?),
        RoundPart::NewShares => counted(outcome.new_shares),
        RoundPart::NewShare => Reckoned::Percent(equity::part(outcome.new_shares, total)?),
        RoundPart::PoolAdded => counted(outcome.pool_added),
        RoundPart::EffectivePreMoney => Reckoned::Amount(outcome.effective_pre_money),
        RoundPart::Kept => {
            let pool = before.of_class(ShareClass::Pool);
            Reckoned::Percent(equity::part(before.total().saturating_sub(pool), total)?)
        }
        RoundPart::Total => counted(total),
    })
}

fn repriced_part(part: RepricedPart, clause: AntiDilution, down: &DownRound) -> Result<Reckoned, ReckonError> {
    let repriced = equity::reprice(clause, down)?;
    Ok(match part {
        RepricedPart::Price => Reckoned::Amount(repriced.price.value(1)?),
        RepricedPart::Shares => counted(repriced.shares),
        RepricedPart::Share => {
            let others = down.all_before.saturating_sub(down.protected).saturating_add(down.new_shares);
            Reckoned::Percent(equity::part(repriced.shares, others.saturating_add(repriced.shares))?)
        }
    })
}
