//! How a refusal is said: the key of its message in the interface's texts, and the message's named values. What a department
//! refuses is said by its own cause.

use std::fmt::Display;

use super::Refusal;
use crate::firm::assets::AssetError;
use crate::firm::closing::ClosingError;
use crate::firm::equity::EquityError;
use crate::firm::grants::GrantError;
use crate::firm::ledger::Unposted;
use crate::firm::loans::LoanError;
use crate::firm::month::MonthError;
use crate::firm::people::PeopleError;
use crate::firm::tax::TaxError;
use crate::policy::PolicyError;

/// A message's key, and its named values.
pub(super) type Said = (&'static str, Vec<(String, String)>);

/// What could be reckoned is left behind.
const OUT_OF_BOUNDS: &str = "refusal-out-of-bounds";

fn said(key: &'static str, args: &[(&str, &dyn Display)]) -> Said {
    (key, args.iter().map(|(name, value)| ((*name).to_owned(), value.to_string())).collect())
}

/// How a refusal is said.
pub(super) fn of(refusal: &Refusal) -> Said {
    match refusal {
        Refusal::InsufficientFunds { needed, available } => {
            said("refusal-insufficient-funds", &[("needed", needed), ("available", available)])
        }
        Refusal::NotFounded => said("refusal-not-founded", &[]),
        Refusal::AlreadyFounded => said("refusal-already-founded", &[]),
        Refusal::BeyondSubscribed { amount, subscribed } => {
            said("refusal-beyond-subscribed", &[("amount", amount), ("subscribed", subscribed)])
        }
        Refusal::UnknownDuty(name) | Refusal::NotOwed(name) => said("refusal-not-owed", &[("name", name)]),
        Refusal::UnknownLicence(name) => said("refusal-unknown-licence", &[("name", name)]),
        Refusal::FieldKind => said("refusal-field-kind", &[]),
        Refusal::Deficient(found) => said("refusal-deficient", &[("count", &found.len())]),
        Refusal::MidMonth => said("refusal-mid-month", &[]),
        Refusal::NotOpen => said("refusal-not-open", &[]),
        Refusal::OpenAlready => said("refusal-open-already", &[]),
        Refusal::NotLegalPerson => said("refusal-not-legal-person", &[]),
        Refusal::GeneralAlready => said("refusal-general-already", &[]),
        Refusal::NothingDue => said("refusal-nothing-due", &[]),
        Refusal::NotYet { from } => said("refusal-not-yet", &[("from", from)]),
        Refusal::BooksOpen { month } => said("refusal-books-open", &[("month", month)]),
        Refusal::BeyondOwed { amount, owed } => said("refusal-beyond-owed", &[("amount", amount), ("owed", owed)]),
        Refusal::Contract(found) => said("refusal-contract", &[("count", &found.len())]),
        Refusal::Insolvent { since } => said("refusal-insolvent", &[("since", since)]),
        Refusal::DividedAlready => said("refusal-divided-already", &[]),
        Refusal::NotTheCompanys => said("refusal-not-the-companys", &[]),
        Refusal::NotGranted(failed) => said("refusal-not-granted", &[("count", &failed.len())]),
        Refusal::GrantedAlready(name) => said("refusal-granted-already", &[("name", name)]),
        Refusal::DuePassed { due } => said("refusal-due-passed", &[("due", due)]),
        Refusal::NoReceipts { account } => {
            said("refusal-no-receipts", &[("account", account), ("name", &account.name())])
        }
        Refusal::Untied(_) => said("refusal-untied", &[]),
        Refusal::Equity(cause) => equity(cause),
        Refusal::Grant(cause) => grant(cause),
        Refusal::People(cause) => people(cause),
        Refusal::Asset(cause) => asset(cause),
        Refusal::Loan(cause) => loan(cause),
        Refusal::Tax(cause) => tax(cause),
        Refusal::Closing(cause) => closing(cause),
        Refusal::Month(cause) => month(cause),
        Refusal::Unposted(cause) => unposted(cause),
        Refusal::Policy(cause) => policy(cause),
        Refusal::Money(_) | Refusal::Date(_) => said(OUT_OF_BOUNDS, &[]),
    }
}

fn equity(cause: &EquityError) -> Said {
    match cause {
        EquityError::Shares => said("refusal-shares", &[]),
        EquityError::Amount => said("refusal-round-amount", &[]),
        EquityError::Share => said("refusal-round-share", &[]),
        EquityError::UnknownHolder(holder) => said("refusal-no-holder", &[("holder", holder)]),
        EquityError::TooFewShares { holder, held, asked } => {
            said("refusal-too-few-shares", &[("holder", holder), ("held", held), ("asked", asked)])
        }
        EquityError::TooManyHolders { found, max } => {
            said("refusal-too-many-holders", &[("found", found), ("max", max)])
        }
        EquityError::NoDownRound => said("refusal-no-down-round", &[]),
        EquityError::Vesting => said("refusal-vesting", &[]),
        EquityError::Policy(cause) => policy(cause),
        EquityError::Money(_) => said(OUT_OF_BOUNDS, &[]),
    }
}

fn grant(cause: &GrantError) -> Said {
    match cause {
        GrantError::Unknown(name) => said("refusal-no-programme", &[("name", name)]),
        GrantError::Policy(cause) => policy(cause),
        GrantError::Money(_) | GrantError::Date(_) => said(OUT_OF_BOUNDS, &[]),
    }
}

fn people(cause: &PeopleError) -> Said {
    match cause {
        PeopleError::UnknownDistrict(name) => said("refusal-no-minimum-wage", &[("name", name)]),
        PeopleError::NegativePay(amount) => said("refusal-no-wage", &[("amount", amount)]),
        PeopleError::HousingFundRate { rate, low, high } => {
            said("refusal-housing-rate", &[("rate", rate), ("low", low), ("high", high)])
        }
        PeopleError::DeductionsExceedPay { gross, deducted } => {
            said("refusal-deductions", &[("gross", gross), ("deducted", deducted)])
        }
        PeopleError::DatesOutOfOrder => said("refusal-days-out-of-order", &[]),
        PeopleError::NoSuchEmployee(number) => said("refusal-no-employee", &[("number", number)]),
        PeopleError::NoSuchName(name) => said("refusal-nobody-called", &[("name", name)]),
        PeopleError::MonthPaid => said("refusal-month-paid", &[]),
        PeopleError::BadCount => said("refusal-count", &[]),
        PeopleError::Tax(cause) => tax(cause),
        PeopleError::Policy(cause) => policy(cause),
        PeopleError::Money(_) | PeopleError::Date(_) => said(OUT_OF_BOUNDS, &[]),
    }
}

fn asset(cause: &AssetError) -> Said {
    match cause {
        AssetError::LifeTooShort { months, least, .. } => {
            said("refusal-life-too-short", &[("months", months), ("least", least)])
        }
        AssetError::Value { cost, residual } => said("refusal-asset-value", &[("cost", cost), ("residual", residual)]),
        AssetError::WholeYears(months) => said("refusal-whole-years", &[("months", months)]),
        AssetError::NotInUse => said("refusal-no-asset", &[]),
        AssetError::Policy(cause) => policy(cause),
        AssetError::Money(_) | AssetError::Date(_) => said(OUT_OF_BOUNDS, &[]),
    }
}

fn loan(cause: &LoanError) -> Said {
    match cause {
        LoanError::Principal(amount) => said("refusal-principal", &[("amount", amount)]),
        LoanError::Rate => said("refusal-interest-rate", &[]),
        LoanError::Months(months) => said("refusal-loan-months", &[("months", months)]),
        LoanError::DatedBack { date, last } => said("refusal-loan-dated-back", &[("date", date), ("last", last)]),
        LoanError::Payment { paid, owed } => said("refusal-loan-payment", &[("paid", paid), ("owed", owed)]),
        LoanError::NotDue { due } => said("refusal-instalment-not-due", &[("due", due)]),
        LoanError::Overdue(amount) => said("refusal-overdue-first", &[("amount", amount)]),
        LoanError::Repaid => said("refusal-repaid", &[]),
        LoanError::Called => said("refusal-called", &[]),
        LoanError::Ineligible(failed) => {
            let says: Vec<&str> = failed.iter().map(|criterion| criterion.says.as_str()).collect();
            said("refusal-ineligible", &[("count", &failed.len()), ("says", &says.join("；"))])
        }
        LoanError::Policy(cause) => policy(cause),
        LoanError::Number(_) | LoanError::Money(_) | LoanError::Date(_) => said(OUT_OF_BOUNDS, &[]),
    }
}

fn tax(cause: &TaxError) -> Said {
    match cause {
        TaxError::NotAllowed { .. } => said("refusal-tax-not-allowed", &[]),
        TaxError::Policy(cause) => policy(cause),
        TaxError::Negative(_) | TaxError::OutOfRange(_) | TaxError::Money(_) | TaxError::Date(_) => {
            said(OUT_OF_BOUNDS, &[])
        }
    }
}

fn closing(cause: &ClosingError) -> Said {
    match cause {
        ClosingError::OutOfOrder { .. } => said("refusal-closing-order", &[]),
        ClosingError::NotQuarterEnd(period) => said("refusal-not-quarter-end", &[("period", period)]),
        ClosingError::NotYearEnd(period) => said("refusal-not-year-end", &[("period", period)]),
        ClosingError::BeyondProfit { declared, available } => {
            said("refusal-beyond-profit", &[("declared", declared), ("available", available)])
        }
        ClosingError::ReserveTooLow { left, least } => {
            said("refusal-reserve-too-low", &[("left", left), ("least", least)])
        }
        ClosingError::Unposted(cause) => unposted(cause),
        ClosingError::Policy(cause) => policy(cause),
        ClosingError::Untied(_) => said("refusal-untied", &[]),
        ClosingError::Profit(_) | ClosingError::Money(_) | ClosingError::Date(_) => said(OUT_OF_BOUNDS, &[]),
    }
}

fn month(cause: &MonthError) -> Said {
    match cause {
        MonthError::Plan(problem) => said("refusal-month", &[("cause", problem)]),
        MonthError::Insolvent { since } => said("refusal-insolvent", &[("since", since)]),
        MonthError::Amount(amount) => said("refusal-amount", &[("amount", amount)]),
        MonthError::TooRich | MonthError::Money(_) | MonthError::Date(_) => said(OUT_OF_BOUNDS, &[]),
    }
}

fn unposted(cause: &Unposted) -> Said {
    match cause {
        Unposted::Unbalanced { debits, credits } => {
            said("refusal-unbalanced", &[("debits", debits), ("credits", credits)])
        }
        Unposted::TooFewLines => said("refusal-too-few-lines", &[]),
        Unposted::Amount(amount) => said("refusal-amount", &[("amount", amount)]),
        Unposted::DatedBack { date, last } => said("refusal-voucher-dated-back", &[("date", date), ("last", last)]),
        Unposted::Closed { period } => said("refusal-closed", &[("period", period)]),
        Unposted::Detail { account } => said("refusal-no-detail", &[("name", &account.name())]),
        Unposted::HalfTagged => said("refusal-half-tagged", &[]),
        Unposted::Stock { quantity, balance, .. } => {
            said("refusal-stock", &[("quantity", quantity), ("balance", balance)])
        }
        Unposted::NoSuchVoucher => said("refusal-no-voucher", &[]),
        Unposted::AlreadyReversed { label } => said("refusal-reversed-already", &[("voucher", label)]),
        Unposted::NotReversible { label } => said("refusal-not-reversible", &[("voucher", label)]),
        Unposted::OutOfTurn { period, next } => said("refusal-out-of-turn", &[("period", period), ("next", next)]),
        Unposted::NotEmptied { period, account, balance } => {
            let args: [(&str, &dyn Display); 3] = [("period", period), ("name", &account.name()), ("balance", balance)];
            said("refusal-not-emptied", &args)
        }
        Unposted::Full => said("refusal-books-full", &[]),
        Unposted::Money(_) => said(OUT_OF_BOUNDS, &[]),
    }
}

fn policy(cause: &PolicyError) -> Said {
    match cause {
        PolicyError::Unknown { id } | PolicyError::WrongKind { id, .. } => said("refusal-policy", &[("id", id)]),
        PolicyError::NotInForce { id, date } => said("refusal-not-in-force", &[("id", id), ("date", date)]),
        PolicyError::BeyondCalendar { .. } => said(OUT_OF_BOUNDS, &[]),
    }
}
