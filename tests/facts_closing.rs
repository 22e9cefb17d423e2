//! Month and year ends (facts §2.4 #39, #48–#54, closing order): VAT carried, profit moved, appropriated and settled.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod books;

use books::{date, lines, money, post};
use startup_metaverse::firm::accounts::{self, AccountCode};
use startup_metaverse::firm::closing::{
    Closing, ClosingError, Surcharges, VatScheme, YearEnd, capitalise_reserve, cover_losses,
};
use startup_metaverse::firm::statements::{Maturities, Statements};
use startup_metaverse::firm::{Ledger, Period, Unposted};
use startup_metaverse::money::Money;
use startup_metaverse::policy::Policy;

const CAPITAL: &str = "1000000.00";

fn december(year: i16) -> Period {
    Period::new(year, 12).unwrap()
}

/// A year that earned so much (a loss below nought), all of it in December, closed with a dividend.
fn year(ledger: &mut Ledger, year: i16, profit: &str, dividend: &str) -> Result<YearEnd, ClosingError> {
    let period = december(year);
    let (day, profit) = (period.last_day(), money(profit));
    let gain = profit.checked_add(money("1000000.00")).unwrap();
    ledger.attempt(|ledger| {
        let mut text = format!("{day} 借1002 {} 贷5001 {}", gain.plain(), gain.plain());
        post(ledger, &text);
        text = format!("{day} 借5602 1000000.00 贷1002 1000000.00");
        post(ledger, &text);
        let mut closing = Closing::begin(ledger, period);
        closing.transfer_profit()?;
        let policy = Policy::qingdao_2026();
        let end = closing.end_year(money(CAPITAL), money(dividend), &policy.at(day))?;
        closing.finish(&Maturities::default())?;
        Ok(end)
    })
}

/// Closes January to November, in which nothing happens.
fn quiet_months(ledger: &mut Ledger, year: i16) {
    for month in 1..=11 {
        ledger.close(Period::new(year, month).unwrap()).unwrap();
    }
}

#[test]
fn a_year_of_profit_is_appropriated_and_settled() {
    let mut ledger = Ledger::default();
    let end = year(&mut ledger, 2026, "133151.97", "50000.00").unwrap();
    assert_eq!(end.profit, money("133151.97"));
    assert_eq!(end.reserve, money("13315.20"), "a tenth, half-up");
    assert_eq!(end.retained, money("69836.77"));
    // Only 未分配利润 is left of 利润分配 (#54).
    for sub in [310_401, 310_402, 310_404, 310_405] {
        assert!(ledger.balance(AccountCode::new(sub).unwrap()).is_zero());
    }
    assert!(ledger.balance(accounts::YEAR_PROFIT).is_zero());
    assert_eq!(ledger.balance(accounts::RETAINED), money("-69836.77"));
    assert_eq!(ledger.owed(accounts::PROFIT_PAYABLE), money("50000.00"));
    let last: Vec<String> = ledger.vouchers().iter().skip(2).map(|voucher| voucher.summary.to_owned()).collect();
    let order = ["结转收入", "结转成本费用", "结转本年利润", "提取法定盈余公积", "宣告分配利润", "结平利润分配明细"];
    assert_eq!(last, order);
    let settled = ledger.vouchers().last().unwrap();
    assert_eq!(settled.lines, lines("借310403 63315.20 贷310401 13315.20 贷310402 50000.00"));
    // The income statement still shows the year although everything has been moved on.
    let statements = Statements::of(&ledger, december(2026), &Maturities::default()).unwrap();
    statements.check().unwrap();
    assert_eq!(statements.income.row(32), money("133151.97"));
    assert_eq!(statements.balance_sheet.row(50), money("13315.20"));
    assert_eq!(statements.balance_sheet.row(51), money("69836.77"));
    assert_eq!(statements.balance_sheet.row(38), money("50000.00"));
}

#[test]
fn the_second_year_begins_with_the_firsts_balances() {
    let mut ledger = Ledger::default();
    year(&mut ledger, 2026, "133151.97", "50000.00").unwrap();
    quiet_months(&mut ledger, 2027);
    year(&mut ledger, 2027, "100000.00", "0.00").unwrap();
    let second = Statements::of(&ledger, december(2027), &Maturities::default()).unwrap();
    second.check().unwrap();
    assert_eq!(second.balance_sheet.amounts(51), [money("159836.77"), money("69836.77")]);
    assert_eq!(second.balance_sheet.amounts(50), [money("23315.20"), money("13315.20")]);
    assert_eq!(second.income.amounts(32), [money("100000.00"), money("100000.00")]);
    assert_eq!(second.cash_flow.amounts(21), [money("133151.97"), money("133151.97")]);
    assert_eq!(second.cash_flow.row(22), money("233151.97"));
    // The first year's statements are as they were.
    let first = Statements::of(&ledger, december(2026), &Maturities::default()).unwrap();
    first.check().unwrap();
    assert_eq!(first.balance_sheet.row(51), money("69836.77"));
}

