//! The company. It changes only through operations that either refuse, naming the rule, and leave everything as it was,
//! or report what happened as [`FirmEvent`]s. One file a department. It has never heard of a scene.

pub mod accounts;
pub mod assets;
mod business;
pub mod closing;
pub mod equity;
mod event;
pub mod export;
pub mod grants;
pub mod law;
pub mod ledger;
pub mod loans;
pub mod market;
pub mod month;
pub mod numbers;
mod obligations;
mod operations;
pub mod people;
mod refusal;
pub mod registry;
pub mod statements;
pub mod tax;
pub mod templates;
pub mod trading;

use serde::{Deserialize, Serialize};

pub use business::{Business, Names, Opening, PayrollDue, TaxDue};
pub use event::{FirmEvent, FirmNews};
pub use ledger::{Ledger, Period, Unposted, Voucher, VoucherKind, VoucherLine};
pub use obligations::{Obligation, Standing};
pub use operations::{BoughtAsset, BoughtGoods, Post, Sold, takes_receipts};
pub use refusal::Refusal;

use crate::calendar::Date;
use crate::money::Money;
use registry::{Application, CreditCode};
use statements::Statements;

/// A company from the first idea of its founders on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Firm {
    today: Date,
    authority: String,
    founders_fund: Money,
    outlays: Vec<Outlay>,
    ledger: Ledger,
    application: Application,
    reservation: Option<Reservation>,
    registration: Option<Registration>,
    licences: Vec<LicenceHeld>,
    obligations: Vec<Obligation>,
    fines: Money,
    trading: Option<trading::Trading>,
    staff: Option<people::staff::Staff>,
    cause: Option<u32>,
    business: Option<Box<Business>>,
}

/// A payment by the founders before the company existed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlay {
    /// When.
    pub date: Date,
    /// What for.
    pub purpose: String,
    /// How much.
    pub amount: Money,
}

/// A reserved name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reservation {
    /// The full name.
    pub name: String,
    /// The last day of the reservation.
    pub until: Date,
}

/// The entry in the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// The day of the licence, which is the day of founding.
    pub founded: Date,
    /// The full name.
    pub name: String,
    /// The unified social credit code.
    pub code: CreditCode,
    /// Registered capital.
    pub capital: Money,
}

/// A licence held, or a filing made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenceHeld {
    /// Its id in the policy.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Since when.
    pub since: Date,
}

impl Firm {
    /// Founders with money set aside, before there is a company. `authority` is the district's six-digit code.
    pub fn new(today: Date, authority: &str, founders_fund: Money) -> Self {
        Self {
            today,
            authority: authority.to_owned(),
            founders_fund,
            outlays: Vec::new(),
            ledger: Ledger::default(),
            application: Application::default(),
            reservation: None,
            registration: None,
            licences: Vec::new(),
            obligations: Vec::new(),
            fines: Money::ZERO,
            trading: None,
            staff: None,
            cause: None,
            business: None,
        }
    }

    /// Today.
    pub fn today(&self) -> Date {
        self.today
    }

    /// The registration authority's district code.
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// The founders' own money left.
    pub fn founders_fund(&self) -> Money {
        self.founders_fund
    }

    /// Money at the bank.
    pub fn bank(&self) -> Money {
        self.ledger.balance(accounts::BANK)
    }

    /// What founders and company have together to spend.
    pub fn funds(&self) -> Money {
        self.founders_fund.checked_add(self.bank()).unwrap_or(Money::MAX)
    }

    /// What the founders paid before founding.
    pub fn outlays(&self) -> &[Outlay] {
        &self.outlays
    }

    /// The books.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The application for registration as filled so far.
    pub fn application(&self) -> &Application {
        &self.application
    }

    /// The reserved name.
    pub fn reservation(&self) -> Option<&Reservation> {
        self.reservation.as_ref()
    }

    /// Whether a name is reserved and the reservation has not lapsed.
    pub fn name_reserved(&self) -> bool {
        self.reservation.as_ref().is_some_and(|reservation| self.today <= reservation.until)
    }

    /// The entry in the register.
    pub fn registration(&self) -> Option<&Registration> {
        self.registration.as_ref()
    }

    /// The day of founding.
    pub fn founded(&self) -> Option<Date> {
        self.registration.as_ref().map(|registration| registration.founded)
    }

    /// The registered name, or the reserved one.
    pub fn name(&self) -> Option<String> {
        let registered = self.registration.as_ref().map(|registration| registration.name.clone());
        registered.or_else(|| self.reservation.as_ref().map(|reservation| reservation.name.clone()))
    }

    /// The unified social credit code.
    pub fn credit_code(&self) -> Option<&CreditCode> {
        self.registration.as_ref().map(|registration| &registration.code)
    }

    /// Registered capital.
    pub fn capital(&self) -> Option<Money> {
        self.registration.as_ref().map(|registration| registration.capital)
    }

    /// Licences and filings beside the business licence.
    pub fn licences(&self) -> &[LicenceHeld] {
        &self.licences
    }

    /// Whether a licence is held or a filing made.
    pub fn has_licence(&self, id: &str) -> bool {
        self.licences.iter().any(|licence| licence.id == id)
    }

    /// Obligations, in the order in which they arose.
    pub fn obligations(&self) -> &[Obligation] {
        &self.obligations
    }

    /// Everybody who works or worked here; nobody was ever hired where there is none.
    pub fn staff(&self) -> Option<&people::staff::Staff> {
        self.staff.as_ref()
    }

    /// Fines paid so far.
    pub fn fines(&self) -> Money {
        self.fines
    }

    /// What it has beside its books, once it has opened for business.
    pub fn business(&self) -> Option<&Business> {
        self.business.as_deref()
    }

    /// Who holds what of it, once it is divided into shares; before, the founders hold all.
    pub fn shares(&self) -> Option<&equity::CapTable> {
        self.business().map(|business| &business.cap_table).filter(|table| table.total() > 0)
    }

    /// The three statements of a month, closed or not.
    pub fn statements(&self, period: Period) -> Result<Statements, Refusal> {
        let maturities = operations::maturities(self.business(), period)?;
        Ok(Statements::of(&self.ledger, period, &maturities)?)
    }

    /// Says which decision the next operations belong to.
    pub fn set_cause(&mut self, cause: Option<u32>) {
        self.cause = cause;
    }

    /// The company as whoever numbers decisions anew takes it up: what it owes from before belongs to none of them.
    #[must_use]
    pub fn handed_on(mut self) -> Self {
        self.cause = None;
        self.obligations.iter_mut().for_each(|owed| owed.cause = None);
        self
    }

    /// A stable hash of the whole company, in hex.
    pub fn state_hash(&self) -> String {
        let bytes = postcard::to_allocvec(self).unwrap_or_default();
        blake3::hash(&bytes).to_hex().as_str().to_owned()
    }

    fn event(&self, what: FirmNews) -> FirmEvent {
        FirmEvent { date: self.today, cause: self.cause, what }
    }
}
