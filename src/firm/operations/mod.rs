//! The company's operations. Each does all of its work or leaves everything as it was. Here: founding, duties, payments; the
//! departments of a company that trades have a file each, and post through the departments' own rules.

mod assets;
mod closing;
mod equity;
mod grants;
mod loans;
mod names;
mod owed;
mod people;
mod receipts;
mod solvency;
mod stock;
mod tax;
mod trade;

pub use assets::BoughtAsset;
pub(super) use loans::maturities;
pub use people::Post;
pub use receipts::takes_receipts;
pub use trade::{BoughtGoods, Sold};

use super::accounts::{self, AccountCode, Side};
use super::ledger::{Period, VoucherId};
use super::people::staff::Staff;
use super::registry::{self, ApplicationField, FieldValue, TakenName};
use super::tax::TaxError;
use super::tax::vat::{VatPeriod, VatStatus};
use super::{
    Business, Firm, FirmEvent, FirmNews, Ledger, LicenceHeld, Obligation, Opening, Outlay, Refusal, Registration,
    Reservation, Standing, Unposted, VoucherLine,
};
use crate::calendar::Date;
use crate::money::Money;
use crate::policy::{Duty, FineOn, Missed, Policy, Trigger};

/// What an operation reports.
type Reported = Result<Vec<FirmEvent>, Refusal>;

impl Firm {
    /// Does all of `work` or none of it.
    fn whole(&mut self, work: impl FnOnce(&mut Firm, &mut Vec<FirmEvent>) -> Result<(), Refusal>) -> Reported {
        let books = self.ledger.mark();
        // All but the books is copied; the books are taken back line by line.
        let ledger = std::mem::replace(&mut self.ledger, Ledger::hollow());
        let before = self.clone();
        self.ledger = ledger;
        let mut events = Vec::new();
        match work(self, &mut events) {
            Ok(()) => Ok(events),
            Err(refusal) => {
                let mut ledger = std::mem::replace(self, before).ledger;
                ledger.roll_back(books);
                self.ledger = ledger;
                Err(refusal)
            }
        }
    }

    /// Does all of `work` or none of it, where it changes nothing but the books and the sums kept of the open periods: trade does
    /// so many times a month, and a copy of all departments each time would cost more than the work.
    fn booked(&mut self, work: impl FnOnce(&mut Firm, &mut Vec<FirmEvent>) -> Result<(), Refusal>) -> Reported {
        let books = self.ledger.mark();
        let kept = self.business().map(|business| (business.open_sales.clone(), business.stamp));
        let mut events = Vec::new();
        match work(self, &mut events) {
            Ok(()) => Ok(events),
            Err(refusal) => {
                self.ledger.roll_back(books);
                if let (Some(business), Some((open_sales, stamp))) = (self.business.as_deref_mut(), kept) {
                    (business.open_sales, business.stamp) = (open_sales, stamp);
                }
                Err(refusal)
            }
        }
    }

    /// Opens for business: from now on it may hire, trade, own and borrow, and its books are closed month by month. Companies
    /// only; an individual business or a partnership pays no corporate income tax, which closing reckons with. Refused where
    /// the books have vouchers of an earlier month, which can no longer be closed in its turn.
    pub fn open_for_business(&mut self, opening: Opening, policy: &Policy) -> Reported {
        if self.registration.is_none() {
            return Err(Refusal::NotFounded);
        }
        if self.business.is_some() {
            return Err(Refusal::OpenAlready);
        }
        let form = self.application.text(ApplicationField::Form).and_then(|form| policy.entity_form(form));
        if form.is_none_or(|form| !form.legal_person) {
            return Err(Refusal::NotLegalPerson);
        }
        if opening.vat == VatStatus::SmallScale(VatPeriod::Day) {
            return Err(TaxError::OutOfRange("period").into());
        }
        let first = self.ledger.vouchers().first().map(|voucher| voucher.period());
        if let Some(month) = first.filter(|first| *first < Period::of(self.today)) {
            return Err(Refusal::BooksOpen { month });
        }
        self.staff.get_or_insert(Staff::new(opening.scheme));
        self.business = Some(Box::new(Business::open(opening)));
        Ok(vec![self.event(FirmNews::Opened)])
    }

    /// The business, to be changed within [`Firm::whole`].
    fn open_business(&mut self) -> Result<&mut Business, Refusal> {
        self.business.as_deref_mut().ok_or(Refusal::NotOpen)
    }

