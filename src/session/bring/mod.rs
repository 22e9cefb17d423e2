//! What an effect does: to the scene's memory, and to the company through the company's own operations.

mod founding;

use std::sync::Arc;

pub(super) use founding::prepare;

use super::Session;
use super::apply::{record_firm, take_days};
use super::decision::Refused;
use super::state::Scheduled;
use crate::calendar::Date;
use crate::firm::accounts::{self, AccountCode};
use crate::firm::equity::PriceRound;
use crate::firm::loans::LoanTerms;
use crate::firm::people::contributions::Scheme;
use crate::firm::people::payslip::Claims;
use crate::firm::people::staff::{Hire, Staff};
use crate::firm::registry::FieldValue;
use crate::firm::tax::iit::withholding::BasicDeduction;
use crate::firm::{Firm, FirmEvent, Opening};
use crate::money::Money;
use crate::policy::Policy;
use crate::scenario::effect::{By, Day, Effect, Payable};
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;

/// Brings one effect about.
pub(super) fn bring_one(session: &mut Session, effect: &Effect) -> Result<(), Refused> {
    let events = match effect {
        Effect::Set(name, value) => {
            let value = value.exact(&session.moment()).unwrap_or_else(|_| value.raw().to_owned());
            session.state.vars.insert(name.clone(), value);
            Vec::new()
        }
        Effect::Reckon(name, figure) => {
            let figure = figure.value(&session.moment())?.exact();
            session.state.vars.insert(name.clone(), figure);
            Vec::new()
        }
        Effect::Take(days) => {
            take_days(session, *days)?;
            Vec::new()
        }
        Effect::Until(day) => {
            let days = days_until(day, &session.moment())?;
            take_days(session, days)?;
            Vec::new()
        }
        Effect::Found(found) => founding::found(session, found)?,
        Effect::Schedule(event, days) => {
            let due = later(session.state.firm.today(), *days);
            let cause = session.state.deciding;
            session.state.scheduled.push(Scheduled { event: event.clone(), due, cause });
            Vec::new()
        }
        Effect::Finish => {
            session.state.finishing = true;
            Vec::new()
        }
        Effect::ReserveName => {
            let taken = session.moment().taken();
            session.state.firm.reserve_name(&session.policy, &taken)?
        }
        Effect::Register => {
            let taken = session.moment().taken();
            session.state.firm.register(&session.policy, &taken)?
        }
        Effect::License(id) => session.state.firm.grant_licence(id, &session.policy)?,
        Effect::Trigger(trigger) => session.state.firm.trigger(*trigger, &session.policy)?,
        Effect::PutOff(duty) => session.state.firm.put_off(duty)?,
        Effect::Fulfil(duty) => session.state.firm.fulfil(duty, &session.policy)?,
        Effect::FulfilAll => fulfil_all(&mut session.state.firm, &session.policy)?,
        Effect::Settle(what) => settle(&mut session.state.firm, *what, &session.policy)?,
        Effect::Rectify(step) => match session.state.slips.remove(step) {
            Some(slip) => session.state.firm.rectify(slip.voucher, &slip.summary, &slip.right)?,
            None => Vec::new(),
        },
        Effect::Owe(duty, by) => owe(session, duty, by.as_ref())?,
        Effect::Pay { .. }
        | Effect::Receive { .. }
        | Effect::Fill(..)
        | Effect::PayInCapital(_)
        | Effect::Fine { .. } => pay(session, effect)?,
        Effect::Open { .. } | Effect::Employ { .. } | Effect::Borrow { .. } | Effect::Issue { .. } => {
            agree(session, effect)?
        }
        _ => run(session, effect)?,
    };
    record_firm(&mut session.state, events);
    Ok(())
}

/// What a department does of itself, or by the effect's words.
fn run(session: &mut Session, effect: &Effect) -> Result<Vec<FirmEvent>, Refused> {
    let act = effect.read(&session.moment());
    if let Some(act) = act {
        return Ok(act?(&mut session.state.firm, &session.policy)?);
    }
    let (firm, policy) = (&mut session.state.firm, &session.policy);
    Ok(match effect {
        Effect::SettleAll => firm.settle_all(policy)?,
        Effect::BecomeGeneral => firm.become_general(policy)?,
        Effect::RunPayroll => firm.run_payroll(&[], policy)?,
        Effect::CloseMonth if firm.next_to_close()?.ends_year() => firm.close_year(Money::ZERO, policy)?,
        Effect::CloseMonth => firm.close_month(policy)?,
        Effect::PayDividend => firm.pay_dividend(policy)?,
        Effect::CallLoan(number) => firm.call_guaranteed_loan_in_part(place(*number), policy)?,
        _ => Vec::new(),
    })
}

/// A loan's place: counted from 1 by who writes, from nought by the company; a loan before the first is none.
fn place(number: u8) -> usize {
    usize::from(number).checked_sub(1).unwrap_or(usize::MAX)
}

