//! The fifty-four entries of facts §2.4: each balances, posts, and moves cash in the rows that the facts say.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod reading;

use reading::money;
use startup_metaverse::calendar::Date;
use startup_metaverse::firm::statements::{Maturities, Statements};
use startup_metaverse::firm::templates::{Template, TemplateProblem, read, templates};
use startup_metaverse::firm::{Ledger, Period};
use startup_metaverse::money::{Money, Rate};

fn day() -> Date {
    "2026-01-15".parse().unwrap()
}

fn template(number: u8) -> Template {
    templates().into_iter().find(|template| template.number == number).unwrap()
}

/// The sum of the debits of a template's first voucher.
fn amount(number: u8) -> Money {
    let mut ledger = Ledger::default();
    ledger.post(day(), "样例", template(number).vouchers.first().unwrap()).unwrap().amount()
}

#[test]
fn there_are_fifty_four_and_each_balances() {
    let all = templates();
    assert!(all.iter().map(|template| template.number).eq(1..=54));
    for template in all {
        let mut ledger = Ledger::default();
        assert!(!template.event.is_empty() && !template.note.is_empty() && !template.vouchers.is_empty());
        for lines in &template.vouchers {
            ledger
                .post(day(), &template.event, lines)
                .unwrap_or_else(|refusal| panic!("{}: {refusal}", template.number));
        }
        let statements = Statements::of(&ledger, Period::of(day()), &Maturities::default()).unwrap();
        statements.check().unwrap_or_else(|untied| panic!("{}: {untied}", template.number));
    }
}

#[test]
fn cash_goes_to_the_rows_of_the_facts() {
    // What each entry puts into the cash-flow statement; entries that are not named move no cash.
    let rows = [
        (1, "15=1000000.00"),
        (3, "15=2000000.00"),
        (5, "6=500.00"),
        (6, "6=65400.00"),
        (7, "6=10000.00"),
        (9, "3=113000.00"),
        (10, "3=126000.00"),
        (11, "3=2180.00"),
        (12, "1=100000.00"),
        (13, "1=101000.00"),
        (16, "1=56500.00"),
        (18, "1=53000.00"),
        (19, "6=10600.00"),
        (20, "6=3180.00"),
        (23, "4=24224.70"),
        (24, "4=15360.00"),
        (25, "4=285.30"),
        (26, "12=33900.00"),
        (28, "10=28250.00"),
        (29, "14=300000.00"),
        (31, "16=300000.00;17=875.00"),
        (32, "2=11375.00"),
        (33, "2=12000.00"),
        (34, "2=36000.00"),
        (38, "1=3000.00"),
        (40, "5=7835.10"),
        (45, "6=39.18"),
        (46, "6=1850.00"),
        (47, "2=120.50"),
        (52, "18=50000.00;4=-10000.00"),
    ];
    for template in templates() {
        let mut ledger = Ledger::default();
        for lines in &template.vouchers {
            ledger.post(day(), &template.event, lines).unwrap();
        }
        let flows = Statements::of(&ledger, Period::of(day()), &Maturities::default()).unwrap().cash_flow;
        let expected = rows.iter().find(|(number, _)| *number == template.number).map_or("", |(_, rows)| rows);
        let named: Vec<(u8, Money)> = expected
            .split(';')
            .filter_map(|row| row.split_once('='))
            .map(|(row, amount)| (row.parse().unwrap(), money(amount)))
            .collect();
        for row in flows.rows.iter().filter(|row| ![7, 13, 19, 20, 22].contains(&row.number)) {
            let expected = named.iter().find(|(number, _)| *number == row.number).map_or(Money::ZERO, |(_, sum)| *sum);
            assert_eq!(row.amounts[0], expected, "entry {} row {}", template.number, row.number);
        }
    }
}

#[test]
fn the_examples_are_worked_out_by_the_rules_they_name() {
    let rate = |text: &str| text.parse::<Rate>().unwrap();
    // #4: the capital at 0.025 %, half of it.
    assert_eq!(amount(1).at(rate("0.025%")).unwrap().at(rate("50%")).unwrap(), amount(4));
    // #6 and #8: half a year's rent, a month of it.
    assert_eq!(money("60000.00").checked_div_int(6).unwrap(), amount(8));
    assert_eq!(money("60000.00").checked_add(money("60000.00").at(rate("9%")).unwrap()).unwrap(), amount(6));
    // #13: 101,000 at 1 %, taken apart.
    assert_eq!(money("101000.00").net_of(rate("1%")).unwrap(), money("100000.00"));
    // #18: 53,000 at 6 %.
    assert_eq!(money("53000.00").net_of(rate("6%")).unwrap(), money("50000.00"));
    // #22: what the employer pays on 30,000 of pay, by department as 8 : 10 : 12.
    assert_eq!(money("9870.00").allocate(&[8, 10, 12]).unwrap(), ["2632.00", "3290.00", "3948.00"].map(money));
    // #30: 300,000 at 3.5 % for 30 of 360 days.
    assert_eq!(money("300000.00").at(rate("3.5%")).unwrap().prorate(30, 360).unwrap(), amount(30));
    // #35: five at 100, with 13 % of input tax.
    assert_eq!(money("500.00").checked_add(money("500.00").at(rate("13%")).unwrap()).unwrap(), amount(35));
    // #45: 7,835.10 for ten days at 0.05 %.
    assert_eq!(money("7835.10").at(rate("0.5%")).unwrap(), amount(45));
    // #48, #49, #50: income less expenses is the profit; #51 a tenth of it.
    assert_eq!(amount(48).checked_sub(amount(49)).unwrap(), amount(50));
    assert_eq!(amount(50).at(rate("10%")).unwrap(), amount(51));
    // #54 settles #51 and #52.
    assert_eq!(amount(51).checked_add(amount(52)).unwrap(), amount(54));
}

#[test]
fn a_text_of_entries_that_is_wrong_is_told() {
    let entry = |debit: &str, more: &str| {
        format!(r#"[(number: 1, event: "", note: "", entries: [(debit: [{debit}], credit: [(1002, "1.00")]{more})])]"#)
    };
    assert!(read(&entry(r#"(5602, "1.00")"#, "")).is_ok());
    assert_eq!(read(&entry(r#"(9999, "1.00")"#, "")), Err(TemplateProblem::Account { number: 1, account: 9999 }));
    assert_eq!(read(&entry(r#"(5602, "1.00")"#, ", flow: 7")), Err(TemplateProblem::Row { number: 1, row: 7 }));
    assert!(matches!(read("[(number: 1)]"), Err(TemplateProblem::Syntax { line: 1, .. })));
}