    /// The staff of a company that is open for business, to be changed within [`Firm::whole`].
    fn open_staff(&mut self) -> Result<&mut Staff, Refusal> {
        self.business.as_ref().and(self.staff.as_mut()).ok_or(Refusal::NotOpen)
    }

    /// Posts a voucher today; nothing where there are no lines.
    fn post_lines(&mut self, summary: &str, lines: &[VoucherLine], events: &mut Vec<FirmEvent>) -> Result<(), Refusal> {
        if lines.is_empty() {
            return Ok(());
        }
        let voucher = self.ledger.post(self.today, summary, lines)?;
        let (label, amount) = (voucher.label(), voucher.amount());
        events.push(self.event(FirmNews::VoucherPosted { label, summary: summary.to_owned(), amount }));
        Ok(())
    }

    /// Posts a voucher that pays from the bank; refused where the account has less.
    fn pay_out(&mut self, summary: &str, lines: &[VoucherLine], events: &mut Vec<FirmEvent>) -> Result<(), Refusal> {
        let from_bank = lines.iter().filter(|line| line.account == accounts::BANK).map(VoucherLine::signed);
        let needed = Money::total(from_bank)?.checked_neg()?;
        if needed > self.free_bank() {
            return Err(Refusal::InsufficientFunds { needed, available: self.free_bank() });
        }
        self.post_lines(summary, lines, events)?;
        if needed.is_positive() {
            let purpose = summary.to_owned();
            events.push(self.event(FirmNews::Paid { purpose, amount: needed, advanced: false }));
        }
        Ok(())
    }

    /// Writes a field of the application.
    pub fn fill(&mut self, field: ApplicationField, value: FieldValue) -> Reported {
        if self.registration.is_some() {
            return Err(Refusal::AlreadyFounded);
        }
        self.application.set(field, value);
        Ok(Vec::new())
    }

    /// Pays for something. Before founding it is the founders' outlay; afterwards the bank account pays, or, where that
    /// has too little, a founder for the company, who is owed the money then. `account` takes the expense; 办公费 where left out.
    pub fn pay(&mut self, purpose: &str, amount: Money, account: Option<AccountCode>) -> Reported {
        let account = account.unwrap_or(accounts::OFFICE);
        if self.registration.is_none() {
            // Before founding there are no books: the one thing that can be refused comes before anything is changed.
            let mut events = Vec::new();
            return self.spend(purpose, amount, account, &mut events).map(|()| events);
        }
        self.whole(|firm, events| firm.spend(purpose, amount, account, events))
    }

    fn spend(
        &mut self,
        purpose: &str,
        amount: Money,
        account: AccountCode,
        events: &mut Vec<FirmEvent>,
    ) -> Result<(), Refusal> {
        if amount.is_zero() {
            return Ok(());
        }
        if self.registration.is_none() {
            self.draw_on_founders(amount)?;
            self.outlays.push(Outlay { date: self.today, purpose: purpose.to_owned(), amount });
            events.push(self.event(FirmNews::OutlayPaid { purpose: purpose.to_owned(), amount }));
            return Ok(());
        }
        let advanced = self.free_bank() < amount;
        let from = if advanced {
            self.draw_on_founders(amount)?;
            accounts::OWED_TO_FOUNDERS
        } else {
            accounts::BANK
        };
        self.post(purpose, account, from, amount, events)?;
        events.push(self.event(FirmNews::Paid { purpose: purpose.to_owned(), amount, advanced }));
        Ok(())
    }

    fn draw_on_founders(&mut self, amount: Money) -> Result<(), Refusal> {
        if !amount.is_positive() {
            return Err(Unposted::Amount(amount).into());
        }
        let left = self.founders_fund.checked_sub(amount)?;
        if left.is_negative() {
            return Err(Refusal::InsufficientFunds { needed: amount, available: self.founders_fund });
        }
        self.founders_fund = left;
        Ok(())
    }

    fn post(
        &mut self,
        summary: &str,
        debit: AccountCode,
        credit: AccountCode,
        amount: Money,
        events: &mut Vec<FirmEvent>,
    ) -> Result<(), Refusal> {
        let lines = vec![VoucherLine::debit(debit, amount), VoucherLine::credit(credit, amount)];
        let label = self.ledger.post(self.today, summary, lines)?.label();
        events.push(self.event(FirmNews::VoucherPosted { label, summary: summary.to_owned(), amount }));
        Ok(())
    }

