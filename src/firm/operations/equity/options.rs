//! The option pool: set aside, promised, earned and taken, given back.

use crate::calendar::Date;
use crate::firm::equity::{EquityError, EquityNews, OptionGrant, PriceRound, ShareClass, Vesting, booking};
use crate::firm::operations::Reported;
use crate::firm::{Firm, Refusal};
use crate::money::{Money, Rate};
use crate::policy::Policy;

/// An option that is granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    /// To whom.
    pub holder: String,
    /// How many shares.
    pub shares: u64,
    /// What a share costs who takes it.
    pub price: Money,
    /// Months until anything is earned, and until all is.
    pub months: (u32, u32),
}

impl Firm {
    /// Makes the pool up to a share of all shares; those there are bear it. Nothing is booked: nobody has paid or promised anything.
    pub fn reserve_pool(&mut self, share: Rate) -> Reported {
        self.whole(|firm, events| {
            let mut table = firm.divided()?;
            let shares = PriceRound::pool_to_add(&table, share)?;
            table.issue(PriceRound::POOL, ShareClass::Pool, shares)?;
            firm.open_business()?.cap_table = table;
            events.push(firm.told(EquityNews::PoolReserved { shares }));
            Ok(())
        })
    }

    /// Promises shares of the pool to somebody from today on. Refuses more than the pool has free.
    pub fn grant_options(&mut self, granted: &Granted) -> Reported {
        self.whole(|firm, events| {
            let today = firm.today;
            let business = firm.open_business()?;
            let free = business.covenants.free_pool(&business.cap_table);
            let (holder, shares) = (granted.holder.clone(), granted.shares);
            if shares == 0 || granted.price.is_negative() {
                return Err(EquityError::Shares.into());
            }
            if shares > free {
                return Err(EquityError::PoolTooSmall { free, asked: shares }.into());
            }
            let (cliff, months) = granted.months;
            let vesting = Vesting::new(shares, today, cliff, months)?;
            let option =
                OptionGrant { holder: holder.clone(), price: granted.price, vesting, exercised: 0, left_with: None };
            business.covenants.options.push(option);
            events.push(firm.told(EquityNews::OptionsGranted { holder, shares }));
            Ok(())
        })
    }

    /// Somebody takes shares that are earned and pays for them: the shares' part of the registered capital is added to it, the rest
    /// is 资本公积. Refuses more than is earned, and a price below what the registered capital of the shares comes to.
    pub fn exercise_options(&mut self, holder: &str, shares: u64, policy: &Policy) -> Reported {
        self.whole(|firm, events| {
            let today = firm.today;
            let capital = firm.capital().ok_or(Refusal::NotFounded)?;
            let business = firm.open_business()?;
            let price = taken(&mut business.covenants.options, holder, shares, today)?;
            let registered = booking::registered_part(capital, shares, business.cap_table.issued())?;
            let pool = (PriceRound::POOL, ShareClass::Pool);
            business.cap_table.transfer(pool, (holder, ShareClass::Common), shares)?;
            business.cap_table.check_holders(&policy.at(today))?;
            let times = i64::try_from(shares).map_err(|_| EquityError::Shares)?;
            let paid = price.checked_mul_int(times)?;
            firm.post_lines("收到期权行权款", &booking::paid_in(paid, registered)?, events)?;
            if let Some(registration) = &mut firm.registration {
                registration.capital = capital.checked_add(registered)?;
            }
            let holder = holder.to_owned();
            events.push(firm.told(EquityNews::OptionsExercised { holder, shares, paid }));
            Ok(())
        })
    }

    /// Somebody leaves: what is not earned by today goes back to the pool; what is earned may still be taken.
    pub fn lapse_options(&mut self, holder: &str) -> Reported {
        self.whole(|firm, events| {
            let today = firm.today;
            let mut lapsed: u64 = 0;
            let held = |one: &&mut OptionGrant| one.holder == holder && one.left_with.is_none();
            let mut left = false;
            for one in firm.open_business()?.covenants.options.iter_mut().filter(held) {
                lapsed = lapsed.saturating_add(one.vesting.forfeited(today));
                one.left_with = Some(one.vesting.vested(today));
                left = true;
            }
            if !left {
                return Err(EquityError::NoOption(holder.to_owned()).into());
            }
            let holder = holder.to_owned();
            events.push(firm.told(EquityNews::OptionsLapsed { holder, shares: lapsed }));
            Ok(())
        })
    }
}

/// Takes shares off the holder's first grant that has so many open, and gives their price.
fn taken(options: &mut [OptionGrant], holder: &str, shares: u64, today: Date) -> Result<Money, EquityError> {
    if shares == 0 {
        return Err(EquityError::Shares);
    }
    let most = options.iter().filter(|one| one.holder == holder).map(|one| one.open(today)).max();
    let open = most.ok_or_else(|| EquityError::NoOption(holder.to_owned()))?;
    let enough = |one: &&mut OptionGrant| one.holder == holder && one.open(today) >= shares;
    let one = options.iter_mut().find(enough).ok_or(EquityError::NotVested { open, asked: shares })?;
    one.exercised = one.exercised.saturating_add(shares);
    Ok(one.price)
}
