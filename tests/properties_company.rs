//! A state machine over the joined company: whatever is done to it, sensible or not, a refusal changes nothing, its invariants
//! hold after every act, and stored and read back it is the same.

#![allow(clippy::arithmetic_side_effects, clippy::unwrap_used, reason = "a panic here is a failed test")]

mod company;
mod reading;

use company::{check, trading};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed};
use reading::{date, money};
use startup_metaverse::chance::Chance;
use startup_metaverse::explore::companies::Act;
use startup_metaverse::firm::Firm;
use startup_metaverse::firm::tax::vat::{VatPeriod, VatStatus};
use startup_metaverse::policy::Policy;

/// The same cases on every run.
fn fixed(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(20_261_124),
        ..Config::default()
    }
}

/// What the machine does: an act drawn from a number, or so many days.
#[derive(Clone, Debug)]
enum Step {
    Act(u64),
    Days(u8),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![5 => any::<u64>().prop_map(Step::Act), 1 => (1..40_u8).prop_map(Step::Days)]
}

fn standing() -> impl Strategy<Value = VatStatus> {
    prop_oneof![
        Just(VatStatus::General),
        Just(VatStatus::SmallScale(VatPeriod::Month)),
        Just(VatStatus::SmallScale(VatPeriod::Quarter)),
    ]
}

fn take(firm: &mut Firm, step: &Step, policy: &Policy) {
    match step {
        Step::Act(number) => {
            let act = Act::drawn(&mut Chance::stream(*number, "act", "", 0));
            let (hash, before) = (firm.state_hash(), firm.clone());
            if act.perform(firm, policy).is_err() {
                assert_eq!(firm.state_hash(), hash, "a refusal changes nothing: {act:?}");
                assert!(*firm == before, "a refusal changes nothing: {act:?}");
            }
        }
        Step::Days(days) => {
            for _ in 0..*days {
                firm.pass_day(policy).unwrap_or_else(|refusal| panic!("no day may fail to pass: {refusal}"));
            }
        }
    }
}

proptest! {
    #![proptest_config(fixed(96))]

    #[test]
    fn invariants_hold_whatever_is_done(vat in standing(), steps in prop::collection::vec(step(), 1..160)) {
        let policy = Policy::qingdao_2026();
        let mut firm = trading(date("2026-01-05"), money("300000.00"), vat, &policy);
        for step in &steps {
            let month = firm.today().first_of_month();
            take(&mut firm, step, &policy);
            check(&firm);
            if firm.today().first_of_month() > month {
                let again: Firm = postcard::from_bytes(&postcard::to_allocvec(&firm).unwrap()).unwrap();
                prop_assert!(again == firm, "stored and read back, it is the same");
            }
        }
        prop_assert!(firm.ledger().audit());
    }
}
