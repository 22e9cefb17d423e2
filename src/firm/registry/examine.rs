//! The authority's examination of an application: each part by its own small check, all objections at once.

use super::application::{Application, ApplicationField};
use super::capital;
use super::deficiency::{Deficiency, DeficiencyCode};
use super::name::{self, TakenName};
use crate::money::Money;
use crate::policy::{EntityForm, LicenceKind, OfficeForm, OwnerDuty, PolicyOn};

/// Fields that an application must have, and the rule that asks for each.
const REQUIRED: &[(ApplicationField, &str)] = &[
    (ApplicationField::Form, "registration-regulation-16"),
    (ApplicationField::Region, "name-rules-6"),
    (ApplicationField::TradeName, "name-rules-6"),
    (ApplicationField::Industry, "name-rules-6"),
    (ApplicationField::Organisation, "name-rules-6"),
    (ApplicationField::Capital, "company-law-46"),
    (ApplicationField::PaidInBy, "company-law-46"),
    (ApplicationField::Premises, "registration-regulation-11"),
    (ApplicationField::Scope, "registration-regulation-14"),
    (ApplicationField::LegalRepresentative, "company-law-10"),
    (ApplicationField::Directors, "company-law-68"),
    (ApplicationField::Supervisor, "company-law-83"),
    (ApplicationField::Liaison, "registration-regulation-16"),
];

/// Of these, what only a company has: its capital and its officers.
const OF_COMPANIES: &[ApplicationField] = &[
    ApplicationField::Capital,
    ApplicationField::PaidInBy,
    ApplicationField::LegalRepresentative,
    ApplicationField::Directors,
    ApplicationField::Supervisor,
];

/// How the unified credit code of a shop (个体工商户) begins, facts §1.8.
const SHOP_PREFIX: &str = "92";