/// Money and papers of every day.
fn pay(session: &mut Session, effect: &Effect) -> Result<Vec<FirmEvent>, Refused> {
    let moment = session.moment();
    Ok(match effect {
        Effect::Pay { what, amount, account } => {
            let (what, amount) = (what.text(&moment), amount.money(&moment)?);
            session.state.firm.pay(&what, amount, account.and_then(AccountCode::new))?
        }
        Effect::Receive { what, amount, account } => {
            let (what, amount) = (what.text(&moment), amount.money(&moment)?);
            // The checker finds an account that is none; the bank's own is refused as any that takes no receipts.
            let account = AccountCode::new(*account).unwrap_or(accounts::BANK);
            session.state.firm.receive(&what, amount, account)?
        }
        Effect::Fill(field, with) => {
            let texts: Vec<String> = with.iter().map(|term| term.exact(&moment).unwrap_or_default()).collect();
            session.state.firm.fill(*field, FieldValue::read(*field, texts))?
        }
        Effect::PayInCapital(amount) => {
            let amount = amount.money(&moment)?;
            session.state.firm.pay_in_capital(amount)?
        }
        Effect::Fine { rule, amount } => {
            let amount = amount.money(&moment)?;
            session.state.firm.fine(rule, amount)?
        }
        _ => Vec::new(),
    })
}

/// What is agreed with others: an opened business, a job, a loan, a round.
fn agree(session: &mut Session, effect: &Effect) -> Result<Vec<FirmEvent>, Refused> {
    let (moment, policy) = (session.moment(), Arc::clone(&session.policy));
    Ok(match effect {
        Effect::Open { housing, zone, vat, place, industry, high_tech } => {
            let scheme = Scheme::usual(*zone, *housing);
            let (vat, place, industry) = (*vat, *place, *industry);
            let opening = Opening { scheme, vat, place, industry, high_tech: *high_tech };
            session.state.firm.open_for_business(opening, &policy)?
        }
        Effect::Employ { name, wage, department, first, housing, zone, first_job } => {
            let hire = Hire {
                first: day_or_today(first.as_ref(), &moment)?,
                department: *department,
                wage: wage.money(&moment)?,
                first_job: *first_job,
                basic: BasicDeduction::FromJoining,
                claims: Claims::default(),
            };
            let (name, nobody_yet) = (name.text(&moment), Staff::new(Scheme::usual(*zone, *housing)));
            session.state.firm.employ(&name, hire, nobody_yet, &policy)?
        }
        Effect::Borrow { principal, annual, months, method } => {
            let terms = LoanTerms {
                principal: principal.money(&moment)?,
                annual: annual.rate(&moment)?,
                months: *months,
                method: *method,
                drawn: moment.today(),
            };
            session.state.firm.borrow(terms, &policy)?
        }
        Effect::Issue { investor, invested, pre_money, class, pool } => {
            let round = PriceRound {
                pre_money: pre_money.money(&moment)?,
                invested: invested.money(&moment)?,
                investor: investor.text(&moment),
                class: *class,
                pool: *pool,
            };
            session.state.firm.issue_shares(&round, &policy)?
        }
        _ => Vec::new(),
    })
}

fn owe(session: &mut Session, duty: &str, by: Option<&By>) -> Result<Vec<FirmEvent>, Refused> {
    let due = match by {
        None => return Ok(session.state.firm.owe(duty, &session.policy)?),
        Some(By::On(day)) => day.date(&session.moment())?,
        Some(By::In(days)) => later(session.state.firm.today(), *days),
    };
    Ok(session.state.firm.owe_by(duty, due, &session.policy)?)
}

fn fulfil_all(firm: &mut Firm, policy: &Policy) -> Result<Vec<FirmEvent>, Refused> {
    let owed = firm.obligations().iter().filter(|owed| owed.is_owed());
    let owed: Vec<String> = owed.map(|owed| owed.duty.clone()).collect();
    let mut events = Vec::new();
    for duty in owed {
        events.extend(firm.fulfil(&duty, policy)?);
    }
    Ok(events)
}

fn settle(firm: &mut Firm, what: Payable, policy: &Policy) -> Result<Vec<FirmEvent>, Refused> {
    Ok(match what {
        Payable::Wages => firm.pay_wages(policy)?,
        Payable::Contributions => firm.remit_contributions()?,
        Payable::Taxes => firm.pay_taxes(policy)?,
        Payable::Instalment(number) => firm.pay_instalment(place(number), policy)?,
    })
}

fn day_or_today(day: Option<&Term>, moment: &Moment<'_>) -> Result<Date, Refused> {
    Ok(day.map_or(Ok(moment.today()), |day| day.date(moment))?)
}

/// Days to wait for a day; none where it is today or has passed.
fn days_until(day: &Day, moment: &Moment<'_>) -> Result<u16, Refused> {
    let today = moment.today();
    let day = match day {
        Day::On(day) => day.date(moment)?,
        Day::MonthEnd => today.last_of_month(),
        Day::DayOfMonth(number) => {
            let this = day_of_month(today, *number);
            if this < today {
                day_of_month(today.first_of_month().plus_months(1).unwrap_or(today), *number)
            } else {
                this
            }
        }
    };
    Ok(u16::try_from(today.days_until(day).max(0)).unwrap_or(u16::MAX))
}

/// The day with a number in the month of a date, or the month's last.
fn day_of_month(date: Date, number: u8) -> Date {
    let first = date.first_of_month();
    let day = first.plus_days(i32::from(number).saturating_sub(1).max(0)).unwrap_or(first);
    day.min(date.last_of_month())
}

fn later(date: Date, days: u16) -> Date {
    date.plus_days(i32::from(days)).unwrap_or(date)
}
