//! IIT-A…E, IIT-BON, IIT-LAB, IIT-BIZ, IIT-DIV and the edges around them.

use startup_metaverse::firm::tax::TaxError;
use startup_metaverse::firm::tax::iit::additional::{
    City, Elderly, Housing, MonthlyClaims, certificate, illness, monthly, private_pension,
};
use startup_metaverse::firm::tax::iit::bonus::{self, BonusWay};
use startup_metaverse::firm::tax::iit::business::{self, Owner};
use startup_metaverse::firm::tax::iit::flat::{dividend, handling_fee};
use startup_metaverse::firm::tax::iit::labour;
use startup_metaverse::firm::tax::iit::settlement::{ComprehensiveYear, settle};
use startup_metaverse::firm::tax::iit::withholding::{
    BasicDeduction, Pay, Withheld, WithholdingYear, may_deduct_whole_year,
};
use startup_metaverse::money::Money;

use crate::{FEN, TODAY, date, money, monies, policy};

/// Twelve months of the same pay.
fn year(gross: &str, social: &str, additional: &str) -> Vec<Withheld> {
    let policy = policy();
    let pay = Pay { gross: money(gross), social: money(social), additional: money(additional), other: Money::ZERO };
    let mut sums = WithholdingYear::begin(1, BasicDeduction::FromJoining).unwrap();
    (1..=12).map(|month| sums.withhold(month, &pay, policy.at(date(TODAY))).unwrap()).collect()
}

fn taxes(months: &[Withheld]) -> Vec<Money> {
    months.iter().map(|month| month.tax).collect()
}

#[test]
fn iit_a() {
    let months = taxes(&year("10000.00", "1830.00", "0.00"));
    let mut expected = vec![money("95.10"); 11];
    expected.push(money("237.90"));
    assert_eq!(months, expected);
    let tax = Money::total(months).unwrap();
    assert_eq!(tax, money("1284.00"));
    let kept = money("8170.00").checked_mul_int(12).unwrap().checked_sub(tax).unwrap();
    assert_eq!(kept, money("96756.00"));
}

#[test]
fn iit_b_the_whole_table() {
    let months = year("25000.00", "4354.89", "3500.00");
    let expected = [
        ("12145.11", "364.35", "364.35"),
        ("24290.22", "728.71", "364.36"),
        ("36435.33", "1123.53", "394.82"),
        ("48580.44", "2338.04", "1214.51"),
        ("60725.55", "3552.56", "1214.52"),
        ("72870.66", "4767.07", "1214.51"),
        ("85015.77", "5981.58", "1214.51"),
        ("97160.88", "7196.09", "1214.51"),
        ("109305.99", "8410.60", "1214.51"),
        ("121451.10", "9625.11", "1214.51"),
        ("133596.21", "10839.62", "1214.51"),
        ("145741.32", "12228.26", "1388.64"),
    ];
    for (month, (taxable, due, tax)) in months.iter().zip(expected) {
        assert_eq!((month.taxable, month.due, month.tax), (money(taxable), money(due), money(tax)));
    }
}

#[test]
fn iit_c() {
    let months = taxes(&year("6500.00", "994.50", "0.00"));
    let expected: Vec<Money> = (0..12).map(|index| money(if index % 2 == 0 { "15.17" } else { "15.16" })).collect();
    assert_eq!(months, expected);
    assert_eq!(Money::total(months).unwrap(), money("181.98"));
}

#[test]
fn iit_e() {
    let months = taxes(&year("45000.00", "6231.89", "0.00"));
    let expected = [
        "1013.04", "3220.58", "3376.81", "3376.81", "5860.87", "6753.62", "6753.62", "6753.63", "6949.27", "8442.03",
        "8442.02", "8442.03",
    ];
    assert_eq!(months, monies(&expected));
    assert_eq!(Money::total(months).unwrap(), money("69384.33"));
}

#[test]
fn the_year_withheld_is_the_years_account() {
    let policy = policy();
    let months = year("25000.00", "4354.89", "3500.00");
    let account = ComprehensiveYear {
        wages: money("300000.00"),
        social: money("52258.68"),
        additional: money("42000.00"),
        withheld: Money::total(taxes(&months)).unwrap(),
        ..ComprehensiveYear::default()
    };
    let settled = settle(&account, policy.at(date("2026-12-31"))).unwrap();
    assert_eq!((settled.taxable, settled.due, settled.balance), (money("145741.32"), money("12228.26"), Money::ZERO));
}

