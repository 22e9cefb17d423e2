//! What a company's owners agree and do, by its own operations, against the facts (§5.5, REG-14, REG-15): rounds on terms,
//! convertibles, options, transfers, the board, the sale of the company.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod company;
mod reading;

use company::{QUARTERLY, check, trading, wait_until};
use reading::{date, money, rate};
use startup_metaverse::firm::accounts::{self, AccountCode};
use startup_metaverse::firm::equity::{
    Adjustment, AntiDilution, Board, Cap, CapTable, Convertible, EquityError, EquityNews, Holding, Participation,
    PoolTiming, PriceRound, ShareClass, Terms,
};
use startup_metaverse::firm::registry::votes::Resolution;
use startup_metaverse::firm::{Firm, FirmEvent, FirmNews, Granted, Refusal, Transfer};
use startup_metaverse::money::Money;
use startup_metaverse::policy::Policy;

const INVESTOR: &str = "甲基金";

/// A company of so many founders' shares, one for each yuan of its capital, all paid in.
fn firm(shares: &str, policy: &Policy) -> Firm {
    trading(date("2026-01-05"), money(shares), QUARTERLY, policy)
}

fn round(pre_money: &str, invested: &str, pool: PoolTiming) -> PriceRound {
    let (investor, class) = (INVESTOR.to_owned(), ShareClass::Preferred(1));
    PriceRound { pre_money: money(pre_money), invested: money(invested), investor, class, pool }
}

fn later(pre_money: &str, invested: &str) -> PriceRound {
    let (investor, class) = ("乙基金".to_owned(), ShareClass::Preferred(2));
    PriceRound { investor, class, ..round(pre_money, invested, PoolTiming::Unchanged) }
}

fn once(participation: Participation) -> Terms {
    Terms { multiple: rate("100%"), participation, ..Terms::default() }
}

fn against(anti_dilution: AntiDilution) -> Terms {
    Terms { anti_dilution, ..Terms::default() }
}

/// Refused, by this error, and nothing has changed.
#[track_caller]
fn refused(firm: &mut Firm, act: impl Fn(&mut Firm) -> Result<Vec<FirmEvent>, Refusal>) -> Refusal {
    let (hash, before) = (firm.state_hash(), firm.clone());
    let refusal = act(firm).expect_err("it is refused");
    assert_eq!(firm.state_hash(), hash, "a refusal changes nothing");
    assert!(*firm == before, "a refusal changes nothing");
    refusal
}

fn owed(firm: &Firm, account: AccountCode) -> String {
    firm.ledger().owed(account).plain()
}

/// The table sums up, and the registered capital is in proportion to the issued shares.
#[track_caller]
fn whole(firm: &Firm) {
    let table = firm.shares().unwrap();
    assert_eq!(table.percentages().iter().map(|rate| rate.ppm()).sum::<i64>(), 1_000_000);
    assert_eq!(firm.capital().unwrap().plain(), owed(firm, accounts::PAID_IN_CAPITAL), "all of it is paid in");
    check(firm);
}

#[test]
fn eq_v01_and_v02_booked() {
    let policy = Policy::qingdao_2026();
    let mut firm = firm("1000000.00", &policy);
    firm.close_round(&round("8000000", "2000000", PoolTiming::Unchanged), Terms::default(), &policy).unwrap();
    assert_eq!(firm.shares().unwrap().held_by(INVESTOR), 250_000);
    assert_eq!(
        (owed(&firm, accounts::PAID_IN_CAPITAL), owed(&firm, accounts::CAPITAL_SURPLUS)),
        ("1250000.00".to_owned(), "1750000.00".to_owned())
    );
    whole(&firm);
    let mut firm = self::firm("700000.00", &policy);
    let pool = PoolTiming::BeforeMoney(rate("10%"));
    firm.close_round(&round("8000000", "2000000", pool), Terms::default(), &policy).unwrap();
    let table = firm.shares().unwrap();
    assert_eq!(
        (table.total(), table.held_by(INVESTOR), table.of_class(ShareClass::Pool)),
        (1_000_000, 200_000, 100_000)
    );
    assert_eq!(firm.capital(), Some(money("900000.00")), "the pool is nobody's capital yet");
    whole(&firm);
}

