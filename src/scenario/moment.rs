//! The moment: all that conditions, terms and activities may read of a play-through. It lends; it changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::activity::Answer;
use super::condition::{Holding, Quantity};
use super::format::{Scenario, Taken};
use super::slip::Slip;
use crate::calendar::Date;
use crate::chance::Chance;
use crate::firm::loans::Loan;
use crate::firm::registry::{self, ApplicationField, Deficiency, FieldValue, TakenName};
use crate::firm::tax::vat::VatStatus;
use crate::firm::{Business, Firm, accounts};
use crate::money::{Money, Rate};
use crate::policy::{Policy, Value};

/// A borrowed look at a play-through.
#[derive(Clone, Copy)]
pub struct Moment<'a> {
    /// The scene being played.
    pub scenario: &'a Scenario,
    /// The figures of law.
    pub policy: &'a Policy,
    /// The company.
    pub firm: &'a Firm,
    /// The learner's seed.
    pub seed: u64,
    /// The present step's place in the scene.
    pub step: Option<u32>,
    /// Variables in exact form: drawn for this learner, set by effects, or filled into a form.
    pub vars: &'a BTreeMap<String, String>,
    /// The last accepted answer of each step.
    pub answers: &'a BTreeMap<String, Answer>,
    /// How each step came out that comes out in one of several ways.
    pub outcomes: &'a BTreeMap<String, String>,
    /// Answers to the present step that did not yet close it: rounds of a negotiation, months of trade.
    pub rounds: &'a [Answer],
    /// How often each step was sent back.
    pub returned: &'a BTreeMap<String, u8>,
    /// Steps answered at the first attempt with nothing wrong.
    pub flawless: &'a BTreeSet<String>,
    /// Evidence opened.
    pub opened: &'a BTreeSet<String>,
    /// Events that have happened.
    pub happened: &'a BTreeSet<String>,
    /// Vouchers written wrongly that nobody has put right, by their steps.
    pub slips: &'a BTreeMap<String, Slip>,
}

