//! An oracle for wages: the law's table (个人所得税法 税率表一) written out once more and applied slice by slice, against
//! withholding by running sums over random years.

use proptest::prelude::*;
use startup_metaverse::firm::tax::iit::settlement::{ComprehensiveYear, settle};
use startup_metaverse::firm::tax::iit::withholding::{BasicDeduction, Pay, WithholdingYear};
use startup_metaverse::money::Money;

use crate::{date, policy};

/// Upper edges in fen and rates in percent.
const LAW: [(i128, i128); 7] = [
    (3_600_000, 3),
    (14_400_000, 10),
    (30_000_000, 20),
    (42_000_000, 25),
    (66_000_000, 30),
    (96_000_000, 35),
    (i128::MAX, 45),
];

/// The year's tax in hundredths of a fen, exactly: each slice at its own rate.
fn exact(taxable: i128) -> i128 {
    let mut below = 0;
    let mut tax = 0;
    for (edge, percent) in LAW {
        let slice = taxable.min(edge) - below;
        if slice <= 0 {
            break;
        }
        tax += slice * percent;
        below = edge;
    }
    tax
}

/// To the fen, half up.
fn rounded(hundredths: i128) -> i64 {
    i64::try_from((hundredths + 50) / 100).unwrap()
}

fn any_pay() -> impl Strategy<Value = Pay> {
    (0_i64..20_000_000, 0_i64..700_000, 0_i64..800_000, 0_i64..100_000).prop_map(
        |(gross, social, additional, other)| Pay {
            gross: Money::from_fen(gross),
            social: Money::from_fen(social),
            additional: Money::from_fen(additional),
            other: Money::from_fen(other),
        },
    )
}

proptest! {
    #[test]
    fn withholding_follows_the_law_slice_by_slice(joined in 1_i8..=12, pays in prop::collection::vec(any_pay(), 12)) {
        let policy = policy();
        let mut year = WithholdingYear::begin(joined, BasicDeduction::FromJoining).unwrap();
        let (mut taxable, mut withheld) = (0_i128, 0_i64);
        for (month, pay) in (joined..=12).zip(&pays) {
            let on = policy.at(date("2026-01-31").plus_months(i32::from(month) - 1).unwrap());
            taxable += i128::from(pay.gross.fen() - pay.social.fen() - pay.additional.fen() - pay.other.fen());
            taxable -= 500_000;
            let due = rounded(exact(taxable.max(0)));
            let expected = (due - withheld).max(0);
            withheld += expected;
            let found = year.withhold(month, pay, on).unwrap();
            prop_assert_eq!(found.tax.fen(), expected);
            prop_assert_eq!(found.due.fen(), due);
            prop_assert_eq!(i128::from(found.taxable.fen()), taxable.max(0));
            prop_assert_eq!(year.withheld().fen(), withheld);
        }
    }

    #[test]
    fn a_whole_year_settles_to_the_annual_table(pays in prop::collection::vec(any_pay(), 12)) {
        let policy = policy();
        let on = policy.at(date("2026-12-31"));
        let mut year = WithholdingYear::begin(1, BasicDeduction::FromJoining).unwrap();
        for (month, pay) in (1..=12).zip(&pays) {
            year.withhold(month, pay, on).unwrap();
        }
        let sums = year.sums();
        let account = ComprehensiveYear {
            wages: sums.gross,
            social: sums.social,
            additional: sums.additional,
            other: sums.other,
            withheld: year.withheld(),
            ..ComprehensiveYear::default()
        };
        let settled = settle(&account, on).unwrap();
        let taxable = sums.gross.fen() - sums.social.fen() - sums.additional.fen() - sums.other.fen() - 6_000_000;
        prop_assert_eq!(settled.due.fen(), rounded(exact(i128::from(taxable.max(0)))));
        // Withholding never takes too little: what is left is nought or to be given back.
        prop_assert!(!settled.balance.is_positive());
        prop_assert_eq!(settled.due.checked_sub(settled.balance), Ok(year.withheld()));
    }

    #[test]
    fn quick_deductions_equal_the_slices(taxable in 0_i64..2_000_000_000) {
        let policy = policy();
        let on = policy.at(date("2026-12-31"));
        let table = on.brackets("iit.comprehensive.brackets").unwrap();
        prop_assert_eq!(table.tax_on(Money::from_fen(taxable)).unwrap().fen(), rounded(exact(i128::from(taxable))));
    }
}