/// One part of the examination.
type Check = fn(&Application, &PolicyOn<'_>) -> Vec<Deficiency>;

const CHECKS: &[Check] =
    &[form, amount, term, licence_capital, premises, scope, officers, board, shareholders, beneficial_owner];

/// Objections to the fields filled so far.
pub fn examine(application: &Application, on: &PolicyOn<'_>, taken: &[TakenName]) -> Vec<Deficiency> {
    let mut found = name::examine(application, on, taken);
    found.extend(CHECKS.iter().flat_map(|check| check(application, on)));
    found
}

/// Objections as at submission: what is missing is objected to as well.
pub fn examine_all(application: &Application, on: &PolicyOn<'_>, taken: &[TakenName]) -> Vec<Deficiency> {
    let form = application.text(ApplicationField::Form).and_then(|form| on.policy().entity_form(form));
    let asked = REQUIRED.iter().filter(|(field, _)| form.is_none_or(|form| asks(form, *field)));
    let missing = asked.filter(|(field, _)| !application.is_filled(*field));
    let mut found: Vec<Deficiency> =
        missing.map(|(field, rule)| Deficiency::new(*field, DeficiencyCode::Missing, rule, field.id())).collect();
    found.extend(examine(application, on, taken));
    found
}

/// Whether a legal form's application has the field. A shop is no enterprise: its name may do without an industry (NAME-V07).
fn asks(form: &EntityForm, field: ApplicationField) -> bool {
    match field {
        ApplicationField::Industry => form.code_prefix != SHOP_PREFIX,
        other => form.office == OfficeForm::Company || !OF_COMPANIES.contains(&other),
    }
}

/// The figure by which a name is reserved: longer where the scope needs a licence before registration (规定18).
pub fn reservation_figure(application: &Application, on: &PolicyOn<'_>) -> &'static str {
    let first = licences(application, on).any(|(_, kind)| kind == LicenceKind::BeforeRegistration);
    if first { "name.reserve-licensed" } else { "name.reserve-months" }
}

/// Licences that the scope asks for, with the scope entry's id.
fn licences<'a>(
    application: &'a Application,
    on: &PolicyOn<'a>,
) -> impl Iterator<Item = (&'a str, LicenceKind)> + use<'a> {
    let policy = on.policy();
    application.items(ApplicationField::Scope).into_iter().filter_map(move |id| {
        let licence = policy.scope(id)?.licence.as_deref()?;
        Some((id, policy.licence(licence)?.kind))
    })
}

fn form(application: &Application, on: &PolicyOn<'_>) -> Vec<Deficiency> {
    let Some(form) = application.text(ApplicationField::Form) else { return Vec::new() };
    if on.policy().entity_form(form).is_some() {
        return Vec::new();
    }
    vec![Deficiency::new(ApplicationField::Form, DeficiencyCode::FormUnknown, "company-law-7", form)]
}

fn amount(application: &Application, _: &PolicyOn<'_>) -> Vec<Deficiency> {
    let Some(capital) = application.capital().filter(|capital| *capital <= Money::ZERO) else { return Vec::new() };
    vec![Deficiency::new(ApplicationField::Capital, DeficiencyCode::CapitalNotPositive, "company-law-47", &capital)]
}

/// The term of paying in: from today on, and no later than the law's term after founding, which could be today (REG-02).
fn term(application: &Application, on: &PolicyOn<'_>) -> Vec<Deficiency> {
    let Some(by) = application.paid_in_by() else { return Vec::new() };
    let field = ApplicationField::PaidInBy;
    if by < on.date() {
        return vec![Deficiency::new(field, DeficiencyCode::PaidInTooEarly, "company-law-47", &on.date())];
    }
    match capital::last_day_to_pay_in(on.date(), on) {
        Ok(last) if by > last => vec![Deficiency::new(field, DeficiencyCode::PaidInTooLate, "company-law-47", &last)],
        _ => Vec::new(),
    }
}

/// Some licences ask for a least capital, as labour dispatch does.
fn licence_capital(application: &Application, on: &PolicyOn<'_>) -> Vec<Deficiency> {
    let Some(capital) = application.capital() else { return Vec::new() };
    let policy = on.policy();
    let asked = application.items(ApplicationField::Scope).into_iter().filter_map(|id| {
        let licence = policy.licence(policy.scope(id)?.licence.as_deref()?)?;
        Some((licence, licence.capital_min.filter(|least| capital < *least)?))
    });
    asked
        .map(|(licence, least)| {
            Deficiency::new(ApplicationField::Capital, DeficiencyCode::CapitalBelowLicence, &licence.rule, &least)
        })
        .collect()
}

fn premises(application: &Application, on: &PolicyOn<'_>) -> Vec<Deficiency> {
    let field = ApplicationField::Premises;
    let Some(kind) = application.text(field).filter(|kind| on.policy().premises_kind(kind).is_none()) else {
        return Vec::new();
    };
    vec![Deficiency::new(field, DeficiencyCode::PremisesUnknown, "premises-proof", kind)]
}

/// Every entry is in the catalogue; none needs a licence that must come before registration.
fn scope(application: &Application, on: &PolicyOn<'_>) -> Vec<Deficiency> {
    let field = ApplicationField::Scope;
    let policy = on.policy();
    let unknown = application.items(field).into_iter().filter(|id| policy.scope(id).is_none());
    let unknown =
        unknown.map(|id| Deficiency::new(field, DeficiencyCode::ScopeUnknown, "registration-regulation-14", id));
    let first = licences(application, on).filter(|(_, kind)| *kind == LicenceKind::BeforeRegistration);
    let first = first.filter_map(|(id, _)| {
        let entry = policy.scope(id)?;
        let licence = policy.licence(entry.licence.as_deref()?)?;
        Some(Deficiency::new(field, DeficiencyCode::ScopeNeedsLicenceFirst, &licence.rule, &entry.text))
    });
    unknown.chain(first).collect()
}

/// The legal representative is a director or the manager (公司法10); no director supervises (公司法76).
fn officers(application: &Application, _: &PolicyOn<'_>) -> Vec<Deficiency> {
    let directors = application.items(ApplicationField::Directors);
    let mut found = Vec::new();
    if let Some(representative) = application.text(ApplicationField::LegalRepresentative)
        && !directors.is_empty()
        && !directors.contains(&representative)
    {
        let field = ApplicationField::LegalRepresentative;
        let code = DeficiencyCode::RepresentativeNotDirector;
        found.push(Deficiency::new(field, code, "company-law-10", representative));
    }
    if let Some(supervisor) = application.text(ApplicationField::Supervisor)
        && directors.contains(&supervisor)
    {
        let field = ApplicationField::Supervisor;
        found.push(Deficiency::new(field, DeficiencyCode::DirectorSupervises, "company-law-76", supervisor));
    }
    found
}

/// One director, or a board of as many as the law asks for (公司法68, 75).
fn board(application: &Application, on: &PolicyOn<'_>) -> Vec<Deficiency> {
    let field = ApplicationField::Directors;
    let Ok(least) = on.count("company.board-min") else { return Vec::new() };
    let directors = i64::try_from(application.count(field)).unwrap_or(i64::MAX);
    if directors <= 1 || directors >= least {
        return Vec::new();
    }
    vec![Deficiency::new(field, DeficiencyCode::BoardTooSmall, "company-law-68", &least)]
}

/// At most so many shareholders in a limited company (公司法42).
fn shareholders(application: &Application, on: &PolicyOn<'_>) -> Vec<Deficiency> {
    let field = ApplicationField::Shareholders;
    let form = application.text(ApplicationField::Form).and_then(|form| on.policy().entity_form(form));
    let Ok(most) = on.count("company.shareholders-max") else { return Vec::new() };
    let listed = i64::try_from(application.count(field)).unwrap_or(i64::MAX);
    if listed <= most || form.is_some_and(|form| form.office != OfficeForm::Company) {
        return Vec::new();
    }
    vec![Deficiency::new(field, DeficiencyCode::TooManyShareholders, "company-law-42", &most)]
}

/// A promise to be excused is open only up to a limit of capital, and only to forms that must file at all.
fn beneficial_owner(application: &Application, on: &PolicyOn<'_>) -> Vec<Deficiency> {
    let field = ApplicationField::BeneficialOwner;
    if application.text(field) != Some("promise") {
        return Vec::new();
    }
    let must = application
        .text(ApplicationField::Form)
        .and_then(|form| on.policy().entity_form(form))
        .is_none_or(|form| form.beneficial_owner == OwnerDuty::FileOrPromise);
    let (Some(capital), Ok(limit)) = (application.capital(), on.money("beneficial-owner.capital-limit")) else {
        return Vec::new();
    };
    if must && capital <= limit {
        return Vec::new();
    }
    vec![Deficiency::new(field, DeficiencyCode::PromiseNotOpen, "beneficial-owner-measures-promise", &limit)]
}