    /// Books a voucher as somebody wrote it, dated today. The ledger's laws hold, and the bank account must cover what is
    /// taken from it; whether the accounts are the right ones is for whoever judges it.
    pub fn book(&mut self, summary: &str, lines: &[VoucherLine]) -> Reported {
        if self.registration.is_none() {
            return Err(Refusal::NotFounded);
        }
        self.whole(|firm, events| {
            let (bank, available) = (firm.bank(), firm.free_bank());
            let label = firm.ledger.post(firm.today, summary, lines)?.label();
            let debits = lines.iter().filter(|line| line.side == Side::Debit).map(|line| line.amount);
            let amount = Money::total(debits)?;
            let taken = bank.checked_sub(firm.bank())?;
            if taken > available {
                return Err(Refusal::InsufficientFunds { needed: taken, available });
            }
            events.push(firm.event(FirmNews::VoucherPosted { label, summary: summary.to_owned(), amount }));
            Ok(())
        })
    }

    /// Takes a voucher back in red and posts what it should have been, both dated today. The bank account must cover what the
    /// two take from it together.
    pub fn rectify(&mut self, wrong: VoucherId, summary: &str, right: &[VoucherLine]) -> Reported {
        self.whole(|firm, events| {
            let (bank, available) = (firm.bank(), firm.free_bank());
            let red = firm.ledger.reverse(firm.today, wrong, "更正")?;
            let (label, said, amount) = (red.label(), red.summary.to_owned(), red.amount());
            events.push(firm.event(FirmNews::VoucherPosted { label, summary: said, amount }));
            firm.post_lines(summary, right, events)?;
            let taken = bank.checked_sub(firm.bank())?;
            if taken > available {
                return Err(Refusal::InsufficientFunds { needed: taken, available });
            }
            Ok(())
        })
    }

    /// A founder pays in capital: 借 银行存款 / 贷 实收资本, never beyond what was subscribed.
    pub fn pay_in_capital(&mut self, amount: Money) -> Reported {
        self.whole(|firm, events| {
            firm.within_subscribed(amount)?;
            firm.draw_on_founders(amount)?;
            firm.post("收到股东出资", accounts::BANK, accounts::PAID_IN_CAPITAL, amount, events)?;
            events.push(firm.event(FirmNews::CapitalPaidIn { amount }));
            Ok(())
        })
    }

    /// Pays a fine by a rule.
    pub fn fine(&mut self, rule: &str, amount: Money) -> Reported {
        self.whole(|firm, events| firm.pay_fine(rule, amount, FineOn::Company, events))
    }

    fn pay_fine(&mut self, rule: &str, amount: Money, on: FineOn, events: &mut Vec<FirmEvent>) -> Result<(), Refusal> {
        let personal = on == FineOn::Responsible || self.registration.is_none();
        if personal {
            self.draw_on_founders(amount)?;
        } else if self.free_bank() >= amount {
            self.post("罚款", accounts::FINES, accounts::BANK, amount, events)?;
        } else {
            self.draw_on_founders(amount)?;
            self.post("罚款（股东垫付）", accounts::FINES, accounts::OWED_TO_FOUNDERS, amount, events)?;
        }
        self.fines = self.fines.checked_add(amount)?;
        events.push(self.event(FirmNews::Fined { rule: rule.to_owned(), amount, personal }));
        Ok(())
    }

    /// Reserves the declared name (企业名称登记管理规定18): refused where the name is deficient or lacks a part.
    pub fn reserve_name(&mut self, policy: &Policy, taken: &[TakenName]) -> Reported {
        if self.registration.is_some() {
            return Err(Refusal::AlreadyFounded);
        }
        let on = policy.at(self.today);
        let deficient: Vec<_> = registry::examine_all(&self.application, &on, taken)
            .into_iter()
            .filter(|found| found.field.is_part_of_name())
            .collect();
        if !deficient.is_empty() {
            return Err(Refusal::Deficient(deficient));
        }
        self.whole(|firm, events| {
            let figure = registry::reservation_figure(&firm.application, &on);
            let until = on.term_from(figure, firm.today)?;
            let rule = on.figure(figure)?.rule.to_owned();
            let name = firm.application.full_name();
            firm.reservation = Some(Reservation { name: name.clone(), until });
            events.push(firm.event(FirmNews::NameReserved { name, until, rule }));
            Ok(())
        })
    }

