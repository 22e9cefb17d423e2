//! CIT-V01…V06, V08 and V09: rates, small low-profit conditions, prepayment, research, and carried losses.

use startup_metaverse::firm::tax::TaxError;
use startup_metaverse::firm::tax::cit::loss::{YearAmount, carry, loss_years};
use startup_metaverse::firm::tax::cit::prepay::{YearToDate, prepay};
use startup_metaverse::firm::tax::cit::rate::{Company, Regime, assess};
use startup_metaverse::firm::tax::cit::research::{Industry, Research, super_deduction};
use startup_metaverse::firm::tax::cit::small_profit::{QuarterSize, Size, is_small_profit};
use startup_metaverse::money::Money;

use crate::{TODAY, date, money, monies, policy};

/// Twenty staff and a million of assets all along: the size of the vectors.
pub(crate) const SMALL: &[QuarterSize] =
    &[QuarterSize { staff: (20, 20), assets: (Money::from_fen(100_000_000), Money::from_fen(100_000_000)) }];

pub(crate) fn company(high_tech: bool) -> Company<'static> {
    Company { high_tech, size: Size { barred_industry: false, quarters: SMALL } }
}

fn tax(taxable: &str, high_tech: bool, day: &str) -> (Regime, Money) {
    let policy = policy();
    let (regime, line) = assess(money(taxable), &company(high_tech), policy.at(date(day))).unwrap();
    (regime, line.payable)
}

#[test]
fn cit_v01_to_v04_the_cliff_at_three_million() {
    assert_eq!(tax("800000.00", false, TODAY), (Regime::SmallProfit, money("40000.00")));
    assert_eq!(tax("3000000.00", false, TODAY), (Regime::SmallProfit, money("150000.00")));
    assert_eq!(tax("3000000.01", false, TODAY), (Regime::Standard, money("750000.00")));
    assert_eq!(tax("-5000.00", false, TODAY).1, Money::ZERO);
}

#[test]
fn cit_v05_the_lower_of_two_favours() {
    assert_eq!(tax("3100000.00", true, TODAY), (Regime::HighTech, money("465000.00")));
    assert_eq!(tax("800000.00", true, TODAY), (Regime::SmallProfit, money("40000.00")));
    assert_eq!(tax("800000.00", true, "2028-01-01"), (Regime::HighTech, money("120000.00")));
}

#[test]
fn cit_02_ends_with_2027() {
    assert_eq!(tax("800000.00", false, "2027-12-31").0, Regime::SmallProfit);
    assert_eq!(tax("800000.00", false, "2028-01-01"), (Regime::Standard, money("200000.00")));
}

fn is_small(barred_industry: bool, quarters: &[QuarterSize]) -> Result<bool, TaxError> {
    let policy = policy();
    is_small_profit(money("1.00"), &Size { barred_industry, quarters }, policy.at(date(TODAY)))
}

fn quarter(staff: (u32, u32), assets: (&str, &str)) -> QuarterSize {
    QuarterSize { staff, assets: (money(assets.0), money(assets.1)) }
}

#[test]
fn cit_v09_assets_are_averages_of_quarters() {
    let quarters = [
        quarter((10, 10), ("48000000.00", "51000000.00")),
        quarter((10, 10), ("51000000.00", "50000000.00")),
        quarter((10, 10), ("50000000.00", "49000000.00")),
        quarter((10, 10), ("49000000.00", "50000000.00")),
    ];
    let averages: Vec<Money> = quarters
        .iter()
        .map(|one| Size { barred_industry: false, quarters: std::slice::from_ref(one) }.average_assets().unwrap())
        .collect();
    assert_eq!(averages, monies(&["49500000.00", "50500000.00", "49500000.00", "49500000.00"]));
    let year = Size { barred_industry: false, quarters: &quarters };
    assert_eq!(year.average_assets(), Ok(money("49750000.00")));
    assert_eq!(is_small(false, &quarters), Ok(true));
    assert_eq!(is_small(true, &quarters), Ok(false));
}

#[test]
fn cit_04_averages_are_compared_without_rounding() {
    let assets = ("50000000.00", "50000000.00");
    assert_eq!(is_small(false, &[quarter((300, 300), assets)]), Ok(true));
    assert_eq!(is_small(false, &[quarter((300, 301), assets)]), Ok(false));
    assert_eq!(is_small(false, &[quarter((299, 301), assets)]), Ok(true));
    assert_eq!(is_small(false, &[quarter((1, 1), ("50000000.00", "50000000.01"))]), Ok(false));
    // Opened within the year: the quarters of business alone.
    assert_eq!(is_small(false, &[quarter((400, 400), assets), quarter((200, 200), assets)]), Ok(true));
    assert_eq!(is_small(false, &[]), Err(TaxError::OutOfRange("quarters")));
    assert_eq!(is_small(false, &[quarter((1, 1), assets); 5]), Err(TaxError::OutOfRange("quarters")));
}