#[test]
fn withholding_entry_goes_from_wages_to_income_tax() {
    let months = year("10000.00", "1830.00", "0.00");
    let entry = months[0].entry().unwrap();
    assert_eq!((entry.debit.number(), entry.credit.number()), (221_101, 222_110));
    assert_eq!(entry.amount, money("95.10"));
}

#[test]
fn edges_of_the_annual_table() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let table = on.brackets("iit.comprehensive.brackets").unwrap();
    for (edge, at, above) in [
        ("36000.00", "1080.00", "1080.10"),
        ("144000.00", "11880.00", "11880.20"),
        ("300000.00", "43080.00", "43080.25"),
        ("420000.00", "73080.00", "73080.30"),
        ("660000.00", "145080.00", "145080.35"),
        ("960000.00", "250080.00", "250080.45"),
    ] {
        assert_eq!(table.tax_on(money(edge)), Ok(money(at)));
        let yuan_more = money(edge).checked_add(money("1.00")).unwrap();
        assert_eq!(table.tax_on(yuan_more), Ok(money(above)));
        let fen_more = money(edge).checked_add(FEN).unwrap();
        assert_eq!(table.tax_on(fen_more), Ok(money(at)), "a fen above owes less than half a fen more");
        assert!(table.of(fen_more).unwrap().rate > table.of(money(edge)).unwrap().rate);
    }
}

#[test]
fn basic_deduction_by_how_the_year_began() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let pay = Pay { gross: money("20000.00"), ..Pay::default() };
    let july = |basic| {
        WithholdingYear::begin(7, basic).and_then(|mut year| year.withhold(7, &pay, on)).map(|month| month.taxable)
    };
    assert_eq!(july(BasicDeduction::FromJoining), Ok(money("15000.00")));
    assert_eq!(july(BasicDeduction::FromJanuary), Ok(Money::ZERO));
    assert_eq!(july(BasicDeduction::WholeYear), Ok(Money::ZERO));
    let big = Pay { gross: money("60000.01"), ..Pay::default() };
    let mut year = WithholdingYear::begin(1, BasicDeduction::WholeYear).unwrap();
    assert_eq!(year.withhold(1, &big, on).unwrap().taxable, FEN);
    assert_eq!(may_deduct_whole_year(money("60000.00"), true, on), Ok(true));
    assert_eq!(may_deduct_whole_year(money("60000.01"), true, on), Ok(false));
    assert_eq!(may_deduct_whole_year(money("60000.00"), false, on), Ok(false));
}

#[test]
fn months_go_forward_and_a_refusal_changes_nothing() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let pay = Pay { gross: money("10000.00"), ..Pay::default() };
    let mut year = WithholdingYear::begin(3, BasicDeduction::FromJoining).unwrap();
    assert_eq!(year.withhold(2, &pay, on), Err(TaxError::OutOfRange("month")));
    year.withhold(4, &pay, on).unwrap();
    let before = year;
    assert_eq!(year.withhold(4, &pay, on), Err(TaxError::OutOfRange("month")));
    assert_eq!(year.withhold(13, &pay, on), Err(TaxError::OutOfRange("month")));
    let negative = Pay { social: money("-0.01"), ..pay };
    assert_eq!(year.withhold(5, &negative, on), Err(TaxError::Negative("social")));
    assert_eq!(year, before);
    assert_eq!(WithholdingYear::begin(0, BasicDeduction::FromJoining), Err(TaxError::OutOfRange("joined")));
    assert_eq!(WithholdingYear::begin(13, BasicDeduction::FromJoining), Err(TaxError::OutOfRange("joined")));
}

