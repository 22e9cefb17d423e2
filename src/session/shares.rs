//! What a company's owners do in a scene, by the company's own operations.

use super::decision::Refused;
use crate::firm::equity::{Board, Cap, Convertible, PriceRound, ShareClass};
use crate::firm::{Firm, FirmEvent, Granted, Transfer};
use crate::policy::Policy;
use crate::scenario::effect::Effect;
use crate::scenario::moment::Moment;
use crate::scenario::shares::{ShareDeal, count};

/// A change to the company that was read from a scene and waits for it.
pub(super) type Act = Box<dyn FnOnce(&mut Firm, &Policy) -> Result<Vec<FirmEvent>, crate::firm::Refusal>>;

/// A round of money; nothing else comes here.
pub(super) fn issue(effect: &Effect, moment: &Moment<'_>) -> Result<Act, Refused> {
    let Effect::Issue { investor, invested, pre_money, class, pool, terms } = effect else {
        return Ok(Box::new(|_, _| Ok(Vec::new())));
    };
    let round = PriceRound {
        pre_money: pre_money.money(moment)?,
        invested: invested.money(moment)?,
        investor: investor.text(moment),
        class: *class,
        pool: pool.timing(moment)?,
    };
    let terms = terms.agreed(moment)?;
    Ok(Box::new(move |firm, policy| firm.close_round(&round, terms, policy)))
}

/// What owners do.
pub(super) fn deal(deal: &ShareDeal, moment: &Moment<'_>) -> Result<Act, Refused> {
    Ok(match deal {
        ShareDeal::Reserve(share) => {
            let share = share.rate(moment)?;
            Box::new(move |firm, _| firm.reserve_pool(share))
        }
        ShareDeal::Grant { holder, shares, price, cliff, months } => {
            let (holder, months) = (holder.text(moment), (*cliff, *months));
            let granted = Granted { holder, shares: count(shares, moment)?, price: price.money(moment)?, months };
            Box::new(move |firm, _| firm.grant_options(&granted))
        }
        ShareDeal::Exercise(holder, shares) => {
            let (holder, shares) = (holder.text(moment), count(shares, moment)?);
            Box::new(move |firm, policy| firm.exercise_options(&holder, shares, policy))
        }
        ShareDeal::Lapse(holder) => {
            let holder = holder.text(moment);
            Box::new(move |firm, _| firm.lapse_options(&holder))
        }
        ShareDeal::Convertible { holder, amount, cap, discount } => {
            let cap = match cap {
                Some(cap) => Cap::AfterMoney(cap.money(moment)?),
                None => Cap::None,
            };
            let (holder, amount) = (holder.text(moment), amount.money(moment)?);
            let convertible = Convertible { holder, amount, cap, discount: discount.rate(moment)? };
            Box::new(move |firm, _| firm.sign_convertible(&convertible))
        }
        ShareDeal::Board(founders, investors, independent) => {
            let [founders, investors, independent] =
                [founders, investors, independent].map(|seats| count(seats, moment));
            let seats = |seats: u64| u8::try_from(seats).unwrap_or(u8::MAX);
            let board =
                Board { founders: seats(founders?), investors: seats(investors?), independent: seats(independent?) };
            Box::new(move |firm, policy| firm.seat_board(board, policy))
        }
        ShareDeal::Notify(from, to, shares, price) => {
            let (from, to, shares) = (from.text(moment), to.text(moment), count(shares, moment)?);
            let price = price.money(moment)?;
            Box::new(move |firm, policy| firm.notify_transfer(&from, &to, shares, price, policy))
        }
        ShareDeal::Transfer { from, to, shares, price, cost, waived } => {
            let transfer = Transfer {
                from: from.text(moment),
                to: to.text(moment),
                class: ShareClass::Common,
                shares: count(shares, moment)?,
                price: price.money(moment)?,
                cost: cost.money(moment)?,
                justified: false,
                waived: *waived,
            };
            Box::new(move |firm, policy| firm.transfer_shares(&transfer, policy))
        }
        ShareDeal::Sell(buyer, price) => {
            let (buyer, price) = (buyer.text(moment), price.money(moment)?);
            Box::new(move |firm, policy| firm.sell_company(&buyer, price, policy))
        }
        ShareDeal::Compensate(holder, amount) => {
            let (holder, amount) = (holder.text(moment), amount.money(moment)?);
            Box::new(move |firm, _| firm.compensate(&holder, amount))
        }
    })
}
