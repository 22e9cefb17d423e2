//! Properties of loans, equity and numbers that hold for every value: nothing is lost, refusals change nothing.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

use proptest::prelude::*;
use startup_metaverse::calendar::Date;
use startup_metaverse::firm::equity::{
    CapTable, Holding, Participation, PoolTiming, Preference, PriceRound, ShareClass, payout,
};
use startup_metaverse::firm::loans::{Loan, LoanTerms, RepaymentMethod, schedule};
use startup_metaverse::firm::numbers::{irr, npv, order_quantity};
use startup_metaverse::money::{Money, Rate};
use startup_metaverse::policy::Policy;

fn method() -> impl Strategy<Value = RepaymentMethod> {
    prop_oneof![Just(RepaymentMethod::Bullet), Just(RepaymentMethod::Annuity), Just(RepaymentMethod::EqualPrincipal)]
}

fn amount(most_fen: i64) -> impl Strategy<Value = Money> {
    (1..=most_fen).prop_map(Money::from_fen)
}

/// What may be tried on a loan, days apart.
#[derive(Clone, Debug)]
enum Try {
    Pay(i32),
    Early(i32, i64),
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let one = prop_oneof![
        (0..50_i32).prop_map(Try::Pay),
        (0..20_i32, -10..2_000_000_i64).prop_map(|(days, fen)| Try::Early(days, fen))
    ];
    prop::collection::vec(one, 0..40)
}

fn table() -> impl Strategy<Value = CapTable> {
    prop::collection::vec(1..10_000_000_u64, 1..12).prop_map(|counts| {
        let holding = |(index, shares)| Holding { holder: format!("股东{index}"), class: ShareClass::Common, shares };
        CapTable::new(counts.into_iter().enumerate().map(holding)).unwrap()
    })
}

proptest! {
    #[test]
    fn instalments_are_the_loan_and_its_interest(
        principal in amount(100_000_000_000), ppm in 0..400_000_i64, months in 1..=600_u32, method in method(),
    ) {
        let plan = schedule(principal, Rate::from_ppm(ppm), months, method).unwrap();
        prop_assert_eq!(plan.instalments().len(), usize::try_from(months).unwrap());
        prop_assert_eq!(Money::total(plan.instalments().iter().map(|one| one.principal)), Ok(principal));
        prop_assert_eq!(plan.total_paid().unwrap(), principal.checked_add(plan.total_interest().unwrap()).unwrap());
        prop_assert!(plan.instalments().iter().all(|one| !one.principal.is_negative() && !one.balance.is_negative()));
        prop_assert!(plan.instalments().last().unwrap().balance.is_zero());
    }

    #[test]
    fn a_loan_is_repaid_or_outstanding_whatever_is_tried(
        principal in amount(10_000_000), months in 1..=36_u32, method in method(), tries in tries(),
    ) {
        let policy = Policy::qingdao_2026();
        let drawn = Date::new(2026, 1, 31).unwrap();
        let mut loan = Loan::draw(LoanTerms { principal, annual: Rate::from_ppm(35_000), months, method, drawn }).unwrap();
        let mut today = drawn;
        for one in tries {
            let before = loan.clone();
            let outcome = match one {
                Try::Pay(days) => {
                    today = today.plus_days(days).unwrap();
                    loan.pay_instalment(&policy.at(today))
                }
                Try::Early(days, fen) => {
                    today = today.plus_days(days).unwrap();
                    loan.repay_early(Money::from_fen(fen), &policy.at(today))
                }
            };
            prop_assert_eq!(loan.repaid().checked_add(loan.outstanding()), Ok(principal));
            let ahead = Money::total(loan.ahead().map(|(_, instalment)| instalment.principal));
            prop_assert_eq!(ahead, Ok(loan.outstanding()));
            if let Ok(paid) = outcome {
                prop_assert_eq!(Ok(loan.interest_paid()), before.interest_paid().checked_add(paid.interest));
            } else {
                prop_assert_eq!(&loan, &before);
            }
        }
    }

    #[test]
    fn cap_tables_add_up_after_every_round(
        table in table(), pre in amount(1_000_000_000_000), invested in amount(1_000_000_000_000), pool in 0..300_000_i64, before in any::<bool>(),
    ) {
        let pool = Rate::from_ppm(pool);
        let pool = if before { PoolTiming::BeforeMoney(pool) } else { PoolTiming::AfterMoney(pool) };
        let round = PriceRound {
            pre_money: pre, invested, investor: "基金".to_owned(), class: ShareClass::Preferred(1), pool,
        };
        let whole: i64 = table.percentages().iter().map(|rate| rate.ppm()).sum();
        prop_assert_eq!(whole, 1_000_000);
        if let Ok(outcome) = round.close(&table) {
            prop_assert_eq!(outcome.table.total(), table.total() + outcome.new_shares + outcome.pool_added);
            let whole: i64 = outcome.table.percentages().iter().map(|rate| rate.ppm()).sum();
            prop_assert_eq!(whole, 1_000_000);
            for holding in table.holdings() {
                prop_assert_eq!(outcome.table.held_by(&holding.holder), holding.shares);
            }
        }
    }

    #[test]
    fn an_exit_is_split_without_loss(
        exit in 0..1_000_000_000_000_i64, invested in amount(100_000_000_000), shares in 0..=1_000_u64, times in 0..5_000_000_i64, kind in 0..3,
    ) {
        let participation = match kind {
            0 => Participation::None,
            1 => Participation::Full,
            _ => Participation::Capped(Rate::from_ppm(times)),
        };
        let preference = Preference { invested, multiple: Rate::ONE, shares, of: 1_000, participation };
        let exit = Money::from_fen(exit);
        let split = payout(exit, &preference).unwrap();
        prop_assert_eq!(split.investor.checked_add(split.others), Ok(exit));
        prop_assert!(!split.investor.is_negative() && !split.others.is_negative());
    }

    #[test]
    fn the_internal_rate_brings_the_value_to_nought(
        out in amount(10_000_000_000), back in prop::collection::vec(0..3_000_000_000_i64, 1..24),
    ) {
        let mut flow = vec![Money::from_fen(-out.fen())];
        flow.extend(back.iter().copied().map(Money::from_fen));
        if let Ok(rate) = irr(&flow) {
            let at = |ppm: i64| npv(Rate::from_ppm(rate.ppm() + ppm), &flow);
            if let (Ok(below), Ok(above)) = (at(-1), at(1)) {
                prop_assert!(below >= Money::ZERO && above <= Money::ZERO, "{below} {above}");
            }
        }
    }

    #[test]
    fn no_neighbour_of_the_order_quantity_is_cheaper(demand in 1..1_000_000_u32, order in 1..100_000_i64, hold in 1..10_000_i64) {
        let best = i128::from(order_quantity(demand, Money::from_fen(order), Money::from_fen(hold)).unwrap());
        // Twice the yearly cost of q times q: compared over a common denominator.
        let cost = |q: i128| (2 * i128::from(demand) * i128::from(order) + i128::from(hold) * q * q, q);
        let dearer = |a: (i128, i128), b: (i128, i128)| a.0 * b.1 >= b.0 * a.1;
        prop_assert!(dearer(cost(best + 1), cost(best)));
        prop_assert!(best == 1 || dearer(cost(best - 1), cost(best)));
    }
}
