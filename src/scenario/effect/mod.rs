//! Effects: what an answer or an event brings about. Each reaches the company only through the core's own operations.

mod deed;
mod founding;
mod money;
mod people;
mod stock;
mod trade;

use serde::{Deserialize, Serialize};

pub use deed::{Act, Deed};
pub use founding::Found;
pub use money::{BorrowGuaranteed, CloseYear, Divide, Grant, GrantAhead, RepayEarly, ReturnGrant};
pub use people::{Dismiss, PayMore, Raise, WorkOvertime};
pub use stock::{BuyAsset, GiveGoods, LoseGoods, Recover, SellAsset, SignDocument};
pub use trade::{Between, Buy, BuyService, NoteSale, Prepay, Sell};

use trade::Settle;

use super::moment::Moment;
use super::reckon::{Reckon, ReckonError};
use super::term::Term;
use crate::firm::Firm;
use crate::firm::equity::{PoolTiming, ShareClass};
use crate::firm::loans::RepaymentMethod;
use crate::firm::people::voucher::Department;
use crate::firm::people::wages::Zone;
use crate::firm::registry::ApplicationField;
use crate::firm::tax::cit::research::Industry;
use crate::firm::tax::surcharge::Place;
use crate::firm::tax::vat::{VatPeriod, VatStatus};
use crate::money::Rate;
use crate::policy::Trigger;

