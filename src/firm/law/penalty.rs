//! Fines the law gives as a span: their least and their most, by the breach (facts §6.7, §6.8).

use super::error::LawError;
use crate::calendar::Date;
use crate::money::Money;
use crate::policy::PolicyOn;

/// A span of fines; both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The least.
    pub low: Money,
    /// The most.
    pub high: Money,
}

/// A breach whose fine is a span of amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breach {
    /// 绝对化用语.
    Absolute,
    /// 弹窗不能一键关闭.
    Popup,
    /// 虚假宣传、刷单; grave or not.
    FalsePromotion(Gravity),
    /// 商业贿赂.
    Bribery(Gravity),
    /// 侵犯商业秘密.
    Secrets(Gravity),
    /// 违规有奖销售.
    Prize,
    /// 网店不亮照.
    ShopLicence,
    /// 搭售.
    Tying,
    /// 违法处理个人信息, the responsible person.
    PrivacyPerson(Gravity),
    /// 网络安全保护义务.
    Cyber(Gravity),
    /// 不公示、不实公示出资.
    ContributionPublicity(Gravity),
    /// The same, the responsible person.
    ContributionPublicityPerson,
    /// 恶意申请商标 without gain.
    BadFaithTrademark,
}

/// How grave a breach is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gravity {
    /// Ordinary, or the first.
    Plain,
    /// Grave, or not set right.
    Grave,
}

impl Breach {
    const fn stem(self) -> &'static str {
        match self {
            Breach::Absolute => "penalty.absolute",
            Breach::Popup => "penalty.popup",
            Breach::FalsePromotion(Gravity::Plain) => "penalty.false-promotion",
            Breach::FalsePromotion(Gravity::Grave) => "penalty.false-promotion-serious",
            Breach::Bribery(Gravity::Plain) => "penalty.bribery",
            Breach::Bribery(Gravity::Grave) => "penalty.bribery-serious",
            Breach::Secrets(Gravity::Plain) => "penalty.secrets",
            Breach::Secrets(Gravity::Grave) => "penalty.secrets-serious",
            Breach::Prize => "penalty.prize",
            Breach::ShopLicence => "penalty.shop-licence",
            Breach::Tying => "penalty.tying",
            Breach::PrivacyPerson(Gravity::Plain) => "penalty.privacy-person",
            Breach::PrivacyPerson(Gravity::Grave) => "penalty.privacy-person-serious",
            Breach::Cyber(Gravity::Plain) => "penalty.cyber",
            Breach::Cyber(Gravity::Grave) => "penalty.cyber-serious",
            Breach::ContributionPublicity(Gravity::Plain) => "penalty.contribution-publicity",
            Breach::ContributionPublicity(Gravity::Grave) => "penalty.contribution-publicity-serious",
            Breach::ContributionPublicityPerson => "penalty.contribution-publicity-person",
            Breach::BadFaithTrademark => "penalty.bad-faith-trademark",
        }
    }
}

/// The fine of a breach.
pub fn fine(breach: Breach, on: &PolicyOn<'_>) -> Result<Span, LawError> {
    span(breach.stem(), on)
}

/// The fine for false advertising: so many times what the advertisement cost, or a span of amounts where that cannot be
/// reckoned or is evidently low. Three times within two years is grave (广告法 55).
pub fn false_advertising(cost: Option<Money>, gravity: Gravity, on: &PolicyOn<'_>) -> Result<Span, LawError> {
    let stem = match gravity {
        Gravity::Plain => "penalty.false-advertising",
        Gravity::Grave => "penalty.false-advertising-serious",
    };
    let Some(cost) = cost else { return span(stem, on) };
    Ok(Span {
        low: cost.checked_mul_int(on.count(&format!("{stem}.times-low"))?)?,
        high: cost.checked_mul_int(on.count(&format!("{stem}.times-high"))?)?,
    })
}

/// How grave false advertising on a day is, by the days of it before.
pub fn repeated(day: Date, before: &[Date], on: &PolicyOn<'_>) -> Result<Gravity, LawError> {
    let since = day.plus_years(on.years("penalty.false-advertising.repeat-years")?.saturating_neg())?;
    let times = before.iter().filter(|other| **other > since && **other < day).count().saturating_add(1);
    let many = on.count("penalty.false-advertising.repeat")?;
    Ok(if i64::try_from(times).unwrap_or(i64::MAX) >= many { Gravity::Grave } else { Gravity::Plain })
}

/// The fine for causing confusion: by the unlawful turnover where that reaches fifty thousand, else up to a fixed amount.
pub fn confusion(turnover: Money, on: &PolicyOn<'_>) -> Result<Span, LawError> {
    if turnover < on.money("penalty.confusion.turnover")? {
        return span("penalty.confusion", on);
    }
    Ok(Span { low: Money::ZERO, high: turnover.checked_mul_int(on.count("penalty.confusion.times")?)? })
}

/// The most an unlawful handling of personal information may cost the company: grave, fifty million or a share of last
/// year's turnover, whichever is more; else a million where it was not set right (个人信息保护法 66).
pub fn privacy(gravity: Gravity, turnover: Money, on: &PolicyOn<'_>) -> Result<Span, LawError> {
    match gravity {
        Gravity::Plain => span("penalty.privacy", on),
        Gravity::Grave => {
            let fixed = span("penalty.privacy-serious", on)?;
            let share = turnover.at(on.rate("penalty.privacy-serious.share")?)?;
            Ok(Span { high: fixed.high.max(share), ..fixed })
        }
    }
}

fn span(stem: &str, on: &PolicyOn<'_>) -> Result<Span, LawError> {
    Ok(Span { low: on.money(&format!("{stem}.low"))?, high: on.money(&format!("{stem}.high"))? })
}
