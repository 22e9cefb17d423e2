//! Registration against the facts: names, unified credit codes, capital, votes, profit, beneficial owners, licences and
//! duties, each with both sides of its boundary.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a panic here is a failed test")]

mod reading;

use reading::{date, money, rate};
use startup_metaverse::calendar::Date;
use startup_metaverse::firm::registry::beneficial::{self, Circumstances, Holder, Holding};
use startup_metaverse::firm::registry::uscc::{self, CreditCodeError};
use startup_metaverse::firm::registry::votes::{Resolution, carried, carried_by_rates};
use startup_metaverse::firm::registry::{
    Application, ApplicationField as Field, CreditCode, DeficiencyCode, FieldValue, TakenName, capital, examine,
    examine_all, name, profit,
};
use startup_metaverse::firm::{Firm, FirmNews, Refusal, Standing};
use startup_metaverse::money::{Money, Rate};
use startup_metaverse::policy::{FineOn, LicenceKind, Missed, Policy, RestDay, Trigger};

const TODAY: &str = "2026-03-15";

/// An application that only has the name, taken apart.
fn named(full: &str, form: &str, policy: &Policy) -> Application {
    let parts = name::parse(full, &policy.at(date(TODAY)));
    let mut application = Application::default();
    for (field, text) in [
        (Field::Form, form.to_owned()),
        (Field::Region, parts.region),
        (Field::TradeName, parts.trade_name),
        (Field::Industry, parts.industry),
        (Field::Organisation, parts.organisation),
    ] {
        application.set(field, FieldValue::Text(text));
    }
    application
}

/// Objections to a name, those to missing parts included.
fn objections(full: &str, form: &str, policy: &Policy) -> Vec<(Field, DeficiencyCode)> {
    let found = examine_all(&named(full, form, policy), &policy.at(date(TODAY)), &[]);
    found.into_iter().filter(|one| one.field.is_part_of_name()).map(|one| (one.field, one.code)).collect()
}

/// An application without a fault.
fn sound(scope: &[&str]) -> Vec<(Field, FieldValue)> {
    let text = |text: &str| FieldValue::Text(text.to_owned());
    let items = |items: &[&str]| FieldValue::Items(items.iter().map(|item| (*item).to_owned()).collect());
    vec![
        (Field::Form, text("llc")),
        (Field::Region, text("青岛")),
        (Field::TradeName, text("海青")),
        (Field::Industry, text("科技")),
        (Field::Organisation, text("有限公司")),
        (Field::Capital, FieldValue::Money(money("1000000.00"))),
        (Field::PaidInBy, FieldValue::Date(date("2031-03-15"))),
        (Field::Premises, text("leased")),
        (Field::Address, text("崂山区松岭路一号")),
        (Field::Scope, items(scope)),
        (Field::LegalRepresentative, text("甲")),
        (Field::Directors, items(&["甲"])),
        (Field::Supervisor, text("none")),
        (Field::Liaison, text("乙")),
        (Field::BeneficialOwner, text("promise")),
    ]
}

fn applicant(today: &str, scope: &[&str]) -> Firm {
    let mut firm = Firm::new(date(today), "370212", money("200000.00"));
    for (field, value) in sound(scope) {
        firm.fill(field, value).unwrap();
    }
    firm
}

fn founded(today: &str, policy: &Policy) -> Firm {
    let mut firm = Firm::new(date(today), "370212", money("200000.00"));
    for (field, value) in sound(&["software-development"]) {
        firm.fill(field, value).unwrap();
    }
    firm.fill(Field::PaidInBy, FieldValue::Date(date(today))).unwrap();
    firm.register(policy, &[]).unwrap();
    firm
}

fn with(changed: &[(Field, FieldValue)], scope: &[&str], today: &str, policy: &Policy) -> Vec<DeficiencyCode> {
    let mut application = Application::default();
    for (field, value) in sound(scope).into_iter().chain(changed.iter().cloned()) {
        application.set(field, value);
    }
    examine_all(&application, &policy.at(date(today)), &[]).into_iter().map(|one| one.code).collect()
}

