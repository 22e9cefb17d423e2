//! How the company is shown beside the scene.

use super::state::State;
use super::view::{
    AccountView, CompanyView, DocumentView, DutyState, DutyView, OutlayView, VoucherLineView, VoucherView,
};
use crate::firm::accounts::Side;
use crate::firm::registry::ApplicationField;
use crate::firm::{Firm, FirmEvent, Obligation, Standing, Voucher};
use crate::money::Money;
use crate::policy::Policy;
use crate::scenario::activity::Note;

/// What the core reports of an event, for the front to say.
pub fn note(event: &FirmEvent) -> Note {
    Note::Core { key: event.key().to_owned(), args: event.args() }
}

/// The company as shown.
pub(super) fn view(state: &State, policy: &Policy) -> CompanyView {
    let firm = &state.firm;
    CompanyView {
        today: firm.today().to_string(),
        date: firm.today().chinese(),
        founded: firm.founded().is_some(),
        name: firm.name(),
        code: firm.credit_code().map(ToString::to_string),
        funds: firm.funds().to_string(),
        founders_fund: firm.founders_fund().to_string(),
        bank: firm.bank().to_string(),
        facts: facts(firm, policy),
        duties: duties(firm, policy),
        documents: documents(firm, policy),
        outlays: firm.outlays().iter().map(outlay).collect(),
        vouchers: firm.ledger().vouchers().iter().rev().map(|posted| voucher(&posted)).collect(),
        accounts: firm.ledger().trial_balance().map(|(code, balance)| account(code, balance)).collect(),
    }
}

fn pair(key: &str, value: &(impl ToString + ?Sized)) -> (String, String) {
    (key.to_owned(), value.to_string())
}

fn form_name(firm: &Firm, policy: &Policy) -> Option<String> {
    let id = firm.application().text(ApplicationField::Form)?;
    policy.entity_form(id).map(|form| form.name.clone())
}

fn facts(firm: &Firm, policy: &Policy) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    facts.extend(form_name(firm, policy).map(|form| pair("fact-form", &form)));
    if let Some(registration) = firm.registration() {
        facts.push(pair("fact-founded", &registration.founded.chinese()));
        facts.push(pair("fact-code", &registration.code));
    } else if let Some(reservation) = firm.reservation() {
        facts.push(pair("fact-name-reserved-until", &reservation.until.chinese()));
    }
    facts.extend(firm.application().capital().map(|capital| pair("fact-capital", &format!("¥{capital}"))));
    facts.extend(firm.application().paid_in_by().map(|by| pair("fact-paid-in-by", &by.chinese())));
    facts.extend(
        Some(firm.fines()).filter(|fines| !fines.is_zero()).map(|fines| pair("fact-fines", &format!("¥{fines}"))),
    );
    facts
}

fn duties(firm: &Firm, policy: &Policy) -> Vec<DutyView> {
    let mut owed: Vec<&Obligation> = firm.obligations().iter().collect();
    owed.sort_by_key(|obligation| (!obligation.is_owed(), obligation.due));
    let shown = |obligation: &&Obligation| {
        let duty = policy.duty(&obligation.duty)?;
        Some(DutyView {
            id: obligation.duty.clone(),
            title: duty.title.clone(),
            title_en: duty.title_en.clone(),
            authority: duty.authority.clone(),
            due: obligation.due.to_string(),
            days_left: firm.today().days_until(obligation.due),
            state: match obligation.state {
                Standing::Open => DutyState::Open,
                Standing::Done(_) | Standing::DoneLate(_) => DutyState::Done,
                Standing::Missed { .. } => DutyState::Missed,
            },
            rule: duty.rule.clone(),
        })
    };
    owed.iter().filter_map(shown).collect()
}

fn documents(firm: &Firm, policy: &Policy) -> Vec<DocumentView> {
    let mut documents = Vec::new();
    if let Some(registration) = firm.registration() {
        let mut lines = vec![
            pair("licence-name", &registration.name),
            pair("licence-code", &registration.code),
            pair("licence-capital", &registration.capital),
            pair("licence-founded", &registration.founded.chinese()),
            pair("licence-scope", &scope(firm, policy)),
        ];
        lines.extend(form_name(firm, policy).map(|form| pair("licence-form", &form)));
        documents.push(DocumentView {
            id: "business-licence".to_owned(),
            title: "document-business-licence".to_owned(),
            lines,
        });
    }
    if let Some(reservation) = firm.reservation() {
        let lines = vec![
            pair("licence-name", &reservation.name),
            pair("fact-name-reserved-until", &reservation.until.chinese()),
        ];
        documents.push(DocumentView {
            id: "name-reservation".to_owned(),
            title: "document-name-reservation".to_owned(),
            lines,
        });
    }
    for licence in firm.licences() {
        let lines = vec![pair("document-title", &licence.name), pair("document-since", &licence.since.chinese())];
        documents.push(DocumentView { id: licence.id.clone(), title: "document-licence".to_owned(), lines });
    }
    documents
}

fn scope(firm: &Firm, policy: &Policy) -> String {
    let entries = firm.application().items(ApplicationField::Scope).into_iter();
    let texts = entries.map(|id| policy.scope(id).map_or(id, |entry| entry.text.as_str()));
    texts.collect::<Vec<_>>().join("；")
}

fn outlay(outlay: &crate::firm::Outlay) -> OutlayView {
    OutlayView { date: outlay.date.to_string(), purpose: outlay.purpose.clone(), amount: outlay.amount.to_string() }
}

fn voucher(voucher: &Voucher<'_>) -> VoucherView {
    let lines = voucher.lines.iter().map(|line| {
        let (debit, credit) = match line.side {
            Side::Debit => (line.amount.to_string(), String::new()),
            Side::Credit => (String::new(), line.amount.to_string()),
        };
        VoucherLineView { account: format!("{} {}", line.account, line.account.name()), debit, credit }
    });
    VoucherView {
        number: voucher.label(),
        date: voucher.date.to_string(),
        summary: voucher.summary.to_owned(),
        lines: lines.collect(),
    }
}

fn account(code: crate::firm::accounts::AccountCode, balance: Money) -> AccountView {
    let credit = balance.checked_neg().unwrap_or(Money::ZERO);
    let (debit, credit) =
        if balance.is_negative() { (String::new(), credit.to_string()) } else { (balance.to_string(), String::new()) };
    AccountView { code: code.to_string(), name: code.name(), debit, credit }
}
