//! Leaving the register and the tax credit rating, by the company's own operations, against the facts (§6.2 DER-*, §3.6).

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod company;
mod reading;

use company::{QUARTERLY, check, founded, trading, wait_until};
use reading::{date, money};
use startup_metaverse::firm::accounts;
use startup_metaverse::firm::law::deregistration::{Obstacle, State};
use startup_metaverse::firm::leaving::{Leaving, LeavingError, LiquidationStep};
use startup_metaverse::firm::tax::credit::Level;
use startup_metaverse::firm::{Firm, FirmEvent, FirmNews, Refusal};
use startup_metaverse::money::Money;
use startup_metaverse::policy::Policy;

#[track_caller]
fn refused(firm: &mut Firm, act: impl Fn(&mut Firm) -> Result<Vec<FirmEvent>, Refusal>) -> Refusal {
    let before = firm.clone();
    let refusal = act(firm).expect_err("it is refused");
    assert!(*firm == before, "a refusal changes nothing");
    refusal
}

/// A company without debts or claims, founded with all duties done.
fn quiet(day: &str, policy: &Policy) -> Firm {
    let mut firm = founded(date(day), money("100000.00"), policy);
    firm.pay_in_capital(money("100000.00")).unwrap();
    firm
}

fn promised() -> State {
    State { promised: true, ..State::default() }
}

#[test]
fn der_v01_the_simplified_way_has_its_days() {
    let policy = Policy::qingdao_2026();
    let mut firm = quiet("2026-05-01", &policy);
    assert_eq!(refused(&mut firm, |firm| firm.apply_simplified(false, &policy)), LeavingError::NotBegun.into());
    firm.publish_simplified(&promised(), &policy).unwrap();
    assert_eq!(refused(&mut firm, |firm| firm.publish_simplified(&promised(), &policy)), LeavingError::Already.into());
    wait_until(&mut firm, date("2026-05-21"), &policy);
    let early = refused(&mut firm, |firm| firm.apply_simplified(false, &policy));
    assert_eq!(early, LeavingError::Publicity { from: date("2026-05-22") }.into());
    assert_eq!(early.rule(), Some("company-law-240"));
    let mut first = firm.clone();
    wait_until(&mut first, date("2026-05-22"), &policy);
    first.apply_simplified(false, &policy).unwrap();
    assert_eq!(first.leaving(), Some(Leaving::Gone(date("2026-05-22"))));
    assert_eq!((first.bank(), first.founders_fund()), (Money::ZERO, money("100000.00")), "what was left went back");
    assert_eq!(first.ledger().owed(accounts::PAID_IN_CAPITAL), Money::ZERO);
    let gone = refused(&mut first, |firm| firm.pay_in_capital(money("1.00")));
    assert_eq!(gone, LeavingError::Gone { since: date("2026-05-22") }.into());
    wait_until(&mut first, date("2026-12-31"), &policy);
    assert_eq!(first.fines(), Money::ZERO, "nobody owes anything for it any more");
    let mut last = firm.clone();
    wait_until(&mut last, date("2026-06-10"), &policy);
    last.apply_simplified(false, &policy).unwrap();
    wait_until(&mut firm, date("2026-06-11"), &policy);
    let late = refused(&mut firm, |firm| firm.apply_simplified(false, &policy));
    assert_eq!(late, LeavingError::NeedsExtension { last: date("2026-06-10") }.into());
    let mut extended = firm.clone();
    wait_until(&mut extended, date("2026-07-10"), &policy);
    extended.apply_simplified(true, &policy).unwrap();
    wait_until(&mut firm, date("2026-07-11"), &policy);
    assert_eq!(refused(&mut firm, |firm| firm.apply_simplified(true, &policy)), LeavingError::StartAgain.into());
    firm.publish_simplified(&promised(), &policy).unwrap();
}