fn pass_to(firm: &mut Firm, day: Date, policy: &Policy) -> Vec<FirmNews> {
    let mut told = Vec::new();
    while firm.today() < day {
        told.extend(firm.pass_day(policy).unwrap().into_iter().map(|event| event.what));
    }
    told
}

#[test]
fn names_are_taken_apart_and_judged() {
    use DeficiencyCode::{DistrictAlone, Missing, StateWord, TradeNameIsPlace, TradeNameNotHanzi};
    let policy = Policy::qingdao_2026();
    let on = policy.at(date(TODAY));
    for (full, parts) in [
        ("青岛海青科技有限公司", ["青岛", "海青", "科技", "有限公司"]),
        ("青岛市海青科技有限责任公司", ["青岛市", "海青", "科技", "有限责任公司"]),
        ("中国海青科技有限公司", ["中国", "海青", "科技", "有限公司"]),
        ("青岛海青科技", ["青岛", "海青", "科技", ""]),
        ("崂山区海青餐饮有限公司", ["崂山区", "海青", "餐饮", "有限公司"]),
        ("青岛市崂山区海青餐饮有限公司", ["青岛市崂山区", "海青", "餐饮", "有限公司"]),
        ("青岛市市南区阳光便利店", ["青岛市市南区", "阳光", "", "便利店"]),
    ] {
        let told = name::parse(full, &on);
        assert_eq!([told.region, told.trade_name, told.industry, told.organisation], parts, "{full}");
    }
    for (vector, full, form, expected) in [
        ("NAME-V01", "青岛海青科技有限公司", "llc", vec![]),
        ("NAME-V02", "青岛青岛科技有限公司", "llc", vec![(Field::TradeName, TradeNameIsPlace)]),
        ("NAME-V03", "中国海青科技有限公司", "llc", vec![(Field::Region, StateWord)]),
        ("NAME-V04", "青岛A科技有限公司", "llc", vec![(Field::TradeName, TradeNameNotHanzi)]),
        ("NAME-V05", "青岛海青科技", "llc", vec![(Field::Organisation, Missing)]),
        ("NAME-V06", "崂山区海青餐饮有限公司", "llc", vec![(Field::Region, DistrictAlone)]),
        ("NAME-V06, the other side", "青岛市崂山区海青餐饮有限公司", "llc", vec![]),
        ("NAME-V07", "青岛市市南区阳光便利店", "individual", vec![]),
        ("NAME-V07 as a company", "青岛市市南区阳光有限公司", "llc", vec![(Field::Industry, Missing)]),
    ] {
        assert_eq!(objections(full, form, &policy), expected, "{vector}: {full}");
    }
}

#[test]
fn a_trade_name_has_two_characters_and_is_no_industry() {
    let policy = Policy::qingdao_2026();
    let on = policy.at(date(TODAY));
    let code = |trade_name: &str| {
        let mut application = named("青岛海青科技有限公司", "llc", &policy);
        application.set(Field::TradeName, FieldValue::Text(trade_name.to_owned()));
        examine(&application, &on, &[]).first().map(|found| found.code)
    };
    assert_eq!(code("海"), Some(DeficiencyCode::TradeNameTooShort));
    assert_eq!(code("海青"), None);
    assert_eq!(code("餐饮"), Some(DeficiencyCode::TradeNameIsIndustry));
    assert_eq!(code("青岛市"), Some(DeficiencyCode::TradeNameIsPlace));
    assert_eq!(code("海青2号"), Some(DeficiencyCode::TradeNameNotHanzi));
    assert_eq!(code("联合国"), Some(DeficiencyCode::ForbiddenWord));
}

#[test]
fn a_name_clashes_only_in_its_own_industry() {
    let policy = Policy::qingdao_2026();
    let on = policy.at(date(TODAY));
    let application = named("青岛海青科技有限公司", "llc", &policy);
    let clashes = |taken: TakenName| !examine(&application, &on, &[taken]).is_empty();
    assert!(clashes(TakenName::new("海青", "科技")));
    assert!(!clashes(TakenName::new("海青", "餐饮")));
    assert!(!clashes(TakenName::new("海清", "科技")));
}

