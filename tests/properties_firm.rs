//! Properties of the company: whatever is done to it, a refusal leaves it as it was, its money adds up, its books balance;
//! and no text, however strange, brings down what reads texts.

#![allow(clippy::arithmetic_side_effects, clippy::unwrap_used, reason = "a panic here is a failed test")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed};
use startup_metaverse::calendar::Date;
use startup_metaverse::firm::accounts::{AccountCode, CHART};
use startup_metaverse::firm::registry::{
    ApplicationField as Field, CreditCode, FieldValue, TakenName, capital, examine, name, uscc,
};
use startup_metaverse::firm::{Firm, FirmEvent, Ledger, Refusal, VoucherLine};
use startup_metaverse::money::Money;
use startup_metaverse::policy::{Policy, Trigger};
use startup_metaverse::scenario::load::load;
use startup_metaverse::scenario::scan::scan;
use startup_metaverse::scenario::term::Term;

/// The same cases on every run.
fn fixed(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(20_260_315),
        ..Config::default()
    }
}

const FIELDS: [Field; 15] = [
    Field::Form,
    Field::Region,
    Field::TradeName,
    Field::Industry,
    Field::Organisation,
    Field::Capital,
    Field::PaidInBy,
    Field::Premises,
    Field::Address,
    Field::Scope,
    Field::LegalRepresentative,
    Field::Directors,
    Field::Supervisor,
    Field::Liaison,
    Field::BeneficialOwner,
];

const TRIGGERS: [Trigger; 10] = [
    Trigger::Founding,
    Trigger::FoundingWithoutBeneficialOwner,
    Trigger::AccountOpened,
    Trigger::TaxInfoConfirmed,
    Trigger::HousingFundRegistered,
    Trigger::RegisteredItemChanged,
    Trigger::FiledItemChanged,
    Trigger::LegalRepresentativeLeft,
    Trigger::CapitalChanged,
    Trigger::BeneficialOwnerChanged,
];

fn account() -> impl Strategy<Value = AccountCode> {
    (0..CHART.len()).prop_map(|place| CHART.get(place).unwrap().code)
}

/// Amounts of every size, some nought or below.
fn amount() -> impl Strategy<Value = Money> {
    prop_oneof![
        5 => (1..5_000_000_i64).prop_map(Money::from_fen),
        1 => (-1_000_i64..=0).prop_map(Money::from_fen),
        1 => Just(Money::MAX),
    ]
}

fn line() -> impl Strategy<Value = VoucherLine> {
    (account(), amount(), any::<bool>()).prop_map(|(account, amount, debit)| {
        if debit { VoucherLine::debit(account, amount) } else { VoucherLine::credit(account, amount) }
    })
}

/// Vouchers, half of them in balance.
fn lines() -> impl Strategy<Value = Vec<VoucherLine>> {
    let pair = (account(), account(), amount()).prop_map(|(debit, credit, amount)| {
        vec![VoucherLine::debit(debit, amount), VoucherLine::credit(credit, amount)]
    });
    prop_oneof![pair, prop::collection::vec(line(), 0..5)]
}

/// Something done to a company.
#[derive(Clone, Debug)]
enum Act {
    Fill(usize, Vec<String>),
    FillWell,
    Pay(Money),
    PayIn(Money),
    Fine(Money),
    Reserve,
    Register,
    Grant(String),
    Trigger(usize),
    Owe(String),
    Fulfil(String),
    PutOff(String),
    Pass(u8),
}

fn duty() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("tax-information"),
        Just("social-insurance"),
        Just("account-report"),
        Just("housing-fund"),
        Just("no-such-duty")
    ]
    .prop_map(str::to_owned)
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        2 => (0..FIELDS.len(), prop::collection::vec("\\PC{0,6}", 0..3)).prop_map(|(field, texts)| Act::Fill(field, texts)),
        4 => Just(Act::FillWell),
        4 => amount().prop_map(Act::Pay),
        2 => amount().prop_map(Act::PayIn),
        1 => amount().prop_map(Act::Fine),
        2 => Just(Act::Reserve),
        4 => Just(Act::Register),
        1 => prop_oneof![Just("food-business"), Just("none")].prop_map(|id| Act::Grant(id.to_owned())),
        2 => (0..TRIGGERS.len()).prop_map(Act::Trigger),
        1 => duty().prop_map(Act::Owe),
        2 => duty().prop_map(Act::Fulfil),
        1 => duty().prop_map(Act::PutOff),
        4 => (1..60_u8).prop_map(Act::Pass),
    ]
}