#[test]
fn eq_v05_a_convertible_is_owed_and_then_becomes_shares() {
    let policy = Policy::qingdao_2026();
    let mut firm = firm("1100000.00", &policy);
    let safe = |amount: &str, cap, discount: &str| Convertible {
        holder: "丙".to_owned(),
        amount: money(amount),
        cap,
        discount: rate(discount),
    };
    refused(&mut firm, |firm| firm.sign_convertible(&safe("0", Cap::None, "20%")));
    refused(&mut firm, |firm| firm.sign_convertible(&safe("500000", Cap::None, "100%")));
    refused(&mut firm, |firm| firm.sign_convertible(&safe("500000", Cap::AfterMoney(money("500000")), "0%")));
    firm.sign_convertible(&safe("500000", Cap::AfterMoney(money("6000000")), "0%")).unwrap();
    assert_eq!(owed(&firm, accounts::LONG_PAYABLES), "500000.00");
    check(&firm);
    firm.close_round(&later("24000000", "6000000"), Terms::default(), &policy).unwrap();
    let table = firm.shares().unwrap();
    // A twelfth before the round's money, 20.00 a share.
    assert_eq!((table.held_by("丙"), table.held_by("乙基金"), table.total()), (100_000, 300_000, 1_500_000));
    assert_eq!(owed(&firm, accounts::LONG_PAYABLES), "0.00");
    assert_eq!(firm.capital(), Some(money("1500000.00")));
    assert_eq!(owed(&firm, accounts::CAPITAL_SURPLUS), "6100000.00");
    assert!(firm.covenants().unwrap().convertibles().is_empty());
    whole(&firm);
}

#[test]
fn a_discount_is_taken_off_the_price_that_counts_what_converts() {
    let policy = Policy::qingdao_2026();
    let mut firm = firm("1000000.00", &policy);
    let (holder, discount) = ("丙".to_owned(), rate("20%"));
    firm.sign_convertible(&Convertible { holder, amount: money("480000"), cap: Cap::None, discount }).unwrap();
    firm.close_round(&later("8000000", "2000000"), Terms::default(), &policy).unwrap();
    let table = firm.shares().unwrap();
    // 480,000 over 80 % of 8,000,000 is 7.5 % of the shares before the money; the new investor has a fifth of all.
    assert_eq!((table.held_by("丙"), table.held_by("乙基金")), (81_081, 270_270));
    assert_eq!(table.percentages().last(), Some(&rate("20%")));
    whole(&firm);
}

/// What each holder got.
fn proceeds(told: &[FirmEvent]) -> Vec<(String, Money, Money)> {
    let one = |event: &FirmEvent| match &event.what {
        FirmNews::Equity(EquityNews::Proceeds { holder, amount, tax }) => Some((holder.clone(), *amount, *tax)),
        _ => None,
    };
    told.iter().filter_map(one).collect()
}

#[test]
fn liq_vectors_by_the_sale_of_the_company() {
    let policy = Policy::qingdao_2026();
    let capped = Participation::Capped(rate("300%"));
    for (exit, none, full, cap) in [
        ("1500000", "1500000", "1500000", "1500000"),
        ("5000000", "2000000", "2600000", "2600000"),
        ("10000000", "2000000", "3600000", "3600000"),
        ("20000000", "4000000", "5600000", "5600000"),
        ("30000000", "6000000", "7600000", "6000000"),
        ("40000000", "8000000", "9600000", "8000000"),
    ] {
        for (participation, gets) in [(Participation::None, none), (Participation::Full, full), (capped, cap)] {
            let mut firm = firm("800000.00", &policy);
            firm.close_round(&round("8000000", "2000000", PoolTiming::Unchanged), once(participation), &policy)
                .unwrap();
            let purse = firm.founders_fund();
            let told = firm.sell_company("买方", money(exit), &policy).unwrap();
            let paid = proceeds(&told);
            assert_eq!(paid.last().unwrap().1, money(gets), "{exit}");
            assert_eq!(Money::total(paid.iter().map(|one| one.1)), Ok(money(exit)), "nothing is lost");
            let (_, amount, tax) = paid.first().unwrap();
            assert_eq!(firm.founders_fund().checked_sub(purse), amount.checked_sub(*tax));
            assert_eq!(*tax, amount.checked_sub(money("800000")).unwrap().max(Money::ZERO).at(rate("20%")).unwrap());
            assert_eq!(firm.shares().unwrap().held_by("买方"), 1_000_000);
            whole(&firm);
        }
    }
}