#[test]
fn a_name_is_reserved_for_two_months_or_for_a_year() {
    let policy = Policy::qingdao_2026();
    for (scope, last) in [("software-development", "2026-05-15"), ("hazardous", "2027-03-15")] {
        let mut firm = applicant(TODAY, &[scope]);
        firm.reserve_name(&policy, &[]).unwrap();
        assert_eq!(firm.reservation().unwrap().until, date(last));
        pass_to(&mut firm, date(last), &policy);
        assert!(firm.name_reserved(), "{last} is the last day");
        firm.pass_day(&policy).unwrap();
        assert!(!firm.name_reserved(), "the day after {last}");
    }
    let nothing = Firm::new(date(TODAY), "370212", money("1.00")).reserve_name(&policy, &[]);
    assert!(matches!(nothing, Err(Refusal::Deficient(_))), "a name without its parts is not reserved");
}

#[test]
fn credit_codes_are_checked() {
    for code in [
        "914403001922038216",
        "9144030071526726XG",
        "91330100799655058B",
        "91110108717743469K",
        "91370200163562681G",
        "91370200264574251E",
        "91370202MA3QD0015L",
        "91370203MA94HQ2628",
        "92370211MA3TERT03G",
        "91370212MAE0C18X1P",
        "913702810000000196",
        "93370283MA3N0P5R47",
    ] {
        assert_eq!(code.parse::<CreditCode>().map(|code| code.to_string()).as_deref(), Ok(code));
    }
    for (code, error) in [
        ("91370202MA3QD0015M", CreditCodeError::Check('L')),
        ("91370202MA3QD0025L", CreditCodeError::OrganisationCheck('3')),
        ("91370202MA3QD0O15L", CreditCodeError::Character('O')),
        ("91370202MA3QD0015", CreditCodeError::Length),
        ("91370202MA3QD0015LL", CreditCodeError::Length),
        ("91370202ma3qd0015l", CreditCodeError::Character('m')),
    ] {
        assert_eq!(code.parse::<CreditCode>(), Err(error), "{code}");
    }
}

#[test]
fn issued_codes_keep_clear_of_real_companies() {
    let policy = Policy::qingdao_2026();
    for district in policy.districts() {
        let code = uscc::issue(&district.code, "青岛海青科技有限公司").to_string();
        assert!(code.starts_with(&format!("91{}0000", district.code)), "{code}");
        assert_eq!(code.parse::<CreditCode>().map(|again| again.to_string()), Ok(code));
    }
    assert_eq!(uscc::issue("370202", "甲"), uscc::issue("370202", "甲"));
    assert_eq!(uscc::numbered("370281", 1).to_string(), "913702810000000196");
    assert!(uscc::issue_as("92", "370202", "甲").to_string().starts_with("923702020000"));
}

#[test]
fn a_shop_gets_a_shops_code_without_capital_or_officers() {
    let policy = Policy::qingdao_2026();
    let mut firm = Firm::new(date(TODAY), "370202", money("1000.00"));
    let text = |text: &str| FieldValue::Text(text.to_owned());
    for (field, value) in [
        (Field::Form, text("individual")),
        (Field::Region, text("青岛市市南区")),
        (Field::TradeName, text("阳光")),
        (Field::Organisation, text("便利店")),
        (Field::Premises, text("leased")),
        (Field::Scope, FieldValue::Items(vec!["daily-goods".to_owned()])),
        (Field::Liaison, text("乙")),
    ] {
        firm.fill(field, value).unwrap();
    }
    firm.register(&policy, &[]).unwrap();
    assert_eq!(firm.name().as_deref(), Some("青岛市市南区阳光便利店"));
    assert!(firm.credit_code().unwrap().to_string().starts_with("923702020000"));
}

#[test]
fn an_application_with_an_empty_field_is_incomplete() {
    let policy = Policy::qingdao_2026();
    let scope = &["software-development"];
    assert_eq!(with(&[], scope, TODAY, &policy), []);
    for (field, nothing) in [
        (Field::TradeName, FieldValue::Text(String::new())),
        (Field::Liaison, FieldValue::Text(" ".to_owned())),
        (Field::Capital, FieldValue::Text("一百万".to_owned())),
        (Field::PaidInBy, FieldValue::Text("明年".to_owned())),
        (Field::Scope, FieldValue::Items(Vec::new())),
        (Field::Directors, FieldValue::Items(vec![String::new()])),
    ] {
        let found = with(&[(field, nothing)], scope, TODAY, &policy);
        assert!(found.contains(&DeficiencyCode::Missing), "{field:?}: {found:?}");
    }
}

