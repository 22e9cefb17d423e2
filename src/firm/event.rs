//! What the company's operations report: each with its day and the decision that brought it about.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::money::Money;

/// Something that happened to the company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirmEvent {
    /// The day.
    pub date: Date,
    /// The decision that brought it about, as the caller numbers decisions.
    pub cause: Option<u32>,
    /// What happened.
    pub what: FirmNews,
}

/// Kinds of things that happen to a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FirmNews {
    /// A founder paid before the company existed.
    OutlayPaid {
        /// What for.
        purpose: String,
        /// How much.
        amount: Money,
    },
    /// A voucher was posted.
    VoucherPosted {
        /// Its label.
        label: String,
        /// Its summary.
        summary: String,
        /// The sum of its debits.
        amount: Money,
    },
    /// The company paid, or a founder for it.
    Paid {
        /// What for.
        purpose: String,
        /// How much.
        amount: Money,
        /// Whether a founder advanced it.
        advanced: bool,
    },
    /// Capital was paid in.
    CapitalPaidIn {
        /// How much.
        amount: Money,
    },
    /// The declared name is reserved.
    NameReserved {
        /// The full name.
        name: String,
        /// The last day of the reservation.
        until: Date,
        /// The rule's id.
        rule: String,
    },
    /// The company was founded.
    Registered {
        /// Its name.
        name: String,
        /// Its unified social credit code.
        code: String,
    },
    /// A licence was granted, or a filing made.
    LicenceGranted {
        /// Its id in the policy.
        licence: String,
        /// Its name.
        name: String,
    },
    /// A duty arose.
    DutyRaised {
        /// The duty's id.
        duty: String,
        /// What is to be done.
        title: String,
        /// The last day to do it.
        due: Date,
        /// The rule's id.
        rule: String,
    },
    /// A duty was done.
    DutyDone {
        /// The duty's id.
        duty: String,
        /// What was done.
        title: String,
        /// Whether its day had passed.
        late: bool,
    },
    /// A duty's day passed.
    DutyMissed {
        /// The duty's id.
        duty: String,
        /// What was to be done.
        title: String,
        /// The rule's id.
        rule: String,
    },
    /// An authority orders it to be set right (责令限期改正).
    OrderIssued {
        /// The duty's id.
        duty: String,
        /// What is to be set right.
        title: String,
        /// The last day to comply.
        comply_by: Date,
        /// The rule's id.
        rule: String,
    },
    /// A fine was paid.
    Fined {
        /// The rule's id.
        rule: String,
        /// How much.
        amount: Money,
        /// Whether the responsible person paid, not the company.
        personal: bool,
    },
}

impl FirmEvent {
    /// The day.
    pub fn date(&self) -> Date {
        self.date
    }

    /// The decision that brought it about.
    pub fn cause(&self) -> Option<u32> {
        self.cause
    }

    /// The rule behind it.
    pub fn rule(&self) -> Option<&str> {
        match &self.what {
            FirmNews::NameReserved { rule, .. }
            | FirmNews::DutyRaised { rule, .. }
            | FirmNews::DutyMissed { rule, .. }
            | FirmNews::OrderIssued { rule, .. }
            | FirmNews::Fined { rule, .. } => Some(rule),
            _ => None,
        }
    }

    /// What it cost.
    pub fn cost(&self) -> Option<Money> {
        match &self.what {
            FirmNews::OutlayPaid { amount, .. } | FirmNews::Paid { amount, .. } | FirmNews::Fined { amount, .. } => {
                Some(*amount)
            }
            _ => None,
        }
    }

    /// Whether it belongs on a time line; bookkeeping goes with what it books.
    pub fn is_notable(&self) -> bool {
        !matches!(self.what, FirmNews::VoucherPosted { .. })
    }

    /// The key of its message in the interface's texts.
    pub fn key(&self) -> &'static str {
        match &self.what {
            FirmNews::OutlayPaid { .. } => "event-outlay-paid",
            FirmNews::VoucherPosted { .. } => "event-voucher-posted",
            FirmNews::Paid { advanced: false, .. } => "event-paid",
            FirmNews::Paid { advanced: true, .. } => "event-paid-by-founders",
            FirmNews::CapitalPaidIn { .. } => "event-capital-paid-in",
            FirmNews::NameReserved { .. } => "event-name-reserved",
            FirmNews::Registered { .. } => "event-registered",
            FirmNews::LicenceGranted { .. } => "event-licence-granted",
            FirmNews::DutyRaised { .. } => "event-duty-raised",
            FirmNews::DutyDone { late: false, .. } => "event-duty-done",
            FirmNews::DutyDone { late: true, .. } => "event-duty-done-late",
            FirmNews::DutyMissed { .. } => "event-duty-missed",
            FirmNews::OrderIssued { .. } => "event-order-issued",
            FirmNews::Fined { personal: false, .. } => "event-fined",
            FirmNews::Fined { personal: true, .. } => "event-fined-personally",
        }
    }

    /// Named values of its message.
    pub fn args(&self) -> Vec<(String, String)> {
        let pair = |name: &str, value: &dyn std::fmt::Display| (name.to_owned(), value.to_string());
        match &self.what {
            FirmNews::OutlayPaid { purpose, amount } | FirmNews::Paid { purpose, amount, .. } => {
                vec![pair("purpose", purpose), pair("amount", amount)]
            }
            FirmNews::VoucherPosted { label, summary, amount } => {
                vec![pair("voucher", label), pair("summary", summary), pair("amount", amount)]
            }
            FirmNews::CapitalPaidIn { amount } | FirmNews::Fined { amount, .. } => vec![pair("amount", amount)],
            FirmNews::NameReserved { name, until, .. } => vec![pair("name", name), pair("until", until)],
            FirmNews::Registered { name, code } => vec![pair("name", name), pair("code", code)],
            FirmNews::LicenceGranted { name, .. } => vec![pair("name", name)],
            FirmNews::DutyRaised { title, due, .. } => vec![pair("title", title), pair("due", due)],
            FirmNews::DutyDone { title, .. } | FirmNews::DutyMissed { title, .. } => vec![pair("title", title)],
            FirmNews::OrderIssued { title, comply_by, .. } => vec![pair("title", title), pair("until", comply_by)],
        }
    }
}