#[test]
fn der_v02_what_closes_the_simplified_way() {
    let policy = Policy::qingdao_2026();
    let mut firm = quiet("2026-05-01", &policy);
    let suit = State { litigation: true, ..promised() };
    let closed = refused(&mut firm, |firm| firm.publish_simplified(&suit, &policy));
    assert_eq!(closed, LeavingError::Closed(vec![Obstacle::Litigation]).into());
    firm.receive("收到押金", money("10.00"), accounts::AccountCode::new(2241).unwrap()).unwrap();
    let owing = refused(&mut firm, |firm| firm.publish_simplified(&promised(), &policy));
    assert_eq!(owing, LeavingError::Closed(vec![Obstacle::Debts]).into(), "the company knows its own debts");
}

#[test]
fn der_v03_the_ordinary_way_step_by_step() {
    let policy = Policy::qingdao_2026();
    let mut firm = trading(date("2026-06-01"), money("100000.00"), QUARTERLY, &policy);
    firm.form_liquidation(date("2026-06-01"), &policy).unwrap();
    assert_eq!(refused(&mut firm, |firm| firm.finish_liquidation(&policy)), LeavingError::OutOfOrder.into());
    wait_until(&mut firm, date("2026-06-11"), &policy);
    let late = |told: &[FirmEvent]| {
        let one = |event: &FirmEvent| matches!(event.what, FirmNews::LeavingStep { late: true, .. });
        told.iter().any(one)
    };
    let mut slow = firm.clone();
    assert!(!late(&firm.liquidate(LiquidationStep::PublishGroup, &policy).unwrap()), "the tenth day is in time");
    wait_until(&mut slow, date("2026-06-12"), &policy);
    assert!(late(&slow.liquidate(LiquidationStep::PublishGroup, &policy).unwrap()));
    firm.liquidate(LiquidationStep::NotifyCreditors, &policy).unwrap();
    firm.liquidate(LiquidationStep::Announce, &policy).unwrap();
    firm.liquidate(LiquidationStep::ClearTaxes, &policy).unwrap();
    let open = refused(&mut firm, |firm| firm.finish_liquidation(&policy));
    assert_eq!(open, LeavingError::ClaimsOpen { until: date("2026-07-26") }.into(), "45 days after the announcement");
    wait_until(&mut firm, date("2026-07-27"), &policy);
    // The stamp duty of the second quarter was declared on the way.
    let debts = refused(&mut firm, |firm| firm.finish_liquidation(&policy));
    assert_eq!((debts.clone(), debts.rule()), (LeavingError::DebtsFirst.into(), Some("company-law-236")));
    firm.pay_taxes(&policy).unwrap();
    let bank = firm.bank();
    firm.finish_liquidation(&policy).unwrap();
    assert_eq!((firm.bank(), firm.founders_fund()), (Money::ZERO, bank));
    firm.apply_ordinary(&policy).unwrap();
    assert_eq!(firm.leaving(), Some(Leaving::Gone(date("2026-07-27"))));
    check(&firm);
}

#[test]
fn the_rating_of_a_year_is_published_in_april() {
    let policy = Policy::qingdao_2026();
    let mut firm = trading(date("2026-01-05"), money("100000.00"), QUARTERLY, &policy);
    for duty in ["tax-information", "social-insurance", "housing-fund", "beneficial-owner"] {
        // Whichever of them are owed.
        let _ = firm.fulfil(duty, &policy);
    }
    firm.file_late().unwrap();
    wait_until(&mut firm, date("2026-05-20"), &policy);
    // The first quarter's stamp duty, weeks late.
    firm.pay_taxes(&policy).unwrap();
    let conduct = firm.conduct(2026);
    assert_eq!((conduct.late_filings, conduct.late_payments), (1, 1));
    wait_until(&mut firm, date("2027-03-31"), &policy);
    assert_eq!(firm.tax_credit(), None);
    wait_until(&mut firm, date("2027-04-01"), &policy);
    let (year, rating) = firm.tax_credit().unwrap();
    assert_eq!((year, rating.points, rating.level), (2026, 90, Level::M), "new in its year");
    wait_until(&mut firm, date("2028-04-01"), &policy);
    assert_eq!(firm.tax_credit().unwrap().1.level, Level::M, "a year without revenue");
}