impl Moment<'_> {
    /// A variable's value in exact form.
    pub fn var(&self, name: &str) -> Option<&str> {
        self.vars.get(name).map(String::as_str)
    }

    /// Today.
    pub fn today(&self) -> Date {
        self.firm.today()
    }

    /// The day the company was founded.
    pub fn founded(&self) -> Option<Date> {
        self.firm.founded()
    }

    /// The company's registered or reserved name.
    pub fn company_name(&self) -> Option<String> {
        self.firm.name()
    }

    /// The unified social credit code.
    pub fn company_code(&self) -> Option<String> {
        self.firm.credit_code().map(ToString::to_string)
    }

    /// A figure of law as it is today.
    pub fn figure(&self, id: &str) -> Option<Value> {
        self.policy.at(self.today()).figure(id).ok().map(|figure| figure.value.clone())
    }

    /// A quantity of the company.
    pub fn quantity(&self, quantity: Quantity) -> Money {
        match quantity {
            Quantity::Cash => self.firm.funds(),
            Quantity::Capital => self.firm.capital().unwrap_or(Money::ZERO),
            Quantity::Fines => self.firm.fines(),
            Quantity::Bank => self.firm.bank(),
            Quantity::Debt => {
                let loans = self.firm.business().map_or(&[][..], |business| business.loans());
                Money::total(loans.iter().map(Loan::outstanding)).unwrap_or(Money::MAX)
            }
            Quantity::WagesOwed => self.firm.wages_owed(),
            Quantity::ContributionsOwed => self.firm.contributions_owed(),
            Quantity::TaxesOwed => self.firm.taxes_owed(),
            Quantity::Owed => {
                let owed = [self.firm.wages_owed(), self.firm.contributions_owed(), self.firm.taxes_owed()];
                Money::total(owed).unwrap_or(Money::MAX)
            }
            Quantity::TaxesOverdue => self.firm.taxes_overdue(),
            Quantity::Receivables => self.firm.ledger().balance(accounts::RECEIVABLES),
            Quantity::Payables => self.firm.ledger().owed(accounts::PAYABLES),
            Quantity::Profit => self.firm.profit_of_year(),
            Quantity::Sales => self.firm.sales_of_year(),
            Quantity::OpenSales => self.firm.business().map_or(Money::ZERO, Business::open_sales),
            Quantity::PaidIn => self.firm.ledger().owed(accounts::PAID_IN_CAPITAL),
        }
    }

    /// Whether somebody of this name works here today.
    pub fn works(&self, name: &str) -> bool {
        self.firm.staff().is_some_and(|staff| staff.named(name).is_ok())
    }

    /// Whether a shareholder of this name holds at least this part of all shares.
    pub fn holds_share(&self, holder: &str, least: Rate) -> bool {
        self.firm.shares().is_some_and(|table| table.holds_at_least(holder, least))
    }

    /// Whether the company holds this.
    pub fn holds(&self, holding: &Holding) -> bool {
        match holding {
            Holding::Licence(id) if id == "business" => self.firm.founded().is_some(),
            Holding::Licence(id) => self.firm.has_licence(id),
            Holding::Name => self.firm.name_reserved(),
            Holding::Employees(least) => {
                let today = self.today();
                let people = self.firm.staff().map_or(0, |staff| staff.count_on(today));
                u32::try_from(people).unwrap_or(u32::MAX) >= *least
            }
            Holding::Books => !self.firm.ledger().vouchers().is_empty(),
            Holding::Business => self.firm.business().is_some(),
            Holding::GeneralTaxpayer => {
                self.firm.business().is_some_and(|business| business.vat() == VatStatus::General)
            }
            Holding::Insolvent => self.firm.business().is_some_and(|business| business.insolvent_since().is_some()),
            Holding::Investor(name) => {
                let name = name.text(self);
                self.firm.shares().is_some_and(|table| table.held_by(&name) > 0)
            }
        }
    }

    /// A stream of chance for one purpose at the present step.
    pub fn chance(&self, purpose: &str) -> Chance {
        Chance::stream(self.seed, purpose, &self.scenario.id, i32::try_from(self.step.unwrap_or(0)).unwrap_or(0))
    }

    /// Company names on file at the authority.
    pub fn taken(&self) -> Vec<TakenName> {
        let name = |name: &Taken| TakenName::new(&name.trade_name.text(self), &name.industry.text(self));
        self.scenario.start.fresh().taken.iter().map(name).collect()
    }

    /// What the core finds in the application if these fields were filled so.
    pub fn examine(&self, filings: &[(ApplicationField, FieldValue)]) -> Vec<Deficiency> {
        let mut application = self.firm.application().clone();
        for (field, value) in filings {
            application.set(*field, value.clone());
        }
        registry::examine(&application, &self.policy.at(self.today()), &self.taken())
    }

    /// What the core finds in the whole application, as at submission.
    pub fn examine_all(&self) -> Vec<Deficiency> {
        registry::examine_all(self.firm.application(), &self.policy.at(self.today()), &self.taken())
    }

    /// The option chosen at a step, or how it came out.
    pub fn chose(&self, step: &str) -> Option<&String> {
        match self.answers.get(step) {
            Some(Answer::Choose { option, .. }) => Some(option),
            _ => self.outcomes.get(step),
        }
    }

    /// Whether a step was answered at the first attempt with nothing wrong.
    pub fn flawless(&self, step: &str) -> bool {
        self.flawless.contains(step)
    }

    /// How often a step was sent back.
    pub fn returns(&self, step: &str) -> u8 {
        self.returned.get(step).copied().unwrap_or(0)
    }

    /// Whether a duty's day has passed without its being done.
    pub fn overdue(&self, duty: &str) -> bool {
        self.firm.obligations().iter().any(|owed| owed.duty == duty && owed.is_missed())
    }

    /// Whether a duty was done by its day.
    pub fn in_time(&self, duty: &str) -> bool {
        self.firm.obligations().iter().any(|owed| owed.duty == duty && owed.is_done_in_time())
    }
}
