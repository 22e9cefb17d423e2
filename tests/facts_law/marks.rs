//! Trademarks and patents: TM-V01, TM-V02, TM-01 to TM-08, PAT-V01, facts §6.3, §6.4.

use startup_metaverse::firm::law::LawError;
use startup_metaverse::firm::law::patent::{self, Applicants, Disclosure, Kind};
use startup_metaverse::firm::law::penalty::{Breach, fine};
use startup_metaverse::firm::law::trademark::{self, Channel, Ground};

use super::{date, money, on, policy};

#[test]
fn tm_v01_fees_by_class_and_goods() {
    let on = on();
    let fee = |items: &[u32], channel| trademark::application_fee(items, channel, &on);
    assert_eq!(fee(&[10, 13], Channel::Online).unwrap(), money("621.00"));
    assert_eq!(fee(&[10, 13], Channel::Paper).unwrap(), money("690.00"));
    assert_eq!(fee(&[10], Channel::Online).unwrap(), money("270.00"));
    assert_eq!(fee(&[11], Channel::Online).unwrap(), money("297.00"));
    for wrong in [&[][..], &[0], &[1; 46]] {
        assert_eq!(fee(wrong, Channel::Online), Err(LawError::NoClasses));
    }
    assert!(fee(&[1; 45], Channel::Paper).is_ok());
    assert_eq!(trademark::renewal_fee(2, Channel::Online, &on).unwrap(), money("900.00"));
    assert_eq!(trademark::renewal_fee(2, Channel::Paper, &on).unwrap(), money("1000.00"));
}

#[test]
fn tm_v02_the_law_of_the_day_of_publication() {
    assert_eq!(trademark::examined_by(date("2026-03-01"), &on()).unwrap(), date("2026-12-01"));
    let oppose = |published| trademark::oppose_by(date(published), policy()).unwrap();
    assert_eq!(oppose("2026-12-01"), date("2027-03-01"));
    assert_eq!(oppose("2026-12-31"), date("2027-03-31"));
    assert_eq!(oppose("2027-01-01"), date("2027-03-01"));
    assert_eq!(oppose("2027-01-04"), date("2027-03-04"));
}

#[test]
fn tm_03_to_tm_08_terms_and_damages() {
    let on = on();
    let mark = trademark::registered(date("2026-06-01"), &on).unwrap();
    assert_eq!((mark.expires, mark.renew_from), (date("2036-05-31"), date("2035-05-31")));
    assert_eq!((mark.grace_until, mark.cancellable_from), (date("2036-11-30"), date("2029-06-01")));
    // 16 June 2026 is a Tuesday; 20 June, a Saturday of the Dragon Boat days.
    assert_eq!(trademark::review_by(date("2026-06-01"), &on).unwrap(), date("2026-06-16"));
    assert_eq!(trademark::review_by(date("2026-06-05"), &on).unwrap(), date("2026-06-22"));
    let most = |loss: Option<&str>, bad| trademark::infringement_max(loss.map(money), bad, &on).unwrap();
    assert_eq!(most(None, false), money("5000000.00"));
    assert_eq!(most(Some("200000.00"), true), money("1000000.00"));
    assert_eq!(most(Some("200000.00"), false), money("200000.00"));
    let bad_faith = |day| fine(Breach::BadFaithTrademark, &policy().at(date(day))).unwrap().high;
    assert_eq!(bad_faith("2026-12-31"), money("10000.00"));
    assert_eq!(bad_faith("2027-01-01"), money("100000.00"));
    for ground in [Ground::Generic, Ground::Deceptive, Ground::Place, Ground::Harmful, Ground::Earlier] {
        assert!(policy().rule(ground.rule()).is_some());
        assert_eq!(ground.is_absolute(), ground != Ground::Earlier);
    }
}

#[test]
fn pat_v01_fees_with_relief() {
    let on = on();
    let one = Applicants { count: 1, income: money("999999.99") };
    let fees = |kind, applicants| patent::fees_to_exam(kind, applicants, &on).unwrap();
    assert_eq!(fees(Kind::Invention, one), money("560.00"));
    assert_eq!(fees(Kind::Invention, Applicants { count: 2, ..one }), money("1070.00"));
    let rich = Applicants { income: money("1000000.00"), ..one };
    assert_eq!(fees(Kind::Invention, rich), money("3450.00"));
    assert_eq!(fees(Kind::Utility, rich), money("500.00"));
    assert_eq!(fees(Kind::Utility, one), money("75.00"));
    assert_eq!(fees(Kind::Design, one), money("75.00"));
}

#[test]
fn patents_have_their_days() {
    let on = on();
    let applied = date("2026-06-01");
    for (kind, last) in [(Kind::Invention, "2046-05-31"), (Kind::Utility, "2036-05-31"), (Kind::Design, "2041-05-31")] {
        assert_eq!(patent::expires(kind, applied, &on).unwrap(), date(last), "{kind:?}");
    }
    assert_eq!(patent::published_on(applied, &on).unwrap(), date("2027-12-01"));
    assert_eq!(patent::request_exam_by(applied, &on).unwrap(), date("2029-06-01"));
    let new = |how, day| patent::is_still_new(how, date("2026-01-15"), date(day), &on).unwrap();
    assert!(new(Disclosure::Exhibition, "2026-07-15"));
    assert!(!new(Disclosure::Exhibition, "2026-07-16"));
    assert!(!new(Disclosure::Own, "2026-01-16"));
    assert!(new(Disclosure::Own, "2026-01-15"));
    assert_eq!(patent::copyright_until(date("2026-06-01"), &on).unwrap(), date("2076-12-31"));
}