#[test]
fn reg_v05_losses_come_first() {
    // Losses of 100,000 before, then 80,000 earned: nothing to the reserve, nothing to the owners.
    let mut ledger = Ledger::default();
    let loss = year(&mut ledger, 2026, "-100000.00", "0.00").unwrap();
    assert_eq!((loss.reserve, loss.retained), (Money::ZERO, money("-100000.00")));
    quiet_months(&mut ledger, 2027);
    let before = ledger.clone();
    let greedy = year(&mut ledger, 2027, "80000.00", "0.01");
    assert_eq!(greedy, Err(ClosingError::BeyondProfit { declared: money("0.01"), available: Money::ZERO }));
    assert_eq!(ledger, before, "a refusal changes nothing");
    let end = year(&mut ledger, 2027, "80000.00", "0.00").unwrap();
    assert_eq!((end.covers_losses, end.reserve, end.retained), (money("80000.00"), Money::ZERO, money("-20000.00")));
    // Once they are made good, a tenth of what is beyond them.
    quiet_months(&mut ledger, 2028);
    let third = year(&mut ledger, 2028, "50000.00", "27000.00").unwrap();
    assert_eq!((third.covers_losses, third.reserve), (money("20000.00"), money("3000.00")));
    assert_eq!(third.retained, Money::ZERO, "all that could be distributed was");
}

#[test]
fn reg_v04_the_reserve_stops_at_half_the_capital() {
    let reserve = |before: &str| {
        let mut ledger = Ledger::default();
        post(&mut ledger, &format!("2026-01-04 借1002 {before} 贷310101 {before}"));
        for month in 1..=11 {
            ledger.close(Period::new(2026, month).unwrap()).unwrap();
        }
        year(&mut ledger, 2026, "400000.00", "0.00").unwrap().reserve
    };
    assert_eq!(reserve("480000.00"), money("40000.00"));
    assert_eq!(reserve("499999.99"), money("40000.00"), "what counts is the reserve before");
    assert_eq!(reserve("500000.00"), Money::ZERO);
}

#[test]
fn a_dividend_goes_to_the_last_fen_and_no_further() {
    // 100,000 earned, 10,000 to the reserve, 90,000 may go.
    assert!(year(&mut Ledger::default(), 2026, "100000.00", "90000.00").is_ok());
    let beyond = year(&mut Ledger::default(), 2026, "100000.00", "90000.01");
    let expected = ClosingError::BeyondProfit { declared: money("90000.01"), available: money("90000.00") };
    assert_eq!(beyond, Err(expected));
}

#[test]
fn the_reserve_makes_good_losses_and_becomes_capital() {
    let mut ledger = Ledger::default();
    let policy = Policy::qingdao_2026();
    post(&mut ledger, "2026-01-04 借1002 400000.00 贷310101 400000.00");
    post(&mut ledger, "2026-01-04 借310403 30000.00 贷1002 30000.00");
    cover_losses(&mut ledger, date("2026-01-05"), money("30000.00")).unwrap();
    assert_eq!(ledger.balance(accounts::LOSSES_COVERED), money("-30000.00"));
    assert!(cover_losses(&mut ledger, date("2026-01-05"), money("0.01")).is_err(), "no losses are left");
    // 370,000 of reserve, capital 1,000,000: 250,000 must stay (公司法214).
    let day = date("2026-01-06");
    let on = policy.at(day);
    let too_much = capitalise_reserve(&mut ledger, day, money("120000.01"), money(CAPITAL), &on);
    let expected = ClosingError::ReserveTooLow { left: money("249999.99"), least: money("250000.00") };
    assert_eq!(too_much, Err(expected));
    capitalise_reserve(&mut ledger, day, money("120000.00"), money(CAPITAL), &on).unwrap();
    assert_eq!(ledger.balance(accounts::PAID_IN_CAPITAL), money("-120000.00"));
    // The year's end settles what made good the losses, too.
    for month in 1..=11 {
        ledger.close(Period::new(2026, month).unwrap()).unwrap();
    }
    year(&mut ledger, 2026, "0.00", "0.00").unwrap();
    assert!(ledger.total(accounts::APPROPRIATION).is_zero() && ledger.balance(accounts::LOSSES_COVERED).is_zero());
}