    /// Submits the application. The authority examines it; without objection the company is founded today, what the
    /// founders paid is booked, and the duties of the first days arise.
    pub fn register(&mut self, policy: &Policy, taken: &[TakenName]) -> Reported {
        if self.registration.is_some() {
            return Err(Refusal::AlreadyFounded);
        }
        let objections = registry::examine_all(&self.application, &policy.at(self.today), taken);
        if !objections.is_empty() {
            return Err(Refusal::Deficient(objections));
        }
        self.whole(|firm, events| {
            let name = firm.application.full_name();
            let capital = firm.application.capital().unwrap_or(Money::ZERO);
            let form = firm.application.text(ApplicationField::Form).and_then(|form| policy.entity_form(form));
            let code = match form {
                Some(form) => registry::uscc::issue_as(&form.code_prefix, &firm.authority, &name),
                None => registry::uscc::issue(&firm.authority, &name),
            };
            firm.registration =
                Some(Registration { founded: firm.today, name: name.clone(), code: code.clone(), capital });
            events.push(firm.event(FirmNews::Registered { name, code: code.to_string() }));
            for outlay in std::mem::take(&mut firm.outlays) {
                let summary = format!("开办费：{}（股东垫付）", outlay.purpose);
                firm.post(&summary, accounts::SETTING_UP, accounts::OWED_TO_FOUNDERS, outlay.amount, events)?;
                firm.outlays.push(outlay);
            }
            firm.raise(policy, Trigger::Founding, events)?;
            if !firm.application.beneficial_owner_settled() {
                firm.raise(policy, Trigger::FoundingWithoutBeneficialOwner, events)?;
            }
            Ok(())
        })
    }

    /// A licence is granted, or a filing made.
    pub fn grant_licence(&mut self, id: &str, policy: &Policy) -> Reported {
        let licence = policy.licence(id).ok_or_else(|| Refusal::UnknownLicence(id.to_owned()))?;
        let name = licence.name.clone();
        self.licences.push(LicenceHeld { id: id.to_owned(), name: name.clone(), since: self.today });
        Ok(vec![self.event(FirmNews::LicenceGranted { licence: id.to_owned(), name })])
    }

    /// Something happens that makes duties owed.
    pub fn trigger(&mut self, trigger: Trigger, policy: &Policy) -> Reported {
        self.whole(|firm, events| firm.raise(policy, trigger, events))
    }

    fn raise(&mut self, policy: &Policy, trigger: Trigger, events: &mut Vec<FirmEvent>) -> Result<(), Refusal> {
        policy
            .duties()
            .iter()
            .filter(|duty| duty.trigger == trigger)
            .try_for_each(|duty| self.owe_duty(duty, policy, events))
    }

    /// Raises one duty of the policy's list.
    pub fn owe(&mut self, duty: &str, policy: &Policy) -> Reported {
        let known = policy.duty(duty).ok_or_else(|| Refusal::UnknownDuty(duty.to_owned()))?;
        self.whole(|firm, events| firm.owe_duty(known, policy, events))
    }

    /// Raises one duty of the policy's list that somebody, an authority or a contract, has set another last day for.
    pub fn owe_by(&mut self, duty: &str, due: Date, policy: &Policy) -> Reported {
        let known = policy.duty(duty).ok_or_else(|| Refusal::UnknownDuty(duty.to_owned()))?;
        if due < self.today {
            return Err(Refusal::DuePassed { due });
        }
        self.whole(|firm, events| {
            firm.owe_until(known, due, events);
            Ok(())
        })
    }

    fn owe_duty(&mut self, duty: &Duty, policy: &Policy, events: &mut Vec<FirmEvent>) -> Result<(), Refusal> {
        let due = policy.at(self.today).due(duty, self.today)?;
        self.owe_until(duty, due, events);
        Ok(())
    }

    fn owe_until(&mut self, duty: &Duty, due: Date, events: &mut Vec<FirmEvent>) {
        let obligation =
            Obligation { duty: duty.id.clone(), raised: self.today, due, state: Standing::Open, cause: self.cause };
        self.obligations.push(obligation);
        let (title, rule) = (duty.title.clone(), duty.rule.clone());
        events.push(self.event(FirmNews::DutyRaised { duty: duty.id.clone(), title, due, rule }));
    }

