//! The tables themselves: lists that code reads by word, marks, and progressive tables that must not jump.

use startup_metaverse::firm::tax::vat::input::{Document, Use};
use startup_metaverse::firm::tax::vat::supply::{Receipt, Supply, Unpaid};
use startup_metaverse::policy::{Bracket, Mark, Policy, PolicyError, ProblemKind, Value, ValueKind};

use crate::{TODAY, date, money, policy, rate};

#[test]
fn every_word_of_a_list_is_reached_by_a_case() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let deemed = [Unpaid::OwnGoodsConsumed, Unpaid::GoodsGiven, Unpaid::AssetGiven];
    assert_eq!(on.words("vat.deemed").unwrap().len(), deemed.len());
    assert!(deemed.iter().all(|case| case.is_deemed(on).unwrap()));
    let outside = [Receipt::Wages, Receipt::PublicCharge, Receipt::Expropriation, Receipt::DepositInterest];
    assert_eq!(on.words("vat.not-taxable").unwrap().len(), outside.len());
    assert!(outside.iter().all(|case| case.is_outside(on).unwrap()));
    assert!(!Receipt::Supply.is_outside(on).unwrap());
    let barred = [
        Use::SimpleMethod,
        Use::Exempt,
        Use::AbnormalLoss,
        Use::Welfare,
        Use::Entertainment,
        Use::Catering,
        Use::DailyServices,
        Use::Amusement,
        Use::LoanInterest,
        Use::LoanFees,
    ];
    assert_eq!(on.words("vat.input.barred").unwrap().len(), barred.len());
    assert!(barred.iter().all(|case| case.is_barred(on).unwrap()));
    assert!(!Use::Taxable.is_barred(on).unwrap());
    let documents = [
        Document::SpecialInvoice,
        Document::CustomsPayment,
        Document::TaxCertificate,
        Document::Agricultural,
        Document::Vehicle,
        Document::RailTicket,
        Document::AirTicket,
        Document::RoadWaterTicket,
        Document::Toll,
    ];
    assert_eq!(on.words("vat.input.documents").unwrap().len(), documents.len());
    assert!(documents.iter().all(|case| case.is_deductible(on).unwrap()));
    assert!(!Document::OrdinaryInvoice.is_deductible(on).unwrap());
}

#[test]
fn vat_03_to_06_rates_by_kind() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let expected = ["13%", "13%", "13%", "13%", "9%", "9%", "9%", "9%", "9%", "9%", "9%", "9%", "6%", "6%", "0%", "0%"];
    for (supply, text) in Supply::ALL.into_iter().zip(expected) {
        assert_eq!(supply.rate(on).unwrap(), rate(text), "{supply:?}");
    }
}

#[test]
fn a_day_before_the_vat_law_has_no_rate() {
    let policy = policy();
    let day = date("2025-12-31");
    let found = policy.at(day).rate("vat.rate.goods");
    assert_eq!(found, Err(PolicyError::NotInForce { id: "vat.rate.goods".to_owned(), date: day }));
    assert_eq!(policy.at(date("2026-01-01")).rate("vat.rate.goods"), Ok(rate("13%")));
}

#[test]
fn marks_are_shown_as_the_facts_give_them() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    for (figure, mark) in [
        ("vat.small-scale.limit", Mark::V),
        ("vat.threshold.quarter", Mark::R),
        ("education-surcharge.exempt.quarter", Mark::U),
        ("iit.bonus.brackets", Mark::P),
        ("credit.late-filing", Mark::D),
        ("filing.fallback-day", Mark::D),
    ] {
        assert_eq!(on.figure(figure).unwrap().mark, mark, "{figure}");
    }
}

/// A file with one progressive table.
fn with_table(brackets: &str) -> String {
    format!(
        "(format: 1, head: (id: \"t\", title: \"t\", as_of: \"2026-01-01\"), rules: [(id: \"r\", name: \"r\", en: \"r\", \
         in_force: \"2026-01-01\", mark: D, says: \"r\")], figures: [(id: \"f\", value: Brackets([{brackets}]), \
         from: \"2026-01-01\", rule: \"r\", mark: D, note: \"f\")])"
    )
}

#[test]
fn a_progressive_table_must_hang_together() {
    let first = "(to: \"100.00\", rate: \"10%\", quick: \"0.00\")";
    for (table, sound) in [
        (format!("{first}, (rate: \"20%\", quick: \"10.00\")"), true),
        (format!("{first}, (rate: \"20%\", quick: \"10.01\")"), false),
        (format!("{first}, (rate: \"10%\", quick: \"0.00\")"), false),
        (first.to_owned(), false),
        ("(rate: \"10%\", quick: \"1.00\")".to_owned(), false),
        (String::new(), false),
    ] {
        let text = with_table(&table);
        let loaded = Policy::load(&[("t", &text)]);
        match loaded {
            Ok(policy) => {
                assert!(sound, "{table}");
                let on = policy.at(date("2026-01-01"));
                let brackets = on.brackets("f").unwrap();
                assert_eq!(brackets.tax_on(money("100.00")).unwrap(), money("10.00"));
                assert_eq!(brackets.tax_on(money("200.00")).unwrap(), money("30.00"));
                assert_eq!(brackets.tax_on(money("-5.00")).unwrap(), money("0.00"));
                assert_eq!(
                    on.rate("f"),
                    Err(PolicyError::WrongKind {
                        id: "f".to_owned(),
                        expected: ValueKind::Rate,
                        found: ValueKind::Brackets
                    })
                );
            }
            Err(problems) => {
                assert!(!sound, "{table}: {problems:?}");
                assert_eq!(problems[0].kind, ProblemKind::Impossible("f".to_owned()));
            }
        }
    }
}

#[test]
fn tables_are_told_in_chinese() {
    let bracket = Bracket { to: None, rate: rate("45%"), quick: money("181920.00") };
    assert_eq!(bracket.chinese(), "超过部分 45%，速算扣除 181,920.00 元");
    assert_eq!(Value::Dates(vec![date("2026-01-20")]).chinese(), "2026年1月20日");
}