/// Fields that make an application without a fault.
fn well(today: Date) -> Vec<(Field, Vec<String>)> {
    [
        (Field::Form, "llc"),
        (Field::Region, "青岛"),
        (Field::TradeName, "海青"),
        (Field::Industry, "科技"),
        (Field::Organisation, "有限公司"),
        (Field::Capital, "100000.00"),
        (Field::PaidInBy, ""),
        (Field::Premises, "leased"),
        (Field::Scope, "software-development"),
        (Field::LegalRepresentative, "甲"),
        (Field::Directors, "甲"),
        (Field::Supervisor, "none"),
        (Field::Liaison, "乙"),
    ]
    .into_iter()
    .map(|(field, text)| (field, vec![if text.is_empty() { today.to_string() } else { text.to_owned() }]))
    .collect()
}

fn fill_well(firm: &mut Firm) -> Result<Vec<FirmEvent>, Refusal> {
    for (field, texts) in well(firm.today()) {
        firm.fill(field, FieldValue::read(field, texts))?;
    }
    Ok(Vec::new())
}

fn perform(firm: &mut Firm, act: &Act, policy: &Policy) -> Vec<Result<Vec<FirmEvent>, Refusal>> {
    let one = match act {
        Act::Fill(field, texts) => {
            let field = FIELDS.get(*field).copied().unwrap();
            firm.fill(field, FieldValue::read(field, texts.clone()))
        }
        Act::FillWell => fill_well(firm),
        Act::Pay(amount) => firm.pay("耗材", *amount, None),
        Act::PayIn(amount) => firm.pay_in_capital(*amount),
        Act::Fine(amount) => firm.fine("tax-administration-law-60", *amount),
        Act::Reserve => firm.reserve_name(policy, &[TakenName::new("海清", "科技")]),
        Act::Register => firm.register(policy, &[]),
        Act::Grant(id) => firm.grant_licence(id, policy),
        Act::Trigger(place) => firm.trigger(TRIGGERS.get(*place).copied().unwrap(), policy),
        Act::Owe(duty) => firm.owe(duty, policy),
        Act::Fulfil(duty) => firm.fulfil(duty, policy),
        Act::PutOff(duty) => firm.put_off(duty),
        Act::Pass(days) => return (0..*days).map(|_| firm.pass_day(policy)).collect(),
    };
    vec![one]
}

proptest! {
    #![proptest_config(fixed(64))]

    #[test]
    fn the_books_balance_and_have_no_gaps(postings in prop::collection::vec((0..400_i32, lines()), 1..60)) {
        let start: Date = "2026-01-01".parse().unwrap();
        let mut ledger = Ledger::default();
        for (days, lines) in postings {
            let before = ledger.clone();
            if ledger.post(start.plus_days(days).unwrap(), "凭证", lines).is_err() {
                prop_assert_eq!(&ledger, &before, "a refusal changes nothing");
            }
            let sum = Money::total(ledger.trial_balance().map(|(_, balance)| balance));
            prop_assert_eq!(sum, Ok(Money::ZERO));
        }
        let mut counts: BTreeMap<(i16, i8), u32> = BTreeMap::new();
        for voucher in ledger.vouchers() {
            let count = counts.entry((voucher.date.year(), voucher.date.month())).or_insert(0);
            *count += 1;
            prop_assert_eq!(voucher.number, *count);
        }
        prop_assert!(ledger.vouchers().iter().is_sorted_by_key(|voucher| voucher.date));
    }

    #[test]
    fn a_refusal_leaves_the_company_as_it_was(acts in prop::collection::vec(act(), 1..40)) {
        let policy = Policy::qingdao_2026();
        let fund = Money::from_fen(10_000_000);
        let mut firm = Firm::new("2026-03-02".parse().unwrap(), "370212", fund);
        let mut spent = Money::ZERO;
        for act in acts {
            let (before, day) = (firm.state_hash(), firm.today());
            let told = perform(&mut firm, &act, &policy);
            if told.iter().all(Result::is_err) {
                prop_assert_eq!(firm.state_hash(), before, "{:?}", act);
            }
            prop_assert!(firm.today() >= day, "no day comes back");
            for event in told.into_iter().flatten().flatten() {
                let Some(cost) = event.cost() else { continue };
                prop_assert!(cost.is_positive(), "{:?} gave money: {:?}", act, event);
                spent = spent.checked_add(cost).unwrap();
            }
            prop_assert!(!firm.founders_fund().is_negative() && !firm.bank().is_negative());
            let known = firm.founders_fund().checked_add(firm.bank()).unwrap().checked_add(spent).unwrap();
            prop_assert_eq!(known, fund, "money neither comes nor goes unseen: {:?}", act);
        }
        let again: Firm = postcard::from_bytes(&postcard::to_allocvec(&firm).unwrap()).unwrap();
        prop_assert_eq!(again.state_hash(), firm.state_hash());
        prop_assert_eq!(again, firm);
    }
}