#[test]
fn a_later_round_comes_first() {
    let policy = Policy::qingdao_2026();
    let mut firm = firm("800000.00", &policy);
    firm.close_round(&round("8000000", "2000000", PoolTiming::Unchanged), once(Participation::None), &policy).unwrap();
    firm.close_round(&later("15000000", "5000000"), once(Participation::None), &policy).unwrap();
    let sold = |exit: &str| {
        let paid = proceeds(&firm.clone().sell_company("买方", money(exit), &policy).unwrap());
        paid.into_iter().map(|one| one.1.plain()).collect::<Vec<_>>()
    };
    assert_eq!(sold("6000000"), ["0.00", "1000000.00", "5000000.00"]);
    // The first does better as common once its 20 % of what is left is more than its money: 15 % of all.
    assert_eq!(sold("15000001"), ["8000000.80", "2000000.20", "5000000.00"]);
    assert_eq!(sold("40000000"), ["24000000.00", "6000000.00", "10000000.00"]);
}

#[test]
fn anti_dilution_binds_at_the_next_down_round() {
    let policy = Policy::qingdao_2026();
    for (clause, shares, parts) in [
        (AntiDilution::None, 200_000, [64_0000, 16_0000, 20_0000]),
        (AntiDilution::FullRatchet, 400_000, [55_1724, 27_5862, 17_2414]),
        (AntiDilution::BroadBased, 222_222, [62_8821, 17_4672, 19_6507]),
        (AntiDilution::NarrowBased, 276_923, [60_2898, 20_8696, 18_8406]),
    ] {
        let mut firm = firm("800000.00", &policy);
        firm.close_round(&round("8000000", "2000000", PoolTiming::Unchanged), against(clause), &policy).unwrap();
        assert_eq!(firm.shares().unwrap().held_by(INVESTOR), 200_000);
        // A dearer round changes nothing.
        let mut up = firm.clone();
        up.close_round(&later("20000000", "5000000"), Terms::default(), &policy).unwrap();
        assert_eq!(up.shares().unwrap().held_by(INVESTOR), 200_000);
        let before = firm.ledger().owed(accounts::CAPITAL_SURPLUS);
        firm.close_round(&later("5000000", "1250000"), Terms::default(), &policy).unwrap();
        let table = firm.shares().unwrap();
        assert_eq!(table.held_by(INVESTOR), shares);
        let percent: Vec<i64> = table.percentages().iter().map(|rate| rate.ppm()).collect();
        let expected: Vec<i64> = parts.to_vec();
        if clause != AntiDilution::NarrowBased {
            assert_eq!(percent, expected);
        }
        // The new money's premium is 1,000,000; the shares given are paid for out of it.
        let extra = Money::from_fen(i64::try_from(shares - 200_000).unwrap() * 100);
        let surplus = before.checked_add(money("1000000.00")).and_then(|sum| sum.checked_sub(extra));
        assert_eq!(Ok(firm.ledger().owed(accounts::CAPITAL_SURPLUS)), surplus);
        whole(&firm);
    }
}