#[test]
fn capital_is_paid_in_within_five_years() {
    // REG-V01
    let policy = Policy::qingdao_2026();
    assert_eq!(capital::last_day_to_pay_in(date(TODAY), &policy.at(date(TODAY))), Ok(date("2031-03-15")));
    let codes =
        |by: &str| with(&[(Field::PaidInBy, FieldValue::Date(date(by)))], &["software-development"], TODAY, &policy);
    assert_eq!(codes("2031-03-15"), []);
    assert_eq!(codes("2031-03-16"), [DeficiencyCode::PaidInTooLate]);
    assert_eq!(codes("2026-03-15"), []);
    assert_eq!(codes("2026-03-14"), [DeficiencyCode::PaidInTooEarly]);
}

#[test]
fn forfeiture_waits_for_sixty_days() {
    // REG-V02: the first day is after the grace period, which a rest day at its end does not prolong.
    let policy = Policy::qingdao_2026();
    let called = date("2026-09-01");
    let on = policy.at(called);
    assert_eq!(on.term_from("capital.forfeiture-grace", called), Ok(date("2026-10-31")));
    assert_eq!(capital::first_day_to_forfeit(called, &on), Ok(date("2026-11-01")));
}

#[test]
fn votes_are_counted_exactly() {
    // REG-V03: A 40 %, B 35 %, C 25 %.
    use Resolution::{Ordinary, Special};
    let policy = Policy::qingdao_2026();
    let on = policy.at(date(TODAY));
    for (resolution, favour, expected) in [
        (Ordinary, ["40%", "25%"], true),
        (Special, ["40%", "25%"], false),
        (Special, ["40%", "35%"], true),
        (Special, ["35%", "25%"], false),
    ] {
        let rates = favour.map(rate);
        assert_eq!(carried_by_rates(resolution, &rates, &on), Ok(expected), "{resolution:?} {favour:?}");
    }
    for (resolution, favour, all, expected) in [
        (Special, 2, 3, true),
        (Special, 666_666, 1_000_000, false),
        (Special, 666_667, 1_000_000, true),
        (Special, 6_666, 10_000, false),
        (Ordinary, 50, 100, false),
        (Ordinary, 51, 100, true),
        (Special, u64::MAX, u64::MAX, true),
    ] {
        assert_eq!(carried(resolution, favour, all, &on), Ok(expected), "{resolution:?} {favour}/{all}");
    }
}

#[test]
fn profit_fills_the_reserve_until_half_of_the_capital() {
    let policy = Policy::qingdao_2026();
    let on = policy.at(date(TODAY));
    for (vector, profit, losses, before, expected) in [
        ("REG-V04", "400000.00", "0.00", "480000.00", ["0.00", "40000.00", "360000.00"]),
        ("REG-V04, a fen below", "400000.00", "0.00", "499999.99", ["0.00", "40000.00", "360000.00"]),
        ("REG-V04, reached", "400000.00", "0.00", "500000.00", ["0.00", "0.00", "400000.00"]),
        ("REG-V04, next year", "400000.00", "0.00", "520000.00", ["0.00", "0.00", "400000.00"]),
        ("REG-V05", "80000.00", "100000.00", "0.00", ["80000.00", "0.00", "0.00"]),
        ("REG-V05, just covered", "100000.00", "100000.00", "0.00", ["100000.00", "0.00", "0.00"]),
        ("REG-V05, more than covered", "100000.10", "100000.00", "0.00", ["100000.00", "0.01", "0.09"]),
    ] {
        let told = profit::appropriate(money(profit), money(losses), money(before), money("1000000.00"), &on).unwrap();
        assert_eq!([told.covers_losses, told.reserve, told.distributable], expected.map(money), "{vector}");
    }
}