    /// Does a duty, in time or late.
    pub fn fulfil(&mut self, duty: &str, policy: &Policy) -> Reported {
        let today = self.today;
        let title = policy.duty(duty).map(|duty| duty.title.clone()).unwrap_or_default();
        let owed = self.obligations.iter_mut().find(|owed| owed.duty == duty && owed.is_owed());
        let owed = owed.ok_or_else(|| Refusal::NotOwed(duty.to_owned()))?;
        let late = owed.is_missed();
        owed.state = if late { Standing::DoneLate(today) } else { Standing::Done(today) };
        Ok(vec![self.event(FirmNews::DutyDone { duty: duty.to_owned(), title, late })])
    }

    /// Puts a duty off: the present decision answers for what comes of it.
    pub fn put_off(&mut self, duty: &str) -> Reported {
        let cause = self.cause;
        let owed = self.obligations.iter_mut().find(|owed| owed.duty == duty && owed.is_owed());
        owed.ok_or_else(|| Refusal::NotOwed(duty.to_owned()))?.cause = cause;
        Ok(Vec::new())
    }

    /// Lets one day pass: duties whose day is over are missed, orders issued, fines paid. With a month that nobody has closed
    /// its books are closed, a year's without a dividend.
    pub fn pass_day(&mut self, policy: &Policy) -> Reported {
        let next = self.today.plus_days(1)?;
        let closes = next.day() == 1 && self.has_month_to_close();
        let called_in = self.obligations.iter().any(|owed| owed.is_called_in(next));
        if !closes && !called_in && self.trading.is_none() {
            self.today = next;
            return Ok(Vec::new());
        }
        self.whole(|firm, events| {
            if closes {
                firm.close_in_passing(policy, events)?;
            }
            firm.today = next;
            events.extend(firm.book_trade()?);
            for place in 0..firm.obligations.len() {
                firm.call_in(place, policy, events)?;
            }
            Ok(())
        })
    }

    fn call_in(&mut self, place: usize, policy: &Policy, events: &mut Vec<FirmEvent>) -> Result<(), Refusal> {
        let Some(owed) = self.obligations.get(place).cloned() else { return Ok(()) };
        let Some(duty) = policy.duty(&owed.duty) else { return Ok(()) };
        let during = self.cause;
        self.cause = owed.cause;
        let state = match owed.state {
            Standing::Open if self.today > owed.due => Some(self.miss(duty, policy, events)?),
            Standing::Missed { on, comply_by: Some(last) } if self.today > last => {
                self.fine_for(duty, policy, events)?;
                Some(Standing::Missed { on, comply_by: None })
            }
            _ => None,
        };
        self.cause = during;
        if let (Some(state), Some(held)) = (state, self.obligations.get_mut(place)) {
            held.state = state;
        }
        Ok(())
    }

    /// A duty's day has passed: what the rule says follows.
    fn miss(&mut self, duty: &Duty, policy: &Policy, events: &mut Vec<FirmEvent>) -> Result<Standing, Refusal> {
        let (id, title, rule) = (duty.id.clone(), duty.title.clone(), duty.rule.clone());
        events.push(self.event(FirmNews::DutyMissed { duty: id.clone(), title: title.clone(), rule: rule.clone() }));
        let comply_by: Option<Date> = match &duty.missed {
            Missed::Nothing => None,
            Missed::Fine { .. } => {
                self.fine_for(duty, policy, events)?;
                None
            }
            Missed::OrderThenFine { comply, .. } => {
                let last = policy.at(self.today).term_from(comply, self.today)?;
                events.push(self.event(FirmNews::OrderIssued { duty: id, title, comply_by: last, rule }));
                Some(last)
            }
        };
        Ok(Standing::Missed { on: self.today, comply_by })
    }

    fn fine_for(&mut self, duty: &Duty, policy: &Policy, events: &mut Vec<FirmEvent>) -> Result<(), Refusal> {
        let (Missed::Fine { fine, on } | Missed::OrderThenFine { fine, on, .. }) = &duty.missed else { return Ok(()) };
        let day = policy.at(self.today);
        let rule = day.figure(fine)?.rule.to_owned();
        let amount = day.money(fine)?;
        // Who has less than the fine pays what there is; the scene goes on.
        let purse = match on {
            FineOn::Responsible => self.founders_fund,
            FineOn::Company => self.free_bank().max(self.founders_fund),
        };
        let amount = amount.min(purse);
        if amount.is_zero() {
            return Ok(());
        }
        self.pay_fine(&rule, amount, *on, events)
    }
}
