//! Customers, advertisements, competition, personal information: CON-V01 to CON-V04, ADV-V01, ADV-V02, facts §6.7, §6.8.

use startup_metaverse::firm::law::advertising::{AdDefect, Evidence, examine};
use startup_metaverse::firm::law::consumer::{self, Goods, Repair};
use startup_metaverse::firm::law::penalty::{self, Breach, Gravity, Span};
use startup_metaverse::firm::law::privacy::{self, Ground, Handling, Piece, PrivacyDefect};

use super::{date, money, on, policy};

#[test]
fn con_v01_and_v02_threefold_and_five_hundred_at_least() {
    let on = on();
    let fraud = |price| consumer::fraud(money(price), &on).unwrap();
    assert_eq!(fraud("120.00"), money("500.00"));
    assert_eq!(fraud("800.00"), money("2400.00"));
    assert_eq!(fraud("166.66"), money("500.00"));
    assert_eq!(fraud("166.67"), money("500.01"));
    assert_eq!(consumer::defect(money("30000.00"), &on).unwrap(), money("60000.00"));
}

#[test]
fn food_costs_tenfold_or_the_loss_threefold() {
    let on = on();
    let food = |price, loss| consumer::food(money(price), money(loss), &on).unwrap();
    assert_eq!(food("20.00", "0.00"), money("1000.00"));
    assert_eq!(food("100.01", "0.00"), money("1000.10"));
    assert_eq!(food("100.00", "2000.00"), money("6000.00"));
}

#[test]
fn con_v03_and_v04_seven_days_to_return() {
    let on = on();
    let by = |goods| consumer::return_by(goods, date("2026-06-01"), &on).unwrap();
    assert_eq!(by(Goods::Ordinary), Some(date("2026-06-08")));
    for goods in [Goods::Perishable, Goods::Custom, Goods::OpenedDigital, Goods::Periodical, Goods::ConfirmedUnfit] {
        assert_eq!(by(goods), None, "{goods:?}");
    }
    assert_eq!(consumer::refund_by(date("2026-06-08"), &on).unwrap(), date("2026-06-15"));
    for (day, owed) in [
        ("2026-06-08", Repair::Return),
        ("2026-06-09", Repair::Exchange),
        ("2026-06-16", Repair::Exchange),
        ("2026-06-17", Repair::Repair),
    ] {
        assert_eq!(consumer::repair(date("2026-06-01"), date(day), &on).unwrap(), owed, "{day}");
    }
}

#[test]
fn adv_v01_and_v02_words_and_evidence() {
    let on = on();
    let best = examine("青岛最佳糕点", None, &on).unwrap();
    assert_eq!(best, [AdDefect::Absolute("最佳".to_owned())]);
    let claim = "本店最受学生喜欢";
    let survey = Evidence { source: "自有调查 312 份".to_owned(), when: "2026 年 6 月".to_owned() };
    assert_eq!(examine(claim, Some(&survey), &on).unwrap(), []);
    let bare = examine(claim, None, &on).unwrap();
    assert_eq!(bare, [AdDefect::NoEvidence("最受".to_owned())]);
    let undated = Evidence { when: " ".to_owned(), ..survey };
    assert_eq!(examine(claim, Some(&undated), &on).unwrap().len(), 1);
    assert_eq!(examine("现烤面包，每天七点出炉", None, &on).unwrap(), []);
    assert!(best.iter().chain(&bare).all(|defect| policy().rule(defect.rule()).is_some()));
}