#[test]
fn beneficial_owners_hold_a_quarter_in_the_end() {
    let policy = Policy::qingdao_2026();
    let on = policy.at(date(TODAY));
    let person = |name: &str, of: &str, share: &str| Holding {
        holder: Holder::Person(name.to_owned()),
        of: of.to_owned(),
        share: rate(share),
    };
    let company = |name: &str, of: &str, share: &str| Holding {
        holder: Holder::Company(name.to_owned()),
        of: of.to_owned(),
        share: rate(share),
    };
    let owners = |holdings: &[Holding]| -> Vec<(String, Rate)> {
        beneficial::owners("本公司", holdings, &on).unwrap().into_iter().collect()
    };
    // BO-V03: half of sixty percent.
    let chain = [company("A", "本公司", "60%"), person("丙", "A", "50%"), person("丁", "本公司", "24.9999%")];
    assert_eq!(owners(&chain), [("丙".to_owned(), rate("30%"))]);
    // The quarter itself counts, directly and through two ways together.
    assert_eq!(owners(&[person("丁", "本公司", "25%")]), [("丁".to_owned(), rate("25%"))]);
    let ways = [company("A", "本公司", "20%"), person("戊", "A", "100%"), person("戊", "本公司", "5%")];
    assert_eq!(owners(&ways), [("戊".to_owned(), rate("25%"))]);
    // Companies that hold each other come to an end.
    assert_eq!(owners(&[company("A", "本公司", "60%"), company("本公司", "A", "60%")]), []);
}

#[test]
fn small_companies_of_natural_persons_may_promise() {
    let policy = Policy::qingdao_2026();
    let on = policy.at(date(TODAY));
    let plain = Circumstances { capital: money("1000000.00"), all_natural: true, outsider: false, other_means: false };
    for (vector, circumstances, expected) in [
        ("BO-V01", plain, true),
        ("BO-V02", Circumstances { all_natural: false, ..plain }, false),
        ("an outsider", Circumstances { outsider: true, ..plain }, false),
        ("other means", Circumstances { other_means: true, ..plain }, false),
        ("BO-V04", Circumstances { capital: money("10000000.00"), ..plain }, true),
        ("BO-V04, a fen more", Circumstances { capital: money("10000000.01"), ..plain }, false),
    ] {
        assert_eq!(beneficial::may_promise(circumstances, &on), Ok(expected), "{vector}");
    }
    for (capital, expected) in [("10000000.00", vec![]), ("10000000.01", vec![DeficiencyCode::PromiseNotOpen])] {
        let changed = [(Field::Capital, FieldValue::Money(money(capital)))];
        assert_eq!(with(&changed, &["software-development"], TODAY, &policy), expected, "{capital}");
    }
}

#[test]
fn licences_come_before_registration_after_it_or_as_filings() {
    use LicenceKind::{AfterRegistration, BeforeRegistration, Filing};
    let policy = Policy::qingdao_2026();
    for (id, kind) in [
        ("food-business", AfterRegistration),
        ("food-production", AfterRegistration),
        ("tobacco", AfterRegistration),
        ("hr-service", AfterRegistration),
        ("labour-dispatch", AfterRegistration),
        ("prepackaged-food-filing", Filing),
        ("hr-filing", Filing),
        ("icp-filing", Filing),
        ("security-training-filing", Filing),
        ("hazardous-chemicals", BeforeRegistration),
        ("security-services", BeforeRegistration),
    ] {
        assert_eq!(policy.licence(id).map(|licence| licence.kind), Some(kind), "{id}");
    }
    assert_eq!(with(&[], &["catering"], TODAY, &policy), [], "a licence after registration does not hinder it");
    assert_eq!(with(&[], &["prepackaged-food"], TODAY, &policy), [], "nor does a filing");
    assert_eq!(with(&[], &["hazardous"], TODAY, &policy), [DeficiencyCode::ScopeNeedsLicenceFirst]);
    assert_eq!(with(&[], &["no-such-entry"], TODAY, &policy), [DeficiencyCode::ScopeUnknown]);
    let dispatch = |capital: &str| {
        with(&[(Field::Capital, FieldValue::Money(money(capital)))], &["labour-dispatch"], TODAY, &policy)
    };
    assert_eq!(dispatch("1999999.99"), [DeficiencyCode::CapitalBelowLicence]);
    assert_eq!(dispatch("2000000.00"), []);
}