#[test]
fn input_tax_beyond_output_is_carried_forward() {
    let mut ledger = Ledger::default();
    post(&mut ledger, "2026-01-08 借1405 100000.00 借22210101 13000.00 贷1002 113000.00");
    post(&mut ledger, "2026-01-09 借1002 56500.00 贷5001 50000.00 贷22210102 6500.00");
    let mut closing = Closing::begin(&mut ledger, Period::new(2026, 1).unwrap());
    assert_eq!(closing.transfer_vat(VatScheme::General).unwrap(), Money::ZERO);
    closing.surcharges(Surcharges::default()).unwrap();
    closing.transfer_profit().unwrap();
    let january = closing.finish(&Maturities::default()).unwrap();
    assert_eq!(january.balance_sheet.row(36), money("-6500.00"), "a debit balance is shown below nought");
    // The next month uses it up: 10,400 of output less the 6,500 carried.
    post(&mut ledger, "2026-02-09 借1002 90400.00 贷5001 80000.00 贷22210102 10400.00");
    let mut closing = Closing::begin(&mut ledger, Period::new(2026, 2).unwrap());
    assert_eq!(closing.transfer_vat(VatScheme::General).unwrap(), money("3900.00"));
    assert!(ledger.total(accounts::VAT).is_zero());
}

#[test]
fn vat_paid_in_advance_and_too_much_is_a_claim() {
    let mut ledger = Ledger::default();
    post(&mut ledger, "2026-01-09 借1002 56500.00 贷5001 50000.00 贷22210102 6500.00");
    post(&mut ledger, "2026-01-10 借22210104 10000.00 贷1002 10000.00");
    post(&mut ledger, "2026-01-11 借1405 10000.00 借22210101 1300.00 贷1002 11300.00");
    let mut closing = Closing::begin(&mut ledger, Period::new(2026, 1).unwrap());
    closing.transfer_vat(VatScheme::General).unwrap();
    // 10,000 paid, 5,200 due.
    assert_eq!(ledger.balance(accounts::VAT_UNPAID), money("4800.00"));
    assert_eq!(ledger.balance(accounts::VAT_OVERPAID_OUT), money("-4800.00"));
    assert!(ledger.total(accounts::VAT).is_zero());
}

#[test]
fn a_small_scale_taxpayer_owes_on_the_account_itself() {
    let mut ledger = Ledger::default();
    post(&mut ledger, "2026-03-09 借1002 101000.00 贷5001 100000.00 贷222101 1000.00");
    let before = ledger.vouchers().len();
    let mut closing = Closing::begin(&mut ledger, Period::new(2026, 3).unwrap());
    assert_eq!(closing.transfer_vat(VatScheme::SmallScale).unwrap(), money("1000.00"));
    assert_eq!(closing.profit_of_year().unwrap(), money("100000.00"));
    closing.income_tax(money("5000.00")).unwrap();
    closing.transfer_profit().unwrap();
    assert_eq!(closing.profit_of_year().unwrap(), money("95000.00"));
    closing.finish(&Maturities::default()).unwrap();
    assert_eq!(ledger.vouchers().len(), before + 3);
    assert_eq!(ledger.owed(accounts::INCOME_TAX_PAYABLE), money("5000.00"));
}

#[test]
fn december_does_not_close_with_profit_unmoved() {
    let mut ledger = Ledger::default();
    post(&mut ledger, "2026-12-09 借1002 100.00 贷5001 100.00");
    let mut closing = Closing::begin(&mut ledger, december(2026));
    closing.transfer_profit().unwrap();
    let refused = closing.finish(&Maturities::default());
    let balance = money("-100.00");
    let account = accounts::YEAR_PROFIT;
    let unposted = Unposted::NotEmptied { period: december(2026), account, balance };
    assert_eq!(refused, Err(ClosingError::Unposted(unposted)));
    let mut november = Ledger::default();
    post(&mut november, "2026-11-09 借1002 100.00 贷5001 100.00");
    let on = Policy::qingdao_2026();
    let period = Period::new(2026, 11).unwrap();
    let early = Closing::begin(&mut november, period).end_year(money(CAPITAL), Money::ZERO, &on.at(period.last_day()));
    assert_eq!(early, Err(ClosingError::NotYearEnd(period)));
}
