//! What the company's operations report: each with its day and the decision that brought it about.

use serde::{Deserialize, Serialize};

use super::ledger::{EmployeeId, Period};
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
    /// A month of trade is over.
    MonthTraded {
        /// Its first day.
        month: Date,
        /// Units sold.
        sold: i64,
        /// Sales without tax.
        sales: Money,
        /// What it earned before income tax; below nought a loss.
        profit: Money,
        /// Whether dues remained unpaid at its end.
        insolvent: bool,
    },
    /// Somebody was hired.
    Hired {
        /// The name.
        name: String,
        /// The first day of work.
        first: Date,
        /// The month's wage.
        wage: Money,
    },
    /// The company opened for business.
    Opened,
    /// Somebody was put on the staff under a number.
    Employed {
        /// Who.
        employee: EmployeeId,
        /// The month's wage.
        wage: Money,
    },
    /// A wage was changed.
    WageChanged {
        /// Whose.
        employee: EmployeeId,
        /// The name; empty where there is a number only.
        name: String,
        /// The month's wage from the next payroll on.
        wage: Money,
    },
    /// An employment ended.
    EmploymentEnded {
        /// Whose.
        employee: EmployeeId,
        /// The name; empty where there is a number only.
        name: String,
        /// What was paid beside the wage.
        paid: Money,
        /// The id of the rule by which the ending is judged.
        rule: String,
    },
    /// A month's payroll was booked.
    PayrollBooked {
        /// The first day of the month.
        month: Date,
        /// How many people it is for.
        people: u32,
        /// Wages and the employer's contributions.
        cost: Money,
    },
    /// Money came in that is no sale.
    Received {
        /// For what.
        purpose: String,
        /// How much.
        amount: Money,
    },
    /// Goods or services were sold.
    Sold {
        /// The price with tax.
        amount: Money,
        /// Whether the customer owes it.
        on_account: bool,
    },
    /// Goods were bought.
    Bought {
        /// The price with tax.
        amount: Money,
        /// Whether the company owes it.
        on_account: bool,
    },
    /// A receivable was written off.
    WrittenOff {
        /// How much.
        amount: Money,
    },
    /// An asset was bought.
    AssetBought {
        /// What it is called.
        name: String,
        /// What it cost, deductible input tax left out.
        cost: Money,
    },
    /// An asset was sold or scrapped.
    AssetGone {
        /// The price with tax.
        amount: Money,
    },
    /// A tax was declared.
    TaxDeclared {
        /// Its name.
        tax: String,
        /// How much; below nought for what comes back.
        amount: Money,
        /// The last day to pay.
        due: Date,
    },
    /// The company became a general taxpayer.
    BecameGeneral {
        /// From which day.
        from: Date,
    },
    /// A month was closed.
    MonthClosed {
        /// The first day of the month.
        month: Date,
        /// Its net profit; below nought for a loss.
        profit: Money,
    },
    /// A year was closed.
    YearClosed {
        /// The year.
        year: i16,
        /// Its net profit; below nought for a loss.
        profit: Money,
        /// What was declared to the owners.
        dividend: Money,
    },
    /// Shares came into somebody's hands.
    SharesIssued {
        /// Whose.
        holder: String,
        /// How many.
        shares: u64,
        /// What was paid for them; none where the founders divide the company among them.
        paid: Option<Money>,
    },
    /// Goods are gone without a sale: lost, spoilt, stolen, given away.
    GoodsGone {
        /// What they cost.
        cost: Money,
        /// The VAT on them: input that may not be deducted any more, or output of a deemed sale.
        vat: Money,
    },
    /// The company became insolvent.
    BecameInsolvent {
        /// What it owes.
        debts: Money,
        /// What it has.
        assets: Money,
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
            | FirmNews::EmploymentEnded { rule, .. }
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
            FirmNews::Opened => "event-opened",
            FirmNews::Employed { .. } => "event-employed",
            FirmNews::WageChanged { name, .. } if name.is_empty() => "event-wage-changed",
            FirmNews::WageChanged { .. } => "event-wage-changed-named",
            FirmNews::EmploymentEnded { name, .. } if name.is_empty() => "event-employment-ended",
            FirmNews::EmploymentEnded { .. } => "event-employment-ended-named",
            FirmNews::PayrollBooked { .. } => "event-payroll-booked",
            FirmNews::Received { .. } => "event-received",
            FirmNews::Sold { on_account: false, .. } => "event-sold",
            FirmNews::Sold { on_account: true, .. } => "event-sold-on-account",
            FirmNews::Bought { on_account: false, .. } => "event-bought",
            FirmNews::Bought { on_account: true, .. } => "event-bought-on-account",
            FirmNews::WrittenOff { .. } => "event-written-off",
            FirmNews::AssetBought { .. } => "event-asset-bought",
            FirmNews::AssetGone { .. } => "event-asset-gone",
            FirmNews::TaxDeclared { .. } => "event-tax-declared",
            FirmNews::BecameGeneral { .. } => "event-became-general",
            FirmNews::MonthClosed { .. } => "event-month-closed",
            FirmNews::YearClosed { .. } => "event-year-closed",
            FirmNews::SharesIssued { paid: Some(_), .. } => "event-shares-issued",
            FirmNews::SharesIssued { paid: None, .. } => "event-shares-divided",
            FirmNews::GoodsGone { .. } => "event-goods-gone",
            FirmNews::BecameInsolvent { .. } => "event-became-insolvent",
            FirmNews::MonthTraded { insolvent: false, .. } => "event-month-traded",
            FirmNews::MonthTraded { insolvent: true, .. } => "event-month-insolvent",
            FirmNews::Hired { .. } => "event-hired",
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
            FirmNews::CapitalPaidIn { amount }
            | FirmNews::Fined { amount, .. }
            | FirmNews::Sold { amount, .. }
            | FirmNews::Bought { amount, .. }
            | FirmNews::WrittenOff { amount }
            | FirmNews::AssetGone { amount } => vec![pair("amount", amount)],
            FirmNews::NameReserved { name, until, .. } => vec![pair("name", name), pair("until", until)],
            FirmNews::Registered { name, code } => vec![pair("name", name), pair("code", code)],
            FirmNews::LicenceGranted { name, .. } => vec![pair("name", name)],
            FirmNews::DutyRaised { title, due, .. } => vec![pair("title", title), pair("due", due)],
            FirmNews::DutyDone { title, .. } | FirmNews::DutyMissed { title, .. } => vec![pair("title", title)],
            FirmNews::OrderIssued { title, comply_by, .. } => vec![pair("title", title), pair("until", comply_by)],
            FirmNews::Opened => Vec::new(),
            FirmNews::Employed { employee, wage } => vec![pair("employee", &employee.0), pair("amount", wage)],
            FirmNews::WageChanged { employee, name, wage } => {
                vec![pair("employee", &employee.0), pair("name", name), pair("amount", wage)]
            }
            FirmNews::EmploymentEnded { employee, name, paid, .. } => {
                vec![pair("employee", &employee.0), pair("name", name), pair("amount", paid)]
            }
            FirmNews::PayrollBooked { month, people, cost } => {
                vec![pair("month", &Period::of(*month)), pair("people", people), pair("amount", cost)]
            }
            FirmNews::Received { purpose, amount } => vec![pair("purpose", purpose), pair("amount", amount)],
            FirmNews::AssetBought { name, cost } => vec![pair("name", name), pair("amount", cost)],
            FirmNews::TaxDeclared { tax, amount, due } => {
                vec![pair("tax", tax), pair("amount", amount), pair("due", due)]
            }
            FirmNews::BecameGeneral { from } => vec![pair("from", from)],
            FirmNews::MonthClosed { month, profit } => {
                vec![pair("month", &Period::of(*month)), pair("profit", profit)]
            }
            FirmNews::YearClosed { year, profit, dividend } => {
                vec![pair("year", year), pair("profit", profit), pair("dividend", dividend)]
            }
            FirmNews::SharesIssued { holder, shares, paid } => {
                let amount = paid.unwrap_or(Money::ZERO);
                vec![pair("holder", holder), pair("shares", shares), pair("amount", &amount)]
            }
            FirmNews::GoodsGone { cost, vat } => vec![pair("amount", cost), pair("vat", vat)],
            FirmNews::BecameInsolvent { debts, assets } => vec![pair("debts", debts), pair("assets", assets)],
            FirmNews::MonthTraded { month, sold, sales, profit, .. } => {
                vec![pair("month", month), pair("sold", sold), pair("sales", sales), pair("profit", profit)]
            }
            FirmNews::Hired { name, first, wage } => {
                vec![pair("name", name), pair("first", first), pair("wage", wage)]
            }
        }
    }
}