#[test]
fn options_are_earned_taken_and_lapse() {
    let policy = Policy::qingdao_2026();
    let mut firm = firm("900000.00", &policy);
    let granted = |shares| Granted { holder: "李倩".to_owned(), shares, price: money("2.00"), months: (12, 48) };
    let none = refused(&mut firm, |firm| firm.grant_options(&granted(1)));
    assert_eq!(none, Refusal::Equity(EquityError::PoolTooSmall { free: 0, asked: 1 }));
    firm.reserve_pool(rate("10%")).unwrap();
    assert_eq!(firm.shares().unwrap().of_class(ShareClass::Pool), 100_000);
    assert_eq!(refused(&mut firm, |firm| firm.reserve_pool(rate("10%"))), Refusal::Equity(EquityError::Shares));
    firm.grant_options(&granted(48_000)).unwrap();
    let beyond = refused(&mut firm, |firm| firm.grant_options(&granted(52_001)));
    assert_eq!(beyond, Refusal::Equity(EquityError::PoolTooSmall { free: 52_000, asked: 52_001 }));
    wait_until(&mut firm, date("2027-01-04"), &policy);
    let early = refused(&mut firm, |firm| firm.exercise_options("李倩", 1, &policy));
    assert_eq!(early, Refusal::Equity(EquityError::NotVested { open: 0, asked: 1 }));
    wait_until(&mut firm, date("2027-01-05"), &policy);
    let surplus = firm.ledger().owed(accounts::CAPITAL_SURPLUS);
    firm.exercise_options("李倩", 12_000, &policy).unwrap();
    assert_eq!(firm.capital(), Some(money("912000.00")));
    assert_eq!(firm.ledger().owed(accounts::CAPITAL_SURPLUS).checked_sub(surplus), Ok(money("12000.00")));
    wait_until(&mut firm, date("2027-03-05"), &policy);
    firm.lapse_options("李倩").unwrap();
    assert!(matches!(refused(&mut firm, |firm| firm.lapse_options("李倩")), Refusal::Equity(EquityError::NoOption(_))));
    let covenants = firm.covenants().unwrap();
    assert_eq!(covenants.free_pool(firm.shares().unwrap()), 86_000, "2,000 of the 14,000 earned are still to be taken");
    firm.exercise_options("李倩", 2_000, &policy).unwrap();
    refused(&mut firm, |firm| firm.exercise_options("李倩", 1, &policy));
    whole(&firm);
}

#[test]
fn reg_15_a_transfer_waits_for_the_others() {
    let policy = Policy::qingdao_2026();
    let mut firm = trading(date("2026-01-05"), money("1000000.00"), QUARTERLY, &policy);
    let of = |holder: &str, shares| Holding { holder: holder.to_owned(), class: ShareClass::Common, shares };
    firm.divide_shares(CapTable::new([of("甲", 600_000), of("乙", 400_000)]).unwrap(), &policy).unwrap();
    let transfer = Transfer {
        from: "乙".to_owned(),
        to: "丁".to_owned(),
        class: ShareClass::Common,
        shares: 100_000,
        price: money("150000.00"),
        cost: money("100000.00"),
        justified: false,
        waived: false,
    };
    let untold = refused(&mut firm, |firm| firm.transfer_shares(&transfer, &policy));
    assert_eq!((untold.clone(), untold.rule()), (Refusal::Equity(EquityError::NoNotice), Some("company-law-84")));
    firm.notify_transfer("乙", "丁", 100_000, money("150000.00"), &policy).unwrap();
    wait_until(&mut firm, date("2026-02-04"), &policy);
    let early = refused(&mut firm, |firm| firm.transfer_shares(&transfer, &policy));
    assert_eq!(early, Refusal::Equity(EquityError::NoticeRuns { until: date("2026-02-04") }));
    wait_until(&mut firm, date("2026-02-05"), &policy);
    let cheaper = Transfer { price: money("140000.00"), ..transfer.clone() };
    refused(&mut firm, |firm| firm.transfer_shares(&cheaper, &policy));
    let purse = firm.founders_fund();
    firm.transfer_shares(&transfer, &policy).unwrap();
    assert_eq!(
        firm.founders_fund().checked_sub(purse),
        Ok(money("140000.00")),
        "150,000 less 20 % of a gain of 50,000"
    );
    // Among shareholders nobody need be told; at half the net assets, without a reason, these are taxed.
    let back = Transfer {
        from: "丁".to_owned(),
        to: "甲".to_owned(),
        price: money("50000.00"),
        cost: Money::ZERO,
        ..transfer
    };
    let told = firm.transfer_shares(&back, &policy).unwrap();
    let FirmNews::Equity(EquityNews::Transferred { tax, .. }) = told.first().unwrap().what else { panic!("{told:?}") };
    assert_eq!(tax, money("20000.00"));
    whole(&firm);
}

