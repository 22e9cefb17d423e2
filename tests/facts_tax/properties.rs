//! Laws that hold for every amount: nothing is lost between what is due, relieved, carried and paid.

use proptest::prelude::*;
use startup_metaverse::firm::tax::cit::annual::{CarriedIn, YearBooks, YearSettings, reconcile};
use startup_metaverse::firm::tax::cit::limits::Outgoing;
use startup_metaverse::firm::tax::cit::loss::{YearAmount, carry};
use startup_metaverse::firm::tax::surcharge::{Payer, Place, SurchargeBase, assess as surcharges};
use startup_metaverse::firm::tax::vat::general::{self, GeneralPeriod};
use startup_metaverse::firm::tax::vat::invoice::Invoice;
use startup_metaverse::firm::tax::vat::small_scale::{Levy, SmallSale, assess};
use startup_metaverse::firm::tax::vat::{VatPeriod, VatStatus, split};
use startup_metaverse::money::{Money, Rate};

use crate::cit::company;
use crate::{TODAY, date, policy};

fn amount() -> impl Strategy<Value = Money> {
    (0_i64..50_000_000).prop_map(Money::from_fen)
}

fn sale() -> impl Strategy<Value = SmallSale> {
    let kind = prop_oneof![
        Just((Levy::Reduced, Invoice::None)),
        Just((Levy::Reduced, Invoice::Ordinary)),
        Just((Levy::Reduced, Invoice::Special)),
        Just((Levy::Waived, Invoice::Special)),
        Just((Levy::Property, Invoice::Ordinary)),
        Just((Levy::UsedAsset, Invoice::Ordinary)),
    ];
    (kind, amount()).prop_map(|((levy, invoice), gross)| {
        let policy = policy();
        SmallSale::from_gross(levy, invoice, gross, policy.at(date(TODAY))).unwrap()
    })
}

proptest! {
    #[test]
    fn a_split_price_adds_up(gross in amount(), ppm in 0_i64..=130_000) {
        let parts = split(gross, Rate::from_ppm(ppm)).unwrap();
        prop_assert_eq!(parts.net.checked_add(parts.tax), Ok(gross));
        let back = parts.net.at(Rate::from_ppm(ppm)).unwrap();
        prop_assert!((back.fen() - parts.tax.fen()).abs() <= 1);
    }

    #[test]
    fn general_vat_ties(output in amount(), input in amount(), transfer_out in amount(), carried_in in amount()) {
        let period = GeneralPeriod { output, input, transfer_out, carried_in, simple: Money::ZERO };
        let found = general::assess(&period).unwrap();
        let balance = output.fen() - input.fen() - carried_in.fen() + transfer_out.fen();
        prop_assert_eq!(found.payable.fen() - found.carried_out.fen(), balance);
        prop_assert!(found.payable.is_zero() || found.carried_out.is_zero());
        prop_assert!(!found.payable.is_negative() && !found.carried_out.is_negative());
    }

    #[test]
    fn small_scale_vat_ties(sales in prop::collection::vec(sale(), 0..8)) {
        let policy = policy();
        let found = assess(VatPeriod::Quarter, &sales, policy.at(date(TODAY))).unwrap();
        let booked = Money::total(sales.iter().map(|sale| sale.tax)).unwrap();
        prop_assert_eq!(found.tax.checked_add(found.forgone), Ok(booked));
        let taxed = Money::total(found.lines.iter().map(|line| line.base)).unwrap();
        prop_assert_eq!(taxed.checked_add(found.exempt_sales), Ok(found.sales));
        prop_assert_eq!(found.reached, found.sales.fen() >= 30_000_000);
        prop_assert!(!found.reached || found.exempt_sales.is_zero());
    }

    #[test]
    fn surcharges_tie(vat in amount(), sales in amount(), halved in any::<bool>()) {
        let policy = policy();
        let payer = Payer::General { small_profit: halved };
        let base = SurchargeBase { vat, sales, status: VatStatus::General, payer, place: Place::City };
        for line in surcharges(&base, policy.at(date(TODAY))).unwrap() {
            prop_assert_eq!(line.payable.checked_add(line.relief), Ok(line.due));
            let halves = line.relief.fen() - line.payable.fen();
            let sound = if halved { (0..=1).contains(&halves) } else { line.relief.is_zero() };
            prop_assert!(sound, "{:?}", line);
        }
    }

    #[test]
    fn carried_amounts_are_used_left_or_lapsed(room in amount(), losses in prop::collection::vec(amount(), 0..12)) {
        let carried: Vec<YearAmount> =
            (2014_i16..).zip(losses).map(|(year, amount)| YearAmount { year, amount }).collect();
        let found = carry(room, 2026, &carried, 5).unwrap();
        let sum = |of: &[YearAmount]| of.iter().map(|one| one.amount.fen()).sum::<i64>();
        prop_assert_eq!(sum(&found.used) + sum(&found.left) + sum(&found.lapsed), sum(&carried));
        prop_assert!(sum(&found.used) <= room.fen());
        prop_assert!(found.left.iter().all(|one| one.year > 2021));
        prop_assert!(found.used.iter().all(|one| one.year >= 2021));
    }

    #[test]
    fn a_reconciliation_adds_up(
        profit in -50_000_000_i64..800_000_000,
        (revenue, entertainment, advertising) in (amount(), amount(), amount()),
        (wages, welfare, training, donations) in (amount(), amount(), amount(), amount()),
        (fine, prepaid, loss) in (amount(), amount(), amount()),
    ) {
        let policy = policy();
        let books = YearBooks {
            profit: Money::from_fen(profit),
            revenue,
            entertainment,
            advertising,
            wages,
            welfare,
            training,
            donations,
            outgoings: vec![(Outgoing::Fine, fine)],
            ..YearBooks::default()
        };
        let carried_in = CarriedIn { losses: vec![YearAmount { year: 2025, amount: loss }], ..CarriedIn::default() };
        let settings = YearSettings { year: 2026, company: company(false), losses_extended: false, prepaid };
        let found = reconcile(&books, &carried_in, &settings, policy.at(date("2026-12-31"))).unwrap();
        let changes: i64 = found.adjustments.iter().map(|one| one.change.fen()).sum();
        prop_assert_eq!(found.adjusted.fen(), profit + changes);
        prop_assert_eq!(found.taxable.fen(), (found.adjusted.fen().max(0) - found.losses_used.fen()).max(0));
        prop_assert_eq!(found.balance.checked_add(prepaid), Ok(found.tax));
        let share = if found.taxable.fen() <= 300_000_000 { 20 } else { 4 };
        prop_assert_eq!(found.tax.fen(), (found.taxable.fen() + share / 2) / share);
        let carried: i64 = found.carried_out.losses.iter().map(|one| one.amount.fen()).sum();
        prop_assert_eq!(carried, loss.fen() - found.losses_used.fen() + (-found.adjusted.fen()).max(0));
    }
}
