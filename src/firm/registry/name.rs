//! Company names (企业名称登记管理规定, facts §1.3): four parts, what they may not say, and the clash of trade names.

use serde::{Deserialize, Serialize};

use super::application::{Application, ApplicationField};
use super::deficiency::{Deficiency, DeficiencyCode};
use crate::policy::{Policy, PolicyOn};

/// A company name on file at the authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenName {
    trade_name: String,
    industry: String,
}

impl TakenName {
    /// A name on file, by the two parts that can clash.
    pub fn new(trade_name: &str, industry: &str) -> Self {
        Self { trade_name: trade_name.to_owned(), industry: industry.to_owned() }
    }
}

/// A name's parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameParts {
    /// 行政区划.
    pub region: String,
    /// 字号.
    pub trade_name: String,
    /// 行业或经营特点; a shop's may be part of its organisation.
    pub industry: String,
    /// 组织形式.
    pub organisation: String,
}

/// Takes a whole name apart: the longest region of the tables at its head, the longest organisation at its end, an
/// industry before that, and the trade name between. What is not found stays empty; nothing is judged here.
pub fn parse(full: &str, on: &PolicyOn<'_>) -> NameParts {
    let longest = |words: Vec<String>, fits: &dyn Fn(&str) -> bool| {
        words.into_iter().filter(|word| !word.is_empty() && fits(word)).max_by_key(|word| word.chars().count())
    };
    let mut regions = regions(on.policy());
    regions.extend(on.policy().districts().iter().map(|district| district.name.clone()));
    regions.extend_from_slice(words(on, "name.state-words"));
    let region = longest(regions, &|word| full.starts_with(word)).unwrap_or_default();
    let rest = full.strip_prefix(region.as_str()).unwrap_or(full);
    let endings = on.policy().entity_forms().iter().flat_map(|form| form.organisations.clone()).collect();
    let organisation = longest(endings, &|word| rest.ends_with(word)).unwrap_or_default();
    let rest = rest.strip_suffix(organisation.as_str()).unwrap_or(rest);
    let industry = longest(words(on, "name.industries").to_vec(), &|word| rest.ends_with(word) && rest != word);
    let industry = industry.unwrap_or_default();
    let trade_name = rest.strip_suffix(industry.as_str()).unwrap_or(rest).to_owned();
    NameParts { region, trade_name, industry, organisation }
}

/// The authority's objections to the parts of the name filled so far.
pub(super) fn examine(application: &Application, on: &PolicyOn<'_>, taken: &[TakenName]) -> Vec<Deficiency> {
    let checks = [region, reserved_words, trade_name, organisation];
    let mut found: Vec<Deficiency> = checks.iter().filter_map(|check| check(application, on)).collect();
    found.extend(clash(application, taken));
    found
}

/// Regions a name may begin with: the city, short or whole, and its districts with the city before them.
fn regions(policy: &Policy) -> Vec<String> {
    let mut regions = Vec::new();
    for district in policy.districts() {
        if let Some(city) = &district.under {
            regions.extend(city_names(policy, city).map(|city| format!("{city}{}", district.name)));
        } else {
            regions.push(district.name.clone());
            regions.extend(district.short.clone());
        }
    }
    regions
}

fn city_names<'a>(policy: &'a Policy, city: &'a str) -> impl Iterator<Item = &'a str> {
    let known = policy.districts().iter().filter(move |district| district.id == city || district.name == city);
    known.map(|district| district.name.as_str())
}

/// Whether a name may begin so, which is asked too often to list every region for it.
fn is_region(text: &str, policy: &Policy) -> bool {
    policy.districts().iter().any(|district| match &district.under {
        Some(city) => text
            .strip_suffix(district.name.as_str())
            .is_some_and(|before| city_names(policy, city).any(|city| city == before)),
        None => district.name == text || district.short.as_deref() == Some(text),
    })
}

fn words<'a>(on: &PolicyOn<'a>, figure: &str) -> &'a [String] {
    on.words(figure).unwrap_or_default()
}