#[test]
fn too_much_withheld_is_kept_until_the_years_account() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let mut year = WithholdingYear::begin(1, BasicDeduction::FromJoining).unwrap();
    let rich = Pay { gross: money("45000.00"), ..Pay::default() };
    let first = year.withhold(1, &rich, on).unwrap();
    assert_eq!(first.tax, money("1480.00"));
    for month in 2..=12 {
        assert_eq!(year.withhold(month, &Pay::default(), on).unwrap().tax, Money::ZERO);
    }
    assert_eq!(year.withheld(), money("1480.00"));
    let account = ComprehensiveYear { wages: year.sums().gross, withheld: year.withheld(), ..Default::default() };
    assert_eq!(settle(&account, on).unwrap().balance, money("-1480.00"));
}

#[test]
fn settlement_takes_other_income_after_expenses() {
    let policy = policy();
    let account = ComprehensiveYear {
        wages: money("100000.00"),
        labour: money("10000.00"),
        royalties: money("1000.00"),
        authors: money("1000.00"),
        ..ComprehensiveYear::default()
    };
    // 100,000 + 8,000 + 800 + 560 − 60,000
    let settled = settle(&account, policy.at(date(TODAY))).unwrap();
    assert_eq!((settled.taxable, settled.due), (money("49360.00"), money("2416.00")));
}

#[test]
fn iit_bon() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    for (amount, tax) in [
        ("36000.00", "1080.00"),
        ("36001.00", "3390.10"),
        ("60000.00", "5790.00"),
        ("144000.00", "14190.00"),
        ("144001.00", "27390.20"),
        ("300000.00", "58590.00"),
        ("300001.00", "72340.25"),
    ] {
        assert_eq!(bonus::separate(money(amount), on), Ok(Some(money(tax))), "{amount}");
    }
    // The trap: a yuan more costs 2,310.10.
    let trap = money("3390.10").checked_sub(money("1080.00")).unwrap();
    assert_eq!(trap, money("2310.10"));
    // One fen above the edge already belongs to the next bracket.
    assert_eq!(bonus::separate(money("36000.01"), on), Ok(Some(money("3390.00"))));
}

#[test]
fn a_bonus_is_cheaper_one_way_or_the_other() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let low = bonus::choose(money("36000.00"), money("-20000.00"), on).unwrap();
    assert_eq!((low.separate, low.combined, low.better), (Some(money("1080.00")), money("480.00"), BonusWay::Combined));
    let high = bonus::choose(money("36000.00"), money("200000.00"), on).unwrap();
    assert_eq!((high.combined, high.better), (money("7200.00"), BonusWay::Separate));
    let after = bonus::choose(money("36000.00"), money("200000.00"), policy.at(date("2028-01-01"))).unwrap();
    assert_eq!((after.separate, after.better), (None, BonusWay::Combined));
    assert!(bonus::separate(FEN, policy.at(date("2027-12-31"))).unwrap().is_some());
}

#[test]
fn iit_lab() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    for (income, tax) in [
        ("800.00", "0.00"),
        ("3000.00", "440.00"),
        ("4000.00", "640.00"),
        ("5000.00", "800.00"),
        ("20000.00", "3200.00"),
        ("30000.00", "5200.00"),
        ("100000.00", "25000.00"),
        ("500.00", "0.00"),
        ("0.00", "0.00"),
        ("4000.01", "640.00"),
        // Net 20,000.00 and 50,000.00: the table's edges.
        ("25000.00", "4000.00"),
        ("62500.00", "13000.00"),
    ] {
        assert_eq!(labour::withhold(money(income), on).unwrap().tax, money(tax), "{income}");
    }
    assert_eq!(labour::withhold(money("4000.00"), on).unwrap().expense, money("800.00"));
    assert_eq!(labour::withhold(money("-0.01"), on), Err(TaxError::Negative("income")));
    assert!(!labour::vat_is_withheld_too(policy.at(date("2026-10-31"))));
    assert!(labour::vat_is_withheld_too(policy.at(date("2026-11-01"))));
}