/// One thing that happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Effect {
    /// Sets a variable of the scene.
    Set(String, Term),
    /// Keeps a figure, reckoned now, in a variable of the scene.
    Reckon(String, Reckon),
    /// Pays an amount, booked as a voucher (before founding: an outlay of the founders).
    Pay {
        /// The purpose, as the voucher's summary says it.
        what: Term,
        /// How much.
        amount: Term,
        /// The account that takes it, by its code; 管理费用—办公费 where left out.
        #[serde(default)]
        account: Option<u32>,
    },
    /// Money comes into the bank account that is neither a sale, nor capital, nor a loan: a debtor pays, a deposit comes back, a
    /// grant is paid out.
    Receive {
        /// The purpose, as the voucher's summary says it.
        what: Term,
        /// How much.
        amount: Term,
        /// The account that is credited, by its code.
        account: u32,
    },
    /// Days go by; duties fall due and letters arrive. Not among an event's effects, which come while days go by.
    Take(u16),
    /// Days go by up to a day; none where it is today or has passed. Not among an event's effects.
    Until(Day),
    /// Founds a limited company at once: its application filled in rightly, its name reserved. Duties of the first days arise.
    Found(Found),
    /// Writes a field of the application for registration.
    Fill(ApplicationField, Vec<Term>),
    /// Reserves the declared name.
    ReserveName,
    /// Submits the application: the core examines it, and founds the company or sends it back.
    Register,
    /// Pays in capital.
    PayInCapital(Term),
    /// A licence or filing is granted.
    License(String),
    /// The company opens for business: from now on it may borrow, its payroll runs and its books are closed month by month.
    Open {
        /// The housing fund's rate, the same for both sides.
        housing: Rate,
        /// Where its people work.
        #[serde(default = "urban")]
        zone: Zone,
        /// How it stands with VAT; a small-scale taxpayer that files by the quarter where left out.
        #[serde(default = "quarterly")]
        vat: VatStatus,
        /// Where it is, for city maintenance tax.
        #[serde(default = "city")]
        place: Place,
        /// Its main industry, for the super deduction of research.
        #[serde(default)]
        industry: Industry,
        /// Whether it holds a certificate as a high-tech enterprise.
        #[serde(default)]
        high_tech: bool,
    },
    /// Somebody is hired. Whether the contract is lawful is not asked: an unlawful one binds all the same, and costs.
    Employ {
        /// The name.
        name: Term,
        /// The month's wage.
        wage: Term,
        /// Where the work is done, and so which cost the wage is.
        department: Department,
        /// The first day of work; today where left out.
        #[serde(default)]
        first: Option<Term>,
        /// The housing fund's rate, where this is the first employee.
        housing: Rate,
        /// Where the wage is earned.
        #[serde(default = "urban")]
        zone: Zone,
        /// Whether it is the first job ever.
        #[serde(default)]
        first_job: bool,
    },
    /// A bank lends to a company that is open for business; the money comes in today.
    Borrow {
        /// The principal.
        principal: Term,
        /// The annual rate: `3.5%`.
        annual: Term,
        /// How many months it runs.
        months: u32,
        /// How it is paid back.
        method: RepaymentMethod,
    },
    /// New shares are issued for money, which comes in today.
    Issue {
        /// Who invests.
        investor: Term,
        /// The money.
        invested: Term,
        /// What the company is held to be worth before it.
        pre_money: Term,
        /// The class of the new shares.
        #[serde(default = "common")]
        class: ShareClass,
        /// The option pool.
        #[serde(default = "unchanged")]
        pool: PoolTiming,
    },
    /// Puts right what a step's voucher has wrong: it is taken back in red, and what it should have been is posted. Nothing
    /// where it was right, or was put right before.
    Rectify(String),
    /// Pays what is due.
    Settle(Payable),
    /// Pays all wages, contributions and taxes that are due, as far as the bank account goes; where nothing is due, nothing.
    SettleAll,
    /// Changes somebody's wage from the next payroll on.
    Raise(Raise),
    /// Somebody works overtime, which the next payroll pays.
    Overtime(WorkOvertime),
    /// Somebody gets an amount more with the next payroll.
    PayMore(PayMore),
    /// Ends an employment today, lawfully or not, and pays what that ending owes.
    Dismiss(Dismiss),
    /// Sells a service or goods.
    Sell(Sell),
    /// Notes a sale for the period's VAT return whose voucher somebody writes.
    NoteSale(NoteSale),
    /// A customer pays what it owes, or part of it.
    Collect(Between),
    /// A customer pays before anything is delivered.
    TakeAdvance(Between),
    /// Writes off what a customer will not pay.
    WriteOff(Between),
    /// What was written off comes in after all.
    Recover(Recover),
    /// Buys goods into stock.
    Buy(Buy),
    /// Pays a running cost against a document.
    BuyService(BuyService),
    /// Pays a supplier what is owed, or part of it.
    PaySupplier(Between),
    /// Pays a cost for months to come.
    Prepay(Prepay),
    /// Pays a deposit to somebody.
    PayDeposit(Between),
    /// A deposit comes back, or a part of it.
    DepositBack(Between),
    /// Goods are stolen, lost or spoilt.
    LoseGoods(LoseGoods),
    /// Goods are given away.
    GiveGoods(GiveGoods),
    /// Buys an asset and takes it into use.
    BuyAsset(BuyAsset),
    /// Sells an asset, or scraps it.
    SellAsset(SellAsset),
    /// Signs a document that stamp duty is due on.
    SignDocument(SignDocument),
    /// Registers as a general taxpayer of its own will.
    BecomeGeneral,
    /// Books the payroll of this month before its end.
    RunPayroll,
    /// Closes the books of the oldest open month, on its last day or later; December without a dividend.
    CloseMonth,
    /// Closes the books of December, with a dividend.
    CloseYear(CloseYear),
    /// Pays the dividend that was declared, less the income tax on it.
    PayDividend,
    /// Applies for a guaranteed startup loan and draws it.
    BorrowGuaranteed(BorrowGuaranteed),
    /// Pays a loan back before its time, in part or whole.
    RepayEarly(RepayEarly),
    /// A guaranteed loan, counted from 1, is called for misuse: due at once, the subsidy returned, as far as the bank goes.
    CallLoan(u8),
    /// Applies for a grant and gets it.
    Grant(Grant),
    /// Receives a grant for later periods.
    GrantAhead(GrantAhead),
    /// Returns a grant.
    ReturnGrant(ReturnGrant),
    /// Divides the company into its founders' shares: holder and number.
    Divide(Divide),
    /// Raises a duty of the policy's list; by the day its rule says, or by another.
    Owe(String, #[serde(default)] Option<By>),
    /// Something happens that makes duties owed, as opening a bank account does.
    Trigger(Trigger),
    /// Does a duty.
    Fulfil(String),
    /// Does every duty that is still owed, in time or late.
    FulfilAll,
    /// Puts a duty off: what comes of its being late is this answer's doing.
    PutOff(String),
    /// Fines by a rule.
    Fine {
        /// The rule's id.
        rule: String,
        /// How much.
        amount: Term,
    },
    /// An event of the scene comes in so many days.
    Schedule(String, u16),
    /// Closes the scene.
    Finish,
}

/// The last day of a duty, where it is not the one its rule says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum By {
    /// This day.
    On(Term),
    /// So many days from today.
    In(u16),
}

/// A day to wait for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Day {
    /// The next day with this number in its month, today among them; the last of a month that has no such day.
    DayOfMonth(u8),
    /// The last day of this month.
    MonthEnd,
    /// This day.
    On(Term),
}

/// What a company that is open for business may have to pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Payable {
    /// The wages of the oldest month whose wages are not paid.
    Wages,
    /// Social insurance and housing fund of the oldest month whose wages are paid.
    Contributions,
    /// All taxes whose month to pay has come.
    Taxes,
    /// The next instalment of a loan, counted from 1 in the order in which loans were drawn.
    Instalment(u8),
}

fn urban() -> Zone {
    Zone::Urban
}