fn region(application: &Application, on: &PolicyOn<'_>) -> Option<Deficiency> {
    let region = application.text(ApplicationField::Region)?;
    if is_region(region, on.policy()) || is_state_word(region, on) {
        return None;
    }
    let alone = on.policy().districts().iter().any(|district| district.name == region && district.under.is_some());
    let code = if alone { DeficiencyCode::DistrictAlone } else { DeficiencyCode::RegionUnknown };
    Some(Deficiency::new(ApplicationField::Region, code, "name-rules-7", region))
}

fn is_state_word(text: &str, on: &PolicyOn<'_>) -> bool {
    words(on, "name.state-words").iter().any(|word| text.starts_with(word.as_str()))
}

/// Words that only the State Council may allow, and words that no name may have.
fn reserved_words(application: &Application, on: &PolicyOn<'_>) -> Option<Deficiency> {
    use ApplicationField::{Industry, Region, TradeName};
    // At the name's head, and as well where the trade name begins with one behind a region.
    let mut parts = [Region, TradeName].into_iter().filter_map(|part| Some((part, application.text(part)?)));
    if let Some((part, text)) = parts.find(|(_, text)| is_state_word(text, on)) {
        return Some(Deficiency::new(part, DeficiencyCode::StateWord, "name-rules-12", text));
    }
    let forbidden = words(on, "name.forbidden-words");
    [TradeName, Industry].into_iter().find_map(|part| {
        let text = application.text(part)?;
        let word = forbidden.iter().find(|word| text.contains(word.as_str()))?;
        Some(Deficiency::new(part, DeficiencyCode::ForbiddenWord, "name-rules-11", word))
    })
}

fn trade_name(application: &Application, on: &PolicyOn<'_>) -> Option<Deficiency> {
    let field = ApplicationField::TradeName;
    let name = application.text(field)?;
    let objection = |code, rule| Some(Deficiency::new(field, code, rule, name));
    if let Some(other) = name.chars().find(|character| !is_hanzi(*character)) {
        return Some(Deficiency::new(field, DeficiencyCode::TradeNameNotHanzi, "name-rules-8", &other));
    }
    let least = on.count("name.trade-name-min").unwrap_or(0);
    if i64::try_from(name.chars().count()).unwrap_or(i64::MAX) < least {
        return objection(DeficiencyCode::TradeNameTooShort, "name-rules-8");
    }
    let places = on.policy().districts().iter();
    if places
        .flat_map(|district| [Some(district.name.as_str()), district.short.as_deref()])
        .flatten()
        .any(|place| place == name)
    {
        return objection(DeficiencyCode::TradeNameIsPlace, "name-rules-8");
    }
    if words(on, "name.industries").iter().any(|word| word == name) {
        return objection(DeficiencyCode::TradeNameIsIndustry, "name-rules-8");
    }
    None
}

fn is_hanzi(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{323AF}')
}

fn organisation(application: &Application, on: &PolicyOn<'_>) -> Option<Deficiency> {
    let organisation = application.text(ApplicationField::Organisation)?;
    let form = application.text(ApplicationField::Form)?;
    let form = on.policy().entity_form(form)?;
    if form.organisations.iter().any(|known| known == organisation) {
        return None;
    }
    Some(Deficiency::new(
        ApplicationField::Organisation,
        DeficiencyCode::OrganisationUnfit,
        "name-rules-10",
        organisation,
    ))
}

/// The same trade name in the same industry at the same authority cannot be registered again (规定17).
fn clash(application: &Application, taken: &[TakenName]) -> Option<Deficiency> {
    let trade_name = application.text(ApplicationField::TradeName)?;
    let industry = application.text(ApplicationField::Industry)?;
    taken.iter().find(|name| name.trade_name == trade_name && name.industry == industry)?;
    Some(Deficiency::new(ApplicationField::TradeName, DeficiencyCode::NameTaken, "name-rules-17", trade_name))
}