#[test]
fn reg_10_a_board_is_one_or_three() {
    let policy = Policy::qingdao_2026();
    let mut firm = firm("800000.00", &policy);
    let two = refused(&mut firm, |firm| firm.seat_board(Board { founders: 1, investors: 1, independent: 0 }, &policy));
    assert_eq!(two.rule(), Some("company-law-68"));
    firm.seat_board(Board { founders: 1, ..Board::default() }, &policy).unwrap();
    let terms = Terms { seats: 1, ..Terms::default() };
    firm.close_round(&round("8000000", "2000000", PoolTiming::Unchanged), terms, &policy).unwrap();
    let promised = refused(&mut firm, |firm| firm.seat_board(Board { founders: 3, ..Board::default() }, &policy));
    assert_eq!(promised, Refusal::Equity(EquityError::SeatsPromised { promised: 1, seated: 0 }));
    firm.seat_board(Board { founders: 2, investors: 1, independent: 0 }, &policy).unwrap();
    assert!(firm.covenants().unwrap().board().unwrap().founders_lead());
}

#[test]
fn reg_14_votes_are_counted_by_issued_shares() {
    let policy = Policy::qingdao_2026();
    let mut firm = firm("800000.00", &policy);
    firm.close_round(&round("8000000", "2000000", PoolTiming::AfterMoney(rate("10%"))), Terms::default(), &policy)
        .unwrap();
    assert_eq!(
        firm.carries(Resolution::Special, &["创始人"], &policy),
        Ok(true),
        "80 % of the votes; the pool has none"
    );
    firm.close_round(&later("9000000", "3000000"), Terms::default(), &policy).unwrap();
    assert_eq!(firm.carries(Resolution::Special, &["创始人"], &policy), Ok(false));
    assert_eq!(firm.carries(Resolution::Ordinary, &["创始人"], &policy), Ok(true));
    assert_eq!(firm.carries(Resolution::Special, &["创始人", INVESTOR], &policy), Ok(true));
}

#[test]
fn what_targets_are_missed_by_is_the_founders_to_pay() {
    let policy = Policy::qingdao_2026();
    for (adjustment, rule) in [(Adjustment::Nobody, None), (Adjustment::Company, Some("commercial-trial-minutes-5"))] {
        let mut firm = firm("800000.00", &policy);
        let terms = Terms { adjustment, multiple: rate("100%"), ..Terms::default() };
        firm.close_round(&round("8000000", "2000000", PoolTiming::Unchanged), terms, &policy).unwrap();
        let refusal = refused(&mut firm, |firm| firm.compensate(INVESTOR, money("1000.00")));
        assert_eq!(refusal.rule(), rule);
    }
    let mut firm = firm("800000.00", &policy);
    let terms = Terms { adjustment: Adjustment::Founders, ..Terms::default() };
    firm.close_round(&round("8000000", "2000000", PoolTiming::Unchanged), terms, &policy).unwrap();
    assert!(matches!(
        refused(&mut firm, |firm| firm.compensate(INVESTOR, money("1000.00"))),
        Refusal::InsufficientFunds { .. }
    ));
    let bank = firm.bank();
    firm.transfer_shares(
        &Transfer {
            from: "创始人".to_owned(),
            to: INVESTOR.to_owned(),
            class: ShareClass::Common,
            shares: 100_000,
            price: money("1000000.00"),
            cost: money("100000.00"),
            justified: false,
            waived: false,
        },
        &policy,
    )
    .unwrap();
    firm.compensate(INVESTOR, money("820000.00")).unwrap();
    assert_eq!((firm.founders_fund(), firm.bank()), (Money::ZERO, bank));
}