#[test]
fn duties_fall_due_on_their_days() {
    let policy = Policy::qingdao_2026();
    let due = |duty: &str, from: &str| policy.at(date(from)).due(policy.duty(duty).unwrap(), date(from)).unwrap();
    for (duty, from, last) in [
        ("tax-information", "2026-03-15", "2026-04-14"),
        ("tax-information", "2026-03-05", "2026-04-07"), // 04-04 begins the three days of Qingming
        ("tax-information", "2026-04-09", "2026-05-09"), // a Saturday that is worked
        ("social-insurance", "2026-03-15", "2026-04-14"), // SI-V04
        ("social-insurance", "2026-03-05", "2026-04-04"),
        ("housing-fund", "2026-03-05", "2026-04-04"),
        ("beneficial-owner", "2026-03-05", "2026-04-04"),
        ("account-report", "2026-03-16", "2026-03-31"),
        ("account-report", "2026-03-13", "2026-03-30"), // 03-28 is a Saturday
        ("account-report", "2026-02-01", "2026-02-24"), // 02-16 lies in the Spring Festival
        ("accounting-system", "2026-03-16", "2026-03-31"),
        ("accounting-system", "2026-03-14", "2026-03-30"), // 03-29 is a Sunday
        ("housing-fund-accounts", "2026-03-15", "2026-04-04"),
        ("change-registration", "2026-03-15", "2026-04-14"),
        ("change-filing", "2026-03-15", "2026-04-14"),
        ("new-representative", "2026-03-15", "2026-04-14"),
        ("beneficial-owner-update", "2026-03-15", "2026-04-14"),
        ("capital-publicity", "2026-03-16", "2026-04-14"), // twenty working days, Qingming's Monday not one
    ] {
        assert_eq!(due(duty, from), date(last), "{duty} from {from}");
    }
    for duty in policy.duties() {
        let last = due(&duty.id, "2026-03-05");
        assert!(duty.rest_day == RestDay::Stands || policy.at(last).is_working_day(last), "{}", duty.id);
    }
}

#[test]
fn a_duty_is_in_time_on_its_last_day_and_missed_the_day_after() {
    let policy = Policy::qingdao_2026();
    for duty in policy.duties() {
        let mut firm = founded("2026-03-05", &policy);
        if duty.trigger != Trigger::Founding {
            firm.trigger(duty.trigger, &policy).unwrap();
        }
        let due = firm.obligations().iter().find(|owed| owed.duty == duty.id).unwrap().due;
        let standing = |firm: &Firm| firm.obligations().iter().find(|owed| owed.duty == duty.id).unwrap().state;

        for before in [due.plus_days(-1).unwrap(), due] {
            let mut prompt = firm.clone();
            pass_to(&mut prompt, before, &policy);
            prompt.fulfil(&duty.id, &policy).unwrap();
            assert_eq!(standing(&prompt), Standing::Done(before), "{}", duty.id);
            let again = prompt.fulfil(&duty.id, &policy);
            assert_eq!(again, Err(Refusal::NotOwed(duty.id.clone())), "{}", duty.id);
        }

        pass_to(&mut firm, due, &policy);
        let told: Vec<FirmNews> = firm.pass_day(&policy).unwrap().into_iter().map(|event| event.what).collect();
        let missed = |news: &FirmNews| matches!(news, FirmNews::DutyMissed { duty: id, .. } if *id == duty.id);
        assert!(told.iter().any(missed), "{}: {told:?}", duty.id);
        let mut late = firm.clone();
        late.fulfil(&duty.id, &policy).unwrap();
        assert_eq!(standing(&late), Standing::DoneLate(firm.today()), "{}", duty.id);
    }
}

