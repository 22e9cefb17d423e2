//! The filing calendar (facts §3.7): the official days of 2026, the fallback, and what each taxpayer files.

use startup_metaverse::firm::tax::filing::{
    DueDay, Filing, FilingKind, Form, Taxpayer, closing_reconciliation_due, comprehensive_window, disabled_fund_exempt,
    due_in_month_of, filings_in_month_of, general_registration_due, housing_fund_due, single_stamp_due,
};
use startup_metaverse::firm::tax::vat::status::Crossing;
use startup_metaverse::firm::tax::vat::{VatPeriod, VatStatus};

use crate::{date, money, policy};

fn day(text: &str, official: bool) -> DueDay {
    DueDay { date: date(text), official }
}

#[test]
fn the_official_days_of_2026() {
    let policy = policy();
    let expected = [20, 24, 16, 20, 22, 15, 15, 17, 15, 26, 16, 15];
    for (month, last) in (1..).zip(expected) {
        let asked = date(&format!("2026-{month:02}-28"));
        let due = due_in_month_of(asked, policy).unwrap();
        assert_eq!(due, day(&format!("2026-{month:02}-{last}"), true));
        assert!(policy.at(asked).is_working_day(due.date), "{due:?}");
    }
}

#[test]
fn unpublished_years_fall_back_and_say_so() {
    let policy = policy();
    for (month, last) in [("2027-01-01", "2027-01-15"), ("2027-05-01", "2027-05-17"), ("2027-08-01", "2027-08-16")] {
        assert_eq!(due_in_month_of(date(month), policy), Ok(day(last, false)));
    }
    assert_eq!(due_in_month_of(date("2025-12-31"), policy), Ok(day("2025-12-15", false)));
}

#[test]
fn vat_v12_registration_falls_on_the_next_filing_day() {
    let policy = policy();
    let crossing = Crossing { effective: date("2026-04-01"), period_end: date("2026-06-30"), sum: money("5000000.01") };
    assert_eq!(general_registration_due(&crossing, policy), Ok(day("2026-07-15", true)));
}

const QUARTERLY: Taxpayer =
    Taxpayer { form: Form::Company, vat: VatStatus::SmallScale(VatPeriod::Quarter), employs: true, founded: START };
const START: startup_metaverse::calendar::Date = startup_metaverse::calendar::Date::MIN;

/// Kinds with their due days in one month.
fn filed(taxpayer: Taxpayer, month: &str) -> Vec<(FilingKind, String)> {
    let policy = policy();
    let filings = filings_in_month_of(taxpayer, date(month), policy).unwrap();
    assert!(filings.is_sorted());
    filings.iter().map(|filing| (filing.kind, filing.due.date.to_string())).collect()
}

fn expected(list: &[(FilingKind, &str)]) -> Vec<(FilingKind, String)> {
    list.iter().map(|(kind, due)| (*kind, (*due).to_owned())).collect()
}

#[test]
fn a_small_companys_months() {
    let april = [
        (FilingKind::Vat, "2026-04-20"),
        (FilingKind::IncomeTaxWithheld, "2026-04-20"),
        (FilingKind::CorporatePrepayment, "2026-04-20"),
        (FilingKind::StampDuty, "2026-04-20"),
        (FilingKind::QuarterlyStatements, "2026-04-20"),
        (FilingKind::SocialInsurance, "2026-04-30"),
    ];
    assert_eq!(filed(QUARTERLY, "2026-04-01"), expected(&april));
    let may = [(FilingKind::IncomeTaxWithheld, "2026-05-22"), (FilingKind::SocialInsurance, "2026-05-31")];
    assert_eq!(filed(QUARTERLY, "2026-05-01"), expected(&may));
    // 31 May is a Sunday: the year's reconciliation falls due in June.
    let june = [
        (FilingKind::CorporateAnnual, "2026-06-01"),
        (FilingKind::AnnualStatements, "2026-06-01"),
        (FilingKind::IncomeTaxWithheld, "2026-06-15"),
        (FilingKind::SocialInsurance, "2026-06-30"),
        (FilingKind::AnnualReport, "2026-06-30"),
    ];
    assert_eq!(filed(QUARTERLY, "2026-06-15"), expected(&june));
    let alone = Taxpayer { employs: false, ..QUARTERLY };
    assert_eq!(filed(alone, "2026-05-01"), []);
}