#[test]
fn fines_are_spans() {
    use Gravity::{Grave, Plain};
    let on = on();
    for (breach, low, high) in [
        (Breach::Absolute, "200000.00", "1000000.00"),
        (Breach::Popup, "5000.00", "30000.00"),
        (Breach::FalsePromotion(Plain), "0.00", "1000000.00"),
        (Breach::FalsePromotion(Grave), "1000000.00", "2000000.00"),
        (Breach::Bribery(Plain), "100000.00", "1000000.00"),
        (Breach::Bribery(Grave), "1000000.00", "5000000.00"),
        (Breach::Secrets(Plain), "100000.00", "1000000.00"),
        (Breach::Secrets(Grave), "1000000.00", "5000000.00"),
        (Breach::Prize, "50000.00", "500000.00"),
        (Breach::ShopLicence, "0.00", "10000.00"),
        (Breach::Tying, "50000.00", "200000.00"),
        (Breach::PrivacyPerson(Plain), "10000.00", "100000.00"),
        (Breach::PrivacyPerson(Grave), "100000.00", "1000000.00"),
        (Breach::Cyber(Plain), "10000.00", "50000.00"),
        (Breach::Cyber(Grave), "50000.00", "500000.00"),
        (Breach::ContributionPublicity(Plain), "10000.00", "50000.00"),
        (Breach::ContributionPublicity(Grave), "50000.00", "200000.00"),
        (Breach::ContributionPublicityPerson, "10000.00", "100000.00"),
    ] {
        let expected = Span { low: money(low), high: money(high) };
        assert_eq!(penalty::fine(breach, &on).unwrap(), expected, "{breach:?}");
    }
}

#[test]
fn false_advertising_by_cost_and_by_repetition() {
    use Gravity::{Grave, Plain};
    let on = on();
    let fine = |cost: Option<&str>, gravity| {
        let span = penalty::false_advertising(cost.map(money), gravity, &on).unwrap();
        (span.low, span.high)
    };
    assert_eq!(fine(Some("40000.00"), Plain), (money("120000.00"), money("200000.00")));
    assert_eq!(fine(Some("40000.00"), Grave), (money("200000.00"), money("400000.00")));
    assert_eq!(fine(None, Plain), (money("200000.00"), money("1000000.00")));
    assert_eq!(fine(None, Grave), (money("1000000.00"), money("2000000.00")));
    let day = date("2026-06-01");
    let gravity = |before: &[&str]| {
        let before: Vec<_> = before.iter().map(|day| date(day)).collect();
        penalty::repeated(day, &before, &on).unwrap()
    };
    assert_eq!(gravity(&["2024-06-02", "2025-01-01"]), Grave);
    assert_eq!(gravity(&["2024-06-01", "2025-01-01"]), Plain);
    assert_eq!(gravity(&["2025-01-01"]), Plain);
}

#[test]
fn confusion_and_privacy_by_turnover() {
    let on = on();
    let confusion = |turnover| penalty::confusion(money(turnover), &on).unwrap().high;
    assert_eq!(confusion("49999.99"), money("250000.00"));
    assert_eq!(confusion("50000.00"), money("250000.00"));
    assert_eq!(confusion("50000.01"), money("250000.05"));
    let privacy = |gravity, turnover| penalty::privacy(gravity, money(turnover), &on).unwrap().high;
    assert_eq!(privacy(Gravity::Plain, "2000000000.00"), money("1000000.00"));
    assert_eq!(privacy(Gravity::Grave, "1000000000.00"), money("50000000.00"));
    assert_eq!(privacy(Gravity::Grave, "1000000000.20"), money("50000000.01"));
}

#[test]
fn personal_information_needs_a_ground() {
    let on = on();
    let plain = Handling { piece: Piece::Ordinary, age: 30, ground: Ground::Contract, needed: true, assessed: false };
    let found = |handling: Handling| privacy::examine(&handling, &on).unwrap();
    assert_eq!(found(plain), []);
    assert_eq!(found(Handling { ground: Ground::None, ..plain }), [PrivacyDefect::NoGround]);
    assert_eq!(found(Handling { needed: false, ..plain }), [PrivacyDefect::NotNeeded]);
    let child = Handling { age: 13, ground: Ground::Consent, ..plain };
    assert_eq!(found(child), [PrivacyDefect::NoSeparateConsent, PrivacyDefect::NotAssessed]);
    assert_eq!(found(Handling { age: 14, ..child }), []);
    let face = Handling { piece: Piece::Biometric, ground: Ground::SeparateConsent, assessed: true, ..plain };
    assert_eq!(found(face), []);
}