#[test]
fn iit_biz_individual_business_halved_to_two_million() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    for (taxable, payable) in [
        ("30000.00", "750.00"),
        ("90000.00", "3750.00"),
        ("300000.00", "24750.00"),
        ("500000.00", "54750.00"),
        ("2000000.00", "317250.00"),
        ("3000000.00", "667250.00"),
        ("-1.00", "0.00"),
    ] {
        let tax = business::assess(money(taxable), Owner::IndividualBusiness, on).unwrap();
        assert_eq!(tax.payable, money(payable), "{taxable}");
    }
    let top = business::assess(money("3000000.00"), Owner::IndividualBusiness, on).unwrap();
    assert_eq!((top.due, top.relief), (money("984500.00"), money("317250.00")));
    // Above two million a yuan more costs the whole rate.
    let more = business::assess(money("2000001.00"), Owner::IndividualBusiness, on).unwrap();
    assert_eq!(more.payable, money("317250.35"));
}

#[test]
fn iit_biz_others_and_after_the_concession() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    for owner in [Owner::SoleProprietor, Owner::Partner] {
        assert_eq!(business::assess(money("90000.00"), owner, on).unwrap().payable, money("7500.00"));
    }
    let after = policy.at(date("2028-01-01"));
    let tax = business::assess(money("90000.00"), Owner::IndividualBusiness, after).unwrap();
    assert_eq!((tax.relief, tax.payable), (Money::ZERO, money("7500.00")));
}

#[test]
fn iit_biz_quarterly_prepayment_runs_up_to_the_year() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let mut prepaid = Money::ZERO;
    let mut quarters = Vec::new();
    for to_date in ["30000.00", "20000.00", "90000.00", "300000.00"] {
        let due = business::prepay(money(to_date), prepaid, Owner::IndividualBusiness, on).unwrap();
        prepaid = prepaid.checked_add(due).unwrap();
        quarters.push(due);
    }
    assert_eq!(quarters, monies(&["750.00", "0.00", "3000.00", "21000.00"]));
    assert_eq!(prepaid, money("24750.00"));
}

#[test]
fn iit_div_and_the_handling_fee() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let line = dividend(money("100000.00"), on).unwrap();
    assert_eq!(line.payable, money("20000.00"));
    let entry = line.entry().unwrap();
    assert_eq!((entry.debit.number(), entry.credit.number()), (2232, 222_110));
    assert_eq!(handling_fee(money("1284.00"), on), Ok(money("25.68")));
}

#[test]
fn special_additional_deductions() {
    let policy = policy();
    let on = policy.at(date(TODAY));
    let nothing = MonthlyClaims {
        children: 0,
        infants: 0,
        elderly: Elderly::None,
        housing: Housing::None,
        study_months_before: None,
    };
    let check = |claims: MonthlyClaims, total: &str| assert_eq!(monthly(&claims, on), Ok(money(total)), "{claims:?}");
    check(nothing, "0.00");
    // IIT-B: one child and rent in Qingdao.
    check(MonthlyClaims { children: 1, housing: Housing::Rent(City::Top), ..nothing }, "3500.00");
    check(MonthlyClaims { housing: Housing::Rent(City::Large), ..nothing }, "1100.00");
    check(MonthlyClaims { housing: Housing::Rent(City::Other), ..nothing }, "800.00");
    check(MonthlyClaims { infants: 2, elderly: Elderly::OnlyChild, ..nothing }, "7000.00");
    check(MonthlyClaims { elderly: Elderly::Share(money("1500.00")), ..nothing }, "1500.00");
    check(MonthlyClaims { housing: Housing::Mortgage { months_before: 239 }, ..nothing }, "1000.00");
    check(MonthlyClaims { housing: Housing::Mortgage { months_before: 240 }, ..nothing }, "0.00");
    check(MonthlyClaims { study_months_before: Some(47), ..nothing }, "400.00");
    check(MonthlyClaims { study_months_before: Some(48), ..nothing }, "0.00");
    let share = MonthlyClaims { elderly: Elderly::Share(money("1500.01")), ..nothing };
    assert!(matches!(monthly(&share, on), Err(TaxError::NotAllowed { rule: "iit-special-additional", .. })));
    for (borne, deducted) in
        [("15000.00", "0.00"), ("15000.01", "0.01"), ("95000.00", "80000.00"), ("95000.01", "80000.00")]
    {
        assert_eq!(illness(money(borne), on), Ok(money(deducted)));
    }
    assert_eq!(certificate(on), Ok(money("3600.00")));
    assert_eq!(private_pension(money("12000.01"), on), Ok(money("12000.00")));
}