#[test]
fn a_general_taxpayer_files_every_month_and_clears_in_january() {
    let general = Taxpayer { vat: VatStatus::General, employs: false, ..QUARTERLY };
    assert_eq!(filed(general, "2026-05-01"), expected(&[(FilingKind::Vat, "2026-05-22")]));
    let january = filed(general, "2026-01-01");
    assert!(january.contains(&(FilingKind::MixedInputClearing, "2026-01-20".to_owned())));
    let monthly = Taxpayer { vat: VatStatus::SmallScale(VatPeriod::Month), ..general };
    assert_eq!(filed(monthly, "2026-05-01"), expected(&[(FilingKind::Vat, "2026-05-22")]));
    assert!(!filed(monthly, "2026-01-01").iter().any(|(kind, _)| *kind == FilingKind::MixedInputClearing));
}

#[test]
fn an_owners_business_files_for_its_owner() {
    let shop = Taxpayer { form: Form::OwnersBusiness, employs: false, ..QUARTERLY };
    assert_eq!(filed(shop, "2026-03-01"), expected(&[(FilingKind::BusinessAnnual, "2026-03-31")]));
    let july = [
        (FilingKind::Vat, "2026-07-15"),
        (FilingKind::BusinessPrepayment, "2026-07-15"),
        (FilingKind::StampDuty, "2026-07-15"),
    ];
    assert_eq!(filed(shop, "2026-07-01"), expected(&july));
    assert_eq!(filed(shop, "2026-06-01"), expected(&[(FilingKind::AnnualReport, "2026-06-30")]));
}

#[test]
fn periods_begin_with_the_founding() {
    let policy = policy();
    let young = Taxpayer { founded: date("2026-03-09"), ..QUARTERLY };
    assert_eq!(filed(young, "2026-01-01").len(), 0);
    let march = filings_in_month_of(young, date("2026-03-01"), policy).unwrap();
    let insurance = Filing {
        due: day("2026-03-31", true),
        kind: FilingKind::SocialInsurance,
        from: date("2026-03-09"),
        until: date("2026-03-31"),
    };
    assert_eq!(march, [insurance]);
    let april = filings_in_month_of(young, date("2026-04-01"), policy).unwrap();
    let vat = april.iter().find(|filing| filing.kind == FilingKind::Vat).unwrap();
    assert_eq!((vat.from, vat.until), (date("2026-03-09"), date("2026-03-31")));
    // Nothing is reported for years before it existed.
    assert!(!filed(young, "2026-06-01").iter().any(|(kind, _)| *kind == FilingKind::AnnualReport));
    assert!(filed(young, "2027-06-01").iter().any(|(kind, _)| *kind == FilingKind::AnnualReport));
}

#[test]
fn terms_off_the_calendar() {
    let policy = policy();
    // Sixty days after 1 April end on Sunday 31 May.
    assert_eq!(closing_reconciliation_due(date("2026-04-01"), policy), Ok(day("2026-06-01", true)));
    // Fifteen days after 19 April end on 4 May, a holiday until the 5th.
    assert_eq!(single_stamp_due(date("2026-04-19"), policy), Ok(day("2026-05-06", true)));
    assert_eq!(housing_fund_due(date("2026-04-10"), policy), Ok(date("2026-04-15")));
    let window = comprehensive_window(2025, policy).unwrap();
    assert_eq!(window, (date("2026-03-01"), day("2026-06-30", true)));
    assert_eq!(comprehensive_window(2026, policy).unwrap().1, day("2027-06-30", false));
    for (staff, on_day, exempt) in [(30, "2027-12-31", true), (31, "2027-12-31", false), (30, "2028-01-01", false)] {
        assert_eq!(disabled_fund_exempt(staff, date(on_day), policy), Ok(exempt));
    }
}
