//! What answers do to the company by themselves: vouchers posted as written, people employed, months of trade run. And the
//! answers that do not yet close their step.

use super::Session;
use super::apply::{record_firm, take_days};
use super::chronicle::Happened;
use super::decision::Refused;
use crate::firm::Refusal;
use crate::scenario::activity::{Activity, Answer, Operate, Task as _, Voucher};
use crate::scenario::format::Step;
use crate::scenario::slip::Slip;

/// Takes an answer that does not close its step: a round of a negotiation, a month of trade, a talk before its questions.
pub(super) fn go_on(session: &mut Session, step: &Step, answer: &Answer) -> Result<(), Refused> {
    if let Activity::Operate(operate) = &step.activity {
        trade(session, operate, answer)?;
    }
    let what = Happened::WentOn { step: step.id.clone(), answer: answer.clone() };
    super::apply::record(&mut session.state, what);
    session.state.rounds.push(answer.clone());
    Ok(())
}

/// Does what an answer that closes its step does to the company, and keeps how the step came out.
pub(super) fn carry_out(session: &mut Session, step: &Step, answer: &Answer) -> Result<(), Refused> {
    if let Some(outcome) = step.activity.came_out(answer, &session.moment()) {
        session.state.outcomes.insert(step.id.clone(), outcome);
    }
    match &step.activity {
        Activity::Voucher(voucher) => book(session, &step.id, voucher, answer)?,
        Activity::Hire(hire) => {
            if let Some((name, employed)) = hire.employs(answer, &session.moment()) {
                let policy = std::sync::Arc::clone(&session.policy);
                let events = session.state.firm.employ(&name, employed, hire.staff(), &policy)?;
                record_firm(&mut session.state, events);
            }
        }
        Activity::Operate(operate) => trade(session, operate, answer)?,
        _ => {}
    }
    Ok(())
}

/// Posts a voucher as it was written. Where it is not as it should be, what it should be is kept, so that it can be put right.
fn book(session: &mut Session, step: &str, voucher: &Voucher, answer: &Answer) -> Result<(), Refusal> {
    let Some((summary, posted)) = Voucher::posted(answer) else { return Ok(()) };
    let wrong = voucher.judge(answer, &session.moment()).has_wrong();
    let right = wrong.then(|| voucher.best(&session.moment()));
    let events = session.state.firm.book(summary, &posted)?;
    record_firm(&mut session.state, events);
    let last = session.state.firm.ledger().vouchers().last().map(|voucher| voucher.id);
    if let (Some((summary, right)), Some(voucher)) = (right.as_ref().and_then(Voucher::posted), last) {
        let slip = Slip { voucher, summary: summary.to_owned(), posted, right };
        session.state.slips.insert(step.to_owned(), slip);
    }
    Ok(())
}

/// Waits for the first of a month, begins the month, and lets its days pass.
fn trade(session: &mut Session, operate: &Operate, answer: &Answer) -> Result<(), Refused> {
    let first = operate.next_month(&session.moment());
    let wait = session.moment().today().days_until(first);
    take_days(session, u16::try_from(wait).unwrap_or(0))?;
    let moment = session.moment();
    let (Some(market), Some(plan)) = (operate.market(), operate.decided(answer, &moment)) else { return Ok(()) };
    let opening = operate.opening(&moment);
    let policy = std::sync::Arc::clone(&session.policy);
    let events = session.state.firm.trade_month(&opening, &market, &plan, &policy)?;
    record_firm(&mut session.state, events);
    let days = first.days_until(first.last_of_month()).saturating_add(1);
    take_days(session, u16::try_from(days).unwrap_or(0))
}
