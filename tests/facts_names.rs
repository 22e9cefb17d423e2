//! Words that names may not have, wherever in the name they stand (企业名称登记管理规定 11, 12).

#![expect(clippy::unwrap_used, reason = "a panic here is a failed test")]

use startup_metaverse::calendar::Date;
use startup_metaverse::firm::registry::{Application, ApplicationField, DeficiencyCode, FieldValue, examine};
use startup_metaverse::policy::Policy;

#[track_caller]
fn check(parts: [&str; 3], expected: &[(ApplicationField, DeficiencyCode)]) {
    let policy = Policy::qingdao_2026();
    let fields = [ApplicationField::Region, ApplicationField::TradeName, ApplicationField::Industry];
    let mut application = Application::default();
    for (field, text) in fields.into_iter().zip(parts) {
        application.set(field, FieldValue::Text(text.to_owned()));
    }
    let found = examine(&application, &policy.at(Date::new(2026, 3, 15).unwrap()), &[]);
    assert_eq!(found.iter().map(|one| (one.field, one.code)).collect::<Vec<_>>(), expected);
}

#[test]
fn state_words_are_found_at_the_head_and_behind_a_region() {
    use ApplicationField::{Region, TradeName};
    check(["青岛", "海青", "科技"], &[]);
    check(["中国", "海青", "科技"], &[(Region, DeficiencyCode::StateWord)]);
    check(["青岛", "中国海青", "科技"], &[(TradeName, DeficiencyCode::StateWord)]);
    check(["青岛", "爱国家园", "科技"], &[]);
}

#[test]
fn forbidden_words_are_found_in_the_trade_name_and_the_industry() {
    use ApplicationField::{Industry, TradeName};
    check(["青岛", "联合国海青", "科技"], &[(TradeName, DeficiencyCode::ForbiddenWord)]);
    check(["青岛", "海青", "博彩"], &[(Industry, DeficiencyCode::ForbiddenWord)]);
}