#[test]
fn an_order_comes_before_the_fine() {
    let policy = Policy::qingdao_2026();
    for duty in policy.duties() {
        let Missed::OrderThenFine { comply, fine, on } = &duty.missed else { continue };
        let mut firm = founded("2026-03-05", &policy);
        // Only this one is left undone.
        if duty.trigger != Trigger::Founding {
            firm.trigger(duty.trigger, &policy).unwrap();
        }
        for other in firm.obligations().to_vec().iter().filter(|owed| owed.duty != duty.id) {
            firm.fulfil(&other.duty, &policy).unwrap();
        }
        let due = firm.obligations().iter().find(|owed| owed.duty == duty.id).unwrap().due;
        let ordered = due.plus_days(1).unwrap();
        let last = policy.at(ordered).term_from(comply, ordered).unwrap();
        assert_eq!(ordered.days_until(last), 15);

        let told = pass_to(&mut firm, last, &policy);
        let orders: Vec<&FirmNews> = told.iter().filter(|news| matches!(news, FirmNews::OrderIssued { .. })).collect();
        assert!(matches!(orders[..], [FirmNews::OrderIssued { comply_by, .. }] if *comply_by == last), "{}", duty.id);
        assert_eq!(firm.fines(), Money::ZERO, "{}: no fine until {last} is over", duty.id);

        let mut complied = firm.clone();
        complied.fulfil(&duty.id, &policy).unwrap();
        pass_to(&mut complied, last.plus_days(40).unwrap(), &policy);
        assert_eq!(complied.fines(), Money::ZERO, "{}: complied on the last day", duty.id);

        let amount = policy.at(last).money(fine).unwrap();
        firm.pass_day(&policy).unwrap();
        assert_eq!(firm.fines(), amount, "{}: the day after", duty.id);
        let owed = firm.ledger().balance(startup_metaverse::firm::accounts::FINES);
        let booked = if *on == FineOn::Company { amount } else { Money::ZERO };
        assert_eq!(owed, booked, "{}: only the company's fine is in its books", duty.id);
        pass_to(&mut firm, last.plus_days(40).unwrap(), &policy);
        assert_eq!(firm.fines(), amount, "{}: fined once", duty.id);
    }
}

#[test]
fn the_tables_say_what_every_founding_needs() {
    let policy = Policy::qingdao_2026();
    let orders: Vec<u32> = policy.setup_steps().iter().map(|step| step.order).collect();
    assert_eq!(orders, (1..=10).collect::<Vec<u32>>());
    for step in policy.setup_steps() {
        assert!(startup_metaverse::scenario::venue::ids().contains(&step.venue.as_str()), "{}", step.id);
    }
    for (form, articles) in [("llc", true), ("individual", false)] {
        let asked = policy.documents().iter().any(|one| one.id == "articles" && one.forms.iter().any(|of| of == form));
        assert_eq!(asked, articles, "{form}");
    }
    for rule in policy.rules() {
        let half = |text: &str| text.contains([',', ';', '(', ')']);
        assert!(!half(&rule.name) && !half(&rule.article) && !half(&rule.says), "{}: full-width marks", rule.id);
    }
}

#[test]
fn one_director_or_a_board_of_three() {
    use DeficiencyCode::BoardTooSmall;
    let policy = Policy::qingdao_2026();
    let items = |names: &[&str]| FieldValue::Items(names.iter().map(|name| (*name).to_owned()).collect());
    for (directors, expected) in [
        (&["甲"][..], vec![]),
        (&["甲", "乙"], vec![BoardTooSmall]),
        (&["甲", "乙", "丙"], vec![]),
        (&["甲", "甲"], vec![]),
    ] {
        let codes = with(&[(Field::Directors, items(directors))], &["software-development"], TODAY, &policy);
        assert_eq!(codes, expected, "{directors:?}");
    }
}

#[test]
fn at_most_fifty_shareholders() {
    let policy = Policy::qingdao_2026();
    let listed = |count: u32| FieldValue::Items((0..count).map(|number| format!("股东{number}")).collect());
    for (count, expected) in [(1, vec![]), (50, vec![]), (51, vec![DeficiencyCode::TooManyShareholders])] {
        let codes = with(&[(Field::Shareholders, listed(count))], &["software-development"], TODAY, &policy);
        assert_eq!(codes, expected, "{count}");
    }
}