proptest! {
    #![proptest_config(fixed(128))]

    #[test]
    fn one_wrong_character_in_a_code_is_caught(serial in 0..10_000_u32, at in 0..18_usize, other in 0..31_usize) {
        let code = uscc::numbered("370202", serial).to_string();
        prop_assert!(code.parse::<CreditCode>().is_ok());
        let mut characters: Vec<char> = code.chars().collect();
        let other = "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().nth(other).unwrap();
        let place = characters.get_mut(at).unwrap();
        prop_assume!(*place != other);
        *place = other;
        let wrong: String = characters.into_iter().collect();
        prop_assert!(wrong.parse::<CreditCode>().is_err(), "{} for {}", wrong, code);
    }

    #[test]
    fn codes_issued_for_any_name_hold(name in "\\PC*") {
        let code = uscc::issue("370212", &name).to_string();
        prop_assert!(code.starts_with("913702120000"));
        prop_assert!(code.parse::<CreditCode>().is_ok());
    }

    #[test]
    fn no_name_brings_down_the_counter(text in "\\PC*", head in "(青岛|中国|崂山区|青岛市市南区)?", tail in "(科技)?(有限公司|店)?") {
        let policy = Policy::qingdao_2026();
        let on = policy.at("2026-03-02".parse().unwrap());
        let full = format!("{head}{text}{tail}");
        let parts = name::parse(&full, &on);
        let whole = [parts.region.as_str(), &parts.trade_name, &parts.industry, &parts.organisation].concat();
        prop_assert_eq!(&whole, &full, "taken apart, nothing is lost");
        let mut firm = Firm::new(on.date(), "370212", Money::ZERO);
        for (field, text) in [
            (Field::Region, parts.region),
            (Field::TradeName, parts.trade_name),
            (Field::Industry, parts.industry),
            (Field::Organisation, parts.organisation),
        ] {
            firm.fill(field, FieldValue::Text(text)).unwrap();
        }
        let _ = examine(firm.application(), &on, &[]);
        let _ = text.parse::<CreditCode>();
    }

    #[test]
    fn no_text_brings_down_the_loader(text in "[\\PC\n\t\"(){}\\[\\]:,/*r#]{0,200}") {
        let policy = Policy::qingdao_2026();
        let _ = scan(&text);
        let _ = Term::from(text.as_str()).pieces();
        prop_assert!(load(&text, &policy).is_err(), "no chance text is a scene");
        let _ = Policy::load(&[("chance.ron", &text)]);
    }

    #[test]
    fn a_scene_cut_or_changed_anywhere_is_told_not_suffered(at in 0..100_000_usize, other in "[(){}\\[\\]\",:a中\u{202E}]") {
        let policy = Policy::qingdao_2026();
        let whole = include_str!("../scenarios/registration.ron");
        let at = (0..=at % whole.len()).rev().find(|at| whole.is_char_boundary(*at)).unwrap();
        let (before, after) = whole.split_at(at);
        prop_assert!(load(before, &policy).is_err(), "cut at {}", at);
        let _ = load(&format!("{before}{other}{after}"), &policy);
    }

    #[test]
    fn the_term_of_capital_is_five_years(days in 0..20_000_i32) {
        let policy = Policy::qingdao_2026();
        let founded = "2024-07-01".parse::<Date>().unwrap().plus_days(days).unwrap();
        let last = capital::last_day_to_pay_in(founded, &policy.at(founded)).unwrap();
        prop_assert_eq!((last.year() - founded.year(), last.month()), (5, founded.month()));
        prop_assert!(last.day() == founded.day() || (founded.month() == 2 && last == last.last_of_month()));
        prop_assert!(capital::first_day_to_forfeit(founded, &policy.at(founded)).unwrap() > founded.plus_days(60).unwrap());
    }
}

#[test]
fn a_day_that_cannot_pass_whole_does_not_pass_at_all() {
    // The calendar ends before the order's last day: the miss is refused, and with it the day.
    let policy = Policy::qingdao_2026();
    let mut firm = Firm::new("2100-11-30".parse().unwrap(), "370212", Money::from_fen(10_000_000));
    fill_well(&mut firm).unwrap();
    firm.register(&policy, &[]).unwrap();
    while firm.today() < "2100-12-30".parse().unwrap() {
        firm.pass_day(&policy).unwrap();
    }
    let before = firm.state_hash();
    assert!(matches!(firm.pass_day(&policy), Err(Refusal::Policy(_))));
    assert_eq!(firm.state_hash(), before);
}
