//! The application for registration (设立登记申请书), filled field by field.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::money::Money;

/// A field of the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ApplicationField {
    /// The legal form, by its id in the policy.
    Form,
    /// 行政区划, the name's first part.
    Region,
    /// 字号, the name's second part.
    TradeName,
    /// 行业或经营特点, the name's third part.
    Industry,
    /// 组织形式, the name's last part.
    Organisation,
    /// Registered capital.
    Capital,
    /// The day by which the capital is to be paid in.
    PaidInBy,
    /// The kind of premises, by its id in the policy.
    Premises,
    /// The address of the premises.
    Address,
    /// Business scope, by ids of the catalogue.
    Scope,
    /// The legal representative.
    LegalRepresentative,
    /// The director, or the directors.
    Directors,
    /// The supervisor; `none` where the shareholders agree to have none.
    Supervisor,
    /// 登记联络员.
    Liaison,
    /// Beneficial owner: `promise` to be excused, `file`, or `none`.
    BeneficialOwner,
    /// The shareholders, where the application lists them.
    Shareholders,
}

impl ApplicationField {
    /// The stable name, for keys of texts.
    pub fn id(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Region => "region",
            Self::TradeName => "trade-name",
            Self::Industry => "industry",
            Self::Organisation => "organisation",
            Self::Capital => "capital",
            Self::PaidInBy => "paid-in-by",
            Self::Premises => "premises",
            Self::Address => "address",
            Self::Scope => "scope",
            Self::LegalRepresentative => "legal-representative",
            Self::Directors => "directors",
            Self::Supervisor => "supervisor",
            Self::Liaison => "liaison",
            Self::BeneficialOwner => "beneficial-owner",
            Self::Shareholders => "shareholders",
        }
    }

    /// Whether it is a part of the company's name.
    pub fn is_part_of_name(self) -> bool {
        matches!(self, Self::Region | Self::TradeName | Self::Industry | Self::Organisation)
    }
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldValue {
    /// A text.
    Text(String),
    /// An amount.
    Money(Money),
    /// A date.
    Date(Date),
    /// Several entries.
    Items(Vec<String>),
}

impl FieldValue {
    /// A value from texts, of the kind that the field takes where the texts allow it.
    pub fn read(field: ApplicationField, texts: Vec<String>) -> Self {
        let first = texts.first().cloned().unwrap_or_default();
        match field {
            ApplicationField::Capital => first.parse().map_or(Self::Text(first), Self::Money),
            ApplicationField::PaidInBy => first.parse().map_or(Self::Text(first), Self::Date),
            ApplicationField::Scope | ApplicationField::Directors | ApplicationField::Shareholders => {
                Self::Items(texts)
            }
            _ => Self::Text(first),
        }
    }

    /// The first text in it.
    fn first(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Items(items) => items.first().map(String::as_str),
            Self::Money(_) | Self::Date(_) => None,
        }
    }

    /// The texts in it.
    fn texts(&self) -> Vec<&str> {
        match self {
            Self::Text(text) => vec![text],
            Self::Items(items) => items.iter().map(String::as_str).collect(),
            Self::Money(_) | Self::Date(_) => Vec::new(),
        }
    }
}

/// The application as filled so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    fields: BTreeMap<ApplicationField, FieldValue>,
}

impl Application {
    /// Writes a field.
    pub fn set(&mut self, field: ApplicationField, value: FieldValue) {
        self.fields.insert(field, value);
    }

    /// A field's value.
    pub fn get(&self, field: ApplicationField) -> Option<&FieldValue> {
        self.fields.get(&field)
    }

    /// Whether a field holds something of its kind: an amount for the capital, a date for its term, a text or an entry
    /// that is not empty for the rest.
    pub fn is_filled(&self, field: ApplicationField) -> bool {
        match field {
            ApplicationField::Capital => self.capital().is_some(),
            ApplicationField::PaidInBy => self.paid_in_by().is_some(),
            _ => self.items(field).iter().any(|text| !text.trim().is_empty()),
        }
    }

    /// A field's text; nothing where it is not filled, or holds no text.
    pub fn text(&self, field: ApplicationField) -> Option<&str> {
        self.get(field).and_then(FieldValue::first).filter(|text| !text.is_empty())
    }

    /// A field's entries.
    pub fn items(&self, field: ApplicationField) -> Vec<&str> {
        self.get(field).map(FieldValue::texts).unwrap_or_default()
    }

    /// How many different entries a field has.
    pub fn count(&self, field: ApplicationField) -> usize {
        let named = self.items(field).into_iter().map(str::trim).filter(|entry| !entry.is_empty());
        named.collect::<BTreeSet<&str>>().len()
    }

    /// Registered capital.
    pub fn capital(&self) -> Option<Money> {
        match self.get(ApplicationField::Capital) {
            Some(FieldValue::Money(money)) => Some(*money),
            _ => None,
        }
    }

    /// The day by which the capital is to be paid in.
    pub fn paid_in_by(&self) -> Option<Date> {
        match self.get(ApplicationField::PaidInBy) {
            Some(FieldValue::Date(date)) => Some(*date),
            _ => None,
        }
    }

    /// The whole name: region, trade name, industry, organisation.
    pub fn full_name(&self) -> String {
        use ApplicationField::{Industry, Organisation, Region, TradeName};
        [Region, TradeName, Industry, Organisation].into_iter().filter_map(|part| self.text(part)).collect()
    }

    /// Whether the beneficial owner was filed, or rightly excused, with the application.
    pub fn beneficial_owner_settled(&self) -> bool {
        matches!(self.text(ApplicationField::BeneficialOwner), Some("promise" | "file"))
    }
}