fn quarterly() -> VatStatus {
    VatStatus::SmallScale(VatPeriod::Quarter)
}

fn city() -> Place {
    Place::City
}

fn common() -> ShareClass {
    ShareClass::Common
}

fn unchanged() -> PoolTiming {
    PoolTiming::Unchanged
}

impl Effect {
    /// What it makes the company do, its words read at this moment; nothing for what the scene does itself.
    pub fn read(&self, moment: &Moment<'_>) -> Option<Result<Act, ReckonError>> {
        match self.between() {
            Some((between, settle)) => Some(between.read(moment, settle)),
            None => self.deed().map(|deed| deed.read(moment)),
        }
    }

    /// What settles an amount with somebody, and the company's operation that does.
    fn between(&self) -> Option<(&Between, Settle)> {
        Some(match self {
            Self::Collect(between) => (between, Firm::collect),
            Self::TakeAdvance(between) => (between, Firm::take_advance),
            Self::WriteOff(between) => (between, Firm::write_off),
            Self::PaySupplier(between) => (between, Firm::pay_supplier),
            Self::PayDeposit(between) => (between, Firm::pay_deposit),
            Self::DepositBack(between) => (between, Firm::deposit_back),
            _ => return None,
        })
    }

    /// What a department's operation brings about.
    fn deed(&self) -> Option<&dyn Deed> {
        Some(match self {
            Self::Raise(deed) => deed,
            Self::Overtime(deed) => deed,
            Self::PayMore(deed) => deed,
            Self::Dismiss(deed) => deed,
            Self::Sell(deed) => deed,
            Self::NoteSale(deed) => deed,
            Self::Recover(deed) => deed,
            Self::Buy(deed) => deed,
            Self::BuyService(deed) => deed,
            Self::Prepay(deed) => deed,
            Self::LoseGoods(deed) => deed,
            Self::GiveGoods(deed) => deed,
            Self::BuyAsset(deed) => deed,
            Self::SellAsset(deed) => deed,
            Self::SignDocument(deed) => deed,
            Self::CloseYear(deed) => deed,
            Self::BorrowGuaranteed(deed) => deed,
            Self::RepayEarly(deed) => deed,
            Self::Grant(deed) => deed,
            Self::GrantAhead(deed) => deed,
            Self::ReturnGrant(deed) => deed,
            Self::Divide(deed) => deed,
            _ => return None,
        })
    }

    /// Calls `visit` on every term in it, with what its value must be.
    pub fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, Kind)) {
        if let Some((between, _)) = self.between() {
            return between.terms(visit);
        }
        if let Some(deed) = self.deed() {
            return deed.terms(visit);
        }
        match self {
            Self::Set(_, term) => visit(term, Kind::Text),
            Self::Reckon(_, figure) => figure.terms(&mut |term| visit(term, Kind::Text)),
            Self::Found(found) => found.terms(visit),
            Self::Pay { what, amount, .. } | Self::Receive { what, amount, .. } => {
                visit(what, Kind::Text);
                visit(amount, Kind::Amount);
            }
            Self::Fill(_, terms) => terms.iter().for_each(|term| visit(term, Kind::Text)),
            Self::PayInCapital(amount) | Self::Fine { amount, .. } => visit(amount, Kind::Amount),
            Self::Employ { name, wage, first, .. } => {
                visit(name, Kind::Text);
                visit(wage, Kind::Amount);
                if let Some(first) = first {
                    visit(first, Kind::Day);
                }
            }
            Self::Borrow { principal, annual, .. } => {
                visit(principal, Kind::Amount);
                visit(annual, Kind::Rate);
            }
            Self::Issue { investor, invested, pre_money, .. } => {
                visit(investor, Kind::Text);
                visit(invested, Kind::Amount);
                visit(pre_money, Kind::Amount);
            }
            Self::Owe(_, Some(By::On(day))) | Self::Until(Day::On(day)) => visit(day, Kind::Day),
            _ => {}
        }
    }

    /// The variable that it writes.
    pub fn writes(&self) -> Option<&str> {
        match self {
            Self::Set(name, _) | Self::Reckon(name, _) => Some(name),
            _ => None,
        }
    }

    /// Whether days go by.
    pub fn passes_days(&self) -> bool {
        matches!(self, Self::Take(_) | Self::Until(_))
    }

    /// The account that it books to besides money, by its number.
    pub fn account(&self) -> Option<u32> {
        match self {
            Self::Pay { account, .. } => *account,
            Self::Receive { account, .. } => Some(*account),
            _ => self.deed().and_then(Deed::account),
        }
    }
}

/// What the value of an effect's term must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// An amount above nought.
    Amount,
    /// A date.
    Day,
    /// A rate.
    Rate,
}