/// The quarters' prepayments on cumulative profits.
fn quarters(profits: &[&str], losses: &str) -> Vec<Money> {
    let policy = policy();
    let mut prepaid = Money::ZERO;
    let mut found = Vec::new();
    for profit in profits {
        let year = YearToDate { profit: money(profit), losses: money(losses), prepaid, company: company(false) };
        let quarter = prepay(&year, policy.at(date(TODAY))).unwrap();
        assert_eq!(quarter.entry().map_or(Money::ZERO, |entry| entry.amount), quarter.payable);
        prepaid = prepaid.checked_add(quarter.payable).unwrap();
        found.push(quarter.payable);
    }
    found
}

#[test]
fn cit_v06_prepayment_on_running_profit() {
    let paid = quarters(&["-50000.00", "120000.00", "380000.00", "760000.00"], "0.00");
    assert_eq!(paid, monies(&["0.00", "6000.00", "13000.00", "19000.00"]));
    assert_eq!(Money::total(paid).unwrap(), money("38000.00"));
}

#[test]
fn prepayment_meets_losses_the_cliff_and_never_gives_back() {
    assert_eq!(quarters(&["120000.00", "380000.00"], "200000.00"), monies(&["0.00", "9000.00"]));
    assert_eq!(quarters(&["3000000.00", "3000000.01"], "0.00"), monies(&["150000.00", "600000.00"]));
    assert_eq!(quarters(&["120000.00", "50000.00", "140000.00"], "0.00"), monies(&["6000.00", "0.00", "1000.00"]));
}

#[test]
fn cit_v08_research_and_who_may_not() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let research = Research { expensed: money("400000.00"), ..Research::default() };
    let extra = |research: Research| super_deduction(&research, on).unwrap();
    assert_eq!(extra(research), money("400000.00"));
    let excluded = [
        Industry::Tobacco,
        Industry::Hospitality,
        Industry::Trade,
        Industry::RealEstate,
        Industry::LeasingBusiness,
        Industry::Amusement,
    ];
    assert_eq!(on.words("cit.research.excluded").unwrap().len(), excluded.len());
    for industry in excluded {
        assert_eq!(extra(Research { industry, ..research }), Money::ZERO, "{industry:?}");
    }
    assert_eq!(extra(Research { assessed_levy: true, ..research }), Money::ZERO);
    assert_eq!(extra(Research { amortised: money("10000.00"), ..research }), money("410000.00"));
    let listed = Research { listed: true, ..research };
    assert_eq!(super_deduction(&listed, policy.at(date("2027-12-31"))), Ok(money("480000.00")));
    assert_eq!(super_deduction(&listed, policy.at(date("2028-01-01"))), Ok(money("400000.00")));
}

fn amounts(of: &[(i16, &str)]) -> Vec<YearAmount> {
    of.iter().map(|(year, amount)| YearAmount { year: *year, amount: money(amount) }).collect()
}

#[test]
fn cit_09_losses_are_used_oldest_first_and_lapse() {
    let policy = policy();
    let on = policy.at(date("2026-12-31"));
    assert_eq!((loss_years(false, on), loss_years(true, on)), (Ok(5), Ok(10)));
    let losses = amounts(&[(2020, "100.00"), (2021, "200.00"), (2023, "300.00")]);
    let five = carry(money("250.00"), 2026, &losses, 5).unwrap();
    assert_eq!(five.used, amounts(&[(2021, "200.00"), (2023, "50.00")]));
    assert_eq!(five.left, amounts(&[(2023, "250.00")]));
    assert_eq!(five.lapsed, amounts(&[(2020, "100.00")]));
    let ten = carry(money("250.00"), 2026, &losses, 10).unwrap();
    assert_eq!(ten.used, amounts(&[(2020, "100.00"), (2021, "150.00")]));
    assert_eq!(ten.left, amounts(&[(2021, "50.00"), (2023, "300.00")]));
    // The fifth year is the last: what it leaves lapses with it.
    let last = carry(money("150.00"), 2026, &amounts(&[(2021, "200.00")]), 5).unwrap();
    assert_eq!((last.left, last.lapsed), (Vec::new(), amounts(&[(2021, "50.00")])));
    assert_eq!(carry(money("-1.00"), 2026, &losses, 5).unwrap().used, Vec::new());
    assert_eq!(carry(money("1.00"), 2023, &losses, 5), Err(TaxError::OutOfRange("carried")));
}
